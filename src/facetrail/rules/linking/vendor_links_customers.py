"""The rule vendor-links-customers."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Carried
from facetrail.model.kinds import Kind
from facetrail.model.words import Key, Layer, LayerKind, Process, Role, Scope, Subjects
from facetrail.rules import controls
from facetrail.rules.examples import (
    DESK,
    ID_NUMBER,
    OPERATOR,
    PARTNER,
    SEALED,
    SUBJECTS_KEY,
    Part,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule

MIXING = replace(PARTNER, serves_others=True, customers_apart=False)
CHECK = Process(name="Check", party="Partner", purposes=DESK.purposes)
BANK = replace(OPERATOR, name="Bank")
BRANCH = replace(DESK, name="Branch", party="Bank")
CLIENTS = Subjects(name="clients", population=50_000)
DEVICE = replace(ID_NUMBER, name="Device", kind=Kind.DEVICE_ID)
THEIR_DEVICE = replace(DEVICE, name="Their device", origin="Branch", subjects="clients")
ONE = (MIXING, CHECK, DEVICE, flow("Desk", "Check", "Device"))
TWO: tuple[Part, ...] = (
    *ONE,
    replace(MIXING, serves_others=False),
    BANK,
    BRANCH,
    CLIENTS,
    THEIR_DEVICE,
    flow("Branch", "Check", "Their device"),
)
PEPPER = Key(name="Pepper", holders=frozenset({"Operator"}))
HASHED = (Layer(LayerKind.HASHED, "Pepper"),)


@rule(
    over=Carried,
    linddun=("L.1.1", "DD.3.2"),
    harm=3,
    undo=Undo.FUTURE,
    message="{at} gets {data} from one of several customers and can tell who is with others, too",
    mitigations=(
        controls.KEY_FOR_EACH_USE,
        controls.SEPARATE_INSTANCES,
        controls.SWITCH_PROBES_OFF,
    ),
    references=(
        "GDPR 26, 28(10)",
        "ePrivacy Directive 5(3)",
        "PIPL 20, 21 (from 1 November 2021)",
    ),
    bad=(
        lambda: central(*ONE),
        lambda: central(*TWO),
        lambda: central(
            *TWO,
            PEPPER,
            flow("Desk", "Check", "Device", layers=HASHED),
            flow("Branch", "Check", "Their device", layers=HASHED),
        ),
        lambda: central(*ONE, replace(MIXING, role=Role.PROCESSOR)),
    ),
    good=(
        lambda: central(*TWO, replace(PARTNER, customers_apart=True)),
        lambda: central(*ONE, replace(MIXING, serves_others=False)),
        lambda: central(*ONE, replace(DEVICE, scope=Scope.CONTEXT)),
        lambda: central(*ONE, replace(DEVICE, kind=Kind.NAME)),
        lambda: central(*ONE, SUBJECTS_KEY, flow("Desk", "Check", "Device", layers=SEALED)),
        lambda: central(*ONE, replace(MIXING, role=Role.CONTROLLER)),
        lambda: central(*ONE, replace(OPERATOR, controls=frozenset({"Partner"}))),
    ),
)
def vendor_links_customers(carried: Carried, facts: Facts) -> bool:
    """One vendor links people across its customers.

    ## Why it matters
    A service that many companies use to check people sees the same face, device or document come
    by for each of them. It knows who banks where and who was refused, without having dealings with
    anybody, and a mark that one customer sets follows the person to all the others.

    ## What to do
    Make what a customer sends different for each, under keys that the vendor does not have, or run
    an instance for each that shares no picture of persons with the rest.

    ## When to accept it
    When the value is made for the customer before it leaves them, or the vendor keeps customers
    apart, it is not reported. A drawing mostly shows one customer of many: where it states that the
    vendor serves others, too, one is enough.
    """
    return (
        facts.is_shared_by_customers(carried)
        and not facts.differs_by_customer(carried)
        and not facts.keeps_customers_apart(carried)
    )

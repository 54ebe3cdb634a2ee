"""The rule traffic-reveals-use."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Keeper
from facetrail.model.words import External, Store
from facetrail.rules import controls
from facetrail.rules.examples import CAMERA, ID_NUMBER, OPERATOR, flow, own_device
from facetrail.rules.form import Because, Undo, Verdict, rule

SEEN = replace(OPERATOR, observers=frozenset({"Partner"}))
CARD = Store(name="Card", party="people")


@rule(
    over=Keeper,
    linddun=("D.1",),
    harm=2,
    undo=Undo.FUTURE,
    message="who sees the traffic of {at} can tell that a person uses its service",
    mitigations=(controls.HIDE_TRAFFIC, controls.VERIFY_ON_THE_SPOT),
    references=("CWE-208", "EUDI Architecture and Reference Framework"),
    bad=(
        lambda: own_device(SEEN),
        lambda: own_device(
            SEEN,
            External(name="Helpline", party="Operator"),
            flow("Helpline", "Phone", "Id number"),
            replace(ID_NUMBER, origin="Helpline"),
            drop=("Phone to Server",),
        ),
    ),
    good=(
        lambda: own_device(replace(SEEN, observers=frozenset())),
        lambda: own_device(replace(SEEN, observers=frozenset({"Operator"}))),
        lambda: own_device(
            SEEN,
            replace(CAMERA, name="Reader"),
            CARD,
            replace(ID_NUMBER, origin="Card"),
            flow("Card", "Server", "Id number"),
            flow("Phone", "Reader", "Answer"),
            drop=("Phone to Server",),
        ),
        lambda: own_device(
            SEEN,
            replace(ID_NUMBER, origin="Server"),
            drop=("Phone to Server",),
        ),
    ),
)
def traffic_reveals_use(keeper: Keeper, facts: Facts) -> Verdict:
    """Traffic reveals use of a service.

    ## Why it matters
    Encryption hides what is said, not with whom, when and how often. The network, a shared host, a
    relay or a notification service can tell who uses a clinic, a shelter or an identity wallet,
    and when they showed who they are.

    ## What to do
    Check on the device where that is possible. Else break the link in time or place: batches,
    a relay that does not know the content, cover traffic.

    ## When to accept it
    When everybody may know who uses the service, or nobody on the way can tell: write that there
    are no observers. It is asked once for each party to whose services a device of the person
    talks; what is read from a card or by a sensor at the spot is not traffic.
    """
    return (
        facts.is_used_from_afar(keeper)
        and bool(facts.observers(keeper))
        and Because(", ".join(facts.observers(keeper)))
    )

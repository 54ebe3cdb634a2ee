"""The rule processor-without-agreement."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Keeper
from facetrail.model.words import Agreement, Boundary, Process, Role
from facetrail.rules import controls
from facetrail.rules.examples import (
    CASE_NUMBER,
    PARTNER,
    PARTNER_STORE,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

UNBOUND = replace(PARTNER, agreement=Agreement.NONE)
LENT = (UNBOUND, PARTNER_STORE, flow("Matcher", "Partner store", "Scan"))


@rule(
    over=Keeper,
    linddun=("NC.2", "DD.4.1.1"),
    harm=1,
    undo=Undo.ENDS,
    message="{at} works for another with {data}, and no agreement limits what else it does",
    mitigations=(controls.BIND_RECIPIENT,),
    references=("GDPR 26, 28", "PIPL 20, 21"),
    bad=(
        lambda: central(*LENT),
        lambda: central(*LENT, replace(UNBOUND, agreement=Agreement.WITHOUT_LIMITS)),
        lambda: central(*LENT, replace(UNBOUND, role=Role.PROCESSOR)),
    ),
    good=(
        lambda: central(*LENT, PARTNER),
        lambda: own_device(
            UNBOUND,
            Boundary(name="Own phone", party="people"),
            Process(name="Kit", party="Partner", boundary="Own phone"),
            flow("Phone", "Kit", "Scan"),
        ),
        lambda: central(*LENT, replace(UNBOUND, agreement=Agreement.JOINT)),
        lambda: central(*LENT, replace(UNBOUND, role=Role.AUTHORITY)),
        lambda: central(*LENT, replace(UNBOUND, role=Role.CONTROLLER)),
        lambda: central(
            *LENT, SUBJECTS_KEY, flow("Matcher", "Partner store", "Scan", layers=SEALED)
        ),
        lambda: central(
            *LENT,
            CASE_NUMBER,
            flow("Desk", "Partner store", "Case"),
            drop=("Matcher to Partner store",),
        ),
    ),
)
def processor_without_agreement(keeper: Keeper, facts: Facts) -> bool:
    """Processor without agreement.

    ## Why it matters
    Whoever works for another with data about people does with them what nobody barred. Without an
    agreement, or with one that is silent on own use and passing on, that is left to the party's own
    interest.

    ## What to do
    Agree in writing on what it may do, that it uses nothing for itself, passes nothing on without
    leave, and deletes or returns all at the end. Where both decide, split the duties.

    ## When to accept it
    Joint control with the duties split is not reported, and an authority or another controller is
    not asked: a cited law or their own duties bind them. A party that reads nothing that identifies
    a person is left alone here, though it needs an agreement as well.
    """
    return (
        facts.acts_for_another(keeper)
        and facts.reads_identity_data(keeper)
        and facts.is_unbound(keeper)
    )

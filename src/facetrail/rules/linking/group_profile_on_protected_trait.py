"""The rule group-profile-on-protected-trait."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Process, Purpose, Transform
from facetrail.rules import controls
from facetrail.rules.examples import DESK, SEALED, SUBJECTS_KEY, central, flow
from facetrail.rules.form import Undo, rule

SORTING = Process(
    name="Sorting",
    party="Bureau",
    purposes=frozenset({Purpose.PUBLIC_SECURITY}),
    groups_by_trait=False,
)
FAITH = Datum(
    name="Faith",
    kind=Kind.ORIGIN_OR_BELIEF,
    subjects="people",
    origin="Desk",
    collected_for=frozenset({Purpose.PUBLIC_SECURITY}),
)
LABEL = Datum(
    name="Label",
    kind=Kind.RISK_SCORE,
    subjects="people",
    transform=Transform(Operation.INFER, ("Faith",), "Sorting"),
)
SORTED = (SORTING, FAITH, LABEL, flow("Desk", "Sorting", "Faith"))
FACT = Datum(name="Fact", kind=Kind.OTHER, origin="Desk")
RECORD = replace(
    LABEL,
    name="Record",
    kind=Kind.IDENTITY_RECORD,
    transform=Transform(Operation.JOIN, ("Faith", "Fact"), "Sorting"),
)
SURNAME = replace(FAITH, kind=Kind.NAME)
BY_NAME = replace(SORTING, groups_by_trait=True)


def made_by(operation: Operation, kind: Kind) -> Datum:
    """The outcome, made otherwise."""
    return replace(LABEL, kind=kind, transform=Transform(operation, ("Faith",), "Sorting"))


@rule(
    over=Arrival,
    linddun=("L.2.2.2",),
    harm=4,
    undo=Undo.FUTURE,
    message="{at} sorts people by {data}: by a trait that laws protect, or what stands in for one",
    mitigations=(controls.LEAVE_OUT_TRAIT, controls.MEASURE_DIFFERENCES),
    references=("AI Act 5(1)(g)", "LED 11(3)", "GDPR 9, 22(4)", "PIPL 24, 28"),
    bad=(
        lambda: central(*SORTED),
        lambda: central(*SORTED, replace(FAITH, kind=Kind.ORIENTATION)),
        lambda: central(*SORTED, replace(FAITH, kind=Kind.HEALTH_FACT)),
        lambda: central(*SORTED, made_by(Operation.DECIDE, Kind.DECISION)),
        lambda: central(*SORTED, made_by(Operation.SEARCH, Kind.CANDIDATE_LIST)),
        lambda: central(
            *SORTED,
            FACT,
            RECORD,
            replace(LABEL, transform=Transform(Operation.INFER, ("Record",), "Sorting")),
            flow("Desk", "Sorting", "Faith", "Fact"),
        ),
        lambda: central(*SORTED, SURNAME, BY_NAME),
    ),
    good=(
        lambda: central(*SORTED, made_by(Operation.AGGREGATE, Kind.AGGREGATE)),
        lambda: central(*SORTED, drop=("Label",)),
        lambda: central(*SORTED, replace(LABEL, kind=Kind.PERSONAL_TRAIT)),
        lambda: central(
            *SORTED, replace(FAITH, collected_for=frozenset({Purpose.SERVICE_DELIVERY}))
        ),
        lambda: central(*SORTED, replace(FAITH, kind=Kind.PERSONAL_TRAIT)),
        lambda: central(*SORTED, SURNAME),
        lambda: central(*SORTED, SURNAME, BY_NAME, replace(LABEL, kind=Kind.PERSONAL_TRAIT)),
        lambda: central(*SORTED, BY_NAME, replace(FAITH, kind=Kind.DEVICE_ID)),
        lambda: central(*SORTED, replace(SORTING, party="people")),
        lambda: central(*SORTED, SUBJECTS_KEY, flow("Desk", "Sorting", "Faith", layers=SEALED)),
        lambda: central(FAITH, replace(DESK, name="Sorting"), flow("Desk", "Sorting", "Faith")),
    ),
)
def group_profile_on_protected_trait(arrival: Arrival, facts: Facts) -> bool:
    """Group profile on a protected trait.

    ## Why it matters
    Who is sorted by origin, faith, orientation or health is treated as one of a group, whatever
    they did. A surname, an area of birth, a language or dress does the same without naming it, and
    nobody outside can tell why the outcome came out so.

    ## What to do
    Take the trait out, and what stands in for it; then measure on counts over the groups whether
    the outcome still differs between them.

    ## When to accept it
    Where people gave the trait for a service, care or study of their own, nothing is reported, and
    neither are counts that measure a difference. A trait is weighed where a label, an answer or a
    list of people is made of it at the same process, or of a record that holds it. Whether names,
    addresses, records or other traits stand in for one is asked where people get a label by them.
    """
    return facts.sorts_people_by(arrival) and not arrival.is_subjects_own and facts.reads(arrival)

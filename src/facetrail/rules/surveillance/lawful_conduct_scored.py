"""The rule lawful-conduct-scored."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Process, Purpose, Transform
from facetrail.rules import controls
from facetrail.rules.examples import DESK, SEALED, SUBJECTS_KEY, central, flow
from facetrail.rules.form import Undo, rule

HABITS = Datum(
    name="Power use",
    kind=Kind.BEHAVIOUR,
    subjects="people",
    origin="Desk",
    collected_for=frozenset({Purpose.SERVICE_DELIVERY}),
)
TRIPS = replace(
    HABITS,
    name="Trips",
    kind=Kind.TRAJECTORY,
    collected_for=frozenset({Purpose.BORDER_CONTROL}),
)
SCORER = Process(name="Scorer", party="Operator", purposes=frozenset({Purpose.ANALYTICS}))
FILE = Datum(
    name="File",
    kind=Kind.BEHAVIOUR,
    subjects="people",
    transform=Transform(Operation.JOIN, ("Power use", "Trips"), "Scorer"),
)
SCORE = Datum(
    name="Person score",
    kind=Kind.RISK_SCORE,
    subjects="people",
    transform=Transform(Operation.INFER, ("File",), "Scorer"),
)
OFFICE = replace(DESK, name="Office", party="Bureau", purposes=frozenset({Purpose.LAW_ENFORCEMENT}))
COUNTER = replace(OFFICE, name="Counter")
SCORED = (
    HABITS,
    TRIPS,
    SCORER,
    FILE,
    SCORE,
    OFFICE,
    flow("Desk", "Scorer", "Power use", "Trips"),
    flow("Scorer", "Office", "Person score"),
)


@rule(
    over=Arrival,
    linddun=("L.2.2.1", "NC.1.1.3.2"),
    harm=4,
    undo=Undo.FUTURE,
    message="{party} gets {data} at {at}, which judges a person by what they ordinarily do",
    mitigations=(controls.LEAVE_OUT_STEP, controls.ACT_ON_OFFENCES, controls.HUMAN_REVIEW),
    references=("AI Act 5(1)(c), 5(1)(d) (from 2 February 2025)", "LED 11"),
    bad=(
        lambda: central(*SCORED),
        lambda: central(*SCORED, replace(SCORER, party="Bureau")),
        lambda: central(
            *SCORED,
            replace(SCORE, kind=Kind.WATCHLIST_ENTRY),
            COUNTER,
            flow("Office", "Counter", "Person score"),
        ),
    ),
    good=(
        lambda: central(*SCORED, replace(OFFICE, party="Partner")),
        lambda: central(*SCORED, replace(SCORE, kind=Kind.PERSONAL_TRAIT)),
        lambda: central(*SCORED, replace(TRIPS, collected_for=HABITS.collected_for)),
        lambda: central(*SCORED, replace(SCORER, confined_by="the code of offences")),
        lambda: central(*SCORED, replace(OFFICE, purposes=frozenset({Purpose.FRAUD_PREVENTION}))),
        lambda: central(
            *SCORED, SUBJECTS_KEY, flow("Scorer", "Office", "Person score", layers=SEALED)
        ),
        lambda: central(
            SCORER,
            replace(SCORE, transform=None, origin="Scorer"),
            OFFICE,
            flow("Scorer", "Office", "Person score"),
        ),
    ),
)
def lawful_conduct_scored(arrival: Arrival, facts: Facts) -> bool:
    """Behaviour score flags lawful conduct.

    ## Why it matters
    When what everybody may do adds up to a suspicion, people answer to the police for using much
    electricity, for travelling, for whom they know. They cannot tell which of it counted, and
    the way to stay clear of it is to do nothing that shows.

    ## What to do
    Take the score away from those who can stop or compel. Let them act on offences that a law
    names, on evidence of these.

    ## When to accept it
    A stated law that confines the scoring process to offences silences the rule, and so does a
    place that states to do nothing but prevent fraud in its own service. Behaviour is what
    somebody does, where, and with whom; one kind of it from one context is no score in this sense.
    It is reported where the score comes to the party, not at every place of that party.
    """
    return (
        facts.is_judged(arrival.datum)
        and facts.comes_to_coercion(arrival)
        and not facts.is_only_for_fraud(arrival)
        and not facts.is_confined(arrival.datum)
        and facts.reads(arrival)
        and facts.comes_of_conduct_apart(arrival.datum)
    )

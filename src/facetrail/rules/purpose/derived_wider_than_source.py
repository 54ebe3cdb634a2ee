"""The rule derived-wider-than-source."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Purpose, Transform
from facetrail.rules import controls
from facetrail.rules.examples import FULL_NAME, ID_NUMBER, MATCHER, TEMPLATE, central
from facetrail.rules.form import Undo, rule

WIDER = replace(TEMPLATE, collected_for=frozenset({Purpose.ACCESS_CONTROL, Purpose.MARKETING}))
RECORD = Datum(
    name="Record",
    kind=Kind.IDENTITY_RECORD,
    subjects="people",
    transform=Transform(Operation.JOIN, ("Id number", "Name"), "Desk"),
    collected_for=frozenset({Purpose.MARKETING}),
)
SOLD = frozenset({Purpose.MARKETING, Purpose.ACCESS_CONTROL})


@rule(
    over=Arrival,
    linddun=("NC.1.1.3.2",),
    harm=2,
    undo=Undo.ENDS,
    message="{data}, made at {at}, may serve purposes that what they were made from may not",
    mitigations=(controls.INHERIT_PURPOSES,),
    references=("GDPR 5(1)(b)",),
    folds_under=("purpose-drift", "scans-train-a-model"),
    bad=(
        lambda: central(WIDER),
        lambda: central(RECORD, ID_NUMBER, replace(FULL_NAME, collected_for=SOLD)),
    ),
    good=(
        lambda: central(),
        lambda: central(
            RECORD,
            replace(ID_NUMBER, collected_for=SOLD),
            replace(FULL_NAME, collected_for=SOLD),
        ),
        lambda: central(
            replace(
                WIDER,
                kind=Kind.AGGREGATE,
                transform=Transform(Operation.AGGREGATE, ("Scan",), "Matcher"),
            )
        ),
        lambda: central(replace(WIDER, also_for=SOLD)),
        lambda: central(
            replace(MATCHER, party="people"),
            WIDER,
            drop=("Matcher to Gallery", "Gallery to Matcher"),
        ),
        lambda: central(
            replace(
                WIDER,
                kind=Kind.DECISION,
                transform=Transform(Operation.DECIDE, ("Scan",), "Matcher"),
            )
        ),
    ),
)
def derived_wider_than_source(arrival: Arrival, facts: Facts) -> bool:
    """Derived data allowed wider purposes than its sources.

    ## Why it matters
    A template, a record or a conclusion that may be used more freely than the picture it came from
    is a way round every promise made for the picture.

    ## What to do
    Give derived data no purposes of their own. What is made of several data may serve only what all
    of them may.

    ## When to accept it
    For figures about many people, which are no longer anybody's. A later choice of the person, or
    a basis, that covers the derived data is written as such and silences the rule. It is reported
    where the data are made, whether or not the further purpose is reached already: once it states
    purposes of its own, no drift is seen any more.
    """
    return (
        arrival.content.personal and not arrival.is_subjects_own and facts.is_made_for_more(arrival)
    )

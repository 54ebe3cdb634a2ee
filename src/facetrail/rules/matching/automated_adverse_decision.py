"""The rule automated-adverse-decision."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Effect, Transform
from facetrail.rules import controls
from facetrail.rules.examples import DESK, ID_NUMBER, MATCHER, SEALED, SUBJECTS_KEY, central, flow
from facetrail.rules.form import Undo, rule

OFFICE = replace(DESK, name="Office", effect=Effect.LEGAL, human_review=False)
ANSWER = Datum(
    name="Answer",
    kind=Kind.DECISION,
    subjects="people",
    transform=Transform(Operation.COMPARE, ("Scan", "Template"), "Matcher"),
)
ACTING = (
    OFFICE,
    replace(MATCHER, effect=Effect.NONE, human_review=False),
    ANSWER,
    flow("Matcher", "Office", "Answer"),
)


@rule(
    over=Arrival,
    linddun=("NC.1.1.1", "NC.1.1.3.2"),
    harm=4,
    undo=Undo.FUTURE,
    message="{at} acts on {data} with legal or similar effect, and nobody reviews it",
    mitigations=(controls.HUMAN_REVIEW, controls.CONTEST),
    references=("GDPR 22", "LED 11", "PIPL 24"),
    bad=(lambda: central(*ACTING),),
    good=(
        lambda: central(*ACTING, replace(OFFICE, effect=Effect.SERVICE)),
        lambda: central(*ACTING, replace(OFFICE, human_review=True)),
        lambda: central(*ACTING, replace(MATCHER, human_review=True)),
        lambda: central(*ACTING, SUBJECTS_KEY, flow("Matcher", "Office", "Answer", layers=SEALED)),
        lambda: central(OFFICE, ID_NUMBER, flow("Desk", "Office", "Id number")),
    ),
    folds_under=("refused-without-review",),
)
def automated_adverse_decision(arrival: Arrival, facts: Facts) -> bool:
    """Adverse decision fully automated.

    ## Why it matters
    Comparisons err, and more often for some groups than for others. Where an error arrests,
    fines or shuts out a person with nobody looking, it falls wholly on them.

    ## What to do
    Put somebody on the path who sees the case and may decide otherwise, and open a way to
    contest the outcome.

    ## When to accept it
    When the effect can be undone at once by another way that is open to the person. A review
    that never departs from the machine is none: write it so.
    """
    return (
        facts.comes_of_a_comparison(arrival.datum)
        and facts.affects_the_person(arrival)
        and facts.reads(arrival)
        and not facts.is_reviewed(arrival)
    )

"""The rule indiscriminate-scale."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Work
from facetrail.model.words import Comparison, Scene
from facetrail.rules import controls
from facetrail.rules.form import Because, Undo, Verdict, rule
from facetrail.rules.surveillance._square import CAMERAS, CROWD, SEARCH, SOUGHT, square

TOWN = replace(CROWD, population=2_000_000)


@rule(
    over=Work,
    linddun=("DD.2.3", "DD.2.1"),
    harm=3,
    undo=Undo.FUTURE,
    message="{at} searches far more people than are sought",
    mitigations=(controls.SEARCH_WITH_REASON, controls.FEWER_SENSORS, controls.COUNT_AT_SENSOR),
    references=("AI Act recital 95", "LED 4(1)(c)", "GDPR 5(1)(c)"),
    bad=(
        lambda: square(TOWN),
        lambda: square(replace(SOUGHT, population=0)),
        lambda: square(replace(CROWD, population=30), replace(SOUGHT, population=90_000)),
        lambda: square(replace(CAMERAS, count=1_001)),
        lambda: square(replace(CAMERAS, count=1_001, scene=Scene.SEVERAL)),
    ),
    good=(
        lambda: square(),
        lambda: square(TOWN, replace(CAMERAS, count=1_001), replace(SEARCH, duplicate_check=True)),
        lambda: square(
            TOWN,
            replace(CAMERAS, count=1_001),
            replace(SEARCH, comparison=Comparison.NONE),
            drop=("Hits", "Features"),
        ),
        lambda: square(replace(CAMERAS, count=5_000, scene=Scene.ONE_PERSON)),
        lambda: square(replace(CAMERAS, count=5_000, only_enrolled=True)),
    ),
)
def indiscriminate_scale(work: Work, facts: Facts) -> Verdict:
    """Far more people searched than sought.

    ## Why it matters
    A search for a few that runs over everybody treats everybody as one of the few. With the
    numbers grow the false hits, and with the hits the people who are stopped for nothing.

    ## What to do
    Narrow the place, the time and the list until the numbers fit the reason. If the aim is to
    count, count without identifying.

    ## When to accept it
    From more than 1,000 people searched for each one sought, or more than 1,000 streams, it is
    reported with its numbers; both limits are a choice of this catalogue. Those sought are the
    smaller of the two populations compared: a list held against a crowd, or a suspect against a
    register. Streams count where a sensor takes in several people or a public place; a terminal
    before which one person stands at a time is none, and a check for double enrolment whose
    privacy risk was assessed is no search for anybody.
    """
    return (
        not work.at.duplicate_check
        and facts.searches(work)
        and (facts.is_out_of_proportion(work) or facts.has_too_many_streams(work))
        and Because(facts.numbers_of(work))
    )

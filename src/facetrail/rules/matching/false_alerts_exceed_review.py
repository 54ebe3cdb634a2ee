"""The rule false-alerts-exceed-review."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Work
from facetrail.model.words import Comparison, Person
from facetrail.rules import controls
from facetrail.rules.examples import flow
from facetrail.rules.form import Because, Undo, Verdict, rule
from facetrail.rules.surveillance._square import SEARCH, square

BUSY = replace(SEARCH, searches_a_day=20_000, fpir=0.001, review_capacity=19)
NO_DESK = replace(BUSY, human_review=False)
OFFICER = (Person(name="Officer", party="Police"), flow("Search", "Officer", "Hits"))


@rule(
    over=Work,
    linddun=("NC.2", "NC.1.1.3.2"),
    harm=3,
    undo=Undo.FUTURE,
    message="{at} gives more false alerts than people can look at",
    mitigations=(controls.RAISE_THRESHOLD, controls.SHORTEN_LIST),
    references=("GDPR 5(1)(d)", "ISO/IEC 19795-1"),
    bad=(
        lambda: square(BUSY),
        lambda: square(NO_DESK, *OFFICER),
        lambda: square(replace(SEARCH, review_keeps_up=False)),
        lambda: square(replace(BUSY, fpir=None, fmr=0.000002)),
        lambda: square(replace(BUSY, fpir=None, review_keeps_up=False)),
        lambda: square(replace(BUSY, searches_a_day=None, review_keeps_up=False)),
        lambda: square(replace(BUSY, review_capacity=None, review_keeps_up=False)),
    ),
    good=(
        lambda: square(),
        lambda: square(replace(BUSY, review_capacity=20, review_keeps_up=False)),
        lambda: square(NO_DESK),
        lambda: square(replace(BUSY, comparison=Comparison.VERIFICATION), drop=("Hits",)),
        lambda: square(replace(BUSY, party="crowd")),
    ),
)
def false_alerts_exceed_review(work: Work, facts: Facts) -> Verdict:
    """Expected false alerts exceed what can be reviewed.

    ## Why it matters
    A small share of errors among many searches is many errors. Who has more alerts than time
    confirms them unseen, and the review that was to protect people is one on paper.

    ## What to do
    Work the number out: searches a day times the share of them that find somebody who is not
    there. Then raise the threshold, shorten the list or search fewer people until those who
    review can look at every alert.

    ## When to accept it
    When the load is within what can be looked at; at exactly that number it is. Where the numbers
    are stated they decide and are printed; where only the rate of a single comparison is known, it
    counts times the people in the gallery, at most one alert for each search. Where a number is
    missing, the question is whether those who review keep up; where nobody reviews, another rule
    speaks.
    """
    numbers = (
        not work.is_subjects_own
        and facts.searches(work)
        and facts.is_looked_at(work)
        and facts.overload(work)
    )
    return Because(numbers) if isinstance(numbers, str) else numbers

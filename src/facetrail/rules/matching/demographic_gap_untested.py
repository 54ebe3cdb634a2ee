"""The rule demographic-gap-untested."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Work
from facetrail.model.words import Comparison
from facetrail.rules import controls
from facetrail.rules.examples import MATCHER, central
from facetrail.rules.form import Undo, rule
from facetrail.rules.surveillance._square import SEARCH, square


@rule(
    over=Work,
    linddun=("NC.4", "L.2.2.2"),
    harm=3,
    undo=Undo.ENDS,
    message="{at} may err far more often for some groups of people than for others",
    mitigations=(controls.TEST_BY_GROUP, controls.ONE_THRESHOLD),
    references=(
        "NIST SP 800-63A-4, 3.11(6), (7), (12)",
        "NIST SP 800-63B-4, 3.2.3",
        "ISO/IEC 19795-10",
        "FIDO Face Verification",
    ),
    bad=(
        lambda: central(replace(MATCHER, tested_by_group=False)),
        lambda: central(replace(MATCHER, group_ratio=1.26)),
        lambda: square(replace(SEARCH, tested_by_group=False)),
    ),
    good=(
        lambda: central(),
        lambda: central(replace(MATCHER, group_ratio=1.25, tested_by_group=False)),
        lambda: central(
            replace(MATCHER, tested_by_group=False, comparison=Comparison.NONE),
        ),
    ),
)
def demographic_gap_untested(work: Work, facts: Facts) -> bool:
    """Error rates by group untested, or more than a quarter worse.

    ## Why it matters
    Many comparisons fail more often for women, for the old and the young, and for dark skin. A rate
    over everybody hides it, and the same people are turned away, or taken for others, again and
    again.

    ## What to do
    Measure every rate of error by sex, age and skin tone with volunteers, the rejections of a check
    for liveness included, under the threshold that is used, and publish it. No group may be more
    than a quarter worse than everybody together.

    ## When to accept it
    Where a test shows that the characteristic has no such effect: write the ratio that was found.
    At exactly 1.25 times the limit is kept. A ratio that is stated goes before the word that says
    there was a test; where neither is there it is a question.
    """
    return facts.compares(work) and facts.errs_more_for_a_group(work)

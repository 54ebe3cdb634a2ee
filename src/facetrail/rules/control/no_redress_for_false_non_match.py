"""The rule no-redress-for-false-non-match."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Aim
from facetrail.model.words import Comparison, Requirement
from facetrail.rules import controls
from facetrail.rules.examples import ENTRY, KEPT_PROBE, MATCHER, central, flow
from facetrail.rules.form import Undo, rule

FINAL = replace(ENTRY, redress=False)
AT_THE_DESK = replace(FINAL, requires=Requirement("all", ("Desk",)))


@rule(
    over=Aim,
    linddun=("U.2.3", "NC.1.1.1"),
    harm=3,
    undo=Undo.ENDS,
    message="whom a comparison rejects by mistake has no way left to {at}",
    mitigations=(controls.REFEREE, controls.EXCEPTION_PATH),
    references=("NIST SP 800-63A-4, 3.15", "GDPR 22(3)"),
    folds_under=("no-non-biometric-route",),
    bad=(
        lambda: central(FINAL),
        lambda: central(AT_THE_DESK, *KEPT_PROBE, flow("Matcher", "Desk", "Score")),
    ),
    good=(
        lambda: central(),
        lambda: central(AT_THE_DESK),
        lambda: central(FINAL, replace(MATCHER, comparison=Comparison.NONE)),
    ),
)
def no_redress_for_false_non_match(aim: Aim, facts: Facts) -> bool:
    """No redress after a false rejection.

    ## Why it matters
    Every comparison rejects some of the right people, and some groups more than others. Without a
    way back the error of a machine becomes the person's loss: no number, no benefit, no entry.

    ## What to do
    After a rejection offer another try with help, then somebody who can decide, or a way that does
    not depend on the comparison; and tell people so when they are rejected.

    ## When to accept it
    Where nothing of weight hangs on the goal. That another way is drawn does not settle it: whether
    it stands open to the rejected has to be said, since it is often closed to them as suspects.
    """
    return facts.comes_to_a_comparison(aim) and not facts.has_redress(aim)

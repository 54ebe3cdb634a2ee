"""The rule weak-accuracy-target."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Work
from facetrail.model.words import Comparison, Purpose
from facetrail.rules import controls
from facetrail.rules.examples import MATCHER, central
from facetrail.rules.form import Milder, Undo, Verdict, rule
from facetrail.rules.surveillance._square import SEARCH, SOUGHT, square

ENROLLING = replace(MATCHER, purposes=frozenset({Purpose.IDENTITY_VERIFICATION}))
AT_LOGIN = replace(MATCHER, fmr=0.0001, fnmr=0.05)


@rule(
    over=Work,
    linddun=("NC.4", "NC.2"),
    harm=1,
    undo=Undo.ENDS,
    message="{at} compares with too high a rate of errors, or with no limit to it",
    mitigations=(controls.SET_THRESHOLD, controls.INDEPENDENT_TEST),
    references=(
        "NIST SP 800-63A-4, 3.11(8)-(10)",
        "NIST SP 800-63B-4, 3.2.3",
        "ISO/IEC 19795-1",
    ),
    bad=(
        lambda: central(replace(MATCHER, error_limits=False)),
        lambda: central(replace(MATCHER, fmr=0.00011, fnmr=0.001)),
        lambda: central(replace(ENROLLING, fmr=0.0001, fnmr=0.011)),
        lambda: central(replace(MATCHER, fmr=0.0001, error_limits=False)),
        lambda: central(replace(ENROLLING, fmr=0.0001, fnmr=0.06)),
        lambda: square(replace(SEARCH, error_limits=False)),
        lambda: square(replace(SEARCH, fpir=0.0011)),
        lambda: square(replace(SEARCH, fpir=0.001, tested_on=449)),
    ),
    milder=(lambda: central(AT_LOGIN),),
    good=(
        lambda: central(),
        lambda: central(replace(AT_LOGIN, fnmr=0.049)),
        lambda: central(replace(ENROLLING, fmr=0.0001, fnmr=0.01, error_limits=False)),
        lambda: central(replace(MATCHER, fmr=0.01, fnmr=0.2, error_standard="a bank's own")),
        lambda: central(replace(MATCHER, error_limits=False, comparison=Comparison.NONE)),
        lambda: square(replace(SEARCH, fpir=0.001, tested_on=450, error_limits=False)),
        lambda: square(replace(SEARCH, fpir=0.001, error_limits=False), SOUGHT),
    ),
)
def weak_accuracy_target(work: Work, facts: Facts) -> Verdict:
    """Accuracy target absent or too weak.

    ## Why it matters
    A comparison that errs too often lets strangers pass for the person, or turns the person away,
    and the more people use it the more of them it hits. Where no limit was ever set nobody can
    tell whether it is kept.

    ## What to do
    Set a limit for each sort of error, find the threshold that keeps it in a test with people and
    devices like those of the use, and hold to that threshold.

    ## When to accept it
    Where another standard with limits of its own is met: name it. Otherwise the limits are those
    of NIST SP 800-63, also for comparisons that it does not speak of: one false match in 10,000
    and, for proofing, one false rejection in 100; for authentication fewer than five in 100, which
    is advised only, so that missing nothing else is milder; one search in 1,000 that finds somebody
    who is not there, tested with a gallery of at least nine tenths of that in use. At the limit it
    is kept, but for the five in 100. Rates that are stated go before the word that says they are
    kept; where neither is there it is a question.
    """
    missed = facts.misses_error_limits(work)
    if missed and facts.misses_only_what_is_advised(work):
        return Milder("only the rate of false rejections is missed, which for logins is advised")
    return missed

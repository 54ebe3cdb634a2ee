"""The rule minors-without-guardian."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Custody
from facetrail.model.words import Guardian, Retention, Role
from facetrail.rules import controls
from facetrail.rules.examples import (
    FULL_RECORD,
    GALLERY,
    NO_FACES,
    OPERATOR,
    PARTNER_STORE,
    PEOPLE,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule

ALONE = replace(PEOPLE, minors=True, guardian=Guardian.NONE)
AGREED = replace(PEOPLE, minors=True, guardian=Guardian.AGREES)
FOR_EVER = replace(GALLERY, retention=Retention(unlimited=True))


@rule(
    over=Custody,
    linddun=("NC.1.1.3.1", "U.1.1"),
    harm=3,
    undo=Undo.CANNOT,
    message="{at} has {data} of minors, for whom no guardian agreed or who never choose themselves",
    mitigations=(controls.ASK_AGE_FIRST, controls.GUARDIAN, controls.ASK_AT_AGE),
    references=(
        "China, face recognition measures 2025, art. 7",
        "PIPL 28, 31",
        "GDPR 8, recital 38",
        "NIST SP 800-63A-4, 3.15",
    ),
    bad=(
        lambda: central(ALONE),
        lambda: central(AGREED, FOR_EVER),
        lambda: central(AGREED, replace(GALLERY, retention=Retention(days=3650))),
    ),
    good=(
        lambda: central(replace(ALONE, minors=False)),
        lambda: central(AGREED),
        lambda: central(replace(AGREED, guardian=Guardian.RENEWED), FOR_EVER),
        lambda: central(replace(AGREED, guardian=Guardian.NOT_ASKED), FOR_EVER),
        lambda: central(
            ALONE,
            *FULL_RECORD,
            drop=NO_FACES,
        ),
        lambda: central(
            ALONE,
            replace(OPERATOR, role=Role.PUBLIC),
            PARTNER_STORE,
            flow("Matcher", "Partner store", "Template"),
        ),
    ),
)
def minors_without_guardian(custody: Custody, facts: Facts) -> bool:
    """A minor's biometric data without a guardian.

    ## Why it matters
    A child cannot judge what a face or a finger in a file will mean in forty years, and cannot
    change either. Somebody has to judge in their place, and they themselves once they can.

    ## What to do
    Keep minors out before the capture, by a question that takes no biometric data; or have a
    guardian agree, and ask the person anew when they are of age.

    ## When to accept it
    Where another basis than an agreement is stated for minors, such as a law on passports: state it
    as the guardian and the rule is silent. It stands at the party that takes the data, not at each
    that gets them later.
    """
    return (
        custody.content.irrevocable
        and facts.is_taken_by(custody)
        and facts.may_be_a_minors(custody)
        and (facts.lacks_a_guardian(custody) or facts.outgrows_the_guardian(custody))
    )

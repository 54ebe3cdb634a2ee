"""The rule no-separate-consent."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Custody
from facetrail.model.words import Basis, Purpose
from facetrail.rules import controls
from facetrail.rules.examples import FULL_RECORD, NO_FACES, OPERATOR, central
from facetrail.rules.form import Undo, rule

BUNDLED = replace(OPERATOR, basis=Basis.CONSENT, separate_consent=False)
TO_ENTER = ((Purpose.ACCESS_CONTROL, Basis.CONSENT),)


@rule(
    over=Custody,
    linddun=("NC.1.1.3.1",),
    harm=2,
    undo=Undo.FUTURE,
    message="{at} has {data} on a consent that was not asked for by itself",
    mitigations=(controls.SEPARATE_CONSENT,),
    references=(
        "PIPL 29 (from 1 November 2021)",
        "GDPR 9(2)(a)",
        "NIST SP 800-63A-4, 3.11(2)",
        "BIPA 15(b)",
    ),
    bad=(
        lambda: central(BUNDLED),
        lambda: central(replace(BUNDLED, basis=Basis.CONTRACT, basis_for=TO_ENTER)),
    ),
    good=(
        lambda: central(),
        lambda: central(replace(BUNDLED, separate_consent=True)),
        lambda: central(replace(BUNDLED, basis=Basis.LAW)),
        lambda: central(
            BUNDLED,
            *FULL_RECORD,
            drop=NO_FACES,
        ),
    ),
)
def no_separate_consent(custody: Custody, facts: Facts) -> bool:
    """No separate consent for biometric or sensitive data.

    ## Why it matters
    A tick under general terms is given for the service, not for the face. Who is not asked for that
    alone does not notice what they agree to, and cannot say no to it without saying no to all.

    ## What to do
    Ask apart from everything else, name the data and the purpose, and let the person act: no box
    that is ticked already.

    ## When to accept it
    Where such data rest on another basis: state it for the party, or for the purpose. Consent asked
    for alone, for this purpose, silences the rule.
    """
    return (
        facts.is_sensitive_record(custody)
        and facts.rests_on_consent(custody)
        and not facts.asks_for_consent_apart(custody)
    )

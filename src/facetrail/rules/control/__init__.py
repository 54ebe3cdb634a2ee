"""Control: what the person can choose, see, contest and end."""

from facetrail.rules.control.consent_not_free import consent_not_free
from facetrail.rules.control.consent_record_missing import consent_record_missing
from facetrail.rules.control.erasure_misses_copies import erasure_misses_copies
from facetrail.rules.control.impersonation_not_contestable import impersonation_not_contestable
from facetrail.rules.control.minors_without_guardian import minors_without_guardian
from facetrail.rules.control.no_access_route import no_access_route
from facetrail.rules.control.no_assisted_route import no_assisted_route
from facetrail.rules.control.no_correction_route import no_correction_route
from facetrail.rules.control.no_non_biometric_route import no_non_biometric_route
from facetrail.rules.control.no_redress_for_false_non_match import no_redress_for_false_non_match
from facetrail.rules.control.no_separate_consent import no_separate_consent
from facetrail.rules.control.no_withdrawal_route import no_withdrawal_route
from facetrail.rules.control.penalised_alternative import penalised_alternative
from facetrail.rules.control.usable_without_intent import usable_without_intent

RULES = (
    no_non_biometric_route,
    penalised_alternative,
    no_assisted_route,
    no_redress_for_false_non_match,
    usable_without_intent,
    impersonation_not_contestable,
    minors_without_guardian,
    consent_not_free,
    no_separate_consent,
    consent_record_missing,
    no_withdrawal_route,
    no_access_route,
    no_correction_route,
    erasure_misses_copies,
)

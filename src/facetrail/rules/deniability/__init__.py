"""Deniability: what proves what somebody did, to whom and for how long."""

from facetrail.rules.deniability.attributable_biometric_log import attributable_biometric_log
from facetrail.rules.deniability.registration_as_proof_of_conduct import (
    registration_as_proof_of_conduct,
)
from facetrail.rules.deniability.signed_evidence_shown import signed_evidence_shown

RULES = (attributable_biometric_log, registration_as_proof_of_conduct, signed_evidence_shown)

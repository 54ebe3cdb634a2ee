"""Security: what protects data and comparisons against attack."""

from facetrail.rules.security.biometric_access_unlogged import biometric_access_unlogged
from facetrail.rules.security.document_check_too_weak import document_check_too_weak
from facetrail.rules.security.failed_attempts_unlimited import failed_attempts_unlimited
from facetrail.rules.security.no_injection_protection import no_injection_protection
from facetrail.rules.security.no_presentation_attack_detection import (
    no_presentation_attack_detection,
)
from facetrail.rules.security.operators_can_browse import operators_can_browse
from facetrail.rules.security.reviewers_see_whole_case import reviewers_see_whole_case
from facetrail.rules.security.shared_device_keeps_capture import shared_device_keeps_capture
from facetrail.rules.security.store_openly_reachable import store_openly_reachable
from facetrail.rules.security.stored_in_clear import stored_in_clear
from facetrail.rules.security.unauthenticated_sensor import unauthenticated_sensor
from facetrail.rules.security.unprotected_channel import unprotected_channel

RULES = (
    no_presentation_attack_detection,
    unprotected_channel,
    stored_in_clear,
    store_openly_reachable,
    operators_can_browse,
    biometric_access_unlogged,
    reviewers_see_whole_case,
    shared_device_keeps_capture,
    unauthenticated_sensor,
    no_injection_protection,
    document_check_too_weak,
    failed_attempts_unlimited,
)

"""Security: what protects data and comparisons against attack."""

from facetrail.rules.security.no_presentation_attack_detection import (
    no_presentation_attack_detection,
)
from facetrail.rules.security.stored_in_clear import stored_in_clear

RULES = (no_presentation_attack_detection, stored_in_clear)

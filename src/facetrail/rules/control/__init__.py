"""Control: what the person can choose, see and end."""

from facetrail.rules.control.erasure_misses_copies import erasure_misses_copies
from facetrail.rules.control.no_non_biometric_route import no_non_biometric_route

RULES = (no_non_biometric_route, erasure_misses_copies)

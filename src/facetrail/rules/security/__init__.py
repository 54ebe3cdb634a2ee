"""Security: what protects data against those who should not have them."""

from facetrail.rules.security.stored_in_clear import stored_in_clear

RULES = (stored_in_clear,)

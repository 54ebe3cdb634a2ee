"""Aadhaar authentication in India: two requesting entities ask, the authority answers yes or no.

A benefit office and a bank each ask whether a finger belongs to a number. Both use the one number;
virtual ids, which the authority issues in its place, are not used in this variant.
"""

from _authentication import ask

from facetrail import Model

model = Model("Aadhaar: yes or no")

ask("Benefit office", "Benefit office")
ask("Bank", "Bank branch")

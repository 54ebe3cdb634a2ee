"""Activating a mobile number at a shop counter in China: the ministry compares, the carrier keeps.

As in the variant that keeps the scan, but compared with another portrait. Against what the live
portrait is compared is not public: the chip of the card is one candidate, the identity-card photo
of the police ministry, through its query centre, the other. Here the live portrait goes with the
identity to the ministry, which answers yes or no; the carrier keeps the scan and a copy of the card
all the same. Comparing and keeping are both inferred. What the ministry keeps of the questions is
not known: that is an open question, and no copy is drawn there.
"""

import _photo_service  # noqa: F401  (the comparison, as in the variant that keeps nothing)
from _counter import activate, after_activation
from _kept_at_counter import keep_from_counter
from _registration import IN_FORCE

from facetrail import Model

model = Model("SIM registration: compared with the police photo, scan kept", date=IN_FORCE)

activate()
keep_from_counter()
after_activation()

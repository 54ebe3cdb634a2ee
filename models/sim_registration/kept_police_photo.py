"""Activating a mobile number at a shop counter in China: the ministry compares, the carrier keeps.

With what the live portrait is compared and whether it is kept is not public: comparing and keeping
are both inferred. Here the live portrait goes with the identity to the police ministry, which
compares it with the photo of the identity card, through its query centre, and answers yes or no;
the carrier keeps the scan and a copy of the card all the same. What the ministry keeps of the
questions is not known: that is an open question, and no copy is drawn there.
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

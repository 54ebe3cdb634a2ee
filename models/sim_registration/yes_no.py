"""Activating a mobile number at a shop counter in China: the authority answers yes or no.

The notice in force from 1 December 2019 asks that person and document agree; against which portrait
is not public. Here, which is inferred, the live portrait goes with the identity to the photo
service of the police ministry, which compares it with the photo of the identity card and answers
yes or no; the carrier keeps nothing of the face, as a vendor guide claims. How the ministry
protects its photos, and what it keeps of the questions, is not known: those are open questions.
"""

import _photo_service  # noqa: F401  (where the comparison runs)
from _counter import activate, after_activation, scan
from _registration import IN_FORCE

from facetrail import Event, Model, until

model = Model("SIM registration: the authority answers yes or no", date=IN_FORCE)

scan.lifetime = until(Event.DECISION)  # as the vendor guide claims
activate()
after_activation()

"""The counter, where the portrait on the card's chip is read as well.

That the chip is read is reported. That its portrait is what the live portrait is compared with is
not public: what is drawn of the portrait is inferred.
"""

from _counter import card, reader
from _registration import INFERRED, NOT_PUBLIC, REGISTRATION, customers

from facetrail import Flow, Kind, PersonalData

chip_portrait = PersonalData(
    "Chip portrait",
    kind=Kind.CHIP_PORTRAIT,
    origin=card,
    subjects=customers,
    collected_for=REGISTRATION,
    evidence=INFERRED,
)
Flow(
    card,
    reader,
    "portrait is read",
    data=chip_portrait,
    evidence=INFERRED,
    known_from=NOT_PUBLIC,
)

"""What a carrier keeps from a counter: the scan, and a copy of the card.

That an agent copies the card is not reported: Order 25 keeps materials, and a
copy is the usual one.
"""

from _archives import keep
from _counter import camera, reader, scan
from _registration import INFERRED, REGISTRATION, customers

from facetrail import Kind, PersonalData

card_copy = PersonalData(
    "Copy of the card",
    kind=Kind.DOCUMENT_IMAGE,
    origin=reader,
    subjects=customers,
    collected_for=REGISTRATION,
    evidence=INFERRED,
)


def keep_from_counter() -> None:
    """What goes into the archives once the number is in service."""
    keep(scan, camera, card_copy, reader)

"""The counter, where the portrait on the card's chip is read as well."""

from _counter import REGISTRATION, card, chip_read, customers, identity

from facetrail import Kind, PersonalData

chip_portrait = PersonalData(
    "Chip portrait",
    kind=Kind.CHIP_PORTRAIT,
    origin=card,
    subjects=customers,
    collected_for=REGISTRATION,
)
chip_read.data = [chip_portrait, identity]

"""Activating a mobile number at a shop counter in China: the carrier compares and keeps.

From 1 December 2019 carriers compare the live portrait of a customer with the identity document
at every physical channel and may serve only after a match. This variant compares centrally with
the portrait on the card's chip and keeps the scan and a copy of the card. Where the comparison
runs, against which portrait, and whether the scan is kept, is not public: those steps are marked
as inferred. Asking the police ministry's own photo service is a variant of its own.
"""

from _chip import chip_portrait
from _counter import (
    INFERRED,
    NOT_PUBLIC,
    NOTICE,
    ORDER_25,
    REGISTRATION,
    activate,
    activation,
    camera,
    carrier,
    customers,
    reader,
    scan,
    systems,
)

from facetrail import (
    AllOf,
    Comparison,
    Effect,
    Encrypted,
    Event,
    Flow,
    Key,
    Kind,
    Model,
    PersonalData,
    Process,
    Store,
    until,
    years,
)

NOT_STATED = "Order 25 keeps identity materials; a vendor guide claims that nothing is kept"

model = Model("SIM registration: scan kept")

matcher = Process(
    "Face comparison",
    boundary=systems,
    purposes=REGISTRATION,
    comparison=Comparison.VERIFICATION,
    effect=Effect.NONE,
    evidence=INFERRED,
    known_from=NOT_PUBLIC,
)
activation.requires = AllOf(matcher)
# How the archives are protected is not public. The carrier must be able to show what it keeps, so
# whatever key there is, the carrier reaches it.
archive_key = Key("Archive key", holders=[carrier])
scans = Store(
    "Scan archive",
    boundary=systems,
    description="Keeps the scan as long as the materials of Order 25, which does not name scans.",
    at_rest=Encrypted(archive_key),
    retention=until(Event.SERVICE_END, plus=years(2)),
    evidence=INFERRED,
    known_from=NOT_STATED,
)
copies = Store(
    "Document archive",
    boundary=systems,
    at_rest=Encrypted(archive_key),
    retention=until(Event.SERVICE_END, plus=years(2)),
    keep_duty=ORDER_25,
    evidence=INFERRED,
    known_from=ORDER_25,
)

card_copy = PersonalData(
    "Copy of the card",
    kind=Kind.DOCUMENT_IMAGE,
    origin=reader,
    subjects=customers,
    collected_for=REGISTRATION,
    evidence=INFERRED,
)
live_template = scan.extract("Live template", at=matcher)
chip_template = chip_portrait.extract("Chip template", at=matcher)
score = live_template.compare("Comparison score", chip_template, at=matcher)
match = score.decide("Match or no match", at=matcher)

Flow(camera, matcher, "live portrait", data=scan, evidence=INFERRED, known_from=NOT_PUBLIC)
Flow(reader, matcher, "chip portrait", data=chip_portrait, evidence=INFERRED, known_from=NOT_PUBLIC)
Flow(matcher, activation, "result", data=match, known_from=NOTICE)
activate()
Flow(camera, scans, "scan kept", data=scan, evidence=INFERRED, known_from=NOT_STATED)
Flow(reader, copies, "card copy kept", data=card_copy, evidence=INFERRED, known_from=ORDER_25)

"""The counter, and what a carrier keeps that keeps all it can: the scan and a copy of the card.

Order 25 keeps identity materials during service and for two years after it ends, and does not say
whether a scan is one.
"""

from _counter import (
    INFERRED,
    ORDER_25,
    REGISTRATION,
    camera,
    carrier,
    customers,
    reader,
    scan,
    systems,
)

from facetrail import Encrypted, Event, Flow, Key, Kind, PersonalData, Store, until, years

NOT_STATED = "Order 25 keeps identity materials; a vendor guide claims that nothing is kept"
SERVICE_AND_TWO_YEARS = until(Event.SERVICE_END, plus=years(2))

# The carrier must be able to show what it keeps, so whatever key there is, the carrier reaches it.
archive_key = Key("Archive key", holders=[carrier])
scans = Store(
    "Scan archive",
    boundary=systems,
    description="Keeps the scan as long as the materials of Order 25, which does not name scans. "
    "How it is protected is not public; that it is encrypted is assumed.",
    at_rest=Encrypted(archive_key),
    retention=SERVICE_AND_TWO_YEARS,
    evidence=INFERRED,
    known_from=NOT_STATED,
)
copies = Store(
    "Document archive",
    boundary=systems,
    description="How it is protected is not public; that it is encrypted is assumed.",
    at_rest=Encrypted(archive_key),
    retention=SERVICE_AND_TWO_YEARS,
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


def keep() -> None:
    """What goes into the archives once the number is in service."""
    Flow(camera, scans, "scan kept", data=scan, evidence=INFERRED, known_from=NOT_STATED)
    Flow(reader, copies, "card copy kept", data=card_copy, evidence=INFERRED, known_from=ORDER_25)

"""What a carrier keeps that keeps all it can: what it took of the face, and of the card.

Order 25 keeps identity materials during service and for two years after it ends, and does not say
whether a scan is one.
"""

from _registration import INFERRED, ORDER_25, SERVICE_AND_TWO_YEARS, carrier, systems

from facetrail import Encrypted, Flow, Key, PersonalData, Sensor, Store

NOT_STATED = "Order 25 keeps identity materials; a vendor guide claims that nothing is kept"

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


def keep(face: PersonalData, camera: Sensor, card: PersonalData, reader: Sensor) -> None:
    """What goes into the archives once the number is in service."""
    Flow(camera, scans, "scan kept", data=face, evidence=INFERRED, known_from=NOT_STATED)
    Flow(reader, copies, "card copy kept", data=card, evidence=INFERRED, known_from=ORDER_25)

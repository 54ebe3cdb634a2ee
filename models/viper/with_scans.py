"""Viper, and the scans of people who activated a phone number: a fear, drawn as one.

As in the variant with 100,000 streams, on the day from which carriers take scans, with a step on
top that nobody has evidenced: that Viper gets these scans, and so tells who it follows. Whether it
does is unknown. Every added step is hypothetical, and so is every threat that rests on one.
"""

from _banks import bank_video, track_with_banks
from _service import image, index, parsing, service

from facetrail import (
    Boundary,
    Comparison,
    Effect,
    Encrypted,
    Event,
    Evidence,
    Extent,
    Flow,
    Key,
    Kind,
    Model,
    Party,
    PersonalData,
    Power,
    Process,
    Purpose,
    Role,
    Store,
    Subjects,
    until,
    years,
)

ORDER_25 = "Order 25 of the ministry of industry and information technology, 2013"
NOT_STATED = "Order 25 keeps identity materials; a vendor guide claims that nothing is kept"
FEARED = "unknown: a fear that nothing public proves"
INFERRED, HYPOTHETICAL = Evidence.INFERRED, Evidence.HYPOTHETICAL
SERVICE_AND_TWO_YEARS = until(Event.SERVICE_END, plus=years(2))
REGISTRATION = {Purpose.IDENTITY_VERIFICATION, Purpose.REAL_NAME_REGISTER}

model = Model("Viper in development: with scans of customers", date="2019-12-01")

customers = Subjects(
    "new customers",
    population=100_000_000,
    evidence=INFERRED,
    known_from="a guess for one year: about one adult in ten",
)
carrier = Party("Carrier", role=Role.CONTROLLER, jurisdiction="CN", power=Power.ESSENTIAL)
archive_key = Key("Archive key", holders=carrier)
systems = Boundary("Carrier's systems", party=carrier)
register = Store(
    "Customer register",
    boundary=systems,
    purposes=REGISTRATION,
    retention=SERVICE_AND_TWO_YEARS,
    keep_duty=ORDER_25,
    known_from=ORDER_25,
)
scans = Store(
    "Scan archive",
    boundary=systems,
    description="How it is protected is not public; that it is encrypted is assumed.",
    purposes=REGISTRATION,
    at_rest=Encrypted(archive_key),
    retention=SERVICE_AND_TWO_YEARS,
    evidence=INFERRED,
    known_from=NOT_STATED,
)
recognition = Process(
    "Recognition by scans",
    boundary=service,
    purposes=Purpose.PUBLIC_SECURITY,
    comparison=Comparison.IDENTIFICATION,
    effect=Effect.NONE,
    real_time=True,
    evidence=HYPOTHETICAL,
    known_from=FEARED,
)


def at_carrier(name: str, kind: Kind, at: Store, evidence: Evidence) -> PersonalData:
    """Something that the carrier has of a customer."""
    return PersonalData(
        name,
        kind=kind,
        origin=at,
        subjects=customers,
        collected_for=REGISTRATION,
        evidence=evidence,
    )


scan = at_carrier("Live portrait", Kind.FACE_IMAGE, scans, INFERRED)
identity = at_carrier(
    "Name, id number and address", Kind.IDENTITY_RECORD, register, Evidence.REPORTED
)

track_with_banks()
who = image.search("Who is on the street", scan, at=recognition)
for store, name, data in (
    (scans, "scans of customers", scan),
    (register, "names of customers", identity),
):
    Flow(
        store,
        recognition,
        name,
        data=data,
        extent=Extent.WHOLE_STORE,
        gated=False,
        evidence=HYPOTHETICAL,
        known_from=FEARED,
    )
Flow(
    parsing,
    recognition,
    "people in streams to be named",
    data=[image, bank_video],
    evidence=HYPOTHETICAL,
    known_from=FEARED,
)
Flow(
    recognition,
    index,
    "names on tracks",
    data=[who, identity],
    evidence=HYPOTHETICAL,
    known_from=FEARED,
)

"""The signed record that the authority answers e-KYC questions with."""

from _authentication import REGULATIONS, VERIFICATION, Asker, records, service

from facetrail import Flow, Kind, Need, PersonalData

demographics = PersonalData(
    "Name, birth date and address",
    kind=Kind.IDENTITY_RECORD,
    origin=records,
    collected_for=VERIFICATION,
)
photo = PersonalData("Photograph", kind=Kind.FACE_IMAGE, origin=records, collected_for=VERIFICATION)


def send_record(asker: Asker) -> PersonalData:
    """Answers a requesting entity with a record as well as with yes; returns the record."""
    name = asker.name.lower()
    asker.application.needs = Need.DECISION  # yes or no serves the others that ask
    record = demographics.join(
        f"Record for the {name}", photo, at=service, kind=Kind.IDENTITY_RECORD
    )
    signed = record.sign(f"Signed record for the {name}", at=service)
    signed.collected_for = VERIFICATION
    Flow(
        records,
        service,
        f"demographics and photograph ({name})",
        data=[demographics, photo],
        known_from=REGULATIONS,
    )
    Flow(service, asker.application, f"signed record ({name})", data=signed, known_from=REGULATIONS)
    return signed

"""What every variant of Aadhaar authentication has in common.

A requesting entity captures a fingerprint or iris on a certified device, which seals it in a PID
block for the authority (UIDAI). The authority compares it one to one with what it holds under the
number that the person states. The requesting entity must neither keep nor pass on the biometric.
The person can lock the biometric, after which every such question is answered No: a lock is neither
a renewal nor a deletion. The variants say who asks and what is answered.
"""

from typing import NamedTuple

from facetrail import (
    AllOf,
    Basis,
    Boundary,
    Comparison,
    Effect,
    Encrypted,
    Event,
    Extent,
    Flow,
    Goal,
    Key,
    Kind,
    Party,
    Person,
    PersonalBoundary,
    PersonalData,
    Process,
    Purpose,
    Role,
    Scene,
    Sensor,
    Store,
    Subjects,
    until,
)

REGULATIONS = "Aadhaar Act 2016 and the authentication regulations made under it"
VERIFICATION = Purpose.IDENTITY_VERIFICATION

# The authority counted a billion numbers in 2016. Any number above a million scores the same.
holders = Subjects("number holders", population=1_000_000_000)
authority = Party("UIDAI", role=Role.AUTHORITY, jurisdiction="IN", basis=Basis.LAW)

own = PersonalBoundary("Number holder's own", subjects=holders)
repository = Boundary("Central repository", party=authority)

holder = Person("Number holder", boundary=own, subjects=holders, known_from=REGULATIONS)
letter = Store("Letter or card with the number", boundary=own, known_from=REGULATIONS)
service = Process(
    "Authentication service",
    boundary=repository,
    purposes=VERIFICATION,
    comparison=Comparison.VERIFICATION,
    effect=Effect.NONE,
    known_from=REGULATIONS,
)
# Central, and under keys of the authority.
repository_key = Key("Repository key", holders=[authority])
records = Store(
    "Repository",
    boundary=repository,
    description="The person can lock the biometric. How long records are kept, and whether they "
    "are ever deleted, is left open here.",
    at_rest=Encrypted(repository_key),
    purposes=VERIFICATION,
    known_from=REGULATIONS,
)

number = PersonalData(
    "Aadhaar number", kind=Kind.NATIONAL_ID, origin=records, collected_for=VERIFICATION
)
reference = PersonalData(
    "Enrolled fingerprint",
    kind=Kind.FINGERPRINT_IMAGE,
    origin=records,
    collected_for=VERIFICATION,
)
Flow(records, letter, "number issued", data=number, known_from=REGULATIONS)
Flow(records, service, "what the number points to", data=reference, known_from=REGULATIONS)


class Asker(NamedTuple):
    """A requesting entity: its application, and the answer it is given."""

    name: str
    party: Party
    application: Process
    answer: PersonalData


def ask(name: str, boundary: str) -> Asker:
    """Adds a requesting entity that takes a fingerprint and asks whether it is the holder's."""
    party = Party(name, role=Role.CONTROLLER, jurisdiction="IN")
    counter = Boundary(boundary, party=party)
    device = Sensor(
        f"Certified device of the {name.lower()}",
        boundary=counter,
        scene=Scene.ONE_PERSON,
        known_from=REGULATIONS,
    )
    application = Process(
        f"Application of the {name.lower()}",
        boundary=counter,
        purposes=VERIFICATION,
        comparison=Comparison.NONE,
        effect=Effect.SERVICE,
        known_from=REGULATIONS,
    )
    Goal(
        f"Served by the {name.lower()}",
        boundary=own,
        requires=AllOf(application),
        known_from=REGULATIONS,
    )
    scan = PersonalData(
        f"Fingerprint taken by the {name.lower()}",
        kind=Kind.FINGERPRINT_IMAGE,
        origin=device,
        collected_for=VERIFICATION,
        lifetime=until(Event.DECISION),
    )
    block = scan.encrypt(f"PID block of the {name.lower()}", at=device, key=repository_key)
    score = scan.compare(f"Score for the {name.lower()}", reference, at=service)
    answer = score.decide(f"Yes or no for the {name.lower()}", at=service)
    answer.collected_for = VERIFICATION
    for source, destination, what, data in (
        (holder, device, "finger on the device", ()),
        (letter, application, "number stated", number),
        (device, application, "PID block", block),
        (application, service, "question", [number, block]),
        (service, application, "answer", answer),
    ):
        Flow(
            source,
            destination,
            f"{what} ({name.lower()})",
            data=data,
            extent=Extent.ONE_CASE,  # each question is about the one who is there
            known_from=REGULATIONS,
        )
    return Asker(name, party, application, answer)

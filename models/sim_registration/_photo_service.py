"""The counter, where the police ministry compares the live portrait with its identity-card photo.

Its query centre (NCIIC) or its CTID platform may be what is asked. That either is asked from the
counter is inferred, and so is every step on the way there and back.
"""

from _counter import camera, identity, reader, scan
from _registration import INFERRED, REGISTRATION, activation, customers, systems

from facetrail import (
    AllOf,
    Boundary,
    Comparison,
    Effect,
    Extent,
    Flow,
    Kind,
    Need,
    Party,
    PersonalData,
    Power,
    Process,
    Purpose,
    Role,
    Store,
)

ASKED = (
    "with what a face is compared is not public; the card photo, by NCIIC or CTID, is a candidate"
)

ministry = Party("Police ministry", role=Role.AUTHORITY, jurisdiction="CN", power=Power.COERCIVE)
service = Boundary("Identity photo service", party=ministry)

gateway = Process(
    "Query gateway",
    boundary=systems,
    purposes=REGISTRATION,
    comparison=Comparison.NONE,
    effect=Effect.NONE,
    needs=Need.DECISION,
    evidence=INFERRED,
    known_from=ASKED,
)
matcher = Process(
    "Photo comparison",
    boundary=service,
    purposes={Purpose.IDENTITY_VERIFICATION},
    comparison=Comparison.VERIFICATION,
    effect=Effect.NONE,
    evidence=INFERRED,
    known_from=ASKED,
)
photos = Store("Identity card photos", boundary=service, evidence=INFERRED, known_from=ASKED)
activation.requires = AllOf(matcher)

photo = PersonalData(
    "Identity card photo",
    kind=Kind.FACE_IMAGE,
    origin=photos,
    subjects=customers,
    collected_for={Purpose.CIVIL_REGISTRATION, Purpose.IDENTITY_VERIFICATION},
    evidence=INFERRED,
)
score = scan.compare("Comparison score", photo, at=matcher)
answer = score.decide("Yes or no", at=matcher)
answer.collected_for = REGISTRATION  # it is given for the registration

Flow(camera, gateway, "live portrait", data=scan, evidence=INFERRED, known_from=ASKED)
Flow(reader, gateway, "claimed identity", data=identity, evidence=INFERRED, known_from=ASKED)
Flow(
    gateway,
    matcher,
    "query",
    data=[scan, identity],
    extent=Extent.ONE_CASE,
    evidence=INFERRED,
    known_from=ASKED,
)
Flow(photos, matcher, "photo on file", data=photo, evidence=INFERRED, known_from=ASKED)
Flow(matcher, gateway, "answer", data=answer, evidence=INFERRED, known_from=ASKED)
Flow(gateway, activation, "result", data=answer, evidence=INFERRED, known_from=ASKED)

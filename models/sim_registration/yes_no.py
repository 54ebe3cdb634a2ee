"""Activating a mobile number at a shop counter in China: the authority answers yes or no.

The notice in force from 1 December 2019 asks that person and document agree; against which
portrait is not public. Here the live portrait goes with the identity to the photo service of the
police ministry, which compares it with the photo of the identity card and answers yes or no; the
carrier keeps nothing of the face. That the comparison runs there is inferred. How the ministry
protects its photos, and what it keeps of the questions, is not known: those are open questions.
"""

from _counter import (
    INFERRED,
    NOT_PUBLIC,
    REGISTRATION,
    activate,
    activation,
    camera,
    customers,
    identity,
    reader,
    scan,
    systems,
)

from facetrail import (
    AllOf,
    Boundary,
    Comparison,
    Effect,
    Event,
    Flow,
    Kind,
    Model,
    Need,
    Party,
    PersonalData,
    Power,
    Process,
    Purpose,
    Role,
    Store,
    until,
)

model = Model("SIM registration: the authority answers yes or no")

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
    known_from=NOT_PUBLIC,
)
matcher = Process(
    "Photo comparison",
    boundary=service,
    purposes={Purpose.IDENTITY_VERIFICATION},
    comparison=Comparison.VERIFICATION,
    effect=Effect.NONE,
    evidence=INFERRED,
    known_from=NOT_PUBLIC,
)
photos = Store("Identity card photos", boundary=service, evidence=INFERRED, known_from=NOT_PUBLIC)
activation.requires = AllOf(matcher)

scan.lifetime = until(Event.DECISION)
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

Flow(camera, gateway, "live portrait", data=scan, evidence=INFERRED, known_from=NOT_PUBLIC)
Flow(reader, gateway, "claimed identity", data=identity, evidence=INFERRED, known_from=NOT_PUBLIC)
Flow(gateway, matcher, "query", data=[scan, identity], evidence=INFERRED, known_from=NOT_PUBLIC)
Flow(photos, matcher, "photo on file", data=photo, evidence=INFERRED, known_from=NOT_PUBLIC)
Flow(matcher, gateway, "answer", data=answer, evidence=INFERRED, known_from=NOT_PUBLIC)
Flow(gateway, activation, "result", data=answer, evidence=INFERRED, known_from=NOT_PUBLIC)
activate()

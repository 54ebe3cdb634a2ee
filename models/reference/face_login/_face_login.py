"""Enrolment and authentication by face, as one published data-flow diagram draws them.

The diagram is the same wherever it is deployed: it names the elements, which of them are trusted,
and what goes between them. It draws no staff and one person at the camera. The variants say who
runs what.
"""

from facetrail import (
    Comparison,
    Effect,
    Flow,
    Kind,
    Person,
    PersonalData,
    Process,
    Purpose,
    Scene,
    Sensor,
    Store,
    Subjects,
)

ENROLMENT = "published data-flow diagram of face authentication: enrolment"
AUTHENTICATION = "published data-flow diagram of face authentication: authentication"

users = Subjects("users")

user = Person("User", subjects=users, known_from=ENROLMENT)
camera = Sensor("Camera", scene=Scene.ONE_PERSON, attended=False, known_from=ENROLMENT)
enrolment = Process(
    "Enrolment system", comparison=Comparison.NONE, effect=Effect.NONE, known_from=ENROLMENT
)
authentication = Process(
    "Authentication system",
    comparison=Comparison.NONE,
    effect=Effect.SERVICE,
    known_from=AUTHENTICATION,
)
check = Process("Check and preprocessing", known_from=ENROLMENT)
extraction = Process("Feature extraction", known_from=ENROLMENT)
weights = Store("Machine-learning model", known_from=ENROLMENT)
database = Store("Biometric database", known_from=ENROLMENT)
comparison = Process("Biometric comparison", effect=Effect.NONE, known_from=AUTHENTICATION)
SYSTEMS, TRUSTED = (enrolment, authentication), (check, extraction, weights, comparison)

identity = PersonalData("Identity", kind=Kind.ACCOUNT_ID, origin=user)
picture = PersonalData("Enrolment picture", kind=Kind.FACE_IMAGE, origin=camera)
normalised = picture.crop("Normalised enrolment picture", at=check)
reference = normalised.extract("Enrolled vector", at=extraction)
probe = PersonalData("Live picture", kind=Kind.FACE_IMAGE, origin=camera)
normalised_probe = probe.crop("Normalised live picture", at=check)
vector = normalised_probe.extract("Live vector", at=extraction)
score = vector.compare("Score", reference, at=comparison)
answer = score.decide("Same person or not", at=comparison)
model_weights = PersonalData("Model weights", kind=Kind.MODEL_WEIGHTS, origin=weights)

Flow(user, enrolment, "enrolment request", data=identity, known_from=ENROLMENT)
Flow(user, camera, "looks into the camera", known_from=ENROLMENT)
picture_sent = Flow(camera, enrolment, "picture", data=picture, known_from=ENROLMENT)
Flow(enrolment, check, "picture to check", data=picture, known_from=ENROLMENT)
Flow(check, enrolment, "checked picture", data=normalised, known_from=ENROLMENT)
Flow(enrolment, extraction, "picture to extract from", data=normalised, known_from=ENROLMENT)
Flow(weights, extraction, "model is read", data=model_weights, known_from=ENROLMENT)
Flow(extraction, enrolment, "vector", data=reference, known_from=ENROLMENT)
Flow(
    enrolment,
    database,
    "vector stored with identity",
    data=[reference, identity],
    known_from=ENROLMENT,
)

Flow(user, authentication, "authentication request", data=identity, known_from=AUTHENTICATION)
probe_sent = Flow(camera, authentication, "live picture", data=probe, known_from=AUTHENTICATION)
Flow(authentication, check, "live picture to check", data=probe, known_from=AUTHENTICATION)
Flow(
    check, authentication, "checked live picture", data=normalised_probe, known_from=AUTHENTICATION
)
Flow(
    authentication,
    extraction,
    "live picture to extract from",
    data=normalised_probe,
    known_from=AUTHENTICATION,
)
Flow(extraction, authentication, "live vector", data=vector, known_from=AUTHENTICATION)
Flow(authentication, database, "fetch by identity", data=identity, known_from=AUTHENTICATION)
Flow(database, authentication, "enrolled vector", data=reference, known_from=AUTHENTICATION)
Flow(
    authentication,
    comparison,
    "both vectors",
    data=[vector, reference],
    known_from=AUTHENTICATION,
)
Flow(comparison, authentication, "result", data=answer, known_from=AUTHENTICATION)
Flow(authentication, user, "response", data=answer, known_from=AUTHENTICATION)


def serve(purpose: Purpose) -> None:
    """States the one purpose for which everything is taken and worked on."""
    for datum in (identity, picture, probe):
        datum.collected_for = purpose
    for process in (enrolment, authentication, check, extraction, comparison):
        process.purposes = purpose

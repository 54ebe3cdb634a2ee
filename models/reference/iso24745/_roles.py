"""The roles of ISO/IEC 24745: a sample is taken, a reference made of it once, and compared later.

The client is the person's own device, the token a card that the person carries, the server that of
a service. The variants say where the reference rests and where it is compared. The standard states
no number of people, no time of keeping and no protection at rest: a million people and a key of the
service are assumed, so that the variants differ in the places alone.
"""

from functools import cache

from facetrail import (
    AllOf,
    Boundary,
    Comparison,
    Effect,
    Encrypted,
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
)

ROLES = "the roles of ISO/IEC 24745 (2011): capture, storage, comparison"
LOGIN = Purpose.AUTHENTICATION

people = Subjects("people", population=1_000_000)
service = Party("Service", role=Role.CONTROLLER)
service_key = Key("Service key", holders=[service])

own = PersonalBoundary("Person's own", subjects=people)
server = Boundary("Server", party=service)

person = Person("Person", boundary=own, subjects=people, known_from=ROLES)
decision = Process(
    "Log-in",
    boundary=server,
    purposes=LOGIN,
    comparison=Comparison.NONE,
    effect=Effect.SERVICE,
    known_from=ROLES,
)
Goal("Logged in", boundary=own, requires=AllOf(decision), known_from=ROLES)


@cache
def client() -> PersonalBoundary:
    """The person's device, where a variant has one."""
    return PersonalBoundary("Client", subjects=people, parent=own)


@cache
def token() -> PersonalBoundary:
    """The card that the person carries, where a variant has one."""
    return PersonalBoundary("Token", subjects=people, parent=own)


def capture(at: PersonalBoundary | Boundary) -> tuple[Sensor, Process]:
    """The sensor and what makes references of its samples, both at one place."""
    sensor = Sensor("Sensor", boundary=at, scene=Scene.ONE_PERSON, known_from=ROLES)
    if isinstance(at, PersonalBoundary):
        sensor.attended = False  # nobody else is there
    enrolment = Process(
        "Reference generation",
        boundary=at,
        purposes=LOGIN,
        comparison=Comparison.NONE,
        effect=Effect.NONE,
        known_from=ROLES,
    )
    Flow(person, sensor, "shows the face", known_from=ROLES)
    return sensor, enrolment


def store(at: PersonalBoundary | Boundary, name: str = "Reference store") -> Store:
    """Where references rest."""
    found = Store(name, boundary=at, purposes=LOGIN, known_from=ROLES)
    if at is server:
        found.at_rest = Encrypted(service_key)
    return found


def enrol(sensor: Sensor, enrolment: Process) -> PersonalData:
    """The reference that is made of an enrolment sample, which is not kept."""
    sample = PersonalData(
        "Enrolment sample", kind=Kind.FACE_IMAGE, origin=sensor, collected_for=LOGIN
    )
    Flow(sensor, enrolment, "enrolment sample", data=sample, known_from=ROLES)
    return sample.extract("Reference", at=enrolment)


def compare(sensor: Sensor, reference: PersonalData, at: PersonalBoundary | Boundary) -> Process:
    """Where a later sample is compared with the reference; the service learns the decision."""
    sample = PersonalData("Sample", kind=Kind.FACE_IMAGE, origin=sensor, collected_for=LOGIN)
    comparison = Process(
        "Comparison", boundary=at, purposes=LOGIN, effect=Effect.NONE, known_from=ROLES
    )
    features = sample.extract("Features", at=comparison)
    match = features.compare("Score", reference, at=comparison).decide("Decision", at=comparison)
    Flow(sensor, comparison, "sample", data=sample, known_from=ROLES)
    Flow(comparison, decision, "decision", data=match, known_from=ROLES)
    return comparison


def whole(
    kept: PersonalBoundary | Boundary,
    compared: PersonalBoundary | Boundary,
    captured: PersonalBoundary | Boundary | None = None,
) -> None:
    """A reference in one piece: captured (on the client if nowhere else), kept and compared at
    places that may differ."""
    sensor, enrolment = capture(captured or client())
    reference = enrol(sensor, enrolment)
    references = store(kept)
    comparison = compare(sensor, reference, compared)
    Flow(enrolment, references, "reference kept", data=reference, known_from=ROLES)
    Flow(references, comparison, "reference", data=reference, known_from=ROLES)


def split(compared: PersonalBoundary | Boundary) -> None:
    """A renewable reference in two parts: the pseudonymous identifier on the server, the auxiliary
    data on the token. Neither alone gives anything back; they meet only to compare."""
    sensor, enrolment = capture(client())
    features = enrol(sensor, enrolment)
    identifier = features.protect(
        "Pseudonymous identifier",
        at=enrolment,
        scheme="renewable biometric reference",
        irreversible=True,
    )
    auxiliary = features.select("Auxiliary data", at=enrolment, kind=Kind.PROTECTION_KEY)
    on_server, on_token = store(server, "Identifier store"), store(token(), "Auxiliary data store")
    comparison = compare(sensor, identifier, compared)
    for source, destination, what, data in (
        (enrolment, on_server, "identifier kept", identifier),
        (enrolment, on_token, "auxiliary data kept", auxiliary),
        (on_server, comparison, "identifier", identifier),
        (on_token, comparison, "auxiliary data", auxiliary),
    ):
        Flow(source, destination, what, data=data, known_from=ROLES)

"""A generated system as large as one wants: services that compare faces, and whom they ask.

Invented, but shaped like what exists: nested boundaries, several parties and countries, data of
every form, and some steps that are only feared.
"""

from collections.abc import Iterator
from functools import cache

from facetrail.assemble import assemble
from facetrail.model.graph import Graph
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import (
    Boundary,
    Comparison,
    Datum,
    Element,
    Event,
    Evidence,
    External,
    Flow,
    FlowRole,
    Goal,
    Key,
    Layer,
    LayerKind,
    Party,
    Person,
    Power,
    Process,
    Purpose,
    Requirement,
    Retention,
    Role,
    Sensor,
    Store,
    Subjects,
    System,
    Transform,
)
from facetrail.report import Report

SERVICES = (
    *("Bank", "Carrier", "Clinic", "Airline", "Insurer", "University", "Employer"),
    *("Landlord", "Post", "Railway", "Utility", "Exchange", "Casino"),
)
"""All of them make about 150 elements, the first four about 60."""

COUNTRIES = ("DE", "FR", "IE", "PL")
PEOPLE = "Residents"
VERIFY = frozenset({Purpose.IDENTITY_VERIFICATION})


@cache
def large_report(services: int = 4) -> Report:
    """What follows from the system with the first so many services."""
    return assemble(Graph(large_system(services)))


def large_system(services: int = 4) -> System:
    """A vendor, a register, the police and so many services that all ask them."""
    names = SERVICES[:services]
    return System(
        name="Identity checks of a country",
        description="Residents open accounts with services that compare their face with a card.",
        file="large.py",
        parties=(*_PARTIES, *map(_party, names)),
        subjects=(Subjects(name=PEOPLE, population=60_000_000),),
        boundaries=(*_BOUNDARIES, *(item for name in names for item in _boundaries(name))),
        elements=(*_ELEMENTS, *(item for name in names for item in _elements(name))),
        data=(*_DATA, *(item for name in names for item in _data(name))),
        keys=(
            Key(name="Gallery key", holders=frozenset({"Vendor"})),
            *(Key(name=f"{name} key", holders=frozenset({name})) for name in names),
        ),
        flows=(*_FLOWS, *(item for name in names for item in _flows(name))),
    )


_PARTIES = (
    Party(name=PEOPLE, role=Role.SUBJECT),
    Party(name="Vendor", role=Role.PROCESSOR, jurisdiction="US"),
    Party(name="Interior ministry", role=Role.AUTHORITY, jurisdiction="DE"),
    Party(name="Police", role=Role.AUTHORITY, jurisdiction="DE", power=Power.COERCIVE),
    Party(name="Bureau", role=Role.VENDOR, jurisdiction="FR"),
    Party(name="Host", role=Role.PROCESSOR, jurisdiction="IE"),
)
_BOUNDARIES = (
    Boundary(name="Resident's own", party=PEOPLE),
    Boundary(name="Phone", parent="Resident's own"),
    Boundary(name="Verification vendor", party="Vendor"),
    Boundary(name="Vendor cloud", parent="Verification vendor"),
    Boundary(name="Vendor research", parent="Verification vendor"),
    Boundary(name="Population register", party="Interior ministry"),
    Boundary(name="Criminal investigation", party="Police"),
    Boundary(name="Hosting", party="Host"),
)
_ELEMENTS: tuple[Element, ...] = (
    Person(name="Resident", boundary="Resident's own", subjects=PEOPLE),
    Store(name="Identity card chip", boundary="Resident's own"),
    Sensor(name="Phone camera", boundary="Phone"),
    Process(name="Wallet app", boundary="Phone", comparison=Comparison.VERIFICATION),
    Store(name="Secure element", boundary="Phone", at_rest=()),
    Process(name="Vendor gateway", boundary="Verification vendor"),
    Process(name="Liveness check", boundary="Vendor cloud"),
    Process(name="Duplicate search", boundary="Vendor cloud", comparison=Comparison.IDENTIFICATION),
    Store(
        name="Template gallery",
        boundary="Vendor cloud",
        at_rest=(Layer(LayerKind.ENCRYPTED, key="Gallery key"),),
    ),
    Store(name="Vendor log", boundary="Vendor cloud", retention=Retention(days=365)),
    Store(name="Training set", boundary="Vendor research", evidence=Evidence.HYPOTHETICAL),
    Process(name="Model training", boundary="Vendor research", evidence=Evidence.HYPOTHETICAL),
    Process(name="Register gateway", boundary="Population register"),
    Store(
        name="Photo database",
        boundary="Population register",
        retention=Retention(unlimited=True),
        evidence=Evidence.INFERRED,
    ),
    Store(name="Record database", boundary="Population register"),
    Store(name="Register log", boundary="Population register", retention=Retention(days=90)),
    Process(
        name="Face search",
        boundary="Criminal investigation",
        comparison=Comparison.IDENTIFICATION,
        purposes=frozenset({Purpose.LAW_ENFORCEMENT}),
    ),
    Store(name="Watch list", boundary="Criminal investigation"),
    Store(name="Case files", boundary="Criminal investigation"),
    External(name="Credit bureau", party="Bureau"),
    Store(name="Backup", boundary="Hosting", retention=Retention(days=3650)),
    Process(name="Log analytics", boundary="Hosting"),
)
_DATA = (
    Datum(
        name="Chip portrait", kind=Kind.CHIP_PORTRAIT, subjects=PEOPLE, origin="Identity card chip"
    ),
    Datum(
        name="Identity record",
        kind=Kind.IDENTITY_RECORD,
        subjects=PEOPLE,
        origin="Identity card chip",
    ),
    Datum(name="Selfie", kind=Kind.FACE_IMAGE, subjects=PEOPLE, origin="Phone camera"),
    Datum(
        name="Wallet template",
        kind=Kind.FACE_TEMPLATE,
        subjects=PEOPLE,
        transform=Transform(Operation.EXTRACT, ("Selfie",), "Wallet app"),
    ),
    Datum(name="Registered photo", kind=Kind.FACE_IMAGE, subjects=PEOPLE, origin="Photo database"),
    Datum(
        name="Registered record",
        kind=Kind.IDENTITY_RECORD,
        subjects=PEOPLE,
        origin="Record database",
    ),
    Datum(name="Wanted face", kind=Kind.FACE_IMAGE, subjects=PEOPLE, origin="Watch list"),
    Datum(name="Credit score", kind=Kind.RISK_SCORE, subjects=PEOPLE, origin="Credit bureau"),
    Datum(name="Liveness result", kind=Kind.DECISION, subjects=PEOPLE, origin="Liveness check"),
)


def _flow(
    source: str,
    destination: str,
    *data: str,
    evidence: Evidence = Evidence.REPORTED,
    role: FlowRole = FlowRole.DATA,
    layers: tuple[Layer, ...] = (),
) -> Flow:
    what = ", ".join(data)
    lead = "delete " if role is FlowRole.DELETION else ""
    return Flow(
        name=f"{lead}{what}: {source} to {destination}" if data else f"before {destination}",
        source=source,
        destination=destination,
        data=data,
        evidence=evidence,
        role=role,
        layers=layers,
        trigger=Event.SERVICE_END if role is FlowRole.DELETION else None,
    )


_FLOWS = (
    _flow("Resident", "Phone camera"),
    _flow("Phone camera", "Wallet app", "Selfie"),
    _flow("Wallet app", "Secure element", "Wallet template"),
    _flow("Identity card chip", "Wallet app", "Identity record"),
    _flow("Wallet app", "Vendor gateway", "Selfie"),
    _flow("Vendor gateway", "Liveness check", "Selfie"),
    _flow("Liveness check", "Vendor gateway", "Liveness result"),
    _flow("Liveness check", "Vendor log", "Liveness result"),
    _flow("Duplicate search", "Vendor gateway", "Liveness result", evidence=Evidence.CLAIMED),
    _flow("Liveness check", "Duplicate search", "Liveness result"),
    _flow("Vendor log", "Log analytics", "Liveness result", evidence=Evidence.INFERRED),
    _flow("Register gateway", "Record database", "Identity record"),
    _flow("Record database", "Register gateway", "Registered record"),
    _flow("Photo database", "Register gateway", "Registered photo", evidence=Evidence.INFERRED),
    _flow("Register gateway", "Register log", "Registered record"),
    _flow("Register gateway", "Face search", "Registered photo", evidence=Evidence.CLAIMED),
    _flow("Watch list", "Face search", "Wanted face"),
    _flow("Face search", "Case files", "Wanted face", "Registered photo"),
    _flow("Face search", "Vendor gateway", "Wanted face", evidence=Evidence.HYPOTHETICAL),
    _flow("Training set", "Model training", "Selfie", evidence=Evidence.HYPOTHETICAL),
    _flow("Vendor gateway", "Training set", "Selfie", evidence=Evidence.HYPOTHETICAL),
)


def _party(name: str) -> Party:
    country = COUNTRIES[SERVICES.index(name) % len(COUNTRIES)]
    return Party(name=name, role=Role.CONTROLLER, jurisdiction=country, power=Power.ESSENTIAL)


def _boundaries(name: str) -> Iterator[Boundary]:
    yield Boundary(name=f"{name} company", party=name)
    yield Boundary(name=f"{name} counter", parent=f"{name} company")
    yield Boundary(name=f"{name} systems", parent=f"{name} company")
    yield Boundary(name=f"{name} records", parent=f"{name} systems")


def _elements(name: str) -> Iterator[Element]:
    counter, systems, records = (f"{name} {part}" for part in ("counter", "systems", "records"))
    yield Sensor(name=f"{name} camera", boundary=counter)
    yield Sensor(name=f"{name} card reader", boundary=counter)
    yield Process(name=f"{name} help desk", boundary=counter)
    yield Process(name=f"{name} onboarding", boundary=systems, purposes=VERIFY)
    yield Process(
        name=f"{name} face comparison",
        boundary=systems,
        purposes=VERIFY,
        comparison=Comparison.VERIFICATION,
    )
    yield Process(name=f"{name} fraud check", boundary=systems)
    yield Store(
        name=f"{name} scan archive",
        boundary=records,
        at_rest=(Layer(LayerKind.ENCRYPTED, key=f"{name} key"),),
        retention=Retention(days=730, until=Event.SERVICE_END),
    )
    yield Store(name=f"{name} customer register", boundary=records, at_rest=())
    yield Store(name=f"{name} audit log", boundary=records, retention=Retention(days=365))
    yield Goal(
        name=f"Account at {name}",
        requires=Requirement("all", (f"{name} onboarding",)),
        power=Power.ESSENTIAL,
    )


def _data(name: str) -> Iterator[Datum]:
    yield Datum(
        name=f"{name} scan",
        kind=Kind.FACE_IMAGE,
        subjects=PEOPLE,
        origin=f"{name} camera",
        collected_for=VERIFY,
        lifetime=Retention(until=Event.DECISION),
    )
    yield Datum(
        name=f"{name} template",
        kind=Kind.FACE_TEMPLATE,
        subjects=PEOPLE,
        transform=Transform(Operation.EXTRACT, (f"{name} scan",), f"{name} face comparison"),
    )
    yield Datum(
        name=f"{name} match",
        kind=Kind.COMPARISON_SCORE,
        subjects=PEOPLE,
        transform=Transform(
            Operation.COMPARE, (f"{name} scan", "Chip portrait"), f"{name} face comparison"
        ),
    )
    yield Datum(
        name=f"{name} account", kind=Kind.ACCOUNT_ID, subjects=PEOPLE, origin=f"{name} onboarding"
    )


def _flows(name: str) -> Iterator[Flow]:
    scan, template, match, account = (
        f"{name} {part}" for part in ("scan", "template", "match", "account")
    )
    camera, reader, desk = (f"{name} {part}" for part in ("camera", "card reader", "help desk"))
    onboarding, comparison, fraud = (
        f"{name} {part}" for part in ("onboarding", "face comparison", "fraud check")
    )
    archive, register, log = (
        f"{name} {part}" for part in ("scan archive", "customer register", "audit log")
    )
    sealed = (Layer(LayerKind.ENCRYPTED, key=f"{name} key"),)
    yield _flow("Resident", camera)
    yield _flow("Resident", desk)
    yield _flow("Identity card chip", reader, "Chip portrait", "Identity record")
    yield _flow(camera, comparison, scan)
    yield _flow(reader, comparison, "Chip portrait")
    yield _flow(reader, onboarding, "Identity record")
    yield _flow(comparison, "Vendor gateway", scan)
    yield _flow("Vendor gateway", "Duplicate search", scan, evidence=Evidence.CLAIMED)
    yield _flow("Duplicate search", "Template gallery", scan, evidence=Evidence.CLAIMED)
    yield _flow("Vendor gateway", comparison, "Liveness result")
    yield _flow(comparison, onboarding, match)
    yield _flow(onboarding, "Register gateway", "Identity record")
    yield _flow("Register gateway", onboarding, "Registered record")
    yield _flow(onboarding, fraud, "Identity record")
    yield _flow(fraud, "Credit bureau", "Identity record")
    yield _flow("Credit bureau", fraud, "Credit score")
    yield _flow(comparison, archive, scan, template, evidence=Evidence.INFERRED)
    yield _flow(onboarding, register, "Identity record", account)
    yield _flow(onboarding, log, match, account)
    yield _flow(register, archive, scan, role=FlowRole.DELETION)
    yield _flow(archive, "Backup", scan, layers=sealed)
    yield _flow(onboarding, "Resident", account)
    yield _flow(archive, "Face search", scan, evidence=Evidence.HYPOTHETICAL)

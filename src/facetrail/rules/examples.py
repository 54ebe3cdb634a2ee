"""Small systems from which the examples of rules differ by a value or two.

`central` is a door with a central gallery: a camera and a matcher of one operator, templates of
many people in one store, a staffed desk beside it. `own_device` compares on the person's own
phone. Both are mild as they stand: every attribute is settled and most rules find nothing.
"""

from dataclasses import replace
from typing import TypeVar

from facetrail.model.graph import Graph
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import (
    ASKED_BY_THE_PERSON,
    AboutOthers,
    Act,
    AfterRefusal,
    Agreement,
    Attribution,
    Basis,
    Boundary,
    Comparison,
    Datum,
    Effect,
    Element,
    Extent,
    Flow,
    Frequency,
    Goal,
    Key,
    Layer,
    LayerKind,
    MediaCheck,
    Need,
    Notice,
    Party,
    Person,
    Power,
    Process,
    Purpose,
    Reachable,
    Recourse,
    Requirement,
    Retention,
    Role,
    Scene,
    Sensor,
    SetBy,
    StaffAccess,
    Store,
    Subjects,
    System,
    Transform,
    Upkeep,
)

Part = Party | Subjects | Boundary | Element | Datum | Key | Flow
P = TypeVar("P", Party, Subjects, Boundary, Element, Datum, Key, Flow)

PEOPLE = Subjects(
    name="people",
    population=5_000_000,
    notice=Notice(complete=True),
    minors=False,
    lacks=frozenset(),
    can_be_told=True,
)
OPERATOR = Party(
    name="Operator",
    role=Role.CONTROLLER,
    power=Power.ESSENTIAL,
    observers=frozenset(),
    closed_recipients=True,
    exit_settled=True,
    protects_channels=True,
    keeps_captures=False,
    compellable_from=frozenset(),
    staff_access=StaffAccess.CASES,
    access_log=True,
    access_from=frozenset(),
    basis=Basis.CONTRACT,
    access_route=True,
    correction_route=True,
    impact_assessment=True,
    retention_published=True,
)
PARTNER = replace(
    OPERATOR,
    name="Partner",
    role=Role.VENDOR,
    power=None,
    observers=None,
    agreement=Agreement.WITH_LIMITS,
)
BUREAU = replace(PARTNER, name="Bureau", role=Role.AUTHORITY, agreement=None)

PERSON = Person(name="Person", subjects="people")
CAMERA = Sensor(
    name="Camera",
    party="Operator",
    notice=True,
    scene=Scene.ONE_PERSON,
    attended=True,
    attack_detection=True,
    count=1,
    act=Act.ACTIVE,
    frequency=Frequency.EACH_USE,
)
MATCHER = Process(
    name="Matcher",
    party="Operator",
    purposes=frozenset({Purpose.ACCESS_CONTROL}),
    comparison=Comparison.VERIFICATION,
    needs=Need.TEMPLATE,
    effect=Effect.NONE,
    tells_enrolment=False,
    zone_set_by=SetBy.NOBODY,
    absence_set_by=SetBy.NOBODY,
    attribution=Attribution.NOBODY,
    needs_identity=True,
    needs_kinds=frozenset(Kind),
    enough=Frequency.EACH_USE,
    groups_by_trait=False,
    about_others=AboutOthers.NOTHING,
    attempt_limit=True,
    error_limits=True,
    tested_by_group=True,
    checks_documents=True,
    review_keeps_up=True,
    confirmed_by=2,
    media_checks=frozenset(MediaCheck),
)
DESK = Process(
    name="Desk",
    party="Operator",
    purposes=frozenset({Purpose.ACCESS_CONTROL}),
    effect=Effect.NONE,
    needs_identity=True,
    needs_kinds=frozenset(Kind),
    enough=Frequency.EACH_USE,
    groups_by_trait=False,
    about_others=AboutOthers.NOTHING,
    checks_documents=True,
)
GALLERY = Store(
    name="Gallery",
    party="Operator",
    at_rest=(),
    retention=Retention(days=365),
    deletes_on=ASKED_BY_THE_PERSON,
    reachable=Reachable.OWN_NETWORK,
    track_points=0,
    keeps_non_matches=False,
    after_refusal=AfterRefusal.DELETED,
    replays_deletions=True,
)
ARCHIVE = replace(GALLERY, name="Archive")
PARTNER_STORE = replace(GALLERY, name="Partner store", party="Partner")
ENTRY = Goal(
    name="Entry",
    requires=Requirement("any", ("Matcher", "Desk")),
    routes_complete=True,
    power=Power.ESSENTIAL,
    detriment=frozenset(),
    redress=True,
    assisted=True,
    act_of_will=True,
    needs_identity=True,
    recourse=frozenset(Recourse),
)

SCAN = Datum(
    name="Scan",
    kind=Kind.FACE_IMAGE,
    subjects="people",
    origin="Camera",
    collected_for=frozenset({Purpose.ACCESS_CONTROL}),
    metadata=False,
    upkeep=Upkeep.KEPT_UP,
)
TEMPLATE = Datum(
    name="Template",
    kind=Kind.FACE_TEMPLATE,
    subjects="people",
    transform=Transform(Operation.EXTRACT, ("Scan",), "Matcher"),
)
ID_NUMBER = Datum(
    name="Id number",
    kind=Kind.NATIONAL_ID,
    subjects="people",
    origin="Desk",
    collected_for=frozenset({Purpose.ACCESS_CONTROL}),
)
FULL_NAME = Datum(
    name="Name",
    kind=Kind.NAME,
    subjects="people",
    origin="Desk",
    collected_for=frozenset({Purpose.ACCESS_CONTROL}),
)
CASE_NUMBER = Datum(name="Case", kind=Kind.PSEUDONYM, subjects="people", origin="Desk")
PROTECTED = Datum(
    name="Protected template",
    kind=Kind.FACE_TEMPLATE,
    subjects="people",
    transform=Transform(Operation.PROTECT, ("Template",), "Matcher"),
    layer=Layer(LayerKind.PROTECTED, scheme="fuzzy vault", irreversible=True),
)

OWN_KEY = Key(name="Gallery key", holders=frozenset({"Operator"}))
SUBJECTS_KEY = Key(name="Gallery key", holders=frozenset({"people"}))
SEALED = (Layer(LayerKind.ENCRYPTED, "Gallery key"),)


def flow(source: str, destination: str, *data: str, layers: tuple[Layer, ...] = ()) -> Flow:
    """A flow named after its ends."""
    return Flow(
        name=f"{source} to {destination}",
        source=source,
        destination=destination,
        data=data,
        layers=layers,
        extent=Extent.ONE_CASE,
    )


CENTRAL: tuple[Part, ...] = (
    PEOPLE,
    Party(name="people", role=Role.SUBJECT),
    OPERATOR,
    PARTNER,
    BUREAU,
    PERSON,
    CAMERA,
    MATCHER,
    DESK,
    GALLERY,
    ENTRY,
    SCAN,
    TEMPLATE,
    flow("Person", "Camera"),
    flow("Person", "Desk"),
    flow("Camera", "Matcher", "Scan"),
    flow("Matcher", "Gallery", "Template"),
    flow("Gallery", "Matcher", "Template"),
)

PHONE = Process(
    name="Phone",
    party="people",
    purposes=frozenset({Purpose.ACCESS_CONTROL}),
    visible_trace=False,
)
SERVER = replace(MATCHER, name="Server")

OWN_DEVICE: tuple[Part, ...] = (
    PEOPLE,
    Party(name="people", role=Role.SUBJECT),
    OPERATOR,
    PARTNER,
    PERSON,
    PHONE,
    SERVER,
    replace(SCAN, origin="Phone"),
    replace(TEMPLATE, transform=Transform(Operation.EXTRACT, ("Scan",), "Phone")),
    Datum(
        name="Answer",
        kind=Kind.DECISION,
        subjects="people",
        transform=Transform(Operation.DECIDE, ("Template",), "Phone"),
    ),
    flow("Person", "Phone"),
    flow("Phone", "Server", "Answer"),
)


LATER = "2028-01-01"
"""A day on which everything applies that applies from a day on."""


def central(*changes: Part, drop: tuple[str, ...] = (), date: str = LATER) -> Graph:
    """The door with a central gallery, changed."""
    return system(*CENTRAL, *changes, drop=drop, date=date)


def own_device(*changes: Part, drop: tuple[str, ...] = (), date: str = LATER) -> Graph:
    """The comparison on the person's own phone, changed."""
    return system(*OWN_DEVICE, *changes, drop=drop, date=date)


def system(*parts: Part, drop: tuple[str, ...] = (), date: str = LATER) -> Graph:
    """A graph of parts: a later part replaces an earlier one of the same sort and name, and the
    names in `drop` are left out."""

    def those(sort: type[P]) -> tuple[P, ...]:
        found = {part.name: part for part in parts if isinstance(part, sort)}
        return tuple(part for name, part in found.items() if name not in drop)

    return Graph(
        System(
            name="Example",
            date=date,
            parties=those(Party),
            subjects=those(Subjects),
            boundaries=those(Boundary),
            elements=those(Element),
            data=those(Datum),
            keys=those(Key),
            flows=those(Flow),
        )
    )


KEPT_PROBE: tuple[Part, ...] = (
    replace(ARCHIVE, retention=Retention(days=90)),
    Datum(
        name="Score",
        kind=Kind.COMPARISON_SCORE,
        subjects="people",
        transform=Transform(Operation.COMPARE, ("Scan", "Reference"), "Matcher"),
    ),
    Datum(name="Reference", kind=Kind.FACE_TEMPLATE, subjects="people", origin="Gallery"),
    flow("Matcher", "Archive", "Scan"),
    flow("Gallery", "Matcher", "Reference"),
)
"""The operator keeps the live scan in an archive after comparing it."""

FULL_RECORD: tuple[Part, ...] = (
    ID_NUMBER,
    FULL_NAME,
    flow("Desk", "Archive", "Id number", "Name"),
    ARCHIVE,
)
"""An archive of names and id numbers beside the gallery."""

NO_FACES = (
    "Camera",
    "Scan",
    "Template",
    "Person to Camera",
    "Camera to Matcher",
    "Matcher to Gallery",
    "Gallery to Matcher",
)
"""What is dropped for a door at which only the desk takes data."""

"""A square under cameras: the police search a crowd for people on a list; for examples.

Everything is settled, and mild but for what a search in public is by itself.
"""

from facetrail.model.graph import Graph
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import (
    ASKED_BY_THE_PERSON,
    Attribution,
    Comparison,
    Datum,
    Effect,
    ListRule,
    MediaCheck,
    Need,
    Party,
    Person,
    Power,
    Process,
    Purpose,
    Retention,
    Role,
    Scene,
    Sensor,
    SetBy,
    Store,
    StoreUse,
    Subjects,
    Transform,
    Upkeep,
)
from facetrail.rules.examples import Part, flow, system

SECURITY = frozenset({Purpose.PUBLIC_SECURITY})

CROWD = Subjects(name="crowd", population=20_000)
SOUGHT = Subjects(name="sought", population=500)
CITY = Party(name="City", role=Role.CONTROLLER, power=Power.NONE)
POLICE = Party(name="Police", role=Role.AUTHORITY, power=Power.COERCIVE)
CAMERAS = Sensor(
    name="Cameras",
    party="City",
    notice=True,
    attended=True,
    attack_detection=True,
    scene=Scene.PUBLIC,
    count=40,
)
SEARCH = Process(
    name="Search",
    party="Police",
    purposes=SECURITY,
    comparison=Comparison.IDENTIFICATION,
    needs=Need.TEMPLATE,
    effect=Effect.NONE,
    real_time=True,
    zone_set_by=SetBy.NOBODY,
    absence_set_by=SetBy.NOBODY,
    attribution=Attribution.NOBODY,
    tells_enrolment=False,
    human_review=True,
    error_limits=True,
    tested_by_group=True,
    review_keeps_up=True,
    confirmed_by=2,
    media_checks=frozenset(MediaCheck),
)
LIST = Store(
    name="List",
    party="Police",
    at_rest=(),
    retention=Retention(days=365),
    deletes_on=ASKED_BY_THE_PERSON,
    use=StoreUse.WATCH_LIST,
    list_rules=frozenset(ListRule),
    track_points=0,
    keeps_non_matches=False,
)
CASES = Store(
    name="Cases",
    party="Police",
    at_rest=(),
    retention=Retention(days=365),
    deletes_on=ASKED_BY_THE_PERSON,
    track_points=30,
    keeps_non_matches=True,
)
FACE = Datum(
    name="Face",
    kind=Kind.FACE_IMAGE,
    subjects="crowd",
    origin="Cameras",
    collected_for=SECURITY,
    untargeted=False,
)
FEATURES = Datum(
    name="Features",
    kind=Kind.FACE_TEMPLATE,
    subjects="crowd",
    transform=Transform(Operation.EXTRACT, ("Face",), "Search"),
)
ENTRY = Datum(
    name="Entry",
    kind=Kind.FACE_TEMPLATE,
    subjects="sought",
    origin="List",
    collected_for=SECURITY,
    untargeted=False,
    upkeep=Upkeep.KEPT_UP,
)
HITS = Datum(
    name="Hits",
    kind=Kind.CANDIDATE_LIST,
    subjects="crowd",
    transform=Transform(Operation.SEARCH, ("Features", "Entry"), "Search"),
)

SQUARE: tuple[Part, ...] = (
    CROWD,
    SOUGHT,
    Party(name="crowd", role=Role.SUBJECT),
    Party(name="sought", role=Role.SUBJECT),
    CITY,
    POLICE,
    Person(name="Passer-by", subjects="crowd"),
    CAMERAS,
    SEARCH,
    LIST,
    CASES,
    FACE,
    FEATURES,
    ENTRY,
    HITS,
    flow("Passer-by", "Cameras"),
    flow("Cameras", "Search", "Face"),
    flow("List", "Search", "Entry"),
)


def square(*changes: Part, drop: tuple[str, ...] = ()) -> Graph:
    """The square, changed."""
    return system(*SQUARE, *changes, drop=drop)

"""An alert when somebody on a list leaves a zone: the report of January 2018 from Xinjiang.

One anonymous source, confirmed by nobody else, told of tests since early 2017, led by a state-owned
contractor (CETC). Cameras are linked to a database of people who drew attention; an alert is raised
when one of them goes more than 300 metres beyond designated safe areas, home and workplace; the
police can stop and visit the person and question relatives. All of it is claimed. What must be
there for it to work, though the report does not tell, is inferred. Who runs the system, how many
are on the list, and what is kept of sightings is not told, and asked.
"""

from facetrail import (
    AboutOthers,
    Act,
    AllOf,
    Boundary,
    Comparison,
    Effect,
    Evidence,
    Flow,
    Frequency,
    Kind,
    Model,
    Need,
    Party,
    Person,
    PersonalBoundary,
    PersonalData,
    Power,
    Process,
    Purpose,
    Role,
    Scene,
    Sensor,
    SetBy,
    Store,
    StoreUse,
    Subjects,
)

ONE_SOURCE = "report of January 2018 from one anonymous source, not confirmed by others"
FOLLOWS = "follows from what the one source tells"
CLAIMED, INFERRED = Evidence.CLAIMED, Evidence.INFERRED
WATCHING = Purpose.PUBLIC_SECURITY

model = Model("Zone alerts", date="2018-01-01")

# About 26 million live there (census of 2020). How many come by the cameras of a test is not told,
# nor is how many are on the list.
residents = Subjects("residents of the region", minors=True)
listed = Subjects("people on the list")
relatives = Subjects("relatives of people on the list")
police = Party("Police", role=Role.AUTHORITY, jurisdiction="CN", power=Power.COERCIVE)

street = Boundary("Street", party=police)
platform = Boundary("Alert platform", party=police)
field = Boundary("Police on the spot", party=police)

resident = Person(
    "Resident",
    boundary=PersonalBoundary("Resident's own", subjects=residents),
    subjects=residents,
    evidence=CLAIMED,
    known_from=ONE_SOURCE,
)
target = Person(
    "Person on the list",
    boundary=PersonalBoundary("Listed person's own", subjects=listed),
    subjects=listed,
    evidence=CLAIMED,
    known_from=ONE_SOURCE,
)
cameras = Sensor(
    "Street cameras",
    boundary=street,
    scene=Scene.PUBLIC,
    act=Act.PASSIVE,
    frequency=Frequency.CONTINUOUS,
    evidence=CLAIMED,
    known_from=ONE_SOURCE,
)
watch_list = Store(
    "Watch list",
    boundary=platform,
    description="People who drew attention, with what is needed to recognise and to find them.",
    purposes=WATCHING,
    use=StoreUse.WATCH_LIST,
    evidence=CLAIMED,
    known_from=ONE_SOURCE,
)
recognition = Process(
    "Recognition",
    boundary=platform,
    description="Compares everybody before a camera with the people on the list.",
    purposes=WATCHING,
    comparison=Comparison.IDENTIFICATION,
    effect=Effect.NONE,
    needs=Need.TEMPLATE,
    needs_identity=True,  # whom to alert about
    real_time=True,  # an alert that comes later stops nobody
    zone_set_by=SetBy.NOBODY,  # the zone check does that
    evidence=CLAIMED,
    known_from=ONE_SOURCE,
)
fence = Process(
    "Zone check",
    boundary=platform,
    description="Beyond the safe areas, home and workplace: an alert.",
    purposes=WATCHING,
    comparison=Comparison.NONE,
    effect=Effect.NONE,
    zone_set_by=SetBy.OTHERS,
    absence_set_by=SetBy.NOBODY,  # it fires on being seen outside, not on not being seen
    evidence=CLAIMED,
    known_from=ONE_SOURCE,
)
officer = Process(
    "Officer who gets the alert",
    boundary=field,
    description="Can stop the person, visit them at home, and question relatives.",
    purposes=WATCHING,
    comparison=Comparison.NONE,
    effect=Effect.COERCIVE,
    human_review=True,  # an officer acts, or does not
    requires=AllOf(fence),
    about_others=AboutOthers.USED,
    evidence=CLAIMED,
    known_from=ONE_SOURCE,
)


def on_file(
    name: str, kind: Kind, evidence: Evidence, also_about: Subjects | None = None
) -> PersonalData:
    """Something that the list holds of a person on it."""
    return PersonalData(
        name,
        kind=kind,
        origin=watch_list,
        subjects=listed,
        collected_for=WATCHING,
        also_about=also_about or (),
        evidence=evidence,
    )


entry = on_file("Entry on the list", Kind.WATCHLIST_ENTRY, CLAIMED)
reference = on_file("Face reference", Kind.FACE_TEMPLATE, CLAIMED)
places = on_file("Home, workplace and safe areas", Kind.ADDRESS, CLAIMED)
kin = on_file("Relatives", Kind.CONTACT_LIST, INFERRED, relatives)
image = PersonalData(
    "Street image",
    kind=Kind.FACE_IMAGE,
    origin=cameras,
    subjects=residents,
    collected_for=WATCHING,
    evidence=CLAIMED,
)
spot = PersonalData(
    "Place of the camera",
    kind=Kind.LOCATION,
    origin=cameras,
    subjects=listed,
    collected_for=WATCHING,
    evidence=CLAIMED,
)
template = image.extract("Face template", at=recognition)
sighting = template.search("Who was seen", reference, at=recognition)
sighting.subjects = listed
zones = places.surround("Zones of the person", at=fence, metres=300)
outside = sighting.join("Place against the zones", spot, zones, at=fence, kind=Kind.LOCATION)
alert = outside.infer("Alert: outside the zones", at=fence, kind=Kind.BEHAVIOUR)

Flow(resident, cameras, "walks by", evidence=CLAIMED, known_from=ONE_SOURCE)
Flow(target, cameras, "walks by as well", evidence=CLAIMED, known_from=ONE_SOURCE)
Flow(cameras, recognition, "images", data=[image, spot], evidence=CLAIMED, known_from=ONE_SOURCE)
Flow(
    watch_list,
    recognition,
    "who is looked for",
    data=[reference, entry],
    evidence=CLAIMED,
    known_from=ONE_SOURCE,
)
Flow(
    recognition,
    fence,
    "who was seen where",
    data=[sighting, spot],
    evidence=CLAIMED,
    known_from=ONE_SOURCE,
)
Flow(
    watch_list,
    fence,
    "zones of the person",
    data=[entry, places],
    evidence=CLAIMED,
    known_from=ONE_SOURCE,
)
Flow(
    fence,
    officer,
    "alert",
    data=[alert, outside, sighting],
    evidence=CLAIMED,
    known_from=ONE_SOURCE,
)
Flow(
    watch_list,
    officer,
    "who it is, and whose relative",
    data=[entry, places, kin],
    evidence=INFERRED,
    known_from=FOLLOWS,
)
Flow(officer, target, "is stopped or visited", evidence=CLAIMED, known_from=ONE_SOURCE)

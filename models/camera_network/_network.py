"""What every state of the camera network has in common: who films, who joins, who watches.

Skynet was begun in 2005. Sharp Eyes, after a plan of 2015 ([2015] No. 996), aims at full coverage
of key public areas by 2020, joined over county, township and village and connected by GB/T 28181;
in some places residents can watch on television or in an app. Many of the cameras are private:
which of those come in, and where, is not told. State media say that Sharp Eyes recognises faces;
where, and whom, they do not. So nothing is drawn that recognises anybody, and it is asked.
"""

from facetrail import (
    Act,
    Boundary,
    Evidence,
    External,
    Flow,
    Frequency,
    Kind,
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
    Store,
    Subjects,
)

TOTALS = "BBC, December 2017: 170 million cameras and 400 million more in three years; estimates"
PLAN = "plan for public-security video, [2015] No. 996, and reports on Sharp Eyes"
STANDARD = "GB/T 28181"
WATCHERS = "reports on Sharp Eyes: in some places residents watch on television or in an app"
USUAL = "cameras of this kind usually record; how they do is not told"
PRIVATE_TOO = (
    "recalled from reports on Sharp Eyes, not looked up again: private cameras come in, too"
)
CLAIMED, INFERRED = Evidence.CLAIMED, Evidence.INFERRED
WATCHING = Purpose.PUBLIC_SECURITY

# Any number above a million scores the same.
inhabitants = Subjects(
    "inhabitants",
    population=1_400_000_000,
    minors=True,
    evidence=INFERRED,
    known_from="all inhabitants, by the census of 2020: that each comes by a camera is assumed",
)

# That it is the police who run the joined network is how Skynet is described.
police = Party("Police", role=Role.AUTHORITY, jurisdiction="CN", power=Power.COERCIVE)
owners = Party("Private owners", role=Role.CONTROLLER, jurisdiction="CN")
watchers = Party("Residents who watch", role=Role.PUBLIC, jurisdiction="CN")

own = PersonalBoundary("Inhabitant's own", subjects=inhabitants)
street = Boundary("Public areas", party=police)
premises = Boundary("Shops, housing, firms", party=owners)
county = Boundary("County", party=police)
township = Boundary("Township", party=police, parent=county)
village = Boundary("Village", party=police, parent=township)

inhabitant = Person(
    "Inhabitant",
    boundary=own,
    subjects=inhabitants,
    description="That everybody comes by one of the cameras is assumed.",
    known_from=TOTALS,
)


def cameras(name: str, place: Boundary) -> Sensor:
    """Cameras that take in whoever comes by. How many, the variants say."""
    return Sensor(
        name,
        description="The estimate is of all cameras together, public and private: that half of "
        "them are these is a placeholder.",
        boundary=place,
        scene=Scene.PUBLIC,
        act=Act.PASSIVE,
        frequency=Frequency.CONTINUOUS,
        known_from=TOTALS,
    )


public_cameras = cameras("Public cameras", street)
private_cameras = cameras("Private cameras", premises)
recorders = Store(
    "Recorders of private owners",
    boundary=premises,
    purposes={Purpose.SERVICE_SECURITY},
    evidence=INFERRED,
    known_from=USUAL,
)


def platform(name: str, place: Boundary) -> Process:
    """A level of the joined network. What it compares, if anything, is asked."""
    return Process(
        name,
        boundary=place,
        description="One for all of this level.",
        purposes=WATCHING,
        known_from=PLAN,
    )


village_platform = platform("Village platform", village)
township_platform = platform("Township platform", township)
county_platform = platform("County platform", county)
recordings = Store(
    "Recordings",
    boundary=county,
    purposes=WATCHING,
    evidence=INFERRED,
    known_from=USUAL,
)
screens = External(
    "Television and app of residents",
    party=watchers,
    description="In some places.",
    purposes=WATCHING,
    known_from=WATCHERS,
)

public_video = PersonalData(
    "Public video",
    kind=Kind.FACE_IMAGE,
    origin=public_cameras,
    collected_for=WATCHING,
    untargeted=True,  # whoever comes by
)
private_video = PersonalData(
    "Private video",
    kind=Kind.FACE_IMAGE,
    origin=private_cameras,
    collected_for=Purpose.SERVICE_SECURITY,
    untargeted=True,
    description="Taken to guard shops, housing and firms.",
)

Flow(inhabitant, public_cameras, "walks by", known_from=TOTALS)
Flow(inhabitant, private_cameras, "comes in", known_from=TOTALS)
Flow(public_cameras, village_platform, "public areas", data=public_video, known_from=PLAN)
Flow(private_cameras, recorders, "kept", data=private_video, evidence=INFERRED, known_from=USUAL)
Flow(
    village_platform,
    township_platform,
    "joined over villages",
    data=public_video,
    channel=STANDARD,
    known_from=PLAN,
)
Flow(
    township_platform,
    county_platform,
    "joined over townships",
    data=public_video,
    channel=STANDARD,
    known_from=PLAN,
)
# At which level private cameras come in is not told; one place is drawn.
Flow(
    recorders,
    county_platform,
    "private cameras",
    data=private_video,
    evidence=CLAIMED,
    known_from=PRIVATE_TOO,
)
Flow(
    county_platform,
    recordings,
    "kept by the county",
    data=[public_video, private_video],
    evidence=INFERRED,
    known_from=USUAL,
)
Flow(village_platform, screens, "live pictures", data=public_video, known_from=WATCHERS)

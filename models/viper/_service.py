"""SenseTime's Viper as reported in April 2018, in development: streams in, tags and tracks out.

A service that parses live camera feeds, makes video searchable by structured tags (adult, clothing,
vehicle), and tags and tracks individuals. Who would run it was not published: here it is the
police, which is assumed. What it keeps and how long, and whether it says who somebody is, is open.
Its founder said that privacy is not affected because only authorised persons have access: who they
are and what they can look up is asked. The variants say how many streams there are, and from where.
"""

from facetrail import (
    Act,
    Boundary,
    Comparison,
    Effect,
    Evidence,
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
    SetBy,
    Store,
    Subjects,
)

REPORTED = "reports of April 2018 on a service in development; who would run it is not told"
AUTHORISED = "the founder, April 2018: only authorised persons have access"
FOLLOWS = "follows from what the service is reported to do"
INFERRED = Evidence.INFERRED
WATCHING = Purpose.PUBLIC_SECURITY

# How many come by so many cameras is not told.
passers_by = Subjects("people before the cameras", minors=True)
police = Party("Police", role=Role.AUTHORITY, jurisdiction="CN", power=Power.COERCIVE)

own = PersonalBoundary("Passer-by's own", subjects=passers_by)
roads = Boundary("Roads", party=police)
service = Boundary("Viper (operator assumed)", party=police)

passer_by = Person("Passer-by", boundary=own, subjects=passers_by, known_from=REPORTED)
traffic_cameras = Sensor(
    "Traffic cameras",
    boundary=roads,
    scene=Scene.PUBLIC,
    act=Act.PASSIVE,
    frequency=Frequency.CONTINUOUS,
    known_from=REPORTED,
)
parsing = Process(
    "Stream parsing",
    boundary=service,
    description="Finds people and vehicles in live streams and tags them.",
    purposes=WATCHING,
    comparison=Comparison.NONE,
    effect=Effect.NONE,
    real_time=True,
    zone_set_by=SetBy.NOBODY,  # it tags, and knows nobody from before
    known_from=REPORTED,
)
tracking = Process(
    "Tracking",
    boundary=service,
    description="Follows one person from stream to stream. By what, and whether by a name, is not "
    "published.",
    purposes=WATCHING,
    effect=Effect.NONE,
    real_time=True,
    known_from=REPORTED,
)
index = Store(
    "Index of tags and tracks",
    boundary=service,
    description="Makes video searchable. What it keeps, and how long, is not published.",
    purposes=WATCHING,
    evidence=INFERRED,
    known_from=FOLLOWS,
)
authorised = Person(
    "Authorised person", party=police, evidence=Evidence.CLAIMED, known_from=AUTHORISED
)

image = PersonalData(
    "Traffic video",
    kind=Kind.FACE_IMAGE,
    origin=traffic_cameras,
    subjects=passers_by,
    collected_for=WATCHING,
    untargeted=True,  # whoever comes by
)
tags = image.infer("Tags: adult, clothing, vehicle", at=parsing, kind=Kind.PERSONAL_TRAIT)

Flow(passer_by, traffic_cameras, "walks or drives by", known_from=REPORTED)
Flow(traffic_cameras, parsing, "live streams", data=image, known_from=REPORTED)


def track(*videos: PersonalData) -> PersonalData:
    """What is made of the streams: tags and tracks, kept so that they can be searched."""
    first, *others = videos
    found = first.infer("Track of a person", *others, tags, at=tracking, kind=Kind.TRAJECTORY)
    Flow(parsing, tracking, "people in streams", data=[*videos, tags], known_from=REPORTED)
    Flow(parsing, index, "tags", data=tags, evidence=INFERRED, known_from=FOLLOWS)
    Flow(tracking, index, "tracks", data=found, evidence=INFERRED, known_from=FOLLOWS)
    Flow(
        index,
        authorised,
        "what was searched for is shown",
        data=[tags, found],
        evidence=Evidence.CLAIMED,
        known_from=AUTHORISED,
    )
    return found

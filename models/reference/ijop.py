"""The integrated joint operations platform (IJOP) of the police in Xinjiang, as published by 2019.

Officials enter what they learn about residents in an app; two other apps, checkpoints, cameras and
devices that listen for phones feed in as well. Everything is joined on the national id number. The
platform raises flags for types of persons and conduct, sends officials to look into them, and
checkpoints restrict who may pass by the level of a flag. What was read out of the app is reported.
By which way data of carriers, electricity suppliers and vehicle registers come in is not published:
that they come from there is inferred. What is only recalled of other reports is marked as claimed.
How anything is protected, how long it is kept and who may challenge an entry is left open.
"""

from facetrail import (
    AboutOthers,
    Act,
    AllOf,
    Attribution,
    Boundary,
    Comparison,
    Effect,
    Evidence,
    Extent,
    Flow,
    Kind,
    Model,
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

APP = "published analysis of the app that officials use, May 2019"
CHECKPOINTS = "published reports on checkpoints and their data doors, 2018 and 2019"
RECALLED = "recalled from published reports, not looked up again"
NOT_PUBLIC = "the app shows that the platform has it; by which way it comes is not published"
CLAIMED, INFERRED = Evidence.CLAIMED, Evidence.INFERRED
WATCHING = Purpose.PUBLIC_SECURITY

model = Model("IJOP policing platform", date="2019-05-01")

# Census of 2020, rounded. Any number above a million scores the same.
residents = Subjects("residents of the region", population=26_000_000)
police = Party("Police", role=Role.AUTHORITY, jurisdiction="CN", power=Power.COERCIVE)
carrier = Party("Mobile carrier", role=Role.CONTROLLER, jurisdiction="CN", power=Power.ESSENTIAL)
supplier = Party(
    "Electricity supplier", role=Role.CONTROLLER, jurisdiction="CN", power=Power.ESSENTIAL
)

own = PersonalBoundary("Resident's own", subjects=residents)
phone_app = Boundary("Official's phone", party=police)
checkpoint = Boundary("Checkpoint", party=police)
street = Boundary("Street", party=police)
platform = Boundary("Platform", party=police)
network = Boundary("Mobile network", party=carrier)
grid = Boundary("Electricity network", party=supplier)

resident = Person("Resident", boundary=own, subjects=residents, known_from=APP)
official = Person("Official", party=police, known_from=APP)

# Where data begin

entry_form = Sensor(
    "Entry form",
    boundary=phone_app,
    scene=Scene.ONE_PERSON,
    attended=True,  # an official fills it in
    known_from=APP,
)
visits = Sensor(
    "Home visit app", boundary=phone_app, scene=Scene.ONE_PERSON, attended=True, known_from=APP
)
migrants = Sensor(
    "Migrant worker app", boundary=phone_app, scene=Scene.ONE_PERSON, attended=True, known_from=APP
)
door = Sensor(
    "Data door",
    boundary=checkpoint,
    description="The resident swipes a card and looks into a camera; the body is measured.",
    scene=Scene.ONE_PERSON,
    known_from=CHECKPOINTS,
)
listener = Sensor(
    "Phone listener",
    boundary=checkpoint,
    description="Part of the data door: takes MAC address and IMEI of the phone without telling.",
    notice=False,
    act=Act.COVERT,  # people take the door for a check of their card
    known_from=CHECKPOINTS,
)
lanes = Sensor("Vehicle checkpoint", boundary=checkpoint, known_from=CHECKPOINTS)
cameras = Sensor(
    "Street cameras",
    boundary=street,
    description="With face recognition, some with infrared.",
    scene=Scene.PUBLIC,
    act=Act.PASSIVE,
    evidence=CLAIMED,
    known_from=RECALLED,
)
wifi = Sensor("Wi-Fi probes", boundary=street, scene=Scene.PUBLIC, known_from=APP)
subscriptions = Store(
    "Subscriber register", boundary=network, evidence=INFERRED, known_from=NOT_PUBLIC
)
meters = Sensor("Electricity meters", boundary=grid, evidence=INFERRED, known_from=NOT_PUBLIC)

# What works on them

records = Store("Joined records", boundary=platform, purposes=WATCHING, known_from=APP)
flags = Store(
    "Flagged persons",
    boundary=platform,
    purposes=WATCHING,
    use=StoreUse.WATCH_LIST,
    known_from=APP,
)
face_check = Process(
    "Face check in the app",
    boundary=phone_app,
    description="Software of a vendor compares the photo of a document with a face, or of another.",
    purposes=WATCHING,
    comparison=Comparison.VERIFICATION,
    effect=Effect.NONE,
    known_from=APP,
)
search = Process(
    "Search and full profile",
    boundary=phone_app,
    description="By name, id number, household or address; the full profile if a superior agrees.",
    purposes=WATCHING,
    comparison=Comparison.NONE,
    effect=Effect.NONE,
    known_from=APP,
)
flagging = Process(
    "Flagging",
    boundary=platform,
    description="Flags 36 types of persons, 51 network tools, unusual use of electricity, a phone, "
    "card or vehicle that goes off grid or is used by another than its registrant, leaving the "
    "registered area without permission, staying abroad too long, and relations to flagged people.",
    purposes=WATCHING,
    comparison=Comparison.NONE,
    effect=Effect.NONE,
    absence_set_by=SetBy.OTHERS,  # off grid
    zone_set_by=SetBy.OTHERS,  # the registered area
    about_others=AboutOthers.USED,  # relations to flagged people are a reason for a flag
    known_from=APP,
)
recognition = Process(
    "Face recognition of street cameras",
    boundary=platform,
    purposes=WATCHING,
    comparison=Comparison.IDENTIFICATION,
    effect=Effect.NONE,
    evidence=CLAIMED,
    known_from=RECALLED,
)
mission = Process(
    "Mission",
    boundary=phone_app,
    description="An official visits and questions the person and reports back; the official is "
    "scored for it.",
    purposes=WATCHING,
    comparison=Comparison.NONE,
    effect=Effect.COERCIVE,
    human_review=True,  # a person carries it out
    attribution=Attribution.REGISTERED,  # the app names who registered a phone used by another
    requires=AllOf(flagging),
    known_from=APP,
)
fence = Process(
    "Invisible fence",
    boundary=checkpoint,
    description="Lets pass, or stops, by the level of a flag.",
    purposes=WATCHING,
    effect=Effect.COERCIVE,
    requires=AllOf(flagging),
    known_from=CHECKPOINTS,
)

# What officials enter


def entered(name: str, kind: Kind, at: Sensor = entry_form) -> PersonalData:
    """Something that officials write down about a resident."""
    return PersonalData(name, kind=kind, origin=at, collected_for=WATCHING)


identity = entered("Name and id number", Kind.IDENTITY_RECORD)
photo = entered("Photo", Kind.FACE_IMAGE)
body = entered("Height, build and hair", Kind.PERSONAL_TRAIT)
blood = entered("Blood type", Kind.HEALTH_FACT)
phone_number = entered("Phone number", Kind.PHONE_NUMBER)
plate = entered("Vehicle, colour and plate", Kind.LICENCE_PLATE)
employer = entered("Employer", Kind.PERSONAL_TRAIT)
household = entered("Household number for utilities", Kind.ACCOUNT_ID)
address = entered("Building address", Kind.ADDRESS)
practice = entered("Religious practice", Kind.ORIGIN_OR_BELIEF)
relations = entered("Relationships and foreign links", Kind.CONTACT_LIST)
energy = entered("Use of electricity and petrol", Kind.BEHAVIOUR)
profile = (
    identity,
    photo,
    body,
    blood,
    phone_number,
    plate,
    employer,
    household,
    address,
    practice,
    relations,
    energy,
)
visited = entered("Notes of home visits", Kind.BEHAVIOUR, visits)
moved = entered("Notes on migrant workers", Kind.BEHAVIOUR, migrants)

Flow(official, entry_form, "fills in", known_from=APP)
Flow(resident, entry_form, "is asked and photographed", known_from=APP)
Flow(resident, visits, "is visited", known_from=APP)
Flow(resident, migrants, "is registered", known_from=APP)
Flow(entry_form, records, "entry", data=profile, known_from=APP)
Flow(visits, records, "home visits", data=visited, known_from=APP)
Flow(migrants, records, "migrant workers", data=moved, known_from=APP)

# What is captured

card = entered("Id card at the door", Kind.IDENTITY_RECORD, door)
face = entered("Face at the door", Kind.FACE_IMAGE, door)
measures = entered("Body measures", Kind.PERSONAL_TRAIT, door)
addresses = entered("MAC address and IMEI", Kind.DEVICE_ID, listener)
passing_plate = entered("Plate at the checkpoint", Kind.LICENCE_PLATE, lanes)
networks = entered("Network name and encryption", Kind.DEVICE_ID, wifi)
spot = entered("Place of the network", Kind.LOCATION, wifi)
image = PersonalData(
    "Street image",
    kind=Kind.FACE_IMAGE,
    origin=cameras,
    collected_for=WATCHING,
    evidence=CLAIMED,
)
sighting = image.search("Who was seen where", photo, at=recognition)

Flow(resident, door, "walks through", known_from=CHECKPOINTS)
Flow(resident, listener, "carries a phone", known_from=CHECKPOINTS)
Flow(resident, lanes, "drives through", known_from=CHECKPOINTS)
Flow(resident, wifi, "has a network", known_from=APP)
Flow(resident, cameras, "walks by", evidence=CLAIMED, known_from=RECALLED)
Flow(door, fence, "who is at the door", data=[card, face], known_from=CHECKPOINTS)
Flow(
    door,
    records,
    "passage",
    data=[card, face, measures],
    known_from=CHECKPOINTS,
)
Flow(listener, records, "phone at the door", data=addresses, known_from=CHECKPOINTS)
Flow(lanes, records, "vehicle", data=passing_plate, known_from=CHECKPOINTS)
Flow(wifi, records, "networks", data=[networks, spot], known_from=APP)
Flow(cameras, recognition, "images", data=image, evidence=CLAIMED, known_from=RECALLED)
Flow(records, recognition, "photos", data=photo, evidence=CLAIMED, known_from=RECALLED)
Flow(recognition, records, "sightings", data=sighting, evidence=CLAIMED, known_from=RECALLED)

# What comes from others

SERVICE = Purpose.SERVICE_DELIVERY
registrant = PersonalData(
    "Registrant's id number",
    kind=Kind.NATIONAL_ID,
    origin=subscriptions,
    collected_for=[SERVICE, Purpose.REAL_NAME_REGISTER],
    evidence=INFERRED,
)
registered_number = PersonalData(
    "Registered phone number",
    kind=Kind.PHONE_NUMBER,
    origin=subscriptions,
    collected_for=[SERVICE, Purpose.REAL_NAME_REGISTER],
    evidence=INFERRED,
)
consumption = PersonalData(
    "Meter readings",
    kind=Kind.BEHAVIOUR,
    origin=meters,
    collected_for=SERVICE,
    evidence=INFERRED,
)
account = PersonalData(
    "Electricity account",
    kind=Kind.ACCOUNT_ID,
    origin=meters,
    collected_for=SERVICE,
    evidence=INFERRED,
)
Flow(
    subscriptions,
    records,
    "who registered which number",
    data=[registrant, registered_number],
    evidence=INFERRED,
    known_from=NOT_PUBLIC,
)
Flow(
    meters,
    records,
    "use by account",
    data=[consumption, account],
    extent=Extent.STANDING,  # what is unusual shows only where everybody's use comes in
    evidence=INFERRED,
    known_from=NOT_PUBLIC,
)

# What is made of it

WEIGHED = (
    practice,
    relations,
    energy,
    phone_number,
    plate,
    card,
    addresses,
    passing_plate,
    spot,
)
flag = identity.join("What is weighed", *WEIGHED, at=flagging, kind=Kind.IDENTITY_RECORD).infer(
    "Flag", at=flagging, kind=Kind.RISK_SCORE
)
document_photo = entered("Photo of a document", Kind.DOCUMENT_IMAGE)
face_seen = entered("Face seen by an official", Kind.FACE_IMAGE)
same = face_seen.compare("Likeness", document_photo, at=face_check).decide(
    "Same person or not", at=face_check
)

Flow(entry_form, face_check, "two pictures", data=[document_photo, face_seen], known_from=APP)
Flow(face_check, search, "result", data=same, known_from=APP)
Flow(records, search, "profile", data=profile, known_from=APP)
Flow(search, official, "profile is read", data=profile, known_from=APP)
Flow(records, flagging, "all records", data=[identity, *WEIGHED], known_from=APP)
Flow(
    records,
    flagging,
    "meter readings and registrants",
    data=[consumption, account, registrant, registered_number],
    evidence=INFERRED,
    known_from=NOT_PUBLIC,
)
Flow(flagging, mission, "flag for an official", data=[flag, identity], known_from=APP)
Flow(mission, records, "outcome", data=flag, known_from=APP)
Flow(flagging, flags, "flag", data=[flag, identity], known_from=APP)
Flow(flags, fence, "level of the flag", data=[flag, identity], known_from=CHECKPOINTS)

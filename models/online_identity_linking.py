"""Linking online accounts to persons in China: the phone number leads to a name and to a face.

Since 1 June 2017 the Cybersecurity Law (24) asks for real identity for telephone, publishing and
messaging services. That the number stands for the identity, that records are joined by it and that
an authority can ask both sides is inferred: how it asks, through what gate and for how many people
at a time is open. That most other services follow is common report. What a face adds rests on what
is inferred of the carrier: that it keeps the live portrait.
"""

from facetrail import (
    Act,
    AllOf,
    Boundary,
    Comparison,
    Effect,
    Encrypted,
    Event,
    Evidence,
    Flow,
    Frequency,
    Goal,
    Key,
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
    Store,
    Subjects,
    until,
    years,
)

LAW = "Cybersecurity Law, article 24, in force from 1 June 2017"
NOTICE = "notice of the ministry of industry and information technology, September 2019"
ORDER_25 = "Order 25 of the ministry of industry and information technology, 2013"
NOT_STATED = "Order 25 keeps identity materials; a vendor guide claims that nothing is kept"
CODES = "a number is usually checked by a code in a text message"
USUAL_KEY = "the phone number is the usual key of an account"
COMMON_REPORT = "common report: services beyond those that the law names ask for the number, too"
JOINED = "follows from the number being at both; how an authority asks is not public"
CLAIMED, INFERRED = Evidence.CLAIMED, Evidence.INFERRED

model = Model("Online identity linking", date="2019-12-01")

REGISTRATION = {Purpose.IDENTITY_VERIFICATION, Purpose.REAL_NAME_REGISTER}
SERVICE = {Purpose.SERVICE_DELIVERY}
SERVICE_AND_TWO_YEARS = until(Event.SERVICE_END, plus=years(2))

# Those who registered with a scan. All who hold one of the 1.6 billion subscriptions are
# registered; whether earlier customers have to scan later is unclear.
customers = Subjects(
    "new customers",
    population=100_000_000,
    evidence=INFERRED,
    known_from="a guess for one year: about one adult in ten",
)

# The rule holds for every carrier and every service of a kind: nobody gets in without.
carrier = Party("Carrier", role=Role.CONTROLLER, jurisdiction="CN", power=Power.ESSENTIAL)
messaging, publisher, others = (
    Party(
        name,
        role=Role.CONTROLLER,
        jurisdiction="CN",
        power=power,
        observers=carrier,  # the network over which it is used
    )
    for name, power in (
        ("Messaging service", Power.ESSENTIAL),
        ("Publishing platform", Power.ESSENTIAL),
        ("Other online service", None),
    )
)
police = Party("Police", role=Role.AUTHORITY, jurisdiction="CN", power=Power.COERCIVE)

own = PersonalBoundary("Customer's own", subjects=customers)
shop = Boundary("Shop", party=carrier)
systems = Boundary("Carrier's systems", party=carrier)
chats = Boundary("Messaging systems", party=messaging)
posts = Boundary("Publishing systems", party=publisher)
elsewhere = Boundary("Systems of other services", party=others)
station = Boundary("Investigation", party=police)

# The number is registered

customer = Person(
    "Customer",
    boundary=own,
    subjects=customers,
    description="How many people activate a number in a year is not published: 100 million is a "
    "guess.",
    known_from=LAW,
)
camera = Sensor(
    "Counter camera",
    boundary=shop,
    scene=Scene.ONE_PERSON,
    attended=True,
    act=Act.ACTIVE,
    frequency=Frequency.ONCE,
    known_from=NOTICE,
)
reader = Sensor(
    "Card reader",
    boundary=shop,
    scene=Scene.ONE_PERSON,
    attended=True,
    act=Act.ACTIVE,
    frequency=Frequency.ONCE,
    known_from=NOTICE,
)
phone = Process(
    "Phone",
    boundary=own,
    effect=Effect.NONE,
    evidence=INFERRED,
    known_from=USUAL_KEY,
)
activation = Process(
    "Activation",
    boundary=systems,
    description="How face and document are compared is the subject of models of its own.",
    purposes=REGISTRATION,
    comparison=Comparison.NONE,
    effect=Effect.SERVICE,
    known_from=NOTICE,
)
register = Store(
    "Customer register",
    boundary=systems,
    purposes=REGISTRATION,
    retention=SERVICE_AND_TWO_YEARS,
    keep_duty=ORDER_25,
    known_from=ORDER_25,
)
scans = Store(
    "Scan archive",
    boundary=systems,
    description="How it is protected is not public; that it is encrypted is assumed.",
    purposes=REGISTRATION,
    at_rest=Encrypted(Key("Archive key", holders=carrier)),
    retention=SERVICE_AND_TWO_YEARS,
    evidence=INFERRED,
    known_from=NOT_STATED,
)

scan = PersonalData(
    "Live portrait",
    kind=Kind.FACE_IMAGE,
    origin=camera,
    collected_for=REGISTRATION,
)
identity = PersonalData(
    "Name, id number and address",
    kind=Kind.IDENTITY_RECORD,
    origin=reader,
    collected_for=REGISTRATION,
)
number = PersonalData(
    "Phone number",
    kind=Kind.PHONE_NUMBER,
    origin=activation,
    collected_for={*SERVICE, *REGISTRATION},
)

Flow(customer, camera, "looks into the camera", known_from=NOTICE)
Flow(customer, reader, "lays down the card", known_from=NOTICE)
Flow(reader, activation, "identity", data=identity, known_from=ORDER_25)
Flow(activation, register, "entry", data=[identity, number], known_from=ORDER_25)
Flow(camera, scans, "scan kept", data=scan, evidence=INFERRED, known_from=NOT_STATED)
Flow(activation, phone, "number in service", data=number, known_from=NOTICE)

# Services ask for the number

texts = Process(
    "Text messages",
    boundary=systems,
    description="Brings the code by which a service checks that the number is the customer's.",
    purposes=SERVICE,
    comparison=Comparison.NONE,
    effect=Effect.NONE,
    needs=Need.ATTRIBUTE,
    evidence=INFERRED,
    known_from=CODES,
)


def service(
    place: Boundary,
    what: str,
    done: str,
    evidence: Evidence,
    known_from: str,
) -> tuple[Store, PersonalData, PersonalData]:
    """A service that opens accounts for a number, and what people do there."""
    door = Process(
        f"Opening accounts for {what}",
        boundary=place,
        purposes=SERVICE,
        comparison=Comparison.NONE,
        effect=Effect.SERVICE,
        evidence=evidence,
        known_from=known_from,
    )
    accounts = Store(
        f"Accounts and {done.lower()}",
        boundary=place,
        purposes=SERVICE,
        evidence=evidence,
        known_from=known_from,
    )
    account = PersonalData(
        f"Account for {what}", kind=Kind.ACCOUNT_ID, origin=door, collected_for=SERVICE
    )
    conduct = PersonalData(done, kind=Kind.BEHAVIOUR, origin=accounts, collected_for=SERVICE)
    # That identity is asked for is the law's; that the number stands for it is the usual way.
    asked = INFERRED if evidence is Evidence.REPORTED else evidence
    Flow(
        phone,
        door,
        f"number for {what}",
        data=number,
        evidence=asked,
        known_from=USUAL_KEY if evidence is Evidence.REPORTED else known_from,
    )
    Flow(
        door,
        texts,
        f"code for {what} is sent",
        data=number,
        evidence=INFERRED,
        known_from=CODES,
    )
    Flow(
        door,
        accounts,
        f"{what} account",
        data=[account, number],
        evidence=asked,
        known_from=USUAL_KEY,
    )
    Goal(
        f"An account for {what}",
        boundary=place,
        requires=AllOf(door),
        routes_complete=True,
        legal_duty=LAW if evidence is Evidence.REPORTED else "",
        evidence=evidence,
        known_from=known_from,
    )
    return accounts, account, conduct


Flow(customer, phone, "uses the services", evidence=INFERRED, known_from=USUAL_KEY)
chatted = service(chats, "messaging", "Messages", Evidence.REPORTED, LAW)
published = service(posts, "publishing", "Posts", Evidence.REPORTED, LAW)
bought = service(elsewhere, "other services", "Use of other services", CLAIMED, COMMON_REPORT)

# An authority can ask both

inquiry = Process(
    "Inquiry about an account",
    boundary=station,
    purposes={Purpose.LAW_ENFORCEMENT},
    comparison=Comparison.NONE,
    effect=Effect.COERCIVE,
    evidence=INFERRED,
    known_from=JOINED,
)
for accounts, account, conduct in (chatted, published, bought):
    Flow(
        accounts,
        inquiry,
        f"what is under {account.name.lower()}",
        data=[account, number, conduct],
        evidence=INFERRED,
        known_from=JOINED,
    )
Flow(
    register,
    inquiry,
    "who holds the number",
    data=[number, identity],
    evidence=INFERRED,
    known_from=JOINED,
)
Flow(scans, inquiry, "the face of the holder", data=scan, evidence=INFERRED, known_from=JOINED)

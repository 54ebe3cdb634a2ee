"""Activating a mobile number at a shop counter in China: the carrier compares and keeps.

From 1 December 2019 carriers compare the live portrait of a customer with the identity document
at every physical channel and may serve only after a match. This variant compares centrally with
the portrait on the card's chip and keeps the scan and a copy of the card. Where the comparison
runs, against which portrait, and whether the scan is kept, is not public: those steps are marked
as inferred. Comparing with the police ministry's own photo is a variant of its own.
"""

from facetrail import (
    AllOf,
    Boundary,
    Comparison,
    Effect,
    Encrypted,
    Event,
    Evidence,
    Flow,
    Goal,
    Key,
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
    Store,
    Subjects,
    until,
    years,
)

NOTICE = "notice of the ministry of industry and information technology, September 2019"
ORDER_25 = "Order 25 of the ministry of industry and information technology, 2013"
PRACTICE = "reports of how counters work after the notice of September 2019"
NOT_PUBLIC = "the notice asks that person and document agree; how they are compared is not public"
NOT_STATED = "Order 25 keeps identity materials; a vendor guide claims that nothing is kept"
INFERRED = Evidence.INFERRED
# The notice serves the register of real names, and checks identity to that end.
REGISTRATION = {Purpose.IDENTITY_VERIFICATION, Purpose.REAL_NAME_REGISTER}

model = Model("SIM registration: scan kept")

# People, not subscriptions: the three operators had about 1.6 billion of those in late 2019,
# several to many a person. How many people activate a number is not published; this is our own
# guess for one year, about one adult in ten. Any number above a million scores the same.
customers = Subjects("new customers", population=100_000_000)
# Three operators under the same notice: nobody gets a number without one of them.
carrier = Party("Carrier", role=Role.CONTROLLER, jurisdiction="CN", power=Power.ESSENTIAL)

own = PersonalBoundary("Customer's own")
shop = Boundary("Shop", party=carrier)
systems = Boundary("Carrier's systems", party=carrier)

customer = Person("Customer", boundary=own, known_from=NOTICE)
card = Store("Identity card chip", boundary=own, known_from=PRACTICE)
camera = Sensor(
    "Counter camera",
    boundary=shop,
    scene=Scene.ONE_PERSON,
    attended=True,  # an agent serves the counter
    known_from=PRACTICE,
)
reader = Sensor(
    "Card reader",
    boundary=shop,
    scene=Scene.ONE_PERSON,
    attended=True,
    known_from=PRACTICE,
)
matcher = Process(
    "Face comparison",
    boundary=systems,
    purposes=REGISTRATION,
    comparison=Comparison.VERIFICATION,
    effect=Effect.NONE,
    evidence=INFERRED,
    known_from=NOT_PUBLIC,
)
activation = Process(
    "Activation",
    boundary=systems,
    purposes=REGISTRATION,
    requires=AllOf(matcher),
    effect=Effect.SERVICE,  # the number is activated or not
    known_from=NOTICE,
)
register = Store(
    "Customer register",
    boundary=systems,
    purposes=REGISTRATION,
    retention=until(Event.SERVICE_END, plus=years(2)),
    keep_duty=ORDER_25,
    known_from=ORDER_25,
)
# How the archives are protected is not public. The carrier must be able to show what it keeps, so
# whatever key there is, the carrier reaches it.
archive_key = Key("Archive key", holders=[carrier])
scans = Store(
    "Scan archive",
    boundary=systems,
    description="Keeps the scan as long as the materials of Order 25, which does not name scans.",
    at_rest=Encrypted(archive_key),
    retention=until(Event.SERVICE_END, plus=years(2)),
    evidence=INFERRED,
    known_from=NOT_STATED,
)
copies = Store(
    "Document archive",
    boundary=systems,
    at_rest=Encrypted(archive_key),
    retention=until(Event.SERVICE_END, plus=years(2)),
    keep_duty=ORDER_25,
    evidence=INFERRED,
    known_from=ORDER_25,
)
activated = Goal(
    "Number activated at a counter",
    requires=AllOf(activation),
    routes_complete=True,
    power=Power.ESSENTIAL,
    legal_duty=NOTICE,
    known_from=NOTICE,
)

scan = PersonalData(
    "Live portrait",
    kind=Kind.FACE_IMAGE,
    origin=camera,
    collected_for=REGISTRATION,
)
chip_portrait = PersonalData(
    "Chip portrait",
    kind=Kind.CHIP_PORTRAIT,
    origin=card,
    collected_for=REGISTRATION,
)
identity = PersonalData(
    "Name, id number and address",
    kind=Kind.IDENTITY_RECORD,
    origin=card,
    collected_for=REGISTRATION,
)
card_copy = PersonalData(
    "Copy of the card",
    kind=Kind.DOCUMENT_IMAGE,
    origin=reader,
    collected_for=REGISTRATION,
    evidence=INFERRED,
)
number = PersonalData(
    "Phone number",
    kind=Kind.PHONE_NUMBER,
    origin=activation,
    collected_for={Purpose.SERVICE_DELIVERY, *REGISTRATION},
)

live_template = scan.extract("Live template", at=matcher)
chip_template = chip_portrait.extract("Chip template", at=matcher)
score = live_template.compare("Comparison score", chip_template, at=matcher)
match = score.decide("Match or no match", at=matcher)

Flow(customer, camera, "looks into the camera", known_from=NOTICE)
Flow(customer, reader, "lays down the card", known_from=PRACTICE)
Flow(card, reader, "chip is read", data=[chip_portrait, identity], known_from=PRACTICE)
Flow(camera, matcher, "live portrait", data=scan, evidence=INFERRED, known_from=NOT_PUBLIC)
Flow(reader, matcher, "chip portrait", data=chip_portrait, evidence=INFERRED, known_from=NOT_PUBLIC)
Flow(matcher, activation, "result", data=match, known_from=NOTICE)
Flow(reader, activation, "identity", data=identity, known_from=ORDER_25)
Flow(activation, register, "entry", data=[identity, number], known_from=ORDER_25)
Flow(camera, scans, "scan kept", data=scan, evidence=INFERRED, known_from=NOT_STATED)
Flow(reader, copies, "card copy kept", data=card_copy, evidence=INFERRED, known_from=ORDER_25)
Flow(activation, customer, "number in service", data=number, known_from=NOTICE)

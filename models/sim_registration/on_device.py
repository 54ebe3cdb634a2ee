"""Activating a mobile number at a shop counter in China: compared on the terminal, nothing kept.

The notice in force from 1 December 2019 asks that the live portrait and the identity document
agree; it does not ask that a face leaves the counter. Here the terminal compares the live portrait
with the portrait on the card's chip, passes on only the result, and keeps nothing of the face. The
customer register that Order 25 asks for remains. Whether any counter works this way is not public:
a vendor guide claims that the operator keeps nothing, and the comparison itself is inferred.
"""

from facetrail import (
    AllOf,
    Boundary,
    Comparison,
    Effect,
    Event,
    Evidence,
    Flow,
    Goal,
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

NOTICE = "notice of the ministry of industry and information technology, September 2019"
ORDER_25 = "Order 25 of the ministry of industry and information technology, 2013"
PRACTICE = "reports of how counters work after the notice of September 2019"
NOT_PUBLIC = "the notice asks that person and document agree; how they are compared is not public"
INFERRED = Evidence.INFERRED
# The notice serves the register of real names, and checks identity to that end.
REGISTRATION = {Purpose.IDENTITY_VERIFICATION, Purpose.REAL_NAME_REGISTER}

model = Model("SIM registration: compared on the terminal")

# Our own guess of the people who activate a number in a year: see kept.py.
customers = Subjects("new customers", population=100_000_000)
carrier = Party("Carrier", role=Role.CONTROLLER, jurisdiction="CN", power=Power.ESSENTIAL)

own = PersonalBoundary("Customer's own")
shop = Boundary("Shop", party=carrier)
terminal = Boundary("Counter terminal", party=carrier, parent=shop)
systems = Boundary("Carrier's systems", party=carrier)

customer = Person("Customer", boundary=own, known_from=NOTICE)
card = Store("Identity card chip", boundary=own, known_from=PRACTICE)
camera = Sensor(
    "Counter camera",
    boundary=terminal,
    scene=Scene.ONE_PERSON,
    attended=True,  # an agent serves the counter
    known_from=PRACTICE,
)
reader = Sensor(
    "Card reader",
    boundary=terminal,
    scene=Scene.ONE_PERSON,
    attended=True,
    known_from=PRACTICE,
)
matcher = Process(
    "Face comparison",
    boundary=terminal,
    purposes=REGISTRATION,
    comparison=Comparison.VERIFICATION,
    effect=Effect.NONE,
    needs=Need.RAW,  # the chip of this card cannot compare: the terminal has to read the portrait
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
    lifetime=until(Event.DECISION),
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
Flow(matcher, activation, "result", data=match, evidence=INFERRED, known_from=NOT_PUBLIC)
Flow(reader, activation, "identity", data=identity, known_from=ORDER_25)
Flow(activation, register, "entry", data=[identity, number], known_from=ORDER_25)
Flow(activation, customer, "number in service", data=number, known_from=NOTICE)

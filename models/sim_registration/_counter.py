"""What every variant of registering a number at a counter in China has in common.

From 1 December 2019 carriers compare the live portrait of a customer with the identity document
at every physical channel and may serve only after a match. The variants say where the comparison
runs, against which portrait, and what is kept.
"""

from facetrail import (
    Act,
    AllOf,
    Boundary,
    Effect,
    Event,
    Evidence,
    Flow,
    Frequency,
    Goal,
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
    until,
    years,
)

IN_FORCE = "2019-12-01"  # the day from which carriers compare
NOTICE = "notice of the ministry of industry and information technology, September 2019"
ORDER_25 = "Order 25 of the ministry of industry and information technology, 2013"
PRACTICE = "reports of how counters work after the notice of September 2019"
NOT_PUBLIC = "the notice asks that person and document agree; how they are compared is not public"
INFERRED = Evidence.INFERRED
# The notice serves the register of real names, and checks identity to that end.
REGISTRATION = {Purpose.IDENTITY_VERIFICATION, Purpose.REAL_NAME_REGISTER}

# People, not subscriptions: the three operators had about 1.6 billion of those in late 2019,
# several to many a person. Our guess for one year is about one adult in ten. Any number above a
# million scores the same.
customers = Subjects("new customers", population=100_000_000)
# Three operators under the same notice: nobody gets a number without one of them.
carrier = Party("Carrier", role=Role.CONTROLLER, jurisdiction="CN", power=Power.ESSENTIAL)

own = PersonalBoundary("Customer's own", subjects=customers)
shop = Boundary("Shop", party=carrier)
terminal = Boundary("Counter terminal", party=carrier, parent=shop)
systems = Boundary("Carrier's systems", party=carrier)

customer = Person(
    "Customer",
    boundary=own,
    subjects=customers,
    description="How many people activate a number in a year is not published: 100 million is a "
    "guess.",
    known_from=NOTICE,
)
card = Store("Identity card chip", boundary=own, known_from=PRACTICE)
camera = Sensor(
    "Counter camera",
    boundary=terminal,
    scene=Scene.ONE_PERSON,
    attended=True,  # an agent serves the counter
    act=Act.ACTIVE,
    frequency=Frequency.ONCE,  # when the number is activated
    known_from=PRACTICE,
)
reader = Sensor(
    "Card reader",
    boundary=terminal,
    scene=Scene.ONE_PERSON,
    attended=True,
    act=Act.ACTIVE,
    frequency=Frequency.ONCE,
    known_from=PRACTICE,
)
activation = Process(
    "Activation",
    boundary=systems,
    purposes=REGISTRATION,
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
    subjects=customers,
    collected_for=REGISTRATION,
)
identity = PersonalData(
    "Name, id number and address",
    kind=Kind.IDENTITY_RECORD,
    origin=card,
    subjects=customers,
    collected_for=REGISTRATION,
)
number = PersonalData(
    "Phone number",
    kind=Kind.PHONE_NUMBER,
    origin=activation,
    subjects=customers,
    collected_for={Purpose.SERVICE_DELIVERY, *REGISTRATION},
)

Flow(customer, camera, "looks into the camera", known_from=NOTICE)
Flow(customer, reader, "lays down the card", known_from=PRACTICE)
Flow(card, reader, "chip is read", data=identity, known_from=PRACTICE)


def activate() -> None:
    """What follows a match, in every variant: the entry in the register and the number itself."""
    Flow(reader, activation, "identity", data=identity, known_from=ORDER_25)
    Flow(activation, register, "entry", data=[identity, number], known_from=ORDER_25)
    Flow(activation, customer, "number in service", data=number, known_from=NOTICE)

"""What every variant of registering a number in China has in common, at a counter or online.

Carriers register who holds a number and serve only whose face and identity document agree. The
ministry of industry and information technology asks for the register since 2013; that a live
portrait is compared at every physical channel, from 1 December 2019. People can look up the numbers
under their name.
"""

from facetrail import (
    Boundary,
    Effect,
    Event,
    Evidence,
    Flow,
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
    Store,
    Subjects,
    until,
    years,
)

IN_FORCE = "2019-12-01"  # the day from which carriers compare at every counter
NOTICE = "notice of the ministry of industry and information technology, September 2019"
ORDER_25 = "Order 25 of the ministry of industry and information technology, 2013"
NOT_PUBLIC = "the notice asks that person and document agree; how they are compared is not public"
INFERRED = Evidence.INFERRED
# The notice serves the register of real names, and checks identity to that end.
REGISTRATION = {Purpose.IDENTITY_VERIFICATION, Purpose.REAL_NAME_REGISTER}
SERVICE_AND_TWO_YEARS = until(Event.SERVICE_END, plus=years(2))

# People, not subscriptions: the three operators had about 1.6 billion of those in late 2019,
# several to many a person. Any number above a million scores the same.
customers = Subjects(
    "new customers",
    population=100_000_000,
    evidence=INFERRED,
    known_from="a guess for one year: about one adult in ten",
)
# Three operators under the same notice: nobody gets a number without one of them.
carrier = Party("Carrier", role=Role.CONTROLLER, jurisdiction="CN", power=Power.ESSENTIAL)

own = PersonalBoundary("Customer's own", subjects=customers)
systems = Boundary("Carrier's systems", party=carrier)

customer = Person(
    "Customer",
    boundary=own,
    subjects=customers,
    description="How many people activate a number in a year is not published: 100 million is a "
    "guess.",
    known_from=NOTICE,
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
    description="Type and number of the document, name and address, beside the phone number.",
    purposes=REGISTRATION,
    retention=SERVICE_AND_TWO_YEARS,
    keep_duty=ORDER_25,
    known_from=ORDER_25,
)
look_up = Process(
    "Look-up of own numbers",
    boundary=systems,
    description="Lists the numbers registered under one's name; objections are verified. How people"
    " show who they are is not stated.",
    purposes=REGISTRATION,
    effect=Effect.NONE,
    known_from=NOTICE,
)


def wanted(name: str, known_from: str, legal_duty: str = "") -> Goal:
    """What the customer wants, with no other way to it than those written."""
    return Goal(
        name,
        description="A number works whoever has it: that a name is asked for is a rule.",
        routes_complete=True,
        power=Power.ESSENTIAL,
        legal_duty=legal_duty,
        needs_identity=False,
        known_from=known_from,
    )


number = PersonalData(
    "Phone number",
    kind=Kind.PHONE_NUMBER,
    origin=activation,
    subjects=customers,
    collected_for={Purpose.SERVICE_DELIVERY, *REGISTRATION},
)


def enter(identity: PersonalData) -> None:
    """What follows a match, in every variant: the entry in the register and the number itself."""
    Flow(activation, register, "entry", data=[identity, number], known_from=ORDER_25)
    Flow(activation, customer, "number in service", data=number, known_from=NOTICE)


def answer_look_ups(identity: PersonalData) -> None:
    """What people can ask at any time once a number is registered."""
    Flow(register, look_up, "entries of one name", data=[identity, number], known_from=NOTICE)
    Flow(look_up, customer, "numbers under one's name", data=number, known_from=NOTICE)

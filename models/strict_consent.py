"""A phone contract from home, where consent is asked for and can be refused: a design to compare.

The article contrasts the registration in China with countries whose law asks for explicit consent.
That is so only where consent is the basis, and use by the police follows other law. The design is
ours: notice, a consent of its own, comparison on the customer's phone with the portrait in the chip
of the document, of which the result alone leaves it; a counter where somebody looks at the document
instead; nothing kept of the face; and ways to see, correct and erase what is kept.
"""

from facetrail import (
    Act,
    Adaptation,
    AllOf,
    AnyOf,
    Attribution,
    Basis,
    Boundary,
    ChannelProtection,
    Comparison,
    Effect,
    Encrypted,
    Event,
    Flow,
    Frequency,
    Goal,
    Key,
    Kind,
    Means,
    Model,
    Need,
    Notice,
    Party,
    Person,
    PersonalBoundary,
    PersonalData,
    Power,
    Process,
    Purpose,
    Reachable,
    Recourse,
    Role,
    Scene,
    Sensor,
    SetBy,
    StaffAccess,
    Store,
    Subjects,
    days,
    until,
)

DESIGN = "the design of this model"
CHECK, CONTRACT = Purpose.IDENTITY_VERIFICATION, Purpose.SERVICE_DELIVERY

model = Model("Phone contract under strict consent", date="2019-12-01")

customers = Subjects(
    "new customers",
    population=1_000_000,  # of one carrier in a year
    notice=Notice(complete=True),
    minors=False,  # the app and the counter ask for the age first
    lacks=[Means.OWN_DEVICE, Means.FEATURE, Means.SIGHT, Means.STEADY_HAND, Means.LITERACY],
    can_be_told=True,
)
carrier = Party(
    "Carrier",
    role=Role.CONTROLLER,
    power=Power.NONE,  # there are others, and a contract can be had without a face
    observers=(),  # that somebody has a contract with a carrier, everybody may know
    basis=Basis.CONTRACT,
    basis_for={CHECK: Basis.CONSENT},
    separate_consent=True,
    consent_record=True,
    withdrawal=True,
    refusable=True,
    access_route=True,
    correction_route=True,
    impact_assessment=True,
    retention_published=True,
    closed_recipients=True,
    exit_settled=True,
    protects_channels=True,
    keeps_captures=False,
    staff_access=StaffAccess.CASES,
    access_log=True,
)

own = PersonalBoundary("Customer's own", subjects=customers)
phone = PersonalBoundary("Customer's phone", subjects=customers, parent=own)
shop = Boundary("Shop", party=carrier)
systems = Boundary("Carrier's systems", party=carrier)

customer = Person("Customer", boundary=own, subjects=customers, known_from=DESIGN)
document = Store("Identity card chip", boundary=own, known_from=DESIGN)
camera = Sensor(
    "Phone camera",
    boundary=phone,
    scene=Scene.ONE_PERSON,
    only_enrolled=True,  # nothing starts before the customer agreed
    notice=True,
    act=Act.ACTIVE,
    attended=False,
    frequency=Frequency.ONCE,
    attack_detection=True,
    iapar=0.05,
    known_from=DESIGN,
)
app = Process(
    "Comparison on the phone",
    boundary=phone,
    description="Signs the name and the birth date of the chip together with the result.",
    purposes=CHECK,
    comparison=Comparison.VERIFICATION,
    needs=Need.RAW,
    attempt_limit=True,
    error_limits=True,
    tested_by_group=True,
    adaptation=Adaptation.NONE,
    effect=Effect.NONE,
    visible_trace=False,
    tells_enrolment=False,
    known_from=DESIGN,
)
desk = Process(
    "Counter without a camera",
    boundary=shop,
    description="Somebody looks at the document and at the customer, and takes down name and birth "
    "date.",
    purposes=CONTRACT,
    comparison=Comparison.NONE,
    needs=Need.RAW,  # the name itself
    presupposes=[Means.DOCUMENT],
    effect=Effect.NONE,
    known_from=DESIGN,
)
activation = Process(
    "Activation",
    boundary=systems,
    purposes=CONTRACT,
    comparison=Comparison.NONE,
    needs=Need.RAW,  # the name itself
    needs_identity=True,  # who owes the bill
    requires=AnyOf(app, desk),
    effect=Effect.SERVICE,
    human_review=True,  # who is rejected on the phone comes to the counter
    tells_enrolment=False,
    attribution=Attribution.NOBODY,
    zone_set_by=SetBy.NOBODY,
    absence_set_by=SetBy.NOBODY,
    known_from=DESIGN,
)
register = Store(
    "Customer register",
    boundary=systems,
    purposes=CONTRACT,
    at_rest=Encrypted(Key("Register key", holders=carrier)),
    retention=until(Event.SERVICE_END, plus=days(180)),
    deletes_on=[Event.ERASURE_REQUEST, Event.SERVICE_END, Event.ACCOUNT_END, Event.WITHDRAWAL],
    reachable=Reachable.OWN_NETWORK,
    known_from=DESIGN,
)
contract = Goal(
    "Phone contract",
    boundary=own,
    requires=AllOf(activation),
    routes_complete=True,
    power=Power.NONE,
    detriment=(),
    redress=True,
    assisted=True,
    act_of_will=True,
    needs_identity=True,
    recourse=[Recourse.NOTICE, Recourse.DISPUTE, Recourse.REMOVAL],
    known_from=DESIGN,
)


def taken(name: str, kind: Kind, at: Sensor | Store | Process, purpose: Purpose) -> PersonalData:
    """Something that begins here, and is promised to go with the contract or the decision."""
    ends = until(Event.DECISION) if purpose is CHECK else until(Event.SERVICE_END, plus=days(180))
    return PersonalData(
        name, kind=kind, origin=at, subjects=customers, collected_for=purpose, lifetime=ends
    )


scan = taken("Live portrait", Kind.FACE_IMAGE, camera, CHECK)
chip_portrait = taken("Chip portrait", Kind.CHIP_PORTRAIT, document, CHECK)
identity = taken("Name and birth date", Kind.IDENTITY_RECORD, document, CONTRACT)
agreed = taken("Consent to the comparison", Kind.CONSENT_RECORD, app, CONTRACT)
number = taken("Phone number", Kind.PHONE_NUMBER, activation, CONTRACT)
live_template = scan.extract("Live template", at=app)
chip_template = chip_portrait.extract("Chip template", at=app)
score = live_template.compare("Comparison score", chip_template, at=app)
match = score.decide("Match or no match", at=app)
match.collected_for = CONTRACT  # it is given for the contract

Flow(customer, app, "reads the notice and agrees", known_from=DESIGN)
Flow(customer, camera, "looks into the camera", known_from=DESIGN)
Flow(camera, app, "live portrait", data=scan, known_from=DESIGN)
Flow(document, app, "chip is read", data=[chip_portrait, identity], known_from=DESIGN)
Flow(app, activation, "result", data=[match, identity, agreed], known_from=DESIGN)
Flow(customer, desk, "shows the document instead", known_from=DESIGN)
Flow(
    document,
    desk,
    "is looked at",
    data=identity,
    channel_protection=ChannelProtection.NOT_NEEDED,
    known_from=DESIGN,
)
Flow(desk, activation, "identity", data=identity, known_from=DESIGN)
Flow(activation, register, "contract", data=[identity, number, agreed], known_from=DESIGN)
Flow(activation, customer, "number in service", data=number, known_from=DESIGN)

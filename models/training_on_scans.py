"""Scans taken to verify identity train recognition: the fear of 2019, drawn as one.

In 2019 it was feared that the scans that people give to activate a phone number train the
recognition algorithms of the country. Nothing public proves that flow. Everything from the archive
on is hypothetical, and so is every threat that rests on it; the model shows what would have to be
true, and what would follow. That the scan is kept at all is inferred: an order keeps identity
materials and does not say whether a scan is one.
"""

from facetrail import (
    Act,
    Boundary,
    Comparison,
    Effect,
    Encrypted,
    Event,
    Evidence,
    Extent,
    Flow,
    Frequency,
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

NOTICE = "notice of the ministry of industry and information technology, September 2019"
ORDER_25 = "Order 25 of the ministry of industry and information technology, 2013"
NOT_STATED = "Order 25 keeps identity materials; a vendor guide claims that nothing is kept"
FEARED = "a fear stated in 2019; nothing public proves it"
FOLLOWS = "what training needs, if it took place; nothing public proves it"
INFERRED, HYPOTHETICAL = Evidence.INFERRED, Evidence.HYPOTHETICAL

model = Model("Training on verification scans", date="2019-12-01")

REGISTRATION = {Purpose.IDENTITY_VERIFICATION, Purpose.REAL_NAME_REGISTER}

customers = Subjects(
    "new customers",
    population=100_000_000,
    evidence=INFERRED,
    known_from="a guess for one year: about one adult in ten",
)
carrier = Party("Carrier", role=Role.CONTROLLER, jurisdiction="CN", power=Power.ESSENTIAL)
vendor = Party("Algorithm vendor", role=Role.VENDOR, jurisdiction="CN", power=Power.NONE)
police = Party("Police", role=Role.AUTHORITY, jurisdiction="CN", power=Power.COERCIVE)

own = PersonalBoundary("Customer's own", subjects=customers)
shop = Boundary("Shop", party=carrier)
systems = Boundary("Carrier's systems", party=carrier)
lab = Boundary("Training", party=vendor)
network = Boundary("Recognition", party=police)

customer = Person("Customer", boundary=own, subjects=customers, known_from=NOTICE)
camera = Sensor(
    "Counter camera",
    boundary=shop,
    scene=Scene.ONE_PERSON,
    attended=True,
    act=Act.ACTIVE,
    frequency=Frequency.ONCE,
    known_from=NOTICE,
)
archive_key = Key("Archive key", holders=carrier)
scans = Store(
    "Scan archive",
    boundary=systems,
    description="How it is protected is not public; that it is encrypted is assumed.",
    purposes=REGISTRATION,
    at_rest=Encrypted(archive_key),
    retention=until(Event.SERVICE_END, plus=years(2)),
    evidence=INFERRED,
    known_from=NOT_STATED,
)
training_set = Store(
    "Training set",
    boundary=lab,
    purposes={Purpose.MODEL_TRAINING},
    evidence=HYPOTHETICAL,
    known_from=FOLLOWS,
)
training = Process(
    "Model training",
    boundary=lab,
    purposes={Purpose.MODEL_TRAINING},
    comparison=Comparison.NONE,
    effect=Effect.NONE,
    needs=Need.RAW,
    evidence=HYPOTHETICAL,
    known_from=FEARED,
)
recognition = Process(
    "Face recognition",
    boundary=network,
    description="Uses the model that came of the scans. Whom it compares is not part of the fear.",
    purposes={Purpose.PUBLIC_SECURITY},
    effect=Effect.NONE,
    evidence=HYPOTHETICAL,
    known_from=FEARED,
)

scan = PersonalData(
    "Live portrait",
    kind=Kind.FACE_IMAGE,
    origin=camera,
    subjects=customers,
    collected_for=REGISTRATION,
)
weights = scan.train("Recognition model", at=training)

Flow(customer, camera, "looks into the camera", known_from=NOTICE)
Flow(camera, scans, "scan kept", data=scan, evidence=INFERRED, known_from=NOT_STATED)
Flow(
    scans,
    training_set,
    "scans for training",
    data=scan,
    extent=Extent.WHOLE_STORE,
    evidence=HYPOTHETICAL,
    known_from=FEARED,
)
Flow(
    training_set,
    training,
    "scans to learn from",
    data=scan,
    evidence=HYPOTHETICAL,
    known_from=FOLLOWS,
)
Flow(
    training,
    recognition,
    "trained model",
    data=weights,
    evidence=HYPOTHETICAL,
    known_from=FEARED,
)

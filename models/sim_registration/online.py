"""Activating a mobile number online in China: both sides of the card, a short live video, a check.

Online registration already asked for these before counters compared faces. With what the video is
compared, where, and whether it is kept is not public: the portrait printed on the card, a central
check and an archive are inferred. Order 25 keeps materials of identity; whether the video is one is
not stated.
"""

from _archives import keep
from _registration import (
    INFERRED,
    NOT_PUBLIC,
    ORDER_25,
    REGISTRATION,
    activation,
    answer_look_ups,
    customer,
    customers,
    enter,
    own,
    systems,
    wanted,
)

from facetrail import (
    Act,
    AllOf,
    Comparison,
    Effect,
    Flow,
    Frequency,
    Kind,
    Model,
    PersonalBoundary,
    PersonalData,
    Process,
    Scene,
    Sensor,
)

ONLINE = "reports of how registering online works"

model = Model("SIM registration: online, video kept", date="2019-12-01")

phone = PersonalBoundary("Customer's phone", subjects=customers, parent=own)
camera = Sensor(
    "Phone camera",
    boundary=phone,
    scene=Scene.ONE_PERSON,
    attended=False,  # nobody of the carrier is there
    act=Act.ACTIVE,
    frequency=Frequency.ONCE,
    known_from=ONLINE,
)
check = Process(
    "Automatic check",
    boundary=systems,
    description="That there is one is reported. Where it runs, and whether it looks for forged "
    "pictures and videos, is not.",
    purposes=REGISTRATION,
    comparison=Comparison.VERIFICATION,
    effect=Effect.NONE,
    evidence=INFERRED,
    known_from=ONLINE,
)
activation.requires = AllOf(check)
# What asked for a face before the notice is not told: Order 25 asks for the identity.
activated = wanted("Number activated online", ONLINE)
activated.requires = AllOf(activation)

video = PersonalData(
    "Live video",
    kind=Kind.LIVENESS_VIDEO,
    origin=camera,
    subjects=customers,
    collected_for=REGISTRATION,
)
card = PersonalData(
    "Pictures of the card",
    kind=Kind.DOCUMENT_IMAGE,
    origin=camera,
    subjects=customers,
    collected_for=REGISTRATION,
)
identity = card.select("Name, id number and address", at=check, kind=Kind.IDENTITY_RECORD)
portrait = card.select("Portrait on the card", at=check, kind=Kind.FACE_IMAGE)
portrait.evidence = INFERRED
score = video.compare("Comparison score", portrait, at=check)
match = score.decide("Match or no match", at=check)

Flow(customer, camera, "shows face and card", known_from=ONLINE)
Flow(camera, check, "video and pictures", data=[video, card], evidence=INFERRED, known_from=ONLINE)
Flow(check, activation, "result", data=match, evidence=INFERRED, known_from=NOT_PUBLIC)
Flow(check, activation, "identity", data=identity, known_from=ORDER_25)
enter(identity)
keep(video, camera, card, camera)
answer_look_ups(identity)

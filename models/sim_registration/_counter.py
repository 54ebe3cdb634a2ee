"""What every variant of registering a number at a counter in China has in common.

From 1 December 2019 carriers compare the live portrait of a customer with the identity document
at every physical channel and may serve only after a match. The variants say where the comparison
runs, against which portrait, and what is kept.
"""

from _registration import (
    NOTICE,
    ORDER_25,
    REGISTRATION,
    activation,
    answer_look_ups,
    carrier,
    customer,
    customers,
    enter,
    own,
    wanted,
)

from facetrail import (
    Act,
    AllOf,
    Boundary,
    Flow,
    Frequency,
    Kind,
    PersonalData,
    Scene,
    Sensor,
    Store,
)

PRACTICE = "reports of how counters work after the notice of September 2019"

shop = Boundary("Shop", party=carrier)
terminal = Boundary("Counter terminal", party=carrier, parent=shop)

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
activated = wanted("Number activated at a counter", NOTICE, legal_duty=NOTICE)
activated.requires = AllOf(activation)

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
Flow(customer, camera, "looks into the camera", known_from=NOTICE)
Flow(customer, reader, "lays down the card", known_from=PRACTICE)
Flow(card, reader, "chip is read", data=identity, known_from=PRACTICE)


def activate() -> None:
    """What follows a match, in every variant."""
    Flow(reader, activation, "identity", data=identity, known_from=ORDER_25)
    enter(identity)


def after_activation() -> None:
    """What people can ask once the number is theirs, in every variant."""
    answer_look_ups(identity)

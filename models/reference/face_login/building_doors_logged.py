"""Opening the doors of a building by face, with a log of who opened which door when.

As the variant without a log: cameras at the doors and a cloud service for all the rest, as it
stands when nothing is added to the published data-flow diagram. The diagram draws no log: that
events of the doors are stored, and have no end either, is assumed here.
"""

from _face_login import authentication, identity
from building_doors import cloud

from facetrail import (
    NO_LIMIT,
    Evidence,
    Flow,
    Kind,
    Model,
    PersonalData,
    Purpose,
    Store,
    StoreUse,
)

ASSUMED = "assumed for this variant: the published diagram draws no log"

model = Model("Face login: building doors, logged")

log = Store(
    "Door log",
    boundary=cloud,
    use=StoreUse.LOG,
    purposes=Purpose.ACCESS_CONTROL,
    retention=NO_LIMIT,
    deletes_on=(),
    evidence=Evidence.INFERRED,
    known_from=ASSUMED,
)
event = PersonalData(
    "Door and time",
    kind=Kind.LOCATION,
    origin=authentication,
    collected_for=Purpose.ACCESS_CONTROL,
    evidence=Evidence.INFERRED,
)
Flow(
    authentication,
    log,
    "who opened which door when",
    data=[identity, event],
    evidence=Evidence.INFERRED,
    known_from=ASSUMED,
)

"""A wallet on the person's own phone: an office issues a badge, and shops are shown it; for
examples.

Everything is settled, and mild: what shops are shown is new at each use, and the office keeps
nothing.
"""

from dataclasses import replace

from facetrail.model.graph import Graph
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Process, Purpose, Scope, Store, Transform
from facetrail.rules.examples import BUREAU, DESK, ID_NUMBER, OPERATOR, Part, flow, own_device

DELIVERY = frozenset({Purpose.SERVICE_DELIVERY})

OFFICE = replace(DESK, name="Office", party="Bureau", purposes=DELIVERY)
SHOP = Process(name="Shop", party="Operator", purposes=DELIVERY)
STORE = replace(OPERATOR, name="Chain")
OTHER_SHOP = replace(SHOP, name="Other shop", party="Chain")
ROLL = Store(name="Roll", party="Bureau", at_rest=(), retention=None)
BADGE = Datum(name="Badge", kind=Kind.CREDENTIAL, subjects="people", origin="Office")
SHOWN = Datum(
    name="Shown",
    kind=Kind.CREDENTIAL,
    subjects="people",
    transform=Transform(Operation.SELECT, ("Badge",), "Phone"),
    scope=Scope.ONCE,
)
HOLDER = replace(ID_NUMBER, name="Holder", origin="Office", collected_for=DELIVERY)

WALLET: tuple[Part, ...] = (
    BUREAU,
    STORE,
    OFFICE,
    SHOP,
    OTHER_SHOP,
    BADGE,
    SHOWN,
    HOLDER,
    flow("Office", "Phone", "Badge"),
    flow("Phone", "Shop", "Shown"),
)


def wallet(*changes: Part, drop: tuple[str, ...] = ()) -> Graph:
    """The wallet, changed."""
    return own_device(*WALLET, *changes, drop=drop)

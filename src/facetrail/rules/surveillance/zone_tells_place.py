"""The rule zone-tells-place."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Store, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    PHONE,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

ZONES = replace(ARCHIVE, name="Zones")
HOME = Datum(name="Home", kind=Kind.ADDRESS, subjects="people", origin="Desk")
ZONE = Datum(
    name="Zone",
    kind=Kind.ZONE,
    subjects="people",
    transform=Transform(Operation.SURROUND, ("Home",), "Desk"),
    metres=300,
)
ALERT_RULE = replace(
    ZONE,
    name="Alert rule",
    kind=Kind.OTHER,
    metres=None,
    transform=Transform(Operation.JOIN, ("Zone",), "Desk"),
)
DISTRICT = replace(
    HOME, name="District", origin=None, transform=Transform(Operation.BLUR, ("Home",), "Desk")
)
CITY = replace(ZONE, transform=None, origin="Desk")
KEPT = (ZONES, HOME, ZONE, flow("Desk", "Zones", "Zone"))
OWN_ZONES = Store(name="Zones", party="people")


@rule(
    over=Copy,
    linddun=("DD.3.3", "I.2.2"),
    harm=2,
    undo=Undo.ENDS,
    message="{at} keeps {data}, and in the middle of it the place that it is drawn around",
    mitigations=(controls.KEEP_ON_DEVICE, controls.COARSEN, controls.DO_NOT_STORE),
    references=("GDPR 5(1)(c), 25(2)", "PIPL 28 (whereabouts, from 1 November 2021)"),
    bad=(
        lambda: central(*KEPT),
        lambda: central(*KEPT, ALERT_RULE, flow("Desk", "Zones", "Alert rule")),
    ),
    good=(
        lambda: central(*KEPT, flow("Desk", "Zones", "Home")),
        lambda: central(
            *KEPT,
            DISTRICT,
            replace(ZONE, transform=Transform(Operation.SURROUND, ("District",), "Desk")),
        ),
        lambda: central(*KEPT, CITY),
        lambda: central(*KEPT, SUBJECTS_KEY, replace(ZONES, at_rest=SEALED)),
        lambda: own_device(
            PHONE,
            replace(HOME, origin="Phone"),
            replace(ZONE, transform=Transform(Operation.SURROUND, ("Home",), "Phone")),
            OWN_ZONES,
            flow("Phone", "Zones", "Zone"),
        ),
    ),
)
def zone_tells_place(copy: Copy, facts: Facts) -> bool:
    """A zone tells the place in its middle.

    ## Why it matters
    Who draws a line 300 metres around where somebody lives and works has written down where they
    live and work. No address and no position needs to be kept for that: the middle of the zone is
    the address, and whoever reads the limits, or tries often enough where an alert begins, has it.
    What looks like a setting is a list of homes.

    ## What to do
    Check the zone where the person is, on a device of their own, and keep it there. If others must
    have it, let it follow a district that holds many people and has nobody's door in its middle.

    ## When to accept it
    When the address stands beside the zone anyway, and the zone tells nobody more; say so in the
    decision, for a copy can go without the other. A zone drawn around something made coarser
    before is not reported, nor is one of which nobody says around what it is drawn, nor what the
    keeper cannot open.
    """
    return (
        not copy.is_subjects_own
        and facts.tells_what_a_zone_is_around(copy)
        and facts.one_event_opens(copy)
    )

"""The rule shared-device-keeps-capture."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.words import Datum, Store
from facetrail.rules import controls
from facetrail.rules.examples import CAMERA, OPERATOR, PHONE, SCAN, central, flow, own_device
from facetrail.rules.form import Undo, rule

HOARDING = replace(CAMERA, keeps_captures=True)
LIGHT = Datum(name="Light", kind=Kind.OTHER, origin="Camera")
CARD = Store(name="Card", party="people")


@rule(
    over=Arrival,
    linddun=("DD.4.2", "DD.3.4"),
    harm=3,
    undo=Undo.CANNOT,
    message="the device of {at} keeps {data}, or lets those who handle it take a copy away",
    mitigations=(controls.NO_LOCAL_CACHE, controls.MANAGE_TERMINAL),
    references=("CWE-524", "NIST SP 800-63A-4, 4.2 (on-site devices)"),
    bad=(
        lambda: central(HOARDING),
        lambda: central(replace(OPERATOR, keeps_captures=True)),
        lambda: central(
            HOARDING,
            CARD,
            replace(SCAN, origin="Card"),
            flow("Card", "Camera", "Scan"),
        ),
    ),
    good=(
        lambda: central(),
        lambda: central(
            replace(OPERATOR, keeps_captures=True), replace(CAMERA, keeps_captures=False)
        ),
        lambda: central(
            HOARDING, LIGHT, replace(SCAN, origin="Matcher"), drop=("Camera to Matcher",)
        ),
        lambda: own_device(
            replace(HOARDING, party="people"),
            replace(SCAN, origin="Camera"),
            flow("Camera", "Phone", "Scan"),
        ),
        lambda: own_device(PHONE),
    ),
)
def shared_device_keeps_capture(arrival: Arrival, facts: Facts) -> bool:
    """An agent's or shared device keeps the capture.

    ## Why it matters
    A dealer's phone, the tablet on the counter and the kiosk in the hall pass through many hands.
    Pictures of faces and cards that stay in their memory, gallery or chat are copies that no
    deletion reaches and that somebody can sell.

    ## What to do
    Send the capture on and keep nothing; use a managed terminal that neither exports nor lets its
    screen be photographed with more on it than the step at hand needs.

    ## When to accept it
    Hardly ever for a device that an agent owns. Each party is asked once for all its devices,
    whoever uses them: staff handle a company's camera, too. A single sensor may state otherwise. A
    store that is drawn beside the sensor is judged as a store.
    """
    return (
        arrival.content.identifies
        and facts.passes_a_device(arrival)
        and facts.device_keeps_captures(arrival)
    )

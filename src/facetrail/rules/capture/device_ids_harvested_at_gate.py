"""The rule device-ids-harvested-at-gate."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.words import Act, Boundary, Scene
from facetrail.rules import controls
from facetrail.rules.examples import CAMERA, DESK, ID_NUMBER, MATCHER, SCAN, central, flow
from facetrail.rules.form import Undo, rule

BLIND = replace(MATCHER, needs_kinds=frozenset({Kind.FACE_IMAGE}))
SERIAL = replace(SCAN, name="Serial number", kind=Kind.DEVICE_ID, metadata=None)
HARVEST = (BLIND, SERIAL, flow("Camera", "Matcher", "Scan", "Serial number"))
PROBE = replace(CAMERA, name="Probe", act=Act.PASSIVE)
APART = (PROBE, replace(SERIAL, origin="Probe"), flow("Probe", "Matcher", "Serial number"))
GATE = Boundary(name="Gate", party="Operator")


@rule(
    over=Arrival,
    linddun=("DD.2.1", "U.1.1", "L.1.1"),
    harm=3,
    undo=Undo.FUTURE,
    message="{at} takes {data} from what people carry, and nobody hands it over for a need",
    mitigations=(controls.SWITCH_PROBES_OFF, controls.DROP_AT_SENSOR),
    references=("GDPR 5(1)(a), (c), 13", "PIPL 6, 17"),
    weighs_all=True,
    bad=(
        lambda: central(*HARVEST),
        lambda: central(*HARVEST, MATCHER, replace(CAMERA, act=Act.PASSIVE)),
        lambda: central(*APART, replace(PROBE, scene=Scene.PUBLIC)),
        lambda: central(
            *APART, GATE, replace(PROBE, boundary="Gate"), replace(CAMERA, boundary="Gate")
        ),
        lambda: central(
            *APART,
            replace(ID_NUMBER, origin="Probe"),
            flow("Probe", "Matcher", "Serial number", "Id number"),
        ),
    ),
    good=(
        lambda: central(),
        lambda: central(*HARVEST, MATCHER),
        lambda: central(*APART),
        lambda: central(*HARVEST, flow("Camera", "Matcher", "Scan")),
        lambda: central(*HARVEST, replace(SERIAL, kind=Kind.LOCATION)),
        lambda: central(
            *HARVEST,
            replace(SERIAL, origin="Desk"),
            DESK,
            flow("Desk", "Matcher", "Serial number"),
            flow("Camera", "Matcher", "Scan"),
        ),
        lambda: central(*HARVEST, replace(CAMERA, party="people")),
    ),
)
def device_ids_harvested_at_gate(arrival: Arrival, facts: Facts) -> bool:
    """Device ids harvested at a biometric gate.

    ## Why it matters
    A gate that looks at faces and listens for phones at the same time binds the one to the other.
    From then on the phone gives its owner away wherever somebody listens, without any camera.

    ## What to do
    Take the probes out. If numbers of visitors are wanted, count them by other means, or let only
    changing identifiers in and drop them at the sensor.

    ## When to accept it
    When people hand the device or its number over themselves, for something that states to need
    it. A sensor counts as part of a gate if people are identified at it, or at another in the same
    innermost boundary, or if it takes in a public place.
    """
    return (
        arrival.datum.kind.traits.device
        and facts.is_where_it_is_taken(arrival)
        and facts.is_at_a_gate(arrival)
        and not facts.is_handed_over(arrival)
    )

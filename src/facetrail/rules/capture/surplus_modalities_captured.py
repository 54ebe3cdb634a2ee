"""The rule surplus-modalities-captured."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.words import External
from facetrail.rules import controls
from facetrail.rules.examples import (
    ID_NUMBER,
    MATCHER,
    PHONE,
    SCAN,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

FACE_ONLY = replace(MATCHER, needs_kinds=frozenset({Kind.FACE_TEMPLATE}))
WALK = replace(SCAN, name="Walk", kind=Kind.GAIT_RECORDING)
BOTH = (FACE_ONLY, WALK, flow("Camera", "Matcher", "Scan", "Walk"))
PLACE = replace(SCAN, name="Place", kind=Kind.LOCATION, origin="Phone")
HEIGHT = replace(WALK, name="Height", kind=Kind.PERSONAL_TRAIT)


@rule(
    over=Arrival,
    linddun=("DD.2.1", "NC.1.1.2"),
    harm=2,
    undo=Undo.FUTURE,
    message="{at} takes {data} along, which nothing needs",
    mitigations=(controls.SINGLE_MODALITY, controls.SWITCH_PROBES_OFF, controls.DROP_AT_SENSOR),
    references=("GDPR 5(1)(c)", "PIPL 6", "ISO/IEC 29100, collection limitation"),
    folds_under=("device-ids-harvested-at-gate",),
    weighs_all=True,
    bad=(
        lambda: central(*BOTH),
        lambda: central(*BOTH, HEIGHT, flow("Camera", "Matcher", "Scan", "Height")),
        lambda: own_device(
            replace(FACE_ONLY, name="Server"),
            PLACE,
            flow("Phone", "Server", "Scan", "Place"),
        ),
    ),
    good=(
        lambda: central(),
        lambda: central(replace(FACE_ONLY, needs_kinds=frozenset())),
        lambda: central(
            *BOTH,
            replace(FACE_ONLY, needs_kinds=frozenset({Kind.FACE_IMAGE, Kind.GAIT_RECORDING})),
            replace(ID_NUMBER, origin="Camera"),
            flow("Camera", "Matcher", "Scan", "Walk", "Id number"),
        ),
        lambda: central(*BOTH, MATCHER),
        lambda: central(
            *BOTH,
            External(
                name="Walk check", party="Partner", needs_kinds=frozenset({Kind.GAIT_TEMPLATE})
            ),
            flow("Matcher", "Walk check", "Walk"),
        ),
        lambda: central(*BOTH, flow("Camera", "Matcher", "Scan")),
        lambda: central(*BOTH, replace(WALK, kind=Kind.LIVENESS_VIDEO)),
        lambda: central(*BOTH, replace(WALK, kind=Kind.OTHER)),
        lambda: central(
            FACE_ONLY,
            replace(ID_NUMBER, origin="Camera"),
            flow("Camera", "Matcher", "Scan", "Id number"),
        ),
        lambda: own_device(PLACE, replace(PHONE, name="Watch"), flow("Phone", "Watch", "Place")),
    ),
)
def surplus_modalities_captured(arrival: Arrival, facts: Facts) -> bool:
    """More identifying kinds captured than needed.

    ## Why it matters
    One look into a camera can give face, gait, height, voice and the phone in the pocket. Each of
    them finds the person again somewhere else, and what is there will be used.

    ## What to do
    Take the one characteristic that the check needs. Drop the rest where it is sensed, before
    anything flows.

    ## When to accept it
    When a process that the data reach states that it needs that kind; features and samples of one
    characteristic count as one. What people state themselves, such as a name or a number, is not
    measured of them and left to other rules.
    """
    return (
        arrival.datum.kind.traits.measured
        and facts.is_taken_with_more(arrival)
        and not facts.is_needed_by_something(arrival)
    )

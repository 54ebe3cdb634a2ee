"""The rule no-presentation-attack-detection."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.words import Comparison, Scene
from facetrail.rules import controls
from facetrail.rules.examples import CAMERA, KEPT_PROBE, MATCHER, SCAN, central, flow
from facetrail.rules.form import Undo, rule

UNWATCHED = replace(CAMERA, attended=False, attack_detection=False)


@rule(
    over=Arrival,
    linddun=("NC.3",),
    harm=3,
    undo=Undo.ENDS,
    message="nobody watches at {at}, and presentation attacks are not detected well enough: {data}",
    mitigations=(controls.DETECT_PRESENTATION_ATTACKS,),
    references=("NIST SP 800-63A-4, 3.11", "NIST SP 800-63B-4, 3.2.3", "ISO/IEC 30107-3"),
    weighs_all=True,
    bad=(
        lambda: central(UNWATCHED, *KEPT_PROBE),
        lambda: central(replace(UNWATCHED, attack_detection=True, iapar=0.07), *KEPT_PROBE),
    ),
    good=(
        lambda: central(replace(UNWATCHED, attended=True), *KEPT_PROBE),
        lambda: central(replace(UNWATCHED, attack_detection=True), *KEPT_PROBE),
        lambda: central(replace(UNWATCHED, iapar=0.069), *KEPT_PROBE),
        lambda: central(UNWATCHED, replace(MATCHER, comparison=Comparison.NONE)),
        lambda: central(replace(UNWATCHED, scene=Scene.PUBLIC), *KEPT_PROBE),
        lambda: central(
            *KEPT_PROBE,
            replace(SCAN, origin="Desk"),
            flow("Desk", "Matcher", "Scan"),
            drop=("Camera to Matcher",),
        ),
    ),
)
def no_presentation_attack_detection(arrival: Arrival, facts: Facts) -> bool:
    """No presentation-attack detection on unattended capture.

    ## Why it matters
    A face is public: a photograph of it is easily had. A camera that accepts the photograph
    lets somebody else act in the person's name, and the record then says that it was the
    person.

    ## What to do
    Have attacks detected and the detection tested; less than seven of a hundred attacks may
    pass. Or let trained staff watch the capture.

    ## When to accept it
    For unlocking the person's own device with no effect outside it. At exactly 0.07 the limit
    is not met. Cameras that watch a public place are left out: nobody presents themselves there,
    and nothing is to be had by being taken for somebody else.
    """
    return (
        facts.is_captured(arrival)
        and facts.is_probe(arrival)
        and not facts.is_attended(arrival)
        and not facts.detects_attacks(arrival)
        and not facts.is_taken_in_a_public_place(arrival)
    )

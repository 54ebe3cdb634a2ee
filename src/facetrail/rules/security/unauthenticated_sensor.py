"""The rule unauthenticated-sensor."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Work
from facetrail.model.words import Boundary, Comparison, MediaCheck, Store
from facetrail.rules import controls
from facetrail.rules.examples import CAMERA, KEPT_PROBE, MATCHER, PHONE, central, flow, own_device
from facetrail.rules.form import Undo, rule

ANY_SENSOR = replace(MATCHER, media_checks=frozenset({MediaCheck.FORGERY}))
DOOR = Boundary(name="Door", party="Operator")
RECORDS = Store(name="Camera", party="Operator", at_rest=())


@rule(
    over=Work,
    linddun=("NC.3",),
    harm=2,
    undo=Undo.ENDS,
    message="{at} compares {data} away from the sensor, which need not show that it is genuine",
    mitigations=(controls.ATTEST_SENSOR,),
    references=("NIST SP 800-63B-4, 3.2.3 (for central comparison)",),
    folds_under=("no-injection-protection",),
    bad=(lambda: central(ANY_SENSOR),),
    good=(
        lambda: central(),
        lambda: central(replace(ANY_SENSOR, media_checks=frozenset({MediaCheck.SENSOR}))),
        lambda: central(replace(ANY_SENSOR, comparison=Comparison.NONE)),
        lambda: central(
            DOOR, replace(CAMERA, boundary="Door"), replace(ANY_SENSOR, boundary="Door")
        ),
        lambda: own_device(
            replace(PHONE, comparison=Comparison.VERIFICATION, media_checks=frozenset())
        ),
        lambda: central(replace(ANY_SENSOR, party="people")),
        lambda: central(*KEPT_PROBE, ANY_SENSOR, RECORDS, flow("Camera", "Matcher", "Scan")),
    ),
)
def unauthenticated_sensor(work: Work, facts: Facts) -> bool:
    """Central comparison without an authenticated sensor.

    ## Why it matters
    Whoever can put a device of their own in the place of a camera or reader sends what they like,
    and the comparison in the middle believes it.

    ## What to do
    Give each sensor an identity of its own and take samples only from sensors that show it.

    ## When to accept it
    Where sensor and comparison are one device, or stand within one boundary: then nothing is asked.
    What comes out of an archive comes from no sensor. Where samples come from people's own devices,
    the rule on injected media shows the same gap.
    """
    return (
        not work.is_subjects_own
        and facts.is_fed_by_a_capture(work)
        and facts.compares(work)
        and not facts.is_where_the_sample_is_taken(work)
        and facts.accepts_any_sensor(work)
    )

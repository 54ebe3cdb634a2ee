"""The rule bystanders-processed."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Comparison, Datum, Scene, Transform
from facetrail.rules import controls
from facetrail.rules.examples import CAMERA, ID_NUMBER, MATCHER, SCAN, central, flow
from facetrail.rules.form import Undo, rule

CROWD = replace(CAMERA, scene=Scene.SEVERAL)
PLATE = replace(ID_NUMBER, name="Plate", kind=Kind.LICENCE_PLATE, origin="Camera")
PLATES = (
    PLATE,
    Datum(
        name="Origin",
        kind=Kind.PERSONAL_TRAIT,
        subjects="people",
        transform=Transform(Operation.INFER, ("Plate",), "Matcher"),
    ),
    flow("Camera", "Matcher", "Scan", "Plate"),
)


@rule(
    over=Arrival,
    linddun=("DD.2.3", "U.1.1"),
    harm=3,
    undo=Undo.FUTURE,
    message="people who are not meant come before {at}, and all of {data} is measured",
    mitigations=(
        controls.SEPARATE_LANE,
        controls.CROP_ON_SENSOR,
        controls.LEAVE_OUT_STEP,
    ),
    references=("EDPB Guidelines 3/2019, 5.1", "GDPR 5(1)(c), 9"),
    folds_under=("live-identification-in-public", "indiscriminate-scale"),
    bad=(
        lambda: central(CROWD, *PLATES),
        lambda: central(CROWD),
        lambda: central(replace(CROWD, scene=Scene.PUBLIC)),
    ),
    good=(
        lambda: central(replace(CROWD, scene=Scene.ONE_PERSON)),
        lambda: central(replace(CROWD, only_enrolled=True)),
        lambda: central(
            CROWD,
            replace(MATCHER, comparison=Comparison.NONE),
            drop=("Template", "Matcher to Gallery", "Gallery to Matcher"),
        ),
        lambda: central(
            CROWD,
            replace(SCAN, origin="Desk"),
            flow("Desk", "Matcher", "Scan"),
            drop=("Camera to Matcher",),
        ),
        lambda: central(
            CROWD,
            replace(SCAN, origin="Desk"),
            *PLATES,
            flow("Camera", "Matcher", "Plate"),
            flow("Desk", "Matcher", "Scan"),
        ),
    ),
)
def bystanders_processed(arrival: Arrival, facts: Facts) -> bool:
    """Bystanders are biometrically processed.

    ## Why it matters
    People who merely pass by are measured like those who asked to be. They do not know, and
    cannot say no.

    ## What to do
    Keep them out before anybody extracts anything: a lane, a screen, a crop on the sensor. In a
    street, where there is no keeping out, measure nothing.

    ## When to accept it
    For recordings from which nothing is ever extracted; the rule then does not hold.
    """
    return (
        arrival.content.irrevocable
        and facts.is_read_for_people(arrival.datum)
        and facts.takes_in_others(arrival)
    )

"""The rule capture-without-notice."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.words import Datum, Sensor
from facetrail.rules import controls
from facetrail.rules.examples import CAMERA, SCAN, central, flow, own_device
from facetrail.rules.form import Undo, rule

SILENT = replace(CAMERA, notice=False)
WEATHER = Datum(name="Weather", kind=Kind.OTHER, origin="Camera")


@rule(
    over=Arrival,
    linddun=("U.1.1",),
    harm=3,
    undo=Undo.FUTURE,
    message="people are captured at {at} and nobody tells them before: {data}",
    mitigations=(controls.LAYERED_NOTICE, controls.SIGN),
    references=("GDPR 13", "PIPL 17, 26", "NIST SP 800-63A-4, 3.3.2"),
    folds_under=("covert-capture",),
    bad=(lambda: central(SILENT),),
    good=(
        lambda: central(replace(SILENT, notice=True)),
        lambda: central(
            SILENT,
            replace(SCAN, origin="Desk"),
            flow("Desk", "Matcher", "Scan"),
            drop=("Camera to Matcher",),
        ),
        lambda: central(
            SILENT,
            WEATHER,
            replace(SCAN, origin="Desk"),
            flow("Desk", "Matcher", "Scan"),
            flow("Camera", "Desk", "Weather"),
            drop=("Camera to Matcher",),
        ),
        lambda: own_device(
            Sensor(name="Own camera", party="people", notice=False),
            replace(SCAN, origin="Own camera"),
            flow("Own camera", "Phone", "Scan"),
        ),
    ),
)
def capture_without_notice(arrival: Arrival, facts: Facts) -> bool:
    """Capture with no notice.

    ## Why it matters
    Who does not know of a capture can neither avoid it nor ask for anything later. What is
    taken in silence is also trusted least.

    ## What to do
    Tell people before or at the capture what is taken, what for, for how long and by whom.

    ## When to accept it
    A conspicuous sign that names the use is a notice. Whether there is one, if nobody says
    so, is a question.
    """
    return (
        facts.is_captured(arrival)
        and not arrival.is_subjects_own
        and arrival.content.personal
        and not facts.gives_notice(arrival)
    )

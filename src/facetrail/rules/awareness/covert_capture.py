"""The rule covert-capture."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.words import Act, Datum, Purpose, Sensor
from facetrail.rules import controls
from facetrail.rules.examples import CAMERA, SCAN, central, flow, own_device
from facetrail.rules.form import Milder, Undo, Verdict, rule

HIDDEN = replace(CAMERA, notice=False, act=Act.COVERT)
WEATHER = Datum(name="Weather", kind=Kind.OTHER, origin="Camera")
TYPING = Datum(name="Typing", kind=Kind.BEHAVIOUR, subjects="people", origin="Recorder")
RECORDER = Sensor(name="Recorder", party="Partner", notice=False, act=Act.COVERT)
AT_THE_DESK = (
    replace(SCAN, origin="Desk"),
    flow("Desk", "Matcher", "Scan"),
)


@rule(
    over=Arrival,
    linddun=("U.1.1", "DD.2.3"),
    harm=4,
    undo=Undo.FUTURE,
    message="people are captured covertly at {at}, hidden or passing for something else: {data}",
    mitigations=(controls.STOP_CAPTURE, controls.SIGN),
    references=("GDPR 5(1)(a)", "PIPL 26", "EDPB Guidelines 3/2019"),
    bad=(
        lambda: central(HIDDEN),
        lambda: own_device(RECORDER, TYPING, flow("Person", "Recorder")),
    ),
    milder=(
        lambda: central(HIDDEN, replace(SCAN, collected_for=frozenset({Purpose.LEGAL_ORDER}))),
    ),
    good=(
        lambda: central(),
        lambda: central(
            replace(HIDDEN, act=Act.PASSIVE),
            replace(SCAN, collected_for=frozenset({Purpose.LEGAL_ORDER})),
        ),
        lambda: central(replace(HIDDEN, act=Act.PASSIVE)),
        lambda: central(HIDDEN, *AT_THE_DESK, drop=("Camera to Matcher",)),
        lambda: central(
            HIDDEN,
            WEATHER,
            *AT_THE_DESK,
            flow("Camera", "Desk", "Weather"),
            drop=("Camera to Matcher",),
        ),
        lambda: own_device(
            replace(HIDDEN, party="people"),
            replace(SCAN, origin="Camera"),
            flow("Camera", "Phone", "Scan"),
        ),
    ),
)
def covert_capture(arrival: Arrival, facts: Facts) -> Verdict:
    """Covert capture.

    ## Why it matters
    Who is captured by something hidden, or by something that passes for something else, is acted
    upon: there is nothing they could have noticed, avoided or refused. That goes for a camera
    behind a mirror as for an app that records how somebody types in the background.

    ## What to do
    Stop it, or show it: a visible sensor, a sign, a word in the app before it starts.

    ## When to accept it
    A capture on a single legal order about a single case makes the threat milder and is named:
    write the order as the only purpose of the data. That a sign is missing, where the sensor itself
    can be seen, is capture-without-notice.
    """
    hidden = (
        arrival.content.personal
        and facts.is_captured(arrival)
        and not arrival.is_subjects_own
        and facts.is_hidden(arrival)
    )
    if hidden and facts.is_on_a_single_order(arrival.datum):
        return Milder("a single legal order is stated")
    return hidden

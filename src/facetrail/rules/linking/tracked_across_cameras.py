"""The rule tracked-across-cameras."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Boundary, Comparison, Datum, Frequency, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    CAMERA,
    CASE_NUMBER,
    ID_NUMBER,
    MATCHER,
    NO_FACES,
    PHONE,
    SCAN,
    Part,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

HALL = Boundary(name="Hall", party="Operator")
BACK = replace(CAMERA, name="Back camera", frequency=Frequency.EACH_USE)
GLANCE = replace(SCAN, name="Glance", origin="Back camera")
SEARCHING = replace(MATCHER, comparison=Comparison.IDENTIFICATION)
TWO_PLACES = (BACK, GLANCE, SEARCHING, flow("Back camera", "Matcher", "Glance"))
PLATE = replace(SCAN, name="Plate", kind=Kind.LICENCE_PLATE)
SECOND_PLATE = replace(PLATE, name="Second plate", origin="Back camera")
PLATES = (
    BACK,
    PLATE,
    SECOND_PLATE,
    flow("Camera", "Matcher", "Scan", "Plate"),
    flow("Back camera", "Matcher", "Second plate"),
)
KEY = replace(
    CASE_NUMBER,
    name="Key",
    origin=None,
    transform=Transform(Operation.INFER, ("Scan", "Glance"), "Matcher"),
)
COUNT = replace(
    KEY,
    name="Count",
    kind=Kind.AGGREGATE,
    transform=Transform(Operation.AGGREGATE, ("Scan", "Glance"), "Matcher"),
)
ANSWER = Datum(
    name="Answer",
    kind=Kind.DECISION,
    subjects="people",
    transform=Transform(Operation.COMPARE, ("Scan", "Template"), "Matcher"),
)
LOGGED: tuple[Part, ...] = (
    BACK,
    GLANCE,
    ANSWER,
    ID_NUMBER,
    ARCHIVE,
    flow("Back camera", "Matcher", "Glance"),
    flow("Desk", "Archive", "Id number"),
    flow("Matcher", "Archive", "Answer"),
)
SPOT = replace(CASE_NUMBER, name="Spot", kind=Kind.LOCATION, origin="Matcher")
DOOR_LOG = (
    SPOT,
    ID_NUMBER,
    ARCHIVE,
    flow("Desk", "Archive", "Id number"),
    flow("Matcher", "Archive", "Spot"),
)


@rule(
    over=Arrival,
    linddun=("L.2.2.1", "L.1.1"),
    harm=4,
    undo=Undo.FUTURE,
    message="{at} can tell by {data} that somebody at one place is the one who was at another",
    mitigations=(controls.FORGET_BETWEEN_PLACES, controls.COUNT_AT_SENSOR),
    references=("EDPB Guidelines 05/2022", "PIPL 26 (from 1 November 2021)"),
    bad=(
        lambda: central(*TWO_PLACES),
        lambda: central(SEARCHING, replace(CAMERA, count=40)),
        lambda: central(*PLATES),
        lambda: central(*TWO_PLACES, MATCHER, KEY),
        lambda: central(*LOGGED),
        lambda: central(*DOOR_LOG),
        lambda: central(
            *PLATES,
            replace(SECOND_PLATE, kind=Kind.FINGERPRINT_IMAGE),
            replace(KEY, transform=Transform(Operation.JOIN, ("Scan", "Second plate"), "Matcher")),
            flow("Camera", "Matcher", "Scan"),
            drop=("Plate",),
        ),
    ),
    good=(
        lambda: central(*TWO_PLACES, MATCHER),
        lambda: central(*TWO_PLACES, MATCHER, COUNT),
        lambda: central(
            *TWO_PLACES, HALL, replace(CAMERA, boundary="Hall"), replace(BACK, boundary="Hall")
        ),
        lambda: central(SEARCHING),
        lambda: central(SEARCHING, replace(CAMERA, count=40, frequency=Frequency.ONCE)),
        lambda: central(*PLATES, replace(SECOND_PLATE, kind=Kind.DEVICE_ID)),
        lambda: central(*LOGGED, flow("Desk", "Archive"), drop=("Id number",)),
        lambda: central(*DOOR_LOG, flow("Desk", "Archive"), drop=("Id number",)),
        lambda: central(*DOOR_LOG, drop=NO_FACES),
        lambda: own_device(
            replace(PHONE, comparison=Comparison.IDENTIFICATION),
        ),
    ),
)
def tracked_across_cameras(arrival: Arrival, facts: Facts) -> bool:
    """Person tracked across places.

    ## Why it matters
    One camera sees who comes by. Two that give a person the same key show where they go, and a town
    full of them shows how they live. No name is needed: a key that stays is a name to whoever
    follows it.

    ## What to do
    Let a key be good for one place and one session. Where only numbers of people are wanted, count
    at the sensor and hand on the count.

    ## When to accept it
    When people ask for the trace themselves; a model cannot tell, so say it in the decision. A key
    is the plate, the device or the card itself; what is searched for among many; what a process
    makes of captures that it joins; and the outcome of a check, or the place of it, that is kept
    beside something by which the person is found. Two sensors in one innermost boundary are one
    place; one that stands for many is many, unless it captures a person a single time.
    """
    return (
        facts.is_recognised_by(arrival)
        and facts.comes_from_several_places(arrival)
        and facts.gives_one_key(arrival)
    )

"""The rule small-anonymity-set."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    DESK,
    ID_NUMBER,
    PHONE,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule

COUNTS = Datum(
    name="Counts",
    kind=Kind.AGGREGATE,
    subjects="people",
    transform=Transform(Operation.AGGREGATE, ("Id number",), "Desk"),
    group_size=5,
)
PRESS = replace(DESK, name="Press", party="Partner")
GIVEN = (ID_NUMBER, COUNTS, PRESS, flow("Desk", "Press", "Counts"))
COARSE = replace(
    COUNTS, kind=Kind.ADDRESS, transform=Transform(Operation.BLUR, ("Id number",), "Desk")
)
PLAIN = replace(COUNTS, origin="Desk", transform=None)
CHOICE = Datum(
    name="Choice",
    kind=Kind.DECISION,
    subjects="people",
    transform=Transform(Operation.DECIDE, ("Counts",), "Desk"),
)
WEATHER = Datum(name="Weather", kind=Kind.OTHER, origin="Desk")


@rule(
    over=Arrival,
    linddun=("I.2.3", "L.2.2.2"),
    harm=2,
    undo=Undo.CANNOT,
    message="{at} gets {data} about so few people that one can be told apart",
    mitigations=(controls.LARGER_GROUPS, controls.ADD_NOISE),
    references=("GDPR recital 26", "ISO/IEC 20889"),
    bad=(
        lambda: central(*GIVEN),
        lambda: central(*GIVEN, replace(COUNTS, group_size=19)),
        lambda: central(*GIVEN, COARSE),
        lambda: central(*GIVEN, PLAIN),
        lambda: central(ID_NUMBER, COUNTS, CHOICE),
    ),
    good=(
        lambda: central(*GIVEN, replace(COUNTS, group_size=20)),
        lambda: central(ID_NUMBER, COUNTS),
        lambda: central(*GIVEN, replace(PRESS, party="Operator")),
        lambda: central(*GIVEN, replace(PLAIN, kind=Kind.ADDRESS)),
        lambda: central(*GIVEN, replace(PLAIN, subjects=None)),
        lambda: central(*GIVEN, replace(COARSE, kind=Kind.FACE_IMAGE)),
        lambda: central(
            *GIVEN,
            WEATHER,
            replace(COUNTS, transform=Transform(Operation.AGGREGATE, ("Weather",), "Desk")),
        ),
        lambda: central(*GIVEN, SUBJECTS_KEY, flow("Desk", "Press", "Counts", layers=SEALED)),
        lambda: central(
            ID_NUMBER, COUNTS, replace(PHONE, name="Press"), flow("Desk", "Press", "Counts")
        ),
    ),
)
def small_anonymity_set(arrival: Arrival, facts: Facts) -> bool:
    """Anonymity set too small.

    ## Why it matters
    A figure about five people tells of each of them to the other four, and of all to whoever knows
    them. Two releases that differ by one person tell what that person is, though each by itself is
    harmless.

    ## What to do
    Make groups larger, leave small ones out, or add noise; and count what all releases tell
    together.

    ## When to accept it
    From 20 people on, counted once releases are subtracted from one another, nothing is reported:
    that number is this catalogue's, not a norm's. It is asked of figures about many, and of values
    that are made coarser, where somebody else reads them or where people get an answer by them; of
    blurred pictures another rule speaks.
    """
    return (
        facts.is_a_figure(arrival)
        and facts.is_released_or_decides(arrival)
        and facts.stands_for_few(arrival)
    )

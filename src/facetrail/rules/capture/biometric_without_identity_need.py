"""The rule biometric-without-identity-need."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Comparison, Datum, Purpose, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    ID_NUMBER,
    MATCHER,
    PHONE,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

AGE = Datum(
    name="Age",
    kind=Kind.PERSONAL_TRAIT,
    subjects="people",
    transform=Transform(Operation.INFER, ("Id number",), "Entrance"),
)
WEIGHTS = Datum(
    name="Weights",
    kind=Kind.MODEL_WEIGHTS,
    transform=Transform(Operation.TRAIN, ("Scan",), "Lab"),
)
COUNTER = replace(MATCHER, needs_identity=False)


@rule(
    over=Arrival,
    linddun=("DD.1.1", "NC.1.1.2"),
    harm=2,
    undo=Undo.FUTURE,
    message="{at} reads {data}, although its work needs to know nobody",
    mitigations=(controls.LEAVE_OUT_STEP, controls.USE_TOKEN),
    references=(
        "GDPR 5(1)(c), 9",
        "EDPB Guidelines 3/2019, 5.1",
        "PIPL 28",
        "China, face recognition measures 2025, art. 4 (from 1 June 2025)",
    ),
    bad=(
        lambda: central(COUNTER),
        lambda: central(
            replace(COUNTER, purposes=frozenset({Purpose.AUTHENTICATION, Purpose.ANALYTICS}))
        ),
    ),
    good=(
        lambda: central(),
        lambda: central(
            replace(COUNTER, purposes=frozenset({Purpose.AUTHENTICATION}), needs_identity=None)
        ),
        lambda: central(
            replace(COUNTER, comparison=Comparison.NONE),
            drop=("Template", "Matcher to Gallery", "Gallery to Matcher"),
        ),
        lambda: central(
            replace(COUNTER, name="Entrance"),
            ID_NUMBER,
            AGE,
            flow("Desk", "Entrance", "Id number"),
        ),
        lambda: central(
            replace(COUNTER, name="Entrance"),
            SUBJECTS_KEY,
            flow("Camera", "Entrance", "Scan", layers=SEALED),
        ),
        lambda: central(
            replace(COUNTER, name="Lab"),
            WEIGHTS,
            flow("Camera", "Lab", "Scan"),
        ),
        lambda: own_device(replace(PHONE, needs_identity=False)),
    ),
)
def biometric_without_identity_need(arrival: Arrival, facts: Facts) -> bool:
    """Biometric used where no identity check is needed.

    ## Why it matters
    To count visitors, serve a meal that is paid for or open a door to whoever has a ticket,
    nobody has to be recognised. A face or voice that is read for it turns a harmless act into a
    record of a body that stays the same for life.

    ## What to do
    Ask what would go wrong if two people changed places. If nothing would, count, sell a ticket
    or hand out a token, and take the biometric step out.

    ## When to accept it
    Where somebody has to be known, or must not count twice, the rule is silent; whether there is a
    basis for it is for other rules, and so is training a model. Purposes that are about identity,
    such as authentication or attendance, count as such a need unless the process says otherwise. A
    recording from which nothing is ever extracted, compared or concluded is left alone.
    """
    return (
        arrival.content.irrevocable
        and not arrival.is_subjects_own
        and facts.reads(arrival)
        and facts.is_read_for_people(arrival.datum)
        and facts.needs_no_identity(arrival)
    )

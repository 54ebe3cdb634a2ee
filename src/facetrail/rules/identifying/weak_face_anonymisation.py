"""The rule weak-face-anonymisation."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Layer, LayerKind, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    CASE_NUMBER,
    DESK,
    FULL_NAME,
    GALLERY,
    OWN_KEY,
    PHONE,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule

BLURRED = Datum(
    name="Blurred scan",
    kind=Kind.FACE_IMAGE,
    subjects="people",
    transform=Transform(Operation.BLUR, ("Scan",), "Matcher"),
    claimed_anonymous=True,
)
PRESS = replace(DESK, name="Press", party="Partner")
OUT = flow("Matcher", "Press", "Blurred scan")
GIVEN = (BLURRED, PRESS, OUT)
BESIDE = (
    BLURRED,
    ARCHIVE,
    flow("Matcher", "Archive", "Blurred scan"),
)
VISITS = Datum(
    name="Visits",
    kind=Kind.BEHAVIOUR,
    subjects="people",
    transform=Transform(Operation.SELECT, ("Scan",), "Matcher"),
    claimed_anonymous=True,
)
JOINED = (
    VISITS,
    CASE_NUMBER,
    FULL_NAME,
    ARCHIVE,
    flow("Desk", "Gallery", "Case", "Name"),
    flow("Desk", "Matcher", "Case"),
    flow("Matcher", "Archive", "Visits", "Case"),
)
ENROLMENT = ("Matcher to Gallery", "Gallery to Matcher")


def made_by(operation: Operation, layer: Layer | None = None) -> Datum:
    """What is given out, made otherwise."""
    return replace(BLURRED, transform=Transform(operation, ("Scan",), "Matcher"), layer=layer)


@rule(
    over=Arrival,
    linddun=("I.2.2", "I.2.1.2"),
    harm=3,
    undo=Undo.CANNOT,
    message="{at} has {data} taken for anonymous, though only a part was dropped, blurred or"
    " replaced",
    mitigations=(
        controls.REPLACE_WHAT_IDENTIFIES,
        controls.DESTROY_WAY_BACK,
        controls.TREAT_AS_PERSONAL,
    ),
    references=("GDPR recital 26", "EDPB Guidelines 3/2019", "ISO/IEC 20889"),
    bad=(
        lambda: central(*GIVEN),
        *(
            lambda operation=operation: central(*GIVEN, made_by(operation))
            for operation in (
                Operation.CROP,
                Operation.STRIP,
                Operation.REENCODE,
                Operation.SELECT,
                Operation.EXTRACT,
            )
        ),
        lambda: central(*GIVEN, made_by(Operation.HASH, Layer(LayerKind.HASHED))),
        lambda: central(
            *GIVEN, OWN_KEY, made_by(Operation.TOKENISE, Layer(LayerKind.TOKENISED, "Gallery key"))
        ),
        lambda: central(*BESIDE),
        lambda: central(*JOINED, drop=ENROLMENT),
    ),
    good=(
        lambda: central(*GIVEN, replace(BLURRED, claimed_anonymous=False)),
        lambda: central(*GIVEN, replace(made_by(Operation.CROP), claimed_anonymous=None)),
        lambda: central(*GIVEN, replace(BLURRED, kind=Kind.OTHER)),
        lambda: central(*GIVEN, made_by(Operation.INFER)),
        lambda: central(*GIVEN, made_by(Operation.AGGREGATE)),
        lambda: central(*GIVEN, replace(BLURRED, origin="Matcher", transform=None)),
        lambda: central(*GIVEN, replace(PRESS, party="Operator")),
        lambda: central(*BESIDE, drop=ENROLMENT),
        lambda: central(*BESIDE, SUBJECTS_KEY, replace(GALLERY, at_rest=SEALED)),
        lambda: central(
            *JOINED,
            flow("Matcher", "Archive", "Visits"),
            drop=(*ENROLMENT, "Desk to Matcher"),
        ),
        lambda: central(*JOINED, replace(FULL_NAME, kind=Kind.OTHER), drop=ENROLMENT),
        lambda: central(
            BLURRED, replace(PHONE, name="Press"), flow("Matcher", "Press", "Blurred scan")
        ),
    ),
)
def weak_face_anonymisation(arrival: Arrival, facts: Facts) -> bool:
    """Weak anonymisation treated as anonymous.

    ## Why it matters
    A blurred face can be guessed from a list of people, a voice of another pitch is still the
    voice, and a record without its name is found again by the rest of it. What counts as anonymous
    is handed on without care, and cannot be called back when somebody finds out.

    ## What to do
    Replace what identifies by something that was not made from it, and leave no original and no key
    that joins with it in reach. Else treat the data as what they are.

    ## When to accept it
    Nothing is reported while the data stay with a party that keeps neither the original nor a name
    it can join with them. Whether something counts as anonymous is asked of what is blurred or made
    coarser; of what is cropped, selected, hashed or otherwise changed, somebody must have written
    so. A face that is replaced by a made-up one is data of another kind: write it as concluded,
    not as blurred.
    """
    return (
        facts.still_says_something(arrival)
        and not arrival.is_subjects_own
        and facts.is_near_its_original(arrival)
        and facts.passes_for_anonymous(arrival)
    )

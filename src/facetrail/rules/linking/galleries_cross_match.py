"""The rule galleries-cross-match."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Meeting
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Purpose, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    GALLERY,
    PARTNER_STORE,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule

ENTRY_ONLY = frozenset({Purpose.ACCESS_CONTROL})
PORTRAIT = Datum(
    name="Portrait",
    kind=Kind.FACE_IMAGE,
    subjects="people",
    origin="Archive",
    collected_for=ENTRY_ONLY,
)
SECOND_GALLERY = (
    replace(ARCHIVE, party="Bureau"),
    PORTRAIT,
    flow("Archive", "Matcher", "Portrait"),
)
COMPARED = Datum(
    name="Score",
    kind=Kind.COMPARISON_SCORE,
    subjects="people",
    transform=Transform(Operation.COMPARE, ("Portrait", "Template"), "Matcher"),
)


@rule(
    over=Meeting,
    linddun=("L.1.1", "L.2.2.3"),
    harm=3,
    undo=Undo.FUTURE,
    message="{at} can match the people of two galleries, by {data}",
    mitigations=(controls.UNLINKABLE_TEMPLATE, controls.KEY_FOR_EACH_USE),
    references=(
        "ISO/IEC 24745, unlinkability",
        "ISO/IEC 30136",
        "arXiv 2411.03960, a linear map carries embeddings between models",
    ),
    folds_under=("enrolment-becomes-gallery", "face-stream-meets-gallery"),
    bad=(
        lambda: central(*SECOND_GALLERY),
        lambda: central(
            *SECOND_GALLERY,
            replace(GALLERY, purposes=ENTRY_ONLY),
            replace(ARCHIVE, party="Operator", purposes=frozenset({Purpose.RESEARCH})),
        ),
        lambda: central(
            *SECOND_GALLERY,
            COMPARED,
            replace(GALLERY, purposes=ENTRY_ONLY),
            replace(ARCHIVE, party="Operator", purposes=frozenset({Purpose.RESEARCH})),
        ),
    ),
    good=(
        lambda: central(),
        lambda: central(
            *SECOND_GALLERY,
            SUBJECTS_KEY,
            flow("Archive", "Matcher", "Portrait", layers=SEALED),
        ),
        lambda: central(*SECOND_GALLERY, replace(ARCHIVE, party="Operator")),
        lambda: central(*SECOND_GALLERY, COMPARED),
        lambda: central(*SECOND_GALLERY, replace(PORTRAIT, kind=Kind.FINGERPRINT_IMAGE)),
        lambda: central(PARTNER_STORE, flow("Matcher", "Partner store", "Scan")),
        lambda: central(
            replace(ARCHIVE, party="Bureau"),
            flow("Camera", "Archive", "Scan"),
            drop=("Template", "Matcher to Gallery", "Gallery to Matcher"),
        ),
    ),
)
def galleries_cross_match(meeting: Meeting, facts: Facts) -> bool:
    """Cross-matching of two galleries.

    ## Why it matters
    Two collections of faces made for different ends become one as soon as somebody can
    compare across them: every person in both is recognised, and what each side knows is
    joined. A different extractor is no obstacle.

    ## What to do
    Protect at least one side with a scheme that makes its references useless elsewhere, or
    see to it that nobody reaches both.

    ## When to accept it
    When one party keeps both for the same stated purpose, it is not reported: that is one
    gallery in two places. Nor is what one party took and passed on to another. A picture of
    somebody present that comes to a comparison brings no gallery there, whoever else keeps it. Nor
    are a sample and the reference that it is compared with one to one reported, unless they are
    kept for different stated purposes: that the two match is what the sample was taken for.
    """
    return facts.in_two_galleries(meeting) and facts.can_join(meeting)

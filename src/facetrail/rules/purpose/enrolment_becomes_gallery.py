"""The rule enrolment-becomes-gallery."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Work
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Comparison, Datum, Transform
from facetrail.rules import controls
from facetrail.rules.examples import MATCHER, central, flow
from facetrail.rules.form import Undo, rule

HUNTER = replace(MATCHER, name="Hunter", comparison=Comparison.IDENTIFICATION)
SCORE = Datum(
    name="Score",
    kind=Kind.COMPARISON_SCORE,
    subjects="people",
    transform=Transform(Operation.COMPARE, ("Scan", "Template"), "Matcher"),
)
FOUND = Datum(
    name="Found",
    kind=Kind.CANDIDATE_LIST,
    subjects="people",
    transform=Transform(Operation.SEARCH, ("Scan", "Template"), "Hunter"),
)
SEARCHED = (
    HUNTER,
    SCORE,
    FOUND,
    flow("Gallery", "Hunter", "Template"),
    flow("Camera", "Hunter", "Scan"),
)


@rule(
    over=Work,
    linddun=("DD.3.1", "I.2.1.1"),
    harm=4,
    undo=Undo.FUTURE,
    message="{at} searches references that were enrolled to check one claim at a time",
    mitigations=(controls.GROUNDED_GALLERY, controls.UNLINKABLE_TEMPLATE),
    references=("EDPB Guidelines 05/2022", "NIST SP 800-63A-4, 3.11(9)", "GDPR 5(1)(b)"),
    bad=(lambda: central(*SEARCHED),),
    good=(
        lambda: central(*SEARCHED, replace(HUNTER, duplicate_check=True)),
        lambda: central(*SEARCHED, drop=("Score",)),
        lambda: central(),
    ),
)
def enrolment_becomes_gallery(work: Work, facts: Facts) -> bool:
    """One-to-one enrolment becomes a search gallery.

    ## Why it matters
    People who enrolled to prove who they are become people who can be looked for. Everybody
    on file is compared with every picture that anybody brings.

    ## What to do
    Keep the references of 1:1 checks out of any search, by keys that serve one use and by a
    gallery of its own where searching is meant.

    ## When to accept it
    For a stated check for double enrolment whose privacy risk was assessed.
    """
    return not work.at.duplicate_check and facts.searches_verified_references(work)

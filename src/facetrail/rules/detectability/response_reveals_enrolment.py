"""The rule response-reveals-enrolment."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Work
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Comparison, Datum, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    DESK,
    GALLERY,
    MATCHER,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

TELLS = replace(MATCHER, tells_enrolment=True)
SHOP = replace(DESK, name="Shop", party="Partner")
ANSWER = Datum(
    name="Answer",
    kind=Kind.DECISION,
    subjects="people",
    transform=Transform(Operation.COMPARE, ("Scan", "Template"), "Matcher"),
)
ASKED = (TELLS, SHOP, ANSWER, flow("Matcher", "Shop", "Answer"))
REFERENCE = Datum(name="Reference", kind=Kind.FACE_TEMPLATE, subjects="people", origin="Gallery")
SERVICE = replace(MATCHER, name="Server", tells_enrolment=True)


@rule(
    over=Work,
    linddun=("D.3",),
    harm=2,
    undo=Undo.ENDS,
    message="{at} answers so that a stranger can tell who is enrolled",
    mitigations=(controls.ONE_ANSWER, controls.ANSWER_THE_OWNER),
    references=("CWE-204", "CWE-208"),
    bad=(
        lambda: central(*ASKED),
        lambda: central(*ASKED, replace(SHOP, party="people")),
        lambda: central(
            *ASKED,
            replace(TELLS, comparison=Comparison.IDENTIFICATION),
            replace(
                ANSWER,
                kind=Kind.CANDIDATE_LIST,
                transform=Transform(Operation.SEARCH, ("Scan", "Template"), "Matcher"),
            ),
        ),
        lambda: own_device(
            SERVICE,
            replace(ANSWER, name="Found", transform=None, origin="Server"),
            flow("Phone", "Server", "Scan"),
            flow("Server", "Phone", "Found"),
            GALLERY,
            REFERENCE,
            flow("Gallery", "Server", "Reference"),
        ),
    ),
    good=(
        lambda: central(*ASKED, replace(TELLS, tells_enrolment=False)),
        lambda: central(*ASKED, replace(SHOP, party="Operator")),
        lambda: central(*ASKED, SUBJECTS_KEY, flow("Matcher", "Shop", "Answer", layers=SEALED)),
        lambda: central(
            replace(TELLS, comparison=Comparison.NONE),
            SHOP,
            replace(ANSWER, transform=Transform(Operation.DECIDE, ("Scan",), "Matcher")),
            flow("Matcher", "Shop", "Answer"),
        ),
        lambda: central(TELLS),
        lambda: central(
            *ASKED,
            replace(ANSWER, transform=Transform(Operation.COMPARE, ("Scan", "Chip"), "Matcher")),
            Datum(name="Chip", kind=Kind.CHIP_PORTRAIT, subjects="people", origin="Desk"),
            flow("Desk", "Matcher", "Chip"),
        ),
        lambda: central(*ASKED, replace(TELLS, party="people")),
    ),
)
def response_reveals_enrolment(work: Work, facts: Facts) -> bool:
    """Response reveals enrolment or gallery membership.

    ## Why it matters
    An answer that differs between somebody unknown and somebody who does not match tells everyone
    who may ask that a person is a patient, a customer, a suspect. Nobody needs to break in for it.

    ## What to do
    Answer both alike in words, size and time, and answer only who has shown that the account is
    theirs.

    ## When to accept it
    When the answer stays with the party that compares, or when being enrolled says nothing because
    everybody is. Where the reference comes along with the question, as from a card, nobody is
    enrolled and nothing is reported. Whether a stranger can tell is asked where an answer goes to
    somebody else.
    """
    return (
        not work.is_subjects_own
        and (facts.verifies(work) or facts.searches(work))
        and facts.compares_with_enrolled(work)
        and facts.answers_somebody_else(work)
        and facts.tells_enrolment(work)
    )

"""The rule search-instead-of-verify."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Work
from facetrail.model.kinds import Kind
from facetrail.model.words import Comparison, Datum
from facetrail.rules import controls
from facetrail.rules.examples import ID_NUMBER, MATCHER, PHONE, central, flow, own_device
from facetrail.rules.form import Undo, rule

SEARCHING = replace(MATCHER, comparison=Comparison.IDENTIFICATION)


@rule(
    over=Work,
    linddun=("DD.3.1", "I.2.3"),
    harm=2,
    undo=Undo.ENDS,
    message="{at} searches everybody on file although the person says who they are",
    mitigations=(controls.COMPARE_WITH_ONE, controls.COMPARE_ON_DEVICE),
    references=("NIST SP 800-63A-4, 3.11(9)", "GDPR 5(1)(c)"),
    bad=(
        lambda: central(SEARCHING, ID_NUMBER, flow("Desk", "Matcher", "Id number")),
        lambda: central(
            SEARCHING,
            replace(ID_NUMBER, origin="Camera"),
            flow("Camera", "Desk", "Id number"),
        ),
    ),
    good=(
        lambda: central(ID_NUMBER, flow("Desk", "Matcher", "Id number")),
        lambda: central(SEARCHING),
        lambda: own_device(
            replace(PHONE, comparison=Comparison.IDENTIFICATION),
            replace(ID_NUMBER, origin="Phone"),
            flow("Phone", "Server", "Id number"),
        ),
        lambda: central(
            replace(SEARCHING, duplicate_check=True),
            ID_NUMBER,
            flow("Desk", "Matcher", "Id number"),
        ),
        lambda: central(
            SEARCHING, replace(ID_NUMBER, origin="Gallery"), flow("Gallery", "Matcher", "Id number")
        ),
        lambda: central(
            SEARCHING,
            Datum(name="Pass", kind=Kind.CREDENTIAL, subjects="people", origin="Matcher"),
            flow("Matcher", "Desk", "Pass"),
        ),
    ),
)
def search_instead_of_verify(work: Work, facts: Facts) -> bool:
    """1:N search although an identity was claimed.

    ## Why it matters
    To check one claim, one record is enough. A search compares the person with everybody on file:
    it works without their knowing, finds the wrong person in proportion to the size of the
    gallery, and needs a gallery that can be searched at all.

    ## What to do
    Use the claim that is there (a number, a card, an account) to fetch the one reference and
    compare 1:1, best on the person's own device or card.

    ## When to accept it
    For a check for double enrolment whose privacy risk was assessed: write it as such. Records of
    the person's own gallery entry, and results of the search, are not taken for a claim; a search
    on the person's own device is not reported.
    """
    return (
        not work.at.duplicate_check
        and not work.is_subjects_own
        and facts.searches(work)
        and facts.claim_reaches(work)
    )

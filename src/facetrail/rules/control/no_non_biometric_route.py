"""The rule no-non-biometric-route."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Aim
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Comparison, Datum, Requirement, Transform
from facetrail.rules import controls
from facetrail.rules.examples import DESK, ENTRY, central
from facetrail.rules.form import Milder, Undo, Verdict, rule

ONLY_BY_FACE = replace(ENTRY, requires=Requirement("all", ("Matcher",)))
PASSPORT = Datum(name="Passport", kind=Kind.DOCUMENT_IMAGE, subjects="people", origin="Desk")
READER = replace(DESK, comparison=Comparison.NONE)
FEATURES = Datum(
    name="Features of the portrait",
    kind=Kind.FACE_TEMPLATE,
    subjects="people",
    transform=Transform(Operation.EXTRACT, ("Passport",), "Desk"),
)


@rule(
    over=Aim,
    linddun=("U.2.1", "NC.1.1.3.1"),
    harm=3,
    undo=Undo.ENDS,
    message="every way to {at} passes a biometric check",
    mitigations=(controls.EQUAL_WAY,),
    references=(
        "China, face recognition measures 2025, art. 10",
        "NIST SP 800-63B-4, 3.2.3",
        "NIST SP 800-63A-4, 4.2 (non-biometric pathway)",
        "EDPB Guidelines 3/2019, 5.1",
        "PIPL 16",
    ),
    bad=(
        lambda: central(ONLY_BY_FACE),
        lambda: central(replace(ENTRY, requires=Requirement("all", ("Matcher", "Desk")))),
        lambda: central(PASSPORT, replace(DESK, comparison=Comparison.VERIFICATION)),
        lambda: central(PASSPORT, FEATURES, READER),
    ),
    milder=(lambda: central(replace(ONLY_BY_FACE, legal_duty="a rule of the ministry")),),
    good=(
        lambda: central(),
        lambda: central(PASSPORT, READER),
        lambda: central(replace(ONLY_BY_FACE, routes_complete=False)),
        lambda: central(replace(ENTRY, legal_duty="a rule of the ministry")),
    ),
)
def no_non_biometric_route(aim: Aim, facts: Facts) -> Verdict:
    """No non-biometric route to the service.

    ## Why it matters
    Who cannot or will not give a face, finger or voice is shut out. Without another way a consent
    is not a choice, and every error of the comparison falls on the person.

    ## What to do
    Offer a second way of equal worth: a staffed counter, a document check, a code. It must not
    cost more, take longer or ask for more data than the biometric one.

    ## When to accept it
    A duty that prescribes biometrics makes the threat milder and is named; it does not remove it.
    A goal whose routes the author has not stated to be complete makes a question. Who reads what is
    printed on a document, and neither compares its portrait nor takes features of it, checks no
    biometrics.
    """
    blocked = facts.routes_are_complete(aim) and facts.needs_biometrics(aim)
    if blocked and aim.at.legal_duty:
        return Milder(f"a duty prescribes the way ({aim.at.legal_duty})")
    return blocked

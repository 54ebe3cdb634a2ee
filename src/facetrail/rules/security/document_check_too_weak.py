"""The rule document-check-too-weak."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Comparison, Datum, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    CAMERA,
    KEPT_PROBE,
    MATCHER,
    SCAN,
    SERVER,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

PASSPORT = replace(SCAN, name="Passport", kind=Kind.DOCUMENT_IMAGE, origin="Phone")
TRUSTING = replace(SERVER, checks_documents=False)
SENT = (PASSPORT, TRUSTING, flow("Phone", "Server", "Passport"))
READ = Datum(
    name="Name",
    kind=Kind.NAME,
    subjects="people",
    transform=Transform(Operation.SELECT, ("Passport",), "Server"),
)
AT_COUNTER = (
    replace(PASSPORT, origin="Camera"),
    replace(MATCHER, checks_documents=False),
    flow("Camera", "Matcher", "Scan", "Passport"),
)


@rule(
    over=Arrival,
    linddun=("NC.3", "NC.4"),
    harm=3,
    undo=Undo.ENDS,
    message="{at} relies on {data} without checking well enough that the document is genuine",
    mitigations=(controls.CHECK_DOCUMENTS, controls.READ_CHIP),
    references=("NIST SP 800-63A-4, on document capture: DFAR and DFRR",),
    bad=(
        lambda: own_device(*SENT),
        lambda: own_device(*SENT, READ, replace(TRUSTING, comparison=Comparison.NONE)),
        lambda: own_device(*SENT, replace(TRUSTING, dfar=0.11, dfrr=0.1)),
        lambda: own_device(*SENT, replace(TRUSTING, dfar=0.1, dfrr=0.11)),
        lambda: own_device(*SENT, replace(TRUSTING, dfar=0.1)),
        lambda: central(*AT_COUNTER, replace(CAMERA, attended=False)),
    ),
    good=(
        lambda: own_device(*SENT, SERVER),
        lambda: own_device(*SENT, replace(TRUSTING, dfar=0.1, dfrr=0.1)),
        lambda: own_device(*SENT, replace(TRUSTING, comparison=Comparison.NONE)),
        lambda: own_device(*SENT, replace(PASSPORT, kind=Kind.CHIP_PORTRAIT)),
        lambda: own_device(*SENT, replace(PASSPORT, kind=Kind.IDENTITY_RECORD)),
        lambda: own_device(*SENT, replace(TRUSTING, party="people")),
        lambda: central(*AT_COUNTER),
        lambda: central(
            *KEPT_PROBE,
            replace(PASSPORT, name="Reference", origin="Gallery"),
            replace(CAMERA, attended=False),
            replace(MATCHER, checks_documents=False),
        ),
    ),
)
def document_check_too_weak(arrival: Arrival, facts: Facts) -> bool:
    """Document check absent or too weak.

    ## Why it matters
    A picture of a document is easily changed or made. If the face of somebody else stands on it,
    the comparison that follows confirms the wrong person, in the name of the right one.

    ## What to do
    Check by machine that the document is genuine, tested so that at most one forged document in ten
    passes and one genuine one in ten fails. A signed chip is better than any picture.

    ## When to accept it
    Where trained staff hold the document in their hands. At exactly one in ten the limit is kept.
    Rates that are stated go before the word that says documents are checked; where neither is there
    it is a question. The catalogue that the other rules come from has no such rule. It is asked
    where something is worked out from the picture: a comparison, or what is read from it.
    """
    return (
        facts.works_on_a_document(arrival)
        and facts.is_taken_unwatched(arrival)
        and facts.takes_weak_documents(arrival)
    )

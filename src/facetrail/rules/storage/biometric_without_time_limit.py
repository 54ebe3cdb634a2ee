"""The rule biometric-without-time-limit."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.words import Event, Retention
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    GALLERY,
    ID_NUMBER,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

FOR_EVER = Retention(unlimited=True)


@rule(
    over=Copy,
    linddun=("DD.3.4", "NC.1.1.4"),
    harm=2,
    undo=Undo.ENDS,
    message="{at} keeps {data} with no end",
    mitigations=(controls.LIMIT_RETENTION, controls.DELETE_AUTOMATICALLY),
    references=(
        "GDPR 5(1)(e)",
        "PIPL 19",
        "China, face recognition measures 2025, art. 8",
        "NIST SP 800-63A-4, 3.11(4)",
        "BIPA 15(a)",
    ),
    folds_under=(
        "non-matches-kept",
        "probe-outlives-decision",
        "rejected-applicant-kept",
        "source-image-outlives-template",
    ),
    bad=(
        lambda: central(replace(GALLERY, retention=FOR_EVER)),
        lambda: central(
            replace(ARCHIVE, retention=FOR_EVER), ID_NUMBER, flow("Desk", "Archive", "Id number")
        ),
    ),
    good=(
        lambda: central(),
        lambda: central(replace(GALLERY, retention=Retention(until=Event.SERVICE_END))),
        lambda: central(replace(GALLERY, retention=FOR_EVER, party="people")),
        lambda: own_device(
            replace(GALLERY, retention=FOR_EVER), flow("Server", "Gallery", "Answer")
        ),
    ),
)
def biometric_without_time_limit(copy: Copy, facts: Facts) -> bool:
    """Identity data kept with no time limit.

    ## Why it matters
    What is kept for ever outlives the reason it was taken for, and every later owner, leak and
    order finds it. A face or an id number stays true for life.

    ## What to do
    Set a period or the event that ends the keeping, and let a machine act on it.

    ## When to accept it
    A standard that requires keeping is satisfied by keeping for a stated period; without one the
    threat stands. A lifetime that nobody stated is a question.
    """
    return (
        (copy.content.irrevocable or copy.content.names_directly)
        and not copy.is_subjects_own
        and facts.retention(copy).unlimited
    )

"""The rule rejected-applicant-kept."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import (
    AfterRefusal,
    Comparison,
    Datum,
    Event,
    Purpose,
    Retention,
    Transform,
)
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    CASE_NUMBER,
    DESK,
    ID_NUMBER,
    KEPT_PROBE,
    MATCHER,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule

PROOFING = frozenset({Purpose.IDENTITY_VERIFICATION})
ENROLLING = replace(MATCHER, purposes=PROOFING)
LASTING = replace(ARCHIVE, after_refusal=AfterRefusal.AS_OTHERS)
SCANS_KEPT = (ENROLLING, LASTING, flow("Matcher", "Archive", "Scan"))
ID_KEPT = (
    LASTING,
    ID_NUMBER,
    *KEPT_PROBE[1:],
    replace(DESK, purposes=PROOFING),
    flow("Matcher", "Desk", "Score"),
    flow("Desk", "Archive", "Id number"),
)
CASE_KEPT = (
    *SCANS_KEPT[:2],
    CASE_NUMBER,
    ID_NUMBER,
    Datum(
        name="Record",
        kind=Kind.IDENTITY_RECORD,
        subjects="people",
        transform=Transform(Operation.JOIN, ("Case", "Id number"), "Matcher"),
    ),
    flow("Desk", "Matcher", "Case", "Id number"),
    flow("Desk", "Archive", "Case"),
)


@rule(
    over=Copy,
    linddun=("DD.3.4", "NC.1.1.4"),
    harm=2,
    undo=Undo.ENDS,
    message="{at} keeps {data} also of people who were refused or gave up",
    mitigations=(controls.DELETE_ON_REFUSAL, controls.PERIOD_FOR_REFUSALS),
    references=("GDPR 5(1)(c), (e)", "PIPL 19, 47"),
    bad=(
        lambda: central(*SCANS_KEPT),
        lambda: central(*SCANS_KEPT, replace(LASTING, after_refusal=AfterRefusal.SHARED)),
        lambda: central(*ID_KEPT),
    ),
    good=(
        lambda: central(*SCANS_KEPT, ARCHIVE),
        lambda: central(*SCANS_KEPT, replace(LASTING, after_refusal=AfterRefusal.OWN_PERIOD)),
        lambda: central(*SCANS_KEPT, replace(LASTING, retention=Retention(until=Event.DECISION))),
        lambda: central(
            *SCANS_KEPT,
            replace(LASTING, deletes_on=frozenset({Event.ERASURE_REQUEST, Event.REFUSAL})),
        ),
        lambda: central(*SCANS_KEPT, replace(LASTING, party="people")),
        lambda: central(*SCANS_KEPT, MATCHER),
        lambda: central(*SCANS_KEPT, replace(ENROLLING, comparison=Comparison.NONE)),
        lambda: central(*ID_KEPT, replace(ID_NUMBER, kind=Kind.PERSONAL_TRAIT)),
        lambda: central(*ID_KEPT, DESK),
        lambda: central(*CASE_KEPT),
    ),
)
def rejected_applicant_kept(copy: Copy, facts: Facts) -> bool:
    """Data of rejected or abandoned applicants kept.

    ## Why it matters
    Who was refused, perhaps by mistake, or gave up half-way has nothing from the service, and yet
    leaves a face and a name behind. On a list that others share, one error closes every door.

    ## What to do
    Delete what was taken when the enrolment is refused or abandoned. If it is needed for disputes
    or against fraud, give it a short period of its own and share it with nobody.

    ## When to accept it
    Where such a period is stated. What becomes of the data of the refused cannot be told from a
    drawing and is asked: of stores that keep identity or biometric data, beyond the decision, which
    came to a process that compares people, or hears the outcome, in order to enrol them.
    """
    return (
        (copy.content.irrevocable or copy.content.names_directly)
        and not copy.is_subjects_own
        and not facts.deletes_the_refused(copy)
        and facts.may_be_of_applicants(copy)
        and facts.outlives_the_decision(copy)
        and facts.keeps_the_refused(copy)
    )

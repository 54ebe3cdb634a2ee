"""The rule identity-in-logs."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.words import StoreUse
from facetrail.rules import controls
from facetrail.rules.examples import (
    CASE_NUMBER,
    FULL_NAME,
    GALLERY,
    ID_NUMBER,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Because, Undo, Verdict, rule

LOG = replace(GALLERY, name="Log", use=StoreUse.LOG)
LOGGED = (
    LOG,
    ID_NUMBER,
    CASE_NUMBER,
    FULL_NAME,
    flow("Desk", "Log", "Id number", "Case", "Name"),
    flow("Matcher", "Log", "Scan"),
)


@rule(
    over=Copy,
    linddun=("DD.3.3", "DD.4.2"),
    harm=2,
    undo=Undo.ENDS,
    message="{at} collects {data} readable, apart from the records and their controls",
    mitigations=(controls.REDACT_LOG, controls.PSEUDONYMOUS_LOG),
    references=("CWE-532", "CWE-359", "GDPR 5(1)(c)"),
    bad=(
        lambda: central(*LOGGED),
        lambda: central(LOG, FULL_NAME, flow("Desk", "Log", "Name")),
        lambda: central(LOG, flow("Matcher", "Log", "Template")),
        lambda: central(*LOGGED, replace(LOG, use=StoreUse.ANALYTICS)),
        lambda: central(*LOGGED, replace(LOG, use=StoreUse.QUEUE)),
    ),
    good=(
        lambda: central(*LOGGED, replace(LOG, use=StoreUse.RECORDS)),
        lambda: central(*LOGGED, replace(LOG, use=StoreUse.AUDIT_TRAIL)),
        lambda: central(*LOGGED, SUBJECTS_KEY, replace(LOG, at_rest=SEALED)),
        lambda: central(*LOGGED, replace(LOG, party="people")),
        lambda: own_device(LOG, flow("Server", "Log", "Answer")),
    ),
)
def identity_in_logs(copy: Copy, facts: Facts) -> Verdict:
    """Identity data reach logs, analytics or queues.

    ## Why it matters
    Logs and analytics are read by many, copied freely and kept by habit. Identity data that
    slip into them are out of every control that the records have.

    ## What to do
    Redact or replace them before they are written; keep a short token where lines must be
    told apart.

    ## When to accept it
    For an audit trail whose stated purpose is to show which of the staff did what.
    """
    return (
        copy.at.use in (StoreUse.LOG, StoreUse.ANALYTICS, StoreUse.QUEUE)
        and not copy.is_subjects_own
        and (copy.content.names_directly or copy.content.singles_out)
        and facts.rests_readable(copy)
        and Because(f"it is {copy.at.use}")
    )

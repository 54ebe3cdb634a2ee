"""The rule attributable-biometric-log."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.words import Event, Need, Retention, StoreUse
from facetrail.rules import controls
from facetrail.rules.examples import (
    CASE_NUMBER,
    DESK,
    GALLERY,
    ID_NUMBER,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule

MONTH = Retention(days=30)
LOG = replace(GALLERY, name="Log", use=StoreUse.LOG, dispute_window=MONTH)
SHORT = replace(LOG, retention=MONTH)
NAMED = (LOG, ID_NUMBER, flow("Desk", "Log", "Id number"))
GATE = replace(DESK, name="Gate", party="Partner", needs=Need.DECISION)
SHOWN = (GATE, flow("Log", "Gate", "Id number"))


@rule(
    over=Copy,
    linddun=("NR.1.1", "NR.1.3"),
    harm=2,
    undo=Undo.ENDS,
    message="{at} ties acts to a person by {data}, for longer or for more eyes than it takes",
    mitigations=(controls.SHORT_LOG, controls.PSEUDONYMOUS_LOG, controls.PASS_DECISION_ONLY),
    references=("GDPR 5(1)(c), 5(1)(e)",),
    folds_under=("movement-history-kept",),
    bad=(
        lambda: central(*NAMED),
        lambda: central(*NAMED, replace(LOG, retention=Retention(until=Event.ACCOUNT_END))),
        lambda: central(*NAMED, SHORT, *SHOWN),
        lambda: central(LOG, flow("Matcher", "Log", "Template")),
    ),
    good=(
        lambda: central(*NAMED, SHORT),
        lambda: central(*NAMED, replace(LOG, retention=Retention(until=Event.DECISION))),
        lambda: central(*NAMED, SHORT, *SHOWN, replace(GATE, needs=Need.TEMPLATE)),
        lambda: central(*NAMED, SHORT, *SHOWN, replace(GATE, party="people")),
        lambda: central(
            *NAMED,
            SHORT,
            GATE,
            SUBJECTS_KEY,
            flow("Log", "Gate", "Id number", layers=SEALED),
        ),
        lambda: central(*NAMED, replace(LOG, use=StoreUse.RECORDS)),
        lambda: central(*NAMED, replace(LOG, use=StoreUse.AUDIT_TRAIL)),
        lambda: central(*NAMED, replace(LOG, party="people")),
        lambda: central(LOG, CASE_NUMBER, flow("Desk", "Log", "Case")),
        lambda: central(*NAMED, SUBJECTS_KEY, replace(LOG, at_rest=SEALED)),
    ),
)
def attributable_biometric_log(copy: Copy, facts: Facts) -> bool:
    """Log attributes acts to a person for longer than disputes need.

    ## Why it matters
    A line that says who did what, where and when cannot be denied, all the less with a face or
    fingerprint in it. Kept for years it answers questions that nobody had when it was written.

    ## What to do
    Let lines end when nobody can dispute the act any more, write a pseudonym of the event in place
    of the person, and give others the fact of a valid check and nothing else.

    ## When to accept it
    A trail that shows which of the staff did what is not meant, nor a record under a pseudonym of
    one event. How long an act may be disputed is asked; what ends with an account or contract
    counts as longer than any stated period.
    """
    return (
        copy.at.use is StoreUse.LOG
        and not copy.is_subjects_own
        and (copy.content.irrevocable or copy.content.names_directly)
        and facts.rests_readable(copy)
        and (facts.outlives_disputes(copy) or facts.is_read_for_an_answer(copy))
    )

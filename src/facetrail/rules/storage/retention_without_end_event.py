"""The rule retention-without-end-event."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.kinds import Kind
from facetrail.model.words import ASKED_BY_THE_PERSON, Event, Retention
from facetrail.rules import controls
from facetrail.rules.examples import ARCHIVE, CASE_NUMBER, central, flow
from facetrail.rules.form import Undo, rule

ENDLESS = replace(ARCHIVE, retention=Retention(unlimited=True), deletes_on=frozenset())
KEPT = (CASE_NUMBER, flow("Desk", "Archive", "Case"), ENDLESS)


@rule(
    over=Copy,
    linddun=("NC.1.1.4",),
    harm=1,
    undo=Undo.ENDS,
    message="nothing that happens ends the keeping of {data} at {at}",
    mitigations=(controls.LIMIT_RETENTION,),
    references=("GDPR 5(1)(e)", "PIPL 19, 47"),
    folds_under=("biometric-without-time-limit",),
    bad=(
        lambda: central(*KEPT),
        lambda: central(*KEPT, replace(ENDLESS, deletes_on=frozenset({Event.ERASURE_REQUEST}))),
    ),
    good=(
        lambda: central(*KEPT, replace(ENDLESS, retention=Retention(days=3_650))),
        lambda: central(*KEPT, replace(ENDLESS, retention=Retention(until=Event.SERVICE_END))),
        lambda: central(*KEPT, replace(ENDLESS, deletes_on=frozenset({Event.SERVICE_END}))),
        lambda: central(*KEPT, replace(ENDLESS, deletes_on=ASKED_BY_THE_PERSON)),
        lambda: central(*KEPT, replace(ENDLESS, party="people")),
        lambda: central(*KEPT, replace(CASE_NUMBER, kind=Kind.AGGREGATE)),
    ),
)
def retention_without_end_event(copy: Copy, facts: Facts) -> bool:
    """No event ends the retention.

    ## Why it matters
    A contract ends, an applicant is refused, a number is given up, a person dies: each time the
    reason to keep the data is gone. Where none of it is tied to a deletion they stay for good.

    ## What to do
    Write down for every purpose what ends it, and let that event delete.

    ## When to accept it
    A stated period, of the house or of a law, is an end. So is an event that deletes by itself: the
    end of the service or the account, a refusal; a request of the person is none, since they may
    never learn of the copy. Data that identify are reported as kept without a limit instead.
    """
    return copy.content.personal and not copy.is_subjects_own and facts.has_no_ending(copy)

"""The rule status-watched-after-use."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Custody
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Event, Retention, StatusCheck, Store, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    DESK,
    ID_NUMBER,
    PARTNER_STORE,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule

PERMIT = Datum(
    name="Permit",
    kind=Kind.CREDENTIAL,
    subjects="people",
    origin="Desk",
    status=StatusCheck.LASTING,
)
SHOP = replace(DESK, name="Shop", party="Partner")
KEPT = (
    PERMIT,
    SHOP,
    PARTNER_STORE,
    flow("Desk", "Shop", "Permit"),
    flow("Shop", "Partner store", "Permit"),
)
RECORD = replace(
    PERMIT,
    name="Record",
    kind=Kind.IDENTITY_RECORD,
    status=None,
    transform=Transform(Operation.JOIN, ("Permit", "Id number"), "Shop"),
    origin=None,
)


def until(event: Event, days: int | None = None) -> Store:
    """The store of the shop, which keeps until then."""
    return replace(PARTNER_STORE, retention=Retention(until=event, days=days))


@rule(
    over=Custody,
    linddun=("L.2.2.1", "D.3"),
    harm=2,
    undo=Undo.FUTURE,
    message="{at} keeps {data} and can go on reading, without the person, whether that still holds",
    mitigations=(controls.SHORT_LIVED, controls.PERSON_PROVES_STATUS, controls.ROTATE_HANDLES),
    references=("EUDI Architecture and Reference Framework", "eIDAS 2, art. 5a(16)"),
    bad=(
        lambda: central(*KEPT),
        lambda: central(*KEPT, until(Event.SERVICE_END, days=730)),
        lambda: central(*KEPT, until(Event.ERASURE_REQUEST)),
        lambda: central(
            *KEPT,
            ID_NUMBER,
            RECORD,
            flow("Desk", "Shop", "Permit", "Id number"),
            flow("Shop", "Partner store", "Record"),
        ),
    ),
    good=(
        *(
            lambda status=status: central(*KEPT, replace(PERMIT, status=status))
            for status in (StatusCheck.NONE, StatusCheck.HOLDER, StatusCheck.CHANGING)
        ),
        *(
            lambda event=event: central(*KEPT, until(event))
            for event in (
                Event.SERVICE_END,
                Event.ACCOUNT_END,
                Event.DECISION,
                Event.SESSION_END,
            )
        ),
        lambda: central(*KEPT, drop=("Shop to Partner store",)),
        lambda: central(*KEPT, SUBJECTS_KEY, replace(PARTNER_STORE, at_rest=SEALED)),
        lambda: central(*KEPT, replace(PERMIT, kind=Kind.PSEUDONYM)),
        lambda: central(
            *KEPT, replace(SHOP, party="Operator"), replace(PARTNER_STORE, party="Operator")
        ),
    ),
)
def status_watched_after_use(custody: Custody, facts: Facts) -> bool:
    """Status of a credential can be watched after its use.

    ## Why it matters
    A licence shown once says for years whether it was withdrawn, a work permit whether the job
    was lost, if the place where that is looked up answers everybody who has seen it. Whoever kept
    it follows a person who left long ago.

    ## What to do
    Issue credentials that run out before they need a status, let the person prove the status when
    it is asked for, or make the handle another one at each showing. A receiver keeps no handle.

    ## When to accept it
    While a relation runs in which the receiver must know: that is not reported where it keeps the
    credential until the service or account ends and no longer. How the status can be told is asked
    of each credential that somebody keeps who did not issue it; a handle that is kept without the
    rest is a credential as well.
    """
    return (
        facts.is_shown_to(custody)
        and facts.is_kept_beyond_the_relation(custody)
        and facts.status_stays_readable(custody)
    )

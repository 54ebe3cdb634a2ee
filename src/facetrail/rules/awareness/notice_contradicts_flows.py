"""The rule notice-contradicts-flows."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Notice, Purpose, Retention, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    MATCHER,
    OPERATOR,
    PARTNER,
    PARTNER_STORE,
    PEOPLE,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

SAYS = Notice(
    purposes=frozenset({Purpose.ACCESS_CONTROL}),
    recipients=frozenset({"Partner"}),
    countries=frozenset({"IE"}),
    kinds=frozenset({Kind.PERSONAL_TRAIT}),
    retention=Retention(days=365),
)
TOLD = replace(PEOPLE, notice=SAYS)
AGE = Datum(
    name="Age",
    kind=Kind.PERSONAL_TRAIT,
    subjects="people",
    transform=Transform(Operation.INFER, ("Scan",), "Matcher"),
)
ABROAD = (
    TOLD,
    replace(OPERATOR, jurisdiction="DE"),
    replace(PARTNER, jurisdiction="IE"),
    PARTNER_STORE,
    AGE,
    flow("Matcher", "Partner store", "Template"),
)
UNNAMED = replace(TOLD, notice=replace(SAYS, recipients=frozenset()))


@rule(
    over=Arrival,
    linddun=("U.1.1",),
    harm=2,
    undo=Undo.ENDS,
    message="what happens to {data} at {at} is not what people are told",
    mitigations=(controls.SYNC_NOTICE, controls.STOP_UNANNOUNCED),
    references=("GDPR 13-14", "PIPL 17", "PANOPTIC PA01"),
    bad=(
        lambda: central(*ABROAD, UNNAMED),
        lambda: central(*ABROAD, replace(TOLD, notice=replace(SAYS, countries=frozenset()))),
        lambda: central(*ABROAD, replace(TOLD, notice=replace(SAYS, kinds=frozenset()))),
        lambda: central(*ABROAD, replace(TOLD, notice=replace(SAYS, retention=Retention(days=30)))),
        lambda: central(
            TOLD, replace(MATCHER, purposes=frozenset({Purpose.MARKETING, Purpose.ACCESS_CONTROL}))
        ),
    ),
    good=(
        lambda: central(*ABROAD),
        lambda: central(),
        lambda: central(
            TOLD,
            replace(
                MATCHER,
                purposes=frozenset({Purpose.SERVICE_SECURITY, Purpose.ACCESS_CONTROL}),
            ),
        ),
        lambda: central(
            UNNAMED,
            PARTNER_STORE,
            SUBJECTS_KEY,
            flow("Matcher", "Partner store", "Template", layers=SEALED),
        ),
        lambda: own_device(replace(TOLD, notice=replace(SAYS, purposes=frozenset()))),
        lambda: central(
            *ABROAD, UNNAMED, replace(PARTNER_STORE, party="people"), replace(AGE, subjects=None)
        ),
    ),
)
def notice_contradicts_flows(arrival: Arrival, facts: Facts) -> bool:
    """Notice does not match where the data go.

    ## Why it matters
    A notice that leaves out who gets the data, what for, for how long or in which country gives
    people a choice about something else than what happens. They can neither object to a reader
    whom they do not know nor ask that reader for anything.

    ## What to do
    Compare the notice with this model, word by word, whenever either changes. Where the notice is
    what was promised, change the flow.

    ## When to accept it
    When only feared flows are missing from it, which are listed apart. Security, corrections and
    single orders need not be named as purposes here, nor does the party that people give the data
    to themselves, nor an answer to a check, which names nobody.
    """
    return (
        facts.must_be_told(arrival)
        and not arrival.is_subjects_own
        and facts.reads(arrival)
        and facts.happens_untold(arrival)
    )

"""The rule readers-beyond-notice."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.words import Notice, Purpose, Retention
from facetrail.rules import controls
from facetrail.rules.examples import (
    MATCHER,
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
    retention=Retention(days=365),
)
TOLD = replace(PEOPLE, notice=SAYS)
UNNAMED = replace(TOLD, notice=replace(SAYS, recipients=frozenset()))
SHARED = (TOLD, PARTNER_STORE, flow("Matcher", "Partner store", "Template"))


@rule(
    over=Arrival,
    linddun=("U.1.1",),
    harm=1,
    undo=Undo.ENDS,
    message="{at} reads {data}, as a reader or for a purpose that people are not told of",
    mitigations=(controls.SYNC_NOTICE, controls.STOP_UNANNOUNCED),
    references=(
        "GDPR 13-14",
        "China, face recognition measures 2025, art. 5 (from 1 June 2025)",
    ),
    folds_under=("notice-contradicts-flows", "purpose-drift"),
    bad=(
        lambda: central(*SHARED, UNNAMED),
        lambda: central(
            TOLD, replace(MATCHER, purposes=frozenset({Purpose.MARKETING, Purpose.ACCESS_CONTROL}))
        ),
    ),
    good=(
        lambda: central(*SHARED),
        lambda: central(),
        lambda: central(*SHARED, replace(TOLD, notice=replace(SAYS, retention=Retention(days=30)))),
        lambda: central(
            UNNAMED,
            PARTNER_STORE,
            SUBJECTS_KEY,
            flow("Matcher", "Partner store", "Template", layers=SEALED),
        ),
        lambda: own_device(replace(TOLD, notice=replace(SAYS, purposes=frozenset()))),
    ),
)
def readers_beyond_notice(arrival: Arrival, facts: Facts) -> bool:
    """More readers than the notice lists.

    ## Why it matters
    People who were told of one reader find out about the others from the newspaper. Until then
    nobody asks these others for anything.

    ## What to do
    Name them and what they do with the data, or close the way to them.

    ## When to accept it
    It is part of notice-contradicts-flows, under which it is shown: that rule also weighs times,
    countries and conclusions.
    """
    return (
        facts.must_be_told(arrival)
        and not arrival.is_subjects_own
        and facts.reads(arrival)
        and facts.has_untold_reader(arrival)
    )

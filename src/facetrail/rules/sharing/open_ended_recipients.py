"""The rule open-ended-recipients."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Keeper
from facetrail.model.words import Role
from facetrail.rules import controls
from facetrail.rules.examples import (
    CASE_NUMBER,
    OPERATOR,
    PARTNER,
    PARTNER_STORE,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

LOOSE = replace(PARTNER, closed_recipients=False)
EVERYBODY = replace(PARTNER, role=Role.PUBLIC, closed_recipients=None)


@rule(
    over=Keeper,
    linddun=("DD.4.1.2", "U.1.1"),
    harm=2,
    undo=Undo.CANNOT,
    message="{at} may pass {data} on to anybody: no closed list limits that",
    mitigations=(controls.LIST_RECIPIENTS, controls.BIND_RECIPIENT),
    references=("GDPR 13(1)(e), 14, 28(2)", "PIPL 23"),
    bad=(
        lambda: central(replace(OPERATOR, closed_recipients=False)),
        lambda: central(LOOSE, PARTNER_STORE, flow("Matcher", "Partner store", "Scan")),
        lambda: central(EVERYBODY, PARTNER_STORE, flow("Matcher", "Partner store", "Scan")),
    ),
    good=(
        lambda: central(PARTNER_STORE, flow("Matcher", "Partner store", "Scan")),
        lambda: central(
            LOOSE,
            PARTNER_STORE,
            SUBJECTS_KEY,
            flow("Matcher", "Partner store", "Scan", layers=SEALED),
        ),
        lambda: central(LOOSE, PARTNER_STORE, CASE_NUMBER, flow("Desk", "Partner store", "Case")),
        lambda: own_device(replace(OPERATOR, closed_recipients=False)),
    ),
)
def open_ended_recipients(keeper: Keeper, facts: Facts) -> bool:
    """Open-ended recipients.

    ## Why it matters
    "Partners", "affiliates" or "where required" is no list: it grows without anybody deciding that
    it should, and the person cannot follow where their face, name or number has gone. Each step
    further makes it less likely that a deletion or a correction ever arrives.

    ## What to do
    Write down who gets what, let only a stated procedure change that list, and bind every recipient
    not to pass on.

    ## When to accept it
    When publication is the purpose. What goes to the public goes to an open set by nature and is
    reported with no question; anybody else is asked once, for all their flows. A party that reads
    nothing that identifies a person is not asked.
    """
    return facts.reads_identity_data(keeper) and facts.recipients_are_open(keeper)

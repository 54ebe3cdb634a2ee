"""The rule compulsory-identification."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Demand
from facetrail.model.kinds import Kind
from facetrail.model.words import Requirement
from facetrail.rules import controls
from facetrail.rules.examples import (
    DESK,
    ENTRY,
    ID_NUMBER,
    PHONE,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
)
from facetrail.rules.form import Milder, Undo, Verdict, rule

VISIT = replace(ENTRY, requires=Requirement("all", ("Desk",)), needs_identity=False)
NAMED = (VISIT, ID_NUMBER)
WINDOW = replace(DESK, name="Window")


@rule(
    over=Demand,
    linddun=("I.1.1", "U.2.1"),
    harm=2,
    undo=Undo.ENDS,
    message="nobody reaches {at} without saying who they are, though it would work without: {data}",
    mitigations=(controls.WITHOUT_IDENTITY, controls.SEALED_IDENTITY),
    references=("GDPR 5(1)(c)", "eIDAS 2, art. 5 (pseudonyms)", "PANOPTIC, PA05"),
    bad=(
        lambda: central(*NAMED),
        lambda: central(
            *NAMED, WINDOW, replace(VISIT, requires=Requirement("all", ("Desk", "Window")))
        ),
    ),
    milder=(lambda: central(*NAMED, replace(VISIT, legal_duty="a register law")),),
    good=(
        lambda: central(*NAMED, replace(VISIT, needs_identity=True)),
        lambda: central(*NAMED, replace(VISIT, routes_complete=False)),
        lambda: central(
            *NAMED, WINDOW, replace(VISIT, requires=Requirement("any", ("Desk", "Window")))
        ),
        lambda: central(VISIT, replace(ID_NUMBER, kind=Kind.PHONE_NUMBER)),
        lambda: central(
            ID_NUMBER,
            SUBJECTS_KEY,
            WINDOW,
            replace(VISIT, requires=Requirement("all", ("Window",))),
            flow("Desk", "Window", "Id number", layers=SEALED),
        ),
        lambda: central(
            PHONE,
            replace(ID_NUMBER, origin="Phone"),
            replace(VISIT, requires=Requirement("all", ("Phone",))),
        ),
        lambda: central(*NAMED, replace(VISIT, requires=None)),
        lambda: central(*NAMED, replace(VISIT, needs_identity=True, legal_duty="a register law")),
    ),
)
def compulsory_identification(demand: Demand, facts: Facts) -> Verdict:
    """Compulsory self-identification.

    ## Why it matters
    A ride, a message, a visit or a page can be had by somebody whom nobody knows. Where a name is
    asked for all the same, every use of it is a use by a person, and those who have reasons to stay
    unknown stay away.

    ## What to do
    Keep a way without a name, of equal worth. If something may have to be found out later, let a
    pseudonym do until then.

    ## When to accept it
    When it can only be given to somebody whose name is known: write that it needs identity. A duty
    that prescribes the way makes the threat milder and is named. What names a person here is a
    name, an id or document, or a number that a state or network keeps a register of; a phone number
    or address for messages is not enough, and a way on which only a body is recognised is for other
    rules.
    """
    holds = (
        facts.requires_a_name(demand)
        and facts.could_do_without_a_name(demand)
        and facts.routes_are_complete(demand)
    )
    if holds and demand.at.legal_duty:
        return Milder(f"a duty prescribes the way ({demand.at.legal_duty})")
    return holds

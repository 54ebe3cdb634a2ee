"""The rule store-openly-reachable."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.kinds import Kind
from facetrail.model.words import Datum, Reachable
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    CASE_NUMBER,
    GALLERY,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
)
from facetrail.rules.form import Milder, Undo, Verdict, rule

OPEN = replace(GALLERY, reachable=Reachable.ANYBODY)
OPEN_ARCHIVE = replace(ARCHIVE, reachable=Reachable.ANYBODY)
HABITS = Datum(name="Habits", kind=Kind.BEHAVIOUR, subjects="people", origin="Desk")


@rule(
    over=Copy,
    linddun=("DD.4.2", "NC.3"),
    harm=4,
    undo=Undo.CANNOT,
    message="{at} can be reached from outside {party}, and keeps {data}",
    mitigations=(controls.TAKE_OFF_NETWORK, controls.REQUIRE_LOGIN),
    references=("CWE-306", "CWE-359", "GDPR 32"),
    bad=(
        lambda: central(OPEN),
        lambda: central(HABITS, OPEN_ARCHIVE, flow("Desk", "Archive", "Habits")),
    ),
    milder=(lambda: central(replace(OPEN, reachable=Reachable.OPEN_NETWORK)),),
    good=(
        lambda: central(),
        lambda: central(replace(OPEN, reachable=Reachable.PARTNERS)),
        lambda: central(CASE_NUMBER, OPEN_ARCHIVE, flow("Desk", "Archive", "Case")),
        lambda: central(replace(OPEN, party="people")),
        lambda: central(replace(OPEN, meant_public="a register of officials")),
        lambda: central(SUBJECTS_KEY, replace(OPEN, at_rest=SEALED)),
    ),
)
def store_openly_reachable(copy: Copy, facts: Facts) -> Verdict:
    """Identity data reachable from the open network or without authentication.

    ## Why it matters
    Open stores are found by machines within hours. What is in them is then everybody's: faces,
    numbers and whereabouts of people who were never told that they are on the network.

    ## What to do
    Take the store off every network but its own, and let nobody in who has not authenticated, its
    own party's services included.

    ## When to accept it
    When what it keeps is meant to be public and not about private persons: state why. Where an open
    network leads to the store but everybody must authenticate, it is milder. A store whose content
    its own keeper cannot read is not reported: who reaches it finds nothing.
    """
    exposed = (
        copy.content.exposes
        and not copy.is_subjects_own
        and not copy.at.meant_public
        and facts.rests_readable(copy)
        and facts.is_on_an_open_network(copy)
    )
    if exposed and not facts.is_open_to_anybody(copy):
        return Milder("everybody from outside must authenticate")
    return exposed

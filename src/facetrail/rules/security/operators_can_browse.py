"""The rule operators-can-browse."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.words import StaffAccess
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    CASE_NUMBER,
    GALLERY,
    OPERATOR,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule

FREE = replace(OPERATOR, staff_access=StaffAccess.AT_WILL)


@rule(
    over=Copy,
    linddun=("DD.4.2", "NC.3"),
    harm=3,
    undo=Undo.FUTURE,
    message="people who work at {at} can look up or export {data} of whomever they choose",
    mitigations=(controls.ASSIGNED_CASES, controls.TWO_PERSON_SEARCH, controls.ACCESS_LOG),
    references=("GDPR 32", "PIPL 51", "PANOPTIC PA04"),
    bad=(
        lambda: central(FREE),
        lambda: central(replace(FREE, staff_access=StaffAccess.EMERGENCY)),
        lambda: central(replace(GALLERY, staff_access=StaffAccess.AT_WILL)),
    ),
    good=(
        lambda: central(),
        lambda: central(replace(FREE, staff_access=StaffAccess.TWO_PERSONS)),
        lambda: central(FREE, replace(GALLERY, staff_access=StaffAccess.NONE)),
        lambda: central(
            FREE,
            CASE_NUMBER,
            ARCHIVE,
            flow("Desk", "Archive", "Case"),
            drop=("Matcher to Gallery", "Gallery to Matcher"),
        ),
        lambda: central(FREE, replace(GALLERY, party="people", staff_access=StaffAccess.AT_WILL)),
        lambda: central(FREE, SUBJECTS_KEY, replace(GALLERY, at_rest=SEALED)),
    ),
)
def operators_can_browse(copy: Copy, facts: Facts) -> bool:
    """Insiders can look up or export people at will.

    ## Why it matters
    Most look-ups that should not be happen from inside: a neighbour, a former partner, a celebrity,
    or a list to sell. Where everybody on the shift can search, there is a market for it.

    ## What to do
    Open to staff only the cases they work on, ask for a reason, and have the log read by somebody
    else. Let searches and exports beyond a case take two. Review every use of an emergency path.

    ## When to accept it
    Where finding anybody is the work, as in a small registry, with two people or a log that is
    reviewed. What a party states holds for all its stores; a store may state otherwise.
    """
    return (
        copy.content.identifies
        and not copy.is_subjects_own
        and facts.rests_readable(copy)
        and facts.staff_can_browse(copy)
    )

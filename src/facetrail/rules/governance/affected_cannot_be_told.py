"""The rule affected-cannot-be-told."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.words import Event, Retention
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    GALLERY,
    ID_NUMBER,
    PEOPLE,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule

UNKNOWN = replace(PEOPLE, can_be_told=False)


@rule(
    over=Copy,
    linddun=("U.1.1", "NC.3"),
    harm=1,
    undo=Undo.ENDS,
    message="a leak of {data} from {at} could not be told to those whom it hits",
    mitigations=(controls.TRACK_RECIPIENTS, controls.ANNOUNCE_LEAK, controls.DO_NOT_STORE),
    references=("GDPR 33-34", "PIPL 57"),
    bad=(lambda: central(UNKNOWN),),
    good=(
        lambda: central(),
        lambda: central(
            UNKNOWN,
            ID_NUMBER,
            ARCHIVE,
            flow("Desk", "Archive", "Id number"),
            drop=("Matcher to Gallery", "Gallery to Matcher"),
        ),
        lambda: central(UNKNOWN, replace(GALLERY, party="people")),
        lambda: central(UNKNOWN, replace(GALLERY, retention=Retention(until=Event.DECISION))),
        lambda: central(UNKNOWN, SUBJECTS_KEY, replace(GALLERY, at_rest=SEALED)),
    ),
)
def affected_cannot_be_told(copy: Copy, facts: Facts) -> bool:
    """People affected by a breach cannot be told.

    ## Why it matters
    Who does not know that their face got out can neither be careful nor complain. Passers-by,
    people in scraped pictures and those whose copies went on to others are exactly those whom
    nobody can write to.

    ## What to do
    Do not store faces of people whom you cannot reach. Otherwise keep track of where copies went,
    and say in advance where a leak would be announced.

    ## When to accept it
    When a public announcement is stated as the way and is enough. It is asked once for each
    population. Copies that go with the decision are not concerned, nor are those that no breach
    and no single key makes readable.
    """
    return (
        copy.content.irrevocable
        and not copy.is_subjects_own
        and facts.outlives_the_decision(copy)
        and facts.one_event_opens(copy)
        and not facts.can_be_told(copy)
    )

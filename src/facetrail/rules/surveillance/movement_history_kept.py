"""The rule movement-history-kept."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Event, Retention, Scene, StoreUse, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    ID_NUMBER,
    PHONE,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule
from facetrail.rules.surveillance._square import CAMERAS, CASES, square

TRACKS = replace(ARCHIVE, name="Tracks", track_points=500, retention=Retention(days=30))
SPOT = Datum(name="Spot", kind=Kind.LOCATION, subjects="people", origin="Desk")
TRIP = replace(SPOT, name="Trip", kind=Kind.TRAJECTORY)
FIGURES = Datum(
    name="Figures",
    kind=Kind.AGGREGATE,
    subjects="people",
    transform=Transform(Operation.AGGREGATE, ("Spot",), "Desk"),
)
TRACKED = (TRACKS, SPOT, ID_NUMBER, flow("Desk", "Tracks", "Spot", "Id number"))
ANSWER = Datum(
    name="Answer",
    kind=Kind.DECISION,
    subjects="people",
    transform=Transform(Operation.COMPARE, ("Scan", "Template"), "Matcher"),
)
DOORS = (
    replace(TRACKS, use=StoreUse.LOG),
    ANSWER,
    ID_NUMBER,
    flow("Desk", "Tracks", "Id number"),
    flow("Matcher", "Tracks", "Answer"),
)
SEEN = flow("Search", "Cases", "Hits")


@rule(
    over=Copy,
    linddun=("L.2.2.1", "DD.3.4"),
    harm=3,
    undo=Undo.ENDS,
    message="{at} keeps where a person was and when ({data}), under an identity or a lasting key",
    mitigations=(controls.AGGREGATE, controls.OVERWRITE_SOON, controls.KEEP_ON_DEVICE),
    references=("PIPL 28 (from 1 November 2021)", "GDPR 5(1)(c), 5(1)(e)"),
    bad=(
        lambda: central(*TRACKED),
        lambda: central(*TRACKED, replace(TRACKS, track_points=3)),
        lambda: central(
            *TRACKED, replace(TRACKS, track_points=4, retention=Retention(until=Event.DECISION))
        ),
        lambda: central(TRACKS, TRIP, flow("Desk", "Tracks", "Trip")),
        lambda: square(SEEN),
        lambda: central(*DOORS),
    ),
    good=(
        lambda: central(*TRACKED, replace(TRACKS, track_points=1)),
        lambda: central(
            *TRACKED, replace(TRACKS, track_points=3, retention=Retention(until=Event.SESSION_END))
        ),
        lambda: central(TRACKS, SPOT, flow("Desk", "Tracks", "Spot")),
        lambda: central(
            TRACKS, SPOT, FIGURES, ID_NUMBER, flow("Desk", "Tracks", "Figures", "Id number")
        ),
        lambda: central(*TRACKED, SUBJECTS_KEY, replace(TRACKS, at_rest=SEALED)),
        lambda: central(*TRACKED, replace(TRACKS, party="people")),
        lambda: square(SEEN, replace(CAMERAS, scene=Scene.ONE_PERSON)),
        lambda: square(replace(CASES, track_points=500), flow("Search", "Cases", "Face")),
        lambda: central(*DOORS, replace(TRACKS, use=StoreUse.RECORDS)),
        lambda: own_device(
            replace(SPOT, origin="Phone"),
            replace(TRACKS, party="people"),
            replace(PHONE, effect=None),
            flow("Phone", "Tracks", "Spot"),
        ),
    ),
)
def movement_history_kept(copy: Copy, facts: Facts) -> bool:
    """Movement history store.

    ## Why it matters
    A handful of places with times is enough to tell one person from all others, and shows where
    they sleep, pray, are treated and whom they meet. Whoever gets the store later learns it of
    everybody and for all the time that was kept.

    ## What to do
    Keep no place longer than the moment needs it. If places are needed later, drop the key that
    ties them to a person, or keep figures about many.

    ## When to accept it
    From more than three places, or from two that lie over more than a day, it is a history (a
    choice of this catalogue, not of a norm). A place is what says where somebody is, but also what
    sensors in public recognised them by, and a log of identities beside the outcomes of their
    checks. One last place, figures about many people, and places under no key are not reported;
    nor is what the keeper cannot open.
    """
    return (
        not copy.is_subjects_own
        and facts.shows_where_somebody_was(copy)
        and facts.one_event_opens(copy)
        and facts.is_a_history(copy)
    )

"""The rule standing-feed-to-authority."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Carried
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Extent, Purpose, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    CAMERA,
    DESK,
    GALLERY,
    MATCHER,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule

OFFICE = replace(DESK, name="Office", party="Bureau", purposes=frozenset({Purpose.LAW_ENFORCEMENT}))
FEED = replace(flow("Matcher", "Office", "Scan"), extent=Extent.STANDING)
POLICE = (OFFICE, FEED)
FIGURES = Datum(name="Figures", kind=Kind.AGGREGATE, origin="Matcher")
ANSWER = Datum(name="Answer", kind=Kind.DECISION, subjects="people", origin="Matcher")
WEIGHTS = Datum(
    name="Weights",
    kind=Kind.MODEL_WEIGHTS,
    transform=Transform(Operation.TRAIN, ("Scan",), "Matcher"),
)
HABITS = Datum(name="Habits", kind=Kind.BEHAVIOUR, subjects="people", origin="Matcher")


@rule(
    over=Carried,
    linddun=("DD.3.2", "DD.2.3"),
    harm=4,
    undo=Undo.FUTURE,
    message="{party} gets {data} of everybody at {at}, not of single people asked about",
    mitigations=(controls.CASE_BY_CASE, controls.AGGREGATE),
    references=("EDPB Guidelines 05/2022", "LED 4(1)(c), 8"),
    bad=(
        lambda: central(*POLICE),
        lambda: central(*POLICE, replace(FEED, extent=Extent.WHOLE_STORE)),
        lambda: central(*POLICE, HABITS, replace(FEED, data=("Habits",))),
        lambda: central(*POLICE, replace(FEED, gated=True)),
    ),
    good=(
        lambda: central(*POLICE, replace(FEED, extent=Extent.ONE_CASE)),
        lambda: central(*POLICE, replace(FEED, extent=Extent.LISTED)),
        lambda: central(*POLICE, replace(OFFICE, party="Partner")),
        lambda: central(
            *POLICE,
            replace(CAMERA, party="Bureau"),
            replace(DESK, party="Bureau"),
            replace(GALLERY, party="Bureau"),
            replace(MATCHER, party="Bureau"),
        ),
        lambda: central(*POLICE, FIGURES, replace(FEED, data=("Figures",))),
        lambda: central(*POLICE, ANSWER, replace(FEED, data=("Answer",))),
        lambda: central(*POLICE, WEIGHTS, replace(FEED, data=("Weights",))),
        lambda: central(*POLICE, SUBJECTS_KEY, replace(FEED, layers=SEALED)),
    ),
)
def standing_feed_to_authority(carried: Carried, facts: Facts) -> bool:
    """Bulk or standing feed to an authority.

    ## Why it matters
    A feed does not wait for a suspicion: everybody is in it, and whoever is of interest one day is
    found in what came before. No single passage is ever weighed, so no gate can stop one.

    ## What to do
    Turn the push into a question: one case, one order, one answer. Where the authority needs to
    know how many, give it numbers over many people.

    ## When to accept it
    When the feed holds only people on a list, each under a stated suspicion or order, say so in its
    extent: it is not reported then. A purpose that the data were taken for does not silence it, for
    a law that asks for the feed makes it no smaller; nor does a gate around the whole of it. What
    was trained on people is nobody's record: whom it gives away is a question of its own.
    """
    return (
        carried.content.exposes
        and carried.content.personal
        and facts.goes_to_an_authority(carried)
        and facts.crosses_parties(carried)
        and facts.receives_readable(carried)
        and facts.goes_beyond_cases(carried)
    )

"""The rule recordings-searched-at-will."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Work
from facetrail.model.kinds import Kind
from facetrail.model.words import Comparison, Scene
from facetrail.rules import controls
from facetrail.rules.examples import DESK, flow
from facetrail.rules.form import Undo, rule
from facetrail.rules.surveillance._square import CAMERAS, FACE, FEATURES, SEARCH, square

LATER = replace(SEARCH, real_time=False)
OFFICE = replace(DESK, name="Office", party="Police", comparison=Comparison.NONE)
BY_THE_CITY = (replace(LATER, party="City"), OFFICE)


@rule(
    over=Work,
    linddun=("NC.1.2", "I.2.1.1"),
    harm=3,
    undo=Undo.FUTURE,
    message="{at} finds out afterwards who was in a public place, for an authority with force, and "
    "no order confines for whom it searches",
    mitigations=(controls.LEAVE_OUT_STEP, controls.CONFINE_BY_ORDER),
    references=(
        "AI Act 26(10) (from 2 December 2027)",
        "LED 8, 10",
        "EDPB Guidelines 05/2022",
    ),
    bad=(
        lambda: square(LATER),
        lambda: square(*BY_THE_CITY, flow("Search", "Office", "Hits")),
    ),
    good=(
        lambda: square(),
        lambda: square(replace(LATER, confined_by="an order of a court for one case")),
        lambda: square(LATER, replace(CAMERAS, scene=Scene.ONE_PERSON)),
        lambda: square(*BY_THE_CITY),
        lambda: square(replace(LATER, comparison=Comparison.VERIFICATION), drop=("Hits",)),
        lambda: square(
            LATER,
            replace(FACE, kind=Kind.FINGERPRINT_IMAGE),
            replace(FEATURES, kind=Kind.FINGERPRINT_TEMPLATE),
        ),
    ),
)
def recordings_searched_at_will(work: Work, facts: Facts) -> bool:
    """Recordings of a public place are searched for people at will.

    ## Why it matters
    A recording that can be searched for anybody is a memory of who was where. Nobody is stopped on
    the spot, but whoever was at a meeting, a surgery or a place of worship can be found out weeks
    later, by whoever has the search and a face to put in.

    ## What to do
    Let each search run on an order for one person and one case that somebody independent gave, or
    gives within days, and leave a record of it. Else do without.

    ## When to accept it
    A stated authorisation, order or law that confines the search takes the threat away: name it.
    A search while people pass is the graver threat of its own; faces, voices and gaits count as
    taken from afar. How long recordings stay is judged where they rest.
    """
    return (
        not work.at.confined_by
        and facts.works_at_a_distance(work)
        and facts.searches(work)
        and facts.is_fed_from_public(work)
        and facts.identifies_for_force(work)
        and not facts.is_live(work)
    )

"""The rule live-identification-in-public."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Work
from facetrail.model.kinds import Kind
from facetrail.model.words import Comparison, Scene
from facetrail.rules import controls
from facetrail.rules.examples import DESK, flow
from facetrail.rules.form import Milder, Undo, Verdict, rule
from facetrail.rules.surveillance._square import (
    CAMERAS,
    FACE,
    FEATURES,
    SEARCH,
    square,
)

CONFINED = replace(SEARCH, confined_by="an order of a court for one case")
OFFICE = replace(DESK, name="Office", party="Police", comparison=Comparison.NONE)
BY_THE_CITY = (replace(SEARCH, party="City"), OFFICE)
STATED_ONLY = ("Hits", "Features")


@rule(
    over=Work,
    linddun=("NC.1.2", "I.2.1.1"),
    harm=4,
    undo=Undo.FUTURE,
    message="{at} identifies people in a public place as they pass, for an authority with force",
    mitigations=(controls.LEAVE_OUT_STEP, controls.CONFINE_BY_ORDER, controls.SEARCH_AFTERWARDS),
    references=(
        "AI Act 5(1)(h) (from 2 February 2025)",
        "EDPB Guidelines 05/2022",
        "China, face recognition measures 2025, art. 13",
    ),
    bad=(
        lambda: square(),
        lambda: square(*BY_THE_CITY, flow("Search", "Office", "Hits")),
        lambda: square(*BY_THE_CITY, flow("Search", "Office", "Face"), drop=STATED_ONLY),
        lambda: square(
            replace(FACE, kind=Kind.VOICE_RECORDING), replace(FEATURES, kind=Kind.VOICE_TEMPLATE)
        ),
    ),
    milder=(lambda: square(CONFINED),),
    good=(
        lambda: square(replace(SEARCH, real_time=False)),
        lambda: square(replace(CONFINED, real_time=False)),
        lambda: square(replace(CAMERAS, scene=Scene.ONE_PERSON)),
        lambda: square(*BY_THE_CITY),
        lambda: square(replace(SEARCH, comparison=Comparison.VERIFICATION), drop=("Hits",)),
        lambda: square(
            replace(FACE, kind=Kind.FINGERPRINT_IMAGE),
            replace(FEATURES, kind=Kind.FINGERPRINT_TEMPLATE),
        ),
    ),
)
def live_identification_in_public(work: Work, facts: Facts) -> Verdict:
    """Live remote identification in public space.

    ## Why it matters
    Everybody who crosses the place is compared, without doing anything and without a way round.
    Who may be recognised anywhere, at once, by somebody who can stop them stays away from
    meetings, surgeries and places of worship.

    ## What to do
    Do without the search. Where one case is thought to need it, have it authorised beforehand by
    somebody independent, for named people, a place and a time, and end it with them.

    ## When to accept it
    A stated authorisation, order or law that confines the search makes the threat milder and is
    named; nothing in a model makes it go away but taking out one of its parts. Faces, voices and
    gaits count as taken from afar. A search through recordings later is no live one; it is judged
    by its scale and by what it keeps.
    """
    stands = (
        facts.works_at_a_distance(work)
        and facts.searches(work)
        and facts.is_fed_from_public(work)
        and facts.identifies_for_force(work)
        and facts.is_live(work)
    )
    if stands and work.at.confined_by:
        return Milder(f"it is confined by {work.at.confined_by}")
    return stands

"""The rule scraped-gallery."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Comparison, Datum, Scene, Transform
from facetrail.rules import controls
from facetrail.rules.examples import DESK, flow
from facetrail.rules.form import Undo, rule
from facetrail.rules.surveillance._square import CAMERAS, ENTRY, FACE, SEARCH, square

SCRAPED = replace(ENTRY, untargeted=True)
LAB = replace(DESK, name="Lab", party="City")
WEIGHTS = Datum(
    name="Weights", kind=Kind.MODEL_WEIGHTS, transform=Transform(Operation.TRAIN, ("Face",), "Lab")
)
FOOTAGE = replace(FACE, untargeted=True)
TRAINED = (LAB, WEIGHTS, FOOTAGE, flow("Cameras", "Lab", "Face"))


@rule(
    over=Arrival,
    linddun=("NC.1.2", "DD.2.3"),
    harm=4,
    undo=Undo.FUTURE,
    message="{at} searches or learns from {data}, gathered from everybody without regard to whom",
    mitigations=(controls.DELETE_GROUNDLESS, controls.GROUNDED_GALLERY),
    references=("AI Act 5(1)(e) (from 2 February 2025)", "GDPR 6, 9, 14"),
    bad=(
        lambda: square(SCRAPED),
        lambda: square(*TRAINED),
        lambda: square(SCRAPED, drop=("Hits", "Features")),
        lambda: square(replace(SCRAPED, kind=Kind.IDENTITY_RECORD)),
    ),
    good=(
        lambda: square(),
        lambda: square(FOOTAGE),
        lambda: square(*TRAINED, replace(CAMERAS, scene=Scene.ONE_PERSON)),
        lambda: square(*TRAINED, replace(CAMERAS, party="crowd")),
        lambda: square(*TRAINED, replace(FOOTAGE, kind=Kind.BEHAVIOUR), drop=("Features", "Hits")),
        lambda: square(
            SCRAPED,
            replace(SEARCH, comparison=Comparison.NONE),
            drop=("Hits", "Features"),
        ),
    ),
)
def scraped_gallery(arrival: Arrival, facts: Facts) -> bool:
    """Gallery built by untargeted scraping.

    ## Why it matters
    Pictures that people or their friends once showed become a means to find them, anywhere and
    by anybody who pays. Nobody asked them, they do not know, and what was learned from the
    pictures stays when these are deleted.

    ## What to do
    Delete the collection and the models made of it, and begin with people for each of whom there
    is a reason.

    ## When to accept it
    There is no case in which the catalogue would not report it. What the person's own device
    took, or a sensor for one person at a time, is not taken for scraped.
    """
    return facts.is_searched_or_trained_on(arrival) and facts.was_gathered_untargeted(arrival.datum)

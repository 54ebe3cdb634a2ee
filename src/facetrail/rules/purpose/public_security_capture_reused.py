"""The rule public-security-capture-reused."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Use
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Key, Purpose, Scene, Transform
from facetrail.rules import controls
from facetrail.rules.examples import DESK, SEALED, flow
from facetrail.rules.form import Undo, rule
from facetrail.rules.surveillance._square import CAMERAS, FACE, square

OWN_KEY = Key(name="Gallery key", holders=frozenset({"crowd"}))
SELLING = frozenset({Purpose.MARKETING})
SHOPS = replace(DESK, name="Shops", party="City", purposes=SELLING)
FIGURES = Datum(
    name="Figures",
    kind=Kind.AGGREGATE,
    subjects="crowd",
    transform=Transform(Operation.AGGREGATE, ("Face",), "Search"),
)
REUSED = (SHOPS, flow("Search", "Shops", "Face"))


@rule(
    over=Use,
    linddun=("NC.1.2", "DD.3.1"),
    harm=3,
    undo=Undo.FUTURE,
    message="{at} reuses {data}, taken in a public place for public security, for other ends",
    mitigations=(
        controls.PURPOSE_GATE,
        controls.REPLACE_WHAT_IDENTIFIES,
        controls.SEPARATE_CONSENT,
    ),
    references=(
        "PIPL 26 (from 1 November 2021)",
        "China, face recognition measures 2025, art. 13",
        "LED 4(2), 9",
    ),
    bad=(
        lambda: square(*REUSED),
        lambda: square(SHOPS, flow("Search", "Shops", "Features")),
        lambda: square(SHOPS, flow("Search", "Shops", "Hits")),
    ),
    good=(
        lambda: square(),
        lambda: square(*REUSED, replace(FACE, also_for=SELLING)),
        lambda: square(*REUSED, replace(CAMERAS, scene=Scene.ONE_PERSON)),
        lambda: square(*REUSED, replace(FACE, collected_for=frozenset({Purpose.ANALYTICS}))),
        lambda: square(SHOPS, FIGURES, flow("Search", "Shops", "Figures")),
        lambda: square(SHOPS, OWN_KEY, flow("Search", "Shops", "Face", layers=SEALED)),
    ),
)
def public_security_capture_reused(use: Use, facts: Facts) -> bool:
    """Public-security capture reused.

    ## Why it matters
    Cameras are borne in public because they are said to serve safety and nothing else. People
    cannot walk round them; every further use is made of somebody who had no choice.

    ## What to do
    Stop the flow, or take the people out before: figures, empty streets, blurred shapes.

    ## When to accept it
    When those concerned agreed separately: write it as a further purpose of what was taken. A
    single legal order through a gate, and the security of the system itself, are no reuse here.
    What a search in public found counts like the picture it was found in.
    """
    return facts.comes_from_public_security(use) and facts.drifts(use)

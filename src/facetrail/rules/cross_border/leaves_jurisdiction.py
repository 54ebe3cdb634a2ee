"""The rule leaves-jurisdiction."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Carried
from facetrail.model.kinds import Kind
from facetrail.model.words import Datum
from facetrail.rules import controls
from facetrail.rules.examples import (
    OPERATOR,
    PARTNER,
    PARTNER_STORE,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule

GROUNDLESS = replace(flow("Matcher", "Partner store", "Scan"), transfer_ground="")
WEATHER = Datum(name="Weather", kind=Kind.OTHER, origin="Matcher")
ABROAD = (
    replace(OPERATOR, jurisdiction="DE"),
    replace(PARTNER, jurisdiction="US"),
    PARTNER_STORE,
    GROUNDLESS,
)


@rule(
    over=Carried,
    linddun=("NC.1.2",),
    harm=2,
    undo=Undo.FUTURE,
    message="{at} gets {data} from another jurisdiction, and no ground for that is stated",
    mitigations=(controls.KEEP_WHERE_TAKEN, controls.TRANSFER_GROUND),
    references=("GDPR 44-49", "PIPL 38-40"),
    bad=(lambda: central(*ABROAD),),
    good=(
        lambda: central(*ABROAD, replace(GROUNDLESS, transfer_ground="standard clauses")),
        lambda: central(*ABROAD, replace(PARTNER, jurisdiction="DE")),
        lambda: central(*ABROAD, SUBJECTS_KEY, replace(GROUNDLESS, layers=SEALED)),
        lambda: central(*ABROAD, WEATHER, replace(GROUNDLESS, data=("Weather",))),
    ),
)
def leaves_jurisdiction(carried: Carried, facts: Facts) -> bool:
    """Data leave the jurisdiction without a stated ground.

    ## Why it matters
    Elsewhere other rules and other powers apply, and the person can hardly act against
    either.

    ## What to do
    Keep the data where they are taken, or state the ground and the assessment on which they
    leave.

    ## When to accept it
    When the data are under a key that stays, it is not reported. Nothing is concluded from
    the name of a country: only that it is another one.
    """
    return (
        carried.content.personal
        and facts.leaves_its_jurisdiction(carried)
        and facts.receives_readable(carried)
        and not facts.has_transfer_ground(carried)
    )

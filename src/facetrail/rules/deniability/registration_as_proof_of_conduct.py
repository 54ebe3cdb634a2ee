"""The rule registration-as-proof-of-conduct."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Task
from facetrail.model.kinds import Kind
from facetrail.model.words import Attribution, Datum, Effect, External, Power
from facetrail.rules import controls
from facetrail.rules.examples import BUREAU, DESK, central, flow
from facetrail.rules.form import Undo, rule

COURT = replace(
    DESK,
    name="Court",
    party="Bureau",
    effect=Effect.LEGAL,
    attribution=Attribution.REGISTERED,
)
CALLS = Datum(name="Calls", kind=Kind.BEHAVIOUR, subjects="people", origin="Desk")
NUMBER = Datum(name="Number", kind=Kind.PHONE_NUMBER, subjects="people", origin="Desk")
BLAMED = (COURT, CALLS, NUMBER, flow("Desk", "Court", "Calls", "Number"))
OUTSIDE = (
    External(name="Prosecutor", party="Bureau", attribution=Attribution.REGISTERED),
    CALLS,
    NUMBER,
    flow("Desk", "Prosecutor", "Calls", "Number"),
)


@rule(
    over=Task,
    linddun=("NR.2", "NC.2"),
    harm=3,
    undo=Undo.FUTURE,
    message="{at} holds the registered person to acts that nobody checked were theirs",
    mitigations=(controls.SHOW_UNPROVEN, controls.CHECK_EACH_ACT),
    references=("GDPR 5(1)(d)",),
    bad=(
        lambda: central(*BLAMED),
        lambda: central(*BLAMED, replace(COURT, effect=Effect.COERCIVE)),
        lambda: central(*OUTSIDE),
    ),
    good=(
        lambda: central(*BLAMED, replace(COURT, attribution=Attribution.UNPROVEN)),
        lambda: central(*BLAMED, replace(COURT, attribution=Attribution.CHECKED)),
        lambda: central(*BLAMED, replace(COURT, attribution=Attribution.NOBODY)),
        lambda: central(*BLAMED, replace(COURT, effect=Effect.SERVICE)),
        lambda: central(*OUTSIDE, replace(BUREAU, power=Power.NONE)),
        lambda: central(*BLAMED, replace(COURT, party="people")),
        lambda: central(*BLAMED, replace(CALLS, origin="Court"), flow("Desk", "Court", "Number")),
        lambda: central(*BLAMED, flow("Desk", "Court", "Calls")),
        lambda: central(*BLAMED, flow("Desk", "Court", "Number")),
        lambda: central(*BLAMED, replace(NUMBER, kind=Kind.NAME)),
    ),
)
def registration_as_proof_of_conduct(task: Task, facts: Facts) -> bool:
    """Registration used as proof of conduct.

    ## Why it matters
    Numbers are lent, resold and stolen, accounts shared, cars driven by others. Who is registered
    answers for what was done with them, and has to prove that they did not do it.

    ## What to do
    Say with every attribution that it shows who is registered and no more. Where an act must be
    somebody's, check at the act that they are there and mean it.

    ## When to accept it
    When presence and intent are checked at each act, or the attribution is shown as unproven. It
    is asked only where a number, account, device or credential comes together with what was done,
    and where the outcome has legal or similar effect; a service outside has it if its party can
    stop, fine or compel.
    """
    return (
        not task.is_subjects_own
        and facts.knows_acts_of_the_registered(task)
        and facts.acts_on_people(task)
        and facts.blames_the_registered(task)
    )

"""The rule absence-as-signal."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Task
from facetrail.model.kinds import Kind
from facetrail.model.words import Datum, Process, Purpose, SetBy
from facetrail.rules import controls
from facetrail.rules.examples import ID_NUMBER, central, flow
from facetrail.rules.form import Undo, rule

WATCH = Process(
    name="Watch",
    party="Bureau",
    purposes=frozenset({Purpose.PUBLIC_SECURITY}),
    absence_set_by=SetBy.OTHERS,
)
SIGHTING = Datum(name="Sighting", kind=Kind.BEHAVIOUR, subjects="people", origin="Desk")
LABEL = Datum(name="Off the grid", kind=Kind.RISK_SCORE, subjects="people", origin="Watch")
TOLD = flow("Watch", "Desk", "Off the grid")
WATCHED = (WATCH, SIGHTING, LABEL, flow("Desk", "Watch", "Sighting"), TOLD)


@rule(
    over=Task,
    linddun=("D.2", "L.2.2.1"),
    harm=4,
    undo=Undo.FUTURE,
    message="{at} takes it as a sign against a person that something expected of them is missing",
    mitigations=(controls.LEAVE_OUT_STEP, controls.FAULT_TO_OWNER),
    references=("LED 11", "GDPR 22"),
    bad=(
        lambda: central(*WATCHED),
        lambda: central(
            WATCH,
            ID_NUMBER,
            replace(LABEL, kind=Kind.DECISION),
            flow("Desk", "Watch", "Id number"),
            TOLD,
        ),
    ),
    good=(
        lambda: central(*WATCHED, replace(WATCH, absence_set_by=SetBy.THE_PERSON)),
        lambda: central(*WATCHED, replace(WATCH, absence_set_by=SetBy.GUARDIAN)),
        lambda: central(*WATCHED, replace(WATCH, absence_set_by=SetBy.NOBODY)),
        lambda: central(*WATCHED, drop=("Off the grid", "Watch to Desk")),
        lambda: central(
            WATCH,
            replace(SIGHTING, kind=Kind.PERSONAL_TRAIT),
            LABEL,
            flow("Desk", "Watch", "Sighting"),
        ),
    ),
)
def absence_as_signal(task: Task, facts: Facts) -> bool:
    """Absence is treated as a signal.

    ## Why it matters
    Where not being seen is suspicious, nobody can withdraw any more: a phone switched off, a card
    left at home, a journey on foot bring questions. The rule works on those who gave no data.

    ## What to do
    Take the rule out. If a device has failed, say so to the one who owns it.

    ## When to accept it
    A check on their safety that the person asked for, or a guardian for a small child, is not
    reported, and neither is a fault alarm about a device: write who set the rule, or that there
    is none about a person. Whether there is one is asked of processes that conclude something
    about people from what they do or by what they are known.
    """
    return facts.concludes_on_conduct(task) and facts.fires_on_absence(task)

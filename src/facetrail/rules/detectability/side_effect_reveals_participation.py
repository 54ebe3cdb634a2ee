"""The rule side-effect-reveals-participation."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Task
from facetrail.model.words import Store
from facetrail.rules import controls
from facetrail.rules.examples import MATCHER, PHONE, central, flow, own_device
from facetrail.rules.form import Undo, rule

SHOWS = replace(PHONE, visible_trace=True)


@rule(
    over=Task,
    linddun=("D.2",),
    harm=1,
    undo=Undo.FUTURE,
    message="{at} leaves a trace by which people near the person learn of the use",
    mitigations=(controls.NEUTRAL_WORDING, controls.CHOOSE_DELIVERY),
    references=("NIST SP 800-63A-4, 3.10 (keep the notification, keep it neutral)",),
    bad=(lambda: own_device(SHOWS),),
    good=(
        lambda: own_device(replace(SHOWS, visible_trace=False)),
        lambda: own_device(SHOWS, drop=("Phone to Server",)),
        lambda: central(replace(MATCHER, visible_trace=True)),
        lambda: own_device(
            SHOWS,
            Store(name="Card", party="people"),
            flow("Phone", "Card", "Answer"),
            drop=("Phone to Server",),
        ),
    ),
)
def side_effect_reveals_participation(task: Task, facts: Facts) -> bool:
    """Side effects reveal participation.

    ## Why it matters
    A message that names the service, an icon on a shared phone, a line on the bank statement: the
    people closest to somebody are often those from whom they must hide it.

    ## What to do
    Choose neutral words and names, leave no files behind, and let the person decide on messages.
    Keep a security notification that a standard asks for, and keep it neutral.

    ## When to accept it
    When the wording is neutral or the person chose it. It is asked of devices of the person that
    exchange data with others.
    """
    return facts.works_for_the_person_with_others(task) and facts.leaves_a_visible_trace(task)

"""The rule usable-without-intent."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Aim
from facetrail.model.words import Effect, Requirement
from facetrail.rules import controls
from facetrail.rules.examples import CAMERA, DESK, ENTRY, MATCHER, PHONE, central, own_device
from facetrail.rules.form import Undo, rule

ASLEEP = replace(ENTRY, act_of_will=False)
UNWATCHED = replace(CAMERA, attended=False)
DECIDES = replace(MATCHER, effect=Effect.SERVICE)
UNLOCKED = replace(ASLEEP, requires=Requirement("all", ("Phone",)))
BOTH = Requirement("all", ("Matcher", "Desk"))


@rule(
    over=Aim,
    linddun=("U.2.1", "NC.3"),
    harm=3,
    undo=Undo.ENDS,
    message="{at} is reached by a capture alone, whether the person wants it or not",
    mitigations=(controls.ACT_OF_WILL, controls.SECOND_FACTOR, controls.SWITCH_OFF),
    references=("NIST SP 800-63B-4, 3.2.3 (biometrics only with a physical authenticator)",),
    bad=(
        lambda: central(ASLEEP, UNWATCHED, DECIDES),
        lambda: central(ASLEEP, replace(CAMERA, party="people"), DECIDES),
        lambda: own_device(UNLOCKED, replace(PHONE, effect=Effect.SERVICE)),
    ),
    good=(
        lambda: central(UNWATCHED, DECIDES),
        lambda: central(ASLEEP, DECIDES),
        lambda: central(ASLEEP, UNWATCHED),
        lambda: central(replace(ASLEEP, requires=BOTH), UNWATCHED, DECIDES),
        lambda: own_device(UNLOCKED, replace(PHONE, effect=Effect.NONE)),
        lambda: central(
            replace(ASLEEP, requires=Requirement("any", ("Desk",))),
            UNWATCHED,
            replace(DESK, effect=Effect.SERVICE),
        ),
    ),
)
def usable_without_intent(aim: Aim, facts: Facts) -> bool:
    """A person's body can be used without their will.

    ## Why it matters
    A face or finger can be held before a sensor while its owner sleeps, is held, or merely walks
    by. What opens, pays or signs by that alone does so for whoever has the body at hand. Somebody's
    own phone is no exception: what it unlocks is all that is on it.

    ## What to do
    Ask for something that only a willing person does: a press, a code, a card, a word. Let people
    switch the way off quickly.

    ## When to accept it
    Where the effect is small and can be undone. A second step on the way that the capture does not
    feed, or trained staff who watch the capture, silences the rule.
    """
    return (
        facts.works_by_capture_alone(aim)
        and facts.is_captured_unwatched(aim)
        and not facts.needs_an_act(aim)
        and facts.has_an_effect(aim)
    )

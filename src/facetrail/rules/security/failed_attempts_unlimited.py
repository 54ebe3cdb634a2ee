"""The rule failed-attempts-unlimited."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Work
from facetrail.model.words import Comparison
from facetrail.rules import controls
from facetrail.rules.examples import CAMERA, MATCHER, PHONE, central, own_device
from facetrail.rules.form import Undo, rule

ALONE = replace(CAMERA, attended=False)
BLIND = replace(ALONE, attack_detection=False)
PATIENT = replace(MATCHER, tries_in_a_row=5, pause_seconds=30, tries_in_all=50, attempt_limit=False)


@rule(
    over=Work,
    linddun=("NC.3",),
    harm=3,
    undo=Undo.ENDS,
    message="at {at} anybody may try again and again until they pass for the person",
    mitigations=(controls.LIMIT_TRIES, controls.DETECT_PRESENTATION_ATTACKS),
    references=("NIST SP 800-63B-4, 3.2.3",),
    bad=(
        lambda: central(ALONE, replace(MATCHER, attempt_limit=False)),
        lambda: own_device(replace(PHONE, comparison=Comparison.VERIFICATION, attempt_limit=False)),
        lambda: central(BLIND, replace(PATIENT, tries_in_a_row=6)),
        lambda: central(ALONE, replace(PATIENT, tries_in_a_row=11)),
        lambda: central(BLIND, replace(PATIENT, tries_in_all=51)),
        lambda: central(ALONE, replace(PATIENT, pause_seconds=29)),
        lambda: central(ALONE, replace(PATIENT, pause_seconds=None)),
    ),
    good=(
        lambda: central(ALONE),
        lambda: central(BLIND, PATIENT),
        lambda: central(ALONE, replace(PATIENT, tries_in_a_row=10, tries_in_all=100)),
        lambda: central(replace(MATCHER, attempt_limit=False)),
        lambda: central(ALONE, replace(MATCHER, attempt_limit=False, comparison=Comparison.NONE)),
    ),
)
def failed_attempts_unlimited(work: Work, facts: Facts) -> bool:
    """Failed tries without a limit.

    ## Why it matters
    Every comparison lets one stranger in so many pass. Who may try without end, or with ever better
    pictures, passes in the end, and acts in the person's name.

    ## What to do
    After five failed tries in a row wait at least 30 seconds, end the tries after fifty and offer
    another way. With detection of presentation attacks it may be ten and a hundred.

    ## When to accept it
    Where somebody of the staff stands by and sees who tries: then nothing is asked. At the limits
    they are kept. Numbers that are stated go before the word that says there is a limit; where
    some are missing that word decides, and where neither is there it is a question. A search among
    many claims nobody's name and is left out.
    """
    return facts.verifies(work) and facts.is_unwatched(work) and facts.allows_too_many_tries(work)

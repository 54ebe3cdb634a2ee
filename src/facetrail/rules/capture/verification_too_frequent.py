"""The rule verification-too-frequent."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.operations import Operation
from facetrail.model.words import Frequency, Scene, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    CAMERA,
    DESK,
    MATCHER,
    SCAN,
    TEMPLATE,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

WATCHING = replace(CAMERA, frequency=Frequency.CONTINUOUS)
AGAIN = replace(MATCHER, enough=Frequency.ONCE)
SECOND = replace(
    TEMPLATE, name="Second", transform=Transform(Operation.EXTRACT, ("Scan",), "Lobby")
)
LOBBY = replace(MATCHER, name="Lobby", enough=Frequency.CONTINUOUS)


@rule(
    over=Arrival,
    linddun=("DD.2.2",),
    harm=2,
    undo=Undo.FUTURE,
    message="people are captured at {at} more often than any check needs: {data}",
    mitigations=(controls.CAPTURE_ON_EVENT, controls.RELY_ON_EARLIER_CHECK),
    references=(
        "GDPR 5(1)(c)",
        "PIPL 6",
        "NIST SP 800-63A-4, 3.16 (evidence that was processed is not asked again)",
    ),
    weighs_all=True,
    bad=(
        lambda: central(WATCHING),
        lambda: central(AGAIN),
        lambda: central(replace(WATCHING, frequency=Frequency.PERIODIC)),
    ),
    good=(
        lambda: central(),
        lambda: central(WATCHING, replace(MATCHER, enough=Frequency.CONTINUOUS)),
        lambda: central(
            replace(WATCHING, frequency=Frequency.PERIODIC),
            replace(MATCHER, enough=Frequency.PERIODIC),
        ),
        lambda: central(AGAIN, replace(CAMERA, frequency=Frequency.ONCE)),
        lambda: central(replace(WATCHING, scene=Scene.PUBLIC)),
        lambda: central(
            WATCHING,
            LOBBY,
            flow("Camera", "Lobby", "Scan"),
            replace(
                TEMPLATE, name="Second", transform=Transform(Operation.EXTRACT, ("Scan",), "Lobby")
            ),
        ),
        lambda: central(
            WATCHING,
            DESK,
            replace(SCAN, origin="Desk"),
            flow("Desk", "Matcher", "Scan"),
            drop=("Camera to Matcher",),
        ),
        lambda: own_device(
            replace(WATCHING, party="people"),
            replace(SCAN, origin="Camera"),
            AGAIN,
            flow("Camera", "Phone", "Scan"),
            flow("Camera", "Matcher", "Scan"),
        ),
    ),
)
def verification_too_frequent(arrival: Arrival, facts: Facts) -> bool:
    """Identity checked again, or longer, than the purpose needs.

    ## Why it matters
    Each further check adds a time and a place to what is known of somebody. A check that was meant
    for a moment becomes a watch when it never stops, and full proofing that is asked again spreads
    copies of the same documents.

    ## What to do
    Capture when something happens that needs it. Accept an earlier check, or an authenticator that
    the person already has, for as long as it is valid.

    ## When to accept it
    A step-up on a stated risk, or a renewal at a stated expiry, is a need: write how often the
    process needs a check. Where one that uses the same capture needs it as often, the rule is
    silent. Limits on failed tries are no frequency. In a public place nobody in particular is
    checked: that everybody is watched there is for other rules.
    """
    return (
        facts.is_captured(arrival)
        and not arrival.is_subjects_own
        and facts.is_checked_too_often(arrival)
        and not facts.is_taken_in_a_public_place(arrival)
    )

"""The rule adaptation-keeps-probes."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.words import Adaptation, Event, Retention
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    ID_NUMBER,
    KEPT_PROBE,
    MATCHER,
    PHONE,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

LEARNS = replace(MATCHER, adaptation=Adaptation.LIMITED)
DRIFTS = replace(MATCHER, adaptation=Adaptation.UNLIMITED)
AT_ONCE = replace(ARCHIVE, retention=Retention(until=Event.DECISION))


@rule(
    over=Arrival,
    linddun=("DD.3.4",),
    harm=1,
    undo=Undo.ENDS,
    message="{data} at {at} change a reference, without a limit or kept after that",
    mitigations=(controls.DELETE_AT_ONCE, controls.LIMIT_ADAPTATION),
    references=("NIST SP 800-63B-4, 3.2.3 (use of biometric samples)",),
    folds_under=("probe-outlives-decision",),
    bad=(
        lambda: central(*KEPT_PROBE, LEARNS),
        lambda: central(*KEPT_PROBE, LEARNS, replace(ARCHIVE, keep_duty="a law")),
        lambda: central(DRIFTS),
    ),
    good=(
        lambda: central(*KEPT_PROBE),
        lambda: central(*KEPT_PROBE, LEARNS, AT_ONCE),
        lambda: central(LEARNS),
        lambda: central(*KEPT_PROBE, LEARNS, replace(ARCHIVE, party="people")),
        lambda: central(
            DRIFTS,
            replace(MATCHER),
            replace(DRIFTS, name="Clerk"),
            ID_NUMBER,
            flow("Desk", "Clerk", "Id number"),
        ),
        lambda: own_device(replace(PHONE, adaptation=Adaptation.UNLIMITED)),
    ),
)
def adaptation_keeps_probes(arrival: Arrival, facts: Facts) -> bool:
    """Template adaptation retains probes.

    ## Why it matters
    A reference that learns from each accepted face grows into a record of how somebody changes
    over years, and the faces it learnt from are tempting to keep. Without a limit an impostor who
    is accepted once teaches it to accept them again.

    ## What to do
    Erase each probe right after the reference has changed, and state how far and how long it may
    change before the person enrols anew.

    ## When to accept it
    When the probes are gone at once and a limit is stated. A process is taken not to learn unless
    it says so.
    """
    return (
        arrival.content.irrevocable
        and not arrival.is_subjects_own
        and (facts.adapts_without_limit(arrival) or facts.is_kept_after_adaptation(arrival))
    )

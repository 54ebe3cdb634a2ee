"""The rule liveness-video-reused."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Use
from facetrail.model.kinds import Kind
from facetrail.model.words import Purpose
from facetrail.rules import controls
from facetrail.rules.examples import ARCHIVE, MATCHER, SCAN, central, flow
from facetrail.rules.form import Undo, rule

FRAUD = frozenset({Purpose.FRAUD_PREVENTION})
VIDEO = replace(SCAN, name="Video", kind=Kind.LIVENESS_VIDEO)
REUSED = (
    VIDEO,
    replace(MATCHER, name="Fraud desk", purposes=FRAUD),
    flow("Camera", "Matcher", "Scan", "Video"),
    flow("Matcher", "Fraud desk", "Video"),
)


@rule(
    over=Use,
    linddun=("DD.3.1", "NC.1.1.3.2"),
    harm=2,
    undo=Undo.FUTURE,
    message="{at} uses {data}, taken to show that somebody is there, for something else",
    mitigations=(
        controls.DELETE_AT_ONCE,
        controls.DETECT_PRESENTATION_ON_DEVICE,
        controls.SEPARATE_CONSENT,
    ),
    references=(
        "GDPR 5(1)(b)",
        "NIST SP 800-63A-4, 4.2 (recorded sessions: tell, ask, publish the period)",
    ),
    bad=(lambda: central(*REUSED),),
    good=(
        lambda: central(*REUSED, drop=("Matcher to Fraud desk",)),
        lambda: central(*REUSED, replace(VIDEO, also_for=FRAUD)),
        lambda: central(
            *REUSED,
            replace(MATCHER, name="Fraud desk", purposes=frozenset({Purpose.SERVICE_SECURITY})),
        ),
        lambda: central(*REUSED, replace(MATCHER, name="Fraud desk", purposes=MATCHER.purposes)),
        lambda: central(*REUSED, replace(VIDEO, kind=Kind.FACE_IMAGE)),
        lambda: central(
            *REUSED,
            replace(ARCHIVE, purposes=FRAUD),
            flow("Matcher", "Archive", "Video"),
            drop=("Matcher to Fraud desk",),
        ),
    ),
)
def liveness_video_reused(use: Use, facts: Facts) -> bool:
    """Liveness video used beyond the presence check.

    ## Why it matters
    A recording that shows that somebody is there and alive shows more than a portrait: the room,
    the voice, who else is around, how somebody moves. People gave it to pass one check.

    ## What to do
    Judge the recording where it is taken and let it go; pass on the verdict. Who wants it for more
    has to ask for that separately.

    ## When to accept it
    Detecting attacks, the comparison it was taken for and the review of the same case are no
    reuse; security of the same service counts as the first. A further purpose that the person
    chose, or that was among those of the collection, is written as such and silences the rule.
    That it is merely kept is the matter of probe-outlives-decision.
    """
    return facts.reuses_a_recording(use)

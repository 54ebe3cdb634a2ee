"""The rule purpose-drift."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Use
from facetrail.model.words import Purpose
from facetrail.rules import controls
from facetrail.rules.examples import MATCHER, SCAN, SEALED, SUBJECTS_KEY, central, flow
from facetrail.rules.form import Undo, rule

LAB = replace(MATCHER, name="Lab", purposes=frozenset({Purpose.MODEL_TRAINING}))


@rule(
    over=Use,
    linddun=("NC.1.1.3.2", "DD.3.1"),
    harm=3,
    goes_on=True,
    undo=Undo.FUTURE,
    message="{at} uses data for a purpose that they were not collected for: {data}",
    mitigations=(controls.PURPOSE_GATE, controls.SEPARATE_CONSENT),
    references=("GDPR 5(1)(b), 6(4)", "PIPL 6, 14 (from 1 November 2021)", "ISO/IEC 29100"),
    folds_under=(
        "enrolment-becomes-gallery",
        "identity-data-scored",
        "liveness-video-reused",
        "public-security-capture-reused",
        "scans-train-a-model",
        "sensitive-trait-inferred",
        "standing-feed-to-authority",
    ),
    bad=(
        lambda: central(LAB, flow("Matcher", "Lab", "Scan")),
        lambda: central(LAB, flow("Matcher", "Lab", "Template")),
    ),
    good=(
        lambda: central(),
        lambda: central(
            LAB,
            replace(SCAN, also_for=frozenset({Purpose.MODEL_TRAINING})),
            flow("Matcher", "Lab", "Scan"),
        ),
        lambda: central(
            replace(LAB, purposes=frozenset({Purpose.SERVICE_SECURITY})),
            flow("Matcher", "Lab", "Scan"),
        ),
        lambda: central(LAB, SUBJECTS_KEY, flow("Matcher", "Lab", "Scan", layers=SEALED)),
    ),
)
def purpose_drift(use: Use, facts: Facts) -> bool:
    """Data reach a purpose they were not collected for.

    ## Why it matters
    What people give for one thing tells others more once it is used for another, and they had no
    say in it. Later uses are also where a small system grows into a large one.

    ## What to do
    Stop the flow, reduce it to what carries no personal data, or ask for the new purpose
    separately. Purposes follow data: a template or a record made from a scan may serve what the
    scan was taken for; a join may serve what all its parts were taken for; a decision may serve
    what the comparing process is for.

    ## When to accept it
    Security of the same service, correcting errors and a single legal order through a gate are
    compatible with every collection here. Anything else needs a choice or basis that is stated.
    """
    return facts.drifts(use)

"""The rule erasure-misses-copies."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.words import Event, FlowRole, Retention
from facetrail.rules import controls
from facetrail.rules.examples import (
    GALLERY,
    ID_NUMBER,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

DEAF = replace(GALLERY, deletes_on=frozenset({Event.PERIOD_END}))


@rule(
    over=Copy,
    linddun=("U.2.3", "NC.1.1.1"),
    harm=2,
    undo=Undo.ENDS,
    message="{at} keeps {data} when the person asks for erasure or leaves",
    mitigations=(controls.CASCADE_DELETION, controls.TELL_RECIPIENTS),
    references=("GDPR 7(3), 17, 19", "PIPL 15, 47", "NIST SP 800-63A-4, 3.11(5)"),
    folds_under=(
        "copies-escape-deletion",
        "derived-outlives-source",
        "model-cannot-forget",
    ),
    bad=(
        lambda: central(DEAF),
        lambda: central(
            replace(DEAF, name="Archive"), ID_NUMBER, flow("Desk", "Archive", "Id number")
        ),
        lambda: central(replace(DEAF, keep_duty="a law", retention=Retention(unlimited=True))),
    ),
    good=(
        lambda: central(),
        lambda: central(DEAF, replace(flow("Desk", "Gallery", "Template"), role=FlowRole.DELETION)),
        lambda: central(replace(DEAF, keep_duty="a law")),
        lambda: central(replace(DEAF, retention=Retention(until=Event.DECISION))),
        lambda: central(replace(DEAF, party="people")),
        lambda: own_device(DEAF, flow("Server", "Gallery", "Answer")),
    ),
)
def erasure_misses_copies(copy: Copy, facts: Facts) -> bool:
    """Erasure or withdrawal does not reach every copy.

    ## Why it matters
    A person who asks for deletion, withdraws or closes the account believes the data to be gone.
    A copy that the request does not reach goes on living without anybody looking after it.

    ## What to do
    Follow the map: every store that a datum or something made from it reaches must hear of the
    deletion, partners included, and confirm it.

    ## When to accept it
    A stated duty to keep the copy for a period is a reason and silences the rule, as does a copy
    that goes with the decision anyway.
    """
    return (
        (copy.content.irrevocable or copy.content.names_directly)
        and not copy.is_subjects_own
        and facts.outlives_the_decision(copy)
        and not facts.erasure_reaches(copy)
        and not facts.must_be_kept(copy)
    )

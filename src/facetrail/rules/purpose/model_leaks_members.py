"""The rule model-leaks-members."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Carried
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Transform
from facetrail.rules import controls
from facetrail.rules.examples import DESK, MATCHER, SCAN, SEALED, SUBJECTS_KEY, central, flow
from facetrail.rules.form import Undo, rule

WEIGHTS = Datum(
    name="Weights",
    kind=Kind.MODEL_WEIGHTS,
    transform=Transform(Operation.TRAIN, ("Scan",), "Matcher"),
    members_protected=False,
)
CLIENT = replace(DESK, name="Client", party="Partner")
PASSED_ON = (WEIGHTS, CLIENT, flow("Matcher", "Client", "Weights"))


def answered(operation: Operation, kind: Kind) -> tuple[Datum, ...]:
    """An answer that the model gives."""
    return (
        Datum(name="Answer", kind=kind, transform=Transform(operation, ("Weights",), "Matcher")),
    )


ASKED = (WEIGHTS, CLIENT, flow("Matcher", "Client", "Answer"))


@rule(
    over=Carried,
    linddun=("L.2.2.3", "DD.3.3"),
    harm=3,
    undo=Undo.CANNOT,
    message="{at} can find out from {data} whose data a model was trained on",
    mitigations=(controls.PRIVATE_TRAINING, controls.PASS_DECISION_ONLY, controls.TEST_MEMBERSHIP),
    references=("EDPB Opinion 28/2024", "GDPR 25, 32"),
    folds_under=("match-score-exposed",),
    bad=(
        lambda: central(*PASSED_ON),
        lambda: central(*ASKED, *answered(Operation.INFER, Kind.FACE_IMAGE)),
        lambda: central(
            *ASKED,
            *answered(Operation.DECIDE, Kind.DECISION),
            replace(MATCHER, attempt_limit=False),
        ),
    ),
    good=(
        lambda: central(*PASSED_ON, replace(WEIGHTS, members_protected=True)),
        lambda: central(*PASSED_ON, replace(CLIENT, party="Operator")),
        lambda: central(
            *PASSED_ON, SUBJECTS_KEY, flow("Matcher", "Client", "Weights", layers=SEALED)
        ),
        lambda: central(*ASKED, *answered(Operation.DECIDE, Kind.DECISION)),
        lambda: central(*ASKED, *answered(Operation.AGGREGATE, Kind.AGGREGATE)),
        lambda: central(
            *PASSED_ON,
            replace(SCAN, kind=Kind.OTHER),
            drop=("Template", "Matcher to Gallery", "Gallery to Matcher"),
        ),
        lambda: central(CLIENT, flow("Matcher", "Client", "Scan")),
    ),
)
def model_leaks_members(carried: Carried, facts: Facts) -> bool:
    """Model reveals whom it was trained on.

    ## Why it matters
    Who has a model, or may ask it without end, can often tell whether somebody's data were in the
    training, and at times draw the data out. Where the set is one of patients, suspects or
    migrants, to have been in it says enough.

    ## What to do
    Train privately, test how far members can be told, or let out nothing but decisions, few of
    them.

    ## When to accept it
    Where a tested bound on both is published. The threat stands where another party receives the
    model or what it puts out, made-up pictures included; decisions count only where nothing limits
    their number, and figures over many people do not.
    """
    return (
        facts.gives_a_model_away(carried)
        and facts.crosses_parties(carried)
        and facts.receives_readable(carried)
        and not facts.protects_members(carried)
    )

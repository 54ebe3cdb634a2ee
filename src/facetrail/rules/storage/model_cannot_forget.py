"""The rule model-cannot-forget."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Use
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Purpose, Transform, Unlearning
from facetrail.rules import controls
from facetrail.rules.examples import DESK, SCAN, SEALED, SUBJECTS_KEY, central, flow
from facetrail.rules.form import Undo, rule

LAB = replace(DESK, name="Lab", purposes=frozenset({Purpose.MODEL_TRAINING}))
STUBBORN = Datum(
    name="Weights",
    kind=Kind.MODEL_WEIGHTS,
    transform=Transform(Operation.TRAIN, ("Scan",), "Lab"),
    unlearning=Unlearning.NEVER,
)
TRAINED = (LAB, STUBBORN, flow("Matcher", "Lab", "Scan"))
CHOSEN = replace(SCAN, also_for=frozenset({Purpose.MODEL_TRAINING}))


@rule(
    over=Use,
    linddun=("U.2.3", "DD.3.4"),
    harm=2,
    undo=Undo.FUTURE,
    message="a model that {at} trains keeps what it learned from {data}, whoever withdraws",
    mitigations=(controls.CONSENTED_TRAINING_SET, controls.UNLEARN),
    references=("GDPR 17", "EDPB Opinion 28/2024"),
    folds_under=("scans-train-a-model",),
    bad=(lambda: central(*TRAINED), lambda: central(*TRAINED, CHOSEN)),
    good=(
        lambda: central(*TRAINED, replace(STUBBORN, unlearning=Unlearning.POSSIBLE)),
        lambda: central(*TRAINED, replace(STUBBORN, unlearning=Unlearning.WITH_THE_SET)),
        lambda: central(*TRAINED, replace(STUBBORN, unlearning=Unlearning.AGREED)),
        lambda: central(LAB, flow("Matcher", "Lab", "Scan")),
        lambda: central(
            *TRAINED,
            replace(SCAN, kind=Kind.OTHER),
            drop=("Template", "Matcher to Gallery", "Gallery to Matcher"),
        ),
        lambda: central(*TRAINED, SUBJECTS_KEY, flow("Matcher", "Lab", "Scan", layers=SEALED)),
    ),
)
def model_cannot_forget(use: Use, facts: Facts) -> bool:
    """Model trained on personal data cannot forget.

    ## Why it matters
    Deleting a picture does not take out of a model what it learned from it. Some of it can be drawn
    out again, and the person has no way left to ask for its end.

    ## What to do
    Train on data of people who agreed that it stays, or in a way that lets one person's part be
    taken out: in parts, or anew from what is left.

    ## When to accept it
    Where everybody in the set agreed to it, or the model goes when its data go: say so. The threat
    stands at the training, whether or not the data were taken for that, and shows what was taken.
    Data that say nothing about anybody train no such model; what is called synthetic but comes of
    people's data does.
    """
    return facts.is_trained_on(use) and facts.cannot_unlearn(use)

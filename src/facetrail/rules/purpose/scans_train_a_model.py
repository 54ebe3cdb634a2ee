"""The rule scans-train-a-model."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Use
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Purpose, Transform
from facetrail.rules import controls
from facetrail.rules.examples import DESK, SCAN, SEALED, SUBJECTS_KEY, central, flow
from facetrail.rules.form import Undo, rule

TRAINING = frozenset({Purpose.MODEL_TRAINING})
LAB = replace(DESK, name="Lab", purposes=TRAINING)
WEIGHTS = Datum(
    name="Weights",
    kind=Kind.MODEL_WEIGHTS,
    transform=Transform(Operation.TRAIN, ("Scan",), "Lab"),
)
TRAINED = (LAB, WEIGHTS, flow("Matcher", "Lab", "Scan"))


@rule(
    over=Use,
    linddun=("DD.3.1", "NC.1.1.3.2"),
    harm=3,
    undo=Undo.CANNOT,
    message="{at} trains a model on data that were not taken for that: {data}",
    mitigations=(controls.CONSENTED_TRAINING_SET, controls.SYNTHETIC_DATA, controls.BIND_RECIPIENT),
    references=(
        "PIPL 6, 13, 14, 23, 29 (from 1 November 2021)",
        "GDPR 5(1)(b), 9",
        "BIPA 15(c)",
        "NIST SP 800-63B-4, 3.2.3",
    ),
    bad=(lambda: central(*TRAINED),),
    good=(
        lambda: central(*TRAINED, replace(SCAN, also_for=TRAINING)),
        lambda: central(LAB, flow("Matcher", "Lab", "Scan")),
        lambda: central(*TRAINED, SUBJECTS_KEY, flow("Matcher", "Lab", "Scan", layers=SEALED)),
    ),
)
def scans_train_a_model(use: Use, facts: Facts) -> bool:
    """Verification data train a model.

    ## Why it matters
    A face that was given to open a door ends up in the weights of a system that recognises
    people anywhere. Nobody can take it out again.

    ## What to do
    Train on data of people who agreed to that alone, and bar it in the contract with whoever
    gets the scans.

    ## When to accept it
    When the people chose it separately (write it as a further purpose). Setting a threshold
    from counts is no training. China's face recognition measures of 2025 leave research and
    training out of their scope and are not a place to look here.
    """
    return facts.trains(use)

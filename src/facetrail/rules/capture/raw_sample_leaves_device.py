"""The rule raw-sample-leaves-device."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Carried
from facetrail.model.words import Need, Purpose
from facetrail.rules import controls
from facetrail.rules.examples import (
    ID_NUMBER,
    SEALED,
    SERVER,
    SUBJECTS_KEY,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

TRAINER = replace(
    SERVER, name="Trainer", purposes=frozenset({Purpose.MODEL_TRAINING}), needs=Need.RAW
)


@rule(
    over=Carried,
    linddun=("DD.3.2", "DD.1.2", "NC.1.1.2"),
    harm=3,
    undo=Undo.CANNOT,
    message="{at} gets {data} readable from what the person controls, though less would do",
    mitigations=(controls.EXTRACT_ON_DEVICE, controls.COMPARE_ON_DEVICE),
    references=(
        "NIST SP 800-63B-4, 3.2.3 (local comparison preferred)",
        "China, face recognition measures 2025, art. 8",
        "GDPR 5(1)(c), 25",
    ),
    folds_under=("vendor-receives-raw-biometrics",),
    weighs_all=True,
    bad=(
        lambda: own_device(flow("Phone", "Server", "Scan")),
        lambda: own_device(flow("Phone", "Server", "Template")),
        lambda: own_device(
            TRAINER, flow("Phone", "Server", "Scan"), flow("Server", "Trainer", "Scan")
        ),
    ),
    good=(
        lambda: own_device(),
        lambda: own_device(replace(SERVER, needs=Need.RAW), flow("Phone", "Server", "Scan")),
        lambda: own_device(SUBJECTS_KEY, flow("Phone", "Server", "Scan", layers=SEALED)),
        lambda: own_device(
            replace(ID_NUMBER, origin="Phone"), flow("Phone", "Server", "Id number")
        ),
        lambda: central(),
    ),
)
def raw_sample_leaves_device(carried: Carried, facts: Facts) -> bool:
    """Raw sample leaves the person's device though its purpose needs less.

    ## Why it matters
    Once a face image or an unprotected template leaves the phone or card of the person, they
    depend on every later keeper. The check itself rarely needs it: a device can compare and send
    the answer, or at least protect the template first.

    ## What to do
    Compare on the device or card and send the decision; or extract and protect the template
    before it leaves. A template without proven protection counts as the sample.

    ## When to accept it
    When a step of the same purpose states that it needs the raw sample, for detecting an attack
    or for a person's review: that silences the rule, and what is kept afterwards is judged by
    other rules. A further consumer with another purpose never silences it.
    """
    return (
        carried.content.irrevocable
        and facts.leaves_the_person(carried)
        and facts.receives_readable(carried)
        and facts.needs_less_than_raw(carried.datum)
    )

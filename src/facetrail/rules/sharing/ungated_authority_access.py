"""The rule ungated-authority-access."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Carried
from facetrail.model.kinds import Kind
from facetrail.model.words import Datum, Purpose
from facetrail.rules import controls
from facetrail.rules.examples import (
    CAMERA,
    DESK,
    GALLERY,
    ID_NUMBER,
    MATCHER,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule

OFFICE = replace(DESK, name="Office", party="Bureau", purposes=frozenset({Purpose.LAW_ENFORCEMENT}))
UNGATED = replace(flow("Matcher", "Office", "Scan"), gated=False)
CASE_SCORE = Datum(name="Talk", kind=Kind.BEHAVIOUR, subjects="people", origin="Matcher")
POLICE = (OFFICE, UNGATED)


@rule(
    over=Carried,
    linddun=("DD.4.1.1", "NC.1.1.3.2"),
    harm=4,
    undo=Undo.FUTURE,
    message="{party} gets {data} at {at} with no gate that checks an order each time",
    mitigations=(controls.ORDER_GATE, controls.ACCESS_LOG),
    references=("EDPB Guidelines 05/2022", "LED 4, 8", "GDPR 6, 48"),
    bad=(
        lambda: central(*POLICE),
        lambda: central(
            ID_NUMBER, OFFICE, replace(flow("Desk", "Office", "Id number"), gated=False)
        ),
    ),
    folds_under=("standing-feed-to-authority",),
    good=(
        lambda: central(*POLICE, replace(UNGATED, gated=True)),
        lambda: central(*POLICE, replace(OFFICE, purposes=frozenset({Purpose.ACCESS_CONTROL}))),
        lambda: central(*POLICE, replace(OFFICE, party="Partner")),
        lambda: central(
            *POLICE,
            replace(CAMERA, party="Bureau"),
            replace(DESK, party="Bureau"),
            replace(GALLERY, party="Bureau"),
            replace(MATCHER, party="Bureau"),
        ),
        lambda: central(*POLICE, CASE_SCORE, replace(UNGATED, data=("Talk",))),
        lambda: central(*POLICE, SUBJECTS_KEY, replace(UNGATED, layers=SEALED)),
    ),
)
def ungated_authority_access(carried: Carried, facts: Facts) -> bool:
    """Authority access with no gate.

    ## Why it matters
    An authority that can reach identity data without asking each time can look at anybody,
    and at everybody. Those concerned never learn of it and cannot object.

    ## What to do
    Put a gate on every such way that checks a stated order, its scope and a record, case by
    case.

    ## When to accept it
    When the authority itself is the one that works for the very purpose the data were taken
    for, it is not reported here. Whether there is a gate, if nobody says so, is a question.
    """
    return (
        facts.goes_to_an_authority(carried)
        and facts.crosses_parties(carried)
        and (carried.content.irrevocable or carried.content.names_directly)
        and facts.receives_readable(carried)
        and not facts.arrives_for_its_purpose(carried)
        and not facts.is_gated(carried)
    )

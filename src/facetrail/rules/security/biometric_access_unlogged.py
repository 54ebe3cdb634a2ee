"""The rule biometric-access-unlogged."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    GALLERY,
    ID_NUMBER,
    OPERATOR,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule

BLIND = replace(OPERATOR, access_log=False)
NO_GALLERY = ("Matcher to Gallery", "Gallery to Matcher")
HEALTH = Datum(name="Health", kind=Kind.HEALTH_FACT, subjects="people", origin="Desk")
SCORE = Datum(
    name="Score",
    kind=Kind.COMPARISON_SCORE,
    subjects="people",
    transform=Transform(Operation.COMPARE, ("Scan", "Template"), "Matcher"),
)


@rule(
    over=Copy,
    linddun=("NC.3", "NC.4"),
    harm=0,
    undo=Undo.FUTURE,
    message="nobody records who reads {data} at {at}",
    mitigations=(controls.ACCESS_LOG,),
    references=("China, face recognition measures 2025, art. 14", "GDPR 32"),
    bad=(
        lambda: central(BLIND),
        lambda: central(replace(GALLERY, access_log=False)),
        lambda: central(BLIND, HEALTH, ARCHIVE, flow("Desk", "Archive", "Health"), drop=NO_GALLERY),
    ),
    good=(
        lambda: central(),
        lambda: central(BLIND, replace(GALLERY, access_log=True)),
        lambda: central(
            BLIND, ID_NUMBER, ARCHIVE, flow("Desk", "Archive", "Id number"), drop=NO_GALLERY
        ),
        lambda: central(
            BLIND,
            replace(GALLERY, access_log=True),
            SCORE,
            ARCHIVE,
            flow("Matcher", "Archive", "Score"),
        ),
        lambda: central(BLIND, replace(GALLERY, party="people", access_log=False)),
        lambda: central(BLIND, SUBJECTS_KEY, replace(GALLERY, at_rest=SEALED)),
    ),
)
def biometric_access_unlogged(copy: Copy, facts: Facts) -> bool:
    """No access log on a store of sensitive identity data.

    ## Why it matters
    Without a record of who read what, misuse from inside leaves no trace, and after a leak nobody
    can say whom it concerns.

    ## What to do
    Record each read with who, when and whose, keep the record apart from those it watches, and
    delete it soon: it says much about the people looked up, too.

    ## When to accept it
    When nobody but the person reads the store, or its keeper cannot: neither is reported. The lack
    of a log is a matter of proof, not by itself a threat to anybody, and scores accordingly.
    """
    return (
        copy.content.is_special
        and not copy.content.is_answer
        and not copy.is_subjects_own
        and facts.rests_readable(copy)
        and facts.reads_are_unrecorded(copy)
    )

"""What is changed in a rule to see whether its examples notice, and that they can fail to."""

from dataclasses import replace
from pathlib import Path

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.words import StoreUse
from facetrail.rules import controls
from facetrail.rules.examples import GALLERY, central, own_device
from facetrail.rules.form import Milder, Undo, Verdict, rule
from tests.rules.mutants import HOLDS, MILDER, NOWHERE, examples, mutants, outcome, survivors

LIMIT = 0.5


@rule(
    over=Copy,
    linddun=("DD.4.2",),
    harm=1,
    undo=Undo.ENDS,
    message="",
    mitigations=(controls.STOP_CAPTURE,),
    references=(),
    bad=(lambda: central(),),
    milder=(lambda: central(replace(GALLERY, keep_duty="a law")),),
    good=(lambda: own_device(),),
)
def an_invented_rule(copy: Copy, facts: Facts) -> Verdict:
    """Invented.

    ## Why it matters
    It does not.

    ## What to do
    Nothing.

    ## When to accept it
    Always.
    """
    if copy.at.keep_duty:
        return not copy.is_subjects_own and Milder("it is invented")
    return LIMIT > 0 and copy.at.use in (StoreUse.LOG, StoreUse.RECORDS)


WHOLE = "LIMIT > 0 and copy.at.use in (StoreUse.LOG, StoreUse.RECORDS)"
OWN = "copy.is_subjects_own"
MILDLY = f"not {OWN} and Milder('it is invented')"
USE = "copy.at.use in (StoreUse.LOG, StoreUse.RECORDS)"


def test_each_thing_is_changed_once() -> None:
    assert sorted(mutant.change for mutant in mutants(an_invented_rule)) == [
        "-1 for 0",
        "1 for 0",
        "LIMIT = 0.4",
        "LIMIT = 0.6",
        "LIMIT >= 0 for LIMIT > 0",
        f"{USE.replace('in', 'not in', 1)} for {USE}",
        f"{OWN} for not {OWN}",
        f"not ({WHOLE}) for {WHOLE}",
        f"not ({MILDLY}) for {MILDLY}",
        "not LIMIT > 0 for LIMIT > 0",
        "not Milder('it is invented') for Milder('it is invented')",
        "not copy.at.keep_duty for copy.at.keep_duty",
        "or for and after LIMIT > 0",
        f"or for and after not {OWN}",
        "return False",
        "return False",
        "return True",
        "return True",
        "without LIMIT > 0",
        "without StoreUse.LOG",
        "without StoreUse.RECORDS",
        f"without {USE}",
        f"without not {OWN}",
    ]


def test_a_mutant_knows_its_line() -> None:
    line = next(item.line for item in mutants(an_invented_rule) if "LIMIT" in item.change)
    assert "LIMIT > 0" in Path(__file__).read_text(encoding="utf-8").splitlines()[line - 1]


def test_an_example_is_bad_milder_or_a_near_miss() -> None:
    found = [outcome(an_invented_rule, Facts(item.graph())) for item in examples(an_invented_rule)]
    assert found == [HOLDS, MILDER, NOWHERE]


def test_what_no_example_needs_survives() -> None:
    left = survivors(mutants(an_invented_rule), examples(an_invented_rule))
    assert sorted(mutant.change for mutant in left) == [
        "-1 for 0",
        "LIMIT = 0.4",
        "LIMIT = 0.6",
        "LIMIT >= 0 for LIMIT > 0",
        "or for and after LIMIT > 0",
        "return True",
        "without LIMIT > 0",
        "without StoreUse.LOG",
        f"without {USE}",
        f"without not {OWN}",
    ]

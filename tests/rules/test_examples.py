"""Every rule comes out on its examples as it says, and has no clause without one that needs it."""

from pathlib import Path
from typing import Any

import pytest

import facetrail.rules
from facetrail.analysis.facts import Facts
from facetrail.linddun import LEAVES
from facetrail.rules.catalogue import RULES, THEMES
from facetrail.rules.form import Rule
from tests.rules.mutants import Example, examples, mutants, outcome, survivors

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{example.name}")
    for rule in RULES
    for example in examples(rule)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_the_example_comes_out_as_said(rule: Rule, example: Example) -> None:
    assert outcome(rule, Facts(example.graph())) == example.expected


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_clause_can_be_dropped_unnoticed(rule: Rule) -> None:
    unnoticed = dropped_unnoticed(rule, examples(rule))
    assert not unnoticed, f"no example of {rule.id} comes out otherwise: {unnoticed}"


def test_the_clause_test_can_fail() -> None:
    rule = next(rule for rule in RULES if rule.id == "template-reveals-face")
    assert "without not arrival.is_subjects_own" in dropped_unnoticed(rule, examples(rule)[:1])


def dropped_unnoticed(rule: Rule, shown: tuple[Example, ...]) -> list[str]:
    dropping = (mutant for mutant in mutants(rule) if mutant.drops_an_operand)
    return [mutant.change for mutant in survivors(dropping, shown)]


def test_every_rule_file_is_listed_once() -> None:
    folder = Path(str(facetrail.rules.__file__)).parent
    files = {path.stem.replace("_", "-") for path in folder.glob("*/*.py") if path.stem[0] != "_"}
    assert sorted(rule.id for rule in RULES) == sorted(files)
    for theme in THEMES:
        assert theme.__doc__


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_rule_speaks_of_things_that_exist(rule: Rule) -> None:
    known = {other.id for other in RULES}
    assert set(rule.folds_under) <= known - {rule.id}
    assert rule.linddun
    assert set(rule.linddun) <= set(LEAVES)
    assert 0 <= rule.harm <= 4
    assert rule.mitigations
    assert rule.references
    assert rule.message.format(data="d", at="a", party="p")


def test_a_page_without_a_section_is_refused() -> None:
    whole = RULES[0]
    make = facetrail.rules.form.rule(
        over=whole.over,
        linddun=whole.linddun,
        harm=1,
        undo=whole.undo,
        message="",
        mitigations=whole.mitigations,
        references=whole.references,
        bad=whole.bad,
        good=whole.good,
    )

    def half_a_page(subject: Any, facts: Facts) -> bool:
        """A title.

        ## Why it matters
        Because.
        """
        return True

    with pytest.raises(ValueError, match="half-a-page lacks the section “What to do”"):
        make(half_a_page)

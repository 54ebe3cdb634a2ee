"""Every rule holds on its bad examples, not on its near-misses, and has no clause without one."""

import ast
import inspect
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

import facetrail.rules
from facetrail.analysis.condition import Open
from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Subject
from facetrail.engine import Fork, decide
from facetrail.linddun import LEAVES
from facetrail.model.graph import Graph
from facetrail.rules.catalogue import RULES, THEMES
from facetrail.rules.form import Rule

Holds = Callable[[Any, Facts], Any]


def outcomes(holds: Holds, rule: Rule, graphs: Iterable[Callable[[], Graph]]) -> list[object]:
    """What a function answers at every subject of some examples; one that asks, or reads what is
    not there, because a clause no longer keeps it from that, has changed too."""

    def answer(subject: Subject, facts: Facts) -> object:
        try:
            return holds(subject, facts)
        except (Open, AttributeError) as raised:
            return type(raised)

    every = [Facts(graph()) for graph in graphs]
    return [answer(subject, facts) for facts in every for subject in facts.subjects_of(rule.over)]


def examples() -> Iterator[Any]:
    for rule in RULES:
        for expected, graphs in ((True, rule.bad), (False, rule.good)):
            for number, graph in enumerate(graphs):
                label = f"{rule.id}-{'bad' if expected else 'good'}-{number}"
                yield pytest.param(rule, graph, expected, id=label)


@pytest.mark.parametrize(("rule", "graph", "expected"), [*examples()])
def test_the_example_comes_out_as_said(
    rule: Rule, graph: Callable[[], Graph], expected: bool
) -> None:
    facts = Facts(graph())
    found = [decide(rule, subject, facts) for subject in facts.subjects_of(rule.over)]
    assert not any(isinstance(outcome, Fork) for outcome in found), "an attribute is open"
    assert any(found) == expected


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_clause_can_be_dropped_unnoticed(rule: Rule) -> None:
    unnoticed = dropped_unnoticed(rule, rule.bad + rule.good)
    assert not unnoticed, f"no example of {rule.id} needs: {unnoticed}"


def test_the_clause_test_can_fail() -> None:
    rule = next(rule for rule in RULES if rule.id == "template-reveals-face")
    assert "not arrival.is_subjects_own" in dropped_unnoticed(rule, rule.bad[:1])


def dropped_unnoticed(rule: Rule, graphs: tuple[Callable[[], Graph], ...]) -> list[str]:
    whole = outcomes(rule.holds, rule, graphs)
    return [clause for clause, holds in mutants(rule) if outcomes(holds, rule, graphs) == whole]


def mutants(rule: Rule) -> Iterator[tuple[str, Holds]]:
    """The rule's function once for every operand of an `and` or `or` in it, without the operand."""
    source = textwrap.dedent(inspect.getsource(rule.holds))
    tree = ast.parse(source)
    function = next(node for node in tree.body if isinstance(node, ast.FunctionDef))
    function.decorator_list = []
    for node in list(ast.walk(function)):
        if not isinstance(node, ast.BoolOp):
            continue
        for operand in list(node.values):
            rest = [other for other in node.values if other is not operand]
            whole, node.values = node.values, rest if len(rest) > 1 else [*rest, *rest]
            yield ast.unparse(operand), compiled(tree, rule)
            node.values = whole


def compiled(tree: ast.Module, rule: Rule) -> Holds:
    module = sys.modules[rule.holds.__module__]
    names = dict(vars(module))
    exec(compile(ast.fix_missing_locations(tree), module.__file__ or "", "exec"), names)
    found: Holds = names[rule.holds.__name__]
    return found


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

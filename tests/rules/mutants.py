"""Rules with one thing changed, and how the examples of a rule come out under them."""

import ast
import inspect
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from facetrail.analysis.facts import Facts
from facetrail.engine import Fork, RuleFailed, decide
from facetrail.model.graph import Graph
from facetrail.rules.form import Milder, Rule

HOLDS, MILDER, NOWHERE = "holds", "holds milder", "holds nowhere"


@dataclass(frozen=True)
class Example:
    """A system of a rule, and how the rule comes out there as the rule says."""

    name: str
    graph: Callable[[], Graph]
    expected: str


def examples(rule: Rule) -> tuple[Example, ...]:
    """All examples of a rule, named after where they stand."""
    groups = (
        ("bad", rule.bad, HOLDS),
        ("milder", rule.milder, MILDER),
        ("good", rule.good, NOWHERE),
    )
    return tuple(
        Example(f"{group}-{number}", graph, expected)
        for group, graphs, expected in groups
        for number, graph in enumerate(graphs)
    )


def outcome(rule: Rule, facts: Facts) -> str:
    """How a rule comes out in a system: the gravest of what it says of the subjects there."""
    try:
        found = [decide(rule, subject, facts) for subject in facts.subjects_of(rule.over)]
    except RuleFailed as failure:
        return str(failure)
    if any(isinstance(item, Fork) for item in found):
        return "an attribute is open"
    if any(item and not isinstance(item, Milder) for item in found):
        return HOLDS
    return MILDER if any(found) else NOWHERE


@dataclass(frozen=True)
class Mutant:
    """A rule with one thing changed: what, in which line of its file, in words."""

    rule: Rule
    line: int
    change: str

    @property
    def drops_an_operand(self) -> bool:
        """Whether it lacks an operand of an `and` or `or`, or a member of a list."""
        return self.change.startswith(_WITHOUT)


_WITHOUT = "without "


def survivors(every: Iterable[Mutant], shown: Iterable[Example]) -> list[Mutant]:
    """The mutants under which all of these examples come out as said."""
    facts = [(Facts(example.graph()), example.expected) for example in shown]
    return [
        mutant
        for mutant in every
        if all(outcome(mutant.rule, item) == expected for item, expected in facts)
    ]


def mutants(rule: Rule) -> Iterator[Mutant]:
    """The rule once for each thing that can be changed in its function, or in a number or list of
    its module that the function reads; each only once, however it comes about."""
    lines, start = inspect.getsourcelines(rule.holds)
    tree = ast.parse(textwrap.dedent("".join(lines)))
    ast.increment_lineno(tree, start - 1)
    (function,) = tree.body
    assert isinstance(function, ast.FunctionDef)
    function.decorator_list = []
    names = vars(sys.modules[rule.holds.__module__])
    seen = {ast.dump(tree)}
    limits: set[str] = set()
    for node in (node for statement in function.body for node in ast.walk(statement)):
        for old, change, new in _changes(node):
            # What is to be replaced keeps its identity in the copy.
            changed = deepcopy(tree, {id(old): old})
            _Swap(old, new).visit(changed)
            if (text := ast.dump(changed)) not in seen:
                seen.add(text)
                yield Mutant(_made(rule, changed, names), old.lineno, change)
        if isinstance(node, ast.Name) and node.id not in limits and node.id in names:
            limits.add(node.id)
            for value in _other_values(names[node.id]):
                made = _made(rule, tree, {**names, node.id: value})
                yield Mutant(made, node.lineno, f"{node.id} = {value!r}")


class _Swap(ast.NodeTransformer):
    """Puts a node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self._old, self._new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        """The new node for the old one, every other as it is."""
        return self._new if node is self._old else super().visit(node)


def _made(rule: Rule, tree: ast.Module, names: Mapping[str, Any]) -> Rule:
    """The rule with the function of a tree, which reads these names."""
    code = compile(ast.fix_missing_locations(tree), inspect.getfile(rule.holds), "exec")
    inside = dict(names)
    exec(code, inside)
    return replace(rule, holds=inside[rule.holds.__name__])


_Change = tuple[ast.expr, str, ast.expr]
"""A part of a rule, the change in words, and what takes its place."""


def _changes(node: ast.AST) -> Iterator[_Change]:
    """What can be changed at a node."""
    match node:
        case ast.If(test=test) | ast.IfExp(test=test):
            yield _negated(test)
        case ast.Return(value=ast.expr() as value):
            yield from ((value, f"return {truth}", ast.Constant(truth)) for truth in (True, False))
            yield _negated(value)
        case ast.Assign(value=ast.BoolOp() | ast.Compare() as value):
            yield _negated(value)
        case ast.BoolOp(op=op, values=values):
            yield from _of_operands(node, op, values)
        case ast.Compare(ops=ops):
            yield from (_flipped(node, place) for place in range(len(ops)))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield _put(node, operand)
        case ast.Tuple(elts=parts, ctx=ast.Load()) | ast.Set(elts=parts):
            for part in parts:
                rest = [other for other in parts if other is not part]
                yield node, f"{_WITHOUT}{ast.unparse(part)}", ast.Tuple(rest, ast.Load())
        case ast.Constant(value=value):
            yield from (_put(node, ast.Constant(other)) for other in _other_values(value))


def _of_operands(node: ast.BoolOp, op: ast.boolop, values: list[ast.expr]) -> Iterator[_Change]:
    words, other = (
        ("or for and", ast.Or()) if isinstance(op, ast.And) else ("and for or", ast.And())
    )
    yield node, f"{words} after {ast.unparse(values[0])}", ast.BoolOp(other, values)
    for operand in values:
        yield _negated(operand)
        if _is_verdict(operand):
            continue
        rest = [value for value in values if value is not operand]
        less = rest[0] if len(rest) == 1 else ast.BoolOp(op, rest)
        yield node, f"{_WITHOUT}{ast.unparse(operand)}", less


def _is_verdict(node: ast.expr) -> bool:
    """Whether it makes a verdict with its reason, such as Milder, and so decides nothing."""
    return isinstance(node, ast.Call) and ast.unparse(node.func)[0].isupper()


_FLIPPED: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}


def _negated(node: ast.expr) -> _Change:
    match node:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return _put(node, operand)
        case ast.Compare(ops=[ast.Eq() | ast.NotEq() | ast.In() | ast.NotIn()]):
            return _flipped(node, 0)
        case _:
            return _put(node, ast.UnaryOp(ast.Not(), node))


def _flipped(node: ast.Compare, place: int) -> _Change:
    ops = list(node.ops)
    ops[place] = _FLIPPED[type(ops[place])]()
    return _put(node, ast.Compare(node.left, ops, node.comparators))


def _put(old: ast.expr, new: ast.expr) -> _Change:
    return old, f"{ast.unparse(new)} for {ast.unparse(old)}", new


def _other_values(value: Any) -> Iterator[Any]:
    """The values next to a truth or a number (one of its last digit up and down), and a list of
    things less each of them."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int | float):
        exact = Decimal(repr(value))
        step = Decimal(1).scaleb(int(exact.as_tuple().exponent))
        yield from (type(value)(exact + step), type(value)(exact - step))
    elif isinstance(value, tuple | frozenset):
        every = sorted(value, key=repr)
        yield from (type(value)(item for item in every if item is not less) for less in every)

"""Runs rules over the subjects of a graph, with three outcomes: holds, holds not, undecided.

A rule that meets an open attribute is tried with each representative answer. Where every answer
gives the same outcome the attribute does not matter and nothing is asked; else the subject is
undecided, and the attributes are asked that come up whatever the others are answered. What matters
only under some answer is asked once that is given.

How well a threat is known: the rules are run on what is reported, then on what is claimed too,
then inferred, then hypothetical. A finding is as well known as the first of these under which it
holds, which makes every weakest link count, keys and controls included. A rule about all consumers
of a datum must also hold on everything that is established, or a consumer less well known would be
overlooked.
"""

import gc
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, wraps
from itertools import chain
from typing import Any, ParamSpec, TypeVar, cast

from facetrail.analysis.condition import Ask, Open
from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Subject, lightly_frozen
from facetrail.model.graph import Graph
from facetrail.model.words import Evidence
from facetrail.report import Spot
from facetrail.rules.form import Because, Milder, Rule, Verdict

P = ParamSpec("P")
T = TypeVar("T")


def without_collector(work: Callable[P, T]) -> Callable[P, T]:
    """Work during which Python looks for no cycles of dead values. An evaluation makes hundreds of
    thousands of values that all live on; looking through them takes half of its time."""

    @wraps(work)
    def paused(*arguments: P.args, **options: P.kwargs) -> T:
        was_on = gc.isenabled()
        gc.disable()
        try:
            return work(*arguments, **options)
        finally:
            if was_on:
                gc.enable()

    return paused


ASKS_TRIED = 8
"""Open attributes that one rule may meet at one subject before the rest are left untried."""


class RuleFailed(Exception):
    """A rule raised; the run cannot be trusted and stops."""


@dataclass(frozen=True, slots=True)
class Fork:
    """An outcome that hangs on an ask: one branch for each option, not all alike."""

    ask: Ask
    branches: "tuple[Verdict | Fork, ...]"

    @property
    def asks(self) -> frozenset[Ask]:
        """The asks that come up whatever the others are answered."""
        ways = (item.asks if isinstance(item, Fork) else frozenset() for item in self.branches)
        return frozenset({self.ask}) | frozenset.intersection(*ways)


Outcome = Verdict | Fork
Key = tuple[str, ...]
"""What tells a subject from the others of its sort."""

FEW = 100
"""From so many elements on, asking outlines spares more than it costs: measured on landscapes of
10 to 400 elements, of which 100 take as long either way."""


@lightly_frozen
class Finding:
    """A rule that holds at a subject; `facts` are those of the evidence at which it does."""

    rule: Rule
    subject: Subject
    facts: Facts
    evidence: Evidence
    milder: str = ""
    reason: str = ""


@lightly_frozen
class Undecided:
    """A rule that open attributes keep undecided at a subject: the asks that come up whatever the
    others are answered; what matters only under some answer is asked once that is given."""

    rule: Rule
    subject: Subject
    facts: Facts
    evidence: Evidence
    asks: frozenset[Ask]


class Evaluation:
    """What a set of rules says about a graph."""

    @without_collector
    def __init__(self, graph: Graph, rules: Iterable[Rule]) -> None:
        self.graph = graph
        self.rules = tuple(rules)
        self.levels = tuple((level, Facts(graph.up_to(level))) for level in graph.grades)
        found: list[Finding] = []
        self._open: list[Undecided] = []
        for rule in sorted(self.rules, key=lambda rule: rule.id):
            holding, hanging = self._at_all_levels(rule)
            found += (holding[key] for key in sorted(holding))
            self._open += (hanging[key] for key in sorted(hanging))
        self.findings = tuple(found)

    def _at_all_levels(self, rule: Rule) -> "tuple[dict[Key, Finding], dict[Key, Undecided]]":
        """Where a rule holds, and what it stays undecided about, by subject."""
        found: dict[Key, Finding] = {}
        open_: dict[Key, Undecided] = {}
        for evidence, facts in self.levels:
            # What stands for several is taken apart where another level may tell them apart.
            is_alone = not found and evidence is self.levels[-1][0]
            now = {
                part.key: (part, outcome)
                for subject, outcome in outcomes(rule, facts)
                for part in ((subject,) if is_alone else subject.each())
            }
            if rule.weighs_all and evidence is not Evidence.HYPOTHETICAL:
                found = {
                    key: item
                    for key, item in found.items()
                    if key in now and not isinstance(now[key][1], Fork)
                }
            open_ = {}
            for key, (subject, outcome) in now.items():
                if key in found:
                    continue
                if outcome is True:
                    found[key] = Finding(rule, subject, facts, evidence)
                elif isinstance(outcome, Fork):
                    open_[key] = Undecided(rule, subject, facts, evidence, outcome.asks)
                else:
                    milder = outcome.because if isinstance(outcome, Milder) else ""
                    reason = outcome.text if isinstance(outcome, Because | Milder) else ""
                    found[key] = Finding(rule, subject, facts, evidence, milder, reason)
        return found, open_

    @cached_property
    def undecided(self) -> tuple[Undecided, ...]:
        """What stays undecided, except where a rule that shows the same fact holds already."""
        above = folding(self.rules)
        shown: dict[tuple[str, Spot], set[str]] = defaultdict(set)
        for item in self.findings:
            shown[item.rule.id, item.subject.spot].update(item.subject.data)

        def is_shown(item: Undecided) -> bool:
            data, spot = set(item.subject.data), item.subject.spot
            return any(data <= shown[rule, spot] for rule in sorted(above[item.rule.id]))

        return tuple(item for item in self._open if not is_shown(item))


def outcomes(rule: Rule, facts: Facts) -> Iterator[tuple[Subject, Outcome]]:
    """The subjects at which a rule holds or is undecided, with which of both. Raises
    RuleFailed."""
    holds = rule.holds
    for subject in left_by_outline(rule, facts):
        try:
            outcome: Outcome = holds(subject, facts)
        except Open as question:
            outcome = _fork(question.ask, rule, subject, facts, {})
        except Exception as fault:
            raise _failure(rule, subject, fault) from fault
        if outcome:
            yield subject, outcome


def left_by_outline(rule: Rule, facts: Facts) -> Iterator[Subject]:
    """The subjects at which a rule may hold. Where their outline is enough to say that it does not,
    it does not at any of them. In a small model, in which few share one, all are asked at once."""
    if len(facts.graph.elements) < FEW:
        return iter(facts.subjects_of(rule.over))
    groups = facts.outlined(rule.over)
    return chain.from_iterable(
        subjects for outline, subjects in groups if _may_hold(rule, outline, facts)
    )


def _may_hold(rule: Rule, subject: Subject, facts: Facts) -> bool:
    """Whether a rule may hold at a subject, or at one of which only the outline is known: what is
    not settled may be so or not, and each is tried. Far quicker than trying every answer."""
    guesses: list[bool] = []
    while True:
        try:
            if rule.holds(subject, cast(Facts, _Guessing(facts, guesses))):
                return True
        except Exception:  # it asks for more than whether something is so
            return True
        while guesses and not guesses[-1]:
            guesses.pop()
        if not guesses:
            return False
        guesses[-1] = False


class _Guessing:
    """Facts of which some are not settled; these are so or not, as guessed in turn."""

    def __init__(self, facts: Facts, guesses: list[bool]) -> None:
        self._facts = facts
        self._guesses = guesses
        self._guessed = 0

    def __getattr__(self, name: str) -> Callable[..., Any]:
        fact = getattr(self._facts, name)

        def asked(*arguments: Any, **options: Any) -> Any:
            try:
                return fact(*arguments, **options)
            except Exception:
                self._guessed += 1
                if self._guessed > len(self._guesses):
                    self._guesses.append(True)
                return self._guesses[self._guessed - 1]

        return asked


def decide(rule: Rule, subject: Subject, facts: Facts) -> Outcome:
    """Whether a rule holds at a subject, or what that hangs on. Raises RuleFailed."""
    return _decide(rule, subject, facts, {})


def _decide(rule: Rule, subject: Subject, facts: Facts, answers: Mapping[Ask, str]) -> Outcome:
    assuming = facts.assuming(answers)
    try:
        return rule.holds(subject, assuming)
    except Open as question:
        # Before every answer to several asks is tried: may the rule hold at all?
        if len(answers) == 1 and not _may_hold(rule, subject, assuming):
            return False
        return _fork(question.ask, rule, subject, facts, answers)
    except Exception as fault:
        raise _failure(rule, subject, fault) from fault


def _fork(
    ask: Ask, rule: Rule, subject: Subject, facts: Facts, answers: Mapping[Ask, str]
) -> Outcome:
    """The outcome under every answer to an ask, beside the answers given."""
    if len(answers) >= ASKS_TRIED:
        return Fork(ask, (True, False))
    branches = tuple(
        _decide(rule, subject, facts, {**answers, ask: option}) for option in ask.options
    )
    if len(set(branches)) == 1:
        return branches[0]
    stands = all(branch and not isinstance(branch, Fork) for branch in branches)
    return True if stands else Fork(ask, branches)


def _failure(rule: Rule, subject: Subject, fault: Exception) -> RuleFailed:
    return RuleFailed(f"the rule {rule.id} failed at {subject.place}: {fault!r}")


def folding(rules: Iterable[Rule]) -> Mapping[str, frozenset[str]]:
    """For every rule those under which it folds, directly or in turn."""
    direct = {item.id: item.folds_under for item in rules}

    def above(name: str, seen: frozenset[str]) -> frozenset[str]:
        fresh = frozenset(direct.get(name, ())) - seen
        return fresh.union(*(above(item, seen | fresh) for item in fresh))

    return {name: above(name, frozenset({name})) for name in direct}

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

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from facetrail.analysis.condition import Ask, Open
from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Subject
from facetrail.model.graph import Graph
from facetrail.model.words import Evidence
from facetrail.report import Spot
from facetrail.rules.form import Milder, Rule, Verdict

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


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that holds at a subject; `facts` are those of the evidence at which it does."""

    rule: Rule
    subject: Subject
    facts: Facts
    evidence: Evidence
    milder: str = ""


@dataclass(frozen=True, slots=True)
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

    def __init__(self, graph: Graph, rules: Iterable[Rule]) -> None:
        self.graph = graph
        self.rules = tuple(rules)
        self.levels = tuple((level, Facts(graph.up_to(level))) for level in _levels(graph))
        found: dict[tuple[str, tuple[str, ...]], Finding] = {}
        open_: dict[tuple[str, tuple[str, ...]], Undecided] = {}
        for evidence, facts in self.levels:
            for rule in self.rules:
                for subject in facts.subjects_of(rule.over):
                    place = (rule.id, subject.key)
                    again = rule.weighs_all and evidence is not Evidence.HYPOTHETICAL
                    if place in found and not again:
                        continue
                    outcome = decide(rule, subject, facts)
                    open_.pop(place, None)
                    if isinstance(outcome, Fork):
                        found.pop(place, None)
                        open_[place] = Undecided(rule, subject, facts, evidence, outcome.asks)
                    elif outcome:
                        milder = outcome.because if isinstance(outcome, Milder) else ""
                        found.setdefault(place, Finding(rule, subject, facts, evidence, milder))
                    else:
                        found.pop(place, None)
        self.findings = tuple(found[place] for place in sorted(found))
        self._open = open_

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

        ordered = (self._open[place] for place in sorted(self._open))
        return tuple(item for item in ordered if not is_shown(item))


def decide(rule: Rule, subject: Subject, facts: Facts) -> Outcome:
    """Whether a rule holds at a subject, or what that hangs on. Raises RuleFailed."""
    return _decide(rule, subject, facts, {})


def _decide(rule: Rule, subject: Subject, facts: Facts, answers: Mapping[Ask, str]) -> Outcome:
    try:
        return rule.holds(subject, facts.assuming(answers))
    except Open as question:
        ask = question.ask
    except Exception as fault:
        raise RuleFailed(f"the rule {rule.id} failed at {subject.spot.name}: {fault!r}") from fault
    if len(answers) >= ASKS_TRIED:
        return Fork(ask, (True, False))
    branches = tuple(
        _decide(rule, subject, facts, {**answers, ask: option}) for option in ask.options
    )
    if len(set(branches)) == 1:
        return branches[0]
    stands = all(branch and not isinstance(branch, Fork) for branch in branches)
    return True if stands else Fork(ask, branches)


def folding(rules: Iterable[Rule]) -> Mapping[str, frozenset[str]]:
    """For every rule those under which it folds, directly or in turn."""
    direct = {item.id: item.folds_under for item in rules}

    def above(name: str, seen: frozenset[str]) -> frozenset[str]:
        fresh = frozenset(direct.get(name, ())) - seen
        return fresh.union(*(above(item, seen | fresh) for item in fresh))

    return {name: above(name, frozenset({name})) for name in direct}


def _levels(graph: Graph) -> tuple[Evidence, ...]:
    """The grades of evidence that the graph has, best first; at least one."""
    system = graph.system
    grades = {item.evidence for item in system.elements}
    grades |= {item.evidence for item in system.flows}
    grades |= {item.evidence for item in system.data}
    return tuple(sorted(grades, key=lambda grade: grade.rank)) or (Evidence.REPORTED,)

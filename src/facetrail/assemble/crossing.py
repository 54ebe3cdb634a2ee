"""Threats of several systems together that none of them has: what is new in each, and by which path
through the systems."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Subject
from facetrail.assemble.paths import Path, hangs_on, ways
from facetrail.assemble.sights import established
from facetrail.assemble.threats import Scored, rank, threat_of
from facetrail.engine import Evaluation, Finding
from facetrail.model.graph import Graph
from facetrail.model.words import Evidence, Flow
from facetrail.report import Crossing, Leg, Spot, Threat


def crossings(
    evaluation: Evaluation,
    findings: Iterable[Scored],
    threats: Iterable[Threat],
    parts: Sequence[Evaluation],
) -> tuple[Crossing, ...]:
    """What is new in the threats of a graph that is composed of these parts, worst first."""
    return tuple(sorted(_crossings(evaluation, findings, threats, parts), key=_worst_first))


@dataclass(frozen=True, slots=True)
class _New:
    """A finding with the data of which no part has it."""

    scored: Scored
    data: frozenset[str]


def _crossings(
    evaluation: Evaluation,
    findings: Iterable[Scored],
    threats: Iterable[Threat],
    parts: Sequence[Evaluation],
) -> Iterator[Crossing]:
    said = {about for part in parts for item in part.findings for about in _said(item)}
    new: dict[tuple[str, Spot, bool], list[_New]] = defaultdict(list)
    for item in findings:
        for alone in _each(item):
            fresh = [about for about in _said(alone.finding) if not _is_known(about, said)]
            if fresh:
                rule, spot = alone.finding.rule.id, alone.finding.subject.spot
                data = frozenset(name for about in fresh for name in about.data)
                new[rule, spot, alone.is_feared].append(_New(alone, data))
    systems, sure = _Systems(evaluation.graph, parts), established(evaluation)
    for threat in threats:
        found = new.get((threat.rule, threat.at, threat.is_hypothetical))
        if found:
            yield _crossing(threat, found, systems, sure)


def _worst_first(crossing: Crossing) -> tuple[bool, int, int, str]:
    threat = crossing.threat
    return threat.is_hypothetical, -threat.score, threat.evidence.rank, threat.id


@dataclass(frozen=True, slots=True)
class _Said:
    """What a finding says of data at a place, and whether it only fears it."""

    rule: str
    spot: Spot
    data: tuple[str, ...]
    is_feared: bool


def _said(finding: Finding) -> Iterator[_Said]:
    """Something of each of its data, or one thing of all together; of each subject that one stands
    for."""
    feared = finding.evidence is Evidence.HYPOTHETICAL
    for subject in finding.subject.each():
        for data in _groups(subject):
            yield _Said(finding.rule.id, subject.spot, data, feared)


def _groups(subject: Subject) -> Iterable[tuple[str, ...]]:
    data = subject.data
    return [data] if subject.joins or not data else [(name,) for name in data]


def _is_known(about: _Said, said: Container[_Said]) -> bool:
    return replace(about, is_feared=False) in said or about in said


def _each(item: Scored) -> Iterator[Scored]:
    """A finding for each of the subjects that one stands for."""
    for subject in item.finding.subject.each():
        yield replace(item, finding=replace(item.finding, subject=subject))


def _crossing(threat: Threat, found: Sequence[_New], systems: "_Systems", sure: Facts) -> Crossing:
    """What is new in a threat, by a path of the worst of it that has one through several systems;
    where none has, by the path of the worst."""
    found = sorted(found, key=lambda item: rank(item.scored))
    across = ((item, _shortest(filter(systems.is_crossed_by, _ways(item)))) for item in found)
    shown = next((pair for pair in across if pair[1]), (found[0], _shortest(_ways(found[0]))))
    item, path = shown
    new = threat_of(
        [item.scored for item in found], {name for item in found for name in item.data}, sure
    )
    finding = item.scored.finding
    steps = hangs_on(finding.subject, finding.facts, item.data, path, sure)
    return Crossing(
        threat=replace(new, id=threat.id, path=path, hangs_on=steps),
        legs=tuple(systems.legs(path)),
    )


def _ways(item: _New) -> Iterator[Path]:
    return ways(item.scored.finding.subject, item.scored.finding.facts, item.data)


def _shortest(paths: Iterable[Path]) -> Path:
    return min(paths, key=len, default=())


class _Systems:
    """In which of several systems the flows of the whole are."""

    def __init__(self, graph: Graph, parts: Sequence[Evaluation]) -> None:
        self._flows = graph.flows
        self._order = [part.graph.system.name for part in parts]
        same: dict[object, list[str]] = defaultdict(list)
        for part in parts:
            for flow in part.graph.flows.values():
                same[_step(flow)].append(part.graph.system.name)
        self._of = {name: frozenset(same[_step(flow)]) for name, flow in graph.flows.items()}

    def is_crossed_by(self, path: Path) -> bool:
        """Whether no system has every step of a path."""
        return bool(path) and not frozenset.intersection(*(self._of[name] for name in path))

    def legs(self, path: Path) -> Iterator[Leg]:
        """A path by what follows on one another in one system; of several that have a step, the
        one that has most of the path."""
        share = Counter(system for name in path for system in self._of[name])
        leg: list[str] = []
        shared = frozenset[str]()
        for name in path:
            goes_on = bool(leg) and self._flows[leg[-1]].destination == self._flows[name].source
            if goes_on and shared & self._of[name]:
                shared &= self._of[name]
            else:
                if leg:
                    yield self._leg(leg, shared, share)
                leg, shared = [], self._of[name]
            leg.append(name)
        if leg:
            yield self._leg(leg, shared, share)

    def _leg(self, flows: Sequence[str], shared: frozenset[str], share: Mapping[str, int]) -> Leg:
        system = min(shared, key=lambda name: (-share[name], self._order.index(name)))
        return Leg(system, tuple(flows))


def _step(flow: Flow) -> object:
    """What two systems draw alike of one step, whatever they call it."""
    return flow.source, flow.destination, frozenset(flow.data), flow.layers, flow.evidence

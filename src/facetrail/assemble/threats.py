"""Findings as threats: scored, one for a rule at a place, and folded under those that show the same
fact."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from facetrail.analysis.condition import Ask
from facetrail.analysis.facts import Facts
from facetrail.assemble.paths import hangs_on, path_of
from facetrail.assemble.sights import established
from facetrail.engine import Evaluation, Finding, folding
from facetrail.model.graph import Graph
from facetrail.model.words import Evidence
from facetrail.report import (
    Exposed,
    Mitigation,
    PlaceKind,
    Points,
    Spot,
    Status,
    Threat,
    everybody,
    listed,
)
from facetrail.risk import score, severity, total
from facetrail.rules.form import ACCEPT, WHY, Rule


@dataclass(frozen=True, slots=True)
class Scored:
    """A finding with its points and what keeps a factor unknown."""

    finding: Finding
    points: tuple[Points, ...]
    asks: frozenset[Ask]

    @property
    def is_feared(self) -> bool:
        """Rests on a hypothetical step."""
        return self.finding.evidence is Evidence.HYPOTHETICAL


def scored(finding: Finding) -> Scored:
    """A finding with its points."""
    points, asks = score(finding.rule, finding.subject, finding.facts, finding.milder)
    return Scored(finding, points, asks)


def threats(findings: Iterable[Scored], evaluation: Evaluation) -> tuple[Threat, ...]:
    """The threats, worst first, each folded under the most specific one that shows the same data
    at the same place, or at its party, and is at least as established."""
    grouped = _grouped(findings, established(evaluation))
    return _folded(grouped, evaluation.rules, evaluation.graph)


def _grouped(scored: Iterable[Scored], sure: Facts) -> list[Threat]:
    """One threat for a rule at a place, about all its data there; what rests on a hypothetical
    step only makes a threat of its own."""
    groups: dict[tuple[str, Spot, bool], list[Scored]] = defaultdict(list)
    for item in scored:
        finding = item.finding
        groups[finding.rule.id, finding.subject.spot, item.is_feared].append(item)
    return [
        threat_of(group, {name for item in group for name in item.finding.subject.data}, sure)
        for _, group in sorted(groups.items(), key=lambda pair: pair[0])
    ]


def threat_of(group: Sequence[Scored], names: Iterable[str], sure: Facts) -> Threat:
    """What findings of one rule at one place say of some data; the worst of them counts. `sure` is
    what is established."""
    worst = min(group, key=rank)
    rule, subject, facts = worst.finding.rule, worst.finding.subject, worst.finding.facts
    data = tuple(sorted(names))
    at = subject.spot
    identity = f"{rule.id}@{at.name}" + (f":{'+'.join(data)}" if worst.is_feared else "")
    points = total(worst.points)
    path = path_of(subject, facts)
    return Threat(
        id=identity,
        rule=rule.id,
        title=rule.title,
        message=_message(worst.finding, _told(group, data)),
        linddun=rule.linddun,
        severity=severity(points),
        score=points,
        why=worst.points,
        at=at,
        data=data,
        path=path,
        hangs_on=hangs_on(subject, facts, data, path, sure) if worst.is_feared else (),
        evidence=worst.finding.evidence,
        status=Status.OPEN,
        remaining_score=points,
        mitigations=tuple(Mitigation(item.name, item.adds, item.does) for item in rule.mitigations),
        references=rule.references,
        matters=dict(rule.sections)[WHY],
        acceptable=dict(rule.sections)[ACCEPT],
        exposes=_exposed(group, at, facts.graph),
    )


def _exposed(group: Iterable[Scored], at: Spot, graph: Graph) -> Exposed:
    """The people whom all data of a threat show together, where the threat stands."""
    is_own = at.kind is PlaceKind.ELEMENT and graph.is_subjects_own(at.name)
    return everybody(
        item.finding.facts.exposed(item.finding.subject.seen, is_own=is_own) for item in group
    )


def rank(item: Scored) -> tuple[int, int, tuple[str, ...]]:
    """Sorts findings by their points, worst first, then the best established first."""
    return -total(item.points), item.finding.evidence.rank, item.finding.subject.data


def _told(group: Iterable[Scored], data: Iterable[str]) -> list[str]:
    """The data by name; what is made of those that are not there themselves, with their name."""
    made: dict[str, set[str]] = defaultdict(set)
    for item in group:
        subject = item.finding.subject
        for name in {*subject.data}.difference(subject.seen):
            made[name].update(subject.seen)
    return [f"{listed(sorted(made[it]))} (made from {it})" if it in made else it for it in data]


def _message(finding: Finding, data: Iterable[str]) -> str:
    graph, at = finding.facts.graph, finding.subject.spot
    party = graph.party_of(at.name) if at.kind is PlaceKind.ELEMENT else None
    text = finding.rule.message[0].upper() + finding.rule.message[1:]
    run_by = party.name if party else ""
    said = text.format(data=listed(data) or "nothing", at=at.name, party=run_by)
    return f"{said}: {finding.reason}" if finding.reason else said


def _folded(threats: list[Threat], rules: Iterable[Rule], graph: Graph) -> tuple[Threat, ...]:
    above = folding(rules)
    going_on = {rule.id for rule in rules if rule.goes_on}

    def home(at: Spot) -> Spot | None:
        party = graph.party_of(at.name) if at.kind is PlaceKind.ELEMENT else None
        return None if party is None else Spot(PlaceKind.PARTY, party.name)

    by_place: dict[tuple[str, Spot | None], list[Threat]] = defaultdict(list)
    for item in threats:
        for spot in {item.at, home(item.at)}:
            by_place[item.rule, spot].append(item)

    def over(threat: Threat) -> str:
        shown = (
            other.id
            for rule in above[threat.rule]
            for other in by_place.get((rule, threat.at), ())
            if set(threat.data) <= set(other.data)
            and other.is_hypothetical <= threat.is_hypothetical
        )
        return min(shown, default="")

    def before(threat: Threat) -> str:
        """The first threat of the same rule that the path has passed, with the same party, and
        that is about the same data: what goes on there is the same."""
        passed = {graph.flows[name].source for name in threat.path}
        shown = (
            other.id
            for place in sorted(passed - {threat.at.name})
            for other in by_place.get((threat.rule, Spot(PlaceKind.ELEMENT, place)), ())
            if home(other.at) == home(threat.at)
            and set(threat.data) <= set(other.data)
            and other.is_hypothetical <= threat.is_hypothetical
        )
        return min(shown, default="")

    folded = {
        item.id: over(item) or (before(item) if item.rule in going_on else "") for item in threats
    }

    def top(name: str) -> str:
        return top(folded[name]) if folded[name] else name

    ordered = sorted(threats, key=lambda item: (-item.score, item.evidence.rank, item.id))
    return tuple(
        replace(item, folded_under=top(item.id) if folded[item.id] else "") for item in ordered
    )

"""From a graph to its report: findings scored, grouped and folded, questions ranked, and what
every party can see and join."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from facetrail import linddun
from facetrail.analysis.condition import ALWAYS, Ask
from facetrail.analysis.facts import Facts
from facetrail.analysis.lifetimes import outliving_their_sources
from facetrail.analysis.subjects import (
    Aim,
    Arrival,
    Capture,
    Carried,
    Copy,
    Custody,
    Group,
    Holding,
    Keeper,
    Meeting,
    Pair,
    Subject,
    Task,
    Use,
    Work,
)
from facetrail.engine import Evaluation, Finding, folding
from facetrail.model.graph import Graph
from facetrail.model.kinds import Form
from facetrail.model.words import Evidence, Flow, FlowRole, Note
from facetrail.report import (
    Coverage,
    Exposure,
    Knowledge,
    Mitigation,
    PlaceKind,
    Points,
    Question,
    Report,
    Spot,
    Status,
    Threat,
)
from facetrail.risk import score, severity, total
from facetrail.rules.catalogue import RULES
from facetrail.rules.form import ACCEPT, WHY, Rule


def assemble(graph: Graph, rules: Iterable[Rule] = RULES) -> Report:
    """Everything that is known about a graph under a set of rules. Raises RuleFailed."""
    evaluation = Evaluation(graph, rules)
    scored = [_scored(finding) for finding in evaluation.findings]
    threats = _folded(_threats(scored), evaluation.rules, graph)
    questions = _questions(evaluation, scored)
    exposures = _exposures(evaluation)
    widest = evaluation.levels[-1][1]
    return Report(
        graph=graph,
        threats=threats,
        questions=questions,
        exposures=exposures,
        knowledge=_knowledge(evaluation),
        coverage=_coverage(evaluation, threats, questions),
        notes=(*graph.system.notes, *_notes(graph)),
        forms={name: _worst(widest, name) for name in graph.elements},
        flow_forms={name: _carried_form(widest, flow) for name, flow in graph.flows.items()},
        foreign_locks={
            name: holders
            for name, flow in graph.flows.items()
            if (holders := _foreign_holders(widest, flow))
        },
    )


@dataclass(frozen=True, slots=True)
class _Scored:
    """A finding with its points and what keeps a factor unknown."""

    finding: Finding
    points: tuple[Points, ...]
    asks: frozenset[Ask]

    @property
    def is_feared(self) -> bool:
        return self.finding.evidence is Evidence.HYPOTHETICAL


def _scored(finding: Finding) -> _Scored:
    points, asks = score(finding.rule, finding.subject, finding.facts, finding.milder)
    return _Scored(finding, points, asks)


# Threats


def _threats(scored: Iterable[_Scored]) -> list[Threat]:
    """One threat for a rule at a place, about all its data there; what rests on a hypothetical
    step only makes a threat of its own."""
    groups: dict[tuple[str, Spot, bool], list[_Scored]] = defaultdict(list)
    for item in scored:
        finding = item.finding
        groups[finding.rule.id, finding.subject.spot, item.is_feared].append(item)
    return [_threat(group) for _, group in sorted(groups.items(), key=lambda pair: pair[0])]


def _threat(group: list[_Scored]) -> Threat:
    group = sorted(
        group,
        key=lambda item: (
            -total(item.points),
            item.finding.evidence.rank,
            item.finding.subject.data,
        ),
    )
    worst = group[0]
    rule, subject, facts = worst.finding.rule, worst.finding.subject, worst.finding.facts
    data = tuple(sorted({name for item in group for name in item.finding.subject.data}))
    at = subject.spot
    identity = f"{rule.id}@{at.name}" + (f":{'+'.join(data)}" if worst.is_feared else "")
    points = total(worst.points)
    return Threat(
        id=identity,
        rule=rule.id,
        title=rule.title,
        message=_message(rule, subject, data, facts, worst.finding.reason),
        linddun=rule.linddun,
        severity=severity(points),
        score=points,
        why=worst.points,
        at=at,
        data=data,
        path=_path(subject, facts),
        evidence=worst.finding.evidence,
        status=Status.OPEN,
        remaining_score=points,
        mitigations=tuple(Mitigation(item.name, item.adds, item.does) for item in rule.mitigations),
        references=rule.references,
        matters=dict(rule.sections)[WHY],
        acceptable=dict(rule.sections)[ACCEPT],
    )


def _message(rule: Rule, subject: Subject, data: tuple[str, ...], facts: Facts, reason: str) -> str:
    at = subject.spot
    party = facts.graph.party_of(at.name) if at.kind is PlaceKind.ELEMENT else None
    text = rule.message[0].upper() + rule.message[1:]
    said = text.format(data=listed(data), at=at.name, party=party.name if party else "")
    return f"{said}: {reason}" if reason else said


def listed(names: Iterable[str]) -> str:
    """Names as a list in words: a, b and c."""
    *head, last = [*names] or ["nothing"]
    return f"{', '.join(head)} and {last}" if head else last


def _folded(threats: list[Threat], rules: Iterable[Rule], graph: Graph) -> tuple[Threat, ...]:
    """The threats, worst first, each folded under the most specific one that shows the same data
    at the same place, or at its party, and is at least as established."""
    above = folding(rules)

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

    folded = {item.id: over(item) for item in threats}

    def top(name: str) -> str:
        return top(folded[name]) if folded[name] else name

    ordered = sorted(threats, key=lambda item: (-item.score, item.evidence.rank, item.id))
    return tuple(
        replace(item, folded_under=top(item.id) if folded[item.id] else "") for item in ordered
    )


# Paths


def _path(subject: Subject, facts: Facts) -> tuple[str, ...]:
    if isinstance(subject, Carried):
        before = trail(facts, subject.datum.name, subject.flow.source)
        return (*before, subject.flow.name)
    if isinstance(subject, Pair):
        return _path(subject.biometric, facts)
    if isinstance(subject, Meeting):
        return _shortest(
            _path(item, facts)
            for item in facts.arrivals
            if item.party == subject.party and item.datum == subject.one
        )
    if isinstance(subject, Use):
        return _shortest(trail(facts, form, subject.at.name) for form in subject.forms)
    if isinstance(subject, Arrival):
        return trail(facts, subject.datum.name, subject.at.name)
    if isinstance(subject, Keeper | Group | Custody):
        return _shortest(_path(item, facts) for item in subject.arrivals)
    if isinstance(subject, Capture | Task | Holding):
        return _shortest(trail(facts, name, subject.place) for name in subject.data)
    return ()


def _shortest(paths: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The shortest path that has steps, the first by name of these."""
    return min(filter(None, paths), key=lambda path: (len(path), path), default=())


def trail(facts: Facts, datum: str, element: str) -> tuple[str, ...]:
    """The flows by which a datum gets to an element, from the capture on: the witness path of
    the datum, before it that of the first input of the transform that makes it, and so on back
    to the person who is captured. Empty where the datum begins at the element unseen."""
    paths = facts.lineage.paths(datum).items()
    path = _shortest(path for (place, _), path in paths if place == element)
    start = facts.graph.flows[path[0]].source if path else element
    step = facts.graph.data[datum].transform
    if step is not None and step.at == start:
        return (*trail(facts, step.inputs[0], step.at), *path)
    capture = facts.graph.captures.get(start)
    return path if capture is None else (capture, *path)


# Questions


def _questions(evaluation: Evaluation, scored: Iterable[_Scored]) -> tuple[Question, ...]:
    """One question for an attribute of a place, those that could settle the most first."""
    rules: dict[tuple[Spot, str], set[str]] = defaultdict(set)
    weights: dict[tuple[Spot, str], dict[tuple[str, Spot], int]] = defaultdict(dict)
    texts: dict[tuple[Spot, str], str] = {}

    def add(asks: Iterable[Ask], rule: Rule, spot: Spot, weight: int) -> None:
        for ask in asks:
            key = (ask.spot, ask.attribute)
            texts[key] = min(ask.text, texts.get(key, ask.text))
            rules[key].add(rule.id)
            known = weights[key].get((rule.id, spot), 0)
            weights[key][rule.id, spot] = max(known, weight)

    for item in evaluation.undecided:
        points, _ = score(item.rule, item.subject, item.facts, "")
        add(item.asks, item.rule, item.subject.spot, total(points))
    for known in scored:
        finding = known.finding
        add(known.asks, finding.rule, finding.subject.spot, UNKNOWN_FACTOR)
    found = [
        Question(
            id=f"{attribute}@{spot.name}",
            about=spot,
            attribute=attribute,
            text=texts[spot, attribute],
            rules=tuple(sorted(rules[spot, attribute])),
            settles=sum(weights[spot, attribute].values()),
        )
        for spot, attribute in texts
    ]
    return tuple(sorted(found, key=lambda item: (-item.settles, item.id)))


UNKNOWN_FACTOR = 2
"""The most points that an unknown factor of the score can add."""


# Who sees what


def _exposures(evaluation: Evaluation) -> tuple[Exposure, ...]:
    found: dict[tuple[str, str], Exposure] = {}
    for evidence, facts in evaluation.levels:
        for arrival in facts.arrivals:
            place = (arrival.at.name, arrival.datum.name)
            hidden = arrival.is_subjects_own or arrival.party is None
            if place not in found and not hidden and arrival.content.personal:
                found[place] = _exposure(arrival, facts, evidence)
    return tuple(
        sorted(found.values(), key=lambda item: (item.form.rank, item.party, item.at, item.data))
    )


def _exposure(arrival: Arrival, facts: Facts, evidence: Evidence) -> Exposure:
    read = facts.lineage.reads(arrival.datum.name, arrival.at.name)
    return Exposure(
        data=arrival.datum.name,
        at=arrival.at.name,
        party=arrival.party.name if arrival.party else "",
        protections=facts.protections(arrival),
        held=_held(arrival),
        recoverable=arrival.content.recoverable if read == ALWAYS else (),
        path=trail(facts, arrival.datum.name, arrival.at.name),
        form=_form(arrival, facts),
        evidence=evidence,
    )


def _held(arrival: Arrival) -> str:
    if not isinstance(arrival, Copy):
        return "passing"
    limit = dict(arrival.at.retention_of).get(arrival.datum.name, arrival.at.retention)
    return "unknown" if limit is None else str(limit)


def _form(arrival: Arrival, facts: Facts) -> Form:
    """The form of a datum for the party at the element: what is sealed there shows nothing, but a
    sealed biometric datum is drawn as such."""
    form = arrival.content.form
    if facts.lineage.reads(arrival.datum.name, arrival.at.name) == ALWAYS:
        return form
    return Form.PROTECTED if form is Form.RAW else Form.NONE


def _worst(facts: Facts, element: str) -> Form:
    forms = (_form(item, facts) for item in facts.arrivals_at[element].values())
    return min(forms, key=lambda form: form.rank, default=Form.NONE)


def _carried_form(facts: Facts, flow: Flow) -> Form:
    if flow.role is FlowRole.DELETION:
        return Form.NONE
    arrivals = facts.arrivals_at[flow.destination]
    forms = (_form(arrivals[name], facts) for name in flow.data if name in arrivals)
    return min(forms, key=lambda form: form.rank, default=Form.NONE)


def _foreign_holders(facts: Facts, flow: Flow) -> tuple[str, ...]:
    """The parties that hold a key of a layer that the flow's destination cannot open."""
    graph = facts.graph
    holders: set[str] = set()
    for name in flow.data:
        if name in graph.data and facts.lineage.reads(name, flow.destination) != ALWAYS:
            layers = [*flow.layers, *facts.layers(name, flow.destination)]
            for layer in layers:
                if layer.key is not None:
                    holders |= graph.keys[layer.key].holders or set()
    party = graph.party_of(flow.destination)
    return tuple(sorted(holders - {party.name if party else ""}))


def _knowledge(evaluation: Evaluation) -> tuple[Knowledge, ...]:
    """What each party but the subjects knows, on what is established; where nothing is, on
    what is feared."""
    established = [
        facts for level, facts in evaluation.levels if level is not Evidence.HYPOTHETICAL
    ]
    facts = (established or [evaluation.levels[-1][1]])[-1]
    return tuple(
        Knowledge(party=party, holds=holds, passes=passes, links=facts.links(party))
        for party, (holds, passes) in facts.knowledge().items()
    )


# Coverage and notes


def _coverage(
    evaluation: Evaluation, threats: Iterable[Threat], questions: Iterable[Question]
) -> tuple[Coverage, ...]:
    shown = [threat for threat in threats if not threat.folded_under]
    return tuple(
        _covered(
            leaf,
            [rule for rule in evaluation.rules if leaf in rule.linddun],
            evaluation,
            sum(leaf in threat.linddun for threat in shown),
            questions,
        )
        for leaf in linddun.LEAVES
    )


def _covered(
    leaf: str,
    rules: Iterable[Rule],
    evaluation: Evaluation,
    found: int,
    questions: Iterable[Question],
) -> Coverage:
    """How far the rules of a leaf could be decided, with how many threats were found."""
    names = tuple(rule.id for rule in rules)
    widest = evaluation.levels[-1][1]
    undecided = {item.rule.id for item in evaluation.undecided}
    asked = [item.id for item in questions if undecided & {*names} & {*item.rules}]
    missing = sorted({_MISSING[rule.over] for rule in rules if not widest.subjects_of(rule.over)})
    if not names:
        because = f"no rule can tell from a model; ask people: {linddun.PEOPLE[leaf]}"
        return Coverage(leaf, "not-checkable", (), because)
    if not any(widest.subjects_of(rule.over) for rule in rules):
        return Coverage(
            leaf, "not-applicable", names, f"the model has no {' and no '.join(missing)}"
        )
    if asked:
        more = f" and {len(asked) - ASKED_SHOWN} more" if len(asked) > ASKED_SHOWN else ""
        because = f"open: {', '.join(asked[:ASKED_SHOWN])}{more}"
        return Coverage(leaf, "undecided", names, because)
    count = "no threat" if not found else f"{found} threat{'s' if found > 1 else ''}"
    return Coverage(leaf, "checked", names, count)


ASKED_SHOWN = 3
"""Questions that coverage names for a leaf: those that would settle most."""

_MISSING: Mapping[type, str] = {
    Aim: "goal of a person",
    Arrival: "datum at an element",
    Capture: "sensor that takes personal data",
    Carried: "flow of data",
    Copy: "store that data rest in",
    Custody: "party that answers for personal data",
    Group: "population whose data others get",
    Holding: "store that personal data rest in",
    Keeper: "party that gets personal data",
    Meeting: "two data about one person at one party",
    Pair: "biometric copy beside a name",
    Task: "process that personal data reach",
    Use: "personal data in use",
    Work: "process that biometric data reach",
}
"""What is not there where a rule over such subjects has nothing to look at."""


def _notes(graph: Graph) -> tuple[Note, ...]:
    """Data that no flow carries and nothing is made from: declared, but of no effect; and
    derived data that are promised a longer life than what they are made from."""
    used = {name for flow in graph.system.flows for name in flow.data}
    for datum in graph.data.values():
        used.update(datum.transform.inputs if datum.transform else ())
    idle = {
        name: f"no flow carries {name} and nothing is made from it"
        for name, datum in graph.data.items()
        if name not in used and datum.transform is None
    }
    longer = {
        name: f"{name} is promised to live longer than what it is made from"
        for name in outliving_their_sources(graph)
    }
    return tuple(
        Note("warning", text, str(graph.data[name].place or ""))
        for name, text in sorted({**idle, **longer}.items())
    )

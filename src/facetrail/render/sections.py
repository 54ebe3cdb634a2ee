"""What the sections of a report show, in the order in which every output shows it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from facetrail import linddun
from facetrail.model.graph import Graph
from facetrail.model.kinds import Form
from facetrail.model.words import Evidence, Note, Store
from facetrail.render.wording import (
    capital,
    condition,
    layers,
    links_of,
    listed,
    role_words,
    rules,
    stated,
)
from facetrail.report import Coverage, Exposure, Mitigation, Report, Status, Threat
from facetrail.rules.catalogue import RULES

FIRST = 5
"""How many threats "What to settle first" shows."""

CHANGES = 10
"""How many controls "What would change it" shows before the rest is folded away."""

STATES = {
    "checked": "checked",
    "undecided": "undecided",
    "not-applicable": "does not apply",
    "not-checkable": "not checked",
}
"""The states of a leaf in words, in the order in which they are counted."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A place where a party can see biometric data: what, for how long, by which paths.

    `when` is the condition under which the place would exist, empty where it is established.
    """

    at: str
    data: tuple[str, ...]
    form: Form
    protections: tuple[str, ...]
    held: str
    paths: tuple[tuple[str, ...], ...]
    evidence: Evidence
    when: str


@dataclass(frozen=True, slots=True)
class Viewer:
    """A party that can see biometric data: as what, where, and linked with which other data."""

    party: str
    role: str
    linked: tuple[str, ...]
    sights: tuple[Sight, ...]

    @property
    def is_feared(self) -> bool:
        """Whether the party sees nothing unless a hypothetical step exists."""
        return all(item.when for item in self.sights)


@dataclass(frozen=True, slots=True)
class Change:
    """A control with the threats of the report that it would remove, by rule and worst first, how
    many points these have together, and the titles of what it may bring."""

    control: str
    does: str
    points: int
    removes: tuple[tuple[Threat, ...], ...]
    brings: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many threats it would remove."""
        return sum(map(len, self.removes))


@dataclass(frozen=True, slots=True)
class Leaves:
    """The leaves of one LINDDUN type and how many of them are in which state, in words."""

    name: str
    tally: str
    leaves: tuple[Coverage, ...]


@dataclass(frozen=True, slots=True)
class Keeping:
    """How long a store keeps something and what ends it, in words."""

    store: str
    data: str
    limit: str
    ends_on: str
    at_rest: str
    because: str


def first_to_settle(report: Report) -> tuple[Threat, ...]:
    """The worst threats that nobody has dealt with yet."""
    waiting = (item for item in report.shown if item.status in (Status.OPEN, Status.EXPIRED))
    return tuple(waiting)[:FIRST]


def changes(report: Report) -> tuple[Change, ...]:
    """The controls that would remove threats of the report, those with the most points first; what
    is accepted or only feared does not count."""
    removes: dict[Mitigation, list[Threat]] = defaultdict(list)
    for threat in report.shown:
        for control in threat.mitigations:
            if threat.status is not Status.ACCEPTED:
                removes[control].append(threat)
    found = (_change(control, threats) for control, threats in removes.items())
    return tuple(sorted(found, key=lambda item: (-item.points, item.control)))


def _change(control: Mitigation, threats: list[Threat]) -> Change:
    by_rule: dict[str, list[Threat]] = defaultdict(list)
    for threat in threats:
        by_rule[threat.rule].append(threat)
    titles = {rule.id: rule.title for rule in RULES}
    return Change(
        control=control.control,
        does=control.does,
        points=sum(threat.remaining_score for threat in threats),
        removes=tuple(map(tuple, by_rule.values())),
        brings=tuple(titles.get(id, capital(rules([id]))) for id in control.adds),
    )


def anchors(report: Report) -> Mapping[str, str]:
    """A link target for each threat, by its id: the rule, counted where it holds repeatedly."""
    seen: Counter[str] = Counter()
    found = {}
    for threat in report.threats:
        rule = re.sub("[^a-z0-9]+", "-", threat.rule.lower()).strip("-")
        seen[rule] += 1
        found[threat.id] = f"threat-{rule}" + (f"-{seen[rule]}" if seen[rule] > 1 else "")
    return found


def viewers(report: Report) -> tuple[Viewer, ...]:
    """Who can see biometric data, raw or as a protected template; most places first."""
    exposures: dict[str, list[Exposure]] = defaultdict(list)
    for exposure in report.exposures:
        if exposure.form in (Form.RAW, Form.PROTECTED):
            exposures[exposure.party].append(exposure)
    found = (_viewer(report, party, theirs) for party, theirs in exposures.items())
    return tuple(sorted(found, key=lambda item: (item.is_feared, -len(item.sights), item.party)))


def _viewer(report: Report, name: str, exposures: list[Exposure]) -> Viewer:
    graph = report.graph
    together: dict[tuple[object, ...], list[Exposure]] = defaultdict(list)
    for item in exposures:
        together[item.at, item.form, item.held, item.protections, item.evidence].append(item)
    sights = (_sight(graph, group) for group in together.values())
    party = graph.parties.get(name)
    return Viewer(
        party=name,
        role="" if party is None else role_words(party),
        linked=links_of(report, name, (item.data for item in exposures)),
        sights=tuple(sorted(sights, key=lambda item: (bool(item.when), item.form.rank))),
    )


def _sight(graph: Graph, exposures: list[Exposure]) -> Sight:
    """Exposures that differ only in their data and paths, as one line."""
    first = exposures[0]
    when = ""
    if first.evidence is Evidence.HYPOTHETICAL:
        path = [name for item in exposures for name in item.path]
        when = condition(graph, path, (first.at, *(item.data for item in exposures)))
    return Sight(
        at=first.at,
        data=tuple(dict.fromkeys(item.data for item in exposures)),
        form=first.form,
        protections=first.protections,
        held=first.held,
        paths=tuple(dict.fromkeys(item.path for item in exposures)),
        evidence=first.evidence,
        when=when,
    )


def notes(report: Report) -> Iterator[tuple[str, str, tuple[Note, ...]]]:
    """The notes in two groups, warnings first: a title, what their details are, and the notes."""
    warnings = tuple(note for note in report.notes if note.level == "warning")
    others = granted(report)
    if warnings:
        yield "To correct in the model", "What to do", warnings
    if others:
        yield "Taken for granted", "Because", others


def granted(report: Report) -> tuple[Note, ...]:
    """What was taken for granted where the model does not say."""
    return tuple(note for note in report.notes if note.level != "warning")


def coverage(report: Report) -> tuple[Leaves, ...]:
    """What was checked, by LINDDUN type in the order of the tree; unknown types come last."""
    by_type: dict[str, list[Coverage]] = {name: [] for name in linddun.TYPES.values()}
    for item in report.coverage:
        by_type.setdefault(linddun.type_of(item.node), []).append(item)
    return tuple(
        Leaves(name, _tally(leaves), tuple(sorted(leaves, key=lambda item: item.node)))
        for name, leaves in by_type.items()
        if leaves
    )


def _tally(leaves: list[Coverage]) -> str:
    counts = Counter(item.state for item in leaves)
    return listed(f"{counts[state]} {word}" for state, word in STATES.items() if counts[state])


def recipients(report: Report, datum: str) -> tuple[str, ...]:
    """The parties that a datum reaches, in any form, by established steps."""
    return tuple(
        sorted(
            {
                item.party
                for item in report.exposures
                if item.data == datum and item.evidence is not Evidence.HYPOTHETICAL
            }
        )
    )


def keepings(graph: Graph) -> Iterator[Keeping]:
    """How long each store keeps what it holds, exceptions for single data after the rule."""
    for store in graph.elements.values():
        if not isinstance(store, Store):
            continue
        limits = [("", store.retention), *store.retention_of]
        for data, limit in limits:
            yield Keeping(
                store=store.name,
                data=data or ("everything else" if store.retention_of else "everything"),
                limit="not stated" if limit is None else str(limit),
                ends_on=stated(store.deletes_on),
                at_rest="not stated" if store.at_rest is None else layers(store.at_rest),
                because=store.keep_duty,
            )

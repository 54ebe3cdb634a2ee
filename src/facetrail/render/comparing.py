"""Several variants of a system beside each other: what they have in common, and what tells them
apart."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from facetrail.model.words import Evidence
from facetrail.render.asking import asked
from facetrail.render.html import allowed_by, shown, style_sheet
from facetrail.render.templates import template
from facetrail.render.wording import listed, plural
from facetrail.report import Knowledge, Report, Severity, Threat

NOTHING = ("–",)

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""The variants are called by letters, in their order; there can be so many."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: what it is about, and what each variant says of it, item by item."""

    about: str
    cells: tuple[tuple[str, ...], ...]

    @property
    def tells_apart(self) -> bool:
        """Whether the variants differ in it."""
        return len(set(self.cells)) > 1


@dataclass(frozen=True, slots=True)
class Difference:
    """What a variant costs and brings against the first, in sentences."""

    name: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Variants by letter and name, with their tables."""

    names: tuple[tuple[str, str], ...]
    counts: tuple[Line, ...]
    threats: tuple[Line, ...]
    knowledge: tuple[Line, ...]
    differences: tuple[Difference, ...]


def compared(reports: Sequence[Report]) -> Comparison:
    """The comparison of two variants or more."""
    names = tuple(zip(LETTERS, (item.graph.system.name for item in reports), strict=False))
    first, *others = reports
    return Comparison(
        names=names,
        counts=tuple(_counts(reports)),
        threats=tuple(sorted(_threats(reports), key=lambda line: not line.tells_apart)),
        knowledge=tuple(_knowledge(reports)),
        differences=tuple(_difference(first, other) for other in others),
    )


def comparison_html(reports: Sequence[Report], maps: Sequence[str]) -> str:
    """The comparison as one page, with the map of each variant."""
    pictures = [f"data:image/svg+xml;base64,{b64encode(item.encode()).decode()}" for item in maps]
    return template("comparison.html.j2", shown).render(
        found=compared(reports),
        pictures=pictures,
        style=Markup(style_sheet()),
        style_hash=allowed_by(style_sheet()),
    )


def _counts(reports: Sequence[Report]) -> Iterable[Line]:
    def line(about: str, count: Callable[[Report], int]) -> Line:
        return Line(about, tuple((f"{count(item)}",) for item in reports))

    counts = [item.counts() for item in reports]
    for severity in Severity:
        yield Line(f"{severity} threats", tuple((f"{found[severity]}",) for found in counts))
    yield line("hypothetical threats", lambda item: len(item.feared))
    yield line("score of all open threats", points)
    yield line("questions", lambda item: len(asked(item.questions)))


def points(report: Report) -> int:
    """The score of all threats that are shown, the hypothetical ones included."""
    return sum(item.score for item in (*report.shown, *report.feared))


def _threats(reports: Sequence[Report]) -> Iterable[Line]:
    """For each rule what it says of each variant: the places where it holds, worst first."""
    found: dict[str, list[list[Threat]]] = {}
    for number, report in enumerate(reports):
        for threat in (*report.shown, *report.feared):
            found.setdefault(threat.title, [[] for _ in reports])[number].append(threat)
    for title, groups in found.items():
        yield Line(title, tuple(tuple(map(_place, group)) or NOTHING for group in groups))


def _place(threat: Threat) -> str:
    feared = ", hypothetical" if threat.is_hypothetical else ""
    return f"{threat.severity} {threat.score} at {threat.at.name}{feared}"


def _knowledge(reports: Sequence[Report]) -> Iterable[Line]:
    """What each party knows in each variant."""
    known: list[Mapping[str, Knowledge]] = [
        {item.party: item for item in report.knowledge} for report in reports
    ]
    for party in sorted({name for item in known for name in item}):
        yield Line(party, tuple(_known(item.get(party)) for item in known))


def _known(knowledge: Knowledge | None) -> tuple[str, ...]:
    if knowledge is None:
        return NOTHING
    parts = (
        f"holds {listed(knowledge.holds)}" if knowledge.holds else "",
        f"sees pass {listed(knowledge.passes)}" if knowledge.passes else "",
        f"can join {plural(len(knowledge.links), 'pair')} of these" if knowledge.links else "",
    )
    return tuple(filter(None, parts))


def _difference(first: Report, other: Report) -> Difference:
    gone, new = _beyond(first.shown, other.shown), _beyond(other.shown, first.shown)
    ruled_out = _beyond(first.feared, (*other.feared, *other.shown))
    feared = _beyond(other.feared, (*first.feared, *other.shown))
    before, after = _worst(first), _worst(other)
    moved = [
        (title, before[title], score)
        for title, score in after.items()
        if before.get(title, score) != score
    ]
    sentences = [
        _said("It removes", gone),
        _said("It brings", new),
        _moved("It lowers", [item for item in moved if item[2] < item[1]]),
        _moved("It raises", [item for item in moved if item[2] > item[1]]),
        _said("It leaves no room for what is only feared,", ruled_out),
        _said("If what is feared of it existed, it would bring", feared),
        _parts("It lets others know something about people:", _knowing(other) - _knowing(first)),
        _parts("No longer know anything:", _knowing(first) - _knowing(other)),
        _parts("It adds", _names(other) - _names(first)),
        _parts("It does without", _names(first) - _names(other)),
        _parts("What is feared adds", _feared_names(other) - _feared_names(first)),
    ]
    return Difference(other.graph.system.name, tuple(filter(None, sentences)))


def _beyond(threats: Iterable[Threat], others: Iterable[Threat]) -> list[Threat]:
    """The threats of kinds that are not among others, wherever these stand."""
    there = {item.title for item in others}
    return [item for item in threats if item.title not in there]


def _worst(report: Report) -> Mapping[str, int]:
    """The score of the worst of each kind of threat that is no fear, worst first."""
    found: dict[str, int] = {}
    for item in report.shown:
        found.setdefault(item.title, item.score)
    return found


def _knowing(report: Report) -> frozenset[str]:
    """The parties that hold personal data or see them pass."""
    return frozenset(item.party for item in report.knowledge)


def _said(verb: str, threats: Sequence[Threat]) -> str:
    if not threats:
        return ""
    titles = dict.fromkeys(item.title for item in threats)
    total = sum(item.score for item in threats)
    kinds = plural(len(titles), "kind")
    return f"{verb} {kinds} of threat with {plural(total, 'point')}: {'; '.join(titles)}."


def _moved(verb: str, moved: Sequence[tuple[str, int, int]]) -> str:
    told = "; ".join(f"{title} ({before} to {after})" for title, before, after in moved)
    return f"{verb} {told}." if told else ""


def _parts(verb: str, names: frozenset[str]) -> str:
    return f"{verb} {listed(sorted(names))}." if names else ""


def _names(report: Report) -> frozenset[str]:
    """The elements of a variant and the parties that run them, those that are only feared left
    out."""
    graph = report.graph
    real = [item for item in graph.elements.values() if item.evidence is not Evidence.HYPOTHETICAL]
    parties = (graph.party_of(item.name) for item in real)
    return frozenset(item.name for item in real) | frozenset(
        party.name for party in parties if party is not None
    )


def _feared_names(report: Report) -> frozenset[str]:
    """The elements and parties of a variant that are only feared."""
    every = frozenset(report.graph.elements) | frozenset(report.graph.parties)
    return every - _names(report)

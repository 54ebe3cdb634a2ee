"""Several variants of a system beside each other: what they have in common, and what tells them
apart."""

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from facetrail.render.asking import asked
from facetrail.render.html import allowed_by, shown, style_sheet
from facetrail.render.templates import template
from facetrail.render.together import joins
from facetrail.render.wording import listed, plural
from facetrail.report import Knowledge, Report, Severity, Threat

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""The variants are called by letters, in their order; there can be so many."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: what it is about, and what each variant says of it."""

    about: str
    cells: tuple[str, ...]

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
    for severity in Severity:
        yield Line(f"{severity} threats", tuple(f"{item.counts()[severity]}" for item in reports))
    yield Line("hypothetical threats", tuple(f"{len(item.feared)}" for item in reports))
    yield Line("score of all open threats", tuple(f"{points(item)}" for item in reports))
    yield Line("questions", tuple(f"{len(asked(item.questions))}" for item in reports))


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
        yield Line(title, tuple("; ".join(map(_place, group)) or "–" for group in groups))


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


def _known(knowledge: Knowledge | None) -> str:
    if knowledge is None:
        return "nothing"
    parts = [
        f"holds {listed(knowledge.holds)}" if knowledge.holds else "",
        f"sees pass {listed(knowledge.passes)}" if knowledge.passes else "",
        f"joins {'; '.join(joins(knowledge.links))}" if knowledge.links else "",
    ]
    return ". ".join(filter(None, parts)).capitalize() if any(parts) else "nothing"


def _difference(first: Report, other: Report) -> Difference:
    gone, new = _beyond(first, other), _beyond(other, first)
    sentences = [
        _said("It removes", gone),
        _said("It brings", new),
        _parts("It adds", _names(other) - _names(first)),
        _parts("It does without", _names(first) - _names(other)),
    ]
    return Difference(other.graph.system.name, tuple(filter(None, sentences)))


def _beyond(one: Report, other: Report) -> list[Threat]:
    """The threats of one variant that the other does not have anywhere."""
    there = {item.title for item in (*other.shown, *other.feared)}
    return [item for item in (*one.shown, *one.feared) if item.title not in there]


def _said(verb: str, threats: Sequence[Threat]) -> str:
    if not threats:
        return ""
    titles = dict.fromkeys(item.title for item in threats)
    total = sum(item.score for item in threats)
    kinds = plural(len(titles), "kind")
    return f"{verb} {kinds} of threat with {plural(total, 'point')}: {'; '.join(titles)}."


def _parts(verb: str, names: frozenset[str]) -> str:
    return f"{verb} {listed(sorted(names))}." if names else ""


def _names(report: Report) -> frozenset[str]:
    """The elements and parties of a variant."""
    return frozenset(report.graph.elements) | frozenset(report.graph.parties)

"""Lifetimes: how long every copy outside the person's control rests, against what was promised."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facetrail.model.kinds import Form
from facetrail.model.retention import is_longer
from facetrail.model.words import Datum, Event, Evidence, Retention, Store
from facetrail.render import cards, legend, palette
from facetrail.render.geometry import Rect, Size
from facetrail.render.legend import Entry, Group
from facetrail.render.palette import Standing
from facetrail.render.sheet import MARGIN, Paragraph, document, label, titled
from facetrail.render.svg import Node, Value, node, tooltip
from facetrail.render.text import clean, shorten
from facetrail.render.wording import FORM_LETTERS, FORM_WORDS, capital, number
from facetrail.report import Exposure, Report

PREFIX = "lifetimes-"
_LABEL = 236.0
_AXIS = 620.0
_WORDS = 310.0
_ROW = 25.0
_BAR = 17.0
_HEAD = 44.0
_GAP = 8.0

_AT_ONCE = frozenset({Event.DECISION, Event.SESSION_END, Event.REFUSAL})
_ZONES = (
    ("at once", 0.0, 0.11),
    ("after a time", 0.11, 0.60),
    ("some time after an event", 0.60, 0.90),
    ("never", 0.90, 1.0),
)
"""When something ends, and the share of the scale from which and up to which that is shown."""

_TICKS = (("1 day", 1), ("1 month", 30), ("1 year", 365), ("10 years", 3650))
_LONGEST = 36_500  # days at the end of a zone: a hundred years


@dataclass(frozen=True, slots=True)
class _Copy:
    """Something kept, and the limit that is stated for it."""

    exposure: Exposure
    limit: Retention | None

    @property
    def standing(self) -> Standing:
        """Whether it is established."""
        feared = self.exposure.evidence is Evidence.HYPOTHETICAL
        return Standing.FEARED if feared else Standing.EXPOSED


@dataclass(frozen=True, slots=True)
class _Kept:
    """A datum with its copies, in order of their places."""

    datum: Datum
    copies: tuple[_Copy, ...]

    @property
    def height(self) -> float:
        """The room of its rows."""
        return _ROW * (1 + len(self.copies)) + _GAP

    def outlives(self, copy: _Copy) -> bool:
        """Whether the copy surely rests longer than what was promised."""
        promise = self.datum.lifetime
        return bool(promise and copy.limit and is_longer(copy.limit, promise))


def lifetimes(report: Report) -> str:
    """The retention of every copy as a bar on one scale, as one SVG document: what ends at once,
    in days to years, after an event, or never; hatched where nobody has said."""
    found = _kept(report)
    wide = _LABEL + _AXIS + _WORDS
    summary = _summary(found)
    note = "The scale is not even, and an event may come before or after any number of days."
    heading = titled(
        "How long it is kept",
        report.graph.system.name,
        (
            Paragraph(summary, palette.HEADLINE_SIZE, palette.INK, bold=True, above=5),
            Paragraph(note),
        ),
        wide,
    )
    top = heading[1] + _HEAD
    rows: list[Node] = []
    y = top + _GAP
    for item in found:
        rows += _rows(item, y)
        y += item.height
    parts = [*_scale(top, y), *rows]
    entries = _legend(report, found)
    if entries:
        strip = legend.ruled(legend.strip(entries, wide), wide)
        parts.append(strip.draw(MARGIN, y))
        y += strip.size.height
    return document(
        PREFIX,
        "lifetimes",
        f"Lifetimes: {report.graph.system.name}",
        " ".join((summary, *map(_described, found))),
        Size(round(wide + 2 * MARGIN), round(y + MARGIN)),
        heading,
        parts,
    )


def _kept(report: Report) -> list[_Kept]:
    """What rests outside the person's control, the worst data first."""
    graph = report.graph
    found: dict[str, list[_Copy]] = defaultdict(list)
    for item in report.exposures:
        store = graph.elements[item.at]
        if item.held != "passing" and isinstance(store, Store):
            limit = dict(store.retention_of).get(item.data, store.retention)
            found[item.data].append(_Copy(item, limit))
    kept = (_Kept(graph.data[name], tuple(copies)) for name, copies in found.items())
    return sorted(
        kept,
        key=lambda item: (
            min(copy.exposure.form.rank for copy in item.copies),
            item.datum.kind.traits.form.rank,
            item.datum.name,
        ),
    )


def _end(limit: Retention) -> float:
    """Where a lifetime ends, as a share of the scale."""
    if limit.unlimited:
        return 1.0
    if limit.until is None or (limit.until in _AT_ONCE and limit.days):
        return _within(_ZONES[1], limit.days or 0)
    if limit.until in _AT_ONCE:
        return _ZONES[0][2] * 0.7
    return _within(_ZONES[2], limit.days or 0)


def _within(zone: tuple[str, float, float], days: int) -> float:
    _, start, end = zone
    share = math.log1p(min(days, _LONGEST)) / math.log1p(_LONGEST)
    return start + (0.04 + 0.94 * share) * (end - start)


def _x(share: float) -> float:
    return MARGIN + _LABEL + _AXIS * share


def _scale(top: float, bottom: float) -> Iterator[Node]:
    """The zones with what ends there, and the ticks of days."""
    for index, (words, start, end) in enumerate(_ZONES):
        yield node(
            "rect",
            x=_x(start),
            y=top - _HEAD + 4,
            width=_x(end) - _x(start),
            height=bottom - top + _HEAD - 4,
            fill=palette.REGION_TINTS[index % 2],
            stroke=palette.RULE,
            stroke_width=0.8,
        )
        yield label(words, _x(start) + 6, top - _HEAD + 19, palette.TEXT_SIZE, palette.INK, 700)
    for words, days in _TICKS:
        x = _x(_within(_ZONES[1], days))
        yield node("path", d=f"M{x:.2f} {top - 6:.2f}V{bottom:.2f}", stroke=palette.RULE)
        yield label(words, x, top - 10, palette.TEXT_SIZE, palette.MUTED, anchor="middle")
    x = _x(_within(_ZONES[2], 0))
    yield node("path", d=f"M{x:.2f} {top - 6:.2f}V{bottom:.2f}", stroke=palette.RULE)
    yield label("the event", x - 2, top - 10, palette.TEXT_SIZE, palette.MUTED)
    x = _x(_within(_ZONES[2], 365))
    yield node("path", d=f"M{x:.2f} {top - 6:.2f}V{bottom:.2f}", stroke=palette.RULE)
    yield label("+ 1 year", x, top - 10, palette.TEXT_SIZE, palette.MUTED, anchor="middle")


def _rows(item: _Kept, y: float) -> Iterator[Node]:
    """A datum with its promise, and a bar for each copy below it."""
    promise = item.datum.lifetime
    name = shorten(item.datum.name, palette.NAME_SIZE, _LABEL - 14, bold=True)
    form = item.datum.kind.traits.form
    said = "nothing promised" if promise is None else f"promised: {promise}"
    yield node(
        "g",
        tooltip(_described(item)),
        node(
            "text",
            name,
            x=MARGIN,
            y=y + 16,
            font_size=palette.NAME_SIZE,
            font_weight=700,
            fill=palette.STRONG[form],
        ),
        label(_fitting(said), _x(1.0) + 12, y + 16, palette.TEXT_SIZE, palette.MUTED),
        class_="datum",
        data_name=clean(item.datum.name),
    )
    for index, copy in enumerate(item.copies, 1):
        yield _row(item, copy, y + _ROW * index)
    if promise is not None:
        yield _promise(_x(_end(promise)), y + 6, y + item.height - _GAP + 2)


def _row(item: _Kept, copy: _Copy, y: float) -> Node:
    exposure = copy.exposure
    colours = palette.paint(exposure.form, copy.standing)
    start = MARGIN + _LABEL
    end = 1.0 if copy.limit is None else _end(copy.limit)
    bar = Rect(start, y + (_ROW - _BAR) / 2, _x(end) - start, _BAR)
    letter = FORM_LETTERS[exposure.form]
    words = "not stated" if copy.limit is None else str(copy.limit)
    if item.outlives(copy):
        words += ", longer than promised"
    where = shorten(exposure.at, palette.TEXT_SIZE, _LABEL - 26)
    return node(
        "g",
        tooltip(f"{exposure.data} at {exposure.at} ({exposure.party}): {words}"),
        label(where, MARGIN + 12, y + 16, palette.TEXT_SIZE, palette.INK),
        *(_open(bar, copy, colours) if copy.limit is None else _closed(bar, copy, colours)),
        cards.chip_node(letter, start + 2, bar.y + 1, colours) if letter else None,
        label(_fitting(words), _x(1.0) + 12, y + 16, palette.TEXT_SIZE, palette.INK),
        class_=f"copy form-{exposure.form}",
        data_name=clean(exposure.at),
    )


def _closed(bar: Rect, copy: _Copy, colours: palette.Paint) -> Iterator[Node]:
    """A bar that ends where the copy does; one without an end goes on as an arrow."""
    point = 9.0 if copy.limit is not None and copy.limit.unlimited else 0.0
    right = bar.right - point
    outline = (
        f"M{bar.x:.2f} {bar.y:.2f}H{right:.2f}L{bar.right:.2f} {bar.center.y:.2f}"
        f"L{right:.2f} {bar.bottom:.2f}H{bar.x:.2f}Z"
    )
    line = _outline(copy, colours.line)
    yield node("path", d=outline, class_="bar", fill=colours.fill, **line)


def _outline(copy: _Copy, ink: str) -> dict[str, Value]:
    """How the edge of a bar is drawn: dotted where the copy is only feared."""
    feared = copy.standing is Standing.FEARED
    return {
        "stroke": ink,
        "stroke_width": 1.4,
        "stroke_dasharray": palette.DASHES[Evidence.HYPOTHETICAL] if feared else None,
        "stroke_linecap": "round" if feared else None,
    }


def _open(bar: Rect, copy: _Copy, colours: palette.Paint) -> Iterator[Node]:
    """A hatched bar without an end: nobody has said when the copy goes."""
    strokes = "".join(
        f"M{bar.x + 8 * index:.2f} {bar.bottom:.2f}l{bar.height:.2f} {-bar.height:.2f}"
        for index in range(int((bar.width - bar.height) // 8) + 1)
    )
    edges = (
        f"M{bar.right:.2f} {bar.y:.2f}H{bar.x:.2f}V{bar.bottom:.2f}H{bar.right - bar.height:.2f}"
    )
    ink = colours.chip if colours.chip != palette.PAPER else colours.letter
    yield node("path", d=strokes, stroke=ink, stroke_width=1, fill="none", class_="bar")
    yield node("path", d=edges, fill="none", **_outline(copy, ink))


def _promise(x: float, top: float, bottom: float) -> Node:
    """A flag at the end that was promised, through all copies of the datum."""
    return node(
        "g",
        node(
            "path",
            d=f"M{x:.2f} {top:.2f}V{bottom:.2f}",
            stroke=palette.PAPER,
            stroke_width=5,
        ),
        node(
            "path", d=f"M{x:.2f} {top:.2f}V{bottom:.2f}", stroke=palette.OWN_LINE, stroke_width=2.4
        ),
        node("path", d=f"M{x:.2f} {top:.2f}l11 4.5l-11 4.5z", fill=palette.OWN_LINE),
        class_="promise",
    )


def _summary(found: Sequence[_Kept]) -> str:
    """How many copies there are and how many of them have no stated end."""
    every = [(item, copy) for item in found for copy in item.copies]
    copies = [(item, copy) for item, copy in every if copy.standing is not Standing.FEARED]
    feared = len(every) - len(copies)
    more = f" {capital(number(feared))} more would be if what is feared existed." if feared else ""
    if not copies:
        return f"As far as this model says, nothing is kept outside the person's control.{more}"
    longer = sum(item.outlives(copy) for item, copy in copies)
    endless = sum(copy.limit is not None and copy.limit.unlimited for _, copy in copies)
    silent = sum(copy.limit is None for _, copy in copies)
    parts = [
        f"{number(longer)} longer than promised" if longer else "",
        f"{number(endless)} without a limit" if endless else "",
        f"{number(silent)} for a time that nobody states" if silent else "",
    ]
    count = capital(number(len(copies)))
    plural = "copy is" if len(copies) == 1 else "copies are"
    said = ", ".join(filter(None, parts))
    kept = f"{count} {plural} kept outside the person's control"
    return f"{kept}{f': {said}' if said else ''}.{more}"


def _described(item: _Kept) -> str:
    promise = item.datum.lifetime
    kept = "; ".join(
        f"at {copy.exposure.at} {'for a time not stated' if copy.limit is None else copy.limit}"
        f" ({FORM_WORDS[copy.exposure.form]})"
        for copy in item.copies
    )
    said = "nothing promised" if promise is None else f"promised {promise}"
    return f"{item.datum.name}, {said}: {kept}."


def _legend(report: Report, found: Sequence[_Kept]) -> tuple[Group, ...]:
    copies = [copy for item in found for copy in item.copies]
    forms = {copy.exposure.form for copy in copies}
    worst = min(forms, key=lambda form: form.rank, default=Form.NONE)
    colours = palette.paint(worst, Standing.EXPOSED)
    bars = []
    if any(item.datum.lifetime is not None for item in found):
        bars.append(Entry(12, "promised end", lambda x, y: [_promise(x + 2, y - 8, y + 8)]))
    if any(copy.limit is None for copy in copies):
        silent = min(
            (copy for copy in copies if copy.limit is None),
            key=lambda copy: copy.standing is Standing.FEARED,
        )
        bars.append(
            Entry(40, "not stated", lambda x, y: [*_open(Rect(x, y - 7, 40, 14), silent, colours)])
        )
    if any(copy.standing is Standing.FEARED for copy in copies):
        feared = next(copy for copy in copies if copy.standing is Standing.FEARED)
        pale = palette.paint(feared.exposure.form, Standing.FEARED)
        bars.append(
            Entry(40, "only feared", lambda x, y: [*_closed(Rect(x, y - 7, 40, 14), feared, pale)])
        )
    groups = (
        Group("Recoverable there", legend.form_entries(report, forms)),
        Group("Bars", tuple(bars)),
    )
    return tuple(group for group in groups if group.entries)


def _fitting(words: str) -> str:
    return shorten(words, palette.TEXT_SIZE, _WORDS - 12)

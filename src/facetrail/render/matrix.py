"""The matrix: which data are at which element, and what each party knows and can join."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeVar

from facetrail.model.kinds import Form
from facetrail.model.words import Datum, Element, Evidence, Goal, Party, Store
from facetrail.render import flows, legend, palette
from facetrail.render.geometry import Size
from facetrail.render.legend import Entry, Group
from facetrail.render.palette import Standing
from facetrail.render.presence import places
from facetrail.render.sheet import MARGIN, Paragraph, document, label, titled
from facetrail.render.svg import Node, node, tooltip
from facetrail.render.text import balanced, clean, shorten
from facetrail.render.wording import FORM_LETTERS, FORM_WORDS, element_kind, listed, role_words
from facetrail.report import Exposure, Knowledge, Report

PREFIX = "matrix-"
_ROW = 30.0
_COLUMN = 34.0
_NARROWEST_GROUP = 84.0
_LABEL = 220.0
_HEADS = 118.0  # room for the names of elements, which run upwards
_PARTIES = 56.0
_APART = 10.0
_CELL = 21.0
_LANE = 26.0
_NO_HEADS = 26.0
_WIDEST = 1300.0  # as wide as a report's column can show with text of more than 8 points
_BETWEEN = 26.0
_IN_BANDS = (
    "In bands: first what each party knows, then where it is. A band has a row only for data "
    "that are in it."
)


class _Rests(Enum):
    """How a datum is somewhere."""

    HELD = "held"
    PASSING = "passing"
    OWN = "in the person's hands"


@dataclass(frozen=True, slots=True)
class _Cell:
    """A datum at an element or with a party, and what to draw for it."""

    form: Form
    rests: _Rests
    feared: bool
    sealed: bool
    words: str


@dataclass(frozen=True, slots=True)
class _Group:
    """Columns of one party, from a left edge on; the cells of each, by name of datum."""

    heading: str
    detail: str
    own: bool
    columns: tuple[tuple[Element, Mapping[str, _Cell]], ...]
    left: float = 0.0

    @property
    def width(self) -> float:
        """How wide it is."""
        return max(_NARROWEST_GROUP, _COLUMN * len(self.columns))

    def middle(self, column: int) -> float:
        """The middle of a column."""
        spare = self.width - _COLUMN * len(self.columns)
        return self.left + spare / 2 + _COLUMN * (column + 0.5)


@dataclass(frozen=True, slots=True)
class _Known:
    """What a party knows, from a left edge on: a lane for each set that it can join to one
    person, and one for the rest."""

    knowledge: Knowledge
    joined: tuple[tuple[str, ...], ...]
    lanes: tuple[tuple[str, ...], ...]
    left: float = 0.0

    @property
    def width(self) -> float:
        """How wide it is."""
        return max(_NARROWEST_GROUP, _LANE * len(self.lanes))

    def middle(self, lane: int) -> float:
        """The middle of a lane."""
        return self.left + 2 + _LANE * (lane + 0.5)


_Columns = TypeVar("_Columns", _Group, _Known)


@dataclass(frozen=True, slots=True)
class _Band:
    """Elements and parties side by side, over the data that are at one of them."""

    rows: tuple[Datum, ...]
    groups: tuple[_Group, ...]
    known: tuple[_Known, ...]

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(_right(self.groups), _right(self.known))

    @property
    def heads(self) -> float:
        """The room over its rows."""
        return _PARTIES + (_HEADS if self.groups else _NO_HEADS)

    @property
    def height(self) -> float:
        """How high it is."""
        return self.heads + _ROW * len(self.rows)


def matrix(report: Report) -> str:
    """Data by element and by party as one SVG document: the worst data first, the elements of a
    party side by side, and a line through what a party can join to one person. Where there are
    many, they stand in bands below one another, the parties first."""
    groups = _groups(report)
    bands = _bands(report, groups)
    inner = max(*(band.right - MARGIN for band in bands), 560.0)
    lines = [Paragraph(_summary(report), palette.HEADLINE_SIZE, palette.INK, bold=True, above=5)]
    if len(bands) > 1:
        lines.append(Paragraph(_IN_BANDS))
    heading = titled("What is where, and who can join it", report.graph.system.name, lines, inner)
    y = heading[1]
    parts: list[Node] = []
    for band in bands:
        parts += _drawn_band(report, band, y)
        y += band.height + (_BETWEEN if band is not bands[-1] else 0)
    strip = legend.ruled(legend.strip(_legend(groups, report), inner), inner)
    size = Size(round(inner + 2 * MARGIN), round(y + 4 + strip.size.height + MARGIN))
    return document(
        PREFIX,
        "matrix",
        f"Data by element: {report.graph.system.name}",
        " ".join(_described(report)),
        size,
        heading,
        [*parts, strip.draw(MARGIN, y + 4)],
    )


def _drawn_band(report: Report, band: _Band, y: float) -> Iterator[Node]:
    """A band, from a height on."""
    top, bottom = y + band.heads, y + band.height
    for group in band.groups:
        yield from _heads(group, top, bottom)
    yield from _rules(band.rows, top, band.right)
    yield from (_row(datum, top + _ROW * index) for index, datum in enumerate(band.rows))
    for group in band.groups:
        yield from _cells(group, band.rows, top)
    yield from _party_heads(report, band, top, bottom)
    yield from (_knows(report, item, band.rows, top) for item in band.known)


def _bands(report: Report, groups: Sequence[_Group]) -> list[_Band]:
    """Everything side by side where that is not too wide, else in bands with the rows that each
    of them needs."""
    rows = tuple(_rows(report))
    placed = _placed(groups)
    known = _known(report, groups)
    whole = _Band(rows, placed, _placed(known, _right(placed) + 2 * _APART))
    if whole.right <= _WIDEST:
        return [whole]
    return [
        *(_Band(_needed(rows, _names_known(line)), (), line) for line in _lines(known)),
        *(_Band(_needed(rows, _names_at(line)), line, ()) for line in _lines(_narrow(groups))),
    ]


def _placed(items: Iterable[_Columns], left: float = MARGIN + _LABEL) -> tuple[_Columns, ...]:
    """Groups of columns beside one another, from a left edge on."""
    found: list[_Columns] = []
    for item in items:
        found.append(replace(item, left=left))
        left += item.width + _APART
    return tuple(found)


def _right(items: Sequence[_Group] | Sequence[_Known]) -> float:
    """Where groups of columns end."""
    return items[-1].left + items[-1].width if items else MARGIN + _LABEL


def _lines(items: Iterable[_Columns]) -> Iterator[tuple[_Columns, ...]]:
    """Groups of columns in as few lines as hold them, in their order."""
    line: list[_Columns] = []
    for item in items:
        if line and _right(_placed(line)) + _APART + item.width > _WIDEST:
            yield _placed(line)
            line = []
        line.append(item)
    if line:
        yield _placed(line)


def _narrow(groups: Iterable[_Group]) -> Iterator[_Group]:
    """The groups, those that are wider than a line in pieces."""
    most = int((_WIDEST - MARGIN - _LABEL) // _COLUMN)
    for group in groups:
        for start in range(0, len(group.columns), most):
            yield replace(group, columns=group.columns[start : start + most])


def _needed(rows: Iterable[Datum], names: Set[str]) -> tuple[Datum, ...]:
    return tuple(datum for datum in rows if datum.name in names)


def _names_at(groups: Iterable[_Group]) -> set[str]:
    return {name for group in groups for _, cells in group.columns for name in cells}


def _names_known(known: Iterable[_Known]) -> set[str]:
    return {name for item in known for lane in item.lanes for name in lane}


def _rows(report: Report) -> list[Datum]:
    """The data, worst first, and among equals those at the most places outside first."""
    seen: dict[str, int] = defaultdict(int)
    for item in report.exposures:
        seen[item.data] += 1
    return sorted(
        report.graph.system.data,
        key=lambda item: (item.kind.traits.form.rank, -seen[item.name], item.name),
    )


def _groups(report: Report) -> list[_Group]:
    """The elements by party, the person's own first, in order of declaration; a goal that no data
    reach is left out."""
    graph = report.graph
    exposed = {(item.at, item.data): item for item in report.exposures}
    at: dict[str, list[str]] = defaultdict(list)
    for data in graph.data:
        for place in places(graph, data):
            at[place].append(data)
    found: dict[str, list[tuple[Element, Mapping[str, _Cell]]]] = defaultdict(list)
    for element in graph.system.elements:
        if isinstance(element, Goal) and not at[element.name]:
            continue
        party = graph.party_of(element.name)
        cells = {
            data: _cell(report, data, element, exposed.get((element.name, data)))
            for data in at[element.name]
        }
        found["" if party is None else party.name].append((element, cells))
    names = sorted(found, key=lambda name: (name == "", not _is_own(report, name)))
    groups: list[_Group] = []
    for name in names:
        own = _is_own(report, name)
        detail = "the person's own" if own else _role(graph.parties.get(name))
        groups.append(_Group(name or "Nobody's", detail, own, tuple(found[name])))
    return groups


def _is_own(report: Report, party: str) -> bool:
    graph = report.graph
    return any(
        graph.is_subjects_own(name) and (found := graph.party_of(name)) and found.name == party
        for name in graph.elements
    )


def _role(party: Party | None) -> str:
    return "" if party is None else role_words(party)


def _cell(report: Report, data: str, element: Element, item: Exposure | None) -> _Cell:
    form = report.graph.data[data].kind.traits.form
    if report.graph.is_subjects_own(element.name):
        return _Cell(form, _Rests.OWN, False, False, f"{data} at {element.name}: the person's own")
    if item is None:
        rests = _Rests.HELD if isinstance(element, Store) else _Rests.PASSING
        return _Cell(form, rests, False, False, f"{data} at {element.name}")
    sealed = not item.recoverable and bool(item.protections)
    parts = [
        f"{data} at {element.name}",
        "passing" if item.held == "passing" else f"held: {item.held}",
        ", ".join(item.protections) or "no protection stated",
        "sealed" if sealed else FORM_WORDS[item.form],
        f"known: {item.evidence}",
    ]
    return _Cell(
        item.form,
        _Rests.PASSING if item.held == "passing" else _Rests.HELD,
        item.evidence is Evidence.HYPOTHETICAL,
        sealed,
        ". ".join(parts),
    )


def _known(report: Report, groups: Sequence[_Group]) -> list[_Known]:
    """What each party knows, in the order of its elements."""
    order = [group.heading for group in groups]
    found: list[_Known] = []
    for item in sorted(
        report.knowledge,
        key=lambda item: order.index(item.party) if item.party in order else len(order),
    ):
        known = (*item.holds, *item.passes)
        joined = _joined(item)
        apart = {*known}.difference(*joined)
        lanes = (*joined, tuple(sorted(apart))) if apart else joined
        found.append(_Known(item, joined, lanes))
    return found


def _rules(rows: Sequence[Datum], top: float, end: float) -> Iterator[Node]:
    """A thin line above every row, for the eye to follow."""
    for index in range(len(rows) + 1):
        line = f"M{MARGIN:.2f} {top + _ROW * index:.2f}H{end:.2f}"
        yield node("path", d=line, stroke=palette.RULE, stroke_width=1)


def _row(datum: Datum, y: float) -> Node:
    form = datum.kind.traits.form
    name = shorten(datum.name, palette.NAME_SIZE, _LABEL - 16, bold=True)
    kind = shorten(str(datum.kind), palette.TEXT_SIZE, _LABEL - 16)
    return node(
        "g",
        tooltip(f"{datum.name}: {datum.kind}. {datum.description}"),
        label(name, MARGIN, y + 13, palette.NAME_SIZE, palette.STRONG[form], 700),
        label(kind, MARGIN, y + 25, palette.TEXT_SIZE, palette.MUTED),
        class_="datum",
        data_name=clean(datum.name),
    )


def _heads(group: _Group, top: float, bottom: float) -> Iterator[Node]:
    """The party over its elements, and their names upwards over their columns."""
    ink = palette.OWN_LINE if group.own else palette.INK
    yield node(
        "rect",
        x=group.left,
        y=top - _HEADS - 4,
        width=group.width,
        height=bottom - top + _HEADS + 4,
        rx=6,
        fill=(palette.OWN_TINTS if group.own else palette.REGION_TINTS)[0],
        class_="party",
    )
    over = top - _HEADS
    yield from _party_name(group.heading, group.detail, group.left, over, group.width, ink)
    for index, (element, _) in enumerate(group.columns):
        yield _head(element, group.middle(index), top)


def _party_name(
    name: str, detail: str, left: float, bottom: float, wide: float, ink: str
) -> Iterator[Node]:
    lines = balanced(name, palette.TEXT_SIZE, wide - 2, lines=2, bold=True)
    y = bottom - 12 - (13 if detail else 0) - 13 * (len(lines) - 1)
    for line in lines:
        yield label(line, left + 2, y, palette.TEXT_SIZE, ink, 700)
        y += 13
    if detail:
        yield label(
            shorten(detail, palette.TEXT_SIZE, wide - 2),
            left + 2,
            y,
            palette.TEXT_SIZE,
            palette.MUTED,
        )


def _head(element: Element, x: float, top: float) -> Node:
    lines = balanced(element.name, palette.TEXT_SIZE, _HEADS - 10, lines=2)
    feared = element.evidence is Evidence.HYPOTHETICAL
    start = x + 3.7 - 6.5 * (len(lines) - 1)
    return node(
        "g",
        tooltip(f"{element.name}: {element_kind(element)}. {element.description}"),
        *(
            node(
                "text",
                line,
                transform=f"translate({start + 13 * index:.2f} {top - 6:.2f}) rotate(-90)",
                font_size=palette.TEXT_SIZE,
                font_style="italic" if feared else None,
                fill=palette.MUTED if feared else palette.INK,
            )
            for index, line in enumerate(lines)
        ),
        class_="element",
        data_name=clean(element.name),
    )


def _cells(group: _Group, rows: Sequence[Datum], top: float) -> Iterator[Node]:
    for index, (_, cells) in enumerate(group.columns):
        for row, datum in enumerate(rows):
            if datum.name in cells:
                y = top + _ROW * (row + 0.5)
                yield _drawn(cells[datum.name], group.middle(index), y)


def _drawn(cell: _Cell, x: float, y: float) -> Node:
    """Square and filled where it is held, round and hollow where it only passes."""
    form = cell.form
    feared = Standing.FEARED if cell.feared else Standing.EXPOSED
    held = cell.rests is _Rests.HELD
    colours = palette.paint(form, feared if held else Standing.OWN)
    mark = FORM_LETTERS[form]
    if cell.sealed:
        sign: Node | None = flows.padlock(x - 4.5, y - 5.5, colours.ink)
    elif mark:
        ink = colours.ink if held and not cell.feared else palette.STRONG[form]
        sign = label(mark, x, y + 4, 11, ink, 700, anchor="middle")
    else:
        sign = None
    own = cell.rests is _Rests.OWN
    return node(
        "g",
        tooltip(cell.words),
        node(
            "rect",
            x=x - _CELL / 2,
            y=y - _CELL / 2,
            width=_CELL,
            height=_CELL,
            rx=4 if held else _CELL / 2,
            fill="none" if own else colours.fill,
            stroke=None if own else colours.line,
            stroke_width=None if own else 1.6,
            stroke_dasharray=palette.DASHES[Evidence.HYPOTHETICAL] if cell.feared else None,
            stroke_linecap="round" if cell.feared else None,
        ),
        sign,
        class_=f"cell form-{form} {cell.rests.name.lower()}",
    )


def _party_heads(report: Report, band: _Band, top: float, bottom: float) -> Iterator[Node]:
    """The parties over what they know; a line sets them apart from the elements."""
    if not band.known:
        return
    left = band.known[0].left
    if band.groups:
        line = f"M{left - _APART:.2f} {top - band.heads + 6:.2f}V{bottom:.2f}"
        yield node("path", d=line, stroke=palette.FAINT, stroke_width=1.2)
    yield label("knows and joins", left + 2, top - 12, palette.TEXT_SIZE, palette.MUTED)
    for item in band.known:
        party = item.knowledge.party
        detail = _role(report.graph.parties.get(party))
        over = top - band.heads + _PARTIES
        yield from _party_name(party, detail, item.left, over, item.width, palette.INK)


def _knows(report: Report, item: _Known, rows: Sequence[Datum], top: float) -> Node:
    """One party's data, with a line through each set that it can join to one person."""
    at = {datum.name: top + _ROW * (row + 0.5) for row, datum in enumerate(rows)}
    held = {*item.knowledge.holds}
    drawn = []
    for lane, names in enumerate(item.lanes):
        x = item.middle(lane)
        if lane < len(item.joined):
            ys = [at[name] for name in names]
            line = f"M{x:.2f} {min(ys):.2f}V{max(ys):.2f}"
            drawn.append(node("path", d=line, stroke=palette.INK, stroke_width=2.6, class_="join"))
        for name in names:
            rests = _Rests.HELD if name in held else _Rests.PASSING
            form = report.graph.data[name].kind.traits.form
            words = f"{item.knowledge.party}: {name}, {rests.value}"
            drawn.append(_drawn(_Cell(form, rests, False, False, words), x, at[name]))
    return node(
        "g",
        tooltip(_known_words(item.knowledge)),
        *drawn,
        class_="knowledge",
        data_name=clean(item.knowledge.party),
    )


def _joined(item: Knowledge) -> tuple[tuple[str, ...], ...]:
    """The sets of data that a party can join to one person, the largest first."""
    sets: list[set[str]] = []
    for pair in item.links:
        touched = [found for found in sets if found & {*pair}]
        sets = [found for found in sets if found not in touched]
        sets.append({*pair}.union(*touched))
    names = (tuple(sorted(found)) for found in sets)
    return tuple(sorted(names, key=lambda found: (-len(found), found)))


def _known_words(item: Knowledge) -> str:
    parts = [
        f"{item.party} holds {listed(item.holds) or 'nothing'}",
        f"sees {listed(item.passes)} pass" if item.passes else "",
        *(f"can join {listed(names)} to one person" for names in _joined(item)),
    ]
    return "; ".join(filter(None, parts))


def _summary(report: Report) -> str:
    """Which parties can join the most data, in a sentence."""
    most = {item.party: max(map(len, _joined(item))) for item in report.knowledge if _joined(item)}
    if not most:
        return "As far as this model says, no party can join two of these data to one person."
    count = max(most.values())
    who = [party for party, joined in most.items() if joined == count]
    can = "can" if len(who) == 1 else "can each"
    every = len(report.graph.data)
    return f"{listed(who)} {can} join {count} of these {every} data to one person."


def _described(report: Report) -> Iterator[str]:
    """The whole matrix in words, party by party."""
    yield f"{_summary(report)}"
    for item in report.knowledge:
        yield f"{_known_words(item)}."
    for exposure in report.exposures:
        how = "passes" if exposure.held == "passing" else "is held"
        yield f"{exposure.data} {how} at {exposure.at} ({FORM_WORDS[exposure.form]})."


def _legend(groups: Sequence[_Group], report: Report) -> tuple[Group, ...]:
    cells = [cell for group in groups for _, cells in group.columns for cell in cells.values()]
    forms = {cell.form for cell in cells}
    worst = min(forms, key=lambda form: form.rank, default=Form.NONE)

    def entry(text: str, rests: _Rests, feared: bool = False, sealed: bool = False) -> Entry:
        cell = _Cell(worst, rests, feared, sealed, text)
        return Entry(_CELL, text, lambda x, y: [_drawn(cell, x + _CELL / 2, y)])

    how = [
        entry("held", _Rests.HELD),
        entry("only passes", _Rests.PASSING),
        entry("in the person's hands", _Rests.OWN),
    ]
    if any(cell.sealed for cell in cells):
        how.append(entry("sealed: nobody there has the key", _Rests.HELD, sealed=True))
    if any(cell.feared for cell in cells):
        how.append(entry("only feared", _Rests.HELD, feared=True))
    if any(item.links for item in report.knowledge):
        how.append(Entry(20, "can be joined to one person", _join))
    found = (
        Group("Recoverable here", legend.form_entries(report, forms)),
        Group("How", tuple(how)),
    )
    return tuple(group for group in found if group.entries)


def _join(x: float, y: float) -> list[Node]:
    line = f"M{x + 10:.2f} {y - 8:.2f}v16"
    return [node("path", d=line, stroke=palette.INK, stroke_width=2.6)]

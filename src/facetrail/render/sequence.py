"""The sequence: the flows one below the other, in the order in which they are declared."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from facetrail.model.words import Element, Evidence, Flow
from facetrail.render import badges, cards, flows, legend, palette
from facetrail.render.flows import Line
from facetrail.render.geometry import Point, Rect, Route, Size
from facetrail.render.legend import Group
from facetrail.render.palette import Standing
from facetrail.render.placing import Placed
from facetrail.render.sheet import MARGIN, document, label, titled
from facetrail.render.svg import Node, node, tooltip
from facetrail.render.text import balanced, clean, shorten, width, wrap
from facetrail.render.wording import FORM_LETTERS, number, role_words
from facetrail.report import PlaceKind, Report, Spot

PREFIX = "sequence-"
_COLUMN = 104.0
_BOX = 94.0
_APART = 10.0
_PARTIES = 56.0
_ROW = 42.0
_LABEL = 190.0  # what a label may take where its arrow is shorter
_LINE = 13.0
_MOST_LINES = 8
_BETWEEN = 16.0
_WHOLE = 16  # elements that still stand side by side
_MOST_LANES = 12  # those of a part where there are more: text of more than 8 points in a report


@dataclass(frozen=True, slots=True)
class _Lane:
    """An element that takes part, and where its line runs."""

    element: Element
    x: float
    name: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """The lanes of one party."""

    heading: str
    detail: str
    own: bool
    left: float
    lanes: tuple[_Lane, ...]

    @property
    def width(self) -> float:
        """How wide it is."""
        return _COLUMN * len(self.lanes)


@dataclass(frozen=True, slots=True)
class _Part:
    """Flows that follow one another, and those who take part in them; `prefix` starts its ids."""

    prefix: str
    sides: tuple[_Side, ...]
    lines: tuple[Line, ...]

    @property
    def lanes(self) -> Mapping[str, _Lane]:
        """The elements that take part, by name."""
        return {lane.element.name: lane for side in self.sides for lane in side.lanes}

    @property
    def width(self) -> float:
        """How wide it is."""
        return sum(side.width + _APART for side in self.sides) - _APART

    @property
    def heads(self) -> float:
        """The height of the boxes over the lanes."""
        return _LINE * max((len(lane.name) for lane in self.lanes.values()), default=1) + 16

    @property
    def height(self) -> float:
        """How high it is."""
        return _PARTIES + self.heads + 34 + max(self.rows, default=0.0) + 30

    @property
    def rows(self) -> tuple[float, ...]:
        """How far below the place of a first arrow under one line of words each arrow is."""
        found: list[float] = []
        for line in self.lines:
            more = _LINE * (len(self.label(line)) - 1)
            found.append((found[-1] + _ROW if found else 0.0) + more)
        return tuple(found)

    def label(self, line: Line) -> tuple[str, ...]:
        """What stands over the arrow of a flow, on as many lines as it takes."""
        span = abs(self.lanes[line.flow.source].x - self.lanes[line.flow.destination].x)
        return wrap(_carried(line), palette.TEXT_SIZE, max(span - 20, _LABEL), lines=_MOST_LINES)


def sequence(report: Report) -> str:
    """The flows as numbered arrows between the elements that take part, as one SVG document: in
    parts below one another where too many take part to stand side by side."""
    parts = _parts(report)
    inner = max(*(part.width for part in parts), 560.0)
    note = "In the order of the model, numbered as on the map."
    if len(parts) > 1:
        note = f"{note} In {number(len(parts))} parts, each with those who take part in it."
    heading = titled("The flows, step by step", f"{report.graph.system.name}. {note}", (), inner)
    bottom = heading[1]
    drawn: list[Node] = []
    for part in parts:
        drawn += _drawn(report, part, bottom, (MARGIN, MARGIN + inner))
        bottom += part.height + (_BETWEEN if part is not parts[-1] else 0)
    lines = [line for part in parts for line in part.lines]
    lanes = {name: lane for part in parts for name, lane in part.lanes.items()}
    groups = _legend(report, lines, [*lanes.values()])
    if groups:
        strip = legend.ruled(legend.strip(groups, inner), inner)
        drawn.append(strip.draw(MARGIN, bottom + 4))
        bottom += 4 + strip.size.height
    return document(
        PREFIX,
        "sequence",
        f"Sequence of flows: {report.graph.system.name}",
        " ".join(f"{flows.described(report, line).rstrip('.')}." for line in lines)
        or "The model has no flows.",
        Size(round(inner + 2 * MARGIN), round(bottom + MARGIN)),
        heading,
        drawn,
    )


def _parts(report: Report) -> list[_Part]:
    """The flows in order, cut where one more element would not find room beside the others."""
    threats = badges.badges_by_place(report)
    return [
        _Part(
            PREFIX if index == 0 else f"{PREFIX}{index}-",
            tuple(_sides(report, step)),
            tuple(
                flows.line(
                    report,
                    [flow],
                    (
                        Spot(PlaceKind.ELEMENT, flow.source),
                        Spot(PlaceKind.ELEMENT, flow.destination),
                    ),
                    threats.get(Spot(PlaceKind.FLOW, flow.name), ()),
                )
                for flow in step
            ),
        )
        for index, step in enumerate(_steps(report.graph.system.flows))
    ]


def _steps(known: Sequence[Flow]) -> list[list[Flow]]:
    if len({end for flow in known for end in (flow.source, flow.destination)}) <= _WHOLE:
        return [[*known]]
    steps: list[list[Flow]] = [[]]
    taking_part: set[str] = set()
    for flow in known:
        taking_part |= {flow.source, flow.destination}
        if len(taking_part) > _MOST_LANES:
            steps.append([])
            taking_part = {flow.source, flow.destination}
        steps[-1].append(flow)
    return steps


def _ends(flow: Flow) -> tuple[Spot, Spot]:
    return Spot(PlaceKind.ELEMENT, flow.source), Spot(PlaceKind.ELEMENT, flow.destination)


def _drawn(report: Report, part: _Part, y: float, limits: tuple[float, float]) -> Iterator[Node]:
    """A part, from a height on."""
    top = y + _PARTIES
    first = top + part.heads + 34
    bottom = y + part.height
    for side in part.sides:
        yield from _side(side, top, bottom)
    for lane in part.lanes.values():
        yield _lane(report, lane, part.prefix, top, part.heads, bottom)
    for line, down in zip(part.lines, part.rows, strict=True):
        yield from _arrow(report, line, part, first + down, limits)


def _sides(report: Report, step: Sequence[Flow]) -> list[_Side]:
    """The elements that take part by party, the person's own first, as the flows reach them."""
    graph = report.graph
    ends = (end for flow in step for end in (flow.source, flow.destination))
    members: dict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(ends):
        party = graph.party_of(name)
        members["" if party is None else party.name].append(name)
    order = sorted(
        members.values(),
        key=lambda names: (not graph.is_subjects_own(names[0]), graph.party_of(names[0]) is None),
    )
    sides: list[_Side] = []
    left = MARGIN
    for names in order:
        party = graph.party_of(names[0])
        own = graph.is_subjects_own(names[0])
        lanes = tuple(
            _Lane(
                graph.elements[name],
                left + _COLUMN * (index + 0.5),
                balanced(name, palette.TEXT_SIZE, _BOX - 14, lines=3, bold=True),
            )
            for index, name in enumerate(names)
        )
        heading = "" if party is None else party.name
        detail = "" if party is None else role_words(party)
        sides.append(_Side(heading, "the person's own" if own else detail, own, left, lanes))
        left += sides[-1].width + _APART
    return sides


def _side(side: _Side, top: float, bottom: float) -> Iterator[Node]:
    ink = palette.OWN_LINE if side.own else palette.INK
    yield node(
        "rect",
        x=side.left,
        y=top - _PARTIES + 6,
        width=side.width,
        height=bottom - top + _PARTIES - 6,
        rx=8,
        fill=(palette.OWN_TINTS if side.own else palette.REGION_TINTS)[0],
        class_="party",
    )
    limit = side.width - 14
    lines = balanced(side.heading, palette.TEXT_SIZE, limit, lines=2, bold=True)
    for row, line in enumerate(reversed(lines)):
        y = top - 23 - _LINE * row
        yield label(line, side.left + 7, y, palette.TEXT_SIZE, ink, 700)
    detail = shorten(side.detail, palette.TEXT_SIZE, limit)
    yield label(detail, side.left + 7, top - 10, palette.TEXT_SIZE, palette.MUTED)


def _lane(report: Report, lane: _Lane, prefix: str, top: float, high: float, bottom: float) -> Node:
    """An element with its letter, and its line down to the end."""
    element = lane.element
    form = report.forms[element.name]
    standing = cards.standing(report, element)
    colours = palette.paint(form, standing)
    feared = standing is Standing.FEARED
    letter = FORM_LETTERS[form]
    left = lane.x - _BOX / 2
    start = top + (high - _LINE * len(lane.name)) / 2
    return node(
        "g",
        tooltip(cards.described(report, element)),
        node(
            "path",
            d=f"M{lane.x:.2f} {top + high:.2f}V{bottom - 8:.2f}",
            stroke=palette.FAINT,
            stroke_width=1.2,
            stroke_dasharray="2 3",
        ),
        node(
            "rect",
            x=left,
            y=top,
            width=_BOX,
            height=high,
            rx=6,
            fill=colours.fill,
            stroke=colours.line,
            stroke_width=1.4,
            stroke_dasharray=palette.DASHES[Evidence.HYPOTHETICAL if feared else element.evidence],
            stroke_linecap="round" if feared else None,
        ),
        *(
            _name_line(line, lane.x, start + _LINE * (row + 1) - 3, colours.ink)
            for row, line in enumerate(lane.name)
        ),
        _letter(letter, lane.x, top + high, palette.STRONG[form]) if letter else None,
        id=f"{prefix}e{report.graph.system.elements.index(element) + 1}",
        class_=f"element form-{form} {standing}",
        data_name=clean(element.name),
    )


def _name_line(text: str, x: float, y: float, ink: str) -> Node:
    return label(text, x, y, palette.TEXT_SIZE, ink, 700, "middle")


def _letter(letter: str, x: float, y: float, colour: str) -> Node:
    """The letter of the worst form, where the line of an element begins."""
    size = cards.CHIP
    chip = palette.Paint(palette.PAPER, colour, colour, colour, palette.PAPER)
    return cards.chip_node(letter, x - size / 2, y - size / 2 + 3, chip)


def _arrow(
    report: Report,
    line: Line,
    part: _Part,
    y: float,
    limits: tuple[float, float],
) -> Iterator[Node]:
    """A flow from line to line: its number on the arrow, what it carries above."""
    lanes, texts = part.lanes, part.label(line)
    start, end = lanes[line.flow.source].x, lanes[line.flow.destination].x
    route = _straight(start, end, y) if start != end else _loop(start, y)
    wide = max(width(text, palette.TEXT_SIZE) for text in texts) + 1
    high = flows.LABEL_LINE * len(texts)
    middle = (start + end) / 2 if start != end else start + 36
    x = min(max(middle - wide / 2, limits[0]), limits[1] - wide)
    room = Rect(x, y - 22 - high + flows.LABEL_LINE, wide, high)
    words = flows.described(report, line)
    shown = replace(line, labels=(texts,))
    placed = Placed(badge=Point(middle, y), label=room, variant=0, clash=0)
    yield flows.draw_line(line, route, id=f"{PREFIX}{line.id}", title=words)
    yield flows.draw_label(shown, route, placed, title=words)


def _carried(line: Line) -> str:
    what = ", ".join(line.flow.data) or line.flow.name
    return f"delete {what}" if line.is_deletion else what


def _straight(start: float, end: float, y: float) -> Route:
    ahead = 1 if end > start else -1
    a, b = Point(start, y), Point(end - 10 * ahead, y)
    return Route((a, a, b, b), Point(end - ahead, y), None)


def _loop(x: float, y: float) -> Route:
    """Out to the right and back to the same line, a little lower."""
    a, b = Point(x, y - 7), Point(x + 11, y + 9)
    return Route((a, Point(x + 46, y - 9), Point(x + 46, y + 9), b), Point(x + 1, y + 9), None)


def _legend(report: Report, lines: Sequence[Line], lanes: Sequence[_Lane]) -> tuple[Group, ...]:
    forms = {line.form for line in lines} | {report.forms[lane.element.name] for lane in lanes}
    known = {line.flow.evidence for line in lines} | {lane.element.evidence for lane in lanes}
    groups = (
        Group("Recoverable there", legend.form_entries(report, forms)),
        Group("How well known", legend.evidence_entries(known)),
        Group("Flows", legend.flow_entries(lines, needs=False)),
    )
    return tuple(group for group in groups if group.entries)

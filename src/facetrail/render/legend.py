"""What stands beside the map: the legend of what occurs in it, and the table of flows."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from facetrail.model.kinds import Form, Modality
from facetrail.model.words import Element, Evidence
from facetrail.render import badges, boxes, cards, flows, palette
from facetrail.render.boxes import Box
from facetrail.render.cards import Card
from facetrail.render.flows import Line
from facetrail.render.geometry import Point, Rect, Size
from facetrail.render.palette import Standing
from facetrail.render.scene import Scene
from facetrail.render.svg import Node, node, tooltip
from facetrail.render.text import width, wrap
from facetrail.render.wording import FORM_LETTERS, element_kind
from facetrail.report import Report, Severity

ROW = 19.0
_APART = 16.0
_GUTTER = 24.0
_NEXT_LINE = 13.0
_MOST_LINES = 12

_EVIDENCE_WORDS = {
    Evidence.REPORTED: "reported",
    Evidence.CLAIMED: "claimed",
    Evidence.INFERRED: "inferred",
    Evidence.HYPOTHETICAL: "feared, not evidenced",
}
_FORM_WORDS = {
    Form.PROTECTED: "protected template",
    Form.RESULT: "score or decision",
    Form.IDENTITY: "identity data only",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A symbol and what it means; `draw` puts it with its left edge and middle at a point."""

    symbol: float
    text: str
    draw: Callable[[float, float], list[Node]]

    @property
    def width(self) -> float:
        """How wide symbol and text are together."""
        return self.symbol + 6 + width(self.text, palette.TEXT_SIZE)


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Something with a size that is drawn at a place."""

    size: Size
    draw: Callable[[float, float], Node]


def sample_noun(report: Report) -> str:
    """What is recovered at the worst places: a face, or another biometric sample."""
    found = {
        item.kind.traits.modality for item in report.graph.system.data if item.kind.traits.modality
    }
    return "face" if found <= {Modality.FACE} else "face or other biometric sample"


def groups(scene: Scene) -> tuple[Group, ...]:
    """The legend of what occurs in the picture, and of nothing else."""
    shown, lines = [*scene.cards.values()], [*scene.lines.values()]
    known = {item.flow.evidence for item in lines} | {card.element.evidence for card in shown}
    stacks = [box for box in scene.boxes.values() if not box.near]
    found = (
        Group("Recoverable here", _card_entries(scene.report, [*shown, *stacks], lines)),
        Group("Threats here", _threat_entries(scene.all_badges)),
        Group("How well known", evidence_entries(known)),
        Group("Flows", flow_entries(lines, needs=bool(scene.needs))),
        Group("Elements", _shape_entries(shown)),
        Group("Boxes", _box_entries([*scene.boxes.values()])),
    )
    return tuple(group for group in found if group.entries)


def strip(found: Sequence[Group], limit: float) -> Block:
    """The legend as rows of at most `limit` width; a short group shares a row with another."""
    placed: list[tuple[float, float, Entry]] = []
    headings: list[tuple[float, float, str]] = []
    x, y = 0.0, ROW / 2
    for group in found:
        lead = width(group.heading, palette.TEXT_SIZE, bold=True) + 12
        whole = lead + sum(entry.width + _APART for entry in group.entries) - _APART
        if x and x + whole > limit:
            x, y = 0.0, y + ROW + 2
        headings.append((x, y, group.heading))
        x += lead
        start = lead
        for entry in group.entries:
            if x > start and x + entry.width > limit:
                x, y = start, y + ROW
            placed.append((x, y, entry))
            x += entry.width + _APART
        x += 2 * _APART

    def draw(left: float, top: float) -> Node:
        return node(
            "g",
            *(_heading(text, left + x, top + at) for x, at, text in headings),
            *(item for x, at, entry in placed for item in _entry(entry, left + x, top + at)),
            class_="legend",
        )

    widest = max(x + entry.width for x, _, entry in placed)
    return Block(Size(widest, y + ROW / 2), draw)


def column(found: Sequence[Group], limit: float) -> Block:
    """The legend as one column."""
    placed: list[tuple[float, Entry]] = []
    headings: list[tuple[float, str]] = []
    y = ROW / 2
    for group in found:
        headings.append((y, group.heading))
        for entry in group.entries:
            y += ROW
            placed.append((y, entry))
        y += ROW + 7

    def draw(left: float, top: float) -> Node:
        return node(
            "g",
            *(_heading(text, left, top + at) for at, text in headings),
            *(item for at, entry in placed for item in _entry(entry, left, top + at)),
            class_="legend",
        )

    return Block(Size(limit, y - ROW / 2), draw)


def boxed(inner: Block) -> Block:
    """A block in a thin frame, with 12 of room on every side."""
    size = Size(inner.size.width + 24, inner.size.height + 18)

    def draw(left: float, top: float) -> Node:
        return node(
            "g",
            node(
                "rect",
                x=left,
                y=top,
                width=size.width,
                height=size.height,
                rx=8,
                fill=palette.PAPER,
                stroke=palette.RULE,
            ),
            inner.draw(left + 12, top + 9),
        )

    return Block(size, draw)


def ruled(inner: Block, wide: float) -> Block:
    """A block below a thin line of a width, with some room around the line."""

    def draw(left: float, top: float) -> Node:
        line = f"M{left:.2f} {top + 14:.2f}h{wide:.2f}"
        return node(
            "g",
            node("path", d=line, stroke=palette.RULE, stroke_width=1),
            inner.draw(left, top + 22),
        )

    return Block(Size(wide, 22 + inner.size.height), draw)


def table(report: Report, lines: Sequence[Line], heading: str, limit: float) -> Block:
    """Flows by number: where each goes and all it carries."""
    columns = max(1, min(int(limit // 330), len(lines)))
    wide = (limit - _GUTTER * (columns - 1)) / columns
    rows = [_row_of(report, item, wide) for item in lines]
    fill = max(sum(row.height for row in rows) / columns, *(row.height for row in rows))
    placed: list[tuple[_Row, float, float]] = []
    x = y = 0.0
    for row in rows:
        if y and y + row.height / 2 > fill and x + 2 * wide + _GUTTER <= limit + 1:
            x, y = x + wide + _GUTTER, 0.0
        placed.append((row, x, y))
        y += row.height

    def draw(left: float, top: float) -> Node:
        return node(
            "g",
            _heading(heading, left, top + ROW / 2),
            *(_table_row(report, row, left + x, top + ROW * 1.5 + y) for row, x, y in placed),
            class_="flow-table",
        )

    return Block(Size(limit, ROW + max(y + row.height for row, _, y in placed)), draw)


@dataclass(frozen=True, slots=True)
class _Row:
    """A flow in the table: where it goes, and all it carries, on the same line if there is room and
    on as many lines below as it takes."""

    line: Line
    where: tuple[str, ...]
    what: tuple[str, ...]
    beside: bool

    @property
    def height(self) -> float:
        below = len(self.where) + len(self.what) - 1 - self.beside
        return ROW + _NEXT_LINE * below


def _row_of(report: Report, item: Line, wide: float) -> _Row:
    data = ", ".join(flows.payload(report, item.bundle))
    data = data or "; ".join(flow.name for flow in item.bundle)
    if item.is_deletion:
        data = f"delete {data}"
    room = wide - item.number_width - 7
    where = wrap(
        f"{item.source.name} → {item.destination.name}", palette.TEXT_SIZE, room, lines=_MOST_LINES
    )
    left = room - width(where[-1], palette.TEXT_SIZE) - 8
    beside = width(data, palette.TEXT_SIZE) <= left
    return _Row(item, where, wrap(data, palette.TEXT_SIZE, room, lines=_MOST_LINES), beside)


def _table_row(report: Report, row: _Row, x: float, y: float) -> Node:
    item, start = row.line, x + row.line.number_width + 7
    last = y + _NEXT_LINE * (len(row.where) - 1)
    indent = width(row.where[-1], palette.TEXT_SIZE) + 8 if row.beside else 0.0
    first = last if row.beside else last + _NEXT_LINE
    return node(
        "g",
        tooltip(flows.described(report, item)),
        flows.number_badge(item, x, y - 7.5),
        *(
            _text(text, start, y + _NEXT_LINE * number, palette.MUTED)
            for number, text in enumerate(row.where)
        ),
        *(
            _text(text, start + indent, first + _NEXT_LINE * number, palette.INK)
            for number, text in enumerate(row.what)
        ),
        class_="row",
        data_flow=" ".join(map(str, item.numbers)),
    )


def _heading(text: str, x: float, y: float) -> Node:
    return node(
        "text",
        text,
        x=x,
        y=y + 3.7,
        font_size=palette.TEXT_SIZE,
        font_weight=700,
        fill=palette.INK,
        class_="heading",
    )


def _text(text: str, x: float, y: float, ink: str) -> Node:
    return node("text", text, x=x, y=y + 3.7, font_size=palette.TEXT_SIZE, fill=ink)


def _entry(entry: Entry, x: float, y: float) -> list[Node]:
    return [*entry.draw(x, y), _text(entry.text, x + entry.symbol + 6, y, palette.MUTED)]


def form_entries(
    report: Report,
    forms: Collection[Form],
    standing: Callable[[Form], Standing] = lambda form: Standing.EXPOSED,
) -> tuple[Entry, ...]:
    """What each of the forms means, as it is drawn for a standing."""
    words = {
        Form.RAW: f"{sample_noun(report)}, or a template that gives it back",
        **_FORM_WORDS,
    }
    return tuple(
        Entry(26, words[form], _swatch(form, standing(form)))
        for form in Form
        if form in forms and form is not Form.NONE
    )


def _card_entries(
    report: Report, shown: Sequence[Card | Box], lines: Sequence[Line]
) -> tuple[Entry, ...]:
    forms = {card.form for card in shown} | {item.form for item in lines}
    entries = [*form_entries(report, forms, lambda form: _most_exposed(shown, form))]
    for standing, text in (
        (Standing.OWN, "hollow: the person controls it"),
        (Standing.FEARED, "pale: only feared"),
    ):
        ranked = [card.form for card in shown if card.standing is standing]
        if ranked:
            worst = min(ranked, key=lambda form: form.rank)
            entries.append(Entry(26, text, _swatch(worst, standing)))
    return tuple(entries)


def _most_exposed(shown: Sequence[Card | Box], form: Form) -> Standing:
    """How elements of a form are drawn, solid if any is; a form only of flows counts as solid."""
    found = {card.standing for card in shown if card.form is form} or {Standing.EXPOSED}
    return next(item for item in (Standing.EXPOSED, Standing.OWN, Standing.FEARED) if item in found)


def _swatch(form: Form, standing: Standing) -> Callable[[float, float], list[Node]]:
    colours = palette.paint(form, standing)

    def draw(x: float, y: float) -> list[Node]:
        letter = FORM_LETTERS[form]
        feared = standing is Standing.FEARED
        return [
            node(
                "rect",
                x=x + 0.7,
                y=y - 7,
                width=24,
                height=14,
                rx=3,
                fill=colours.fill,
                stroke=colours.line,
                stroke_width=1.8 if standing is not Standing.EXPOSED else 1,
                stroke_dasharray=palette.DASHES[Evidence.HYPOTHETICAL] if feared else None,
                stroke_linecap="round" if feared else None,
            ),
            node(
                "text",
                letter,
                x=x + 12.7,
                y=y + 3.8,
                font_size=10.5,
                font_weight=700,
                text_anchor="middle",
                fill=colours.ink if standing is Standing.EXPOSED else palette.STRONG[form],
            ),
        ]

    return draw


def evidence_entries(used: Collection[Evidence]) -> tuple[Entry, ...]:
    """What each way to draw a line says of how well something is known."""
    return tuple(
        Entry(32, _EVIDENCE_WORDS[evidence], _stroke(evidence))
        for evidence in Evidence
        if evidence in used
    )


def _stroke(evidence: Evidence) -> Callable[[float, float], list[Node]]:
    def draw(x: float, y: float) -> list[Node]:
        return [
            node(
                "path",
                d=f"M{x:.2f} {y:.2f}h32",
                fill="none",
                stroke=palette.MUTED,
                stroke_width=2.4,
                stroke_dasharray=palette.DASHES[evidence],
                stroke_linecap="round" if evidence is Evidence.HYPOTHETICAL else None,
            )
        ]

    return draw


def _threat_entries(threats: Sequence[badges.Badge]) -> tuple[Entry, ...]:
    entries = []
    for severity in Severity:
        if any(item.worst is severity and not item.hypothetical for item in threats):
            pill = badges.Badge(1, severity, False, ())
            entries.append(Entry(pill.width, f"worst is {severity}", _pill(pill)))
    if any(item.hypothetical for item in threats):
        pill = badges.Badge(1, Severity.HIGH, True, ())
        entries.append(Entry(pill.width, "hypothetical", _pill(pill)))
    return tuple(entries)


def flow_entries(lines: Sequence[Line], *, needs: bool) -> tuple[Entry, ...]:
    """What the lines of flows say besides their form: weight, lock, deletion, and needs."""
    entries = []
    if len({item.stroke for item in lines}) > 1:
        entries.append(Entry(26, "heavier: worse", _weights))
    if any(item.holders for item in lines):
        words = "somebody else than the receiver has the key"
        entries.append(Entry(10, words, lambda x, y: [flows.padlock(x, y - 6, palette.MUTED)]))
    bundle = next((item for item in lines if item.is_bundle), None)
    if bundle is not None:
        sign = flows.number_badge
        entries.append(
            Entry(
                bundle.number_width,
                "several, drawn as the worst",
                lambda x, y: [sign(bundle, x, y - 7.5)],
            )
        )
    if any(item.is_deletion for item in lines):
        entries.append(
            Entry(14, "deletion", lambda x, y: [flows.cross(Point(x + 7, y), palette.MUTED)])
        )
    if needs:
        entries.append(Entry(28, "needed for the goal", _need))
    return tuple(entries)


def _need(x: float, y: float) -> list[Node]:
    return [
        node(
            "path",
            d=f"M{x:.2f} {y:.2f}h22",
            stroke=palette.FAINT,
            stroke_width=1,
            stroke_dasharray=flows.NEED_DASHES,
        ),
        flows.ring(Point(x + 24, y)),
    ]


def _weights(x: float, y: float) -> list[Node]:
    return [
        node("path", d=f"M{x:.2f} {y - 3:.2f}h26", stroke=palette.MUTED, stroke_width=1.2),
        node("path", d=f"M{x:.2f} {y + 2:.2f}h26", stroke=palette.MUTED, stroke_width=3.4),
    ]


def _pill(pill: badges.Badge) -> Callable[[float, float], list[Node]]:
    return lambda x, y: [badges.draw_one(pill, x, y - 8)]


def _shape_entries(shown: Sequence[Card]) -> tuple[Entry, ...]:
    kinds: dict[type[Element], Element] = {}
    for card in shown:
        kinds.setdefault(type(card.element), card.element)
    ordered = sorted(kinds.values(), key=cards.kind_order)
    return tuple(Entry(26, element_kind(element), _outline(element)) for element in ordered)


def _box_entries(shown: Sequence[Box]) -> tuple[Entry, ...]:
    entries = []
    for near, words in (
        (False, "folded boundary, with a picture of its inside"),
        (True, "near by, shown in another picture"),
    ):
        if any(box.near is near for box in shown):
            entries.append(Entry(26, words, _stack(near)))
    return tuple(entries)


def _stack(near: bool) -> Callable[[float, float], list[Node]]:
    room = Rect(0, 0, 26 if near else 22, 15 if near else 11)

    def draw(x: float, y: float) -> list[Node]:
        fill, line = (
            (palette.REGION_TINTS[0], palette.FAINT) if near else (palette.PAPER, palette.MUTED)
        )
        plain = palette.Paint(fill, line, palette.INK, "", "")
        at = Rect(x, y - 7.5, room.width, room.height)
        return [*boxes.outline(at, plain, near=near, feared=False, corner=3.0, step=2.0)]

    return draw


def _outline(element: Element) -> Callable[[float, float], list[Node]]:
    colours = palette.Paint(palette.PAPER, palette.MUTED, palette.INK, "", "")
    plain = type(element)(name=element.name)

    def draw(x: float, y: float) -> list[Node]:
        return cards.shape(plain, Rect(x + 0.7, y - 7.5, 25, 15), colours, Standing.EXPOSED)

    return draw

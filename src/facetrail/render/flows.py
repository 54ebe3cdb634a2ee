"""Flows of the map: line, arrow, number, label, lock, and what each says in words."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facetrail.model.kinds import Form
from facetrail.model.words import Evidence, Flow, FlowRole, Person, Sensor
from facetrail.render import badges, palette
from facetrail.render.badges import Badge
from facetrail.render.geometry import Point, Route, Size
from facetrail.render.placing import BADGE, Placed
from facetrail.render.svg import Node, node, tooltip
from facetrail.render.text import ELLIPSIS, balanced, clean, longest_word, width
from facetrail.render.wording import listed, plural, protection
from facetrail.report import Report, Spot

LABEL_LINE = 12.5
NEED_DASHES = "3 2"
_LABEL_WIDTH = 92.0
_LABEL_LINES = 3
_NAMES = 9  # more data than these never fit
_LOCK = 13.0  # width that a padlock adds to a number


@dataclass(frozen=True, slots=True)
class Line:
    """A flow ready to be drawn: its number, the form it carries and its label.

    A line may stand for a bundle of flows that go the same way; `flow` is then the one that
    decides how it is drawn: of those that carry the worst, the best established. `source` and
    `destination` are what it is drawn between. `labels` are
    ways to break the label into lines, the best first; `complete` says that it names everything
    the flow carries; `threats` are the badges that stand beside the number.
    """

    flow: Flow
    bundle: tuple[Flow, ...]
    source: Spot
    destination: Spot
    numbers: tuple[int, ...]
    form: Form
    holders: tuple[str, ...]
    labels: tuple[tuple[str, ...], ...]
    complete: bool
    threats: tuple[Badge, ...]

    @property
    def id(self) -> str:
        """Its id in the drawing."""
        return f"{'g' if self.is_bundle else 'f'}{self.number}"

    @property
    def number(self) -> int:
        """The number of its flow, or of the first of several."""
        return self.numbers[0]

    @property
    def is_bundle(self) -> bool:
        """Whether it stands for several flows."""
        return len(self.bundle) > 1

    @property
    def mark(self) -> str:
        """What stands on it: the number of its flow, or how many there are."""
        return plural(len(self.bundle), "flow") if self.is_bundle else str(self.number)

    @property
    def colour(self) -> str:
        """The colour of line and number."""
        return palette.STRONG[self.form]

    @property
    def stroke(self) -> float:
        """The width of the line."""
        return 1.2 if self.is_deletion else palette.FLOW_WIDTHS[self.form]

    @property
    def is_deletion(self) -> bool:
        """Whether it asks for deletion instead of carrying data."""
        return self.flow.role is FlowRole.DELETION

    @property
    def number_width(self) -> float:
        """The width of its number and lock."""
        digits = max(0, len(self.mark) - 2) * 6
        if self.is_bundle:
            digits = math.ceil(width(self.mark, palette.TEXT_SIZE, bold=True)) - 8
        return BADGE.width + digits + (_LOCK if self.holders else 0)

    @property
    def badge(self) -> Size:
        """The room of its number, lock and threats."""
        threats = sum(badge.width + 2 for badge in self.threats)
        return Size(self.number_width + threats, BADGE.height)

    @property
    def label_sizes(self) -> tuple[Size, ...]:
        """The room of its label, for each way to break it."""
        return tuple(
            Size(
                math.ceil(max(width(text, palette.TEXT_SIZE) for text in label)) + 1,
                LABEL_LINE * len(label),
            )
            for label in self.labels
        )


def line(
    report: Report, bundle: Sequence[Flow], between: tuple[Spot, Spot], threats: tuple[Badge, ...]
) -> Line:
    """The flows that share a line as the map shows them, with the badges of the threats on them.

    A bundle counts as locked only where all of it is.
    """
    flow = min(bundle, key=lambda item: (form_of(report, item).rank, item.evidence.rank))
    locks = [report.foreign_locks.get(item.name, ()) for item in bundle]
    text, complete = _label(report, bundle)
    narrow = max(longest_word(text, palette.TEXT_SIZE), 0.6 * _LABEL_WIDTH)
    ways = (_broken(text), _broken(text, min(narrow, _LABEL_WIDTH)))
    whole = [way for way in ways if not way[-1].endswith(ELLIPSIS)]
    return Line(
        flow,
        tuple(bundle),
        *between,
        tuple(report.graph.number(item.name) for item in bundle),
        form_of(report, flow),
        tuple(dict.fromkeys(name for lock in locks for name in lock)) if all(locks) else (),
        tuple(dict.fromkeys(whole)) or ways[:1],
        complete,
        threats,
    )


def form_of(report: Report, flow: Flow) -> Form:
    """What the flow carries; a capture carries what begins at the sensor."""
    form = report.flow_forms.get(flow.name, Form.NONE)
    if flow.data or not _is_capture(report, flow):
        return form
    begun = [item for item in report.graph.system.data if item.origin == flow.destination]
    return min([form, *(item.kind.traits.form for item in begun)], key=lambda item: item.rank)


def payload(report: Report, bundle: Iterable[Flow]) -> tuple[str, ...]:
    """Names of what some flows carry, the worst first."""

    def rank(name: str) -> int:
        datum = report.graph.data.get(name)
        return datum.kind.traits.form.rank if datum else len(Form)

    return tuple(sorted(dict.fromkeys(name for flow in bundle for name in flow.data), key=rank))


def degrees(bundle: Iterable[Flow]) -> str:
    """How well some flows are known, in words, the best established first."""
    found = {flow.evidence for flow in bundle}
    return listed(degree for degree in Evidence if degree in found)


def described(report: Report, item: Line) -> str:
    """The whole of what the line shows, in words, for those who do not see it."""
    flow = item.flow
    carries = ", ".join(payload(report, item.bundle)) or "no data"
    if item.is_deletion:
        carries = f"asks to delete {carries}"
    if item.is_bundle:
        numbers = listed(map(str, item.numbers))
        where = f"{item.source.name} → {item.destination.name}"
        return f"{item.mark}, {where}, numbers {numbers}. {carries}. known: {degrees(item.bundle)}"
    parts = [
        f"{item.number}. {flow.name}: {flow.source} → {flow.destination}",
        carries,
        protection(flow),
        f"locked, key held by {', '.join(item.holders)}" if item.holders else "",
        f"purpose: {flow.purpose}" if flow.purpose else "",
        "feared, not evidenced"
        if flow.evidence is Evidence.HYPOTHETICAL
        else f"known: {flow.evidence}",
        flow.description,
    ]
    return ". ".join(part.rstrip(".") for part in parts if part)


def draw_line(item: Line, route: Route, *, id: str, title: str) -> Node:
    """The line and its arrow, on a white casing that lets it pass over others."""
    feared = item.flow.evidence is Evidence.HYPOTHETICAL
    path = _path(route, item.stroke)
    kind = "bundle" if item.is_bundle else "flow"
    name = None if item.is_bundle else clean(item.flow.name)
    return node(
        "g",
        tooltip(title),
        node(
            "path",
            d=path,
            fill="none",
            stroke=palette.PAPER,
            stroke_width=item.stroke + 3,
            stroke_opacity=0.8,
        ),
        node(
            "path",
            d=path,
            fill="none",
            class_="line",
            stroke=item.colour,
            stroke_width=item.stroke,
            stroke_dasharray=palette.DASHES[item.flow.evidence],
            stroke_linecap="round" if feared else None,
            stroke_opacity=0.8 if feared else None,
        ),
        None if item.is_deletion else _arrow(route, item),
        id=id,
        class_=f"{kind} form-{item.form} {item.flow.evidence} {item.flow.role}",
        data_flow=" ".join(map(str, item.numbers)),
        data_name=name,
    )


def draw_need(route: Route, *, id: str, title: str) -> Node:
    """A thin line to a goal from what it requires; no data go along it."""
    return node(
        "g",
        tooltip(title),
        node(
            "path",
            d=_path(route, 1.0),
            fill="none",
            stroke=palette.FAINT,
            stroke_width=1,
            stroke_dasharray=NEED_DASHES,
        ),
        ring(route.tip),
        id=id,
        class_="need",
    )


def ring(tip: Point) -> Node:
    """The end of a line to a goal."""
    return node(
        "circle",
        cx=tip.x,
        cy=tip.y,
        r=3,
        fill=palette.PAPER,
        stroke=palette.FAINT,
        stroke_width=1.2,
    )


def draw_label(item: Line, route: Route, placed: Placed, *, title: str) -> Node:
    """The number on the line with its lock and threats, the label beside it, and the cross that
    ends a deletion."""
    size, badge = item.badge, placed.badge
    left, top = badge.x - size.width / 2, badge.y - size.height / 2
    return node(
        "g",
        tooltip(title),
        cross(_before(route, 14.0), item.colour) if item.is_deletion else None,
        *_label_texts(item, placed),
        number_badge(item, left, top),
        *badges.draw(item.threats, left + size.width, badge.y - badges.HEIGHT / 2),
        class_="flow-label",
        data_flow=" ".join(map(str, item.numbers)),
    )


def number_badge(item: Line, x: float, y: float) -> Node:
    """The number of a flow in its colour; hollow for a deletion and for what is only feared."""
    wide = item.number_width
    hollow = item.is_deletion or item.flow.evidence is Evidence.HYPOTHETICAL
    ink = item.colour if hollow else palette.PAPER
    return node(
        "g",
        node(
            "rect",
            x=x,
            y=y,
            width=wide,
            height=BADGE.height,
            rx=4,
            fill=palette.PAPER if hollow else item.colour,
            stroke=item.colour if hollow else palette.PAPER,
            stroke_width=1.2,
            stroke_dasharray="1.5 2" if hollow and not item.is_deletion else None,
        ),
        node(
            "text",
            item.mark,
            x=x + (wide - (_LOCK if item.holders else 0)) / 2 + (1 if item.holders else 0),
            y=y + 11.2,
            font_size=palette.TEXT_SIZE,
            font_weight=700,
            text_anchor="middle",
            fill=ink,
        ),
        padlock(x + wide - _LOCK, y + 2.2, ink) if item.holders else None,
        class_="number",
    )


def padlock(x: float, y: float, colour: str) -> Node:
    """A closed padlock, 9 wide and 10.5 high."""
    shackle = f"M{x + 2:.2f} {y + 4.8:.2f}v-1.8a2.5 2.5 0 0 1 5 0v1.8"
    return node(
        "g",
        node("path", d=shackle, fill="none", stroke=colour, stroke_width=1.5),
        node("rect", x=x, y=y + 4.5, width=9, height=6, rx=1.2, fill=colour),
        class_="lock",
    )


def _is_capture(report: Report, flow: Flow) -> bool:
    elements = report.graph.elements
    person, sensor = elements[flow.source], elements[flow.destination]
    return isinstance(person, Person) and isinstance(sensor, Sensor)


def _label(report: Report, bundle: Sequence[Flow]) -> tuple[str, bool]:
    """What the label says, and whether that is everything."""
    names = payload(report, bundle)
    if not names:
        text = "; ".join(flow.name for flow in bundle)
        return text, not _broken(text)[-1].endswith(ELLIPSIS)
    lead = "delete " if bundle[0].role is FlowRole.DELETION else ""
    for kept in range(min(len(names), _NAMES), 0, -1):
        left = len(names) - kept
        text = lead + ", ".join(names[:kept]) + (f" +{left}" if left else "")
        if not _broken(text)[-1].endswith(ELLIPSIS):
            return text, not left
    return lead + names[0], False


def _broken(text: str, limit: float = _LABEL_WIDTH) -> tuple[str, ...]:
    return balanced(text, palette.TEXT_SIZE, limit, lines=_LABEL_LINES)


def _label_texts(item: Line, placed: Placed) -> Sequence[Node]:
    """The lines of a label, aligned to the side on which the number is."""
    label, badge = placed.label, placed.badge
    if label is None:
        return ()
    if label.x >= badge.x:
        x, anchor = label.x, None
    elif label.right <= badge.x:
        x, anchor = label.right, "end"
    else:
        x, anchor = label.center.x, "middle"
    feared = item.flow.evidence is Evidence.HYPOTHETICAL
    return [
        node(
            "text",
            text,
            x=x,
            y=label.y + LABEL_LINE * (row + 1) - 3,
            font_size=palette.TEXT_SIZE,
            text_anchor=anchor,
            fill=palette.MUTED if feared else palette.INK,
            font_style="italic" if feared else None,
            class_="label",
            stroke=palette.PAPER,
            stroke_width=3,
            stroke_linejoin="round",
            paint_order="stroke",
        )
        for row, text in enumerate(item.labels[placed.variant])
    ]


def _path(route: Route, stroke: float) -> str:
    first, *rest = route.curve
    end = rest[-1]
    pairs = [f"{point.x:.2f} {point.y:.2f}" for point in rest]
    start = f"M{first.x:.2f} {first.y:.2f}C{' '.join(pairs)}"
    # into the arrow, so that no gap shows, but not so far that a heavy line blunts its tip
    reach = max(0.0, math.hypot(route.tip.x - end.x, route.tip.y - end.y) - 2 * stroke) / 2
    into = _towards(end, route.tip, reach)
    return f"{start}L{into.x:.2f} {into.y:.2f}"


def _arrow(route: Route, item: Line) -> Node:
    length = 7.0 + 1.3 * item.stroke
    half = 3.0 + 0.8 * item.stroke
    tip = route.tip
    start = _before(route, length)
    distance = math.hypot(tip.x - start.x, tip.y - start.y) or 1.0
    dx, dy = (tip.x - start.x) / distance, (tip.y - start.y) / distance
    back = Point(tip.x - dx * length, tip.y - dy * length)
    corners = (
        tip,
        Point(back.x - dy * half, back.y + dx * half),
        Point(back.x + dy * half, back.y - dx * half),
    )
    return node(
        "polygon",
        points=" ".join(f"{point.x:.2f},{point.y:.2f}" for point in corners),
        fill=item.colour,
        class_="arrow",
    )


def cross(middle: Point, colour: str) -> Node:
    """The cross at the end of a deletion, 13 wide."""
    x, y, arm = middle.x, middle.y, 3.2
    path = (
        f"M{x - arm:.2f} {y - arm:.2f}L{x + arm:.2f} {y + arm:.2f}"
        f"M{x - arm:.2f} {y + arm:.2f}L{x + arm:.2f} {y - arm:.2f}"
    )
    return node(
        "g",
        node("circle", cx=x, cy=y, r=6.5, fill=palette.PAPER, stroke=colour, stroke_width=1.2),
        node("path", d=path, fill="none", stroke=colour, stroke_width=1.8),
        class_="cross",
    )


def _before(route: Route, distance: float) -> Point:
    """The point of a line from which its tip is `distance` away."""
    tip = route.tip
    return next(
        (
            point
            for point in reversed([*route.along(32)])
            if math.hypot(tip.x - point.x, tip.y - point.y) >= distance
        ),
        route.curve[0],
    )


def _towards(start: Point, end: Point, distance: float) -> Point:
    length = math.hypot(end.x - start.x, end.y - start.y)
    if length == 0:
        return start
    share = distance / length
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)

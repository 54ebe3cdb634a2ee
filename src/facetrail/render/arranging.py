"""Lays a system out in several ways and keeps the one that is easiest to read.

Easy to read means, in this order: large text when the picture fills a report's column or a slide,
no label left out or covered, few crossing lines. The judgement is a sum, so it is the same on
every machine.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations, pairwise, product

from facetrail.errors import CannotRun
from facetrail.model.kinds import Form
from facetrail.render import badges, folding
from facetrail.render.flows import Line
from facetrail.render.folded import of_the_inside
from facetrail.render.folding import LABELLED_FLOWS
from facetrail.render.geometry import Layout, Point, Rect, Size, bounds
from facetrail.render.layout import (
    Box,
    Direction,
    Drawing,
    Engine,
    Link,
    Region,
    embedded_engine,
    lay_out,
)
from facetrail.render.palette import Standing
from facetrail.render.placing import Lines, Placed, Wish, box_at, clearest, place
from facetrail.render.scene import Frame, Scene, scene
from facetrail.report import PlaceKind, Report, Spot

NUMBERED_FLOWS = 100
"""With more flows, the engine makes no room for their numbers: it would not finish."""

CROWDED = 30.0
"""A label that clashes more than this is left out of the picture."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to ask for a layout: which way flows run, the share of their width that labels get
    as room of their own (None: numbers only), whether a deletion says what comes after what, and
    whether an element where data end stands clear of the boundary that they come from."""

    direction: Direction
    labels: float | None
    deletions_guide: bool
    ends_apart: bool


@dataclass(frozen=True, slots=True)
class Arranged:
    """A scene with everything in its place."""

    scene: Scene
    layout: Layout
    headings: Mapping[str, Rect]
    placed: Mapping[str, Placed]

    @property
    def extent(self) -> Rect:
        """The room that all of it takes: a number or a label can stand beyond what was laid out."""
        size, lines = self.layout.size, self.scene.lines
        labels = [found.label for found in self.placed.values() if found.label is not None]
        numbers = [box_at(found.badge, lines[id].badge) for id, found in self.placed.items()]
        return bounds([Rect(0, 0, size.width, size.height), *labels, *numbers])

    @property
    def unexplained(self) -> list[Line]:
        """The flows of which the labels do not say everything."""
        return [
            item
            for id, item in self.scene.lines.items()
            if (self.placed[id].label is None or not item.complete) and not self.scene.recedes(id)
        ]


def arrange(report: Report, engine: Engine | None = None) -> Arranged:
    """The report's system, laid out in the most promising of several ways, as an overview where
    it is large.

    Raises CannotRun when no way gives a complete layout.
    """
    cut = folding.overview(report.graph)
    return arrange_scene(scene(report, cut, folding.names(cut)), engine)


def arrange_scene(measured: Scene, engine: Engine | None = None) -> Arranged:
    """A scene, laid out in the most promising of several ways. Raises CannotRun."""
    run = engine or embedded_engine()
    found: list[Layout] = []
    failures: list[CannotRun] = []
    for drawing in dict.fromkeys(_drawing(measured, way) for way in _ways(measured)):
        try:
            found.append(lay_out(drawing, engine=run))
        except CannotRun as failure:
            failures.append(failure)
        else:
            if found[-1].rung > 0:  # the engine is at its limit: do not try it any further
                break
    if not found:
        raise failures[0]
    return _arranged(measured, min(found, key=_effort))


def insides(arranged: Arranged) -> Iterator[Arranged]:
    """For an overview that is laid out, the inside of each of its boxes. Raises CannotRun."""
    whole = arranged.scene
    for cut in folding.insides(whole.cut):
        yield arrange_scene(scene(of_the_inside(whole.report, cut), cut, whole.slugs))


def bulk(size: Size) -> float:
    """How much a picture must be shrunk to fill a column of a report and a 16:9 slide; 1 fits."""
    column = size.width / 1100
    slide = max(column, size.height / 619)
    return 0.5 * max(1.0, column) + 0.5 * max(1.0, slide)


def _effort(layout: Layout) -> float:
    """How hard a layout will be to read: its picture is shrunk, and its lines cross."""
    around = Size(layout.size.width + 48, layout.size.height + 190)  # heading, legend and margins
    return bulk(around) + 0.012 * _crossings(layout)


def _ways(measured: Scene) -> list[Way]:
    lines = measured.lines
    if len(lines) > LABELLED_FLOWS:
        return [Way("LR", None, True, False), Way("TB", None, True, False)]
    asked: list[tuple[Direction, float | None]] = [("LR", 0.6), ("TB", 1.0)]
    deletes = any(item.is_deletion for item in lines.values())
    guides = (True, False) if deletes else (True,)
    return [
        Way(direction, labels, guide, apart)
        for (direction, labels), guide, apart in product(asked, guides, (True, False))
    ]


def _drawing(measured: Scene, way: Way) -> Drawing:
    regions = {frame.boundary.name: id for id, frame in measured.frames.items()}
    places = measured.places
    around = {id: card.element.boundary for id, card in measured.cards.items()}
    around |= {id: _parent(measured, box.spot) for id, box in measured.boxes.items()}
    sizes = {id: card.size for id, card in measured.cards.items()}
    sizes |= {id: box.size for id, box in measured.boxes.items()}
    back = _going_back(measured) if measured.boxes else ()
    going_on = {item.source for item in measured.lines.values()}
    numbered = len(measured.lines) <= NUMBERED_FLOWS
    return Drawing(
        boxes=tuple(Box(id, size, regions.get(around[id] or "")) for id, size in sizes.items()),
        regions=tuple(
            Region(id, frame.header, regions.get(frame.boundary.parent or ""))
            for id, frame in measured.frames.items()
        ),
        links=tuple(
            Link(
                id,
                places[item.source],
                places[item.destination],
                _room(item, way) if numbered else None,
                weight=4 if item.form is Form.RAW else 1,
                length=2 if way.ends_apart and _leaves(measured, item, going_on) else 1,
                guides=way.deletions_guide or not item.is_deletion,
                back=id in back,
            )
            for id, item in measured.lines.items()
        )
        + tuple(
            Link(id, places[element], places[goal])
            for id, (element, goal) in measured.needs.items()
        ),
        direction=way.direction,
        gap=20.0,
        step=30.0 if way.labels is None else 14.0,
    )


def _going_back(measured: Scene) -> Set[str]:
    """Lines to the person, and those that carry less than another the other way: among boxes
    everything answers everything, and only the worst should say what comes after what."""
    lines = measured.lines
    heaviest: dict[tuple[Spot, Spot], tuple[int, int]] = {}
    for item in lines.values():
        ends = (item.source, item.destination)
        weight = (item.form.rank, item.number)
        heaviest[ends] = min(weight, heaviest.get(ends, weight))
    own = {
        Spot(PlaceKind.ELEMENT, card.element.name)
        for card in measured.cards.values()
        if card.standing is Standing.OWN
    }
    return {
        id
        for id, item in lines.items()
        if (item.destination in own and item.source not in own)
        or heaviest[item.source, item.destination]
        > heaviest.get((item.destination, item.source), (len(Form), 0))
    }


def _parent(measured: Scene, spot: Spot) -> str | None:
    """The boundary around a box; what is only near by stands outside of all."""
    if measured.cut.is_around(spot):
        return None
    return measured.report.graph.boundaries[spot.name].parent


def _leaves(measured: Scene, item: Line, going_on: Set[Spot]) -> bool:
    """Whether a flow leaves every boundary of its source for an element where data end."""
    graph = measured.report.graph
    outermost = graph.boundary_path(item.flow.source)[:1]
    return (
        item.destination not in going_on
        and bool(outermost)
        and graph.boundary_path(item.flow.destination)[:1] != outermost
    )


def _room(item: Line, way: Way) -> Size:
    """The room that the engine should leave for a flow's number and label."""
    if way.labels is None:
        return item.badge
    label = item.label_sizes[0]
    if way.direction == "TB":
        return Size(label.width + item.badge.width / 2 + 6, max(label.height, item.badge.height))
    return Size(way.labels * label.width + 6, label.height + 6)


def _arranged(measured: Scene, layout: Layout) -> Arranged:
    """Headings and labels where they cover least; labels that would cover much are left out."""
    lines = Lines(layout.routes)
    headings = {
        id: clearest(lines, _heading_places(measured.frames[id], rect))
        for id, rect in layout.regions.items()
    }
    labelled = len(measured.lines) <= _most_labels(measured)
    wishes = [
        Wish(id, item.badge, item.label_sizes if labelled else ())
        for id, item in measured.lines.items()
    ]
    taken = [*(rect.grown(3) for rect in layout.boxes.values()), *headings.values()]
    taken += [
        badges.room(threats, rect)
        for id, rect in layout.boxes.items()
        if (threats := measured.threats_at(id))
    ]
    if len(measured.lines) > LABELLED_FLOWS:  # the engine has left no room for labels
        taken += _outside(layout.size)
    borders = [*layout.regions.values()]
    placed = place(layout.routes, wishes, taken=taken, borders=borders)
    crowded = {
        id for id, found in placed.items() if found.label is not None and found.clash >= CROWDED
    }
    if crowded:
        fewer = [
            Wish(wish.flow, wish.badge, () if wish.flow in crowded else wish.labels)
            for wish in wishes
        ]
        placed = place(layout.routes, fewer, taken=taken, borders=borders)
    return Arranged(measured, layout, headings, placed)


def _outside(size: Size) -> list[Rect]:
    """What lies around a drawing, as far as a label could reach."""
    wide, high, far = size.width, size.height, 400.0
    return [
        Rect(-far, -far, far, high + 2 * far),
        Rect(wide, -far, far, high + 2 * far),
        Rect(0, -far, wide, far),
        Rect(0, high, wide, far),
    ]


def _most_labels(measured: Scene) -> int:
    """With how many lines labels are still tried: boxes are few, and leave room between them."""
    return NUMBERED_FLOWS if measured.boxes else LABELLED_FLOWS


def _heading_places(frame: Frame, rect: Rect) -> Sequence[Rect]:
    """Where the heading of a region may stand: at its left, or further right."""
    size = frame.header
    spare = max(0.0, rect.width - size.width - 22)
    return [
        Rect(rect.x + 11 + spare * share, rect.y + 6, size.width, size.height)
        for share in (0.0, 0.25, 0.5, 0.75, 1.0)
    ]


def _crossings(layout: Layout) -> int:
    """How often lines cross each other; not counted where there are very many."""
    if len(layout.routes) > NUMBERED_FLOWS:
        return 0
    chains = [[*route.along(4)] for route in layout.routes.values()]
    boxes = [bounds(Rect(point.x, point.y, 1, 1) for point in chain) for chain in chains]
    return sum(
        _cross(a, b, c, d)
        for (one, around), (other, near) in combinations(zip(chains, boxes, strict=True), 2)
        if around.overlap(near) > 0
        for a, b in pairwise(one)
        for c, d in pairwise(other)
    )


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the stretch from a to b crosses that from c to d."""
    if max(a.x, b.x) < min(c.x, d.x) or max(c.x, d.x) < min(a.x, b.x):
        return False
    if max(a.y, b.y) < min(c.y, d.y) or max(c.y, d.y) < min(a.y, b.y):
        return False
    return _are_apart(a, b, c, d) and _are_apart(c, d, a, b)


def _are_apart(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the straight line through a and b runs between c and d."""
    along_x, along_y = b.x - a.x, b.y - a.y
    side = along_x * (c.y - a.y) - along_y * (c.x - a.x)
    return side * (along_x * (d.y - a.y) - along_y * (d.x - a.x)) < 0

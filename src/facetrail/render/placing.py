"""Where the number and the label of each flow go, once the lines are fixed.

The engine reserves room for labels, but lets other lines cross it. Each label is therefore tried
at several places along its own line, and goes where it covers the least.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from facetrail.render.geometry import Point, Rect, Route, Size

BADGE = Size(18.0, 15.0)

_FRACTIONS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9)
_CELL = 24.0
_GAP = 3.0

_Edges = tuple[float, float, float, float]  # left, top, right, bottom: quicker to compare


@dataclass(frozen=True, slots=True)
class Placed:
    """The middle of a flow's number, the room of its label, if there was any, and which of the
    ways to break it fits; `clash` is how much they cover."""

    badge: Point
    label: Rect | None
    variant: int
    clash: float


@dataclass(frozen=True, slots=True)
class Wish:
    """A flow that wants a number of a size, and a label of one of several others."""

    flow: str
    badge: Size
    labels: tuple[Size, ...]


class Lines:
    """Points of all lines, to be looked up by rectangle."""

    def __init__(self, routes: Mapping[str, Route]) -> None:
        """Sorts points of every route, 5 apart, into cells."""
        self.points = {name: evenly(route, 5.0) for name, route in routes.items()}
        self._cells: dict[tuple[int, int], list[tuple[float, float, str]]] = defaultdict(list)
        for name, points in self.points.items():
            for point in points:
                cell = int(point.x // _CELL), int(point.y // _CELL)
                self._cells[cell].append((point.x, point.y, name))

    def inside(self, rect: Rect) -> list[str]:
        """The line of every point in the rectangle."""
        left, top, right, bottom = _edges(rect)
        return [
            name
            for column in range(int(left // _CELL), int(right // _CELL) + 1)
            for row in range(int(top // _CELL), int(bottom // _CELL) + 1)
            for x, y, name in self._cells.get((column, row), ())
            if left <= x <= right and top <= y <= bottom
        ]


def evenly(route: Route, distance: float) -> list[Point]:
    """Points along a line, about `distance` apart, with both ends."""
    points = [*route.along(8), route.tip]
    kept = [points[0]]
    for point in points[1:]:
        start = kept[-1]
        length = math.hypot(point.x - start.x, point.y - start.y)
        for step in range(1, int(length // distance) + 1):
            share = step * distance / length
            kept.append(
                Point(start.x + (point.x - start.x) * share, start.y + (point.y - start.y) * share)
            )
    if kept[-1] != points[-1]:
        kept.append(points[-1])
    return kept


def place(
    routes: Mapping[str, Route],
    wishes: Sequence[Wish],
    *,
    taken: Sequence[Rect],
    borders: Sequence[Rect],
) -> Mapping[str, Placed]:
    """A place for every wish, clear of the rectangles `taken` and of the outlines of `borders`
    where that is possible."""
    lines = Lines(routes)
    covered = [_edges(rect) for rect in taken]
    outlines = [_edges(rect) for rect in borders]
    done: dict[str, Placed] = {}
    widest_first = sorted(
        wishes, key=lambda wish: -max((size.width for size in wish.labels), default=0)
    )
    for wish in widest_first:
        found = _best(routes[wish.flow], wish, covered, outlines, lines)
        covered.append(_edges(box_at(found.badge, wish.badge)))
        if found.label is not None:
            covered.append(_edges(found.label))
        done[wish.flow] = found
    return done


def clearest(lines: Lines, places: Sequence[Rect]) -> Rect:
    """The place that the fewest lines cross; the first of equals."""
    return min(places, key=lambda rect: len(lines.inside(rect)))


def _best(
    route: Route,
    wish: Wish,
    covered: Sequence[_Edges],
    outlines: Sequence[_Edges],
    lines: Lines,
) -> Placed:
    points = lines.points[wish.flow]
    best: Placed | None = None
    least = math.inf
    for fraction in _FRACTIONS:
        at = points[round(fraction * (len(points) - 1))]
        badge = box_at(at, wish.badge)
        badge_cost = 6.0 * abs(fraction - 0.5)
        around = badge.grown(1.5)
        badge_cost += _clash(around, covered, lines, wish.flow, own=0.0, limit=least - badge_cost)
        if badge_cost >= least:
            continue  # with any label it costs more still
        if not wish.labels:
            best, least = Placed(at, None, 0, badge_cost), badge_cost
        for variant, size in enumerate(wish.labels):
            for order, label in enumerate(_around_badge(badge, size)):
                cost = badge_cost + 0.4 * order + 2.0 * variant
                if cost >= least:
                    break  # the others cost more still
                cost += 8.0 * _outlines_through(label, outlines)
                if route.label is not None:
                    room = label.center
                    cost += 0.03 * math.hypot(room.x - route.label.x, room.y - route.label.y)
                if cost < least:
                    cost += _clash(label, covered, lines, wish.flow, own=4.0, limit=least - cost)
                if cost < least:
                    best, least = Placed(at, label, variant, cost), cost
    assert best is not None
    return best


def _edges(rect: Rect) -> _Edges:
    return rect.x, rect.y, rect.right, rect.bottom


def _clash(
    rect: Rect,
    covered: Sequence[_Edges],
    lines: Lines,
    flow: str,
    *,
    own: float,
    limit: float,
) -> float:
    """How much a rectangle covers; from 100 upwards it covers a box or another label. Lines are
    not counted where boxes and labels reach the limit."""
    left, top, right, bottom = _edges(rect)
    cost = 0.0
    for x, y, end, foot in covered:
        if x < right and end > left and y < bottom and foot > top:
            area = (min(end, right) - max(x, left)) * (min(foot, bottom) - max(y, top))
            cost = max(cost, 100.0) + area
    for name in lines.inside(rect) if cost < limit else ():
        cost += own if name == flow else 5.0
    return cost


def _outlines_through(rect: Rect, outlines: Sequence[_Edges]) -> int:
    """How many outlines run through the rectangle."""
    left, top, right, bottom = _edges(rect)
    return sum(
        x < right
        and end > left
        and y < bottom
        and foot > top
        and not (x + 2 <= left and right <= end - 2 and y + 2 <= top and bottom <= foot - 2)
        for x, y, end, foot in outlines
    )


def box_at(point: Point, size: Size) -> Rect:
    """A rectangle of a size with its middle at a point."""
    return Rect(point.x - size.width / 2, point.y - size.height / 2, size.width, size.height)


def _around_badge(badge: Rect, size: Size) -> Iterator[Rect]:
    """Places for a label: right, left, above, below, and at the corners."""
    middle = badge.center
    right, left = badge.right + _GAP, badge.x - _GAP - size.width
    above, below = badge.y - _GAP - size.height, badge.bottom + _GAP
    level, centered = middle.y - size.height / 2, middle.x - size.width / 2
    for x, y in (
        (right, level),
        (left, level),
        (centered, above),
        (centered, below),
        (right, above + size.height / 2),
        (right, below - size.height / 2),
        (left, above + size.height / 2),
        (left, below - size.height / 2),
        (badge.x, above),
        (badge.x, below),
        (badge.right - size.width, above),
        (badge.right - size.width, below),
    ):
        yield Rect(x, y, size.width, size.height)

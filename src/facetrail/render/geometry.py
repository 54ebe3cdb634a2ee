"""Points, sizes, rectangles and curves of a drawing, in points with y growing downwards."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the drawing."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def center(self) -> Point:
        """The middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def grown(self, by: float) -> "Rect":
        """The rectangle with a margin on every side."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def overlap(self, other: "Rect") -> float:
        """The area that both cover."""
        width = min(self.right, other.right) - max(self.x, other.x)
        height = min(self.bottom, other.bottom) - max(self.y, other.y)
        return width * height if width > 0 and height > 0 else 0.0

    def holds(self, point: Point) -> bool:
        """Whether the point lies inside."""
        return self.x <= point.x <= self.right and self.y <= point.y <= self.bottom


@dataclass(frozen=True, slots=True)
class Route:
    """How a line runs: a chain of cubic Béziers (1 + 3n points), the tip of its arrow, and the
    middle of its label where it has one."""

    curve: tuple[Point, ...]
    tip: Point
    label: Point | None

    def along(self, steps: int = 12) -> Iterator[Point]:
        """Points on the line, `steps` for each Bézier, from its start to its end."""
        yield self.curve[0]
        for start in range(0, len(self.curve) - 1, 3):
            a, b, c, d = self.curve[start : start + 4]
            for step in range(1, steps + 1):
                t = step / steps
                u = 1 - t
                yield Point(
                    u**3 * a.x + 3 * u * u * t * b.x + 3 * u * t * t * c.x + t**3 * d.x,
                    u**3 * a.y + 3 * u * u * t * b.y + 3 * u * t * t * c.y + t**3 * d.y,
                )


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything went; `rung` is how far down the ladder it was found, 0 is best."""

    size: Size
    boxes: Mapping[str, Rect]
    regions: Mapping[str, Rect]
    routes: Mapping[str, Route]
    rung: int = 0


def bounds(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle around all of them, of which there must be one."""
    all_of_them = [*rects]
    left = min(rect.x for rect in all_of_them)
    top = min(rect.y for rect in all_of_them)
    right = max(rect.right for rect in all_of_them)
    return Rect(left, top, right - left, max(rect.bottom for rect in all_of_them) - top)

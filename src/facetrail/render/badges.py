"""Threat counts of the map: how many threats each place has, and how bad the worst is."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from facetrail.render import palette
from facetrail.render.geometry import Rect
from facetrail.render.svg import Node, node, tooltip
from facetrail.render.text import width
from facetrail.report import PlaceKind, Report, Severity, Spot, Threat

HEIGHT = 16.0


@dataclass(frozen=True, slots=True)
class Badge:
    """Some threats at one place; a hypothetical one is drawn hollow."""

    count: int
    worst: Severity
    hypothetical: bool
    titles: tuple[str, ...]

    @property
    def width(self) -> float:
        """How wide it is."""
        return round(20 + width(str(self.count), 10.5, bold=True))

    @property
    def tally(self) -> str:
        """How many it counts, in words."""
        kind = "hypothetical threat" if self.hypothetical else "threat"
        return f"{self.count} {kind}{'s' if self.count > 1 else ''}, worst {self.worst}"

    @property
    def words(self) -> str:
        """What it counts, in words."""
        return f"{self.tally}: {'; '.join(self.titles)}"


def badges_by_place(
    report: Report, home: Callable[[Spot], Spot] = lambda spot: spot
) -> Mapping[Spot, tuple[Badge, ...]]:
    """The badges of every place that has any: established threats first. `home` says what stands
    for a place in a picture that does not show all of them."""
    places: dict[Spot, list[Badge]] = defaultdict(list)
    for threats, hypothetical in ((report.shown, False), (report.feared, True)):
        at: dict[Spot, list[Threat]] = defaultdict(list)
        for threat in threats:
            at[home(place(report, threat.at))].append(threat)
        for spot, found in at.items():
            worst = min((item.severity for item in found), key=lambda item: item.rank)
            titles = tuple(item.title for item in found)
            places[spot].append(Badge(len(found), worst, hypothetical, titles))
    return {spot: tuple(found) for spot, found in places.items()}


def room(badges: Iterable[Badge], box: Rect) -> Rect:
    """Where the badges of an element stand: at the upper right corner of its box."""
    wide = sum(badge.width + 2 for badge in badges)
    return Rect(box.right + 6 - wide, box.y - 9, wide, HEIGHT)


def draw(badges: Iterable[Badge], right: float, top: float) -> list[Node]:
    """Badges side by side, ending at `right`."""
    drawn = []
    for badge in reversed([*badges]):
        drawn.append(draw_one(badge, right - badge.width, top))
        right -= badge.width + 2
    return drawn


def draw_one(badge: Badge, x: float, y: float) -> Node:
    """A pill with a warning sign and a number."""
    fill = palette.PAPER if badge.hypothetical else palette.SEVERITY_FILLS[badge.worst]
    ink = palette.SEVERITY_LINE if badge.hypothetical else palette.SEVERITY_INKS[badge.worst]
    sign = f"M{x + 5:.2f} {y + 11.8:.2f}h8l-4 -7.2z"
    return node(
        "g",
        tooltip(badge.words),
        node(
            "rect",
            x=x - 1.5,
            y=y - 1.5,
            width=badge.width + 3,
            height=HEIGHT + 3,
            rx=9.5,
            fill=palette.PAPER,
        ),
        node(
            "rect",
            x=x,
            y=y,
            width=badge.width,
            height=HEIGHT,
            rx=8,
            fill=fill,
            stroke=palette.SEVERITY_LINE,
            stroke_width=1,
            stroke_dasharray="2 2" if badge.hypothetical else None,
        ),
        node("path", d=sign, fill=ink),
        node(
            "text",
            str(badge.count),
            x=x + 15,
            y=y + 11.8,
            font_size=10.5,
            font_weight=700,
            fill=ink,
        ),
        class_=f"threats severity-{badge.worst}" + (" hypothetical" if badge.hypothetical else ""),
    )


def place(report: Report, spot: Spot) -> Spot:
    """Where a picture shows a place: a party at the boundary of its own with most in it."""
    if spot.kind is PlaceKind.PARTY:
        graph = report.graph
        own = [item.name for item in graph.system.boundaries if item.party == spot.name]
        if own:
            within = Counter(name for item in graph.elements for name in graph.boundary_path(item))
            return Spot(PlaceKind.BOUNDARY, max(own, key=within.__getitem__))
        for element in report.graph.system.elements:
            if element.party == spot.name:
                return Spot(PlaceKind.ELEMENT, element.name)
    return spot

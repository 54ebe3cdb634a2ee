"""What the map shows of a report, measured and with ids of our own, but not yet placed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from facetrail.model.words import Boundary, Evidence, Party, Role
from facetrail.render import badges, boxes, cards, flows, palette
from facetrail.render.badges import Badge
from facetrail.render.boxes import Box
from facetrail.render.cards import Card
from facetrail.render.flows import Line
from facetrail.render.folding import Cut, file, needs
from facetrail.render.geometry import Size
from facetrail.render.text import shorten, width
from facetrail.render.wording import party_words
from facetrail.report import PlaceKind, Report, Spot

_HEADING_LIMIT = 190.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A boundary: its heading, the line below it, and how deep it lies in others (0: outermost)."""

    boundary: Boundary
    own: bool
    feared: bool
    depth: int
    heading: str
    detail: str
    badges: tuple[Badge, ...]

    @property
    def header(self) -> Size:
        """The room of its heading."""
        title = width(self.heading, palette.NAME_SIZE, bold=True)
        threats = sum(badge.width + 2 for badge in self.badges) + (6 if self.badges else 0)
        wide = max(title + threats, width(self.detail, palette.TEXT_SIZE))
        return Size(wide, 31.0 if self.detail else 17.0)


@dataclass(frozen=True, slots=True)
class Focus:
    """What a trail follows: a datum, what it is made from and what is made from it (`data`), and
    the names of everything that these touch; `slug` is the datum's name for files and ids."""

    datum: str
    slug: str
    data: frozenset[str]
    elements: frozenset[str]
    boundaries: frozenset[str]
    flows: frozenset[str]


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that will be drawn; keys are e1…, b1…, f1…, g1… (bundles of flows) and n1… in the
    order of declaration.

    `needs` are pairs of element and goal: the goal requires the element, and no flow leads to it.
    What a `focus` leaves out recedes. `slugs` are those of the insides of boxes.
    """

    report: Report
    cut: Cut
    slugs: Mapping[str, str]
    cards: Mapping[str, Card]
    boxes: Mapping[str, Box]
    frames: Mapping[str, Frame]
    lines: Mapping[str, Line]
    needs: Mapping[str, tuple[Spot, Spot]]
    threats: Mapping[Spot, tuple[Badge, ...]]
    focus: Focus | None = None

    @property
    def prefix(self) -> str:
        """What every id in the picture starts with, so that pictures can share a page."""
        if self.focus is not None:
            return f"trail-{self.focus.slug}-"
        return "exposure-" if self.cut.within is None else f"box-{self.slugs[self.cut.within]}-"

    @property
    def places(self) -> Mapping[Spot, str]:
        """The id of every element and box."""
        found = {Spot(PlaceKind.ELEMENT, card.element.name): id for id, card in self.cards.items()}
        return found | {box.spot: id for id, box in self.boxes.items()}

    def recedes(self, id: str) -> bool:
        """Whether something is drawn pale, because the focus does not touch it."""
        if self.focus is None:
            return False
        if id in self.cards:
            return self.cards[id].element.name not in self.focus.elements
        if id in self.frames:
            return self.frames[id].boundary.name not in self.focus.boundaries
        return id in self.needs or (
            id in self.lines and self.lines[id].flow.name not in self.focus.flows
        )

    def threats_at(self, id: str) -> tuple[Badge, ...]:
        """The threat counts of an element or a box, by its id here."""
        if id in self.boxes:
            return self.threats.get(self.boxes[id].spot, ())
        return self.threats.get(Spot(PlaceKind.ELEMENT, self.cards[id].element.name), ())

    @property
    def all_badges(self) -> tuple[Badge, ...]:
        """Every threat count, wherever it stands."""
        return tuple(badge for found in self.threats.values() for badge in found)

    @property
    def placeless(self) -> int:
        """How many threats stand at something that the map does not show."""
        places = {*self.places}
        places |= {Spot(PlaceKind.BOUNDARY, item.boundary.name) for item in self.frames.values()}
        places |= {Spot(PlaceKind.FLOW, item.bundle[0].name) for item in self.lines.values()}
        return sum(
            badge.count
            for spot, found in self.threats.items()
            if spot not in places
            for badge in found
        )


def scene(report: Report, cut: Cut, slugs: Mapping[str, str], focus: Focus | None = None) -> Scene:
    """The scene of what a cut shows of a report; `slugs` are those of the insides of boxes."""
    graph = report.graph
    threats = badges.badges_by_place(report, cut.home)
    elements = {item.name: f"e{index}" for index, item in enumerate(graph.system.elements, 1)}
    boundaries = {item.name: f"b{index}" for index, item in enumerate(graph.system.boundaries, 1)}
    ids = {
        spot: (elements if spot.kind is PlaceKind.ELEMENT else boundaries)[spot.name]
        for spot in cut.spots
    }
    lines = (
        flows.line(
            report,
            bundle,
            cut.ends(bundle[0]),
            threats.get(Spot(PlaceKind.FLOW, bundle[0].name), ()),
        )
        for bundle in cut.bundles
    )
    return Scene(
        report,
        cut,
        slugs,
        {
            id: cards.card(report, graph.elements[spot.name])
            for spot, id in ids.items()
            if not cut.is_box(spot)
        },
        {
            id: boxes.box(report, cut, spot, _file(cut, spot, slugs))
            for spot, id in ids.items()
            if cut.is_box(spot)
        },
        {boundaries[name]: _frame(report, graph.boundaries[name], threats) for name in cut.frames},
        {item.id: item for item in lines},
        {f"n{index}": pair for index, pair in enumerate(_needs(cut), 1)},
        threats,
        focus,
    )


def _needs(cut: Cut) -> Iterator[tuple[Spot, Spot]]:
    """What goals require that no flow leads to; else they would stand alone in the drawing."""
    pairs = (
        (cut.homes[element], cut.homes[goal])
        for element, goal in needs(cut.graph)
        if element in cut.homes and goal in cut.homes
    )
    for one, goal in dict.fromkeys(pairs):
        if one != goal and not (cut.is_around(one) and cut.is_around(goal)):
            yield one, goal


def _file(cut: Cut, spot: Spot, slugs: Mapping[str, str]) -> str:
    """The picture that shows an element or the inside of a boundary."""
    is_element = spot.kind is PlaceKind.ELEMENT
    path = cut.tree.around(spot.name) if is_element else cut.tree.paths[spot.name]
    return file(next((slugs[name] for name in reversed(path) if name in slugs), ""))


def _frame(report: Report, boundary: Boundary, threats: Mapping[Spot, tuple[Badge, ...]]) -> Frame:
    graph = report.graph
    party = graph.parties[boundary.party] if boundary.party else None
    own = _is_own(report, boundary)
    detail = ""
    if own and party is not None:
        detail = "controlled by the person"
    elif party is not None and party != _party_around(report, boundary):
        detail = party_words(party)
    inside = [
        item for item in graph.system.elements if boundary.name in graph.boundary_path(item.name)
    ]
    return Frame(
        boundary,
        own,
        bool(inside) and all(item.evidence is Evidence.HYPOTHETICAL for item in inside),
        _depth(report, boundary),
        shorten(boundary.name, palette.NAME_SIZE, _HEADING_LIMIT, bold=True),
        shorten(detail, palette.TEXT_SIZE, _HEADING_LIMIT),
        threats.get(Spot(PlaceKind.BOUNDARY, boundary.name), ()),
    )


def _party_around(report: Report, boundary: Boundary) -> Party | None:
    """The party of the nearest boundary around that has one."""
    around = boundary.parent
    while around is not None:
        outer = report.graph.boundaries[around]
        if outer.party is not None:
            return report.graph.parties[outer.party]
        around = outer.parent
    return None


def _is_own(report: Report, boundary: Boundary) -> bool:
    """Whether the nearest party around is the data subject."""
    if boundary.party is not None:
        party: Party | None = report.graph.parties[boundary.party]
    else:
        party = _party_around(report, boundary)
    return party is not None and party.role is Role.SUBJECT


def _depth(report: Report, boundary: Boundary) -> int:
    depth = 0
    around = boundary.parent
    while around is not None:
        depth, around = depth + 1, report.graph.boundaries[around].parent
    return depth

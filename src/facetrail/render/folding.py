"""What each picture of a large system shows: which boundaries are open and which are boxes.

Boundaries are opened from the outermost inwards, always the one that adds the least (of equals,
the one declared first), as long as the picture stays readable: so nothing is folded that need not
be, and the boxes that stay are those that hide the most.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property

from facetrail.model.graph import Graph
from facetrail.model.words import Evidence, Flow, Goal
from facetrail.render.slugs import slugs
from facetrail.report import PlaceKind, Spot

WHOLE = 30
"""Elements that one picture shows as they are; with more, its text gets too small for a page."""

FOLDED = 20
"""Elements and boxes to which more than that are folded: as many as a slide can hold."""

LABELLED_FLOWS = 40
"""With more flows, the lines carry numbers only and a table the words."""

OWN = 8
"""Elements under the person's own control that are never folded: there the reader starts."""

WORTH_A_BOX = 2
"""A boundary with fewer elements stays open: a box takes as much room and says less."""


@dataclass(frozen=True)
class Tree:
    """The boundaries of a graph, and what lies in each of them."""

    graph: Graph

    @cached_property
    def paths(self) -> Mapping[str, tuple[str, ...]]:
        """For every boundary those around it, outermost first, and itself."""
        found: dict[str, tuple[str, ...]] = {}

        def path(name: str) -> tuple[str, ...]:
            if name not in found:
                parent = self.graph.boundaries[name].parent
                found[name] = (*(path(parent) if parent is not None else ()), name)
            return found[name]

        return {name: path(name) for name in self.graph.boundaries}

    @cached_property
    def inside(self) -> Mapping[str, frozenset[str]]:
        """For every boundary the elements in it, directly or deeper."""
        found: dict[str, set[str]] = {name: set() for name in self.graph.boundaries}
        for name in self.graph.elements:
            for boundary in self.around(name):
                found[boundary].add(name)
        return {name: frozenset(elements) for name, elements in found.items()}

    def around(self, element: str) -> tuple[str, ...]:
        """The boundaries around an element, outermost first."""
        innermost = self.graph.elements[element].boundary
        return () if innermost is None else self.paths[innermost]


@dataclass(frozen=True)
class Cut:
    """One picture of a system: `elements` and `flows` are what it is about, `opened` are the
    boundaries that are not boxes. `within` is the boundary of which it shows the inside; what is
    around that is drawn as a neighbour. None stands for the whole system."""

    tree: Tree
    elements: frozenset[str]
    flows: frozenset[str]
    opened: frozenset[str]
    within: str | None = None

    @property
    def graph(self) -> Graph:
        """The system."""
        return self.tree.graph

    @cached_property
    def homes(self) -> Mapping[str, Spot]:
        """What stands for each element: itself or the box that it is folded into."""
        names = (item.name for item in self.graph.system.elements)
        return {
            name: self._first_box(self.tree.around(name)) or Spot(PlaceKind.ELEMENT, name)
            for name in names
            if name in self.elements
        }

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Everything that gets a place, elements and boxes each in order of declaration."""
        found = {*self.homes.values()}
        elements = (Spot(PlaceKind.ELEMENT, item.name) for item in self.graph.system.elements)
        boxes = (Spot(PlaceKind.BOUNDARY, item.name) for item in self.graph.system.boundaries)
        return tuple(spot for spot in (*elements, *boxes) if spot in found)

    @property
    def boxes(self) -> tuple[str, ...]:
        """The boundaries that are folded here, without those around the picture."""
        return tuple(
            spot.name
            for spot in self.spots
            if spot.kind is PlaceKind.BOUNDARY and not self.is_around(spot)
        )

    @property
    def frames(self) -> tuple[str, ...]:
        """The boundaries that are drawn open, in order of declaration."""
        return tuple(
            item.name
            for item in self.graph.system.boundaries
            if item.name in self.opened
            and self._first_box(self.tree.paths[item.name]) is None
            and (self.within is None or self.within in self.tree.paths[item.name])
            and self._is_part(self.tree.inside[item.name])
        )

    def _is_part(self, inside: frozenset[str]) -> bool:
        """Whether a boundary with these elements has a place in the picture, which an empty one
        has only where everything has."""
        return bool(inside & self.elements if inside else self.elements >= {*self.graph.elements})

    @cached_property
    def bundles(self) -> tuple[tuple[Flow, ...], ...]:
        """The flows that share a line: those between the same two places of which one is a box,
        in one direction; deletions and what is only feared have lines of their own."""
        together: dict[object, list[Flow]] = defaultdict(list)
        for flow in self._carried:
            ends = self.ends(flow)
            alone = not any(self.is_box(spot) for spot in ends)
            feared = flow.evidence is Evidence.HYPOTHETICAL
            together[flow.name if alone else (*ends, flow.role, feared)].append(flow)
        return tuple(map(tuple, together.values()))

    @cached_property
    def inner(self) -> Mapping[str, tuple[Flow, ...]]:
        """The flows that do not leave a box, by its name."""
        found: dict[str, list[Flow]] = {name: [] for name in self.boxes}
        for flow in self._known:
            source, destination = self.ends(flow)
            if source == destination and source.name in found and self.is_box(source):
                found[source.name].append(flow)
        return {name: tuple(flows) for name, flows in found.items()}

    @property
    def _known(self) -> Iterator[Flow]:
        return (flow for flow in self.graph.system.flows if flow.name in self.flows)

    @property
    def _carried(self) -> Iterator[Flow]:
        """The flows that are lines here."""
        for flow in self._known:
            source, destination = self.ends(flow)
            if source != destination or not self.is_box(source):
                yield flow

    def ends(self, flow: Flow) -> tuple[Spot, Spot]:
        """The places between which a flow is drawn."""
        return self.homes[flow.source], self.homes[flow.destination]

    def members(self, box: str) -> tuple[str, ...]:
        """The elements that are folded into a box."""
        spot = Spot(PlaceKind.BOUNDARY, box)
        return tuple(name for name, home in self.homes.items() if home == spot)

    def is_box(self, spot: Spot) -> bool:
        """Whether a place is drawn without what it holds."""
        return spot.kind is PlaceKind.BOUNDARY or self.is_around(spot)

    def is_around(self, spot: Spot) -> bool:
        """Whether a place is only a neighbour of what the picture shows."""
        if self.within is None:
            return False
        if spot.kind is PlaceKind.BOUNDARY:
            return self.within not in self.tree.paths[spot.name]
        return self.within not in self.tree.around(spot.name)

    def home(self, spot: Spot) -> Spot:
        """Where the picture shows a place of the model: as itself, on the first flow of its
        bundle, or in a box."""
        if spot.kind is PlaceKind.ELEMENT:
            return self.homes.get(spot.name, spot)
        if spot.kind is PlaceKind.BOUNDARY and spot.name in self.graph.boundaries:
            return self._first_box(self.tree.paths[spot.name]) or spot
        if spot.kind is PlaceKind.FLOW:
            return self._lines.get(spot.name, spot)
        return spot

    @cached_property
    def _lines(self) -> Mapping[str, Spot]:
        found = {
            flow.name: Spot(PlaceKind.FLOW, flows[0].name)
            for flows in self.bundles
            for flow in flows
        }
        for box, flows in self.inner.items():
            found |= {flow.name: Spot(PlaceKind.BOUNDARY, box) for flow in flows}
        return found

    def _first_box(self, path: tuple[str, ...]) -> Spot | None:
        names = (name for name in path if name not in self.opened)
        return next((Spot(PlaceKind.BOUNDARY, name) for name in names), None)

    def fits(self, elements: int) -> bool:
        """Whether the picture has at most so many elements and boxes, and no line too many."""
        return len(self.spots) <= elements and len(self.bundles) <= LABELLED_FLOWS


def overview(graph: Graph) -> Cut:
    """The picture of the whole system."""
    return folded(Tree(graph), {*graph.elements}, {*graph.flows})


def insides(cut: Cut) -> Iterator[Cut]:
    """The pictures of what is folded in another, each followed by what is folded in it in turn."""
    for box in cut.boxes:
        inside = _of_the_inside(cut.tree, box)
        yield inside
        yield from insides(inside)


def names(cut: Cut) -> Mapping[str, str]:
    """For an overview, a slug for the picture of the inside of every box, by its boundary."""
    return slugs((inside.within for inside in insides(cut) if inside.within is not None), "box")


def file(slug: str) -> str:
    """The file of the picture with a slug; that of the overview is empty."""
    return f"map-{slug}.svg" if slug else "map.svg"


def folded(tree: Tree, elements: Set[str], flows: Set[str], within: str | None = None) -> Cut:
    """A picture of some elements and flows, with as few boxes as keep it readable."""
    around = {*tree.paths[within]} if within is not None else _kept_open(tree)
    small = {name for name, inside in tree.inside.items() if len(inside) < WORTH_A_BOX}
    inner = {name for name, path in tree.paths.items() if within is None or within in path}
    cut = Cut(tree, frozenset(elements), frozenset(flows), frozenset(around | small), within)
    whole = replace(cut, opened=cut.opened | inner)
    if whole.fits(WHOLE):
        return whole
    while True:
        wider = (replace(cut, opened=cut.opened | {box}) for box in cut.boxes)
        found = [item for item in wider if item.fits(FOLDED)]
        if not found:
            return cut
        cut = min(found, key=lambda item: (len(item.spots), len(item.bundles)))


def needs(graph: Graph) -> Iterator[tuple[str, str]]:
    """Elements that a goal requires without a flow leading to it, with that goal."""
    reached = {flow.destination for flow in graph.system.flows}
    for goal in graph.system.elements:
        if isinstance(goal, Goal) and goal.requires is not None and goal.name not in reached:
            for name in dict.fromkeys(goal.requires.names()):
                yield name, goal.name


def _of_the_inside(tree: Tree, boundary: str) -> Cut:
    """The picture of what a boundary holds, and of what that exchanges anything with."""
    inside, graph = tree.inside[boundary], tree.graph
    flows = {flow.name for flow in graph.flows.values() if inside & {flow.source, flow.destination}}
    ends = [(graph.flows[name].source, graph.flows[name].destination) for name in flows]
    near = {end for pair in (*ends, *needs(graph)) if inside & {*pair} for end in pair}
    return folded(tree, inside | near, flows, boundary)


def _kept_open(tree: Tree) -> set[str]:
    """The boundaries of the person that are small enough to stay open."""
    outermost = {name: tree.inside[path[0]] for name, path in tree.paths.items()}
    return {
        name
        for name, inside in outermost.items()
        if len(inside) <= OWN and all(map(tree.graph.is_subjects_own, inside))
    }

"""A checked system: every name resolves, nothing turns in a circle, every datum has an origin."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import TypeVar, cast

from facetrail.errors import CannotRun, Problem, shown
from facetrail.model.words import (
    Act,
    Boundary,
    Datum,
    Element,
    Evidence,
    Flow,
    FlowRole,
    Goal,
    Key,
    Layer,
    LayerKind,
    Party,
    Person,
    Process,
    Retention,
    Role,
    Sensor,
    Store,
    Subjects,
    System,
)

Named = Party | Subjects | Boundary | Element | Datum | Key | Flow
K = TypeVar("K", Element, Datum, Flow)
E = TypeVar("E", bound=Element)
T = TypeVar("T", Party, Subjects, Boundary, Element, Datum, Key)


class Graph:
    """A system that passed every check, with the look-ups that the analysis needs.

    Flows keep the order of declaration, which numbers them in the drawings; everything else is
    looked up by name. Raises CannotRun with all problems of the system at once.
    """

    def __init__(self, system: System) -> None:
        problems = list(_problems(system))
        if problems:
            raise CannotRun(problems)
        self._index(system)

    def _index(self, system: System) -> None:
        self.system = system
        self.parties: Mapping[str, Party] = _by_name(system.parties)
        self.subjects: Mapping[str, Subjects] = _by_name(system.subjects)
        self.boundaries: Mapping[str, Boundary] = _by_name(system.boundaries)
        self.elements: Mapping[str, Element] = _by_name(system.elements)
        self.data: Mapping[str, Datum] = _by_name(system.data)
        self.keys: Mapping[str, Key] = _by_name(system.keys)
        self.flows: Mapping[str, Flow] = {flow.name: flow for flow in system.flows}
        self.party_of: Callable[[str], Party | None] = self._party_of.__getitem__
        """Who runs an element: its own party, else that of the nearest boundary around it."""
        self.is_subjects_own: Callable[[str], bool] = self._subjects_own.__contains__
        """Whether the data subject controls an element (own phone, own card)."""

    def up_to(self, evidence: Evidence) -> "Graph":
        """The part of the graph that is known at least this well."""
        if self.grades[-1].rank <= evidence.rank:
            return self

        def known(items: Iterable[K]) -> tuple[K, ...]:
            return tuple(item for item in items if item.evidence.rank <= evidence.rank)

        elements, data = known(self.system.elements), known(self.system.data)
        places = {item.name for item in elements}
        carried = {item.name for item in data} | {item.name for item in self.system.keys}
        flows = tuple(
            replace(
                flow,
                data=tuple(name for name in flow.data if name in carried),
                labels=tuple(name for name in flow.labels if name in carried),
            )
            for flow in known(self.system.flows)
            if flow.source in places and flow.destination in places
        )
        part = object.__new__(Graph)
        part._index(replace(self.system, elements=elements, data=data, flows=flows))
        return part

    def of_sort(self, sort: type[E]) -> Sequence[E]:
        """The elements of one sort, by name."""
        return cast(Sequence[E], self.by_sort.get(sort, ()))

    @cached_property
    def by_sort(self) -> Mapping[type[Element], Sequence[Element]]:
        """The elements of each sort that occurs, by name."""
        found: dict[type[Element], list[Element]] = defaultdict(list)
        for item in self.elements.values():
            found[type(item)].append(item)
        return dict(found)

    def boundary_path(self, element: str) -> tuple[str, ...]:
        """Names of the boundaries around the element, outermost first."""
        innermost = self.elements[element].boundary
        return () if innermost is None else self._boundary_paths[innermost]

    @cached_property
    def _boundary_paths(self) -> Mapping[str, tuple[str, ...]]:
        return {name: _boundary_path(name, self.boundaries) for name in self.boundaries}

    def crosses_parties(self, flow: Flow) -> bool:
        """Whether the flow goes from an element of one party to one of another."""
        return self._party_of[flow.source] is not self._party_of[flow.destination]

    def feared(self, flows: Iterable[str]) -> tuple[str, ...]:
        """Those of some flows that are hypothetical."""
        return tuple(name for name in flows if self.flows[name].evidence is Evidence.HYPOTHETICAL)

    @property
    def systems(self) -> tuple[System, ...]:
        """The systems that it is composed of; itself where it is one."""
        return self.system.parts or (self.system,)

    def number(self, flow: str) -> int:
        """The number of a flow in every drawing and table, from 1."""
        return self._numbers[flow]

    @cached_property
    def grades(self) -> tuple[Evidence, ...]:
        """The grades of evidence that occur, best first; at least one."""
        system = self.system
        found = {item.evidence for item in system.elements}
        found |= {item.evidence for item in system.flows}
        found |= {item.evidence for item in system.data}
        return tuple(sorted(found, key=lambda grade: grade.rank)) or (Evidence.REPORTED,)

    @cached_property
    def data_in_order(self) -> tuple[Datum, ...]:
        """All data, each after those that it is derived from."""
        inputs = {
            name: [item for item in datum.transform.inputs if item in self.data]
            for name, datum in self.data.items()
            if datum.transform is not None
        }
        derived = TopologicalSorter(inputs).static_order() if inputs else ()
        begun = (datum for name, datum in self.data.items() if name not in inputs)
        return (*begun, *(self.data[name] for name in derived if name in inputs))

    @cached_property
    def data_flows(self) -> tuple[Flow, ...]:
        """The flows that carry data, sorted by name."""
        flows = (flow for flow in self.system.flows if flow.role is FlowRole.DATA and flow.data)
        return tuple(sorted(flows, key=lambda flow: flow.name))

    def capture(self, element: str, subjects: str | None) -> str | None:
        """The flow by which somebody comes to an element without data: one of these people, if one
        of them does, and the first by name."""
        flows = self._captures.get(element, ())
        of_these = (flow.name for flow in flows if self._subjects_of(flow.source) == subjects)
        return next(of_these, flows[0].name if flows else None)

    def comers(self, element: str) -> frozenset[str]:
        """The populations of which somebody comes to an element without data."""
        flows = self._captures.get(element, ())
        found = (self._subjects_of(flow.source) for flow in flows)
        return frozenset(name for name in found if name is not None)

    @cached_property
    def _captures(self) -> Mapping[str, Sequence[Flow]]:
        """For each element the flows by which a person comes to it without data, by name."""
        found: dict[str, list[Flow]] = defaultdict(list)
        for flow in sorted(self.flows.values(), key=lambda flow: flow.name):
            if not flow.data and isinstance(self.elements[flow.source], Person):
                found[flow.destination].append(flow)
        return found

    def _subjects_of(self, element: str) -> str | None:
        person = self.elements[element]
        return person.subjects if isinstance(person, Person) else None

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {flow.name: number for number, flow in enumerate(self.system.flows, 1)}

    @cached_property
    def _party_of(self) -> Mapping[str, Party | None]:
        names = _party_names(self.elements.values(), self.boundaries)
        return {item: None if name is None else self.parties[name] for item, name in names.items()}

    @cached_property
    def _subjects_own(self) -> frozenset[str]:
        return frozenset(
            name
            for name, party in self._party_of.items()
            if party is not None and party.role is Role.SUBJECT
        )


def _by_name(items: Iterable[T]) -> Mapping[str, T]:
    return {item.name: item for item in sorted(items, key=lambda item: item.name)}


def _boundary_path(innermost: str | None, boundaries: Mapping[str, Boundary]) -> tuple[str, ...]:
    """The trust boundaries around a place, outermost first; what stands for a system is none."""
    path: list[str] = []
    while innermost is not None and innermost in boundaries and innermost not in path:
        path.insert(0, innermost)
        innermost = boundaries[innermost].parent
    return tuple(name for name in path if not boundaries[name].is_system)


def _party_names(
    elements: Iterable[Element], boundaries: Mapping[str, Boundary]
) -> Mapping[str, str | None]:
    """Who runs each element: what it says itself, for a person the population, else what the
    nearest boundary around it says."""
    inside: dict[str | None, str | None] = {None: None}

    def runs(element: Element) -> str | None:
        if element.party is not None:
            return element.party
        if isinstance(element, Person):
            return element.subjects
        if element.boundary not in inside:
            around = reversed(_boundary_path(element.boundary, boundaries))
            inside[element.boundary] = next(
                filter(None, (boundaries[name].party for name in around)), None
            )
        return inside[element.boundary]

    return {element.name: runs(element) for element in elements}


def _problems(system: System) -> Iterator[Problem]:
    """Everything that is wrong with a system; what follows from an earlier fault is left out."""
    own = [*_naming(system), *_references(system), *_values(system)]
    yield from own
    if not own:
        circles = [*_circles(system)]
        yield from circles
        if not circles:
            yield from _parties(system)
            yield from _strays(system)


def _at(item: Named) -> str:
    return "" if item.place is None else str(item.place)


def _naming(system: System) -> Iterator[Problem]:
    if not system.elements:
        yield Problem(system.file, "the model has no elements", "declare a person and a process")
    groups: tuple[tuple[str, tuple[Named, ...]], ...] = (
        ("parties", system.parties),
        ("subjects", system.subjects),
        ("boundaries", system.boundaries),
        ("elements", system.elements),
        ("data or keys", (*system.data, *system.keys)),
        ("flows", system.flows),
    )
    for group, items in groups:
        counts = Counter(item.name for item in items)
        for item in items:
            if not item.name.strip():
                yield Problem(_at(item), f"a name among the {group} is empty", "give it a name")
            elif counts[item.name] > 1:
                yield Problem(
                    _at(item),
                    f"{counts[item.name]} {group} are called {shown(item.name)}",
                    "give each its own name",
                )


def _references(system: System) -> Iterator[Problem]:
    parties = {item.name for item in system.parties}
    subjects = {item.name for item in system.subjects}
    boundaries = {item.name for item in system.boundaries}
    elements = {item.name for item in system.elements}
    data = {item.name for item in system.data}
    keys = {item.name for item in system.keys}

    def missing(
        item: Named, role: str, names: Iterable[str | None], known: set[str]
    ) -> Iterator[Problem]:
        for name in names:
            if name is not None and name not in known:
                yield Problem(
                    _at(item),
                    f"{shown(item.name)} names the {role} {shown(name)}, which the model lacks",
                    f"declare it or correct the {role}",
                )

    def layer_keys(layers: Iterable[Layer]) -> list[str | None]:
        return [key for layer in layers for key in (layer.key, layer.auxiliary)]

    for party in system.parties:
        yield from missing(party, "party", sorted(party.controls), parties)
        yield from missing(party, "party", sorted(party.observers or ()), parties)
    for population in system.subjects:
        recipients = None if population.notice is None else population.notice.recipients
        yield from missing(population, "recipient", sorted(recipients or ()), parties)
    for boundary in system.boundaries:
        yield from missing(boundary, "party", [boundary.party], parties)
        yield from missing(boundary, "boundary", [boundary.parent], boundaries)
    for key in system.keys:
        yield from missing(key, "holder", sorted(key.holders or ()), parties)
    for element in system.elements:
        yield from missing(element, "party", [element.party], parties)
        yield from missing(element, "boundary", [element.boundary], boundaries)
        if isinstance(element, Person):
            yield from missing(element, "subjects", [element.subjects], subjects)
        if isinstance(element, Goal | Process) and element.requires is not None:
            yield from missing(element, "requirement", element.requires.names(), elements)
        if isinstance(element, Store):
            yield from missing(element, "key", layer_keys(element.at_rest or ()), keys)
            yield from missing(element, "data", [name for name, _ in element.retention_of], data)
    for datum in system.data:
        yield from missing(datum, "subjects", [datum.subjects], subjects)
        yield from missing(datum, "subjects", sorted(datum.also_about), subjects)
        yield from missing(datum, "origin", [datum.origin], elements)
        if datum.transform is not None:
            yield from missing(datum, "input", datum.transform.inputs, data)
            yield from missing(datum, "element", [datum.transform.at], elements)
        if datum.layer is not None:
            yield from missing(datum, "key", layer_keys([datum.layer]), keys)
    for flow in system.flows:
        yield from missing(flow, "element", [flow.source, flow.destination], elements)
        yield from missing(flow, "data", flow.data, data | keys)
        yield from missing(flow, "key", layer_keys(flow.layers), keys)


def _values(system: System) -> Iterator[Problem]:
    if system.date is not None and not _is_day(system.date):
        yield Problem(
            system.file,
            f"the date {shown(system.date)} of the model is no day",
            "write year, month and day, as in 2025-06-01",
        )
    for subjects in system.subjects:
        if subjects.population is not None and subjects.population < 0:
            yield Problem(
                _at(subjects),
                f"the population of {shown(subjects.name)} is negative",
                "write a number of people, or leave it out if nobody knows",
            )
        if subjects.notice is not None:
            yield from _limits(subjects, [subjects.notice.retention])
    for element in system.elements:
        rate = element.iapar if isinstance(element, Sensor) else None
        if rate is not None and not 0 <= rate <= 1:
            yield Problem(
                _at(element),
                f"the iapar of {shown(element.name)} is not a share",
                "write a number from 0 to 1",
            )
        if isinstance(element, Process):
            yield from _numbers(element)
        if isinstance(element, Sensor) and element.count is not None and element.count < 1:
            yield Problem(
                _at(element),
                f"{shown(element.name)} stands for fewer than one sensor",
                "write how many there are, from 1",
            )
        if isinstance(element, Sensor) and element.act is Act.COVERT and element.notice:
            yield Problem(
                _at(element),
                f"{shown(element.name)} is covert and tells people before",
                "correct its act or its notice: who is told can see that it captures them",
            )
        if isinstance(element, Store):
            limits = [element.retention, *(limit for _, limit in element.retention_of)]
            yield from _limits(element, [*limits, element.dispute_window])
            if element.track_points is not None and element.track_points < 0:
                yield Problem(
                    _at(element),
                    f"the track_points of {shown(element.name)} are negative",
                    "write a number of places, from 0",
                )
    for datum in system.data:
        yield from _limits(datum, [datum.lifetime])
        name = shown(datum.name)
        if datum.metres is not None and datum.metres < 0:
            yield Problem(
                _at(datum),
                f"the metres of {name} are negative",
                "write how far around it reaches, from 0, or leave it out if nobody knows",
            )
        if datum.group_size is not None and datum.group_size < 0:
            yield Problem(
                _at(datum),
                f"the group_size of {name} is negative",
                "write a number of people, or leave it out if nobody knows",
            )
        if datum.origin is None and datum.transform is None:
            yield Problem(
                _at(datum),
                f"the datum {name} comes from nowhere",
                "give it an origin (the element where it begins) or derive it from other data",
            )
        if datum.transform is not None:
            if datum.origin is not None:
                yield Problem(
                    _at(datum), f"the datum {name} has an origin and is derived", "keep one"
                )
            if not datum.transform.inputs:
                yield Problem(
                    _at(datum), f"the datum {name} is derived from nothing", "name its inputs"
                )
            if datum.transform.operation.effect.wraps and datum.layer is None:
                yield Problem(
                    _at(datum), f"the datum {name} is wrapped in no layer", "name the layer"
                )
    for flow in system.flows:
        for name in flow.labels:
            if name not in flow.data:
                yield Problem(
                    _at(flow),
                    f"the labels of {shown(flow.name)} hold {shown(name)}, which it does not carry",
                    "name it among its data as well",
                )
    for layer, item in _layers(system):
        if layer.key is None and layer.kind in (LayerKind.ENCRYPTED, LayerKind.TOKENISED):
            yield Problem(
                _at(item), f"{shown(item.name)} is {layer.kind} with no key", "name the key"
            )


_SHARES = ("fmr", "fnmr", "fpir", "dfar", "dfrr")

_COUNTS = (
    "tested_on",
    "group_ratio",
    "tries_in_a_row",
    "pause_seconds",
    "tries_in_all",
    "searches_a_day",
    "matches_a_day",
    "review_capacity",
    "confirmed_by",
)


def _numbers(process: Process) -> Iterator[Problem]:
    """Rates that are no shares and counts below 0."""
    for name in (*_SHARES, *_COUNTS):
        number = getattr(process, name)
        if number is None:
            continue
        if name in _SHARES and not 0 <= number <= 1:
            yield Problem(
                _at(process),
                f"the {name} of {shown(process.name)} is not a share",
                "write a number from 0 to 1",
            )
        if name in _COUNTS and not number >= 0:
            yield Problem(
                _at(process),
                f"the {name} of {shown(process.name)} is negative",
                "write a number from 0, or leave it out if nobody knows",
            )


def _is_day(text: str) -> bool:
    """Whether a text is a day as ISO 8601 writes it, so that later days sort behind."""
    return re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", text, re.ASCII) is not None


def _layers(system: System) -> Iterator[tuple[Layer, Named]]:
    for element in system.elements:
        if isinstance(element, Store):
            yield from ((layer, element) for layer in element.at_rest or ())
    for flow in system.flows:
        yield from ((layer, flow) for layer in flow.layers)
    yield from ((datum.layer, datum) for datum in system.data if datum.layer is not None)


def _limits(item: Named, limits: Iterable[Retention | None]) -> Iterator[Problem]:
    for limit in limits:
        if limit is None:
            continue
        stated = limit.days is not None or limit.until is not None
        if stated == limit.unlimited or (limit.days is not None and limit.days < 0):
            yield Problem(
                _at(item),
                f"a lifetime of {shown(item.name)} says nothing or contradicts itself",
                "write days, an ending event, or that there is no limit",
            )


def _circles(system: System) -> Iterator[Problem]:
    parents: dict[str, tuple[str, ...]] = {
        item.name: (item.parent,) if item.parent else () for item in system.boundaries
    }
    inputs = {item.name: item.transform.inputs if item.transform else () for item in system.data}
    needed: dict[str, tuple[str, ...]] = {item.name: () for item in system.elements}
    for element in system.elements:
        if isinstance(element, Goal | Process) and element.requires is not None:
            needed[element.name] = tuple(element.requires.names())
    for items, edges, what, do in (
        (
            system.boundaries,
            parents,
            "lies inside itself",
            "take one of the boundaries out of the other",
        ),
        (system.data, inputs, "is derived from itself", "start it at an origin"),
        (system.elements, needed, "requires itself", "take one requirement away"),
    ):
        if _turns(edges):
            for item in items:
                if _reaches_itself(item.name, edges.__getitem__):
                    yield Problem(_at(item), f"{shown(item.name)} {what}", do)


def _turns(edges: Mapping[str, Iterable[str]]) -> bool:
    """Whether there is a circle at all."""
    try:
        TopologicalSorter(edges).prepare()
    except CycleError:
        return True
    return False


def _reaches_itself(start: str, step: Callable[[str], Iterable[str]]) -> bool:
    seen: set[str] = set()
    ahead = [*step(start)]
    while ahead:
        name = ahead.pop()
        if name == start:
            return True
        if name not in seen:
            seen.add(name)
            ahead.extend(step(name))
    return False


def _parties(system: System) -> Iterator[Problem]:
    run_by = _party_names(system.elements, _by_name(system.boundaries))
    for element in system.elements:
        if not isinstance(element, Goal) and run_by[element.name] is None:
            yield Problem(
                _at(element),
                f"nobody runs {shown(element.name)}",
                "put it in a boundary that has a party, or name its party",
            )


def _strays(system: System) -> Iterator[Problem]:
    """Data on a flow or in a transform that no declared step brings there."""
    present = _presence(system)
    for flow in system.flows:
        if flow.role is not FlowRole.DATA:
            continue
        for name in flow.data:
            if flow.source not in present[name]:
                yield Problem(
                    _at(flow),
                    f"the flow {shown(flow.name)} carries {shown(name)}, "
                    f"which never reaches {shown(flow.source)}",
                    "draw the flow that brings it there, or correct its origin",
                )
    for datum in system.data:
        if datum.transform is None:
            continue
        for name in datum.transform.inputs:
            if datum.transform.at not in present[name]:
                yield Problem(
                    _at(datum),
                    f"{shown(datum.name)} is made at {shown(datum.transform.at)}, "
                    f"which {shown(name)} never reaches",
                    "draw the flow that brings it there",
                )


def _presence(system: System) -> Mapping[str, set[str]]:
    """Elements where each datum or key can be by the declared steps, protections aside."""
    run_by = _party_names(system.elements, _by_name(system.boundaries))
    sent: dict[tuple[str, str], list[str]] = defaultdict(list)
    for flow in system.flows:
        if flow.role is FlowRole.DATA:
            for name in flow.data:
                sent[name, flow.source].append(flow.destination)
    made: dict[tuple[str, str], list[Datum]] = defaultdict(list)
    held: dict[str, tuple[str, ...]] = {}
    for datum in system.data:
        step = datum.transform
        if step is not None:
            for name in step.inputs:
                made[name, step.at].append(datum)
            if step.operation.effect.holds_input:
                held[datum.name] = step.inputs
    present: dict[str, set[str]] = defaultdict(set)
    ahead = [(datum.name, datum.origin) for datum in system.data if datum.origin is not None]
    holders = {key.name: key.holders for key in system.keys}
    for name, element in sent:
        if name in holders:
            held_by = holders[name]
            if held_by is None or run_by[element] in held_by:
                ahead.append((name, element))
    while ahead:
        name, element = ahead.pop()
        if element in present[name]:
            continue
        present[name].add(element)
        ahead += [(name, destination) for destination in sent.get((name, element), ())]
        ahead += [(item, element) for item in held.get(name, ())]
        ahead += [
            (datum.name, element)
            for datum in made.get((name, element), ())
            if datum.transform and all(element in present[item] for item in datum.transform.inputs)
        ]
    return present

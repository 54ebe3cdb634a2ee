"""A model in pytm's own words as a system: what it says, what is inferred, and a note for each
thing that its author should know was taken for granted."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from inspect import cleandoc
from typing import Any

from facetrail.authoring.plain import Declared
from facetrail.errors import shown
from facetrail.model.kinds import Kind
from facetrail.model.words import (
    Boundary,
    Datum,
    Element,
    Evidence,
    External,
    Flow,
    Key,
    Layer,
    LayerKind,
    Person,
    Process,
    Store,
    System,
)
from facetrail.sources.beginnings import beginnings
from facetrail.sources.inference import Inference, kind_of
from facetrail.sources.named import NamedModel, free, text
from facetrail.sources.running import Running

_UNCOUNTED = frozenset({Kind.BEHAVIOUR, Kind.MODEL_WEIGHTS, Kind.OTHER})
"""Kinds whose names take no article."""


def adopt(model: NamedModel, file: str, docstring: str) -> System:
    """The system that a model of pytm describes; needs a TM among what is declared."""
    return _Adoption(model).system(file, docstring)


class _Adoption:
    """One model on its way from pytm's words to ours."""

    def __init__(self, model: NamedModel) -> None:
        self._model = model
        self._running = Running(model)

    def system(self, file: str, docstring: str) -> System:
        """Everything, with the notes that came up on the way."""
        self._note_what_pytm_takes_otherwise()
        first = self._model.first
        boundaries = tuple(map(self._boundary, self._model.boundaries.values()))
        elements = tuple(map(self._element, self._model.elements.values()))
        return System(
            name=text(first, "name").strip() or "Model",
            description=text(first, "description") or cleandoc(docstring),
            file=file,
            parties=self._running.parties(boundaries, elements),
            subjects=self._running.subjects,
            boundaries=boundaries,
            elements=elements,
            data=tuple(datum for parts in self._parts.values() for datum, _ in parts),
            keys=tuple(_keys(elements)),
            flows=tuple(map(self._flow, self._flows.values())),
            notes=self._model.notes,
        )

    def _note_what_pytm_takes_otherwise(self) -> None:
        model = self._model
        if len(model.models) > 1:
            what = f"the file makes {len(model.models)} models of pytm, which share their elements"
            model.note(model.first, what, "they are read as one", "warning")
        for number, item in model.elements.items():
            if item.said.get("inScope") is False:
                what = f"{model.shown(number)} is kept, though it is out of scope"
                model.note(item, what, "data reach it")
        for number in model.flows.keys() - self._flows.keys():
            what = f"the flow {model.shown(number)} does not go from an element to an element"
            model.note(model.flows[number], what, "it is left out", "warning")

    # Boundaries and elements

    def _boundary(self, item: Declared) -> Boundary:
        return Boundary(
            name=self._model.names[item.number],
            party=self._running.party_names[item.number],
            parent=self._around(item),
            place=item.place,
        )

    def _around(self, item: Declared) -> str | None:
        number = self._model.boundary_of(item)
        return None if number is None else self._model.names[number]

    def _element(self, item: Declared) -> Element:
        shared: dict[str, Any] = {
            "name": self._model.names[item.number],
            "party": self._running.party_names[item.number],
            "boundary": self._around(item),
            "description": text(item, "description"),
            "place": item.place,
        }
        if "Actor" in item.kinds:
            is_staff = item.number in self._running.staff
            return Person(**shared, subjects=None if is_staff else shared["name"])
        if "Datastore" in item.kinds:
            return Store(**shared, at_rest=self._at_rest(item))
        if "ExternalEntity" in item.kinds:
            return External(**shared)
        return Process(**shared)

    def _at_rest(self, store: Declared) -> tuple[Layer, ...] | None:
        """What the store says; else what all data of its flows agree on."""
        stated = store.said.get("controls.isEncryptedAtRest")
        flags = self._flags_at_rest[store.number]
        if stated is None and len(flags) == 1:
            stated = next(iter(flags))
        if stated is None:
            return None
        key = f"key of {self._model.names[store.number]}"
        return (Layer(LayerKind.ENCRYPTED, free(key, self._data_names)),) if stated else ()

    @cached_property
    def _flags_at_rest(self) -> Mapping[int, set[Any]]:
        """What the data of the flows of each element say of being encrypted there."""
        found: dict[int, set[Any]] = defaultdict(set)
        for number, flow in self._flows.items():
            for item in (self._model.data[each] for each in self._on_flow[number]):
                found[flow.said["sink"]].add(item.said.get("isDestEncryptedAtRest"))
                found[flow.said["source"]].add(item.said.get("isSourceEncryptedAtRest"))
        return found

    # Flows

    @cached_property
    def _flows(self) -> Mapping[int, Declared]:
        """The flows between elements; pytm lets them end anywhere."""
        ends = self._model.elements.keys()
        return {
            number: item
            for number, item in self._model.flows.items()
            if item.said["source"] in ends and item.said["sink"] in ends
        }

    @cached_property
    def _on_flow(self) -> Mapping[int, Sequence[int]]:
        """The data of each flow, also those that name it themselves, in the order declared."""
        found: dict[int, set[int]] = defaultdict(set)
        for number, flow in self._model.flows.items():
            found[number].update(flow.said["data"])
        for number, item in self._model.data.items():
            for flow_number in item.said["carriedBy"]:
                found[flow_number].add(number)
        return {number: sorted(data & self._model.data.keys()) for number, data in found.items()}

    def _flow(self, item: Declared) -> Flow:
        source = item.said["source"]
        return Flow(
            name=self._model.names[item.number],
            source=self._model.names[source],
            destination=self._model.names[item.said["sink"]],
            data=tuple(
                datum.name
                for number in self._on_flow[item.number]
                for datum, reached in self._parts[number]
                if source in reached
            ),
            channel=text(item, "protocol"),
            description=text(item, "description"),
            place=item.place,
        )

    # Data

    @cached_property
    def _data_names(self) -> frozenset[str]:
        return frozenset(self._model.names[number] for number in self._model.data)

    @cached_property
    def _parts(self) -> Mapping[int, Sequence[tuple[Datum, Collection[int]]]]:
        """What each datum of pytm's becomes, one for each origin, and the elements it reaches."""
        steps: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for flow_number, flow in self._flows.items():
            for number in self._on_flow[flow_number]:
                steps[number].append((flow.said["source"], flow.said["sink"]))
        return {
            number: self._parts_of(item, beginnings(steps[number], self._model.persons))
            for number, item in self._model.data.items()
        }

    def _parts_of(
        self, item: Declared, begins: Mapping[int, Collection[int]]
    ) -> Sequence[tuple[Datum, Collection[int]]]:
        because = "the first to send it" if begins else "declared there"
        begins = begins or {number: {number} for number in self._held_at(item)}
        name = self._model.names[item.number]
        if not begins:
            what = f"{shown(name)} is on no flow and at no element"
            self._model.note(item, what, "it is left out")
            return ()
        found = self._inferred(item)
        self._note_inferred(item, found, [*begins], because)
        return [
            (self._datum(item, self._part_name(name, origin, begins), found.kind, origin), reached)
            for origin, reached in begins.items()
        ]

    def _part_name(self, name: str, origin: int, begins: Collection[int]) -> str:
        if len(begins) == 1:
            return name
        return free(f"{name} from {self._model.names[origin]}", self._data_names)

    def _held_at(self, item: Declared) -> Iterator[int]:
        """The elements that a datum is declared at, apart from flows."""
        for number, element in self._model.elements.items():
            if number in item.said["processedBy"] or item.number in element.said.get("data", ()):
                yield number

    def _inferred(self, item: Declared) -> Inference:
        return kind_of(
            self._model.names[item.number],
            text(item, "description"),
            personal=item.said.get("isPII"),
            credentials=item.said.get("isCredentials"),
        )

    def _note_inferred(
        self, item: Declared, found: Inference, begins: Sequence[int], because: str
    ) -> None:
        """Say what a datum is taken to be and where it begins, where that may surprise."""
        is_known, is_single = found.kind is not Kind.OTHER, len(begins) == 1
        if is_single and not is_known:
            return
        what = self._model.shown(item.number)
        if is_known:
            what += f" is taken to be {_one(found.kind)} that"
            because = f"{found.because}; {because}"
        what += f" begins at {', '.join(map(self._model.shown, begins))}"
        if not is_single:
            what += ", a datum of its own at each"
        is_denied = item.said.get("isPII") is False and found.kind.traits.personal
        if is_denied:
            what += ", though isPII=False"
        self._model.note(item, what, because, "warning" if is_denied else "info")

    def _datum(self, item: Declared, name: str, kind: Kind, origin: int) -> Datum:
        is_theirs = origin in self._model.persons - self._running.staff
        origin_name = self._model.names[origin]
        return Datum(
            name=name,
            kind=kind,
            subjects=origin_name if is_theirs else self._running.only,
            origin=origin_name,
            description=text(item, "description"),
            evidence=Evidence.INFERRED,
            place=item.place,
        )


def _keys(elements: Sequence[Element]) -> Iterator[Key]:
    for item in elements:
        if isinstance(item, Store):
            for layer in item.at_rest or ():
                if layer.key is not None:
                    yield Key(name=layer.key, place=item.place)


def _one(kind: Kind) -> str:
    """One of a kind, in words."""
    if kind in _UNCOUNTED:
        return kind.value
    return f"{'an' if kind.value[0] in 'aeiI' else 'a'} {kind.value}"

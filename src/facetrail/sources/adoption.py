"""A model in pytm's own words as a system: what it says, what is inferred, and a note for each
thing that its author should know was taken for granted."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from inspect import cleandoc
from typing import Any

from facetrail.authoring.plain import Declared
from facetrail.errors import shown
from facetrail.model.kinds import Kind
from facetrail.model.words import (
    Boundary,
    ChannelProtection,
    Comparison,
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
    StoreUse,
    System,
)
from facetrail.sources.beginnings import beginnings
from facetrail.sources.inference import Inference, comparing_word, kind_of, use_of
from facetrail.sources.named import NamedModel, free, text
from facetrail.sources.running import Running

_UNCOUNTED = frozenset({Kind.BEHAVIOUR, Kind.MODEL_WEIGHTS, Kind.OTHER})
"""Kinds whose names take no article."""

_PROTOCOLS = dict.fromkeys(
    ("HTTPS", "TLS", "MTLS", "WSS", "SSH", "SFTP", "FTPS", "LDAPS", "IPSEC"),
    ChannelProtection.FULL,
) | dict.fromkeys(("HTTP", "FTP", "TELNET", "WS"), ChannelProtection.NONE)
"""What protocols by themselves say of the channel; others may be wrapped or not."""


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
        self._note_what_is_not_personal()
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

    def _note_what_is_not_personal(self) -> None:
        """Say what nothing is asked about, and where there is nothing to ask about."""
        kinds = {number: parts[0][0].kind for number, parts in self._parts.items() if parts}
        others = [number for number, kind in kinds.items() if kind is Kind.OTHER]
        if others:
            what = f"taken to be no data about a person: {self._listed(others)}"
            self._model.note(self._model.first, what, "neither a word nor isPII says that they are")
        if not any(self._on_flow.get(number) for number in self._flows):
            what = "no flow of the model carries data, so there is nothing to follow"
            do = 'say what each carries: Dataflow(…, data=Data("…"))'
            self._model.note(self._model.first, what, do, "warning")
        elif not any(kind.traits.personal for kind in kinds.values()):
            what = "no data of the model are taken to be about a person"
            do = "name what they are, or set isPII=True"
            self._model.note(self._model.first, what, do, "warning")

    def _listed(self, numbers: Iterable[int]) -> str:
        return ", ".join(map(self._model.shown, numbers))

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
            return Store(**shared, at_rest=self._at_rest(item), use=self._use(item))
        if "ExternalEntity" in item.kinds:
            return External(**shared)
        is_other = self._comparing and item.number not in self._comparing
        return Process(**shared, comparison=Comparison.NONE if is_other else None)

    @cached_property
    def _comparing(self) -> frozenset[int]:
        """What compares people, by name: where there is something, no process but that does."""
        words = {
            number: word
            for number, item in self._model.elements.items()
            if not {"Actor", "Datastore"} & {*item.kinds}
            and (word := comparing_word(self._model.names[number]))
        }
        if words and self._biometric:
            said = ", ".join(f"“{word}”" for word in dict.fromkeys(words.values()))
            self._model.note(
                self._model.elements[min(words)],
                f"nothing but {self._listed(words)} is taken to compare people",
                f"its name says {said}",
            )
        return frozenset(words)

    @property
    def _biometric(self) -> bool:
        """Whether any datum shows a characteristic that can be compared."""
        data = (datum for parts in self._parts.values() for datum, _ in parts)
        return any(datum.kind.traits.modality is not None for datum in data)

    def _use(self, store: Declared) -> StoreUse:
        found = use_of(self._model.names[store.number])
        if found is None:
            return StoreUse.RECORDS
        use, word = found
        what = f"{self._model.shown(store.number)} is taken to be {use}"
        self._model.note(store, what, f"its name says “{word}”")
        return use

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
            channel_protection=_PROTOCOLS.get(text(item, "protocol").upper()),
            description=text(item, "description"),
            place=item.place,
        )

    # Data

    @cached_property
    def _data_names(self) -> frozenset[str]:
        return frozenset(self._model.names[number] for number in self._model.data)

    @cached_property
    def _begins(self) -> Mapping[int, Mapping[int, Collection[int]]]:
        """Where each datum begins on flows, and the elements that it reaches from there."""
        steps: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for flow_number, flow in self._flows.items():
            for number in self._on_flow[flow_number]:
                steps[number].append((flow.said["source"], flow.said["sink"]))
        return {
            number: beginnings(steps[number], self._model.persons) for number in self._model.data
        }

    @cached_property
    def _parts(self) -> Mapping[int, Sequence[tuple[Datum, Collection[int]]]]:
        """What each datum of pytm's becomes, one for each origin, and the elements it reaches."""
        return {number: self._parts_of(item) for number, item in self._model.data.items()}

    def _parts_of(self, item: Declared) -> Sequence[tuple[Datum, Collection[int]]]:
        sent = self._begins[item.number]
        because = "the first to send it" if sent else "declared there"
        begins = sent or {number: {number} for number in self._held_at(item)}
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
        what += f" begins at {self._listed(begins)}"
        if not is_single:
            what += ", a datum of its own at each"
        level, lost = "info", [place for place in begins if place not in self._model.persons]
        if lost and not is_single:
            level = "warning"
            because += f"; put it on a flow to {self._listed(lost)} if it comes from elsewhere"
        if item.said.get("isPII") is False and found.kind.traits.personal:
            level = "warning"
            what += ", though isPII=False"
        self._model.note(item, what, because, level)

    def _datum(self, item: Declared, name: str, kind: Kind, origin: int) -> Datum:
        return Datum(
            name=name,
            kind=kind,
            subjects=self._subjects(item, kind, origin),
            origin=self._model.names[origin],
            description=text(item, "description"),
            evidence=Evidence.INFERRED,
            place=item.place,
        )

    def _subjects(self, item: Declared, kind: Kind, origin: int) -> str | None:
        """Whom a datum is about: the person it begins with, the only ones there are, those that
        its name names, or the only ones whose data reach where it begins."""
        people = self._model.persons - self._running.staff
        if origin in people:
            return self._model.names[origin]
        if self._running.only is not None or not kind.traits.personal:
            return self._running.only
        name = self._model.names[item.number].lower()
        named = [each for each in sorted(people) if self._model.names[each].lower() in name]
        near = [each for each in sorted(people) if self._reaches(each, origin)]
        for found, because in (
            (named, "its name says so"),
            (near, f"no others' data reach {self._model.shown(origin)}"),
        ):
            if len(found) == 1:
                what = f"{self._model.shown(item.number)} is taken to be about"
                self._model.note(item, f"{what} {self._model.shown(found[0])}", because)
                return self._model.names[found[0]]
        return None

    def _reaches(self, person: int, element: int) -> bool:
        """Whether some datum that begins with a person gets to an element."""
        return any(element in begins.get(person, ()) for begins in self._begins.values())


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

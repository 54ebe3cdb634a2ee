"""Where every datum gets to, under which protections, and who can open them there.

A *form* of a datum at an element is the set of locks that still surround it there, together with
the answers under which this is so; a datum has several where it comes by several ways. Forms are
the least fixpoint over origins, flows, transforms and unwrapping:

- a datum begins at its origin under its own layer, if it has one;
- an element hands a datum on under the flow's layers and those locks that it cannot open;
- a transform's output carries the locks of its inputs that the element cannot open, except that a
  result computed on protected forms comes out readable;
- a datum that holds its input (encrypted, joined, signed) brings the input along, under its locks.

A lock is opened by a party that holds the key alone, that has the key readable at rest in one of
its stores, or at the very element to which the key is passed. Keys travel like data, so the two
fixpoints are taken together. Layers at rest cover the resting copy only.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from facetrail.analysis.condition import (
    ALWAYS,
    NEVER,
    Answer,
    Ask,
    Choices,
    Condition,
    both,
    either,
    given,
    least,
)
from facetrail.model.graph import Graph
from facetrail.model.words import Datum, Flow, Layer, LayerKind, Store
from facetrail.report import PlaceKind, Spot

YES, NO = "yes", "no"

IN_CLEAR = "in clear"
OWN_KEY = "encrypted under a key that its keeper reaches"
OTHER_KEY = "encrypted under a key that its keeper does not reach"


@dataclass(frozen=True, slots=True)
class Lock:
    """A layer around a datum; `owner` is where an open attribute of the layer is asked."""

    layer: Layer
    owner: Spot | None = None


Form = frozenset[Lock | Answer]
Forms = Choices[Lock | Answer]
State = tuple[str, Form]
"""An element and one form of a datum there."""


def at_rest_ask(store: str) -> Ask:
    """The question how a store protects what rests in it."""
    return Ask(
        Spot(PlaceKind.ELEMENT, store),
        "at_rest",
        (IN_CLEAR, OWN_KEY, OTHER_KEY),
        f"How does {store} protect what rests there, and who holds the key?",
    )


def lock(layer: Layer, owner: Spot) -> Lock:
    """A layer as a lock; layers that open alike are one lock wherever they were put on."""
    asked = layer.kind is LayerKind.PROTECTED and layer.irreversible is None
    return Lock(layer, owner if asked else None)


class Lineage:
    """The forms of every datum and key of a graph at every element."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._forms: dict[str, dict[str, Forms]] = defaultdict(dict)
        self._moved: set[tuple[str, str]] = set()
        self._queue: deque[tuple[str, str]] = deque()
        self._flows_from: dict[tuple[str, str], list[Flow]] = defaultdict(list)
        self._made_at: dict[tuple[str, str], list[Datum]] = defaultdict(list)
        self._holders: dict[str, list[str]] = defaultdict(list)
        for flow in graph.data_flows:
            for name in flow.data:
                self._flows_from[name, flow.source].append(flow)
        for datum in graph.data.values():
            if datum.transform is not None:
                for name in datum.transform.inputs:
                    self._made_at[name, datum.transform.at].append(datum)
            for name in _held_inputs(datum):
                self._holders[name].append(datum.name)
        self._key_at: dict[tuple[str, str], Condition] = {}
        self._key_of: dict[tuple[str, str], Condition] = {}
        self._paths: dict[str, Mapping[State, tuple[str, ...]]] = {}
        self._run()
        self._read = {
            (name, element): self._opened(name, forms, element)
            for name, places in self._forms.items()
            for element, forms in places.items()
        }

    # What the fixpoint says

    def forms(self, datum: str, element: str) -> Forms:
        """The forms of a datum at an element; empty where it never gets to."""
        return self._forms[datum].get(element, frozenset())

    def arrivals(self) -> Iterator[tuple[str, str]]:
        """Every datum with every element that it begins at, flows to or is made at, sorted."""
        return (place for place in sorted(self._moved) if place[0] in self.graph.data)

    def resting(self, datum: str, store: Store, keeper: bool = True) -> Forms:
        """The forms of the copy that rests in a store, as its keeper meets it or somebody else."""
        forms = self.forms(datum, store.name)
        if store.at_rest is None:
            passable = (IN_CLEAR, OWN_KEY) if keeper else (IN_CLEAR,)
            return both(forms, given(at_rest_ask(store.name), *passable))
        return _under(forms, store.at_rest, Spot(PlaceKind.ELEMENT, store.name))

    def reads(self, datum: str, element: str) -> Condition:
        """Whether whoever runs the element can read the datum there."""
        return self._read.get((datum, element), NEVER)

    def holds(self, datum: str, store: Store) -> Condition:
        """Whether the keeper of a store can read the resting copy."""
        return self._opened(datum, self.resting(datum, store), store.name)

    def opens(self, datum: str, forms: Forms, party: str) -> Condition:
        """Whether a party that got hold of the datum in these forms could read it."""
        return either(
            *(both(*(self._lock_opens(item, datum, party) for item in form)) for form in forms)
        )

    def paths(self, datum: str) -> Mapping[State, tuple[str, ...]]:
        """A witness path, as names of flows, for every form of the datum at every element: the
        shortest, and of these the first by name. It starts where the datum begins or is made."""
        if datum not in self._paths:
            self._paths[datum] = self._shortest_paths(datum)
        return self._paths[datum]

    def _shortest_paths(self, datum: str) -> Mapping[State, tuple[str, ...]]:
        states = {
            (element, form) for element, forms in self._forms[datum].items() for form in forms
        }
        ahead = sorted(
            (state for state in states if self._begins(datum, *state)), key=lambda state: state[0]
        )
        found: dict[State, tuple[str, ...]] = dict.fromkeys(ahead, ())
        while ahead:
            reached: dict[State, tuple[str, ...]] = {}
            for element, form in ahead:
                for flow in self._flows_from.get((datum, element), ()):
                    for after in self._carried(datum, frozenset({form}), flow):
                        state = (flow.destination, after)
                        path = (*found[element, form], flow.name)
                        if state in states and state not in found:
                            reached[state] = min(path, reached.get(state, path))
            found.update(reached)
            ahead = sorted(reached, key=lambda state: (found[state], state[0]))
        return found

    # The fixpoint

    def _run(self) -> None:
        for datum in self.graph.data.values():
            if datum.origin is not None and datum.origin in self.graph.elements:
                self._add(datum.name, datum.origin, _own(datum, ALWAYS), moved=True)
        for key in self.graph.keys.values():
            for (name, element), flows in sorted(self._flows_from.items()):
                if name == key.name and flows:
                    party = self.graph.party_of(element)
                    held = NEVER if party is None else self._declared(key.name, party.name)
                    self._add(name, element, held, moved=False)
        while self._queue:
            name, element = self._queue.popleft()
            if name in self.graph.keys:
                self._learn_key(name, element)
            self._step(name, element)

    def _step(self, name: str, element: str) -> None:
        """Hands one datum on from one element along every declared step."""
        for flow in self._flows_from.get((name, element), ()):
            self._add(name, flow.destination, self._carried(name, self.forms(name, element), flow))
        for made in self._made_at.get((name, element), ()):
            self._add(made.name, element, self._made(made))
        datum = self.graph.data.get(name)
        for held in () if datum is None else _held_inputs(datum):
            self._add(held, element, self.forms(name, element), moved=False)

    def _learn_key(self, key: str, element: str) -> None:
        """A key came to a place, or what covers it there may open now: so may what it locks."""
        store, party = self.graph.elements[element], self.graph.party_of(element)
        before = self._key_at.get((key, element), NEVER)
        after = self._opened(key, self.forms(key, element), element)
        self._key_at[key, element] = after
        places = {element}
        if isinstance(store, Store) and party is not None:
            known = self._key_of.get((key, party.name), NEVER)
            learnt = either(known, self.holds(key, store))
            if learnt != known:
                self._key_of[key, party.name] = learnt
                places |= {
                    name for name in self.graph.elements if self.graph.party_of(name) == party
                }
        if after == before and len(places) == 1:
            return
        self._queue.extend(
            (name, place)
            for name, found in self._forms.items()
            for place, forms in found.items()
            if place in places and any(_is_locked_by(key, form) for form in forms)
        )

    def _add(self, name: str, element: str, forms: Forms | Condition, moved: bool = True) -> None:
        if not forms or element not in self.graph.elements:
            return
        place = (name, element)
        if moved:
            self._moved.add(place)
        before = self.forms(name, element)
        after = least(before | forms)
        if after != before:
            self._forms[name][element] = after
            self._queue.append(place)

    def _carried(self, name: str, forms: Forms, flow: Flow) -> Forms:
        left = self._left(name, forms, flow.source)
        return _under(left, flow.layers, Spot(PlaceKind.FLOW, flow.name))

    def _made(self, datum: Datum) -> Forms:
        assert datum.transform is not None
        step = datum.transform
        parts = [self._left(name, self.forms(name, step.at), step.at) for name in step.inputs]
        if step.operation.effect.result:
            parts = [least(map(_without_comparable, forms)) for forms in parts]
        return _own(datum, both(*parts))

    def _begins(self, datum: str, element: str, form: Form) -> bool:
        """Whether the datum can begin at an element in this form: not only be brought there."""
        item = self.graph.data.get(datum)
        if item is None or item.origin == element:
            return True
        made = item.transform is not None and item.transform.at == element
        if made and form in self._made(item):
            return True
        return any(form in self.forms(holder, element) for holder in self._holders[datum])

    # Opening locks

    def _left(self, name: str, forms: Forms, element: str) -> Forms:
        """The forms in which an element can hand a datum on: opened as far as it can."""
        return either(*(both(*self._ways(form, name, element)) for form in forms))

    def _ways(self, form: Form, name: str, element: str) -> Iterator[Forms]:
        for item in form:
            if isinstance(item, Answer):
                yield frozenset({frozenset({item})})
                continue
            opened: Forms = frozenset(map(frozenset, self._lock_opens_at(item, name, element)))
            yield least({frozenset({item}), *opened})

    def _opened(self, name: str, forms: Forms, element: str) -> Condition:
        return either(
            *(both(*(self._lock_opens_at(item, name, element) for item in form)) for form in forms)
        )

    def _lock_opens_at(self, item: Lock | Answer, name: str, element: str) -> Condition:
        party = self.graph.party_of(element)
        opened = NEVER if party is None else self._lock_opens(item, name, party.name)
        if isinstance(item, Lock) and item.layer.key is not None and self._key_helps(item, name):
            return either(opened, self._key_at.get((item.layer.key, element), NEVER))
        return opened

    def _lock_opens(self, item: Lock | Answer, name: str, party: str) -> Condition:
        if isinstance(item, Answer):
            return frozenset({frozenset({item})})
        layer = item.layer
        if layer.kind is LayerKind.PROTECTED:
            if layer.irreversible is None and item.owner is not None:
                return given(_irreversible_ask(item.owner, layer), NO)
            return NEVER if layer.irreversible else ALWAYS
        if layer.key is None:
            return ALWAYS if self._guessable(name) else NEVER
        return self._has_key(layer.key, party) if self._key_helps(item, name) else NEVER

    def _key_helps(self, item: Lock, name: str) -> bool:
        """A keyed hash opens, even with its key, only by trying every value."""
        return item.layer.kind is not LayerKind.HASHED or self._guessable(name)

    def _guessable(self, name: str) -> bool:
        return name in self.graph.data and self.graph.data[name].kind.traits.guessable

    def _has_key(self, key: str, party: str) -> Condition:
        """Whether a party can use a key at any of its elements."""
        return either(self._declared(key, party), self._key_of.get((key, party), NEVER))

    def _declared(self, key: str, party: str) -> Condition:
        """Whether a party holds a key, alone and by the author's word."""
        found = self.graph.keys[key]
        spot = Spot(PlaceKind.KEY, key)
        if found.holders is None:
            text = f"Which parties hold {key}?"
            return given(Ask(spot, "holders", (YES, NO), text, about=party), YES)
        reach = {party} | self.graph.parties[party].controls
        if not found.holders & reach:
            return NEVER
        if found.holders <= reach or found.split is False:
            return ALWAYS
        if found.split is None:
            text = f"Can one of the holders of {key} open it alone, or must several act together?"
            return given(Ask(spot, "split", (YES, NO), text), NO)
        return NEVER


def _held_inputs(datum: Datum) -> tuple[str, ...]:
    """The data that a datum holds, so that who has it has them."""
    step = datum.transform
    return step.inputs if step is not None and step.operation.effect.holds_input else ()


def _is_locked_by(key: str, form: Form) -> bool:
    return any(isinstance(item, Lock) and item.layer.key == key for item in form)


def _irreversible_ask(owner: Spot, layer: Layer) -> Ask:
    scheme = layer.scheme or "the template protection"
    text = f"Is there published evidence that {scheme} of {owner.name} cannot be reversed?"
    return Ask(owner, "irreversible", (YES, NO), text)


def _under(forms: Forms, layers: Iterable[Layer], owner: Spot) -> Forms:
    locks: Form = frozenset(lock(layer, owner) for layer in layers)
    return least(form | locks for form in forms) if locks else forms


def _own(datum: Datum, forms: Forms | Condition) -> Forms:
    layers = () if datum.layer is None else (datum.layer,)
    return _under(frozenset(map(frozenset, forms)), layers, Spot(PlaceKind.DATA, datum.name))


def _without_comparable(form: Form) -> Form:
    """Locks under which a comparison can be computed: everything but encryption."""
    return frozenset(
        item for item in form if isinstance(item, Answer) or item.layer.kind is LayerKind.ENCRYPTED
    )

"""Where every datum gets to, under which protections, and who can open them there.

A *form* of a datum at an element is the set of locks that still surround it there, together with
the answers under which this is so; a datum has several where it comes by several ways. Forms are
the least fixpoint over origins, flows, transforms and unwrapping:

- a datum begins at its origin under its own layer, if it has one;
- an element hands a datum on under the flow's layers, unless it stands in a label outside these,
  and those locks that it cannot open;
- a transform's output carries the locks of its inputs that the element cannot open, except that a
  result computed on protected forms comes out readable;
- a datum that holds its input (encrypted, joined, signed) brings the input along, under its locks.

A lock is opened by a party that holds the key alone, that has the key readable at rest in one of
its stores, or at the very element to which the key is passed. Keys travel like data, so the two
fixpoints are taken together. Layers at rest cover the resting copy only.
"""

from collections import defaultdict, deque
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeVar

from facetrail.analysis.attributes import NO, YES
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
from facetrail.model.words import Datum, Flow, Layer, LayerKind, Role, Store
from facetrail.report import PlaceKind, Spot

T = TypeVar("T")

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

Situation = tuple[Forms, bool, str | None, str]
"""Forms of a datum that can be guessed or not, the party that meets them, and the element, if a
key passes there."""


def at_rest_ask(store: str) -> Ask:
    """The question how a store protects what rests in it."""
    return Ask(
        Spot(PlaceKind.ELEMENT, store),
        "at_rest",
        (IN_CLEAR, OWN_KEY, OTHER_KEY),
        f"How is what rests in {store} protected, and who holds the key?",
    )


_NOTHING: Mapping[str, Sequence[Datum]] = {}

CLEAR: Forms = frozenset({frozenset()})
"""Under no lock, whatever is answered."""


class Lineage:
    """The forms of every datum and key of a graph at every element."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._forms: dict[str, dict[str, Forms]] = defaultdict(dict)
        self._inside: set[tuple[str, str]] = set()  # where data come inside others alone
        self._queue: deque[tuple[str, str]] = deque()
        self._flows_from: dict[str, dict[str, list[Flow]]] = defaultdict(dict)
        self._made_of: dict[str, dict[str, list[Datum]]] = defaultdict(dict)
        self._holders: dict[str, list[str]] = defaultdict(list)
        self._held_in: dict[str, tuple[str, ...]] = {}
        for flow in graph.data_flows:
            for name in flow.data:
                self._flows_from[name].setdefault(flow.source, []).append(flow)
        for datum in graph.data.values():
            if datum.transform is not None:
                for name in datum.transform.inputs:
                    self._made_of[name].setdefault(datum.transform.at, []).append(datum)
            if held := _held_inputs(datum):
                self._held_in[datum.name] = held
            for name in held:
                self._holders[name].append(datum.name)
        self._guessables = frozenset(
            name for name, datum in graph.data.items() if datum.kind.traits.guessable
        )
        self._owners: dict[str, list[str]] = defaultdict(list)
        for party in graph.parties.values():
            for name in sorted(party.controls):
                self._owners[name].append(party.name)
        self._locks_of = {
            name: _locks(flow.layers, Spot(PlaceKind.FLOW, name))
            for name, flow in graph.flows.items()
            if flow.layers
        }
        self._locks_at = {
            store.name: _locks(store.at_rest, Spot(PlaceKind.ELEMENT, store.name))
            for store in graph.of_sort(Store)
            if store.at_rest is not None
        }
        self._key_at: dict[str, dict[str, Condition]] = defaultdict(dict)
        self._key_of: dict[tuple[str, str], Condition] = {}
        self._paths: dict[str, Mapping[State, tuple[str, ...]]] = {}
        # What the same forms come to, for the same party: worked out once until a key is learnt.
        self._covered: dict[tuple[Forms, Form], Forms] = {}
        self._handed: dict[Situation, Forms] = {}
        self._openings: dict[Situation, Condition] = {}
        self._opened_by_others: dict[tuple[Forms, bool], Condition] = {}
        self._run()
        self._held: dict[Hashable, Condition] = {}

    # What the fixpoint says

    def forms(self, datum: str, element: str) -> Forms:
        """The forms of a datum at an element; empty where it never gets to."""
        return self._forms[datum].get(element, frozenset())

    @cached_property
    def arrivals(self) -> Sequence[tuple[str, Sequence[str]]]:
        """Every datum with the elements that it begins at, flows to or is made at, sorted."""
        found = [(name, sorted(self._forms.get(name, ()))) for name in self.graph.data]
        if not self._inside:
            return found
        return [
            (name, [at for at in here if (name, at) not in self._inside]) for name, here in found
        ]

    def onward(self, datum: str) -> Mapping[str, Sequence[Flow]]:
        """The flows by which each element hands a datum on; those that hand it on only."""
        return self._flows_from[datum]

    def spread(self, datum: str, starts: Iterable[str], stops: Container[str] = ()) -> set[str]:
        """The elements to which flows bring a datum from some, these included, without passing
        one of the `stops`, which are left out."""
        onward = self._flows_from[datum]
        found: set[str] = set()
        ahead = [*starts]
        for element in ahead:
            if element not in found and element not in stops:
                found.add(element)
                if element in onward:
                    ahead += [flow.destination for flow in onward[element]]
        return found

    def made_of(self, datum: str, element: str) -> Sequence[Datum]:
        """What is made of the datum at an element, perhaps with others."""
        return self._made_of[datum].get(element, ())

    def resting(self, datum: str, store: Store, keeper: bool = True) -> Forms:
        """The forms of the copy that rests in a store, as its keeper meets it or somebody else."""
        forms = self.forms(datum, store.name)
        if store.at_rest is None:
            passable = (IN_CLEAR, OWN_KEY) if keeper else (IN_CLEAR,)
            return both(forms, given(at_rest_ask(store.name), *passable))
        return self._under(forms, self._locks_at[store.name])

    def how_it_rests(self, datum: str, store: Store) -> Hashable:
        """What decides who can open the copy in a store: data of which this is equal open alike."""
        return store.name, self._forms[datum].get(store.name), datum in self._guessables

    def reads(self, datum: str, element: str) -> Condition:
        """Whether whoever runs the element can read the datum there."""
        forms = self._forms[datum].get(element)
        if forms is CLEAR:
            return ALWAYS
        return NEVER if forms is None else self._opened(datum, forms, element)

    def arrives(self, datum: str, element: str) -> bool:
        """Whether the datum begins at the element, flows to it or is made there."""
        return element in self._forms[datum] and (datum, element) not in self._inside

    def readings(self, datum: str, group: Mapping[str, T]) -> Mapping[T, Mapping[str, Condition]]:
        """For every element at which the datum arrives whether whoever runs it can read it, by the
        group that the element is in."""
        places = self._forms[datum]
        if self._inside:
            places = {at: forms for at, forms in places.items() if (datum, at) not in self._inside}
        found: dict[T, dict[str, Condition]] = defaultdict(dict)
        for element, forms in places.items():
            found[group[element]][element] = (
                ALWAYS if forms is CLEAR else self._opened(datum, forms, element)
            )
        return found

    def arrives_without(self, datum: str, element: str, kinds: frozenset[LayerKind]) -> Condition:
        """Whether the datum gets to the element in a form that no layer of these kinds covers."""
        forms = self.forms(datum, element)
        if forms == CLEAR:
            return ALWAYS
        return least(
            frozenset(item for item in form if isinstance(item, Answer))
            for form in forms
            if not any(isinstance(item, Lock) and item.layer.kind in kinds for item in form)
        )

    def travels_open(self, datum: str, flow: Flow) -> Condition:
        """Whether a flow carries the datum in a form that everybody can read who sees it pass."""
        left = self._left(datum, self.forms(datum, flow.source), flow.source)
        forms = self._carried(left, flow, datum)
        if forms is CLEAR or forms == CLEAR:
            return ALWAYS
        return either(
            *(both(*(self._opens_to_all(item, datum) for item in form)) for form in forms)
        )

    def _opens_to_all(self, item: Lock | Answer, name: str) -> Condition:
        has_key = isinstance(item, Lock) and item.layer.key is not None
        return NEVER if has_key else self._lock_opens(item, name, "")

    def holds(self, datum: str, store: Store) -> Condition:
        """Whether the keeper of a store can read the resting copy."""
        how = self.how_it_rests(datum, store)
        if how not in self._held:
            self._held[how] = self._opens_at_rest(datum, store)
        return self._held[how]

    def opens_to_others(self, datum: str, store: Store) -> Condition:
        """Whether some party other than the subjects could read the resting copy if it got hold
        of it."""
        forms = self.resting(datum, store, keeper=False)
        place = (forms, self._guessable(datum))
        if place not in self._opened_by_others:
            self._opened_by_others[place] = either(
                *(
                    both(*(self._lock_opens(item, datum, party) for item in form))
                    for form in forms
                    for party in self._who_may_open(form)
                )
            )
        opens = self._opened_by_others[place]
        return (
            opens if store.at_rest is not None else either(opens, self._owner_opens(datum, store))
        )

    def _owner_opens(self, datum: str, store: Store) -> Condition:
        """Whether a party that controls the keeper of a store could read the resting copy: it
        reaches every key that the keeper reaches."""
        keeper = self.graph.party_of(store.name)
        return either(
            *(
                both(*(self._lock_opens(item, datum, party) for item in form))
                for party in self._owners.get("" if keeper is None else keeper.name, ())
                for form in self.resting(datum, store)
            )
        )

    def has_key(self, key: str, party: str) -> Condition:
        """Whether a party has lasting reach of a key: it holds the key, or can read it at rest."""
        return self._has_key(key, party)

    def paths(self, datum: str) -> Mapping[State, tuple[str, ...]]:
        """A witness path, as names of flows, for every form of the datum at every element: the
        shortest, and of these the first by name. It starts where the datum begins or is made, or,
        at elements that it gets to only inside another one, where that one is."""
        if datum not in self._paths:
            self._paths[datum] = self._shortest_paths(datum)
        return self._paths[datum]

    def _shortest_paths(self, datum: str) -> Mapping[State, tuple[str, ...]]:
        states = {
            (element, form) for element, forms in self._forms[datum].items() for form in forms
        }
        found: dict[State, tuple[str, ...]] = {}
        for begins in (self._begins, self._comes_inside_another):
            ahead = [state for state in states - found.keys() if begins(datum, *state)]
            found.update(dict.fromkeys(ahead, ()))
            self._follow(datum, ahead, states, found)
        return found

    def _follow(
        self,
        datum: str,
        begun: Iterable[State],
        states: Set[State],
        found: dict[State, tuple[str, ...]],
    ) -> None:
        """Add the paths on from these states to the states that none leads to yet."""
        ahead = sorted(begun, key=lambda state: state[0])
        while ahead:
            reached: dict[State, tuple[str, ...]] = {}
            for element, form in ahead:
                for flow in self._flows_from[datum].get(element, ()):
                    left = self._left(datum, frozenset({form}), element)
                    for after in self._carried(left, flow, datum):
                        state = (flow.destination, after)
                        path = (*found[element, form], flow.name)
                        if state in states and state not in found:
                            reached[state] = min(path, reached.get(state, path))
            found.update(reached)
            ahead = sorted(reached, key=lambda state: (found[state], state[0]))

    # The fixpoint

    def _run(self) -> None:
        for datum in self.graph.data.values():
            if datum.origin is not None:
                self._add(datum.name, datum.origin, _own(datum, CLEAR))
        keys = self.graph.keys.keys()
        for name, element in sorted(
            (key, element) for key in keys for element in self._flows_from[key]
        ):
            party = self.graph.party_of(element)
            if party is not None:
                declared = frozenset(map(frozenset, self._declared(name, party.name)))
                self._add(name, element, declared, moved=False)
        while self._queue:
            name, element = self._queue.popleft()
            if name in keys:
                self._learn_key(name, element)
            self._step(name, element)

    def _step(self, name: str, start: str) -> None:
        """Hands one datum on from one element along every declared step, and on from wherever this
        brings it first as it is. A key is learnt at each place before it goes on."""
        places, onward = self._forms[name], self._flows_from[name]
        made_of, held_in = self._made_of.get(name, _NOTHING), self._held_in.get(name, ())
        is_key = name in self.graph.keys
        ahead = [start]
        for element in ahead:
            forms = places[element]
            if element in onward:
                left = forms if forms is CLEAR else self._left(name, forms, element)
                for flow in onward[element]:
                    to = flow.destination
                    if flow.layers:
                        self._add(name, to, self._carried(left, flow, name))
                    elif to not in places:
                        places[to] = left
                        if is_key:
                            self._queue.append((name, to))
                        else:
                            ahead.append(to)
                    elif places[to] is not CLEAR or self._inside:
                        self._add(name, to, left)
            for made in made_of.get(element, ()):
                self._add(made.name, element, self._made(made))
            for held in held_in:
                self._add(held, element, forms, moved=False)

    def _learn_key(self, key: str, element: str) -> None:
        """A key came to a place, or what covers it there may open now: so may what it locks."""
        store, party = self.graph.elements[element], self.graph.party_of(element)
        before = self._key_at[element].get(key, NEVER)
        after = self._opened(key, self.forms(key, element), element)
        self._key_at[element][key] = after
        places = {element}
        if isinstance(store, Store) and party is not None:
            known = self._key_of.get((key, party.name), NEVER)
            learnt = either(known, self._opens_at_rest(key, store))
            if learnt != known:
                self._key_of[key, party.name] = learnt
                places |= {
                    name for name in self.graph.elements if self.graph.party_of(name) == party
                }
        if after == before and len(places) == 1:
            return
        self._handed.clear()
        self._openings.clear()
        self._queue.extend(
            (name, place)
            for name, found in self._forms.items()
            for place, forms in found.items()
            if place in places and any(_is_locked_by(key, form) for form in forms)
        )
        # A key that rests under this one may be learnt now, too.
        self._queue.extend(
            (name, place)
            for place in sorted(places & self._locks_at.keys())
            if _is_locked_by(key, self._locks_at[place])
            for name in self.graph.keys
            if place in self._forms.get(name, ())
        )

    def _add(self, name: str, element: str, forms: Forms, moved: bool = True) -> None:
        if not forms or element not in self.graph.elements:
            return
        places = self._forms[name]
        before = places.get(element)
        if before is None:
            places[element] = forms
            self._queue.append((name, element))
            if not moved:
                self._inside.add((name, element))
            return
        if moved and self._inside:
            self._inside.discard((name, element))
        if before is forms or before == CLEAR or forms <= before:
            return
        forms = least(before | forms)
        if forms != before:
            places[element] = forms
            self._queue.append((name, element))

    def _carried(self, left: Forms, flow: Flow, datum: str) -> Forms:
        """What arrives, in forms, of a datum that its source handed on in these."""
        if not flow.layers or datum in flow.labels:
            return left
        return self._under(left, self._locks_of[flow.name])

    def _under(self, forms: Forms, locks: Form) -> Forms:
        if not locks:
            return forms
        place = (forms, locks)
        if place not in self._covered:
            self._covered[place] = least(form | locks for form in forms)
        return self._covered[place]

    def _made(self, datum: Datum) -> Forms:
        assert datum.transform is not None
        step = datum.transform
        parts = [self._left(name, self.forms(name, step.at), step.at) for name in step.inputs]
        if all(part is CLEAR for part in parts):
            return _own(datum, CLEAR)
        if step.operation.effect.result:
            parts = [least(map(_without_comparable, forms)) for forms in parts]
        return _own(datum, both(*parts))

    def _begins(self, datum: str, element: str, form: Form) -> bool:
        """Whether the datum can begin or be made at an element in this form."""
        item = self.graph.data.get(datum)
        if item is None or item.origin == element:
            return True
        made = item.transform is not None and item.transform.at == element
        return made and form in self._made(item)

    def holders(self, datum: str, element: str) -> tuple[str, ...]:
        """The data at an element that hold a datum, those made there left out; sorted."""
        return tuple(
            name
            for name in sorted(self._holders[datum])
            if element in self._forms[name]
            if (step := self.graph.data[name].transform) is None or step.at != element
        )

    def _comes_inside_another(self, datum: str, element: str, form: Form) -> bool:
        """Whether the datum can come to an element in this form inside one that holds it."""
        return any(form in self.forms(holder, element) for holder in self._holders[datum])

    # Opening locks

    def _opens_at_rest(self, name: str, store: Store) -> Condition:
        return self._opened(name, self.resting(name, store), store.name)

    def _situation(self, name: str, forms: Forms, element: str) -> Situation:
        party = self.graph.party_of(element)
        passed = element if element in self._key_at else ""
        return forms, self._guessable(name), None if party is None else party.name, passed

    def _left(self, name: str, forms: Forms, element: str) -> Forms:
        """The forms in which an element can hand a datum on: opened as far as it can."""
        if forms is CLEAR or forms == CLEAR:
            return CLEAR
        situation = self._situation(name, forms, element)
        if situation not in self._handed:
            ways = (both(*self._ways(form, name, element)) for form in forms)
            self._handed[situation] = either(*ways)
        return self._handed[situation]

    def _ways(self, form: Form, name: str, element: str) -> Iterator[Forms]:
        for item in form:
            if isinstance(item, Answer):
                yield frozenset({frozenset({item})})
                continue
            opened: Forms = frozenset(map(frozenset, self._lock_opens_at(item, name, element)))
            yield least({frozenset({item}), *opened})

    def _opened(self, name: str, forms: Forms, element: str) -> Condition:
        if forms == CLEAR:
            return ALWAYS
        situation = self._situation(name, forms, element)
        if situation not in self._openings:
            self._openings[situation] = either(
                *(
                    both(*(self._lock_opens_at(item, name, element) for item in form))
                    for form in forms
                )
            )
        return self._openings[situation]

    def _lock_opens_at(self, item: Lock | Answer, name: str, element: str) -> Condition:
        party = self.graph.party_of(element)
        opened = NEVER if party is None else self._lock_opens(item, name, party.name)
        if isinstance(item, Lock) and item.layer.key is not None and self._key_helps(item, name):
            passing = self._key_at.get(element, {})
            return either(opened, passing.get(item.layer.key, NEVER))
        return opened

    def _who_may_open(self, form: Form) -> Iterable[str]:
        """The parties but the subjects of which one can open a form if any can."""
        others = [item for item in self.graph.parties.values() if item.role is not Role.SUBJECT]
        keys = {item.layer.key for item in form if isinstance(item, Lock)} - {None}
        if not keys:
            return [item.name for item in others[:1]]
        stated = [self.graph.keys[key].holders for key in sorted(filter(None, keys))]
        holders = None if None in stated else frozenset().union(*filter(None, stated))
        learnt = {party for key, party in self._key_of if key in keys}
        return [
            item.name
            for item in others
            if holders is None
            or item.name in holders
            or item.name in learnt
            or item.controls & holders
        ]

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
        return name in self._guessables

    def _has_key(self, key: str, party: str) -> Condition:
        """Whether a party can use a key at any of its elements."""
        return either(self._declared(key, party), self._key_of.get((key, party), NEVER))

    def _declared(self, key: str, party: str) -> Condition:
        """Whether a party holds a key, alone and by the author's word."""
        found = self.graph.keys[key]
        if found.holders is None:
            return given(_holders_ask(key, party), YES)
        reach = {party} | self.graph.parties[party].controls
        if not found.holders & reach:
            return NEVER
        if found.holders <= reach or found.split is False:
            return ALWAYS
        if found.split is None:
            text = f"Can one of the holders of {key} open it alone, or must several act together?"
            return given(Ask(Spot(PlaceKind.KEY, key), "split", (YES, NO), text), NO)
        return NEVER


def _held_inputs(datum: Datum) -> tuple[str, ...]:
    """The data that a datum holds, so that who has it has them."""
    step = datum.transform
    return step.inputs if step is not None and step.operation.effect.holds_input else ()


def _is_locked_by(key: str, form: Form) -> bool:
    return any(isinstance(item, Lock) and item.layer.key == key for item in form)


@cache
def _holders_ask(key: str, party: str) -> Ask:
    text = f"Which parties hold {key}?"
    return Ask(Spot(PlaceKind.KEY, key), "holders", (YES, NO), text, about=party)


def _irreversible_ask(owner: Spot, layer: Layer) -> Ask:
    scheme = layer.scheme or "the template protection"
    text = f"Is there published evidence that {scheme} of {owner.name} cannot be reversed?"
    return Ask(owner, "irreversible", (YES, NO), text)


def _locks(layers: Iterable[Layer], owner: Spot) -> Form:
    """Layers as locks; those that open alike are one lock wherever they were put on."""
    return frozenset(Lock(layer, owner if _is_asked(layer) else None) for layer in layers)


def _is_asked(layer: Layer) -> bool:
    return layer.kind is LayerKind.PROTECTED and layer.irreversible is None


def _own(datum: Datum, forms: Forms) -> Forms:
    """Forms under the layer that the datum puts around itself, if it does."""
    if datum.layer is None:
        return forms
    locks = _locks((datum.layer,), Spot(PlaceKind.DATA, datum.name))
    return least(form | locks for form in forms)


def _without_comparable(form: Form) -> Form:
    """Locks under which a comparison can be computed: everything but encryption."""
    return frozenset(
        item for item in form if isinstance(item, Answer) or item.layer.kind is LayerKind.ENCRYPTED
    )

"""Which data about one person a party can join.

Data meet where one element has them both in readable form. Two meetings join through a value that
singles a person out and stands in both: the same identifier, the same face. A hashed or tokenised
value need not be opened for that: equal forms are equal values.

What a party has about one population falls into *islands*: elements that share such values. Two
data can be joined if the party can read them on one island. Open attributes give two maps of
islands, one of what is certain and one of what is possible; only between the two must the exact
condition be worked out.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Set
from functools import cached_property
from operator import itemgetter
from typing import TypeVar

from facetrail.analysis.condition import ALWAYS, NEVER, Condition, both, either
from facetrail.analysis.content import Content
from facetrail.analysis.lineage import Form, Lineage, Lock
from facetrail.model.graph import Graph
from facetrail.model.kinds import Kind, Modality
from facetrail.model.words import LayerKind

K = TypeVar("K")

Value = tuple[Kind | Modality, Form]
"""What is compared: a kind or modality, and the locks it is compared under."""

Islands = frozenset[frozenset[str]]
"""Some islands, each as its elements."""

_COMPARED_SEALED = frozenset({LayerKind.HASHED, LayerKind.TOKENISED})


class Linking:
    """What each party of a graph can join."""

    def __init__(self, graph: Graph, lineage: Lineage, contents: Mapping[str, Content]) -> None:
        self._subjects = {name: datum.subjects for name, datum in graph.data.items()}
        owners = {
            name: None if (party := graph.party_of(name)) is None else party.name
            for name in graph.elements
        }
        found: dict[tuple[str, str], dict[str, Mapping[str, Condition]]] = defaultdict(dict)
        for datum, subjects in self._subjects.items():
            if subjects is None:
                continue
            for owner, there in lineage.readings(datum, owners).items():
                if owner is not None:
                    found[owner, subjects][datum] = there
        self._files: dict[str, dict[str, File]] = defaultdict(dict)
        for (name, people), data in sorted(found.items(), key=itemgetter(0)):
            self._files[name][people] = File(graph, lineage, contents, data)

    def files(self, party: str) -> "Iterable[File]":
        """What a party has, population by population."""
        return self._files.get(party, {}).values()

    def linked(self, party: str, one: str, other: str) -> Condition:
        """Whether a party can join two data as one person's, directly or through a chain."""
        subjects = self._subjects[one]
        if subjects is None or subjects != self._subjects[other]:
            return NEVER
        file = self._files.get(party, {}).get(subjects)
        return NEVER if file is None else file.linked(one, other)

    def place(self, party: str, datum: str) -> Hashable:
        """Where in what a party has about the same population a datum is; see File.place."""
        subjects = self._subjects[datum]
        return None if subjects is None else self._files[party][subjects].place(datum)


class File:
    """What a party has about one population: for each datum the elements that it comes to, with
    what reading it there hangs on."""

    def __init__(
        self,
        graph: Graph,
        lineage: Lineage,
        contents: Mapping[str, Content],
        reads: Mapping[str, Mapping[str, Condition]],
    ) -> None:
        self._graph = graph
        self._lineage = lineage
        self._contents = contents
        self._reads = reads
        self._reached: dict[str, Mapping[Value, Condition]] = {}

    @cached_property
    def data(self) -> tuple[str, ...]:
        """The names of all data, sorted."""
        return tuple(sorted(self._reads))

    def linked(self, one: str, other: str) -> Condition:
        """Whether the party can join two of the data as one person's."""
        if self._share_island(self._certain, one, other):
            return ALWAYS
        if not self._share_island(self._possible, one, other):
            return NEVER
        return either(
            *_where_both(self._reads[one], self._reads[other]),
            *_where_both(self._leading_to(one), self._leading_to(other)),
        )

    def place(self, datum: str) -> Hashable:
        """Where the party has one of the data: two in one place are linked to all others alike.
        What hangs on an open attribute is in a place of its own."""
        certain = self._certain.get(datum)
        return certain if certain == self._possible.get(datum) else datum

    def surely_linked(self) -> Iterator[tuple[str, str]]:
        """The pairs of personal data that the party can join whatever is answered."""
        known = [name for name in sorted(self._certain) if self._contents[name].personal]
        for number, one in enumerate(known, 1):
            for other in known[number:]:
                if self._share_island(self._certain, one, other):
                    yield one, other

    def _share_island(self, islands: Mapping[str, Islands], one: str, other: str) -> bool:
        return not islands.get(one, _NOWHERE).isdisjoint(islands.get(other, _NOWHERE))

    @cached_property
    def _possible(self) -> Mapping[str, Islands]:
        """The islands on which the party can read each of the data under some answers."""
        conditions = (reads.values() for reads in self._reads.values())
        is_settled = all(map(_SETTLED.issuperset, conditions))
        return self._certain if is_settled else self._islands(bool)

    @cached_property
    def _certain(self) -> Mapping[str, Islands]:
        """The islands on which the party can read each of the data whatever is answered."""
        return self._islands(ALWAYS.__eq__)

    def _islands(self, counts: Callable[[Condition], bool]) -> Mapping[str, Islands]:
        """The islands of each datum, where conditions count that pass the test."""

        def where(reads: Mapping[str, Condition]) -> Set[str]:
            if _SURE.issuperset(reads.values()):
                return reads.keys()
            return {at for at, read in reads.items() if counts(read)}

        islands: list[frozenset[str]] = []
        for seen in self._seen_at.values():
            places = frozenset(where(seen))
            apart = [island for island in islands if island.isdisjoint(places)]
            joined = [island for island in islands if not island.isdisjoint(places)]
            islands = [*apart, places.union(*joined)]
        found: dict[str, Islands] = {}
        for name, reads in self._reads.items():
            if here := where(reads):
                alone = frozenset(here).difference(*islands)
                found[name] = frozenset(
                    [island for island in islands if not island.isdisjoint(here)]
                    + [frozenset({at}) for at in alone]
                )
        return found

    def _leading_to(self, datum: str) -> Mapping[Value, Condition]:
        """Every value that leads the party to the datum, with what that hangs on: a fixpoint over
        the elements at which two values stand together."""
        if datum in self._reached:
            return self._reached[datum]
        read = self._reads[datum]
        found = {value: either(*_where_both(read, seen)) for value, seen in self._seen_at.items()}
        changed = True
        while changed:
            changed = False
            for here in self._values_at.values():
                start = either(*(both(found[value], seen) for value, seen in here))
                for value, seen in here if start else ():
                    more = either(found[value], both(start, seen))
                    changed = changed or more != found[value]
                    found[value] = more
        self._reached[datum] = {value: condition for value, condition in found.items() if condition}
        return self._reached[datum]

    @cached_property
    def _values_at(self) -> Mapping[str, list[tuple[Value, Condition]]]:
        """The values that stand at each element, with what reading them hangs on."""
        found: dict[str, list[tuple[Value, Condition]]] = defaultdict(list)
        for value, seen in self._seen_at.items():
            for at, read in seen.items():
                found[at].append((value, read))
        return found

    @cached_property
    def _seen_at(self) -> Mapping[Value, Mapping[str, Condition]]:
        """For each value the elements at which it stands, with what reading it there hangs on."""
        found: dict[Value, dict[str, Condition]] = defaultdict(dict)
        for name, reads in self._reads.items():
            links_by = self._contents[name].links_by
            for what in links_by:
                _see(found[what, _BARE], reads)
            if links_by and not _SURE.issuperset(reads.values()):
                for at, read in reads.items():
                    for value in self._sealed_values(name, at) if read != ALWAYS else ():
                        found[value][at] = ALWAYS
        return found

    def _sealed_values(self, datum: str, at: str) -> Iterator[Value]:
        for form in self._lineage.forms(datum, at):
            if form and all(isinstance(item, Lock) and _comparable(item) for item in form):
                yield self._graph.data[datum].kind, form


def _see(seen: dict[str, Condition], reads: Mapping[str, Condition]) -> None:
    """Add to the elements at which a value stands those at which a datum with it can be read."""
    if _SURE.issuperset(reads.values()):
        seen.update(reads)
        return
    for at, read in reads.items():
        if read:
            seen[at] = either(seen.get(at, NEVER), read)


def _where_both(one: Mapping[K, Condition], other: Mapping[K, Condition]) -> Iterator[Condition]:
    """What it hangs on that both are somewhere, for each place that both can be in."""
    return (both(one[place], other[place]) for place in one.keys() & other.keys())


_SURE = frozenset({ALWAYS})
_SETTLED = frozenset({ALWAYS, NEVER})
_BARE: Form = frozenset()
_NOWHERE: Islands = frozenset()


def _comparable(item: Lock) -> bool:
    return item.layer.kind in _COMPARED_SEALED

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
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cache, cached_property

from facetrail.analysis.condition import ALWAYS, NEVER, Condition, both, either
from facetrail.analysis.content import Content
from facetrail.analysis.lineage import Form, Lineage, Lock
from facetrail.model.graph import Graph
from facetrail.model.kinds import Kind, Modality
from facetrail.model.words import LayerKind

Value = tuple[Kind | Modality, Form]
"""What is compared: a kind or modality, and the locks it is compared under."""

_COMPARED_SEALED = frozenset({LayerKind.HASHED, LayerKind.TOKENISED})


class Linking:
    """What each party of a graph can join."""

    def __init__(self, graph: Graph, lineage: Lineage, contents: Mapping[str, Content]) -> None:
        self._subjects = {name: datum.subjects for name, datum in graph.data.items()}
        about: dict[str, dict[str, dict[str, Condition]]] = defaultdict(lambda: defaultdict(dict))
        for datum, elements in lineage.arrivals:
            subjects = self._subjects[datum]
            if subjects is not None:
                there = about[subjects]
                for element, read in lineage.readings(datum, elements):
                    there[element][datum] = read
        self._files: dict[str, dict[str, File]] = defaultdict(dict)
        for people, there in sorted(about.items()):
            found: dict[str, dict[str, Mapping[str, Condition]]] = defaultdict(dict)
            for element, reads in there.items():
                party = graph.party_of(element)
                if party is not None:
                    found[party.name][element] = reads
            for name, here in found.items():
                self._files[name][people] = File(graph, lineage, contents, here)

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
    """What a party has about one population: which data are at each element, and what reading
    them there hangs on."""

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
        return tuple(sorted({name for here in self._reads.values() for name in here}))

    def linked(self, one: str, other: str) -> Condition:
        """Whether the party can join two of the data as one person's."""
        if self._share_island(self._certain, one, other):
            return ALWAYS
        if not self._share_island(self._possible, one, other):
            return NEVER
        mine, theirs = self._leading_to(one), self._leading_to(other)
        return either(
            *(both(here.get(one, NEVER), here.get(other, NEVER)) for here in self._reads.values()),
            *(both(mine[value], theirs[value]) for value in mine.keys() & theirs.keys()),
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

    def _share_island(self, islands: Mapping[str, frozenset[str]], one: str, other: str) -> bool:
        return not islands.get(one, _NOWHERE).isdisjoint(islands.get(other, _NOWHERE))

    @cached_property
    def _possible(self) -> Mapping[str, frozenset[str]]:
        """The islands on which the party can read each of the data under some answers."""
        reads = {read for here in self._reads.values() for read in here.values()}
        is_settled = all(read == ALWAYS or not read for read in reads)
        return self._certain if is_settled else self._islands(bool)

    @cached_property
    def _certain(self) -> Mapping[str, frozenset[str]]:
        """The islands on which the party can read each of the data whatever is answered."""
        return self._islands(ALWAYS.__eq__)

    def _islands(self, counts: Callable[[Condition], bool]) -> Mapping[str, frozenset[str]]:
        """The islands of each datum, named after one of their elements, where conditions count
        that pass the test."""
        island = {at: at for at in self._reads}

        def top(at: str) -> str:
            while island[at] != at:
                island[at] = at = island[island[at]]
            return at

        first: dict[Value, str] = {}
        alike: dict[int, str] = {}
        for at, values in self._values_at.items():
            island[at] = alike.setdefault(id(values), at) if values else at
            for value, seen in values if island[at] is at else ():
                if seen is ALWAYS or counts(seen):
                    one = first.setdefault(value, at)
                    if one is not at:
                        island[top(at)] = top(one)
        found: dict[str, set[str]] = defaultdict(set)
        for at, here in self._reads.items():
            where = top(at)
            for name, read in here.items():
                if read is ALWAYS or counts(read):
                    found[name].add(where)
        return {name: frozenset(tops) for name, tops in found.items()}

    def _leading_to(self, datum: str) -> Mapping[Value, Condition]:
        """Every value that leads the party to the datum, with what that hangs on: a fixpoint over
        the elements at which two values stand together."""
        if datum in self._reached:
            return self._reached[datum]
        found: dict[Value, Condition] = {}
        for at, present in self._reads.items():
            if read := present.get(datum):
                for value, seen in self._values_at[at]:
                    found[value] = either(found.get(value, NEVER), both(read, seen))
        changed = True
        while changed:
            changed = False
            for here in self._values_at.values():
                start = either(*(both(found.get(value, NEVER), seen) for value, seen in here))
                for value, seen in here if start else ():
                    more = either(found.get(value, NEVER), both(start, seen))
                    changed = changed or more != found.get(value, NEVER)
                    found[value] = more
        self._reached[datum] = {value: condition for value, condition in found.items() if condition}
        return self._reached[datum]

    @cached_property
    def _values_at(self) -> Mapping[str, list[tuple[Value, Condition]]]:
        """The values that stand at each element, with what reading them hangs on: one and the same
        list where just the same can be read whatever is answered."""
        found: dict[str, list[tuple[Value, Condition]]] = {}
        plain: dict[tuple[Content, ...], list[tuple[Value, Condition]]] = {}
        for at, here in self._reads.items():
            values: list[tuple[Value, Condition]] = []
            if _SURE.issuperset(here.values()):
                contents = tuple([self._contents[name] for name in here])
                values = plain.setdefault(contents, values)
            found[at] = values
            for name, read in here.items() if not values else ():
                if links_by := self._contents[name].links_by:
                    values += _read_values(links_by, read)
                    if read != ALWAYS:
                        values += self._sealed_values(name, at)
        return found

    def _sealed_values(self, datum: str, at: str) -> Iterator[tuple[Value, Condition]]:
        for form in self._lineage.forms(datum, at):
            if form and all(isinstance(item, Lock) and _comparable(item) for item in form):
                yield (self._graph.data[datum].kind, form), ALWAYS


@cache
def _read_values(
    links_by: tuple[Kind | Modality, ...], read: Condition
) -> tuple[tuple[Value, Condition], ...]:
    """The values in what can be read under a condition, each with that."""
    return tuple(((what, _BARE), read) for what in links_by if read)


_BARE: Form = frozenset()
_SURE = frozenset({ALWAYS})
_NOWHERE: frozenset[str] = frozenset()


def _comparable(item: Lock) -> bool:
    return item.layer.kind in _COMPARED_SEALED

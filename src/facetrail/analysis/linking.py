"""Which data about one person a party can join.

Data meet where one element has them both in readable form. Two meetings join through a value that
singles a person out and stands in both: the same identifier, the same face. A hashed or tokenised
value need not be opened for that: equal forms are equal values.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from facetrail.analysis.condition import ALWAYS, NEVER, Condition, both, either
from facetrail.analysis.content import Content
from facetrail.analysis.lineage import Form, Lineage, Lock
from facetrail.model.graph import Graph
from facetrail.model.words import LayerKind

Value = tuple[str, str, Form]
"""What is compared: kind or modality, whose it is, and the locks it is compared under."""

_COMPARED_SEALED = frozenset({LayerKind.HASHED, LayerKind.TOKENISED})


class Linking:
    """What each party of a graph can join."""

    def __init__(self, graph: Graph, lineage: Lineage, contents: Mapping[str, Content]) -> None:
        self._graph = graph
        self._lineage = lineage
        self._contents = contents
        self._data_at: dict[str, list[str]] = defaultdict(list)
        for datum, element in lineage.arrivals():
            self._data_at[element].append(datum)
        self._elements_of: dict[str, list[str]] = defaultdict(list)
        for name in graph.elements:
            party = graph.party_of(name)
            if party is not None:
                self._elements_of[party.name].append(name)
        self._reached: dict[tuple[str, str], Mapping[Value, Condition]] = {}

    def meets(self, party: str, one: str, other: str) -> Condition:
        """Whether a party has both data, readable, at one of its elements."""
        return either(
            *(
                both(self._lineage.reads(one, element), self._lineage.reads(other, element))
                for element in self._elements_of[party]
                if one in self._data_at[element] and other in self._data_at[element]
            )
        )

    def linked(self, party: str, one: str, other: str) -> Condition:
        """Whether a party can join two data as one person's, directly or through a chain."""
        if not self.same_person(one, other):
            return NEVER
        direct = self.meets(party, one, other)
        if direct == ALWAYS:
            return direct
        mine, theirs = self._values(party, one), self._values(party, other)
        shared = (both(mine[value], theirs[value]) for value in _shared(mine, theirs))
        return either(direct, *shared)

    def same_person(self, one: str, other: str) -> bool:
        """Whether two data are about the same population; data about nobody join nothing."""
        subjects = self._graph.data[one].subjects
        return subjects is not None and subjects == self._graph.data[other].subjects

    def _values(self, party: str, datum: str) -> Mapping[Value, Condition]:
        """Every value that leads a party to the datum, with what that hangs on: a fixpoint over
        the elements of the party at which two values stand together."""
        place = (party, datum)
        if place in self._reached:
            return self._reached[place]
        found: dict[Value, Condition] = {}
        for element in self._elements_of[party]:
            if datum in self._data_at[element]:
                read = self._lineage.reads(datum, element)
                for value, seen in self._values_at(element):
                    found[value] = either(found.get(value, NEVER), both(read, seen))
        changed = True
        while changed:
            changed = False
            for element in self._elements_of[party]:
                here = list(self._values_at(element))
                start = either(*(both(found.get(value, NEVER), seen) for value, seen in here))
                for value, seen in here if start else ():
                    more = either(found.get(value, NEVER), both(start, seen))
                    changed = changed or more != found.get(value, NEVER)
                    found[value] = more
        self._reached[place] = {value: cond for value, cond in found.items() if cond}
        return self._reached[place]

    def _values_at(self, element: str) -> Iterator[tuple[Value, Condition]]:
        for datum in self._data_at[element]:
            subjects = self._graph.data[datum].subjects
            if subjects is None or not self._contents[datum].singles_out:
                continue
            read = self._lineage.reads(datum, element)
            for kind in sorted(self._contents[datum].kinds):
                if kind.traits.singles_out and read:
                    yield (kind.traits.modality or kind, subjects, frozenset()), read
            for form in self._lineage.forms(datum, element):
                locks = frozenset(item for item in form if isinstance(item, Lock))
                if locks and locks == form and _comparable(locks):
                    yield (self._graph.data[datum].kind, subjects, form), ALWAYS


def _shared(one: Mapping[Value, Condition], other: Mapping[Value, Condition]) -> list[Value]:
    """The values that two have in common, in a fixed order."""
    return sorted(one.keys() & other.keys(), key=lambda value: (value[0], value[1], str(value[2])))


def _comparable(locks: frozenset[Lock]) -> bool:
    return all(item.layer.kind in _COMPARED_SEALED for item in locks)

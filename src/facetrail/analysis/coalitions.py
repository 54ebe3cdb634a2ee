"""What parties can join together that none of them can alone.

A coalition is judged as if it were one party: it has the elements and the keys of all its members.
Only parties that exchange something with each other are thought of together, directly or through
other members, and only what is certain counts.
"""

from collections.abc import Iterator
from functools import cached_property
from itertools import combinations

from facetrail.analysis.facts import Facts
from facetrail.model.composing import with_one_party
from facetrail.model.graph import Graph
from facetrail.model.words import Role
from facetrail.report import Coalition

LARGEST = 4
"""Members of the largest coalition that is looked at."""

Pair = tuple[str, str]


class Coalitions:
    """What the parties of a graph but the people themselves can join together."""

    def __init__(self, facts: Facts) -> None:
        self._graph = facts.graph
        self._facts = facts
        self._joined: dict[tuple[str, ...], frozenset[Pair]] = {}

    @cached_property
    def pairs(self) -> tuple[Coalition, ...]:
        """Every two parties that exchange something and can join more together than apart, those
        that gain most first."""
        found = (
            Coalition(parties=parties, links=self._gained(parties))
            for parties in self._connected(2)
        )
        gaining = [item for item in found if item.links]
        return tuple(sorted(gaining, key=lambda item: (-len(item.links), item.parties)))

    @cached_property
    def to_a_body(self) -> tuple[Coalition, ...]:
        """The fewest parties that can go from an account, number or address of a person to what
        shows their body: every such coalition of the smallest size of which one can, in order of
        the names; none where no coalition that is looked at can."""
        for size in range(1, LARGEST + 1):
            found = (
                Coalition(
                    parties=parties,
                    links=tuple(sorted(filter(self._leads_to_a_body, self._links(parties)))),
                )
                for parties in self._connected(size)
            )
            if able := sorted((item for item in found if item.links), key=lambda it: it.parties):
                return tuple(able)
        return ()

    def _gained(self, parties: tuple[str, ...]) -> tuple[Pair, ...]:
        alone = frozenset[Pair]().union(*(self._links((party,)) for party in parties))
        return tuple(sorted(self._links(parties) - alone))

    def _links(self, parties: tuple[str, ...]) -> frozenset[Pair]:
        if parties not in self._joined:
            facts = self._facts
            if len(parties) > 1:
                facts = Facts(Graph(with_one_party(self._graph.system, parties)))
            self._joined[parties] = frozenset(facts.links(parties[0]))
        return self._joined[parties]

    def _leads_to_a_body(self, pair: Pair) -> bool:
        one, other = (self._facts.contents[name] for name in pair)
        return (one.is_handle and other.irrevocable) or (other.is_handle and one.irrevocable)

    def _connected(self, size: int) -> Iterator[tuple[str, ...]]:
        """The coalitions of a size in which everybody exchanges something with another."""
        return (parties for parties in combinations(self._parties, size) if self._hangs(parties))

    def _hangs(self, parties: tuple[str, ...]) -> bool:
        reached, ahead = set[str](), [parties[0]]
        while ahead:
            party = ahead.pop()
            if party not in reached:
                reached.add(party)
                ahead += (item for item in parties if frozenset({party, item}) in self._exchanging)
        return len(reached) == len(parties)

    @cached_property
    def _parties(self) -> tuple[str, ...]:
        found = self._graph.parties.values()
        return tuple(item.name for item in found if item.role is not Role.SUBJECT)

    @cached_property
    def _exchanging(self) -> frozenset[frozenset[str]]:
        graph = self._graph
        ends = ((graph.party_of(f.source), graph.party_of(f.destination)) for f in graph.data_flows)
        return frozenset(
            frozenset({one.name, other.name})
            for one, other in ends
            if one is not None and other is not None and one is not other
        )

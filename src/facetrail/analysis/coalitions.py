"""What parties can join together that none of them can alone.

A coalition is judged as if it were one party: it has the elements and the keys of all its members.
Only parties that exchange something with each other are thought of together, directly or through
other members, and only what is certain counts.
"""

from collections import defaultdict
from collections.abc import Mapping, Set
from functools import cached_property
from itertools import combinations, groupby

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
        self._joined: dict[tuple[str, ...], Set[Pair]] = {}

    @cached_property
    def found(self) -> tuple[Coalition, ...]:
        """The parties that exchange something and can join what no fewer of them can, the smallest
        coalitions first, and of these those that gain most."""
        found = (
            Coalition(parties=parties, links=tuple(sorted(gained)))
            for parties in self._connected
            if len(parties) > 1 and (gained := self._links(parties) - self._links_of_fewer(parties))
        )
        return tuple(
            sorted(found, key=lambda item: (len(item.parties), -len(item.links), item.parties))
        )

    @cached_property
    def to_a_body(self) -> tuple[Coalition, ...]:
        """The fewest parties that can go from an account, number or address of a person to what
        shows their body: every such coalition of the smallest size of which one can, in order of
        the names; none where no coalition that is looked at can."""
        if not any(map(self._leads_to_a_body, self._links_of_all)):
            return ()
        able = (
            Coalition(parties=parties, links=links)
            for parties in self._connected
            if (links := tuple(sorted(filter(self._leads_to_a_body, self._links(parties)))))
        )
        _, smallest = next(groupby(able, key=lambda item: len(item.parties)), (0, ()))
        return tuple(smallest)

    def _links(self, parties: tuple[str, ...]) -> Set[Pair]:
        """The pairs that parties can join together: worked out only where more of the data that
        come to them can be joined at all than fewer of them can join."""
        if parties not in self._joined:
            fewer = self._links_of_fewer(parties)
            data = frozenset[str]().union(*(self._data_of[party] for party in parties))
            could = {pair for pair in self._links_of_all if data.issuperset(pair)}
            self._joined[parties] = fewer if could <= fewer else self._links_as_one(parties)
        return self._joined[parties]

    def _links_of_fewer(self, parties: tuple[str, ...]) -> Set[Pair]:
        fewer = combinations(parties, len(parties) - 1)
        return frozenset[Pair]().union(
            *(self._links(few) for few in fewer if few in self._connected)
        )

    @cached_property
    def _links_of_all(self) -> Set[Pair]:
        """The pairs that all parties together can join: no coalition can join others."""
        return self._links_as_one(self._parties) if self._parties else frozenset()

    def _links_as_one(self, parties: tuple[str, ...]) -> Set[Pair]:
        facts = self._facts
        if len(parties) > 1:
            facts = Facts(Graph(with_one_party(self._graph.system, parties)))
        return frozenset(facts.links(parties[0]))

    @cached_property
    def _data_of(self) -> Mapping[str, Set[str]]:
        """The data that come to each party."""
        found: dict[str, set[str]] = defaultdict(set)
        for item in self._facts.arrivals:
            if item.party is not None:
                found[item.party.name].add(item.datum.name)
        return found

    def _leads_to_a_body(self, pair: Pair) -> bool:
        one, other = (self._facts.contents[name] for name in pair)
        return (one.is_handle and other.irrevocable) or (other.is_handle and one.irrevocable)

    @cached_property
    def _connected(self) -> Mapping[tuple[str, ...], None]:
        """The coalitions in which everybody exchanges something with another, by size and name;
        each is a smaller one and somebody who exchanges something with a member of that."""
        found: list[tuple[str, ...]] = [(party,) for party in self._parties]
        last = {*found}
        for _ in range(1, LARGEST):
            last = {
                tuple(sorted((*parties, other)))
                for parties in last
                for member in parties
                for other in self._partners[member] - {*parties}
            }
            found += sorted(last)
        return dict.fromkeys(found)

    @cached_property
    def _parties(self) -> tuple[str, ...]:
        found = self._graph.parties.values()
        return tuple(item.name for item in found if item.role is not Role.SUBJECT)

    @cached_property
    def _partners(self) -> Mapping[str, Set[str]]:
        """The parties with which each exchanges something."""
        graph = self._graph
        found: dict[str, set[str]] = defaultdict(set)
        for flow in graph.data_flows:
            one, other = graph.party_of(flow.source), graph.party_of(flow.destination)
            if one is not None and other is not None and one is not other:
                found[one.name].add(other.name)
                found[other.name].add(one.name)
        return {party: found[party] & {*self._parties} for party in self._parties}

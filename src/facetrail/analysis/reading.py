"""Who can read what, where, and under which layers."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from functools import partial
from itertools import chain

from facetrail.analysis.condition import ALWAYS, Condition, either
from facetrail.analysis.content import Content
from facetrail.analysis.ground import Ground
from facetrail.analysis.lineage import (
    CLEAR,
    IN_CLEAR,
    OTHER_KEY,
    OWN_KEY,
    Forms,
    Lock,
    at_rest_ask,
)
from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Arrival, Carried, Copy, Later
from facetrail.model.graph import Graph
from facetrail.model.words import Flow, Layer, LayerKind


class Reading(Ground):
    """Facts about reading."""

    @shared
    def carried(self) -> tuple[Carried, ...]:
        """Every datum on every flow."""
        return tuple(chain.from_iterable(alike for _, alike in self.carried_alike))

    @shared
    def carried_alike(self) -> Sequence[tuple[Carried, Iterable[Carried]]]:
        """The same in groups of those with one outline, each with that."""
        graph, group = self.graph, self._outlines.group
        stated = {name: group[id(datum)] for name, datum in graph.data.items()}
        groups: dict[Hashable, list[tuple[Flow, str]]] = defaultdict(list)
        for flow in graph.data_flows:
            leads = (
                group[id(graph.elements[flow.destination])],
                flow.name in self._between_parties,
                flow.channel_protection,
                not flow.layers,
                not flow.labels,
            )
            for name in flow.data:
                if name in stated:
                    groups[stated[name], leads].append((flow, name))
        carry = partial(_carry, graph, self.contents, self._between_parties)
        return [
            (carry(those[:1])[0].outline(self._outlines), Later(partial(carry, those)))
            for those in groups.values()
        ]

    @shared
    def _between_parties(self) -> frozenset[str]:
        """The flows from one party to another that is not the person."""
        return frozenset(
            flow.name for flow in self._crossing if not self.graph.is_subjects_own(flow.destination)
        )

    def reads(self, arrival: Arrival) -> bool:
        """Whether the party that runs the element can read the datum there, if only for a use."""
        return self._true(self.lineage.reads(arrival.datum.name, arrival.at.name))

    def rests_readable(self, copy: Copy) -> bool:
        """Whether the keeper can read the resting copy."""
        return self._true(self._held(copy))

    def is_in_reach(self, arrival: Arrival) -> bool:
        """Whether the datum is within lasting reach of a party: it can read the resting copy, or
        gets the datum readable from somebody else. What only passes inside one party is not."""
        if isinstance(arrival, Copy) and self.rests_readable(arrival):
            return True
        return self.comes_from_another_party(arrival) and self.reads(arrival)

    def comes_from_another_party(self, arrival: Arrival) -> bool:
        """Whether some flow brings the datum from an element of another party."""
        return arrival.comes_from_others

    def rests_in_clear(self, copy: Copy) -> bool:
        """Whether no layer at all covers the resting copy."""
        if copy.at.at_rest:
            return False
        if not self._true(self._arrives_without(copy, frozenset(LayerKind))):
            return False
        return copy.at.at_rest is not None or (self._answer(at_rest_ask(copy.at.name)) == IN_CLEAR)

    def rests_sealed(self, copy: Copy) -> bool:
        """Whether a layer that a key or vault opens covers the resting copy."""
        at_rest = copy.at.at_rest
        if any(layer.kind in _SEALING for layer in at_rest or ()):
            return True
        if not self._true(self._arrives_without(copy, _SEALING)):
            return True
        return at_rest is None and self._answer(at_rest_ask(copy.at.name)) in (OWN_KEY, OTHER_KEY)

    def _arrives_without(self, copy: Copy, kinds: frozenset[LayerKind]) -> Condition:
        return self.lineage.arrives_without(copy.datum.name, copy.at.name, kinds)

    def one_event_opens(self, copy: Copy) -> bool:
        """Whether one breach of the store, or one key of somebody other than the subjects, makes
        the copy readable."""
        return self._true(self._openness(copy))

    def _openness(self, copy: Copy) -> Condition:
        """What it hangs on that one breach or key makes the copy readable."""
        how = self.lineage.how_it_rests(copy.datum.name, copy.at)
        if how not in self._openings:
            held = self._held(copy)
            others = (
                held if held == ALWAYS else self.lineage.opens_to_others(copy.datum.name, copy.at)
            )
            self._openings[how] = either(held, others)
        return self._openings[how]

    @shared
    def _openings(self) -> dict[Hashable, Condition]:
        return {}

    def receives_readable(self, carried: Carried) -> bool:
        """Whether the destination can read what the flow brings."""
        return self._true(self.lineage.reads(carried.datum.name, carried.flow.destination))

    def comes_from_the_person(self, carried: Carried) -> bool:
        """Whether the flow starts at what the person controls."""
        return self.graph.is_subjects_own(carried.flow.source)

    def leaves_the_person(self, carried: Carried) -> bool:
        """Whether the flow goes from what the person controls to what somebody else does."""
        ends_there = self.graph.is_subjects_own(carried.flow.destination)
        return self.comes_from_the_person(carried) and not ends_there

    def layers(self, datum: str, element: str) -> tuple[Layer, ...]:
        """The layers that surely cover the datum where it arrives, in its barest form."""
        forms = self.lineage.forms(datum, element)
        return tuple(sorted((item.layer for item in barest(forms)), key=str))

    def protections(self, arrival: Arrival) -> tuple[str, ...]:
        """The layers around a datum at a place in words, those at rest included."""
        arriving = self.layers(arrival.datum.name, arrival.at.name)
        resting: tuple[Layer, ...] = ()
        unknown: tuple[str, ...] = ()
        if isinstance(arrival, Copy):
            resting = arrival.at.at_rest or ()
            unknown = ("not stated at rest",) if arrival.at.at_rest is None else ()
        return (*sorted({str(layer) for layer in (*arriving, *resting)}), *unknown)

    def knowledge(self) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """For each party but the subjects the personal data that it surely holds readable at
        rest, and those that only pass it readable; sorted."""
        holds: dict[str, set[str]] = defaultdict(set)
        passes: dict[str, set[str]] = defaultdict(set)
        for item in self.arrivals:
            if item.party is None or item.is_subjects_own or not item.content.personal:
                continue
            if isinstance(item, Copy) and self._held(item) == ALWAYS:
                holds[item.party.name].add(item.datum.name)
            if self.lineage.reads(item.datum.name, item.at.name) == ALWAYS:
                passes[item.party.name].add(item.datum.name)
        return {
            party: (
                tuple(sorted(holds[party])),
                tuple(sorted(passes[party] - holds[party])),
            )
            for party in sorted(holds.keys() | passes.keys())
        }

    def links(self, party: str) -> tuple[tuple[str, str], ...]:
        """The pairs of personal data that a party can surely join as one person's, sorted."""
        return tuple(
            sorted(pair for file in self.linking.files(party) for pair in file.surely_linked())
        )

    def _held(self, copy: Copy) -> Condition:
        return self.lineage.holds(copy.datum.name, copy.at)


_SEALING = frozenset({LayerKind.ENCRYPTED, LayerKind.TOKENISED})


def barest(forms: Forms) -> frozenset[Lock]:
    """The locks of the form with the fewest that hangs on no answer."""
    if forms == CLEAR:
        return frozenset()
    sure = (frozenset(item for item in form if isinstance(item, Lock)) for form in forms)
    certain = [locks for locks in sure if locks in forms]
    return min(
        certain, key=lambda locks: (len(locks), sorted(map(str, locks))), default=frozenset()
    )


def _carry(
    graph: Graph,
    contents: Mapping[str, Content],
    between_parties: Set[str],
    those: Iterable[tuple[Flow, str]],
) -> Sequence[Carried]:
    """Data on flows, as subjects."""
    return [
        Carried(
            flow,
            graph.elements[flow.destination],
            graph.party_of(flow.destination),
            graph.data[name],
            contents[name],
            flow.name in between_parties,
        )
        for flow, name in those
    ]

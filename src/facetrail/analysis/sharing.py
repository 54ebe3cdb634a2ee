"""What goes from one party to another, and on what terms."""

from collections.abc import Iterator, Mapping

from facetrail.analysis.comparing import Comparing
from facetrail.analysis.joining import Joining
from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Carried, Meeting, Use
from facetrail.analysis.using import ASIDE, SAME, purpose_ask
from facetrail.model.words import Comparison, Element, External, LayerKind, Process, Role, Store


class Sharing(Joining, Comparing):
    """Facts about flows between parties."""

    def crosses_parties(self, carried: Carried) -> bool:
        """Whether the flow goes from one party to another that is not the person."""
        return carried.is_between_parties

    def goes_to_an_authority(self, carried: Carried) -> bool:
        """Whether an authority runs the destination."""
        return carried.party is not None and carried.party.role is Role.AUTHORITY

    @shared
    def _run_by_authorities(self) -> frozenset[str]:
        if not any(party.role is Role.AUTHORITY for party in self.graph.parties.values()):
            return frozenset()
        parties = {name: self.graph.party_of(name) for name in self.graph.elements}
        return frozenset(
            name for name, party in parties.items() if party and party.role is Role.AUTHORITY
        )

    def goes_to_its_comparison(self, carried: Carried) -> bool:
        """Whether a processor runs the destination in order to compare."""
        at, party = carried.to, carried.party
        if party is None or party.role is not Role.PROCESSOR or not isinstance(at, Process):
            return False
        return self._comparison_at(at) is not Comparison.NONE

    def is_hashed_without_a_key(self, carried: Carried) -> bool:
        """Whether the datum, or the flow, is under a hash that whoever has it can compute, too."""
        own = () if carried.datum.layer is None else (carried.datum.layer,)
        return any(
            layer.kind is LayerKind.HASHED and layer.key is None
            for layer in (*own, *carried.flow.layers)
        )

    def is_gated(self, carried: Carried) -> bool:
        """Whether each passage checks a stated order, scope and record."""
        return bool(self.told(carried.flow, "gated"))

    def leaves_its_jurisdiction(self, carried: Carried) -> bool:
        """Whether the flow goes to a party elsewhere than one that took the datum. Parties that
        state no jurisdiction are taken to be in one place: the model is not about borders."""
        if not self._jurisdictions:
            return False
        there = self._jurisdictions.get(carried.flow.destination)
        taken = self._taken_in.get((carried.datum.name, carried.flow.source), frozenset())
        return there is not None and bool(taken - {there})

    @shared
    def _jurisdictions(self) -> Mapping[str, str | None]:
        """Where the party of each element is, as far as it is stated; empty where nobody is, reads
        or compels anywhere else than in one place: the model is not about borders."""
        named: set[str | None] = set()
        for party in self.graph.parties.values():
            named |= {party.jurisdiction}
            named |= (party.access_from or frozenset()) | (party.compellable_from or frozenset())
        for store in self.graph.of_sort(Store):
            named |= store.access_from or frozenset()
        if len(named - {None}) < 2:
            return {}
        parties = {name: self.graph.party_of(name) for name in self.graph.elements}
        return {name: party.jurisdiction for name, party in parties.items() if party is not None}

    @shared
    def _taken_in(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """For data at elements the stated jurisdictions in which what comes there was taken: where
        it begins with a party, or where a party gets it from what the person controls."""
        found: dict[tuple[str, str], frozenset[str]] = {}
        ahead = list(self._takings())
        while ahead:
            name, element, taken = ahead.pop()
            before = found.get((name, element), frozenset())
            if taken <= before or self.graph.is_subjects_own(element):
                continue
            found[name, element] = before | taken
            step = self.graph.data[name].transform if name in self.graph.data else None
            held = step.inputs if step is not None and step.operation.effect.holds_input else ()
            made = (
                datum.name
                for datum in self._made_at.get(element, ())
                if datum.transform is not None and name in datum.transform.inputs
                if self._taken[datum.name] != (datum.name,)
            )
            ahead += [(other, element, taken) for other in (*held, *made)]
            ahead += [
                (name, flow.destination, taken)
                for flow in self.lineage.onward(name).get(element, ())
            ]
        return found

    def _takings(self) -> Iterator[tuple[str, str, frozenset[str]]]:
        """Data with the elements of others where they are taken, and the jurisdiction there."""
        begun = [
            (item.datum.name, item.at.name)
            for item in self.arrivals
            if item.datum.origin == item.at.name
            or (
                item.datum.transform is not None
                and item.datum.transform.at == item.at.name
                and self._taken[item.datum.name] == (item.datum.name,)
            )
        ]
        given = [
            (name, flow.destination)
            for flow in self.graph.data_flows
            if self.graph.is_subjects_own(flow.source)
            for name in flow.data
        ]
        for name, element in (*begun, *given):
            there = self._jurisdictions.get(element)
            if there is not None:
                yield name, element, frozenset({there})

    def has_transfer_ground(self, carried: Carried) -> bool:
        """Whether a ground is stated on which the data leave the jurisdiction."""
        return bool(self.told(carried.flow, "transfer_ground"))

    def arrives_for_its_purpose(self, carried: Carried) -> bool:
        """Whether the destination uses the datum only for what it was taken for."""
        at = carried.to
        if isinstance(at, Store) and at.purposes is None:
            return False
        return self._serves_its_purpose(carried.datum.name, at)

    def _serves_its_purpose(self, datum: str, at: Element) -> bool:
        """Whether an element uses a datum only for what it was taken for."""
        if not isinstance(at, Process | External | Store):
            return False
        if at.purposes is not None:
            return bool(at.purposes) and all(
                self.may_serve(datum, purpose) for purpose in sorted(at.purposes)
            )
        uses = (Use(at, self.graph.data[taken], (datum,)) for taken in self._taken[datum])
        return all(
            self._is_made_for(use) or self._answer(purpose_ask(use)) in (SAME, ASIDE)
            for use in uses
        )

    def binds_a_contact(self, meeting: Meeting) -> bool:
        """Whether one of the two is a contact value that many services ask for, and the other
        names the person by itself."""
        one, other = meeting.contents
        return (one.is_contact and other.names_alone) or (other.is_contact and one.names_alone)

    def gets_from_others(self, meeting: Meeting) -> bool:
        """Whether the party has both from parties other than the person."""
        return all(
            meeting.party.name not in self._collectors[taken]
            for datum in (meeting.one, meeting.other)
            for taken in self._taken[datum.name]
        )

    def in_two_galleries(self, meeting: Meeting) -> bool:
        """Whether both show one characteristic, come to the party out of stores, and rest outside
        the control of the person in stores of different parties, not all taken by one of them and
        not to be compared with each other one to one, or for different stated purposes."""
        one, other = meeting.contents
        if one.modalities.isdisjoint(other.modalities):
            return False
        met = (meeting.one.name, meeting.other.name)
        if not all(meeting.party.name in self._stored.get(name, ()) for name in met):
            return False
        ones, others = self.collectors(meeting.one.name), self.collectors(meeting.other.name)
        several = any(taker != ones_taker for ones_taker in ones for taker in others)
        is_apart = several and frozenset(met) not in self._compared_with_each_other
        return any(
            (is_apart and first.party is not second.party)
            or (
                bool(first.at.purposes and second.at.purposes)
                and (first.at.purposes or set()).isdisjoint(second.at.purposes or ())
            )
            for first in self._galleries_of(meeting.one.name)
            for second in self._galleries_of(meeting.other.name)
        )

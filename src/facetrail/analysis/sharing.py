"""What goes from one party to another, and on what terms."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from facetrail.analysis.comparing import Comparing
from facetrail.analysis.joining import Joining
from facetrail.analysis.subjects import Carried, Copy, Meeting, Use
from facetrail.analysis.using import ASIDE, SAME, purpose_ask
from facetrail.model.kinds import Kind, Links, Names
from facetrail.model.words import Comparison, Datum, External, LayerKind, Process, Role, Store
from facetrail.report import PlaceKind, Spot


class Sharing(Joining, Comparing):
    """Facts about flows between parties."""

    def crosses_parties(self, carried: Carried) -> bool:
        """Whether the flow goes from one party to another that is not the person."""
        graph, flow = self.graph, carried.flow
        return graph.party_of(flow.source) != graph.party_of(
            flow.destination
        ) and not graph.is_subjects_own(flow.destination)

    def goes_to_an_authority(self, carried: Carried) -> bool:
        """Whether an authority runs the destination."""
        party = self.graph.party_of(carried.flow.destination)
        return party is not None and party.role is Role.AUTHORITY

    def goes_to_its_comparison(self, carried: Carried) -> bool:
        """Whether a processor runs the destination in order to compare."""
        at = self.graph.elements[carried.flow.destination]
        party = self.graph.party_of(at.name)
        if party is None or party.role is not Role.PROCESSOR or not isinstance(at, Process):
            return False
        return self._comparison_at(at) is not Comparison.NONE

    def is_hashed_without_a_key(self, carried: Carried) -> bool:
        """Whether the datum arrives under a hash that whoever has it can compute, too."""
        return any(
            layer.kind is LayerKind.HASHED and layer.key is None
            for layer in self.layers(carried.datum.name, carried.flow.destination)
        )

    def is_gated(self, carried: Carried) -> bool:
        """Whether each passage checks a stated order, scope and record."""
        flow = carried.flow
        text = f"Does a gate check an order, its scope and a record at each “{flow.name}”?"
        return self._stated(_flow(flow.name), "gated", flow.gated, text)

    def leaves_its_jurisdiction(self, carried: Carried) -> bool:
        """Whether the flow goes to a party elsewhere than one that took the datum. Parties that
        state no jurisdiction are taken to be in one place: the model is not about borders."""
        party = self.graph.party_of(carried.flow.destination)
        there = None if party is None else party.jurisdiction
        parties = (self.graph.parties[name] for name in self.collectors(carried.datum.name))
        taken = {item.jurisdiction for item in parties if item.jurisdiction is not None}
        return there is not None and bool(taken) and there not in taken

    def has_transfer_ground(self, carried: Carried) -> bool:
        """Whether a ground is stated on which the data leave the jurisdiction."""
        flow = carried.flow
        stated = None if flow.transfer_ground is None else bool(flow.transfer_ground)
        text = f"On what ground do data leave the jurisdiction with “{flow.name}”?"
        return self._stated(_flow(flow.name), "transfer_ground", stated, text)

    def arrives_for_its_purpose(self, carried: Carried) -> bool:
        """Whether the destination uses the datum only for what it was taken for."""
        at = self.graph.elements[carried.flow.destination]
        if not isinstance(at, Process | External | Store):
            return False
        if at.purposes is None and isinstance(at, Store):
            return False
        if at.purposes is not None:
            return bool(at.purposes) and all(
                self.may_serve(carried.datum.name, purpose) for purpose in sorted(at.purposes)
            )
        uses = (
            Use(at, self.graph.data[taken], (carried.datum.name,))
            for taken in self._taken[carried.datum.name]
        )
        return all(
            self._is_made_for(use) or self._answer(purpose_ask(use)) in (SAME, ASIDE)
            for use in uses
        )

    def binds_a_contact(self, meeting: Meeting) -> bool:
        """Whether one of the two is a contact value that many services ask for, and the other
        names the person by itself."""
        one, other = (self.contents[item.name].kinds for item in (meeting.one, meeting.other))
        return any(
            any(map(_is_contact, contact)) and any(map(_names_alone, identity))
            for contact, identity in ((one, other), (other, one))
        )

    def gets_from_others(self, meeting: Meeting) -> bool:
        """Whether the party has both from parties other than the person."""
        return all(
            meeting.party.name not in self._collectors[taken]
            for datum in (meeting.one, meeting.other)
            for taken in self._taken[datum.name]
        )

    def in_two_galleries(self, meeting: Meeting) -> bool:
        """Whether both show one characteristic, and rest outside the control of the person in
        stores of different parties, not all taken by one of them, or for different stated
        purposes."""
        one, other = (
            {kind.traits.modality for kind in self.contents[item.name].kinds} - {None}
            for item in (meeting.one, meeting.other)
        )
        ones, others = self.collectors(meeting.one.name), self.collectors(meeting.other.name)
        several = any(taker != ones_taker for ones_taker in ones for taker in others)
        return not one.isdisjoint(other) and any(
            (several and first.party != second.party)
            or (
                bool(first.at.purposes and second.at.purposes)
                and (first.at.purposes or set()).isdisjoint(second.at.purposes or ())
            )
            for first in self._galleries(meeting.one)
            for second in self._galleries(meeting.other)
            if first.at != second.at
        )

    def _galleries(self, datum: Datum) -> list[Copy]:
        return self._copies_of[datum.name]

    @cached_property
    def _copies_of(self) -> Mapping[str, list[Copy]]:
        """The copies of each datum outside the control of the person."""
        found: dict[str, list[Copy]] = defaultdict(list)
        for item in self.copies:
            if not item.is_subjects_own:
                found[item.datum.name].append(item)
        return found


def _is_contact(kind: Kind) -> bool:
    return kind.traits.links is Links.SERVICES and kind.traits.names is Names.WITH_REGISTRY


def _names_alone(kind: Kind) -> bool:
    return kind.traits.names is Names.ALONE


def _flow(name: str) -> Spot:
    return Spot(PlaceKind.FLOW, name)

"""Who gets data from others, how much of them, by which channel, and what binds those who do."""

from collections import defaultdict
from collections.abc import Mapping

from facetrail.analysis.capturing import Capturing
from facetrail.analysis.condition import ALWAYS, NEVER, either
from facetrail.analysis.shared import shared
from facetrail.analysis.sharing import Sharing
from facetrail.analysis.subjects import Arrival, Carried, Copy, Keeper
from facetrail.model.words import (
    Agreement,
    ChannelProtection,
    DataTrade,
    Extent,
    External,
    Flow,
    Need,
    Person,
    Process,
    Role,
    Sensor,
    Store,
)

_HELPERS = frozenset({Role.PROCESSOR, Role.VENDOR})
_COMMERCIAL = frozenset({Role.CONTROLLER, Role.PROCESSOR, Role.VENDOR})


class Recipients(Capturing, Sharing):
    """Facts about recipients."""

    def reads_identity_data(self, keeper: Keeper) -> bool:
        """Whether the party can read something that identifies a person, other than by code of its
        own on the person's device."""
        read = NEVER
        for item in keeper.arrivals:
            if item.content.identifies and item.at.name not in self._at_the_person:
                read = either(read, self.lineage.reads(item.datum.name, item.at.name))
                if read is ALWAYS:
                    break
        return self._true(read)

    def recipients_are_open(self, keeper: Keeper) -> bool:
        """Whether the party may pass data on to whom it chooses; everybody may."""
        return keeper.party.role is Role.PUBLIC or not self.told(keeper.party, "closed_recipients")

    def acts_for_another(self, keeper: Keeper) -> bool:
        """Whether the party works for another one."""
        return keeper.party.role in _HELPERS

    def is_unbound(self, keeper: Keeper) -> bool:
        """Whether no agreement limits what the party does with the data."""
        agreement = self.told(keeper.party, "agreement")
        return agreement in (Agreement.NONE, Agreement.WITHOUT_LIMITS)

    def goes_beyond_cases(self, carried: Carried) -> bool:
        """Whether the flow brings everybody as they come, or a whole store."""
        return self.told(carried.flow, "extent") in (Extent.STANDING, Extent.WHOLE_STORE)

    # Those who act for another

    def comes_to_a_helper(self, arrival: Arrival) -> bool:
        """Whether the datum comes to what a party that acts for another runs: from somebody else,
        from the person's own device, or from its own sensor. What such a party runs on the
        person's own device is the person's."""
        if arrival.party is None or arrival.party.role not in _HELPERS:
            return False
        return (arrival.datum.name, arrival.at.name) in self._entries

    @shared
    def _entries(self) -> frozenset[tuple[str, str]]:
        """Data with the elements at which they come to a party, other than on the device of the
        person, from somebody else or from such a device, or begin there at a sensor."""
        carried = {
            (name, flow.destination)
            for flow in self.graph.data_flows
            if flow.destination not in self._at_the_person
            and (self.graph.crosses_parties(flow) or flow.source in self._at_the_person)
            for name in flow.data
        }
        begun = {
            (datum.name, datum.origin)
            for datum in self.graph.data.values()
            if datum.origin is not None
            and datum.origin not in self._at_the_person
            and isinstance(self.graph.elements.get(datum.origin), Sensor)
        }
        return frozenset(carried | begun)

    @shared
    def _at_the_person(self) -> frozenset[str]:
        """The elements within what the person controls, whoever made or runs them."""
        graph = self.graph
        own = {
            name
            for name, boundary in graph.boundaries.items()
            if boundary.party is not None and graph.parties[boundary.party].role is Role.SUBJECT
        }
        one_in = {item.boundary: name for name, item in graph.elements.items()}
        within = {
            boundary
            for boundary, name in one_in.items()
            if not own.isdisjoint(graph.boundary_path(name))
        }
        return frozenset(
            name
            for name, item in graph.elements.items()
            if item.boundary in within or graph.is_subjects_own(name)
        )

    def agreement_limits(self, arrival: Arrival) -> bool:
        """Whether an agreement limits the party's own use and passing on."""
        return arrival.party is not None and (
            self.told(arrival.party, "agreement") is Agreement.WITH_LIMITS
        )

    # Sources that are asked

    def answers_a_question(self, carried: Carried) -> bool:
        """Whether the datum is an answer: it comes from an authority, from a service or store of
        another party to which the receiving party sends something, or from the person's own device
        that it sends a bare request. What a person says is none, nor is what the public gets."""
        if not carried.is_between_parties or carried.flow.source in self._persons:
            return False
        source = carried.flow.source
        asker = carried.party
        if asker is not None and asker.role is Role.PUBLIC:
            return False
        asked = asker is not None and (asker.name, source) in self._asked
        return asked or source in self._run_by_authorities

    @shared
    def _persons(self) -> frozenset[str]:
        return frozenset(item.name for item in self.graph.of_sort(Person))

    @shared
    def _asked(self) -> frozenset[tuple[str, str]]:
        """Parties with the elements that they ask: services and stores to which they send
        anything, and what people control, where they send a request without data. A process that
        gets data from somebody may be told or asked; only a service is sure to be asked."""
        graph = self.graph
        served = {item.name for item in (*graph.of_sort(External), *graph.of_sort(Store))}
        found = (
            (graph.party_of(flow.source), flow.destination)
            for flow in graph.flows.values()
            if flow.destination in served
            or (not flow.data and graph.is_subjects_own(flow.destination))
        )
        return frozenset((party.name, element) for party, element in found if party is not None)

    def is_more_than_needed(self, carried: Carried) -> bool:
        """Whether the receiver states that it could work with less: with yes or no, where this is
        a value; with one fact, where this is several or one of several; with other kinds."""
        at = carried.to
        if not carried.content.says_more_than_yes_or_no or not isinstance(at, Process | External):
            return False
        need = self.told(at, "needs")
        if need is Need.ATTRIBUTE:
            several = len(self._values_between[carried.flow.source, at.name]) > 1
            return carried.content.is_more_than_one_fact or several
        return need in (Need.DECISION, Need.SCORE) or not self._needs_kind(at, carried.datum.kind)

    @shared
    def _values_between(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """The data with a value of a person that go from one element to another."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for item in self.carried:
            if item.content.says_more_than_yes_or_no:
                found[item.flow.source, item.flow.destination].add(item.datum.name)
        return {ends: frozenset(names) for ends, names in found.items()}

    def tells_a_data_trader(self, carried: Carried) -> bool:
        """Whether the flow tells somebody who deals in data about people, and may keep that."""
        return bool(self._traders) and (
            self._traders.get(carried.flow.destination) is DataTrade.KEEPS_QUERIES
        )

    def comes_from_a_data_trader(self, carried: Carried) -> bool:
        """Whether the flow comes from somebody who deals in data about people, and brings more
        than yes or no."""
        deals = bool(self._traders) and carried.flow.source in self._traders
        return deals and not carried.content.is_answer

    @shared
    def _traders(self) -> Mapping[str, DataTrade]:
        """How parties that deal in data about people do so, by their elements."""
        everybody = self.graph.parties.values()
        if all(party.data_trade is DataTrade.NONE for party in everybody):
            return {}
        parties = ((name, self.graph.party_of(name)) for name in self.graph.elements)
        return {
            name: party.data_trade
            for name, party in parties
            if party is not None and party.data_trade is not DataTrade.NONE
        }

    # What becomes of data

    def is_kept_in_business(self, copy: Copy) -> bool:
        """Whether a party keeps the copy that can be sold, fail or lose a contract."""
        return copy.party is not None and copy.party.role in _COMMERCIAL

    def exit_is_settled(self, copy: Copy) -> bool:
        """Whether it is bound what becomes of the copy when its keeper changes or ends."""
        return bool(self.told(copy.party, "exit_settled")) if copy.party is not None else False

    # Channels

    def needs_a_channel(self, carried: Carried) -> bool:
        """Whether the flow crosses a boundary or goes to another party, other than by hand: to or
        from a person, or from what people carry to a sensor that they hold it to."""
        return carried.flow.name in self._channels

    @shared
    def _channels(self) -> frozenset[str]:
        return frozenset(flow.name for flow in self.graph.data_flows if self._is_channel(flow))

    def _is_channel(self, flow: Flow) -> bool:
        if flow.source in self._persons or flow.destination in self._persons:
            return False
        graph = self.graph
        ends = (graph.elements[flow.source], graph.elements[flow.destination])
        if graph.is_subjects_own(flow.source):
            carried_there = isinstance(ends[0], Store) and isinstance(ends[1], Sensor)
            if carried_there or graph.is_subjects_own(flow.destination):
                return False
        return ends[0].boundary != ends[1].boundary or graph.crosses_parties(flow)

    def travels_readable(self, carried: Carried) -> bool:
        """Whether no layer hides the datum from somebody who sees the flow pass."""
        return self._true(self.lineage.travels_open(carried.datum.name, carried.flow))

    def channel_is_protected(self, carried: Carried) -> bool:
        """Whether the channel is encrypted and authenticated, or needs not be: as the flow says,
        else as the party says to which it goes or, where that is the person, from which."""
        stated, party = carried.flow.channel_protection, carried.party
        if stated is not None:
            return stated is not ChannelProtection.NONE
        if party is not None and party.role is Role.SUBJECT:
            party = self.graph.party_of(carried.flow.source)
        return party is None or bool(self.told(party, "protects_channels"))

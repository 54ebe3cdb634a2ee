"""From where data can be reached, who reads them there, and who could be told of a leak."""

from typing import Any

from facetrail.analysis.condition import both, either
from facetrail.analysis.keeping import Keeping
from facetrail.analysis.sharing import Sharing
from facetrail.analysis.subjects import Arrival, Copy
from facetrail.model.words import Person, Reachable, Role, Sensor, StaffAccess, Workplace


class Access(Keeping, Sharing):
    """Facts about access."""

    def _told_of_store(self, copy: Copy, attribute: str) -> Any:
        """What a store states, or else its party of all its stores."""
        own = getattr(copy.at, attribute)
        if own is not None or copy.party is None:
            return own
        return self.told(copy.party, attribute)

    def is_open_to_anybody(self, copy: Copy) -> bool:
        """Whether others than the party reach the store without authentication."""
        return self.told(copy.at, "reachable") is Reachable.ANYBODY

    def is_on_an_open_network(self, copy: Copy) -> bool:
        """Whether others reach the store from an open network, authenticated or not."""
        return self.told(copy.at, "reachable") in (Reachable.OPEN_NETWORK, Reachable.ANYBODY)

    def staff_can_browse(self, copy: Copy) -> bool:
        """Whether people in a role read records of whomever they choose."""
        return self._told_of_store(copy, "staff_access") in (
            StaffAccess.AT_WILL,
            StaffAccess.EMERGENCY,
        )

    def reads_are_unrecorded(self, copy: Copy) -> bool:
        """Whether it is stated that nobody records who read what."""
        return self._told_of_store(copy, "access_log") is False

    # Other jurisdictions

    def is_read_from_abroad(self, arrival: Arrival) -> bool:
        """Whether people or systems elsewhere than where the datum was taken read it: somebody of
        a party there to whom it goes, or those whom the keeper of a copy lets in from elsewhere
        than its own place. That the keeper itself is elsewhere is a matter of how it got the copy.
        """
        if not self._jurisdictions or not (taken := self._taken_at(arrival)):
            return False
        name = arrival.datum.name
        if isinstance(arrival.at, Person):
            there = self._jurisdictions.get(arrival.at.name)
            return there is not None and bool(taken - {there}) and self.reads(arrival)
        if not isinstance(arrival, Copy) or not self._true(self.lineage.holds(name, arrival.at)):
            return False
        named: frozenset[str] = self._told_of_store(arrival, "access_from") or frozenset()
        return _is_elsewhere(named - {self._jurisdictions.get(arrival.at.name)}, taken)

    def _taken_at(self, arrival: Arrival) -> frozenset[str]:
        return self._taken_in.get((arrival.datum.name, arrival.at.name), frozenset())

    def is_shown_through_a_gate(self, arrival: Arrival) -> bool:
        """Whether every flow that brings the datum to somebody states that it is gated."""
        flows = [
            flow for flow in self._flows_to[arrival.at.name] if arrival.datum.name in flow.data
        ]
        return isinstance(arrival.at, Person) and all(flow.gated for flow in flows)

    def can_be_ordered_from_abroad(self, copy: Copy) -> bool:
        """Whether an authority elsewhere than where the copy was taken may compel its keeper. An
        authority is not compelled by others."""
        if not self._jurisdictions or not (taken := self._taken_at(copy)):
            return False
        if copy.party is None or copy.party.role is Role.AUTHORITY:
            return False
        return _is_elsewhere(self.told(copy.party, "compellable_from"), taken)

    # People and devices that see data

    def passes_a_device(self, arrival: Arrival) -> bool:
        """Whether the datum is at a sensor that is not the person's own."""
        return isinstance(arrival.at, Sensor) and not arrival.is_subjects_own

    def device_keeps_captures(self, arrival: Arrival) -> bool:
        """Whether the device of the sensor keeps captures, or lets them be exported: as the sensor
        says, else as its party says of all its devices."""
        sensor = arrival.at
        if isinstance(sensor, Sensor) and sensor.keeps_captures is not None:
            return sensor.keeps_captures
        return arrival.party is not None and bool(self.told(arrival.party, "keeps_captures"))

    def is_seen_by_staff(self, arrival: Arrival) -> bool:
        """Whether the datum comes to somebody who is not one of the people concerned."""
        return isinstance(arrival.at, Person) and not arrival.is_subjects_own

    def shows_a_named_person(self, arrival: Arrival) -> bool:
        """Whether what is seen shows or lets hear a person and names them: by itself, or together
        with what else of the same people is readable at the place."""
        content, here = arrival.content, self.arrivals_at[arrival.at.name].values()
        others = [
            item
            for item in here
            if item.datum.subjects == arrival.datum.subjects
            and (
                (content.irrevocable and item.content.names_directly)
                or (content.names_directly and item.content.irrevocable)
            )
        ]
        return self._true(
            both(
                self.lineage.reads(arrival.datum.name, arrival.at.name),
                either(*(self.lineage.reads(item.datum.name, item.at.name) for item in others)),
            )
        )

    def works_anywhere(self, arrival: Arrival) -> bool:
        """Whether somebody sees data elsewhere than in a controlled place or with the person."""
        return self.told(arrival.at, "workplace") is Workplace.OPEN

    def can_be_told(self, copy: Copy) -> bool:
        """Whether those whom a copy is about could be told that it leaked."""
        if copy.datum.subjects is None:
            return True
        return bool(self.told(self.graph.subjects[copy.datum.subjects], "can_be_told"))


def _is_elsewhere(named: frozenset[str], taken: frozenset[str]) -> bool:
    """Whether one of the jurisdictions named is another than one where something was taken."""
    return any(here != there for here in named for there in taken)

"""How long copies rest, and what ends them."""

from collections.abc import Mapping

from facetrail.analysis.condition import Ask
from facetrail.analysis.subjects import (
    Copy,
)
from facetrail.analysis.using import Using
from facetrail.model.words import (
    ASKED_BY_THE_PERSON,
    Event,
    FlowRole,
    Retention,
)
from facetrail.report import PlaceKind, Spot

LIFETIMES = {
    "until the decision": Retention(until=Event.DECISION),
    "a stated period": Retention(days=365),
    "no limit": Retention(unlimited=True),
}
"""Lifetimes to try: gone with the decision, limited, not limited."""

DELETIONS: Mapping[str, frozenset[Event]] = {
    "when the person asks": ASKED_BY_THE_PERSON,
    "not when the person asks": frozenset(),
}

RETRY_DAYS = 1
"""A copy kept this long after the decision still serves a retry (an assumption, not a norm)."""


class Keeping(Using):
    """Facts about retention and deletion."""

    def retention(self, copy: Copy) -> Retention:
        """How long the copy rests."""
        found = dict(copy.at.retention_of).get(copy.datum.name, copy.at.retention)
        if found is None:
            text = f"How long is {copy.datum.name} kept in {copy.at.name}?"
            spot = Spot(PlaceKind.ELEMENT, copy.at.name)
            return LIFETIMES[self._answer(Ask(spot, "retention", tuple(LIFETIMES), text))]
        return found

    def outlives_the_decision(self, copy: Copy) -> bool:
        """Whether the copy is kept longer than the decision and a short retry need."""
        kept = self.retention(copy)
        within = kept.days is None or kept.days <= RETRY_DAYS
        ends = kept.until in (Event.DECISION, Event.SESSION_END) or kept.until is None
        return kept.unlimited or not (within and ends and kept != Retention())

    def must_be_kept(self, copy: Copy) -> bool:
        """Whether a stated duty requires keeping the copy, for a stated period."""
        return bool(copy.at.keep_duty) and not self.retention(copy).unlimited

    def kept_for_another_purpose(self, copy: Copy) -> bool:
        """Whether the store states a purpose of its own, with a period, beside those that the
        datum was taken for."""
        return not self.retention(copy).unlimited and any(
            not self._taken_for(self.graph.data[taken], purpose)
            for purpose in sorted(copy.at.purposes or ())
            for taken in self._taken[copy.datum.name]
        )

    def erasure_reaches(self, copy: Copy) -> bool:
        """Whether a request of the person removes the copy: by the store's own rule, or by a
        flow that tells it to."""
        if any(
            flow.role is FlowRole.DELETION
            and flow.destination == copy.at.name
            and copy.datum.name in flow.data
            and (flow.trigger is None or flow.trigger in ASKED_BY_THE_PERSON)
            for flow in self.graph.system.flows
        ):
            return True
        events = copy.at.deletes_on
        if events is None:
            text = f"Is what rests in {copy.at.name} deleted when the person asks or leaves?"
            spot = Spot(PlaceKind.ELEMENT, copy.at.name)
            events = DELETIONS[self._answer(Ask(spot, "deletes_on", tuple(DELETIONS), text))]
        return bool(events & ASKED_BY_THE_PERSON)

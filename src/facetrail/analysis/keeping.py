"""How long copies rest, and what ends them."""

from collections.abc import Mapping

from facetrail.analysis.lifetimes import promised
from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Copy
from facetrail.analysis.using import Using
from facetrail.model.retention import is_longer
from facetrail.model.words import ASKED_BY_THE_PERSON, Event, FlowRole, Need, Retention

RETRY_DAYS = 1
"""A copy kept this long after the decision still serves a retry (an assumption, not a norm)."""


class Keeping(Using):
    """Facts about retention and deletion."""

    def retention(self, copy: Copy) -> Retention:
        """How long the copy rests."""
        special = copy.at.retention_of
        own = dict(special).get(copy.datum.name) if special else None
        found: Retention = own or self.told(copy.at, "retention")
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

    def is_whole_document(self, copy: Copy) -> bool:
        """Whether the copy shows a biometric sample and a name in one picture."""
        traits = copy.datum.kind.traits
        return traits.sample and traits.names_directly

    def reference_rests_with(self, copy: Copy) -> bool:
        """Whether a template made from the datum rests with the same party."""
        found = self._references_from
        party = None if copy.party is None else copy.party.name
        return bool(found) and (copy.datum.name, party) in found

    @shared
    def _references_from(self) -> frozenset[tuple[str, str | None]]:
        """What templates at rest are made from, each with the party of such a template."""
        return frozenset(
            (name, None if item.party is None else item.party.name)
            for item in self.copies
            if item.content.has_template
            for name in self._back[item.datum.name]
            if name != item.datum.name
        )

    def needs_the_raw_sample(self, copy: Copy) -> bool:
        """Whether a process of the keeper that the datum reaches needs the raw sample."""
        return any(
            self._need(use.at) is Need.RAW
            for taken in self._taken[copy.datum.name]
            for use in self._uses_of(taken)
            if copy.datum.name in use.forms and self.graph.party_of(use.at.name) is copy.party
        )

    def outlives_its_source(self, copy: Copy) -> bool:
        """Whether a derived datum of another kind rests surely longer than the lifetime promised
        for what it was made from."""
        step = copy.datum.transform
        if step is None or self._is_result(copy.datum) or not copy.content.personal:
            return False
        sources = (self.graph.data[name] for name in step.inputs if name in self.graph.data)
        return any(
            source.kind is not copy.datum.kind
            and (limit := self._promised[source.name]) is not None
            and bool(is_longer(self.retention(copy), limit))
            for source in sources
        )

    @shared
    def _promised(self) -> Mapping[str, Retention | None]:
        return promised(self.graph)

    def erasure_reaches(self, copy: Copy) -> bool:
        """Whether a request of the person removes the copy: by the store's own rule, or by a
        flow that tells it to."""
        told = self._told_to_delete
        if told and (copy.datum.name, copy.at.name) in told:
            return True
        return bool(self.told(copy.at, "deletes_on") & ASKED_BY_THE_PERSON)

    @shared
    def _told_to_delete(self) -> frozenset[tuple[str, str]]:
        """Data with the stores that a flow tells to delete them when the person asks."""
        return frozenset(
            (name, flow.destination)
            for flow in self.graph.system.flows
            if flow.role is FlowRole.DELETION
            and (flow.trigger is None or flow.trigger in ASKED_BY_THE_PERSON)
            for name in flow.data
        )

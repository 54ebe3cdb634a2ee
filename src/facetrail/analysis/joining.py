"""Which data about one person come together, and whether they were meant to."""

from collections import defaultdict
from functools import cached_property

from facetrail.analysis.condition import NEVER
from facetrail.analysis.lineage import NO
from facetrail.analysis.reading import Reading
from facetrail.analysis.subjects import Copy, Meeting, Pair
from facetrail.analysis.using import Using, collection_ask
from facetrail.model.words import Datum, Party


class Joining(Using, Reading):
    """Facts about meetings of data."""

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Biometric copies outside the control of the person, each with every datum that names
        the same person and rests at the same party."""
        found: dict[tuple[Copy, Datum], list[Copy]] = defaultdict(list)
        named: dict[tuple[Party | None, str | None], list[Copy]] = defaultdict(list)
        for item in self.copies:
            if item.content.names_directly and item.datum.subjects is not None:
                named[item.party, item.datum.subjects].append(item)
        for one in self.copies:
            if one.content.irrevocable and not one.is_subjects_own:
                for other in named[one.party, one.datum.subjects]:
                    found[one, other.datum].append(other)
        return tuple(Pair(one, datum, tuple(copies)) for (one, datum), copies in found.items())

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """Pairs of personal data about one person that come to one party that is not theirs;
        an answer is left out, for it is no record of its own."""
        comes: dict[str, set[str]] = defaultdict(set)
        for item in self.arrivals:
            lasting = item.content.personal and not item.content.is_answer
            if item.party is not None and not item.is_subjects_own and lasting:
                comes[item.party.name].add(item.datum.name)
        return tuple(
            Meeting(self.graph.parties[party], self.graph.data[one], self.graph.data[other])
            for party in sorted(comes)
            for one in sorted(comes[party])
            for other in sorted(comes[party])
            if one < other and self.linking.same_person(one, other)
        )

    def can_join(self, meeting: Meeting) -> bool:
        """Whether the party can join the two data as one person's."""
        return self._true(
            self.linking.linked(meeting.party.name, meeting.one.name, meeting.other.name)
        )

    def rest_together(self, pair: Pair) -> bool:
        """Whether the two rest in one store, or in stores that their party can join, and one
        breach or key opens each."""
        one, party = pair.biometric, pair.biometric.party
        linked = (
            NEVER
            if party is None
            else self.linking.linked(party.name, one.datum.name, pair.named.name)
        )
        return self.one_event_opens(one) and any(
            (other.at == one.at or self._true(linked)) and self.one_event_opens(other)
            for other in pair.copies
        )

    def taken_apart(self, meeting: Meeting) -> bool:
        """Whether the two were collected in different contexts: by different parties, or for
        purposes that have nothing in common."""
        ones, others = self._taken[meeting.one.name], self._taken[meeting.other.name]
        return any(
            self._collectors[one].isdisjoint(self._collectors[other])
            or self._nothing_in_common(one, other)
            for one in ones
            for other in others
            if one != other
        )

    def joins_for_a_shared_purpose(self, meeting: Meeting) -> bool:
        """Whether the party has both at a place whose purposes each of them was taken for. What
        only rests with it, where no purpose is stated, is kept for what all of it was taken for."""
        ones, others = self._taken[meeting.one.name], self._taken[meeting.other.name]
        uses = [
            use
            for taken in ones
            for use in self._uses_of[taken]
            if self.graph.party_of(use.at.name) == meeting.party
        ]
        if uses:
            return any(self._is_shared(use, meeting) for use in uses)
        return not any(
            self._nothing_in_common(one, other) for one in ones for other in others if one != other
        )

    def _nothing_in_common(self, one: str, other: str) -> bool:
        """Whether no purpose is common to what two data were taken for."""
        first, second = self.graph.data[one], self.graph.data[other]
        ones, others = self._stated_for(first), self._stated_for(second)
        stated = (ones or frozenset()) | (others or frozenset())
        if ones is None and others is None:
            return self._answer(collection_ask(first, f"what {other} was taken for")) == NO
        return not any(
            self._taken_for(first, purpose) and self._taken_for(second, purpose)
            for purpose in sorted(stated)
        )

"""Which data about one person come together, and whether they were meant to."""

from collections import defaultdict

from facetrail.analysis.lineage import NO
from facetrail.analysis.reading import Reading
from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Copy, Meeting, Pair
from facetrail.analysis.using import Using, collection_ask
from facetrail.model.words import Role


class Joining(Using, Reading):
    """Facts about meetings of data."""

    @shared
    def pairs(self) -> tuple[Pair, ...]:
        """Biometric copies outside the control of the person, each with every datum that names
        the same person and rests at the same party."""
        named: dict[tuple[str, str], dict[str, list[Copy]]] = defaultdict(dict)
        for item in self.copies:
            subjects = item.datum.subjects
            if item.content.names_directly and subjects is not None and item.party is not None:
                data = named[item.party.name, subjects]
                data.setdefault(item.datum.name, []).append(item)
        return tuple(
            Pair(one, self.graph.data[name], tuple(copies))
            for one in self.copies
            if one.content.irrevocable and not one.is_subjects_own
            if one.party is not None and one.datum.subjects is not None
            for name, copies in named.get((one.party.name, one.datum.subjects), {}).items()
        )

    @shared
    def meetings(self) -> tuple[Meeting, ...]:
        """Pairs of personal data about one person that come to one party that is not theirs, and
        that it may be able to join; an answer is left out, for it is no record of its own."""
        found = []
        for party in self.graph.parties.values():
            for file in self.linking.files(party.name) if party.role is not Role.SUBJECT else ():
                kept = [name for name in sorted(file.possible) if self._is_record(name)]
                found += [
                    Meeting(party, self.graph.data[one], self.graph.data[other])
                    for number, one in enumerate(kept, 1)
                    for other in kept[number:]
                    if file.may_link(one, other)
                ]
        return tuple(found)

    def _is_record(self, datum: str) -> bool:
        content = self.contents[datum]
        return content.personal and not content.is_answer

    def can_join(self, meeting: Meeting) -> bool:
        """Whether the party can join the two data as one person's."""
        return self._true(
            self.linking.linked(meeting.party.name, meeting.one.name, meeting.other.name)
        )

    def rest_together(self, pair: Pair) -> bool:
        """Whether the two rest in one store, or in stores that their party can join, and one
        breach or key opens each."""
        one = pair.biometric
        if one.party is None or not self.one_event_opens(one):
            return False
        linked = self.linking.linked(one.party.name, one.datum.name, pair.named.name)
        return any(
            (other.at.name == one.at.name or self._true(linked)) and self.one_event_opens(other)
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
        """Whether the party has both at a place whose purposes each of them was taken for."""
        return any(
            self._is_shared(use, meeting)
            for taken in self._taken[meeting.one.name]
            for use in self._uses_of[taken]
            if self.graph.party_of(use.at.name) == meeting.party
        )

    def _nothing_in_common(self, one: str, other: str) -> bool:
        """Whether no purpose is common to what two data were taken for."""
        first, second = self.graph.data[one], self.graph.data[other]
        ones, others = self._stated_for(first), self._stated_for(second)
        stated = ones or others or frozenset()
        if ones is not None and others is not None:
            return ones.isdisjoint(others)
        if ones is None and others is None:
            return self._answer(collection_ask(first, f"what {other} was taken for")) == NO
        return not any(
            self._taken_for(first, purpose) and self._taken_for(second, purpose)
            for purpose in sorted(stated)
        )

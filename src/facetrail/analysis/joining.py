"""Which data about one person come together, and whether they were meant to."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence, Set
from itertools import chain

from facetrail.analysis.attributes import NO
from facetrail.analysis.condition import Condition
from facetrail.analysis.content import Content
from facetrail.analysis.linking import File
from facetrail.analysis.reading import Reading
from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Copy, Meeting, Pair
from facetrail.analysis.using import Using, collection_ask
from facetrail.model.words import Datum, Party, Purpose, Role, Scene, Sensor

_Alike = tuple[list[tuple[Copy, ...]], Mapping[str, Condition], frozenset[Condition]]


class Joining(Using, Reading):
    """Facts about meetings of data."""

    @shared
    def pairs(self) -> tuple[Pair, ...]:
        """Biometric copies outside the control of the person, each with every datum that names
        the same person and rests at the same party."""
        found: list[Pair] = []
        paired: dict[Hashable, list[tuple[tuple[Copy, ...], ...]]] = {}
        for one in self.copies:
            party, subjects, name = one.party, one.datum.subjects, one.datum.name
            if party is None or subjects is None or not one.content.irrevocable:
                continue
            if not one.is_subjects_own:
                place = (party.name, subjects, one.at.name, self.linking.place(party.name, name))
                if place not in paired:
                    paired[place] = self._paired_alike(one, party.name, subjects)
                found += (Pair(one, alike) for alike in paired[place])
        return tuple(found)

    def _paired_alike(
        self, one: Copy, party: str, subjects: str
    ) -> list[tuple[tuple[Copy, ...], ...]]:
        """The copies of data that name a person, in groups of which each pairs with a copy in the
        same way: by what joining them hangs on, and by how they open, here and elsewhere."""
        groups: dict[Hashable, list[tuple[Copy, ...]]] = defaultdict(list)
        for alike, opens, anywhere in self._named.get((party, subjects), ()):
            here = opens.get(one.at.name)
            elsewhere = (
                anywhere
                if here is None
                else frozenset([open_ for at, open_ in opens.items() if at != one.at.name])
            )
            linked = self.linking.linked(party, one.datum.name, alike[0][0].datum.name)
            groups[linked, here, elsewhere].extend(alike)
        return [tuple(those) for those in groups.values()]

    @shared
    def _named(self) -> Mapping[tuple[str, str], Sequence[_Alike]]:
        """For each party and population the copies of every datum that names the person, in
        groups of data that are joined alike and rest in the same stores alike; with what it hangs
        on that those of a group open in each store, and in any."""
        copies: dict[tuple[str, str, str], list[Copy]] = defaultdict(list)
        for item in self.copies:
            subjects = item.datum.subjects
            if item.content.names_directly and subjects is not None and item.party is not None:
                copies[item.party.name, subjects, item.datum.name].append(item)
        found: dict[tuple[str, str], dict[Hashable, list[tuple[Copy, ...]]]] = defaultdict(dict)
        for (party, subjects, name), those in copies.items():
            rests = tuple([self.lineage.how_it_rests(name, item.at) for item in those])
            alike = (self.linking.place(party, name), rests)
            found[party, subjects].setdefault(alike, []).append(tuple(those))
        return {
            place: [
                (alike, opens, frozenset(opens.values()))
                for alike in groups.values()
                for opens in ({item.at.name: self._openness(item) for item in alike[0]},)
            ]
            for place, groups in found.items()
        }

    @shared
    def meetings(self) -> tuple[Meeting, ...]:
        """Pairs of personal data about one person that come to one party that is not theirs;
        an answer is left out, for it is no record of its own."""
        return tuple(
            Meeting(
                party,
                ones,
                others,
                (content, others_content),
                len(contexts) == 1 and contexts == others_contexts,
            )
            for party in self.graph.parties.values()
            if party.role is not Role.SUBJECT
            for file in self.linking.files(party.name)
            for groups in (self._met_alike(party, file),)
            for number, (ones, content, contexts) in enumerate(groups)
            for others, others_content, others_contexts in groups[number:]
            if others is not ones or len(ones) > 1
        )

    def _met_alike(
        self, party: Party, file: File
    ) -> Sequence[tuple[tuple[Datum, ...], Content, frozenset[Hashable]]]:
        """The records in a file of a party, in groups of which each meets others in the same way,
        with their content and the contexts that they come from. What hangs on an open attribute is
        a group of its own."""
        contexts: dict[str, Hashable] = {}
        groups: dict[tuple[Content, frozenset[Hashable], Hashable], list[Datum]] = defaultdict(list)
        for name in file.data:
            content = self.contents[name]
            if content.personal and not content.is_answer:
                for root in self._taken[name]:
                    if root not in contexts:
                        contexts[root] = self._context(root, party)
                roots = frozenset([contexts[root] for root in self._taken[name]])
                stored = (party.name, name) in self._stored
                place = (content, roots, (self._kept_for(name), stored, file.place(name)))
                groups[place].append(self.graph.data[name])
        return [(tuple(those), place[0], place[1]) for place, those in groups.items()]

    def _kept_for(self, name: str) -> Hashable:
        """By whom and for what purposes collections of people keep a biometric datum."""
        return frozenset(
            [
                (item.party and item.party.name, item.at.purposes)
                for item in self._galleries_of(name)
            ]
        )

    def _galleries_of(self, datum: str) -> Sequence[Copy]:
        """The copies of a biometric datum outside the control of the person. A recording of
        whoever passes in public, which nothing there names, is no collection of people."""
        if not self.contents[datum].irrevocable:
            return ()
        copies = self._copies_of.get(datum, ())
        if datum not in self._taken_in_public:
            return copies
        return [item for item in copies if (item.at.name, item.datum.subjects) in self._named_in]

    @shared
    def _stored(self) -> frozenset[tuple[str, str]]:
        """Parties with the data that show a person and rest with them, or come to them out of the
        store of somebody else: not just of somebody who is present."""
        kept = ((copy.datum.name, copy.at.name) for copy in self.copies if not copy.is_subjects_own)
        out = ((name, at) for name, reached in self._out_of_archives.items() for at in reached)
        parties = ((self.graph.party_of(element), name) for name, element in chain(kept, out))
        return frozenset((party.name, name) for party, name in parties if party is not None)

    @shared
    def _taken_in_public(self) -> frozenset[str]:
        """The samples that begin at a sensor which is stated to take in a public place."""
        elements = self.graph.elements
        return frozenset(
            name
            for name, datum in self.graph.data.items()
            if datum.kind.traits.sample
            and isinstance(at := elements.get(datum.origin or ""), Sensor)
            and at.scene is Scene.PUBLIC
        )

    @shared
    def _named_in(self) -> frozenset[tuple[str, str | None]]:
        """The stores and populations of which something rests there that leads to a name."""
        return frozenset(
            (item.at.name, item.datum.subjects)
            for item in self.copies
            if item.content.names_directly
        )

    @shared
    def _copies_of(self) -> Mapping[str, list[Copy]]:
        found: dict[str, list[Copy]] = defaultdict(list)
        for item in self.copies:
            if not item.is_subjects_own:
                found[item.datum.name].append(item)
        return found

    def _context(self, taken: str, party: Party) -> Hashable:
        """By whom and for what something was taken, and what a party uses it for. Its name where
        some of that is open, or where it has nothing in common even with itself."""
        datum = self.graph.data[taken]
        collectors, purposes = self._collectors[taken], self._stated_for(datum)
        uses = self._purposes_of.get((taken, party.name), frozenset())
        if not collectors or not purposes or None in uses or self._maker(datum) is not None:
            return taken
        return collectors, purposes, datum.also_for, frozenset(uses)

    @shared
    def _purposes_of(self) -> Mapping[tuple[str, str], Set[frozenset[Purpose] | None]]:
        """For what was taken and each party the purposes of the elements that work with it."""
        found: dict[tuple[str, str], set[frozenset[Purpose] | None]] = defaultdict(set)
        for use in self.uses:
            party = self.graph.party_of(use.at.name)
            if party is not None:
                found[use.taken.name, party.name].add(use.at.purposes)
        return found

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
        party, name, named = one.party.name, one.datum.name, pair.named.name
        return any(
            (other.at is one.at or self._true(self.linking.linked(party, name, named)))
            and self.one_event_opens(other)
            for other in pair.copies
        )

    def taken_apart(self, meeting: Meeting) -> bool:
        """Whether the two were collected in different contexts: by different parties, or for
        purposes that have nothing in common."""
        if meeting.of_one_context:
            return False
        ones, others = self._taken[meeting.one.name], self._taken[meeting.other.name]
        return any(
            self._collectors[one].isdisjoint(self._collectors[other])
            or self._nothing_in_common(one, other)
            for one in ones
            for other in others
            if one != other
        )

    def joins_for_a_shared_purpose(self, meeting: Meeting) -> bool:
        """Whether the party has one of the two at a place whose purposes each was taken for. What
        only rests with it, where no purpose is stated, is kept for what all of it was taken for."""
        ones, others = self._taken[meeting.one.name], self._taken[meeting.other.name]
        uses = [
            use
            for taken in (*ones, *others)
            for use in self._uses_of.get(taken, ())
            if self.graph.party_of(use.at.name) is meeting.party
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
        stated = ones or others or frozenset()
        if ones is not None and others is not None:
            return ones.isdisjoint(others)
        if ones is None and others is None:
            return self._answer(collection_ask(first, f"what {other} was taken for")) == NO
        return not any(
            self._taken_for(first, purpose) and self._taken_for(second, purpose)
            for purpose in sorted(stated)
        )

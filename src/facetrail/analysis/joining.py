"""Which data about one person come together, and whether they were meant to."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence, Set

from facetrail.analysis.attributes import NO
from facetrail.analysis.condition import Condition
from facetrail.analysis.linking import File
from facetrail.analysis.reading import Reading
from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Copy, Meeting, Pair
from facetrail.analysis.using import Using, collection_ask
from facetrail.model.words import Datum, Party, Role, Scene, Sensor

_Alike = tuple[Hashable, list[tuple[Copy, ...]], Mapping[str, Condition], frozenset[Condition]]
_Paired = tuple[tuple[tuple[Copy, ...], ...], tuple[str, ...], Condition]


class Joining(Using, Reading):
    """Facts about meetings of data."""

    @shared
    def pairs(self) -> tuple[Pair, ...]:
        """Biometric copies outside the control of the person, each with every datum that names
        the same person and rests at the same party."""
        found: list[Pair] = []
        paired: dict[Hashable, list[_Paired]] = {}
        for one in self.copies:
            party, subjects, name = one.party, one.datum.subjects, one.datum.name
            if party is None or subjects is None or not one.content.irrevocable:
                continue
            if not one.is_subjects_own:
                place = (party.name, subjects, one.at.name, self.linking.place(party.name, name))
                if place not in paired:
                    paired[place] = self._paired_alike(one, party.name, subjects)
                found += [Pair(one, *alike) for alike in paired[place]]
        return tuple(found)

    def _paired_alike(self, one: Copy, party: str, subjects: str) -> list[_Paired]:
        """The copies of data that name a person, in groups of which each pairs with a copy in the
        same way: by what joining them hangs on, which is given for each group, and by how they
        open, here and elsewhere."""
        links: dict[Hashable, Condition] = {}
        groups: dict[tuple[Condition, Hashable, Hashable], list[tuple[Copy, ...]]]
        groups = defaultdict(list)
        for place, alike, opens, anywhere in self._named.get((party, subjects), ()):
            here = opens.get(one.at.name)
            elsewhere = (
                anywhere
                if here is None
                else frozenset([open_ for at, open_ in opens.items() if at != one.at.name])
            )
            if place not in links:
                named = alike[0][0].datum.name
                links[place] = self.linking.linked(party, one.datum.name, named)
            groups[links[place], here, elsewhere].extend(alike)
        return [
            (tuple(those), tuple([copies[0].datum.name for copies in those]), linked)
            for (linked, _, _), those in groups.items()
        ]

    @shared
    def _named(self) -> Mapping[tuple[str, str], Sequence[_Alike]]:
        """For each party and population the copies of every datum that names the person, in
        groups of data that are joined alike and rest in the same stores alike; with their place in
        what the party has, and what it hangs on that they open in each store, and in any."""
        copies: dict[tuple[str, str, str], list[Copy]] = defaultdict(list)
        for item in self.copies:
            subjects = item.datum.subjects
            if item.content.names_directly and subjects is not None and item.party is not None:
                copies[item.party.name, subjects, item.datum.name].append(item)
        found: dict[tuple[str, str], dict[tuple[Hashable, Hashable], list[tuple[Copy, ...]]]]
        found = defaultdict(dict)
        for (party, subjects, name), those in copies.items():
            rests = tuple([self.lineage.how_it_rests(name, item.at) for item in those])
            alike = (self.linking.place(party, name), rests)
            found[party, subjects].setdefault(alike, []).append(tuple(those))
        return {
            place: [
                (joined, alike, opens, frozenset(opens.values()))
                for (joined, _), alike in groups.items()
                for opens in ({item.at.name: self._openness(item) for item in alike[0]},)
            ]
            for place, groups in found.items()
        }

    @shared
    def meetings(self) -> tuple[Meeting, ...]:
        """Pairs of personal data about one person that come to one party that is not theirs;
        an answer is left out, for it is no record of its own."""
        content = self.contents
        return tuple(
            Meeting(
                party,
                ones,
                others,
                (content[ones[0].name], content[others[0].name]),
                len(takings | other_takings) == 1,
            )
            for party in self.graph.parties.values()
            if party.role is not Role.SUBJECT
            for file in self.linking.files(party.name)
            for groups in (self._met_alike(party, file),)
            for number, (ones, takings) in enumerate(groups)
            for others, other_takings in groups[number:]
            if others is not ones or len(ones) > 1
        )

    def _met_alike(
        self, party: Party, file: File
    ) -> list[tuple[tuple[Datum, ...], frozenset[Hashable]]]:
        """The records in a file of a party, in groups of which each meets others in the same way,
        and how what they were made from was taken. What hangs on an open attribute is a group of
        its own."""
        takings = {
            name: frozenset([self._taking(root) for root in self._taken[name]])
            for name in file.data
            if (content := self.contents[name]).personal and not content.is_answer
        }
        is_one = len(frozenset().union(*takings.values())) == 1
        groups: dict[Hashable, list[Datum]] = defaultdict(list)
        for name in takings:
            content, roots = self.contents[name], self._taken[name]
            contexts = () if is_one else frozenset([self._context(root, party) for root in roots])
            kept = self._kept_by(name, party) if content.irrevocable else None
            groups[content, contexts, kept, file.place(name)].append(self.graph.data[name])
        return [(tuple(group), takings[group[0].name]) for group in groups.values()]

    def _kept_by(self, datum: str, party: Party) -> Hashable:
        """Who keeps a biometric datum for what, and whether this party has it out of a store."""
        keepers = [
            (item.party and item.party.name, item.at.purposes) for item in self._galleries_of(datum)
        ]
        return frozenset(keepers), party.name in self._stored.get(datum, ())

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
    def _stored(self) -> Mapping[str, Set[str]]:
        """For data that show a person the parties with which they rest, or to which they come out
        of the store of somebody else: not just of somebody who is present."""
        found: dict[str, set[str]] = defaultdict(set)
        for name, copies in self._copies_of.items():
            if self.contents[name].irrevocable:
                found[name].update(item.party.name for item in copies if item.party is not None)
        for name, reached in self._out_of_archives.items():
            if self.contents[name].irrevocable:
                parties = map(self.graph.party_of, reached)
                found[name].update(party.name for party in parties if party is not None)
        return found

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

    def _context(self, taken: str, party: Party) -> Hashable:
        """By whom and for what something was taken, and what a party uses it for; its name where
        some of that is open."""
        party_of, taking = self.graph.party_of, self._taking(taken)
        if taking is taken:
            return taken
        uses = {use.at.purposes for use in self._uses_of(taken) if party_of(use.at.name) is party}
        return taken if None in uses else (taking, self.graph.data[taken].also_for, frozenset(uses))

    def _taking(self, taken: str) -> Hashable:
        """By whom and for what something was taken: what this is equal for was not taken apart. Its
        name where some of that is open, or where it has nothing in common even with itself."""
        datum = self.graph.data[taken]
        collectors, purposes = self._collectors[taken], self._stated_for(datum)
        if not collectors or not purposes or self._maker(datum) is not None:
            return taken
        return collectors, purposes

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
        return any(
            (other.at is one.at or self._true(pair.linked)) and self.one_event_opens(other)
            for other in pair.copies
        )

    def taken_apart(self, meeting: Meeting) -> bool:
        """Whether the two were collected in different contexts: by different parties, or for
        purposes that have nothing in common."""
        if meeting.of_one_taking:
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
            for use in self._uses_of(taken)
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

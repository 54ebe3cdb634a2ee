"""On what basis parties have data, which papers they hold, and what they owe from which day."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain

from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Arrival, Carried, Copy, Custody
from facetrail.analysis.watching import Watching
from facetrail.model.kinds import Kind, Modality
from facetrail.model.operations import Operation
from facetrail.model.words import (
    Act,
    Basis,
    Comparison,
    Datum,
    Effect,
    Element,
    Event,
    External,
    Guardian,
    Party,
    Process,
    Purpose,
    Role,
    Sensor,
    Store,
)

CHINA = "CN"

FACE_MEASURES = "2025-06-01"
"""The day from which China's measures on the application of face recognition apply."""

FILING_PEOPLE = 100_000
"""People whose faces a party in China stores: from here on it files with the regulator (article 15
of these measures)."""

_CODES = "EU AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE"

UNION = frozenset(_CODES.split())
"""Jurisdictions in which the AI Act applies, by ISO 3166."""

HIGH_RISK_DUTIES = "2027-12-02"
"""The day from which the AI Act's duties for high-risk systems of Annex III apply, as moved by the
Digital Omnibus on AI (from secondary sources)."""

AT_SCALE = 10_000
"""People whose sensitive data a party has: from here on it is at scale (a choice of this catalogue:
GDPR 35(3) gives no number)."""

LONG_DAYS = 5 * 365
"""A reference kept this long outlasts the years until many a minor is of age (likewise)."""

_ANSWERING = frozenset({Role.CONTROLLER, Role.AUTHORITY, Role.VENDOR})

_GONE = frozenset({Basis.NONE, Basis.ENDED})

_MAY_BE_YEARS = frozenset(
    {Event.SERVICE_END, Event.ACCOUNT_END, Event.WITHDRAWAL, Event.ERASURE_REQUEST}
)


class Basing(Watching):
    """Facts about parties that answer for data."""

    @shared
    def custodies(self) -> tuple[Custody, ...]:
        """Every personal datum at every party that answers for it. What a processor has, it has for
        those who have the same datum, what it is made from, or what is made of it: a result, say.
        """
        data, contents, parties = self.graph.data, self.contents, self.graph.parties
        found: dict[str, dict[str, Sequence[Arrival]]] = {
            name: dict(had)
            for name, had in self._had_by.items()
            if parties[name].role in _ANSWERING
        }
        lent = [
            item
            for name, had in self._had_by.items()
            if parties[name].role is Role.PROCESSOR
            for item in chain.from_iterable(had.values())
        ]
        having: dict[str, list[str]] = defaultdict(list)
        for keeper, had in found.items() if lent else ():
            for name in had:
                having[name].append(keeper)
        for item in sorted(lent, key=lambda item: item.key):
            name = item.datum.name
            related = self._back[name] | self._made_in_turn[name]
            for keeper in {keeper for one in related for keeper in having.get(one, ())}:
                found[keeper][name] = [*found[keeper].get(name, ()), item]
        return tuple(
            Custody(parties[keeper], data[name], contents[name], tuple(had[name]))
            for keeper, had in found.items()
            for name in sorted(had)
        )

    @shared
    def _made_in_turn(self) -> Mapping[str, frozenset[str]]:
        """For each datum what is made of it, directly or in turn."""
        found: dict[str, frozenset[str]] = {}
        for datum in reversed(self.graph.data_in_order):
            made = self._made_of.get(datum.name, ())
            found[datum.name] = frozenset(made).union(*(found[name] for name in made))
        return found

    def is_record(self, custody: Custody) -> bool:
        """Whether the datum says more of a person than how a question was answered."""
        return not custody.content.is_answer

    def is_sensitive_record(self, custody: Custody) -> bool:
        """Whether the datum is such a record, and of a special category."""
        return custody.content.is_special and not custody.content.is_answer

    def is_of_a_person(self, custody: Custody) -> bool:
        """Whether the datum shows something of a person that they never change, or names them."""
        return custody.content.irrevocable or custody.content.names_directly

    def is_held_or_read(self, custody: Custody) -> bool:
        """Whether the datum rests with the party, or the party reads it."""
        return bool(custody.copies) or any(map(self.reads, custody.arrivals))

    def is_taken_by(self, custody: Custody) -> bool:
        """Whether the party, or somebody who works for it, took from a person what the datum is
        made from."""
        takers = self.collectors(custody.datum.name)
        roles = {self.graph.parties[name].role for name in takers}
        return custody.party.name in takers or Role.PROCESSOR in roles

    # Bases

    def has_no_basis(self, custody: Custody) -> bool:
        """Whether the party has no basis for something it has the datum for, or none any more."""
        return not _GONE.isdisjoint(self._all_bases(custody))

    def rests_on_consent(self, custody: Custody) -> bool:
        """Whether the party has the datum on consent, for something it has it for."""
        return Basis.CONSENT in self._all_bases(custody)

    def _all_bases(self, custody: Custody) -> frozenset[Basis]:
        """What the party rests on, for one or another thing that it has the datum for."""
        if not custody.party.basis_for:
            return frozenset({self.told(custody.party, "basis")})
        places = (item.at for item in custody.arrivals)
        return frozenset().union(*(self._bases(custody.party, at, custody.datum) for at in places))

    def _bases(self, party: Party, at: Element, datum: Datum) -> frozenset[Basis]:
        """What a party rests on for a datum at an element: by the purposes there, or, where it has
        none of its own, by those that the datum was taken for, as far as these have a basis of
        their own."""
        special = dict(party.basis_for)
        purposes: frozenset[Purpose] = frozenset()
        if special:
            taken = (self.graph.data[name].collected_for for name in self._taken[datum.name])
            purposes = frozenset().union(*(item or () for item in taken))
        if special and isinstance(at, Process | External | Store) and at.purposes:
            purposes = at.purposes
        found = {special[purpose] for purpose in purposes if purpose in special}
        if not purposes or not purposes <= special.keys():
            found.add(self.told(party, "basis"))
        return frozenset(found)

    def asks_for_consent_apart(self, custody: Custody) -> bool:
        """Whether the party asks for consent by itself and for the purpose."""
        return bool(self.told(custody.party, "separate_consent"))

    def records_consent(self, custody: Custody) -> bool:
        """Whether the party keeps who agreed to what: such records are drawn, or it says so."""
        return custody.party.name in self._with_agreements or bool(
            self.told(custody.party, "consent_record")
        )

    @shared
    def _with_agreements(self) -> frozenset[str]:
        """The parties with which records of what people agreed to rest."""
        return frozenset(
            item.party.name
            for item in self.copies
            if item.party is not None and item.datum.kind.traits.shows_agreement
        )

    def takes_consent_back(self, custody: Custody) -> bool:
        """Whether consent is withdrawn as easily as given."""
        return bool(self.told(custody.party, "withdrawal"))

    # Minors

    def may_be_a_minors(self, custody: Custody) -> bool:
        """Whether there are minors among the people whom the datum is about."""
        subjects = self.graph.subjects.get(custody.datum.subjects or "")
        return subjects is not None and bool(self.told(subjects, "minors"))

    def lacks_a_guardian(self, custody: Custody) -> bool:
        """Whether nobody agrees for the minors, though somebody would have to."""
        return self._guardian(custody) is Guardian.NONE

    def outgrows_the_guardian(self, custody: Custody) -> bool:
        """Whether what a guardian agreed to stays on when the minor is of age, who is not asked."""
        return self._guardian(custody) is Guardian.AGREES and any(
            map(self._may_stay_for_years, custody.copies)
        )

    def _guardian(self, custody: Custody) -> Guardian:
        found: Guardian = self.told(self.graph.subjects[custody.datum.subjects or ""], "guardian")
        return found

    def _may_stay_for_years(self, copy: Copy) -> bool:
        kept = self.retention(copy)
        return kept.unlimited or kept.until in _MAY_BE_YEARS or (kept.days or 0) >= LONG_DAYS

    # Ways for people

    def is_kept(self, custody: Custody) -> bool:
        """Whether a copy rests longer than a decision takes."""
        return any(map(self.outlives_the_decision, custody.copies))

    def gives_access(self, custody: Custody) -> bool:
        """Whether people can get what the party keeps about them."""
        return bool(self.told(custody.party, "access_route"))

    def corrects(self, custody: Custody) -> bool:
        """Whether people can have examined and corrected what the party keeps about them."""
        return bool(self.told(custody.party, "correction_route"))

    def is_used_from_a_store(self, custody: Custody) -> bool:
        """Whether the datum rests with the party and is taken out of its store again."""
        name, taken_out = custody.datum.name, self._taken_out_of_stores
        return any((name, item.at.name) in taken_out for item in custody.arrivals)

    @shared
    def _taken_out_of_stores(self) -> frozenset[tuple[str, str]]:
        """Data with the stores from which some flow takes them."""
        return frozenset(
            (item.datum.name, item.at.name)
            for item in self.copies
            if item.at.name in self.lineage.onward(item.datum.name)
        )

    def decides_something(self, custody: Custody) -> bool:
        """Whether the datum, or something made of it, comes to a process with an effect on
        people."""
        return any(
            self.told(at, "effect") is not Effect.NONE
            for at in self._processes_behind(custody.datum.name)
        )

    def _processes_behind(self, datum: str) -> Sequence[Process]:
        """The processes of others than the person to which a datum, or something made of it,
        comes."""
        if datum not in self._found_behind:
            seen: set[str] = set()
            ahead = [datum]
            while ahead:
                name = ahead.pop()
                if name not in seen:
                    seen.add(name)
                    ahead += self._made_of.get(name, ())
            here = {at.name: at for name in seen for at in self._processes_with.get(name, ())}
            self._found_behind[datum] = [at for _, at in sorted(here.items())]
        return self._found_behind[datum]

    @shared
    def _found_behind(self) -> dict[str, Sequence[Process]]:
        return {}

    @shared
    def _made_of(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for datum, step in self._derived:
            for name in step.inputs:
                found[name].append(datum.name)
        return found

    @shared
    def _processes_with(self) -> Mapping[str, Sequence[Process]]:
        found: dict[str, list[Process]] = defaultdict(list)
        for item in self.arrivals:
            if isinstance(item.at, Process) and not item.is_subjects_own:
                found[item.datum.name].append(item.at)
        return found

    # Papers

    def is_at_scale(self, custody: Custody) -> bool:
        """Whether the datum is about so many people that their number alone asks for care."""
        return self.population(custody.datum) >= AT_SCALE

    def tells_people_apart(self, custody: Custody) -> bool:
        """Whether the party compares the datum, and so decides who somebody is."""
        return any(
            isinstance(item.at, Process)
            and item.at.name in self._compared_at.get(custody.datum.name, ())
            and self._comparison_at(item.at) is not Comparison.NONE
            for item in custody.arrivals
        )

    @shared
    def _compared_at(self) -> Mapping[str, set[str]]:
        """The processes that each datum reaches as a probe."""
        found: dict[str, set[str]] = defaultdict(set)
        for work in self.works:
            for name in work.probes:
                found[name].add(work.at.name)
        return found

    @shared
    def _kinds_compared(self) -> frozenset[Kind]:
        return frozenset(self.graph.data[name].kind for name in self._compared_at)

    def has_assessed_the_impact(self, custody: Custody) -> bool:
        """Whether the party assessed the impact since it last changed its purposes."""
        return bool(self.told(custody.party, "impact_assessment"))

    def has_published_retention(self, custody: Custody) -> bool:
        """Whether the party has published how long it keeps data and how it deletes them."""
        return bool(self.told(custody.party, "retention_published"))

    def has_filed(self, custody: Custody) -> bool:
        """Whether the party has filed its use of faces."""
        return bool(self.told(custody.party, "filed"))

    def has_assessed_rights(self, custody: Custody) -> bool:
        """Whether the party has assessed the effect on fundamental rights and registered the
        use."""
        return bool(self.told(custody.party, "rights_assessment"))

    # What applies from a day on

    def stands_after(self, day: str) -> bool:
        """Whether the model stands for this day or a later one."""
        return bool(self.told(self.graph.system, "date") >= day)

    def stores_faces_in_china(self, custody: Custody) -> bool:
        """Whether a party in China stores the datum, and it shows a face."""
        return (
            custody.party.jurisdiction == CHINA
            and Modality.FACE in custody.content.modalities
            and any(item.party is custody.party for item in custody.copies)
        )

    def stores_many_faces(self, custody: Custody) -> bool:
        """Whether the party stores the faces of so many people, over all its uses, that it has to
        file: each population counts once, and only copies that outlast the decision."""
        total = 0
        for copies in self._faces_of.get(custody.party.name, {}).values():
            if any(map(self.outlives_the_decision, copies)):
                total += self.population(copies[0].datum)
            if total >= FILING_PEOPLE:
                return True
        return False

    @shared
    def _faces_of(self) -> Mapping[str, Mapping[str, list[Copy]]]:
        """For each party the copies that show faces, by population; a datum whose population
        nobody states is one of its own."""
        found: dict[str, dict[str, list[Copy]]] = defaultdict(lambda: defaultdict(list))
        for item in self.copies:
            if item.party is not None and Modality.FACE in item.content.modalities:
                group = item.datum.subjects or item.datum.name
                found[item.party.name][group].append(item)
        return found

    def leaves_the_device_in_china(self, carried: Carried) -> bool:
        """Whether the flow takes a face away from the site of the device that captured it, for a
        party in China."""
        if not self._in_china or Modality.FACE not in carried.content.modalities:
            return False
        return (
            not self._in_china.isdisjoint(self.collectors(carried.datum.name))
            and self._site(carried.flow.source) in self._captured_in[carried.datum.name]
            and self._site(carried.flow.source) != self._site(carried.flow.destination)
        )

    @shared
    def _in_china(self) -> frozenset[str]:
        """The parties in China."""
        parties = self.graph.parties.values()
        return frozenset(party.name for party in parties if party.jurisdiction == CHINA)

    def _site(self, element: str) -> tuple[str | None, str]:
        """Where an element is, and with whom: the party that runs it, and the outermost boundary
        around it. Between two sites data go over a public network."""
        party = self.graph.party_of(element)
        path = self.graph.boundary_path(element)
        return None if party is None else party.name, path[0] if path else ""

    @shared
    def _captured_in(self) -> Mapping[str, frozenset[tuple[str | None, str]]]:
        """The sites at which what each datum shows was captured."""
        found: dict[str, frozenset[tuple[str | None, str]]] = {}
        for name, back in self._back.items():
            origins = {self.graph.data[item].origin for item in back}
            found[name] = frozenset(
                self._site(origin)
                for origin in origins
                if isinstance(self.graph.elements.get(origin or ""), Sensor | Process) and origin
            )
        return found

    def may_leave_the_device(self, carried: Carried) -> bool:
        """Whether each party in China that took the datum has a law that asks for sending it, or
        consent asked for apart."""
        takers = (self.graph.parties[name] for name in sorted(self.collectors(carried.datum.name)))
        return all(
            self._may_send(party, carried.to, carried.datum)
            for party in takers
            if party.jurisdiction == CHINA
        )

    def _may_send(self, party: Party, at: Element, datum: Datum) -> bool:
        return all(
            basis is Basis.LAW
            or (basis is Basis.CONSENT and bool(self.told(party, "separate_consent")))
            for basis in sorted(self._bases(party, at, datum))
        )

    def is_in_the_union(self, custody: Custody) -> bool:
        """Whether the AI Act applies where the party is."""
        return custody.party.jurisdiction in UNION

    def is_categorised(self, custody: Custody) -> bool:
        """Whether something is inferred about the person from the datum at the party."""
        found = self._categorised_by
        return bool(found) and custody.datum.name in found.get(custody.party.name, ())

    @shared
    def _categorised_by(self) -> Mapping[str, frozenset[str]]:
        """For each party the biometric data from which it infers something about the person."""
        found: dict[str, frozenset[str]] = defaultdict(frozenset)
        for datum, step in self._derived:
            if step.operation is not Operation.INFER:
                continue
            party = self.graph.party_of(step.at) if step.at in self.graph.elements else None
            shows = any(
                self.contents[name].irrevocable for name in step.inputs if name in self.contents
            )
            if party is not None and shows and datum.kind.traits.personal:
                found[party.name] |= self._back_of(step.inputs)
        return found

    def is_searched_from_afar(self, custody: Custody) -> bool:
        """Whether the party searches for the person by the datum (1:N), and the person does nothing
        to be captured."""
        if custody.datum.kind not in self._kinds_compared:
            return False
        compared_at = self._compared_at.get(custody.datum.name, ())
        return bool(compared_at) and any(
            isinstance(item.at, Process)
            and item.at.name in compared_at
            and self._comparison_at(item.at) is Comparison.IDENTIFICATION
            and any(
                self.told(sensor, "act") is not Act.ACTIVE
                for sensor in self._sensors_behind(self._back_of((custody.datum.name,)))
            )
            for item in custody.arrivals
        )

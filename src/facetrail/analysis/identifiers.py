"""Values that stay the same for a person: who gets them, how far they reach, what undoes them."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain

from facetrail.analysis.attributes import NO, YES
from facetrail.analysis.condition import ALWAYS, NEVER, Condition, either
from facetrail.analysis.keeping import Keeping
from facetrail.analysis.recipients import Recipients
from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Arrival, Carried, Copy
from facetrail.analysis.using import purposes_ask
from facetrail.model.kinds import Kind, Links, Names, Traits
from facetrail.model.words import (
    Agreement,
    External,
    Frequency,
    Layer,
    LayerKind,
    Party,
    Process,
    Purpose,
    Role,
    Scope,
    Sensor,
    Store,
)

Seen = tuple[tuple[str, Condition], ...]
"""Contexts that can read a value, each with what that hangs on; what hangs on nothing first."""

_DECIDING = frozenset({Role.CONTROLLER, Role.AUTHORITY, Role.PUBLIC})
_SERVING = frozenset({Role.VENDOR, Role.PROCESSOR})
_BOUND = frozenset({Agreement.WITH_LIMITS, Agreement.JOINT})
_VEILS = frozenset({LayerKind.TOKENISED, LayerKind.HASHED})


class Identifiers(Recipients, Keeping):
    """Facts about identifiers, credentials and pseudonyms.

    A *context* is who decides for itself, with the parties that it controls: a controller, an
    authority, the public, and a vendor that no agreement binds. A processor is none: it works for
    one.
    """

    # How far a value stays the same

    def _has_scope(self, name: str, *scopes: Scope) -> bool:
        """Whether the value of a datum stays the same that far. Where nobody says, a value that is
        given out, and so could be another for everybody, is asked about; others are the same
        everywhere."""
        source = self.graph.data[self._stem(name)]
        if source.scope is None and not source.kind.traits.issued:
            return Scope.EVERYWHERE in scopes
        return self.told(source, "scope") in scopes

    def _stem(self, name: str) -> str:
        """What a datum of the same kind is under all layers and signatures put around it."""
        datum = self.graph.data[name]
        while (
            (step := datum.transform) is not None
            and step.operation.effect.holds_input
            and (inner := self.graph.data.get(step.inputs[0])) is not None
            and inner.kind is datum.kind
        ):
            datum = inner
        return datum.name

    # Contexts

    @shared
    def _contexts(self) -> Mapping[str, str]:
        """The context of each party that may be one, named after one of its parties."""
        top = {name: name for name in self.graph.parties}

        def find(name: str) -> str:
            while top[name] != name:
                top[name] = name = top[top[name]]
            return name

        for party in self.graph.parties.values():
            for other in sorted(party.controls):
                top[find(other)] = find(party.name)
        return {
            party.name: find(party.name)
            for party in self.graph.parties.values()
            if party.role not in (Role.SUBJECT, Role.PROCESSOR)
        }

    @shared
    def _context_of(self) -> Mapping[str, str | None]:
        """The context of each element."""
        parties = ((name, self.graph.party_of(name)) for name in self.graph.elements)
        return {name: self._contexts.get(party.name) if party else None for name, party in parties}

    def _decides_for_itself(self, context: str) -> bool:
        """Whether a context is no vendor that an agreement makes a part of its customer."""
        members = self._members[context]
        vendors = [party for party in members if party.role is Role.VENDOR]
        return len(vendors) < len(members) or any(
            self.told(party, "agreement") not in _BOUND for party in vendors
        )

    @shared
    def _members(self) -> Mapping[str, Sequence[Party]]:
        found: dict[str, list[Party]] = defaultdict(list)
        for name, context in self._contexts.items():
            found[context].append(self.graph.parties[name])
        return found

    # One value in several contexts

    def brings_a_lasting_value(self, arrival: Arrival) -> bool:
        """Whether the datum holds a value that stays the same for a person, and comes here into a
        context: from the person, or from another one."""
        if arrival.is_subjects_own or not (arrival.comes_from_others or arrival.starts_here):
            return False
        if arrival.datum.kind not in self._kinds_coming:
            return False
        name, at = arrival.datum.name, arrival.at.name
        comes = self._is_passed_on(name, at) or at in self._taken_from_people.get(name, ())
        return comes and bool(self._value_data[name])

    @shared
    def _kinds_coming(self) -> frozenset[Kind]:
        """The kinds of the data that hold such a value and come somewhere into a context."""
        data, values = self.graph.data, self._value_data
        names = self._passed_on.keys() | self._taken_from_people.keys()
        return frozenset(data[name].kind for name in names if values.get(name))

    def is_in_another_context(self, arrival: Arrival) -> bool:
        """Whether somebody else has a value of the datum, too: passed it on or, where it is taken
        from the person here, took it from them as well."""
        name, at = arrival.datum.name, arrival.at.name
        own = self._context_of[at]
        if own is None:
            return False
        seen = self._readers if self._is_passed_on(name, at) else self._takers
        return any(
            self._true(read) and self._decides_for_itself(context)
            for value in dict.fromkeys(map(self._values.get, sorted(self._value_data[name])))
            for context, read in seen(value)
            if context != own
        ) and self._decides_for_itself(own)

    def is_passed_on_for_its_purpose(self, arrival: Arrival) -> bool:
        """Whether the datum was passed on, and only for what it was taken for, as people may expect
        of one service in which several have a part. Nobody asks what a store is for."""
        if not self._is_passed_on(arrival.datum.name, arrival.at.name):
            return False
        if isinstance(arrival.at, Store) and arrival.at.purposes is None:
            return True
        return self._serves_its_purpose(arrival.datum.name, arrival.at)

    def is_the_same_everywhere(self, arrival: Arrival) -> bool:
        """Whether one of the values in the datum stays the same across contexts."""
        return any(
            self._has_scope(item, Scope.EVERYWHERE)
            for item in sorted(self._value_data[arrival.datum.name])
        )

    @shared
    def _taken_from_people(self) -> Mapping[str, Set[str]]:
        """For data the elements at which a context takes them from the person: what begins at a
        sensor, or where somebody turns to, and what comes from what people control. What a store
        begins with, what a service reads out of something else, or what is given out, is not taken
        there."""
        elements = self.graph.elements
        own = {name for name in elements if self.graph.is_subjects_own(name)}
        turned_to = {
            flow.destination
            for flow in self.graph.flows.values()
            if flow.source in own and not isinstance(elements[flow.destination], Store)
        }
        begun = (
            (name, datum.origin)
            for name, datum in self.graph.data.items()
            if datum.origin is not None and not datum.kind.traits.issued
            if datum.origin in turned_to or isinstance(elements.get(datum.origin), Sensor)
        )
        given = (
            (name, flow.destination)
            for flow in self._crossing
            if flow.source in own
            for name in flow.data
        )
        found: dict[str, set[str]] = defaultdict(set)
        for name, at in chain(begun, given):
            if self._context_of[at] is not None:
                found[name].add(at)
        return found

    def _is_passed_on(self, datum: str, element: str) -> bool:
        """Whether the element, of a context, gets the datum from another one or its processor."""
        return element in self._passed_on.get(datum, ())

    @shared
    def _passed_on(self) -> Mapping[str, Set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for flow in self._crossing:
            context = self._context_of[flow.destination]
            is_given = self.graph.is_subjects_own(flow.source)
            if is_given or context is None or context == self._context_of[flow.source]:
                continue
            for name in flow.data:
                found[name].add(flow.destination)
        return found

    @shared
    def _value_data(self) -> Mapping[str, frozenset[str]]:
        """For each datum those that it gives back whose value stays the same for a person."""
        found = self._held_by_each(_IDENTIFIERS)
        templates = self._of_kinds(_TEMPLATES)
        return found | {name: found[name] | {self._stem(name)} for name in templates}

    def _value(self, name: str) -> Hashable:
        """A number that a person has once is the same in every datum about them, and what states
        who somebody is states one identity; what is made, given out or measured is the same only
        where it is passed on."""
        datum = self.graph.data[name]
        traits = datum.kind.traits
        if datum.subjects is not None and not traits.issued:
            if traits.names is Names.ALONE:
                return "identity", datum.subjects
            wide = traits.links in (Links.NATION, Links.SERVICES)
            if wide and traits.names is Names.WITH_REGISTRY:
                return datum.kind, f"of {datum.subjects}"
        return datum.kind, self._stem(name)

    def _readers(self, value: Hashable) -> Seen:
        """The contexts that can read a value, but for those that give it out."""
        if value not in self._found_readers:
            everywhere = {
                name: [item.at.name for item in self.arrivals_of[name]]
                for name in self._holding.get(value, ())
            }
            self._found_readers[value] = self._seen(value, everywhere)
        return self._found_readers[value]

    @shared
    def _found_readers(self) -> dict[Hashable, Seen]:
        return {}

    def _takers(self, value: Hashable) -> Seen:
        """The contexts that take a value from the person."""
        if value not in self._found_takers:
            arrivals, taken = self.arrivals_at, self._taken_from_people
            there = {
                name: [at for at in taken[name] if name in arrivals.get(at, ())]
                for name in self._holding.get(value, ())
                if name in taken
            }
            self._found_takers[value] = self._seen(value, there)
        return self._found_takers[value]

    @shared
    def _found_takers(self) -> dict[Hashable, Seen]:
        return {}

    @shared
    def _holding(self) -> Mapping[Hashable, Set[str]]:
        """The data that hold each value."""
        found: dict[Hashable, set[str]] = defaultdict(set)
        for name, items in self._value_data.items():
            for item in items:
                found[self._values[item]].add(name)
        return found

    @shared
    def _values(self) -> Mapping[str, Hashable]:
        """What stays the same for a person in each datum by which that is told."""
        stems = map(self._stem, self._of_kinds(_TEMPLATES))
        return {name: self._value(name) for name in chain(self._of_kinds(_IDENTIFIERS), stems)}

    def _seen(self, value: Hashable, holding: Mapping[str, Iterable[str]]) -> Seen:
        """The contexts that read a value at some elements in data that hold it."""
        given_out_by = {
            context
            for name in holding
            if name in self._given_out_by and self._values.get(name) == value
            for context in self._given_out_by[name]
        }
        seen: dict[str, Condition] = {}
        for name, places in holding.items():
            for at in places:
                context = self._context_of[at]
                if context is None or context in given_out_by or seen.get(context) is ALWAYS:
                    continue
                if read := self.lineage.reads(name, at):
                    seen[context] = either(seen.get(context, NEVER), read)
        return _surest_first(seen)

    @shared
    def _given_out_by(self) -> Mapping[str, frozenset[str]]:
        """For each datum that is given out the context at which it begins or is made, if it is in
        one."""
        found: dict[str, frozenset[str]] = {}
        for name in self._of_kinds(_ISSUED):
            source = self.graph.data[self._stem(name)]
            step = source.transform
            at = source.origin if step is None else step.at
            if (context := self._context_of.get(at or "")) is not None:
                found[name] = frozenset({context})
        return found

    # Credentials

    def is_shown(self, arrival: Arrival) -> bool:
        """Whether the datum holds a credential, and gets here to somebody else than the person and
        the one that issued it."""
        party = arrival.party
        if party is None or arrival.is_subjects_own or not arrival.comes_from_others:
            return False
        credentials = self._credentials[arrival.datum.name]
        return bool(credentials) and not any(
            party.name in self._issuers[item] for item in credentials
        )

    def is_recognised_anew(self, arrival: Arrival) -> bool:
        """Whether a fixed value lets the receiver, or several, recognise the person: it stays the
        same for several receivers that get it; or for this one, and the person does not sign
        in there."""
        credentials = sorted(self._credentials[arrival.datum.name])
        wide = (Scope.EVERYWHERE, Scope.CONTEXT)
        own = self._context_of[arrival.at.name]
        if any(
            self._is_shown_to_others(item, own) and self._has_scope(item, *wide)
            for item in credentials
        ):
            return True
        return any(
            self._has_scope(item, *wide, Scope.PAIRWISE) for item in credentials
        ) and not self._signs_in(arrival)

    def _is_shown_to_others(self, credential: str, own: str | None) -> bool:
        return any(
            context != own and context not in self._issuers[credential] and self._true(read)
            for context, read in self._readers(self._value(credential))
        )

    def _signs_in(self, arrival: Arrival) -> bool:
        """Whether the person means to be recognised here: the element is there to authenticate."""
        at = arrival.at
        if not isinstance(at, Process | External | Store):
            return False
        if at.purposes is not None or isinstance(at, Store):
            return Purpose.AUTHENTICATION in (at.purposes or ())
        ask = purposes_ask(at.name, (YES, NO), Purpose.AUTHENTICATION.value)
        return self._answer(ask) == YES

    @shared
    def _credentials(self) -> Mapping[str, frozenset[str]]:
        """The values in each datum that somebody gave the person to show to many."""
        return self._held_by_each(_CREDENTIALS)

    @shared
    def _issuers(self) -> Mapping[str, frozenset[str]]:
        """For each credential, and what these are made from, the parties, and their contexts, at
        which it, or what it was made from, begins outside the control of the person."""
        found: dict[str, frozenset[str]] = {}
        wanted = self._with_sources(self._of_kinds(_CREDENTIALS))
        own = {
            name: frozenset({name, self._contexts.get(name, name)}) for name in self.graph.parties
        }
        for datum in self.graph.data_in_order:
            if datum.name not in wanted:
                continue
            made = datum.transform
            inputs = () if made is None else made.inputs
            of_inputs = frozenset().union(*[found.get(item, ()) for item in inputs])
            at = datum.origin if made is None else made.at
            party = self.graph.party_of(at) if at and at in self.graph.elements else None
            is_wrapped = bool(inputs) and self._stem(datum.name) != datum.name
            if party is None or party.role is Role.SUBJECT or (of_inputs and is_wrapped):
                found[datum.name] = of_inputs
            else:
                found[datum.name] = of_inputs | own[party.name] if of_inputs else own[party.name]
        return found

    @shared
    def _put_in_by(self) -> Mapping[str, frozenset[str]]:
        """For each value by which a person is recognised and that a credential holds, and for the
        credential itself, those that issued it."""
        found: dict[str, frozenset[str]] = defaultdict(frozenset)
        for name in self._of_kinds(_CREDENTIALS):
            for item in self._back[name]:
                if self.graph.data[item].kind.traits.singles_out:
                    found[item] |= self._issuers[name]
        return found

    @shared
    def _kinds_put_in(self) -> frozenset[Kind]:
        return frozenset(self.graph.data[name].kind for name in self._put_in_by)

    def rests_with_a_name(self, copy: Copy) -> bool:
        """Whether the keeper also keeps something that names the person, is not given out itself
        and can be joined with the copy."""
        subjects = copy.datum.subjects
        if copy.party is None or subjects is None:
            return False
        party, one = copy.party.name, copy.datum.name
        names = self._plain_names.get((party, subjects), ())
        linked = [
            self.linking.linked(party, one, name)
            for name in names
            if (party, name) in self._names_kept
        ]
        return ALWAYS in linked or self._true(either(*linked))

    @shared
    def _names_kept(self) -> frozenset[tuple[str, str]]:
        """Parties with the data that rest with them and name somebody."""
        return frozenset(
            (copy.party.name, copy.datum.name)
            for copy in self.copies
            if copy.party is not None and copy.content.naming_kinds
        )

    @shared
    def _plain_names(self) -> Mapping[tuple[str, str], Sequence[str]]:
        """For each party and population the data that name the person and are not given out."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for name, arrivals in self.arrivals_of.items():
            subjects = self.graph.data[name].subjects
            if subjects is None or not self.contents[name].names_plainly:
                continue
            parties = {
                item.party.name
                for item in arrivals
                if item.party is not None and not item.is_subjects_own
            }
            for party in parties:
                found[party, subjects].add(name)
        return {place: tuple(sorted(names)) for place, names in found.items()}

    def is_seen_by_a_receiver(self, copy: Copy) -> bool:
        """Whether a party that did not issue the credential gets a value of it that the issuer
        keeps here: in what it is shown, or by a fixed value of what was made of the credential."""
        if not copy.content.singles_out:
            return False
        if copy.content.kinds.isdisjoint(self._kinds_put_in):
            return False
        inside = self._put_in_by.keys() & self._back[copy.datum.name]
        party = "" if copy.party is None else copy.party.name
        issued = sorted(item for item in inside if party in self._put_in_by[item])
        return any(
            self._true(read) and (derived == "" or not self._has_scope(derived, Scope.ONCE))
            for item in issued
            for receiver, read, derived in self._shown.get(item, ())
            if receiver not in self._put_in_by[item]
        )

    @shared
    def _shown(self) -> Mapping[str, Sequence[tuple[str, Condition, str]]]:
        """For each value in a credential the parties that are shown it, with what reading it hangs
        on, and the presentation made of the credential that they read, if it is one."""
        found: dict[str, set[tuple[str, Condition, str]]] = defaultdict(set)
        for item in self.arrivals:
            credentials, party = self._credentials[item.datum.name], item.party
            if not credentials or party is None or item.is_subjects_own:
                continue
            read = self.lineage.reads(item.datum.name, item.at.name)
            if not read:
                continue
            for value in self._back[item.datum.name]:
                if value in self._put_in_by:
                    found[value].add((party.name, read, ""))
            for shown in credentials:
                for source in self._credentials_before[shown] - credentials:
                    found[source].add((party.name, read, shown))
        return {
            value: sorted(reads, key=lambda one: (one[1] != ALWAYS, one[0], one[2], str(one[1])))
            for value, reads in found.items()
        }

    @shared
    def _credentials_before(self) -> Mapping[str, frozenset[str]]:
        """For each datum the credentials among it and what it was made from."""
        found: dict[str, frozenset[str]] = {}
        for datum in self.graph.data_in_order:
            inputs = () if datum.transform is None else datum.transform.inputs
            earlier = (found.get(item, frozenset()) for item in inputs)
            found[datum.name] = self._credentials[datum.name].union(*earlier)
        return found

    # Asking who issued or registered

    def reports_home(self, arrival: Arrival) -> bool:
        """Whether the element hands on what somebody present just showed and what leads to them, to
        the issuer of their credential, or to an authority that answers; unless a relay or a blinded
        query hides who asks."""
        homeward = self._homeward
        if not homeward:
            return False
        place = (arrival.datum.name, arrival.at.name)
        presented = self._presented[arrival.datum.name]
        is_asked = place in homeward and arrival.at.name in presented
        return is_asked and bool(self.told_at_home(arrival))

    def told_at_home(self, arrival: Arrival) -> tuple[Party, ...]:
        """The issuers and authorities to whom the element hands on the datum so that they can read
        it."""
        there = self._homeward.get((arrival.datum.name, arrival.at.name), {})
        return tuple(self.graph.parties[name] for name, read in there.items() if self._true(read))

    def is_taken_once(self, arrival: Arrival) -> bool:
        """Whether every sensor that the datum passes takes a person a single time."""
        sensors = self._sensors_passed.get(arrival.datum.name, ())
        return bool(sensors) and all(
            self.told(sensor, "frequency") is Frequency.ONCE for sensor in sensors
        )

    @shared
    def _sensors_passed(self) -> Mapping[str, Sequence[Sensor]]:
        """For each datum the sensors that it passes, or that took what it was made from."""
        found: dict[str, dict[str, Sensor]] = defaultdict(dict)
        for item in self.arrivals:
            if isinstance(item.at, Sensor):
                found[item.datum.name][item.at.name] = item.at
        for datum in self.graph.data_in_order:
            for name in () if datum.transform is None else datum.transform.inputs:
                found[datum.name] |= found[name]
        return {name: [at for _, at in sorted(there.items())] for name, there in found.items()}

    @shared
    def _homeward(self) -> Mapping[tuple[str, str], Mapping[str, Condition]]:
        """Data that lead to a person, with the elements of others that hand them on to who issued
        them or to an authority that answers: the names of these, each with what its reading them
        hangs on."""
        found: dict[tuple[str, str], dict[str, Condition]] = defaultdict(dict)
        for flow in self._crossing:
            if flow.hides_asker or flow.name not in self._between_parties:
                continue
            asker = self.graph.party_of(flow.source)
            if asker is None or self.graph.is_subjects_own(flow.source):
                continue
            for name in flow.data:
                content = self.contents.get(name)
                if content is None or not (content.names_directly or content.singles_out):
                    continue
                party = self.graph.party_of(flow.destination)
                read = self.lineage.reads(name, flow.destination)
                if read and party is not None and self._is_home(name, asker, party):
                    told = found[name, flow.source]
                    told[party.name] = either(told.get(party.name, NEVER), read)
        return {place: dict(sorted(told.items())) for place, told in found.items()}

    def _is_home(self, name: str, asker: Party, party: Party) -> bool:
        if party is asker or party.role is Role.SUBJECT:
            return False
        issuers = (self._issuers[item] for item in self._credentials[name])
        if any(party.name in names and asker.name not in names for names in issuers):
            return True
        return party.role is Role.AUTHORITY and (party.name, asker.name) in self._answering

    @shared
    def _answering(self) -> frozenset[tuple[str, str]]:
        """Parties with those to whose elements they send something about people that is no
        credential."""
        found = set()
        for flow in self._crossing:
            one, other = self.graph.party_of(flow.source), self.graph.party_of(flow.destination)
            if one is None or other is None:
                continue
            if any(
                self.contents[name].personal and not self._credentials[name]
                for name in flow.data
                if name in self.contents
            ):
                found.add((one.name, other.name))
        return frozenset(found)

    @shared
    def _presented(self) -> Mapping[str, Set[str]]:
        """For each datum the elements that it reaches from somebody present: from what the person
        controls, or from where it is taken, without resting in a store of others."""
        found: dict[str, Set[str]] = {}
        for datum in self.graph.data_in_order:
            step = datum.transform
            starts = [
                item.at.name
                for item in self.arrivals_of[datum.name]
                if item.is_subjects_own or item.at.name == datum.origin
            ]
            if step is not None and any(step.at in found.get(item, ()) for item in step.inputs):
                starts.append(step.at)
            found[datum.name] = self.lineage.spread(datum.name, starts, self._archives)
        return found

    # Pseudonyms

    def is_pseudonymous(self, arrival: Arrival) -> bool:
        """Whether the datum comes here under a pseudonym: as a token or a keyed hash, or as a value
        that stands in for who somebody is and comes without a name beside it."""
        if arrival.is_subjects_own or arrival.party is None:
            return False
        if not arrival.content.is_alias and not self._veiled:
            return False
        name, at = arrival.datum.name, arrival.at.name
        return at in self._come_nameless.get(name, ()) or (name, at) in self._veiled

    @shared
    def _come_nameless(self) -> Mapping[str, Set[str]]:
        """For data that stand in for who somebody is the elements to which a flow brings them that
        carries nothing by which the same people are named."""
        return {
            name: {
                flow.destination
                for flows in self.lineage.onward(name).values()
                for flow in flows
                if self.graph.data[name].subjects not in self._named_on(flow)
            }
            for name, content in self.contents.items()
            if content.is_alias
        }

    def is_meant_to_identify(self, arrival: Arrival) -> bool:
        """Whether the party took what is under the pseudonym from the person, or gave it out, and
        does not state that the element need not know who somebody is."""
        party = arrival.party
        if party is None or party.name not in self._collected_by[arrival.datum.name]:
            return False
        return not self.needs_no_identity(arrival)

    def undoes_it(self, arrival: Arrival) -> bool:
        """Whether the party can undo the pseudonym: with a key or vault in its reach, or by a name
        that it, or a party that it controls, can join with it and did not ask the person for."""
        party, subjects, name = arrival.party, arrival.datum.subjects, arrival.datum.name
        if party is not None and (keys := self._veiled.get((name, arrival.at.name))):
            return any(self._true(self.lineage.has_key(key, party.name)) for key in sorted(keys))
        if party is None or subjects is None:
            return False
        own = party.name in self._collected_by[name]
        found = NEVER
        for reach in (party.name, *sorted(party.controls)):
            for other in self._plain_names.get((reach, subjects), ()):
                if own or party.name not in self._collected_by[other]:
                    linked = self.linking.linked(reach, name, other)
                    if linked == ALWAYS:
                        return True
                    found = either(found, linked)
        return self._true(found)

    @shared
    def _veiled(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """Data with the elements to which a flow brings them as a token or a keyed hash, and the
        keys and vaults of these."""
        own: dict[str, frozenset[str]] = {}
        for datum in self.graph.data_in_order:
            step = datum.transform
            if datum.layer is None and not own:
                continue
            inner = step.inputs if step is not None and step.operation.effect.wraps else ()
            keys = _veils((datum.layer,)).union(*(own.get(name, frozenset()) for name in inner))
            if keys:
                own[datum.name] = keys
        found: dict[tuple[str, str], frozenset[str]] = {}
        for flow in self.graph.data_flows:
            if not flow.layers and not own:
                continue
            there = _veils(flow.layers)
            for name in flow.data:
                keys = there | own.get(name, frozenset())
                if keys and name in self.contents:
                    place = (name, flow.destination)
                    found[place] = found.get(place, frozenset()) | keys
        return found

    # Customers of one vendor

    def is_shared_by_customers(self, carried: Carried) -> bool:
        """Whether a customer gives a vendor or processor, readable or in a form that can be
        compared, what another one gives it as well; or gives it anything of the sort, where it is
        stated that there are customers beside those drawn."""
        if not carried.is_between_parties or not carried.content.singles_out:
            return False
        service = self._service(carried)
        if service is None:
            return False
        vendor, customer = service
        serves_others = self.graph.parties[vendor].serves_others
        return any(
            self._true(mine)
            and (
                serves_others
                or any(
                    other != customer and self._true(theirs)
                    for other, theirs in self._given.get((vendor, value), ())
                )
            )
            for value, mine in self._to_compare(carried)
        )

    def differs_by_customer(self, carried: Carried) -> bool:
        """Whether what the flow brings is made for that customer, or for that use."""
        items = sorted(self._value_data[carried.datum.name])
        return bool(items) and not any(self._has_scope(item, Scope.EVERYWHERE) for item in items)

    def keeps_customers_apart(self, carried: Carried) -> bool:
        """Whether the party that runs the destination keeps apart what it has from each."""
        party = carried.party
        return party is None or bool(self.told(party, "customers_apart"))

    def _service(self, carried: Carried) -> tuple[str, str] | None:
        """The vendor or processor that the flow goes to and the context of the customer that it
        comes from."""
        vendor = carried.party
        if vendor is None or vendor.role not in _SERVING:
            return None
        customer = self.graph.party_of(carried.flow.source)
        if customer is None or customer.role not in _DECIDING:
            return None
        context = self._contexts[customer.name]
        if self._contexts.get(vendor.name) == context:
            return None
        return vendor.name, context

    @shared
    def _given(self) -> Mapping[tuple[str, Hashable], Seen]:
        """For each vendor or processor and value the customers that give it, with what it hangs on
        that it can be compared."""
        found: dict[tuple[str, Hashable], dict[str, Condition]] = defaultdict(dict)
        for item in self.carried:
            service = self._service(item)
            if service is None:
                continue
            vendor, customer = service
            for value, seen in self._to_compare(item):
                given = found[vendor, value]
                given[customer] = either(given.get(customer, NEVER), seen)
        return {place: _surest_first(seen) for place, seen in found.items()}

    def _to_compare(self, carried: Carried) -> Iterator[tuple[Hashable, Condition]]:
        """The values in what a flow brings, the same for every population, with what it hangs on
        that they can be compared."""
        content = carried.content
        if not content.singles_out:
            return
        read = self.lineage.reads(carried.datum.name, carried.flow.destination)
        if read:
            for what in content.links_by:
                yield what, read
            return
        layers = frozenset(filter(None, (carried.datum.layer, *carried.flow.layers)))
        if layers and all(layer.kind in _VEILS for layer in layers):
            yield (content.links_by, layers), ALWAYS


_ISSUED = frozenset(kind for kind in Kind if kind.traits.issued)

_TEMPLATES = frozenset(kind for kind in Kind if kind.traits.template)

_IDENTIFIERS = frozenset(kind for kind in Kind if kind.traits.identifier)


def _veils(layers: Iterable[Layer | None]) -> frozenset[str]:
    """The keys of the layers that put a pseudonym in the place of what they cover."""
    return frozenset(
        item.key for item in layers if item is not None and item.kind in _VEILS and item.key
    )


def _is_credential(traits: Traits) -> bool:
    """Whether it is given to a person to be shown to many."""
    return traits.issued and traits.links is Links.SERVICES


_CREDENTIALS = frozenset(kind for kind in Kind if _is_credential(kind.traits))


def _surest_first(seen: Mapping[str, Condition]) -> Seen:
    return tuple(sorted(seen.items(), key=lambda one: (one[1] != ALWAYS, one[0])))

"""By what a party can tell who somebody is, or that two captures are of one person."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import chain

from facetrail.analysis.basing import Basing
from facetrail.analysis.condition import ALWAYS, NEVER, Condition, both, either
from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Arrival, Copy, Custody
from facetrail.model.kinds import Kind, Modality
from facetrail.model.operations import Inverse, Operation
from facetrail.model.words import (
    Act,
    Comparison,
    Datum,
    Frequency,
    Process,
    Scene,
    Sensor,
    Store,
    StoreUse,
)

SINGLES_OUT_BITS = 20
"""So many bits together single a person out: one in a million (see what a kind narrows)."""

TRACE_POINTS = 3
"""More places of one person than this single them out (de Montjoye et al. 2013)."""

SMALL_BITS = 3
"""A kind that narrows down no more than this stands for many facts, each of which counts."""


_TAKEN_MARKS = frozenset(
    kind
    for kind in Kind
    if (kind.traits.measured or kind.traits.issued)
    and kind.traits.singles_out
    and not kind.traits.conduct
)
"""The kinds by which one is recognised again and that are taken of a person or shown."""


class Recognising(Basing):
    """Facts about recognising people."""

    def _comes_to_a_party(self, arrival: Arrival) -> bool:
        """Whether the datum begins here outside the control of the person, comes from another
        party, or is made here and says something new."""
        if arrival.party is None or arrival.is_subjects_own:
            return False
        return arrival.comes_from_others or (
            arrival.starts_here and self._says_something_new(arrival.datum)
        )

    def _says_something_new(self, datum: Datum) -> bool:
        """Whether the datum says of the person what nothing that it is made from says: a history
        made of single places does, a record that holds its fields does not."""
        step = datum.transform
        if step is None or step.operation.effect.inverse is Inverse.NONE:
            return True
        inputs = (self.contents[name].kinds for name in step.inputs if name in self.contents)
        return bool(datum.kind.traits.narrows) and datum.kind not in frozenset().union(*inputs)

    # Sets that single out

    def knows_who_it_is(self, arrival: Arrival) -> bool:
        """Whether the party reads something that names the people of the datum."""
        if arrival.party is None or arrival.datum.subjects is None:
            return False
        return self._true(self._naming.get((arrival.party.name, arrival.datum.subjects), NEVER))

    def completes_a_set(self, arrival: Arrival) -> bool:
        """Whether the datum comes to a party here and, with what it can join, narrows down whom it
        is about to one in a million, or the party keeps more than a few places of one person. What
        was made coarser counts for nothing."""
        if not arrival.content.narrows or not self._comes_to_a_party(arrival):
            return False
        party, subjects = arrival.party, arrival.datum.subjects
        if party is None or subjects is None:
            return False
        if not self._narrowing_in[arrival.datum.name]:
            return False
        if self._could_single_out.get((party.name, subjects)) and self._is_part_of_a_set(
            arrival.datum.name, party.name, subjects
        ):
            return True
        return any(
            self.rests_readable(copy) and self.told(copy.at, "track_points") > TRACE_POINTS
            for copy in self._places_kept.get((party.name, arrival.datum.name), ())
        )

    def _is_part_of_a_set(self, name: str, party: str, subjects: str) -> bool:
        """Whether the datum singles a person out, alone or with what the party can join it with.
        Where something of that does so alone, the set is not the datum's."""
        linked = {
            other: self.linking.linked(party, name, other)
            for other in self._narrowing.get((party, subjects), ())
        }
        if not self._singles_out_alone(name) and any(
            self._singles_out_alone(other) and self._true(condition)
            for other, condition in linked.items()
        ):
            return False
        sure = (other for other, condition in linked.items() if condition == ALWAYS)
        if self._bits(sure) >= SINGLES_OUT_BITS:
            return True
        joined = (other for other, condition in linked.items() if self._true(condition))
        return self._bits(joined) >= SINGLES_OUT_BITS

    def _singles_out_alone(self, name: str) -> bool:
        return self._bits((name,)) >= SINGLES_OUT_BITS

    def _bits(self, names: Iterable[str]) -> int:
        """The bits of all that the data give back: each kind once, of small ones each datum."""
        found = {item: self.graph.data[item].kind for name in names for item in self._narrows(name)}
        small = [kind for kind in found.values() if kind.traits.narrows <= SMALL_BITS]
        large = {kind for kind in found.values() if kind.traits.narrows > SMALL_BITS}
        return sum(kind.traits.narrows for kind in chain(small, large))

    def _narrows(self, name: str) -> frozenset[str]:
        return self._narrowing_in[name]

    @shared
    def _narrowing_in(self) -> Mapping[str, frozenset[str]]:
        """The data that each datum gives back and that narrow down whom it is about."""
        every = {
            name
            for name, datum in self.graph.data.items()
            if datum.kind.traits.narrows
            and not (datum.transform is not None and datum.transform.operation is Operation.BLUR)
        }
        return {name: back & every for name, back in self._back.items()}

    @shared
    def _narrowing(self) -> Mapping[tuple[str, str], Sequence[str]]:
        """For each party and population the data there that narrow down who somebody is."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for item in self.arrivals:
            subjects = item.datum.subjects
            if item.party is None or subjects is None or item.is_subjects_own:
                continue
            if self._narrowing_in[item.datum.name]:
                found[item.party.name, subjects].add(item.datum.name)
        return {place: tuple(sorted(names)) for place, names in found.items()}

    @shared
    def _could_single_out(self) -> Mapping[tuple[str, str], bool]:
        return {
            place: self._bits(names) >= SINGLES_OUT_BITS for place, names in self._narrowing.items()
        }

    @shared
    def _places_kept(self) -> Mapping[tuple[str, str], Sequence[Copy]]:
        """For each party and datum the copies that hold places."""
        found: dict[tuple[str, str], list[Copy]] = defaultdict(list)
        for copy in self.copies:
            if copy.party is None or copy.is_subjects_own:
                continue
            for name in self._narrowing_in[copy.datum.name]:
                if self.graph.data[name].kind.traits.locates:
                    found[copy.party.name, name].append(copy)
        return found

    @shared
    def _naming(self) -> Mapping[tuple[str, str], Condition]:
        """For each party and population what it hangs on that it reads who somebody is."""
        found: dict[tuple[str, str], Condition] = {}
        for item in self.arrivals:
            subjects = item.datum.subjects
            if item.party is None or subjects is None or not item.content.names_directly:
                continue
            place = (item.party.name, subjects)
            if found.get(place) != ALWAYS:
                read = self.lineage.reads(item.datum.name, item.at.name)
                found[place] = either(found.get(place, NEVER), read)
        return found

    # Captures beside people who are known

    def meets_known_people(self, custody: Custody) -> bool:
        """Whether the party keeps references of the same characteristic, readable, and knows whose
        they are: of the same people, or of anybody where the capture is in public. A list of people
        who are looked for counts where captures stay beyond the decision."""
        if not custody.content.irrevocable:
            return False
        name = custody.datum.name
        if not self._sensors_for(name):
            return False
        return any(
            self._true(known)
            and (not self._is_a_list(copy) or self._stays(custody))
            and (copy.datum.subjects == custody.datum.subjects or self._is_in_public(name))
            for modality in sorted(custody.content.modalities)
            for copy, known in self._identified.get((custody.party.name, modality), ())
            if self._back[copy.datum.name].isdisjoint(self._back[name])
        )

    def is_taken_in_passing(self, custody: Custody) -> bool:
        """Whether somebody may be in it who did not present themselves: it was taken in public, or
        while people did nothing."""
        if not self._some_may_take_in_passing:
            return False
        name = custody.datum.name
        return self._is_in_public(name) or any(
            self.told(sensor, "act") is not Act.ACTIVE for sensor in self._sensors_for(name)
        )

    @shared
    def _some_may_take_in_passing(self) -> bool:
        """Whether some sensor takes what people do not present, or may."""
        in_passing = any(item.act is not Act.ACTIVE for item in self.graph.of_sort(Sensor))
        return in_passing or bool(self._may_be_in_public)

    def comes_without_a_name(self, custody: Custody) -> bool:
        """Whether the party takes it itself, or somebody brings it without naming the person along
        with it."""
        parties = {item.party.name for item in custody.arrivals if item.party is not None}
        return any(
            not parties.isdisjoint(self._unlabelled.get(name, ()))
            for name in self._back[custody.datum.name]
        )

    @shared
    def _unlabelled(self) -> Mapping[str, Set[str]]:
        """For biometric data, and what these give back, the parties at whose sensors they begin, or
        to which a flow of others brings them on which nothing names the same people."""
        data = self.graph.data
        shown = self._back_of(name for name, item in self.contents.items() if item.irrevocable)
        found: dict[str, set[str]] = defaultdict(set)
        for name in shown:
            at = self.graph.elements.get(data[name].origin or "")
            if isinstance(at, Sensor) and (party := self.graph.party_of(at.name)) is not None:
                found[name].add(party.name)
        for flow in self._crossing:
            brought = shown.intersection(flow.data)
            party = self.graph.party_of(flow.destination) if brought else None
            if party is not None:
                named = self._named_on(flow)
                for name in brought:
                    if data[name].subjects not in named:
                        found[name].add(party.name)
        return found

    def is_read_by(self, custody: Custody) -> bool:
        """Whether the party, or somebody who works for it, reads the datum somewhere."""
        return any(map(self.reads, custody.arrivals))

    def _is_in_public(self, name: str) -> bool:
        stated = sorted(self._sensors_for(name), key=lambda item: item.scene is None)
        return any(self.told(item, "scene") is Scene.PUBLIC for item in stated)

    def _sensors_for(self, name: str) -> Sequence[Sensor]:
        """The sensors outside the control of the person that took what shows them in a datum."""
        return self._taken_by_sensors.get(name, ())

    @shared
    def _taken_by_sensors(self) -> Mapping[str, Sequence[Sensor]]:
        found: dict[str, dict[str, Sensor]] = defaultdict(dict)
        for name, sensor in self._sensor_of.items():
            if self.graph.data[name].kind.traits.irrevocable:
                for one in (name, *self._giving_back.get(name, ())):
                    found[one][sensor.name] = sensor
        return {name: [at for _, at in sorted(there.items())] for name, there in found.items()}

    @shared
    def _sensor_of(self) -> Mapping[str, Sensor]:
        """For each datum that begins at a sensor outside the control of the person that sensor."""
        sensors = {
            item.name: item
            for item in self.graph.of_sort(Sensor)
            if not self.graph.is_subjects_own(item.name)
        }
        return {
            name: sensors[datum.origin]
            for name, datum in self.graph.data.items()
            if datum.origin in sensors
        }

    def _is_a_list(self, copy: Copy) -> bool:
        return copy.at.use is StoreUse.WATCH_LIST

    def _stays(self, custody: Custody) -> bool:
        """Whether the party keeps what was taken beyond the decision."""
        back = self._back[custody.datum.name]
        return any(
            self.outlives_the_decision(copy)
            for copy in self._biometrics_kept.get(custody.party.name, ())
            if not self._back[copy.datum.name].isdisjoint(back)
        )

    @shared
    def _biometrics_kept(self) -> Mapping[str, Sequence[Copy]]:
        found: dict[str, list[Copy]] = defaultdict(list)
        for custody in self.custodies:
            if custody.content.irrevocable:
                found[custody.party.name] += custody.copies
        return found

    @shared
    def _identified(self) -> Mapping[tuple[str, Modality], Sequence[tuple[Copy, Condition]]]:
        """For each party and modality the references that it keeps, with what it hangs on that it
        can read them and tell whose they are."""
        found: dict[tuple[str, Modality], list[tuple[Copy, Condition]]] = defaultdict(list)
        for party, copies in self._biometrics_kept.items():
            for copy in copies:
                held = self.lineage.holds(copy.datum.name, copy.at)
                known = both(held, self._named_with(copy)) if held else NEVER
                for modality in copy.content.modalities if known else ():
                    found[party, modality].append((copy, known))
        return found

    def _named_with(self, copy: Copy) -> Condition:
        """What it hangs on that its keeper can join a copy with something that names the
        person."""
        party = "" if copy.party is None else copy.party.name
        if copy.content.names_alone:
            return ALWAYS
        found = NEVER
        for _, alike, _, _ in self._named.get((party, copy.datum.subjects or ""), ()):
            linked = self.linking.linked(party, copy.datum.name, alike[0][0].datum.name)
            if linked == ALWAYS:
                return ALWAYS
            found = either(found, linked)
        return found

    # One key across places

    def is_recognised_by(self, arrival: Arrival) -> bool:
        """Whether the datum comes to a process outside the person's control, and shows something by
        which one is recognised that sensors took: of the body, of what one carries, of a card."""
        if not arrival.content.is_mark or arrival.datum.kind not in self._kinds_marked:
            return False
        is_others = isinstance(arrival.at, Process) and not arrival.is_subjects_own
        return is_others and arrival.datum.name in self._marks

    def comes_from_several_places(self, arrival: Arrival) -> bool:
        """Whether the process gets such captures from more than one place, or writes down the place
        of each, which it would not do of one. An element that stands for many sensors is many
        places where it captures a person more than once."""
        if not self._several_places or arrival.at.name not in self._several_places:
            return False
        if arrival.at.name in self._places_written:
            return True
        sensors = self._sensors_to_join(arrival)
        return len({item.boundary or item.name for item in sensors}) > 1 or any(
            self.told(item, "count") > 1 and self.told(item, "frequency") is not Frequency.ONCE
            for item in sensors
        )

    @shared
    def _several_places(self) -> frozenset[str]:
        """The processes that get captures, of whatever sort, from more than one place, or may, and
        those that write down the place of each."""
        elements = self.graph.elements
        found = set(self._places_written)
        for at, feeding in self._sensors_feeding.items():
            sensors = [elements[name] for name in set().union(*feeding.values())]
            several = len({item.boundary or item.name for item in sensors}) > 1
            if several or any(isinstance(item, Sensor) and item.count != 1 for item in sensors):
                found.add(at)
        return frozenset(found)

    def _sensors_to_join(self, arrival: Arrival) -> Sequence[Sensor]:
        """The sensors from which captures of the same sort come to the process, or captures of
        every sort that it joins with this one."""
        at, name = arrival.at.name, arrival.datum.name
        keyed = self._keyed_at.get(at, frozenset())
        joined = {name, *keyed} if name in keyed else {name}
        marks = {mark for item in joined for mark in self._marks.get(item, ())}
        feeding = self._sensors_feeding.get(at, {})
        names = sorted({sensor for mark in marks for sensor in feeding.get(mark, ())})
        sensors = (self.graph.elements[item] for item in names)
        return tuple(item for item in sensors if isinstance(item, Sensor))

    def gives_one_key(self, arrival: Arrival) -> bool:
        """Whether the person gets one key there wherever they are captured: the value itself is
        one, a key or trace is made of it, people are searched for, or the outcomes of checks or
        places are kept by a key."""
        at = arrival.at
        if not isinstance(at, Process):
            return False
        is_key = any(not isinstance(mark, Modality) for mark in self._marks[arrival.datum.name])
        kept = at.name in self._places_written or at.name in self._outcomes_kept
        if is_key or kept or arrival.datum.name in self._keyed_at.get(at.name, ()):
            return True
        return (
            arrival.datum.name in self._probes_at.get(at.name, ())
            and self._comparison_at(at) is Comparison.IDENTIFICATION
        )

    @shared
    def _marks(self) -> Mapping[str, Mapping[Kind | Modality, str]]:
        """For each datum what in it is recognised again and was taken by a sensor outside the
        person's control, with the sensor. What one states or types is handed over, not taken."""
        found: dict[str, dict[Kind | Modality, str]] = {}
        for name, sensor in self._sensor_of.items():
            kind = self.graph.data[name].kind
            if kind in _TAKEN_MARKS:
                for one in (name, *self._giving_back.get(name, ())):
                    found.setdefault(one, {})[kind.traits.modality or kind] = sensor.name
        return found

    @shared
    def _kinds_marked(self) -> frozenset[Kind]:
        return frozenset(self.graph.data[name].kind for name in self._marks)

    @shared
    def _sensors_feeding(self) -> Mapping[str, Mapping[Kind | Modality, set[str]]]:
        """For each process the sensors whose captures come to it of somebody present, not out of a
        store, by what they show."""
        found: dict[str, dict[Kind | Modality, set[str]]] = defaultdict(lambda: defaultdict(set))
        for name, marks in self._marks.items():
            for item in self.arrivals_of.get(name, ()):
                if not isinstance(item.at, Process):
                    continue
                for mark, sensor in marks.items():
                    if not isinstance(mark, Modality) or self._comes_fresh(name, item.at.name):
                        found[item.at.name][mark].add(sensor)
        return found

    @shared
    def _probes_at(self) -> Mapping[str, frozenset[str]]:
        return {work.at.name: frozenset(work.probes) for work in self.works}

    @shared
    def _keyed_at(self) -> Mapping[str, frozenset[str]]:
        """For each process the data of which it makes a key or a trace of the person that is not
        biometric itself."""
        return {
            at: frozenset(
                name
                for item in made
                if item.kind.traits.singles_out and not item.kind.traits.irrevocable
                if item.transform is not None and not item.transform.operation.effect.wraps
                for name in item.transform.inputs
            )
            for at, made in self._made_at.items()
        }

    @shared
    def _keyed_stores(self) -> frozenset[str]:
        """The stores of others in which something rests that singles somebody out or names them."""
        return frozenset(
            copy.at.name
            for copy in self.copies
            if not copy.is_subjects_own
            if copy.content.singles_out or copy.content.names_directly
        )

    @shared
    def _outcomes_kept(self) -> frozenset[str]:
        """The processes whose comparisons leave an outcome at rest in such a store."""
        compared: dict[str, frozenset[str]] = {}
        for datum in self.graph.data_in_order:
            step = datum.transform
            if step is not None and datum.name in self._outcomes:
                earlier = (compared.get(item, frozenset()) for item in step.inputs)
                compared[datum.name] = frozenset({step.at}).union(*earlier)
        return frozenset(
            at
            for copy in self.copies
            if copy.at.name in self._keyed_stores
            for item in self._back[copy.datum.name]
            for at in compared.get(item, ())
        )

    @shared
    def _places_written(self) -> frozenset[str]:
        """The processes at which a place begins that rests in such a store."""
        begun = {
            name: datum.origin
            for name, datum in self.graph.data.items()
            if datum.kind.traits.locates and datum.origin is not None
        }
        if not begun:
            return frozenset()
        return frozenset(
            begun[item]
            for copy in self.copies
            if copy.at.name in self._keyed_stores and isinstance(copy.at, Store)
            for item in self._back[copy.datum.name]
            if item in begun
        )

"""Who is watched: in public, in numbers, in their movements and habits, and for whom."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from facetrail.analysis.keeping import Keeping
from facetrail.analysis.people import People
from facetrail.analysis.sensing import Sensing
from facetrail.analysis.shared import shared
from facetrail.analysis.sharing import Sharing
from facetrail.analysis.subjects import Arrival, Copy, Holding, Task, Work
from facetrail.model.kinds import Kind, Modality
from facetrail.model.operations import Operation
from facetrail.model.words import (
    Comparison,
    Datum,
    Element,
    Event,
    External,
    ListRule,
    Party,
    Power,
    Process,
    Purpose,
    Role,
    Scene,
    Sensor,
    SetBy,
    Store,
    StoreUse,
)

RATIO_LIMIT = 1_000
"""People searched for each one sought: beyond this a search counts as indiscriminate (a choice of
this catalogue, not of a norm)."""

STREAM_LIMIT = 1_000
"""Sensors that feed an identification: beyond this it counts as indiscriminate (likewise)."""

POINT_LIMIT = 3
"""Places with times of one person: beyond this they count as a history (likewise)."""

DAY_LIMIT = 1
"""Days over which two or more places may lie before they count as a history (likewise)."""

_AT_A_DISTANCE = frozenset({Modality.FACE, Modality.GAIT, Modality.VOICE})

CONCLUSIONS = frozenset(kind for kind in Kind if kind.traits.judges or kind.traits.result)
"""The kinds of what somebody holds of a person, and of answers about them."""

_JUDGES_BY_NAME = frozenset(
    kind for kind in Kind if kind.traits.judges and kind.traits.names_directly
)

_FRAUD = frozenset({Purpose.FRAUD_PREVENTION, Purpose.SERVICE_SECURITY})

_POWERS = list(Power)


class Watching(Keeping, Sensing, Sharing, People):
    """Facts about surveillance."""

    # Power, and who is told

    def power_of(self, party: Party | None) -> Power:
        """What a party can do to somebody: what it states, else what follows from its role, else
        what becomes of somebody who says no."""
        if party is None or party.role is Role.SUBJECT:
            return Power.NONE
        if party.power is not None:
            return party.power
        if party.role is Role.AUTHORITY:
            return Power.COERCIVE
        return self.power({party.name}) if party.role is Role.CONTROLLER else Power.NONE

    def is_under(self, party: Party | None, least: Power) -> bool:
        """Whether the party, or one that controls it, has at least this power."""
        if party is None:
            return False
        sides = (party, *self._controllers.get(party.name, ()))
        return any(_POWERS.index(self.power_of(side)) >= _POWERS.index(least) for side in sides)

    @shared
    def _controllers(self) -> Mapping[str, list[Party]]:
        """For each party those that employ or own it."""
        found: dict[str, list[Party]] = defaultdict(list)
        for party in self.graph.parties.values():
            for name in sorted(party.controls):
                found[name].append(party)
        return found

    def serves_power(self, element: Element, least: Power) -> bool:
        """Whether a party with at least this power runs the element, or gets to read what it
        concludes."""
        return self.is_under(self.graph.party_of(element.name), least) or self.tells_power(
            element, least
        )

    def tells_power(self, element: Element, least: Power) -> bool:
        """Whether another party with at least this power gets to read what the element
        concludes."""
        runs = self.graph.party_of(element.name)
        return any(
            item.party is not runs and self.is_under(item.party, least) and self.reads(item)
            for item in self._told_of.get(element.name, ())
        )

    @shared
    def _told_of(self) -> Mapping[str, list[Arrival]]:
        """What each element concludes, or, where nothing says what it concludes, whatever it
        sends, wherever else that comes to others."""
        found: dict[str, list[Arrival]] = defaultdict(list)
        for item in self.arrivals:
            if item.is_subjects_own or not item.content.personal:
                continue
            for maker in self._concluded_at(item.datum.name):
                if maker != item.at.name:
                    found[maker].append(item)
        for name, flows in self._flows_from.items():
            if name not in self._concluding:
                found[name] += (
                    self.arrivals_at[flow.destination][datum]
                    for flow in flows
                    for datum in flow.data
                    if datum in self.arrivals_at.get(flow.destination, {})
                )
        return found

    @shared
    def _concluding(self) -> frozenset[str]:
        return frozenset(at for name in self.graph.data for at in self._concluded_at(name))

    def _concluded_at(self, name: str) -> frozenset[str]:
        """The elements that concluded a datum, or something that it comes from."""
        datum = self.graph.data[name]
        if datum.transform is not None:
            return self._concluded_on_the_way[name]
        at = self.graph.elements.get(datum.origin or "")
        return frozenset({at.name} if isinstance(at, Process) else ())

    @shared
    def _concluded_on_the_way(self) -> Mapping[str, frozenset[str]]:
        """These elements for each datum that is made of others."""
        found: dict[str, frozenset[str]] = {}
        for datum, step in self._derived:
            inputs = (name for name in step.inputs if name in self.graph.data)
            places = (found[it] if it in found else self._concluded_at(it) for it in inputs)
            here = frozenset({step.at} if step.operation in _CONCLUDES else ())
            found[datum.name] = here.union(*places)
        return found

    # Searching

    def works_at_a_distance(self, work: Work) -> bool:
        """Whether a probe shows what can be taken from afar."""
        return any(
            not self.contents[name].modalities.isdisjoint(_AT_A_DISTANCE) for name in work.probes
        )

    def is_fed_from_public(self, work: Work) -> bool:
        """Whether a probe begins at a sensor in a public place."""
        at = work.at.name
        return self._any_in_public(self._sensors_of.get(at, ()))

    def identifies_for_force(self, work: Work) -> bool:
        """Whether a party that can stop, fine or compel runs the search or gets what it finds."""
        return self.serves_power(work.at, Power.COERCIVE)

    def is_live(self, work: Work) -> bool:
        """Whether the process works with no lasting delay."""
        return bool(self.told(work.at, "real_time"))

    @shared
    def _sensors_of(self) -> Mapping[str, tuple[Sensor, ...]]:
        """The sensors at which the probes of each process begin."""
        return {
            work.at.name: self._sensors_behind(self._back_of(work.probes)) for work in self.works
        }

    def _sensors_behind(self, names: Iterable[str]) -> tuple[Sensor, ...]:
        origins = {self.graph.data[name].origin for name in names}
        found = (self.graph.elements.get(name) for name in sorted(filter(None, origins)))
        return tuple(item for item in found if isinstance(item, Sensor))

    def _any_in_public(self, sensors: Iterable[Sensor]) -> bool:
        """Whether one of the sensors takes in a public place."""
        return any(self.told(item, "scene") is Scene.PUBLIC for item in _stated_first(sensors))

    def is_out_of_proportion(self, work: Work) -> bool:
        """Whether more people are searched for each one sought than the limit."""
        return self._proportion(work) is not None

    def has_too_many_streams(self, work: Work) -> bool:
        """Whether more sensors that take in others than one person feed the search than the
        limit."""
        return self._streams(work) > STREAM_LIMIT

    def numbers_of(self, work: Work) -> str:
        """What is out of proportion, in numbers."""
        numbers = self._proportion(work)
        if numbers is None:
            return f"{self._streams(work):,} streams feed it"
        searched, sought = numbers
        return f"{searched:,} people are searched for {sought:,} sought"

    def _proportion(self, work: Work) -> tuple[int, int] | None:
        """How many people are searched, and for how many, where that exceeds the limit. Those
        sought are the smaller of the two groups that are compared: a list held against a crowd,
        or a suspect against a register."""
        for probe, reference in self._groups_compared.get(work.at.name, ()):
            numbers = (self.population(probe), self.population(reference))
            searched, sought = max(numbers), max(1, min(numbers))
            if searched > RATIO_LIMIT * sought:
                return searched, min(numbers)
        return None

    @shared
    def _groups_compared(self) -> Mapping[str, list[tuple[Datum, Datum]]]:
        """For each process a probe and a reference about every two populations that it compares."""
        found: dict[str, list[tuple[Datum, Datum]]] = {}
        for work in self.works:
            steps = self._comparing_at.get(work.at.name, ())
            names = {name for step in steps for name in step.inputs[1:]} or self._stored_at(work)
            probes, references = self._one_of_each(work.probes), self._one_of_each(names)
            found[work.at.name] = [
                (probe, reference)
                for group, probe in probes.items()
                for other, reference in references.items()
                if group != other
            ]
        return found

    def _stored_at(self, work: Work) -> set[str]:
        """What comes to a process that writes no comparison and is no probe of somebody present."""
        here = self.arrivals_at.get(work.at.name, {})
        return {
            name
            for name, item in here.items()
            if item.content.irrevocable and name not in work.probes
        }

    def _one_of_each(self, names: Iterable[str]) -> Mapping[str, Datum]:
        """A datum about each population, by its name."""
        data = (self.graph.data[name] for name in sorted(names, reverse=True))
        found = {item.subjects: item for item in data if item.subjects is not None}
        return {name: found[name] for name in sorted(found)}

    def _streams(self, work: Work) -> int:
        """How many sensors that take in others than one person feed the search."""
        crowded = [
            sensor
            for sensor in self._sensors_of.get(work.at.name, ())
            if not sensor.only_enrolled and sensor.scene is not Scene.ONE_PERSON
        ]
        counts = [sensor.count for sensor in crowded]
        if None not in counts and sum(filter(None, counts)) <= STREAM_LIMIT:
            return 0
        return sum(
            self.told(sensor, "count")
            for sensor in crowded
            if self.told(sensor, "scene") is not Scene.ONE_PERSON
        )

    # Watch lists and galleries

    def is_watch_list(self, holding: Holding) -> bool:
        """Whether the store lists people who are looked for, by its use or by what rests in it."""
        if holding.at.use is StoreUse.WATCH_LIST:
            return True
        return self._has_kinds(_JUDGES_BY_NAME) and any(
            not copy.content.kinds.isdisjoint(_JUDGES_BY_NAME) for copy in holding.copies
        )

    def missing_list_rules(self, holding: Holding) -> tuple[ListRule, ...]:
        """Which rules the list lacks."""
        stated = self.told(holding.at, "list_rules")
        return tuple(item for item in ListRule if item not in stated)

    def is_searched_or_trained_on(self, arrival: Arrival) -> bool:
        """Whether the element searches among these data or trains a model on them: as the model
        writes it, or as a process that gets them out of a store states that it searches."""
        if not arrival.content.irrevocable and not arrival.content.names_directly:
            return False
        is_searched_by_word = isinstance(arrival.at, Process) and arrival.content.irrevocable
        if not is_searched_by_word and not self._searched_or_trained_on:
            return False
        place = (arrival.datum.name, arrival.at.name)
        if place in self._searched_or_trained_on:
            return True
        at = arrival.at
        return (
            isinstance(at, Process)
            and arrival.content.irrevocable
            and any(at is item for item in self._fed_from_stores.get(arrival.datum.name, ()))
            and self._comparison(at) is Comparison.IDENTIFICATION
        )

    @shared
    def _searched_or_trained_on(self) -> frozenset[tuple[str, str]]:
        return frozenset(
            (name, step.at)
            for _, step in self._derived
            if step.operation in (Operation.SEARCH, Operation.TRAIN)
            for name in (step.inputs[1:] if step.operation is Operation.SEARCH else step.inputs)
        )

    def was_gathered_untargeted(self, datum: Datum) -> bool:
        """Whether something that the datum gives back was gathered without regard to whom it
        shows. What the person's own device or a sensor for one person took was not."""
        begun = (self.graph.data[name] for name in sorted(self._back[datum.name]))
        roots = [
            item for item in begun if item.untargeted is not False and self._may_be_of_many(item)
        ]
        return any(
            self.told(item, "untargeted")
            and self._takes_many(self.graph.elements[item.origin or ""])
            for item in sorted(roots, key=lambda item: item.untargeted is None)
        )

    def _may_be_of_many(self, datum: Datum) -> bool:
        """Whether the datum begins where nobody says that one person at a time gives it."""
        at = self.graph.elements.get(datum.origin or "")
        if at is None or self.graph.is_subjects_own(at.name):
            return False
        return not isinstance(at, Sensor) or at.scene is not Scene.ONE_PERSON

    def _takes_many(self, at: Element) -> bool:
        return not isinstance(at, Sensor) or self.told(at, "scene") is not Scene.ONE_PERSON

    # Places and times

    def shows_where_somebody_was(self, copy: Copy) -> bool:
        """Whether the copy tells where a person was, under an identity or a lasting key: a place
        beside such a key, what sensors in public recognised somebody by, or a log of checks."""
        key = copy.content.singles_out or copy.content.names_directly
        if copy.content.locates:
            return key or (copy.at.name, copy.datum.subjects) in self._keyed
        if not key:
            return False
        checks = (copy.at.name, copy.datum.subjects) in self._checks_logged
        return checks or self._any_in_public(self._recognised_by.get(copy.datum.name, ()))

    @shared
    def _keyed(self) -> frozenset[tuple[str, str | None]]:
        """Stores and populations of which something that tells one person from others rests."""
        return frozenset(
            (item.at.name, item.datum.subjects)
            for item in self.copies
            if item.datum.subjects is not None
            and (item.content.singles_out or item.content.names_directly)
        )

    @shared
    def _checks_logged(self) -> frozenset[tuple[str, str | None]]:
        """Logs and populations of which the outcome of a comparison rests."""
        return frozenset(
            (item.at.name, item.datum.subjects)
            for item in self.copies
            if item.at.use is StoreUse.LOG
            and not self._outcomes.isdisjoint(self._back[item.datum.name])
        )

    @shared
    def _recognised_by(self) -> Mapping[str, tuple[Sensor, ...]]:
        """The sensors that may be in public behind each datum that is more than the sample: what
        was extracted or read from it, or found by searching for it."""
        if not self._may_be_in_public:
            return {}
        behind: dict[str, frozenset[str]] = {}
        found = {}
        for datum in self.graph.data_in_order:
            step = datum.transform
            compares = step is not None and step.operation in (Operation.COMPARE, Operation.SEARCH)
            inputs = () if step is None else step.inputs[:1] if compares else step.inputs
            begun = {datum.name} if datum.origin is not None else set()
            behind[datum.name] = frozenset(begun).union(*(behind.get(name, ()) for name in inputs))
            if any(not kind.traits.sample for kind in self.contents[datum.name].kinds):
                sensors = self._sensors_behind(behind[datum.name])
                found[datum.name] = tuple(
                    item for item in sensors if item.name in self._may_be_in_public
                )
        return found

    @shared
    def _may_be_in_public(self) -> frozenset[str]:
        """The sensors that are stated to take in a public place, and those of which nobody says."""
        sensors = self.graph.of_sort(Sensor)
        return frozenset(item.name for item in sensors if item.scene in (None, Scene.PUBLIC))

    def is_a_history(self, copy: Copy) -> bool:
        """Whether more places of one person are kept than the limit, or two and more over more
        days."""
        points = self.told(copy.at, "track_points")
        return points > POINT_LIMIT or (points > 1 and self._lasts_longer_than_a_day(copy))

    def _lasts_longer_than_a_day(self, copy: Copy) -> bool:
        kept = self.retention(copy)
        at_once = kept.until in (None, Event.DECISION, Event.SESSION_END)
        return kept.unlimited or not at_once or (kept.days or 0) > DAY_LIMIT

    def places_an_identified_person(self, task: Task) -> bool:
        """Whether the element reads where a person is and who they are."""
        here = self.arrivals_at.get(task.at.name, {}).values()
        keys = {
            item.datum.subjects
            for item in here
            if item.content.singles_out or item.content.names_directly
        }
        return any(
            (
                item.content.locates
                or self._any_in_public(self._recognised_by.get(item.datum.name, ()))
            )
            and self.reads(item)
            for item in here
            if item.datum.subjects is not None and item.datum.subjects in keys
        )

    def _tells_a_place(self, arrival: Arrival) -> bool:
        return arrival.content.locates or self._any_in_public(
            self._recognised_by.get(arrival.datum.name, ())
        )

    def zone_serves_power(self, task: Task) -> bool:
        """Whether the element checks a zone or time that somebody else set for the person and
        serves a party with power over them, or tells such a party of one that the person or a
        guardian set."""
        if not self.serves_power(task.at, Power.ESSENTIAL):
            return False
        setter = self.told(task.at, "zone_set_by")
        if setter is SetBy.OTHERS:
            return True
        return setter is not SetBy.NOBODY and self.tells_power(task.at, Power.ESSENTIAL)

    def zones_checked(self, task: Task) -> str:
        """The zones that reach the element, in words: how far around what; empty where there is
        none."""
        here = self.arrivals_at.get(task.at.name, {}).values()
        zones = [item.datum for item in here if item.datum.kind.traits.bounds]
        return " and ".join(sorted(_in_words(zone) for zone in zones))

    def tells_what_a_zone_is_around(self, copy: Copy) -> bool:
        """Whether the copy is a zone, or holds one, that was drawn around a place of somebody, and
        not around one that was made coarser before."""
        zones = self._tell_their_middle
        return bool(zones) and not zones.isdisjoint(self._back[copy.datum.name])

    @shared
    def _tell_their_middle(self) -> frozenset[str]:
        """The zones with an exact place in the middle."""

        def made_by(name: str) -> Operation | None:
            step = self.graph.data[name].transform
            return None if step is None else step.operation

        return frozenset(
            item.name
            for item, step in self._derived
            if step.operation is Operation.SURROUND
            and any(made_by(name) is not Operation.BLUR for name in step.inputs)
        )

    def may_check_a_zone(self, task: Task) -> bool:
        """Whether the element concludes something about people, and does not state that it checks
        no zone or time."""
        at = task.at
        return (
            isinstance(at, Process)
            and at.zone_set_by is not SetBy.NOBODY
            and at.name in self._concludes_on_people
        )

    @shared
    def _concludes_on_people(self) -> frozenset[str]:
        """Elements at which something about a person is worked out, or an alert begins."""
        made = {step.at for _, step in self._derived if step.operation in _CONCLUDES}
        begun = {self.graph.data[name].origin for name in self._of_kinds(CONCLUSIONS)}
        return frozenset(made.union(filter(None, begun)))

    def confined_by(self, task: Task) -> str:
        """What confines the element to stated cases, in words; empty if nothing does."""
        return task.at.confined_by if isinstance(task.at, Process) else ""

    # Conduct

    def is_judged(self, datum: Datum) -> bool:
        """Whether the datum is what somebody holds of a person, worked out from data about them."""
        return datum.kind.traits.judges and datum.transform is not None

    def comes_of_conduct_apart(self, datum: Datum) -> bool:
        """Whether it comes of two or more data about what the person does that were collected in
        different contexts."""
        roots = sorted(self._conduct_behind[datum.name])
        pairs = [(one, other) for one in roots for other in roots if one < other]
        return any(
            self._collectors[one].isdisjoint(self._collectors[other]) for one, other in pairs
        ) or any(self._nothing_in_common(one, other) for one, other in pairs)

    @shared
    def _conduct_behind(self) -> Mapping[str, frozenset[str]]:
        """The data about conduct that were taken for each datum."""
        found: dict[str, frozenset[str]] = {}
        for datum in self.graph.data_in_order:
            step = datum.transform
            if step is None:
                own = {datum.name} if datum.kind.traits.conduct else set()
                found[datum.name] = frozenset(own)
            else:
                found[datum.name] = frozenset[str]().union(
                    *(found.get(name, ()) for name in step.inputs)
                )
        return found

    def comes_to_coercion(self, arrival: Arrival) -> bool:
        """Whether the datum is made at an element of a party that can stop, fine or compel, or
        controls who does, or comes there from another party."""
        step = arrival.datum.transform
        made = step is not None and step.at == arrival.at.name
        comes = made or self.comes_from_another_party(arrival)
        return comes and self.is_under(arrival.party, Power.COERCIVE)

    def is_only_for_fraud(self, arrival: Arrival) -> bool:
        """Whether the element states that it does nothing but prevent fraud in its service."""
        at = arrival.at
        stated = at.purposes if isinstance(at, Process | External | Store) else None
        return bool(stated) and (stated or frozenset()) <= _FRAUD

    def is_confined(self, datum: Datum) -> bool:
        """Whether a stated law or order confines the process that worked the datum out."""
        step = datum.transform
        maker = None if step is None else self.graph.elements.get(step.at)
        return isinstance(maker, Process) and bool(maker.confined_by)

    def concludes_on_conduct(self, task: Task) -> bool:
        """Whether the element concludes something about a person, not from a comparison, where
        data come to it by which somebody could be missed."""
        places = self._concludes_on_conduct
        return (
            bool(places)
            and task.at.name in places
            and any(
                self.contents[item.name].singles_out or item.kind.traits.conduct
                for item in task.reached
            )
        )

    @shared
    def _concludes_on_conduct(self) -> frozenset[str]:
        """Elements at which a judgement begins, or a decision that no comparison led to."""
        compare = {work.at.name for work in self.works}
        return frozenset(
            at
            for datum in (self.graph.data[name] for name in self._of_kinds(CONCLUSIONS))
            if (at := datum.transform.at if datum.transform else datum.origin) is not None
            if datum.kind.traits.judges or (datum.name not in self._outcomes and at not in compare)
        )

    def fires_on_absence(self, task: Task) -> bool:
        """Whether a rule of somebody else fires about a person when something is missing."""
        at = task.at
        return isinstance(at, Process) and self.told(at, "absence_set_by") is SetBy.OTHERS

    # What is left of a search

    def is_left_of_a_search(self, copy: Copy) -> bool:
        """Whether the copy is a probe of a search among many, what was made of it, or the list or
        score that the search gave."""
        name = copy.datum.name
        if name in self._search_results:
            return True
        if not copy.content.irrevocable or self._is_reference(copy.datum):
            return False
        return not self._search_probes.isdisjoint(self._back[name]) or any(
            self._comparison(item) is Comparison.IDENTIFICATION
            for item in self._states_only(name)
            if not self.graph.is_subjects_own(item.name)
        )

    @shared
    def _searches(self) -> tuple[Datum, ...]:
        return tuple(item for item, step in self._derived if step.operation is Operation.SEARCH)

    @shared
    def _search_results(self) -> frozenset[str]:
        return frozenset(item.name for item in self._searches)

    @shared
    def _search_probes(self) -> frozenset[str]:
        """What the probes of searches give back."""
        return self._back_of(item.transform.inputs[0] for item in self._searches if item.transform)

    def is_plain_recording(self, copy: Copy) -> bool:
        """Whether the copy is the recording alone, kept for a stated purpose and period of its
        own, with nothing beside it that was extracted or found."""
        return (
            copy.datum.kind.traits.sample
            and not any(
                item.content.has_template or item.datum.name in self._search_results
                for item in self.copies_at[copy.at.name]
            )
            and self.kept_for_another_purpose(copy)
        )

    def keeps_non_matches(self, copy: Copy) -> bool:
        """Whether anything of people who did not match stays in the store."""
        return bool(self.told(copy.at, "keeps_non_matches"))


_CONCLUDES = frozenset(
    {
        Operation.COMPARE,
        Operation.SEARCH,
        Operation.DECIDE,
        Operation.JOIN,
        Operation.SELECT,
        Operation.INFER,
    }
)
"""Operations whose output says something about a person that the inputs by themselves did not."""


def _in_words(zone: Datum) -> str:
    step = zone.transform
    if step is None or step.operation is not Operation.SURROUND:
        return zone.name
    reach = "a zone" if zone.metres is None else f"{zone.metres:,} metres"
    return f"{reach} around {' and '.join(step.inputs)}"


def _stated_first(sensors: Iterable[Sensor]) -> list[Sensor]:
    return sorted(sensors, key=lambda item: item.scene is None)

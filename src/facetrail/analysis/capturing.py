"""Whether what is captured is needed, how it could be renewed, and what people are told of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from facetrail.analysis.attributes import ATTRIBUTES, NO, YES, spot_of
from facetrail.analysis.condition import Ask
from facetrail.analysis.keeping import Keeping
from facetrail.analysis.lineage import Lock
from facetrail.analysis.sensing import Sensing
from facetrail.analysis.shared import shared
from facetrail.analysis.sharing import Sharing
from facetrail.analysis.subjects import Arrival, Carried, Copy, Use
from facetrail.analysis.using import collection_ask, purposes_ask
from facetrail.model.kinds import Kind, Modality
from facetrail.model.operations import Inverse, Operation
from facetrail.model.retention import is_longer
from facetrail.model.words import (
    ALWAYS_COMPATIBLE,
    NO_NOTICE,
    Act,
    Adaptation,
    Datum,
    External,
    Frequency,
    Layer,
    LayerKind,
    Notice,
    Process,
    Purpose,
    Scene,
    Sensor,
    Store,
    Subjects,
)

ABOUT_IDENTITY = frozenset(
    {
        Purpose.IDENTITY_VERIFICATION,
        Purpose.AUTHENTICATION,
        Purpose.REAL_NAME_REGISTER,
        Purpose.CIVIL_REGISTRATION,
        Purpose.FRAUD_PREVENTION,
        Purpose.LAW_ENFORCEMENT,
        Purpose.BORDER_CONTROL,
        Purpose.ATTENDANCE,
    }
)
"""Purposes that need to know who somebody is, or that nobody counts twice, unless a process says
that it does without. Who enters by a ticket, pays, or is counted need not be known."""

TAKEN_PART_IN = frozenset({Purpose.SERVICE_DELIVERY, Purpose.HEALTH_CARE, Purpose.RESEARCH})
"""Purposes for which people give data about themselves in order to learn or get something."""

NAMED, BEYOND = "what the notice names", "something that the notice leaves out"
TOLD, NOT_TOLD = "other people, who are told", "other people, who are not told"

_RECORDINGS = frozenset(kind for kind in Kind if kind.traits.recording)
_MEASURED = frozenset(kind for kind in Kind if kind.traits.measured)

_PROTECTED = frozenset({LayerKind.PROTECTED})
_READS = frozenset({Operation.EXTRACT, Operation.COMPARE, Operation.SEARCH, Operation.INFER})
_CUTS = frozenset({Operation.CROP, Operation.BLUR})
_REWRITES = frozenset({Operation.STRIP, Operation.REENCODE})


class Capturing(Keeping, Sensing, Sharing):
    """Facts about needs, references and notices."""

    # What a capture is needed for

    def needs_no_identity(self, arrival: Arrival) -> bool:
        """Whether the process works for something that needs neither to know who somebody is nor
        that nobody counts twice. What trains a model is left out: the people it learns from are
        another question."""
        at = arrival.at
        if not isinstance(at, Process) or at.name in self._trained_at:
            return False
        if at.needs_identity is None and not ABOUT_IDENTITY.isdisjoint(at.purposes or ()):
            return False
        return not self.told(at, "needs_identity")

    def reuses_a_recording(self, use: Use) -> bool:
        """Whether a process reads, itself, what was recorded to show that somebody is present, and
        for another purpose than that recording was taken for."""
        recordings = self._recordings_of_presence
        if not recordings or isinstance(use.at, Store) or recordings.isdisjoint(use.forms):
            return False
        return any(
            self._true(self.lineage.reads(form, use.at.name))
            for form in use.forms
            if form in recordings
        ) and self.drifts(use)

    @shared
    def _recordings_of_presence(self) -> frozenset[str]:
        data = self.graph.data.values()
        return frozenset(item.name for item in data if item.kind.traits.proves_presence)

    def infers_an_inner_trait(self, arrival: Arrival) -> bool:
        """Whether something that laws protect from being concluded is concluded here."""
        step = arrival.datum.transform
        return (
            step is not None
            and step.operation is Operation.INFER
            and arrival.starts_here
            and arrival.datum.kind.traits.inner
        )

    def comes_of_what_was_not_given_for_it(self, arrival: Arrival) -> bool:
        """Whether the conclusion rests on personal data that were taken for anything but a service,
        care or a study in which the person takes part."""
        step = arrival.datum.transform
        inputs = () if step is None else step.inputs
        roots = {root for name in inputs for root in self._taken.get(name, ())}
        return any(
            self.contents[root].personal and not self._is_given(self.graph.data[root])
            for root in sorted(roots)
        )

    def _is_given(self, taken: Datum) -> bool:
        stated = self._stated_for(taken)
        if stated is None:
            ask = collection_ask(taken, "only a service, care or a study of the person")
            return self._answer(ask) == YES
        return not stated.isdisjoint(TAKEN_PART_IN) and stated <= TAKEN_PART_IN | ALWAYS_COMPATIBLE

    def is_checked_too_often(self, arrival: Arrival) -> bool:
        """Whether the sensor captures a person more often than any process that checks them by
        this datum needs."""
        written = self._checkers.get(arrival.datum.name, ())
        stated = self._states_only(arrival.datum.name)
        if not written and not stated:
            return False
        frequency: Frequency = self.told(arrival.at, "frequency")
        if frequency is Frequency.ONCE:
            return False
        checkers = [*written, *filter(self._compares, stated)]
        return bool(checkers) and all(
            self.told(item, "enough").rank < frequency.rank for item in checkers
        )

    @shared
    def _checkers(self) -> Mapping[str, Sequence[Process]]:
        """The processes at which features, a comparison or a conclusion are made of each datum."""
        found: dict[str, dict[str, Process]] = defaultdict(dict)
        for _, step in self._derived:
            if step.operation not in _READS:
                continue
            at = self.graph.elements.get(step.at)
            if isinstance(at, Process):
                for name in self._back_of(step.inputs):
                    found[name][at.name] = at
        return {name: [at for _, at in sorted(there.items())] for name, there in found.items()}

    def is_where_it_is_taken(self, arrival: Arrival) -> bool:
        """Whether the datum is taken from the person here, by somebody else: it begins here and
        leaves, or comes from what the person controls."""
        if arrival.is_subjects_own or not (arrival.starts_here or arrival.comes_from_others):
            return False
        name, at = arrival.datum.name, arrival.at.name
        if arrival.datum.origin == at:
            return not isinstance(arrival.at, Store) and self._leaves(name, at)
        return at in self._from_the_person.get(name, ())

    def _leaves(self, datum: str, element: str) -> bool:
        """Whether some flow takes the datum, or something that gives it back, elsewhere."""
        names = (datum, *self._giving_back.get(datum, ()))
        return any(element in self.lineage.onward(name) for name in names)

    @shared
    def _from_the_person(self) -> Mapping[str, Set[str]]:
        """For data the elements to which they come from what the person controls."""
        found: dict[str, set[str]] = defaultdict(set)
        for flow in self._crossing:
            leaves = not self.graph.is_subjects_own(flow.destination)
            if leaves and self.graph.is_subjects_own(flow.source):
                for name in flow.data:
                    found[name].add(flow.destination)
        return found

    def is_taken_with_more(self, arrival: Arrival) -> bool:
        """Whether the datum is taken from the person here, and other kinds of measures with it."""
        return (
            self.is_where_it_is_taken(arrival)
            and len(self._measures_at.get(arrival.at.name, ())) > 1
        )

    @shared
    def _measures_at(self) -> Mapping[str, set[Kind | Modality]]:
        found: dict[str, set[Kind | Modality]] = defaultdict(set)
        for name in self._of_kinds(_MEASURED):
            datum = self.graph.data[name]
            for at in {datum.origin or "", *self._from_the_person.get(name, ())}:
                item = self.arrivals_at.get(at, {}).get(name)
                if item is not None and self.is_where_it_is_taken(item):
                    found[at].add(datum.kind.traits.modality or datum.kind)
        return found

    def is_needed_by_something(self, arrival: Arrival) -> bool:
        """Whether something that the datum reaches states that it needs its kind."""
        users = {
            use.at.name: use.at
            for taken in self._taken[arrival.datum.name]
            for use in self._uses_of(taken)
            if isinstance(use.at, Process | External)
        }
        return any(self._needs_kind(at, arrival.datum.kind) for _, at in sorted(users.items()))

    def _needs_kind(self, at: Process | External, kind: Kind) -> bool:
        needed: frozenset[Kind] = self.told(at, "needs_kinds")
        modality = kind.traits.modality
        return kind in needed or (
            modality is not None and any(item.traits.modality is modality for item in needed)
        )

    def is_at_a_gate(self, arrival: Arrival) -> bool:
        """Whether people are identified at the same sensor or next to it, or pass it in public."""
        at = arrival.at
        if not isinstance(at, Sensor):
            return False
        around = self.graph.boundary_path(at.name)
        if at.name in self._gates or (around and around[-1] in self._gates_in):
            return True
        return self.told(at, "scene") is Scene.PUBLIC

    @shared
    def _gates(self) -> frozenset[str]:
        """The sensors at which data begin that identify the person by themselves."""
        return frozenset(
            item.at.name
            for item in self.arrivals
            if self.is_captured(item)
            and not item.datum.kind.traits.device
            and (item.content.irrevocable or item.content.names_directly)
        )

    @shared
    def _gates_in(self) -> frozenset[str]:
        """The boundaries right around these sensors."""
        paths = map(self.graph.boundary_path, self._gates)
        return frozenset(path[-1] for path in paths if path)

    def is_handed_over(self, arrival: Arrival) -> bool:
        """Whether the person hands the datum over, for something that states to need it."""
        return self.told(arrival.at, "act") is Act.ACTIVE and self.is_needed_by_something(arrival)

    def is_hidden(self, arrival: Arrival) -> bool:
        """Whether the sensor tells nobody, and is hidden or passes for something else."""
        return not self.gives_notice(arrival) and self.told(arrival.at, "act") is Act.COVERT

    def is_on_a_single_order(self, datum: Datum) -> bool:
        """Whether the datum is stated to be taken on single legal orders only."""
        return self._stated_for(datum) == frozenset({Purpose.LEGAL_ORDER})

    # What the file of a recording tells

    def carries_metadata(self, carried: Carried) -> bool:
        """Whether the file of the recording that is carried, in whatever wrapping, still tells
        where, when or with what it was taken."""
        roots = self._files.get(carried.datum.name, ())
        return any(self.told(self.graph.data[name], "metadata") for name in sorted(roots))

    def only_checks_the_metadata(self, carried: Carried) -> bool:
        """Whether the destination detects attacks by what files tell, and passes none on."""
        at, files = carried.to, self._files
        return (
            isinstance(at, Process)
            and at.analyses_metadata
            and all(
                files.get(carried.datum.name, frozenset()).isdisjoint(files.get(name, ()))
                for flow in self._flows_from.get(at.name, ())
                for name in flow.data
            )
        )

    @shared
    def _files(self) -> Mapping[str, frozenset[str]]:
        """The recordings whose files, with what these tell, each datum holds, if it holds some.
        Stripping and re-encoding write the file anew; features and conclusions are no files."""
        data = self.graph.data
        found: dict[str, frozenset[str]] = {
            name: frozenset({name})
            for name in self._of_kinds(_RECORDINGS)
            if data[name].transform is None
        }
        for datum, step in self._derived:
            if step.operation.effect.inverse is Inverse.EXACT or step.operation in _CUTS:
                held = [found[name] for name in step.inputs if name in found]
                if held:
                    found[datum.name] = frozenset().union(*held)
        return found

    # References

    def stands_for_the_person(self, copy: Copy) -> bool:
        """Whether the copy is a template, a sample that is fetched to be compared with, or a value
        that was issued to somebody."""
        traits = copy.datum.kind.traits
        if traits.issued or not traits.irrevocable:
            return traits.issued
        if traits.template:
            return True
        return self._leaves(copy.datum.name, copy.at.name) and self._is_reference(copy.datum)

    def is_of_use_to_a_thief(self, copy: Copy) -> bool:
        """Whether the copy is of use to whoever steals it: no seal covers it that only the person
        can open."""
        return not self.rests_sealed(copy) or self.one_event_opens(copy)

    def cannot_be_renewed(self, copy: Copy) -> bool:
        """Whether a stolen copy cannot be made useless by issuing another. A sample or features of
        it without a protection scheme never can: the next ones are of the same body."""
        if copy.datum.kind.traits.irrevocable and self._rests_unprotected(copy):
            return True
        return not self.told(copy.datum, "renewable")

    def _rests_unprotected(self, copy: Copy) -> bool:
        if any(layer.kind is LayerKind.PROTECTED for layer in copy.at.at_rest or ()):
            return False
        return self._true(self._arrives_without(copy, _PROTECTED))

    def other_half_is_in_reach(self, copy: Copy) -> bool:
        """Whether the keeper of a protected template has lasting reach of the other half that its
        scheme keeps apart."""
        if not self._halves_are_kept_apart:
            return False
        halves = {layer.auxiliary for layer in self._layers_of(copy)} - {None}
        return copy.party is not None and any(
            self._true(self.lineage.has_key(half, copy.party.name))
            for half in sorted(filter(None, halves))
        )

    def _layers_of(self, copy: Copy) -> list[Layer]:
        """Every layer that covers the copy under some answer."""
        forms = self.lineage.forms(copy.datum.name, copy.at.name)
        locks = [item.layer for form in forms for item in form if isinstance(item, Lock)]
        own = [] if copy.datum.layer is None else [copy.datum.layer]
        return [*locks, *own, *(copy.at.at_rest or ())]

    @shared
    def _halves_are_kept_apart(self) -> bool:
        """Whether the scheme of any layer in the model keeps another half apart."""
        data, flows = self.graph.data.values(), self.graph.system.flows
        layers = [
            *(item.layer for item in data if item.layer is not None),
            *(layer for flow in flows for layer in flow.layers),
            *(layer for store in self.graph.of_sort(Store) for layer in store.at_rest or ()),
        ]
        return any(layer.auxiliary is not None for layer in layers)

    def adapts_without_limit(self, arrival: Arrival) -> bool:
        """Whether the process changes its references by this probe, and states no limit."""
        at = arrival.at
        return (
            isinstance(at, Process)
            and at.adaptation is Adaptation.UNLIMITED
            and self._comes_fresh(arrival.datum.name, at.name)
        )

    def is_kept_after_adaptation(self, arrival: Arrival) -> bool:
        """Whether the copy is of a sample by which references were changed, and outlives that."""
        return (
            isinstance(arrival, Copy)
            and arrival.datum.kind.traits.sample
            and arrival.datum.name in self._learnt_from
            and self.outlives_the_decision(arrival)
        )

    @shared
    def _learnt_from(self) -> frozenset[str]:
        """The probes by which some process changes its references."""
        return frozenset(
            name
            for work in self.works
            if work.at.adaptation is not Adaptation.NONE
            for name in self._back_of(work.probes)
        )

    # Notices

    def must_be_told(self, arrival: Arrival) -> bool:
        """Whether the datum says something about people of which they are to be told, and nobody
        states that the notice to them names everything; an answer to a check, which names nobody,
        is no disclosure of its own."""
        return (
            bool(self._not_told_all)
            and arrival.content.personal
            and not arrival.content.is_answer
            and arrival.datum.subjects in self._not_told_all
        )

    @shared
    def _not_told_all(self) -> frozenset[str]:
        """The populations whose notice is open, or names less than everything."""
        return frozenset(
            name
            for name, people in self.graph.subjects.items()
            if people.notice is None or not people.notice.complete
        )

    def has_untold_reader(self, arrival: Arrival) -> bool:
        """Whether the notice to the people names neither the party that gets the datum here, nor
        all that the element uses it for."""
        notice = self._notice(arrival.datum.subjects or "")
        return not notice.complete and (
            self._is_untold_recipient(arrival, notice) or self._has_untold_purpose(arrival, notice)
        )

    def happens_untold(self, arrival: Arrival) -> bool:
        """Whether the notice leaves out, or contradicts, what happens to the datum here: who gets
        it, what for, how long it rests, in which country, or what is concluded from it."""
        notice = self._notice(arrival.datum.subjects or "")
        return not notice.complete and (
            self._is_untold_recipient(arrival, notice)
            or self._has_untold_purpose(arrival, notice)
            or self._is_in_untold_country(arrival, notice)
            or self._is_untold_conclusion(arrival, notice)
            or self._rests_longer_than_told(arrival, notice)
        )

    def _notice(self, population: str) -> Notice:
        found: Notice = self.told(self.graph.subjects[population], "notice")
        return found

    def _is_untold_recipient(self, arrival: Arrival, notice: Notice) -> bool:
        party, place = arrival.party, (arrival.datum.name, arrival.at.name)
        if party is None or place not in self._handed_over_from:
            return False
        return self._leaves_out(arrival, notice, "recipients", party.name)

    def _is_in_untold_country(self, arrival: Arrival, notice: Notice) -> bool:
        place = (arrival.datum.name, arrival.at.name)
        there = self._jurisdictions.get(arrival.at.name)
        abroad = self._handed_over_from.get(place, frozenset()) - {None, there}
        if there is None or not abroad:
            return False
        return self._leaves_out(arrival, notice, "countries", there)

    @shared
    def _handed_over_from(self) -> Mapping[tuple[str, str], frozenset[str | None]]:
        """Data with the elements to which a party other than the person hands them over to
        another, with the jurisdictions of those that do, as far as they are stated."""
        found: dict[tuple[str, str], set[str | None]] = defaultdict(set)
        for flow in self._crossing:
            if not self.graph.is_subjects_own(flow.source):
                for name in flow.data:
                    where = self._jurisdictions.get(flow.source)
                    found[name, flow.destination].add(where)
        return {place: frozenset(names) for place, names in found.items()}

    def _is_untold_conclusion(self, arrival: Arrival, notice: Notice) -> bool:
        step = arrival.datum.transform
        if step is None or step.operation is not Operation.INFER or step.at != arrival.at.name:
            return False
        return self._leaves_out(arrival, notice, "kinds", arrival.datum.kind)

    def _has_untold_purpose(self, arrival: Arrival, notice: Notice) -> bool:
        at = arrival.at
        if not isinstance(at, Process | External | Store):
            return False
        if at.purposes is None:
            is_open = not isinstance(at, Store)
            about = f"the notice to {arrival.datum.subjects}"
            ask = purposes_ask(at.name, (NAMED, BEYOND), about)
            return is_open and self._answer(ask) == BEYOND
        return any(
            self._leaves_out(arrival, notice, "purposes", purpose)
            for purpose in sorted(at.purposes - ALWAYS_COMPATIBLE)
        )

    def _rests_longer_than_told(self, arrival: Arrival, notice: Notice) -> bool:
        if not isinstance(arrival, Copy):
            return False
        kept = self.retention(arrival)
        if notice.retention is None:
            return self._answer(self._notice_ask(arrival, "retention")) == NO
        return bool(is_longer(kept, notice.retention))

    def _leaves_out(self, arrival: Arrival, notice: Notice, what: str, item: object) -> bool:
        """Whether the notice does not name something; what nobody has looked up is asked."""
        named = getattr(notice, what)
        if named is None:
            return self._answer(self._notice_ask(arrival, what)) == NO
        return item not in named

    def _notice_ask(self, arrival: Arrival, what: str) -> Ask:
        population = self.graph.subjects[arrival.datum.subjects or ""]
        question = ATTRIBUTES[Subjects]["notice"].question.format(name=population.name)
        return Ask(spot_of(population), "notice", (YES, NO), question, what)

    def is_about_others(self, arrival: Arrival) -> bool:
        """Whether the datum tells of people other than the one who gives it, and is not cut to
        that one before it leaves the place where it is taken."""
        if not self._tells_of_others and not arrival.datum.kind.traits.of_others:
            return False
        others = self._others(arrival)
        if not others and not arrival.datum.kind.traits.of_others:
            return False
        return arrival.datum.origin != arrival.at.name or self._leaves_with_others(arrival)

    def others_are_told(self, arrival: Arrival) -> bool:
        """Whether these other people are told anything about it."""
        others = sorted(self._others(arrival))
        if others:
            return all(self._notice(population) != NO_NOTICE for population in others)
        name = arrival.datum.name
        text = f"Whom does {name} tell about beside the one who gives it, and are they told?"
        ask = Ask(spot_of(arrival.datum), "also_about", (TOLD, NOT_TOLD), text)
        return self._answer(ask) == TOLD

    @shared
    def _tells_of_others(self) -> bool:
        """Whether somewhere in the model others give, or stand in, what is about somebody."""
        return bool(self._others_in) or bool(self._given_by_others)

    def _others(self, arrival: Arrival) -> frozenset[str]:
        found = self._others_in.get(arrival.datum.name, frozenset())
        subjects = arrival.datum.subjects
        place = (arrival.datum.name, arrival.at.name)
        if subjects is not None and place in self._given_by_others:
            found |= {subjects}
        return found

    @shared
    def _given_by_others(self) -> frozenset[tuple[str, str]]:
        """Data with the elements to which they come from what people control who are others than
        those whom they are about."""
        graph = self.graph
        own = {
            name: party.name
            for name in graph.elements
            if (party := graph.party_of(name)) is not None and party.name in graph.subjects
        }
        return frozenset(
            (name, flow.destination)
            for flow in graph.data_flows
            if flow.source in own
            for name in flow.data
            if name in graph.data and graph.data[name].subjects != own[flow.source]
        )

    def _leaves_with_others(self, arrival: Arrival) -> bool:
        own_kind = arrival.datum.kind.traits.of_others
        return any(
            arrival.datum.name in self._back[name] and (own_kind or name in self._others_in)
            for flow in self._flows_from.get(arrival.at.name, ())
            for name in flow.data
            if name in self.graph.data
        )

    @shared
    def _others_in(self) -> Mapping[str, frozenset[str]]:
        """The other people in data, where there are some: those stated, and those in what a datum
        holds. Features, fields, conclusions and what is cut out are of the one who is meant."""
        found = {
            name: datum.also_about for name, datum in self.graph.data.items() if datum.also_about
        }
        for datum, step in self._derived:
            if step.operation.effect.inverse is Inverse.EXACT or step.operation in _REWRITES:
                held = [found[name] for name in step.inputs if name in found]
                if held:
                    found[datum.name] = datum.also_about.union(*held)
        return found

"""What stays as proof or shows by the way: logs, signatures, answers, traffic, traces."""

from collections import defaultdict
from collections.abc import Mapping

from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Arrival, Copy, Keeper, Task, Work
from facetrail.analysis.watching import Watching
from facetrail.model.kinds import Kind, Names
from facetrail.model.operations import Operation
from facetrail.model.retention import is_longer
from facetrail.model.words import (
    Attribution,
    Datum,
    Effect,
    Event,
    External,
    Need,
    Party,
    Power,
    Process,
)

_RESULTS = frozenset(kind for kind in Kind if kind.traits.result)
_ACTS = frozenset(kind for kind in Kind if kind.traits.conduct)
_SIGNED = frozenset(kind for kind in Kind if kind.traits.signed)


class Evidencing(Watching):
    """Facts about evidence and traces."""

    # Logs and signatures

    def outlives_disputes(self, copy: Copy) -> bool:
        """Whether the copy is kept longer than an act may be disputed. What ends with an event
        that cannot be compared with a period counts as longer."""
        kept = self.retention(copy)
        if kept.until in (Event.DECISION, Event.SESSION_END) and not kept.days:
            return False
        return is_longer(kept, self.told(copy.at, "dispute_window")) is not False

    def is_read_for_an_answer(self, copy: Copy) -> bool:
        """Whether somebody gets the copy out of the store who could do with yes or no."""
        name = copy.datum.name
        readers = (
            self.graph.elements[flow.destination]
            for flow in self._flows_from.get(copy.at.name, ())
            if name in flow.data and not self.graph.is_subjects_own(flow.destination)
        )
        return any(
            self._true(self.lineage.reads(name, item.name)) and self._need(item) is Need.DECISION
            for item in readers
            if isinstance(item, Process | External)
        )

    def proves_to_others(self, arrival: Arrival) -> bool:
        """Whether the datum comes from another party and is or holds one that somebody else than
        its receiver signed, and that whoever gets it can prove to others."""
        if not arrival.comes_from_others:
            return False
        signed = self._signed_in.get(arrival.datum.name, ())
        return any(
            self.told(self.graph.data[name], "transferable")
            for name in sorted(signed)
            if self._signer(self.graph.data[name]) is not arrival.party
        )

    def _signer(self, datum: Datum) -> Party | None:
        at = datum.origin if datum.transform is None else datum.transform.at
        return None if at is None or at not in self.graph.elements else self.graph.party_of(at)

    @shared
    def _signed_in(self) -> Mapping[str, frozenset[str]]:
        """The signed data that each datum is or holds."""
        found = {name: frozenset({name}) for name in self._of_kinds(_SIGNED)}
        for datum, step in self._derived:
            if step.operation.effect.holds_input:
                inside = frozenset[str]().union(*(found.get(name, ()) for name in step.inputs))
            else:
                inside = frozenset()
            if inside:
                found[datum.name] = inside
            elif step.operation is Operation.SIGN:
                found[datum.name] = frozenset({datum.name})
        return found

    # Acts

    def knows_acts_of_the_registered(self, task: Task) -> bool:
        """Whether what somebody does comes to the element from elsewhere, and a number, account,
        device or credential of theirs that leads to a name through a registry."""
        if not self._has_kinds(_ACTS):
            return False
        acts = {
            item.subjects
            for item in task.reached
            if item.kind in _ACTS and item.origin != task.at.name
        }
        return bool(acts) and any(
            item.subjects in acts
            and any(
                kind.traits.names is Names.WITH_REGISTRY and not kind.traits.result
                for kind in self.contents[item.name].kinds
            )
            for item in task.reached
            if item.subjects is not None
        )

    def acts_on_people(self, task: Task) -> bool:
        """Whether the element acts on people with legal or similar effect; a service outside does
        where its party can stop, fine or compel."""
        if isinstance(task.at, Process):
            return self.told(task.at, "effect") in (Effect.LEGAL, Effect.COERCIVE)
        return self.is_under(self.graph.party_of(task.at.name), Power.COERCIVE)

    def blames_the_registered(self, task: Task) -> bool:
        """Whether acts are attributed to the registered person as a fact."""
        return self.told(task.at, "attribution") is Attribution.REGISTERED

    # What can be noticed

    def compares_with_enrolled(self, work: Work) -> bool:
        """Whether what the process compares with comes out of a store that somebody else than the
        person keeps: only then is anybody enrolled."""
        steps = self._comparing_at.get(work.at.name, ())
        written = {name for step in steps for name in step.inputs[1:]}
        names = written or self.arrivals_at.get(work.at.name, {}).keys()
        return any(
            work.at.name in self._out_of_archives.get(name, ()) and self.contents[name].irrevocable
            for name in names
        )

    def answers_somebody_else(self, work: Work) -> bool:
        """Whether a result of the process comes to the person or to another party, readable."""
        runs = self.graph.party_of(work.at.name)
        return any(
            item.party is not runs and self.reads(item)
            for item in self._results_of.get(work.at.name, ())
        )

    @shared
    def _results_of(self) -> Mapping[str, list[Arrival]]:
        """Where the results of each element come to."""
        found: dict[str, list[Arrival]] = defaultdict(list)
        for name in self._of_kinds(_RESULTS):
            for maker in self._concluded_at(name):
                found[maker] += self.arrivals_of[name]
        return found

    def tells_enrolment(self, work: Work) -> bool:
        """Whether a stranger can tell from the answer who is enrolled."""
        return bool(self.told(work.at, "tells_enrolment"))

    def is_used_from_afar(self, keeper: Keeper) -> bool:
        """Whether a device of the person talks to a service of the party."""
        return keeper.party.name in self._used_from_afar

    @shared
    def _used_from_afar(self) -> frozenset[str]:
        """The parties to whose services a device of the person sends personal data, or the other
        way round. A card or a sensor is read at the spot."""
        return frozenset(
            party.name
            for flow in self._crossing
            for here, there in (
                (flow.source, flow.destination),
                (flow.destination, flow.source),
            )
            if self.graph.is_subjects_own(here)
            and isinstance(self.graph.elements[here], Process)
            and isinstance(self.graph.elements[there], Process | External)
            and not self.graph.is_subjects_own(there)
            and any(name in self.contents and self.contents[name].personal for name in flow.data)
            and (party := self.graph.party_of(there)) is not None
        )

    def observers(self, keeper: Keeper) -> tuple[str, ...]:
        """Who else can see from the traffic that somebody uses the services of the party."""
        return tuple(sorted(self.told(keeper.party, "observers") - {keeper.party.name}))

    def works_for_the_person_with_others(self, task: Task) -> bool:
        """Whether it is a device of the person that exchanges data with somebody else."""
        return (
            task.is_subjects_own
            and isinstance(task.at, Process)
            and task.at.name in self._talks_to_others
        )

    @shared
    def _talks_to_others(self) -> frozenset[str]:
        return frozenset(
            name for flow in self._crossing for name in (flow.source, flow.destination)
        )

    def leaves_a_visible_trace(self, task: Task) -> bool:
        """Whether people near the person see a trace of the use."""
        return isinstance(task.at, Process) and bool(self.told(task.at, "visible_trace"))

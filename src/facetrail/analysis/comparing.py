"""What is compared with what, and whether somebody is searched for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from facetrail.analysis.condition import either
from facetrail.analysis.ground import Ground
from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Arrival, Carried, Work
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import (
    Comparison,
    Datum,
    Effect,
    Element,
    Process,
    Role,
    Store,
    Transform,
)


class Comparing(Ground):
    """Facts about probes, references and claims."""

    @shared
    def works(self) -> tuple[Work, ...]:
        """Every process that a probe reaches, from somebody present or, where none does, as it
        writes that it compares."""
        probes: dict[str, set[str]] = defaultdict(set)
        for name, fresh in self._fresh.items():
            for item in self.arrivals_of[name] if self.contents[name].irrevocable else ():
                if item.at.name in fresh:
                    probes[item.at.name].add(name)
        for at, steps in self._comparing_at.items():
            here = self.arrivals_at.get(at, {})
            written = {step.inputs[0] for step in steps if step.inputs[0] in here}
            if at not in probes and any(here[name].content.irrevocable for name in written):
                probes[at] = written
        return tuple(
            Work(item, tuple(sorted(probes[item.name])), self.graph.is_subjects_own(item.name))
            for item in self.graph.of_sort(Process)
            if item.name in probes
        )

    def is_probe(self, arrival: Arrival) -> bool:
        """Whether the datum is a sample taken for one comparison, and never a reference: as the
        model writes it, or, where a process only states that it compares, what comes to it from
        somebody present rather than from a store."""
        datum = arrival.datum
        if not arrival.content.irrevocable or datum.kind not in self._kinds_of_probes:
            return False
        compared = datum.name in self._written_probes
        return (
            compared or any(map(self._compares, self._states_only(datum.name)))
        ) and not self._is_reference(datum)

    @shared
    def _kinds_of_probes(self) -> frozenset[Kind]:
        """The kinds of what is compared, or comes from somebody present to where it may be."""
        names = self._written_probes | self._without_words.keys()
        return frozenset(self.graph.data[name].kind for name in names)

    def searches(self, work: Work) -> bool:
        """Whether a process looks for a person among many (1:N)."""
        if not self._may_search or work.at.name not in self._may_search:
            return False
        return self._comparison_at(work.at) is Comparison.IDENTIFICATION

    @shared
    def _may_search(self) -> frozenset[str]:
        """The processes that look for a person among many, and those that may for all one knows."""
        return frozenset(
            item.name
            for item in self.graph.of_sort(Process)
            if self._searches_or_may(item, self._operations_at.get(item.name, set()))
        )

    def _searches_or_may(self, process: Process, made: Set[Operation]) -> bool:
        if Operation.SEARCH in made or Operation.COMPARE in made:
            return Operation.SEARCH in made
        stated = process.comparison
        return stated is Comparison.IDENTIFICATION or (stated is None and not made)

    def verifies(self, work: Work) -> bool:
        """Whether a process compares with one claimed record (1:1)."""
        return self._comparison_at(work.at) is Comparison.VERIFICATION

    def is_where_the_sample_is_taken(self, work: Work) -> bool:
        """Whether a process runs on the terminal that takes a probe: within the innermost
        boundary of its sensor, or at the very element where the probe begins."""
        return work.at.name in self._where_samples_are_taken

    @shared
    def _where_samples_are_taken(self) -> frozenset[str]:
        return frozenset(work.at.name for work in self.works if self._is_at_a_sensor(work))

    def _is_at_a_sensor(self, work: Work) -> bool:
        innermost = self.graph.boundary_path(work.at.name)
        return any(
            item is work.at
            or ((path := self.graph.boundary_path(item.name)) and innermost[: len(path)] == path)
            for item in self._taken_at_of[work.at.name]
        )

    @shared
    def _taken_at_of(self) -> Mapping[str, Sequence[Element]]:
        """Where the probes of each process begin, other than in a store."""
        return {work.at.name: self._places_behind(work.probes) for work in self.works}

    def _places_behind(self, names: Iterable[str]) -> Sequence[Element]:
        origins = {
            origin
            for name in self._back_of(names)
            if (origin := self.graph.data[name].origin) is not None
            and self.contents[name].irrevocable
        }
        found = (self.graph.elements[name] for name in sorted(origins))
        return tuple(item for item in found if not isinstance(item, Store))

    def only_an_authority_has_the_reference(self, work: Work) -> bool:
        """Whether everything that a process compares with comes out of stores of authorities."""
        stores = [
            flow.source
            for flow in self._flows_to[work.at.name]
            if isinstance(self.graph.elements[flow.source], Store)
            and any(self.contents[name].irrevocable for name in flow.data if name in self.contents)
        ]
        parties = [self.graph.party_of(store) for store in stores]
        return bool(parties) and all(
            party is not None and party.role is Role.AUTHORITY for party in parties
        )

    def is_score(self, carried: Carried) -> bool:
        """Whether the flow carries a score or a list of candidates rather than a decision."""
        step = carried.datum.transform
        return step is not None and step.operation in (Operation.COMPARE, Operation.SEARCH)

    def limits_attempts(self, carried: Carried) -> bool:
        """Whether the process that computed a score limits how often one may try."""
        step = carried.datum.transform
        maker = None if step is None else self.graph.elements.get(step.at)
        if not isinstance(maker, Process):
            return False
        return bool(self.told(maker, "attempt_limit"))

    def affects_the_person(self, arrival: Arrival) -> bool:
        """Whether the element that reads the datum acts on the person with legal or similar
        effect."""
        at = arrival.at
        return isinstance(at, Process) and self.told(at, "effect") in (
            Effect.LEGAL,
            Effect.COERCIVE,
        )

    def is_reviewed(self, arrival: Arrival) -> bool:
        """Whether, here or at a process before, somebody decides who may depart from the
        machine."""
        steps = {arrival.at.name}
        for (element, _), path in self.lineage.paths(arrival.datum.name).items():
            if element == arrival.at.name:
                steps.update(self.graph.flows[name].source for name in path)
        found = (self.graph.elements[name] for name in sorted(steps))
        return any(self.told(item, "human_review") for item in found if isinstance(item, Process))

    def comes_of_a_comparison(self, datum: Datum) -> bool:
        """Whether the datum is the result of comparing or searching, or is decided from one."""
        return datum.name in self._outcomes

    @shared
    def _outcomes(self) -> frozenset[str]:
        found: set[str] = set()
        for datum, step in self._derived:
            if step.operation.effect.result:
                compares = step.operation in (Operation.COMPARE, Operation.SEARCH)
                if compares or not found.isdisjoint(step.inputs):
                    found.add(datum.name)
        return frozenset(found)

    def searches_verified_references(self, work: Work) -> bool:
        """Whether a process searches references that are enrolled for 1:1 checks elsewhere."""
        return any(
            not self._back_of(step.inputs[1:]).isdisjoint(self._verified)
            for step in self._comparing_at.get(work.at.name, ())
            if step.operation is Operation.SEARCH
        )

    @shared
    def _compared_with_each_other(self) -> frozenset[frozenset[str]]:
        """Any two data that are compared one to one, or from which what is compared was made."""
        steps = (step for step in self._comparing if step.operation is Operation.COMPARE)
        return frozenset(
            frozenset({probe, reference})
            for step in steps
            for probe in self._back_of(step.inputs[:1])
            for reference in self._back_of(step.inputs[1:])
        )

    @shared
    def _verified(self) -> frozenset[str]:
        """What somebody is compared with one to one, and all that it gives back."""
        steps = (step for step in self._comparing if step.operation is Operation.COMPARE)
        return self._back_of(name for step in steps for name in step.inputs[1:])

    def _comparison_at(self, process: Process) -> Comparison:
        """What a process compares, as it is written or stated."""
        made = self._operations_at[process.name]
        if Operation.SEARCH in made:
            return Comparison.IDENTIFICATION
        if Operation.COMPARE in made:
            return Comparison.VERIFICATION
        return self._comparison(process)

    def claim_reaches(self, work: Work) -> bool:
        """Whether a claimed identity of the person at hand is known to a process, or to a step
        before it that the probe passed. What comes out of the gallery, or of the comparison
        itself, is no claim, nor is what the process gives out."""
        steps = {work.at.name}
        for datum in work.probes:
            for (element, _), path in self.lineage.paths(datum).items():
                if element == work.at.name:
                    steps.update(self.graph.flows[name].source for name in path)
        claims = (
            self.lineage.reads(name, step)
            for step in sorted(steps)
            for name, item in self.arrivals_at.get(step, {}).items()
            if item.content.names_directly
            and not self._is_result(item.datum)
            and not (item.datum.kind.traits.issued and item.datum.origin == work.at.name)
            and self._comes_fresh(name, step)
        )
        return self._true(either(*claims))

    def _comparison(self, process: Process) -> Comparison:
        """What a process states; transforms are closed, so one that is written with some and
        states nothing does no more than these."""
        if process.comparison is None and self._operations_at[process.name]:
            return Comparison.NONE
        found: Comparison = self.told(process, "comparison")
        return found

    def _compares(self, process: Process) -> bool:
        return self._comparison(process) is not Comparison.NONE

    def _states_only(self, datum: str) -> Sequence[Process]:
        """Processes without a written comparison that the datum reaches from somebody present."""
        return self._without_words.get(datum, ())

    @shared
    def _without_words(self) -> Mapping[str, list[Process]]:
        found: dict[str, list[Process]] = defaultdict(list)
        for work in self.works:
            if work.at.name not in self._comparing_at:
                for name in work.probes:
                    found[name].append(work.at)
        return found

    def _is_reference(self, datum: Datum) -> bool:
        """Whether the datum, or something made from it, is what a sample is compared with."""
        return datum.name in self._written_references or any(
            map(self._compares, self._fed_from_stores.get(datum.name, ()))
        )

    @shared
    def _fed_from_stores(self) -> Mapping[str, list[Process]]:
        """The processes that write no comparison, by what comes to them out of stores."""
        elements = self.graph.elements
        stored: dict[str, set[str]] = defaultdict(set)
        for name, content in self.contents.items():
            onward = self.lineage.onward(name) if content.irrevocable else {}
            for source, flows in onward.items():
                for flow in flows if isinstance(elements[source], Store) else ():
                    stored[flow.destination].add(name)
        found: dict[str, list[Process]] = defaultdict(list)
        for at in sorted(stored.keys() - self._comparing_at.keys()):
            if isinstance(item := elements[at], Process):
                for name in self._back_of(stored[at]):
                    found[name].append(item)
        return found

    @shared
    def _written_probes(self) -> frozenset[str]:
        return self._back_of(step.inputs[0] for step in self._comparing)

    @shared
    def _written_references(self) -> frozenset[str]:
        return self._back_of(name for step in self._comparing for name in step.inputs[1:])

    @shared
    def _comparing_at(self) -> Mapping[str, list[Transform]]:
        found: dict[str, list[Transform]] = defaultdict(list)
        for step in self._comparing:
            found[step.at].append(step)
        return found

    @shared
    def _comparing(self) -> tuple[Transform, ...]:
        return tuple(
            step
            for _, step in self._derived
            if step.operation in (Operation.COMPARE, Operation.SEARCH)
        )

"""What is compared with what, and whether somebody is searched for."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from facetrail.analysis.condition import Ask, either
from facetrail.analysis.ground import Ground
from facetrail.analysis.subjects import (
    Work,
)
from facetrail.model.operations import Operation
from facetrail.model.words import (
    Comparison,
    Datum,
    Process,
    Store,
    Transform,
)
from facetrail.report import PlaceKind, Spot

COMPARISONS = {str(item): item for item in Comparison}


class Comparing(Ground):
    """Facts about probes, references and claims."""

    @cached_property
    def works(self) -> tuple[Work, ...]:
        """Every process with the probes that reach it."""
        probes: dict[str, set[str]] = defaultdict(set)
        for item in self.arrivals:
            if item.content.irrevocable and (item.datum.name, item.at.name) in self._fresh:
                probes[item.at.name].add(item.datum.name)
        return tuple(
            Work(item, tuple(sorted(probes[item.name])), self.graph.is_subjects_own(item.name))
            for item in self.graph.elements.values()
            if isinstance(item, Process)
        )

    def is_probe(self, datum: Datum) -> bool:
        """Whether the datum is a sample taken for one comparison, and never a reference: as the
        model writes it, or, where a process only states that it compares, what comes to it from
        somebody present rather than from a store."""
        if not self.contents[datum.name].irrevocable:
            return False
        compared = datum.name in self._back_of(probe for probe, _ in self._compared)
        return (
            compared or any(self._compares(work) for work in self._states_only(datum.name))
        ) and not self._is_reference(datum)

    def searches(self, work: Work) -> bool:
        """Whether a process looks for a person among many (1:N)."""
        made = self._operations_at[work.at.name]
        if Operation.SEARCH in made:
            return True
        if Operation.COMPARE in made or not work.probes:
            return False
        return self._comparison(work.at) is Comparison.IDENTIFICATION

    def claim_reaches(self, work: Work) -> bool:
        """Whether a claimed identity of the person at hand is known to a process, or to a step
        before it that the probe passed. What comes out of the gallery, or of the comparison
        itself, is no claim."""
        steps = {work.at.name}
        for datum in work.probes:
            for (element, _), path in self.lineage.paths(datum).items():
                if element == work.at.name:
                    steps.update(self.graph.flows[name].source for name in path)
        claims = (
            self.lineage.reads(item.datum.name, item.at.name)
            for item in self.arrivals
            if item.at.name in steps
            and item.content.names_directly
            and not self._is_result(item.datum)
            and (item.datum.name, item.at.name) in self._fresh
        )
        return self._true(either(*claims))

    def _comparison(self, process: Process) -> Comparison:
        """What a process states; transforms are closed, so one that is written with some and
        states nothing does no more than these."""
        if process.comparison is None and self._operations_at[process.name]:
            return Comparison.NONE
        if process.comparison is None:
            text = f"Does {process.name} compare, with one claimed record or with many?"
            spot = Spot(PlaceKind.ELEMENT, process.name)
            ask = Ask(spot, "comparison", tuple(COMPARISONS), text)
            return COMPARISONS[self._answer(ask)]
        return process.comparison

    def _compares(self, work: Work) -> bool:
        return self._comparison(work.at) is not Comparison.NONE

    def _states_only(self, datum: str) -> Iterator[Work]:
        """Processes without a written comparison that the datum reaches from somebody present."""
        for work in self.works:
            written = self._operations_at[work.at.name] & {Operation.COMPARE, Operation.SEARCH}
            if datum in work.probes and not written:
                yield work

    def _is_reference(self, datum: Datum) -> bool:
        """Whether the datum, or something made from it, is what a sample is compared with."""
        written = (name for _, references in self._compared for name in references)
        if datum.name in self._back_of(written):
            return True
        return any(
            datum.name in self._back_of([*flow.data]) and self._compares(work)
            for work in self.works
            if not self._operations_at[work.at.name] & {Operation.COMPARE, Operation.SEARCH}
            for flow in self._flows_to[work.at.name]
            if isinstance(self.graph.elements[flow.source], Store)
        )

    @cached_property
    def _compared(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Probe and references of every comparison that the model writes as a transform."""
        return tuple((step.inputs[0], step.inputs[1:]) for step in self._comparing)

    @cached_property
    def _comparing(self) -> tuple[Transform, ...]:
        steps = (datum.transform for datum in self.graph.data.values())
        return tuple(
            step
            for step in steps
            if step is not None and step.operation in (Operation.COMPARE, Operation.SEARCH)
        )

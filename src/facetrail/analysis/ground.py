"""What every topic of facts stands on: the fixpoints, the arrivals, and the answers assumed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from copy import copy
from functools import cached_property
from typing import Self

from facetrail.analysis.condition import Ask, Condition, Open
from facetrail.analysis.content import contents, gives_back
from facetrail.analysis.lineage import NO, YES, Lineage
from facetrail.analysis.linking import Linking
from facetrail.analysis.subjects import Arrival, Copy
from facetrail.model.graph import Graph
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, External, Flow, Process, Store
from facetrail.report import Spot


class Ground:
    """The analysis of one graph, and answers to some of its asks."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.lineage = Lineage(graph)
        self.contents = contents(graph)
        self.linking = Linking(graph, self.lineage, self.contents)
        self._answers: Mapping[Ask, str] = {}

    def assuming(self, answers: Mapping[Ask, str]) -> Self:
        """The same facts under answers to open asks; what is worked out already is shared."""
        if not answers:
            return self
        other = copy(self)
        other._answers = answers
        return other

    @cached_property
    def arrivals(self) -> tuple[Arrival, ...]:
        """Every datum at every element that it begins at, flows to or is made at."""
        return tuple(self._arrival(*place) for place in self.lineage.arrivals())

    @cached_property
    def arrivals_at(self) -> Mapping[str, Mapping[str, Arrival]]:
        """The arrivals at each element, by datum."""
        found: dict[str, dict[str, Arrival]] = defaultdict(dict)
        for item in self.arrivals:
            found[item.at.name][item.datum.name] = item
        return found

    @cached_property
    def copies(self) -> tuple[Copy, ...]:
        """The arrivals that rest in a store."""
        return tuple(item for item in self.arrivals if isinstance(item, Copy))

    @cached_property
    def copies_at(self) -> Mapping[str, list[Copy]]:
        """The copies in each store."""
        found: dict[str, list[Copy]] = defaultdict(list)
        for copy_ in self.copies:
            found[copy_.at.name].append(copy_)
        return found

    def collectors(self, datum: str) -> frozenset[str]:
        """The parties that took what the datum was made from."""
        return frozenset().union(*(self._collectors[name] for name in self._taken[datum]))

    def _answer(self, ask: Ask) -> str:
        try:
            return self._answers[ask]
        except KeyError:
            raise Open(ask) from None

    def _stated(self, spot: Spot, attribute: str, value: bool | None, text: str) -> bool:
        """What the author states, or the answer where nobody has said."""
        if value is None:
            return self._answer(Ask(spot, attribute, (YES, NO), text)) == YES
        return value

    def _true(self, condition: Condition) -> bool:
        """The truth of a condition under the answers given; raises Open where they don't settle
        it."""
        unsettled = []
        for answers in sorted(condition, key=sorted):
            asked = [item for item in sorted(answers) if item.ask not in self._answers]
            agreed = all(
                self._answers[item.ask] in item.among
                for item in answers
                if item.ask in self._answers
            )
            if agreed and not asked:
                return True
            if agreed:
                unsettled.append(asked[0].ask)
        if unsettled:
            raise Open(unsettled[0])
        return False

    def _arrival(self, datum: str, element: str) -> Arrival:
        at = self.graph.elements[element]
        shared = (self.graph.party_of(element), self.contents[datum])
        own = self.graph.is_subjects_own(element)
        if isinstance(at, Store):
            return Copy(self.graph.data[datum], at, *shared, own)
        return Arrival(self.graph.data[datum], at, *shared, own)

    @cached_property
    def _flows_to(self) -> Mapping[str, list[Flow]]:
        found: dict[str, list[Flow]] = defaultdict(list)
        for flow in self.graph.data_flows:
            found[flow.destination].append(flow)
        return found

    @cached_property
    def _flows_from(self) -> Mapping[str, list[Flow]]:
        found: dict[str, list[Flow]] = defaultdict(list)
        for flow in self.graph.data_flows:
            found[flow.source].append(flow)
        return found

    @cached_property
    def _made_at(self) -> Mapping[str, list[Datum]]:
        found: dict[str, list[Datum]] = defaultdict(list)
        for datum in self.graph.data.values():
            if datum.transform is not None:
                found[datum.transform.at].append(datum)
        return found

    @cached_property
    def _taken(self) -> Mapping[str, tuple[str, ...]]:
        """What was taken from a person to make each datum: itself if it begins somewhere, states
        its purposes or answers a question; else what its inputs come from (law 1)."""
        found: dict[str, tuple[str, ...]] = {}

        def visit(name: str) -> tuple[str, ...]:
            if name not in found:
                datum = self.graph.data[name]
                step = datum.transform
                states_itself = datum.collected_for is not None or self._maker(datum) is not None
                if states_itself or step is None:
                    found[name] = (name,)
                else:
                    inputs = (item for item in step.inputs if item in self.graph.data)
                    found[name] = tuple(sorted({root for item in inputs for root in visit(item)}))
            return found[name]

        for name in self.graph.data:
            visit(name)
        return found

    def _is_result(self, datum: Datum) -> bool:
        return datum.transform is not None and datum.transform.operation.effect.result

    def _maker(self, datum: Datum) -> Process | External | None:
        """What works a result out, and whose purposes the result therefore serves (law 1); none
        for other data, nor for a result of a card or sensor, which serves what its inputs were
        taken for."""
        step = datum.transform
        if step is None or not step.operation.effect.result:
            return None
        maker = self.graph.elements.get(step.at)
        return maker if isinstance(maker, Process | External) else None

    @cached_property
    def _collectors(self) -> Mapping[str, frozenset[str]]:
        """The parties that took each datum: that of its origin, or, where it begins with the
        subject, those that get it from there."""
        found: dict[str, set[str]] = defaultdict(set)
        for item in self.arrivals:
            name, at = item.datum.name, item.at.name
            begins = at == item.datum.origin or (
                item.datum.transform is not None and at == item.datum.transform.at
            )
            given_by_subject = any(
                self.graph.is_subjects_own(flow.source)
                for flow in self._flows_to[at]
                if name in flow.data
            )
            if item.party is not None and not item.is_subjects_own and (begins or given_by_subject):
                found[name].add(item.party.name)
        return {name: frozenset(found[name]) for name in self.graph.data}

    def _back_of(self, names: Iterable[str]) -> frozenset[str]:
        return frozenset().union(*(self._back.get(name, ()) for name in names))

    @cached_property
    def _back(self) -> Mapping[str, frozenset[str]]:
        return gives_back(self.graph)

    @cached_property
    def _operations_at(self) -> Mapping[str, set[Operation]]:
        found: dict[str, set[Operation]] = defaultdict(set)
        for element, made in self._made_at.items():
            found[element] = {step.operation for item in made if (step := item.transform)}
        return found

    @cached_property
    def _fresh(self) -> frozenset[tuple[str, str]]:
        """Data at elements that they reach without coming out of a store of somebody else."""
        found: set[tuple[str, str]] = set()
        ahead = [
            (datum.name, datum.origin)
            for datum in self.graph.data.values()
            if datum.origin is not None and datum.origin in self.graph.elements
        ]
        while ahead:
            name, element = place = ahead.pop()
            if place in found:
                continue
            if self._is_archive(element):
                continue
            found.add(place)
            ahead.extend(
                (name, flow.destination) for flow in self._flows_from[element] if name in flow.data
            )
            ahead.extend(
                (made.name, element)
                for made in self._made_at[element]
                if made.transform is not None
                and all((item, element) in found for item in made.transform.inputs)
            )
        return frozenset(found)

    def _is_archive(self, element: str) -> bool:
        """A store outside the control of the person."""
        return isinstance(self.graph.elements[element], Store) and not self.graph.is_subjects_own(
            element
        )

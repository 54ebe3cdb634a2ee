"""A graph as it looks to somebody who sees every element by itself, one hop around it."""

from collections import defaultdict
from dataclasses import replace

from facetrail.model.graph import Graph
from facetrail.model.words import Datum, Flow, FlowRole, Store


def one_hop(graph: Graph) -> Graph:
    """The graph with all lineage cut down to one hop.

    A datum begins anew at every element that hands it on: under the name, kind, purposes and layer
    that the model gives it, but without where it came from. What an element makes itself still
    shows what it was made of, except to a receiver that makes something of it in turn, so that no
    more than one element is looked through. What comes sealed inside another datum is that datum.
    Keys travel as before.
    """
    return _OneHop(graph).graph


class _OneHop:
    def __init__(self, graph: Graph) -> None:
        self._whole = graph
        self._begun: dict[str, Datum] = {}
        self._worked_on = {
            (name, datum.transform.at)
            for datum in graph.data.values()
            if datum.transform is not None
            for name in datum.transform.inputs
        }
        self._around: dict[str, list[str]] = defaultdict(list)
        for datum in graph.data.values():
            if datum.transform is not None and datum.transform.operation.effect.holds_input:
                for name in datum.transform.inputs:
                    self._around[name].append(datum.name)
        system = graph.system
        carrying = {flow.name: self._carrying(flow) for flow in graph.data_flows}
        self._brought: dict[tuple[str, str], list[str]] = defaultdict(list)
        for flow in graph.data_flows:
            for name, brought in zip(flow.data, carrying[flow.name].data, strict=True):
                self._brought[name, flow.destination].append(brought)
        flows = tuple(self._deleting(carrying.get(flow.name, flow)) for flow in system.flows)
        elements = tuple(
            self._keeping(item) if isinstance(item, Store) else item for item in system.elements
        )
        data = (*map(self._made, system.data), *(self._begun[name] for name in sorted(self._begun)))
        self.graph = Graph(replace(system, flows=flows, elements=elements, data=data))

    def _carrying(self, flow: Flow) -> Flow:
        brought = {name: self._handed_on(name, flow) for name in flow.data}
        labels = tuple(brought[name] for name in flow.labels)
        return replace(flow, data=tuple(brought.values()), labels=labels)

    def _handed_on(self, name: str, flow: Flow) -> str:
        """The datum as a flow brings it."""
        datum = self._whole.data.get(name)
        if datum is None or datum.origin == flow.source:
            return name
        is_made_here = datum.transform is not None and datum.transform.at == flow.source
        if is_made_here and (name, flow.destination) not in self._worked_on:
            return name
        return self._begin(datum, flow.source)

    def _begin(self, datum: Datum, at: str) -> str:
        """The datum as if it began at an element."""
        name = f"{datum.name} at {at}"
        evidence = max(datum.evidence, self._whole.elements[at].evidence, key=lambda it: it.rank)
        self._begun[name] = replace(datum, name=name, origin=at, transform=None, evidence=evidence)
        return name

    def _made(self, datum: Datum) -> Datum:
        """The datum, made of what flows bring to the place."""
        step = datum.transform
        if step is None:
            return datum
        inputs = tuple(self._at(name, step.at) for name in step.inputs)
        return replace(datum, transform=replace(step, inputs=inputs))

    def _at(self, name: str, element: str) -> str:
        """An input of what is made at an element; of several that flows bring, the first."""
        datum = self._whole.data[name]
        is_made_here = datum.transform is not None and datum.transform.at == element
        if is_made_here or datum.origin == element:
            return name
        return self._all_at(name, element)[0]

    def _all_at(self, name: str, element: str) -> tuple[str, ...]:
        """Under which names flows bring a datum, or what it is inside of, to an element."""
        brought = set(self._brought[name, element])
        around = () if brought else self._around[name]
        return (
            *sorted(brought),
            *(found for item in around for found in self._all_at(item, element)),
        )

    def _deleting(self, flow: Flow) -> Flow:
        if flow.role is not FlowRole.DELETION:
            return flow
        names = (found for name in flow.data for found in self._all_at(name, flow.destination))
        return replace(flow, data=tuple(names))

    def _keeping(self, store: Store) -> Store:
        limits = (
            (found, limit)
            for name, limit in store.retention_of
            for found in {name, *self._all_at(name, store.name)}
        )
        return replace(store, retention_of=tuple(sorted(limits, key=lambda pair: pair[0])))

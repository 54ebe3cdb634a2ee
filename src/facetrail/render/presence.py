"""Where data are, as the model declares it: also where nobody but the person sees them."""

from collections.abc import Iterator

from facetrail.model.graph import Graph
from facetrail.model.words import FlowRole


def places(graph: Graph, data: str) -> frozenset[str]:
    """The elements at which a datum begins, is made, is sent from or arrives."""
    return frozenset(_places(graph, data))


def _places(graph: Graph, data: str) -> Iterator[str]:
    datum = graph.data[data]
    if datum.origin is not None:
        yield datum.origin
    if datum.transform is not None:
        yield datum.transform.at
    for flow in graph.system.flows:
        if flow.role is FlowRole.DATA and data in flow.data:
            yield flow.source
            yield flow.destination

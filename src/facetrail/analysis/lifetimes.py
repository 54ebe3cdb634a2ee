"""What lifetime is promised for data, derived ones included (law 2)."""

from collections.abc import Mapping, Sequence

from facetrail.model.graph import Graph
from facetrail.model.retention import is_longer
from facetrail.model.words import Retention


def shorter(one: Retention, other: Retention) -> Retention | None:
    """The lifetime that ends first; None where that cannot be told."""
    longer = is_longer(one, other)
    if longer is None:
        return None
    return other if longer else one


def promised(graph: Graph) -> Mapping[str, Retention | None]:
    """The lifetime promised for every datum: its own, else the shortest of what it is made from;
    None where nobody says or the sources cannot be compared."""
    found = {name: datum.lifetime for name, datum in graph.data.items()}
    for datum in graph.data_in_order if any(found.values()) else ():
        if datum.transform is not None and datum.lifetime is None:
            limits = [found[name] for name in datum.transform.inputs if name in found]
            found[datum.name] = _shortest(limits)
    return found


def _shortest(limits: Sequence[Retention | None]) -> Retention | None:
    shortest = limits[0] if limits else None
    for limit in limits[1:]:
        shortest = None if shortest is None or limit is None else shorter(shortest, limit)
    return shortest


def outliving_their_sources(graph: Graph) -> tuple[str, ...]:
    """Derived data whose own promise is surely longer than that of something they are made
    from; sorted."""
    limits = promised(graph)
    found = []
    for name, datum in graph.data.items():
        inputs = datum.transform.inputs if datum.transform is not None else ()
        sources = [limit for item in inputs if (limit := limits.get(item)) is not None]
        own = datum.lifetime
        if own is not None and any(is_longer(own, limit) for limit in sources):
            found.append(name)
    return tuple(found)

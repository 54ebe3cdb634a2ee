"""Where a datum begins that nobody gave an origin: with the senders that receive it from nobody."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

Steps = Mapping[int, Sequence[int]]


def beginnings(
    steps: Iterable[tuple[int, int]], preferred: Collection[int] = ()
) -> Mapping[int, frozenset[int]]:
    """The origins of a datum that goes these steps, and the elements that it reaches from each.

    Where senders only receive it from one another, a preferred one begins, else the first. Every
    sender is reached from some origin, and no origin from another.
    """
    onward: dict[int, list[int]] = defaultdict(list)
    backward: dict[int, list[int]] = defaultdict(list)
    for source, destination in steps:
        onward[source].append(destination)
        backward[destination].append(source)
    begins = {place: _reached(place, onward) for place in onward if not backward.get(place)}
    left = set(onward).difference(*begins.values())
    while left:
        ring = _first_ring([place for place in onward if place in left], onward, backward)
        start = min(ring, key=lambda place: place not in preferred)
        begins[start] = _reached(start, onward)
        left -= begins[start]
    return begins


def _first_ring(places: Sequence[int], onward: Steps, backward: Steps) -> Sequence[int]:
    """Places that reach one another and that no other of the places reaches.

    The last place that none before it reaches is one of them: whatever reaches it would have
    been visited from there.
    """
    visited: set[int] = set()
    last = places[0]
    for place in places:
        if place not in visited:
            last = place
            visited |= _reached(place, onward)
    ring = _reached(last, onward) & _reached(last, backward)
    return [place for place in places if place in ring]


def _reached(start: int, onward: Steps) -> frozenset[int]:
    seen, ahead = {start}, [start]
    while ahead:
        for place in onward.get(ahead.pop(), ()):
            if place not in seen:
                seen.add(place)
                ahead.append(place)
    return frozenset(seen)

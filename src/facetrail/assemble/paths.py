"""By which flows data get to where something is said of them."""

from collections.abc import Iterable, Iterator, Sequence

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import (
    Arrival,
    Capture,
    Carried,
    Custody,
    Group,
    Holding,
    Keeper,
    Meeting,
    Pair,
    Subject,
    Task,
    Use,
    Work,
)

Path = tuple[str, ...]
"""Names of flows, in the order in which the data take them."""


def path_of(subject: Subject, facts: Facts) -> Path:
    """The flows by which what a subject is about gets there, from the capture on."""
    if isinstance(subject, Carried):
        before = trail(facts, subject.datum.name, subject.flow.source)
        return (*before, subject.flow.name)
    if isinstance(subject, Pair):
        return path_of(subject.biometric, facts)
    if isinstance(subject, Meeting):
        both = (_to_party(datum.name, subject, facts) for datum in (subject.one, subject.other))
        return tuple(dict.fromkeys(flow for path in both for flow in path))
    if isinstance(subject, Use):
        return _shortest(trail(facts, form, subject.at.name) for form in subject.forms)
    if isinstance(subject, Arrival):
        return trail(facts, subject.datum.name, subject.at.name)
    if isinstance(subject, Keeper | Group | Custody):
        return _shortest(path_of(item, facts) for item in subject.arrivals)
    if isinstance(subject, Capture | Task | Holding):
        return _shortest(trail(facts, name, subject.place) for name in subject.data)
    return ()


def _to_party(datum: str, meeting: Meeting, facts: Facts) -> Path:
    """The shortest path by which a datum comes to the party of a meeting."""
    return _shortest(path_of(item, facts) for item in _arrivals(datum, meeting, facts))


def _arrivals(datum: str, meeting: Meeting, facts: Facts) -> Iterator[Arrival]:
    return (item for item in facts.arrivals_of[datum] if item.party == meeting.party)


def _shortest(paths: Iterable[Path]) -> Path:
    """The shortest path that has steps, the first by name of these."""
    return min(filter(None, paths), key=lambda path: (len(path), path), default=())


def ways(subject: Subject, facts: Facts, data: Iterable[str]) -> Iterator[Path]:
    """Every path by which some of the data of a subject get there: the one that its threat shows,
    and one from each thing that they are made from. Two data that are together there come by a
    path each, one written after the other."""
    if isinstance(subject, Pair | Meeting):
        one, other = ([*_each_once(side)] for side in _sides(subject, facts))
        yield from (tuple(dict.fromkeys((*path, *further))) for path in one for further in other)
    elif isinstance(subject, Carried):
        before = _trails(facts, subject.datum.name, subject.flow.source)
        yield from ((*path, subject.flow.name) for path in before)
    else:
        about = frozenset(data)
        for name, place in _places(subject):
            if name in about or isinstance(subject, Use):
                yield from _trails(facts, name, place)


def hangs_on(
    subject: Subject, facts: Facts, data: Iterable[str], path: Path, sure: Facts
) -> tuple[str, ...]:
    """The hypothetical flows of a path, and those without which some of the data of a subject, or
    what they are made from, do not get there; what gets there by what is established as well, in
    `sure`, hangs on none."""
    beside = _hangs_on(subject, facts, data, sure)
    return tuple(dict.fromkeys((*facts.graph.feared(path), *beside)))


def _hangs_on(subject: Subject, facts: Facts, data: Iterable[str], sure: Facts) -> Iterator[str]:
    if isinstance(subject, Pair | Meeting):
        for items in _arrivals_of_each(subject, facts):
            places = [(item.datum.name, item.at.name) for item in items]
            if not any(_is_at(sure, *place) for place in places):
                nearest = min(places, key=lambda place: len(trail(facts, *place)))
                yield from _feared_before(facts, sure, *nearest)
    elif isinstance(subject, Carried):
        yield from _feared_before(facts, sure, subject.datum.name, subject.flow.source)
    else:
        about = frozenset(data)
        for name, place in _places(subject):
            if name in about or isinstance(subject, Use):
                yield from _feared_before(facts, sure, name, place)


def _feared_before(facts: Facts, sure: Facts, datum: str, element: str) -> Iterator[str]:
    seen = set[tuple[str, str]]()
    ahead = [(datum, element)]
    while ahead:
        name, place = ahead.pop(0)
        if (name, place) not in seen and not _is_at(sure, name, place):
            seen.add((name, place))
            path, start = _witness(facts, name, place)
            yield from facts.graph.feared(path)
            sources = _made_from(facts, name, start) or _held_by(facts, name, start)
            ahead += ((source, start) for source in sources)


def _is_at(facts: Facts, datum: str, element: str) -> bool:
    return datum in facts.arrivals_at.get(element, {})


def _places(subject: Subject) -> Iterator[tuple[str, str]]:
    """The data of a subject, with the elements at which it is about them."""
    if isinstance(subject, Keeper | Group | Custody):
        yield from ((item.datum.name, item.at.name) for item in subject.arrivals)
    elif isinstance(subject, Use):
        yield from ((form, subject.place) for form in subject.forms)
    elif isinstance(subject, Arrival | Capture | Task | Holding | Work):
        yield from ((name, subject.place) for name in subject.data)


def _sides(subject: Pair | Meeting, facts: Facts) -> Iterator[Iterator[Path]]:
    """The paths of each of two data that are together."""
    for items in _arrivals_of_each(subject, facts):
        yield (path for item in items for path in _trails(facts, item.datum.name, item.at.name))


def _arrivals_of_each(subject: Pair | Meeting, facts: Facts) -> tuple[Sequence[Arrival], ...]:
    if isinstance(subject, Pair):
        return ((subject.biometric,), subject.copies)
    both = (subject.one, subject.other)
    return tuple(tuple(_arrivals(datum.name, subject, facts)) for datum in both)


def _each_once(paths: Iterable[Path]) -> Iterator[Path]:
    """Paths, shortest first, and else as they came."""
    yield from sorted(dict.fromkeys(paths), key=len)


def _trails(facts: Facts, datum: str, element: str) -> Iterator[Path]:
    """The trail of a datum, and one from each thing that it is made from or comes inside of."""
    seen = set[tuple[str, str]]()
    ahead: list[tuple[str, str, Path]] = [(datum, element, ())]
    while ahead:
        name, place, rest = ahead.pop(0)
        if (name, place) not in seen:
            seen.add((name, place))
            yield (*trail(facts, name, place), *rest)
            path, start = _witness(facts, name, place)
            sources = _made_from(facts, name, start) or _held_by(facts, name, start)
            ahead += ((source, start, (*path, *rest)) for source in sources)


def _witness(facts: Facts, datum: str, element: str) -> tuple[Path, str]:
    """The shortest path of a datum to an element, and where it starts."""
    paths = facts.lineage.paths(datum).items()
    path = _shortest(path for (place, _), path in paths if place == element)
    return path, facts.graph.flows[path[0]].source if path else element


def _made_from(facts: Facts, datum: str, element: str) -> tuple[str, ...]:
    """What a datum is made from at an element, the main thing first; nothing elsewhere."""
    step = facts.graph.data[datum].transform
    return step.inputs if step is not None and step.at == element else ()


def _held_by(facts: Facts, datum: str, element: str) -> tuple[str, ...]:
    """What a datum comes to an element inside of, where it does not begin there."""
    begins = facts.graph.data[datum].origin == element
    return () if begins else facts.lineage.holders(datum, element)


def trail(facts: Facts, datum: str, element: str) -> Path:
    """The flows by which a datum gets to an element, from the capture on: the witness path of
    the datum, before it that of the first input of the transform that makes it, and so on back
    to the person who is captured. What gets there only inside another datum comes by the path of
    that. Empty where the datum begins at the element unseen."""
    return _trail(facts, datum, element, frozenset())


def _trail(facts: Facts, datum: str, element: str, seen: frozenset[tuple[str, str]]) -> Path:
    if (datum, element) in seen:
        return ()
    seen |= {(datum, element)}
    path, start = _witness(facts, datum, element)
    item = facts.graph.data[datum]
    if inputs := _made_from(facts, datum, start):
        return (*_trail(facts, inputs[0], start, seen), *path)
    if item.origin != start:
        holders = _held_by(facts, datum, start)
        return (*_shortest(_trail(facts, name, start, seen) for name in holders), *path)
    capture = facts.graph.capture(start, item.subjects)
    return path if capture is None else (capture, *path)

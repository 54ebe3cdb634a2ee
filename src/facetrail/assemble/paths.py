"""By which flows data get to where something is said of them."""

from collections.abc import Iterable

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
)


def path_of(subject: Subject, facts: Facts) -> tuple[str, ...]:
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


def _to_party(datum: str, meeting: Meeting, facts: Facts) -> tuple[str, ...]:
    """The shortest path by which a datum comes to the party of a meeting."""
    return _shortest(
        path_of(item, facts)
        for item in facts.arrivals
        if item.party == meeting.party and item.datum.name == datum
    )


def _shortest(paths: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The _shortest path that has steps, the first by name of these."""
    return min(filter(None, paths), key=lambda path: (len(path), path), default=())


def trail(facts: Facts, datum: str, element: str) -> tuple[str, ...]:
    """The flows by which a datum gets to an element, from the capture on: the witness path of
    the datum, before it that of the first input of the transform that makes it, and so on back
    to the person who is captured. What gets there only inside another datum comes by the path of
    that. Empty where the datum begins at the element unseen."""
    return _trail(facts, datum, element, frozenset())


def _trail(
    facts: Facts, datum: str, element: str, seen: frozenset[tuple[str, str]]
) -> tuple[str, ...]:
    if (datum, element) in seen:
        return ()
    seen |= {(datum, element)}
    paths = facts.lineage.paths(datum).items()
    path = _shortest(path for (place, _), path in paths if place == element)
    start = facts.graph.flows[path[0]].source if path else element
    item = facts.graph.data[datum]
    step = item.transform
    if step is not None and step.at == start:
        return (*_trail(facts, step.inputs[0], step.at, seen), *path)
    if item.origin != start:
        holders = facts.lineage.holders(datum, start)
        return (*_shortest(_trail(facts, name, start, seen) for name in holders), *path)
    capture = facts.graph.capture(start, item.subjects)
    return path if capture is None else (capture, *path)

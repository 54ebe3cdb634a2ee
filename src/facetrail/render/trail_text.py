"""Where one datum goes, as text: every place that it and what is made from it get to."""

from collections.abc import Iterator
from textwrap import wrap

from facetrail.model.graph import Graph
from facetrail.model.words import Evidence
from facetrail.render import wording
from facetrail.render.text import clean
from facetrail.report import Exposure, Report, everybody

WIDTH = 80

_NOWHERE = "It gets to no place outside the control of the people it is about."
_LEFT_OUT = (
    "Left out: places that the people control themselves, places that no party runs, and data "
    "that say nothing about a person."
)


def trail_text(report: Report, name: str) -> str:
    """The places of a datum in the order of their paths, each with what its party gets there.

    Places that share a path and an element are one place with several data.
    """
    graph = report.graph
    made = made_from(graph, name)
    order = {datum: index for index, datum in enumerate((name, *made))}
    places: dict[tuple[tuple[int, ...], str], list[Exposure]] = {}
    for item in sorted(report.exposures, key=lambda item: order.get(item.data, 0)):
        if item.data in order:
            place = (tuple(map(graph.number, item.path)), item.at)
            places.setdefault(place, []).append(item)
    lines = [*_head(graph, name, made)]
    for number, (_, found) in enumerate(sorted(places.items()), 1):
        lines += ["", *_place(graph, number, found)]
    lines += ["", *wrap(_LEFT_OUT if places else f"{_NOWHERE} {_LEFT_OUT}", WIDTH)]
    return "\n".join(lines) + "\n"


def made_from(graph: Graph, name: str) -> tuple[str, ...]:
    """What is made from a datum, directly or in turn: nearest first, then by name."""
    found, nearest = {name}, [name]
    for source in nearest:  # grows while it is walked
        made = (
            datum.name
            for datum in graph.data.values()
            if datum.transform is not None and source in datum.transform.inputs
        )
        fresh = [other for other in made if other not in found]
        found.update(fresh)
        nearest += fresh
    return tuple(nearest[1:])


def _head(graph: Graph, name: str, made: tuple[str, ...]) -> Iterator[str]:
    datum = graph.data[name]
    yield clean(f"{name}: {datum.kind.value}")
    about = "" if datum.subjects is None else wording.population(graph.subjects[datum.subjects])
    yield from _wrapped(" · ".join(filter(None, (wording.origin(datum), about))), 2)
    if made:
        yield ""
        yield "Made from it:"
        for other in made:
            derived = graph.data[other]
            yield from _wrapped(f"{other}: {derived.kind.value} ({wording.origin(derived)})", 2)


def _place(graph: Graph, number: int, found: list[Exposure]) -> Iterator[str]:
    first = found[0]
    yield from wrap(clean(f"{number}. {first.at} · {first.party}"), WIDTH)
    if first.path:
        numbers = wording.path_numbers(graph, first.path)
        yield from _wrapped(f"path {numbers}: {wording.path_words(graph, first.path)}", 3)
    for item in found:
        yield from _wrapped(f"{item.data}: {_what(item)}", 3)
    for is_feared in (False, True):
        shown = [item.exposes for item in found if _is_feared(item) is is_feared]
        if who := wording.exposed(everybody(shown)):
            yield from _wrapped(f"{wording.exposes(is_feared).lower()} {who}", 3)


def _is_feared(item: Exposure) -> bool:
    return item.evidence is Evidence.HYPOTHETICAL


def _what(item: Exposure) -> str:
    gives = wording.listed(item.recoverable)
    parts = (
        f"gives {gives}" if gives else "cannot be read here",
        ", then ".join(item.protections),
        "passing" if item.held == "passing" else f"kept: {_HELD.get(item.held, item.held)}",
        str(item.evidence),
    )
    return "; ".join(filter(None, parts))


_HELD = {"unknown": "nobody has said how long"}


def _wrapped(text: str, indent: int) -> list[str]:
    return wrap(
        clean(text), WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2)
    )

"""The pictures beside the map: the file of each, its title and the function that draws it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from facetrail.render.layout import Engine
from facetrail.render.lifetimes import lifetimes
from facetrail.render.matrix import matrix
from facetrail.render.sequence import sequence
from facetrail.render.trail import followed, trails
from facetrail.render.wording import short
from facetrail.report import Report


@dataclass(frozen=True, slots=True)
class View:
    """A picture: the name of its file, its title on a page, and the SVG document."""

    file: str
    title: str
    svg: str


def views(report: Report, *, engine: Engine | None = None) -> tuple[View, ...]:
    """Every picture but the map, in reading order. Raises CannotRun."""
    return tuple(_views(report, trails(report, engine=engine)))


def _views(report: Report, found: Mapping[str, str]) -> Iterator[View]:
    for data, slug in followed(report).items():
        yield View(f"trail-{slug}.svg", f"Trail of {short(data)}", found[slug])
    yield View("matrix.svg", "What is where, and who can join it", matrix(report))
    yield View("lifetimes.svg", "How long it is kept", lifetimes(report))
    yield View("sequence.svg", "The flows, step by step", sequence(report))

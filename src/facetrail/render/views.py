"""The pictures beside the map: the file of each, its title and the function that draws it."""

from collections.abc import Iterator
from dataclasses import dataclass

from facetrail.render.arranging import Arranged, insides
from facetrail.render.coalitions import coalitions
from facetrail.render.folding import file
from facetrail.render.lifetimes import lifetimes
from facetrail.render.map import picture
from facetrail.render.matrix import matrix
from facetrail.render.sequence import sequence
from facetrail.render.trail import followed, trails
from facetrail.render.wording import short


@dataclass(frozen=True, slots=True)
class View:
    """A picture: the name of its file, its title on a page, and the SVG document."""

    file: str
    title: str
    svg: str


def views(arranged: Arranged) -> tuple[View, ...]:
    """Every picture but the map of a report that is laid out already, in reading order.

    Raises CannotRun.
    """
    return tuple(_views(arranged))


def _views(arranged: Arranged) -> Iterator[View]:
    report = arranged.scene.report
    for inside in insides(arranged):
        name = inside.scene.cut.within or ""
        yield View(file(arranged.scene.slugs[name]), f"Inside {short(name)}", picture(inside))
    slugs = followed(report)
    for data, drawn in trails(arranged).items():
        yield View(f"trail-{slugs[data]}.svg", f"Trail of {short(data)}", drawn)
    yield View("matrix.svg", "What is where, and who can join it", matrix(report))
    if report.coalitions:
        yield View("coalitions.svg", "Who can join what together", coalitions(report))
    yield View("lifetimes.svg", "How long it is kept", lifetimes(report))
    yield View("sequence.svg", "The flows, step by step", sequence(report))

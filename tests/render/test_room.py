"""That everything in a committed picture has its room: nothing runs out of it or into a legend."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest

from facetrail.render.geometry import Rect, bounds
from facetrail.render.text import SLACK, width

OUTPUT = Path(__file__).parents[2] / "output"
PICTURES = sorted(OUTPUT.rglob("*.svg"))
APART = ("legend", "flow-table")
"""What stands beside a map and belongs to no place in it."""

ASCENT, DESCENT = 0.74, 0.21
"""How far letters reach above and below their line, in ems."""


@dataclass(frozen=True)
class Written:
    """A text with the room that it takes and the classes of what it is in."""

    text: str
    room: Rect
    within: frozenset[str]


def written(
    node: ElementTree.Element, x: float, y: float, within: frozenset[str]
) -> Iterator[Written]:
    moved = r"translate\(([-\d.]+)[ ,]([-\d.]+)\)( rotate\(-90\))?"
    found = re.fullmatch(moved, node.get("transform", ""))
    if found is not None:
        x, y = x + float(found[1]), y + float(found[2])
    within |= {*node.get("class", "").split()}
    if node.tag.endswith("}text"):
        text = "".join(node.itertext())
        size = float(node.get("font-size", "16"))
        wide = width(text, size, bold=node.get("font-weight") == "700") / SLACK
        shift = {"middle": wide / 2, "end": wide}.get(node.get("text-anchor", ""), 0.0)
        left, line = x + float(node.get("x", "0")) - shift, y + float(node.get("y", "0"))
        room = Rect(left, line - ASCENT * size, wide, (ASCENT + DESCENT) * size)
        if found is not None and found[3]:  # it runs upwards
            room = Rect(x - ASCENT * size, y - wide, room.height, wide)
        yield Written(text, room, within)
    for child in node:
        yield from written(child, x, y, within)


def texts(picture: Path) -> tuple[Rect, list[Written]]:
    """The room of a picture, and every text in it."""
    root = ElementTree.parse(picture).getroot()
    canvas = Rect(*map(float, root.get("viewBox", "").split()))
    return canvas, [*written(root, 0.0, 0.0, frozenset())]


def names(path: Path) -> str:
    return str(path.relative_to(OUTPUT))


@pytest.mark.parametrize("picture", PICTURES, ids=names)
def test_no_text_runs_out_of_the_picture(picture: Path) -> None:
    canvas, found = texts(picture)
    assert found
    assert [item.text for item in found if bounds([canvas, item.room]) != canvas] == []


@pytest.mark.parametrize(
    "picture", [path for path in PICTURES if "map" in path.name or "trail" in path.name], ids=names
)
def test_no_label_touches_a_legend_or_table(picture: Path) -> None:
    _, found = texts(picture)
    apart = [
        bounds(item.room for item in found if kind in item.within)
        for kind in APART
        if any(kind in item.within for item in found)
    ]
    labels = [item for item in found if "flow-label" in item.within]
    assert apart
    assert labels
    assert [
        item.text for item in labels if any(item.room.overlap(other) > 0 for other in apart)
    ] == []

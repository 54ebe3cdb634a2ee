"""What every picture has: a document with words for what it shows, and a heading to cut off."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facetrail.render import palette
from facetrail.render.geometry import Size
from facetrail.render.svg import Node, node, write
from facetrail.render.text import FONT_STACK, balanced, clean, shorten, width

MARGIN = 24.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some text of a heading, with the room above it."""

    text: str
    size: float = palette.TEXT_SIZE
    ink: str = palette.MUTED
    bold: bool = False
    above: float = 1.0


def document(
    prefix: str,
    kind: str,
    title: str,
    about: str,
    size: Size,
    heading: tuple[Node, float],
    parts: Iterable[Node],
    *,
    has_links: bool = False,
) -> str:
    """A picture as one SVG document in pixels; `prefix` starts all its ids, so that pictures can
    share a page, `kind` is its class, `about` says in words what it shows. One that has links is
    not a single image to those who do not see it, but a group."""
    head, top = heading
    wide, high = size.width, size.height
    root = node(
        "svg",
        node("title", clean(title), id=f"{prefix}title"),
        node("desc", clean(about), id=f"{prefix}desc"),
        node("rect", width=wide, height=high, fill=palette.PAPER, class_="paper"),
        head,
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        id=f"{prefix}map",
        class_=kind,
        role="group" if has_links else "img",
        aria_labelledby=f"{prefix}title {prefix}desc",
        width=wide,
        height=high,
        viewBox=f"0 0 {wide:.0f} {high:.0f}",
        data_heading=f"{top:.0f}",
        font_family=FONT_STACK,
    )
    return write(root)


def titled(title: str, beside: str, lines: Sequence[Paragraph], wide: float) -> tuple[Node, float]:
    """A heading and where the picture below it starts; `beside` stands after the title if it fits
    there, else below it."""
    y = MARGIN - 6 + palette.TITLE_SIZE + 4
    name = shorten(title, palette.TITLE_SIZE, wide, bold=True)
    texts = [label(name, MARGIN, y, palette.TITLE_SIZE, palette.INK, 700)]
    after = width(name, palette.TITLE_SIZE, bold=True) + 14
    below = [Paragraph(beside, above=0)]
    if width(beside, palette.TEXT_SIZE) <= wide - after:
        texts.append(label(beside, MARGIN + after, y, palette.TEXT_SIZE, palette.MUTED))
        below = []
    for line in (*below, *lines):
        if not line.text:
            continue
        y += line.above
        for text in balanced(line.text, line.size, wide, bold=line.bold):
            y += round(line.size * 1.25)
            texts.append(label(text, MARGIN, y, line.size, line.ink, 700 if line.bold else None))
    return node("g", *texts, class_="heading"), y + 14


def without_heading(picture: str) -> str:
    """A picture of ours without its heading, for a page that says the same."""
    found = re.search(r'viewBox="0 0 (\d+) (\d+)" data-heading="(\d+)"', picture)
    if found is None:
        return picture
    wide, high, top = map(int, found.groups())
    cut = f'viewBox="0 {top} {wide} {high - top}"'
    picture = picture.replace(found.group(), cut, 1)
    picture = picture.replace(f' height="{high}"', f' height="{high - top}"', 1)
    return re.sub(r'<g class="heading">.*?</g>', "", picture, count=1, flags=re.DOTALL)


def label(
    text: str,
    x: float,
    y: float,
    size: float,
    ink: str,
    weight: int | None = None,
    anchor: str | None = None,
) -> Node:
    """A line of text with its baseline at a point."""
    return node(
        "text",
        text,
        x=x,
        y=y,
        font_size=size,
        font_weight=weight,
        text_anchor=anchor,
        fill=ink,
    )

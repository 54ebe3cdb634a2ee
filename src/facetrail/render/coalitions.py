"""Coalitions: which parties can join more together than apart, as a triangle of every two and lines
for more."""

from collections.abc import Iterator, Mapping

from facetrail.render import palette
from facetrail.render.geometry import Size
from facetrail.render.sheet import MARGIN, Paragraph, document, label, titled
from facetrail.render.svg import Node, node, tooltip
from facetrail.render.text import clean, shorten
from facetrail.render.together import joins, to_a_body, who_leads_to_a_body
from facetrail.render.wording import listed, plural
from facetrail.report import Coalition, Report

PREFIX = "coalitions-"
_LABEL = 190.0
_CELL = 46.0
_WORDS = 520.0
_HEAD = 40.0
_ROW = 38.0
_SHADES = ("#FFFFFF", "#F3E4E7", "#E0B4BC", "#C0626F", "#8E1B2E")
_STEPS = (1, 5, 15, 40)
"""Pairs from which on a cell has the next shade; its number says the same."""


def coalitions(report: Report) -> str:
    """What each party can join alone, on the diagonal, and what each two can join only together,
    below it, in numbers of pairs of data; then what it takes three or more for. One SVG
    document."""
    parties, others = _parties(report)
    verb = "join" if len(others) > 1 else "joins"
    larger = [item for item in report.coalitions if len(item.parties) > 2]
    wide = _LABEL + _CELL * len(parties) + _WORDS
    heading = titled(
        "Who can join what together",
        report.graph.system.name,
        (
            Paragraph(
                who_leads_to_a_body(report), palette.HEADLINE_SIZE, palette.INK, bold=True, above=5
            ),
            Paragraph(
                "Pairs of data about one person: on the diagonal those that a party can join alone,"
                " below it those that two can join only together; columns in the order of the rows."
            ),
            *(
                [Paragraph(f"{listed(others)} {verb} nothing, alone or with others.")]
                if others
                else ()
            ),
        ),
        wide,
    )
    top = heading[1] + 8
    parts = [part for row, _ in enumerate(parties) for part in _row(report, parties, row, top)]
    bottom = top + _CELL * len(parties)
    parts += [part for row, item in enumerate(larger) for part in _line(item, row, bottom, wide)]
    high = bottom + (_HEAD + _ROW * len(larger) if larger else 0) + MARGIN
    said = (
        f"{listed(item.parties)}: {' / '.join(joins(item.links))}" for item in report.coalitions
    )
    return document(
        PREFIX,
        "coalitions",
        f"Coalitions: {report.graph.system.name}",
        " ".join((to_a_body(report), *(f"{text}." for text in said))),
        Size(round(wide + 2 * MARGIN), round(high)),
        heading,
        parts,
    )


def _parties(report: Report) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The parties that can join something, those that gain most by others first; and those that
    know something and join nothing."""
    gains = {item.party: 0 for item in report.knowledge if item.links}
    for item in report.coalitions:
        for party in item.parties:
            gains[party] = gains.get(party, 0) + len(item.links)
    others = (item.party for item in report.knowledge if item.party not in gains)
    return tuple(sorted(gains, key=lambda name: (-gains[name], name))), tuple(others)


def _row(report: Report, parties: tuple[str, ...], row: int, top: float) -> Iterator[Node]:
    mine = parties[row]
    y = top + row * _CELL
    fewest = {party for item in report.to_a_body for party in item.parties}
    weight = 700 if mine in fewest else None
    name = shorten(mine, palette.NAME_SIZE, _LABEL - 12, bold=weight is not None)
    yield label(name, MARGIN, y + _CELL / 2 + 4, palette.NAME_SIZE, palette.INK, weight)
    alone = {item.party: item.links for item in report.knowledge}
    shared = {item.parties: item.links for item in report.coalitions}
    for column, other in enumerate(parties[: row + 1]):
        links = alone.get(mine, ()) if mine == other else _shared(shared, mine, other)
        who = mine if mine == other else f"{mine} and {other}"
        yield _cell(MARGIN + _LABEL + column * _CELL, y, len(links), f"{who}: {_said(links)}")
    x = MARGIN + _LABEL + _CELL * (row + 1) + 10
    partners = [other for other in parties if _shared(shared, mine, other)]
    words = f"gains with {listed(sorted(partners))}" if partners else "gains with nobody"
    yield label(
        shorten(words, palette.TEXT_SIZE, _WORDS),
        x,
        y + _CELL / 2 + 4,
        palette.TEXT_SIZE,
        palette.MUTED,
    )


def _line(item: Coalition, row: int, top: float, wide: float) -> Iterator[Node]:
    """A coalition of more than two, with how many pairs it takes all of them for."""
    if row == 0:
        title = "Only three or more together"
        yield label(title, MARGIN, top + _HEAD - 12, palette.NAME_SIZE, palette.INK, 700)
    y = top + _HEAD + row * _ROW
    who, what = listed(item.parties), _said(item.links)
    about = tooltip(clean(f"{who}: {what} ({plural(len(item.links), 'pair')})"))
    yield node("g", about, *_number(len(item.links), MARGIN, y, _ROW))
    x = MARGIN + _ROW + 10
    name = shorten(who, palette.NAME_SIZE, wide - _ROW, bold=True)
    yield label(name, x, y + 13, palette.NAME_SIZE, palette.INK, 700)
    words = shorten(what, palette.TEXT_SIZE, wide - _ROW)
    yield label(words, x, y + 28, palette.TEXT_SIZE, palette.MUTED)


def _shared(
    shared: Mapping[tuple[str, ...], tuple[tuple[str, str], ...]], one: str, other: str
) -> tuple[tuple[str, str], ...]:
    return shared.get((one, other)) or shared.get((other, one)) or ()


def _said(links: tuple[tuple[str, str], ...]) -> str:
    return " / ".join(joins(links)) or "nothing"


def _cell(x: float, y: float, count: int, words: str) -> Node:
    about = tooltip(clean(f"{words} ({plural(count, 'pair')})"))
    return node("g", about, *_number(count, x, y, _CELL))


def _number(count: int, x: float, y: float, side: float) -> tuple[Node, ...]:
    """How many pairs, in a square that is the darker the more there are."""
    shade = sum(count >= step for step in _STEPS)
    square = node(
        "rect",
        x=x + 1,
        y=y + 1,
        width=side - 2,
        height=side - 2,
        rx=3,
        fill=_SHADES[shade],
        stroke=palette.RULE,
    )
    said = label(
        f"{count}" if count else "·",
        x + side / 2,
        y + side / 2 + 4,
        palette.NAME_SIZE,
        palette.PAPER if shade > 2 else palette.INK,
        anchor="middle",
    )
    return square, said

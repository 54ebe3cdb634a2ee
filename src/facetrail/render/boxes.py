"""Folded boundaries of the map: what each box says of what it hides, and how it is drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facetrail.model.graph import Graph
from facetrail.model.kinds import Form
from facetrail.model.words import Evidence, Role
from facetrail.render import cards, palette
from facetrail.render.folding import Cut, path_of
from facetrail.render.geometry import Rect, Size
from facetrail.render.palette import Paint, Standing
from facetrail.render.svg import Node, node, tooltip
from facetrail.render.text import balanced, clean, longest_word, width
from facetrail.render.wording import (
    FORM_LETTERS,
    FORM_WORDS,
    listed,
    party_words,
    plural,
    role_words,
)
from facetrail.report import PlaceKind, Report, Spot

SHEET = 3.5
"""How far each sheet of the stack sticks out below the one on top of it."""

_TEXT_WIDTH = 148.0
_LONGEST_WORD = 190.0
_PAD = 10.0


@dataclass(frozen=True, slots=True)
class Box:
    """A folded boundary ready to be placed, or something near by that a picture only refers to.

    `form` is the worst form of biometric data that is established for what is inside; `feared` a
    worse one that rests on something hypothetical. `words` say all of it; `file` is the
    picture that shows it open.
    """

    spot: Spot
    form: Form
    feared: Form | None
    standing: Standing
    near: bool
    name: tuple[str, ...]
    details: tuple[str, ...]
    size: Size
    words: str
    file: str

    @property
    def paint(self) -> Paint:
        """Its colours: without a form where it is only near by."""
        return palette.paint(Form.NONE if self.near else self.form, self.standing)


def box(report: Report, cut: Cut, spot: Spot, file: str) -> Box:
    """A box as a picture shows it."""
    graph = report.graph
    near = cut.is_around(spot)
    members = cut.members(spot.name) if spot.kind is PlaceKind.BOUNDARY else (spot.name,)
    form, feared, standing = _worst(report, members)
    word = longest_word(spot.name, palette.NAME_SIZE, bold=True)
    room = max(_TEXT_WIDTH, min(word, _LONGEST_WORD))
    name = balanced(spot.name, palette.NAME_SIZE, room, lines=3, bold=True)
    said = [*_run_by(graph, spot, members)]
    if not near:
        inner = cut.inner[spot.name]
        said.append(f"{plural(len(members), 'element')}, {plural(len(inner), 'flow')} inside")
        if feared is not None:
            said.append(f"feared: {FORM_WORDS[feared]}")
    details = tuple(
        line for text in said for line in balanced(text, palette.TEXT_SIZE, _TEXT_WIDTH)
    )
    widest = max(
        *(width(line, palette.NAME_SIZE, bold=True) for line in name),
        *(width(line, palette.TEXT_SIZE) for line in details),
        40.0,
    )
    left, stack = _left(form, near), 0.0 if near else 2 * SHEET
    size = Size(
        round(left + widest + _PAD + stack),
        round(16 + cards.NAME_LINE * len(name) + cards.TEXT_LINE * len(details) + stack),
    )
    holds = "" if near else f"Holds {listed(members)}"
    worst = "" if near else f"Worst that can be recovered: {FORM_WORDS[form]}"
    words = ". ".join(filter(None, (spot.name, *said, worst, holds)))
    return Box(spot, form, feared, standing, near, name, details, size, words, file)


def draw(item: Box, rect: Rect, *, id: str) -> Node:
    """The box at its place: a stack of sheets, on which letter, name and details stand."""
    colours = item.paint
    stack = 0.0 if item.near else 2 * SHEET
    top = Rect(rect.x, rect.y, rect.width - stack, rect.height - stack)
    left = _left(item.form, item.near)
    letter = "" if item.near else FORM_LETTERS[item.form]
    chip = cards.chip_node(letter, top.x + _PAD, top.y + 8.5, colours) if letter else None
    kind = "near" if item.near else f"form-{item.form} {item.standing}"
    return node(
        "g",
        tooltip(item.words),
        *outline(top, colours, near=item.near, feared=item.standing is Standing.FEARED),
        chip,
        *cards.texts(item.name, item.details, top.x + left, top.y + 8, colours.ink),
        id=id,
        class_=f"box {kind}",
        data_name=clean(item.spot.name),
    )


def outline(
    top: Rect, colours: Paint, *, near: bool, feared: bool, corner: float = 8.0, step: float = SHEET
) -> Iterator[Node]:
    """The stack that says that more is inside; what is only near by is a single pale sheet."""
    for below in (0,) if near else (2, 1, 0):
        yield node(
            "rect",
            x=top.x + step * below,
            y=top.y + step * below,
            width=top.width,
            height=top.height,
            rx=corner,
            fill=palette.REGION_TINTS[0] if near else palette.PAPER if below else colours.fill,
            stroke=palette.FAINT if near else colours.line,
            stroke_width=1.1 if near or below else 1.6,
            stroke_dasharray=palette.DASHES[Evidence.HYPOTHETICAL] if feared else None,
            stroke_linecap="round" if feared else None,
        )


def _left(form: Form, near: bool) -> float:
    return _PAD + (cards.CHIP + 6 if FORM_LETTERS[form] and not near else 0)


def _worst(report: Report, members: Sequence[str]) -> tuple[Form, Form | None, Standing]:
    """The worst form that is established at some elements, a worse one that is only feared there,
    and how the elements count together."""
    at: dict[Standing, list[Form]] = {standing: [] for standing in Standing}
    for name in members:
        at[cards.standing(report, report.graph.elements[name])].append(report.forms[name])
    standing = next(item for item in (Standing.EXPOSED, Standing.FEARED, Standing.OWN) if at[item])
    form = min(at[standing], key=_rank)
    feared = min(at[Standing.FEARED], key=_rank, default=form)
    return form, feared if _rank(feared) < _rank(form) else None, standing


def _rank(form: Form) -> int:
    return form.rank


def _run_by(graph: Graph, spot: Spot, members: Sequence[str]) -> Iterator[str]:
    """Who runs what is there, a line each: the party of the boundary, and how many others."""
    around = path_of(graph, spot.name) if spot.kind is PlaceKind.BOUNDARY else ()
    named = [graph.boundaries[name].party for name in reversed(around)]
    named += [party.name for name in members if (party := graph.party_of(name))]
    parties = [graph.parties[name] for name in dict.fromkeys(filter(None, named))]
    if not parties:
        return
    first, *others = parties
    more = f" and {plural(len(others), 'other')}" if others else ""
    whole = f"{party_words(first)}{more}"
    if first.role is Role.SUBJECT:
        yield f"controlled by the person{more}"
    elif width(whole, palette.TEXT_SIZE) <= _TEXT_WIDTH:
        yield whole
    else:
        yield f"{first.name}{more}"
        yield role_words(first)

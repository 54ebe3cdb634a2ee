"""Folded boundaries of the map: what each box says of what it hides, and how it is drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facetrail.model.kinds import Form
from facetrail.model.words import Evidence, Role
from facetrail.render import cards, palette
from facetrail.render.folding import Cut
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
_ABOVE = 8.0


@dataclass(frozen=True, slots=True)
class Box:
    """A folded boundary ready to be placed, or something near by that a picture only refers to.

    `form` is the worst form of biometric data that is established for what is inside; `feared` a
    worse one that rests on something hypothetical. `members` are the elements inside, `run_by`
    says who runs them. `file` is the picture that shows it open.
    """

    spot: Spot
    form: Form
    feared: Form | None
    standing: Standing
    near: bool
    members: tuple[str, ...]
    run_by: tuple[str, ...]
    name: tuple[str, ...]
    details: tuple[str, ...]
    file: str

    @property
    def paint(self) -> Paint:
        """Its colours: without a form where it is only near by."""
        if not self.near:
            return palette.paint(self.form, self.standing)
        own = self.standing is Standing.OWN
        tints = palette.OWN_TINTS if own else palette.REGION_TINTS
        line = palette.OWN_LINE if own else palette.FAINT
        return Paint(tints[0], line, palette.INK, line, palette.PAPER)

    @property
    def letter(self) -> str:
        """The letter that repeats its form."""
        return "" if self.near else FORM_LETTERS[self.form]

    @property
    def left(self) -> float:
        """The room left of its texts."""
        return _PAD + (cards.CHIP + 6 if self.letter else 0)

    @property
    def stack(self) -> float:
        """How far the sheets below it stick out."""
        return 0.0 if self.near else 2 * SHEET

    @property
    def size(self) -> Size:
        """The room that it takes."""
        widest = max(
            *(width(line, palette.NAME_SIZE, bold=True) for line in self.name),
            *(width(line, palette.TEXT_SIZE) for line in self.details),
            40.0,
        )
        lines = cards.NAME_LINE * len(self.name) + cards.TEXT_LINE * len(self.details)
        return Size(
            round(self.left + widest + _PAD + self.stack), round(2 * _ABOVE + lines + self.stack)
        )

    @property
    def worst(self) -> str:
        """What can be recovered inside, in words."""
        feared = "" if self.feared is None else f"; feared: {FORM_WORDS[self.feared]}"
        return f"{FORM_WORDS[self.form]}{feared}"

    @property
    def words(self) -> str:
        """The whole of what it shows, in words, for those who do not see it."""
        run_by = " · ".join(self.run_by)
        if self.near:
            return ". ".join(filter(None, (self.spot.name, run_by)))
        parts = (
            self.spot.name,
            run_by,
            f"worst inside: {self.worst}",
            f"holds {listed(self.members)}",
        )
        return ". ".join(filter(None, parts))


def box(report: Report, cut: Cut, spot: Spot, file: str) -> Box:
    """A box as a picture shows it."""
    near = cut.is_around(spot)
    members = cut.members(spot.name) if spot.kind is PlaceKind.BOUNDARY else (spot.name,)
    form, feared, standing = _worst(report, members)
    word = longest_word(spot.name, palette.NAME_SIZE, bold=True)
    room = max(_TEXT_WIDTH, min(word, _LONGEST_WORD))
    run_by = (*_run_by(cut, spot, members),)
    details = [*run_by]
    if not near:
        whole = plural(len(cut.tree.inside[spot.name]), "element")
        is_part = len(members) < len(cut.tree.inside[spot.name])
        inner = plural(len(cut.inner[spot.name]), "flow")
        details.append(f"{f'{len(members)} of ' if is_part else ''}{whole}, {inner} inside")
    if not near and feared is not None:
        details.append(f"feared: {FORM_WORDS[feared]}")
    return Box(
        spot,
        form,
        feared,
        standing,
        near,
        members,
        run_by,
        balanced(spot.name, palette.NAME_SIZE, room, lines=3, bold=True),
        tuple(line for text in details for line in balanced(text, palette.TEXT_SIZE, _TEXT_WIDTH)),
        file,
    )


def draw(item: Box, rect: Rect, *, id: str) -> Node:
    """The box at its place: a stack of sheets, on which letter, name and details stand."""
    colours = item.paint
    top = Rect(rect.x, rect.y, rect.width - item.stack, rect.height - item.stack)
    chip = None
    if item.letter:
        chip = cards.chip_node(item.letter, top.x + _PAD, top.y + _ABOVE + 0.5, colours)
    kind = "near" if item.near else f"form-{item.form} {item.standing}"
    return node(
        "g",
        tooltip(item.words),
        *outline(top, colours, near=item.near, feared=item.standing is Standing.FEARED),
        chip,
        *cards.texts(item.name, item.details, top.x + item.left, top.y + _ABOVE, colours.ink),
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
            fill=palette.PAPER if below else colours.fill,
            stroke=colours.line,
            stroke_width=1.1 if near or below else 1.6,
            stroke_dasharray=palette.DASHES[Evidence.HYPOTHETICAL] if feared else None,
            stroke_linecap="round" if feared else None,
        )


def _worst(report: Report, members: Sequence[str]) -> tuple[Form, Form | None, Standing]:
    """The worst form that is established at some elements, a worse one that is only feared there,
    and how the elements count together."""
    at: dict[Standing, list[Form]] = {standing: [] for standing in Standing}
    for name in members:
        at[cards.standing(report, report.graph.elements[name])].append(report.forms[name])
        at[Standing.FEARED] += filter(None, [report.feared_forms.get(name)])
    standing = next(item for item in (Standing.EXPOSED, Standing.FEARED, Standing.OWN) if at[item])
    form = min(at[standing], key=_rank)
    feared = min(at[Standing.FEARED], key=_rank, default=form)
    return form, feared if _rank(feared) < _rank(form) else None, standing


def _rank(form: Form) -> int:
    return form.rank


def _run_by(cut: Cut, spot: Spot, members: Sequence[str]) -> Iterator[str]:
    """Who runs what is there, a line each: the party of the boundary, and how many others."""
    graph = cut.graph
    around = cut.tree.paths[spot.name] if spot.kind is PlaceKind.BOUNDARY else ()
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

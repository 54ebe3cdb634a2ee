"""The exposure map: one picture of where the face goes, ten seconds to read.

No picture is returned unless every element, boundary and flow of the model is in it, as itself or
in a box or bundle that counts it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from facetrail.errors import CannotRun, Problem
from facetrail.model.kinds import Form
from facetrail.model.words import Evidence
from facetrail.render import badges, boxes, cards, flows, legend, palette
from facetrail.render.arranging import Arranged, arrange, bulk
from facetrail.render.flows import Line
from facetrail.render.folded import folded_away, inside_said
from facetrail.render.geometry import Point, Rect, Size
from facetrail.render.layout import Engine
from facetrail.render.legend import Block
from facetrail.render.placing import evenly
from facetrail.render.scene import Frame, Scene
from facetrail.render.sheet import MARGIN, Paragraph, document, titled
from facetrail.render.svg import Node, node, tooltip
from facetrail.render.text import clean, first_sentence, width
from facetrail.render.wording import headline_sentences, plural, short, tally
from facetrail.report import Report

_PALE = "0.2"
_GUTTER = 26.0
_SIDE = 236.0
_NARROWEST = 720.0
_CORNER_WIDTHS = (640.0, 560.0, 480.0, 400.0, 320.0, _SIDE)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """How a picture is put together: its size, its heading and where the map starts below that,
    and what stands where."""

    size: Size
    heading: tuple[Node, float]
    parts: tuple[tuple[Block, Point], ...]


def exposure_map(report: Report, *, engine: Engine | None = None) -> str:
    """The map of a report as one SVG document, in pixels.

    Raises CannotRun when no complete drawing can be made. `engine` replaces the embedded layout
    engine.
    """
    return picture(arrange(report, engine))


def picture(arranged: Arranged) -> str:
    """A map that is laid out already, as one SVG document. Raises CannotRun."""
    sheet = min(_sheets(arranged), key=lambda sheet: bulk(sheet.size))
    drawn = _document(arranged.scene, sheet)
    _check(arranged.scene, drawn)
    return drawn


def _document(scene: Scene, sheet: _Sheet) -> str:
    report = scene.report
    system = report.graph.system
    about = f"{' '.join(_said(scene))} Threats: {tally(report)}."
    title = f"Exposure map: {system.name}"
    if scene.focus is not None:
        title = f"Trail of {scene.focus.datum}: {system.name}"
    elif scene.cut.within is not None:
        title = f"Inside {scene.cut.within}: {system.name}"
    else:
        about = f"{system.description} {about}"
    kind = "exposure-map" if scene.focus is None else "exposure-map trail"
    drawn = (block.draw(at.x, at.y) for block, at in sheet.parts)
    return document(
        scene.prefix,
        kind,
        title,
        about,
        sheet.size,
        sheet.heading,
        drawn,
        has_links=bool(scene.boxes),
    )


def _sheets(arranged: Arranged) -> Iterator[_Sheet]:
    """The map with its legend in a corner that is free, below it, or beside it."""
    explained = legend.groups(arranged.scene)
    wide = arranged.extent.width
    inner = max(wide, _NARROWEST)
    left = MARGIN + (inner - wide) / 2
    corner = _corner(arranged, explained)
    if corner is not None:
        block, at = corner
        yield _sheet(arranged, inner, left, beside=[(block, Point(left + at.x, at.y))])
    yield _sheet(arranged, inner, left, below=[legend.strip(explained, inner)])
    column = legend.column(explained, _SIDE)
    inner = max(wide + _GUTTER + _SIDE, _NARROWEST)
    left = MARGIN + (inner - _SIDE - _GUTTER - wide) / 2
    yield _sheet(arranged, inner, left, beside=[(column, Point(MARGIN + inner - _SIDE, 6))])


def _sheet(
    arranged: Arranged,
    inner: float,
    left: float,
    *,
    beside: Sequence[tuple[Block, Point]] = (),
    below: Sequence[Block] = (),
) -> _Sheet:
    """Heading, map with what is beside it, then the table and the blocks below one another."""
    heading = _title(arranged.scene, inner)
    _, top = heading
    room = arranged.extent
    whole = Block(
        Size(room.width, room.height), lambda x, y: _drawn(arranged, x - room.x, y - room.y)
    )
    parts = [(whole, Point(left, top))]
    parts += [(block, Point(at.x, top + at.y)) for block, at in beside]
    y = max(at.y + block.size.height for block, at in parts)
    for inside in (*_table(arranged, inner), *below):
        block = legend.ruled(inside, inner)
        parts.append((block, Point(MARGIN, y)))
        y += block.size.height
    return _Sheet(Size(round(inner + 2 * MARGIN), round(y + MARGIN)), heading, tuple(parts))


def _table(arranged: Arranged, inner: float) -> list[Block]:
    """The flows that the map cannot name: all of them, where that is most of them."""
    lines = [*arranged.scene.lines.values()]
    missing = arranged.unexplained
    if not missing:
        return []
    if len(missing) > len(lines) / 2:
        return [legend.table(arranged.scene.report, lines, "Flows", inner)]
    return [legend.table(arranged.scene.report, missing, "Also carried", inner)]


def _corner(arranged: Arranged, explained: Sequence[legend.Group]) -> tuple[Block, Point] | None:
    """The legend where a corner of the map is empty enough for it, if one is."""
    drawn = arranged.extent
    taken = [rect.grown(14) for rect in arranged.layout.boxes.values()]
    taken += [rect.grown(14) for rect in arranged.layout.regions.values()]
    taken += [found.label.grown(8) for found in arranged.placed.values() if found.label]
    taken += [
        Rect(point.x - 12, point.y - 12, 24, 24)
        for route in arranged.layout.routes.values()
        for point in evenly(route, 12.0)
    ]
    for wide in _CORNER_WIDTHS:
        block = legend.boxed(legend.strip(explained, wide - 24))
        size = block.size
        for x in (drawn.x, drawn.right - size.width):
            for y in (drawn.bottom - size.height, drawn.y):
                room = Rect(x, y, size.width, size.height)
                inside = x >= drawn.x and y >= drawn.y and drawn.width >= size.width
                if inside and not any(room.overlap(other) for other in taken):
                    return block, Point(x - drawn.x, y - drawn.y)
    return None


def _title(scene: Scene, wide: float) -> tuple[Node, float]:
    """Title, description, headline and what was found; and where the map below them starts."""
    report = scene.report
    system = report.graph.system
    first, *others = _said(scene)
    exposed = any(
        item.form is Form.RAW and item.evidence is not Evidence.HYPOTHETICAL
        for item in report.exposures
    )
    strong = palette.STRONG[Form.RAW] if exposed else palette.OWN_LINE
    lines = (
        Paragraph(first, palette.HEADLINE_SIZE, strong, bold=True, above=5),
        Paragraph(" ".join((*others, _found(scene)))),
    )
    if scene.focus is not None:
        beside = f"{system.name}. {_left_out(scene)}"
        return titled(f"Trail of {scene.focus.datum}", beside, lines, wide)
    if scene.cut.within is not None:
        return titled(f"Inside {scene.cut.within}", system.name, lines, wide)
    return titled(system.name, first_sentence(system.description), lines, wide)


def _left_out(scene: Scene) -> str:
    """What a trail does not show, or only in pale colours."""
    missing = len(scene.report.graph.elements) - len(scene.cut.elements)
    if missing:
        return f"Left out: {plural(missing, 'element')} that it does not touch."
    return "Pale: what it does not touch."


def _said(scene: Scene) -> tuple[str, ...]:
    """The headline and what belongs to it, and what is folded away; a datum that nobody reads
    says so of itself."""
    said = _headline(scene)
    folded = folded_away(scene.cut)
    return (*said, folded) if folded else said


def _headline(scene: Scene) -> tuple[str, ...]:
    if scene.cut.within is not None:
        return (inside_said(scene.report, scene.cut),)
    focus = scene.focus
    if focus is not None and all(item.form is not Form.RAW for item in scene.report.exposures):
        return (
            f"As far as this model says, nobody but the person can read {short(focus.datum)}, "
            "or what it is made from, outside the person's control.",
        )
    return headline_sentences(scene.report)


def _found(scene: Scene) -> str:
    """How many threats and questions there are, and how many the map has no place for."""
    missing = scene.placeless
    where = f" ({missing} without a place in the picture)" if missing else ""
    return f"Threats: {tally(scene.report)}{where}."


def _drawn(arranged: Arranged, left: float, top: float) -> Node:
    """The map itself: boundaries, lines over them, elements over these, labels on top."""
    scene, layout, placed = arranged.scene, arranged.layout, arranged.placed
    report, prefix = scene.report, scene.prefix
    by_depth = sorted(scene.frames.items(), key=lambda item: item[1].depth)
    words = {id: flows.described(report, item) for id, item in scene.lines.items()}

    def shown(id: str, drawn: Node) -> Node:
        if not scene.recedes(id):
            return drawn
        return replace(drawn, attributes=(*drawn.attributes, ("opacity", _PALE)))

    def heaviest_last(item: tuple[str, Line]) -> tuple[bool, float, int]:
        id, line = item
        return not scene.recedes(id), line.stroke, -line.number

    return node(
        "g",
        *(shown(id, _frame(frame, layout.regions[id], f"{prefix}{id}")) for id, frame in by_depth),
        *(
            shown(id, flows.draw_line(item, layout.routes[id], id=f"{prefix}{id}", title=words[id]))
            for id, item in sorted(scene.lines.items(), key=heaviest_last)
        ),
        *(
            shown(
                id,
                flows.draw_need(
                    layout.routes[id], id=f"{prefix}{id}", title=f"{goal.name} needs {one.name}"
                ),
            )
            for id, (one, goal) in scene.needs.items()
        ),
        *(shown(id, _heading(frame, arranged.headings[id])) for id, frame in by_depth),
        *(
            shown(
                id,
                cards.draw(
                    card,
                    layout.boxes[id],
                    id=f"{prefix}{id}",
                    title=cards.described(report, card.element),
                ),
            )
            for id, card in scene.cards.items()
        ),
        *(
            _link(box.file, boxes.draw(box, layout.boxes[id], id=f"{prefix}{id}"))
            for id, box in scene.boxes.items()
        ),
        *(
            shown(id, flows.draw_label(item, layout.routes[id], placed[id], title=words[id]))
            for id, item in scene.lines.items()
        ),
        *_element_badges(arranged),
        class_="map",
        transform=f"translate({left:.2f} {top:.2f})",
    )


def _link(file: str, drawn: Node) -> Node:
    return node("a", drawn, href=file)


def _frame(frame: Frame, rect: Rect, id: str) -> Node:
    tints = palette.OWN_TINTS if frame.own else palette.REGION_TINTS
    return node(
        "g",
        tooltip(f"{frame.boundary.name}: {frame.detail or 'boundary'}"),
        node(
            "rect",
            x=rect.x,
            y=rect.y,
            width=rect.width,
            height=rect.height,
            rx=10,
            fill=tints[frame.depth % len(tints)],
            stroke=palette.OWN_LINE if frame.own else palette.REGION_LINE,
            stroke_width=2 if frame.own and not frame.depth else 1.1,
            stroke_dasharray="0.1 5" if frame.feared else None,
            stroke_linecap="round" if frame.feared else None,
        ),
        id=id,
        class_="boundary own" if frame.own else "boundary",
        data_name=clean(frame.boundary.name),
    )


def _heading(frame: Frame, rect: Rect) -> Node:
    x, y = rect.x, rect.y + 12
    ink = palette.OWN_LINE if frame.own else palette.INK
    threats = sum(badge.width + 2 for badge in frame.badges)
    end = x + width(frame.heading, palette.NAME_SIZE, bold=True) + 6 + threats
    detail = None
    if frame.detail:
        detail = _halo(frame.detail, x, y + 13.5, palette.TEXT_SIZE, palette.MUTED, None)
    return node(
        "g",
        _halo(frame.heading, x, y, palette.NAME_SIZE, ink, 700),
        detail,
        *badges.draw(frame.badges, end, y - 12.5),
        class_="boundary-heading",
    )


def _halo(text: str, x: float, y: float, size: float, ink: str, weight: int | None) -> Node:
    return node(
        "text",
        text,
        x=x,
        y=y,
        font_size=size,
        font_weight=weight,
        fill=ink,
        stroke=palette.PAPER,
        stroke_width=3,
        stroke_opacity=0.85,
        stroke_linejoin="round",
        paint_order="stroke",
    )


def _element_badges(arranged: Arranged) -> Iterator[Node]:
    """The threats at elements, each at the upper right corner of its element."""
    for id, box in arranged.layout.boxes.items():
        if arranged.scene.recedes(id):
            continue
        found = arranged.scene.threats_at(id)
        room = badges.room(found, box)
        yield from badges.draw(found, room.right, room.y)


def _check(scene: Scene, picture: str) -> None:
    """Compares what is in the picture with the model: id by id, then every flow and element,
    which must be there or folded away exactly once."""
    graph, cut = scene.report.graph, scene.cut
    drawn = re.findall(rf'<g id="{scene.prefix}([ebfgn]\d+)"', picture)
    wanted = [*scene.cards, *scene.boxes, *scene.frames, *scene.lines, *scene.needs]
    _same("", drawn, wanted)
    lines = re.findall(rf'<g id="{scene.prefix}[fg]\d+"[^>]* data-flow="([\d ]+)"', picture)
    numbers = [number for line in lines for number in line.split()]
    numbers += [str(graph.number(flow.name)) for inner in cut.inner.values() for flow in inner]
    _same("flow ", numbers, [str(graph.number(name)) for name in cut.flows])
    elements = [card.element.name for card in scene.cards.values()]
    elements += [name for box in scene.boxes.values() for name in box.members]
    _same("element ", elements, cut.elements)


def _same(what: str, found: Iterable[str], wanted: Iterable[str]) -> None:
    found, wanted = sorted(found), sorted(wanted)
    if found != wanted:
        odd = sorted({*found} ^ {*wanted}) or ["something twice"]
        raise CannotRun(
            Problem(
                "",
                "the exposure map would not show the model as it is "
                f"({', '.join(f'{what}{name}' for name in odd[:5])})",
                "report this as a fault of facetrail",
            )
        )

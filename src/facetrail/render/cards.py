"""Elements of the map: what each says, how large it is, and its shape."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from facetrail.model.kinds import Form
from facetrail.model.words import (
    Comparison,
    Element,
    Event,
    Evidence,
    External,
    Goal,
    Key,
    Layer,
    LayerKind,
    Person,
    Process,
    Requirement,
    Retention,
    Sensor,
    Store,
)
from facetrail.render import palette
from facetrail.render.geometry import Rect, Size
from facetrail.render.palette import Paint, Standing
from facetrail.render.svg import Node, Value, node, tooltip
from facetrail.render.text import balanced, clean, longest_word, width
from facetrail.render.wording import FORM_LETTERS, FORM_WORDS, element_kind, head_count
from facetrail.report import Exposure, Report

CHIP = 15.0
NAME_LINE = 15.0
TEXT_LINE = 13.0

_TEXT_WIDTH = 98.0  # narrow, so that many elements can follow one another sideways
_NAME_LINES = 3
_LONGEST_WORD = 190.0  # wider than this, a word is torn apart
_PAD = 9.0
_COUNTED = 1_000  # from here on nobody counts, and a number is a round one
_LID = 5.0  # half the height of a cylinder's lid
_POINT = 11.0  # how far a hexagon's points stick out

_SHORT_EVENTS = {
    Event.DECISION: "decision",
    Event.SESSION_END: "session",
    Event.REFUSAL: "refusal",
    Event.SERVICE_END: "service",
    Event.ACCOUNT_END: "account",
    Event.WITHDRAWAL: "consent",
    Event.ERASURE_REQUEST: "erasure request",
    Event.PERIOD_END: "period",
}


@dataclass(frozen=True, slots=True)
class Card:
    """An element ready to be placed: its texts, broken into lines, and its size."""

    element: Element
    form: Form
    standing: Standing
    name: tuple[str, ...]
    details: tuple[str, ...]
    size: Size

    @property
    def paint(self) -> Paint:
        """Its colours."""
        return palette.paint(self.form, self.standing)


def card(report: Report, element: Element) -> Card:
    """The element as the map shows it."""
    form = report.forms.get(element.name, Form.NONE)
    word = longest_word(element.name, palette.NAME_SIZE, bold=True)
    room = max(_TEXT_WIDTH, min(word, _LONGEST_WORD))
    name = balanced(element.name, palette.NAME_SIZE, room, lines=_NAME_LINES, bold=True)
    details = tuple(
        line
        for text in _details(report, element)
        for line in balanced(text, palette.TEXT_SIZE, _TEXT_WIDTH)
    )
    widest = max(
        *(width(line, palette.NAME_SIZE, bold=True) for line in name),
        *(width(line, palette.TEXT_SIZE) for line in details),
        40.0,
    )
    left, right, top, bottom = _insets(element, form)
    size = Size(
        round(left + widest + right),
        round(top + NAME_LINE * len(name) + TEXT_LINE * len(details) + bottom),
    )
    return Card(element, form, standing(report, element), name, details, size)


def standing(report: Report, element: Element) -> Standing:
    """Whether the person controls the element, or what is recoverable there is established."""
    if report.graph.is_subjects_own(element.name):
        return Standing.OWN
    if element.evidence is Evidence.HYPOTHETICAL:
        return Standing.FEARED
    worst = [item for item in report.exposures if _is_worst(report, item, element.name)]
    if worst and all(item.evidence is Evidence.HYPOTHETICAL for item in worst):
        return Standing.FEARED
    return Standing.EXPOSED


def described(report: Report, element: Element) -> str:
    """The whole of what the card shows, in words, for those who do not see it."""
    party = report.graph.party_of(element.name)
    parts = [
        f"{element.name}: {element_kind(element)}" + (f" of {party.name}" if party else ""),
        *_details(report, element),
        _requirement_words(element),
        f"known: {element.evidence}",
        element.description,
    ]
    return ". ".join(part.rstrip(".") for part in parts if part)


def kind_order(element: Element) -> int:
    """The order of kinds in a legend: as data usually meet them."""
    return (Person, Sensor, Process, Store, External, Goal).index(type(element))


def at_rest_words(store: Store, keys: dict[str, Key] | None = None) -> str:
    """How copies rest in a store, and who holds the keys."""
    if store.at_rest is None:
        return "not stated"
    if not store.at_rest:
        return "in clear"
    return ", then ".join(_layer_words(layer, keys or {}) for layer in store.at_rest)


def draw(card: Card, rect: Rect, *, id: str, title: str) -> Node:
    """The element at its place: shape, letter, name and details."""
    left, _, top, _ = _insets(card.element, card.form)
    colours = card.paint
    letter = FORM_LETTERS[card.form]
    chip_left = rect.x + left - CHIP - 6
    chip = chip_node(letter, chip_left, rect.y + top + 0.5, colours) if letter else None
    person = None
    if isinstance(card.element, Person):
        person = _person(rect.x + 13, rect.center.y, colours.line)
    return node(
        "g",
        tooltip(title),
        *shape(card.element, rect, colours, card.standing),
        person,
        chip,
        *texts(card.name, card.details, rect.x + left, rect.y + top, colours.ink),
        id=id,
        class_=" ".join(("element", _class(card.element), f"form-{card.form}", str(card.standing))),
        data_name=clean(card.element.name),
    )


def texts(
    name: Iterable[str], details: Iterable[str], x: float, y: float, ink: str
) -> Iterator[Node]:
    """The lines of a name and of what matters about it, below one another."""
    for line in name:
        y += NAME_LINE
        yield _line(line, x, y - 4, "name", palette.NAME_SIZE, ink, 700)
    for line in details:
        y += TEXT_LINE
        yield _line(line, x, y - 3, "detail", palette.TEXT_SIZE, ink)


def chip_node(letter: str, x: float, y: float, colours: Paint) -> Node:
    """The square letter that repeats what the fill says."""
    return node(
        "g",
        node("rect", x=x, y=y, width=CHIP, height=CHIP, rx=3, fill=colours.chip),
        node(
            "text",
            letter,
            x=x + CHIP / 2,
            y=y + CHIP - 3.7,
            font_size=11,
            font_weight=700,
            text_anchor="middle",
            fill=colours.letter,
        ),
        class_="form",
    )


def shape(element: Element, rect: Rect, colours: Paint, standing: Standing) -> list[Node]:
    """The outline that says what kind of element it is."""
    own = standing is Standing.OWN
    feared = standing is Standing.FEARED
    known = Evidence.HYPOTHETICAL if feared else element.evidence
    line: dict[str, Value] = {
        "fill": colours.fill,
        "stroke": colours.line,
        "stroke_width": 2.2 if own or known is not Evidence.REPORTED else 1.4,
        "stroke_dasharray": palette.DASHES[known],
        "stroke_linecap": "round" if feared else None,
    }
    if isinstance(element, Store):
        return _cylinder(rect, line)
    if isinstance(element, Goal):
        return [node("path", d=_hexagon(rect), stroke_linejoin="round", **line)]
    corner = 0.0
    if isinstance(element, Person):
        corner = rect.height / 2
    elif isinstance(element, Process):
        corner = min(9.0, rect.height / 4)
    outline = node(
        "rect", x=rect.x, y=rect.y, width=rect.width, height=rect.height, rx=corner, **line
    )
    if isinstance(element, External):
        inner = rect.grown(-3.5)
        second = node(
            "rect",
            x=inner.x,
            y=inner.y,
            width=inner.width,
            height=inner.height,
            fill="none",
            stroke=colours.ink if colours.ink == palette.PAPER else colours.line,
            stroke_width=0.9,
        )
        return [outline, second]
    if isinstance(element, Sensor):
        return [outline, _viewfinder(rect.grown(-4), colours)]
    return [outline]


def _requirement_words(element: Element) -> str:
    if not isinstance(element, Goal | Process) or element.requires is None:
        return ""
    return f"requires {_parts_words(element.requires)}"


def _parts_words(requirement: Requirement) -> str:
    parts = [
        f"({_parts_words(part)})" if isinstance(part, Requirement) else part
        for part in requirement.parts
    ]
    return f" {'and' if requirement.mode == 'all' else 'or'} ".join(parts)


def _class(element: Element) -> str:
    return type(element).__name__.lower()


def _is_worst(report: Report, item: Exposure, element: str) -> bool:
    return item.at == element and item.form is report.forms.get(element)


def _details(report: Report, element: Element) -> list[str]:
    """What matters about an element, a line each."""
    graph = report.graph
    own = graph.is_subjects_own(element.name)
    lines = []
    if isinstance(element, Person):
        subjects = graph.subjects.get(element.subjects or "")
        if subjects is not None and subjects.population is not None:
            lines.append(f"one of {head_count(subjects)}")
    elif isinstance(element, Process):
        if element.comparison not in (None, Comparison.NONE):
            lines.append(str(element.comparison))
    elif isinstance(element, Store):
        if not (own and element.retention is None and not element.retention_of):
            lines.append(f"kept: {_retention_words(element)}")
        if not (own and element.at_rest is None):
            lines.append(f"at rest: {at_rest_words(element, dict(graph.keys))}")
    elif isinstance(element, Sensor) and element.count is not None and element.count > 1:
        about = "" if element.count < _COUNTED else "about "
        lines.append(f"{about}{element.count:,} sensors")
    else:
        lines.append(element_kind(element))
    if standing(report, element) is Standing.FEARED:
        lines.append("feared, not evidenced")
    elif element.name in report.feared_forms:
        lines.append(f"feared: {FORM_WORDS[report.feared_forms[element.name]]}")
    return lines


def _retention_words(store: Store) -> str:
    limits = [*([store.retention] if store.retention else ()), *(x for _, x in store.retention_of)]
    if not limits:
        return "not stated"
    words = {_limit_words(limit) for limit in limits}
    return words.pop() if len(words) == 1 else "differs by data"


def _limit_words(limit: Retention) -> str:
    if limit.until is None:
        return str(limit)
    after = str(Retention(days=limit.days)) if limit.days else ""
    return _SHORT_EVENTS[limit.until] + (f" + {after}" if after else "")


def _layer_words(layer: Layer, keys: dict[str, Key]) -> str:
    if layer.key is None:
        return str(layer)
    holders = keys[layer.key].holders if layer.key in keys else None
    who = "not stated" if holders is None else " + ".join(sorted(holders)) or "nobody"
    if layer.kind is LayerKind.TOKENISED:
        return f"tokenised (vault: {who})"
    return f"{layer.kind} (key: {who})"


def _insets(element: Element, form: Form) -> tuple[float, float, float, float]:
    """Room left, right, above and below the texts."""
    left = _PAD + (CHIP + 6 if FORM_LETTERS[form] else 0)
    if isinstance(element, Person):
        return left + 24, 16, 8, 8
    if isinstance(element, Store):
        return left, _PAD, 2 * _LID + 4, _LID + 5
    if isinstance(element, Goal):
        return left + _POINT, _PAD + _POINT, 7, 7
    if isinstance(element, Sensor | External):
        return left + 2, _PAD + 3, 9, 9
    return left, _PAD, 7, 7


def _line(
    text: str, x: float, y: float, class_: str, size: float, ink: str, weight: int | None = None
) -> Node:
    return node("text", text, x=x, y=y, class_=class_, font_size=size, font_weight=weight, fill=ink)


def _cylinder(rect: Rect, line: dict[str, Value]) -> list[Node]:
    x, right, radius = rect.x, rect.right, rect.width / 2
    top, bottom = rect.y + _LID, rect.bottom - _LID
    body = (
        f"M{x:.2f} {top:.2f}A{radius:.2f} {_LID} 0 0 1 {right:.2f} {top:.2f}V{bottom:.2f}"
        f"A{radius:.2f} {_LID} 0 0 1 {x:.2f} {bottom:.2f}Z"
    )
    lid = f"M{x:.2f} {top:.2f}A{radius:.2f} {_LID} 0 0 0 {right:.2f} {top:.2f}"
    rim = palette.PAPER if line["fill"] == palette.STRONG[Form.RAW] else line["stroke"]
    return [
        node("path", d=body, **line),
        node("path", d=lid, fill="none", stroke=rim, stroke_width=1, stroke_opacity=0.75),
    ]


def _hexagon(rect: Rect) -> str:
    x, y, right, bottom, middle = rect.x, rect.y, rect.right, rect.bottom, rect.center.y
    point = min(_POINT, rect.width / 4)  # as a small symbol it is still no diamond
    return (
        f"M{x:.2f} {middle:.2f}L{x + point:.2f} {y:.2f}H{right - point:.2f}L{right:.2f} "
        f"{middle:.2f}L{right - point:.2f} {bottom:.2f}H{x + point:.2f}Z"
    )


def _viewfinder(rect: Rect, colours: Paint) -> Node:
    """The four corners of a camera's viewfinder."""
    arm = 6.0
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    path = (
        f"M{x:.2f} {y + arm:.2f}V{y:.2f}H{x + arm:.2f}"
        f"M{right - arm:.2f} {y:.2f}H{right:.2f}V{y + arm:.2f}"
        f"M{right:.2f} {bottom - arm:.2f}V{bottom:.2f}H{right - arm:.2f}"
        f"M{x + arm:.2f} {bottom:.2f}H{x:.2f}V{bottom - arm:.2f}"
    )
    ink = palette.PAPER if colours.ink == palette.PAPER else colours.line
    return node("path", d=path, fill="none", stroke=ink, stroke_width=1.3)


def _person(x: float, y: float, colour: str) -> Node:
    """Head and shoulders, 16 wide."""
    path = f"M{x:.2f} {y + 9:.2f}a8 9 0 0 1 16 0Z"
    return node(
        "g",
        node("circle", cx=x + 8, cy=y - 5.5, r=4.2, fill=colour),
        node("path", d=path, fill=colour),
        class_="person-mark",
    )

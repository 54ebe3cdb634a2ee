"""Writes SVG: elements are values, everything in them is escaped, nothing needs a `style`.

A strict content security policy refuses `style="…"` and event handlers; so does this writer.
"""

import re
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from facetrail.render.text import clean

Value = str | float | int | None

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9:-]*")
_INLINE = frozenset({"text", "tspan", "title", "desc"})


@dataclass(frozen=True, slots=True)
class Node:
    """An SVG element with its attributes and children, in order."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    children: "tuple[Node | str, ...]"


def node(tag: str, *children: "Node | str | None", **attributes: Value) -> Node:
    """An element; `font_size=9` writes `font-size="9"`, `class_="x"` writes `class="x"`.

    Attributes and children that are None are left out. Raises ValueError for a name that is not
    a plain one, for `style` and for event handlers.
    """
    named = tuple(
        (key.rstrip("_").replace("_", "-"), number(value) if not isinstance(value, str) else value)
        for key, value in attributes.items()
        if value is not None
    )
    for name in (tag, *(name for name, _ in named)):
        if not _NAME.fullmatch(name) or name == "style" or name.startswith("on"):
            raise ValueError(f"{name!r} may not be written into a picture")
    return Node(tag, named, tuple(child for child in children if child is not None))


def tooltip(text: str) -> Node:
    """What an element is called, as its first child; cleaned, as the texts in the picture are."""
    return node("title", clean(text))


def number(value: float) -> str:
    """At most two decimals, no exponent, no negative zero: the same on every machine."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def write(root: Node) -> str:
    """The element as XML, one child on a line, text kept as it is."""
    return legal("".join(_parts(root)))


def legal(text: str) -> str:
    """The text with every character that XML cannot hold replaced by U+FFFD."""
    return _ILLEGAL.sub("\ufffd", text)


def _parts(item: Node) -> list[str]:
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in item.attributes)
    if not item.children:
        return [f"<{item.tag}{attributes}/>"]
    parts = [f"<{item.tag}{attributes}>"]
    gap = "" if item.tag in _INLINE else "\n"
    for child in item.children:
        parts.append(gap)
        parts.extend([escape(child)] if isinstance(child, str) else _parts(child))
    parts.extend((gap, f"</{item.tag}>"))
    return parts

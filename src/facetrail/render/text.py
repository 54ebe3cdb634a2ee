"""How wide a text is in the font stack of our pictures, and where it may be broken.

Widths are estimates on the generous side: Helvetica's metrics (Arial and Liberation Sans share
them) for Latin, whole ems for East Asian wide characters, and an upper average for every other
script. All lengths are in the unit of the font size.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

FONT_STACK = (
    "Helvetica, Arial, 'Liberation Sans', 'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC', "
    "'Microsoft YaHei', 'Noto Sans Arabic', sans-serif"
)
"""The fonts that a picture asks for, in CSS notation."""

ELLIPSIS = "…"
SLACK = 1.03
"""Hinting and substitutes of Helvetica differ by this much at most."""

MARKS_KEPT = 4
"""Combining marks kept on one letter: more pile up into the line above."""

_REGULAR = {
    191: "'",
    222: "ijl‘’",
    260: "|",
    278: " !,./:;I[\\]ft·",
    333: "()-`r“”",
    334: "{}",
    355: '"•',
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu–€£",
    584: "+<=>~×±",
    611: "FTZß",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQØ",
    833: "Mm",
    889: "%æ",
    944: "Wœ",
    1000: "—…ÆŒ→←≥≤",
    1015: "@",
}
_BOLD = {
    238: "'",
    278: " ,./I\\ijl‘’·",
    333: "!()-:;[]`ft",
    389: "*r{}",
    474: '"',
    500: "z“”•",
    556: "#$0123456789J_aceksvxy–€£",
    584: "+<=>^~×±|",
    611: "?FLTZbdghnopquß",
    667: "EPSVXY",
    722: "&ABCDHKNRU",
    778: "GOQwØ",
    833: "M",
    889: "%mæ",
    944: "Wœ",
    1000: "—…@ÆŒ→←≥≤",
}
_METRICS = {
    bold: {char: width / 1000 for width, chars in table.items() for char in chars}
    for bold, table in ((False, _REGULAR), (True, _BOLD))
}
_WIDE_CYRILLIC = frozenset("жмфшщъыюЖМФШЩЪЫЮѢѪЉЊ")
_INVISIBLE = ("Mn", "Me", "Cf")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s|(?<=[。！？])")
_NEVER_FIRST = frozenset("，。、；：？！）》」』】”’,.;:!?)]}%…ー々")
_BREAK_AFTER = frozenset(" -/_.,;:@–—")
_IN_NUMBERS = frozenset(".,")
_ZERO_WIDTH_JOINERS = ("\u200c", "\u200d")
_BLOCKS = (  # first and last code point of a script, ems per letter
    (0x0370, 0x03FF, 0.66),  # Greek
    (0x0400, 0x052F, 0.64),  # Cyrillic
    (0x0530, 0x058F, 0.66),  # Armenian
    (0x0590, 0x05FF, 0.62),  # Hebrew
    (0x0600, 0x08FF, 0.58),  # Arabic
    (0xFB50, 0xFDEF, 0.68),  # Arabic presentation forms
    (0xFDF0, 0xFDFF, 1.40),  # Arabic words in one character
    (0xFE70, 0xFEFC, 0.68),
    (0x0900, 0x0DFF, 0.80),  # Indic scripts
    (0x0E00, 0x0EFF, 0.64),  # Thai, Lao
    (0x1F000, 0x1FAFF, 1.38),  # emoji
    (0x2600, 0x27BF, 1.38),  # symbols that may be drawn as emoji
)


def clean(text: str) -> str:
    """The text on one line: runs of white space become one space; control characters and
    characters that change the direction or the place of others are left out."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept: list[str] = []
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if char.isspace():
            kept.append(" ")
        elif category in ("Cs", "Cn", "Co"):
            kept.append("\ufffd")
        elif marks <= MARKS_KEPT and (category not in ("Cc", "Cf") or char in _ZERO_WIDTH_JOINERS):
            kept.append(char)
    return " ".join("".join(kept).split())


def first_sentence(text: str) -> str:
    """The cleaned text up to its first full stop that ends a sentence."""
    return _SENTENCE_END.split(clean(text), maxsplit=1)[0]


def first_sentences(text: str, count: int) -> str:
    """The cleaned text up to so many full stops that end a sentence, with the last of them."""
    sentences = _SENTENCE_END.split(clean(text))
    return " ".join(f"{item.rstrip('.')}." for item in filter(None, sentences[:count]))


@lru_cache(maxsize=4096)
def _char_width(char: str, bold: bool) -> float:
    """Width of one character in ems."""
    known = _METRICS[bold].get(char)
    if known is not None:
        return known
    if unicodedata.category(char) in _INVISIBLE:
        return 0.0
    if char in _WIDE_CYRILLIC:
        return 0.98 if bold else 0.93
    code = ord(char)
    for first, last, width in _BLOCKS:
        if first <= code <= last:
            return width * 1.06 if bold else width
    if unicodedata.east_asian_width(char) in "WF":
        return 1.0
    base = unicodedata.normalize("NFD", char)[0]
    if base != char:
        return 1.02 * _char_width(base, bold)  # a horn or a hook can stand out a little
    return 0.8


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a text on one line at a font size, in the unit of `size`."""
    return sum(_char_width(char, bold) for char in text) * size * SLACK


def wrap(
    text: str, size: float, limit: float, *, lines: int = 2, bold: bool = False
) -> tuple[str, ...]:
    """At most `lines` lines of at most `limit` width; the last ends in an ellipsis if text is left.

    Breaks at words, between wide characters anywhere, and inside a word that is wider than a
    line. The text is cleaned first; an empty one gives one empty line.
    """
    whole, rest = _filled(_measured(_pieces(clean(text)), size, bold), size, limit, lines, bold)
    return (*whole, shorten(rest, size, limit, bold=bold)) if rest else whole


def shorten(text: str, size: float, limit: float, *, bold: bool = False) -> str:
    """The text on one line, cut with an ellipsis if it is wider than `limit`."""
    line = clean(text)
    if width(line, size, bold=bold) <= limit:
        return line
    kept = ""
    room = limit - width(ELLIPSIS, size, bold=bold)
    for cluster in _clusters(line):
        room -= width(cluster, size, bold=bold)
        if room < 0:
            break
        kept += cluster
    return kept.rstrip() + ELLIPSIS


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """Width of the widest part of the text that should not be torn apart; 0 for an empty one."""
    return _widest(_measured(_pieces(clean(text)), size, bold))


def balanced(
    text: str, size: float, limit: float, *, lines: int = 2, bold: bool = False
) -> tuple[str, ...]:
    """Like `wrap`, with the lines as even in length as the same number of lines allows."""
    pieces = _measured(_pieces(clean(text)), size, bold)
    widest, rest = _filled(pieces, size, limit, lines, bold)
    if rest:
        return (*widest, shorten(rest, size, limit, bold=bold))
    if len(widest) == 1:
        return widest
    word = _widest(pieces)
    for share in range(50, 100, 3):
        narrow = limit * share / 100
        if narrow < word <= limit:
            continue
        narrower, rest = _filled(pieces, size, narrow, lines, bold)
        if not rest and len(narrower) == len(widest):
            return narrower
    return widest


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a text; `inked` is its width without a space at the end, which a line break
    swallows."""

    text: str
    width: float
    inked: float


def _measured(pieces: Iterable[str], size: float, bold: bool) -> list[_Piece]:
    return [
        _Piece(piece, width(piece, size, bold=bold), width(piece.rstrip(), size, bold=bold))
        for piece in pieces
    ]


def _widest(pieces: Iterable[_Piece]) -> float:
    return max((piece.inked for piece in pieces), default=0.0)


def _filled(
    pieces: Sequence[_Piece], size: float, limit: float, lines: int, bold: bool
) -> tuple[tuple[str, ...], str]:
    """At most `lines` lines, and, if the text needs more, the rest from the last of these on."""
    units = [
        unit
        for piece in pieces
        for unit in (
            _measured(_clusters(piece.text), size, bold) if piece.inked > limit else (piece,)
        )
    ]
    done: list[str] = []
    line, used = "", 0.0
    for index, unit in enumerate(units):
        if line and used + unit.inked > limit:
            if len(done) == lines - 1:
                return tuple(done), line + "".join(left.text for left in units[index:])
            done.append(line.rstrip())
            line, used = "", 0.0
        line += unit.text
        used += unit.width
    return (*done, line.rstrip()), ""


def _clusters(text: str) -> Iterator[str]:
    """What may not be torn apart: a character with its marks and joiners."""
    cluster = ""
    for char in text:
        joined = cluster.endswith("\u200d")
        if cluster and not joined and unicodedata.category(char) not in _INVISIBLE:
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster


def _pieces(text: str) -> Iterator[str]:
    """The parts between which a line may be broken."""
    piece = ""
    previous = ""
    for cluster in _clusters(text):
        wide = unicodedata.east_asian_width(cluster[0]) in "WF"
        after = previous in _BREAK_AFTER or unicodedata.east_asian_width(previous or "x") in "WF"
        in_number = cluster[0].isdigit() and previous in _IN_NUMBERS and piece[-2:-1].isdigit()
        after = after and not in_number
        if piece and (wide or after) and cluster[0] not in _NEVER_FIRST and cluster[0] != " ":
            yield piece
            piece = ""
        piece += cluster
        previous = cluster[0]
    if piece:
        yield piece

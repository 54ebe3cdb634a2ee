"""The page that shows every model of an output folder side by side."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from facetrail.render.markdown import escaped
from facetrail.render.text import first_sentence
from facetrail.report import Severity

FIRST_LINE = "<!-- Written by facetrail render from the reports below this folder. -->"
"""How a gallery of ours is told from another page."""

_LINKS = {
    "report.md": "Report",
    "report.html": "as one page",
    "report.json": "for machines",
    "map.svg": "map alone",
    "matrix.svg": "matrix",
    "lifetimes.svg": "lifetimes",
    "sequence.svg": "sequence",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One model: where its files are, relative to the gallery, and what they say."""

    folder: str
    files: frozenset[str]
    name: str
    description: str
    threats: Mapping[Severity, int]
    hypothetical: int
    questions: int


def gallery(cards: Iterable[Card]) -> str:
    """The models as a Markdown page, in order of their folders."""
    ordered = sorted(cards, key=lambda card: card.folder)
    bands = [*Severity]
    lines = [
        FIRST_LINE,
        "",
        "# Models",
        "",
        f"| Model | {' | '.join(band.capitalize() for band in bands)} | Hypothetical | Questions |",
        f"| :-- |{' --: |' * (len(bands) + 2)}",
        *(_row(card) for card in ordered),
    ]
    for card in ordered:
        lines += ["", *_section(card)]
    return "\n".join(lines) + "\n"


def _row(card: Card) -> str:
    counts = [*(card.threats[band] for band in Severity), card.hypothetical, card.questions]
    name = escaped(card.name)
    if "report.md" in card.files:
        name = f"[{name}]({_link(card, 'report.md')})"
    return f"| {name} | {' | '.join(f'{count:,}' if count else '·' for count in counts)} |"


def _section(card: Card) -> Iterable[str]:
    yield f"## {escaped(card.name)}"
    yield ""
    if card.description:
        yield escaped(first_sentence(card.description))
        yield ""
    if "map.svg" in card.files:
        picture = f"![Exposure map of {escaped(card.name)}]({_link(card, 'map.svg')})"
        page = "report.md" if "report.md" in card.files else "map.svg"
        yield f"[{picture}]({_link(card, page)})"
        yield ""
    yield " · ".join(
        f"[{words}]({_link(card, name)})" for name, words in _LINKS.items() if name in card.files
    )


def _link(card: Card, name: str) -> str:
    return quote(f"{card.folder}/{name}", safe="/", errors="surrogateescape")

"""The page that shows every model of an output folder side by side."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from facetrail.render.markdown import escaped
from facetrail.render.text import first_sentences
from facetrail.render.wording import plural
from facetrail.report import Severity

FIRST_LINE = "<!-- Written by facetrail render from the reports below this folder. -->"
"""How a gallery of ours is told from another page."""

_LINKS = {
    "report.md": "Report",
    "report.html": "as one page",
    "report.json": "for machines",
    "map.svg": "map alone",
    "matrix.svg": "matrix",
    "coalitions.svg": "coalitions",
    "lifetimes.svg": "lifetimes",
    "sequence.svg": "sequence",
}


SENTENCES = 3
"""Sentences of its description that a model is introduced with."""

LONGEST = 160
"""Characters of a threat's message that are shown."""

WORST = 5
"""Threats that are shown for each model, worst first and each rule once."""

FEARED = 2
"""How many of these are hypothetical where there are both, so that a fear does not go unseen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worst:
    """One of the worst threats of a model: how severe it is, and what it says."""

    rule: str
    severity: str
    score: int
    message: str
    is_hypothetical: bool


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
    worst: tuple[Worst, ...] = ()


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
        yield escaped(first_sentences(card.description, SENTENCES))
        yield ""
    if "map.svg" in card.files:
        picture = f"![Exposure map of {escaped(card.name)}]({_link(card, 'map.svg')})"
        page = "report.md" if "report.md" in card.files else "map.svg"
        yield f"[{picture}]({_link(card, page)})"
        yield ""
    for item, others in _shown(card.worst):
        grade = f"{item.severity} {item.score}"
        grade = f"would be {grade}, hypothetical" if item.is_hypothetical else grade
        also = f" ({plural(others, 'more place')})" if others else ""
        yield f"- **{grade}**: {escaped(_clipped(item.message))}{also}"
    if card.worst:
        yield ""
    yield " · ".join(
        f"[{words}]({_link(card, name)})" for name, words in _LINKS.items() if name in card.files
    )


def _shown(worst: Iterable[Worst]) -> list[tuple[Worst, int]]:
    """The worst threat of each rule that is shown, established ones first, with the number of
    others of the rule."""
    together: dict[tuple[bool, str], list[Worst]] = defaultdict(list)
    for item in worst:
        together[item.is_hypothetical, item.rule].append(item)
    known, feared = (
        [
            (same[0], len(same) - 1)
            for (is_feared, _), same in together.items()
            if is_feared is which
        ]
        for which in (False, True)
    )
    left = max(WORST - len(known), min(FEARED, len(feared)))
    return [*known[: WORST - min(left, len(feared))], *feared[:left]]


def _clipped(text: str) -> str:
    """A message of at most so many characters; one that lists much is read in the report."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip(', ')}…"


def _link(card: Card, name: str) -> str:
    return quote(f"{card.folder}/{name}", safe="/", errors="surrogateescape")

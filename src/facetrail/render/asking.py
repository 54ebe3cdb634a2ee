"""The open questions as people read them: those with one wording at several places are one."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from facetrail.report import Question, Spot

_EACH = "each of these"

FIRST_SITTING = 8
"""Questions, each about one or several places, that somebody will answer in one sitting."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question about one or several places; `settles` is the score that they could add."""

    text: str
    attribute: str
    places: tuple[Spot, ...]
    rules: tuple[str, ...]
    settles: int


def asked(questions: Iterable[Question]) -> tuple[Asked, ...]:
    """The questions, those that would settle most first, and so are the places of each."""
    together: dict[tuple[str, str], list[Question]] = defaultdict(list)
    for item in sorted(questions, key=lambda item: -item.settles):
        together[item.attribute, common_text(item.text, item.about.name)].append(item)
    found = (
        Asked(
            text=text if len(items) > 1 else items[0].text,
            attribute=attribute,
            places=tuple(item.about for item in items),
            rules=tuple(sorted({rule for item in items for rule in item.rules})),
            settles=sum(item.settles for item in items),
        )
        for (attribute, text), items in together.items()
    )
    return tuple(sorted(found, key=lambda item: -item.settles))


def common_text(text: str, place: str) -> str:
    """A question as it can be asked about several places at once."""
    name = re.escape(place)
    return re.sub(rf"“{name}”|(?<!\w){name}(?!\w)", _EACH, text, count=1)

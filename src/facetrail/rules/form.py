"""The form of a rule: a short question to the facts, with its page and its examples.

A rule's function answers whether a threat stands at a subject. Everything else about the rule is
stated beside it, so that the file is the rule, its tests and its page at once.
"""

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, TypeVar

from facetrail.analysis.facts import Facts
from facetrail.model.graph import Graph
from facetrail.model.words import Party
from facetrail.rules.controls import Control

WHY, WHAT, ACCEPT = SECTIONS = ("Why it matters", "What to do", "When to accept it")
"""The sections that every rule's page has, in this order."""

S = TypeVar("S")
Example = Callable[[], Graph]


class Undo(IntEnum):
    """What fixing the design does for people already exposed: points of the score."""

    ENDS = -2  # ends for all when fixed
    FUTURE = -1  # spares later people only
    CANNOT = 0  # what got out cannot be taken back


@dataclass(frozen=True, slots=True)
class Milder:
    """The threat stands, less severely: the catalogue's "lowers the severity and is named"; `text`
    is a reason of it as in Because."""

    because: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Because:
    """The threat stands, for a reason that its message gives after a colon: numbers, say. Without
    text it stands as it is."""

    text: str


Verdict = bool | Milder | Because


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of the catalogue. `id` is the name of its file; `sections` its page."""

    id: str
    title: str
    over: type
    linddun: tuple[str, ...]
    harm: int
    undo: Undo
    message: str
    mitigations: tuple[Control, ...]
    references: tuple[str, ...]
    folds_under: tuple[str, ...]
    weighs_all: bool
    goes_on: bool
    bad: tuple[Example, ...]
    milder: tuple[Example, ...]
    good: tuple[Example, ...]
    sections: tuple[tuple[str, str], ...]
    holds: Callable[[Any, Facts], Verdict]
    gained_by: Callable[[Any, Facts], Iterable[Party]] | None


def rule(
    *,
    over: type[S],
    linddun: tuple[str, ...],
    harm: int,
    undo: Undo,
    message: str,
    mitigations: tuple[Control, ...],
    references: tuple[str, ...],
    bad: tuple[Example, ...],
    good: tuple[Example, ...],
    milder: tuple[Example, ...] = (),
    folds_under: tuple[str, ...] = (),
    weighs_all: bool = False,
    goes_on: bool = False,
    gained_by: Callable[[S, Facts], Iterable[Party]] | None = None,
) -> Callable[[Callable[[S, Facts], Verdict]], Rule]:
    """Makes a rule of a function whose name is the rule's id and whose docstring is its page.

    `message` may name {data}, {at} and {party}. `bad` are systems in which the rule must hold
    somewhere, `milder` such in which it is milder wherever it holds, `good` near-misses in which
    it must hold nowhere. `weighs_all` declares a rule about
    all consumers of a datum, which a further flow may settle (law 5 does not bind it). `goes_on`
    declares one about what a party does with data: where it hands them on within itself it goes on
    doing that, and the later place folds under the earlier one. `gained_by` says who gains the data
    where the threat stands at the one who lets them go.

    Raises ValueError, naming the rule and what is missing, if the page lacks a section or an
    example.
    """

    def make(holds: Callable[[S, Facts], Verdict]) -> Rule:
        name = holds.__name__.replace("_", "-")
        title, sections = _page(name, inspect.getdoc(holds) or "")
        if not bad or not good:
            raise ValueError(f"rule {name} lacks {'a near-miss' if bad else 'a bad example'}")
        return Rule(
            id=name,
            title=title,
            over=over,
            linddun=linddun,
            harm=harm,
            undo=undo,
            message=message,
            mitigations=mitigations,
            references=references,
            folds_under=folds_under,
            weighs_all=weighs_all,
            goes_on=goes_on,
            bad=bad,
            milder=milder,
            good=good,
            sections=sections,
            holds=holds,
            gained_by=gained_by,
        )

    return make


def _page(name: str, doc: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    head, *parts = doc.split("\n## ")
    sections = tuple(
        (title.strip(), " ".join(body.split()))
        for title, _, body in (part.partition("\n") for part in parts)
    )
    for wanted in SECTIONS:
        if not any(title == wanted and body for title, body in sections):
            raise ValueError(f"rule {name} lacks the section “{wanted}”")
    return head.strip().rstrip("."), sections

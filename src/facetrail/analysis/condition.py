"""What an open attribute decides: questions, answers to them, and conditions on answers.

A condition says under which answers a fact holds: any one of several sets of answers, each of
which must be given whole. `ALWAYS` holds whatever is answered, `NEVER` under no answer. Conditions
only say "if", never "unless", so that a fact that follows from fewer assumptions absorbs the same
fact under more.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import cache, reduce
from typing import TypeVar

from facetrail.report import Spot

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True, order=True)
class Ask:
    """An attribute that the author left open.

    `options` are representative answers: every other answer decides each rule as one of them
    does. `about` tells apart several asks on one attribute, which make one question.
    """

    spot: Spot
    attribute: str
    options: tuple[str, ...]
    text: str
    about: str = ""

    def __hash__(self) -> int:
        """Of what tells nearly all asks apart, for they are looked up very often."""
        return hash((self.spot.name, self.attribute, self.about))


@dataclass(frozen=True, slots=True, order=True)
class Answer:
    """That the answer to an ask is among some of its options."""

    ask: Ask
    among: tuple[str, ...]


Choices = frozenset[frozenset[T]]
"""Several sets, one of which is enough; none contains another."""

Condition = Choices[Answer]

ALWAYS: Choices[Answer] = frozenset({frozenset()})
NEVER: Choices[Answer] = frozenset()


class Open(Exception):
    """A fact hangs on an ask that has no answer yet."""

    def __init__(self, ask: Ask) -> None:
        super().__init__(ask.text)
        self.ask = ask


def given(ask: Ask, *among: str) -> Condition:
    """The condition that the ask is answered by one of these options."""
    return frozenset({frozenset({Answer(ask, among)})})


@cache
def ways(condition: Condition) -> tuple[tuple[Answer, ...], ...]:
    """The sets of answers under which a condition holds, in a fixed order."""
    return tuple(sorted(tuple(sorted(answers)) for answers in condition))


def least(choices: Iterable[frozenset[T]]) -> Choices[T]:
    """The choices without those that contain another one."""
    found = frozenset(choices)
    if len(found) < 2:
        return found
    return frozenset(item for item in found if not any(other < item for other in found))


def either(*options: Choices[T]) -> Choices[T]:
    """Holds where one of them holds."""
    for option in options:
        if option == ALWAYS:
            return option
    return least(item for option in options for item in option)


def both(*parts: Choices[T]) -> Choices[T]:
    """Holds where all of them hold."""
    if len(parts) == 1:
        return parts[0]
    start: Choices[T] = frozenset({frozenset()})
    return reduce(_pairs, parts, start)


def _pairs(first: Choices[T], second: Choices[T]) -> Choices[T]:
    if first in (second, ALWAYS):
        return second
    return least(one | two for one in first for two in second)

"""The one error a user can cause, and the problems it collects."""

from collections.abc import Iterable
from dataclasses import dataclass

SHOWN_LENGTH = 60
"""Characters of a name that a message shows."""


def shown(name: str) -> str:
    """A name for a message or a terminal: quoted, on one line, without control characters."""
    clean = "".join(char if char.isprintable() else repr(char)[1:-1] for char in name)
    if len(clean) > SHOWN_LENGTH:
        clean = clean[: SHOWN_LENGTH - 1] + "…"
    return f"“{clean}”"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where (a place or empty), what, and what to do about it."""

    where: str
    what: str
    do: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.where, self.what, self.do) if part)


class CannotRun(Exception):
    """facetrail cannot do what was asked; `problems` says everything that stands in the way, and
    `printed` what a model said before it failed."""

    def __init__(self, problems: Problem | Iterable[Problem], printed: str = "") -> None:
        found = (problems,) if isinstance(problems, Problem) else tuple(problems)
        self.problems = tuple(sorted(dict.fromkeys(found), key=_reading_order))
        self.printed = printed
        super().__init__("\n".join(map(str, self.problems)))


def _reading_order(problem: Problem) -> tuple[str, int, str, str]:
    """By file, then by line as a number."""
    file, _, line = problem.where.rpartition(":")
    if not line.isdecimal():
        return (problem.where, 0, problem.what, problem.do)
    return (file, int(line), problem.what, problem.do)

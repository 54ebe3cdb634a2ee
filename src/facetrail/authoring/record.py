"""What a model file has declared so far and what is wrong with it, for this process."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from facetrail.errors import Problem
from facetrail.model.words import Place

if TYPE_CHECKING:
    from facetrail.authoring.strict import Word


@dataclass
class Record:
    """The words declared, in order, and the problems found.

    `whole` says that no word lacks something without which it means nothing.
    """

    words: "list[Word]" = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    flow_names: set[str] = field(default_factory=set)
    whole: bool = True

    def problem(self, place: Place | None, what: str, do: str) -> None:
        """Write down one thing that is wrong."""
        self.problems.append(Problem("" if place is None else str(place), what, do))

    def clear(self) -> None:
        """Forget everything: the next model starts from nothing."""
        for kept in (self.words, self.problems, self.flow_names):
            kept.clear()
        self.whole = True


record = Record()
"""There is one, as pytm has one registry."""

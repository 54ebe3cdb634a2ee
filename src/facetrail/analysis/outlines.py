"""Stand-ins for words that state the same: what fails at one of them fails at each.

A stand-in has whatever the words state, but neither their names nor what names other words, unless
it names none; to ask it for one of these raises AttributeError.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from facetrail.model.words import Datum, Element, Party, Transform

T = TypeVar("T")
Word = Element | Datum | Party
W = TypeVar("W", bound=Word)

MANY = 20
"""So many words that state the same have a stand-in of their own. One for fewer would spare few
subjects: they share one of which only the sort is known."""

_OWN = frozenset({"name", "place", "description", "known_from"})
"""The fields by which words differ that state the same."""

_NAMING = frozenset(
    {
        *("party", "boundary", "subjects", "controls", "observers", "requires"),
        *("at_rest", "retention_of", "origin", "transform", "layer", "also_about"),
    }
)
"""The fields by which a word can name others."""


def partial(sort: type[T], **known: object) -> T:
    """A value of a sort of which only these fields are known; to ask it for another one raises
    AttributeError."""
    value = object.__new__(sort)
    for name, item in known.items():
        object.__setattr__(value, name, item)
    return value


class Outlines:
    """A stand-in for each word of a model, the same one for all that state the same."""

    def __init__(self, words: Iterable[Word]) -> None:
        alike: dict[tuple[Any, ...], list[Word]] = defaultdict(list)
        for word in words:
            step = word.transform if isinstance(word, Datum) else None
            operation = None if step is None else step.operation
            _, stating, naming = _fields(type(word))
            empty = tuple((name, value) for name in naming if not (value := getattr(word, name)))
            alike[type(word), operation, stating(word), empty].append(word)
        bare: dict[tuple[Any, ...], Any] = {}
        self._of: dict[int, Any] = {}
        for (sort, operation, stated, empty), same in alike.items():
            known = dict(zip(_fields(sort)[0], stated, strict=True)) | dict(empty)
            if operation is not None:
                known["transform"] = partial(Transform, operation=operation)
            kind = known.get("kind")
            if len(same) >= MANY:
                stand_in = partial(sort, **known)
            else:
                few = {name: known[name] for name in ("kind", "transform") if name in known}
                stand_in = bare.setdefault((sort, kind, operation), partial(sort, **few))
            self._of.update((id(word), stand_in) for word in same)

    def of(self, word: W) -> W:
        """The stand-in for a word."""
        found: W = self._of[id(word)]
        return found


@cache
def _fields(sort: Any) -> tuple[tuple[str, ...], Callable[[Word], tuple[Any, ...]], tuple[str, ...]]:
    """The fields of a class that state something, what they state, and the fields that name."""
    names = [item.name for item in fields(sort) if item.name not in _OWN]
    stating = tuple(name for name in names if name not in _NAMING)
    return stating, attrgetter(*stating), tuple(name for name in names if name in _NAMING)

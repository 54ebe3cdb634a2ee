"""Stand-ins for words that state the same: what fails at one of them fails at each.

A stand-in has whatever the words state, but neither their names nor what names other words, unless
it names none; to ask it for one of these raises AttributeError.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from facetrail.model.operations import Operation
from facetrail.model.renaming import fields_naming_others
from facetrail.model.words import Datum, Element, Party, Transform

T = TypeVar("T")
Word = Element | Datum | Party
W = TypeVar("W", bound=Word | None)

MANY = 20
"""So many words that state the same have a stand-in of their own. One for fewer would spare few
subjects: they share one of which only the sort is known."""

_OWN = frozenset({"name", "place", "description", "known_from"})
"""The fields by which words differ that state the same."""


def partial(sort: type[T], **known: object) -> T:
    """A value of a sort of which only these fields are known; to ask it for another one raises
    AttributeError."""
    value = object.__new__(sort)
    for name, item in known.items():
        object.__setattr__(value, name, item)
    return value


class Outlines:
    """A stand-in for each word of a model, the same one for all that state the same; `group`
    numbers them, by the id of the word."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._of: dict[int, Any] = {id(None): None}
        sorts: dict[Any, list[Word]] = defaultdict(list)
        for word in words:
            sorts[type(word)].append(word)
        for sort, those in sorts.items():
            bare: dict[object, Any] = {}
            for same in _alike(sort, those):
                known = _known(same[0])
                stand_in = partial(sort, **known)
                if len(same) < MANY:
                    few = {name: known[name] for name in ("kind", "transform") if name in known}
                    alike_too = (known.get("kind"), _made_by(same[0]))
                    stand_in = bare.setdefault(alike_too, partial(sort, **few))
                self._of.update(dict.fromkeys(map(id, same), stand_in))
        self.group: Mapping[int, int] = {word: id(item) for word, item in self._of.items()}

    def of(self, word: W) -> W:
        """The stand-in for a word; none for none."""
        found: W = self._of[id(word)]
        return found


def _alike(sort: Any, words: Iterable[Word]) -> Iterable[Sequence[Word]]:
    """Words of one sort, in groups of those that state the same."""
    stated, naming = _values(sort, naming=False), _values(sort, naming=True)
    found: dict[object, list[Word]] = defaultdict(list)
    for word in words:
        found[stated(word), *[item and ... for item in naming(word)], _made_by(word)].append(word)
    return found.values()


def _known(word: Word) -> dict[str, object]:
    """What the stand-in for a word has; of how a datum is made only the operation."""
    sort: Any = type(word)
    known = {name: getattr(word, name) for name in _fields(sort, naming=False)}
    naming = {name: getattr(word, name) for name in _fields(sort, naming=True)}
    known |= {name: item for name, item in naming.items() if not item}
    if operation := _made_by(word):
        known["transform"] = partial(Transform, operation=operation)
    return known


def _made_by(word: Word) -> Operation | None:
    step = word.transform if isinstance(word, Datum) else None
    return None if step is None else step.operation


@cache
def _values(sort: Any, *, naming: bool) -> Callable[[Word], tuple[object, ...]]:
    """Gets the fields by which a word may name others, or those that state something."""
    return attrgetter(*_fields(sort, naming=naming))


@cache
def _fields(sort: Any, *, naming: bool) -> tuple[str, ...]:
    names = (item.name for item in fields(sort) if item.name not in _OWN)
    return tuple(name for name in names if (name in fields_naming_others(sort)) is naming)

"""Stand-ins for words that state the same: what fails at one of them fails at each.

A stand-in has whatever the words state, but neither their names nor what names other words, unless
it names none; to ask it for one of these raises AttributeError.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import fields
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, TypeVar

from facetrail.analysis.content import Content
from facetrail.model.graph import Graph
from facetrail.model.operations import Operation
from facetrail.model.renaming import fields_naming_others
from facetrail.model.words import Datum, Element, Party, Transform

T = TypeVar("T")
Word = Element | Datum | Party
W = TypeVar("W", bound=Word | None)

MANY = 20
"""So many words that state the same have a stand-in of their own. One for fewer would spare few
subjects: those of one sort share one that has what they all state."""

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
    """A stand-in for each word of a model, the same one for all that state the same, for elements
    of parties that do and data with one content only; `group` numbers them, by the id of the
    word."""

    def __init__(self, graph: Graph, contents: Mapping[str, Content]) -> None:
        self._of: dict[int, Any] = {id(None): None}
        self.group: dict[int, int] = {id(None): id(None)}
        self._add(Party, ((party, None) for party in graph.parties.values()))
        for sort, elements in graph.by_sort.items():
            runs = ((item, self.group[id(graph.party_of(item.name))]) for item in elements)
            self._add(sort, runs)
        self._add(Datum, ((datum, id(contents[name])) for name, datum in graph.data.items()))

    def _add(self, sort: Any, words: Iterable[tuple[Word, object]]) -> None:
        """Words of one sort, each with what else those have in common that share a stand-in."""
        rare: dict[object, list[Sequence[Word]]] = defaultdict(list)
        for beside, same in _alike(sort, words):
            if len(same) < MANY:
                rare[beside, _sort_of(same[0])].append(same)
            else:
                self._share(partial(sort, **_known(same[0])), same)
        for groups in rare.values():
            known = _common([_known(same[0]) for same in groups])
            self._share(partial(sort, **known), chain.from_iterable(groups))

    def _share(self, stand_in: Any, words: Iterable[Word]) -> None:
        """Let a stand-in stand for these words."""
        ids = [id(word) for word in words]
        self._of.update(dict.fromkeys(ids, stand_in))
        self.group.update(dict.fromkeys(ids, id(stand_in)))

    def of(self, word: W) -> W:
        """The stand-in for a word; none for none."""
        found: W = self._of[id(word)]
        return found


def _alike(
    sort: Any, words: Iterable[tuple[Word, object]]
) -> Iterable[tuple[object, Sequence[Word]]]:
    """Words of one sort, in groups of those that state the same and have the same beside."""
    stated, naming = _values(sort, naming=False), _values(sort, naming=True)
    found: dict[tuple[object, ...], list[Word]] = defaultdict(list)
    for word, beside in words:
        named = [item and ... for item in naming(word)]
        found[beside, stated(word), _made_by(word), *named].append(word)
    return [(key[0], same) for key, same in found.items()]


def _known(word: Word) -> dict[str, object]:
    """What the stand-in for a word has; of how a datum is made only the operation."""
    sort: Any = type(word)
    known = {name: getattr(word, name) for name in _fields(sort, naming=False)}
    naming = {name: getattr(word, name) for name in _fields(sort, naming=True)}
    known |= {name: item for name, item in naming.items() if not item}
    if operation := _made_by(word):
        known["transform"] = _step(operation)
    return known


def _common(known: Sequence[Mapping[str, object]]) -> dict[str, object]:
    """What all have, with the same value."""
    first, *others = known
    return {
        name: item
        for name, item in first.items()
        if all(name in other and _is_same(other[name], item) for other in others)
    }


def _is_same(one: object, other: object) -> bool:
    return one is other or (not isinstance(one, Transform) and one == other)


@cache
def _step(operation: Operation) -> Transform:
    return partial(Transform, operation=operation)


def _sort_of(word: Word) -> Hashable:
    """The kind of a datum and how it is made; the role of a party."""
    if isinstance(word, Datum):
        return word.kind, _made_by(word)
    return word.role if isinstance(word, Party) else None


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

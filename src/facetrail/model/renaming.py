"""A system under other names: each name changed wherever it stands, and nothing else."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

from facetrail.model.words import (
    Boundary,
    Datum,
    Element,
    Flow,
    Key,
    Layer,
    Notice,
    Party,
    Person,
    Requirement,
    Store,
    Subjects,
    Transform,
)

T = TypeVar("T")


class Sort(StrEnum):
    """What names stand for; each sort has names of its own. A population and the party that stands
    for it share one name, and a flow carries keys as it carries data."""

    WHO = "parties"
    WHERE = "boundaries"
    AT = "elements"
    WHAT = "data"
    FLOW = "flows"


Names = Mapping[Sort, Mapping[str, str]]
"""New names by sort and old name; a name that is not there stays."""

NAMED: Mapping[type, Mapping[str, Sort]] = {
    Party: {"name": Sort.WHO, "controls": Sort.WHO, "observers": Sort.WHO},
    Subjects: {"name": Sort.WHO},
    Notice: {"recipients": Sort.WHO},
    Boundary: {"name": Sort.WHERE, "party": Sort.WHO, "parent": Sort.WHERE},
    Key: {"name": Sort.WHAT, "holders": Sort.WHO},
    Layer: {"key": Sort.WHAT, "auxiliary": Sort.WHAT},
    Element: {"name": Sort.AT, "party": Sort.WHO, "boundary": Sort.WHERE},
    Person: {"subjects": Sort.WHO},
    Requirement: {"parts": Sort.AT},
    Store: {"retention_of": Sort.WHAT},
    Datum: {
        "name": Sort.WHAT,
        "subjects": Sort.WHO,
        "also_about": Sort.WHO,
        "origin": Sort.AT,
    },
    Transform: {"inputs": Sort.WHAT, "at": Sort.AT},
    Flow: {
        "name": Sort.FLOW,
        "source": Sort.AT,
        "destination": Sort.AT,
        "data": Sort.WHAT,
        "labels": Sort.WHAT,
    },
}
"""The fields of the words in which names stand, and whose names these are."""


def renamed(value: T, names: Names) -> T:
    """A system, or a word of one, under other names."""
    return _walk(value, None, names)  # type: ignore[no-any-return]


def _walk(value: Any, sort: Sort | None, names: Names) -> Any:
    if isinstance(value, str):
        return names.get(sort, {}).get(value, value) if sort is not None else value
    if isinstance(value, tuple | frozenset):
        return type(value)(_walk(item, sort, names) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        named = sorts_of(type(value))
        now = {name: getattr(value, name) for name in _with_names(type(value))}
        new = {name: _walk(item, named.get(name), names) for name, item in now.items()}
        changed = {name: item for name, item in new.items() if item != now[name]}
        return replace(value, **changed) if changed else value
    return value


@cache
def sorts_of(word: type) -> Mapping[str, Sort]:
    """The fields of a word in which names stand, those of what it is a sort of included."""
    return {
        name: sort for kind in reversed(word.__mro__) for name, sort in NAMED.get(kind, {}).items()
    }


@cache
def _with_names(word: type) -> tuple[str, ...]:
    """The fields of a word in which names stand, and those that hold words."""
    hints, named = get_type_hints(word), sorts_of(word)
    names = (item.name for item in fields(word))
    return tuple(name for name in names if name in named or _holds_words(hints[name]))


def _holds_words(hint: object) -> bool:
    return is_dataclass(hint) or any(map(_holds_words, get_args(hint)))


@cache
def fields_naming_others(word: type) -> frozenset[str]:
    """The fields of a word by which it can name others: those in which their names stand, and
    those that hold words which have such fields."""
    named = sorts_of(word).keys() - {"name"}
    return frozenset(
        name for name, hint in get_type_hints(word).items() if name in named or _holds_names(hint)
    )


def _holds_names(hint: object) -> bool:
    return hint in NAMED or any(map(_holds_names, get_args(hint)))

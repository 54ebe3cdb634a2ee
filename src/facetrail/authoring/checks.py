"""Whether a value is of the type that a signature states, and how to say so."""

import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from enum import Enum
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from facetrail.errors import shown

T = TypeVar("T")

Some = Union[T, Collection[T]]  # noqa: UP007  (the other spelling takes no type variable)
"""One or several: a single value needs no list around it."""

DROPPED: Any = object()
"""Stands for the value of an expression that was wrong and has been recorded."""

_CLOSE = 0.6
_CLIP = 20
_PLAIN_NAMES = {str: "text", int: "a whole number", float: "a number", bool: "True or False"}

_MEANT = {
    "inBoundary": ("boundary", "parent"),
    "boundary": ("parent",),
    "parent": ("boundary",),
    "sink": ("destination",),
    "isEncrypted": ("layers", "at_rest"),
    "isEncryptedAtRest": ("at_rest",),
    "isDestEncryptedAtRest": ("layers",),
    "isSourceEncryptedAtRest": ("layers",),
    "usesEncryptionAlgorithm": ("layers", "at_rest"),
    "usesVPN": ("layers",),
    "layers": ("at_rest",),
    "at_rest": ("layers",),
    "protocol": ("channel",),
    "note": ("description",),
    "isPII": ("kind",),
    "isCredentials": ("kind",),
    "classification": ("kind",),
    "format": ("kind",),
    "type": ("kind", "role"),
    "storesPII": ("purposes",),
    "purposes": ("purpose", "collected_for"),
    "carriedBy": ("origin",),
    "processedBy": ("origin",),
}
"""Words of pytm, and words of ours in the wrong place, with what their author may have meant."""


class Misfit(Exception):
    """A value that is not of the type wanted; `value` is the part at fault."""

    def __init__(self, value: object) -> None:
        super().__init__()
        self.value = value


def fitted(wanted: Any, value: Any) -> Any:
    """The value as a word keeps it: several as a tuple. Raises Misfit."""
    origin, inner = get_origin(wanted), get_args(wanted)
    if value is DROPPED:
        raise Misfit(DROPPED)
    if origin in (Union, UnionType):
        return _fitted_to_one(inner, value)
    if origin is Collection and _is_several(value):
        # A set has no order of its own, and that of Python differs from run to run.
        members = sorted(value, key=repr) if isinstance(value, set | frozenset) else value
        return tuple(fitted(inner[0], member) for member in members)
    if origin is Mapping and isinstance(value, Mapping):
        return {fitted(inner[0], key): fitted(inner[1], item) for key, item in value.items()}
    if not _is_a(wanted, value):
        raise Misfit(value)
    return value


def _fitted_to_one(options: tuple[Any, ...], value: Any) -> Any:
    if value is None and NoneType in options:
        return None
    for several in (item for item in options if get_origin(item) is Collection):
        return fitted(several, value if _is_several(value) else (value,))
    misfit = Misfit(value)
    for option in (item for item in options if item is not NoneType):
        try:
            return fitted(option, value)
        except Misfit as closer:
            misfit = closer
    raise misfit


def fits(wanted: Any, value: object) -> bool:
    """Whether the value is of the type."""
    try:
        fitted(wanted, value)
    except Misfit:
        return False
    return True


def _is_several(value: object) -> bool:
    return isinstance(value, Collection) and not isinstance(value, str | bytes | Mapping)


def _is_a(wanted: Any, value: object) -> bool:
    if wanted is float and type(value) is int:
        return True
    if not isinstance(wanted, type) or not isinstance(value, wanted):
        return False
    if wanted is int:
        return not isinstance(value, bool)
    return not isinstance(value, str) or _is_writable(value)


def _is_writable(text: str) -> bool:
    """Whether the text can stand in a file: half a character (a lone surrogate) cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def stand_in(wanted: Any) -> Any:
    """Something to go on with in place of what is missing; the model is refused later."""
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return next(iter(wanted))
    return "" if wanted is str else None


def _single(wanted: Any) -> list[Any]:
    """The types that one member may have, in the order written."""
    inner = get_args(wanted)
    if get_origin(wanted) in (Union, UnionType, Collection):
        found = [single for item in inner if item is not NoneType for single in _single(item)]
        return list(dict.fromkeys(found))
    return [wanted]


def named(wanted: Any) -> str:
    """A type in words; `written_as` where its name is not what an author writes."""
    if get_origin(wanted) is Mapping:
        key, item = get_args(wanted)
        return f"{{{named(key)}: {named(item)}}}"
    kinds = _single(wanted)
    if kinds != [wanted]:
        names = " or ".join(map(named, kinds))
        several = any(get_origin(item) is Collection for item in (wanted, *get_args(wanted)))
        return f"{names}, one or several" if several else names
    return _PLAIN_NAMES.get(wanted) or str(getattr(wanted, "written_as", wanted.__name__))


def spoken(value: object) -> str:
    """A value in words, the same in every run."""
    kind = type(value).__name__
    if isinstance(value, Enum):
        return f"{kind}.{value.name}"
    if value is None or isinstance(value, int | float):
        return str(value)[:_CLIP]
    if isinstance(value, str):
        return f"the text {shown(value)}"
    if isinstance(value, type):
        return f"the class {value.__name__}"
    name = getattr(value, "name", None)
    return f"{kind} {shown(name)}" if isinstance(name, str) else f"a {kind}"


def advice(wanted: Any, value: object) -> str:
    """What to write instead of a value that does not fit."""
    kinds = _single(wanted)
    if isinstance(value, str) and not _is_writable(value):
        return "take out the half character (a lone surrogate)"
    for kind in kinds:
        if isinstance(kind, type) and issubclass(kind, Enum):
            names = {spelling: item.name for item in kind for spelling in (item.name, item.value)}
            near = get_close_matches(str(value), names, 1, _CLOSE)
            first, name = next(iter(kind)).name, kind.__name__
            return f"write {name}.{names[near[0]]}" if near else f"choose, as in {name}.{first}"
    if int in kinds and isinstance(value, float) and value.is_integer():
        return f"write {int(value):_}"
    if isinstance(value, str) and not _PLAIN_NAMES.keys() & kinds:
        return "write the variable that it was declared as, without quotes"
    return f"give it {named(wanted)}"


def nearest(name: str, words: Collection[str]) -> str | None:
    """The word that an author may have meant."""
    for meant in _MEANT.get(name, ()):
        if meant in words:
            return meant
    spelling = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
    near = get_close_matches(spelling, words, 1, _CLOSE)
    return near[0] if near else None

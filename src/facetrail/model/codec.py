"""Frozen values to JSON and back, by their type hints; how a model leaves its process."""

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from facetrail.model import words

T = TypeVar("T")

_TAG = "is"


def encode(value: Any) -> Any:
    """JSON-ready form of a value: dataclasses carry their class name, sets become sorted lists."""
    if is_dataclass(value) and not isinstance(value, type):
        body = {item.name: encode(getattr(value, item.name)) for item in fields(value)}
        return {_TAG: type(value).__name__, **body}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, frozenset):
        return sorted(encode(item) for item in value)
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    return value


def decode(kind: type[T], value: Any) -> T:
    """The value of type `kind` that `encode` gave. Raises ValueError or KeyError on any other."""
    hint: Any = kind
    result: T = _decoder(hint)(value)
    return result


@cache
def _decoder(kind: Any) -> Callable[[Any], Any]:
    """The function that reads values of one type hint."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _union(tuple(_decoder(item) for item in arguments), arguments)
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            item = _decoder(arguments[0])
            return lambda value: tuple(map(item, value))
        parts = tuple(map(_decoder, arguments))
        return lambda value: tuple(part(item) for part, item in zip(parts, value, strict=True))
    if origin is frozenset:
        member = _decoder(arguments[0])
        return lambda value: frozenset(map(member, value))
    if isinstance(kind, type) and is_dataclass(kind):
        return _record
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _plain(kind)


def _union(
    options: tuple[Callable[[Any], Any], ...], kinds: tuple[Any, ...]
) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if value is None and type(None) in kinds:
            return None
        is_text = isinstance(value, str)
        for option, kind in zip(options, kinds, strict=True):
            if (kind is not type(None) and (kind is str) == is_text) or _is_enum(kind):
                return option(value)
        raise ValueError(f"no reading of {value!r}")

    return read


def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _plain(kind: Any) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if type(value) is not kind and not (kind is float and type(value) is int):
            raise ValueError(f"{value!r} is not {kind}")
        return value

    return read


def _record(value: Any) -> Any:
    body = dict(value)
    kind = getattr(words, body.pop(_TAG))
    hints = _hints(kind)
    return kind(**{name: _decoder(hints[name])(item) for name, item in body.items()})


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind, vars(words))

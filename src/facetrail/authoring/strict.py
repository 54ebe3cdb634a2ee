"""What makes our words strict: a wrong attribute is recorded with its place, and the file goes on.

A constructor's signature is the only place where its attributes and their types are stated.
"""

from collections.abc import Callable, Mapping
from functools import wraps
from sys import _getframe
from typing import Any, ParamSpec, TypeVar

from facetrail.authoring.checks import DROPPED, stand_in
from facetrail.authoring.places import is_authors, written_at
from facetrail.authoring.record import record
from facetrail.authoring.shape import Shape
from facetrail.errors import shown
from facetrail.model.words import Place

P = ParamSpec("P")
T = TypeVar("T")

_PYTM_FIELDS = (
    ("name", "name"),
    ("description", "description"),
    ("boundary", "inBoundary"),
    ("parent", "inBoundary"),
    ("source", "source"),
    ("destination", "sink"),
    ("data", "data"),
)


class Word:
    """What all our words share: only the attributes of the constructor exist, and hold its types.

    Two words are the same only if they are one object, whatever their names.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("_") or not is_authors(_getframe(1)):
            super().__setattr__(name, value)  # pytm keeps its own fields
            return
        given = _shape(type(self)).fit_one(title(self), name, value)
        self._said.update(given)
        for field, told in self._to_pytm(given).items():
            super().__setattr__(field, told)

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("_") and name in _shape(type(self)).types:
            return self._said.get(name, _shape(type(self)).default(name))
        inherited = getattr(super(), "__getattr__", None)
        if inherited is None:
            kind = type(self).__name__
            raise AttributeError(f"{kind!r} object has no attribute {name!r}", name=name, obj=self)
        return inherited(name)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *_shape(type(self)).types]

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.name!r})"

    def _to_pytm(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """What becomes of pytm's fields when these words are given."""
        fields = getattr(type(self), "model_fields", {})
        return {
            field: given[name] for name, field in _PYTM_FIELDS if name in given and field in fields
        }

    def _complete(self, given: dict[str, Any]) -> None:
        """Add what the word says by itself."""


def declares(constructor: Callable[P, None]) -> Callable[P, None]:
    """Make a constructor of its signature: checked arguments are kept, pytm's part is made.

    The function itself is never called.
    """
    shape = Shape(constructor)

    @wraps(constructor)
    def declare(*arguments: P.args, **words: P.kwargs) -> None:
        word: Any = arguments[0]
        fitting = shape.fit(type(word).__name__, arguments, words)
        given = {name: fitting.arguments[name] for name in shape.types if name in fitting.arguments}
        for name in shape.missing(fitting):
            given[name] = stand_in(shape.types[name])
            record.whole = False
        word._complete(given)
        super(Word, word).__init__(**word._to_pytm(given))
        object.__setattr__(word, "_said", given)
        object.__setattr__(word, "_place", written_at())
        record.words.append(word)

    declare.shape = shape  # type: ignore[attr-defined]
    return declare


def strict(function: Callable[P, T]) -> Callable[P, T]:
    """Check the arguments of a function or a method as those of a constructor.

    Where something needed is wrong, the function is not called: a method gives back its object,
    a function a value that is passed over without a second complaint.
    """
    shape = Shape(function)

    @wraps(function)
    def checked(*arguments: P.args, **words: P.kwargs) -> T:
        fitting = shape.fit(function.__name__, arguments, words)
        if not shape.missing(fitting):
            return function(*fitting.args, **fitting.kwargs)
        record.whole &= not shape.is_method
        instead: Any = arguments[0] if shape.is_method else DROPPED
        result: T = instead
        return result

    return checked


def title(word: Word) -> str:
    """A word for a message: what it is and its name."""
    return f"{type(word).__name__} {shown(word.name)}"


def said(word: Word) -> Mapping[str, Any]:
    """What was given to a word, by name; what nobody gave is not there."""
    given: Mapping[str, Any] = word._said
    return given


def place(word: Word) -> Place | None:
    """Where a word is declared."""
    where: Place | None = word._place
    return where


def _shape(kind: type) -> Shape:
    for item in kind.__mro__:
        shape = getattr(vars(item).get("__init__"), "shape", None)
        if isinstance(shape, Shape):
            return shape
    raise TypeError(f"{kind} declares no words")

"""pytm's own classes in a model file: noticed where they are used, and read as their author
declared them.

pytm's `check` overwrites what was declared, so nothing here calls it before all is read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import wraps
from pathlib import Path
from typing import Any

import pytm  # type: ignore[import-untyped]

from facetrail.authoring.misplaced import Stray, strays
from facetrail.authoring.places import written_at
from facetrail.authoring.record import record
from facetrail.authoring.strict import Word
from facetrail.model.words import Place

written: list[tuple[Any, Place | None]] = []
"""Objects of pytm that are no words of ours, with their places."""

_processed: list[tuple[Any, Place | None]] = []
"""The models that the file asked pytm to process or to check."""

_set_at: dict[tuple[int, str], Place | None] = {}
"""Where an unknown attribute was set after its object was made."""

_check = pytm.TM.check

_FILLED = ("data", "processedBy", "carriedBy")
"""Collections, which are often filled in place: pydantic does not count that as given."""

_COLLECTIONS = (list, set, frozenset, tuple)


@dataclass(frozen=True, slots=True)
class Declared:
    """One object of pytm as its author declared it.

    `kinds` are the names of its classes, nearest first. `said` holds what was given by the name of
    the attribute, with controls under `controls.`; another object is named by its number.
    """

    number: int
    kinds: tuple[str, ...]
    said: Mapping[str, Any]
    strays: tuple[Stray, ...]
    place: Place | None


def tame() -> None:
    """Prepare pytm for a model file: note what it makes, and leave the command line alone."""
    for kind in (pytm.TM, pytm.Element, pytm.Data):
        kind.__init__ = _noted(kind.__init__)
    for kind in (pytm.TM, pytm.Element, pytm.Data, pytm.Controls):
        kind.__setattr__ = _watched(kind.__setattr__)
    pytm.TM.process = _asked
    pytm.TM.check = _asked


def load(file: Path) -> None:
    """Make what a JSON model of pytm describes."""
    with file.open(encoding="utf-8") as text:
        pytm.load(text)


def declared() -> tuple[Declared, ...]:
    """What the file made and pytm knows of: models, elements and data in the order written."""
    items = kept()
    numbers = {id(item): number for number, (item, _) in enumerate(items)}
    return tuple(_declared(item, where, numbers) for item, where in items)


def kept() -> list[tuple[Any, Place | None]]:
    """The objects behind what is declared, each at the index that is its number."""
    state = pytm.TM._get_state()
    known = {id(item) for item in (*state.elements, *state.data)}
    models = [item for item, _ in written if isinstance(item, pytm.TM)]
    chosen = {id(item) for item, _ in _processed} or {id(item) for item in models}
    return [
        (item, where)
        for item, where in written
        if id(item) in known or (id(item) in chosen and isinstance(item, pytm.TM))
    ]


def check() -> None:
    """Let pytm look at what it was asked to process, now that all is read."""
    for model, where in _processed[:1]:
        ignores = model.ignoreUnused
        model.ignoreUnused = False  # it would walk round boundaries in a circle for ever
        try:
            _check(model)
        except Exception as error:
            what = " ".join(str(error).split())
            record.problem(where, f"pytm refuses the model: {what}", "correct what it names")
        model.ignoreUnused = ignores


def findings(model: Any) -> list[Any]:
    """What pytm finds in a model of a sound system. Raises whatever pytm does."""
    _check(model)
    model.resolve()
    return [*model.findings]


def _noted(constructor: Callable[..., None]) -> Callable[..., None]:
    @wraps(constructor)
    def construct(item: Any, *arguments: Any, **attributes: Any) -> None:
        constructor(item, *arguments, **attributes)
        if not isinstance(item, Word):
            written.append((item, written_at()))

    return construct


def _watched(setter: Callable[[Any, str, Any], None]) -> Callable[[Any, str, Any], None]:
    @wraps(setter)
    def assign(item: Any, name: str, value: Any) -> None:
        setter(item, name, value)
        is_field = name.startswith("_") or name in type(item).model_fields
        if not is_field and not isinstance(item, Word):
            _set_at[id(item), name] = written_at()

    return assign


def _asked(model: Any) -> bool:
    """Stands for pytm's `process`, which reads the command line, and `check`."""
    _processed.append((model, written_at()))
    return True


def _declared(item: Any, where: Place | None, numbers: Mapping[int, int]) -> Declared:
    said = {name: getattr(item, name) for name in item.model_fields_set}
    said |= {name: getattr(item, name) for name in _FILLED if name in type(item).model_fields}
    controls = getattr(item, "controls", None)
    if isinstance(controls, pytm.Controls):
        given = controls.model_fields_set
        said |= {f"controls.{name}": getattr(controls, name) for name in given}
    found = tuple(_placed(strays(item), item, where))
    for stray in found:
        if stray.is_meant:
            is_single = stray.right in _FILLED and not isinstance(stray.value, _COLLECTIONS)
            said[stray.right] = (stray.value,) if is_single else stray.value
    return Declared(
        numbers[id(item)],
        tuple(kind.__name__ for kind in type(item).__mro__ if kind.__module__.startswith("pytm")),
        {name: _plain(value, numbers) for name, value in sorted(said.items())},
        found,
        where,
    )


def _placed(found: Iterable[Stray], item: Any, where: Place | None) -> Iterator[Stray]:
    for stray in found:
        owner = item.controls if stray.is_control else item
        yield stray.at(_set_at.get((id(owner), stray.name), where))


def _plain(value: Any, numbers: Mapping[int, int]) -> Any:
    """A value without pytm's objects: these become numbers, and collections of them sorted."""
    if isinstance(value, pytm.Element | pytm.Data):
        return numbers.get(id(value))
    if isinstance(value, _COLLECTIONS):
        inside = (numbers.get(id(item)) for item in value)
        return tuple(sorted(number for number in inside if number is not None))
    if isinstance(value, Enum):
        return value.name
    return value if isinstance(value, str | bool | int) else None

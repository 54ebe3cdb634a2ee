"""Attributes that pytm swallows because it has none of that name, and what their author meant."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

import pytm  # type: ignore[import-untyped]
from pydantic import ValidationError

from facetrail.model.words import Place

_ALIKE = 0.8
"""How alike, of 1, two names must be for one to be taken for a misspelling of the other."""

_OTHER_WORDS = {
    "boundary": "inBoundary",
    "trustboundary": "inBoundary",
    "destination": "sink",
    "pii": "isPII",
    "traverses": "carriedBy",
    "encryptedatrest": "controls.isEncryptedAtRest",
    "encrypted": "controls.isEncrypted",
}
"""What people write, in small letters, for a word of pytm's that is spelt quite differently."""


@dataclass(frozen=True, slots=True)
class Stray:
    """An attribute that pytm does not have: the nearest right name (empty: none is near), whether
    its value makes sense there, and where it was written."""

    name: str
    right: str
    value: Any
    is_meant: bool
    is_control: bool
    where: Place | None = None

    def at(self, where: Place | None) -> "Stray":
        """The same with its place."""
        return replace(self, where=where)


def strays(item: Any) -> Iterator[Stray]:
    """The attributes of an object of pytm, and of its controls, that pytm does not have."""
    yield from _among(item.model_extra, type(item), item, is_control=False)
    controls = getattr(item, "controls", None)
    if isinstance(controls, pytm.Controls):
        yield from _among(controls.model_extra, type(item), item, is_control=True)


def _among(extra: Any, kind: Any, item: Any, *, is_control: bool) -> Iterator[Stray]:
    if not extra:
        return
    fields = [name for name, field in kind.model_fields.items() if not field.exclude]
    controls = pytm.Controls.model_fields if "controls" in kind.model_fields else ()
    right_names = [*fields, *(f"controls.{name}" for name in controls)]
    for name, value in sorted(extra.items()):
        if name.startswith("_"):
            continue
        right = _nearest(name, right_names)
        is_meant = bool(right) and right not in _given(item) and _fits(kind, right, value)
        yield Stray(name, right, value, is_meant, is_control)


def _nearest(name: str, right_names: Iterable[str]) -> str:
    by_word = {full.rpartition(".")[2].lower(): full for full in reversed([*right_names])}
    wanted = name.lower().replace("_", "")
    if wanted in by_word:
        return by_word[wanted]
    if (other := _OTHER_WORDS.get(wanted)) in by_word.values():
        return str(other)
    near = get_close_matches(wanted, sorted(by_word), 1, _ALIKE)
    return by_word[near[0]] if near else ""


def _given(item: Any) -> set[str]:
    controls = getattr(item, "controls", None)
    given = controls.model_fields_set if isinstance(controls, pytm.Controls) else set()
    return {*item.model_fields_set, *(f"controls.{name}" for name in given)}


def _fits(kind: Any, right: str, value: Any) -> bool:
    """Whether the right attribute takes such a value as it is."""
    owner, _, name = right.rpartition(".")
    wanted = pytm.Controls if owner else kind
    try:
        wanted.__pydantic_validator__.validate_assignment(
            wanted.model_construct(), name, value, strict=True
        )
    except (ValidationError, ValueError, TypeError):
        return False
    return True

"""What the signature of a constructor or a method says, and what is wrong with arguments."""

from collections.abc import Callable, Collection, Mapping
from functools import cached_property, partial
from inspect import BoundArguments, Parameter, signature
from typing import Any, get_type_hints

from facetrail.authoring.checks import (
    DROPPED,
    Misfit,
    advice,
    fits,
    fitted,
    named,
    nearest,
    spoken,
)
from facetrail.authoring.places import written_at
from facetrail.authoring.record import record
from facetrail.errors import shown

Note = Callable[[str, str], None]
"""Records what is wrong and what to do about it."""


class Shape:
    """What a signature says: the words, their types, and which must be given."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function = function
        self._signature = signature(function)
        parameters = self._signature.parameters.values()
        self._plain = [item.name for item in parameters if item.kind is item.POSITIONAL_OR_KEYWORD]
        self._rest = [item.name for item in parameters if item.kind is item.VAR_POSITIONAL]
        self.is_method = "self" in self._plain

    @cached_property
    def types(self) -> Mapping[str, Any]:
        """The type of each word; read late, because types name one another."""
        hints = get_type_hints(self._function)
        del hints["return"]
        several: Any = Collection
        return hints | {name: several[hints[name]] for name in self._rest}

    def default(self, name: str) -> Any:
        """What a word stands for when nobody gave it."""
        default = self._signature.parameters[name].default
        return None if default is Parameter.empty else default

    def fit(
        self, owner: str, arguments: tuple[Any, ...], words: Mapping[str, Any]
    ) -> BoundArguments:
        """The arguments in normal form; what is wrong is recorded and left out.

        `owner` says whose arguments they are; its name, if it is among them, follows.
        """
        note = partial(record.problem, written_at())
        called = dict(zip(self._plain, arguments, strict=False), **words).get("name")
        owner = f"{owner} {shown(called)}" if isinstance(called, str) else owner
        given = self._by_name(owner, arguments, words, note)
        fitting = self._signature.bind_partial()
        for name in (name for name in self._signature.parameters if name in given):
            if name in self.types:
                fitting.arguments |= self._fitted(owner, name, given[name], note)
            else:
                fitting.arguments[name] = given[name]  # the object that a method is called on
        for name in self.missing(fitting):
            if name not in given:
                note(f"{owner} lacks {name}", f"give it {named(self.types[name])}")
        return fitting

    def fit_one(self, owner: str, name: str, value: Any) -> Mapping[str, Any]:
        """One word set after the declaration, in normal form; empty if it is wrong."""
        note = partial(record.problem, written_at())
        if name not in self.types:
            self._unknown(owner, name, note)
        elif name in self._plain:  # what a thing is, once declared, cannot change
            note(f"{name} of {owner} is set twice", "give it where the word is declared")
        else:
            return self._fitted(owner, name, value, note)
        return {}

    def missing(self, fitting: BoundArguments) -> tuple[str, ...]:
        """What must be given and is not there."""
        return tuple(
            name
            for name, item in self._signature.parameters.items()
            if item.default is Parameter.empty and name not in fitting.arguments
        )

    def _by_name(
        self, owner: str, arguments: tuple[Any, ...], words: Mapping[str, Any], note: Note
    ) -> Mapping[str, Any]:
        given = dict(zip(self._plain, arguments, strict=False))
        surplus = arguments[len(self._plain) :]
        for name in self._rest:
            given[name], surplus = surplus, ()
        for value in surplus:
            meant = [f"{name}=" for name, wanted in self.types.items() if fits(wanted, value)]
            note(
                f"{owner} cannot tell what {spoken(value)} is meant for",
                f"write {' or '.join(meant) or 'its name'} before it",
            )
        for name, value in words.items():
            if name not in self.types or name in self._rest:
                self._unknown(owner, name, note)
            elif name in given:
                note(f"{owner} gives {name} twice", "keep one")
            else:
                given[name] = value
        return given

    def _fitted(self, owner: str, name: str, value: Any, note: Note) -> Mapping[str, Any]:
        wanted = self.types[name]
        try:
            return {name: fitted(wanted, value)}
        except Misfit as misfit:
            if misfit.value is not DROPPED:
                note(
                    f"{name} of {owner} takes {named(wanted)}, not {spoken(misfit.value)}",
                    advice(wanted, misfit.value),
                )
            return {}

    def _unknown(self, owner: str, name: str, note: Note) -> None:
        near = nearest(name, self.types)
        note(
            f"{owner} has no {shown(name)}",
            f"write {near}" if near else f"its words are {', '.join(sorted(self.types))}",
        )

"""A property that is worked out once, whatever answers are assumed later."""

from functools import cached_property
from typing import Any, Self, TypeVar, overload

T = TypeVar("T")


class shared(cached_property[T]):
    """A cached property of facts that hangs on no answer; the facts that some are a copy of,
    `plain`, work it out for all."""

    @overload
    def __get__(self, facts: None, owner: type[Any] | None = None) -> Self: ...

    @overload
    def __get__(self, facts: object, owner: type[Any] | None = None) -> T: ...

    def __get__(self, facts: Any, owner: type[Any] | None = None) -> Any:
        """The value."""
        if facts is None or facts.plain is None:
            return super().__get__(facts, owner)
        name = self.attrname or ""
        value = facts.__dict__[name] = getattr(facts.plain, name)
        return value

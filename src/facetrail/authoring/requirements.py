"""What must happen first: all of these, or any of these."""

from dataclasses import dataclass
from typing import ClassVar

from facetrail.authoring.parties import Element
from facetrail.authoring.places import written_at
from facetrail.authoring.record import record
from facetrail.authoring.strict import strict


@dataclass(frozen=True)
class Requirement:
    """Elements and further requirements; write it as AllOf or AnyOf."""

    written_as: ClassVar[str] = "AllOf(…) or AnyOf(…)"

    mode: str
    parts: "tuple[Element | Requirement, ...]"


@strict
def AllOf(*parts: Element | Requirement) -> Requirement:
    """Everything named must happen."""
    return _required("all", parts)


@strict
def AnyOf(*parts: Element | Requirement) -> Requirement:
    """One of those named is enough."""
    return _required("any", parts)


def _required(mode: str, parts: tuple[Element | Requirement, ...]) -> Requirement:
    if not parts:
        record.problem(
            written_at(), "a requirement names nothing", "name the elements that it needs"
        )
    return Requirement(mode, parts)

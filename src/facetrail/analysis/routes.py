"""Whether a goal can be reached: the and/or graph of what goals and processes require."""

from collections.abc import Callable, Mapping

from facetrail.model.words import Element, Goal, Process, Requirement


def attainable(name: str, elements: Mapping[str, Element], without: Callable[[str], bool]) -> bool:
    """Whether an element can do its part once those that `without` names are taken out.

    An element that states no requirement does its part whenever it is there. The requirements
    turn in no circle: the graph checked that.
    """
    element = elements.get(name)
    if element is None or without(name):
        return False
    required = element.requires if isinstance(element, Goal | Process) else None
    return required is None or _met(required, elements, without)


def _met(
    requirement: Requirement, elements: Mapping[str, Element], without: Callable[[str], bool]
) -> bool:
    parts = (
        _met(part, elements, without)
        if isinstance(part, Requirement)
        else attainable(part, elements, without)
        for part in requirement.parts
    )
    return all(parts) if requirement.mode == "all" else any(parts)


def required(name: str, elements: Mapping[str, Element]) -> frozenset[str]:
    """Every element that some way to a goal requires, directly or in turn."""
    found: set[str] = set()
    ahead = [name]
    while ahead:
        element = elements.get(ahead.pop())
        stated = element.requires if isinstance(element, Goal | Process) else None
        fresh = set(stated.names()) - found if stated is not None else set()
        found |= fresh
        ahead.extend(fresh)
    return frozenset(found)

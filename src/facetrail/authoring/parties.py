"""Who: parties, the people that data are about, and the boundaries that parties run."""

import pytm  # type: ignore[import-untyped]

from facetrail.authoring.checks import Some
from facetrail.authoring.strict import Word, declares
from facetrail.model.words import Power, Role


class Party(Word):
    """Somebody who runs elements. `jurisdiction` is an ISO 3166 code; `controls` are parties it
    employs or owns: what they can open, it can open. `observers` are parties that can see from the
    traffic that somebody uses its services, such as the network; an empty list: nobody can."""

    @declares
    def __init__(
        self,
        name: str,
        *,
        role: Role,
        jurisdiction: str | None = None,
        power: Power | None = None,
        controls: "Some[Party]" = (),
        observers: "Some[Party] | None" = None,
    ) -> None: ...


class Subjects(Word):
    """People that data are about: how many they are, not how many records."""

    @declares
    def __init__(self, name: str, *, population: int | None = None) -> None: ...


class Boundary(Word, pytm.Boundary):  # type: ignore[misc]
    """What is inside is run by `party` unless an element says otherwise."""

    @declares
    def __init__(
        self, name: str, *, party: Party | None = None, parent: "Boundary | None" = None
    ) -> None: ...


class PersonalBoundary(Boundary):
    """What the data subjects control themselves: their phone, their card, their home.

    In a model about one population it is theirs.
    """

    @declares
    def __init__(
        self, name: str, *, subjects: Subjects | None = None, parent: Boundary | None = None
    ) -> None: ...


class Element(Word, pytm.Element):  # type: ignore[misc]
    """Anything in the drawing that data can be at."""

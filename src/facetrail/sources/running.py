"""Who runs what in a model of pytm, which has no word for it: judged by boundaries and names."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from facetrail.authoring.plain import Declared
from facetrail.errors import shown
from facetrail.model.words import Boundary, Element, Party, Place, Role, Subjects
from facetrail.sources.inference import (
    is_employed,
    is_public_network,
    is_served,
    is_zone,
    own_word,
    staff_word,
)
from facetrail.sources.named import NamedModel, free

UNSTATED = "Operator"
"""Runs what lies in no boundary, and the parts of a network that no name gives to anybody."""


class Running:
    """The populations, the parties, and which party each thing brings in by itself."""

    def __init__(self, model: NamedModel) -> None:
        self._model = model

    @cached_property
    def staff(self) -> frozenset[int]:
        """Persons who act for an organisation: the data are not about them."""
        reasons = {number: self._staff_reason(number) for number in sorted(self._model.persons)}
        others = [number for number, reason in reasons.items() if not reason]
        if not others:  # whom should the data be about?
            others = [number for number in reasons if is_employed(self._model.names[number])]
            reasons |= dict.fromkeys(others, "")
        within = {number: self._works_within(number) for number in others}
        if not all(within.values()):  # somebody is left whom the data can be about
            reasons |= {
                number: f"acts within {self._model.shown(around)}"
                for number, around in within.items()
                if around is not None
            }
        for number, reason in reasons.items():
            if reason:
                what = f"{self._model.shown(number)} is taken as staff"
                self._model.note(self._model.elements[number], what, reason)
        return frozenset(number for number, reason in reasons.items() if reason)

    def _staff_reason(self, number: int) -> str:
        if self._model.elements[number].said.get("isAdmin") is True:
            return "isAdmin is set"
        word = staff_word(self._model.names[number])
        return f"its name says “{word}”" if word else ""

    def _works_within(self, number: int) -> int | None:
        """The boundary of an organisation in which a person acts who is by name nobody served."""
        around = self._run_around(self._model.boundary_of(self._model.elements[number]))
        if around is None or is_served(self._model.names[number]):
            return None
        return None if own_word(self._model.names[around]) else around

    @cached_property
    def subjects(self) -> tuple[Subjects, ...]:
        """A population for every other person."""
        return tuple(
            Subjects(name=self._model.names[number], place=self._model.elements[number].place)
            for number in sorted(self._model.persons - self.staff)
        )

    @cached_property
    def only(self) -> str | None:
        """The population, if there is just one."""
        return self.subjects[0].name if len(self.subjects) == 1 else None

    @cached_property
    def party_names(self) -> Mapping[int, str | None]:
        """The party that each boundary and element brings in by itself.

        A boundary within another is run by the same party, unless it is the person's own.
        """
        found: dict[int, str | None] = {}
        taken = {UNSTATED, *(item.name for item in self.subjects)}

        def own_party(number: int) -> str:
            name = free(self._model.names[number], taken)
            taken.add(name)
            return name

        for number, item in self._model.boundaries.items():
            if self._is_own(item):
                found[number] = self.only
            elif self._run_around(number) == number and self._outermost(number) == number:
                is_part = is_zone(self._model.names[number])
                found[number] = UNSTATED if is_part else own_party(number)
            else:
                found[number] = None
        for number, item in self._model.elements.items():
            around = self._run_around(self._model.boundary_of(item))
            if number in self._model.persons - self.staff or self._lies_in_own(item, found):
                found[number] = None
            elif self._is_own(item):
                found[number] = self.only
            elif around is not None:
                # Nobody is run by the boundary around them: staff name whom they work for.
                employer = found[self._outermost(around)]
                found[number] = employer if number in self.staff else None
            elif "ExternalEntity" in item.kinds:
                found[number] = own_party(number)
            else:
                found[number] = UNSTATED
        return found

    def parties(
        self, boundaries: Sequence[Boundary], elements: Sequence[Element]
    ) -> tuple[Party, ...]:
        """The parties that run something, and those that stand for the populations."""
        own = {item.name: item.place for item in self.subjects}
        places: dict[str, Place | None] = {}
        unrun = []
        run: tuple[Boundary | Element, ...] = (*boundaries, *elements)
        for item in run:
            if item.party == UNSTATED:
                unrun.append(item.name)
            if item.party is not None and item.party not in own:
                places.setdefault(item.party, None if item.party == UNSTATED else item.place)
        self._note_parties(sorted(places.keys() - {UNSTATED}), unrun)
        return (
            *(Party(name=name, role=Role.CONTROLLER, place=at) for name, at in places.items()),
            *(Party(name=name, role=Role.SUBJECT, place=at) for name, at in own.items()),
        )

    def _note_parties(self, names: list[str], unrun: list[str]) -> None:
        if len(names) > 1:
            self._model.note(
                self._model.first,
                f"a party of its own is taken to run each of {', '.join(map(shown, names))}",
                "pytm has no parties",
            )
        if unrun:
            self._model.note(
                self._model.first,
                f"{shown(UNSTATED)} is taken to run {', '.join(map(shown, unrun))}",
                "no name says who does",
            )

    def _run_around(self, boundary: int | None) -> int | None:
        """The nearest boundary, from this one outwards, that somebody runs."""
        seen: set[int] = set()
        while boundary is not None and boundary not in seen:
            if not is_public_network(self._model.names[boundary]):
                return boundary
            seen.add(boundary)
            boundary = self._model.boundary_of(self._model.boundaries[boundary])
        return None

    def _outermost(self, boundary: int) -> int:
        """The last boundary outwards that somebody runs."""
        seen: set[int] = set()
        while boundary not in seen:
            seen.add(boundary)
            outward = self._model.boundary_of(self._model.boundaries[boundary])
            around = self._run_around(outward)
            boundary = boundary if around is None else around
        return boundary

    def _lies_in_own(self, item: Declared, found: Mapping[int, str | None]) -> bool:
        """Whether an element lies in a boundary that belongs to the one population."""
        boundary = self._model.boundary_of(item)
        return boundary is not None and self.only is not None and found[boundary] == self.only

    def _is_own(self, item: Declared) -> bool:
        """Whether the one population of the model controls it, judged by its name."""
        word = own_word(self._model.names[item.number])
        if word is None or self.only is None or {"Datastore", "Actor"} & {*item.kinds}:
            return False
        name = self._model.shown(item.number)
        what = f"{name} is taken to belong to {self.only}"
        self._model.note(item, what, f"its name says “{word}”")
        return True

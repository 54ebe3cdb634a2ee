"""What a model of pytm declares, sorted and with a name of its own for everything."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from facetrail.authoring.plain import Declared
from facetrail.errors import shown
from facetrail.model.words import Note


class NamedModel:
    """The objects of one model, by number since names may be equal in pytm, and its notes."""

    def __init__(self, declared: Sequence[Declared]) -> None:
        self._notes: list[Note] = []
        self.models = _of(declared, "TM")
        self.boundaries = _of(declared, "Boundary")
        self.flows = _of(declared, "Dataflow")
        self.data = _of(declared, "Data")
        self.elements = {
            number: item
            for number, item in _of(declared, "Element").items()
            if number not in self.boundaries and number not in self.flows
        }
        self.persons = frozenset(_of(declared, "Actor"))
        self.names: Mapping[int, str] = {
            **self._named(self.boundaries, "boundary"),
            **self._named(self.elements, "element"),
            **self._named(self.data, "datum"),
            **self._named(self.flows, "flow"),
        }
        for item in declared:
            self._note_strays(item)

    def note(self, item: Declared, message: str, detail: str, level: str = "info") -> None:
        """Add a note about something declared."""
        self._notes.append(Note(level, message, str(item.place or ""), detail))

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes so far: warnings first, then by place."""
        return tuple(sorted(self._notes, key=_reading_order))

    @cached_property
    def first(self) -> Declared:
        """The TM, which stands for the whole; of several, the first."""
        return next(iter(self.models.values()))

    def shown(self, number: int) -> str:
        """A name for a message."""
        return shown(self.names[number])

    def boundary_of(self, item: Declared) -> int | None:
        """The boundary that an element or a boundary lies in."""
        number = item.said.get("inBoundary")
        return number if number in self.boundaries else None

    def _named(self, items: Mapping[int, Declared], what: str) -> Mapping[int, str]:
        names: dict[int, str] = {}
        given = {number: self._given(item) for number, item in items.items()}
        used: set[str] = set()
        for number, item in items.items():
            name = given[number]
            if name in used:
                name = free(name, {*used, *given.values()})
                second = f"a second {what} is called {shown(given[number])}"
                self.note(item, second, f"here {shown(name)}")
            used.add(name)
            names[number] = name
        return names

    def _given(self, item: Declared) -> str:
        """The name that the author gave; pytm calls data that are given as a text undefined."""
        name = text(item, "name").strip()
        if name in ("", "undefined"):
            name = text(item, "description").strip()
        if not name and item.number in self.flows:
            ends = (self.elements.get(item.said[end]) for end in ("source", "sink"))
            name = " → ".join(self._given(end) for end in ends if end is not None)
        return name or f"{item.kinds[0]} without a name"

    def _note_strays(self, item: Declared) -> None:
        for stray in item.strays:
            what = f"{item.kinds[0]} {shown(text(item, 'name'))} has no {shown(stray.name)} in pytm"
            level, effect = "warning", f"write {stray.right}; it has no effect here"
            if stray.is_meant:
                effect = f"write {stray.right}, which it was taken to mean"
            elif not stray.right:  # a library of threats may ask for attributes of its own
                level, effect = "info", "it has no effect here"
            self._notes.append(Note(level, what, str(stray.where or ""), effect))


def text(item: Declared, name: str) -> str:
    """An attribute that is a text; empty where nobody gave it."""
    value = item.said.get(name)
    return value if isinstance(value, str) else ""


def free(wanted: str, taken: Collection[str]) -> str:
    """The name, or with the first number from 2 that nobody has."""
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted} ({number})", number + 1
    return name


def _of(declared: Iterable[Declared], kind: str) -> Mapping[int, Declared]:
    return {item.number: item for item in declared if kind in item.kinds}


def _reading_order(note: Note) -> tuple[bool, str, int, str]:
    file, _, line = note.where.rpartition(":")
    return (note.level != "warning", file, int(line) if line.isdecimal() else 0, note.text)

"""What a rule can be over: a place in the system with the data concerned."""

from dataclasses import dataclass

from facetrail.analysis.content import Content
from facetrail.model.words import Datum, Element, External, Flow, Goal, Party, Process, Store
from facetrail.report import PlaceKind, Spot


@dataclass(frozen=True, slots=True)
class Arrival:
    """One datum at one element; `party` runs it, and is the subject where that is their own."""

    datum: Datum
    at: Element
    party: Party | None
    content: Content
    is_subjects_own: bool

    @property
    def spot(self) -> Spot:
        """The element."""
        return Spot(PlaceKind.ELEMENT, self.at.name)

    @property
    def data(self) -> tuple[str, ...]:
        """The datum."""
        return (self.datum.name,)


@dataclass(frozen=True, slots=True)
class Copy(Arrival):
    """An arrival that rests in a store."""

    at: Store


@dataclass(frozen=True, slots=True)
class Carried:
    """One datum on one flow; placed at the destination, which can refuse it."""

    flow: Flow
    datum: Datum
    content: Content

    @property
    def spot(self) -> Spot:
        """The element that receives it."""
        return Spot(PlaceKind.ELEMENT, self.flow.destination)

    @property
    def data(self) -> tuple[str, ...]:
        """The datum."""
        return (self.datum.name,)


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two data about one person that come to one party; a datum that is both biometric and named
    meets itself. `at` is where the drawing shows it."""

    party: Party
    at: Element
    one: Arrival
    other: Arrival

    @property
    def spot(self) -> Spot:
        """Where the first of them is."""
        return Spot(PlaceKind.ELEMENT, self.at.name)

    @property
    def data(self) -> tuple[str, ...]:
        """Both data."""
        return tuple(sorted({self.one.datum.name, self.other.datum.name}))


@dataclass(frozen=True, slots=True)
class Use:
    """What was taken from a person, in any of its forms, at an element that works for a
    purpose."""

    at: Process | External | Store
    taken: Datum
    forms: tuple[str, ...]

    @property
    def spot(self) -> Spot:
        """The element."""
        return Spot(PlaceKind.ELEMENT, self.at.name)

    @property
    def data(self) -> tuple[str, ...]:
        """What was taken."""
        return (self.taken.name,)


@dataclass(frozen=True, slots=True)
class Work:
    """What a process does with the biometric data that reach it."""

    at: Process
    probes: tuple[str, ...]

    @property
    def spot(self) -> Spot:
        """The process."""
        return Spot(PlaceKind.ELEMENT, self.at.name)

    @property
    def data(self) -> tuple[str, ...]:
        """The probes that reach it."""
        return self.probes


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal of the person, with the biometric data read on the ways to it."""

    at: Goal
    biometrics: tuple[str, ...]

    @property
    def spot(self) -> Spot:
        """The goal."""
        return Spot(PlaceKind.ELEMENT, self.at.name)

    @property
    def data(self) -> tuple[str, ...]:
        """The biometric data read on the ways to it."""
        return self.biometrics


Subject = Arrival | Copy | Carried | Meeting | Use | Work | Aim

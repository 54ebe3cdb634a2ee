"""What a rule can be over: a place in the system with the data concerned.

`key` names a subject among those of its sort.
"""

from dataclasses import dataclass

from facetrail.analysis.content import Content
from facetrail.model.words import Datum, Element, External, Flow, Goal, Party, Process, Store
from facetrail.report import PlaceKind, Spot


class Subject:
    """A place in the system with the data concerned."""

    __slots__ = ()

    @property
    def spot(self) -> Spot:
        """Where a threat about it stands."""
        raise NotImplementedError

    @property
    def data(self) -> tuple[str, ...]:
        """The names of the data concerned."""
        raise NotImplementedError

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from the others of its sort."""
        return (self.spot.name, *self.data)


@dataclass(frozen=True, slots=True)
class Arrival(Subject):
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
class Carried(Subject):
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

    @property
    def key(self) -> tuple[str, ...]:
        """The flow and the datum."""
        return (self.flow.name, self.datum.name)


@dataclass(frozen=True, slots=True)
class Pair(Subject):
    """A biometric copy and a datum that names the same person, with its copies at the same party;
    where one datum is both, it pairs with itself."""

    biometric: Copy
    named: Datum
    copies: tuple[Copy, ...]

    @property
    def spot(self) -> Spot:
        """The store of the biometric copy."""
        return self.biometric.spot

    @property
    def data(self) -> tuple[str, ...]:
        """Both data, the biometric one first."""
        names = (self.biometric.datum.name, self.named.name)
        return names[:1] if names[0] == names[1] else names


@dataclass(frozen=True, slots=True)
class Meeting(Subject):
    """Two data about one person that come to one party, wherever."""

    party: Party
    one: Datum
    other: Datum

    @property
    def spot(self) -> Spot:
        """The party."""
        return Spot(PlaceKind.PARTY, self.party.name)

    @property
    def data(self) -> tuple[str, ...]:
        """Both data, by name."""
        return (self.one.name, self.other.name)


@dataclass(frozen=True, slots=True)
class Use(Subject):
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
class Work(Subject):
    """What a process does with the biometric data that reach it."""

    at: Process
    probes: tuple[str, ...]
    is_subjects_own: bool

    @property
    def spot(self) -> Spot:
        """The process."""
        return Spot(PlaceKind.ELEMENT, self.at.name)

    @property
    def data(self) -> tuple[str, ...]:
        """The probes that reach it."""
        return self.probes


@dataclass(frozen=True, slots=True)
class Aim(Subject):
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

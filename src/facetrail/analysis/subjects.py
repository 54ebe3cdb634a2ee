"""What a rule can be over: a place in the system with the data concerned.

`key` names a subject among those of its sort.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, product, repeat
from typing import ClassVar, Self, TypeVar, dataclass_transform

from facetrail.analysis.condition import Condition
from facetrail.analysis.content import Content
from facetrail.analysis.outlines import Outlines, partial
from facetrail.model.words import (
    Datum,
    Element,
    External,
    Flow,
    Goal,
    Party,
    Process,
    Sensor,
    Store,
    Subjects,
)
from facetrail.report import PlaceKind, Spot

S = TypeVar("S")


@dataclass_transform(frozen_default=True)
def lightly_frozen(sort: type[S]) -> type[S]:
    """A dataclass whose fields nobody sets again. The type checker sees to that: a frozen one takes
    four times as long to make, and there are very many."""
    return dataclass(slots=True, unsafe_hash=True)(sort)


class Subject:
    """A place in the system with the data concerned; `place` is the name of what `kind` says. A
    subject `joins` where it is about its data together, and not about each of them."""

    __slots__ = ()
    kind: ClassVar[PlaceKind] = PlaceKind.ELEMENT
    joins: ClassVar[bool] = False

    @property
    def place(self) -> str:
        """The name of the place at which a threat about it stands."""
        raise NotImplementedError

    @property
    def data(self) -> tuple[str, ...]:
        """The names of the data concerned."""
        raise NotImplementedError

    @property
    def seen(self) -> tuple[str, ...]:
        """The names of the data that are there: those concerned, or what was made of them."""
        return self.data

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from the others of its sort."""
        return (self.place, *self.data)

    @classmethod
    def features(cls, subjects: Sequence[Self], group: Mapping[int, int]) -> Iterable[Hashable]:
        """What each of some has in common with many, as its outline shows it; `group` numbers words
        by what they state, elements also by their parties, and data by their content."""
        return repeat((), len(subjects))

    def outline(self, outlines: Outlines) -> Self:
        """A stand-in for all of its sort that have these features, which has nothing else."""
        return partial(type(self))

    @property
    def spot(self) -> Spot:
        """Where a threat about it stands."""
        return Spot(self.kind, self.place)

    def each(self) -> "Iterator[Subject]":
        """The subjects that it stands for, if it stands for several."""
        yield self


class Later(Iterable[S]):
    """Subjects that are made when somebody looks at them for the first time."""

    def __init__(self, make: Callable[[], Sequence[S]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Sequence[S]:
        return self._make()

    def __iter__(self) -> Iterator[S]:
        return iter(self._made)


@lightly_frozen
class Arrival(Subject):
    """One datum at one element; `party` runs it, and is the subject where that is their own. The
    datum `starts_here` where it begins or is made, and `comes_from_others` where some flow brings
    it from an element of another party."""

    datum: Datum
    at: Element
    party: Party | None
    content: Content
    is_subjects_own: bool
    starts_here: bool
    comes_from_others: bool

    @classmethod
    def features(cls, subjects: Sequence[Self], group: Mapping[int, int]) -> Iterable[Hashable]:
        """What datum and element state, and how the datum gets there."""
        return [
            (group[id(item.datum)], group[id(item.at)], item.starts_here, item.comes_from_others)
            for item in subjects
        ]

    def outline(self, outlines: Outlines) -> Self:
        """An arrival of which these are known."""
        return replace(
            self,
            datum=outlines.of(self.datum),
            at=outlines.of(self.at),
            party=outlines.of(self.party),
        )

    @property
    def place(self) -> str:
        """The element."""
        return self.at.name

    @property
    def data(self) -> tuple[str, ...]:
        """The datum."""
        return (self.datum.name,)


@lightly_frozen
class Copy(Arrival):
    """An arrival that rests in a store."""

    at: Store


@lightly_frozen
class Carried(Subject):
    """One datum on one flow; placed at the destination, `to`, which can refuse it and which `party`
    runs. The flow `is_between_parties` where it goes from one to another that is not the person."""

    flow: Flow
    to: Element
    party: Party | None
    datum: Datum
    content: Content
    is_between_parties: bool

    def outline(self, outlines: Outlines) -> Self:
        """A datum carried of which is known what datum and destination state, and a little of the
        flow."""
        flow = self.flow
        known = {name: () for name in ("layers", "labels") if not getattr(flow, name)}
        return replace(
            self,
            flow=partial(Flow, channel_protection=flow.channel_protection, **known),
            to=outlines.of(self.to),
            party=outlines.of(self.party),
            datum=outlines.of(self.datum),
        )

    @property
    def place(self) -> str:
        """The element that receives it."""
        return self.flow.destination

    @property
    def data(self) -> tuple[str, ...]:
        """The datum."""
        return (self.datum.name,)

    @property
    def key(self) -> tuple[str, ...]:
        """The flow and the datum."""
        return (self.flow.name, self.datum.name)


@lightly_frozen
class Pair(Subject):
    """A biometric copy and a datum that names the same person, with its copies at the same party;
    a datum that is both pairs with itself. `alike` are the copies of every datum that could stand
    for the named one, its own first, and `names` these data: what holds for one holds for each.
    Whether the party can join the two hangs on `linked`."""

    joins = True

    biometric: Copy
    alike: tuple[tuple[Copy, ...], ...]
    names: tuple[str, ...]
    linked: Condition

    @property
    def copies(self) -> tuple[Copy, ...]:
        """The copies of the named datum."""
        return self.alike[0]

    @property
    def named(self) -> Datum:
        """The datum that names the person."""
        return self.copies[0].datum

    @property
    def place(self) -> str:
        """The store of the biometric copy."""
        return self.biometric.at.name

    @property
    def data(self) -> tuple[str, ...]:
        """All data, the biometric one first."""
        biometric = self.biometric.datum.name
        if biometric not in self.names:
            return (biometric, *self.names)
        return (biometric, *[name for name in self.names if name != biometric])

    def each(self) -> "Iterator[Pair]":
        """The biometric copy with every datum alike."""
        return (
            Pair(self.biometric, (copies,), (name,), self.linked)
            for copies, name in zip(self.alike, self.names, strict=True)
        )


@lightly_frozen
class Meeting(Subject):
    """Two data about one person that come to one party, wherever. `ones` and `others` are all
    data that could stand for each, the two first, and one and the same tuple where the two could
    stand for each other: what holds for one pair holds for each. They come `of_one_taking` where
    everything that they were made from was taken by the same parties for the same purposes."""

    kind = PlaceKind.PARTY
    joins = True

    party: Party
    ones: tuple[Datum, ...]
    others: tuple[Datum, ...]
    contents: tuple[Content, Content]
    of_one_taking: bool

    @classmethod
    def features(cls, subjects: Sequence[Self], group: Mapping[int, int]) -> Iterable[Hashable]:
        """The contents of the two, and whether they come of one taking."""
        return [(*map(id, item.contents), item.of_one_taking) for item in subjects]

    def outline(self, outlines: Outlines) -> Self:
        """Two data of which these are known."""
        return partial(type(self), contents=self.contents, of_one_taking=self.of_one_taking)

    @property
    def one(self) -> Datum:
        """The first of the two."""
        return self.ones[0]

    @property
    def other(self) -> Datum:
        """The second of the two."""
        return self.others[0] if self.others is not self.ones else self.ones[1]

    @property
    def place(self) -> str:
        """The party."""
        return self.party.name

    @property
    def data(self) -> tuple[str, ...]:
        """All data, by name."""
        return tuple(sorted({datum.name for datum in (*self.ones, *self.others)}))

    @property
    def key(self) -> tuple[str, ...]:
        """The party and the two, by name."""
        return (self.party.name, *sorted((self.one.name, self.other.name)))

    def each(self) -> "Iterator[Meeting]":
        """Every pair of those alike."""
        same = self.ones is self.others
        pairs = combinations(self.ones, 2) if same else product(self.ones, self.others)
        return (replace(self, ones=(one,), others=(other,)) for one, other in pairs)


@lightly_frozen
class Use(Subject):
    """What was taken from a person, in any of its forms, at an element that works for a
    purpose."""

    at: Process | External | Store
    taken: Datum
    forms: tuple[str, ...]

    def outline(self, outlines: Outlines) -> Self:
        """A use of which is known what the element and the datum state."""
        return partial(type(self), at=outlines.of(self.at), taken=outlines.of(self.taken))

    @property
    def place(self) -> str:
        """The element."""
        return self.at.name

    @property
    def data(self) -> tuple[str, ...]:
        """What was taken."""
        return (self.taken.name,)

    @property
    def seen(self) -> tuple[str, ...]:
        """Its forms."""
        return self.forms


class Station(Subject):
    """A whole element with the data there."""

    __slots__ = ()
    at: Element
    is_subjects_own: bool

    @classmethod
    def features(cls, subjects: Sequence[Self], group: Mapping[int, int]) -> Iterable[Hashable]:
        """What the element states."""
        return [group[id(item.at)] for item in subjects]

    def outline(self, outlines: Outlines) -> Self:
        """An element of which these are known."""
        own = self.is_subjects_own
        return partial(type(self), at=outlines.of(self.at), is_subjects_own=own)

    @property
    def place(self) -> str:
        """The element."""
        return self.at.name


@lightly_frozen
class Work(Station):
    """What a process does with the biometric data that reach it."""

    at: Process
    probes: tuple[str, ...]
    is_subjects_own: bool

    @property
    def data(self) -> tuple[str, ...]:
        """The probes that reach it."""
        return self.probes


@lightly_frozen
class Aim(Subject):
    """A goal of the person, with the biometric data read on the ways to it."""

    at: Goal
    biometrics: tuple[str, ...]

    @property
    def place(self) -> str:
        """The goal."""
        return self.at.name

    @property
    def data(self) -> tuple[str, ...]:
        """The biometric data read on the ways to it."""
        return self.biometrics


@lightly_frozen
class Demand(Subject):
    """A goal of the person, with the data that name them read on the ways to it."""

    at: Goal
    naming: tuple[str, ...]

    @property
    def place(self) -> str:
        """The goal."""
        return self.at.name

    @property
    def data(self) -> tuple[str, ...]:
        """The data that name the person read on the ways to it."""
        return self.naming

    @property
    def key(self) -> tuple[str, ...]:
        """The goal."""
        return (self.at.name,)


@lightly_frozen
class Capture(Station):
    """A sensor with the personal data that begin at it."""

    at: Sensor
    taken: tuple[Datum, ...]
    is_subjects_own: bool

    @property
    def data(self) -> tuple[str, ...]:
        """What is taken."""
        return tuple(datum.name for datum in self.taken)

    @property
    def key(self) -> tuple[str, ...]:
        """The sensor."""
        return (self.at.name,)


@lightly_frozen
class Task(Station):
    """A process or a service outside with the personal data that reach it."""

    at: Process | External
    reached: tuple[Datum, ...]
    is_subjects_own: bool

    @property
    def data(self) -> tuple[str, ...]:
        """What reaches it."""
        return tuple(datum.name for datum in self.reached)

    @property
    def key(self) -> tuple[str, ...]:
        """The element."""
        return (self.at.name,)


@lightly_frozen
class Holding(Station):
    """A store with the personal data that rest in it."""

    at: Store
    copies: tuple[Copy, ...]
    is_subjects_own: bool

    @property
    def data(self) -> tuple[str, ...]:
        """What rests in it."""
        return tuple(copy.datum.name for copy in self.copies)

    @property
    def key(self) -> tuple[str, ...]:
        """The store."""
        return (self.at.name,)


@lightly_frozen
class Keeper(Subject):
    """A party that is not the person with the personal data that come to it."""

    kind = PlaceKind.PARTY

    party: Party
    arrivals: tuple[Arrival, ...]

    @classmethod
    def features(cls, subjects: Sequence[Self], group: Mapping[int, int]) -> Iterable[Hashable]:
        """What the party states."""
        return [group[id(item.party)] for item in subjects]

    def outline(self, outlines: Outlines) -> Self:
        """A party of which this is known."""
        return partial(type(self), party=outlines.of(self.party))

    @property
    def place(self) -> str:
        """The party."""
        return self.party.name

    @property
    def data(self) -> tuple[str, ...]:
        """What comes to it, by name."""
        return tuple(sorted({arrival.datum.name for arrival in self.arrivals}))

    @property
    def key(self) -> tuple[str, ...]:
        """The party."""
        return (self.party.name,)


@lightly_frozen
class Custody(Subject):
    """One personal datum in the hands of a party that answers for it, with everywhere that it comes
    to there and at those who work for the party; these leave the answering to it."""

    kind = PlaceKind.PARTY

    party: Party
    datum: Datum
    content: Content
    arrivals: tuple[Arrival, ...]

    @classmethod
    def features(cls, subjects: Sequence[Self], group: Mapping[int, int]) -> Iterable[Hashable]:
        """What the party and the datum state."""
        return [(group[id(item.party)], group[id(item.datum)]) for item in subjects]

    def outline(self, outlines: Outlines) -> Self:
        """A datum in somebody's hands of which these are known."""
        return partial(
            type(self),
            party=outlines.of(self.party),
            datum=outlines.of(self.datum),
            content=self.content,
        )

    @property
    def place(self) -> str:
        """The party."""
        return self.party.name

    @property
    def data(self) -> tuple[str, ...]:
        """The datum."""
        return (self.datum.name,)

    @property
    def copies(self) -> tuple[Copy, ...]:
        """The arrivals that rest."""
        return tuple(item for item in self.arrivals if isinstance(item, Copy))


@lightly_frozen
class Group(Subject):
    """A population with the personal data about it that come to others."""

    kind = PlaceKind.SUBJECTS

    subjects: Subjects
    arrivals: tuple[Arrival, ...]

    @property
    def place(self) -> str:
        """The population."""
        return self.subjects.name

    @property
    def data(self) -> tuple[str, ...]:
        """What others get about it, by name."""
        return tuple(sorted({arrival.datum.name for arrival in self.arrivals}))

    @property
    def key(self) -> tuple[str, ...]:
        """The population."""
        return (self.subjects.name,)

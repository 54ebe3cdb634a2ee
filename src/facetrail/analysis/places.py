"""Sensors, processes, stores, parties and populations, each with the personal data there."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain

from facetrail.analysis.ground import Ground
from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Arrival, Capture, Copy, Group, Holding, Keeper, Task
from facetrail.model.words import Datum, External, Process, Sensor, Store


class Places(Ground):
    """What is where, as a whole."""

    @shared
    def captures(self) -> tuple[Capture, ...]:
        """Every sensor at which personal data begin."""
        begun: dict[str, list[Datum]] = defaultdict(list)
        for datum in self.graph.data.values():
            if datum.origin is not None and self.contents[datum.name].personal:
                begun[datum.origin].append(datum)
        return tuple(
            Capture(item, tuple(begun[item.name]), self.graph.is_subjects_own(item.name))
            for item in self.graph.of_sort(Sensor)
            if item.name in begun
        )

    @shared
    def tasks(self) -> tuple[Task, ...]:
        """Every process and service that personal data reach."""
        working: Sequence[Process | External]
        working = (*self.graph.of_sort(Process), *self.graph.of_sort(External))
        return tuple(
            Task(item, tuple([here.datum for here in found]), self.graph.is_subjects_own(item.name))
            for item in working
            if (found := self._personal_at(item.name))
        )

    @shared
    def holdings(self) -> tuple[Holding, ...]:
        """Every store in which personal data rest."""
        return tuple(
            Holding(
                item,
                tuple([here for here in found if isinstance(here, Copy)]),
                self.graph.is_subjects_own(item.name),
            )
            for item in self.graph.of_sort(Store)
            if (found := self._personal_at(item.name))
        )

    @shared
    def keepers(self) -> tuple[Keeper, ...]:
        """Every party but the subjects to which personal data come."""
        return tuple(
            Keeper(self.graph.parties[name], tuple(chain.from_iterable(had.values())))
            for name, had in self._had_by.items()
            if had
        )

    @shared
    def groups(self) -> tuple[Group, ...]:
        """Every population about which personal data come to others."""
        found: dict[str, list[Arrival]] = defaultdict(list)
        for item in self.arrivals:
            subjects = item.datum.subjects
            if subjects is not None and not item.is_subjects_own and item.content.personal:
                found[subjects].append(item)
        return tuple(
            Group(subjects, tuple(found[name]))
            for name, subjects in self.graph.subjects.items()
            if name in found
        )

    def _personal_at(self, element: str) -> Sequence[Arrival]:
        """The arrivals of personal data at an element."""
        here = self.arrivals_at.get(element, {})
        return [item for item in here.values() if item.content.personal]

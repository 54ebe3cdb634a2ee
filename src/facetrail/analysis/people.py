"""How many people are exposed, by whom, and what happens to those who say no."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from facetrail.analysis.condition import Ask
from facetrail.analysis.reaching import Reaching
from facetrail.analysis.subjects import Arrival, Copy
from facetrail.model.words import Datum, Element, Power, Store
from facetrail.report import PlaceKind, Spot

PEOPLE = ("5000", "50000", "500000", "5000000")
"""Populations to try: one on each side of 10,000, 100,000 and 1,000,000."""


class People(Reaching):
    """Facts about people and parties."""

    def people(self, arrival: Arrival) -> int:
        """How many people are exposed together at the place: everybody the data are about, or
        one where the person keeps their own."""
        return 1 if arrival.is_subjects_own else self.population(arrival.datum)

    def population(self, datum: Datum) -> int:
        """How many people the datum is about."""
        if datum.subjects is None:
            text = f"Who is {datum.name} about, and how many people are they?"
            return int(
                self._answer(Ask(Spot(PlaceKind.DATA, datum.name), "subjects", PEOPLE, text))
            )
        subjects = self.graph.subjects[datum.subjects]
        if subjects.population is None:
            spot = Spot(PlaceKind.SUBJECTS, subjects.name)
            text = f"How many people belong to {subjects.name}?"
            return int(self._answer(Ask(spot, "population", PEOPLE, text)))
        return subjects.population

    def power(self, parties: Iterable[str]) -> Power:
        """What can be done to somebody who says no: the strongest of what the goals and these
        parties state. What one of them states settles it for those that say nothing."""
        goals = [aim.at for aim in self.aims]
        stated = [goal.power for goal in goals if goal.power is not None]
        stated += [power for name in parties if (power := self.graph.parties[name].power)]
        ranks = list(Power)
        if stated:
            return max(stated, key=ranks.index)
        spot = Spot(PlaceKind.MODEL, self.graph.system.name)
        text = "What happens to somebody who says no?"
        if goals:
            spot = Spot(PlaceKind.ELEMENT, goals[0].name)
            text = f"What happens to somebody who does without {goals[0].name}?"
        return Power(self._answer(Ask(spot, "power", tuple(Power), text)))

    def people_behind_one_key(self, copy: Copy, more_than: int) -> bool:
        """Whether more people than this rest in the store and in those that share its key."""
        groups = {}
        stores = {copy.at.name, *(store for key in _keys(copy.at) for store in self._under[key])}
        for other in (item for store in stores for item in self.copies_at[store]):
            if other.content.irrevocable or self.is_full_record(other):
                groups[other.datum.subjects or other.datum.name] = other.datum
        total = 0
        for _, datum in sorted(groups.items()):
            total += self.population(datum)
            if total > more_than:
                return True
        return False

    def is_full_record(self, copy: Copy) -> bool:
        """Whether the copy is part of a full identity record: the store rests, about the same
        people, two or more different data that lead to a name."""
        kinds = {
            kind
            for other in self.copies_at[copy.at.name]
            if self.linking.same_person(other.datum.name, copy.datum.name)
            for kind in other.content.kinds
            if kind.traits.names_directly
        }
        return copy.content.names_directly and len(kinds) > 1

    @cached_property
    def _under(self) -> Mapping[str, list[str]]:
        """The stores whose resting copies each key covers."""
        found: dict[str, list[str]] = defaultdict(list)
        for store in self.copies_at:
            for key in _keys(self.graph.elements[store]):
                found[key].append(store)
        return found


def _keys(store: Element) -> set[str]:
    layers = store.at_rest or () if isinstance(store, Store) else ()
    return {layer.key for layer in layers if layer.key is not None}

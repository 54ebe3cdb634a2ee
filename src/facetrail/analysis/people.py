"""How many people are exposed, by whom, and what happens to those who say no."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from facetrail.analysis.attributes import ATTRIBUTES, spot_of
from facetrail.analysis.condition import Ask
from facetrail.analysis.reaching import Reaching
from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Copy
from facetrail.model.kinds import Kind
from facetrail.model.words import Datum, Element, Goal, Power, Store, Subjects
from facetrail.report import PlaceKind, Spot


class People(Reaching):
    """Facts about people and parties."""

    def population(self, datum: Datum) -> int:
        """How many people the datum is about."""
        if datum.subjects is None:
            text = f"Who is {datum.name} about, and how many people are they?"
            numbers = tuple(ATTRIBUTES[Subjects]["population"].answers)
            return int(self._answer(Ask(spot_of(datum), "subjects", numbers, text)))
        return int(self.told(self.graph.subjects[datum.subjects], "population"))

    def power(self, parties: Iterable[str]) -> Power:
        """What can be done to somebody who says no: the strongest of what the goals and these
        parties state. What one of them states settles it for those that say nothing."""
        parties = sorted(parties)
        goals = self._goals_near(parties)
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

    def _goals_near(self, parties: Sequence[str]) -> Sequence[Goal]:
        """The goals of the systems in which one of these parties is; all where none is in any."""
        found = {goal.name: goal for party in parties for goal in self._goals_by_party[party]}
        return tuple(found.values()) if parties else tuple(aim.at for aim in self.aims)

    @shared
    def _goals_by_party(self) -> Mapping[str, Sequence[Goal]]:
        found: dict[str, dict[str, Goal]] = {name: {} for name in self.graph.parties}
        for system in self.graph.systems:
            names = {item.name for item in system.elements}
            goals = {aim.at.name: aim.at for aim in self.aims if aim.at.name in names}
            for party in system.parties:
                found[party.name].update(goals)
        return {party: tuple(goals.values()) for party, goals in found.items()}

    def people_behind_one_key(self, copy: Copy, more_than: int) -> bool:
        """Whether more people than this rest in the store and in those that share its key."""
        total = 0
        for datum in self._groups_behind[copy.at.name]:
            total += self.population(datum)
            if total > more_than:
                return True
        return False

    @shared
    def _groups_behind(self) -> Mapping[str, Sequence[Datum]]:
        """For each store a datum about each population in it and in those that share its key,
        sorted by population."""
        behind: dict[frozenset[str], Sequence[Datum]] = {}
        found = {}
        for store in self.copies_at:
            keys = _keys(self.graph.elements[store])
            alike = keys or frozenset({store})
            if alike not in behind:
                stores = {name for key in keys for name in self._under[key]} | {store}
                groups = {
                    group: datum
                    for name in sorted(stores)
                    for group, datum in self._groups_at.get(name, {}).items()
                }
                behind[alike] = [datum for _, datum in sorted(groups.items(), key=itemgetter(0))]
            found[store] = behind[alike]
        return found

    @shared
    def _groups_at(self) -> Mapping[str, Mapping[str, Datum]]:
        """For each store the populations of which biometric data or full records rest there,
        each with a datum about it; a datum whose population nobody states is one of its own."""
        found: dict[str, dict[str, Datum]] = defaultdict(dict)
        for item in self.copies:
            if item.content.irrevocable or self.is_full_record(item):
                found[item.at.name][item.datum.subjects or item.datum.name] = item.datum
        return found

    def is_full_record(self, copy: Copy) -> bool:
        """Whether the copy is part of a full identity record: the store rests, about the same
        people, two or more different data that lead to a name."""
        if not copy.content.names_directly:
            return False
        return len(self._naming_kinds.get((copy.at.name, copy.datum.subjects), ())) > 1

    @shared
    def _naming_kinds(self) -> Mapping[tuple[str, str | None], set[Kind]]:
        """The kinds that lead to a name, by store and population, as far as that is stated."""
        found: dict[tuple[str, str | None], set[Kind]] = defaultdict(set)
        for item in self.copies:
            if item.datum.subjects is not None and item.content.names_directly:
                found[item.at.name, item.datum.subjects] |= item.content.naming_kinds
        return found

    @shared
    def _under(self) -> Mapping[str, list[str]]:
        """The stores whose resting copies each key covers."""
        found: dict[str, list[str]] = defaultdict(list)
        for store in self.copies_at:
            for key in _keys(self.graph.elements[store]):
                found[key].append(store)
        return found


def _keys(store: Element) -> frozenset[str]:
    layers = store.at_rest or () if isinstance(store, Store) else ()
    return frozenset(layer.key for layer in layers if layer.key is not None)

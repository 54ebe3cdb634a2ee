"""What a person can do on the way to a goal: refuse, be helped, come back, mean it, contest it."""

from collections.abc import Mapping

from facetrail.analysis.basing import Basing
from facetrail.analysis.routes import attainable, required
from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Aim, Arrival, Custody
from facetrail.model.kinds import Names
from facetrail.model.words import (
    Comparison,
    Effect,
    Element,
    Goal,
    Means,
    Person,
    Power,
    Process,
    Recourse,
    Sensor,
    Store,
)

_STRONG = frozenset({Power.ESSENTIAL, Power.COERCIVE})


class Controlling(Basing):
    """Facts about goals and those who want them."""

    @shared
    def _ways(self) -> Mapping[str, frozenset[str]]:
        """The elements on the ways to each goal."""
        return {aim.at.name: required(aim.at.name, self.graph.elements) for aim in self.aims}

    def _arrivals_on(self, aim: Aim) -> list[Arrival]:
        """What comes to the elements on the ways to a goal."""
        return [
            item
            for name in sorted(self._ways[aim.at.name])
            for item in self.arrivals_at.get(name, {}).values()
        ]

    # Refusing

    def is_under_pressure(self, custody: Custody) -> bool:
        """Whether who asks, or a goal that the datum serves, leaves the person little choice."""
        return any(goal.power in _STRONG for goal in self._goals_of(custody)) or self.is_under(
            custody.party, Power.ESSENTIAL
        )

    def may_refuse(self, custody: Custody) -> bool:
        """Whether who says no loses nothing: every goal that the datum serves has another way that
        costs no more; where it serves no goal, the party says so."""
        goals = self._goals_of(custody)
        if not goals:
            return bool(self.told(custody.party, "refusable"))
        return all(self._does_without(goal, custody) for goal in goals)

    def _goals_of(self, custody: Custody) -> list[Goal]:
        here = {item.at.name for item in custody.arrivals}
        return [aim.at for aim in self.aims if not here.isdisjoint(self._ways[aim.at.name])]

    def _does_without(self, goal: Goal, custody: Custody) -> bool:
        here = frozenset(item.at.name for item in custody.arrivals)
        if attainable(goal.name, self.graph.elements, without=here.__contains__):
            return not self.told(goal, "detriment")
        return not self.told(goal, "routes_complete")

    # Other ways

    def has_way_without_biometrics(self, aim: Aim) -> bool:
        """Whether the goal is reached without the elements that read biometric data."""
        return attainable(aim.at.name, self.graph.elements, without=self._reads_biometrics)

    def other_way_costs_more(self, aim: Aim) -> bool:
        """Whether the way without biometrics costs the person more."""
        return bool(self.told(aim.at, "detriment"))

    def comes_to_a_comparison(self, aim: Aim) -> bool:
        """Whether a way to the goal hangs on the result of a comparison."""
        if any(self.comes_of_a_comparison(item.datum) for item in self._arrivals_on(aim)):
            return True
        ways = self._ways[aim.at.name]
        return any(
            self._comparison_at(work.at) is not Comparison.NONE
            for work in self.works
            if work.at.name in ways
        )

    def has_redress(self, aim: Aim) -> bool:
        """Whether somebody whom a comparison rejects can still reach the goal."""
        return bool(self.told(aim.at, "redress"))

    # Who is shut out

    def shuts_somebody_out(self, aim: Aim) -> bool:
        """Whether every way to the goal asks for something that part of the people lack."""
        goal, elements = aim.at.name, self.graph.elements
        if aim.at.requires is None or not attainable(goal, elements, frozenset().__contains__):
            return False
        if attainable(goal, elements, without=lambda name: bool(self._asked_at(name))):
            return False
        lacking = frozenset[Means]().union(
            *(self.told(self.graph.subjects[name], "lacks") for name in sorted(self._wanting(aim)))
        )
        return bool(lacking) and not attainable(
            goal, elements, without=lambda name: not lacking.isdisjoint(self._asked_at(name))
        )

    def _asked_at(self, name: str) -> frozenset[Means]:
        """What somebody must have or be able to do at an element, as it says or as the drawing
        shows."""
        element = self.graph.elements[name]
        found = element.presupposes if isinstance(element, Process) else frozenset()
        if isinstance(element, Process) and self.graph.is_subjects_own(name):
            found |= {Means.OWN_DEVICE}
        if self._reads_biometrics(name):
            found |= {Means.FEATURE}
        return found

    def _wanting(self, aim: Aim) -> frozenset[str]:
        """The populations of which somebody is drawn where the goal is; where nobody is, all."""
        goal = aim.at.name
        systems = [
            system
            for system in self.graph.systems
            if any(item.name == goal for item in system.elements)
        ]
        persons = {
            element.subjects
            for system in systems
            for element in system.elements
            if isinstance(element, Person) and element.subjects is not None
        }
        return frozenset(persons or {item.name for system in systems for item in system.subjects})

    def is_assisted(self, aim: Aim) -> bool:
        """Whether somebody is helped who cannot go a way alone."""
        return bool(self.told(aim.at, "assisted"))

    # Meaning it

    def works_by_capture_alone(self, aim: Aim) -> bool:
        """Whether a way to the goal consists of nothing but what reads the capture or follows from
        it."""
        return bool(aim.biometrics) and attainable(
            aim.at.name, self.graph.elements, without=lambda name: not self._follows(name)
        )

    def _follows(self, name: str) -> bool:
        """Whether an element has a biometric datum or a result of comparing one; a goal and a step
        that only require others have what these have."""
        element: Element = self.graph.elements[name]
        states = isinstance(element, Goal | Process) and element.requires is not None
        return states or any(
            item.content.irrevocable or self.comes_of_a_comparison(item.datum)
            for item in self.arrivals_at.get(name, {}).values()
        )

    def is_captured_unwatched(self, aim: Aim) -> bool:
        """Whether somebody else can hold the person before a sensor: no staff watches, as at a
        device of their own."""
        origins = {self.graph.data[name].origin for name in self._back_of(aim.biometrics)}
        places = [self.graph.elements[name] for name in sorted(filter(None, origins))]
        return any(
            not isinstance(at, Store)
            and (
                self.graph.is_subjects_own(at.name)
                or (isinstance(at, Sensor) and not self.told(at, "attended"))
            )
            for at in places
        )

    def needs_an_act(self, aim: Aim) -> bool:
        """Whether the person must do or know something beside being captured."""
        return bool(self.told(aim.at, "act_of_will"))

    def has_an_effect(self, aim: Aim) -> bool:
        """Whether something on the ways to the goal has an effect on the person: what is on a
        device of their own, too, where what it decides opens the device or what is on it."""
        places = (self.graph.elements.get(name) for name in sorted(self._ways[aim.at.name]))
        return any(
            self.told(at, "effect") is not Effect.NONE for at in places if isinstance(at, Process)
        )

    # Being taken for somebody

    def opens_something_in_a_name(self, aim: Aim) -> bool:
        """Whether an account, number or credential begins on a way to the goal and comes to rest
        where a named person stands beside it."""
        ways = self._ways[aim.at.name]
        return any(
            datum.subjects is not None
            and self._is_assigned(datum.name)
            and not ways.isdisjoint(self._begun_at(datum.name))
            and (datum.name in self._rests_beside_a_name)
            for datum in self.graph.data.values()
        )

    def _is_assigned(self, datum: str) -> bool:
        """Whether the value is one that somebody assigns to a person."""
        return any(
            kind.traits.issued or kind.traits.names is Names.WITH_REGISTRY
            for kind in self.contents[datum].kinds
            if not kind.traits.result
        )

    def _begun_at(self, datum: str) -> frozenset[str]:
        """The process at which a datum begins or is made."""
        item = self.graph.data[datum]
        place = item.origin if item.transform is None else item.transform.at
        is_process = isinstance(self.graph.elements.get(place or ""), Process)
        return frozenset({place} if place and is_process else ())

    @shared
    def _rests_beside_a_name(self) -> frozenset[str]:
        """Data that rest with somebody else than the person, in a store in which something about
        the same people names them by itself."""
        named = {
            (item.at.name, item.datum.subjects) for item in self.copies if item.content.names_alone
        }
        return frozenset(
            item.datum.name
            for item in self.copies
            if not item.is_subjects_own and (item.at.name, item.datum.subjects) in named
        )

    def lacks_recourse(self, aim: Aim) -> bool:
        """Whether somebody in whose name another person reached the goal hears nothing of it,
        cannot dispute it, or keeps that person's sample in their record."""
        missing = frozenset(Recourse) - self.told(aim.at, "recourse")
        if not self._keeps_a_sample(aim):
            missing -= {Recourse.REMOVAL}
        return bool(missing)

    def _keeps_a_sample(self, aim: Aim) -> bool:
        return not self._resting.isdisjoint(aim.biometrics)

    @shared
    def _resting(self) -> frozenset[str]:
        return frozenset(item.datum.name for item in self.copies if not item.is_subjects_own)

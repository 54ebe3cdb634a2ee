"""What data are used for, and what they were taken for."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from facetrail.analysis.attributes import NO, YES
from facetrail.analysis.condition import Ask, either
from facetrail.analysis.ground import Ground
from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Meeting, Use
from facetrail.model.operations import Operation
from facetrail.model.words import (
    ALWAYS_COMPATIBLE,
    Datum,
    External,
    Need,
    Process,
    Purpose,
    Store,
)
from facetrail.report import PlaceKind, Spot

_WORKING = (Process, External)

SAME, MORE, OTHER, ASIDE = (
    "what it was taken for",
    "that and something else",
    "something else",
    "only security, corrections or single orders",
)
"""What a datum is used for at an element, beside what it was taken for."""


class Using(Ground):
    """Facts about purposes."""

    @shared
    def uses(self) -> tuple[Use, ...]:
        """What was taken, at each element with a purpose that some form of it reaches."""
        return tuple(chain.from_iterable(self._uses_of.values()))

    @shared
    def _uses_of(self) -> Mapping[str, Sequence[Use]]:
        """The uses of what was taken, where it has some."""
        working = {
            name: at
            for name, at in self.graph.elements.items()
            if isinstance(at, _WORKING) or (isinstance(at, Store) and at.purposes is not None)
            if not self.graph.is_subjects_own(name)
        }
        forms: dict[str, dict[str, list[str]]] = {}
        for name, elements in self.lineage.arrivals:
            here = working.keys() & elements
            for taken in self._taken[name] if here and self.contents[name].personal else ():
                there = forms.setdefault(taken, defaultdict(list))
                for at in here:
                    there[at].append(name)
        return {
            taken: [
                Use(working[at], self.graph.data[taken], tuple(there[at])) for at in sorted(there)
            ]
            for taken, there in sorted(forms.items())
        }

    def needs_less_than_raw(self, datum: Datum) -> bool:
        """Whether every process that the datum reaches, and that works for what it was taken
        for, states that it could do with less than the raw sample."""
        return not any(
            self._serves(use) and self._need(use.at) is Need.RAW
            for taken in self._taken[datum.name]
            for use in self._uses_of.get(taken, ())
        )

    def drifts(self, use: Use) -> bool:
        """Whether the element reads the datum for a purpose that it was not taken for."""
        stated, purposes = self._stated_for(use.taken), use.at.purposes
        if purposes is not None and stated is not None:
            further = purposes - stated - use.taken.also_for - ALWAYS_COMPATIBLE
            return bool(further) and not self._is_made_for(use) and self._is_read(use)
        if self._is_made_for(use) or not self._is_read(use):
            return False
        if purposes is None:
            return self._answer(purpose_ask(use)) in (MORE, OTHER)
        return any(not self.allows(use.taken, purpose) for purpose in sorted(purposes))

    def trains(self, use: Use) -> bool:
        """Whether the element trains a model on the datum, which was not taken for that."""
        trained = self._trained_at
        return (
            bool(trained)
            and use.taken.name in trained.get(use.at.name, ())
            and self._is_read(use)
            and not self.allows(use.taken, Purpose.MODEL_TRAINING)
        )

    @shared
    def _trained_at(self) -> Mapping[str, set[str]]:
        """What was taken and a model is trained on, by element."""
        found: dict[str, set[str]] = defaultdict(set)
        for datum in self.graph.data.values():
            step = datum.transform
            if step is not None and step.operation is Operation.TRAIN:
                found[step.at].update(root for name in step.inputs for root in self._taken[name])
        return found

    def may_serve(self, datum: str, purpose: Purpose) -> bool:
        """Whether a datum may serve a purpose: everything taken for it must allow that (law 1)."""
        return all(self.allows(self.graph.data[taken], purpose) for taken in self._taken[datum])

    def allows(self, taken: Datum, purpose: Purpose) -> bool:
        """Whether what was taken may serve a purpose: it was taken for it, a later choice or
        basis covers it, or every collection allows it."""
        if purpose in ALWAYS_COMPATIBLE or purpose in taken.also_for:
            return True
        return self._taken_for(taken, purpose)

    def _is_read(self, use: Use) -> bool:
        return self._true(either(*(self.lineage.reads(form, use.at.name) for form in use.forms)))

    def _is_made_for(self, use: Use) -> bool:
        """Whether the datum is a result that the element itself works out for its purposes."""
        maker = self._maker(use.taken)
        return use.taken.collected_for is None and maker is not None and maker.name == use.at.name

    def _is_shared(self, use: Use, meeting: Meeting) -> bool:
        """Whether both data may serve everything that the element of the use is for."""
        if use.at.purposes is None:
            others = (
                replace(use, taken=self.graph.data[name])
                for datum in (meeting.one, meeting.other)
                for name in self._taken[datum.name]
            )
            return all(
                self._is_made_for(other) or self._answer(purpose_ask(other)) in (SAME, ASIDE)
                for other in others
            )
        return all(
            self.may_serve(datum.name, purpose)
            for datum in (meeting.one, meeting.other)
            for purpose in sorted(use.at.purposes)
        )

    def _taken_for(self, taken: Datum, purpose: Purpose) -> bool:
        """Whether a purpose is among those that a datum was collected for, or, for a result,
        among those of the process that works it out."""
        if taken.collected_for is not None:
            return purpose in taken.collected_for
        maker = self._maker(taken)
        if maker is not None and maker.purposes is not None:
            return purpose in maker.purposes
        if maker is not None:
            return self._answer(purposes_ask(maker.name, (YES, NO), purpose.value)) == YES
        return self._answer(collection_ask(taken, purpose.value)) == YES

    def _stated_for(self, taken: Datum) -> frozenset[Purpose] | None:
        """The purposes that a datum was collected for, or those of what works a result out."""
        if taken.collected_for is not None:
            return taken.collected_for
        maker = self._maker(taken)
        return None if maker is None else maker.purposes

    def _serves(self, use: Use) -> bool:
        if self._is_made_for(use):
            return True
        if use.at.purposes is None:
            return self._answer(purpose_ask(use)) in (SAME, MORE)
        return any(
            purpose not in ALWAYS_COMPATIBLE and self.allows(use.taken, purpose)
            for purpose in sorted(use.at.purposes)
        )

    def _need(self, element: Process | External | Store) -> Need | None:
        if isinstance(element, Store):
            return None
        found: Need = self.told(element, "needs")
        return found


def purpose_ask(use: Use) -> Ask:
    """The question what an element uses a datum for, beside what it was taken for."""
    return purposes_ask(use.at.name, (SAME, MORE, OTHER, ASIDE), use.taken.name)


def purposes_ask(element: str, options: tuple[str, ...], about: str) -> Ask:
    """The question what an element is for, with regard to a datum or a purpose."""
    text = f"What does {element} use the data for?"
    return Ask(Spot(PlaceKind.ELEMENT, element), "purposes", options, text, about)


def collection_ask(taken: Datum, about: str) -> Ask:
    """The question what a datum was collected for, with regard to some purpose."""
    spot = Spot(PlaceKind.DATA, taken.name)
    return Ask(spot, "collected_for", (YES, NO), f"What was {taken.name} collected for?", about)

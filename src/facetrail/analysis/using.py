"""What data are used for, and what they were taken for."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import cast

from facetrail.analysis.attributes import NO, YES
from facetrail.analysis.condition import Ask, either
from facetrail.analysis.ground import Ground
from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Later, Meeting, Use
from facetrail.model.graph import Graph
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
_Working = Process | External | Store

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
        return tuple(chain.from_iterable(alike for _, alike in self.uses_alike))

    @shared
    def uses_alike(self) -> Sequence[tuple[Use, Iterable[Use]]]:
        """The same in groups of those with one outline, each with that."""
        elements, data, group = self.graph.elements, self.graph.data, self._outlines.group
        groups: dict[Hashable, list[tuple[str, str]]] = defaultdict(list)
        for taken, forms in self._forms_at.items():
            stated = group[id(data[taken])]
            for at in forms:
                groups[stated, group[id(elements[at])]].append((taken, at))
        use = partial(_use, self.graph, self._forms_at)
        return [
            (use(those[:1])[0].outline(self._outlines), Later(partial(use, those)))
            for those in groups.values()
        ]

    def _uses_of(self, taken: str) -> Sequence[Use]:
        """The uses of what was taken."""
        places = self._forms_at.get(taken, ())
        return _use(self.graph, self._forms_at, [(taken, at) for at in sorted(places)])

    @shared
    def _forms_at(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """For what was taken the elements with a purpose that it reaches, with its forms there."""
        stores = (at for at in self.graph.of_sort(Store) if at.purposes is not None)
        others = (*self.graph.of_sort(Process), *self.graph.of_sort(External))
        working = {at.name for at in (*others, *stores) if not self.graph.is_subjects_own(at.name)}
        found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for name, elements in self.lineage.arrivals:
            if self.contents[name].personal:
                here = [at for at in elements if at in working]
                for taken in self._taken[name]:
                    for at in here:
                        found[taken][at].append(name)
        return found

    def needs_less_than_raw(self, datum: Datum) -> bool:
        """Whether every process that the datum reaches, and that works for what it was taken
        for, states that it could do with less than the raw sample."""
        return not any(
            self._serves(use) and self._need(use.at) is Need.RAW
            for taken in self._taken[datum.name]
            for use in self._uses_of(taken)
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


def _use(
    graph: Graph, forms: Mapping[str, Mapping[str, Sequence[str]]], those: Iterable[tuple[str, str]]
) -> Sequence[Use]:
    """What was taken with elements that work with it, as subjects."""
    return [
        Use(cast(_Working, graph.elements[at]), graph.data[taken], tuple(forms[taken][at]))
        for taken, at in those
    ]

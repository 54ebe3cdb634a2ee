"""How a person gets what they want, and what stands on every way."""

from collections import defaultdict
from collections.abc import Callable, Mapping

from facetrail.analysis.comparing import Comparing
from facetrail.analysis.condition import NEVER, Ask, Condition, either
from facetrail.analysis.routes import attainable, required
from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Aim, Arrival, Demand
from facetrail.model.kinds import Kind
from facetrail.model.words import Comparison, Goal, Person, Process
from facetrail.report import PlaceKind, Spot

BLOCKED, PASSABLE = "every way passes a biometric check", "one way does without"


class Reaching(Comparing):
    """Facts about goals."""

    @shared
    def aims(self) -> tuple[Aim, ...]:
        """Every goal with the biometric data read on the ways to it."""
        return tuple(Aim(item, self._biometrics_on(item)) for item in self.graph.of_sort(Goal))

    def routes_are_complete(self, aim: Aim | Demand) -> bool:
        """Whether the author states that no other way to the goal exists."""
        return bool(self.told(aim.at, "routes_complete"))

    def needs_biometrics(self, aim: Aim) -> bool:
        """Whether no way leads to the goal once the elements that read biometric data of the
        person are taken out, while one does with them."""
        if aim.at.requires is None:
            if not self._biometric_elements:
                return False
            text = f"Does every way to {aim.at.name} pass a biometric check?"
            spot = Spot(PlaceKind.ELEMENT, aim.at.name)
            return self._answer(Ask(spot, "requires", (BLOCKED, PASSABLE), text)) == BLOCKED
        elements = self.graph.elements
        with_all = attainable(aim.at.name, elements, without=frozenset().__contains__)
        return with_all and not attainable(aim.at.name, elements, without=self._reads_biometrics)

    @shared
    def _biometric_elements(self) -> Mapping[str, Condition]:
        """Elements at which biometric data of the person can be read, with what that hangs on."""
        return self._readable_at(lambda item: True)

    @shared
    def _biometric_beside_documents(self) -> Mapping[str, Condition]:
        """The same, without documents at a process: one that neither compares nor makes
        anything of the portrait reads what is printed."""
        return self._readable_at(lambda item: not _is_document_at_work(item))

    def _readable_at(self, meant: Callable[[Arrival], bool]) -> Mapping[str, Condition]:
        found: dict[str, list[Condition]] = defaultdict(list)
        for item in self.arrivals:
            if item.content.irrevocable and not isinstance(item.at, Person | Goal) and meant(item):
                found[item.at.name].append(self.lineage.reads(item.datum.name, item.at.name))
        return {name: either(*conditions) for name, conditions in found.items()}

    def _reads_biometrics(self, element: str) -> bool:
        if self._true(self._biometric_beside_documents.get(element, NEVER)):
            return True
        at = self.graph.elements[element]
        return (
            self._true(self._biometric_elements.get(element, NEVER))
            and isinstance(at, Process)
            and self._comparison_at(at) is not Comparison.NONE
        )

    def _biometrics_on(self, goal: Goal) -> tuple[str, ...]:
        places = required(goal.name, self.graph.elements)
        read = (item for item in self.arrivals if item.content.irrevocable)
        return tuple(sorted({item.datum.name for item in read if item.at.name in places}))


def _is_document_at_work(item: Arrival) -> bool:
    return item.datum.kind is Kind.DOCUMENT_IMAGE and isinstance(item.at, Process)

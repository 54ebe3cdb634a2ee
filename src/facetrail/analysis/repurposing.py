"""What becomes of data beside what they were taken for: scored, or reused out of public places."""

from facetrail.analysis.attributes import NO, YES
from facetrail.analysis.subjects import Arrival, Use
from facetrail.analysis.using import purposes_ask
from facetrail.analysis.watching import Watching
from facetrail.model.words import Datum, Purpose

SCORING = frozenset(
    {
        Purpose.MARKETING,
        Purpose.CREDIT_SCORING,
        Purpose.INSURANCE,
        Purpose.EMPLOYMENT,
        Purpose.SOCIAL_SCORING,
    }
)
"""Purposes that sell to people or sort them."""

CHECKING = frozenset(
    {
        Purpose.IDENTITY_VERIFICATION,
        Purpose.AUTHENTICATION,
        Purpose.REAL_NAME_REGISTER,
        Purpose.CIVIL_REGISTRATION,
        Purpose.ACCESS_CONTROL,
        Purpose.ATTENDANCE,
        Purpose.BORDER_CONTROL,
    }
)
"""Purposes for which people show who they are."""


class Repurposing(Watching):
    """Facts about further uses."""

    def is_of_identity(self, datum: Datum) -> bool:
        """Whether the datum identifies a person, or says how a check of them came out."""
        content = self.contents[datum.name]
        return content.irrevocable or content.names_directly or self.comes_of_a_comparison(datum)

    def is_scored(self, use: Use) -> bool:
        """Whether the element sells to people or sorts them by the datum, and the person did not
        choose that apart from a check of who they are."""
        purposes = use.at.purposes
        if purposes is not None:
            scoring = purposes & SCORING - use.taken.also_for
        else:
            scoring = frozenset({Purpose.MARKETING}) - use.taken.also_for
        if not scoring or not self._is_read(use):
            return False
        if purposes is None:  # marketing stands for all of them
            ask = purposes_ask(use.at.name, (YES, NO), Purpose.MARKETING.value)
            if self._answer(ask) == NO:
                return False
        return not all(self._taken_for_that_alone(use.taken, item) for item in sorted(scoring))

    def _taken_for_that_alone(self, taken: Datum, purpose: Purpose) -> bool:
        """Whether a datum was taken for a purpose that is not bundled with a check of who the
        person is."""
        stated = self._stated_for(taken)
        if stated is not None:
            return purpose in stated and stated.isdisjoint(CHECKING)
        return self._taken_for(taken, purpose) and not self._taken_for(
            taken, Purpose.AUTHENTICATION
        )

    def comes_from_public_security(self, use: Use) -> bool:
        """Whether what was taken comes from a sensor in a public place, for public security."""
        stated = self._stated_for(use.taken)
        if stated is not None and Purpose.PUBLIC_SECURITY not in stated:
            return False
        if not self._may_be_in_public:
            return False
        sensors = self._sensors_behind(self._begun_for(use.taken))
        return (
            bool(sensors)
            and self._taken_for(use.taken, Purpose.PUBLIC_SECURITY)
            and self._any_in_public(sensors)
        )

    def _begun_for(self, datum: Datum) -> frozenset[str]:
        """What was captured for a datum, through whatever it was made by."""
        found: set[str] = set()
        ahead = [datum.name]
        while ahead:
            name = ahead.pop()
            if name in found or name not in self.graph.data:
                continue
            found.add(name)
            step = self.graph.data[name].transform
            ahead += () if step is None else step.inputs
        return frozenset(found)

    def is_made_for_more(self, arrival: Arrival) -> bool:
        """Whether the datum is derived at the element and states a purpose that something it was
        made from may not serve."""
        datum, step = arrival.datum, arrival.datum.transform
        if step is None or not arrival.starts_here or step.operation.effect.result:
            return False
        inputs = [name for name in step.inputs if name in self.graph.data]
        return any(
            not self.may_serve(name, purpose)
            for purpose in sorted((datum.collected_for or frozenset()) - datum.also_for)
            for name in inputs
        )

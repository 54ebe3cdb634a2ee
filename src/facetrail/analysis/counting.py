"""What sensors and processes state in numbers, and what is missing to tell more."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from facetrail.analysis.condition import Open
from facetrail.analysis.erring import Erring
from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Work
from facetrail.model.words import Comparison, Element, Process, Sensor
from facetrail.report import Numbers


class Counting(Erring):
    """Facts about streams, rates and loads."""

    @shared
    def numbers(self) -> tuple[Numbers, ...]:
        """Those of the sensors that state how many they are, and of the processes that state a rate
        or a load, or search what such sensors take."""
        found = (self._numbers_at(item) for item in self.graph.elements.values())
        return tuple(item for item in found if item is not None)

    def _numbers_at(self, element: Element) -> Numbers | None:
        if isinstance(element, Sensor) and element.count is not None:
            return Numbers(
                at=element.name,
                evidence=element.evidence,
                sensors=element.count,
                frequency=element.frequency,
                not_stated=() if element.frequency else ("how often one person is captured",),
            )
        if not isinstance(element, Process):
            return None
        sensors = self._sensors_of.get(element.name, ())
        counts = [item.count for item in sensors if item.count is not None]
        rates = (element.fmr, element.fpir)
        loads = (element.searches_a_day, element.matches_a_day, element.review_capacity, *rates)
        searches = self._is_search(element)
        if all(number is None for number in loads) and not (counts and searches):
            return None
        alerts, formula = self._expected_at(element) if searches else (None, "")
        return Numbers(
            at=element.name,
            evidence=element.evidence,
            sensors=sum(counts) if counts else None,
            uncounted=tuple(item.name for item in sensors if item.count is None),
            searches_a_day=element.searches_a_day,
            matches_a_day=element.matches_a_day,
            false_alerts=alerts,
            formula=formula,
            review_capacity=element.review_capacity,
            not_stated=tuple(_missing(element, searches, alerts)),
        )

    def _is_search(self, at: Process) -> bool | None:
        """Whether a process looks for a person among many; None where nobody says."""
        try:
            return self._comparison_at(at) is Comparison.IDENTIFICATION
        except Open:
            return None

    def _expected_at(self, at: Process) -> tuple[Fraction | None, str]:
        """How many false alerts a day are expected and how that is worked out; see
        `expected_false_alerts`."""
        work = self._work_at(at)
        try:
            alerts = self._alerts_a_day(work)
        except Open:  # nobody says how many people are searched
            return None, ""
        if alerts is None:
            return None, ""
        searches = f"{at.searches_a_day:,} searches"
        if at.fpir is not None:
            return alerts, f"{searches} × {_decimal(at.fpir)} (FPIR)"
        rate = f"{_decimal(at.fmr or 0)} (FMR) × {self._gallery(work):,} people"
        return alerts, f"{searches} × {rate}" + (
            ", at most one each" if alerts == at.searches_a_day else ""
        )

    def _work_at(self, at: Process) -> Work:
        return self._work_of.get(at.name, Work(at, (), is_subjects_own=False))

    @shared
    def _work_of(self) -> Mapping[str, Work]:
        return {item.at.name: item for item in self.works}


def _missing(at: Process, searches: bool | None, alerts: Fraction | None) -> Iterator[str]:
    """What a process that searches, or of which nobody says whether it does, does not state."""
    if searches is None:
        yield "whether it searches among many"
    if not searches:
        return
    if at.searches_a_day is None:
        yield "how many searches a day"
    if at.fpir is None and at.fmr is None:
        yield "the rate of false matches"
    elif alerts is None and at.searches_a_day is not None:
        yield "how many people it searches"
    if at.review_capacity is None:
        yield "how many alerts people can look at"


def _decimal(rate: float) -> str:
    """A share as it is written, without an exponent."""
    return f"{Decimal(repr(rate)):f}"

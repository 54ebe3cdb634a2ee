"""What happens when a comparison errs or is deceived: rates of error, tries, reviews, forgeries.

The limits are those of NIST SP 800-63A-4 and 800-63B-4 (2025), which state them for proofing and
authentication; they serve as default lines for other comparisons.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TypeVar

from facetrail.analysis.attributes import NO, YES
from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Arrival, Work
from facetrail.analysis.using import purposes_ask
from facetrail.analysis.watching import Watching
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import (
    Comparison,
    Datum,
    Effect,
    MediaCheck,
    Person,
    Process,
    Purpose,
    Sensor,
    Upkeep,
)
from facetrail.report import in_figures

FALSE_MATCHES = Fraction("0.0001")
"""Share of comparisons with another person that may match: 800-63A-4, 3.11(8), also 800-63B-4,
3.2.3 for every group. At the limit it is kept."""

FALSE_NON_MATCHES = Fraction("0.01")
"""Share of comparisons with the right person that may fail in proofing: 800-63A-4, 3.11(8)."""

FALSE_NON_MATCHES_AT_LOGIN = Fraction("0.05")
"""The same for authentication, where it should stay below this: 800-63B-4, 3.2.3. At the limit it
is not kept."""

FALSE_FINDS = Fraction("0.001")
"""Share of searches for somebody who is not there that may find somebody: 800-63A-4, 3.11(9)."""

TESTED_SHARE = Fraction("0.9")
"""How much of the gallery in use a test of searches needs to have: 800-63A-4, 3.11(9)."""

GROUP_RATIO = Fraction("1.25")
"""How many times the rate of everybody that of one group may be: 800-63A-4, 3.11(12)."""

DOCUMENT_ERRORS = Fraction("0.1")
"""Share of forged documents that may pass, and of genuine ones that may fail: 800-63A-4."""

TRIES_IN_A_ROW, TRIES_IN_ALL, PAUSE_SECONDS = 5, 50, 30
"""Failed tries before a pause and before tries end, twice as many where presentation attacks are
detected, and the shortest pause: 800-63B-4, 3.2.3. At the limit they are kept."""

PROOFING = frozenset(
    {Purpose.IDENTITY_VERIFICATION, Purpose.REAL_NAME_REGISTER, Purpose.CIVIL_REGISTRATION}
)
"""Purposes for which somebody is enrolled, or turned away."""

W = TypeVar("W")

_WORKS_ON = frozenset(
    {
        Operation.COMPARE,
        Operation.SEARCH,
        Operation.DECIDE,
        Operation.SELECT,
        Operation.INFER,
        Operation.EXTRACT,
    }
)

_HIDES_WHO = frozenset({Operation.TRAIN, Operation.AGGREGATE})


def expected_false_alerts(searches: int, rate: float, gallery: int = 1) -> Fraction:
    """How many of so many `searches` are expected to find somebody who is not there, in the same
    unit of time; a share of one counts too.

    `rate` is that of false positive identification, 0 to 1, and then `gallery` is 1; or that of
    false matches of one comparison, and then `gallery` is the number of references. A search counts
    once, however many it finds: searches × min(1, rate × gallery), the upper bound of searches ×
    (1 − (1 − rate)^gallery), which holds for independent comparisons and is close while rate ×
    gallery is small (ISO/IEC 19795-1 on identification rates from comparison rates).
    """
    return searches * min(Fraction(1), exactly(rate) * gallery)


def exactly(number: float) -> Fraction:
    """A number as it is written in decimals, so that what is at a limit is not beyond it."""
    return Fraction(repr(number))


class Erring(Watching):
    """Facts about errors, and about those who provoke them."""

    def compares(self, work: Work) -> bool:
        """Whether a process compares, one to one or with many."""
        return self._comparison_at(work.at) is not Comparison.NONE

    # Rates of error

    def misses_error_limits(self, work: Work) -> bool:
        """Whether rates that the process states are beyond a limit, or it is stated to be held to
        none; what is stated goes first."""
        at = work.at
        if at.error_standard:
            return False
        kind = self._comparison_at(at)
        if kind is Comparison.NONE:
            return False
        if kind is Comparison.IDENTIFICATION:
            missed, is_stated = self._finds_too_many(work), at.fpir is not None
        else:
            missed, is_stated = self._matches_badly(at), None not in (at.fmr, at.fnmr)
        return missed or (not is_stated and not self.told(at, "error_limits"))

    def _matches_badly(self, at: Process) -> bool:
        if at.fmr is not None and exactly(at.fmr) > FALSE_MATCHES:
            return True
        if at.fnmr is None or exactly(at.fnmr) <= FALSE_NON_MATCHES:
            return False
        return exactly(at.fnmr) >= FALSE_NON_MATCHES_AT_LOGIN or self._enrols(at)

    def misses_only_what_is_advised(self, work: Work) -> bool:
        """Whether nothing but the share of false rejections is beyond a limit, which for
        authentication is advised and not asked for."""
        at = work.at
        return (
            at.fmr is not None
            and at.fnmr is not None
            and exactly(at.fmr) <= FALSE_MATCHES
            and self.verifies(work)
            and not self._enrols(at)
        )

    def _finds_too_many(self, work: Work) -> bool:
        """Whether searches find too many who are not there, or were tested on fewer people."""
        at = work.at
        if at.fpir is None:
            return False
        if exactly(at.fpir) > FALSE_FINDS:
            return True
        return at.tested_on is not None and at.tested_on < TESTED_SHARE * self._gallery(work)

    def _gallery(self, work: Work) -> int:
        """How many people a process searches: the largest population of what it compares with."""
        steps = self._comparing_at.get(work.at.name, ())
        names = {name for step in steps for name in step.inputs[1:]} or self._stored_at(work)
        references = self._one_of_each(names).values()
        return max(map(self.population, references), default=0)

    def _enrols(self, at: Process) -> bool:
        """Whether a process serves a purpose for which somebody is enrolled; one stands for all."""
        if at.purposes is not None:
            return not at.purposes.isdisjoint(PROOFING)
        ask = purposes_ask(at.name, (YES, NO), Purpose.IDENTITY_VERIFICATION.value)
        return self._answer(ask) == YES

    def errs_more_for_a_group(self, work: Work) -> bool:
        """Whether errors are more frequent for a group than the limit, or nobody measured them."""
        if work.at.group_ratio is not None:
            return exactly(work.at.group_ratio) > GROUP_RATIO
        return not self.told(work.at, "tested_by_group")

    # Tries

    def is_unwatched(self, work: Work) -> bool:
        """Whether a sample that comes to the process is taken with nobody of the staff there."""
        places = self._taken_at_of[work.at.name]
        return any(self.graph.is_subjects_own(item.name) for item in places) or any(
            not self.told(item, "attended")
            for item in _told_first(places, "attended")
            if isinstance(item, Sensor)
        )

    def allows_too_many_tries(self, work: Work) -> bool:
        """Whether more tries may fail than the limits, or it is stated that nothing limits them;
        what is stated in numbers goes first."""
        at = work.at
        too_many = (
            (at.pause_seconds is not None and at.pause_seconds < PAUSE_SECONDS)
            or self._is_beyond(at.tries_in_a_row, TRIES_IN_A_ROW, work)
            or self._is_beyond(at.tries_in_all, TRIES_IN_ALL, work)
        )
        if too_many:
            return True
        numbers = (at.tries_in_a_row, at.tries_in_all, at.pause_seconds)
        return None in numbers and not self.told(at, "attempt_limit")

    def _is_beyond(self, tries: int | None, limit: int, work: Work) -> bool:
        if tries is None or tries <= limit:
            return False
        return tries > 2 * limit or not self._detects_attacks_on(work)

    def _detects_attacks_on(self, work: Work) -> bool:
        """Whether every place at which a probe is taken is a sensor that detects attacks."""
        places = self._taken_at_of[work.at.name]
        return bool(places) and all(
            isinstance(item, Sensor) and self._sensor_detects_attacks(item)
            for item in _told_first(places, "attack_detection")
        )

    # Forged samples

    def is_fed_from_own_devices(self, work: Work) -> bool:
        """Whether a sample begins at something that the person controls."""
        return any(
            self.graph.is_subjects_own(item.name) for item in self._taken_at_of[work.at.name]
        )

    def is_fed_by_a_capture(self, work: Work) -> bool:
        """Whether a sample begins elsewhere than in a store."""
        return bool(self._taken_at_of[work.at.name])

    def accepts_injected_media(self, work: Work) -> bool:
        """Whether it is not checked that samples come from a genuine sensor, or are not forged."""
        return not self.told(work.at, "media_checks") >= frozenset(MediaCheck)

    def accepts_any_sensor(self, work: Work) -> bool:
        """Whether it is not checked that samples come from a genuine sensor."""
        return MediaCheck.SENSOR not in self.told(work.at, "media_checks")

    # Documents

    def works_on_a_document(self, arrival: Arrival) -> bool:
        """Whether a process works something out from the picture of a document, which shows a
        person and names them, and which did not come out of an archive."""
        traits = arrival.datum.kind.traits
        if not (traits.sample and traits.names_directly) or arrival.is_subjects_own:
            return False
        name, at = arrival.datum.name, arrival.at
        if not isinstance(at, Process) or not self._comes_fresh(name, at.name):
            return False
        if (name, at.name) in self._worked_on:
            return True
        return any(at is item for item in self._states_only(name)) and self._compares(at)

    @shared
    def _worked_on(self) -> frozenset[tuple[str, str]]:
        return frozenset(
            (name, step.at)
            for _, step in self._derived
            if step.operation in _WORKS_ON
            for name in step.inputs
        )

    def is_taken_unwatched(self, arrival: Arrival) -> bool:
        """Whether the datum is captured with nobody of the staff there."""
        places = self._places_behind([arrival.datum.name])
        return any(self.graph.is_subjects_own(item.name) for item in places) or any(
            not self.told(item, "attended")
            for item in _told_first(places, "attended")
            if isinstance(item, Sensor)
        )

    def takes_weak_documents(self, arrival: Arrival) -> bool:
        """Whether too many forged documents pass or genuine ones fail, or no machine checks them;
        what is stated in numbers goes first."""
        at = arrival.at
        rates = (at.dfar, at.dfrr) if isinstance(at, Process) else ()
        if any(exactly(rate) > DOCUMENT_ERRORS for rate in rates if rate is not None):
            return True
        return None in rates and not self.told(at, "checks_documents")

    # References

    def is_compared_with(self, arrival: Arrival) -> bool:
        """Whether the datum is what somebody is compared with at the element."""
        if arrival.datum.kind not in self._kinds_of_references:
            return False
        name, at = arrival.datum.name, arrival.at
        if (name, at.name) in self._references_at:
            return True
        fed = self._fed_from_stores.get(name, ())
        return isinstance(at, Process) and any(at is item for item in fed) and self._compares(at)

    @shared
    def _references_at(self) -> frozenset[tuple[str, str]]:
        return frozenset((name, step.at) for step in self._comparing for name in step.inputs[1:])

    @shared
    def _kinds_of_references(self) -> frozenset[Kind]:
        """The kinds of what is compared with, or comes out of a store to where it may be."""
        names = {name for name, _ in self._references_at} | self._fed_from_stores.keys()
        return frozenset(self.graph.data[name].kind for name in names if name in self.graph.data)

    def is_in_a_bad_state(self, datum: Datum) -> bool:
        """Whether the reference, or something that it gives back, has no rule on its quality, is
        too old, or was taken for something else with nobody to vouch for it. What an issuer puts
        on a document is taken to be in order while the document is valid."""
        begun = (self.graph.data[name] for name in sorted(self._back[datum.name]))
        roots = [item for item in begun if item.origin is not None and not _is_issued(item)]
        return any(
            self.told(item, "upkeep") is not Upkeep.KEPT_UP for item in _told_first(roots, "upkeep")
        )

    # Reviews

    def is_looked_at(self, work: Work) -> bool:
        """Whether people look at what a process finds: somebody of the staff gets it, or somebody
        who may depart from the machine decides there or where it comes to."""
        told_of = [item.at for item in self._told_of.get(work.at.name, ())]
        if any(isinstance(item, Person) for item in told_of):
            return True
        places = {item.name: item for item in (work.at, *told_of) if isinstance(item, Process)}
        return any(
            self.told(item, "human_review")
            for item in _told_first([places[name] for name in sorted(places)], "human_review")
        )

    def overload(self, work: Work) -> str | bool:
        """How many false alerts are expected and can be looked at, in words, if the first are
        more; where the numbers are not all stated, whether reviewers are stated not to keep up."""
        at = work.at
        alerts = None if at.review_capacity is None else self._alerts_a_day(work)
        if alerts is None or at.review_capacity is None:
            return not self.told(at, "review_keeps_up")
        if alerts <= at.review_capacity:
            return False
        return (
            f"{at.searches_a_day:,} searches a day give {in_figures(alerts)} false alerts, and"
            f" people can look at {at.review_capacity:,}"
        )

    def _alerts_a_day(self, work: Work) -> Fraction | None:
        """How many false alerts a day are expected, None where the numbers are not all stated."""
        at = work.at
        if at.searches_a_day is None:
            return None
        if at.fpir is not None:
            return expected_false_alerts(at.searches_a_day, at.fpir)
        if at.fmr is None:
            return None
        return expected_false_alerts(at.searches_a_day, at.fmr, self._gallery(work))

    def is_confirmed_by_one(self, work: Work) -> bool:
        """Whether exactly one person confirms what a process finds before anybody acts on it."""
        return bool(self.told(work.at, "confirmed_by") == 1)

    # Refusals

    def tells_of_a_search(self, arrival: Arrival) -> bool:
        """Whether the datum is what a search among many gave, or was drawn from that; or comes to
        a process that only states that it searches."""
        at = arrival.at
        if not isinstance(at, Process) or arrival.is_subjects_own:
            return False
        if not arrival.content.irrevocable and arrival.datum.kind not in self._kinds_found:
            return False
        name = arrival.datum.name
        if name in self._searched_at:
            return True
        return (
            any(at is item for item in self._states_only(name))
            and self._comparison(at) is Comparison.IDENTIFICATION
        )

    @shared
    def _searched_at(self) -> Mapping[str, frozenset[str]]:
        """What comes of searches, with the elements that search."""
        found: dict[str, frozenset[str]] = {}
        for datum, step in self._derived:
            if step.operation in _HIDES_WHO:
                continue
            searched = {step.at} if step.operation is Operation.SEARCH else set()
            before = frozenset(searched).union(*(found.get(name, ()) for name in step.inputs))
            if before:
                found[datum.name] = before
        return found

    @shared
    def _kinds_found(self) -> frozenset[Kind]:
        return frozenset(self.graph.data[name].kind for name in self._searched_at)

    def _searchers(self, arrival: Arrival) -> list[Process]:
        """The process at which the datum arrives and those whose searches it comes of."""
        names = {arrival.at.name, *self._searched_at.get(arrival.datum.name, ())}
        found = (self.graph.elements[name] for name in sorted(names))
        return [item for item in found if isinstance(item, Process)]

    def decides_on_an_enrolment(self, arrival: Arrival) -> bool:
        """Whether the search looks for double enrolment, or somebody is given an account, number or
        credential at the element, or it or the search serves a purpose of enrolling people."""
        places = self._searchers(arrival)
        if any(item.duplicate_check for item in places) or arrival.at.name in self._assigns:
            return True
        return any(self._enrols(item) for item in _told_first(places, "purposes"))

    @shared
    def _assigns(self) -> frozenset[str]:
        """Elements at which something begins that stands for a person."""
        return frozenset(
            datum.origin
            for datum in self.graph.data.values()
            if datum.origin is not None and datum.kind.traits.issued
        )

    def may_refuse_somebody(self, arrival: Arrival) -> bool:
        """Whether the outcome of the element has an effect on the person."""
        return self.told(arrival.at, "effect") is not Effect.NONE

    def is_reviewed_after_the_search(self, arrival: Arrival) -> bool:
        """Whether somebody who may depart from the machine decides here, at the search, or on the
        way between."""
        steps = {item.name for item in self._searchers(arrival)}
        if arrival.datum.name in self._searched_at:
            for (element, _), path in self.lineage.paths(arrival.datum.name).items():
                if element == arrival.at.name:
                    steps.update(self.graph.flows[name].source for name in path)
        found = [self.graph.elements[name] for name in sorted(steps)]
        places = [item for item in found if isinstance(item, Process)]
        return any(self.told(item, "human_review") for item in _told_first(places, "human_review"))


def _told_first(words: Iterable[W], attribute: str) -> list[W]:
    """Words that state an attribute, or lack it, before those of which nobody says."""
    return sorted(words, key=lambda item: getattr(item, attribute, "") is None)


def _is_issued(datum: Datum) -> bool:
    """Whether an issuer made the picture: it is no recording, or names the person beside it."""
    traits = datum.kind.traits
    return traits.sample and (traits.names_directly or not traits.recording)

"""Lifetimes: which ends first, and what derived data inherit."""

from dataclasses import replace

import pytest

from facetrail.analysis.lifetimes import outliving_their_sources, promised
from facetrail.model.operations import Operation
from facetrail.model.retention import is_longer
from facetrail.model.words import Event, Retention, Transform
from facetrail.rules.examples import SCAN, TEMPLATE, central

DAY, YEAR = Retention(days=1), Retention(days=365)
DECISION = Retention(until=Event.DECISION)
SERVICE = Retention(until=Event.SERVICE_END)
FOR_EVER = Retention(unlimited=True)


@pytest.mark.parametrize(
    ("one", "other", "expected", "reason"),
    [
        (YEAR, DAY, True, "days compare with days"),
        (DAY, YEAR, False, "and the other way round"),
        (YEAR, YEAR, False, "equal is not longer"),
        (FOR_EVER, YEAR, True, "no end is longer than any end"),
        (FOR_EVER, FOR_EVER, False, "but not than itself"),
        (DECISION, YEAR, False, "the decision comes within the visit"),
        (DAY, DECISION, True, "so a day is longer"),
        (replace(SERVICE, days=730), SERVICE, True, "time after the same event adds up"),
        (SERVICE, YEAR, None, "nobody knows when the service ends"),
    ],
)
def test_which_lifetime_is_longer(
    one: Retention, other: Retention, expected: bool | None, reason: str
) -> None:
    assert is_longer(one, other) is expected, reason


def test_a_derived_datum_inherits_the_shortest_promise() -> None:
    graph = central(replace(SCAN, lifetime=DECISION))
    assert promised(graph)["Template"] == DECISION


def test_sources_that_cannot_be_compared_promise_nothing() -> None:
    both = Transform(Operation.JOIN, ("Scan", "Other"), "Matcher")
    graph = central(
        replace(SCAN, lifetime=SERVICE),
        replace(SCAN, name="Other", origin="Matcher", lifetime=YEAR),
        replace(TEMPLATE, transform=both),
    )
    assert promised(graph)["Template"] is None


def test_a_longer_promise_than_the_source_is_reported() -> None:
    graph = central(replace(SCAN, lifetime=DAY), replace(TEMPLATE, lifetime=YEAR))
    assert outliving_their_sources(graph) == ("Template",)
    shorter = central(replace(SCAN, lifetime=YEAR), replace(TEMPLATE, lifetime=DAY))
    assert outliving_their_sources(shorter) == ()

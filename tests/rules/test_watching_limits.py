"""At a stated limit nothing is reported, one beyond it is, with the numbers."""

from dataclasses import replace

import pytest

from facetrail.assemble import assemble
from facetrail.model.graph import Graph
from facetrail.model.words import Event, ListRule, Retention
from facetrail.report import Threat
from facetrail.rules.examples import central
from facetrail.rules.surveillance._square import CAMERAS, CROWD, LIST, SOUGHT, square
from facetrail.rules.surveillance.movement_history_kept import TRACKED, TRACKS


def threat(graph: Graph, rule: str) -> Threat | None:
    return next((item for item in assemble(graph).threats if item.rule == rule), None)


@pytest.mark.parametrize(
    ("crowd", "sought", "numbers"),
    [
        pytest.param(500_000, 500, None, id="1,000 to one is the limit"),
        pytest.param(500_001, 500, "500,001 people are searched for 500 sought", id="beyond it"),
        pytest.param(1_000, 1, None, id="a thousand for one"),
        pytest.param(1_001, 1, "1,001 people are searched for 1 sought", id="beyond a thousand"),
        pytest.param(1_001, 0, "1,001 people are searched for 0 sought", id="for nobody at all"),
        pytest.param(10, 10_001, "10,001 people are searched for 10 sought", id="one on file"),
        pytest.param(0, 0, None, id="nobody"),
    ],
)
def test_people_searched_for_each_one_sought(crowd: int, sought: int, numbers: str | None) -> None:
    graph = square(replace(CROWD, population=crowd), replace(SOUGHT, population=sought))
    found = threat(graph, "indiscriminate-scale")
    assert (found and found.message.partition(": ")[2]) == numbers


@pytest.mark.parametrize(
    ("count", "numbers"),
    [
        pytest.param(1_000, None, id="1,000 streams are the limit"),
        pytest.param(1_001, "1,001 streams feed it", id="beyond it"),
        pytest.param(570_000_000, "570,000,000 streams feed it", id="a nation's cameras are one"),
    ],
)
def test_streams_that_feed_a_search(count: int, numbers: str | None) -> None:
    found = threat(square(replace(CAMERAS, count=count)), "indiscriminate-scale")
    assert (found and found.message.partition(": ")[2]) == numbers


@pytest.mark.parametrize(
    ("points", "kept", "reported"),
    [
        pytest.param(3, Retention(days=1), False, id="three points and one day are the limit"),
        pytest.param(4, Retention(days=1), True, id="a fourth point"),
        pytest.param(3, Retention(days=2), True, id="a second day"),
        pytest.param(2, Retention(days=2), True, id="two points over two days"),
        pytest.param(1, Retention(unlimited=True), False, id="one last place for ever"),
        pytest.param(3, Retention(unlimited=True), True, id="three places for ever"),
        pytest.param(3, Retention(until=Event.SESSION_END), False, id="until the session ends"),
        pytest.param(3, Retention(until=Event.ACCOUNT_END), True, id="as long as the account"),
        pytest.param(0, Retention(unlimited=True), False, id="none"),
    ],
)
def test_points_and_days_of_a_movement_history(
    points: int, kept: Retention, reported: bool
) -> None:
    tracks = replace(TRACKS, track_points=points, retention=kept)
    assert bool(threat(central(*TRACKED, tracks), "movement-history-kept")) == reported


def test_each_rule_that_a_watch_list_lacks_is_named() -> None:
    some = replace(LIST, list_rules=frozenset({ListRule.ENTRY, ListRule.USE}))
    found = threat(square(some), "watchlist-without-limits")
    assert found is not None
    assert found.message.endswith(
        ": nothing says when an entry ends, nor how an entry is challenged"
    )

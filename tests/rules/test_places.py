"""Places and times: what a zone, a search at once or later and a trail of places lead to."""

from dataclasses import replace

import pytest

from facetrail.assemble import assemble
from facetrail.model.graph import Graph
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, SetBy, Transform
from facetrail.report import Report
from facetrail.rules.examples import central, flow
from facetrail.rules.surveillance._square import SEARCH, square
from facetrail.rules.surveillance.geofence_on_a_person import FENCE, FENCED
from facetrail.rules.surveillance.movement_history_kept import TRACKED

SEARCHES = {"live-identification-in-public", "recordings-searched-at-will"}
HOME = Datum(name="Home", kind=Kind.ADDRESS, subjects="people", origin="Desk")
WORK = replace(HOME, name="Work")
TO_FENCE = flow("Desk", "Fence", "Spot", "Id number", "Home", "Work")


def zone(metres: int | None) -> Datum:
    return Datum(
        name="Zone",
        kind=Kind.ZONE,
        subjects="people",
        transform=Transform(Operation.SURROUND, ("Home", "Work"), "Fence"),
        metres=metres,
    )


def rules(graph: Graph) -> set[str]:
    return {item.rule for item in assemble(graph).threats}


def asked(report: Report, attribute: str) -> set[str]:
    return {rule for item in report.questions if item.attribute == attribute for rule in item.rules}


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ((HOME, WORK, zone(300)), ": 300 metres around Home and Work"),
        ((HOME, WORK, zone(2_500)), ": 2,500 metres around Home and Work"),
        ((HOME, WORK, zone(None)), ": a zone around Home and Work"),
        ((HOME, WORK, replace(zone(300), transform=None, origin="Fence")), ": Zone"),
        ((HOME, WORK), "that somebody set for them"),
    ],
)
def test_an_alert_says_how_far_around_what_the_zone_reaches(
    parts: tuple[Datum, ...], said: str
) -> None:
    report = assemble(central(*FENCED, TO_FENCE, *parts))
    (alert,) = [item for item in report.threats if item.rule == "geofence-on-a-person"]

    assert alert.message.endswith(said)


def test_an_alert_that_an_order_confines_says_so_too() -> None:
    bound = replace(FENCE, confined_by="an order")
    report = assemble(central(*FENCED, bound, TO_FENCE, HOME, WORK, zone(300)))
    (alert,) = [item for item in report.threats if item.rule == "geofence-on-a-person"]

    assert alert.message.endswith(": 300 metres around Home and Work")
    assert any("an order" in item.because for item in alert.why)


def test_a_zone_that_the_person_set_fences_nobody_in() -> None:
    own = replace(FENCE, zone_set_by=SetBy.THE_PERSON)

    assert "geofence-on-a-person" not in rules(central(*FENCED, TO_FENCE, HOME, WORK, zone(9), own))


@pytest.mark.parametrize(
    ("real_time", "found"),
    [(True, {"live-identification-in-public"}), (False, {"recordings-searched-at-will"})],
)
def test_a_search_at_once_and_a_search_later_are_two_threats(
    real_time: bool, found: set[str]
) -> None:
    assert rules(square(replace(SEARCH, real_time=real_time))) & SEARCHES == found


def test_whether_a_search_is_at_once_is_asked_and_decides_both() -> None:
    report = assemble(square(replace(SEARCH, real_time=None)))

    assert not {item.rule for item in report.threats} & SEARCHES
    assert asked(report, "real_time") == SEARCHES


@pytest.mark.parametrize(
    "parts",
    [
        TRACKED,
        (
            *TRACKED,
            Datum(name="Trip", kind=Kind.TRAJECTORY, subjects="people", origin="Desk"),
            flow("Desk", "Tracks", "Trip"),
        ),
    ],
)
def test_a_trail_of_places_is_a_number_of_places_or_a_trajectory(parts: tuple[Datum, ...]) -> None:
    assert "movement-history-kept" in rules(central(*parts))

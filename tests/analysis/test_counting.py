"""What sensors and processes state in numbers, and what follows."""

from dataclasses import replace
from fractions import Fraction

import pytest

from facetrail.analysis.facts import Facts
from facetrail.assemble import assemble
from facetrail.model.graph import Graph
from facetrail.model.words import Comparison, Evidence, Frequency, Process, Subjects
from facetrail.report import Numbers, in_figures
from facetrail.rules.surveillance._square import CAMERAS, SEARCH, SOUGHT, square

SILENT = replace(CAMERAS, count=None)
BUSY = replace(SEARCH, searches_a_day=20_000, fmr=0.000002, review_capacity=15)
NO_COMPARISON = "whether it searches among many"


def at(place: str, graph: Graph) -> Numbers | None:
    found = {item.at: item for item in Facts(graph).numbers}
    return found.get(place)


def test_nothing_is_listed_where_nothing_is_stated() -> None:
    assert Facts(square(SILENT)).numbers == ()
    assert assemble(square(SILENT)).numbers == ()


def test_a_sensor_says_how_many_it_stands_for_and_how_often_it_captures_somebody() -> None:
    found = at("Cameras", square(replace(CAMERAS, count=80, frequency=Frequency.EACH_USE)))

    assert found is not None
    assert (found.sensors, found.frequency, found.not_stated) == (80, Frequency.EACH_USE, ())


def test_a_sensor_may_leave_open_how_often() -> None:
    found = at("Cameras", square(replace(CAMERAS, count=80, frequency=None)))

    assert found is not None
    assert found.not_stated == ("how often one person is captured",)


def test_a_search_has_the_sensors_that_feed_it_and_lacks_the_rest() -> None:
    found = at("Search", square(replace(CAMERAS, count=80)))

    assert found is not None
    assert found.sensors == 80
    assert found.not_stated == (
        "how many searches a day",
        "the rate of false matches",
        "how many alerts people can look at",
    )


def test_a_sensor_without_a_number_is_named() -> None:
    found = at("Search", square(SILENT, BUSY))

    assert found is not None
    assert (found.sensors, found.uncounted) == (None, ("Cameras",))


@pytest.mark.parametrize(
    ("rates", "alerts", "formula"),
    [
        pytest.param(
            {"fmr": 0.000002},
            20,
            "20,000 searches × 0.000002 (FMR) × 500 people",
            id="of a comparison",
        ),
        pytest.param(
            {"fmr": 0.01},
            20_000,
            "20,000 searches × 0.01 (FMR) × 500 people, at most one each",
            id="of a comparison, in every search",
        ),
        pytest.param(
            {"fmr": 0.01, "fpir": 0.001}, 20, "20,000 searches × 0.001 (FPIR)", id="of a search"
        ),
        pytest.param(
            {"fmr": 1e-9}, Fraction(1, 100), "20,000 searches × 0.000000001 (FMR) × 500 people",
            id="less than one",
        ),
    ],
)  # fmt: skip
def test_false_alerts_are_worked_out(
    rates: dict[str, float], alerts: Fraction, formula: str
) -> None:
    found = at("Search", square(replace(BUSY, **{"fmr": None, **rates})))  # type: ignore[arg-type]

    assert found is not None
    assert (found.false_alerts, found.formula) == (alerts, formula)
    assert found.not_stated == ()


@pytest.mark.parametrize(
    ("process", "subjects", "missing"),
    [
        (replace(BUSY, searches_a_day=None), SOUGHT, "how many searches a day"),
        (replace(BUSY, fmr=None), SOUGHT, "the rate of false matches"),
        (BUSY, replace(SOUGHT, population=None), "how many people it searches"),
        (replace(BUSY, review_capacity=None), SOUGHT, "how many alerts people can look at"),
    ],
)
def test_what_is_missing_is_said(process: Process, subjects: Subjects, missing: str) -> None:
    found = at("Search", square(process, subjects))

    assert found is not None
    assert found.not_stated == (missing,)
    assert (found.false_alerts is None) is (missing != "how many alerts people can look at")


@pytest.mark.parametrize(
    ("comparison", "missing"),
    [(Comparison.VERIFICATION, ()), (None, (NO_COMPARISON,))],
)
def test_only_a_search_has_false_alerts(
    comparison: Comparison | None, missing: tuple[str, ...]
) -> None:
    found = at("Search", square(replace(BUSY, comparison=comparison), drop=("Hits", "Features")))

    assert found is not None
    assert (found.searches_a_day, found.false_alerts) == (20_000, None)
    assert found.not_stated == missing


def test_the_threat_and_the_numbers_say_the_same() -> None:
    report = assemble(square(BUSY))
    threat = next(item for item in report.threats if item.rule == "false-alerts-exceed-review")
    numbers = next(item for item in report.numbers if item.at == "Search")

    assert f"give {in_figures(numbers.false_alerts or Fraction(0))} false alerts" in threat.message


def test_what_is_only_feared_comes_last_and_adds_to_nothing_established() -> None:
    feared = replace(CAMERAS, name="Another", count=9, evidence=Evidence.HYPOTHETICAL)
    found = assemble(square(BUSY, feared)).numbers

    assert [(item.at, item.evidence) for item in found][-1] == ("Another", Evidence.HYPOTHETICAL)
    assert [item.sensors for item in found if item.at == "Search"] == [CAMERAS.count]


@pytest.mark.parametrize(
    ("value", "figures"),
    [("20", "20"), ("3/2", "1.5"), ("43200", "43,200"), ("1/100", "0.01"), ("1/3", "0.33")],
)
def test_figures(value: str, figures: str) -> None:
    assert in_figures(Fraction(value)) == figures

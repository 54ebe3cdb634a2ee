"""The table of numbers."""

from dataclasses import replace

from facetrail.model.words import Evidence
from facetrail.render.figures import A_DAY, figures
from tests.render.sample import sample_report
from tests.render.variants import empty


def test_columns_in_which_nothing_stands_are_left_out() -> None:
    report = sample_report()
    alone = figures(replace(report, numbers=report.numbers[:1]))

    assert figures(report).columns == ("Sensors", "Searches", "False alerts", "Not stated")
    assert alone.columns == ("Sensors",)
    assert A_DAY in figures(report).intro
    assert A_DAY not in alone.intro
    assert figures(empty()).rows == ()


def test_the_share_of_false_matches_stands_below_them() -> None:
    report = sample_report()
    search = replace(report.numbers[1], matches_a_day=50)
    table = figures(replace(report, numbers=(search,)))
    cells = dict(zip(table.columns, table.rows[0].cells, strict=True))

    assert (cells["Matches"].text, cells["Matches"].below) == (
        "50",
        "55% of them false, if as many as expected",
    )


def test_several_lines_of_sensors_have_a_sum_and_what_is_feared_is_not_in_it() -> None:
    report = sample_report()
    camera = report.numbers[0]
    reader = replace(camera, at="Card reader", sensors=2)
    feared = replace(camera, evidence=Evidence.HYPOTHETICAL)

    assert "Together" not in figures(report).intro
    assert "Together" not in figures(replace(report, numbers=(camera, feared))).intro
    assert figures(replace(report, numbers=(camera, reader))).intro.endswith(
        "Together 40,002 sensors, if no two lines count the same ones."
    )

"""What would change a report: the controls that remove most first, the rest folded away."""

import re
from dataclasses import replace

from facetrail.render import sections, wording
from facetrail.render.html import html_report
from facetrail.render.markdown import markdown_report
from facetrail.report import Mitigation, Report, Status
from facetrail.rules.catalogue import RULES
from tests.render.sample import sample_report
from tests.render.variants import empty

KEY = Mitigation("split the key", ("purpose-drift", "not-there-yet"), "Nobody opens it alone.")


def with_controls(*controls: Mitigation) -> Report:
    """The sample, in which every threat is open and names these controls and no others."""
    report = sample_report()
    threats = tuple(
        replace(item, status=Status.OPEN, mitigations=controls) for item in report.threats
    )
    return replace(report, threats=threats)


def section(text: str) -> str:
    return text.partition('<section id="changes"')[2].partition("</section>")[0]


def test_a_control_counts_every_threat_shown_that_names_it() -> None:
    report = with_controls(KEY)
    (change,) = sections.changes(report)

    assert change.points == sum(item.remaining_score for item in report.shown)
    assert change.count == len(report.shown)
    assert {item.id for group in change.removes for item in group} == {
        item.id for item in report.shown
    }
    drift = next(rule.title for rule in RULES if rule.id == "purpose-drift")
    assert change.brings == (drift, "Not there yet")


def test_what_is_accepted_does_not_count() -> None:
    report = with_controls(KEY)
    first, *others = report.threats
    accepted = replace(report, threats=(replace(first, status=Status.ACCEPTED), *others))

    assert first in report.shown
    (before,), (after,) = sections.changes(report), sections.changes(accepted)
    assert before.points - after.points == first.remaining_score


def test_those_that_remove_most_come_first() -> None:
    found = sections.changes(sample_report())

    assert len(found) > 2
    assert [item.points for item in found] == sorted((item.points for item in found), reverse=True)


def test_more_than_ten_are_folded_away() -> None:
    report = with_controls(*(Mitigation(f"control {number:02}") for number in range(13)))
    page, text = section(html_report(report, "<svg></svg>")), markdown_report(report)

    shown, _, folded = page.partition("<details")
    assert re.findall(r"Control \d+", shown) == [f"Control {number:02}" for number in range(10)]
    assert re.findall(r"Control \d+", folded) == [f"Control {number:02}" for number in (10, 11, 12)]
    assert "<summary>3 more controls</summary>" in page
    part = text.partition(f"## {wording.CHANGES_TITLE}\n")[2].partition("\n## ")[0]
    shown, _, folded = part.partition("<details><summary>3 more controls</summary>")
    assert (shown.count("**Control"), folded.count("**Control")) == (10, 3)


def test_it_says_what_each_does_removes_and_may_bring() -> None:
    report = with_controls(KEY)
    page, text = section(html_report(report, "<svg></svg>")), markdown_report(report)

    assert "<details" not in page
    for said in ("Split the key", "Nobody opens it alone.", "Not there yet"):
        assert said in page
        assert said in text
    anchors = sections.anchors(report)
    for threat in report.shown:
        assert f'<a href="#{anchors[threat.id]}">' in page
        assert f"](#{anchors[threat.id]})" in text
    for threat in report.feared:
        assert f'"#{anchors[threat.id]}"' not in page


def test_there_is_no_section_where_nothing_could_change() -> None:
    assert "#changes" not in html_report(empty(), "<svg></svg>")
    assert wording.CHANGES_TITLE not in markdown_report(empty())

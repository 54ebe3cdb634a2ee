"""The Markdown: the same content in the same order, and inert whatever a model contains."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from facetrail.render import sections, wording
from facetrail.render.html import html_report
from facetrail.render.markdown import escaped, markdown_report
from facetrail.report import Report
from tests.render.sample import sample_report
from tests.render.variants import HOSTILE, empty, spoiled

GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def structure(report: Report) -> list[str]:
    """The tags that GitHub would make of the report, without what may differ by name."""
    return re.findall(r"<[a-z0-9/!?][^>]*>", GITHUB.render(markdown_report(report)), re.IGNORECASE)


def part(text: str, heading: str) -> str:
    """What stands under a heading of the second level."""
    return text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def test_equal_bytes_twice() -> None:
    assert markdown_report(sample_report()) == markdown_report(sample_report())


def test_the_order_is_that_of_the_page() -> None:
    headings = re.findall("^## (.*)$", markdown_report(sample_report()), re.MULTILINE)
    page = re.findall(r"<h2[^>]*>(.*?)</h2>", html_report(sample_report(), "<svg></svg>"))

    assert headings == [name for name in page if name not in ("Summary", "Exposure map")]


def test_the_map_is_shown_from_where_it_lies() -> None:
    assert "\n![Exposure map](map.svg)\n" in markdown_report(sample_report())
    assert "(a%20b%29/map.svg)" in markdown_report(sample_report(), "a b)/map.svg")


def test_every_threat_question_and_note_appears_once() -> None:
    report = sample_report()
    text = markdown_report(report)
    threats = part(text, "Threats") + part(text, "Hypothetical")

    for threat in report.threats:
        assert text.count(f'<a id="{sections.anchors(report)[threat.id]}"></a>') == 1
        assert threats.count(threat.message) == 1, threat.id
    for question in report.questions:
        assert text.count(question.text) == 1
    notes = part(text, wording.NOTES)
    for note in report.notes:
        assert notes.count(wording.capital(note.message)) == 1
        assert note.detail in notes
        assert note.where in notes
    assert notes.index("To correct in the model") < notes.index("Taken for granted")


def test_hypothetical_threats_are_apart_and_conditional() -> None:
    text = markdown_report(sample_report())

    assert "Scans train" not in part(text, "What to settle first") + part(text, "Threats")
    assert "### If flow 15 existed: Scans train a model (would be high 8)" in text


def test_whom_a_threat_exposes_or_would() -> None:
    text = markdown_report(sample_report())

    assert "- **Exposes:** 100,000,000 New customers; Companions" in part(text, "Threats")
    assert "- **Would expose:** 100,000,000 New customers; " in part(text, "Hypothetical")
    assert "expose" not in part(text, "Hypothetical").replace("Would expose", "").lower()


def test_numbers_are_there_where_some_are_stated() -> None:
    rows = part(markdown_report(sample_report()), "Numbers")

    assert (
        "| **Counter camera** | 40,000<br>each captures a person once |  |  |  | reported |" in rows
    )
    assert "7.5<br>275,000 searches × 0.0001 (FPIR) | how many alerts" in rows
    assert "## Numbers" not in markdown_report(empty())


def test_links_lead_somewhere() -> None:
    text = markdown_report(sample_report())
    targets = set(re.findall(r"\]\(#([^)]*)\)", text))

    assert targets
    assert targets <= set(re.findall('<a id="([^"]*)">', text))


def test_every_row_has_the_cells_of_its_table() -> None:
    tables = re.findall(r"(?:^\|.*\n)+", markdown_report(sample_report()), re.MULTILINE)

    assert len(tables) > 10
    for table in tables:
        assert len(Counter(row.count("|") for row in table.splitlines())) == 1, table


def test_details_are_closed_and_stand_apart() -> None:
    text = markdown_report(sample_report())

    assert text.count("<details>") == text.count("\n\n</details>\n")
    assert "\n\n\n" not in text
    assert text.endswith("\n")


def test_an_empty_report_reads_well() -> None:
    text = markdown_report(empty())

    assert "**As far as this model says, nobody but the people themselves" in text
    assert "No threat waits for a decision." in part(text, "What to settle first")
    assert "No rule holds on what this model states." in part(text, "Threats")
    assert "leaves nothing open" in part(text, "Questions")
    assert wording.NOTES not in text


@pytest.mark.parametrize("report", [sample_report(), empty()], ids=["sample", "empty"])
def test_law_is_not_judged(report: Report) -> None:
    text = markdown_report(report)

    assert not re.search(r"\b(non-?)?compliant\b|\b(un)?lawful\b", text, re.IGNORECASE)
    assert wording.UNCALIBRATED in text
    assert wording.SCOPE in text


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_only_text(name: str) -> None:
    assert structure(spoiled(HOSTILE[name])) == structure(spoiled("x"))


@settings(max_examples=15)
@given(st.text(max_size=20))
def test_any_text_is_only_text(text: str) -> None:
    assert structure(spoiled(f"x{text}")) == structure(spoiled("x"))


@pytest.mark.parametrize("name", HOSTILE)
def test_github_finds_no_mention_issue_or_address(name: str) -> None:
    shown = re.sub("<[^>]*>", "", GITHUB.render(markdown_report(spoiled(HOSTILE[name]))))

    assert not re.search(r"@\w|#\w|://|www\.", shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Face comparison", "Face comparison"),
        ("at_rest", "at_rest"),
        ("_a_", "&#95;a&#95;"),
        ("a | b", "a &#124; b"),
        ("<b>&amp;", "&#60;b&#62;&#38;amp;"),
        ("- item", "&#45; item"),
        ("12. item", "&#49;2. item"),
        ("12 items", "12 items"),
        ("a\n# b", "a &#35;&#8203; b"),
        ("@octocat", "&#64;&#8203;octocat"),
        ("http://a www.b", "http:&#8203;//a www&#8203;.b"),
        ("[a](b)", "&#91;a&#93;(b)"),
        ("a\\", "a&#92;"),
    ],
)
def test_escapes(text: str, shown: str) -> None:
    assert escaped(text) == shown

"""The page: complete, in order, readable by everybody, and inert whatever a model contains."""

import base64
import hashlib
import re
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facetrail.model.kinds import Form, Kind
from facetrail.render import palette, sections, wording
from facetrail.render.html import html_report
from facetrail.render.map import exposure_map
from facetrail.report import Report
from tests.render.sample import sample_report
from tests.render.variants import HOSTILE, empty, spoiled

SVG = '<?xml version="1.0"?>\n<svg viewBox="0 0 9 9"><title id="map-picture">Map</title></svg>\n'
VOID = {"br", "meta"}
INLINE = {"a", "b", "code", "small", "span", "strong"}


class Page(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.structure: list[tuple[str, tuple[str, ...]]] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.headings: list[int] = []
        self.declarations: list[str] = []
        self.policy = ""
        self.text: dict[str, str] = defaultdict(str)
        self._open: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert not self._open, f"left open: {self._open}"

    def handle_decl(self, decl: str) -> None:
        self.declarations.append(decl)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._separate(tag)
        values = {name: value or "" for name, value in attrs}
        assert len(values) == len(attrs), f"an attribute of {tag} is given twice"
        self.structure.append((tag, tuple(values)))
        if "id" in values:
            self.ids.append(values["id"])
        if "href" in values:
            self.targets.append(values["href"])
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self._open.append((tag, values.get("id", "") if tag == "section" else ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.structure.append((tag, tuple(name for name, _ in attrs)))

    def handle_endtag(self, tag: str) -> None:
        opened, _ = self._open.pop()
        assert opened == tag, f"{opened} is closed by {tag}"
        self._separate(tag)

    def handle_data(self, data: str) -> None:
        inside = next((name for _, name in reversed(self._open) if name), "")
        self.text[inside] += data

    def _separate(self, tag: str) -> None:
        if tag not in INLINE:
            self.handle_data(" ")

    def words(self, section: str) -> str:
        """The text of a section on one line."""
        return " ".join(self.text[section].split())


@cache
def picture() -> str:
    """The real map of the sample."""
    return exposure_map(sample_report())


def page(report: Report) -> Page:
    return Page(html_report(report, SVG))


def test_equal_bytes_twice() -> None:
    assert html_report(sample_report(), SVG) == html_report(sample_report(), SVG)


def test_the_policy_allows_the_one_style_sheet_and_nothing_else() -> None:
    text = html_report(sample_report(), picture())
    styles = re.findall("<style>(.*?)</style>", text, re.DOTALL)
    (style,) = styles
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

    assert Page(text).policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_nothing_is_fetched_run_or_styled_in_place() -> None:
    found = Page(html_report(sample_report(), picture()))
    tags = {tag for tag, _ in found.structure}
    attributes = {name for _, names in found.structure for name in names}

    assert not tags & {"script", "img", "link", "iframe", "object", "embed", "form", "base"}
    assert not attributes & {"style", "src", "srcset", "xlink:href", "ping", "action"}
    assert not {name for name in attributes if name.startswith("on")}
    assert all(target.startswith("#") for target in found.targets)


def test_the_picture_is_part_of_the_page_without_its_declaration() -> None:
    assert "<?xml" not in html_report(sample_report(), SVG)
    assert SVG.partition("\n")[2].strip() in html_report(sample_report(), SVG)


def test_links_lead_somewhere_and_ids_are_unique() -> None:
    found = Page(html_report(sample_report(), picture()))

    assert [name for name, count in Counter(found.ids).items() if count > 1] == []
    assert {target[1:] for target in found.targets} <= set(found.ids)


def test_headings_are_in_order() -> None:
    levels = page(sample_report()).headings

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_landmarks_and_table_headers_are_there() -> None:
    found = page(sample_report())
    tags = Counter(tag for tag, _ in found.structure)

    assert tags["main"] == tags["nav"] == tags["header"] == tags["footer"] == 1
    assert all("scope" in names for tag, names in found.structure if tag == "th")
    assert found.targets[0] == "#summary"


def test_every_threat_question_and_note_appears_once() -> None:
    report = sample_report()
    found = page(report)
    threats = found.words("threats") + found.words("feared")

    for threat in report.threats:
        assert found.ids.count(sections.anchors(report)[threat.id]) == 1
        assert threats.count(threat.message) == 1, threat.id
    for question in report.questions:
        assert found.words("questions").count(question.text) == 1
    notes = found.words("notes")
    for note in report.notes:
        assert notes.count(wording.capital(note.message)) == 1
        assert note.detail in notes
        assert note.where in notes
    assert notes.index("To correct in the model") < notes.index("Taken for granted")


def test_hypothetical_threats_are_apart_and_conditional() -> None:
    report = sample_report()
    (feared,) = report.feared
    found = page(report)

    assert feared.title not in found.words("first") + found.words("threats")
    assert f"If flow 15 existed: {feared.title}" in found.words("feared")
    assert "would be high 8" in found.words("feared")
    assert "Data Live scan Would expose 100,000,000 New customers; " in found.words("feared")


def test_a_factual_message_becomes_conditional_too() -> None:
    report = sample_report()
    (feared,) = report.feared
    fact = replace(feared, message="Live scan trains a model")
    found = page(replace(report, threats=(fact,)))

    assert "If flow 15 existed: Live scan trains a model." in found.words("feared")


def test_what_is_settled_is_not_to_be_settled_first() -> None:
    first = page(sample_report()).words("first")

    assert "Biometric beside identity" in first
    assert "No non-biometric route" not in first  # accepted
    assert "Full document image kept" not in first  # mitigated


def test_a_threat_shows_all_that_a_review_needs() -> None:
    text = page(sample_report()).words("threats")

    for part in (
        "Biometric beside identity critical 11",
        "Where Scan archive Data Live scan and Card copy Exposes 100,000,000 New customers; "
        "Companions at the counter (number not stated); whoever else comes before Card reader "
        "(number not stated); others, if any come before Scanner Known claimed LINDDUN L.1.1",
        "Look at ISO/IEC 24745 6.4; PIPL 28",
        "1 Customer → Counter camera Face is photographed",
        "11 Face comparison → Scan archive Archiving · claimed",
        "Key kept by the subject brings: no redress for false non match",
        "+3 harm the person is identified and can be tracked",
        "The same fact is also Probe outlives the decision high 7 · claimed",
        "Status mitigated, 3 of 6 remain",
    ):
        assert part in text


def test_who_can_see_the_face() -> None:
    text = page(sample_report()).words("sight")

    assert "Carrier controller · CN links it with national id number and phone number" in text
    assert "Scan archive F Live scan, Card copy encrypted (Carrier archive key)" in text
    assert "1→3→11 2→4→11 claimed" in text
    assert "Training set only if flow 15 existed" in text
    assert "Customer register" not in text  # identity data only


def test_numbers_are_there_where_some_are_stated() -> None:
    text = page(sample_report()).words("numbers")

    assert "Counter camera 40,000 each captures a person once reported" in text
    assert (
        "Face comparison 40,000 and those of Card reader (number not stated) 275,000 27.5 "
        "275,000 searches × 0.0001 (FPIR) how many alerts people can look at hypothetical"
    ) in text
    assert page(empty()).words("numbers") == ""


def test_the_most_valuable_question_comes_first() -> None:
    text = page(sample_report()).words("questions")

    assert text.index(" 19 points") < text.index(" 15 points") < text.index(" 9 points")


def test_the_annex_names_every_datum_flow_element_and_store() -> None:
    report = sample_report()
    text = page(report).words("annex")

    for name in (*report.graph.data, *report.graph.flows, *report.graph.elements):
        assert name in text
    assert "opened only by Public security ministry" in text
    assert "asks to delete Live scan and Card copy" in text
    assert "compare 1:1: Live scan and Reference photo, at Query gateway" in text


def test_an_empty_report_reads_well() -> None:
    found = page(empty())

    assert found.words("summary").startswith(
        "Summary As far as this model says, nobody but the people themselves can recover a face"
    )
    assert "No threat waits for a decision." in found.words("first")
    assert "No rule holds on what this model states." in found.words("threats")
    assert "The model leaves nothing open" in found.words("questions")
    assert "Nothing here rests on a step" in found.words("feared")
    assert "0 questions" in found.words("summary")


def test_other_characteristics_are_not_called_a_face() -> None:
    report = sample_report()
    voices = tuple(replace(item, recoverable=(Kind.VOICE_RECORDING,)) for item in report.exposures)

    assert "Who can recover biometric data" in page(replace(report, exposures=voices)).words(
        "sight"
    )


@pytest.mark.parametrize("report", [sample_report(), empty()], ids=["sample", "empty"])
def test_law_is_not_judged(report: Report) -> None:
    text = " ".join(page(report).text.values())

    assert not re.search(r"\b(non-?)?compliant\b|\b(un)?lawful\b", text, re.IGNORECASE)
    assert wording.UNCALIBRATED in text
    assert wording.SCOPE in text


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_only_text(name: str) -> None:
    calm, hostile = page(spoiled("x")), page(spoiled(HOSTILE[name]))

    assert hostile.structure == calm.structure
    assert hostile.declarations == calm.declarations
    assert hostile.targets == calm.targets


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_invisible_is_left(name: str) -> None:
    text = html_report(spoiled(HOSTILE[name]), SVG)

    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]", text
    )
    assert text.encode()


def test_templates_in_a_model_are_not_run() -> None:
    assert "{{ 7*7 }}" in page(spoiled("{{ 7*7 }}")).words("threats")


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=20))
def test_any_text_is_only_text(text: str) -> None:
    assert page(spoiled(f"x{text}")).structure == page(spoiled("x")).structure


def test_colours_are_those_of_the_pictures() -> None:
    style = html_report(sample_report(), SVG).lower()

    for colour in palette.SEVERITY_FILLS.values():
        assert colour.lower() in style
    for form, colour in palette.STRONG.items():
        assert colour.lower() in style or form is Form.NONE


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("front", "back"),
    [
        ("ink", "paper"),
        ("quiet", "paper"),
        ("quiet", "panel"),
        ("link", "paper"),
        ("critical-ink", "critical"),
        ("high-ink", "high"),
        ("dark-on-band", "medium"),
        ("dark-on-band", "low"),
    ],
)
def test_contrast_is_sufficient(scheme: str, front: str, back: str) -> None:
    blocks = re.findall(r":root \{(.*?)\}", html_report(sample_report(), SVG), re.DOTALL)
    light = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", blocks[0]))
    dark = {**light, **dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", blocks[1]))}
    colours = light if scheme == "light" else dark
    one, two = sorted((luminance(colours[front]), luminance(colours[back])))

    assert (two + 0.05) / (one + 0.05) >= 4.5


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

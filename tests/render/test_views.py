"""The pictures beside the map: complete, inert, equal twice, and readable without colour."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facetrail.errors import CannotRun
from facetrail.model.graph import Graph
from facetrail.model.kinds import Form, Kind
from facetrail.model.words import Datum, Event, Evidence, Goal, Retention, Store, System
from facetrail.render.arranging import arrange
from facetrail.render.html import html_report
from facetrail.render.lifetimes import lifetimes
from facetrail.render.map import exposure_map
from facetrail.render.markdown import markdown_report
from facetrail.render.matrix import matrix
from facetrail.render.sequence import sequence
from facetrail.render.trail import followed, trail_map, trails
from facetrail.render.views import View, views
from facetrail.render.wording import FORM_LETTERS
from facetrail.report import Exposure, Report
from tests.render.sample import sample_report, sample_system
from tests.render.test_html import Page
from tests.render.test_map import SVG, TAGS, bare, drawn, names_drawn
from tests.render.variants import HOSTILE, empty, spoiled

FACES = ["Live scan", "Chip portrait", "Card copy", "Reference photo"]


@pytest.fixture(scope="module")
def report() -> Report:
    return sample_report()


@pytest.fixture(scope="module")
def shown(report: Report) -> Sequence[View]:
    return views(arrange(report))


def texts(item: ElementTree.Element) -> list[str]:
    return [found.text or "" for found in item.iter(f"{SVG}text")]


def assert_inert(picture: str) -> None:
    """Well-formed, with nothing in it that acts, and told in words."""
    root = ElementTree.fromstring(picture)
    assert {item.tag.removeprefix(SVG) for item in root.iter()} <= TAGS
    for item in root.iter():
        assert not [name for name in item.attrib if name == "style" or name.startswith("on")]
        assert not [name for name in item.attrib if "href" in name]
    ids = [item.get("id") for item in root.iter() if item.get("id")]
    assert len(ids) == len(set(ids))
    title, about = str(root.get("aria-labelledby")).split()
    assert root[0].get("id") == title
    assert root[1].get("id") == about
    assert root[0].text
    assert root[1].text
    assert not re.search(r'="[^"]*\b(nan|inf)\b', picture)


def named(names: Sequence[str]) -> Report:
    """A report of nothing but faces of these names that pass a camera."""
    system = sample_system()
    data = tuple(Datum(name=name, kind=Kind.FACE_IMAGE, origin="Counter camera") for name in names)
    alone = System(
        name="names",
        parties=system.parties,
        subjects=system.subjects,
        boundaries=system.boundaries,
        elements=system.elements,
        keys=system.keys,
        data=data,
    )
    exposures = tuple(
        Exposure(
            data=name,
            at="Counter camera",
            party="Carrier",
            protections=(),
            held="passing",
            recoverable=("face image",),
            path=(),
            form=Form.RAW,
            evidence=Evidence.REPORTED,
        )
        for name in names
    )
    forms = {item.name: Form.NONE for item in system.elements}
    return bare(alone, exposures=exposures, forms=forms)


def test_every_picture_has_a_file_of_its_own(shown: Sequence[View]) -> None:
    assert [view.file for view in shown] == [
        "trail-live-scan.svg",
        "trail-chip-portrait.svg",
        "trail-card-copy.svg",
        "trail-reference-photo.svg",
        "matrix.svg",
        "lifetimes.svg",
        "sequence.svg",
    ]


def test_equal_bytes_twice(shown: Sequence[View]) -> None:
    assert tuple(shown) == views(arrange(sample_report()))


def test_nothing_in_them_acts_and_they_share_a_page(shown: Sequence[View], report: Report) -> None:
    for view in shown:
        assert_inert(view.svg)
    page = Page(html_report(report, exposure_map(report), shown))
    assert len(page.ids) == len(set(page.ids))
    assert "Trail of Live scan" in page.words("views")


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_only_text(name: str) -> None:
    found = views(arrange(spoiled(HOSTILE[name])))
    assert len(found) == len(FACES) + 3
    for view in found:
        assert_inert(view.svg)
        assert re.fullmatch(r"[a-z][a-z0-9-]{0,80}\.svg", view.file)


@pytest.mark.parametrize("picture", [matrix, lifetimes, sequence])
def test_a_report_without_findings_still_has_pictures(picture: Callable[[Report], str]) -> None:
    for report in (empty(), bare(System(name="x", elements=(Goal(name="g"),)))):
        with_forms = replace(report, forms=dict.fromkeys(report.graph.elements, Form.NONE))
        assert_inert(picture(with_forms))
    assert trails(arrange(empty())) == {}


# Trails


@pytest.mark.parametrize("data", FACES)
def test_a_trail_shows_everything_and_lets_the_rest_recede(report: Report, data: str) -> None:
    picture = trail_map(report, data)
    assert names_drawn(picture, "element") == sorted(report.graph.elements)
    assert names_drawn(picture, "flow") == sorted(report.graph.flows)
    full = [
        str(item.get("data-name")) for item in drawn(picture, "flow") if not item.get("opacity")
    ]
    assert full
    for name, flow in report.graph.flows.items():
        if data in flow.data:
            assert name in full


def test_a_trail_goes_on_to_what_is_made_from_the_datum(report: Report) -> None:
    picture = trail_map(report, "Reference photo")
    full = {
        str(item.get("data-name")) for item in drawn(picture, "flow") if not item.get("opacity")
    }
    assert full == {
        name
        for name, flow in report.graph.flows.items()
        if {*flow.data} & {"Reference photo", "Match"}
    }


def test_a_trail_speaks_of_its_datum_alone(report: Report) -> None:
    picture = trail_map(report, "Chip portrait")
    said = " ".join(texts(drawn(picture, "heading")[0]))
    assert said.startswith("Trail of Chip portrait")
    assert "at one place outside their control" in said
    pale = [item for item in drawn(picture, "element") if item.get("opacity")]
    assert "Scan archive" in [item.get("data-name") for item in pale]


def test_a_trail_of_a_datum_that_is_not_there_is_refused(report: Report) -> None:
    with pytest.raises(CannotRun, match="no data “Face”"):
        trail_map(report, "Face")


def test_file_names_are_safe_short_and_unlike() -> None:
    names = ["Scan", "scan", "scan-2", "人脸", "脸", "a/../b", "Füße", "x" * 500, "-"]
    assert [*followed(named(names)).values()] == [
        "scan",
        "scan-2",
        "scan-2-2",
        "data",
        "data-2",
        "a-b",
        "fue",
        "x" * 48,
        "data-3",
    ]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=8, unique=True))
def test_any_names_give_different_files(names: list[str]) -> None:
    slugs = [*followed(named(names)).values()]
    assert len({*slugs}) == len(names)
    assert all(re.fullmatch("[a-z0-9]([a-z0-9-]*[a-z0-9])?", slug) for slug in slugs)


# Matrix


def test_the_matrix_has_every_datum_and_every_element_but_goals(report: Report) -> None:
    picture = matrix(report)
    assert names_drawn(picture, "datum") == sorted(report.graph.data)
    assert names_drawn(picture, "element") == sorted(
        {*report.graph.elements} - {"Number activated"}
    )
    assert names_drawn(picture, "knowledge") == sorted(item.party for item in report.knowledge)
    said = [str(cell[0].text) for cell in drawn(picture, "cell")]
    for item in report.exposures:
        assert any(words.startswith(f"{item.data} at {item.at}") for words in said)


def test_the_matrix_is_readable_in_grey(report: Report) -> None:
    for form, letter in FORM_LETTERS.items():
        for cell in drawn(matrix(report), f"form-{form}"):
            assert texts(cell) == ([letter] if letter else [])


def test_what_is_sealed_has_a_lock_in_the_matrix(report: Report) -> None:
    sealed = tuple(
        replace(item, recoverable=(), form=Form.PROTECTED) if item.at == "Scan archive" else item
        for item in report.exposures
    )
    assert not drawn(matrix(report), "lock")
    assert drawn(matrix(replace(report, exposures=sealed)), "lock")


def test_a_join_goes_through_what_is_joined_and_nothing_else(report: Report) -> None:
    (carrier,) = [
        item for item in drawn(matrix(report), "knowledge") if item.get("data-name") == "Carrier"
    ]
    (join,) = [item for item in carrier.iter(f"{SVG}path") if item.get("class") == "join"]
    x = re.match(r"M([\d.]+) ", str(join.get("d")))
    assert x is not None
    on_it = [
        str(item[0].text)
        for item in carrier.iter(f"{SVG}g")
        if "cell" in item.get("class", "")
        and abs(float(str(item[1].get("x"))) + float(str(item[1].get("width"))) / 2 - float(x[1]))
        < 1
    ]
    linked = {name for pair in report.knowledge[1].links for name in pair}
    assert sorted(words.split(": ")[1].split(",")[0] for words in on_it) == sorted(linked)


# Lifetimes


def test_every_copy_has_a_bar_with_its_limit_in_words(report: Report) -> None:
    picture = lifetimes(report)
    kept = [item for item in report.exposures if item.held != "passing"]
    copies = drawn(picture, "copy")
    assert sorted(str(item.get("data-name")) for item in copies) == sorted(x.at for x in kept)
    for copy in copies:
        assert [item for item in copy.iter(f"{SVG}path") if item.get("class") == "bar"]
    shown = " ".join(text for copy in copies for text in texts(copy))
    assert "not stated" in shown
    assert "no limit, longer than promised" in shown
    assert "until the end of the service + 2 years" in shown


def test_a_bar_is_the_longer_the_later_it_ends(report: Report) -> None:
    def reach(days: int) -> float:
        system = report.graph.system
        elements = tuple(
            replace(item, retention=Retention(days=days)) if isinstance(item, Store) else item
            for item in system.elements
        )
        changed = replace(report, graph=Graph(replace(system, elements=elements)))
        copy = next(
            item
            for item in drawn(lifetimes(changed), "copy")
            if item.get("data-name") == "Scan archive"
        )
        bar = next(item for item in copy.iter(f"{SVG}path") if item.get("class") == "bar")
        return max(float(x) for x in re.findall(r"[ML H]([\d.]+)", str(bar.get("d"))))

    ends = [reach(days) for days in (0, 1, 30, 365, 3650, 10**6)]
    assert ends == sorted(ends)
    assert len({*ends}) == len(ends)


def test_a_promise_is_marked_where_there_is_one(report: Report) -> None:
    promised = [name for name, item in report.graph.data.items() if item.lifetime is not None]
    assert promised == ["Live scan"]
    marks = drawn(lifetimes(report), "promise")
    assert len(marks) == 2  # the datum's own, and the one in the legend


@pytest.mark.parametrize(
    ("promise", "longer"),
    [
        (Retention(until=Event.DECISION), True),
        (Retention(until=Event.SERVICE_END, days=30), True),
        (Retention(until=Event.SERVICE_END, days=730), False),
        (Retention(days=30), False),  # the service may end earlier
        (Retention(unlimited=True), False),
    ],
)
def test_longer_than_promised_is_said_only_where_it_is_sure(
    report: Report, promise: Retention, longer: bool
) -> None:
    system = report.graph.system
    data = tuple(
        replace(item, lifetime=promise) if item.name == "Live scan" else item
        for item in system.data
    )
    known = tuple(item for item in report.exposures if item.at == "Scan archive")
    graph = Graph(replace(system, data=data))
    picture = lifetimes(replace(report, graph=graph, exposures=known))
    assert ("longer than promised" in picture) is longer


# Sequence


def test_the_sequence_has_every_flow_in_order_and_all_who_take_part(report: Report) -> None:
    picture = sequence(report)
    order = [str(item.get("data-name")) for item in drawn(picture, "flow")]
    assert order == [flow.name for flow in report.graph.system.flows]
    ends = {
        name for flow in report.graph.flows.values() for name in (flow.source, flow.destination)
    }
    assert names_drawn(picture, "element") == sorted(ends)
    for item in drawn(picture, "element"):
        form = report.forms[str(item.get("data-name"))]
        assert FORM_LETTERS[form] in texts(item) or form is Form.NONE


def test_a_flow_to_the_same_element_is_a_loop(report: Report) -> None:
    system = report.graph.system
    turned = tuple(
        replace(flow, destination=flow.source, name="again") if flow.name == "Archiving" else flow
        for flow in system.flows[:11]
    )
    graph = Graph(replace(system, flows=turned))
    picture = sequence(replace(report, graph=graph, flow_forms={}))
    assert_inert(picture)
    assert "again" in names_drawn(picture, "flow")


# In the reports


def test_the_reports_show_them(shown: Sequence[View], report: Report) -> None:
    text = markdown_report(report, "map.svg", shown)
    page = html_report(report, "<svg></svg>", shown)
    for view in shown:
        assert f"![{view.title}]({view.file})" in text
        assert f"<summary>{view.title}</summary>" in page
    assert "## Views" not in markdown_report(report)

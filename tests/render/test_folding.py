"""Large systems: nothing is lost or shown twice, what is folded is said, and links lead to it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree

import pytest

from facetrail.errors import CannotRun
from facetrail.model.graph import Graph
from facetrail.model.kinds import Form
from facetrail.model.words import Boundary, Evidence, Party, Process, Role, System
from facetrail.render import flows, folding
from facetrail.render.arranging import arrange, insides
from facetrail.render.folded import foldings
from facetrail.render.folding import FOLDED, LABELLED_FLOWS, WHOLE, Cut, overview
from facetrail.render.html import html_report
from facetrail.render.map import exposure_map, picture
from facetrail.render.markdown import markdown_report
from facetrail.render.matrix import matrix
from facetrail.render.sequence import sequence
from facetrail.render.svg import Node, write
from facetrail.render.trail import followed, trail_map
from facetrail.render.views import View, views
from facetrail.report import PlaceKind, Report, Severity
from tests.render.large import large_report, large_system
from tests.render.sample import sample_report
from tests.render.test_html import Page
from tests.render.test_map import SVG, TAGS, bare, drawn, names_drawn, random_report
from tests.render.variants import HOSTILE, spoiled

SYSTEMS = [
    *(pytest.param(large_report(services), id=f"{services} services") for services in (3, 4, 13)),
    *(pytest.param(random_report(seed, 40 + 15 * seed), id=f"random {seed}") for seed in range(8)),
]


@cache
def pictures(services: int = 4) -> Sequence[View]:
    """The overview and everything beside it."""
    arranged = arrange(large_report(services))
    return (View("map.svg", "Exposure map", picture(arranged)), *views(arranged))


def overview_picture(services: int = 4) -> str:
    return pictures(services)[0].svg


def the(name: str, services: int = 4) -> str:
    """The picture in a file."""
    (found,) = (view.svg for view in pictures(services) if view.file == name)
    return found


def cuts(report: Report) -> list[Cut]:
    whole = overview(report.graph)
    return [whole, *folding.insides(whole)]


def own_elements(cut: Cut) -> list[str]:
    """What a picture shows as itself."""
    return [
        spot.name
        for spot in cut.homes.values()
        if spot.kind is PlaceKind.ELEMENT and not cut.is_around(spot)
    ]


def numbers(picture: str, class_: str) -> list[int]:
    """The flows of the lines of a class."""
    return [
        int(number)
        for item in drawn(picture, class_)
        for number in str(item.get("data-flow")).split()
    ]


def size(picture: str) -> tuple[float, float]:
    root = ElementTree.fromstring(picture)
    return float(str(root.get("width"))), float(str(root.get("height")))


def counted(picture: str, report: Report) -> int:
    """The sum of the threat counts of a picture, without those of its legend."""
    titles = tuple(threat.title for threat in report.threats)
    return sum(
        int(str(item.findtext(f"{SVG}text")))
        for item in drawn(picture, "threats")
        if str(item.findtext(f"{SVG}title")).endswith(titles)
    )


# What is shown where


@pytest.mark.parametrize("report", SYSTEMS)
def test_every_element_is_itself_in_exactly_one_picture(report: Report) -> None:
    shown = Counter(name for cut in cuts(report) for name in own_elements(cut))
    assert shown == dict.fromkeys(report.graph.elements, 1)


@pytest.mark.parametrize("report", SYSTEMS)
def test_every_flow_is_in_one_line_or_one_box_of_the_overview(report: Report) -> None:
    cut = overview(report.graph)
    found = [flow.name for bundle in cut.bundles for flow in bundle]
    found += [flow.name for inner in cut.inner.values() for flow in inner]
    assert sorted(found) == sorted(report.graph.flows)


@pytest.mark.parametrize("report", SYSTEMS)
def test_every_flow_is_a_line_somewhere_and_on_its_own_wherever_no_box_is_at_its_end(
    report: Report,
) -> None:
    lines = {flow.name for cut in cuts(report) for bundle in cut.bundles for flow in bundle}
    assert lines == set(report.graph.flows)
    for cut in cuts(report):
        for bundle in cut.bundles:
            alone = not any(map(cut.is_box, cut.ends(bundle[0])))
            assert len(bundle) == 1 or not alone


@pytest.mark.parametrize("report", SYSTEMS)
def test_a_bundle_goes_one_way_and_never_mixes_what_is_feared_with_what_is_known(
    report: Report,
) -> None:
    for cut in cuts(report):
        for bundle in cut.bundles:
            assert len({cut.ends(flow) for flow in bundle}) == 1
            assert len({flow.role for flow in bundle}) == 1
            assert len({flow.evidence is Evidence.HYPOTHETICAL for flow in bundle}) == 1


@pytest.mark.parametrize("report", SYSTEMS)
def test_nothing_is_folded_that_need_not_be(report: Report) -> None:
    for cut in cuts(report):
        if cut.boxes:
            assert not all(
                Cut(cut.tree, cut.elements, cut.flows, cut.opened | {box}, cut.within).fits(FOLDED)
                for box in cut.boxes
            )


@pytest.mark.parametrize("report", SYSTEMS)
def test_every_box_has_a_picture_of_its_inside(report: Report) -> None:
    within = [cut.within for cut in cuts(report) if cut.within is not None]
    assert sorted(within) == sorted(box for cut in cuts(report) for box in cut.boxes)
    slugs = folding.names(overview(report.graph))
    assert sorted(slugs) == sorted(within)
    assert len({*slugs.values()}) == len(slugs)


def test_a_small_system_is_drawn_whole() -> None:
    assert overview(sample_report().graph).boxes == ()
    assert foldings(sample_report()) == ()
    assert len(sample_report().graph.elements) < WHOLE


def test_what_is_in_the_hands_of_the_person_stays_open() -> None:
    cut = overview(large_report().graph)
    assert {"Resident's own", "Phone"} == {*cut.frames}
    assert {"Resident", "Secure element"} <= {*own_elements(cut)}


def test_a_large_boundary_is_opened_in_steps() -> None:
    parents = {0: None, 1: "zone 0", 2: "zone 0", 3: "zone 1", 4: "zone 1", 5: "zone 2"}
    system = System(
        name="deep",
        parties=(Party(name="firm", role=Role.CONTROLLER),),
        boundaries=tuple(
            Boundary(name=f"zone {index}", party="firm", parent=parent)
            for index, parent in parents.items()
        ),
        elements=tuple(
            Process(name=f"element {index}", boundary=f"zone {3 + index % 3}")
            for index in range(60)
        ),
    )
    names = [(cut.within, cut.boxes) for cut in cuts(bare(system))]
    assert names == [
        (None, ("zone 3", "zone 4", "zone 5")),
        ("zone 3", ()),
        ("zone 4", ()),
        ("zone 5", ()),
    ]


def test_an_inside_that_is_large_folds_again() -> None:
    found = {cut.within: cut.boxes for cut in cuts(large_report(13))}
    assert found["Verification vendor"] == ("Vendor cloud",)
    assert found["Vendor cloud"] == ()


# The pictures


def test_the_pictures_show_every_flow_and_every_box() -> None:
    report = large_report()
    arranged = arrange(report)
    found = set()
    for each in (arranged, *insides(arranged)):
        drawn_here = picture(each)
        found |= {*numbers(drawn_here, "flow"), *numbers(drawn_here, "bundle")}
        boxes = [item.get("data-name") for item in drawn(drawn_here, "box")]
        spots = [spot for spot in each.scene.cut.spots if each.scene.cut.is_box(spot)]
        assert sorted(map(str, boxes)) == sorted(spot.name for spot in spots)
    assert found == {*range(1, len(report.graph.flows) + 1)}


@pytest.mark.parametrize(
    ("written", "lost", "said"),
    [
        ('data-flow="22 23"', 'data-flow="22"', "flow 23"),
        ('id="exposure-g22"', 'id="exposure-g99"', "g22"),
        ('id="exposure-b3"', 'id="exposure-b99"', "b3"),
    ],
)
def test_a_picture_is_compared_with_the_model_after_it_is_written(
    monkeypatch: pytest.MonkeyPatch, written: str, lost: str, said: str
) -> None:
    def forgetful(root: Node) -> str:
        text = write(root)
        assert written in text
        return text.replace(written, lost)

    arranged = arrange(large_report())
    monkeypatch.setattr("facetrail.render.sheet.write", forgetful)
    with pytest.raises(CannotRun, match=said):
        picture(arranged)


def test_a_box_says_what_it_hides() -> None:
    boxes = {str(item.get("data-name")): item for item in drawn(overview_picture(), "box")}
    vendor, hosting = boxes["Verification vendor"], boxes["Hosting"]
    shown = [text.text for text in vendor.iter(f"{SVG}text")]
    assert shown == [
        "F",
        "Verification vendor",
        "Vendor · processor · US",
        "7 elements, 15 flows inside",
    ]
    assert "form-raw exposed" in str(vendor.get("class"))
    assert "form-protected exposed" in str(hosting.get("class"))
    title = str(vendor.findtext(f"{SVG}title"))
    assert "worst inside: raw or recoverable" in title
    assert "Template gallery" in title


def test_a_box_is_no_worse_than_what_is_established_inside() -> None:
    report = large_report()
    vendor = {"Vendor gateway", "Liveness check", "Duplicate search", "Template gallery"}
    milder = replace(report, forms={**report.forms, **dict.fromkeys(vendor, Form.PROTECTED)})
    boxes = {str(item.get("data-name")): item for item in drawn(exposure_map(milder), "box")}
    vendor_box = boxes["Verification vendor"]
    assert "form-protected exposed" in str(vendor_box.get("class"))
    said = [str(text.text) for text in vendor_box.iter(f"{SVG}text")]
    assert any(text.startswith("feared: raw") for text in said)


def test_the_threats_of_a_box_are_summed() -> None:
    report = large_report()
    assert counted(overview_picture(), report) == len(report.shown) + len(report.feared)


def test_a_feared_bundle_is_dotted_and_apart() -> None:
    hypothetical = {
        large_report().graph.number(flow.name)
        for flow in large_report().graph.flows.values()
        if flow.evidence is Evidence.HYPOTHETICAL
    }
    for item in (*drawn(overview_picture(), "flow"), *drawn(overview_picture(), "bundle")):
        found = {int(number) for number in str(item.get("data-flow")).split()}
        feared = "hypothetical" in str(item.get("class")).split()
        assert (found <= hypothetical) if feared else not (found & hypothetical)


@pytest.mark.parametrize(("locked", "holders"), [(1, ()), (2, ("Police",))])
def test_a_bundle_is_locked_where_all_of_it_is(locked: int, holders: tuple[str, ...]) -> None:
    report = large_report()
    bundles = overview(report.graph).bundles
    (bundle,) = (found for found in bundles if found[0].name == "before Bank camera")
    locks = {flow.name: ("Police",) for flow in bundle[:locked]}
    ends = overview(report.graph).ends(bundle[0])
    assert flows.line(replace(report, foreign_locks=locks), bundle, ends, ()).holders == holders


def test_a_bundle_is_drawn_as_the_best_established_of_the_worst_that_it_carries() -> None:
    report = large_report()
    bundle = tuple(
        replace(flow, evidence=evidence)
        for flow, evidence in zip(report.graph.system.flows, Evidence, strict=False)
    )
    forms = (Form.IDENTITY, Form.RAW, Form.RAW, Form.PROTECTED)
    known = {flow.name: form for flow, form in zip(bundle, forms, strict=True)}
    ends = overview(report.graph).ends(bundle[0])
    line = flows.line(replace(report, flow_forms=known), bundle[1:], ends, ())
    assert line.form is Form.RAW
    assert line.flow.evidence is Evidence.CLAIMED
    assert line.mark == "3 flows"


def test_every_picture_is_as_wide_as_a_report_or_a_slide_can_show() -> None:
    for view in pictures():
        wide, high = size(view.svg)
        assert wide <= 2000, view.file
        if view.file.startswith(("map", "trail")):
            assert high <= 1200, view.file


def test_an_inside_shows_its_boundary_open_and_what_is_around_it_as_neighbours() -> None:
    bank = the("map-bank-company.svg")
    inside = [name for name in large_report().graph.elements if name.startswith("Bank ")]
    assert names_drawn(bank, "element") == sorted(inside)
    assert names_drawn(bank, "boundary") == [
        "Bank company",
        "Bank counter",
        "Bank records",
        "Bank systems",
    ]
    assert names_drawn(bank, "near") == [
        "Account at Bank",
        "Credit bureau",
        "Criminal investigation",
        "Hosting",
        "Population register",
        "Resident's own",
        "Verification vendor",
    ]
    heading = " ".join(drawn(bank, "heading")[0].itertext())
    counts = map(int, re.findall(r"(\d+) (?:high|medium|hypothetical)", heading))
    assert counted(bank, large_report()) == sum(counts)


def test_pictures_with_links_hold_nothing_else_that_acts() -> None:
    for view in pictures():
        root = ElementTree.fromstring(view.svg)
        tags = {item.tag.removeprefix(SVG) for item in root.iter()}
        assert tags <= {*TAGS, "a"}
        assert root.get("role") == ("group" if "a" in tags else "img")
        ids = [item.get("id") for item in root.iter() if item.get("id")]
        assert len(ids) == len({*ids})
        for item in root.iter():
            assert not [name for name in item.attrib if name == "style" or name.startswith("on")]
            assert "href" not in item.attrib or item.tag == f"{SVG}a"


def test_equal_bytes_twice() -> None:
    arranged = arrange(large_report())
    assert views(arranged) == pictures()[1:]


# Trails, matrix, sequence


def test_a_trail_shows_what_the_datum_touches_and_counts_the_rest() -> None:
    trail = the("trail-bank-scan.svg")
    graph = large_report().graph
    touched = names_drawn(trail, "element")
    assert {"Bank camera", "Bank scan archive", "Template gallery", "Backup"} <= {*touched}
    assert not [name for name in touched if name.startswith(("Carrier", "Clinic", "Airline"))]
    left_out = len(graph.elements) - len(touched)
    assert f"Left out: {left_out} elements that it does not touch." in trail
    assert not drawn(trail, "box")
    assert not [item for item in ElementTree.fromstring(trail).iter() if item.get("opacity")]


def test_a_trail_that_is_too_large_folds_and_says_how_much_of_a_box_it_touches() -> None:
    report = large_report(13)
    trail = trail_map(report, "Identity record")
    (post,) = (item for item in drawn(trail, "box") if item.get("data-name") == "Post company")
    texts = [str(text.text) for text in post.iter(f"{SVG}text")]
    assert texts[-1] == "4 of 9 elements, 3 flows inside"
    said = " ".join(drawn(trail, "heading")[0].itertext())
    assert "elements that it does not touch" in said
    assert "Folded away" in said


def test_a_trail_alone_is_the_same() -> None:
    data = next(name for name, slug in followed(large_report()).items() if slug == "bank-scan")
    assert trail_map(large_report(), data) == the("trail-bank-scan.svg")


def test_the_bands_of_the_matrix_have_every_datum_at_every_place() -> None:
    report = large_report()
    drawn_matrix = matrix(report)
    said = [str(cell[0].text) for cell in drawn(drawn_matrix, "cell")]
    for item in report.exposures:
        assert sum(words.startswith(f"{item.data} at {item.at}.") for words in said) == 1
    assert names_drawn(drawn_matrix, "knowledge") == sorted(x.party for x in report.knowledge)
    assert {*names_drawn(drawn_matrix, "datum")} == {*report.graph.data}
    goals = [name for name in report.graph.elements if name.startswith("Account at")]
    assert names_drawn(drawn_matrix, "element") == sorted({*report.graph.elements} - {*goals})
    assert "In bands" in drawn_matrix
    assert "In bands" not in matrix(sample_report())


def test_a_band_has_no_row_that_is_empty() -> None:
    drawn_matrix = matrix(large_report())
    rows = Counter(names_drawn(drawn_matrix, "datum"))
    assert rows["Bank template"] == 2  # what the bank knows, and where it is
    assert rows["Identity record"] > 2


def test_the_parts_of_the_sequence_have_every_flow_once_and_in_order() -> None:
    report = large_report()
    drawn_sequence = sequence(report)
    assert numbers(drawn_sequence, "flow") == [*range(1, len(report.graph.flows) + 1)]
    for item in drawn(drawn_sequence, "flow"):
        flow = report.graph.flows[str(item.get("data-name"))]
        assert {flow.source, flow.destination} <= {*names_drawn(drawn_sequence, "element")}
    assert "In ten parts" in drawn_sequence
    assert "parts" not in sequence(sample_report())


# The reports


def test_the_reports_say_what_is_folded_away() -> None:
    report = large_report()
    whole = overview(report.graph)
    inside = sum(len(whole.members(box)) for box in whole.boxes)
    said = foldings(report)[0].folded_away
    assert said.startswith(f"Folded away: {inside} of {len(report.graph.elements)} elements")
    page = Page(html_report(report, overview_picture(), pictures()[1:]))
    text = markdown_report(report, "map.svg", pictures()[1:])
    assert said in page.words("map")
    assert said in text
    assert said in " ".join(ElementTree.fromstring(overview_picture()).itertext())
    for box in foldings(report)[0].hidden:
        assert f"[{box.name}](#{box.anchor})" in text
        assert f'<a id="{box.anchor}"></a>' in text
        assert " and ".join(box.elements[-2:]) in page.words("map")


def test_every_link_of_a_picture_leads_to_a_picture() -> None:
    files = {view.file for view in pictures()}
    for view in pictures():
        targets = re.findall('<a href="([^"]*)"', view.svg)
        assert {*targets} <= files
        assert view.file not in targets
    assert len(re.findall("<a href=", overview_picture())) == len(
        overview(large_report().graph).boxes
    )


def test_every_link_of_the_page_leads_somewhere_on_it() -> None:
    page = Page(html_report(large_report(), overview_picture(), pictures()[1:]))
    assert len(page.ids) == len({*page.ids})
    assert all(target.startswith("#") for target in page.targets)
    assert {target.removeprefix("#") for target in page.targets} <= {*page.ids}
    for item in foldings(large_report()):
        assert page.targets.count(f"#{item.anchor}") > 1


def test_a_small_report_says_nothing_of_boxes() -> None:
    assert "Inside the boxes" not in html_report(sample_report(), "<svg></svg>")
    assert "Folded away" not in markdown_report(sample_report())


@pytest.mark.parametrize("names", [["script", "attribute", "svg", "markdown", "table"], ["half"]])
def test_hostile_text_is_only_text(names: list[str]) -> None:
    report = spoiled(" ".join(HOSTILE[name] for name in names), large_report(3))
    arranged = arrange(report)
    drawn_map, beside = picture(arranged), views(arranged)
    for svg in (drawn_map, *(view.svg for view in beside)):
        root = ElementTree.fromstring(svg)
        assert {item.tag.removeprefix(SVG) for item in root.iter()} <= {*TAGS, "a"}
        targets = [item.get("href") for item in root.iter(f"{SVG}a")]
        assert all(re.fullmatch(r"map(-[a-z0-9-]+)?\.svg", str(target)) for target in targets)
    page = Page(html_report(report, drawn_map, beside))
    assert not {tag for tag, _ in page.structure} & {"script", "img", "image"}
    assert not {name for _, names in page.structure for name in names if name.startswith("on")}
    assert {target.removeprefix("#") for target in page.targets} <= {*page.ids}


# Extremes


def test_a_hundred_and_fifty_elements_are_drawn() -> None:
    report = large_report(13)
    assert len(report.graph.elements) > 150
    assert len(pictures(13)) > 40


def test_the_limits_are_those_of_what_is_generated() -> None:
    graph = Graph(large_system(4))
    assert len(graph.elements) >= 60
    assert len(graph.flows) >= 110
    assert len(graph.data) >= 25
    assert any(item.evidence is Evidence.HYPOTHETICAL for item in graph.flows.values())
    assert max(len(cut.spots) for cut in cuts(large_report(4))) <= max(FOLDED, WHOLE)
    assert len(graph.flows) > LABELLED_FLOWS
    assert {item.severity for item in large_report().shown} >= {Severity.CRITICAL, Severity.HIGH}

"""The exposure map: nothing missing, nothing injected, the same twice, and what it says."""

import random
import re
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from facetrail.errors import CannotRun
from facetrail.model.graph import Graph
from facetrail.model.kinds import Form, Kind
from facetrail.model.words import (
    Boundary,
    Datum,
    Element,
    Evidence,
    External,
    Flow,
    FlowRole,
    Goal,
    Party,
    Person,
    Process,
    Role,
    Sensor,
    Store,
    Subjects,
    System,
)
from facetrail.render.cards import standing
from facetrail.render.layout import LADDER, LayoutFailed, embedded_engine
from facetrail.render.map import exposure_map
from facetrail.render.palette import Standing
from facetrail.render.sheet import without_heading
from facetrail.render.svg import Node, write
from facetrail.report import PlaceKind, Report, Spot
from tests.render.sample import sample_report

SVG = "{http://www.w3.org/2000/svg}"
TAGS = {"svg", "title", "desc", "g", "rect", "path", "text", "circle", "polygon"}
ROLES = [Role.CONTROLLER, Role.PROCESSOR, Role.AUTHORITY, Role.VENDOR]


def bare(system: System, **what: object) -> Report:
    """A report that says nothing about a system but what is given."""
    empty: dict[str, object] = {
        **dict.fromkeys(
            ("threats", "questions", "exposures", "knowledge", "coverage", "notes"), ()
        ),
        **{key: {} for key in ("forms", "flow_forms", "foreign_locks")},
    }
    return Report(graph=Graph(system), **{**empty, **what})  # type: ignore[arg-type]


def random_report(seed: int, elements: int) -> Report:
    """Random elements in nested boundaries, with flows of every kind between them."""
    chance = random.Random(seed)
    names = [f"element {index}" for index in range(elements)]
    boundaries = [Boundary(name="own", party="people")]
    for index in range(max(1, elements // 4)):
        parent = f"boundary {chance.randrange(index)}" if index and chance.random() < 0.4 else None
        boundaries.append(
            Boundary(name=f"boundary {index}", party=f"party {index % 4}", parent=parent)
        )
    kinds: list[type[Element]] = [Sensor, Process, Store, External, Goal]
    inside = [
        chance.choice(kinds)(
            name=name,
            boundary=chance.choice(boundaries).name,
            evidence=chance.choice([*Evidence]),
        )
        for name in names[1:]
    ]
    flows = [
        Flow(
            name=f"flow {index}",
            source=chance.choice(names),
            destination=chance.choice(names),
            role=chance.choice([FlowRole.DATA] * 4 + [FlowRole.DELETION]),
            evidence=chance.choice([*Evidence]),
        )
        for index in range(round(elements * 1.3))
    ]
    system = System(
        name=f"random {seed}",
        parties=(
            Party(name="people", role=Role.SUBJECT),
            *(Party(name=f"party {index}", role=role) for index, role in enumerate(ROLES)),
        ),
        subjects=(Subjects(name="people"),),
        boundaries=tuple(boundaries),
        elements=(Person(name=names[0], subjects="people", boundary="own"), *inside),
        flows=tuple(flows),
    )
    return bare(
        system,
        forms={name: chance.choice([*Form]) for name in names},
        flow_forms={flow.name: chance.choice([*Form]) for flow in flows},
        foreign_locks={flows[0].name: ("party 2",)} if flows else {},
    )


def drawn(picture: str, class_: str) -> list[ElementTree.Element]:
    """The groups of a class in a picture."""
    return [
        item
        for item in ElementTree.fromstring(picture).iter(f"{SVG}g")
        if class_ in item.get("class", "").split()
    ]


def names_drawn(picture: str, class_: str) -> list[str]:
    return sorted(item.get("data-name", "") for item in drawn(picture, class_))


def assert_whole(picture: str, report: Report) -> None:
    """Every element, boundary and flow is in the picture once, and nothing that could act."""
    graph = report.graph
    assert names_drawn(picture, "element") == sorted(graph.elements)
    assert names_drawn(picture, "boundary") == sorted(graph.boundaries)
    assert names_drawn(picture, "flow") == sorted(graph.flows)
    assert len(drawn(picture, "flow-label")) == len(graph.flows)
    root = ElementTree.fromstring(picture)
    assert {item.tag.removeprefix(SVG) for item in root.iter()} <= TAGS
    ids = [item.get("id") for item in root.iter() if item.get("id")]
    assert len(ids) == len(set(ids))
    assert all(str(id).startswith("exposure-") for id in ids)
    for item in root.iter():
        assert not [name for name in item.attrib if name == "style" or name.startswith("on")]
    numbers = [value for item in root.iter() for value in item.attrib.values() if "nan" in value]
    assert not [value for value in numbers if re.search(r"\bnan\b", value)]


@pytest.fixture(scope="module")
def report() -> Report:
    return sample_report()


@pytest.fixture(scope="module")
def picture(report: Report) -> str:
    return exposure_map(report)


def test_the_sample_is_whole_and_equal_twice(picture: str, report: Report) -> None:
    assert_whole(picture, report)
    assert exposure_map(sample_report()) == picture


def test_it_can_be_read_by_those_who_do_not_see_it(picture: str, report: Report) -> None:
    root = ElementTree.fromstring(picture)
    assert root.get("role") == "img"
    labelled = [root.find(f".//*[@id='{id}']") for id in str(root.get("aria-labelledby")).split()]
    assert next(item.text for item in labelled if item is not None) == (
        "Exposure map: SIM registration: scan kept"
    )
    for group in (*drawn(picture, "element"), *drawn(picture, "flow"), *drawn(picture, "boundary")):
        assert group[0].tag == f"{SVG}title"
        assert str(group.get("data-name")) in str(group[0].text)
    lock = next(item for item in drawn(picture, "flow") if item.get("data-flow") == "12")
    assert "key held by Public security ministry" in str(lock[0].text)


def test_it_is_as_wide_as_a_report_and_as_high_as_a_slide(picture: str) -> None:
    root = ElementTree.fromstring(picture)
    wide, high = float(str(root.get("width"))), float(str(root.get("height")))
    smallest = min(
        float(item.get("font-size", "99")) for item in root.iter() if item.tag == f"{SVG}text"
    )
    assert smallest * 1100 / wide >= 9
    assert 1.2 <= wide / high <= 2.2


def test_a_page_that_has_title_and_headline_gets_the_rest(picture: str, report: Report) -> None:
    whole, rest = ElementTree.fromstring(picture), ElementTree.fromstring(without_heading(picture))
    assert len(drawn(picture, "heading")) == 1
    assert not drawn(without_heading(picture), "heading")
    assert_whole(without_heading(picture), report)
    _, _, wide, high = map(int, str(whole.get("viewBox")).split())
    left, top, same_width, less = map(int, str(rest.get("viewBox")).split())
    assert (left, same_width, top + less) == (0, wide, high)
    assert rest.get("width") == str(wide)
    assert rest.get("height") == str(less)
    shift = re.fullmatch(
        r"translate\((\S+) (\S+)\)", str(drawn(picture, "map")[0].get("transform"))
    )
    assert shift is not None
    assert 0 < top <= float(shift[2]) + 0.5


def test_another_picture_is_left_as_it_is() -> None:
    assert without_heading("<svg/>") == "<svg/>"


def test_it_says_what_matters(picture: str) -> None:
    shown = " ".join(text.strip() for text in ElementTree.fromstring(picture).itertext())
    for words in (
        "six places outside their control",
        "controlled by the person",
        "Public security ministry · authority · CN",
        "verification 1:1",
        "at rest: encrypted",
        "feared, not evidenced",
        "delete",
    ):
        assert words in shown


def test_the_legend_shows_only_what_occurs(picture: str) -> None:
    (legend,) = drawn(picture, "legend")
    words = " ".join(legend.itertext())
    assert "identity data only" in words
    assert "protected template" not in words
    assert "external" not in words


def test_flows_wear_their_form_their_evidence_and_their_role(picture: str, report: Report) -> None:
    for group in drawn(picture, "flow"):
        flow = report.graph.flows[str(group.get("data-name"))]
        classes = str(group.get("class")).split()
        assert {f"form-{report.flow_forms[flow.name]}", flow.evidence, flow.role} <= {*classes}
        assert group.get("data-flow") == str(report.graph.number(flow.name))
    assert len(drawn(picture, "cross")) == len(drawn(picture, "lock")) == 2  # one in the legend


def test_threats_are_counted_where_they_are(picture: str, report: Report) -> None:
    counted = sum(
        int(str(item.findtext(f"{SVG}text")))
        for item in drawn(picture, "threats")
        if str(item.findtext(f"{SVG}title")).endswith(tuple(t.title for t in report.threats))
    )
    assert counted == len(report.shown) + len(report.feared)
    hollow = [
        item for item in drawn(picture, "threats") if "hypothetical" in str(item.get("class"))
    ]
    assert any("Scans train a model" in str(item.findtext(f"{SVG}title")) for item in hollow)


def test_a_threat_without_a_place_is_counted_in_words(report: Report) -> None:
    threat = replace(report.threats[0], at=Spot(PlaceKind.MODEL, report.graph.system.name))
    shown = exposure_map(replace(report, threats=(threat,)))
    assert "(1 without a place in the picture)" in shown


def test_what_the_person_controls_and_what_is_feared_stand_apart(report: Report) -> None:
    elements = report.graph.elements
    assert standing(report, elements["Customer"]) is Standing.OWN
    assert standing(report, elements["Scan archive"]) is Standing.EXPOSED
    assert standing(report, elements["Training set"]) is Standing.FEARED
    reported = replace(elements["Training set"], evidence=Evidence.REPORTED)
    assert standing(report, reported) is Standing.FEARED  # it gets the face by a feared flow only


def test_a_goal_that_no_flow_reaches_is_tied_to_what_it_requires(
    picture: str, report: Report
) -> None:
    assert not drawn(picture, "need")
    system = report.graph.system
    without = replace(system, flows=tuple(item for item in system.flows if not _ends(item)))
    tied = exposure_map(replace(report, graph=Graph(without)))
    titles = [str(item.findtext(f"{SVG}title")) for item in drawn(tied, "need")]
    assert titles == [
        "Number activated needs Face comparison",
        "Number activated needs Activation",
    ]
    (goal,) = drawn(tied, "goal")
    assert "requires Face comparison and Activation" in str(goal.findtext(f"{SVG}title"))
    assert "needed for the goal" in tied


def _ends(flow: Flow) -> bool:
    return flow.destination == "Number activated"


def test_a_label_is_broken_but_not_changed() -> None:
    name = "人脸比对服务与运营商客户登记册"
    system = System(
        name="labels",
        parties=(Party(name="carrier", role=Role.CONTROLLER),),
        elements=(Process(name="a", party="carrier"), Store(name="b", party="carrier")),
        flows=(Flow(name=name, source="a", destination="b"),),
    )
    (label,) = drawn(exposure_map(bare(system)), "flow-label")
    assert "".join(visible(label)[:-1]) == name


HOSTILE = [
    "\"quoted\" 'too'",
    "two\nlines\r\n\tand a tab",
    "<script>alert(1)</script>",
    '"];evil[label="b',
    '</title></g><image href="x"/>',
    "]]>",
    "ends in \\",
    "x" * 10_000,
    "nul \x00 and \x1b[31m",
    "\u202etxet desrever",
    "\u2067isolated\u200f",
    "<x>",
    "&amp; &#0;",
    "e" + "\u0301" * 500,
    "\U000e0001 \ufffe \ud800",
    "名称非常长的系统" * 40,
    "خدمة مطابقة الوجه",
    "-->",
    "%s {0} $x",
]


def test_hostile_names_stay_names() -> None:
    names = [*HOSTILE, "\u00a0x \u00a0"]
    boundaries = [Boundary(name=f"b{name}", party=f"p{name}") for name in names]
    parties = [Party(name=f"p{name}", role=Role.CONTROLLER, jurisdiction=name) for name in names]
    kinds: list[type[Element]] = [Process, Store, External, Sensor]
    elements = [
        kinds[index % 4](name=name, boundary=f"b{name}", description=name)
        for index, name in enumerate(names)
    ]
    data = [Datum(name=f"d{name}", kind=Kind.FACE_IMAGE, origin=name) for name in names]
    flows = [
        Flow(name=one, source=one, destination=other, data=(f"d{one}",), description=other)
        for one, other in zip(names, [*names[1:], names[0]], strict=True)
    ]
    hostile = bare(
        System(
            name="</title><script>",
            description="]]>\x00",
            parties=tuple(parties),
            boundaries=tuple(boundaries),
            elements=tuple(elements),
            data=tuple(data),
            flows=tuple(flows),
        ),
        forms=dict.fromkeys(names, Form.RAW),
        flow_forms=dict.fromkeys(names, Form.RAW),
        foreign_locks={names[0]: (names[2], names[7])},
    )
    picture = exposure_map(hostile)
    root = ElementTree.fromstring(picture)
    assert {item.tag.removeprefix(SVG) for item in root.iter()} <= TAGS
    for class_ in ("element", "boundary", "flow"):
        assert len(drawn(picture, class_)) == len(names)
    assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", picture)
    picture.encode()


def visible(root: ElementTree.Element) -> list[str]:
    return [item.text or "" for item in root.iter(f"{SVG}text")]


@pytest.mark.parametrize(("seed", "elements"), [(1, 2), (2, 6), (3, 11), (4, 15), (5, 20), (6, 30)])
def test_random_systems_are_whole(seed: int, elements: int) -> None:
    report = random_report(seed, elements)
    assert_whole(exposure_map(report), report)


def test_sixty_elements_in_no_boundary_are_drawn_whole_and_named_in_a_table() -> None:
    report = random_report(7, 60)
    system = report.graph.system
    elements = tuple(
        replace(item, boundary=None, party=None if isinstance(item, Person) else "party 1")
        for item in system.elements
    )
    flat = replace(report, graph=Graph(replace(system, boundaries=(), elements=elements)))
    picture = exposure_map(flat)
    assert_whole(picture, flat)
    assert len(drawn(picture, "row")) == len(report.graph.flows)


def test_the_smallest_system() -> None:
    alone = bare(
        System(
            name="one",
            parties=(Party(name="people", role=Role.SUBJECT),),
            subjects=(Subjects(name="people"),),
            boundaries=(Boundary(name="empty", party="people"),),
            elements=(Person(name="somebody", subjects="people"),),
        )
    )
    assert_whole(exposure_map(alone), alone)


@pytest.mark.parametrize("failing", range(1, len(LADDER)))
def test_a_simpler_drawing_is_whole_too(report: Report, failing: int) -> None:
    calls = 0

    def engine(source: str) -> bytes:
        nonlocal calls
        calls += 1
        if calls <= failing:
            raise LayoutFailed("made to")
        return embedded_engine()(source)

    assert_whole(exposure_map(report, engine=engine), report)


def test_the_first_layout_is_used_when_there_is_no_time_for_another(report: Report) -> None:
    asked: list[str] = []

    def engine(source: str) -> bytes:
        asked.append(source)
        if len(asked) > 1:
            raise LayoutFailed("it ran out of time")
        return embedded_engine()(source)

    assert_whole(exposure_map(report, engine=engine), report)
    assert len(asked) > 1


def test_a_way_that_the_engine_loses_a_flow_in_does_not_stop_the_others() -> None:
    report = random_report(47, 17)
    assert_whole(exposure_map(report), report)


def losing(pattern: str) -> Callable[[str], bytes]:
    """An engine that never hears of the lines matching a pattern."""

    def engine(source: str) -> bytes:
        kept = [line for line in source.splitlines() if not re.search(pattern, line)]
        return embedded_engine()("\n".join(kept))

    return engine


def test_a_picture_is_compared_with_the_model_after_it_is_written(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgetful(root: Node) -> str:
        return write(root).replace('id="exposure-f11"', 'id="exposure-f99"')

    monkeypatch.setattr("facetrail.render.sheet.write", forgetful)
    with pytest.raises(CannotRun, match="f11"):
        exposure_map(report)


@pytest.mark.parametrize("lost", [r"id=f11\b", r"^\s*e5 \["])
def test_no_picture_rather_than_one_with_something_missing(report: Report, lost: str) -> None:
    with pytest.raises(CannotRun, match="no complete drawing"):
        exposure_map(report, engine=losing(lost))

"""What only the whole of several systems can do: the new of each threat, and the path across."""

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from facetrail.analysis.facts import Facts
from facetrail.assemble import assemble
from facetrail.assemble.crossing import crossings
from facetrail.assemble.paths import hangs_on, ways
from facetrail.assemble.threats import scored, threats
from facetrail.engine import Evaluation
from facetrail.model.composing import compose
from facetrail.model.graph import Graph
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import (
    Boundary,
    Datum,
    Element,
    Evidence,
    Flow,
    Key,
    Party,
    Process,
    Purpose,
    Role,
    Sensor,
    Store,
    Subjects,
    System,
    Transform,
)
from facetrail.render import together
from facetrail.render.html import html_report
from facetrail.render.json_report import json_report, schema
from facetrail.render.markdown import markdown_report
from facetrail.report import Crossing, Report
from facetrail.rules.catalogue import RULES
from tests.analysis.systems import random_system, unchecked

SHARED = (["Ministry"], ["people"])


def system(name: str, elements: Sequence[Element], data: Sequence[Datum], *flows: Flow) -> System:
    """A system of the ministry and one party of its own."""
    return System(
        name=name,
        date="2020-01-01",
        parties=(
            Party(name="people", role=Role.SUBJECT),
            Party(name="Ministry", role=Role.AUTHORITY),
            Party(name=name, role=Role.CONTROLLER),
        ),
        subjects=(Subjects(name="people", population=1_000),),
        elements=tuple(elements),
        data=tuple(data),
        flows=flows,
    )


def datum(name: str, kind: Kind, origin: str, purpose: Purpose) -> Datum:
    return Datum(
        name=name, kind=kind, subjects="people", origin=origin, collected_for=frozenset({purpose})
    )


def to_ministry(*data: str, by: str, store: str, evidence: Evidence = Evidence.REPORTED) -> Flow:
    return Flow(name=f"{by} hands over", source=by, destination=store, data=data, evidence=evidence)


FORUM = system(
    "Forum",
    (
        Process(name="Sign-up", party="Forum"),
        Process(name="Shop", party="Forum"),
        Store(name="Requests", party="Ministry"),
    ),
    (
        datum("Number", Kind.PHONE_NUMBER, "Sign-up", Purpose.SERVICE_DELIVERY),
        datum("Posts", Kind.BEHAVIOUR, "Sign-up", Purpose.SERVICE_DELIVERY),
        datum("Number of buyers", Kind.PHONE_NUMBER, "Shop", Purpose.MARKETING),
        datum("Face", Kind.FACE_IMAGE, "Shop", Purpose.MARKETING),
    ),
    to_ministry("Number", "Posts", by="Sign-up", store="Requests"),
    to_ministry("Number of buyers", "Face", by="Shop", store="Requests"),
)
"""Has a record that joins data collected apart by itself."""

CARRIER = system(
    "Carrier",
    (Sensor(name="Counter", party="Carrier"), Store(name="Registrations", party="Ministry")),
    (
        datum("Usage", Kind.BEHAVIOUR, "Counter", Purpose.REAL_NAME_REGISTER),
        datum("Number sold", Kind.PHONE_NUMBER, "Counter", Purpose.REAL_NAME_REGISTER),
    ),
    to_ministry("Usage", "Number sold", by="Counter", store="Registrations"),
)


def report(*parts: System, same: Sequence[Sequence[str]] = SHARED) -> Report:
    return assemble(Graph(compose("Both", parts, same)))


def only(found: Report, rule: str) -> Crossing:
    (crossing,) = [
        item
        for item in together.only_the_whole(found)
        if item.threat.rule == rule and not item.threat.is_hypothetical
    ]
    return crossing


def feared(part: System) -> System:
    flows = (replace(flow, evidence=Evidence.HYPOTHETICAL) for flow in part.flows)
    return replace(part, flows=tuple(flows))


def test_of_a_threat_that_a_part_has_too_the_new_is_shown_by_the_path_that_crosses() -> None:
    found = report(FORUM, CARRIER)
    (threat,) = [item for item in found.threats if item.rule == "flows-join-into-record"]
    (alone,) = [
        item for item in assemble(Graph(FORUM)).threats if item.rule == "flows-join-into-record"
    ]
    crossing = only(found, "flows-join-into-record")

    assert threat.path == alone.path  # the worst of it is in one part
    assert crossing.threat.id == threat.id
    assert crossing.systems == ("Forum", "Carrier")
    assert [(leg.system, leg.flows) for leg in crossing.legs] == [
        ("Forum", ("Shop hands over",)),
        ("Carrier", ("Counter hands over",)),
    ]
    assert crossing.threat.hangs_on == ()


def test_what_a_part_joins_already_is_not_new() -> None:
    lone = datum("Letter", Kind.BEHAVIOUR, "Counter", Purpose.RESEARCH)
    other = replace(CARRIER, data=(lone,), flows=(to_ministry("Letter", by="Counter", store="R"),))
    other = replace(other, elements=(CARRIER.elements[0], Store(name="R", party="Ministry")))
    found = report(FORUM, other)

    assert together.only_the_whole(found) == ()
    assert any(item.rule == "flows-join-into-record" for item in found.threats)


def test_the_hypothetical_steps_of_the_path_are_told() -> None:
    found = report(FORUM, feared(CARRIER))
    (crossing,) = [
        item
        for item in together.only_the_whole(found)
        if item.threat.rule == "flows-join-into-record"
    ]

    assert crossing.threat.is_hypothetical
    assert crossing.threat.hangs_on == ("Counter hands over",)
    assert "hypothetical: flow" in together.ways(found, crossing)


def test_a_step_that_two_systems_have_is_in_either() -> None:
    both = report(FORUM, CARRIER, replace(CARRIER, name="Reseller"))
    assert both.whole is not None

    assert all("Reseller" not in item.systems for item in both.whole.crossings)


def test_the_path_goes_by_whatever_a_datum_is_made_from() -> None:
    camera, reader = (Sensor(name=name, party="Forum") for name in ("Camera", "Reader"))
    image = datum("Image", Kind.FACE_IMAGE, "Camera", Purpose.RESEARCH)
    plate = datum("Plate", Kind.LICENCE_PLATE, "Reader", Purpose.RESEARCH)
    track = Datum(
        name="Track",
        kind=Kind.TRAJECTORY,
        subjects="people",
        transform=Transform(Operation.JOIN, ("Image", "Plate"), "Tracker"),
    )
    made = system(
        "Forum",
        (camera, reader, Process(name="Tracker", party="Forum"), Store(name="S", party="Forum")),
        (image, plate, track),
        Flow(name="images", source="Camera", destination="Tracker", data=("Image",)),
        Flow(name="plates", source="Reader", destination="Tracker", data=("Plate",)),
        Flow(name="tracks", source="Tracker", destination="S", data=("Track",)),
    )
    facts = Facts(Graph(made))
    (copy,) = [item for item in facts.copies if item.datum.name == "Track"]

    assert [*ways(copy, facts, ["Track"])] == [
        ("images", "tracks"),
        ("images", "tracks"),
        ("plates", "tracks"),
    ]
    assert [*ways(copy, facts, ["Image"])] == []


def test_what_a_datum_is_made_from_is_feared_with_it_unless_it_is_there_anyway() -> None:
    gallery = to_ministry("Mugshots", by="Archive", store="Search", evidence=Evidence.HYPOTHETICAL)
    hits = Datum(
        name="Hits",
        kind=Kind.CANDIDATE_LIST,
        subjects="people",
        transform=Transform(Operation.SEARCH, ("Face", "Mugshots"), "Search"),
    )
    searching = system(
        "Forum",
        (
            Sensor(name="Camera", party="Forum"),
            Store(name="Archive", party="Forum"),
            Process(name="Search", party="Ministry"),
            Store(name="Cases", party="Ministry"),
        ),
        (
            datum("Face", Kind.FACE_IMAGE, "Camera", Purpose.RESEARCH),
            datum("Mugshots", Kind.FACE_IMAGE, "Archive", Purpose.RESEARCH),
            hits,
        ),
        Flow(name="faces", source="Camera", destination="Search", data=("Face",)),
        gallery,
        Flow(name="hits", source="Search", destination="Cases", data=("Hits",)),
    )

    def hanging(part: System, name: str) -> list[str]:
        graph = Graph(part)
        facts, sure = Facts(graph), Facts(graph.up_to(Evidence.INFERRED))
        (copy,) = [item for item in facts.copies if item.datum.name == name]
        return [*hangs_on(copy, facts, [name], (), sure)]

    known = replace(gallery, evidence=Evidence.REPORTED)
    faces, _, kept = searching.flows
    assert hanging(searching, "Hits") == ["Archive hands over"]
    assert hanging(replace(searching, flows=(faces, known, kept)), "Hits") == []
    assert hanging(searching, "Mugshots") == []


def test_what_two_parties_join_together_in_a_part_is_not_new_in_the_whole() -> None:
    apart = report(FORUM, CARRIER, same=())
    assert apart.whole is not None

    assert apart.whole.coalitions == ()
    assert apart.whole.gains == ()
    assert apart.whole.crossings == ()


def composed(same: Sequence[Sequence[str]], *parts: System) -> tuple[Crossing, ...]:
    """What is new in parts whose flows may carry what never gets to them."""
    evaluation = Evaluation(unchecked(compose("Both", parts, same)), RULES)
    findings = [scored(item) for item in evaluation.findings]
    alone = [Evaluation(unchecked(part), RULES) for part in evaluation.graph.system.parts]
    return crossings(evaluation, findings, threats(findings, evaluation), alone)


@pytest.mark.parametrize("start", range(0, 30, 10))
def test_with_nothing_the_same_nothing_is_new(start: int) -> None:
    for seed in range(start, start + 10):
        parts = (
            replace(random_system(seed + place * 1_000, 0), name=name, date="2020-01-01")
            for place, name in enumerate(("one", "other"))
        )
        assert composed((), *parts) == (), seed


@pytest.mark.parametrize("start", [0, 60])
def test_a_path_says_truly_in_which_systems_its_steps_are(start: int) -> None:
    crossed = 0
    for seed in range(start, start + 60):
        base = replace(random_system(seed, 0), date="2020-01-01")
        halves = [
            replace(base, name=name, flows=base.flows[place::2])
            for place, name in enumerate(("one", "other"))
        ]
        groups: tuple[Sequence[Party | Element | Datum | Key | Boundary | Subjects], ...] = (
            *(base.parties, base.elements, base.data, base.keys, base.boundaries, base.subjects),
        )
        names = {item.name for group in groups for item in group}
        found = composed([[name] for name in sorted(names)], *halves)
        flows = {part.name: {item.name for item in part.flows} for part in halves}
        for item in found:
            assert tuple(name for leg in item.legs for name in leg.flows) == item.threat.path, seed
            for leg in item.legs:
                assert {name.removesuffix(f" ({leg.system})") for name in leg.flows} <= flows[
                    leg.system
                ], seed
            crossed += len(item.systems) > 1
    assert crossed


def test_all_of_it_is_in_every_format() -> None:
    found = report(FORUM, CARRIER)
    assert found.whole is not None
    document = json.loads(json_report(found))
    pages = (markdown_report(found), html_report(found, "<svg/>"))

    assert [*Draft202012Validator(schema()).iter_errors(document)] == []
    crossing = document["whole"]["crossings"][0]
    assert {leg["system"] for leg in crossing["legs"]} == {"Forum", "Carrier"}
    assert [name for leg in crossing["legs"] for name in leg["flows"]] == crossing["path"]
    assert [item["threat"] for item in document["whole"]["crossings"]] == document["whole"][
        "threats"
    ]
    assert len(document["whole"]["coalitions"]) == len(found.whole.coalitions)
    for page in pages:
        for item in (*together.gains(found), *together.joined_anew(found)):
            assert item.who in page
        assert "Carrier" in page

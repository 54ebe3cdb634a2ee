"""The JSON: exactly the contract, in its order, with every name as it was given."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from facetrail.model.graph import Graph
from facetrail.model.words import Subjects
from facetrail.render.json_report import json_report, schema
from facetrail.report import PlaceKind, Question, Report, Spot
from tests.render.sample import sample_report
from tests.render.variants import HOSTILE, empty, spoiled

KEYS = {
    "": "schema model threats questions exposures knowledge coalitions whole numbers coverage "
    "notes",
    "model": "name description source subjects counts",
    "threats": "id rule title message linddun severity score why at data path hangs_on evidence "
    "status remaining_score mitigations references folded_under exposes",
    "questions": "id about attribute text rules",
    "exposures": "data at party protections held recoverable path exposes",
    "knowledge": "party holds passes links",
    "numbers": "at evidence sensors uncounted frequency searches_a_day matches_a_day "
    "false_alerts_a_day formula review_capacity not_stated",
    "coverage": "node state rules because",
    "notes": "level message where",
}
"""The keys of the contract, in its order."""


def load(report: Report) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(json_report(report))
    return loaded


def faults(document: object) -> list[str]:
    return [error.message for error in Draft202012Validator(schema()).iter_errors(document)]


def test_equal_bytes_twice() -> None:
    assert json_report(sample_report()) == json_report(sample_report())


def test_two_spaces_real_letters_and_a_newline_at_the_end() -> None:
    text = json_report(sample_report())

    assert text.startswith('{\n  "schema": "facetrail.report/1",\n')
    assert "“retension”" in text
    assert text.endswith("}\n")


@pytest.mark.parametrize("key", KEYS)
def test_keys_come_in_the_order_of_the_contract(key: str) -> None:
    found = load(sample_report())
    parts = [found] if not key else found[key] if isinstance(found[key], list) else [found[key]]

    assert parts
    assert {" ".join(part) for part in parts} == {KEYS[key]}


def test_what_the_sample_says() -> None:
    found = load(sample_report())
    threat = found["threats"][0]

    assert found["model"] == {
        "name": "SIM registration: scan kept",
        "description": "Activating a mobile number at a shop counter; the carrier keeps the scan.",
        "source": "models/sim_registration/kept.py",
        "subjects": [
            {
                "name": "New customers",
                "population": 100_000_000,
                "evidence": "reported",
                "known_from": "",
            }
        ],
        "counts": {"elements": 13, "flows": 15, "data": 8},
    }
    assert threat["id"] == "biometric-beside-identity@Scan archive:Live scan"
    assert threat["at"] == {"kind": "element", "name": "Scan archive"}
    assert threat["why"][0] == {
        "factor": "harm",
        "points": 3,
        "because": "the person is identified and can be tracked",
    }
    assert threat["mitigations"][1] == {
        "control": "key kept by the subject",
        "adds": ["no-redress-for-false-non-match"],
    }
    assert found["knowledge"][1]["links"][0] == ["Card copy", "Live scan"]


def test_every_threat_question_and_note_appears_once() -> None:
    report, found = sample_report(), load(sample_report())

    assert [item["id"] for item in found["threats"]] == [item.id for item in report.threats]
    assert [item["id"] for item in found["questions"]] == [item.id for item in report.questions]
    assert [item["message"] for item in found["notes"]] == [item.text for item in report.notes]


def test_nobody_knows_how_many_people() -> None:
    report = sample_report()
    system = replace(report.graph.system, subjects=(Subjects(name="New customers"),))
    found = load(replace(report, graph=Graph(system)))

    assert found["model"]["subjects"] == [
        {"name": "New customers", "population": None, "evidence": "reported", "known_from": ""}
    ]
    assert faults(found) == []


def test_questions_may_be_about_any_kind_of_place() -> None:
    about_key = Question(
        id="holders@Key",
        about=Spot(PlaceKind.KEY, "Key"),
        attribute="holders",
        text="Who holds it?",
        rules=("operator-holds-the-key",),
        settles=4,
    )

    assert faults(load(replace(sample_report(), questions=(about_key,)))) == []


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


def test_the_schema_forbids_what_it_does_not_know_everywhere() -> None:
    def objects(part: Any) -> list[dict[str, Any]]:
        if isinstance(part, list):
            return [found for item in part for found in objects(item)]
        if not isinstance(part, dict):
            return []
        own = [part] if part.get("type") == "object" else []
        return [*own, *(found for item in part.values() for found in objects(item))]

    found = objects(schema())
    assert len(found) > 10
    for part in found:
        assert part["additionalProperties"] is False
        assert part["required"] == list(part["properties"])


@pytest.mark.parametrize("report", [sample_report(), empty()], ids=["sample", "empty"])
def test_reports_keep_to_the_schema(report: Report) -> None:
    assert faults(load(report)) == []


def _set(*path: str | int, to: object) -> Callable[[dict[str, Any]], None]:
    def spoil(document: Any) -> None:
        *way, last = path
        for step in way:
            document = document[step]
        document[last] = to

    return spoil


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda found: found.pop("notes"), id="a key is missing"),
        pytest.param(lambda found: found["threats"][0].pop("why"), id="no reasons"),
        pytest.param(_set("extra", to=1), id="a key too many"),
        pytest.param(_set("threats", 0, "extra", to=1), id="a key too many in a threat"),
        pytest.param(_set("schema", to="facetrail.report/2"), id="another version"),
        pytest.param(_set("threats", 0, "severity", to="severe"), id="no such severity"),
        pytest.param(_set("threats", 0, "score", to=-1), id="a score below the floor"),
        pytest.param(_set("threats", 0, "score", to=1.5), id="half a point"),
        pytest.param(_set("threats", 0, "linddun", to=["X.1"]), id="no such type"),
        pytest.param(_set("threats", 0, "linddun", to=["L"]), id="a type, not a node"),
        pytest.param(_set("threats", 0, "rule", to="No Rule"), id="not an id of a rule"),
        pytest.param(_set("threats", 0, "id", to="rule"), id="an id without a place"),
        pytest.param(_set("threats", 0, "at", "kind", to="planet"), id="no such place"),
        pytest.param(_set("threats", 0, "evidence", to="sure"), id="no such evidence"),
        pytest.param(_set("threats", 0, "status", to="ignored"), id="no such status"),
        pytest.param(_set("threats", 0, "why", 0, "factor", to="luck"), id="no such factor"),
        pytest.param(_set("threats", 0, "why", 0, "points", to=5), id="too many points"),
        pytest.param(_set("questions", 0, "rules", to=[]), id="a question that decides nothing"),
        pytest.param(_set("exposures", 0, "held", to=""), id="held is not said"),
        pytest.param(_set("knowledge", 0, "links", to=[["one"]]), id="a pair of one"),
        pytest.param(_set("coverage", 0, "state", to="fine"), id="no such state"),
        pytest.param(_set("notes", 0, "level", to="error"), id="no such level"),
        pytest.param(_set("model", "subjects", 0, "population", to=-1), id="fewer than nobody"),
    ],
)
def test_the_schema_finds_a_broken_report(spoil: Callable[[dict[str, Any]], None]) -> None:
    document = load(sample_report())
    spoil(document)

    assert len(faults(document)) >= 1


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_kept_exactly_and_written_safely(name: str) -> None:
    report = spoiled(HOSTILE[name])
    text = json_report(report)
    found = json.loads(text)

    assert found["model"]["name"] == report.graph.system.name
    assert [item["message"] for item in found["threats"]] == [
        item.message for item in report.threats
    ]
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]", text
    )
    assert text.encode()

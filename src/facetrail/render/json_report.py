"""The report as JSON, version 1 of the contract that `report.schema.json` states."""

import json
import re
from importlib.resources import files
from typing import Any

from facetrail.report import (
    Coalition,
    Coverage,
    Crossing,
    Exposed,
    Exposure,
    Knowledge,
    Numbers,
    Question,
    Report,
    Spot,
    Threat,
    Whole,
)

VERSION = "facetrail.report/1"
"""What the field `schema` says."""

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def json_report(report: Report) -> str:
    """The whole report as one JSON document, keys in the order of the contract.

    Names are exact: characters that reorder or end a line in a viewer are written as escapes.
    """
    text = json.dumps(_report(report), ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema of the documents that `json_report` writes."""
    text = files("facetrail.render").joinpath("report.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def _report(report: Report) -> dict[str, Any]:
    return {
        "schema": VERSION,
        "model": _model(report),
        "threats": [_threat(item) for item in report.threats],
        "questions": [_question(item) for item in report.questions],
        "exposures": [_exposure(item) for item in report.exposures],
        "knowledge": [_knowledge(item) for item in report.knowledge],
        "coalitions": [_coalition(item) for item in report.coalitions],
        "whole": None if report.whole is None else _whole(report.whole),
        "numbers": [_numbers(item) for item in report.numbers],
        "coverage": [_coverage(item) for item in report.coverage],
        "notes": [
            {"level": item.level, "message": item.text, "where": item.where}
            for item in report.notes
        ],
    }


def _model(report: Report) -> dict[str, Any]:
    graph = report.graph
    return {
        "name": graph.system.name,
        "description": graph.system.description,
        "source": graph.system.file,
        "subjects": [
            {
                "name": item.name,
                "population": item.population,
                "evidence": item.evidence,
                "known_from": item.known_from,
            }
            for item in graph.subjects.values()
        ],
        "counts": {
            "elements": len(graph.elements),
            "flows": len(graph.flows),
            "data": len(graph.data),
        },
    }


def _threat(threat: Threat) -> dict[str, Any]:
    return {
        "id": threat.id,
        "rule": threat.rule,
        "title": threat.title,
        "message": threat.message,
        "linddun": threat.linddun,
        "severity": threat.severity,
        "score": threat.score,
        "why": [
            {"factor": item.factor, "points": item.points, "because": item.because}
            for item in threat.why
        ],
        "at": _spot(threat.at),
        "data": threat.data,
        "path": threat.path,
        "hangs_on": threat.hangs_on,
        "evidence": threat.evidence,
        "status": threat.status,
        "remaining_score": threat.remaining_score,
        "mitigations": [
            {"control": item.control, "adds": item.adds} for item in threat.mitigations
        ],
        "references": threat.references,
        "folded_under": threat.folded_under,
        "exposes": _exposed(threat.exposes),
    }


def _exposed(exposed: Exposed) -> dict[str, Any]:
    return {
        "about": [item.name for item in exposed.about],
        "beside": [item.name for item in exposed.beside],
        "unnamed": exposed.unnamed,
        "takes_in": exposed.takes_in,
        "may_take_in": exposed.may_take_in,
        "one_at_a_time": exposed.is_own,
        "at_least": exposed.at_least,
        "at_most": exposed.at_most,
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "about": _spot(question.about),
        "attribute": question.attribute,
        "text": question.text,
        "rules": question.rules,
    }


def _exposure(exposure: Exposure) -> dict[str, Any]:
    return {
        "data": exposure.data,
        "at": exposure.at,
        "party": exposure.party,
        "protections": exposure.protections,
        "held": exposure.held,
        "recoverable": exposure.recoverable,
        "path": exposure.path,
        "exposes": _exposed(exposure.exposes),
    }


def _knowledge(knowledge: Knowledge) -> dict[str, Any]:
    return {
        "party": knowledge.party,
        "holds": knowledge.holds,
        "passes": knowledge.passes,
        "links": knowledge.links,
    }


def _numbers(numbers: Numbers) -> dict[str, Any]:
    alerts = numbers.false_alerts
    return {
        "at": numbers.at,
        "evidence": numbers.evidence,
        "sensors": numbers.sensors,
        "uncounted": numbers.uncounted,
        "frequency": numbers.frequency,
        "searches_a_day": numbers.searches_a_day,
        "matches_a_day": numbers.matches_a_day,
        "false_alerts_a_day": None if alerts is None else float(alerts),
        "formula": numbers.formula,
        "review_capacity": numbers.review_capacity,
        "not_stated": numbers.not_stated,
    }


def _coalition(coalition: Coalition) -> dict[str, Any]:
    return {"parties": coalition.parties, "links": coalition.links}


def _whole(whole: Whole) -> dict[str, Any]:
    return {
        "parts": whole.parts,
        "threats": [item.threat.id for item in whole.crossings],
        "crossings": [_crossing(item) for item in whole.crossings],
        "gains": [
            {
                "party": item.party,
                "reads": item.reads,
                "links": item.links,
                "hypothetical": item.is_feared,
            }
            for item in whole.gains
        ],
        "coalitions": [_coalition(item) for item in whole.coalitions],
    }


def _crossing(crossing: Crossing) -> dict[str, Any]:
    threat = crossing.threat
    return {
        "threat": threat.id,
        "message": threat.message,
        "severity": threat.severity,
        "score": threat.score,
        "data": threat.data,
        "evidence": threat.evidence,
        "path": threat.path,
        "legs": [{"system": leg.system, "flows": leg.flows} for leg in crossing.legs],
        "hypothetical": threat.hangs_on,
    }


def _coverage(coverage: Coverage) -> dict[str, Any]:
    return {
        "node": coverage.node,
        "state": coverage.state,
        "rules": coverage.rules,
        "because": coverage.because,
    }


def _spot(spot: Spot) -> dict[str, Any]:
    return {"kind": spot.kind, "name": spot.name}

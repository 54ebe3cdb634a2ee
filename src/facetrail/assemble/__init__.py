"""From a graph to its report: what the rules found, what is open, and who can see what."""

from collections.abc import Iterable

from facetrail.analysis.coalitions import Coalitions
from facetrail.analysis.lifetimes import outliving_their_sources
from facetrail.assemble.coverage import coverage
from facetrail.assemble.questions import questions
from facetrail.assemble.sights import (
    carried_form,
    established,
    exposures,
    foreign_holders,
    knowledge,
    numbers,
    worst_forms,
)
from facetrail.assemble.threats import scored, threats
from facetrail.assemble.whole import whole
from facetrail.engine import Evaluation
from facetrail.model.graph import Graph
from facetrail.model.words import Boundary, Datum, Note
from facetrail.report import Report
from facetrail.rules.catalogue import RULES
from facetrail.rules.form import Rule


def assemble(graph: Graph, rules: Iterable[Rule] = RULES) -> Report:
    """Everything that is known about a graph under a set of rules. Raises RuleFailed."""
    rules = tuple(rules)
    evaluation = Evaluation(graph, rules)
    findings = [scored(finding) for finding in evaluation.findings]
    found = threats(findings, evaluation)
    asked = questions(evaluation, findings)
    coalitions = Coalitions(established(evaluation))
    parts = [Evaluation(Graph(part), rules) for part in graph.system.parts]
    widest = evaluation.levels[-1][1]
    forms, feared = worst_forms(established(evaluation), widest)
    return Report(
        graph=graph,
        threats=found,
        questions=asked,
        exposures=exposures(evaluation),
        knowledge=knowledge(evaluation),
        coverage=coverage(evaluation, found, asked),
        notes=(*graph.system.notes, *_notes(graph)),
        forms=forms,
        feared_forms=feared,
        flow_forms={name: carried_form(widest, flow) for name, flow in graph.flows.items()},
        foreign_locks={
            name: holders
            for name, flow in graph.flows.items()
            if (holders := foreign_holders(widest, flow))
        },
        coalitions=coalitions.found,
        to_a_body=coalitions.to_a_body,
        numbers=numbers(evaluation),
        whole=whole(evaluation, findings, found, coalitions, parts) if parts else None,
    )


def _notes(graph: Graph) -> tuple[Note, ...]:
    """What is declared but of no effect: data that no flow carries and nothing is made from, and
    boundaries around nothing; and derived data that are promised a longer life than what they are
    made from."""
    used = {name for flow in graph.system.flows for name in flow.data}
    for datum in graph.data.values():
        used.update(datum.transform.inputs if datum.transform else ())
    filled = {item.boundary for item in graph.elements.values()}
    filled |= {item.parent for item in graph.boundaries.values()}
    return (
        *(
            _note(datum, f"no flow carries {name} and nothing is made from it", "add the flow")
            for name, datum in graph.data.items()
            if name not in used and datum.transform is None
        ),
        *(
            _note(
                graph.data[name],
                f"{name} is promised to live longer than what it is made from",
                "say what holds",
            )
            for name in outliving_their_sources(graph)
        ),
        *(
            _note(item, f"nothing is in the boundary {name}", "name it at what is in it")
            for name, item in graph.boundaries.items()
            if name not in filled and not item.is_system
        ),
    )


def _note(word: Datum | Boundary, message: str, what_to_do: str) -> Note:
    return Note("warning", message, str(word.place or ""), what_to_do)

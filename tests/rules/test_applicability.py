"""No rule reports a LINDDUN type where the published table says that it cannot apply.

The table knows a flow, its source and its destination. A threat about one flow must fit that flow
at the end where it stands, or on it; a threat at another element one of the flows that touch it, at
the end that it is. A place that the table does not know must fit one of the flows that touch it,
anywhere along it: a person's and a party's own, those with data about a population, and for a goal
or the model any.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Carried, Subject
from facetrail.engine import decide
from facetrail.linddun import APPLICABLE, TYPES, End, Part
from facetrail.model.graph import Graph
from facetrail.model.words import Element, External, Flow, Goal, Person, Store
from facetrail.report import PlaceKind, Spot
from facetrail.rules.catalogue import RULES
from facetrail.rules.examples import ARCHIVE, ID_NUMBER, central, flow
from facetrail.rules.form import Rule
from tests.rules.mutants import examples


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_type_is_reported_where_it_cannot_apply(rule: Rule) -> None:
    misplaced = list(misplacements(rule))
    assert not misplaced, "\n".join(misplaced)


def misplacements(rule: Rule) -> Iterator[str]:
    """The types that a rule reports where they cannot apply, with the example and the reason."""
    prefixes = sorted({node.partition(".")[0] for node in rule.linddun})
    for example in examples(rule):
        facts = Facts(example.graph())
        for subject in facts.subjects_of(rule.over):
            if decide(rule, subject, facts):
                for prefix in prefixes:
                    if reason := why_not(prefix, subject, facts.graph):
                        place = f"{subject.spot.kind} {subject.place}"
                        yield f"{rule.id}, {example.name}: {TYPES[prefix]} at {place}, but {reason}"


def why_not(prefix: str, subject: Subject, graph: Graph) -> str:
    """Why a type cannot apply where a subject stands; empty if it can."""
    reasons = []
    for item in [subject.flow] if isinstance(subject, Carried) else graph.flows.values():
        here = parts_of(item, subject.spot, graph)
        ends = (end_of(graph.elements[item.source]), end_of(graph.elements[item.destination]))
        allowed = APPLICABLE.get(ends, {}).get(prefix, frozenset())
        if here & allowed:
            return ""
        if here:
            places = " or ".join(sorted(allowed)) or "nothing"
            reasons.append(f"the table has {places} for “{item.name}” ({' to '.join(ends)})")
    return "; ".join(reasons) or "no flow touches it"


def parts_of(item: Flow, spot: Spot, graph: Graph) -> frozenset[Part]:
    """Where along a flow a place is; empty if it does not touch it."""
    ends = {Part.SOURCE: item.source, Part.DESTINATION: item.destination}
    match spot.kind:
        case PlaceKind.FLOW:
            return frozenset({Part.FLOW} if item.name == spot.name else ())
        case PlaceKind.ELEMENT if not isinstance(graph.elements[spot.name], Person | Goal):
            return frozenset(part for part, name in ends.items() if name == spot.name)
        case PlaceKind.ELEMENT if isinstance(graph.elements[spot.name], Person):
            touches = spot.name in ends.values()
        case PlaceKind.PARTY:
            parties = (graph.party_of(name) for name in ends.values())
            touches = spot.name in {party.name for party in parties if party}
        case PlaceKind.SUBJECTS:
            about = {graph.data[name].subjects for name in item.data if name in graph.data}
            touches = spot.name in about
        case _:
            touches = True
    return frozenset(Part if touches else ())


def end_of(element: Element) -> End:
    """What an element is in a data-flow diagram. A sensor is a process: it makes data of what
    comes to it, and belongs to those who run it."""
    if isinstance(element, Store):
        return End.STORE
    return End.EXTERNAL if isinstance(element, Person | External) else End.PROCESS


# The test can fail


OFFICE = External(name="Office", party="Bureau")
SYSTEM = central(
    ID_NUMBER,
    OFFICE,
    ARCHIVE,
    flow("Desk", "Office", "Id number"),
    flow("Gallery", "Archive", "Template"),
)
TO_OFFICE = "“Desk to Office” (process to external)"
BETWEEN_STORES = "“Gallery to Archive” (store to store)"
ENDS = "destination or source"


@dataclass(frozen=True)
class Stand(Subject):
    """Something that stands at a place."""

    at: Spot

    @property
    def spot(self) -> Spot:
        return self.at


@pytest.mark.parametrize(
    ("prefix", "kind", "name", "reason"),
    [
        ("D", PlaceKind.ELEMENT, "Office", f"the table has flow or source for {TO_OFFICE}"),
        ("D", PlaceKind.ELEMENT, "Desk", ""),
        ("D", PlaceKind.FLOW, "Desk to Office", ""),
        ("NC", PlaceKind.FLOW, "Desk to Office", f"the table has {ENDS} for {TO_OFFICE}"),
        ("NC", PlaceKind.ELEMENT, "Office", ""),
        ("NC", PlaceKind.ELEMENT, "Camera", ""),
        ("NC", PlaceKind.ELEMENT, "Archive", f"the table has nothing for {BETWEEN_STORES}"),
        ("NC", PlaceKind.PARTY, "Bureau", ""),
        ("NC", PlaceKind.PARTY, "Partner", "no flow touches it"),
        ("NC", PlaceKind.ELEMENT, "Person", ""),
        ("U", PlaceKind.SUBJECTS, "people", ""),
        ("U", PlaceKind.ELEMENT, "Entry", ""),
        ("U", PlaceKind.MODEL, "Example", ""),
    ],
)
def test_where_a_type_can_apply(prefix: str, kind: PlaceKind, name: str, reason: str) -> None:
    assert why_not(prefix, Stand(Spot(kind, name)), SYSTEM) == reason


def test_a_datum_on_a_flow_is_tested_against_that_flow_alone() -> None:
    facts = Facts(central())
    (carried,) = (item for item in facts.carried if item.flow.name == "Camera to Matcher")
    assert why_not("D", carried, facts.graph)
    assert not why_not("D", Stand(carried.spot), facts.graph)


def test_a_misplaced_type_is_told_with_its_example_and_reason() -> None:
    rule = next(rule for rule in RULES if rule.id == "guessable-hash")
    assert list(misplacements(replace(rule, linddun=("D.1",)))) == [
        "guessable-hash, bad-0: Detecting at element Partner desk, but the table has flow or source"
        " for “Desk to Partner desk” (process to process)"
    ]

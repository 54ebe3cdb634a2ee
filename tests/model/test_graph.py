"""What a system must satisfy, and that everything wrong is said at once."""

from dataclasses import replace

import pytest

from facetrail.errors import CannotRun
from facetrail.model.codec import decode, encode
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import (
    Boundary,
    Datum,
    Element,
    Event,
    Evidence,
    Key,
    Layer,
    LayerKind,
    Place,
    Process,
    Requirement,
    Retention,
    System,
    Transform,
)
from facetrail.rules.examples import (
    CAMERA,
    CENTRAL,
    ENTRY,
    GALLERY,
    MATCHER,
    PEOPLE,
    SCAN,
    SEALED,
    TEMPLATE,
    Part,
    central,
    flow,
)
from tests.analysis.systems import random_system

CIRCLE = (
    Boundary(name="Outer", party="Operator", parent="Inner"),
    Boundary(name="Inner", party="Operator", parent="Outer"),
)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ((replace(SCAN, origin=None),), "the datum “Scan” comes from nowhere"),
        ((replace(SCAN, origin="Nowhere"),), "“Scan” names the origin “Nowhere”"),
        ((replace(TEMPLATE, origin="Camera"),), "“Template” has an origin and is derived"),
        (
            (replace(TEMPLATE, transform=Transform(Operation.EXTRACT, (), "Matcher")),),
            "“Template” is derived from nothing",
        ),
        (
            (replace(TEMPLATE, transform=Transform(Operation.ENCRYPT, ("Scan",), "Matcher")),),
            "“Template” is wrapped in no layer",
        ),
        ((flow("Camera", "Nowhere", "Scan"),), "names the element “Nowhere”"),
        ((flow("Desk", "Camera", "Scan"),), "carries “Scan”, which never reaches “Desk”"),
        (
            (replace(TEMPLATE, transform=Transform(Operation.EXTRACT, ("Scan",), "Desk")),),
            "“Template” is made at “Desk”, which “Scan” never reaches",
        ),
        (CIRCLE, "“Outer” lies inside itself"),
        (
            (
                replace(SCAN, origin=None, transform=Transform(Operation.CROP, ("Template",), "x")),
                Process(name="x", party="Operator"),
            ),
            "“Scan” is derived from itself",
        ),
        (
            (replace(MATCHER, requires=Requirement("all", ("Entry",))), ENTRY),
            "“Matcher” requires itself",
        ),
        ((replace(MATCHER, party=None),), "nobody runs “Matcher”"),
        ((replace(GALLERY, at_rest=SEALED),), "names the key “Gallery key”"),
        ((replace(GALLERY, retention=Retention()),), "says nothing or contradicts itself"),
        (
            (replace(GALLERY, retention=Retention(days=1, unlimited=True)),),
            "says nothing or contradicts itself",
        ),
        (
            (replace(GALLERY, at_rest=(Layer(LayerKind.ENCRYPTED),)),),
            "“Gallery” is encrypted with no key",
        ),
        ((replace(CAMERA, iapar=7),), "the iapar of “Camera” is not a share"),
        ((replace(PEOPLE, population=-1),), "the population of “people” is negative"),
        ((replace(SCAN, metres=-1),), "the metres of “Scan” are negative"),
        ((replace(MATCHER, matches_a_day=-1),), "the matches_a_day of “Matcher” is negative"),
        ((replace(MATCHER, name=" "),), "a name among the elements is empty"),
        ((Key(name="Scan"),), "2 data or keys are called “Scan”"),
    ],
)
def test_a_fault_is_named(changes: tuple[Part, ...], message: str) -> None:
    with pytest.raises(CannotRun) as caught:
        central(*changes)
    assert any(message in str(problem) for problem in caught.value.problems), str(caught.value)
    assert all(problem.do for problem in caught.value.problems)


def test_everything_wrong_is_said_at_once_with_its_place() -> None:
    with pytest.raises(CannotRun) as caught:
        central(
            replace(SCAN, origin="Nowhere", place=Place("model.py", 10)),
            replace(MATCHER, party="Nobody", place=Place("model.py", 9)),
        )
    assert [problem.where for problem in caught.value.problems] == ["model.py:9", "model.py:10"]


def test_the_part_known_well_enough_is_a_graph_of_its_own() -> None:
    graph = central(
        replace(MATCHER, evidence=Evidence.INFERRED),
        replace(flow("Camera", "Desk", "Scan"), evidence=Evidence.HYPOTHETICAL),
    )
    reported = graph.up_to(Evidence.REPORTED)
    assert "Matcher" not in reported.elements
    assert {item.name for item in reported.system.flows} == {"Person to Camera", "Person to Desk"}
    inferred = graph.up_to(Evidence.INFERRED)
    assert "Camera to Matcher" in inferred.flows
    assert "Camera to Desk" not in inferred.flows
    assert "Camera to Desk" in graph.up_to(Evidence.HYPOTHETICAL).flows


def test_boundaries_nest_and_lend_their_party() -> None:
    graph = central(
        Boundary(name="Outer", party="Partner"),
        Boundary(name="Inner", parent="Outer"),
        replace(MATCHER, party=None, boundary="Inner"),
    )
    assert graph.boundary_path("Matcher") == ("Outer", "Inner")
    party = graph.party_of("Matcher")
    assert party is not None
    assert party.name == "Partner"


def test_flows_are_numbered_as_declared() -> None:
    graph = central()
    assert [graph.number(item.name) for item in graph.system.flows] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("seed", range(50))
def test_a_system_survives_the_trip_through_json(seed: int) -> None:
    system = random_system(seed)
    assert decode(System, encode(system)) == system


@pytest.mark.parametrize("value", [{"is": "System", "name": 1}, {"is": "Nothing"}, {"name": "x"}])
def test_what_is_no_system_is_refused(value: object) -> None:
    with pytest.raises((ValueError, KeyError, AttributeError, TypeError)):
        decode(System, value)


def test_every_part_of_the_example_has_its_sort() -> None:
    assert {type(part) for part in CENTRAL if isinstance(part, Element)} >= {Process}
    assert Datum(name="d", kind=Kind.OTHER).transform is None


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        (Retention(days=730, until=Event.SERVICE_END), "until the end of the service + 2 years"),
        (Retention(until=Event.DECISION), "until the decision"),
        (Retention(days=90), "3 months"),
        (Retention(days=1), "1 day"),
        (Retention(days=0), "0 days"),
        (Retention(days=45), "45 days"),
        (Retention(unlimited=True), "no limit"),
    ],
)
def test_a_lifetime_in_words(limit: Retention, words: str) -> None:
    assert str(limit) == words

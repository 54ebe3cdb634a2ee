"""The lineage fixpoint against a plain reference, and by hand where a reader should see why."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import product
from random import Random

import pytest

from facetrail.analysis.attributes import NO, YES
from facetrail.analysis.condition import ALWAYS, NEVER, Condition
from facetrail.analysis.lineage import IN_CLEAR, OTHER_KEY, OWN_KEY, Lineage
from facetrail.model.graph import Graph
from facetrail.model.words import Key, Layer, LayerKind, Store
from facetrail.rules.examples import (
    CAMERA,
    GALLERY,
    PROTECTED,
    SEALED,
    SUBJECTS_KEY,
    TEMPLATE,
    central,
    flow,
)
from facetrail.rules.examples import (
    OWN_KEY as OPERATORS,
)
from tests.analysis.reference import World, key_of
from tests.analysis.systems import random_system, unchecked


def open_attributes(graph: Graph) -> dict[tuple[str, str, str], tuple[str, ...]]:
    """Every attribute that lineage may ask for, with its options."""
    found: dict[tuple[str, str, str], tuple[str, ...]] = {}
    for key in graph.keys.values():
        if key.holders is None:
            found.update({(key.name, "holders", party): (YES, NO) for party in graph.parties})
        elif key.split is None:
            found[key.name, "split", ""] = (YES, NO)
    for element in graph.elements.values():
        if isinstance(element, Store) and element.at_rest is None:
            found[element.name, "at_rest", ""] = (IN_CLEAR, OWN_KEY, OTHER_KEY)
    owned = [(flow.name, layer) for flow in graph.flows.values() for layer in flow.layers]
    owned += [(item.name, item.layer) for item in graph.data.values() if item.layer is not None]
    for element in graph.elements.values():
        if isinstance(element, Store):
            owned += [(element.name, layer) for layer in element.at_rest or ()]
    for owner, layer in owned:
        if layer.kind is LayerKind.PROTECTED and layer.irreversible is None:
            found[owner, "irreversible", ""] = (YES, NO)
    return found


def holds_in(condition: Condition, answers: Mapping[tuple[str, str, str], str]) -> bool:
    return any(all(answers[key_of(item.ask)] in item.among for item in way) for way in condition)


@pytest.mark.parametrize("seed", range(0, 3000, 100))
def test_equals_the_reference_in_every_world_tried(seed: int) -> None:
    for one in range(seed, seed + 100):
        random = Random(one)
        graph = unchecked(random_system(one))
        lineage = Lineage(graph)
        asked = open_attributes(graph)
        for _ in range(2):
            answers = {name: random.choice(options) for name, options in asked.items()}
            world = World(graph, answers)
            for name, element in product(graph.data, graph.elements):
                read = holds_in(lineage.reads(name, element), answers)
                assert read == world.reads(name, element), (one, name, element)
                store = graph.elements[element]
                if isinstance(store, Store):
                    held = holds_in(lineage.holds(name, store), answers)
                    assert held == world.holds(name, store), (one, name, element)


def reads(graph: Graph, datum: str, element: str) -> Condition:
    return Lineage(graph).reads(datum, element)


def holds(graph: Graph, datum: str = "Template") -> Condition:
    store = graph.elements["Gallery"]
    assert isinstance(store, Store)
    return Lineage(graph).holds(datum, store)


@pytest.mark.parametrize(
    ("graph", "expected", "reason"),
    [
        (central(), ALWAYS, "nothing covers the copy"),
        (central(replace(GALLERY, at_rest=SEALED), OPERATORS), ALWAYS, "the keeper has the key"),
        (central(replace(GALLERY, at_rest=SEALED), SUBJECTS_KEY), NEVER, "only people have it"),
        (
            central(
                replace(GALLERY, at_rest=SEALED),
                Key(name="Gallery key", holders=frozenset({"Operator", "Partner"}), split=True),
            ),
            NEVER,
            "the operator has half a key",
        ),
        (
            central(
                replace(GALLERY, at_rest=SEALED),
                Key(name="Gallery key", holders=frozenset()),
            ),
            NEVER,
            "a key in sealed hardware is held by nobody",
        ),
    ],
)
def test_who_holds_the_key_decides(graph: Graph, expected: Condition, reason: str) -> None:
    assert holds(graph) == expected, reason


def test_a_key_passed_to_an_element_opens_there_and_nowhere_else() -> None:
    released = flow("Person", "Matcher", "Gallery key")
    graph = central(
        replace(GALLERY, at_rest=SEALED),
        SUBJECTS_KEY,
        flow("Camera", "Gallery", "Scan", layers=SEALED),
        flow("Gallery", "Matcher", "Scan", layers=SEALED),
        released,
        drop=("Camera to Matcher",),
    )
    assert reads(graph, "Scan", "Matcher") == ALWAYS
    assert holds(graph, "Scan") == NEVER


def test_a_key_left_in_a_store_opens_everywhere_at_its_party() -> None:
    graph = central(
        replace(GALLERY, at_rest=SEALED),
        SUBJECTS_KEY,
        replace(GALLERY, name="Safe", at_rest=()),
        flow("Person", "Safe", "Gallery key"),
    )
    assert holds(graph) == ALWAYS


def test_a_flow_in_clear_from_who_cannot_open_stays_sealed() -> None:
    graph = central(
        SUBJECTS_KEY,
        flow("Camera", "Matcher", "Scan", layers=SEALED),
        flow("Matcher", "Desk", "Scan"),
    )
    assert reads(graph, "Scan", "Desk") == NEVER


def test_a_result_on_protected_forms_is_readable_and_on_encrypted_ones_is_not() -> None:
    score = replace(TEMPLATE, name="Score")
    assert reads(central(score), "Score", "Matcher") == ALWAYS
    protected = central(PROTECTED, flow("Matcher", "Gallery", "Protected template"))
    assert reads(protected, "Protected template", "Gallery") == NEVER
    sealed = central(SUBJECTS_KEY, flow("Camera", "Matcher", "Scan", layers=SEALED))
    assert reads(sealed, "Template", "Matcher") == NEVER


def test_paths_are_shortest_then_first_by_name() -> None:
    graph = central(
        flow("Camera", "Desk", "Scan"),
        flow("Desk", "Gallery", "Scan"),
        flow("Matcher", "Gallery", "Scan", "Template"),
        flow("Camera", "Gallery", "Scan"),
    )
    paths = Lineage(graph).paths("Scan")
    assert paths["Gallery", frozenset()] == ("Camera to Gallery",)
    longer = central(
        flow("Camera", "Desk", "Scan"),
        flow("Desk", "Gallery", "Scan"),
        flow("Matcher", "Gallery", "Scan", "Template"),
    )
    paths = Lineage(longer).paths("Scan")
    assert paths["Gallery", frozenset()] == ("Camera to Desk", "Desk to Gallery")


def test_the_path_drawn_is_one_that_the_form_takes() -> None:
    graph = central(
        SUBJECTS_KEY,
        flow("Camera", "Gallery", "Scan", layers=SEALED),
        flow("Matcher", "Desk", "Scan"),
        flow("Desk", "Gallery", "Scan"),
    )
    assert Lineage(graph).paths("Scan")["Gallery", frozenset()] == (
        "Camera to Matcher",
        "Matcher to Desk",
        "Desk to Gallery",
    )


def test_declared_origin_keeps_a_later_step_from_bringing_the_raw_datum_back() -> None:
    graph = central(flow("Gallery", "Desk", "Template"))
    assert CAMERA.name == graph.data["Scan"].origin
    assert reads(graph, "Scan", "Desk") == NEVER


def test_layers_on_data_that_wrap_travel_with_them() -> None:
    sealed = replace(PROTECTED, layer=Layer(LayerKind.ENCRYPTED, "Gallery key"))
    graph = central(SUBJECTS_KEY, sealed, flow("Matcher", "Desk", "Protected template"))
    assert reads(graph, "Protected template", "Desk") == NEVER
    assert reads(graph, "Template", "Desk") == NEVER

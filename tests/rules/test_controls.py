"""The list of controls: each once, each used, and each bringing only what there is."""

import itertools
import re

import pytest

from facetrail.analysis.attributes import ATTRIBUTES
from facetrail.engine import Evaluation
from facetrail.model.words import System
from facetrail.rules.catalogue import RULES
from facetrail.rules.controls import CONTROLS, Control
from facetrail.rules.form import Rule
from tests.analysis.stating import BROUGHT, statings
from tests.analysis.systems import unchecked

KNOWN = {rule.id for rule in RULES}
SMALL_WORDS = (
    "a an and at be been by can for has have in into is it its of on one only or own so that the "
    "their them they this to who whom whose what which with without people person"
)


def words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w']+", name.lower())).difference(SMALL_WORDS.split())


def test_no_two_controls_have_the_same_or_nearly_the_same_name() -> None:
    for one, other in itertools.combinations(CONTROLS, 2):
        mine, theirs = words(one.name), words(other.name)
        assert 3 * len(mine & theirs) < 2 * len(mine | theirs), (one.name, other.name)
        assert one.does != other.does


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: control.name)
def test_a_control_reads_well_is_used_and_brings_what_there_is(control: Control) -> None:
    assert re.fullmatch(r"[a-z][^.!?]+[^.!?:;, ]", control.name)
    assert re.fullmatch(r"[A-Z][^!?]+\.", control.does)
    assert not {"compliant", "lawful", "unlawful"} & words(f"{control.name} {control.does}")
    assert any(control in rule.mitigations for rule in RULES)
    assert set(control.adds) <= KNOWN


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: control.name)
def test_no_control_brings_what_it_removes(control: Control) -> None:
    removed = {rule.id for rule in RULES if control in rule.mitigations}
    assert not removed & set(control.adds)


def test_no_rule_names_a_control_twice() -> None:
    for rule in RULES:
        assert len(set(rule.mitigations)) == len(rule.mitigations), rule.id


def test_every_attribute_that_is_a_control_is_that_of_a_control() -> None:
    ordered = {
        (word, name)
        for word, attributes in ATTRIBUTES.items()
        for name, attribute in attributes.items()
        if attribute.by_strength
    }
    assert set(BROUGHT) == ordered
    for word, name in ordered:
        attribute = ATTRIBUTES[word][name]
        assert set(attribute.by_strength) <= set(attribute.answers)
        assert len(set(attribute.by_strength)) == len(attribute.by_strength) > 1


@pytest.mark.parametrize(
    "control", [item for item in CONTROLS if item.stated_in], ids=lambda control: control.name
)
def test_stating_a_control_removes_a_threat_of_a_rule_that_names_it(control: Control) -> None:
    for stated in control.stated_in:
        assert any(removes(rule, stated) for rule in RULES if control in rule.mitigations), stated


def removes(rule: Rule, stated: tuple[type, str]) -> bool:
    """Whether the attribute, answered more strongly, ends a threat in an example of the rule."""
    systems = [example().system for example in rule.bad]
    return any(
        found(rule, system) - found(rule, place.with_answer(answer))
        for system in systems
        for place in statings(system)
        if place.stated == stated
        for answer in place.answers[1:]
    )


def found(rule: Rule, system: System) -> set[tuple[str, ...]]:
    """Where the rule holds in a system, and on which data."""
    return {
        (part.place, *part.data)
        for item in Evaluation(unchecked(system), [rule]).findings
        for part in item.subject.each()
    }

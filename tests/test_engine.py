"""Evidence, questions and folding: what the engine adds to the rules."""

from dataclasses import replace

import pytest

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Work
from facetrail.engine import Evaluation, Fork, RuleFailed, decide, folding
from facetrail.model.words import Evidence, Need, Process, Purpose, Retention
from facetrail.rules.catalogue import RULES
from facetrail.rules.examples import (
    ARCHIVE,
    GALLERY,
    KEPT_PROBE,
    MATCHER,
    SERVER,
    Part,
    central,
    flow,
    own_device,
)

LAB = Process(name="Lab", party="Partner", purposes=frozenset({Purpose.MODEL_TRAINING}))
BY_ID = {rule.id: rule for rule in RULES}


def evidence(rule: str, *changes: Part) -> set[Evidence]:
    found = Evaluation(central(*changes), RULES).findings
    return {item.evidence for item in found if item.rule.id == rule}


@pytest.mark.parametrize("grade", list(Evidence))
def test_a_finding_is_as_well_known_as_the_weakest_step_of_its_path(grade: Evidence) -> None:
    step = replace(flow("Matcher", "Lab", "Scan"), evidence=grade)
    assert evidence("purpose-drift", LAB, step) == {grade}
    element = replace(LAB, evidence=grade)
    assert evidence("purpose-drift", element, flow("Matcher", "Lab", "Scan")) == {grade}


def test_a_better_known_way_establishes_the_finding() -> None:
    feared = replace(flow("Matcher", "Lab", "Scan"), evidence=Evidence.HYPOTHETICAL)
    claimed = replace(flow("Camera", "Lab", "Scan"), evidence=Evidence.CLAIMED)
    assert evidence("purpose-drift", LAB, feared, claimed) == {Evidence.CLAIMED}


def test_a_consumer_known_less_well_still_counts_for_a_rule_about_all_of_them() -> None:
    rule = BY_ID["raw-sample-leaves-device"]
    needs_raw = replace(SERVER, needs=Need.RAW, evidence=Evidence.INFERRED)
    graph = own_device(
        needs_raw,
        replace(SERVER, name="Gate", purposes=frozenset()),
        flow("Phone", "Gate", "Scan"),
        flow("Gate", "Server", "Scan"),
    )
    assert not [item for item in Evaluation(graph, [rule]).findings if item.rule == rule]


def test_a_feared_consumer_settles_nothing() -> None:
    rule = BY_ID["raw-sample-leaves-device"]
    graph = own_device(
        replace(SERVER, name="Feared", needs=Need.RAW, evidence=Evidence.HYPOTHETICAL),
        flow("Phone", "Server", "Scan"),
        replace(flow("Server", "Feared", "Scan"), evidence=Evidence.HYPOTHETICAL),
    )
    found = Evaluation(graph, [rule]).findings
    assert [item.evidence for item in found] == [Evidence.REPORTED]


def test_an_open_attribute_is_asked_only_where_it_decides() -> None:
    rule = BY_ID["probe-outlives-decision"]
    open_store = replace(ARCHIVE, retention=None)
    asked = Evaluation(central(*KEPT_PROBE, open_store), [rule]).undecided
    assert [sorted(ask.attribute for ask in item.asks) for item in asked] == [["retention"]]
    owned = replace(open_store, party="people")
    assert not Evaluation(central(*KEPT_PROBE, owned), [rule]).undecided


def test_what_matters_only_under_an_answer_is_asked_once_that_is_given() -> None:
    rule = BY_ID["raw-sample-leaves-device"]

    def asked(purposes: frozenset[Purpose] | None) -> list[str]:
        server = replace(SERVER, purposes=purposes, needs=None)
        graph = own_device(server, flow("Phone", "Server", "Scan"))
        return [ask.attribute for item in Evaluation(graph, [rule]).undecided for ask in item.asks]

    assert asked(None) == ["purposes"]
    assert asked(SERVER.purposes) == ["needs"]
    assert asked(frozenset({Purpose.MARKETING})) == []


def test_what_every_answer_agrees_on_is_not_asked() -> None:
    rule = BY_ID["search-instead-of-verify"]
    graph = central(replace(MATCHER, comparison=None))
    facts = Facts(graph)
    (work,) = [item for item in facts.works if item.at.name == "Matcher"]
    assert decide(rule, work, facts) is False


def test_a_general_rule_asks_nothing_where_the_specific_one_holds() -> None:
    specific, general = BY_ID["probe-outlives-decision"], BY_ID["biometric-without-time-limit"]

    def undecided(*rules: object) -> list[str]:
        graph = central(*KEPT_PROBE, replace(GALLERY, name="Archive", retention=None))
        return [item.rule.id for item in Evaluation(graph, rules).undecided]  # type: ignore[arg-type]

    assert "biometric-without-time-limit" in undecided(general)
    always = replace(specific, holds=lambda copy, facts: copy.at.name == "Archive")
    assert undecided(always, general) == []


def test_folding_is_transitive_and_survives_a_circle() -> None:
    one, two, three = RULES[:3]
    rules = [
        replace(one, folds_under=(two.id,)),
        replace(two, folds_under=(three.id,)),
        replace(three, folds_under=(one.id,)),
    ]
    assert folding(rules)[one.id] == {two.id, three.id}


def test_a_rule_that_raises_names_itself_and_its_subject() -> None:
    def broken(work: Work, facts: Facts) -> bool:
        raise KeyError("oops")

    rule = replace(BY_ID["search-instead-of-verify"], holds=broken)
    with pytest.raises(RuleFailed, match=r"search-instead-of-verify failed at Matcher.*oops"):
        Evaluation(central(), [rule])


def test_more_open_attributes_than_are_tried_leave_a_subject_undecided() -> None:
    graph = central(replace(GALLERY, at_rest=None, retention=None, deletes_on=None))
    facts = Facts(graph)
    (copy,) = [item for item in facts.copies if item.at.name == "Gallery"]
    outcome = decide(BY_ID["stored-in-clear"], copy, facts)
    assert isinstance(outcome, Fork)
    assert Retention() != Retention(days=0)

"""The laws that hold for every system, on random ones."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from random import Random
from typing import Any, TypeVar

import pytest

from facetrail import engine
from facetrail.analysis import outlines
from facetrail.analysis.attributes import ATTRIBUTES, NO, YES
from facetrail.analysis.capturing import ABOUT_IDENTITY, BEYOND, NAMED, TAKEN_PART_IN
from facetrail.analysis.condition import ALWAYS, Ask
from facetrail.analysis.facts import Facts
from facetrail.analysis.lineage import IN_CLEAR, OWN_KEY
from facetrail.analysis.subjects import Subject
from facetrail.analysis.using import ASIDE, MORE, OTHER, SAME
from facetrail.engine import Evaluation, Fork, Outcome, decide, left_by_outline
from facetrail.model.codec import decode, encode
from facetrail.model.graph import Graph
from facetrail.model.operations import Operation
from facetrail.model.words import (
    ALWAYS_COMPATIBLE,
    Datum,
    Element,
    External,
    Flow,
    Key,
    Layer,
    LayerKind,
    Party,
    Process,
    Purpose,
    Store,
    Subjects,
    System,
    Transform,
)
from facetrail.rules.catalogue import RULES
from facetrail.rules.form import Rule
from tests.analysis.stating import BROUGHT, Stating, statings
from tests.analysis.systems import PURPOSES, Draw, random_system, unchecked

SEEDS = range(0, 400, 40)

Found = set[tuple[str, str, tuple[str, ...]]]


def batch(start: int, open_share: float) -> Iterator[tuple[int, System]]:
    for seed in range(start, start + 40):
        yield seed, random_system(seed, open_share)


def findings(graph: Graph, weighing_all: bool = True) -> Found:
    return {
        (item.rule.id, part.place, tuple(sorted(part.data)))
        for item in Evaluation(graph, RULES).findings
        if weighing_all or not item.rule.weighs_all
        for part in item.subject.each()
    }


def readable(graph: Graph) -> set[tuple[str, str]]:
    lineage = Facts(graph).lineage
    return {
        (name, element)
        for name in graph.data
        for element in graph.elements
        if lineage.reads(name, element) == ALWAYS
    }


@pytest.mark.parametrize("start", SEEDS)
def test_a_further_flow_or_key_holder_never_shrinks_what_is_known_or_found(start: int) -> None:
    for seed, system in batch(start, open_share=0):
        draw = Draw(Random(-seed - 1), 0)
        places = [item.name for item in system.elements if item.name != "goal"]
        more_flows = replace(system, flows=(*system.flows, draw.flow("more", places)))
        key = system.keys[0]
        more_holders = replace(
            system,
            keys=(
                replace(key, holders=(key.holders or frozenset()) | {"Vendor"}, split=False),
                *system.keys[1:],
            ),
        )
        before = unchecked(system)
        for larger in (unchecked(more_flows), unchecked(more_holders)):
            assert readable(before) <= readable(larger), seed
        later = findings(unchecked(more_flows), weighing_all=False)
        for rule, spot, data in findings(before, weighing_all=False):
            assert any(
                (rule, spot) == (name, place) and set(data) <= set(more)
                for name, place, more in later
            ), (seed, rule, spot)


@pytest.mark.parametrize("start", SEEDS)
def test_a_protective_layer_never_shows_anybody_more(start: int) -> None:
    for seed, system in batch(start, open_share=0):
        draw = Draw(Random(-seed - 1), 0)
        number = draw.random.randrange(len(system.flows))
        flows = list(system.flows)
        flows[number] = replace(flows[number], layers=(*flows[number].layers, draw.layer()))
        layered = unchecked(replace(system, flows=tuple(flows)))
        assert readable(layered) <= readable(unchecked(system)), seed


@pytest.mark.parametrize("start", SEEDS)
def test_names_and_order_of_declaration_change_nothing_else(start: int) -> None:
    for seed, system in batch(start, open_share=0.2):
        random = Random(seed)
        renamed = rename(shuffled(system, random), lambda name: "z" + name[::-1])
        back = {
            (rule, spot[1:][::-1], tuple(sorted(name[1:][::-1] for name in data)))
            for rule, spot, data in findings(unchecked(renamed))
        }
        assert findings(unchecked(system)) == back, seed


def shuffled(system: System, random: Random) -> System:
    def mixed(items: Iterable[object]) -> tuple:  # type: ignore[type-arg]
        return tuple(random.sample(tuple(items), len(tuple(items))))

    return replace(
        system,
        elements=mixed(system.elements),
        data=mixed(system.data),
        keys=mixed(system.keys),
        flows=mixed(system.flows),
        parties=mixed(system.parties),
    )


def rename(system: System, change) -> System:  # type: ignore[no-untyped-def]
    """The system with every declared name changed wherever it stands."""
    groups = (system.parties, system.subjects, system.elements, system.data, system.keys)
    names = {item.name for group in groups for item in group} | {f.name for f in system.flows}

    def walk(value: object) -> object:
        if isinstance(value, dict):
            return {key: walk(item) for key, item in value.items()}
        if isinstance(value, list):
            return [walk(item) for item in value]
        return change(value) if isinstance(value, str) and value in names else value

    return decode(System, walk(encode(system)))


@pytest.mark.parametrize("start", SEEDS)
def test_a_join_may_serve_what_all_its_parts_may(start: int) -> None:
    for seed, system in batch(start, open_share=0):
        at = system.data[0].origin or "e0"
        sources = [item for item in system.data if item.transform is None]
        join = Datum(
            name="join",
            kind=sources[0].kind,
            transform=Transform(Operation.JOIN, tuple(item.name for item in sources), at),
        )
        facts = Facts(unchecked(replace(system, data=(*system.data, join))))
        for purpose in PURPOSES:
            allowed = all(facts.may_serve(item.name, purpose) for item in sources)
            assert facts.may_serve("join", purpose) == allowed, seed


def test_a_decision_may_serve_what_the_comparing_process_is_for() -> None:
    process = Process(name="p", party="Firm", purposes=frozenset({Purpose.MARKETING}))
    system = random_system(0, 0)
    scan = replace(system.data[0], origin="p", collected_for=frozenset({Purpose.AUTHENTICATION}))
    decision = Datum(
        name="d", kind=scan.kind, transform=Transform(Operation.DECIDE, (scan.name,), "p")
    )
    facts = Facts(unchecked(replace(system, elements=(process,), data=(scan, decision), flows=())))
    assert facts.may_serve("d", Purpose.MARKETING)
    assert not facts.may_serve("d", Purpose.AUTHENTICATION)


# Adding a control adds no threat but those that it is declared to bring


@pytest.mark.parametrize("start", SEEDS)
def test_adding_a_control_adds_no_threat_but_those_it_may_bring(start: int) -> None:
    for seed, system in batch(start, open_share=0):
        for place in Random(-seed - 1).sample([*statings(system)], 2):
            assert brought(place, Random(seed)) <= BROUGHT[place.stated], (seed, place.stated)


def test_a_control_adds_no_threat_in_the_examples_of_rules_either() -> None:
    for number, rule in enumerate(RULES):
        random = Random(number)
        system = random.choice(rule.bad)().system
        for place in random.sample([*statings(system)], 2):
            assert brought(place, random) <= BROUGHT[place.stated], (rule.id, place.stated)


def brought(place: Stating, random: Random) -> set[str]:
    """The rules that hold somewhere only once a stronger answer stands for a weaker one."""
    answers = place.answers
    weak, strong = sorted(random.sample(range(len(answers)), 2))
    before, after = (place.with_answer(answers[number]) for number in (weak, strong))
    return {rule for rule, _, _ in findings(unchecked(after)) - findings(unchecked(before))}


# Law 7: a question is asked iff its answer matters, and answering is writing


@pytest.mark.parametrize("start", SEEDS)
def test_answering_equals_writing_the_answer(start: int) -> None:
    for seed, system in batch(start, open_share=0.15):
        facts = Facts(unchecked(system))
        written = completed(system, Random(seed))
        settled = Facts(unchecked(written))
        for rule in RULES:
            later = {part.key: part for part in parts(rule, settled)}
            for subject in parts(rule, facts):
                outcome = decide(rule, subject, facts)
                answered = branch(outcome, written)
                now = subject.key in later and decide(rule, later[subject.key], settled)
                assert bool(answered) == bool(now), (seed, rule.id, subject.spot, subject.data)


COMPLETIONS = 6
"""Ways to answer everything that is open, tried for each system with a few open attributes."""


@pytest.mark.parametrize("start", SEEDS)
def test_with_few_attributes_open_what_is_decided_is_so_in_every_completion(start: int) -> None:
    for seed in range(start, start + 12):
        system = random_system(seed, open_share=0.03)
        facts = Facts(unchecked(system))
        written = [completed(system, Random(f"{seed} {number}")) for number in range(COMPLETIONS)]
        settled = [Facts(unchecked(item)) for item in written]
        for rule in RULES:
            later = [{part.key: part for part in parts(rule, item)} for item in settled]
            for subject in parts(rule, facts):
                outcome = decide(rule, subject, facts)
                for item, now, there in zip(written, settled, later, strict=True):
                    at = there.get(subject.key)
                    holds = at is not None and bool(decide(rule, at, now))
                    assert bool(branch(outcome, item)) == holds, (seed, rule.id, subject.key)


@pytest.mark.parametrize("start", SEEDS)
def test_what_holds_for_a_subject_holds_for_each_that_it_stands_for(start: int) -> None:
    for seed, system in batch(start, open_share=0.1):
        facts = Facts(unchecked(system))
        for rule in RULES:
            for subject in facts.subjects_of(rule.over):
                together = shape(decide(rule, subject, facts))
                for part in subject.each():
                    assert shape(decide(rule, part, facts)) == together, (seed, rule.id, part.key)


@pytest.mark.parametrize("many", [1, 1000], ids=["a stand-in each", "one for all of a sort"])
@pytest.mark.parametrize("start", SEEDS)
def test_what_fails_at_an_outline_fails_at_every_subject(
    start: int, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outlines, "MANY", many)
    monkeypatch.setattr(engine, "FEW", 0)
    for seed, system in batch(start, open_share=0.1):
        facts = Facts(unchecked(system))
        for rule in RULES:
            left = {id(subject) for subject in left_by_outline(rule, facts)}
            for subject in facts.subjects_of(rule.over):
                if id(subject) not in left:
                    assert not decide(rule, subject, facts), (seed, rule.id, subject.key)


@pytest.mark.parametrize("start", SEEDS)
def test_asking_whether_a_rule_may_hold_spares_answers_and_changes_none(
    start: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed, system in batch(start, open_share=0.3):
        facts = Facts(unchecked(system))
        places = [(rule, subject) for rule in RULES for subject in facts.subjects_of(rule.over)]
        found = [decide(rule, subject, facts) for rule, subject in places]
        with monkeypatch.context() as every_answer:
            every_answer.setattr(engine, "_may_hold", lambda *_: True)
            tried = [decide(rule, subject, facts) for rule, subject in places]
        assert found == tried, seed


def parts(rule: Rule, facts: Facts) -> Iterator[Subject]:
    for subject in facts.subjects_of(rule.over):
        yield from subject.each()


def shape(outcome: Outcome) -> object:
    """An outcome but for the names in what is asked."""
    if isinstance(outcome, Fork):
        return outcome.ask.attribute, tuple(map(shape, outcome.branches))
    return bool(outcome)


@pytest.mark.parametrize("start", SEEDS)
def test_what_is_asked_matters(start: int) -> None:
    for seed, system in batch(start, open_share=0.15):
        for item in Evaluation(unchecked(system), RULES).undecided:
            outcome = decide(item.rule, item.subject, item.facts)
            assert isinstance(outcome, Fork)
            verdicts = set(leaves(outcome))
            assert {True, False} <= {bool(verdict) for verdict in verdicts}, seed


@pytest.mark.parametrize("start", SEEDS)
def test_what_is_asked_comes_up_whatever_else_is_answered(start: int) -> None:
    for seed, system in batch(start, open_share=0.15):
        for item in Evaluation(unchecked(system), RULES).undecided:
            ways = ways_through(decide(item.rule, item.subject, item.facts))
            assert item.asks == frozenset.intersection(*ways), seed


def ways_through(outcome: Outcome) -> Iterator[frozenset[Ask]]:
    """The asks that come up one after the other, for every way to answer them."""
    if isinstance(outcome, Fork):
        for item in outcome.branches:
            yield from (way | {outcome.ask} for way in ways_through(item))
    else:
        yield frozenset()


def leaves(outcome: Outcome) -> Iterator[object]:
    if isinstance(outcome, Fork):
        for item in outcome.branches:
            yield from leaves(item)
    else:
        yield outcome


def branch(outcome: Outcome, written: System) -> Outcome:
    """The outcome once every ask is answered as the written system has it."""
    while isinstance(outcome, Fork):
        outcome = outcome.branches[outcome.ask.options.index(answer(outcome.ask, written))]
    return outcome


def completed(system: System, random: Random) -> System:
    """The system with every open attribute written down, as one of its representative answers."""
    extra: list[Key] = []

    written = {item.transform.at for item in system.data if item.transform is not None}

    def fill(element: Element) -> Element:
        stated = element.purposes if isinstance(element, Process) else None
        settled = ("needs_identity",) if not ABOUT_IDENTITY.isdisjoint(stated or ()) else ()
        if isinstance(element, Store):
            at_rest = element.at_rest
            if at_rest is None:
                holders = random.choice((None, frozenset({element.party or ""}), frozenset[str]()))
                at_rest = ()
                if holders is not None:
                    extra.append(Key(name=f"key of {element.name}", holders=holders))
                    at_rest = (Layer(LayerKind.ENCRYPTED, extra[-1].name),)
            element = replace(element, at_rest=tuple(settle(layer, random) for layer in at_rest))
        if isinstance(element, Process | External) and element.purposes is None:
            some = frozenset(random.sample(PURPOSES, random.randint(1, 2)))
            element = replace(element, purposes=some)
        transforms = element.name in written
        comparing = ("comparison",) if transforms else ()
        return filled(element, random, but=(*settled, *comparing))

    elements = tuple(map(fill, system.elements))
    keys = tuple(
        replace(
            key,
            holders=frozenset(random.sample(["people", "Firm", "Vendor"], random.randint(0, 2)))
            if key.holders is None
            else key.holders,
            split=random.choice((True, False)) if key.split is None else key.split,
        )
        for key in system.keys
    )
    return replace(
        filled(system, random),
        elements=elements,
        keys=(*keys, *extra),
        parties=tuple(filled(item, random) for item in system.parties),
        subjects=tuple(filled(item, random) for item in system.subjects),
        data=tuple(
            replace(
                filled(item, random, but=unclaimed(item)),
                layer=item.layer and settle(item.layer, random),
                collected_for=frozenset(random.sample(PURPOSES, random.randint(1, 2)))
                if item.collected_for is None and item.transform is None
                else item.collected_for,
            )
            for item in system.data
        ),
        flows=tuple(
            replace(
                filled(item, random), layers=tuple(settle(layer, random) for layer in item.layers)
            )
            for item in system.flows
        ),
    )


W = TypeVar("W", Party, Subjects, Element, Datum, Key, Flow, System)


def filled(word: W, random: Random, but: tuple[str, ...] = ()) -> W:
    """A word with every attribute that is asked by itself written down."""
    given = choices(type(word), random)
    return replace(
        word, **{name: value for name, value in given.items() if is_open(word, name, but)}
    )


def choices(word: type, random: Random) -> dict[str, Any]:
    """An answer, by chance, to everything that is asked of a sort of word."""
    asked = ATTRIBUTES.get(word, {}).items()
    return {name: random.choice([*attribute.answers.values()]) for name, attribute in asked}


def unclaimed(item: Datum) -> tuple[str, ...]:
    """Of data that are not blurred, that nobody claims them to be anonymous is a statement."""
    blurred = item.transform is not None and item.transform.operation is Operation.BLUR
    return () if blurred else ("claimed_anonymous",)


def is_open(word: object, name: str, but: tuple[str, ...]) -> bool:
    return getattr(word, name) is None and name not in but


def settle(layer: Layer, random: Random) -> Layer:
    if layer.kind is LayerKind.PROTECTED and layer.irreversible is None:
        return replace(layer, irreversible=random.choice((True, False)))
    return layer


def answer(ask: Ask, written: System) -> str:
    """What a written system answers to an ask: read off by eye, not by the package's own code."""
    graph = unchecked(written)
    name = ask.spot.name
    if ask.attribute == "holders":
        key = graph.keys[name]
        mine = {ask.about} | graph.parties[ask.about].controls
        alone = not key.split or (key.holders or frozenset()) <= mine
        return YES if mine & (key.holders or frozenset()) and alone else NO
    if ask.attribute == "split":
        return YES if graph.keys[name].split else NO
    if ask.attribute == "collected_for":
        return YES if purpose_is_among(ask.about, name, graph) else NO
    if ask.attribute == "irreversible":
        layers = [item.layer for item in written.data if item.name == name and item.layer]
        layers += [layer for item in written.flows if item.name == name for layer in item.layers]
        store = graph.elements.get(name)
        layers += list(store.at_rest or ()) if isinstance(store, Store) else []
        return YES if any(layer.irreversible for layer in layers) else NO
    found = [
        word
        for words in (
            graph.elements,
            graph.flows,
            graph.parties,
            graph.subjects,
            graph.data,
            {written.name: written},
        )
        if (word := words.get(name)) is not None and ask.attribute in ATTRIBUTES.get(type(word), {})
    ]
    for word in found:
        answers = ATTRIBUTES[type(word)][ask.attribute].answers
        told = getattr(word, ask.attribute)
        return next(option for option, value in answers.items() if value == told)
    element = graph.elements[name]
    if isinstance(element, Store):
        assert ask.attribute == "at_rest"
        if not element.at_rest:
            return IN_CLEAR
        holders = graph.keys[element.at_rest[0].key or ""].holders or frozenset()
        return OWN_KEY if element.party in holders else ask.options[2]
    assert isinstance(element, Process | External)
    assert ask.attribute == "purposes"
    if ask.options == (YES, NO):
        return YES if ask.about in (element.purposes or ()) else NO
    if ask.options == (NAMED, BEYOND):
        named = graph.subjects["people"].notice
        assert named is not None
        assert not named.complete
        beyond = (element.purposes or frozenset()) - ALWAYS_COMPATIBLE - (named.purposes or set())
        return BEYOND if beyond else NAMED
    facts = Facts(graph)
    taken = graph.data[ask.about]
    allowed = {facts.allows(taken, purpose) for purpose in element.purposes or ()}
    only = {
        facts.allows(taken, purpose)
        for purpose in element.purposes or ()
        if purpose is not Purpose.SERVICE_SECURITY
    }
    if False not in allowed:
        return SAME if True in only else ASIDE
    return MORE if True in only else OTHER


def purpose_is_among(about: str, name: str, graph: Graph) -> bool:
    collected = taken_for(name, graph)
    if about.startswith("what "):
        return bool(collected & taken_for(about.split()[1], graph))
    if about.startswith("only a service"):
        alone = collected <= TAKEN_PART_IN | ALWAYS_COMPATIBLE
        return alone and not collected.isdisjoint(TAKEN_PART_IN)
    return Purpose(about) in collected


def taken_for(name: str, graph: Graph) -> frozenset[Purpose]:
    datum = graph.data[name]
    step = datum.transform
    maker = graph.elements[step.at] if step and step.operation.effect.result else None
    if datum.collected_for is None and isinstance(maker, Process):
        return maker.purposes or frozenset()
    return datum.collected_for or frozenset()

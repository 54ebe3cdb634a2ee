"""How many people an arrival exposes: the number, whom it leaves open, and its laws."""

import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

import pytest

from facetrail.analysis.facts import Facts
from facetrail.assemble import assemble
from facetrail.model.graph import Graph
from facetrail.model.kinds import Kind
from facetrail.model.operations import Inverse, Operation
from facetrail.model.words import (
    Datum,
    Evidence,
    Flow,
    Party,
    Person,
    Role,
    Scene,
    Sensor,
    Subjects,
    System,
    Transform,
)
from facetrail.report import Exposed
from facetrail.rules.examples import CAMERA, PEOPLE, SCAN, central, own_device
from tests.analysis.systems import Draw, random_system, unchecked

PASSERS_BY = Subjects(name="passers-by", population=70)
STAFF = Subjects(name="staff", population=7)
UNCOUNTED = Subjects(name="uncounted")
CROWDED = replace(CAMERA, scene=Scene.SEVERAL)
COMES_BY = (
    PASSERS_BY,
    Party(name="passers-by", role=Role.SUBJECT),
    Person(name="Passer-by", subjects="passers-by"),
    Flow(name="comes by", source="Passer-by", destination="Camera"),
)


def shown(graph: Graph, datum: str = "Scan", at: str = "Matcher") -> Exposed:
    facts = Facts(graph)
    return facts.exposed_by(facts.arrivals_at[at][datum])


def names(exposed: Exposed) -> list[str]:
    return [item.name for item in (*exposed.about, *exposed.beside)]


# Whom


def test_one_person_before_a_sensor_is_the_one_whom_the_datum_is_about() -> None:
    found = shown(central(replace(CAMERA, scene=Scene.ONE_PERSON)))

    assert names(found) == [PEOPLE.name]
    assert (found.at_least, found.at_most) == (PEOPLE.population, PEOPLE.population)


@pytest.mark.parametrize("scene", [Scene.SEVERAL, Scene.PUBLIC])
def test_who_else_comes_before_a_crowded_sensor_has_no_number(scene: Scene) -> None:
    found = shown(central(replace(CAMERA, scene=scene)))

    assert found.takes_in == ("Camera",)
    assert (found.at_least, found.at_most) == (PEOPLE.population, None)


def test_whether_a_sensor_takes_in_others_may_be_open() -> None:
    found = shown(central(replace(CAMERA, scene=None)))

    assert (found.takes_in, found.may_take_in) == ((), ("Camera",))
    assert found.at_most is None


def test_who_is_drawn_before_a_crowded_sensor_is_exposed_by_what_it_records() -> None:
    found = shown(central(CROWDED, *COMES_BY))

    assert names(found) == [PEOPLE.name, "passers-by"]
    assert found.takes_in == ()
    assert found.at_most == (PEOPLE.population or 0) + 70


def test_one_person_at_a_time_shows_nobody_else_who_is_drawn_there() -> None:
    assert names(shown(central(replace(CAMERA, scene=Scene.ONE_PERSON), *COMES_BY))) == ["people"]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param((replace(CROWDED, only_enrolled=True),), id="others are kept out"),
        pytest.param((CROWDED, replace(SCAN, untargeted=True)), id="it is about whoever comes"),
        pytest.param(
            (CROWDED, PASSERS_BY, replace(SCAN, also_about=frozenset({"passers-by"}))),
            id="they are named",
        ),
        pytest.param((CROWDED, replace(SCAN, kind=Kind.NATIONAL_ID)), id="it is no recording"),
    ],
)
def test_a_crowded_sensor_leaves_nobody_open(words: tuple[Sensor | Datum | Subjects, ...]) -> None:
    assert shown(central(*words)).takes_in == ()


def test_features_are_measured_of_everybody() -> None:
    found = shown(central(CROWDED, *COMES_BY), "Template", "Gallery")

    assert names(found) == [PEOPLE.name, "passers-by"]


@pytest.mark.parametrize(
    ("operation", "kind", "people"),
    [
        (Operation.REENCODE, Kind.FACE_IMAGE, ["people", "passers-by"]),
        (Operation.SIGN, Kind.FACE_IMAGE, ["people", "passers-by"]),
        (Operation.CROP, Kind.FACE_IMAGE, ["people"]),
        (Operation.BLUR, Kind.FACE_IMAGE, ["people"]),
        (Operation.DECIDE, Kind.DECISION, []),
        (Operation.TRAIN, Kind.MODEL_WEIGHTS, []),
        (Operation.AGGREGATE, Kind.AGGREGATE, []),
    ],
)
def test_what_is_made_from_a_recording(operation: Operation, kind: Kind, people: list[str]) -> None:
    step = Transform(operation, ("Scan",), "Matcher")
    made = Datum(name="Made", kind=kind, subjects="people", transform=step)

    assert names(shown(central(CROWDED, *COMES_BY, made), "Made")) == people


def test_what_is_joined_shows_the_people_of_all_its_parts() -> None:
    other = Datum(name="Other", kind=Kind.NAME, subjects="staff", origin="Matcher")
    step = Transform(Operation.JOIN, ("Scan", "Other"), "Matcher")
    made = Datum(name="Made", kind=Kind.IDENTITY_RECORD, subjects="people", transform=step)

    assert names(shown(central(STAFF, other, made), "Made")) == ["people", "staff"]


def test_a_datum_about_nobody_knows_whom_leaves_the_number_open() -> None:
    found = shown(central(replace(SCAN, subjects=None)))

    assert found.unnamed
    assert found.at_most is None


def test_a_place_of_their_own_shows_one_person_at_a_time() -> None:
    found = shown(own_device(), "Scan", "Phone")

    assert found.is_own
    assert (found.at_least, found.at_most) == (1, 1)


def test_a_hypothetical_comer_is_exposed_by_a_hypothetical_threat_only() -> None:
    feared = replace(COMES_BY[-1], evidence=Evidence.HYPOTHETICAL)
    graph = central(CROWDED, *COMES_BY[:-1], feared)

    assert names(shown(graph.up_to(Evidence.INFERRED))) == ["people"]
    assert all("passers-by" not in names(item.exposes) for item in assemble(graph).shown)


def test_bystanders_count_in_the_score() -> None:
    few = replace(PEOPLE, population=9)
    for number, points in ((70, 0), (10_000, 1), (1_000_000, 2)):
        crowd = replace(PASSERS_BY, population=number)
        report = assemble(central(CROWDED, few, *COMES_BY[1:], crowd))
        threat = next(item for item in report.threats if item.rule == "bystanders-processed")
        assert threat.exposes.at_least == number
        assert {item.points for item in threat.why if item.factor == "people"} == {points}


# The number


@pytest.mark.parametrize(
    ("populations", "least", "most"),
    [
        pytest.param((3, 5), 5, 8, id="they may overlap"),
        pytest.param((3, None), 3, None, id="one is not known"),
        pytest.param((None,), 0, None, id="none is known"),
        pytest.param((0,), 0, 0, id="nobody"),
    ],
)
def test_bounds(populations: tuple[int | None, ...], least: int, most: int | None) -> None:
    about = tuple(Subjects(name=f"p{n}", population=n) for n in populations)

    assert (Exposed(about=about).at_least, Exposed(about=about).at_most) == (least, most)


def test_memory_does_not_grow_with_the_numbers() -> None:
    def peak(number: int) -> int:
        sizes = (replace(item, population=number) for item in (PEOPLE, PASSERS_BY))
        graph = central(replace(CROWDED, count=number), *COMES_BY[1:], *sizes)
        tracemalloc.start()
        assemble(graph)
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(1_000_000)  # what is worked out once for all
    assert peak(10**15) <= 1.1 * peak(1_000_000)


# Laws, on random systems

SEEDS = range(0, 400, 40)
GROUPS = (
    Subjects(name="people", population=11),
    PASSERS_BY,
    STAFF,
    UNCOUNTED,
    Subjects(name="nobody", population=0),
)


def crowded(seed: int) -> System:
    """A random system with several populations, in data and before sensors."""
    random = Random(seed)
    system = random_system(seed)
    sensors = [item.name for item in system.elements if isinstance(item, Sensor)]
    groups = [item.name for item in GROUPS]

    def datum(item: Datum) -> Datum:
        return replace(
            item,
            subjects=random.choice((*groups, None)),
            also_about=frozenset(random.sample(groups, random.choice((0, 0, 1, 2)))),
            untargeted=random.choice((True, None)),
            origin=random.choice(sensors) if item.origin and sensors else item.origin,
        )

    return replace(
        system,
        subjects=GROUPS,
        parties=(
            *system.parties,
            *(Party(name=name, role=Role.SUBJECT) for name in groups if name != "people"),
        ),
        data=tuple(map(datum, system.data)),
        elements=(
            *(
                replace(
                    item,
                    scene=random.choice((*Scene, None)),
                    only_enrolled=random.random() < 0.2,
                )
                if isinstance(item, Sensor)
                else item
                for item in system.elements
            ),
            *(Person(name=f"one of {name}", subjects=name) for name in groups),
        ),
        flows=(
            *system.flows,
            *(
                Flow(name=f"{name} before {at}", source=f"one of {name}", destination=at)
                for at in sensors
                for name in groups
                if random.random() < 0.3
            ),
        ),
    )


@dataclass
class Reference:
    """A slow second opinion: walks from each datum to what it was made from, and counts heads."""

    graph: Graph

    def people(self, name: str, whole: bool = True) -> Iterator[tuple[str | None, bool]]:
        """The populations in a datum, each with whether the datum is about them."""
        datum = self.graph.data[name]
        kinds = [item.kind.traits for item in self.gives_back(name)]
        is_answer = all(kind.result and not kind.names_directly for kind in kinds)
        if any(kind.personal for kind in kinds) and not is_answer:
            yield datum.subjects, True
            if whole:
                yield from ((other, False) for other in self.beside(datum))
        step = datum.transform
        for source in () if step is None else step.inputs:
            if step is not None and step.operation.effect.inverse is not Inverse.NONE:
                yield from self.people(source, whole and step.operation is not Operation.CROP)

    def gives_back(self, name: str) -> Iterator[Datum]:
        datum = self.graph.data[name]
        yield datum
        step = datum.transform
        if step is not None and step.operation.effect.inverse is not Inverse.NONE:
            for source in step.inputs:
                yield from self.gives_back(source)

    def beside(self, datum: Datum) -> Iterator[str]:
        yield from datum.also_about
        sensor = self.graph.elements.get(datum.origin or "")
        if isinstance(sensor, Sensor) and datum.kind.traits.recording:
            for flow in self.graph.system.flows:
                person = self.graph.elements[flow.source]
                comes = flow.destination == sensor.name and not flow.data
                is_crowded = sensor.scene not in (None, Scene.ONE_PERSON)
                if comes and is_crowded and isinstance(person, Person):
                    yield person.subjects or ""

    def heads(self, name: str, nested: bool) -> set[tuple[str, int]]:
        """Everybody in a datum, one by one, as far as there are numbers: where populations are
        nested, the n-th of one is the n-th of every other."""
        return {
            ("" if nested else group, number)
            for group, _ in self.people(name)
            if group is not None
            for number in range(self.graph.subjects[group].population or 0)
        }


@pytest.mark.parametrize("start", SEEDS)
def test_the_number_is_that_of_counting_heads(start: int) -> None:
    for seed in range(start, start + 40):
        graph = unchecked(crowded(seed))
        facts, reference = Facts(graph), Reference(graph)
        for name in graph.data:
            found, expected = facts.exposed([name]), set(reference.people(name))
            about = {group for group, is_about in expected if is_about}
            beside = {group for group, _ in expected} - about - {None}
            assert {item.name for item in found.about} == about - {None}, seed
            assert {item.name for item in found.beside} == beside, seed
            assert found.unnamed is (None in about), seed
            assert found.at_least == len(reference.heads(name, nested=True)), seed
            if found.at_most is not None:
                assert found.at_most == len(reference.heads(name, nested=False)), seed


@pytest.mark.parametrize("start", SEEDS)
def test_a_further_flow_or_population_never_lowers_it(start: int) -> None:
    for seed in range(start, start + 40):
        system = crowded(seed)
        before = Facts(unchecked(system))
        for more in larger(system, Random(-seed - 1)):
            after = Facts(unchecked(more))
            for item in before.arrivals:
                here = after.arrivals_at[item.at.name][item.datum.name]
                one, other = before.exposed_by(item), after.exposed_by(here)
                assert set(names(one)) <= set(names(other)), seed
                assert one.at_least <= other.at_least, seed
                if None not in (one.at_most, other.at_most):
                    assert (one.at_most or 0) <= (other.at_most or 0), seed


def larger(system: System, random: Random) -> Iterator[System]:
    """The system with a flow, a comer, other people in a datum, or more people."""
    groups = [item.name for item in GROUPS]
    places = [item.name for item in system.elements if item.name.startswith("e")]
    yield replace(system, flows=(*system.flows, Draw(random, 0).flow("more", places)))
    comer = Flow(name="more", source="one of staff", destination=random.choice(places))
    yield replace(system, flows=(*system.flows, comer))
    first, *others = system.data
    also = replace(first, also_about=first.also_about | {random.choice(groups)})
    yield replace(system, data=(also, *others))
    yield replace(
        system,
        subjects=tuple(
            replace(item, population=item.population and 2 * item.population) for item in GROUPS
        ),
    )

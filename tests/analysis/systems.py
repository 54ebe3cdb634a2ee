"""Random small systems: a few parties, stores and processes, wrapped data, keys that travel.

Drawn from a seed rather than by Hypothesis: thousands take seconds, and a failure names its seed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import Any, TypeVar

from facetrail.analysis.attributes import ATTRIBUTES
from facetrail.model.graph import Graph
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import (
    ASKED_BY_THE_PERSON,
    Datum,
    Element,
    Event,
    External,
    Flow,
    Goal,
    Key,
    Layer,
    LayerKind,
    Party,
    Power,
    Process,
    Purpose,
    Requirement,
    Retention,
    Role,
    Sensor,
    Store,
    Subjects,
    System,
    Transform,
)

T = TypeVar("T")

PARTIES = (
    Party(name="people", role=Role.SUBJECT),
    Party(name="Firm", role=Role.CONTROLLER, power=Power.ESSENTIAL, jurisdiction="CN"),
    Party(
        name="Vendor",
        role=Role.VENDOR,
        controls=frozenset({"Firm"}),
        power=Power.NONE,
        jurisdiction="DE",
    ),
)
KEYS = ("k1", "k2")
DATA = ("d1", "d2", "d3", "d4")
PURPOSES = (Purpose.AUTHENTICATION, Purpose.MARKETING, Purpose.SERVICE_SECURITY)
KINDS = (
    Kind.FACE_IMAGE,
    Kind.FACE_TEMPLATE,
    Kind.NATIONAL_ID,
    Kind.BEHAVIOUR,
    Kind.PHONE_NUMBER,
    Kind.CREDENTIAL,
    Kind.LOCATION,
    Kind.ORIGIN_OR_BELIEF,
    Kind.RISK_SCORE,
    Kind.NAME,
)
RETENTIONS = (
    Retention(days=1),
    Retention(days=90),
    Retention(until=Event.DECISION),
    Retention(until=Event.SERVICE_END, days=730),
    Retention(unlimited=True),
)
EVENTS = (ASKED_BY_THE_PERSON, frozenset({Event.PERIOD_END}), frozenset[Event]())

NUMBERS: Mapping[str, tuple[float, ...]] = {
    "fmr": (0.0001, 0.1),
    "fnmr": (0.01, 0.03, 0.05),
    "fpir": (0.001, 0.5),
    "tested_on": (1, 10**9),
    "dfar": (0.1, 0.2),
    "dfrr": (0.1, 0.2),
    "group_ratio": (1.25, 1.3),
    "tries_in_a_row": (5, 10, 11),
    "pause_seconds": (29, 30),
    "tries_in_all": (50, 100, 101),
    "searches_a_day": (1, 10**6),
    "matches_a_day": (0, 10**6),
    "review_capacity": (0, 1_000),
}
"""Attributes of a process that are never asked for, on both sides of every limit."""


def unchecked(system: System) -> Graph:
    """A graph of a system that may hold flows of data that never reach their source."""
    graph = object.__new__(Graph)
    graph._index(system)
    return graph


class Draw:
    """Draws parts of systems; where `open_share` of the time an attribute is left open."""

    def __init__(self, random: Random, open_share: float) -> None:
        self.random = random
        self.open_share = open_share

    def some(self, values: Sequence[T]) -> T | None:
        return None if self.random.random() < self.open_share else self.random.choice(values)

    def subset(self, values: Sequence[T], most: int) -> frozenset[T]:
        return frozenset(self.random.sample(values, self.random.randint(0, most)))

    def layer(self) -> Layer:
        kind = self.random.choice(list(LayerKind))
        if kind is LayerKind.PROTECTED:
            return Layer(kind, scheme="scheme", irreversible=self.some((True, False)))
        if kind is LayerKind.HASHED:
            return Layer(kind, self.random.choice((None, *KEYS)))
        return Layer(kind, self.random.choice(KEYS))

    def layers(self) -> tuple[Layer, ...]:
        return (self.layer(),) if self.random.random() < 0.4 else ()

    def labels(self, carried: Sequence[str]) -> tuple[str, ...]:
        """Those of what is carried that stand outside the layers."""
        return tuple(name for name in carried if name in DATA and self.random.random() < 0.2)

    def asked(self, kind: type) -> dict[str, Any]:
        """Attributes of a word that are asked by themselves."""
        return {
            name: self.some([*attribute.answers.values()])
            for name, attribute in ATTRIBUTES.get(kind, {}).items()
        }

    def element(self, name: str) -> Element:
        kind = self.random.choices((Store, Process, External, Sensor), (4, 4, 1, 1))[0]
        given = self.asked(kind)
        if kind is Store:
            given |= {
                "at_rest": self.some((self.layers(),)),
                "retention": self.some(RETENTIONS),
                "deletes_on": self.some(EVENTS),
                "keep_duty": self.random.choice(("", "a law")),
            }
        if kind is Process:
            given |= {
                name: self.random.choice((None, *numbers)) for name, numbers in NUMBERS.items()
            }
        if kind in (Process, External):
            given["purposes"] = self.some((self.subset(PURPOSES, 2),))
        return kind(name=name, party=self.random.choice(PARTIES).name, **given)

    def datum(self, number: int, places: Sequence[str]) -> Datum:
        name, at, kind = DATA[number], self.random.choice(places), self.random.choice(KINDS)
        if number == 0 or self.random.random() < 0.4:
            purposes = self.some((self.subset(PURPOSES, 2),))
            return Datum(
                name=name,
                kind=kind,
                subjects="people",
                origin=at,
                collected_for=purposes,
                **self.asked(Datum),
            )
        operation = self.random.choice(list(Operation))
        inputs = self.random.sample(DATA[:number], self.random.randint(1, min(2, number)))
        return Datum(
            name=name,
            kind=operation.effect.kind or kind,
            subjects="people",
            transform=Transform(operation, tuple(inputs), at),
            layer=self.layer() if operation.effect.wraps else None,
            **self.asked(Datum),
        )

    def flow(self, name: str, places: Sequence[str]) -> Flow:
        source, destination = self.random.sample(places, 2)
        carried = self.random.sample(DATA + KEYS, self.random.randint(1, 2))
        return Flow(
            name=name,
            source=source,
            destination=destination,
            data=tuple(carried),
            layers=self.layers(),
            labels=self.labels(carried),
            **self.asked(Flow),
        )

    def system(self) -> System:
        places = [f"e{number}" for number in range(self.random.randint(2, 5))]
        names = [party.name for party in PARTIES]
        keys = tuple(
            Key(
                name=name,
                holders=self.some((self.subset(names, 2),)),
                split=self.some((True, False)),
            )
            for name in KEYS
        )
        goal = Goal(
            name="goal",
            requires=Requirement(
                self.random.choice(("all", "any")),
                tuple(self.random.sample(places, self.random.randint(1, 2))),
            ),
            power=Power.NONE,
            **{**self.asked(Goal), "routes_complete": True},
        )
        people = Subjects(name="people", **self.asked(Subjects))
        return System(
            name="Random",
            parties=tuple(replace(party, **self.asked(Party)) for party in PARTIES),
            **self.asked(System),
            subjects=(people,),
            elements=(*map(self.element, places), goal),
            data=tuple(self.datum(number, places) for number in range(len(DATA))),
            keys=keys,
            flows=tuple(
                self.flow(f"f{number}", places) for number in range(self.random.randint(1, 7))
            ),
        )


def random_system(seed: int, open_share: float = 0.3) -> System:
    """The system of a seed: two to five elements, four data, two keys, up to seven flows."""
    return Draw(Random(seed), open_share).system()

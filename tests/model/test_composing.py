"""Several systems as one: only what is declared to be the same is."""

from dataclasses import replace

import pytest

from facetrail.engine import Evaluation
from facetrail.errors import CannotRun
from facetrail.model.composing import compose, proposals
from facetrail.model.graph import Graph
from facetrail.model.kinds import Kind
from facetrail.model.words import (
    Datum,
    Element,
    Evidence,
    External,
    Flow,
    Party,
    Process,
    Role,
    Store,
    Subjects,
    System,
)
from facetrail.rules.catalogue import RULES
from tests.analysis.systems import random_system, unchecked

SHOP = System(
    name="Shop",
    parties=(Party(name="Shop", role=Role.CONTROLLER), Party(name="Buyers", role=Role.SUBJECT)),
    subjects=(Subjects(name="Buyers", population=1_000),),
    elements=(
        Process(name="Till", party="Shop"),
        Store(name="Archive", party="Shop", evidence=Evidence.INFERRED),
    ),
    data=(Datum(name="Number", kind=Kind.PHONE_NUMBER, subjects="Buyers", origin="Till"),),
    flows=(Flow(name="keeps", source="Till", destination="Archive", data=("Number",)),),
)
CARRIER = System(
    name="Carrier",
    parties=(
        Party(name="Carrier", role=Role.CONTROLLER),
        Party(name="Customers", role=Role.SUBJECT),
    ),
    subjects=(Subjects(name="Customers", population=5_000),),
    elements=(Process(name="Counter", party="Carrier"), Store(name="Archive", party="Carrier")),
    data=(Datum(name="Number", kind=Kind.PHONE_NUMBER, subjects="Customers", origin="Counter"),),
    flows=(Flow(name="keeps", source="Counter", destination="Archive", data=("Number",)),),
)


def names(system: System) -> set[str]:
    groups: tuple[tuple[Element | Datum | Flow, ...], ...]
    groups = (system.elements, system.data, system.flows)
    return {item.name for group in groups for item in group}


def test_what_is_called_the_same_but_is_not_is_told_apart_by_its_system() -> None:
    whole = compose("Both", [SHOP, CARRIER])

    assert names(whole) == {
        "Till", "Counter", "Archive (Shop)", "Archive (Carrier)", "Number (Shop)",
        "Number (Carrier)", "keeps (Shop)", "keeps (Carrier)",
    }  # fmt: skip
    assert Graph(whole).party_of("Archive (Shop)") == SHOP.parties[0]
    assert [part.name for part in whole.parts] == ["Shop", "Carrier"]


def test_what_is_declared_the_same_is_one_thing_under_its_first_name() -> None:
    whole = compose("Both", [SHOP, CARRIER], [["Archive"], ["Buyers", "Customers"]])

    archive = next(item for item in whole.elements if item.name == "Archive")
    assert (archive.party, archive.evidence) == ("Shop", Evidence.REPORTED)
    assert {item.subjects for item in whole.data} == {"Buyers"}
    assert [item.population for item in whole.subjects] == [5_000]
    assert sorted(note.message for note in whole.notes) == [
        "“Archive” has two values of party; the first is used",
    ]


def test_a_frame_stands_for_each_system_and_is_no_trust_boundary() -> None:
    graph = Graph(compose("Both", [SHOP, CARRIER]))

    assert {item.name for item in graph.system.boundaries if item.is_system} == {"Shop", "Carrier"}
    assert graph.elements["Till"].boundary == "Shop"
    assert graph.boundary_path("Till") == ()


@pytest.mark.parametrize(
    ("same", "message"),
    [
        ([["Tilt"]], "no system has “Tilt”"),
        ([[]], "something without a name is declared to be the same"),
        ([["Till", "Archive"]], "“Archive” and “Till” are two things in “Shop”"),
        ([["Till", "Counter"], ["Till"]], "“Till” is declared to be the same twice"),
        ([["Till", "Archive (x)"]], "no system has “Archive (x)”"),
    ],
)
def test_a_wrong_mapping_is_refused(same: list[list[str]], message: str) -> None:
    with pytest.raises(CannotRun) as error:
        compose("Both", [SHOP, CARRIER], same)
    assert any(message in item.what for item in error.value.problems)


def test_things_of_two_sorts_are_not_the_same() -> None:
    asked = replace(
        CARRIER, elements=(External(name="Counter", party="Carrier"), *CARRIER.elements[1:])
    )
    with pytest.raises(CannotRun, match="“Till” is a process here and a external there"):
        compose("Both", [SHOP, asked], [["Till", "Counter"]])


def test_systems_of_one_name_and_single_systems_are_refused() -> None:
    with pytest.raises(CannotRun, match="2 of the systems are called “Shop”"):
        compose("Twice", [SHOP, SHOP])
    with pytest.raises(CannotRun, match="there is nothing to compose"):
        compose("Once", [SHOP])


def test_alike_names_are_proposed_until_they_are_declared() -> None:
    buyers = replace(CARRIER, parties=(*CARRIER.parties, Party(name="The shop", role=Role.VENDOR)))

    assert proposals([SHOP, CARRIER]) == (("Archive", "Archive"), ("Number", "Number"))
    assert ("Number", "Number") not in proposals([SHOP, buyers], [["Number"]])


@pytest.mark.parametrize("start", range(0, 60, 20))
def test_with_nothing_the_same_the_whole_is_the_sum_of_its_parts(start: int) -> None:
    for seed in range(start, start + 20):
        parts = [
            replace(random_system(seed + place * 1_000, 0), name=name, date="2020-01-01")
            for place, name in enumerate(("one", "other"))
        ]
        whole = compose("Both", parts)
        apart = [found(part) for part in whole.parts]
        assert found(whole) == set.union(*apart), seed


def found(system: System) -> set[tuple[str, tuple[str, ...]]]:
    evaluation = Evaluation(unchecked(system), RULES)
    return {
        (item.rule.id, part.key) for item in evaluation.findings for part in item.subject.each()
    }

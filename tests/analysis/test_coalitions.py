"""What parties can join together that none of them can alone."""

from itertools import combinations, permutations
from random import Random

import pytest

from facetrail.analysis.coalitions import LARGEST, Coalitions
from facetrail.analysis.facts import Facts
from facetrail.model.composing import with_one_party
from facetrail.model.graph import Graph
from facetrail.model.kinds import Kind
from facetrail.model.words import (
    Datum,
    Flow,
    Key,
    Layer,
    LayerKind,
    Party,
    Process,
    Role,
    Store,
    Subjects,
    System,
)

PARTIES = ("Shop", "Carrier", "Bureau")


def system(*flows: Flow, face_at: str = "Bureau", keys: tuple[Key, ...] = ()) -> Coalitions:
    """A shop knows accounts with numbers, a carrier numbers with names, and somebody names with
    faces; each keeps them in a store called like itself."""
    data = {
        "Account": (Kind.ACCOUNT_ID, "Shop"),
        "Number": (Kind.PHONE_NUMBER, "Shop"),
        "Subscriber number": (Kind.PHONE_NUMBER, "Carrier"),
        "Id number": (Kind.NATIONAL_ID, "Carrier"),
        "Id on file": (Kind.NATIONAL_ID, "Bureau"),
        "Face": (Kind.FACE_IMAGE, face_at),
    }
    graph = Graph(
        System(
            name="Three",
            subjects=(Subjects(name="people", population=10),),
            parties=(
                *(Party(name=name, role=Role.CONTROLLER) for name in PARTIES),
                Party(name="people", role=Role.SUBJECT),
            ),
            elements=tuple(Process(name=name, party=name) for name in PARTIES)
            + tuple(Store(name=f"{name} store", party=name, at_rest=()) for name in PARTIES),
            data=tuple(
                Datum(name=name, kind=kind, subjects="people", origin=at)
                for name, (kind, at) in data.items()
            ),
            keys=(*keys, Key(name="nobody's key", holders=frozenset())),
            flows=flows,
        )
    )
    return Coalitions(Facts(graph))


def flow(source: str, destination: str, *data: str, layers: tuple[Layer, ...] = ()) -> Flow:
    return Flow(
        name=f"{source} to {destination}",
        source=source,
        destination=destination,
        data=data,
        layers=layers,
    )


SEALED = (Layer(LayerKind.ENCRYPTED, "nobody's key"),)
SHOP_ASKS = flow("Shop", "Carrier", "Account", layers=SEALED)
CARRIER_ASKS = flow("Carrier", "Bureau", "Subscriber number", layers=SEALED)
"""Exchanges by which the receiver learns nothing."""


def test_two_that_exchange_something_join_what_neither_can_alone() -> None:
    found = system(SHOP_ASKS).found

    assert [item.parties for item in found] == [("Carrier", "Shop")]
    assert ("Id number", "Number") in found[0].links
    assert ("Account", "Number") not in found[0].links  # the shop joins these alone


def test_parties_that_exchange_nothing_are_not_thought_of_together() -> None:
    assert system().found == ()
    assert system().to_a_body == ()


def test_three_join_what_no_two_of_them_can() -> None:
    found = system(SHOP_ASKS, CARRIER_ASKS).found

    assert [item.parties for item in found] == [
        ("Bureau", "Carrier"),
        ("Carrier", "Shop"),
        ("Bureau", "Carrier", "Shop"),
    ]
    assert found[2].links == (
        ("Account", "Face"),
        ("Account", "Id on file"),
        ("Face", "Number"),
        ("Id on file", "Number"),
    )


FIVE = ("A", "B", "C", "D", "E")
SOME_KINDS = (Kind.ACCOUNT_ID, Kind.PHONE_NUMBER, Kind.NATIONAL_ID, Kind.EMAIL_ADDRESS)


def random_graph(random: Random) -> Graph:
    """Five parties with two data each, of which they exchange some, perhaps under a key."""
    names = {party: (f"{party}1", f"{party}2") for party in FIVE}

    def layers() -> tuple[Layer, ...]:
        key = random.choice(("", *FIVE))
        return (Layer(LayerKind.ENCRYPTED, f"key {key}"),) if key else ()

    return Graph(
        System(
            name="Five",
            subjects=(Subjects(name="people"),),
            parties=tuple(Party(name=name, role=Role.CONTROLLER) for name in FIVE),
            elements=tuple(Process(name=name, party=name) for name in FIVE),
            data=tuple(
                Datum(name=name, kind=random.choice(SOME_KINDS), subjects="people", origin=party)
                for party in FIVE
                for name in names[party]
            ),
            keys=tuple(Key(name=f"key {name}", holders=frozenset({name})) for name in FIVE),
            flows=tuple(
                flow(source, destination, random.choice(names[source]), layers=layers())
                for source, destination in random.sample([*permutations(FIVE, 2)], 6)
            ),
        )
    )


@pytest.mark.parametrize("seed", range(60))
def test_coalitions_are_those_of_merging_all_that_hang_together(seed: int) -> None:
    graph = random_graph(Random(seed))
    two = [{flow.source, flow.destination} for flow in graph.flows.values()]

    def hangs(parties: tuple[str, ...]) -> bool:
        reached = {parties[0]}
        for _ in parties:
            reached = reached.union(
                *(ends for ends in two if ends & reached and ends <= {*parties})
            )
        return reached == {*parties}

    links = {
        parties: {*Facts(Graph(with_one_party(graph.system, parties))).links(parties[0])}
        for size in range(1, LARGEST + 1)
        for parties in combinations(FIVE, size)
        if hangs(parties)
    }
    gained = {
        parties: pairs.difference(*(links[few] for few in links if {*few} < {*parties}))
        for parties, pairs in links.items()
        if len(parties) > 1
    }

    found = Coalitions(Facts(graph)).found

    assert {item.parties: {*item.links} for item in found} == {
        parties: pairs for parties, pairs in gained.items() if pairs
    }


def test_the_fewest_that_lead_from_an_account_to_a_face() -> None:
    found = system(SHOP_ASKS, CARRIER_ASKS)
    (leading,) = found.to_a_body

    assert leading.parties == ("Bureau", "Carrier")  # a number leads to a face without the shop
    assert ("Face", "Subscriber number") in leading.links


def test_one_party_that_leads_there_alone_is_a_coalition_of_one() -> None:
    (leading,) = system(SHOP_ASKS, face_at="Shop").to_a_body

    assert leading.parties == ("Shop",)


def test_every_one_of_the_fewest_is_named() -> None:
    seen = flow("Shop", "Bureau", "Account", "Face")

    leading = system(SHOP_ASKS, seen, face_at="Shop").to_a_body

    assert [item.parties for item in leading] == [("Bureau",), ("Shop",)]


def test_a_coalition_has_the_keys_of_all_its_members() -> None:
    sealed = flow("Shop", "Carrier", "Account", layers=(Layer(LayerKind.ENCRYPTED, "key"),))
    key = Key(name="key", holders=frozenset({"Shop"}))

    assert ("Account", "Id number") in system(sealed, keys=(key,)).found[0].links

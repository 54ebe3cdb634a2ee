"""The shared words, and the one sentence that everybody reads."""

from dataclasses import replace

import pytest

from facetrail.model.graph import Graph
from facetrail.model.kinds import Form
from facetrail.model.words import Evidence, Layer, LayerKind, Role, Subjects, System
from facetrail.render import wording
from facetrail.report import NOBODY, Exposed, Exposure, Knowledge, PlaceKind, Report, Spot
from tests.render.sample import sample_report
from tests.render.variants import empty

GRAPH = sample_report().graph


def seen(
    report: Report, *places: tuple[str, str], evidence: Evidence = Evidence.REPORTED
) -> Report:
    """The report with a live scan at these places of parties, and nothing known to be linked."""
    exposures = tuple(
        Exposure(
            data="Live scan",
            at=at,
            party=party,
            protections=(),
            held="passing",
            recoverable=("face image",),
            path=("Face is photographed",),
            form=Form.RAW,
            evidence=evidence,
        )
        for at, party in places
    )
    return replace(report, exposures=exposures, knowledge=())


def changed(report: Report, **changes: object) -> Report:
    """The report of the system with some of its parts exchanged."""
    system: System = replace(report.graph.system, **changes)  # type: ignore[arg-type]
    return replace(report, graph=Graph(system))


@pytest.mark.parametrize(
    ("items", "words"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a", "b, c and d"], "a; and b, c and d"),
        (["a", "b and c", "d"], "a; b and c; and d"),
    ],
)
def test_lists(items: list[str], words: str) -> None:
    assert wording.listed(items) == words


@pytest.mark.parametrize(
    ("count", "word", "counted"),
    [
        (0, "no", "0 places"),
        (1, "one", "1 place"),
        (12, "twelve", "12 places"),
        (13, "13", "13 places"),
        (100_000_000, "100,000,000", "100,000,000 places"),
    ],
)
def test_numbers(count: int, word: str, counted: str) -> None:
    assert wording.number(count) == word
    assert wording.plural(count, "place") == counted


@pytest.mark.parametrize(("points", "shown"), [(3, "+3"), (0, "0"), (-2, "\N{MINUS SIGN}2")])
def test_points_have_a_sign(points: int, shown: str) -> None:
    assert wording.signed(points) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [("it is", "it is."), ("it is.", "it is."), ("is it?", "is it?"), ("and so on…", "and so on…")],
)
def test_sentences_end_once(text: str, shown: str) -> None:
    assert wording.sentence(text) == shown


def test_populations() -> None:
    assert wording.population(Subjects(name="guests", population=1200)) == "1,200 guests"
    assert wording.population(Subjects(name="guests")) == "guests (number not stated)"


def test_the_largest_population_comes_first() -> None:
    more = (*GRAPH.system.subjects, Subjects(name="clerks", population=9), Subjects(name="a"))
    graph = changed(empty(), subjects=more).graph

    assert wording.people(graph) == (
        "100,000,000 New customers, 9 clerks and a (number not stated)"
    )


GUESTS, CLERKS, OTHERS = (
    Subjects(name="guests", population=1200),
    Subjects(name="clerks", population=9),
    Subjects(name="others"),
)


@pytest.mark.parametrize(
    ("who", "words"),
    [
        (NOBODY, ""),
        (Exposed(about=(CLERKS,)), "9 clerks"),
        (Exposed(about=(OTHERS,)), "others (number not stated)"),
        (
            Exposed(about=(CLERKS, GUESTS)),
            "1,200 guests; 9 clerks; together at least 1,200 and at most 1,209",
        ),
        (Exposed(about=(CLERKS,), beside=(OTHERS,)), "9 clerks; others (number not stated)"),
        (
            Exposed(about=(CLERKS,), beside=(OTHERS, GUESTS)),
            "9 clerks; 1,200 guests; others (number not stated); together at least 1,200",
        ),
        (
            Exposed(about=(CLERKS,), takes_in=("Hall", "Door")),
            "9 clerks; whoever else comes before Hall and Door (number not stated)",
        ),
        (
            Exposed(about=(CLERKS,), takes_in=("A", "B", "C", "D"), may_take_in=("E",)),
            "9 clerks; whoever else comes before 4 sensors (number not stated); others, if any "
            "come before E",
        ),
        (Exposed(unnamed=True), "people whom nobody names (number not stated)"),
        (
            Exposed(about=(CLERKS,), beside=(GUESTS,), is_own=True),
            "one at a time of 9 clerks; some of 1,200 guests",
        ),
        (
            Exposed(about=tuple(Subjects(name=f"p{n}", population=n) for n in range(1, 7))),
            "6 p6; 5 p5; 4 p4; 3 p3; 2 more populations; together at least 6 and at most 21",
        ),
    ],
)
def test_whom_data_expose(who: Exposed, words: str) -> None:
    assert wording.exposed(who) == words


@pytest.mark.parametrize(
    ("spot", "words"),
    [
        (Spot(PlaceKind.ELEMENT, "Scan archive"), "Scan archive"),
        (Spot(PlaceKind.FLOW, "Query"), "flow 5, Face comparison → Query gateway"),
        (Spot(PlaceKind.PARTY, "Carrier"), "party Carrier"),
        (Spot(PlaceKind.DATA, "Live scan"), "data Live scan"),
        (Spot(PlaceKind.MODEL, "SIM"), "the whole model"),
    ],
)
def test_places(spot: Spot, words: str) -> None:
    assert wording.spot(GRAPH, spot) == words


def test_paths() -> None:
    path = ("Face is photographed", "Scan to comparison", "Query", "Card is read")

    assert wording.path_numbers(GRAPH, path) == "1 → 3 → 5 → 2"
    assert wording.path_words(GRAPH, path) == (
        "Customer → Counter camera → Face comparison → Query gateway; "
        "National ID card → Card reader"
    )
    assert wording.path_words(GRAPH, ()) == ""


def test_layers() -> None:
    sealed = (Layer(LayerKind.ENCRYPTED, "Key"), Layer(LayerKind.HASHED))

    assert wording.layers(sealed) == "encrypted (Key), then hashed without a key"
    assert wording.layers(()) == "in clear"


@pytest.mark.parametrize(
    ("path", "names", "words"),
    [
        (("Archiving", "Scans for training"), (), "if flow 15 existed"),
        (("Archiving",), ("Training set",), "if Training set existed"),
        (("Archiving",), ("Scan archive",), "if what is feared here were so"),
        (("Scans for training",), ("Training set",), "if flow 15 existed"),
    ],
)
def test_conditions(path: tuple[str, ...], names: tuple[str, ...], words: str) -> None:
    assert wording.condition(GRAPH, path, names) == words


def test_the_tally() -> None:
    assert wording.tally(sample_report()) == (
        "3 critical, 2 high, 2 medium and 1 low; 4 questions; 1 hypothetical"
    )
    assert wording.tally(empty()) == "no threats"


def test_the_headline_of_the_sample() -> None:
    assert wording.headline(sample_report()) == (
        "The faces of 100,000,000 New customers can be recovered at six places outside their "
        "control, two of them run by an authority, and are kept at two of them. Three of these "
        "are claimed or inferred. "
        "Carrier by itself can link faces with national id number and phone number. "
        "If flow 15 existed, faces could be recovered at one more place."
    )


AUTHORITY = "Public security ministry"


@pytest.mark.parametrize(
    ("places", "end"),
    [
        ([("A", "Carrier")], "at one place outside their control and are not kept there."),
        (
            [("A", "Carrier"), ("B", "Carrier")],
            "at two places outside their control and are kept at none of them.",
        ),
        (
            [("A", AUTHORITY)],
            "at one place outside their control, run by an authority, and are not kept there.",
        ),
        (
            [("A", AUTHORITY), ("B", "Carrier")],
            "at two places outside their control, one of them run by an authority, and "
            "are kept at none of them.",
        ),
        (
            [("A", AUTHORITY), ("B", AUTHORITY)],
            "at two places outside their control, all of them run by an authority, and "
            "are kept at none of them.",
        ),
    ],
)
def test_places_and_authorities_are_counted(places: list[tuple[str, str]], end: str) -> None:
    assert wording.headline(seen(sample_report(), *places)).endswith(end)


def test_several_authorities() -> None:
    parties = tuple(replace(item, role=Role.AUTHORITY) for item in GRAPH.system.parties)
    report = seen(changed(empty(), parties=parties), ("A", "Carrier"), ("B", AUTHORITY))

    assert wording.headline(report).endswith(
        "all of them run by authorities, and are kept at none of them."
    )


def test_nobody_knows_how_many_people() -> None:
    report = seen(changed(empty(), subjects=(Subjects(name="New customers"),)), ("A", "Carrier"))

    assert wording.headline(report).startswith("The faces of New customers can be recovered")


def test_nothing_is_recoverable() -> None:
    assert wording.headline(empty()) == (
        "As far as this model says, nobody but the people themselves can recover "
        "a face or any other biometric characteristic."
    )


def test_what_is_only_feared_is_no_fact() -> None:
    feared = tuple(item for item in sample_report().exposures if item.at == "Training set")

    assert wording.headline(replace(empty(), exposures=feared)).endswith(
        "characteristic. If flow 15 existed, faces could be recovered at one place."
    )


@pytest.mark.parametrize(
    ("places", "evidence", "words"),
    [
        ([("A", "Carrier")], Evidence.INFERRED, "This is inferred."),
        ([("A", "Carrier"), ("B", "Carrier")], Evidence.CLAIMED, "All of these are claimed."),
    ],
)
def test_what_is_not_reported_is_called_so(
    places: list[tuple[str, str]], evidence: Evidence, words: str
) -> None:
    report = seen(sample_report(), *places, evidence=evidence)

    assert wording.headline_sentences(report)[1] == words


def test_a_place_counts_by_its_best_evidence() -> None:
    sure = seen(sample_report(), ("A", "Carrier"), ("B", "Carrier"))
    doubt = seen(sample_report(), ("A", "Carrier"), ("C", "Carrier"), evidence=Evidence.INFERRED)
    report = replace(sure, exposures=(*doubt.exposures, *sure.exposures))

    assert wording.headline_sentences(report)[1] == "One of these is inferred."


def test_parties_that_can_link_the_same_are_named_together() -> None:
    links = (("ID number", "Live scan"),)
    report = replace(
        seen(sample_report(), ("A", "Carrier"), ("B", AUTHORITY)),
        knowledge=tuple(
            Knowledge(party=party, holds=(), passes=(), links=links)
            for party in ("Carrier", AUTHORITY)
        ),
    )

    assert wording.headline_sentences(report)[1] == (
        "Carrier and Public security ministry can each link faces with national id number."
    )


def test_a_long_name_is_cut_in_a_sentence() -> None:
    people = Subjects(name="New customers", population=3)
    assert wording.short("x" * 100) == "x" * 59 + "…"
    assert wording.short("a\nb\u202e") == "a b"
    assert wording.short(wording.population(people)) == "3 New customers"

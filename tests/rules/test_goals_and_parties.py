"""What rules on goals and parties see beyond the examples on their pages."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from facetrail.assemble import assemble
from facetrail.model.kinds import Kind
from facetrail.model.words import (
    Basis,
    Boundary,
    Datum,
    Effect,
    Guardian,
    Means,
    Party,
    Person,
    Power,
    Process,
    Purpose,
    Requirement,
    Retention,
    Role,
    Store,
    Subjects,
)
from facetrail.report import Report
from facetrail.rules.catalogue import RULES
from facetrail.rules.examples import (
    CAMERA,
    DESK,
    ENTRY,
    GALLERY,
    MATCHER,
    OPERATOR,
    PEOPLE,
    PERSON,
    SCAN,
    Part,
    central,
    flow,
    own_device,
)

BY_ID = {rule.id: rule for rule in RULES}


def report(rule: str, parts: Iterable[Part], drop: tuple[str, ...] = ()) -> Report:
    return assemble(central(*parts, drop=drop), [BY_ID[rule]])


def at(found: Report) -> dict[str, tuple[str, ...]]:
    return {item.at.name: item.data for item in found.threats}


# What a processor has, it has for somebody

WORKER = Party(name="Partner", role=Role.PROCESSOR)
OUTSIDE = replace(GALLERY, party="Partner")


def test_a_controller_answers_for_what_its_processor_keeps() -> None:
    found = report("no-access-route", (replace(OPERATOR, access_route=False), WORKER, OUTSIDE))
    assert at(found) == {"Operator": ("Template",)}


def test_what_a_processor_takes_for_a_controller_is_taken_by_it() -> None:
    minors = replace(PEOPLE, minors=True, guardian=Guardian.NONE)
    theirs = replace(CAMERA, party="Partner")
    assert at(report("minors-without-guardian", (WORKER, minors, theirs))) == {
        "Operator": ("Scan", "Template")
    }


def test_a_reference_at_a_processor_outgrows_the_guardian_too() -> None:
    minors = replace(PEOPLE, minors=True, guardian=Guardian.AGREES)
    for_ever = replace(OUTSIDE, retention=Retention(unlimited=True))
    assert "Operator" in at(report("minors-without-guardian", (WORKER, minors, for_ever)))


# Bases by purpose

SELLS = ((Purpose.MARKETING, Basis.CONSENT),)
BUNDLED = replace(OPERATOR, basis=Basis.LAW, basis_for=SELLS, separate_consent=False)
TO_SELL = frozenset({Purpose.MARKETING})


def test_a_basis_for_a_purpose_counts_where_that_purpose_is() -> None:
    assert not report("no-separate-consent", (BUNDLED,)).threats
    seller = replace(MATCHER, purposes=TO_SELL)
    assert report("no-separate-consent", (BUNDLED, seller)).threats
    both = replace(MATCHER, purposes=TO_SELL | {Purpose.ACCESS_CONTROL})
    assert report("no-separate-consent", (BUNDLED, both)).threats


def test_where_no_purpose_stands_what_the_data_were_taken_for_decides() -> None:
    taken = replace(SCAN, collected_for=TO_SELL)
    assert at(report("no-separate-consent", (BUNDLED, taken))) == {"Operator": ("Scan", "Template")}


def test_a_basis_that_every_purpose_has_leaves_nothing_to_ask() -> None:
    whole = replace(OPERATOR, basis=None, basis_for=((Purpose.ACCESS_CONTROL, Basis.LAW),))
    assert not report("no-lawful-basis", (whole,)).questions


# Who asks for consent


def test_an_authority_leaves_little_choice_unless_it_says_otherwise() -> None:
    asks = replace(OPERATOR, role=Role.AUTHORITY, power=None, basis=Basis.CONSENT, refusable=False)
    assert report("consent-not-free", (asks,), drop=("Entry",)).threats
    harmless = replace(asks, power=Power.NONE)
    assert not report("consent-not-free", (harmless,), drop=("Entry",)).threats


def test_nothing_is_asked_about_consent_where_it_is_not_the_basis() -> None:
    for rule in ("no-separate-consent", "consent-record-missing", "no-withdrawal-route"):
        assert not report(rule, ()).questions
        (question,) = report(rule, (replace(OPERATOR, basis=None),)).questions
        assert question.id == "basis@Operator"


# Who is shut out

PHONE_ONLY = replace(ENTRY, requires=Requirement("all", ("App",)), assisted=False)
APP = Process(name="App", party="people")
STRANGERS = Subjects(name="strangers", population=10, lacks=frozenset(Means))
STRANGER = Party(name="strangers", role=Role.SUBJECT)


@pytest.mark.parametrize(
    ("lacks", "expected"),
    [
        (frozenset({Means.OWN_DEVICE}), True),
        (frozenset({Means.SIGHT}), False),
        (frozenset[Means](), False),
    ],
)
def test_a_process_of_the_persons_own_asks_for_a_device(
    lacks: frozenset[Means], expected: bool
) -> None:
    people = replace(PEOPLE, lacks=lacks)
    assert bool(report("no-assisted-route", (APP, PHONE_ONLY, people)).threats) is expected


def test_only_those_count_who_are_drawn_as_wanting_something() -> None:
    assert not report("no-assisted-route", (APP, PHONE_ONLY, STRANGERS, STRANGER)).threats
    drawn = Person(name="Stranger", subjects="strangers")
    assert report("no-assisted-route", (APP, PHONE_ONLY, STRANGERS, STRANGER, drawn)).threats


def test_where_nobody_is_drawn_all_count() -> None:
    parts = (APP, PHONE_ONLY, STRANGERS, STRANGER)
    gone = (PERSON.name, "Person to Camera", "Person to Desk")
    assert report("no-assisted-route", parts, drop=gone).threats


def test_a_goal_whose_steps_are_not_there_shuts_nobody_out() -> None:
    nowhere = replace(PHONE_ONLY, requires=None)
    lacking = replace(PEOPLE, lacks=frozenset(Means))
    assert not report("no-assisted-route", (APP, nowhere, lacking)).threats


# A body without a will

UNWATCHED = replace(CAMERA, attended=False)
ACTS = replace(MATCHER, effect=Effect.SERVICE)
STEP = Process(
    name="Step", party="Operator", requires=Requirement("all", ("Matcher",)), effect=Effect.NONE
)


def test_a_step_that_only_follows_the_match_shows_no_will() -> None:
    goal = replace(ENTRY, requires=Requirement("all", ("Step",)), act_of_will=False)
    assert report("usable-without-intent", (UNWATCHED, ACTS, STEP, goal)).threats
    own_word = replace(goal, requires=Requirement("all", ("Step", "Desk")))
    assert not report("usable-without-intent", (UNWATCHED, ACTS, STEP, own_word)).threats


def test_a_terminal_that_is_no_sensor_is_taken_to_be_watched() -> None:
    goal = replace(ENTRY, act_of_will=False)
    terminal = Process(name="Terminal", party="Operator")
    scan = replace(SCAN, origin="Terminal")
    parts = (terminal, scan, ACTS, goal, flow("Terminal", "Matcher", "Scan"))
    assert not report("usable-without-intent", parts, drop=("Camera to Matcher",)).threats


# Names that somebody opens something in

BADGE = Datum(name="Badge", kind=Kind.CREDENTIAL, subjects="people", origin="Desk")
NAME = Datum(name="Name", kind=Kind.NAME, subjects="people", origin="Desk")
REGISTER = replace(GALLERY, name="Register")
HELPLESS = replace(ENTRY, recourse=frozenset())
OPENED = (BADGE, NAME, REGISTER, HELPLESS)


def test_what_is_opened_must_rest_beside_the_name_of_the_same_person() -> None:
    rule = "impersonation-not-contestable"
    assert report(rule, (*OPENED, flow("Desk", "Register", "Badge", "Name"))).threats
    apart = (flow("Desk", "Register", "Badge"), flow("Desk", "Gallery", "Name"))
    assert not report(rule, (*OPENED, *apart)).threats
    theirs = replace(REGISTER, party="people")
    assert not report(rule, (*OPENED, theirs, flow("Desk", "Register", "Badge", "Name"))).threats


# Sites

IN_CHINA = replace(OPERATOR, jurisdiction="CN", separate_consent=False)
SHOP = Boundary(name="Shop", party="Operator")
BACK = Boundary(name="Back room", party="Operator", parent="Shop")


def test_a_face_stays_at_its_site_within_one_outermost_boundary() -> None:
    camera, matcher = replace(CAMERA, boundary="Shop"), replace(MATCHER, boundary="Back room")
    gallery = replace(GALLERY, boundary="Back room")
    rule = "face-sent-off-device"
    assert not report(rule, (IN_CHINA, SHOP, BACK, camera, matcher, gallery)).threats
    elsewhere = replace(BACK, parent=None)
    assert at(report(rule, (IN_CHINA, SHOP, elsewhere, camera, matcher, gallery))) == {
        "Matcher": ("Scan",)
    }


def test_what_was_captured_elsewhere_does_not_leave_the_device_here() -> None:
    # The second hop, from the operator to a partner, is no matter of the device.
    partner = Party(name="Partner", role=Role.VENDOR, jurisdiction="CN")
    there = Process(name="There", party="Partner")
    graph = own_device(
        IN_CHINA, partner, there, flow("Phone", "Server", "Scan"), flow("Server", "There", "Scan")
    )
    assert at(assemble(graph, [BY_ID["face-sent-off-device"]])) == {"Server": ("Scan",)}


# What decides something


def test_what_a_reference_decides_is_looked_for_behind_the_comparison() -> None:
    firm = replace(OPERATOR, correction_route=False)
    served = replace(DESK, effect=Effect.SERVICE)
    kept = Store(
        name="Cards", party="Operator", at_rest=(), retention=Retention(days=9), track_points=0
    )
    record = Datum(name="Card", kind=Kind.IDENTITY_RECORD, subjects="people", origin="Cards")
    parts = (firm, kept, record, flow("Cards", "Desk", "Card"))
    assert not report("no-correction-route", parts).threats
    assert at(report("no-correction-route", (*parts, served))) == {"Operator": ("Card",)}

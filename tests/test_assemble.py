"""From a graph to a report: the two designs told apart, folding, ids, paths, questions."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.assemble import assemble
from facetrail.assemble.paths import trail
from facetrail.model.graph import Graph
from facetrail.model.kinds import Form, Kind
from facetrail.model.operations import Operation
from facetrail.model.words import (
    Boundary,
    Comparison,
    Datum,
    Evidence,
    Flow,
    Party,
    Person,
    Process,
    Purpose,
    Retention,
    Role,
    Sensor,
    Store,
    Subjects,
    System,
    Transform,
)
from facetrail.report import Report, Threat
from facetrail.rules.catalogue import RULES
from facetrail.rules.examples import (
    ARCHIVE,
    FULL_RECORD,
    GALLERY,
    ID_NUMBER,
    KEPT_PROBE,
    MATCHER,
    OWN_KEY,
    PEOPLE,
    SEALED,
    SERVER,
    SUBJECTS_KEY,
    central,
    flow,
    own_device,
)

CLAIM = (ID_NUMBER, flow("Desk", "Matcher", "Id number"))
SEALED_GALLERY = replace(GALLERY, at_rest=SEALED)
OPERATORS_KEY_1_TO_1 = central(*CLAIM, SEALED_GALLERY, OWN_KEY)
SUBJECTS_KEY_1_TO_1 = central(*CLAIM, SEALED_GALLERY, SUBJECTS_KEY)
OPERATORS_KEY_1_TO_N = central(
    *CLAIM, SEALED_GALLERY, OWN_KEY, replace(MATCHER, comparison=Comparison.IDENTIFICATION)
)


def shown(graph: Graph) -> set[str]:
    return {item.id for item in assemble(graph).shown}


def test_who_holds_the_key_and_1_to_n_tell_two_designs_apart() -> None:
    theirs, own = shown(OPERATORS_KEY_1_TO_1), shown(SUBJECTS_KEY_1_TO_1)
    assert theirs - own == {
        "template-reveals-face@Gallery",
        "operator-holds-the-key@Gallery",
        "central-honeypot@Gallery",
        "reference-not-renewable@Gallery",
    }
    assert own <= theirs
    assert shown(OPERATORS_KEY_1_TO_N) - theirs == {"search-instead-of-verify@Matcher"}


def test_two_threats_of_a_rule_at_a_place_are_one_about_all_their_data() -> None:
    report = assemble(central(*KEPT_PROBE, *FULL_RECORD))
    (found,) = [item for item in report.threats if item.id == "stored-in-clear@Archive"]
    assert found.data == ("Id number", "Name", "Scan")


def test_where_only_what_was_made_of_a_datum_comes_it_is_named_with_what_it_was_made_from() -> None:
    lab = replace(MATCHER, name="Lab", purposes=frozenset({Purpose.MODEL_TRAINING}))
    made, raw = (
        {item.id: item for item in assemble(central(lab, flow("Matcher", "Lab", name))).threats}
        for name in ("Template", "Scan")
    )
    assert made["purpose-drift@Lab"].message.endswith(": Template (made from Scan)")
    assert made["purpose-drift@Lab"].data == ("Scan",)
    assert raw["purpose-drift@Lab"].message.endswith(": Scan")


def test_what_was_made_of_a_datum_weighs_as_what_it_is() -> None:
    lab = replace(MATCHER, name="Lab", purposes=frozenset({Purpose.MODEL_TRAINING}))
    mood = Datum(
        name="Mood",
        kind=Kind.BEHAVIOUR,
        subjects="people",
        transform=Transform(Operation.INFER, ("Scan",), "Matcher"),
    )
    made, raw = (
        {
            item.id: item
            for item in assemble(central(lab, mood, flow("Matcher", "Lab", name))).threats
        }
        for name in ("Mood", "Scan")
    )

    def because(threat: Threat) -> str:
        return next(item.because for item in threat.why if item.factor == "data")

    assert because(raw["purpose-drift@Lab"]) == "the data show what a person can never change"
    assert because(made["purpose-drift@Lab"]) != because(raw["purpose-drift@Lab"])


def test_a_general_threat_folds_under_the_specific_one_about_the_same_data() -> None:
    for_ever = replace(ARCHIVE, retention=Retention(unlimited=True))
    report = assemble(central(*KEPT_PROBE, for_ever))
    by_id = {item.id: item for item in report.threats}
    general = by_id["biometric-without-time-limit@Archive"]
    assert general.folded_under == "probe-outlives-decision@Archive"
    assert general not in report.shown
    assert report.folded_into(by_id["probe-outlives-decision@Archive"]) == (general,)


def test_a_general_threat_about_more_data_stands_by_itself() -> None:
    for_ever = replace(ARCHIVE, retention=Retention(unlimited=True))
    report = assemble(central(*KEPT_PROBE, *FULL_RECORD, for_ever))
    assert "biometric-without-time-limit@Archive" in {item.id for item in report.shown}


def test_a_feared_threat_is_apart_and_hides_no_established_one() -> None:
    feared = replace(flow("Matcher", "Archive", "Scan"), evidence=Evidence.HYPOTHETICAL)
    report = assemble(central(*KEPT_PROBE, feared, *FULL_RECORD))
    assert "stored-in-clear@Archive" in {item.id for item in report.shown}
    assert "stored-in-clear@Archive:Scan" in {item.id for item in report.feared}
    assert all(item.evidence is not Evidence.HYPOTHETICAL for item in report.shown)
    kept = [item for item in report.feared if item.at.name == "Archive"]
    assert {item.hangs_on for item in kept} == {(feared.name,)}
    assert {item.hangs_on for item in report.shown} == {()}


def test_what_is_only_feared_does_not_colour_a_place_that_has_data_for_certain() -> None:
    feared = replace(flow("Matcher", "Archive", "Scan"), evidence=Evidence.HYPOTHETICAL)
    report = assemble(central(feared, *FULL_RECORD))
    assert report.forms["Archive"] is Form.IDENTITY
    assert report.feared_forms == {"Archive": Form.RAW}


def test_threats_come_worst_first_and_the_score_is_the_sum_of_its_points() -> None:
    threats = assemble(central(*KEPT_PROBE, *FULL_RECORD)).threats
    scores = [item.score for item in threats]
    assert scores == sorted(scores, reverse=True)
    for item in threats:
        assert item.score == max(0, sum(points.points for points in item.why))
        assert [points.factor for points in item.why] == [
            "harm",
            "data",
            "reach",
            "people",
            "power",
            "undo",
        ]


def test_a_trail_goes_from_the_capture_through_what_data_are_made_of() -> None:
    facts = Facts(central())
    assert trail(facts, "Template", "Gallery") == (
        "Person to Camera",
        "Camera to Matcher",
        "Matcher to Gallery",
    )


def test_questions_come_with_what_they_settle_most_first() -> None:
    report = assemble(central(replace(GALLERY, at_rest=None, deletes_on=None)))
    ids = [item.id for item in report.questions]
    assert ids == ["at_rest@Gallery", "deletes_on@Gallery"]
    settles = [item.settles for item in report.questions]
    assert settles == sorted(settles, reverse=True)
    assert "stored-in-clear" in report.questions[0].rules


def test_an_unknown_population_is_asked_and_gives_no_points_yet() -> None:
    graph = central(replace(PEOPLE, population=None), replace(GALLERY, at_rest=()))
    report = assemble(graph)
    (clear,) = [item for item in report.threats if item.rule == "stored-in-clear"]
    people = next(item for item in clear.why if item.factor == "people")
    assert people.points == 0
    assert "population@people" in {item.id for item in report.questions}


def test_a_score_asks_nothing_before_there_is_a_threat() -> None:
    def asked(comparison: Comparison) -> list[tuple[str, int]]:
        graph = own_device(
            replace(PEOPLE, population=None),
            replace(SERVER, needs=None, comparison=comparison),
            flow("Phone", "Server", "Scan"),
        )
        return [(item.attribute, item.settles) for item in assemble(graph).questions]

    assert asked(Comparison.VERIFICATION) == [("needs", 10), ("population", 2)]
    assert asked(Comparison.NONE) == [("needs", 10)]


def test_elements_take_the_worst_form_that_can_be_read_there() -> None:
    report = assemble(SUBJECTS_KEY_1_TO_1)
    assert report.forms["Matcher"] is Form.RAW
    assert report.forms["Entry"] is Form.NONE
    sealed = assemble(central(SUBJECTS_KEY, flow("Camera", "Desk", "Scan", layers=SEALED)))
    assert sealed.forms["Desk"] is Form.PROTECTED
    assert sealed.flow_forms["Camera to Desk"] is Form.PROTECTED
    assert sealed.foreign_locks == {"Camera to Desk": ("people",)}


def test_what_a_party_holds_is_told_from_what_passes_it() -> None:
    (operator,) = [item for item in assemble(central()).knowledge if item.party == "Operator"]
    assert operator.holds == ("Template",)
    assert operator.passes == ("Scan",)


def test_nothing_is_exposed_where_the_person_compares_on_their_own() -> None:
    report = assemble(own_device())
    assert report.threats == ()
    assert {item.form for item in report.exposures} == {Form.RESULT}


def test_every_leaf_is_accounted_for_once() -> None:
    rows = assemble(central()).coverage
    assert len({row.node for row in rows}) == len(rows) == 47
    assert {row.state for row in rows} == {"checked"}


def test_a_leaf_without_a_rule_is_not_checked() -> None:
    without = [rule for rule in RULES if "L.2.1.2" not in rule.linddun]
    rows = {row.node: row for row in assemble(central(), without).coverage}
    assert rows["L.2.1.2"].state == "not-checkable"
    assert "ask people: Whose data" in rows["L.2.1.2"].because


def test_equal_reports_twice() -> None:
    def facts(report: Report) -> object:
        return (report.threats, report.questions, report.exposures, report.coverage)

    assert facts(assemble(central(*KEPT_PROBE))) == facts(assemble(central(*KEPT_PROBE)))


def test_a_path_begins_with_somebody_whom_the_datum_is_about() -> None:
    staff = Subjects(name="staff", population=10)
    system = System(
        name="Door",
        parties=(
            Party(name="Firm", role=Role.CONTROLLER),
            Party(name="staff", role=Role.SUBJECT),
            Party(name="guests", role=Role.SUBJECT),
        ),
        subjects=(staff, Subjects(name="guests", population=10)),
        elements=(
            Person(name="Employee", subjects="staff"),
            Person(name="Guest", subjects="guests"),
            Sensor(name="Camera", party="Firm"),
            Store(name="Archive", party="Firm"),
        ),
        data=(Datum(name="Image", kind=Kind.FACE_IMAGE, subjects="staff", origin="Camera"),),
        flows=(
            Flow(name="a guest walks by", source="Guest", destination="Camera"),
            Flow(name="an employee walks by", source="Employee", destination="Camera"),
            Flow(name="keeps", source="Camera", destination="Archive", data=("Image",)),
        ),
    )
    assert trail(Facts(Graph(system)), "Image", "Archive") == ("an employee walks by", "keeps")


def drifting(last: str) -> tuple[Threat, ...]:
    """Threats where a number is taken for one end, used for another, and handed on to the last."""
    other_end = frozenset({Purpose.ANALYTICS})
    system = System(
        name="Shop",
        parties=(
            Party(name="Firm", role=Role.CONTROLLER),
            Party(name="Broker", role=Role.CONTROLLER),
            Party(name="buyers", role=Role.SUBJECT),
        ),
        subjects=(Subjects(name="buyers", population=10),),
        elements=(
            Sensor(name="Till", party="Firm"),
            Process(name="Adverts", party="Firm", purposes=other_end),
            Process(name="Letters", party=last, purposes=other_end),
        ),
        data=(
            Datum(
                name="Number",
                kind=Kind.PHONE_NUMBER,
                subjects="buyers",
                origin="Till",
                collected_for=frozenset({Purpose.SERVICE_DELIVERY}),
            ),
        ),
        flows=(
            Flow(name="uses", source="Till", destination="Adverts", data=("Number",)),
            Flow(name="hands on", source="Adverts", destination="Letters", data=("Number",)),
        ),
    )
    return tuple(item for item in assemble(Graph(system)).threats if item.rule == "purpose-drift")


def test_what_a_party_goes_on_doing_is_one_fact() -> None:
    assert {item.at.name: item.folded_under for item in drifting("Firm")} == {
        "Adverts": "",
        "Letters": "purpose-drift@Adverts",
    }
    assert {item.folded_under for item in drifting("Broker")} == {""}


def test_what_is_declared_but_of_no_effect_is_noted() -> None:
    boundaries = (Boundary(name="Airport"), Boundary(name="Gate", parent="Airport"))
    system = own_device().system
    idle = Datum(name="Spare", kind=Kind.FACE_IMAGE, origin=system.elements[0].name)
    stray = replace(system, data=(*system.data, idle), boundaries=boundaries)
    assert [note.text for note in assemble(Graph(stray)).notes] == [
        "no flow carries Spare and nothing is made from it: add the flow",
        "nothing is in the boundary Gate: name it at what is in it",
    ]

"""The models of the project: honest marks, and variants that compare as a reader expects."""

from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from facetrail.assemble import assemble
from facetrail.model.graph import Graph
from facetrail.model.kinds import Form
from facetrail.model.words import Evidence, Sensor
from facetrail.render.together import only_the_whole
from facetrail.report import Exposure, Report
from facetrail.sources import read

MODELS = Path(__file__).parents[1] / "models"
NAMES = sorted(path.relative_to(MODELS).as_posix() for path in MODELS.rglob("[!_]*.py"))


@cache
def report(name: str) -> Report:
    return assemble(Graph(read(MODELS / name).system))


@pytest.mark.parametrize("name", NAMES)
def test_every_step_says_where_it_is_known_from(name: str) -> None:
    system = report(name).graph.system
    missing = [item.name for item in system.elements if not item.known_from]
    missing += [item.name for item in system.flows if not item.known_from]
    assert missing == []


@pytest.mark.parametrize("name", NAMES)
def test_no_note_points_at_an_oversight(name: str) -> None:
    assert report(name).notes == ()


def test_what_is_not_public_is_not_stated_as_reported() -> None:
    kept = report("sim_registration/kept.py").graph
    for name in ("Face comparison", "Scan archive"):
        assert kept.elements[name].evidence is Evidence.INFERRED
    assert kept.flows["scan kept"].evidence is Evidence.INFERRED
    assert kept.data["Chip portrait"].evidence is Evidence.INFERRED


POLICE_PHOTO = ("sim_registration/yes_no.py", "sim_registration/kept_police_photo.py")


@pytest.mark.parametrize("name", POLICE_PHOTO)
def test_that_the_police_photo_is_asked_is_not_stated_as_reported(name: str) -> None:
    graph = report(name).graph
    ministry = [item.name for item in graph.elements.values() if in_ministry(graph, item.name)]
    asked = [*ministry, "Query gateway"]
    assert ministry == ["Identity card photos", "Photo comparison"]
    assert {graph.elements[item].evidence for item in asked} == {Evidence.INFERRED}
    touching = [flow for flow in graph.flows.values() if {flow.source, flow.destination} & {*asked}]
    assert len(touching) == 6
    assert {flow.evidence for flow in touching} == {Evidence.INFERRED}


def in_ministry(graph: Graph, name: str) -> bool:
    party = graph.party_of(name)
    return party is not None and party.name == "Police ministry"


def test_comparing_on_the_terminal_leaves_far_fewer_and_milder_threats() -> None:
    kept, on_device = report("sim_registration/kept.py"), report("sim_registration/on_device.py")
    assert 3 * len(on_device.shown) < len(kept.shown)
    assert max(item.score for item in on_device.shown) < max(item.score for item in kept.shown)
    assert {item.id for item in on_device.shown} < {item.id for item in kept.shown}


def test_keeping_scans_is_what_makes_the_difference() -> None:
    rules = {item.rule for item in report("sim_registration/kept.py").shown}
    only = rules - {item.rule for item in report("sim_registration/on_device.py").shown}
    assert only == {
        "biometric-beside-identity",
        "central-comparison",
        "central-honeypot",
        "full-document-image-kept",
        "operator-holds-the-key",
        "probe-outlives-decision",
    }


def test_on_the_terminal_no_face_rests_with_the_carrier() -> None:
    exposures = report("sim_registration/on_device.py").exposures
    assert {item.held for item in exposures if item.form.value == "raw"} == {"passing"}


def total(name: str) -> int:
    found = report(f"sim_registration/{name}.py")
    return sum(item.score for item in (*found.shown, *found.feared))


def test_the_variants_come_in_the_order_a_reader_expects() -> None:
    assert total("on_device") < total("yes_no") < total("kept") <= total("reused")


def test_another_portrait_to_compare_with_is_a_difference_in_the_comparison_alone() -> None:
    """The scan rests with the carrier as before, and passes a party that has photos of its own:
    which learns of each use."""
    assert max(total("kept"), total("yes_no")) < total("kept_police_photo") < total("reused")
    kept, photo = (report(f"sim_registration/{name}.py") for name in ("kept", "kept_police_photo"))
    assert rested(photo) == rested(kept)
    assert {item.rule for item in photo.shown} - {item.rule for item in kept.shown} == {
        "verifier-phones-home",
    }
    assert not photo.feared


def rested(found: Report) -> set[tuple[str, str]]:
    """The data that the carrier keeps, and where."""
    return {
        (item.data, item.at)
        for item in found.exposures
        if item.held != "passing" and item.party == "Carrier"
    }


def test_what_reuse_adds_is_hypothetical() -> None:
    kept, reused = report("sim_registration/kept.py"), report("sim_registration/reused.py")
    assert {item.id for item in reused.shown} == {item.id for item in kept.shown}
    assert {item.rule for item in reused.feared} == {
        "scans-train-a-model",
        "standing-feed-to-authority",
        "vendor-receives-raw-biometrics",
    }


def rules(name: str) -> set[str]:
    return {item.rule for item in report(f"reference/{name}.py").threats}


def test_a_face_that_stays_on_the_phone_is_a_threat_to_nobody() -> None:
    assert rules("face_login/phone_unlock") == set()
    assert "central-comparison" in rules("face_login/building_doors")


def test_the_requesting_entities_of_aadhaar_never_read_the_finger() -> None:
    for name in ("yes_no", "ekyc", "telecom_after_judgment"):
        found = report(f"reference/aadhaar/{name}.py").exposures
        assert {item.party for item in found if "fingerprint image" in item.recoverable} >= {
            "UIDAI"
        }
        at = {item.at for item in found if "fingerprint image" in item.recoverable}
        assert not {item for item in at if item.startswith("Application")}


def test_a_signed_record_shows_the_bank_a_face() -> None:
    seen = {
        name: {
            item.at
            for item in report(f"reference/aadhaar/{name}.py").exposures
            if "face image" in item.recoverable
        }
        for name in ("yes_no", "ekyc")
    }
    assert seen["yes_no"] == set()
    assert "Application of the bank" in seen["ekyc"]


STANDARD = "reference/iso24745/{}.py"


def test_where_a_reference_rests_and_is_compared_decides() -> None:
    """Models A to H of ISO/IEC 24745, as far as a reader expects them to differ."""
    readable = {
        path.stem: {
            item.at for item in report(STANDARD.format(path.stem)).exposures if is_raw(item)
        }
        for path in (MODELS / "reference/iso24745").glob("[!_]*.py")
    }
    assert readable == {
        "server_server": {"Comparison", "Reference store"},
        "token_server": {"Comparison"},
        "server_client": {"Reference store"},
        "server_terminal": {"Comparison", "Reference generation", "Reference store", "Sensor"},
        "client_client": set(),
        "token_client": set(),
        "token_token": set(),
        "split_server": {"Comparison"},
        "split_client": set(),
    }


def is_raw(item: Exposure) -> bool:
    return item.form is Form.RAW


def test_by_which_way_others_data_come_to_the_platform_is_not_stated_as_reported() -> None:
    graph = report("reference/ijop.py").graph
    feeds = [flow for flow in graph.data_flows if graph.crosses_parties(flow)]
    assert {graph.elements[flow.source].name for flow in feeds} == {
        "Electricity meters",
        "Subscriber register",
    }
    assert {flow.evidence for flow in feeds} == {Evidence.INFERRED}


# The systems of the article


def at(name: str, rule: str) -> set[str]:
    """The places of a model at which a rule holds."""
    return {item.at.name for item in report(name).threats if item.rule == rule}


def how_known(name: str, rule: str) -> set[Evidence]:
    """How well it is known what a rule says of a model."""
    return {item.evidence for item in report(name).threats if item.rule == rule}


def shown(name: str) -> set[str]:
    return {item.rule for item in report(name).shown}


def test_registering_online_shows_and_keeps_more_than_the_counter_that_keeps_nothing() -> None:
    online = report("sim_registration/online.py")
    assert {item.at for item in online.exposures if item.held != "passing" and is_raw(item)} >= {
        "Document archive",
        "Scan archive",
    }
    assert shown("sim_registration/on_device.py") < {item.rule for item in online.shown}
    assert how_known("sim_registration/online.py", "probe-outlives-decision") == {Evidence.INFERRED}


LINKING = "online_identity_linking.py"


def test_a_number_leads_from_an_account_to_a_face_for_who_asks_both_sides() -> None:
    found = report(LINKING)
    assert at(LINKING, "phone-number-as-identity-key") == {"Police"}
    (police,) = (item for item in found.knowledge if item.party == "Police")
    joined = {frozenset(pair) for pair in police.links}
    assert {
        frozenset({"Account for messaging", "Name, id number and address"}),
        frozenset({"Account for publishing", "Live portrait"}),
    } <= joined
    services = ("Messaging service", "Other online service", "Publishing platform")
    together = {item.parties for item in found.coalitions}
    pairs = {("Carrier", service) for service in services}
    assert together == pairs | {("Carrier", *two) for two in combinations(services, 2)}


def test_joining_accounts_is_nowhere_more_than_inferred() -> None:
    for rule in ("phone-number-as-identity-key", "flows-join-into-record", "purpose-drift"):
        assert how_known(LINKING, rule) == {Evidence.INFERRED}
    open_at_inquiry = {item.attribute for item in report(LINKING).questions}
    assert {"gated", "extent", "attribution"} <= open_at_inquiry


def test_who_gives_out_a_number_is_not_said_to_get_it() -> None:
    asked = at(LINKING, "identifier-reused-across-contexts")
    assert "Opening accounts for messaging" in asked
    assert "Activation" not in asked


def test_everything_about_training_on_scans_stays_a_fear() -> None:
    graph = report("training_on_scans.py").graph
    beyond = ("Training set", "Model training", "Face recognition")
    assert {graph.elements[item].evidence for item in beyond} == {Evidence.HYPOTHETICAL}
    touching = [
        flow for flow in graph.flows.values() if {flow.source, flow.destination} & {*beyond}
    ]
    assert {flow.evidence for flow in touching} == {Evidence.HYPOTHETICAL}
    assert how_known("training_on_scans.py", "scans-train-a-model") == {Evidence.HYPOTHETICAL}
    assert shown("training_on_scans.py") == {"central-honeypot", "operator-holds-the-key"}


def test_an_alert_at_a_zone_is_claimed_by_one_source_and_never_more() -> None:
    found = report("zone_alerts.py")
    assert {item.evidence for item in found.graph.flows.values()} <= {
        Evidence.CLAIMED,
        Evidence.INFERRED,
    }
    assert at("zone_alerts.py", "geofence-on-a-person") == {"Zone check"}
    (alert,) = [item for item in found.threats if item.rule == "geofence-on-a-person"]
    assert alert.message.endswith(": 300 metres around Home, workplace and safe areas")
    assert at("zone_alerts.py", "live-identification-in-public") == {"Recognition"}
    assert "automated-adverse-decision" not in shown("zone_alerts.py")


def test_what_the_report_of_zones_does_not_tell_is_asked() -> None:
    found = report("zone_alerts.py")
    assert {item.population for item in found.graph.subjects.values()} == {None}
    asked = {(item.attribute, item.about.name) for item in found.questions}
    assert {
        ("population", "people on the list"),
        ("list_rules", "Watch list"),
        ("count", "Street cameras"),
    } <= asked


def cameras(name: str) -> int:
    elements = report(name).graph.elements.values()
    return sum(item.count or 0 for item in elements if isinstance(item, Sensor))


def test_a_network_of_cameras_is_as_large_as_the_estimates() -> None:
    assert cameras("camera_network/in_place.py") == 170_000_000
    assert cameras("camera_network/planned.py") == 570_000_000
    sizes = {len(report(f"camera_network/{name}.py").graph.elements) for name in NETWORKS}
    assert len(sizes) == 1


NETWORKS = ("in_place", "planned")


@pytest.mark.parametrize("name", NETWORKS)
def test_a_network_of_cameras_is_not_said_to_recognise_anybody(name: str) -> None:
    path = f"camera_network/{name}.py"
    assert not shown(path) & {"live-identification-in-public", "indiscriminate-scale"}
    (asked,) = {item.attribute for item in report(path).questions} & {"comparison"}
    assert asked
    assert at(path, "open-ended-recipients") == {"Residents who watch"}


def test_viper_is_as_large_as_claimed_and_as_reported() -> None:
    assert cameras("viper/hundred_thousand.py") == 100_000
    assert 1_000 < cameras("viper/thousands.py") < 10_000
    tracked = "tracked-across-cameras"
    assert how_known("viper/thousands.py", tracked) == {Evidence.REPORTED}
    assert how_known("viper/hundred_thousand.py", tracked) == {Evidence.CLAIMED}
    assert "purpose-drift" in shown("viper/hundred_thousand.py") - shown("viper/thousands.py")


def test_that_viper_names_people_by_their_scans_stays_a_fear() -> None:
    without, scans = (report(f"viper/{name}.py") for name in ("hundred_thousand", "with_scans"))
    archive = {item.id for item in scans.shown if item.at.name == "Scan archive"}
    assert {item.id for item in scans.shown} - archive == {item.id for item in without.shown}
    assert not without.feared
    assert {item.rule for item in scans.feared} >= {
        "indiscriminate-scale",
        "live-identification-in-public",
        "standing-feed-to-authority",
    }


def test_strict_consent_leaves_no_question_and_no_face_with_anybody() -> None:
    found = report("strict_consent.py")
    assert found.questions == ()
    assert {item.rule for item in found.threats} == {"central-honeypot", "operator-holds-the-key"}
    others = (item for item in found.exposures if item.party != "new customers")
    assert not [item for item in others if is_raw(item)]
    assert sum(item.score for item in found.threats) < total("yes_no")


def test_what_only_all_of_them_can_do_crosses_systems_and_tells_what_is_feared() -> None:
    found = report("everything_together.py")
    crossings = only_the_whole(found)

    assert {item.threat.rule for item in crossings} == {
        "flows-join-into-record",
        "tracked-across-cameras",
    }
    assert all(len(item.systems) > 1 for item in crossings)
    feared = {
        item.threat.rule: {found.graph.flows[name].source for name in item.threat.hangs_on}
        for item in crossings
        if item.threat.is_hypothetical
    }
    assert feared == {
        "tracked-across-cameras": {"Scan archive"},
        # Who is seen is found only among the scans, and only if those in the streams are looked up.
        "flows-join-into-record": {"Scan archive", "Stream parsing"},
    }
    (sure,) = [item for item in crossings if not item.threat.is_hypothetical]
    assert sure.threat.hangs_on == ()
    assert "Live portrait" not in sure.threat.data  # accounts with a portrait: a part has that


def test_the_same_parties_have_the_same_names_where_systems_will_be_joined() -> None:
    parties = {name: set(report(name).graph.parties) for name in NAMES}
    assert {name for name in NAMES if "Police" in parties[name]} >= {
        LINKING,
        "zone_alerts.py",
        "camera_network/in_place.py",
        "viper/thousands.py",
        "reference/ijop.py",
    }
    for name in (LINKING, "training_on_scans.py", "viper/with_scans.py"):
        assert "Live portrait" in report(name).graph.data
        assert "Scan archive" in report(name).graph.elements


@pytest.mark.parametrize("name", NAMES)
def test_no_message_has_a_hole_where_a_name_belongs(name: str) -> None:
    assert [item.message for item in report(name).threats if "  " in item.message] == []

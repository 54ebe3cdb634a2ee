"""What is said about models in plain pytm: nothing that is not known, and few questions."""

from pathlib import Path

import pytest

from facetrail.assemble import assemble
from facetrail.model.graph import Graph
from facetrail.model.kinds import Kind
from facetrail.render.asking import FIRST_SITTING, asked
from facetrail.report import Report
from facetrail.sources import read

MODELS = Path(__file__).parent / "pytm_models"

MOST = 2 / 3
"""Share of all that open questions are worth which the first sitting must settle."""

SITTINGS = 3
"""Sittings within which everything must be answered."""

THREATS = {
    # Pensioners' faces rest here, and the police's pictures come here: both are drawn.
    "pension.py": {"galleries-cross-match@Operator"},
    # A laboratory gets blood without a name; blood is as good as one.
    "clinic.py": {"quasi-identifiers-complete@Laboratory"},
}
"""What follows from the drawings alone."""

KINDS = {
    "bank.py": {
        "ID card photo (front and back)": Kind.DOCUMENT_IMAGE,
        "Selfie video": Kind.LIVENESS_VIDEO,
        "Face match score": Kind.COMPARISON_SCORE,
        "KYC decision": Kind.DECISION,
        "Extracted document fields": Kind.IDENTITY_RECORD,
    },
    "hospital.py": {
        "CT images with patient ID": Kind.HEALTH_FACT,
        "Lab order": Kind.HEALTH_FACT,
        "Radiology report": Kind.HEALTH_FACT,
        "Patient demographics": Kind.IDENTITY_RECORD,
    },
    "bookshop.py": {
        "Username and password": Kind.CREDENTIAL,
        "Session cookie": Kind.IP_ADDRESS,
        "Card number, expiry, CVC": Kind.ACCOUNT_ID,
        "Order items": Kind.BEHAVIOUR,
    },
    "pension.py": {"活体视频": Kind.LIVENESS_VIDEO, "比对结果": Kind.DECISION},
    "gym.py": {
        "Huella dactilar": Kind.FINGERPRINT_IMAGE,
        "Nombre, DNI y correo electrónico": Kind.IDENTITY_RECORD,
    },
    "rides.json": {"trip": Kind.LOCATION, "driver licence": Kind.DOCUMENT_IMAGE},
}

PEOPLE = {
    "bank.py": {"Applicant"},
    "hospital.py": {"Patient"},
    "bookshop.py": {"Customer"},
    "pension.py": {"退休人员"},
    "gym.py": {"Socio"},
    "rides.json": {"Rider", "Driver"},
    "staff_portal.py": {"Employee"},
}


def report_of(name: str) -> Report:
    return assemble(Graph(read(MODELS / name).system))


@pytest.mark.parametrize("name", sorted(path.name for path in MODELS.glob("*.*")))
def test_threats_have_grounds_and_questions_are_few(name: str) -> None:
    report = report_of(name)
    assert {item.id for item in report.threats} == THREATS.get(name, set())
    questions = asked(report.questions)
    first = questions[:FIRST_SITTING]
    assert 3 < len(questions) < SITTINGS * FIRST_SITTING
    assert sum(item.settles for item in first) >= MOST * sum(item.settles for item in questions)


@pytest.mark.parametrize("name", sorted(KINDS))
def test_kinds_are_what_the_owner_would_say(name: str) -> None:
    data = report_of(name).graph.data
    assert {item: data[item].kind for item in KINDS[name]} == KINDS[name]


@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_the_data_are_about_the_people_served(name: str) -> None:
    graph = report_of(name).graph
    assert {item.name for item in graph.subjects.values()} == PEOPLE[name]
    personal = (item for item in graph.data.values() if item.kind.traits.personal)
    unsaid = {None} if len(PEOPLE[name]) > 1 else set()
    assert {item.subjects for item in personal} - unsaid == PEOPLE[name]


def test_only_what_compares_by_name_is_asked_how() -> None:
    asks = report_of("bank.py").questions
    places = {item.about.name for item in asks if item.attribute == "comparison"}
    assert places == {"Face match and liveness"}

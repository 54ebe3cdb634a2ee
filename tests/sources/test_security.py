"""pytm's own threats are asked for last, come once each, and can harm nothing."""

import json
from pathlib import Path

import pytest

from facetrail.report import SecurityThreat
from facetrail.sources import read
from tests.sources.conftest import Write, refusal

THREATS = [
    {"SID": "T1", "target": ["Server"], "description": "Everywhere", "severity": "Low"},
    {"SID": "T1", "target": ["Server"], "description": "Everywhere", "severity": "Low"},
    {"SID": "T2", "target": ["Dataflow"], "description": "On the wire", "severity": "Very High"},
    {"SID": "T3", "target": ["Datastore"], "description": "Own words", "severity": "odd"},
    {"SID": "T4", "target": ["LLM"], "description": "Nowhere", "severity": "High"},
]
"""A library with a duplicate, a severity of its own and a threat to nothing that is there."""

MODEL = """
from pytm import *
tm = TM("small")
tm.threatsFile = "threats.json"
user = Actor("User")
web, api, api2 = Server("Web"), Server("API"), Server("API")
old = Server("Old server", inScope=False)
store = Datastore("Store")
store.overrides = [Finding(threat_id="T3", response="accepted")]
Dataflow(user, web, "asks", data=Data("Selfie"))
Dataflow(web, api, "asks")
Dataflow(api, store, "keeps")
Dataflow(web, old, "out", inScope=False)
tm.process()
""".lstrip()

FOUND = (
    SecurityThreat("T2", "On the wire", "Very High", ("asks", "asks (2)", "keeps")),
    SecurityThreat("T1", "Everywhere", "Low", ("API", "API (2)", "Web")),
    SecurityThreat("T3", "Own words", "odd", ("Store (accepted)",)),
)


@pytest.fixture
def model(write: Write) -> Path:
    full = [{"condition": "True", "details": "", "mitigations": "", **item} for item in THREATS]
    write(json.dumps(full), name="threats.json")
    return write(MODEL)


@pytest.mark.parametrize(
    "ending",
    [
        "tm.process()",
        "",
        "if __name__ == '__main__':\n    tm.process()",
        "tm.check()\ntm.resolve()",
    ],
)
def test_each_threat_once_with_all_that_is_in_scope(model: Path, ending: str) -> None:
    model.write_text(MODEL.replace("tm.process()", ending))
    assert read(model, security=True).security == FOUND


def test_what_the_author_declared_is_read_before(model: Path) -> None:
    model.write_text(MODEL.replace('"keeps"', '"keeps", protocol="HTTPS", dstPort=1'))
    asked, plain = read(model, security=True), read(model)
    assert asked.system == plain.system
    assert plain.security is None
    assert [flow.channel for flow in asked.system.flows] == ["", "", "HTTPS", ""]


def test_what_is_unused_is_left_out_where_pytm_is_told_to(model: Path) -> None:
    model.write_text(MODEL.replace("tm.process", "tm.ignoreUnused = True\ntm.process"))
    found = read(model, security=True).security or ()
    assert [item.targets for item in found if item.id == "T1"] == [("API", "Web")]


def test_a_model_in_our_words_is_one_of_pytms(write: Write) -> None:
    text = """
    from facetrail import *
    model = Model("small")
    people, firm = Subjects("People"), Party("Firm", role=Role.CONTROLLER)
    person, desk = Person("Person", subjects=people), Process("Desk", party=firm)
    Flow(person, desk, "comes")
    """
    found = read(write(text), security=True).security or ()
    targets = {name for item in found for name in item.targets}
    assert {"Desk", "comes"} == targets
    assert len({item.id for item in found}) == len(found)


FAILURES = [
    ("pytm raises", "TM.resolve = lambda self: 1 / 0", "ZeroDivisionError: division by zero"),
    ("it exits", "TM.resolve = lambda self: exit(3)", "SystemExit: 3"),
    ("it dies", "import os; TM.resolve = lambda self: os._exit(1)", "its process ended"),
    ("it hangs", "import time; TM.resolve = lambda self: time.sleep(60)", "it ran out of time"),
    ("it gives nonsense", "TM.resolve = lambda self: setattr(self, 'findings', 5)", "Validation"),
]


@pytest.mark.parametrize(
    ("line", "why"),
    [row[1:] for row in FAILURES],
    ids=[row[0] for row in FAILURES],
)
def test_where_pytm_fails_there_is_a_warning_and_the_rest(model: Path, line: str, why: str) -> None:
    before = read(model)
    model.write_text(MODEL.replace("tm.process", f"{line}\ntm.process"))
    reading = read(model, security=True, seconds=3)
    assert reading.security is None
    warning = reading.system.notes[0]
    assert warning.level == "warning"
    assert warning.text.startswith(f"pytm could not work out its security threats: {why}")
    assert len(reading.system.flows) == len(before.system.flows)


def test_boundaries_in_a_circle_are_refused_as_ever(write: Write) -> None:
    path = write(
        MODEL.replace('tm.threatsFile = "threats.json"', "tm.ignoreUnused = True"),
        "a = Boundary('A')\na.inBoundary = Boundary('B', inBoundary=a)\nweb.inBoundary = a\n",
    )
    assert "lies inside itself" in refusal(path)
    assert "lies inside itself" in refusal(path, security=True)

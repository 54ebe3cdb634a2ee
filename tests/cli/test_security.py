"""`--security`: pytm's own threats beside ours, never among them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Facetrail

HOSTILE = "<script>|[x](y)\x1b[2J\u202e"

PLAIN = """
from pytm import *
tm = TM("Shop")
user, web = Actor("User"), Server("Web server")
away = Server("Elsewhere", inScope=False)
Dataflow(user, web, "asks", data=Data("Selfie"))
Dataflow(web, away, "passes on", data=Data("Selfie"))
tm.process()
"""


@pytest.fixture
def plain(project: Path) -> Path:
    path = project / "models/plain.py"
    path.write_text(PLAIN)
    return path


@pytest.mark.parametrize("form", ["table", "md"])
def test_they_come_after_ours(plain: Path, facetrail: Facetrail, form: str) -> None:
    ours = facetrail("threats", "plain", "--format", form)
    both = facetrail("threats", "plain", "--format", form, "--security")

    assert both.code == 0
    assert both.out.startswith(ours.out.rstrip())
    assert "pytm's security threats: " not in ours.out
    added = both.out[len(ours.out.rstrip()) :]
    assert "pytm's security threats: " in added
    assert added.count("INP08") == 1
    assert "Web server" in added
    assert "Elsewhere" not in added


def test_a_model_without_any_says_none(project: Path, facetrail: Facetrail) -> None:
    (project / "models/threats.json").write_text("[]")
    (project / "models/plain.py").write_text(
        PLAIN.replace("tm.process", "tm.threatsFile = 'threats.json'\ntm.process")
    )
    assert "pytm's security threats: none" in facetrail("threats", "plain", "--security").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("threats", "shop", "--format", "json"), "--security needs --format table or md: "),
        (("threats", "shop", "--format", "csv"), "--security needs --format table or md: "),
        (("render", "shop", "--format", "svg"), "--security needs --format html or md: "),
        (("render", "shop", "--format", "json"), "--security needs --format html or md: "),
    ],
)
def test_forms_that_hold_privacy_threats_only(
    project: Path, facetrail: Facetrail, arguments: tuple[str, ...], said: str
) -> None:
    ran = facetrail(*arguments, "--security")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"facetrail: {said}")
    assert len(ran.err.splitlines()) == 1


def test_reports_show_them_and_count_none(plain: Path, facetrail: Facetrail) -> None:
    facetrail("render", "plain", "-o", "before")
    facetrail("render", "plain", "-o", "after", "--security")

    for name in ("report.html", "report.md"):
        before, after = (Path(it, "plain", name).read_text() for it in ("before", "after"))
        assert "security threats" not in before
        assert "security threats" in after
        assert "Format String Injection" in after
    for name in ("report.json", "map.svg"):
        assert Path("before/plain", name).read_bytes() == Path("after/plain", name).read_bytes()


def test_a_failure_of_pytm_is_a_line_and_no_more(plain: Path, facetrail: Facetrail) -> None:
    plain.write_text(PLAIN.replace("tm.process", "TM.resolve = lambda self: 1 / 0\ntm.process"))

    ran = facetrail("threats", "plain", "--security")

    assert ran.code == 0
    assert ran.out == facetrail("threats", "plain").out
    (warning,) = [line for line in ran.err.splitlines() if "pytm could not" in line]
    assert warning == (
        "models/plain.py: pytm could not work out its security threats: "
        "ZeroDivisionError: division by zero"
    )


def test_names_do_nothing_to_a_page_or_a_terminal(plain: Path, facetrail: Facetrail) -> None:
    library = [
        {"SID": HOSTILE, "target": ["Server"], "description": HOSTILE, "severity": HOSTILE}
        | {"condition": "True"}
    ]
    (plain.parent / "threats.json").write_text(json.dumps(library))
    text = PLAIN.replace("tm.process", "tm.threatsFile = 'threats.json'\ntm.process")
    plain.write_text(text.replace("'Web server'", repr(HOSTILE)))

    table = facetrail("threats", "plain", "--security").out
    listed = facetrail("threats", "plain", "--security", "--format", "md").out
    facetrail("render", "plain", "-o", "out", "--security")
    pages = [Path("out/plain", name).read_text() for name in ("report.html", "report.md")]

    assert "<script>|" in table
    for text in (table, listed, *pages):
        assert not set("\x1b\u202e") & set(text)
    for text in (listed, *pages):
        assert "script" in text
        assert "<script" not in text
    assert "[x](y)" not in listed


def test_our_own_models_have_some(project: Path, facetrail: Facetrail) -> None:
    assert "Sniffing Attacks" in facetrail("threats", "shop", "--security").out

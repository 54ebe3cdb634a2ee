"""`facetrail threats` and `facetrail questions`: the forms of their lists."""

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from facetrail.render.json_report import schema
from facetrail.render.threat_list import threats_csv, threats_markdown
from tests.cli.conftest import SHOP, Facetrail
from tests.render.sample import sample_report

COLOUR = re.compile(r"\x1b\[[0-9;]*3[0-7]m")


def test_the_table_fits_eighty_columns(project: Path, facetrail: Facetrail) -> None:
    ran = facetrail("threats", "shop")

    assert ran.code == 0
    assert ran.out.startswith("Shop: ")
    assert "stored-in-clear" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "\x1b" not in ran.out


def test_questions_say_what_they_decide(project: Path, facetrail: Facetrail) -> None:
    ran = facetrail("questions", "shop")

    assert ran.code == 0
    assert "biometric-without-time-limit" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_questions_say_where_to_read_what_was_taken_for_granted(
    project: Path, facetrail: Facetrail
) -> None:
    assert "Taken for granted" not in facetrail("questions", "shop").out
    (project / "models/plain.py").write_text(
        "from pytm import *\ntm = TM('plain')\n"
        "Dataflow(Actor('User'), Server('Server'), 'sends', data=Data('Selfie'))\n"
    )

    asked = facetrail("questions", "plain").out
    facetrail("render", "plain", "--format", "html")

    assert "Taken for granted: 2 things, see “How the model was read”" in asked
    assert "How the model was read" in Path("output/plain/report.html").read_text()


def test_json_is_the_whole_report(project: Path, facetrail: Facetrail) -> None:
    ran = facetrail("threats", "shop", "--format", "json")

    report = json.loads(ran.out)
    jsonschema.validate(report, schema())
    assert report["model"]["name"] == "Shop"


def test_csv_has_a_row_for_each_threat(project: Path, facetrail: Facetrail) -> None:
    ran = facetrail("threats", "shop", "--format", "csv")

    rows = [*csv.DictReader(io.StringIO(ran.out))]
    assert "stored-in-clear" in [row["rule"] for row in rows]
    assert all(row["severity"] in ("critical", "high", "medium", "low") for row in rows)


def test_markdown_is_a_table(project: Path, facetrail: Facetrail) -> None:
    ran = facetrail("threats", "shop", "--format", "md")

    assert ran.out.startswith("**Shop**: ")
    assert "| stored-in-clear |" in ran.out


@pytest.mark.parametrize("form", ["table", "csv", "md"])
def test_hypothetical_threats_come_last(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    from facetrail.cli.tables import print_threats

    report = sample_report()
    if form == "table":
        print_threats(report)
    else:
        print({"csv": threats_csv, "md": threats_markdown}[form](report))  # noqa: T201
    text = capsys.readouterr().out

    (feared,) = report.feared
    assert report.shown
    assert text.rindex(feared.rule) > max(text.rindex(threat.rule) for threat in report.shown)


@pytest.mark.parametrize("form", ["json", "csv", "md"])
def test_machine_forms_are_utf8_in_any_locale(project: Path, process: Facetrail, form: str) -> None:
    (project / "models/shop.py").write_text(SHOP.replace('"Archive"', '"档案 – أرشيف"'))

    ran = process("threats", "shop", "--format", form, PYTHONIOENCODING="ascii")

    assert ran.code == 0
    assert "档案" in ran.out


def test_a_terminal_without_the_letters_still_gets_the_table(
    project: Path, process: Facetrail
) -> None:
    (project / "models/shop.py").write_text(SHOP.replace('"Archive"', '"档案"'))

    ran = process("threats", "shop", PYTHONIOENCODING="ascii")

    assert ran.code == 0
    assert r"\u6863\u6848" in ran.out


@pytest.mark.parametrize(
    "name",
    ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1+1"],
)
def test_a_spreadsheet_sees_no_formula(project: Path, facetrail: Facetrail, name: str) -> None:
    (project / "models/shop.py").write_text(SHOP.replace('"Archive"', repr(name)))

    ran = facetrail("threats", "shop", "--format", "csv")

    cells = {cell for row in csv.reader(io.StringIO(ran.out)) for cell in row}
    assert f"'{name.strip()}" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "＝"))]


@pytest.mark.parametrize("command", ["threats", "questions"])
def test_names_of_a_model_do_nothing_to_a_terminal(
    project: Path, facetrail: Facetrail, command: str
) -> None:
    hostile = "[bold red]A\x1b[2J\u202e\nB[/]"
    (project / "models/shop.py").write_text(SHOP.replace('"Archive"', repr(hostile)))

    ran = facetrail(command, "shop")

    assert ran.code == 0
    assert "[bold red]A" in ran.out
    assert not set("\x1b\u202e") & set(ran.out)


def on_a_terminal(**environment: str) -> str:
    """What the list of threats looks like where standard output is a terminal."""
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb") as screen:
        subprocess.run(
            [sys.executable, "-m", "facetrail", "threats", "shop"],
            stdout=theirs,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"TERM": "xterm-256color"} | environment,
            check=True,
        )
        os.close(theirs)
        return os.read(screen.fileno(), 1_000_000).decode()


def test_colours_on_a_terminal(project: Path) -> None:
    assert COLOUR.search(on_a_terminal())


def test_no_colours_where_nobody_wants_them(project: Path) -> None:
    assert not COLOUR.search(on_a_terminal(NO_COLOR="1"))

"""`facetrail new NAME --from PATTERN`: designs to start from, each with a report worth reading."""

from pathlib import Path

import click
import pytest

from facetrail.application.new import first_model, pattern_names, patterns
from facetrail.assemble import assemble
from facetrail.cli.commands import new
from facetrail.model.graph import Graph
from facetrail.report import Report
from facetrail.sources import read
from tests.cli.conftest import SHOP, Facetrail

LINES = 70
"""Lines of a pattern that are not empty: what can be read at one sitting."""

MOST_QUESTIONS = 16
"""Questions of a pattern, each of them once: a list that somebody works through."""

THREATS = {
    "age-check": (
        # The phone estimates; it is the document that leaves it, where an age would do.
        {"raw-sample-leaves-device", "vendor-receives-raw-biometrics"},
        # Nothing is kept, nobody is told apart, and who shows a document shows no face.
        {"central-honeypot", "biometric-without-identity-need", "no-non-biometric-route"},
    ),
    "call-centre-voice": (
        # Templates and recordings of everybody lie at the operator, who has both keys.
        {"central-honeypot", "template-reveals-face", "galleries-cross-match"},
        # The agent asks questions as well, and sees no more than a yes or no.
        {"no-non-biometric-route", "match-score-exposed", "stored-in-clear"},
    ),
    "door-access": (
        # A vendor searches whoever comes by, and the log says where people were.
        {"vendor-receives-raw-biometrics", "bystanders-processed", "movement-history-kept"},
        # Images are not kept, and there is a badge.
        {"probe-outlives-decision", "no-non-biometric-route"},
    ),
    "match-on-card": (
        # What is left is the log of the gate.
        {"movement-history-kept"},
        # The reference stays on the card.
        {"template-reveals-face", "central-honeypot", "template-exported", "central-comparison"},
    ),
    "phone-unlock": (
        # Nothing holds while the questions are open: see OPEN.
        set[str](),
        {"template-reveals-face", "central-honeypot", "operator-holds-the-key", "purpose-drift"},
    ),
    "selfie-onboarding": (
        # A vendor gets and keeps pictures that it can open.
        {"vendor-receives-raw-biometrics", "central-honeypot", "probe-outlives-decision"},
        # The comparison is with the document, not with others; the video is not kept.
        {"search-instead-of-verify", "liveness-video-reused", "bystanders-processed"},
    ),
}
"""What each design has by principle, and what it has not."""

OPEN = {
    "age-check": {"notice", "basis", "observers"},
    "call-centre-voice": {"notice", "basis", "staff_access", "deletes_on"},
    "door-access": {"attack_detection", "basis", "detriment", "staff_access"},
    "match-on-card": {"attended", "basis", "detriment"},
    "phone-unlock": {"attack_detection", "act_of_will"},
    "selfie-onboarding": {"routes_complete", "redress", "staff_access", "deletes_on"},
}
"""What the designer of each has to decide: attributes that stay questions."""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def report_of(pattern: str, folder: Path) -> Report:
    path = folder / "first.py"
    path.write_text(first_model("First", pattern), encoding="utf-8")
    reading = read(path)
    assert reading.printed == ""
    return assemble(Graph(reading.system))


def test_every_pattern_has_something_expected_of_it() -> None:
    assert set(pattern_names()) == THREATS.keys() == OPEN.keys()


@pytest.mark.parametrize("pattern", THREATS)
def test_a_pattern_renders_at_once(facetrail: Facetrail, pattern: str) -> None:
    ran = facetrail("new", "mine/first-try", "--from", pattern)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Wrote models/mine/first-try.py\n  next: facetrail render models/mine/first-try.py\n"
    )
    assert 'Model("First try")' in Path("models/mine/first-try.py").read_text(encoding="utf-8")
    rendered = facetrail("render", "models/mine/first-try.py")
    assert (rendered.code, rendered.err) == (0, "")
    assert Path("output/mine/first-try/report.html").exists()


@pytest.mark.parametrize("pattern", THREATS)
def test_a_pattern_has_the_threats_of_its_design(pattern: str, tmp_path: Path) -> None:
    report = report_of(pattern, tmp_path)
    has, has_not = THREATS[pattern]

    found = {threat.rule for threat in report.threats}
    assert has - found == set()
    assert has_not & found == set()
    assert (report.notes, report.feared) == ((), ())


@pytest.mark.parametrize("pattern", OPEN)
def test_a_pattern_asks_what_its_designer_decides(pattern: str, tmp_path: Path) -> None:
    report = report_of(pattern, tmp_path)

    asked = {question.attribute for question in report.questions}
    assert OPEN[pattern] - asked == set()
    assert len(asked) <= MOST_QUESTIONS


@pytest.mark.parametrize("pattern", THREATS)
def test_a_pattern_is_read_at_one_sitting(pattern: str) -> None:
    lines = first_model("First", pattern).splitlines()

    assert len(list(filter(None, lines))) <= LINES
    assert max(map(len, lines)) <= 100
    assert [line for line in lines if line != line.rstrip()] == []
    assert sum("#" in line for line in lines) >= 5


def test_the_help_lists_the_patterns_with_a_line_each(
    facetrail: Facetrail, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = facetrail("new", "--help")

    assert (ran.code, ran.err) == (0, "")
    listed = ran.out.partition("Patterns:\n")[2].splitlines()
    assert [line.split(maxsplit=1) for line in listed] == [
        list(item) for item in patterns().items()
    ]
    assert all(summary.endswith(".") for summary in patterns().values())


def test_a_shell_completes_the_patterns() -> None:
    option = next(item for item in new.params if item.name == "pattern")
    found = option.type.shell_complete(click.Context(new), option, "p")

    assert [(item.value, item.help) for item in found] == [
        ("phone-unlock", patterns()["phone-unlock"])
    ]


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("phone-unlok", "“phone-unlok”: is no pattern: write phone-unlock"),
        ("selfie", "“selfie”: is no pattern: write selfie-onboarding"),
        ("voice", "“voice”: is no pattern: write call-centre-voice"),
        ("Age_Check", "“Age_Check”: is no pattern: write age-check"),
        ("", f"“”: is no pattern: there are {', '.join(THREATS)}"),
        ("../first_model", f"“../first_model”: is no pattern: there are {', '.join(THREATS)}"),
        ("zz\n", f"“zz\\n”: is no pattern: there are {', '.join(THREATS)}"),
    ],
)
def test_an_unknown_pattern_is_named_with_the_closest(
    facetrail: Facetrail, tmp_path: Path, pattern: str, said: str
) -> None:
    ran = facetrail("new", "door", "--from", pattern)

    assert (ran.code, ran.out, ran.err) == (2, "", f"facetrail: {said}\n")
    assert list(tmp_path.iterdir()) == []


def test_a_pattern_overwrites_nothing(project: Path, facetrail: Facetrail) -> None:
    ran = facetrail("new", "shop", "--from", "door-access")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "facetrail: models/shop.py: is there already: choose another name\n"
    assert Path("models/shop.py").read_text() == SHOP


def test_a_pattern_takes_no_other_names(facetrail: Facetrail, tmp_path: Path) -> None:
    ran = facetrail("new", "../x", "--from", "door-access")

    assert (ran.code, ran.out) == (2, "")
    assert "cannot name a model" in ran.err
    assert list(tmp_path.iterdir()) == []

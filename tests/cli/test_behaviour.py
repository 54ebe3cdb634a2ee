"""What all commands have in common: streams, exit codes, help, and what cannot be run."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from facetrail.cli.manual import commands_page
from tests.cli.conftest import SHOP, Facetrail

COMMANDS = ["render", "threats", "questions", "trail", "rules", "new"]
LOOP = "while True: pass\n"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        pytest.param(None, "no such", id="missing file"),
        pytest.param("", "empty", id="empty file"),
        pytest.param("\0\0", "is not text", id="not Python"),
        pytest.param("def f(:\n", "models/bad.py:1", id="syntax error"),
        pytest.param("import nowhere_at_all\n", "nowhere_at_all", id="import error"),
        pytest.param(LOOP, "--time-limit", id="endless loop"),
        pytest.param("import sys; sys.exit(0)\n", "models/bad.py", id="sys.exit"),
        pytest.param("import os; os._exit(3)\n", "exit code 3", id="ends its process"),
        pytest.param("import os; os.kill(os.getpid(), 9)\n", "SIGKILL", id="killed"),
        pytest.param("x = 1\n", "models/bad.py", id="no model"),
        pytest.param("raise ValueError('\x1b[2J')\n", "ValueError", id="raises"),
        pytest.param(SHOP + "Flow(camera, archive, '')\n", "name", id="empty name"),
        pytest.param(SHOP + "Store('Archiv', retenton=3)\n", "retention", id="misspelt word"),
    ],
)
def test_bad_input_gives_one_line_and_two(
    project: Path, facetrail: Facetrail, source: str | None, message: str
) -> None:
    bad = project / "models/bad.py"
    if source is not None:
        bad.write_text(source)

    ran = facetrail("render", "models/bad.py", "--time-limit", "1" if source == LOOP else "30")

    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("facetrail: ")
    assert message in ran.err
    assert ran.err.count("\n") == 1
    assert "\x1b" not in ran.err
    assert not (project / "output").exists()


def test_a_model_that_fails_has_said_something(project: Path, facetrail: Facetrail) -> None:
    (project / "models/bad.py").write_text("print('so far')\nraise ValueError('oh')\n")
    ran = facetrail("threats", "models/bad.py")
    assert ran.out == ""
    prints, problem = ran.err.splitlines()
    assert prints == "bad.py: so far"
    assert problem.startswith("facetrail: models/bad.py:2: ValueError: oh")


@pytest.mark.parametrize("command", ["threats", "questions"])
def test_bad_input_ends_the_other_commands_alike(
    project: Path, facetrail: Facetrail, command: str
) -> None:
    (project / "models/shop.py").write_text("def f(:\n")

    ran = facetrail(command, "shop")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("facetrail: models/shop.py:1: ")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        (SHOP.replace("population", "populaton").replace("at_rest", "at_rst"), [8, 12]),
        pytest.param(SHOP + "Model('Another')\n", [7, 16], id="two models"),
    ],
)
def test_every_problem_has_its_line(
    project: Path, facetrail: Facetrail, source: str, lines: list[int]
) -> None:
    (project / "models/shop.py").write_text(source)

    ran = facetrail("threats", "shop")

    assert ran.code == 2
    assert sorted(line.split(": ")[1] for line in ran.err.splitlines()) == sorted(
        f"models/shop.py:{line}" for line in lines
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["rendr"], "Did you mean 'render'?"),
        (["threats"], "Missing argument 'MODEL'"),
        (["threats", "shop", "--format", "pdf"], "'pdf' is not one of"),
        (["threats", "shop", "--frmat", "json"], "--format"),
        (["threats", "shop", "--time-limit", "0"], "--time-limit"),
        (["threats", "shp"], "did you mean shop?"),
        (["threats", "models"], "holds 2 models: name one of other, shop"),
        (["render", "--fail-on", "terrible"], "'terrible' is not one of"),
    ],
)
def test_a_wrong_command_line(
    project: Path, facetrail: Facetrail, arguments: list[str], message: str
) -> None:
    (project / "models/other.py").write_text(SHOP)

    ran = facetrail(*arguments)

    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("facetrail: ")
    assert message in ran.err
    assert ran.err.count("\n") == 1


def test_prints_of_a_model_are_marked_as_its_own(project: Path, facetrail: Facetrail) -> None:
    with (project / "models/shop.py").open("a") as model:
        model.write(
            r"import sys; print('one\x1b[2J\ntwo', flush=True); print('three', file=sys.stderr)"
        )

    ran = facetrail("threats", "shop", "--format", "csv")

    assert ran.code == 0
    assert "one" not in ran.out
    assert ran.err == "shop.py: one[2J\nshop.py: two\nshop.py: three\n"


def test_quiet_drops_prints_and_keeps_results_and_problems(
    project: Path, facetrail: Facetrail
) -> None:
    with (project / "models/shop.py").open("a") as model:
        model.write("print('noise')\n")

    quiet = facetrail("threats", "shop", "-q")
    assert (quiet.code, quiet.err) == (0, "")
    assert quiet.out.startswith("Shop: ")
    assert facetrail("threats", "nothing", "-q").err.startswith("facetrail: ")


def test_debug_gives_the_traceback_before_the_line(project: Path, facetrail: Facetrail) -> None:
    ran = facetrail("threats", "nothing", "--debug")

    assert ran.code == 2
    assert ran.err.startswith("Traceback")
    assert ran.err.splitlines()[-1].startswith("facetrail: “nothing”: there is no such model")


def test_an_error_of_ours_asks_for_a_report(
    project: Path, facetrail: Facetrail, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("oh\nno")

    monkeypatch.setattr("facetrail.cli.tables.print_threats", broken)
    ran = facetrail("threats", "shop")

    assert ran.code == 2
    assert ran.err.startswith("facetrail: internal error (RuntimeError: “oh")
    assert "--debug" in ran.err
    assert ran.err.count("\n") == 1


def test_a_closed_pipe_is_quiet(project: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "facetrail", "threats", "shop", "--format", "json"],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)

    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("form", ["table", "json"])
def test_a_full_disk_behind_standard_output(project: Path, form: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "facetrail", "threats", "shop", "--format", form],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )

    assert done.returncode == 2
    assert done.stderr == "facetrail: the output: No space left on device\n"


def test_an_interrupt_is_quiet(project: Path) -> None:
    (project / "models/shop.py").write_text(
        "import pathlib, time\npathlib.Path('started').touch()\ntime.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-m", "facetrail", "render"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as running:
        while not (project / "models/started").exists():
            assert running.poll() is None
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate()

    assert (running.returncode, out, err.strip()) == (130, "", "")
    assert not (project / "output").exists()


@pytest.mark.parametrize("arguments", [[], ["--help"], *([command, "-h"] for command in COMMANDS)])
def test_help_goes_to_standard_output(facetrail: Facetrail, arguments: list[str]) -> None:
    ran = facetrail(*arguments)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Usage: facetrail")


def test_version(facetrail: Facetrail) -> None:
    assert facetrail("--version").out.startswith("facetrail ")


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["render", "--help"]])
def test_help_and_version_import_nothing_heavy(arguments: list[str]) -> None:
    heavy = {"rich", "jinja2", "pytm", "pydantic", "wasmtime", "graphviz", "facetrail.report"}
    code = (
        "import sys\nfrom facetrail.cli import run\n"
        f"run({arguments})\n"
        f"print(sorted({heavy} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stderr == "[]\n"


def test_a_shell_completes_names_of_models(project: Path, process: Facetrail) -> None:
    ran = process(
        _FACETRAIL_COMPLETE="bash_complete", COMP_WORDS="facetrail threats sh", COMP_CWORD="2"
    )

    assert "plain,shop" in ran.out.splitlines()


def test_the_page_of_commands_says_what_the_help_says(checkout: Path) -> None:
    assert (checkout / "docs/commands.md").read_text() == commands_page(), "run make docs"


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_page_of_commands_has_every_command(
    facetrail: Facetrail, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")

    assert facetrail(*command.split(), "--help").out.strip() in commands_page()

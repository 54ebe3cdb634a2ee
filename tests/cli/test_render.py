"""`facetrail render`: what it writes, says and answers."""

import errno
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import SHOP, Facetrail

PICTURES = {"lifetimes.svg", "map.svg", "matrix.svg", "sequence.svg", "trail-scan.svg"}
FILES = {*PICTURES, "report.html", "report.json", "report.md"}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def earlier(project: Path, facetrail: Facetrail) -> dict[str, bytes]:
    """What a first run wrote."""
    assert facetrail("render").code == 0
    return tree(project / "output")


def test_all_models_are_written_and_named(project: Path, facetrail: Facetrail) -> None:
    ran = facetrail("render")

    assert ran.code == 0
    assert ran.out.startswith("shop: ")
    assert "output/shop/report.html" in ran.out
    assert ran.out.endswith("output/README.md\n")
    assert ran.err == ""
    assert set(tree(project / "output")) == {f"shop/{name}" for name in FILES} | {"README.md"}


@pytest.mark.parametrize(
    ("form", "files"),
    [
        ("html", {"report.html"}),
        ("md", {"report.md", *PICTURES}),
        ("json", {"report.json"}),
        ("svg", PICTURES),
    ],
)
def test_one_format_alone(project: Path, facetrail: Facetrail, form: str, files: set[str]) -> None:
    assert facetrail("render", "shop", "--format", form, "-o", "there").code == 0

    assert {path.name for path in (project / "there/shop").iterdir()} == files


def test_two_runs_in_different_folders_give_equal_bytes(
    project: Path, tmp_path_factory: pytest.TempPathFactory, process: Facetrail,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    other = tmp_path_factory.mktemp("other") / "deeper"
    shutil.copytree(project, other)
    assert process("render", PYTHONHASHSEED="1", TZ="Asia/Shanghai", LC_ALL="C.UTF-8").code == 0
    monkeypatch.chdir(other)
    assert process("render", PYTHONHASHSEED="2", TZ="America/Lima", COLUMNS="40").code == 0

    assert tree(project / "output") == tree(other / "output")


def test_the_gate(project: Path, facetrail: Facetrail) -> None:
    assert facetrail("render", "--fail-on", "low").code == 1
    assert facetrail("render").code == 0
    assert set(tree(project / "output/shop")) == FILES


def test_a_gate_that_nothing_reaches(project: Path, facetrail: Facetrail) -> None:
    (project / "models/shop.py").write_text(
        "from facetrail import *\n"
        "Model('Doorbell')\n"
        "home = Boundary('Home', party=Party('Owner', role=Role.CONTROLLER))\n"
        "Process('Bell', boundary=home)\n"
    )

    assert facetrail("render", "--fail-on", "low").code == 0


def test_a_model_that_fails_keeps_its_files_and_the_others_are_written(
    project: Path, facetrail: Facetrail, earlier: dict[str, bytes]
) -> None:
    shop = project / "models/shop.py"
    shutil.copy(shop, project / "models/another.py")
    shop.write_text("from facetrail import *\nModel('Shop'\n")

    ran = facetrail("render", "--fail-on", "low")

    assert ran.code == 2
    assert ran.err.startswith("facetrail: models/shop.py")
    assert ran.err.count("\n") == 1
    after = tree(project / "output")
    assert {name for name in after if name.startswith("another/")} == {
        f"another/{name}" for name in FILES
    }
    assert {name: after[name] for name in earlier if name != "README.md"} == {
        name: content for name, content in earlier.items() if name != "README.md"
    }


def test_a_full_disk_leaves_earlier_output_untouched(
    project: Path, facetrail: Facetrail, earlier: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    ran = facetrail("render")

    assert ran.code == 2
    assert ran.err.startswith("facetrail: output/shop: cannot be written (No space left on device)")
    assert ran.err.count("\n") == 1
    assert tree(project / "output") == earlier


def test_a_file_where_the_output_should_go(project: Path, facetrail: Facetrail) -> None:
    (project / "taken").write_text("precious")

    ran = facetrail("render", "-o", "taken")

    assert ran.code == 2
    assert ran.err.startswith("facetrail: taken")
    assert ran.err.count("\n") == 1
    assert (project / "taken").read_text() == "precious"


def test_a_page_of_somebody_else_is_not_taken_for_a_gallery(
    project: Path, facetrail: Facetrail
) -> None:
    (project / "README.md").write_text("# My project\n")

    ran = facetrail("render", "-o", ".")

    assert ran.code == 0
    assert (project / "README.md").read_text() == "# My project\n"
    assert "README.md was not written by facetrail" in ran.err


def test_the_gallery_shows_models_of_earlier_runs(
    project: Path, facetrail: Facetrail, earlier: dict[str, bytes]
) -> None:
    shutil.copy(project / "models/shop.py", project / "models/another.py")
    assert facetrail("render", "another").code == 0

    page = (project / "output/README.md").read_text()
    assert "(shop/report.md)" in page
    assert "(another/report.md)" in page


def test_quiet_says_nothing_when_all_is_well(project: Path, facetrail: Facetrail) -> None:
    with (project / "models/shop.py").open("a") as model:
        model.write("print('noise')\n")

    ran = facetrail("render", "--quiet")

    assert (ran.code, ran.out, ran.err) == (0, "", "")


HOSTILE = (
    '"\'`\\ <script>alert(1)</script> &amp; a"];evil[label="b\n# [x](javascript:x) |--| ${x}',
    "\x1b[31m\u202e\ufffe]]>",
    "长" * 10_000,
)


@pytest.mark.parametrize("name", HOSTILE, ids=["syntax", "control", "long"])
def test_hostile_names_are_drawn_and_written_safely(
    project: Path, facetrail: Facetrail, name: str
) -> None:
    source = SHOP
    for word in ("customers", "Counter", "Customer", "Camera", "Archive", "Scan", "Keep"):
        source = source.replace(f'"{word}"', ascii(f"{word} {name}"))
    (project / "models/shop.py").write_text(source.replace('"Shop"', ascii(name)))

    ran = facetrail("render")

    assert ran.err == ""
    assert ran.code == 0
    for path, content in tree(project / "output").items():
        text = content.decode()
        assert "<script>alert" not in text or path.endswith(".json")
        assert "\x1b" not in text


def test_a_hostile_file_name(project: Path, facetrail: Facetrail) -> None:
    name = "a b](x)\n<script>'\"#?%.py"
    (project / "models/shop.py").rename(project / "models" / name)

    ran = facetrail("render")

    assert (ran.code, ran.err) == (0, "")
    page = (project / "output/README.md").read_text()
    assert "(a%20b%5D%28x%29%0A%3Cscript%3E%27%22%23%3F%25/report.md)" in page

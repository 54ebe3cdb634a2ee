"""What a run leaves in the folder of a model: its own files, and whatever is somebody else's."""

from pathlib import Path

import pytest

from facetrail.application.output import render
from facetrail.errors import CannotRun
from tests.render.sample import sample_report

STALE = ("trail-old-name.svg", "trail-x.svg", "map-a-boundary-that-was.svg")
KEPT = (
    *("trail.svg", "trail-.svg", "trail-Old.svg", "trail-old.png", "trail-old.svg.bak"),
    *("my-trail-old.svg", "map-old.SVG", "map--old.svg", "mapped.svg", "notes.md"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a model with the pictures of an earlier run and files of somebody else."""
    for name in (*STALE, *KEPT):
        (tmp_path / name).write_text("before")
    (tmp_path / "trail-folder.svg").mkdir()
    (tmp_path / "trail-folder.svg" / "trail-x.svg").write_text("before")
    (tmp_path / "trail-link.svg").symlink_to(tmp_path / "notes.md")
    return tmp_path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_pictures_of_what_the_model_no_longer_has_are_removed(folder: Path) -> None:
    render(sample_report(), folder)

    assert not names(folder) & {*STALE}
    assert {"map.svg", "trail-live-scan.svg", "report.html"} <= names(folder)


def test_nothing_else_is_removed_or_changed(folder: Path) -> None:
    render(sample_report(), folder)

    assert all((folder / name).read_text() == "before" for name in KEPT)
    assert (folder / "trail-folder.svg" / "trail-x.svg").read_text() == "before"
    assert (folder / "trail-link.svg").is_symlink()


@pytest.mark.parametrize("formats", [["json"], ["html"], ["html", "json"]])
def test_a_run_that_writes_no_pictures_removes_none(folder: Path, formats: list[str]) -> None:
    render(sample_report(), folder, formats)

    assert {*STALE} <= names(folder)


def test_a_run_that_fails_removes_nothing(folder: Path) -> None:
    (folder / "map.svg").mkdir()
    with pytest.raises(CannotRun):
        render(sample_report(), folder)

    assert {*STALE} <= names(folder)

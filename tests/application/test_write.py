"""Files are written together: all of them, or everything stays as it was."""

import errno
from pathlib import Path

import pytest

from facetrail.application.write import write_together
from facetrail.errors import CannotRun

OLD = {"a.txt": b"old a", "b.txt": b"old b"}
NEW = {"a.txt": b"new a", "b.txt": b"new b", "c.txt": b"new c"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with earlier output and a file of somebody else."""
    write_together(tmp_path / "output", {**OLD, "other.txt": b"other"})
    return tmp_path / "output"


def contents(folder: Path) -> dict[str, bytes]:
    """Everything in a folder, left-overs included."""
    return {item.name: item.read_bytes() for item in folder.iterdir()}


def test_files_are_replaced_and_others_left_alone(folder: Path) -> None:
    write_together(folder, NEW)

    assert contents(folder) == {**NEW, "other.txt": b"other"}


def test_what_is_stale_is_removed(folder: Path) -> None:
    write_together(folder, {"a.txt": b"new a"}, stale=["b.txt"])

    assert contents(folder) == {"a.txt": b"new a", "other.txt": b"other"}


def test_what_is_stale_comes_back_if_it_cannot_all_be_removed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if path.name == "other.txt":
            raise PermissionError(errno.EPERM, "not permitted")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(CannotRun):
        write_together(folder, {"a.txt": b"new a"}, stale=["b.txt", "other.txt"])

    assert contents(folder) == {**OLD, "other.txt": b"other"}


def test_missing_folders_are_made(tmp_path: Path) -> None:
    write_together(tmp_path / "some" / "where", NEW)

    assert contents(tmp_path / "some" / "where") == NEW


def test_files_can_be_read_by_those_who_may_read_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "any.txt").touch()
    write_together(tmp_path, NEW)

    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "any.txt").stat().st_mode


@pytest.mark.parametrize("failing", ["new-c.txt", "new-a.txt"])
def test_a_full_disk_leaves_everything_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    write = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if path.name == failing:
            write(path, content[:2])
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(CannotRun) as caught:
        write_together(folder, NEW)

    assert contents(folder) == {**OLD, "other.txt": b"other"}
    assert str(caught.value).startswith(f"{folder}: cannot be written (No space left on device)")


@pytest.mark.parametrize("failing", ["a.txt", "b.txt", "c.txt"])
@pytest.mark.parametrize(
    "reason", [PermissionError(errno.EPERM, "not permitted"), KeyboardInterrupt()]
)
def test_a_move_that_fails_takes_back_the_ones_before(
    folder: Path, monkeypatch: pytest.MonkeyPatch, failing: str, reason: BaseException
) -> None:
    replace = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if path.name == f"new-{failing}":
            raise reason
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises((CannotRun, KeyboardInterrupt)):
        write_together(folder, NEW)

    assert contents(folder) == {**OLD, "other.txt": b"other"}


def test_a_failure_takes_new_folders_away_again(tmp_path: Path) -> None:
    with pytest.raises(CannotRun):
        write_together(tmp_path / "some" / "where", {"no/such/folder": b""})

    assert contents(tmp_path) == {}


def test_a_folder_in_the_place_of_a_file(folder: Path) -> None:
    (folder / "c.txt").mkdir()

    with pytest.raises(CannotRun, match=r"c\.txt: cannot be written \(Is a directory\)"):
        write_together(folder, NEW)

    assert (folder / "a.txt").read_bytes() == b"old a"


@pytest.mark.parametrize("below", ["", "deeper"])
def test_a_file_in_the_place_of_the_folder(folder: Path, below: str) -> None:
    with pytest.raises(CannotRun, match=r"other\.txt: cannot be written"):
        write_together(folder / "other.txt" / below, NEW)

    assert contents(folder) == {**OLD, "other.txt": b"other"}


def test_a_link_in_the_place_of_a_file_is_replaced_and_not_followed(
    folder: Path, tmp_path: Path
) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_bytes(b"precious")
    (folder / "c.txt").symlink_to(victim)

    write_together(folder, NEW)

    assert victim.read_bytes() == b"precious"
    assert contents(folder) == {**NEW, "other.txt": b"other"}


@pytest.mark.parametrize("target", ["nowhere", "loop"])
def test_a_link_to_nothing_in_the_place_of_the_folder(tmp_path: Path, target: str) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / target)

    with pytest.raises(CannotRun, match="loop: cannot be written"):
        write_together(tmp_path / "loop", NEW)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_link_to_a_full_device_is_replaced_and_not_followed(folder: Path) -> None:
    (folder / "c.txt").symlink_to("/dev/full")

    write_together(folder, NEW)

    assert contents(folder) == {**NEW, "other.txt": b"other"}

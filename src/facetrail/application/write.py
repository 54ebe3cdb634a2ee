"""Writes files so that either all of them are there or everything is as it was."""

import os
import shutil
from collections.abc import Collection, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from facetrail.errors import CannotRun, Problem

_ASIDE = ".facetrail-"


def write_together(folder: Path, files: Mapping[str, bytes], stale: Collection[str] = ()) -> None:
    """Write files, by name, into a folder, which is made where it is missing, and remove those
    that are `stale`.

    All are written aside in the same folder and then moved into place; if that fails, what was
    there before comes back. A link is replaced, not written through. Raises CannotRun.
    """
    try:
        with ExitStack() as made:
            _make(folder, made)
            with TemporaryDirectory(dir=folder, prefix=_ASIDE) as aside, ExitStack() as moved:
                _place(folder, files, Path(aside), moved)
                _take_away(folder, stale, Path(aside), moved)
                moved.pop_all()
            made.pop_all()
    except OSError as error:
        raise CannotRun(_problem(folder, error)) from error


def _make(folder: Path, undo: ExitStack) -> None:
    for path in reversed((folder, *folder.parents)):
        if not path.is_dir():
            path.mkdir(exist_ok=True)
            undo.callback(_remove_if_empty, path)


def _place(folder: Path, files: Mapping[str, bytes], aside: Path, undo: ExitStack) -> None:
    for name, content in files.items():
        (aside / f"new-{name}").write_bytes(content)
        if os.path.lexists(folder / name):
            shutil.copy2(folder / name, aside / f"old-{name}", follow_symlinks=False)
    for name in files:
        (aside / f"new-{name}").replace(folder / name)
        undo.callback(_put_back, aside / f"old-{name}", folder / name)


def _take_away(folder: Path, stale: Collection[str], aside: Path, undo: ExitStack) -> None:
    for name in stale:
        (folder / name).replace(aside / f"stale-{name}")
        undo.callback(_put_back, aside / f"stale-{name}", folder / name)


def _put_back(old: Path, place: Path) -> None:
    if os.path.lexists(old):
        old.replace(place)
    else:
        place.unlink()


def _remove_if_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


def _problem(folder: Path, error: OSError) -> Problem:
    named = str(error.filename or folder)
    return Problem(
        str(folder) if _ASIDE in named else named,
        f"cannot be written ({error.strerror or error})",
        "make room for it, or choose another folder with --output",
    )

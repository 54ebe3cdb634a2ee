"""Reading a model file: it runs in a process of its own, and what it declared comes back."""

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from importlib.util import decode_source
from pathlib import Path
from signal import Signals
from tempfile import TemporaryDirectory
from typing import Any

from facetrail.errors import CannotRun, Problem, shown
from facetrail.model.codec import decode
from facetrail.model.composing import compose
from facetrail.model.graph import Graph
from facetrail.model.words import Composition, Note, System
from facetrail.report import SecurityThreat
from facetrail.sources.apart import Ending, run

_ENVIRONMENT = {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
"""The same for every run, so that a model that iterates over a set is read the same way."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A model as it was written, free of problems, and what it printed while it was read."""

    system: System
    printed: str
    security: tuple[SecurityThreat, ...] | None = None


def read(path: Path, *, seconds: float = 30, security: bool = False) -> Reading:
    """Run a model file and return what it declared, and on request the security threats that pytm
    finds, or a warning why it finds none. The models that it composes are read in turn. Raises
    CannotRun with all its problems."""
    return _read(path, seconds, security, ())


def _read(path: Path, seconds: float, security: bool, within: tuple[Path, ...]) -> Reading:
    _refuse_unreadable(path)
    with TemporaryDirectory(prefix="facetrail-") as folder:
        results = [Path(folder, name) for name in ("result.json", "security.json")[: 1 + security]]
        command = (sys.executable, "-P", "-m", "facetrail.sources.child", str(path))
        ending = run(
            (*command, *map(str, results)),
            folder=path.absolute().parent,
            environment=_ENVIRONMENT,
            seconds=seconds,
        )
        text, *found = (item.read_text() if item.exists() else None for item in results)
    if text is None:
        raise CannotRun(_no_result(path, ending, seconds), ending.printed)
    declared, problems = received(path, text)
    if isinstance(declared, System):
        problems += _problems_of(declared, {item.where for item in problems})
    if declared is None or problems:
        raise CannotRun(problems, ending.printed)
    if isinstance(declared, Composition):
        return _composed(declared, path, ending, seconds, (*within, path.resolve()))
    reading = Reading(declared, ending.printed)
    return _with_security(reading, found[0], ending) if security else reading


def _composed(
    declared: Composition, path: Path, ending: Ending, seconds: float, within: tuple[Path, ...]
) -> Reading:
    """The whole of the models that a file composes; a file never composes itself."""
    where, files = str(declared.place or path), [path.parent / part for part in declared.parts]
    for file, part in zip(files, declared.parts, strict=True):
        if file.resolve() in within:
            what = f"{shown(part)} is composed of itself"
            raise CannotRun(Problem(where, what, "take it out of its own parts"), ending.printed)
    readings = [_read(file, seconds, False, within) for file in files]
    whole = compose(declared.name, [item.system for item in readings], declared.same, where)
    system = replace(whole, description=declared.description, file=declared.file)
    problems = _problems_of(system, ())
    if problems:
        raise CannotRun(problems, ending.printed)
    return Reading(system, "".join([ending.printed, *(item.printed for item in readings)]))


def _with_security(reading: Reading, text: str | None, ending: Ending) -> Reading:
    """A reading with what pytm found, or with a warning that says why it found nothing."""
    failure = "it ran out of time" if ending.code is None else "its process ended"
    try:
        body: dict[str, Any] = {} if text is None else json.loads(text)
        found = [
            SecurityThreat(str(name), str(title), str(severity), tuple(map(str, targets)))
            for name, title, severity, targets in body["threats"]
        ]
    except (AttributeError, KeyError, TypeError, ValueError):
        failure = str(body.get("failure", failure))
    else:
        return replace(reading, security=tuple(found))
    what, system = "pytm could not work out its security threats", reading.system
    note = Note("warning", what, system.file, failure)
    return replace(reading, system=replace(system, notes=(note, *system.notes)))


def _refuse_unreadable(path: Path) -> None:
    where = str(path)
    try:
        if path.is_dir():
            raise CannotRun(Problem(where, "is a folder", "name a model file in it"))
        if not path.exists():
            raise CannotRun(Problem(where, "there is no such file", "check its name"))
        if not path.is_file():
            raise CannotRun(Problem(where, "is not a file", "name a model file"))
        source = path.read_bytes()
    except OSError as error:
        what = f"cannot be read ({error.strerror})"
        raise CannotRun(Problem(where, what, "check its name and permissions")) from error
    if not source.strip():
        raise CannotRun(Problem(where, "the file is empty", "describe a system in it"))
    try:
        is_text = "\0" not in decode_source(source)
    except (SyntaxError, UnicodeDecodeError):
        is_text = False
    if not is_text:
        raise CannotRun(Problem(where, "is not text", "name a model file, written in Python"))


def _no_result(path: Path, ending: Ending, seconds: float) -> Problem:
    """Why the process of a model left nothing behind."""
    if ending.code is None:
        return Problem(
            str(path),
            f"still running after {seconds:g} seconds",
            "look for an endless loop, or give it more time with --time-limit",
        )
    if ending.code < 0:
        name = next((item.name for item in Signals if item == -ending.code), "a signal")
        return Problem(
            str(path),
            f"its process was killed by {name} before the model was read",
            "run the file with python to see why",
        )
    return Problem(
        str(path),
        f"its process ended with exit code {ending.code} before the model was read",
        "take out what ends the process, such as os._exit()",
    )


def received(path: Path, text: str) -> tuple[System | Composition | None, list[Problem]]:
    """What the process of the model handed over."""
    try:
        result: dict[str, Any] = json.loads(text)
        problems = [Problem(*item) for item in result["problems"]]
        given = result["system"]
        declared = None if given is None else decode(_sort(given), given)
        is_sound = declared is not None or bool(problems)
    except (AttributeError, KeyError, TypeError, ValueError):
        is_sound = False
    if not is_sound:
        raise CannotRun(
            Problem(
                str(path),
                "what its process handed over is damaged",
                "check that the model leaves other programs' files alone, and try again",
            )
        )
    return declared, problems


def _sort(given: Mapping[str, Any]) -> type[System] | type[Composition]:
    return Composition if given["is"] == Composition.__name__ else System


def _problems_of(system: System, faulty: Iterable[str]) -> list[Problem]:
    """What is wrong with a system, but for lines whose attributes were dropped: what is said of
    them may follow from that."""
    try:
        Graph(system)
    except CannotRun as error:
        return [item for item in error.problems if item.where not in faulty]
    return []

"""The process in which one model runs: `python -m facetrail.sources.child MODEL RESULT [SECURITY]`.

MODEL is the path as the user gave it, and its folder the working directory. RESULT receives what
was declared and what is wrong as JSON: never pickle, which would run the model's code in the
reader, and never standard output, where the model prints. SECURITY receives what pytm finds, if it
is asked for; it comes second, so that nothing that happens there can harm the first.
"""

import json
import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import astuple
from difflib import get_close_matches
from enum import EnumType
from pathlib import Path
from types import ModuleType
from typing import NoReturn

from pydantic import ValidationError
from pytm.tm import UIError  # type: ignore[import-untyped]

import facetrail
from facetrail.authoring import places, plain
from facetrail.authoring.freeze import declared
from facetrail.authoring.record import record
from facetrail.authoring.security import security_threats
from facetrail.errors import CannotRun, Problem
from facetrail.model.codec import encode
from facetrail.model.graph import Graph
from facetrail.model.words import Composition, Place, System
from facetrail.sources.adoption import adopt
from facetrail.sources.named import NamedModel

Names = Mapping[int, str]
"""What the rest of the report calls the objects of pytm, by their numbers."""

_SHOWN = 200
"""Characters of an exception's message that are shown."""

_MUCH_LIKE = 0.75
"""How like two words are of which one is taken to be a misspelling of the other."""

_LISTED = 12
"""So many words of a closed list are shown where none is like the one that was written."""


def main() -> NoReturn:
    """Run the model, hand over the result, and end without what the model left to be done."""
    given, result, *security = sys.argv[1:]
    process, file = os.getpid(), Path.cwd() / Path(given).name
    places.show_below(str(file.parent), str(Path(given).parent))
    found, names = _declared(given, file)
    if os.getpid() == process:  # a model may fork, and both go on
        problems = [(item.where, item.what, item.do) for item in record.problems]
        _hand_over({"system": encode(found), "problems": problems}, result)
        if isinstance(found, System) and not problems and _is_sound(found):
            for path in security:
                _hand_over(_security(names), path)
    os._exit(0)


def _declared(given: str, file: Path) -> tuple[System | Composition | None, Names]:
    """What the file declares, and the names of objects of pytm; an exception that ends the file is
    one more problem."""
    plain.tame()
    module = ModuleType("__main__")
    module.__file__ = str(file)
    sys.modules["__main__"] = module
    sys.argv[:] = [str(file)]
    sys.path.insert(0, str(file.parent))
    try:
        if file.suffix == ".json":
            plain.load(file)
        else:
            exec(compile(file.read_bytes(), file, "exec"), vars(module))
    except BaseException as error:
        if not (_is_plain() and isinstance(error, SystemExit) and not error.code):
            record.problems.append(_mishap(error, given, file.parent))
            return None, {}
    docstring = module.__doc__ or ""
    return _adopted(given, docstring) if _is_plain() else (declared(given, docstring), {})


def _is_plain() -> bool:
    """Whether the file is written in pytm's own words; such a file may end as any program does."""
    return bool(plain.written) and not record.words


def _adopted(given: str, docstring: str) -> tuple[System | None, Names]:
    """What a file declares that is written in pytm's own words."""
    written = plain.declared()
    if not any("TM" in item.kinds for item in written):
        record.problem(Place(given, 1), "the file declares no model", 'add TM("its name")')
        return None, {}
    model = NamedModel(written)
    plain.check()
    return adopt(model, given, docstring), model.names


def _is_sound(found: System) -> bool:
    """Whether pytm may look at it: it would walk round boundaries in a circle for ever."""
    try:
        Graph(found)
    except CannotRun:
        return False
    return True


def _security(names: Names) -> object:
    """What pytm finds, or why it does not get there."""
    try:
        return {"threats": [astuple(item) for item in security_threats(names)]}
    except BaseException as error:  # what a model does to pytm, it does here
        return {"failure": _said(error, Path.cwd())}


def _hand_over(body: object, path: str) -> None:
    """Write a result in one move, so that the reader sees all of it or nothing."""
    result = Path(path)
    part = result.with_suffix(".part")
    part.write_text(json.dumps(body))
    part.replace(result)
    for stream in (sys.stdout, sys.stderr):
        with suppress(Exception):  # the model may have closed or replaced it
            stream.flush()


def _mishap(error: BaseException, given: str, folder: Path) -> Problem:
    """An exception as a problem of the line of the model that it came from."""
    if isinstance(error, SyntaxError) and error.filename is not None:
        line = "" if error.lineno is None else f":{error.lineno}"
        where = f"{places.shown_path(error.filename)}{line}"
        return Problem(where, f"is not Python: {error.msg}", "correct the line")
    if isinstance(error, json.JSONDecodeError) and given.endswith(".json"):
        return Problem(f"{given}:{error.lineno}", f"is not JSON: {error.msg}", "correct the line")
    raised = None if given.endswith(".json") else places.raised_at(error.__traceback__)
    where = str(raised or given)
    if isinstance(error, SystemExit):
        return Problem(where, "the model ends the program", "take the call of exit out")
    return Problem(where, _said(error, folder), _advice(error))


def _said(error: BaseException, folder: Path) -> str:
    """An exception in one line; neither line breaks, colours nor folders of this machine belong
    in a message."""
    text = " ".join(_message(error).split()).replace(f"{folder}{os.sep}", "")
    text = re.sub(r" \(/[^()]*\)$", "", text)[:_SHOWN]
    text = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _message(error: BaseException) -> str:
    """What an exception says; of pytm's and pydantic's only what helps an author."""
    match error:
        case UIError():
            return f"{error.error} {error.context}"
        case ValidationError():
            first = error.errors()[0]
            return f"{'.'.join(map(str, first['loc']))} of {error.title}: {first['msg']}"
        case _:
            return str(error)


def _advice(error: BaseException) -> str:
    """What to do about an exception: the right spelling, where one is close."""
    wanted = getattr(error, "name", None)
    known: list[str] = []
    if isinstance(error, ImportError):
        known = facetrail.__all__ if wanted == facetrail.__name__ else []
        wanted = "".join(re.findall(r"^cannot import name '(\w+)'", str(error)))
    elif isinstance(error, NameError):
        known = facetrail.__all__
    elif isinstance(error, AttributeError):
        words = (getattr(facetrail, name) for name in facetrail.__all__)
        for word in words:  # of lists of its own the author knows best
            if word is error.obj and isinstance(word, EnumType):
                return _member(str(wanted), word)
        known = dir(error.obj)
    near = get_close_matches(wanted, known, 1) if isinstance(wanted, str) else []
    if near:
        return f"write {near[0]}"
    if isinstance(error, ImportError):
        return "correct the name, or install what it imports"
    if isinstance(error, NameError):
        return "correct the name, or define or import it above"
    return "correct the line"


def _member(wanted: str, choices: EnumType) -> str:
    """What to write instead of a word that a closed list does not have: one much like it, or one
    with a word in common, else one of all."""
    names, words = list(choices.__members__), set(wanted.upper().split("_"))
    alike = [name for name in names if not words.isdisjoint(name.split("_"))]
    near = get_close_matches(wanted.upper(), names, 1, _MUCH_LIKE)
    near += get_close_matches(wanted.upper(), alike, 1, 0)
    if near:
        return f"write {near[0]}"
    if len(names) > _LISTED:
        return f"write one of what list({choices.__name__}) shows"
    return f"write {', '.join(names[:-1])} or {names[-1]}"


if __name__ == "__main__":
    main()

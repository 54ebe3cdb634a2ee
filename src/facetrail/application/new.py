"""A first model to edit, written where the other commands look for models."""

import ast
import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path

from facetrail.application.find import MODELS
from facetrail.errors import CannotRun, Problem, shown

_PART = re.compile(r"[^\W_][\w-]*")
"""A folder or a file that is found again: those that begin with `_` or `.` are left out."""

_TEMPLATES = files("facetrail.application").joinpath("templates")
_PATTERNS = _TEMPLATES.joinpath("patterns")


def write_model(name: str, pattern: str | None = None) -> Path:
    """Write a model that can be rendered as it is to models/NAME.py, and say where it is.

    Raises CannotRun where the name is none, where there is no such pattern, where a file is there
    already, and where none can be written.
    """
    parts = name.removeprefix(f"{MODELS}/").removesuffix(".py").split("/")
    if not all(map(_PART.fullmatch, parts)):
        do = "use letters, digits, - and _, and / between folders, as in shop/counter"
        raise CannotRun(Problem(shown(name), "cannot name a model", do))
    text = first_model(_title(parts[-1]), pattern)
    path = MODELS.joinpath(*parts[:-1], f"{parts[-1]}.py")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        taken = path if path.exists() else path.parent
        raise CannotRun(Problem(str(taken), "is there already", "choose another name")) from error
    except OSError as error:
        what = f"cannot be written ({error.strerror})"
        raise CannotRun(Problem(str(path), what, "choose another name")) from error
    return path


def first_model(title: str, pattern: str | None = None) -> str:
    """The model of a pattern, or the smallest one that has a capture, a comparison and a store.

    Raises CannotRun where there is no such pattern.
    """
    if pattern is None:
        template = _TEMPLATES.joinpath("first_model.txt")
    elif pattern in (names := pattern_names()):
        template = _PATTERNS.joinpath(f"{pattern}.txt")
    else:
        near = _nearest(pattern, names)
        do = f"write {near}" if near else f"there are {', '.join(names)}"
        raise CannotRun(Problem(shown(pattern), "is no pattern", do))
    return template.read_text(encoding="utf-8").replace("$title", title)


def pattern_names() -> tuple[str, ...]:
    """The designs that a model can start from, by name."""
    found = (item.name for item in _PATTERNS.iterdir())
    return tuple(sorted(name.removesuffix(".txt") for name in found if name.endswith(".txt")))


def patterns() -> Mapping[str, str]:
    """What each pattern is, in the first line of its file."""
    return {name: _summary(first_model("", name)) for name in pattern_names()}


def _nearest(word: str, names: Sequence[str]) -> str:
    """The one name that a word is part of, else the one most like it; empty if none is near."""
    parts = [name for name in names if word in name]
    if len(parts) == 1:
        return parts[0]
    return next(iter(get_close_matches(word.lower(), names, n=1)), "")


def _summary(code: str) -> str:
    return (ast.get_docstring(ast.parse(code)) or "").partition("\n")[0]


def _title(stem: str) -> str:
    words = re.sub("[-_]+", " ", stem).strip()
    return words[:1].upper() + words[1:]

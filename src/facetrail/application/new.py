"""A first model to edit, written where the other commands look for models."""

import re
from importlib.resources import files
from pathlib import Path

from facetrail.application.find import MODELS
from facetrail.errors import CannotRun, Problem, shown

_PART = re.compile(r"[^\W_][\w-]*")
"""A folder or a file that is found again: those that begin with `_` or `.` are left out."""


def write_model(name: str) -> Path:
    """Write a model that can be rendered as it is to models/NAME.py, and say where it is.

    Raises CannotRun where the name is none, where a file is there already, and where none can be
    written.
    """
    parts = name.removeprefix(f"{MODELS}/").removesuffix(".py").split("/")
    if not all(map(_PART.fullmatch, parts)):
        do = "use letters, digits, - and _, and / between folders, as in shop/counter"
        raise CannotRun(Problem(shown(name), "cannot name a model", do))
    path = MODELS.joinpath(*parts[:-1], f"{parts[-1]}.py")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(first_model(_title(parts[-1])))
    except FileExistsError as error:
        taken = path if path.exists() else path.parent
        raise CannotRun(Problem(str(taken), "is there already", "choose another name")) from error
    except OSError as error:
        what = f"cannot be written ({error.strerror})"
        raise CannotRun(Problem(str(path), what, "choose another name")) from error
    return path


def first_model(title: str) -> str:
    """The smallest model that has a capture, a comparison and a store."""
    template = files("facetrail.application").joinpath("templates", "first_model.txt")
    return template.read_text(encoding="utf-8").replace("$title", title)


def _title(stem: str) -> str:
    words = re.sub("[-_]+", " ", stem).strip()
    return words[:1].upper() + words[1:]

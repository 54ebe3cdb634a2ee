"""Which files a word on the command line means: a file, a folder, or a name in models/."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from facetrail.errors import CannotRun, Problem, shown

MODELS = Path("models")
"""Where models are looked for, below the working directory."""


@dataclass(frozen=True, slots=True, order=True)
class Model:
    """A file with a model, and its name, which is also the path of its folder in the output.

    The name is the path below the nearest folder called models; the path is relative where the
    file lies below the working directory.
    """

    name: str
    path: Path


def known() -> tuple[Model, ...]:
    """The models in models/, by name."""
    return tuple(sorted(_in_folder(MODELS)))


def find(words: Iterable[str]) -> tuple[Model, ...]:
    """The models that the words mean, in their order and each once; without words, all of models/.

    In a folder, names that begin with `_` or `.` are left out. Raises CannotRun with every word
    that means nothing.
    """
    found: dict[str, Model] = {}
    problems: list[Problem] = []
    for word in words or [str(MODELS)]:
        try:
            models = _meant(word)
        except OSError as error:
            problems.append(_unreadable(word, error))
            continue
        if not models:
            problems.append(_nothing(word))
        for model in models:
            other = found.setdefault(model.name, model)
            if not other.path.samefile(model.path):
                problems.append(
                    Problem(
                        str(model.path),
                        f"has the same name as {other.path}",
                        "render one of them at a time",
                    )
                )
    if problems:
        raise CannotRun(problems)
    return tuple(found.values())


def _meant(word: str) -> list[Model]:
    for path in (Path(word), MODELS / word):
        if path.is_dir():
            return sorted(_in_folder(path))
        if path.exists():
            return [_model(path, path.parent)]
    path = MODELS / f"{word}.py"
    return [_model(path, MODELS)] if path.is_file() else []


def _in_folder(folder: Path) -> Iterator[Model]:
    for path in folder.rglob("*.py"):
        parts = path.relative_to(folder).parts
        if path.is_file() and not any(part.startswith(("_", ".")) for part in parts):
            yield _model(path, folder)


def _model(path: Path, folder: Path) -> Model:
    """A file found in a folder, which names it unless one around it is called models."""
    place = path.parent.resolve() / path.name
    parts = (*place.parent.parts, path.stem)
    homes = [index for index, part in enumerate(parts[:-1]) if part == MODELS.name]
    start = homes[-1] + 1 if homes else len(folder.resolve().parts)
    here = Path.cwd()
    return Model(
        name="/".join(parts[start:]),
        path=place.relative_to(here) if place.is_relative_to(here) else place,
    )


def _nothing(word: str) -> Problem:
    path = Path(word)
    if path.is_dir():
        return Problem(str(path), "holds no models", "name a folder with Python files in it")
    if path == MODELS:
        return Problem(str(path), "there is no such folder here", "name a model file or folder")
    names = [model.name for model in known()]
    near = get_close_matches(word.removeprefix(f"{MODELS}/").removesuffix(".py"), names, n=1)
    do = f"did you mean {near[0]}?" if near else "name a file, a folder, or a model in models/"
    return Problem(shown(word), "there is no such model", do)


def _unreadable(word: str, error: OSError) -> Problem:
    return Problem(shown(word), f"cannot be looked up ({error.strerror})", "name another file")

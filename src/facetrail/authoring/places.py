"""The author's line: where in a model file a word was written, or a mistake made."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType, TracebackType

import pydantic
import pytm  # type: ignore[import-untyped]

import facetrail
from facetrail.model.words import Place

_TOOLS = tuple(
    f"{Path(str(package.__file__)).parent}{os.sep}" for package in (facetrail, pydantic, pytm)
)

_shown_below: dict[str, str] = {}


def show_below(folder: str, shown: str) -> None:
    """Name files from now on as the user does: what lies in `folder` is shown below `shown`."""
    _shown_below.clear()
    _shown_below[folder] = shown


def shown_path(file: str) -> str:
    """The name of a file for messages: the same on every machine for the same model."""
    for folder, shown in _shown_below.items():
        return str(Path(shown, os.path.relpath(file, folder)))
    return file


def is_authors(frame: FrameType) -> bool:
    """Whether a frame runs code of a file that is not facetrail's, pydantic's or pytm's."""
    file = frame.f_code.co_filename
    return not file.startswith(_TOOLS) and not file.startswith("<")


def written_at() -> Place | None:
    """The line of the author that is running now."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and not is_authors(frame):
        frame = frame.f_back
    return None if frame is None else Place(shown_path(frame.f_code.co_filename), frame.f_lineno)


def raised_at(traceback: TracebackType | None) -> Place | None:
    """The author's line that an exception came from: the innermost in the folder of the model."""
    lines = [*_authors_lines(traceback)]
    own = [line for line in lines if any(map(Path(line[0]).is_relative_to, _shown_below))]
    for file, line in reversed(own or lines):
        return Place(shown_path(file), line)
    return None


def _authors_lines(traceback: TracebackType | None) -> Iterator[tuple[str, int]]:
    while traceback is not None:
        if is_authors(traceback.tb_frame):
            yield traceback.tb_frame.f_code.co_filename, traceback.tb_lineno
        traceback = traceback.tb_next

"""Writes what the commands print now into the pages of the manual; run by `make docs`.

A page shows parts of an output and leaves out others with “…”. The lines that it shows are kept as
far as something like them is still printed; read the pages afterwards, for the words around them
may have to follow.
"""

import contextlib
import io
import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path
from textwrap import dedent, indent

from facetrail.cli import run
from tests.test_manual import BLOCK, REST, lines_of, notes_of

ALIKE = 0.6
"""Share of two lines that must agree for one to take the place of the other."""

PAGES = ("modelling", "reading")


def main(docs: Path) -> None:
    """Refresh the pages in a folder."""
    pages = [docs / f"{name}.md" for name in PAGES]
    texts = [page.read_text(encoding="utf-8") for page in pages]
    start = Path.cwd()
    for page, text in zip(pages, texts, strict=True):
        with tempfile.TemporaryDirectory() as folder:
            if page.stem == "reading":  # it reads the models of the project
                shutil.copytree(docs.parent / "models", Path(folder, "models"))
            os.chdir(folder)
            page.write_text(refreshed(text), encoding="utf-8")
            os.chdir(start)


def refreshed(page: str) -> str:
    """The page with the outputs of today. Writes the files of the page into this folder."""
    done, at = [], 0
    for block in BLOCK.finditer(page):
        margin, language, mark, text = block.groups()
        mark, text = mark.strip(), dedent(text)
        if mark.startswith("file="):
            file = Path(mark.removeprefix("file="))
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("a", encoding="utf-8") as written:
                written.write(text)
        elif language == "console" or mark.startswith("notes="):
            now = transcript(text) if language == "console" else noted(mark)
            done += [page[at : block.start(4)], indent(now, margin)]
            at = block.end(4)
    return "".join((*done, page[at:]))


def transcript(shown: str) -> str:
    """Commands with what they print now, as far as the old lines have something like them."""
    parts: list[list[str]] = []
    for line in shown.splitlines():
        if line.startswith("$ "):
            parts.append([line])
        else:
            parts[-1].append(line)
    return "".join(
        f"{line}\n"
        for command, *lines in parts
        for line in (command, *kept(lines, printed(command.removeprefix("$ "))))
    )


def noted(mark: str) -> str:
    """The notes of a model today."""
    return "".join(f"{line}\n" for line in notes_of(mark))


def printed(command: str) -> list[str]:
    """The lines that a command prints, errors first."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        run(shlex.split(command)[1:])
    return lines_of(err.getvalue() + out.getvalue())


def kept(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """The new lines that take the place of old ones, with a mark for every gap between them."""
    if REST not in old:
        return list(new)
    found: list[int] = []
    for line in (line for line in old if line != REST):
        start = found[-1] + 1 if found else 0
        likeness = [SequenceMatcher(None, line, other).ratio() for other in new[start:]]
        best = max(range(len(likeness)), key=likeness.__getitem__, default=None)
        if best is not None and likeness[best] >= ALIKE:
            found.append(start + best)
    shown: list[str] = []
    last = -1
    for number in found:
        shown += [REST] * (number > last + 1) + [new[number]]
        last = number
    return shown + [REST] * (last + 1 < len(new))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())

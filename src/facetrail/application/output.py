"""What is written for a model, and the gallery of all models in an output folder."""

import json
import re
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from facetrail.application.write import write_together
from facetrail.render.arranging import arrange
from facetrail.render.asking import common_text
from facetrail.render.folding import file
from facetrail.render.gallery import FIRST_LINE, Card, Worst, gallery
from facetrail.render.html import html_report
from facetrail.render.json_report import VERSION, json_report
from facetrail.render.map import picture
from facetrail.render.markdown import markdown_report
from facetrail.render.views import views
from facetrail.report import Report, Severity

FORMATS = ("html", "md", "json", "svg")
"""What can be written of a model; the Markdown shows pictures that are files of their own."""

GALLERY = "README.md"
MAP = file("")

_OF_A_NAME = re.compile(r"coalitions\.svg|(?:map|trail)-[a-z0-9]+(?:-[a-z0-9]+)*\.svg")
"""Files that are named for a boundary or a datum, or that only some models have."""


def render(report: Report, folder: Path, formats: Collection[str] = FORMATS) -> None:
    """Write the files of some formats for one model into its folder, all of them or none, and
    remove the pictures that an earlier run wrote there and this one does not.

    Raises CannotRun.
    """
    texts = _texts(report, formats)
    stale = _stale(folder, texts) if MAP in texts else ()
    write_together(folder, {name: texts[name].encode() for name in sorted(texts)}, stale)


def render_gallery(folder: Path) -> Path | None:
    """Write the page that shows all models below an output folder, also those of earlier runs.

    The answer is None where there is nothing to show, or a page of somebody else in the way,
    which is left alone. Raises CannotRun.
    """
    page = folder / GALLERY
    if page.exists() and not _is_ours(page):
        return None
    reports = sorted(folder.rglob("report.json"))
    cards = [card for path in reports if (card := _card(path, folder)) is not None]
    if not cards:
        return None
    write_together(folder, {GALLERY: gallery(cards).encode()})
    return page


def _texts(report: Report, formats: Collection[str]) -> Mapping[str, str]:
    """The files of some formats, by name."""
    found = {}
    if "json" in formats:
        found["report.json"] = json_report(report)
    if {"html", "md", "svg"}.isdisjoint(formats):
        return found
    arranged = arrange(report)
    drawing, beside = picture(arranged), views(arranged)
    if "html" in formats:
        found["report.html"] = html_report(report, drawing, beside)
    if "md" in formats:
        found["report.md"] = markdown_report(report, MAP, beside)
    if not {"md", "svg"}.isdisjoint(formats):
        found |= {MAP: drawing, **{view.file: view.svg for view in beside}}
    return found


def _stale(folder: Path, texts: Collection[str]) -> list[str]:
    """Pictures of data and boundaries that the model no longer has, or has under other names."""
    if not folder.is_dir():
        return []
    return sorted(
        path.name
        for path in folder.iterdir()
        if _OF_A_NAME.fullmatch(path.name)
        and path.name not in texts
        and path.is_file()
        and not path.is_symlink()
    )


def _is_ours(page: Path) -> bool:
    try:
        with page.open(encoding="utf-8", errors="replace") as text:
            return text.readline().rstrip("\n") == FIRST_LINE
    except OSError:
        return False


def _card(path: Path, output: Path) -> Card | None:
    """What a report says of its model; None for a file that is no report of ours."""
    try:
        body = json.loads(path.read_bytes())
        if body["schema"] != VERSION:
            return None
        threats = [item for item in body["threats"] if not item["folded_under"]]
        return Card(
            folder=path.parent.relative_to(output).as_posix(),
            files=frozenset(item.name for item in path.parent.iterdir()),
            name=body["model"]["name"],
            description=body["model"]["description"],
            threats={band: sum(map(_is(band), threats)) for band in Severity},
            hypothetical=sum(item["evidence"] == "hypothetical" for item in threats),
            worst=tuple(
                Worst(
                    rule=item["rule"],
                    severity=item["severity"],
                    score=item["score"],
                    message=item["message"],
                    is_hypothetical=item["evidence"] == "hypothetical",
                )
                for item in sorted(threats, key=lambda item: item["evidence"] == "hypothetical")
            ),
            questions=len(
                {
                    (item["attribute"], common_text(item["text"], item["about"]["name"]))
                    for item in body["questions"]
                }
            ),
        )
    except (OSError, KeyError, TypeError, ValueError):
        return None


def _is(band: Severity) -> Callable[[Any], bool]:
    return lambda item: item["severity"] == band and item["evidence"] != "hypothetical"

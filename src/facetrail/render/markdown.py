"""The report as Markdown that GitHub shows well; nothing in a model can become markup."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from facetrail import linddun
from facetrail.render import sections, together, wording
from facetrail.render.asking import asked
from facetrail.render.figures import figures
from facetrail.render.folded import foldings
from facetrail.render.templates import template
from facetrail.render.text import clean
from facetrail.render.views import View
from facetrail.report import Report

_MARKUP = re.compile(
    r"[&<>\\`*~\[\]{}|$@#\u200b]"  # anywhere
    r"|(?<![^\W_])_|_(?![^\W_])"  # at the edge of a word
    r"|^(?:[-+=]|\d(?=\d*[.)]))"  # at the start of a line
)
# GitHub looks for mentions, issues and addresses after entities are read: a space of no width
# keeps their parts apart.
_ADDRESS = re.compile(r"(?<=[@#])|(?<=:)(?=//)|(?<=\bwww)(?=\.)", re.IGNORECASE)


def markdown_report(report: Report, map_file: str = "map.svg", views: Sequence[View] = ()) -> str:
    """The whole report as GitHub Markdown; `map_file` is the map's path from where it lies, and
    the files of the `views` lie beside the report."""
    folded = foldings(report)
    insides = {item.file for item in folded}
    text = template("report.md.j2", _shown).render(
        report=report,
        graph=report.graph,
        map_file=Markup(quote(map_file)),
        views=[(view, Markup(quote(view.file))) for view in views if view.file not in insides],
        foldings=folded,
        pictures={view.file for view in views},
        wording=wording,
        figures=figures(report),
        sections=sections,
        together=together,
        asked=asked,
        linddun=linddun,
    )
    return re.sub(r"\n{3,}", "\n\n", text)


@lru_cache(maxsize=4096)  # a report repeats the names of a model many times
def escaped(text: str) -> str:
    """Text that reads the same in a paragraph, a table cell, a link text or an HTML block.

    Entities do what backslashes cannot: Markdown never takes them for structure, and HTML blocks
    read them too.
    """
    apart = _ADDRESS.sub("\u200b", clean(text))
    return _MARKUP.sub(lambda found: f"&#{ord(found[0])};", apart)


def _shown(value: Any) -> Any:
    return value if hasattr(value, "__html__") else Markup(escaped(str(value)))

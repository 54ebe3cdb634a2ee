"""The report as one HTML file that needs nothing else: no script, no font, no network."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from facetrail import linddun
from facetrail.render import sections, wording
from facetrail.render.asking import asked
from facetrail.render.flows import form_of
from facetrail.render.sheet import without_heading
from facetrail.render.templates import template
from facetrail.render.text import clean
from facetrail.render.views import View
from facetrail.report import Report


def html_report(report: Report, map_svg: str, views: Sequence[View] = ()) -> str:
    """The whole report as one page; `map_svg` is the exposure map and `views` are the pictures
    beside it, written by us and trusted.

    The page states a content policy that allows its one style sheet by hash and nothing else.
    """
    style = _style()
    return template("report.html.j2", _shown).render(
        report=report,
        graph=report.graph,
        map_svg=Markup(_inline(map_svg)),
        views=[(view, Markup(view.svg)) for view in views],
        style=Markup(style),
        style_hash=_hash(style),
        wording=wording,
        sections=sections,
        asked=asked,
        form_of=form_of,
        linddun=linddun,
    )


def _inline(svg: str) -> str:
    """The picture without what a file of its own starts with, or what the page says already."""
    return without_heading(svg[max(svg.find("<svg"), 0) :].strip())


def _hash(text: str) -> str:
    """The source expression that allows an inline style sheet in a content policy."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@cache
def _style() -> str:
    return files("facetrail.render").joinpath("templates", "report.css").read_text("utf-8")


def _shown(value: Any) -> Any:
    """Text of a model on one line without invisible characters; markup of ours as it is."""
    return value if hasattr(value, "__html__") else _line(str(value))


_line = lru_cache(maxsize=4096)(clean)  # a page repeats the names of a model many times

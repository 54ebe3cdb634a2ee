"""The report as one HTML file that needs nothing else: no script, no font, no network."""

import base64
import hashlib
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from facetrail import linddun
from facetrail.render import sections, together, wording
from facetrail.render.asking import asked
from facetrail.render.figures import figures
from facetrail.render.flows import form_of
from facetrail.render.folded import Folding, foldings
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
    style = style_sheet()
    folded = foldings(report)
    insides = {item.file for item in folded}
    pictures = {
        view.file: _linked(_inline(view.svg) if view.file in insides else view.svg, folded)
        for view in views
    }
    return template("report.html.j2", shown).render(
        report=report,
        graph=report.graph,
        map_svg=_linked(_inline(map_svg), folded),
        views=[(view, pictures[view.file]) for view in views if view.file not in insides],
        foldings=folded,
        pictures=pictures,
        style=Markup(style),
        style_hash=allowed_by(style),
        wording=wording,
        figures=figures(report),
        sections=sections,
        together=together,
        asked=asked,
        form_of=form_of,
        linddun=linddun,
    )


def _inline(svg: str) -> str:
    """The picture without what a file of its own starts with, or what the page says already."""
    return without_heading(svg[max(svg.find("<svg"), 0) :].strip())


def _linked(svg: str, shown: Iterable[Folding]) -> Markup:
    """The picture with its links to the files of others turned to where the page shows these."""
    for item in shown:
        svg = svg.replace(f'<a href="{item.file}"', f'<a href="#{item.anchor}"')
    return Markup(svg)


def allowed_by(text: str) -> str:
    """The source expression that allows an inline style sheet in a content policy."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@cache
def style_sheet() -> str:
    """The style sheet of every page."""
    return files("facetrail.render").joinpath("templates", "report.css").read_text("utf-8")


def shown(value: Any) -> Any:
    """Text of a model on one line without invisible characters; markup of ours as it is."""
    return value if hasattr(value, "__html__") else _line(str(value))


_line = lru_cache(maxsize=4096)(clean)  # a page repeats the names of a model many times

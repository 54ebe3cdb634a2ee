"""The templates of the reports, and how they are filled in."""

from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template


@cache
def template(name: str, finalize: Callable[[Any], Any]) -> Template:
    """A template of this folder; what a model says is escaped, and passes through `finalize`."""
    environment = Environment(
        loader=PackageLoader("facetrail.render"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name)

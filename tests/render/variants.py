"""Variants of the sample report: with nothing found, and with hostile text in every name."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from facetrail.model.graph import Graph
from facetrail.report import Report
from tests.render.sample import sample_report

HOSTILE = {
    "quotes": "\"'`",
    "newline": "\n\n# heading\n\n- item\r\n",
    "script": "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
    "style": "</style><style>*{display:none}</style>",
    "attribute": '" onclick="alert(1)" style="color:red',
    "svg": "</text></svg><svg onload=alert(1)><use href='//evil.example'/>",
    "markdown": "[a](javascript:alert(1)) ![b](//evil.example/c.png) **d** `e` ~~f~~ _g_ $h$",
    "start of a line": "# - + = > 1. 2) ~~~ ``` ---",
    "table": "|---|---|\n| a | b |",
    "link": "https://evil.example www.evil.example <http://evil.example> me@evil.example",
    "mention": "@octocat #1 org/repo#2",
    "template": "{{ 7*7 }}{% raw %}{# a #}${7*7}",
    "end of data": "]]><!-- --> &lt; &#60;",
    "bidi": "\u202eabc\u2066\u200f\u061c",
    "controls": "\x00\x07\x1b[31m\x7f\x85\u2028",
    "half": "\ud800",
    "long": "x" * 10_000,
    "backslash": "\\",
}
"""What a model may contain, by what it attacks."""

OURS = frozenset(
    {"adds", "factor", "level", "linddun", "mode", "node", "recoverable", "rule", "rules", "state"}
)
"""Fields that hold words of ours, not of a model."""


def empty() -> Report:
    """The sample system with nothing found in it and nothing asked."""
    return replace(
        sample_report(),
        threats=(),
        questions=(),
        exposures=(),
        knowledge=(),
        numbers=(),
        coverage=(),
        notes=(),
    )


def spoiled(around: str, report: Report | None = None) -> Report:
    """A report, the sample if no other, with a text before and after whatever a model can say."""

    def spoil(text: str) -> str:
        return f"{around}{text}{around}" if text else text

    report = report or sample_report()
    body = {item.name: _changed(getattr(report, item.name), spoil) for item in fields(report)}
    return Report(**{**body, "graph": Graph(_changed(report.graph.system, spoil))})


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, Enum | Graph):
        return value
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple | frozenset):
        return type(value)(_changed(item, change) for item in value)
    if isinstance(value, dict):
        return {_changed(key, change): _changed(item, change) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value,
            **{
                item.name: _changed(getattr(value, item.name), change)
                for item in fields(value)
                if item.name not in OURS
            },
        )
    return value

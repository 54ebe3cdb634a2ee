"""What `facetrail compose` does."""

from collections.abc import Sequence
from pathlib import Path

from facetrail.application.find import find
from facetrail.application.output import render
from facetrail.application.together import examine_together
from facetrail.cli import tables
from facetrail.cli.terminal import Terminal
from facetrail.render.slugs import slugs


def compose_models(
    terminal: Terminal,
    words: Sequence[str],
    same: Sequence[str],
    name: str | None,
    output: str | None,
    seconds: float,
) -> None:
    """Print what only the whole of some models can do, and write its report where one is wanted."""
    models = find(words)
    groups = [tuple(filter(None, map(str.strip, item.split("=")))) for item in same]
    with terminal.working(f"reading {len(models)} models"):
        composed = examine_together(models, groups, name, seconds)
    terminal.printed("models", composed.examined.printed)
    report = composed.examined.report
    tables.print_whole(report, composed.proposals)
    if output is not None:
        called = report.graph.system.name
        folder = Path(output) / slugs([called], "whole")[called]
        with terminal.working("drawing"):
            render(report, folder)
        terminal.result(f"Wrote {folder / 'report.html'}")

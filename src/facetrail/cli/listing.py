"""What `facetrail threats`, `facetrail questions` and `facetrail trail` print."""

import click

from facetrail.application.naming import meant
from facetrail.cli import tables
from facetrail.cli.reading import only_report
from facetrail.cli.terminal import Terminal
from facetrail.render.json_report import json_report
from facetrail.render.threat_list import threats_csv, threats_markdown
from facetrail.render.trail_text import trail_text


def list_threats(
    terminal: Terminal, word: str, form: str, seconds: float, *, security: bool
) -> None:
    """Print the threats of one model in a form."""
    report = only_report(terminal, word, seconds, security=security)
    if form == "table":
        tables.print_threats(report)
    else:
        text = {"json": json_report, "csv": threats_csv, "md": threats_markdown}[form](report)
        click.echo(text.encode(), nl=False)  # UTF-8 whatever the terminal speaks


def list_questions(terminal: Terminal, word: str, seconds: float) -> None:
    """Print the questions of one model."""
    tables.print_questions(only_report(terminal, word, seconds))


def show_trail(terminal: Terminal, word: str, datum: str, seconds: float) -> None:
    """Print where one datum of one model goes."""
    report = only_report(terminal, word, seconds)
    click.echo(trail_text(report, meant(datum, report.graph.data, "datum")), nl=False)

"""What a person sees while a command runs: progress, notes, prints of models, problems.

All of it goes to standard error, but for the lines that say what was written. No text of a model
reaches a terminal with its control characters.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

SHOWN_LENGTH = 60
"""Characters of a progress line: one that wraps could not be taken back."""


class Terminal:
    """Somebody watching, told as much as the options ask for."""

    def __init__(self) -> None:
        self.quiet = False
        self.debug = False

    @contextmanager
    def working(self, what: str) -> Iterator[None]:
        """Show what is being done while it is, where somebody is looking."""
        if self.quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
            yield
            return
        click.echo(f"{_line(what)[:SHOWN_LENGTH]} …", err=True, nl=False)
        try:
            yield
        finally:
            click.echo("\r\x1b[2K", err=True, nl=False)

    def result(self, text: str, *details: str) -> None:
        """A line on standard output about files that were written, with details below it."""
        if not self.quiet:
            click.echo("\n  ".join(map(_line, (text, *details))))

    def note(self, text: str) -> None:
        """Something to know that is no problem."""
        if not self.quiet:
            click.echo(_line(text), err=True)

    def printed(self, by: str, text: str) -> None:
        """What a model printed, each line marked as its own."""
        for line in text.splitlines():
            self.note(f"{by}: {line}")

    def problem(self, text: str) -> None:
        """Something that kept the command from its work."""
        click.echo(f"facetrail: {_line(text)}", err=True)

    def failure(self, error: Exception) -> None:
        """The problems behind an error, one a line; with --debug, the traceback before them."""
        from traceback import print_exception

        from facetrail.errors import CannotRun, shown

        if self.debug:
            print_exception(error)
        match error:
            case CannotRun():
                for problem in error.problems:
                    self.problem(str(problem))
            case click.UsageError():
                command = error.ctx.command_path if error.ctx else "facetrail"
                self.problem(f"{error.format_message()} (see {command} --help)")
            case click.ClickException():
                self.problem(error.format_message())
            case OSError():
                self.problem(f"{error.filename or 'the output'}: {error.strerror or error}")
            case _:
                self.problem(
                    f"internal error ({type(error).__name__}: {shown(str(error))}): "
                    "please run it again with --debug and report what it prints"
                )


def _line(text: str) -> str:
    from facetrail.render.text import clean

    return clean(text)

"""Prints docs/commands.md: the help of every command, so that the page cannot disagree with it."""

import click

from facetrail.cli.commands import facetrail

_WIDTH = 78  # what click uses of a terminal with 80 columns
_HEAD = """# Commands

What `facetrail --help` and the help of each command say; written by `make docs`.
"""


def commands_page() -> str:
    """The page, in Markdown."""
    top = _context(facetrail, None)
    each = (_context(facetrail.commands[name], top) for name in facetrail.list_commands(top))
    return _HEAD + "".join(map(_section, (top, *each)))


def _context(command: click.Command, parent: click.Context | None) -> click.Context:
    return command.make_context(
        command.name, [], parent, resilient_parsing=True, terminal_width=_WIDTH
    )


def _section(context: click.Context) -> str:
    return f"\n## {context.command_path}\n\n```text\n{context.get_help()}\n```\n"


if __name__ == "__main__":
    click.echo(commands_page(), nl=False)

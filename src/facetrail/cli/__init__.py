"""The command line: words, streams and exit codes. What the commands do is in the application.

Only click is imported until a command runs, so that help and completion answer at once.
"""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

import click

from facetrail.cli.commands import PipeClosed, facetrail
from facetrail.cli.terminal import Terminal

COULD_NOT_RUN = 2
INTERRUPTED = 130  # as shells have it: 128 and the number of the signal
PIPE_CLOSED = 141


def main() -> None:
    """Run the command that the process was started with, and exit."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal may lack a name's script
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; whatever goes wrong ends as a line on stderr."""
    terminal = Terminal()
    try:
        code = facetrail.main([*arguments], "facetrail", standalone_mode=False, obj=terminal)
    except click.Abort:
        return INTERRUPTED
    except PipeClosed:
        _drop_output()
        return PIPE_CLOSED
    except Exception as error:
        terminal.failure(error)
        if isinstance(error, OSError):
            _drop_output()
        return COULD_NOT_RUN
    return code or 0


def _drop_output() -> None:
    """Keep Python from complaining at exit that it cannot write what is left."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

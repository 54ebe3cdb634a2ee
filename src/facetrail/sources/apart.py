"""A command run apart from this process: with a time limit, and what it prints kept small."""

import os
import select
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_KEPT = 100_000
"""Bytes of output that are kept."""

_LOOK_AGAIN = 0.05
"""Seconds between two looks at a process that keeps silent."""

_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Ending:
    """How a command ended: its exit code (negative: the signal), or None if time ran out."""

    code: int | None
    printed: str


def run(
    command: Sequence[str], *, folder: Path, environment: Mapping[str, str], seconds: float
) -> Ending:
    """Run a command in a session of its own, which is gone when this returns."""
    deadline = time.monotonic() + seconds
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        bufsize=0,
        start_new_session=True,
    )
    assert process.stdout is not None
    output = _Output(process.stdout.fileno())
    try:
        while process.poll() is None and (left := deadline - time.monotonic()) > 0:
            if output.is_open:
                output.read(min(left, _LOOK_AGAIN))
            else:
                with suppress(subprocess.TimeoutExpired):
                    process.wait(left)
        code = process.poll()
    finally:
        # Also what the command started and left behind, which may hold on to the pipe.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        with process.stdout:
            output.read_rest()
    return Ending(code, output.text())


class _Output:
    """What comes through a pipe: the beginning is kept, the rest read and thrown away."""

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe
        self._kept = bytearray()
        self._is_cut = False
        self.is_open = True
        os.set_blocking(pipe, False)

    def read(self, seconds: float) -> bool:
        """Take what comes within so many seconds; False if nothing did."""
        if not select.select([self._pipe], [], [], seconds)[0]:
            return False
        data = os.read(self._pipe, _CHUNK)
        self.is_open = bool(data)
        free = _KEPT - len(self._kept)
        self._kept += data[:free]
        self._is_cut |= len(data) > free
        return self.is_open

    def read_rest(self) -> None:
        """Take what is left in the pipe, but for more than is kept: somebody may still write."""
        while self.is_open and not self._is_cut and self.read(0):
            pass

    def text(self) -> str:
        """What was kept, and a mark if there was more."""
        text = self._kept.decode(errors="replace")
        return f"{text}\n… (cut)\n" if self._is_cut else text

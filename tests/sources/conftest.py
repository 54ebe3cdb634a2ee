"""Models as files, and what is said about those that cannot be read."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from facetrail.errors import CannotRun
from facetrail.sources import read

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes a model below the working directory, and gives its path as a user would."""
    monkeypatch.chdir(tmp_path)
    Path("models").mkdir()

    def run(*parts: str, name: str = "model.py") -> Path:
        path = Path("models", name)
        path.write_text("".join(map(dedent, parts)), encoding="utf-8")
        return path

    return run


def refusal(path: Path, seconds: float = 20, *, security: bool = False) -> str:
    """What is said about a model that cannot be read."""
    with pytest.raises(CannotRun) as caught:
        read(path, seconds=seconds, security=security)
    return str(caught.value)

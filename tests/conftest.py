"""What every test may count on: the checkout, and an environment without the tester's habits."""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("facetrail", deadline=None, derandomize=True)
settings.load_profile("facetrail")

CHECKOUT = Path(__file__).parents[1]

_HABITS = (
    *("COLUMNS", "CLICOLOR_FORCE", "FORCE_COLOR", "LINES", "NO_COLOR", "PYTHONHASHSEED", "TERM"),
    *("TTY_COMPATIBLE", "TTY_INTERACTIVE", "_FACETRAIL_COMPLETE"),
)


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder with pyproject.toml."""
    return CHECKOUT


@pytest.fixture(autouse=True)
def _no_habits(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _HABITS:
        monkeypatch.delenv(name, raising=False)

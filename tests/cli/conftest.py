"""Ways to run the command, and small models to run it on."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from facetrail.cli import run

SHOP = '''"""A shop takes a face. It keeps it."""

from facetrail import (
    Boundary, Flow, Kind, Model, Party, Person, PersonalData, Role, Sensor, Store, Subjects,
)

model = Model("Shop")
customers = Subjects("customers", population=50_000)
shop = Boundary("Counter", party=Party("Shopkeeper", role=Role.CONTROLLER))
customer = Person("Customer", subjects=customers)
camera = Sensor("Camera", boundary=shop)
archive = Store("Archive", boundary=shop, at_rest=())
scan = PersonalData("Scan", kind=Kind.FACE_IMAGE, subjects=customers, origin=camera)
Flow(customer, camera, "Capture")
Flow(camera, archive, "Keep", data=[scan])
'''
"""A face stored in clear: high or worse; how long it is kept is open."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run of the command left: exit code, standard output and standard error."""

    code: int
    out: str
    err: str


Facetrail = Callable[..., Ran]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with the model of a shop, models/shop.py."""
    path = tmp_path / "models" / "shop.py"
    path.parent.mkdir()
    path.write_text(SHOP)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def facetrail(capfd: pytest.CaptureFixture[str]) -> Facetrail:
    """The command with its arguments, in this process."""

    def call(*arguments: str) -> Ran:
        code = run(arguments)
        return Ran(code, *capfd.readouterr())

    return call


@pytest.fixture
def process() -> Facetrail:
    """The command in a process of its own, with further environment variables by keyword."""

    def call(*arguments: str, **environment: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "facetrail", *arguments],
            capture_output=True,
            encoding="utf-8",
            env=os.environ | environment,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return call

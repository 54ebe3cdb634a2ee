"""Model text declared in this process, after a small system that it can build on."""

from collections.abc import Callable, Iterator
from textwrap import dedent

import pytest

from facetrail.authoring.freeze import system
from facetrail.authoring.model import Model
from facetrail.authoring.record import record
from facetrail.errors import CannotRun
from facetrail.model.words import System

BEFORE = """
from facetrail import *

Model("test")
people = Subjects("People", population=5_000)
firm = Party("Firm", role=Role.CONTROLLER, jurisdiction="DE")
vendor = Party("Vendor", role=Role.VENDOR)
office = Boundary("Office", party=firm)
person = Person("Person")
camera = Sensor("Camera", boundary=office)
matcher = Process("Matcher", boundary=office)
store = Store("Store", boundary=office)
key = Key("Key", holders=firm)
scan = PersonalData("Scan", kind=Kind.FACE_IMAGE, origin=camera)
"""

Declare = Callable[..., tuple[System | None, list[str]]]
"""Declares text in a file model.py; gives the system and the problems as they are printed."""


@pytest.fixture
def declare() -> Iterator[Declare]:
    def run(text: str, *, before: str = BEFORE) -> tuple[System | None, list[str]]:
        Model.reset()
        names: dict[str, object] = {}
        exec(compile(before, "before.py", "exec"), names)
        exec(compile(dedent(text), "model.py", "exec"), names)
        found = system("model.py", "")
        return found, [str(item) for item in CannotRun(record.problems).problems]

    yield run
    Model.reset()

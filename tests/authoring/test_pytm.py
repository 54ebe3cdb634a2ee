"""A model in our words is a model of pytm."""

import runpy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import pytm  # type: ignore[import-untyped]

from facetrail import authoring
from facetrail.authoring import Boundary, Flow, Kind, Model, Person, PersonalData, Sensor, Store
from facetrail.authoring.record import record


@pytest.fixture
def kept(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """The names of a model that pytm's own methods run on."""
    folder = checkout / "models/sim_registration"
    monkeypatch.syspath_prepend(str(folder))
    Model.reset()
    yield runpy.run_path(str(folder / "kept.py"))
    Model.reset()
    for neighbour in ("_archives", "_chip", "_counter"):
        sys.modules.pop(neighbour, None)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Model", pytm.TM),
        ("Boundary", pytm.Boundary),
        ("PersonalBoundary", pytm.Boundary),
        ("Person", pytm.Actor),
        ("Sensor", pytm.ExternalEntity),
        ("Process", pytm.Process),
        ("Store", pytm.Datastore),
        ("External", pytm.ExternalEntity),
        ("Goal", pytm.Element),
        ("PersonalData", pytm.Data),
        ("Key", pytm.Data),
        ("Flow", pytm.Dataflow),
    ],
)
def test_words_are_pytms(word: str, kind: type) -> None:
    assert issubclass(getattr(authoring, word), kind)


def test_pytm_works_on_a_model(kept: dict[str, Any]) -> None:
    model: Any = kept["model"]
    assert model.check()
    model.resolve()
    assert any(isinstance(item.element, Flow) for item in model.findings)
    assert "Face comparison" in model.seq()
    assert "Carrier's systems" in model.dfd()
    assert record.problems == []


def test_what_pytm_changes_does_not_reach_our_words(kept: dict[str, Any]) -> None:
    """pytm's check overwrites flows and collects all data of a source on its flows."""
    before = [(word, dict(word._said)) for word in record.words]
    kept["model"].check()
    assert [(word, dict(word._said)) for word in record.words] == before


def test_pytm_is_told() -> None:
    Model.reset()
    Model("test", description="of fields")
    outer, inner = Boundary("Outer"), Boundary("Inner")
    inner.parent = outer
    camera, store = Sensor("Camera", boundary=inner), Store("Store")
    store.boundary = outer
    scan = PersonalData("Scan", kind=Kind.FACE_IMAGE, origin=camera, description="a face")
    flow: Any = Flow(camera, store, data=scan, description="kept")
    assert (inner.inBoundary, camera.inBoundary, store.inBoundary) == (outer, inner, outer)
    assert (flow.source, flow.sink, flow.name) == (camera, store, "Camera → Store")
    assert (list(flow.data), flow.description) == ([scan], "kept")
    assert (scan.isPII, scan.description) == (True, "a face")
    Model.reset()


def test_a_reset_forgets_pytms_elements_too() -> None:
    Model.reset()
    Person("Person")
    Model.reset()
    assert not pytm.TM._elements
    assert not record.words


@pytest.mark.parametrize("module", ["facetrail", "facetrail.sources", "facetrail.model.graph"])
def test_pytm_is_imported_only_when_a_model_needs_it(module: str) -> None:
    code = f"import sys, {module}; print(*{{'pytm', 'pydantic'}} & {{*sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []

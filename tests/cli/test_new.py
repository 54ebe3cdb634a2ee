"""`facetrail new`: a first model, which can be rendered as it is."""

from pathlib import Path

import pytest

from facetrail.application.new import first_model
from facetrail.assemble import assemble
from facetrail.model.graph import Graph
from facetrail.sources import read
from tests.cli.conftest import SHOP, Facetrail


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("name", ["shop/my-counter", "models/shop/my-counter.py"])
def test_a_new_model_renders_at_once(facetrail: Facetrail, name: str) -> None:
    ran = facetrail("new", name)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Wrote models/shop/my-counter.py\n  next: facetrail render models/shop/my-counter.py\n"
    )
    assert 'Model("My counter")' in Path("models/shop/my-counter.py").read_text()
    rendered = facetrail("render", "models/shop/my-counter.py")
    assert (rendered.code, rendered.err) == (0, "")
    assert Path("output/shop/my-counter/report.html").exists()


def test_a_new_model_has_something_to_say_and_nothing_wrong(tmp_path: Path) -> None:
    path = tmp_path / "first.py"
    path.write_text(first_model("First"))
    reading = read(path)
    report = assemble(Graph(reading.system))

    assert (reading.printed, report.notes) == ("", ())
    assert {"template-reveals-face", "operator-holds-the-key"} <= {
        threat.rule for threat in report.shown
    }
    assert report.questions
    assert not report.feared


def test_a_file_is_never_overwritten(project: Path, facetrail: Facetrail) -> None:
    ran = facetrail("new", "shop")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "facetrail: models/shop.py: is there already: choose another name\n"
    assert Path("models/shop.py").read_text() == SHOP


@pytest.mark.parametrize(
    "name",
    ["", "..", "../x", "a/../x", "/x", "a//x", "a/", ".x", "_x", "a b", "x.txt", "a\\b", "\n"],
)
def test_only_names_below_models_are_taken(facetrail: Facetrail, tmp_path: Path, name: str) -> None:
    ran = facetrail("new", name)

    assert (ran.code, ran.out) == (2, "")
    assert "cannot name a model: use letters, digits" in ran.err
    assert ran.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_way_of_a_folder(facetrail: Facetrail) -> None:
    Path("models").write_text("")

    ran = facetrail("new", "shop/counter")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("facetrail: models/shop")
    assert ran.err.count("\n") == 1

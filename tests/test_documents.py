"""The documents name things that exist, and the model in the README does what it says."""

import re
from pathlib import Path

import pytest

from facetrail.assemble import assemble
from facetrail.model.graph import Graph
from facetrail.report import Report
from facetrail.sources import read

DOCUMENTS = (
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "docs/modelling.md",
    "docs/reading.md",
    "docs/accuracy.md",
    "docs/limits.md",
    "docs/performance.md",
    "docs/scoring.md",
    "docs/systems.md",
)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_leads_somewhere(name: str, checkout: Path) -> None:
    text = (checkout / name).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert links or name == "ARCHITECTURE.md"
    folder = (checkout / name).parent
    assert [link for link in links if not (folder / link).exists()] == []


def test_every_invariant_names_a_test_that_exists(checkout: Path) -> None:
    text = (checkout / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", text)
    assert len(named) > 5
    for file, test in named:
        assert f"def {test}(" in (checkout / file).read_text(encoding="utf-8"), (file, test)


def test_the_architecture_names_every_layer(checkout: Path) -> None:
    text = (checkout / "ARCHITECTURE.md").read_text(encoding="utf-8")
    package = checkout / "src" / "facetrail"
    parts = {path.stem for path in package.iterdir() if not path.stem.startswith("_")}
    assert {part for part in parts if f"`{part}`" not in text} <= {"py"}


def report_of(code: str, folder: Path, name: str = "door.py") -> Report:
    model = folder / name
    model.write_text(code, encoding="utf-8")
    return assemble(Graph(read(model, seconds=30).system))


def test_the_model_in_the_readme_says_what_the_readme_says(checkout: Path, tmp_path: Path) -> None:
    text = (checkout / "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL)
    report = report_of(code, tmp_path)
    assert {item.rule for item in report.shown} == {
        "template-reveals-face",
        "operator-holds-the-key",
        "reference-not-renewable",
    }
    assert {item.attribute for item in report.questions} >= {"deletes_on", "notice", "power"}
    theirs = 'Key("Gallery key", holders=[staff])'
    assert theirs in text
    assert not report_of(
        code.replace('Key("Gallery key", holders=[employer])', theirs), tmp_path
    ).shown

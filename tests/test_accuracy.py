"""The page on accuracy is up to date, and says why what is expected is missed."""

from pathlib import Path

import pytest

from bench.accuracy import Expected, Result, expectations, graph_of, judged, page
from facetrail.rules.catalogue import RULES

IDS = {rule.id for rule in RULES}


@pytest.fixture(scope="module", params=expectations(), ids=lambda expected: expected.name)
def result(request: pytest.FixtureRequest) -> Result:
    expected: Expected = request.param
    return judged(expected, graph_of(expected))


def test_nothing_that_is_forbidden_is_reported(result: Result) -> None:
    assert not result.false


def test_what_is_expected_is_reported_or_explained(result: Result) -> None:
    missed = result.wanted - result.reported
    assert missed == result.expected.why.keys() & IDS


def test_every_reference_model_is_judged(checkout: Path) -> None:
    folder = checkout / "models" / "reference"
    models = {path.relative_to(folder).with_suffix("") for path in folder.rglob("[!_]*.py")}
    assert {item.as_posix() for item in models} == {item.name for item in expectations()}


def test_the_committed_page_is_what_comes_out(checkout: Path) -> None:
    assert (checkout / "docs" / "accuracy.md").read_text(encoding="utf-8") == page()

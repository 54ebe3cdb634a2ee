"""Which models a word on the command line means."""

from pathlib import Path

import pytest

from facetrail.application.find import find
from facetrail.errors import CannotRun


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with some models in it."""
    for name in (
        "models/sim/kept.py",
        "models/sim/on_device.py",
        "models/sim/_shared.py",
        "models/.hidden/kept.py",
        "models/phone.py",
        "elsewhere/one.py",
        "elsewhere/deep/two.py",
        "empty/readme.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "names"),
    [
        pytest.param([], ["phone", "sim/kept", "sim/on_device"], id="all of models/"),
        pytest.param(["models"], ["phone", "sim/kept", "sim/on_device"], id="the folder itself"),
        pytest.param(["sim/kept"], ["sim/kept"], id="a name"),
        pytest.param(["sim/kept.py"], ["sim/kept"], id="a name with its ending"),
        pytest.param(["sim"], ["sim/kept", "sim/on_device"], id="a folder by name"),
        pytest.param(["models/sim/kept.py"], ["sim/kept"], id="a file"),
        pytest.param(["elsewhere/one.py"], ["one"], id="a file that is not in models/"),
        pytest.param(["elsewhere"], ["deep/two", "one"], id="a folder that is not models/"),
        pytest.param(["elsewhere/../models/phone.py"], ["phone"], id="a path that goes back"),
        pytest.param(["models/sim/_shared.py"], ["sim/_shared"], id="a hidden file asked for"),
        pytest.param(
            ["phone", "models", "phone"], ["phone", "sim/kept", "sim/on_device"], id="twice"
        ),
    ],
)
def test_words_mean_models(words: list[str], names: list[str]) -> None:
    assert [model.name for model in find(words)] == names


def test_the_name_does_not_depend_on_the_working_directory(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project / "empty")

    assert find([str(project / "models/sim/kept.py")])[0].name == "sim/kept"


@pytest.mark.parametrize("word", ["{here}/models/phone.py", "elsewhere/../models/phone.py"])
def test_the_path_is_the_same_however_it_was_written(project: Path, word: str) -> None:
    assert find([word.format(here=project)])[0].path == Path("models/phone.py")


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("sim/kep", "“sim/kep”: there is no such model: did you mean sim/kept?"),
        ("models/fone.py", "“models/fone.py”: there is no such model: did you mean phone?"),
        ("x\x1b[31m", r"“x\x1b[31m”: there is no such model: name a file, a folder"),
        ("empty", "empty: holds no models"),
        ("n" * 10_000, "cannot be looked up"),
    ],
)
def test_a_word_that_means_nothing(word: str, message: str) -> None:
    with pytest.raises(CannotRun) as caught:
        find([word])

    assert message in str(caught.value)


def test_every_wrong_word_is_reported() -> None:
    with pytest.raises(CannotRun) as caught:
        find(["nobody", "phone", "nothing"])

    assert [problem.where for problem in caught.value.problems] == ["“nobody”", "“nothing”"]


def test_without_words_there_must_be_models(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "empty")

    with pytest.raises(CannotRun, match="models: there is no such folder here"):
        find([])


def test_two_models_for_one_place_are_refused(project: Path) -> None:
    (project / "elsewhere/models").mkdir()
    (project / "elsewhere/models/phone.py").touch()

    with pytest.raises(CannotRun, match="has the same name as"):
        find(["phone", "elsewhere/models/phone.py"])

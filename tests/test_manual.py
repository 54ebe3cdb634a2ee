"""The manual can be followed: its models are read, its commands print what it shows."""

import re
import shlex
import shutil
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from inspect import signature
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

import facetrail
from facetrail import authoring
from facetrail.assemble import assemble
from facetrail.authoring.model import Model
from facetrail.authoring.shape import Shape
from facetrail.cli import run
from facetrail.model.graph import Graph
from facetrail.model.kinds import Form
from facetrail.model.words import Evidence, Store
from facetrail.render.badges import badges_by_place
from facetrail.render.markdown import markdown_report
from facetrail.render.matrix import matrix
from facetrail.render.wording import EVIDENCE_WORDS, FORM_LETTERS, FORM_WORDS
from facetrail.report import Exposure, Report
from facetrail.sources import read

BLOCK = re.compile(r"^( *)```(\w+)([^\n]*)\n(.*?)^\1```", flags=re.DOTALL | re.MULTILINE)
REST = "…"
"""Stands for lines of the output that a page leaves out."""

EXAMPLES = (
    "door",
    "gym",
    "operations",
    "lists",
    "account",
    "watching_words",
    "capture_words",
    "basis_words",
    "sharing_words",
    "carrier",
    "forum",
    "both",
    "linking_words",
    "identity_words",
    "error_words",
    "station",
    "places_words",
)
"""The models of the page on modelling that are in our words and stand by themselves."""


@dataclass(frozen=True)
class Block:
    """Code of a page: its language, and what stands behind that."""

    language: str
    mark: str
    text: str


def blocks(page: str) -> Iterator[Block]:
    for _, language, mark, text in BLOCK.findall(page):
        yield Block(language, mark.strip(), dedent(text))


def files(page: str) -> Mapping[str, str]:
    """The files that a page writes, whole: what has the same name goes on."""
    found: dict[str, str] = {}
    for block in blocks(page):
        if block.mark.startswith("file="):
            name = block.mark.removeprefix("file=")
            found[name] = found.get(name, "") + block.text
    return found


@dataclass
class Walkthrough:
    """A reader who does what a page shows, from top to bottom."""

    folder: Path
    capture: pytest.CaptureFixture[str]
    shown: list[str] = field(default_factory=list)

    def do(self, block: Block) -> None:
        if block.mark.startswith("file="):
            file = self.folder / block.mark.removeprefix("file=")
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("a", encoding="utf-8") as text:
                text.write(block.text)
        elif block.language == "console":
            for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
                command, _, expected = part.partition("\n")
                self._check(command, expected)
        elif block.mark.startswith("notes="):
            assert block.text.splitlines() == notes_of(block.mark)

    def _check(self, command: str, expected: str) -> None:
        name, *words = shlex.split(command)
        assert name == "facetrail"
        run(words)
        out, err = self.capture.readouterr()
        printed = lines_of(err + out)
        lines = [
            r"(.*\n)*" if line == REST else f"{re.escape(line)}\n" for line in lines_of(expected)
        ]
        assert re.fullmatch("".join(lines), "".join(f"{line}\n" for line in printed)), (
            f"$ {command}\n" + "\n".join(printed)
        )
        self.shown.append(command)


def notes_of(mark: str) -> list[str]:
    """The notes of a model that a block shows, all of one level."""
    model, level = mark.removeprefix("notes=").split()
    notes = read(Path(model), seconds=30).system.notes
    return [f"{note.where}: {note.text}" for note in notes if note.level == level]


def lines_of(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def modelling(checkout: Path) -> str:
    return (checkout / "docs" / "modelling.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def reading(checkout: Path) -> str:
    return (checkout / "docs" / "reading.md").read_text(encoding="utf-8")


def test_the_page_on_modelling_can_be_followed(
    modelling: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    walk = Walkthrough(tmp_path, capfd)
    for block in blocks(modelling):
        assert block.language not in ("python", "json") or block.mark.startswith("file=")
        walk.do(block)
    assert len(walk.shown) > 10


@pytest.fixture(scope="module")
def written(modelling: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with all files of the page on modelling as they are at its end."""
    folder = tmp_path_factory.mktemp("modelling")
    for name, text in files(modelling).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder / "models"


def report(file: Path) -> Report:
    return assemble(Graph(read(file, seconds=30).system))


def rules_of(found: Report) -> set[str]:
    return {item.rule for item in found.shown}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_in_our_words_leaves_no_note(written: Path, name: str) -> None:
    assert report(written / f"{name}.py").notes == ()


def test_the_first_model_has_five_lines(modelling: str) -> None:
    first = next(block for block in blocks(modelling) if block.language == "python")
    lines = [line for line in first.text.splitlines() if line and not line.startswith("from ")]
    assert len(lines) == 5


def test_the_larger_model_has_a_way_without_a_face(written: Path) -> None:
    found = report(written / "gym.py")
    assert found.shown
    assert "no-non-biometric-route" not in rules_of(found)


def test_the_numbers_on_the_page_are_those_of_the_report(written: Path, modelling: str) -> None:
    head = "| Where | Sensors |"
    table = next(part for part in modelling.split("\n\n") if part.startswith(head))
    assert table in markdown_report(report(written / "station.py"))


def test_the_variants_differ_as_the_page_says(written: Path) -> None:
    firms, own = (report(written / "doors" / f"{name}_key.py") for name in ("firms", "own"))
    assert rules_of(firms) - rules_of(own) >= {"operator-holds-the-key"}


def test_without_its_archive_the_bank_has_the_threat_that_the_page_names(
    written: Path, modelling: str, tmp_path: Path
) -> None:
    text = files(modelling)["models/account.py"]
    assert "`vendor-receives-raw-biometrics` stays, with `central-comparison` folded" in modelling
    without = "".join(line for line in text.splitlines(keepends=True) if "archive" not in line)
    file = tmp_path / "account.py"
    file.write_text(without, encoding="utf-8")
    found = report(file)
    assert rules_of(found) == {"vendor-receives-raw-biometrics"}
    assert "central-comparison" in {item.rule for item in found.threats if item.folded_under}


# Every word


@pytest.fixture(scope="module")
def given(modelling: str) -> Iterator[Mapping[tuple[str, str], list[Any]]]:
    """What the examples give: the word and its parameter, with the values, as the constructors
    and methods take them in."""
    found: dict[tuple[str, str], list[Any]] = {}
    fit, fit_one = Shape.fit, Shape.fit_one

    def noted_fit(shape: Shape, owner: str, arguments: Any, words: Any) -> Any:
        fitting = fit(shape, owner, arguments, words)
        for name, value in fitting.arguments.items():
            found.setdefault((owner, name), []).append(value)
        return fitting

    def noted_fit_one(shape: Shape, owner: str, name: str, value: Any) -> Any:
        found.setdefault((owner.split()[0], name), []).append(value)
        return fit_one(shape, owner, name, value)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Shape, "fit", noted_fit)
        patch.setattr(Shape, "fit_one", noted_fit_one)
        for name in EXAMPLES:
            Model.reset()
            exec(compile(files(modelling)[f"models/{name}.py"], f"{name}.py", "exec"), {})
    yield found
    Model.reset()


def parameters() -> list[tuple[str, str]]:
    """Every public word and method of data with each of its parameters."""
    words = {name: getattr(authoring, name) for name in facetrail.__all__}
    methods = {
        name: method
        for name, method in vars(authoring.PersonalData).items()
        if not name.startswith("_") and callable(method)
    }
    found = []
    for name, word in (words | methods).items():
        if isinstance(word, type) and issubclass(word, Enum):
            continue
        if isinstance(word, type):
            found += [(name, item) for item in vars(word)["__init__"].shape.types]
        elif callable(word):
            found += [(name, item) for item in signature(word).parameters if item != "self"]
    return found


def test_every_parameter_of_every_word_has_an_example(
    given: Mapping[tuple[str, str], object],
) -> None:
    wanted = parameters()
    assert {("Store", "retention_of"), ("extract", "at"), ("until", "plus")} <= {*wanted}
    missing = [".".join(item) for item in wanted if item not in given]
    assert not missing, ", ".join(missing)


def test_every_word_of_every_list_has_an_example(
    given: Mapping[tuple[str, str], list[object]],
) -> None:
    members = {repr(member) for values in given.values() for member in flat(values)}
    lists = [getattr(authoring, name) for name in facetrail.__all__]
    lists = [item for item in lists if isinstance(item, type) and issubclass(item, Enum)]
    missing = [repr(member) for item in lists for member in item if repr(member) not in members]
    assert missing == [repr(member) for member in authoring.Operation]  # methods stand for them


def flat(values: object) -> Iterator[Enum]:
    if isinstance(values, Enum):
        yield values
    elif isinstance(values, Collection) and not isinstance(values, str | Mapping):
        for value in values:
            yield from flat(value)


def test_every_public_name_is_in_an_example(modelling: str) -> None:
    used = set(re.findall(r"\w+", "".join(files(modelling).values())))
    assert [name for name in facetrail.__all__ if name not in used] == ["Operation"]


def test_every_word_is_explained(modelling: str) -> None:
    """Outside the examples, as code: names, parameters, methods and what the lists offer."""
    words = {*facetrail.__all__}
    for name in facetrail.__all__:
        if isinstance(word := getattr(authoring, name), type) and issubclass(word, Enum):
            words.update(word.__members__)
    for name, parameter in parameters():
        words |= {name, parameter}
    prose = BLOCK.sub("", modelling)
    explained = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", prose))))
    assert {"IRIS_IMAGE", "reencode", "transfer_ground"} <= words
    assert not words - explained, ", ".join(sorted(words - explained))


# Reading


def test_the_page_on_reading_shows_what_the_commands_print(
    reading: str,
    checkout: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(checkout / "models", tmp_path / "models")
    monkeypatch.chdir(tmp_path)
    walk = Walkthrough(tmp_path, capfd)
    for block in blocks(reading):
        walk.do(block)
    assert {command.split()[1] for command in walk.shown} == {"threats", "questions", "trail"}


@pytest.fixture(scope="module")
def kept(checkout: Path) -> Report:
    return report(checkout / "models" / "sim_registration" / "kept.py")


def test_ten_seconds_of_the_map_are_true(reading: str, kept: Report) -> None:
    text = " ".join(part(reading, "### In ten seconds").split())
    raw = [item for item in kept.exposures if item.form is Form.RAW]
    assert sorted(re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", text)) == sorted(
        {item.at for item in raw}
    )
    assert "at five places outside the people's control, kept at two" in text
    assert len({item.at for item in raw}) == 5
    resting = {item.at for item in raw if item.held != "passing"}
    assert resting == {"Scan archive", "Document archive"}
    assert {item.party for item in raw} == {"Carrier"}
    assert all(isinstance(kept.graph.elements[name], Store) for name in resting)
    own = {item.name for item in kept.graph.system.elements if item.name in kept.forms}
    own = {name for name in own if kept.graph.is_subjects_own(name)}
    assert {name for name in own if kept.forms[name] is Form.RAW} == {"Identity card chip"}
    assert not kept.foreign_locks
    faces = {name for name, item in kept.graph.data.items() if item.kind.traits.form is Form.RAW}
    onward = [item for item in kept.graph.data_flows if faces & {*item.data}]
    assert {item.evidence for item in onward} == {Evidence.INFERRED}
    assert kept.graph.flows["looks into the camera"].evidence is Evidence.REPORTED
    badges = {spot.name: found for spot, found in badges_by_place(kept).items()}
    assert {name: badges[name][0].count for name in resting} == dict.fromkeys(resting, 4)
    darkest = min(badge.worst.rank for found in badges.values() for badge in found)
    assert {name for name, found in badges.items() if found[0].worst.rank == darkest} == resting


def test_what_the_page_on_reading_says_of_the_other_pictures_is_true(
    reading: str, kept: Report, checkout: Path
) -> None:
    text = " ".join(part(reading, "## The other pictures").split())
    assert "runs through all nine data" in text
    assert len(kept.graph.data) == 9
    assert "Carrier can join 9 of these 9 data" in matrix(kept)
    held = [item.at for item in kept.exposures if item.held != "passing"]
    assert [item.at for item in kept.exposures if is_held(item, "Live portrait")] == [
        "Scan archive"
    ]
    assert "four copies are kept, all until two years after the end of the service" in text
    assert len(held) == 4
    stated = {item.held for item in kept.exposures if item.held != "passing"}
    assert stated == {"until the end of the service + 2 years"}
    assert all(item.lifetime is None for item in kept.graph.data.values())
    assert [kept.graph.number(name) for name in ("number in service", "scan kept")] == [10, 11]
    assert kept.graph.number("card copy kept") == 12
    on_device = report(checkout / "models" / "sim_registration" / "on_device.py")
    stores = {item.name for item in on_device.graph.system.elements if isinstance(item, Store)}
    assert {item.at for item in on_device.exposures if item.form is Form.RAW}.isdisjoint(stores)


def is_held(item: Exposure, datum: str) -> bool:
    return item.data == datum and item.held != "passing"


def test_the_points_added_up_are_those_of_the_report(
    reading: str, kept: Report, checkout: Path
) -> None:
    text = part(reading, "### Adding one up")
    rows = re.findall(r"^\| [+−0].*\|$", text, flags=re.MULTILINE)
    (threat,) = (
        item
        for item in kept.shown
        if item.rule == "central-honeypot" and item.at.name == "Scan archive"
    )
    because = [f"{item.factor} | {item.because} |" for item in threat.why]
    assert [row.split("| ", 2)[2] for row in rows] == because
    points = [row.split()[1].replace("−", "-") for row in rows]
    assert [int(item) for item in points] == [item.points for item in threat.why]
    assert sum(map(int, points)) == threat.score == 8
    yes_no = report(checkout / "models" / "sim_registration" / "yes_no.py")
    scores = [
        next(item.score for item in found.shown if item.rule == "no-non-biometric-route")
        for found in (kept, yes_no)
    ]
    assert scores == [5, 6]


def part(page: str, heading: str) -> str:
    """What stands under a heading, to the next one of its kind or above."""
    level = heading.split()[0]
    _, _, text = page.partition(f"\n{heading}\n")
    assert text
    return re.split(rf"^#{{2,{len(level)}}} ", text, flags=re.MULTILINE)[0]


def test_the_page_on_reading_has_the_letters_and_the_degrees_of_evidence(reading: str) -> None:
    rows = [line for line in reading.splitlines() if line.startswith("|")]
    for form, letter in FORM_LETTERS.items():
        assert any(f"| {letter or 'none'} |" in row and FORM_WORDS[form] in row for row in rows)
    for evidence, words in EVIDENCE_WORDS.items():
        assert f"| {evidence} | {words} |" in rows

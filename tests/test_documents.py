"""The documents name things that exist, and the model in the README does what it says."""

import re
from enum import Enum
from pathlib import Path

import pytest

import facetrail
from facetrail import authoring
from facetrail.assemble import assemble
from facetrail.model.graph import Graph
from facetrail.render.wording import EVIDENCE_WORDS, FORM_LETTERS, FORM_WORDS
from facetrail.report import Report, Severity
from facetrail.risk import BANDS, HARM, PEOPLE_STEPS, UNDO
from facetrail.sources import read

DOCUMENTS = (
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "docs/modelling.md",
    "docs/reading.md",
)
BLOCK = re.compile(r"```python([^\n]*)\n(.*?)```", flags=re.DOTALL)


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
    }
    assert {item.attribute for item in report.questions} >= {"deletes_on", "notice", "power"}
    theirs = 'Key("Gallery key", holders=[staff])'
    assert theirs in text
    assert not report_of(
        code.replace('Key("Gallery key", holders=[employer])', theirs), tmp_path
    ).shown


@pytest.fixture(scope="module")
def modelling(checkout: Path) -> str:
    return (checkout / "docs" / "modelling.md").read_text(encoding="utf-8")


def examples(modelling: str, mark: str = "") -> list[str]:
    """The examples with this mark; those without any continue one another after the first."""
    return [code for given, code in BLOCK.findall(modelling) if given.strip() == mark]


def rules_of(report: Report) -> set[str]:
    return {item.rule for item in report.shown}


def test_the_first_model_says_what_the_page_says(modelling: str, tmp_path: Path) -> None:
    report = report_of(examples(modelling)[0], tmp_path)
    assert "stored-in-clear" in rules_of(report)
    assert "retention" in {item.attribute for item in report.questions}
    assert report.notes == ()


def test_the_larger_model_works_and_has_a_way_without_a_face(
    modelling: str, tmp_path: Path
) -> None:
    report = report_of("".join(examples(modelling)[1:]), tmp_path)
    assert report.notes == ()
    assert report.shown
    assert "no-non-biometric-route" not in rules_of(report)


def test_every_other_operation_works(modelling: str, tmp_path: Path) -> None:
    (code,) = examples(modelling, "alone")
    assert report_of(code, tmp_path).notes == ()


def test_the_variants_differ_as_the_page_says(modelling: str, tmp_path: Path) -> None:
    (shared,) = examples(modelling, "file=_door.py")
    (tmp_path / "_door.py").write_text(shared, encoding="utf-8")
    found = {}
    for name in ("firms_key.py", "own_key.py"):
        (code,) = examples(modelling, f"file={name}")
        found[name] = rules_of(report_of(code, tmp_path, name))
    assert found["firms_key.py"] - found["own_key.py"] >= {"operator-holds-the-key"}


def vocabulary() -> list[str]:
    """Every word of a model: the public names, their attributes and methods, and what the lists
    offer."""
    found = set(facetrail.__all__)
    for word in (getattr(authoring, name) for name in facetrail.__all__):
        if isinstance(word, type) and issubclass(word, Enum):
            found.update(word.__members__)
        elif isinstance(word, type):
            found.update(vars(word)["__init__"].shape.types if "__init__" in vars(word) else ())
    methods = vars(authoring.PersonalData).items()
    found.update(name for name, item in methods if not name.startswith("_") and callable(item))
    return sorted(found)


def test_the_page_on_modelling_has_every_word(modelling: str) -> None:
    words = set(re.findall(r"\w+", modelling))
    assert {"PersonalData", "retention_of", "reencode", "IRIS_IMAGE"} <= set(vocabulary())
    assert [word for word in vocabulary() if word not in words] == []


def test_every_word_but_those_of_the_lists_has_an_example(modelling: str) -> None:
    used = set(re.findall(r"\w+", " ".join(code for _, code in BLOCK.findall(modelling))))
    unused = [word for word in vocabulary() if not word.isupper() and word not in used]
    assert unused == ["Operation"]  # methods of the data stand for it


def test_the_page_on_reading_has_the_table_of_the_score(checkout: Path) -> None:
    text = (checkout / "docs" / "reading.md").read_text(encoding="utf-8")
    rows = {line.strip("| ") for line in text.splitlines() if line.startswith("|")}
    for points, meaning in enumerate(HARM):
        assert any(row.endswith(f"{points} | {meaning}") for row in rows)
    for undo, meaning in UNDO.items():
        assert any(row.endswith(f"{undo:d} | {meaning}".replace("-", "−", 1)) for row in rows)
    assert all(f"{step:,}" in text for step in PEOPLE_STEPS)
    assert BANDS[:3] == ((9, Severity.CRITICAL), (7, Severity.HIGH), (4, Severity.MEDIUM))
    assert {"9 and more | critical", "7 or 8 | high", "4 to 6 | medium", "below 4 | low"} <= rows


def test_the_page_on_reading_has_the_letters_and_the_degrees_of_evidence(checkout: Path) -> None:
    text = (checkout / "docs" / "reading.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("|")]
    for form, letter in FORM_LETTERS.items():
        assert any(f"| {letter or 'none'} |" in row and FORM_WORDS[form] in row for row in rows)
    for evidence, words in EVIDENCE_WORDS.items():
        assert f"| {evidence} | {words} |" in rows

"""A wrong attribute is recorded with its place and the right word, and the file goes on."""

import pytest

from facetrail.authoring import Model, Store, days
from tests.authoring.conftest import Declare

WRONG = [
    # reason, text, problem
    (
        "a misspelt word",
        'Store("S", boundary=office, retenton=days(1))',
        "Store “S” has no “retenton”: write retention",
    ),
    (
        "a misspelt word set later",
        "matcher.purposses = {Purpose.RESEARCH}",
        "Process “Matcher” has no “purposses”: write purposes",
    ),
    (
        "pytm's spelling of a word",
        'Store("S", inBoundary=office)',
        "Store “S” has no “inBoundary”: write boundary",
    ),
    (
        "pytm's word for what a boundary is in",
        'Boundary("B", inBoundary=office)',
        "Boundary “B” has no “inBoundary”: write parent",
    ),
    (
        "pytm's word for encryption on the way",
        'Flow(camera, matcher, "F", isEncrypted=True)',
        "Flow “F” has no “isEncrypted”: write layers",
    ),
    (
        "pytm's word for encryption at rest",
        'Store("S", boundary=office, isEncryptedAtRest=True)',
        "Store “S” has no “isEncryptedAtRest”: write at_rest",
    ),
    (
        "pytm's word for the end of a flow",
        'Flow(camera, matcher, "F", sink=store)',
        "Flow “F” has no “sink”: write destination",
    ),
    (
        "pytm's word set later",
        "store.inBoundary = office",
        "Store “Store” has no “inBoundary”: write boundary",
    ),
    (
        "camel case",
        'Store("S", boundary=office, keepDuty="x")',
        "Store “S” has no “keepDuty”: write keep_duty",
    ),
    (
        "a word of another kind of element",
        "scan.purposes = Purpose.RESEARCH",
        "PersonalData “Scan” has no “purposes”: write collected_for",
    ),
    (
        "a word like no other",
        'Subjects("S", xyz=1)',
        "Subjects “S” has no “xyz”: its words are can_be_told, evidence, guardian, known_from, "
        "lacks, minors, name, notice, population",
    ),
    (
        "a misspelt word of a method",
        'scan.crop("C", att=matcher, at=matcher)',
        "crop “C” has no “att”: write at",
    ),
    (
        "an element where a requirement is wanted",
        'Goal("In", requires=matcher)',
        "requires of Goal “In” takes AllOf(…) or AnyOf(…), not Process “Matcher”: "
        "give it AllOf(…) or AnyOf(…)",
    ),
    (
        "a value that is not of the list",
        "matcher.needs = 1",
        "needs of Process “Matcher” takes Need, not 1: choose, as in Need.RAW",
    ),
    (
        "a value of the list in words",
        'PersonalData("D", kind="face image", origin=camera)',
        "kind of PersonalData “D” takes Kind, not the text “face image”: write Kind.FACE_IMAGE",
    ),
    (
        "a value of the list misspelt",
        'Party("P", role="controler")',
        "role of Party “P” takes Role, not the text “controler”: write Role.CONTROLLER",
    ),
    (
        "a value of another list",
        'Party("P", role=Power.NONE)',
        "role of Party “P” takes Role, not Power.NONE: choose, as in Role.SUBJECT",
    ),
    (
        "the list itself",
        'Party("P", role=Role)',
        "role of Party “P” takes Role, not the class Role: choose, as in Role.SUBJECT",
    ),
    (
        "one wrong member among right ones",
        'matcher.purposes = [Purpose.RESEARCH, "marketing"]',
        "purposes of Process “Matcher” takes Purpose, one or several, "
        "not the text “marketing”: write Purpose.MARKETING",
    ),
    (
        "a name in place of the object",
        'Store("S", boundary="Office")',
        "boundary of Store “S” takes Boundary, not the text “Office”: "
        "write the variable that it was declared as, without quotes",
    ),
    (
        "an object of another kind",
        'Store("S", boundary=firm)',
        "boundary of Store “S” takes Boundary, not Party “Firm”: give it Boundary",
    ),
    (
        "a store is no list of data",
        'Flow(camera, matcher, "F", data=store)',
        "data of Flow “F” takes PersonalData or Key, one or several, not Store “Store”: "
        "give it PersonalData or Key, one or several",
    ),
    (
        "a power of ten is no whole number",
        'Subjects("S", population=1e8)',
        "population of Subjects “S” takes a whole number, not 100000000.0: write 100_000_000",
    ),
    (
        "nor is True",
        'Subjects("S", population=True)',
        "population of Subjects “S” takes a whole number, not True: give it a whole number",
    ),
    (
        "a number is no yes or no",
        "key.split = 1",
        "split of Key “Key” takes True or False, not 1: give it True or False",
    ),
    (
        "a limit for a name",
        'store.retention_of = {"Scan": days(1)}',
        "retention_of of Store “Store” takes {PersonalData: Retention}, not the text “Scan”: "
        "write the variable that it was declared as, without quotes",
    ),
    (
        "a number of days in words",
        'store.retention = days("3")',
        "count of days takes a whole number, not the text “3”: give it a whole number",
    ),
    (
        "a layer without its key",
        'Flow(camera, matcher, "F", layers=[Encrypted("Key")])',
        "key of Encrypted takes Key, not the text “Key”: "
        "write the variable that it was declared as, without quotes",
    ),
    (
        "a requirement of nothing declared",
        'Goal("G", requires=AllOf("Matcher"))',
        "parts of AllOf takes Element or AllOf(…) or AnyOf(…), one or several, "
        "not the text “Matcher”: write the variable that it was declared as, without quotes",
    ),
    (
        "a requirement of nothing",
        'Goal("G", requires=AllOf())',
        "a requirement names nothing: name the elements that it needs",
    ),
    (
        "a word without its name",
        'Store("S", office)',
        "Store “S” cannot tell what Boundary “Office” is meant for: write boundary= before it",
    ),
    (
        "a word given twice",
        'Flow(camera, matcher, "F", source=camera)',
        "Flow “F” gives source twice: keep one",
    ),
    (
        "another name",
        'store.name = "S"',
        "name of Store “Store” is set twice: give it where the word is declared",
    ),
    (
        "half a character",
        'Store("a\\ud800")',
        "name of Store “a\\ud800” takes text, not the text “a\\ud800”: "
        "take out the half character (a lone surrogate)",
    ),
    ("no name", "Store()", "Store lacks name: give it text"),
    ("no kind", 'PersonalData("D")', "PersonalData “D” lacks kind: give it Kind"),
    ("half a flow", "Flow(camera)", "Flow lacks destination: give it Element"),
    (
        "a flow to a party",
        "Flow(camera, firm)",
        "destination of Flow takes Element, not Party “Firm”: give it Element",
    ),
    ("no place", 'scan.extract("T")', "extract “T” lacks at: give it Element"),
    (
        "features of what has none",
        'PersonalData("D", kind=Kind.NAME, origin=camera).extract("T", at=matcher)',
        "PersonalData “D” is no biometric sample: nothing can be extracted from it: "
        "select fields or infer instead",
    ),
    (
        "features of what has no template",
        'PersonalData("D", kind=Kind.GENOME, origin=camera).extract("T", at=matcher)',
        "PersonalData “D” is no biometric sample: nothing can be extracted from it: "
        "select fields or infer instead",
    ),
    (
        "the subjects' own without subjects",
        'person.subjects = people; Subjects("Others"); PersonalBoundary("Phone")',
        "PersonalBoundary “Phone” does not say whom it belongs to: "
        "declare Subjects, and give it subjects= if there are several",
    ),
]


@pytest.mark.parametrize(
    ("text", "problem"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG]
)
def test_a_wrong_word_is_named_with_the_right_one(
    declare: Declare, text: str, problem: str
) -> None:
    _, problems = declare(f"\n{text}\n")
    assert f"model.py:2: {problem}" in problems
    assert [item for item in problems if item.startswith("model.py")] == [f"model.py:2: {problem}"]


def test_all_problems_are_found_at_once(declare: Declare) -> None:
    _, problems = declare(
        """
        Store("A", bundary=office)
        data = PersonalData("D", kind="nonsense", origin=camera)
        made = data.extract("T")
        Flow(camera, matcher, data=[data, made], layer=Hashed())
        """
    )
    assert [item.split(": ")[0] for item in problems] == [
        "model.py:2",
        "model.py:3",
        "model.py:4",
        "model.py:5",
    ]


def test_what_is_right_stays_when_a_word_is_wrong(declare: Declare) -> None:
    system, problems = declare('Store("S", boundary=office, retenton=days(1), keep_duty="Act")')
    assert len(problems) == 1
    assert system is not None
    store = next(item for item in system.elements if item.name == "S")
    assert (store.boundary, getattr(store, "keep_duty", None)) == ("Office", "Act")


def test_a_system_that_cannot_be_said_is_not_made(declare: Declare) -> None:
    assert declare("Flow(camera, firm)")[0] is None


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("", "model.py:1", "the file declares no model"),
        ('from facetrail import *\nStore("S")', "model.py:1", "the file declares no model"),
        ('from facetrail import *\nModel(" ")', "model.py:2", "the model has no name"),
        (
            'from facetrail import *\nModel("A")\nModel("B")',
            "model.py:2",
            "Model “A” is not the only model of the file: model.py:3",
        ),
    ],
    ids=["nothing", "words alone", "no name", "two"],
)
def test_a_file_declares_one_model(declare: Declare, text: str, place: str, problem: str) -> None:
    system, problems = declare(text, before="")
    assert system is None or problems
    assert problems[0].startswith(f"{place}: {problem}")


def test_a_person_in_a_model_about_nobody(declare: Declare) -> None:
    _, problems = declare('from facetrail import *\nModel("M")\nPerson("P")', before="")
    assert problems == [
        "model.py:3: Person “P” does not say who they are: "
        "declare Subjects, and give it subjects= if there are several"
    ]


def test_boundaries_in_a_circle_hang_nothing(declare: Declare) -> None:
    system, problems = declare(
        """
        a = Boundary("A")
        b = Boundary("B", parent=a)
        a.parent = b
        Person("P", boundary=a)
        """
    )
    assert problems == []
    assert system is not None


def test_words_show_in_completion_and_are_read_back() -> None:
    Model.reset()
    store = Store("S", retention=days(3))
    assert {"retention", "at_rest"} <= set(dir(store))
    assert store.retention == days(3)
    assert store.at_rest is None
    with pytest.raises(AttributeError):
        store.retenton  # noqa: B018
    Model.reset()

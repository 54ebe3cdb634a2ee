"""Several models as one, and beside each other."""

from pathlib import Path

import pytest

from tests.cli.conftest import Facetrail

HEAD = """
from facetrail import (
    Flow, Kind, Model, Party, Person, PersonalData, Process, Purpose, Role, Sensor, Store, Subjects,
)
people = Subjects("people", population=1_000_000)
ministry = Party("Ministry", role=Role.AUTHORITY)
"""

CARRIER = (
    '"""A carrier registers numbers with a portrait."""'
    + HEAD
    + """
model = Model("Carrier")
carrier = Party("Carrier", role=Role.CONTROLLER)
counter = Sensor("Counter", party=carrier)
portrait = PersonalData("Portrait", kind=Kind.FACE_IMAGE, origin=counter)
number = PersonalData("Number", kind=Kind.PHONE_NUMBER, origin=counter)
portrait.collected_for = number.collected_for = Purpose.REAL_NAME_REGISTER
Flow(Person("Subscriber"), counter)
Flow(counter, Store("Registrations", party=ministry), "hands over", data=[portrait, number])
"""
)

FORUM = (
    '"""A forum knows who wrote what."""'
    + HEAD
    + """
model = Model("Forum")
forum = Party("Forum", role=Role.CONTROLLER)
sign_up = Process("Sign-up", party=forum)
number = PersonalData("Number", kind=Kind.PHONE_NUMBER, origin=sign_up)
posts = PersonalData("Posts", kind=Kind.BEHAVIOUR, origin=sign_up)
number.collected_for = posts.collected_for = Purpose.SERVICE_DELIVERY
Flow(Person("Writer"), sign_up)
Flow(sign_up, Store("Requests", party=ministry), "hands over", data=[number, posts])
"""
)


@pytest.fixture
def two(project: Path) -> Path:
    (project / "models" / "carrier.py").write_text(CARRIER)
    (project / "models" / "forum.py").write_text(FORUM)
    return project


def test_nothing_is_the_same_unless_somebody_says_so(two: Path, facetrail: Facetrail) -> None:
    ran = facetrail("compose", "carrier", "forum")

    assert ran.code == 0
    assert "no threat that no part alone has" in ran.out
    assert '--same "Ministry"' in ran.out  # proposed, not assumed


def test_only_the_whole_joins_posts_with_a_portrait(two: Path, facetrail: Facetrail) -> None:
    ran = facetrail("compose", "carrier", "forum", "--same", "Ministry", "--same", "people")

    assert ran.code == 0
    assert "threats that no part alone has" in ran.out
    assert "flows-join-into-record" in ran.out
    said = " ".join(ran.out.split())
    assert "· in Carrier 1 → 2, and in Forum 3 → 4" in said
    assert "Every step is in Forum; what makes it hold there is in another system." in said
    assert "Ministry   " in ran.out


def test_the_whole_is_written_where_one_asks_for_it(two: Path, facetrail: Facetrail) -> None:
    words = ("--same", "Ministry", "--same", "people", "--name", "Both", "-o", "out")
    ran = facetrail("compose", "carrier", "forum", *words)

    assert ran.code == 0
    page = (two / "out" / "both" / "report.md").read_text()
    assert "## What only the whole can do" in page
    assert "Composed of Carrier and Forum" in page


def test_a_composition_is_a_model_like_any_other(two: Path, facetrail: Facetrail) -> None:
    (two / "models" / "both.py").write_text(
        "from facetrail import Composition\n"
        'Composition("Both", parts=["carrier.py", "forum.py"], same=["Ministry", ["people"]])\n'
    )
    ran = facetrail("threats", "both")

    assert ran.code == 0
    assert "flows-join-into-record" in ran.out


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('Composition("X", parts=["nowhere.py"])', "there is no such file"),
        ('Composition("X", parts=["both.py"])', "“both.py” is composed of itself"),
        ('Composition("X", parts=["carrier.py"])', "there is nothing to compose"),
        (
            'Composition("X", parts=["carrier.py", "forum.py"], same=["Police"])',
            "no system has “Police”",
        ),
        (
            'Composition("X", parts=["carrier.py", "forum.py"])\nModel("Y")',
            "stands beside Composition “X”",
        ),
    ],
)
def test_a_wrong_composition_is_refused_in_one_line(
    two: Path, facetrail: Facetrail, text: str, message: str
) -> None:
    (two / "models" / "both.py").write_text(f"from facetrail import *\n{text}\n")
    ran = facetrail("threats", "both")

    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert len(ran.err.splitlines()) == 1


def test_variants_stand_side_by_side(two: Path, facetrail: Facetrail) -> None:
    clear = (two / "models" / "shop.py").read_text()
    (two / "models" / "sealed.py").write_text(
        clear.replace('Model("Shop")', 'Model("Sealed shop")')
        .replace("at_rest=()", 'at_rest=Encrypted(Key("key", holders=[]))')
        .replace(
            "from facetrail import (",
            "from facetrail import Encrypted, Key\nfrom facetrail import (",
        )
    )
    ran = facetrail("compare", "shop", "sealed", "-o", "beside")

    assert ran.code == 0
    assert "A: Shop" in ran.out
    assert "B: Sealed shop" in ran.out
    assert "It removes" in ran.out
    page = (two / "beside.html").read_text()
    assert page.count("data:image/svg+xml;base64,") == 2
    assert "<script" not in page


def test_one_model_is_nothing_to_compare(two: Path, facetrail: Facetrail) -> None:
    ran = facetrail("compare", "shop")

    assert (ran.code, ran.out) == (2, "")
    assert "name two models or more to compare" in ran.err

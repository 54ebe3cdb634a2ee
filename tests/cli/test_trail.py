"""`facetrail trail`: where one datum goes."""

from pathlib import Path

import pytest

from tests.cli.conftest import SHOP, Facetrail


def test_every_place_with_its_path(project: Path, facetrail: Facetrail) -> None:
    ran = facetrail("trail", "shop", "Scan")

    assert (ran.code, ran.err) == (0, "")
    assert "2. Archive · Shopkeeper\n   path 1 → 2: Customer → Camera → Archive\n" in ran.out
    assert "Scan: gives face image; kept: nobody has said how long; reported" in ran.out


@pytest.mark.parametrize("word", ["scan", "SCAN", "sc", "s"])
def test_case_and_the_end_of_a_name_do_not_matter(
    project: Path, facetrail: Facetrail, word: str
) -> None:
    assert facetrail("trail", "shop", word).out == facetrail("trail", "shop", "Scan").out


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("scam", "there is no such datum: did you mean “Scan”?"),
        ("xyz", "there is no such datum: there is “Scan”, “Screen image”, “scan copy”"),
        ("sc", "is short for “Scan”, “Screen image”, “scan copy”: write it in full"),
    ],
)
def test_a_name_that_means_no_datum(
    project: Path, facetrail: Facetrail, word: str, message: str
) -> None:
    more = "scan.crop('scan copy', at=archive)\nscan.crop('Screen image', at=archive)\n"
    (project / "models/shop.py").write_text(SHOP + more)

    ran = facetrail("trail", "shop", word)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"facetrail: “{word}”: {message}\n"


def test_a_name_does_nothing_to_a_terminal(project: Path, facetrail: Facetrail) -> None:
    hostile = "[bold]A\x1b[2J\u202e\nB"
    (project / "models/shop.py").write_text(SHOP.replace('"Scan"', repr(hostile)))

    ran = facetrail("trail", "shop", "[bold]")

    assert ran.code == 0
    assert "[bold]A[2J B: gives face image" in ran.out
    assert not set("\x1b\u202e") & set(ran.out)

"""A variant imports what it differs from; two models in one file are still refused."""

from pathlib import Path

import pytest

from facetrail.errors import CannotRun
from facetrail.sources import read

SMALL = """
from facetrail import *

model = Model("Shop")
people = Subjects("people", population=5)
shop = Boundary("Shop", party=Party("Shopkeeper", role=Role.CONTROLLER))
camera = Sensor("Camera", boundary=shop)
"""


def test_the_model_of_the_file_itself_is_meant(tmp_path: Path) -> None:
    (tmp_path / "shop.py").write_text(SMALL)
    variant = tmp_path / "variant.py"
    variant.write_text(
        "from shop import shop\nfrom facetrail import Model, Store\n"
        'Model("Shop with an archive")\nStore("Archive", boundary=shop)\n'
    )
    system = read(variant).system
    assert system.name == "Shop with an archive"
    assert [item.name for item in system.elements] == ["Camera", "Archive"]


def test_two_models_in_one_file_are_refused_with_both_places(tmp_path: Path) -> None:
    path = tmp_path / "two.py"
    path.write_text(SMALL + 'Model("Second")\n')
    with pytest.raises(CannotRun) as caught:
        read(path)
    first, second = map(str, caught.value.problems)
    assert ":4: Model “Shop” is not the only model of the file: " in first
    assert ":8: Model “Second” is not the only model of the file: " in second

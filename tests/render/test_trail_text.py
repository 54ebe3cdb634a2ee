"""Where one datum goes, as text: order, what is made from it, and what nobody gets."""

import re
from dataclasses import replace

import pytest

from facetrail.model.words import Evidence
from facetrail.render.trail_text import WIDTH, made_from, trail_text
from tests.render.sample import sample_report

REPORT = sample_report()


@pytest.mark.parametrize("name", sorted(REPORT.graph.data))
def test_every_exposure_of_the_datum_and_of_what_is_made_from_it(name: str) -> None:
    text = " ".join(trail_text(REPORT, name).split())
    data = (name, *made_from(REPORT.graph, name))
    found = [item for item in REPORT.exposures if item.data in data]

    assert text.count(" gives ") + text.count("cannot be read here") == len(found)
    for item in found:
        assert f"{item.at} · {item.party}" in text
        assert all(words in text for words in (*item.protections, *item.recoverable))
        assert f"; {item.evidence}" in text


def test_every_place_says_whom_it_exposes_or_would() -> None:
    text = " ".join(trail_text(REPORT, "Live scan").split())
    found = [item for item in REPORT.exposures if item.data == "Live scan"]
    feared = [item for item in found if item.evidence is Evidence.HYPOTHETICAL]

    assert feared
    assert text.count(" would expose 100,000,000 New customers; Companions") == len(feared)
    assert text.count(" exposes 100,000,000 New customers; Companions") >= len(found) - len(feared)


@pytest.mark.parametrize("name", sorted(REPORT.graph.data))
def test_it_fits_eighty_columns(name: str) -> None:
    assert max(map(len, trail_text(REPORT, name).splitlines())) <= WIDTH


def test_places_are_in_the_order_of_their_paths() -> None:
    text = trail_text(REPORT, "Live scan")
    numbers = re.findall(r"^   path ([0-9 →]+):", text, re.MULTILINE)
    paths = [[int(number) for number in path.split(" → ")] for path in numbers]

    assert len(paths) > 2
    assert paths == sorted(paths)


def test_a_datum_that_stays_with_the_people() -> None:
    text = trail_text(replace(REPORT, exposures=()), "Live scan")

    assert " ".join(text.split()).endswith(
        "It gets to no place outside the control of the people it is about. Left out: places that "
        "the people control themselves, places that no party runs, and data that say nothing about "
        "a person."
    )

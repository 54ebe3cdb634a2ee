"""At which number of people the faces that a party stores have to be filed, and how they count."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from facetrail.analysis.basing import FILING_PEOPLE
from facetrail.assemble import assemble
from facetrail.model.graph import Graph
from facetrail.model.words import Event, Party, Retention, Role, Subjects
from facetrail.rules.catalogue import RULES
from facetrail.rules.examples import (
    ARCHIVE,
    GALLERY,
    OPERATOR,
    PARTNER_STORE,
    PEOPLE,
    TEMPLATE,
    central,
    flow,
)

FILING = next(rule for rule in RULES if rule.id == "filing-threshold-crossed")
UNFILED = replace(OPERATOR, jurisdiction="CN", filed=False)
HALF = replace(PEOPLE, population=FILING_PEOPLE // 2)
GUESTS = Subjects(name="guests", population=FILING_PEOPLE // 2)
STAFF = Party(name="guests", role=Role.SUBJECT)
GUEST = replace(TEMPLATE, name="Guest", subjects="guests")
OTHER_USE = (GUESTS, STAFF, GUEST, ARCHIVE, flow("Matcher", "Archive", "Guest"))
TWICE = (ARCHIVE, flow("Matcher", "Archive", "Template"))
PROCESSOR = Party(name="Partner", role=Role.PROCESSOR, jurisdiction="CN", filed=False)

CASES = [
    ("one below the limit", (replace(PEOPLE, population=FILING_PEOPLE - 1),), False),
    ("at the limit", (replace(PEOPLE, population=FILING_PEOPLE),), True),
    ("two uses that reach it together", (HALF, *OTHER_USE), True),
    ("two uses, one person short", (HALF, *OTHER_USE, replace(GUESTS, population=49_999)), False),
    ("one population in two stores counts once", (HALF, *TWICE), False),
    (
        "what goes with the decision is not stored",
        (HALF, *OTHER_USE, replace(ARCHIVE, retention=Retention(until=Event.DECISION))),
        False,
    ),
    (
        "what an entrusted processor stores is left out",
        (
            HALF,
            *OTHER_USE[:3],
            PROCESSOR,
            PARTNER_STORE,
            flow("Matcher", "Partner store", "Guest"),
        ),
        False,
    ),
    ("another jurisdiction", (replace(UNFILED, jurisdiction="SG"),), False),
    ("the person's own store", (replace(GALLERY, party="people"),), False),
]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [pytest.param(changes, expected, id=reason) for reason, changes, expected in CASES],
)
def test_the_number_of_people_decides(changes: tuple[Party, ...], expected: bool) -> None:
    assert bool(assemble(central(UNFILED, *changes), [FILING]).threats) is expected


DAYS: list[tuple[Callable[[], Graph], bool]] = [
    (lambda: central(UNFILED, date="2025-05-31"), False),
    (lambda: central(UNFILED, date="2025-06-01"), True),
]


@pytest.mark.parametrize(("graph", "expected"), DAYS)
def test_the_day_that_the_model_stands_for_decides(
    graph: Callable[[], Graph], expected: bool
) -> None:
    assert bool(assemble(graph(), [FILING]).threats) is expected


def test_the_day_is_asked_once_and_first() -> None:
    graph = central(replace(UNFILED, filed=None))
    undated = Graph(replace(graph.system, date=None))
    assert [item.id for item in assemble(undated, [FILING]).questions] == ["date@Example"]

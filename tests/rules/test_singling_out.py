"""Which of the data of a set are named as those that single a person out."""

from facetrail.analysis.facts import Facts
from facetrail.engine import outcomes
from facetrail.rules.examples import central, flow
from facetrail.rules.linking.quasi_identifiers_complete import (
    BORN,
    SEX,
    STREET,
    WALKS,
    quasi_identifiers_complete,
)


def named(*flows: str) -> set[str]:
    """What is named where a study gets a history of places and, with it, other data."""
    graph = central(*WALKS, BORN, STREET, SEX, flow("Desk", "Study", "Spot", *flows))
    found = outcomes(quasi_identifiers_complete, Facts(graph))
    return {name for subject, _ in found for name in subject.data}


def test_a_history_singles_out_alone() -> None:
    assert named() == {"Path"}


def test_beside_it_what_only_adds_to_it_is_not_named() -> None:
    assert named("Sex") == {"Path"}
    assert named("Born", "Street") == {"Path"}

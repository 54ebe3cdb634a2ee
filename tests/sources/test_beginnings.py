"""Where data begin that were given no origin."""

from hypothesis import given
from hypothesis import strategies as st

from facetrail.sources.beginnings import beginnings

STEPS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=14)


def test_the_first_sender_begins() -> None:
    assert beginnings([(1, 2), (2, 3), (3, 1), (0, 1)]) == {0: {0, 1, 2, 3}}


def test_several_that_receive_it_from_nobody() -> None:
    assert beginnings([(1, 2), (3, 2)]) == {1: {1, 2}, 3: {3, 2}}


def test_in_a_ring_a_person_begins_else_the_first() -> None:
    assert list(beginnings([(1, 2), (2, 1)])) == [1]
    assert list(beginnings([(1, 2), (2, 1)], preferred={2})) == [2]


def test_a_ring_behind_a_ring_does_not_begin() -> None:
    assert list(beginnings([(3, 4), (4, 3), (1, 2), (2, 1), (2, 3)])) == [1]


@given(STEPS)
def test_every_sender_is_reached_and_none_begins_in_vain(
    steps: list[tuple[int, int]],
) -> None:
    begins = beginnings(steps)
    assert {source for source, _ in steps} <= frozenset().union(*begins.values())
    for start in begins:
        assert not any(start in reached for other, reached in begins.items() if other != start)

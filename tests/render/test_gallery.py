"""The page that shows every model: which of its threats it names."""

from facetrail.render.gallery import FEARED, WORST, Card, Worst, gallery
from facetrail.report import Severity


def threats(*rules: str, is_hypothetical: bool = False) -> tuple[Worst, ...]:
    return tuple(
        Worst(
            rule=rule,
            severity="high",
            score=8,
            message=f"{rule} at {place}",
            is_hypothetical=is_hypothetical,
        )
        for place, rule in enumerate(rules)
    )


def named(*worst: Worst) -> list[str]:
    """What the page says of each threat that it names."""
    card = Card(
        folder="one",
        files=frozenset(),
        name="One",
        description="",
        threats=dict.fromkeys(Severity, 0),
        hypothetical=0,
        questions=0,
        worst=worst,
    )
    return [line[2:] for line in gallery([card]).splitlines() if line.startswith("- ")]


def test_each_rule_is_named_once_with_the_number_of_other_places() -> None:
    assert named(*threats("a", "b", "a", "a")) == [
        "**high 8**: a at 0 (2 more places)",
        "**high 8**: b at 1",
    ]


def test_what_is_feared_is_named_beside_what_is_established() -> None:
    known, feared = threats(*"abcdefg"), threats(*"abc", is_hypothetical=True)

    found = named(*known, *feared)

    assert len(found) == WORST
    assert [line.startswith("**would be") for line in found] == [False] * 3 + [True] * FEARED


def test_what_is_feared_takes_the_room_that_is_left() -> None:
    found = named(*threats("a"), *threats(*"abcdef", is_hypothetical=True))

    assert [line.startswith("**would be") for line in found] == [False] + [True] * 4


def test_what_is_established_takes_all_the_room_where_nothing_is_feared() -> None:
    assert len(named(*threats(*"abcdefg"))) == WORST

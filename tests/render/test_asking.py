"""One question about several places is one line."""

from facetrail.render.asking import asked
from facetrail.report import PlaceKind, Question, Spot


def question(text: str, place: str, settles: int, *rules: str, attribute: str = "a") -> Question:
    spot = Spot(PlaceKind.ELEMENT, place)
    return Question(
        id=f"{attribute}@{place}",
        about=spot,
        attribute=attribute,
        text=text,
        rules=rules,
        settles=settles,
    )


def test_one_wording_at_several_places_is_one_question_and_the_worth_adds_up() -> None:
    first, second, third = asked(
        [
            question("Does A try?", "A", 2, "one", "two"),
            question("Does B try?", "B", 3, "two"),
            question("What is A for?", "A", 4, attribute="b"),
            question("Does C try, or not?", "C", 1),
        ]
    )

    assert (first.text, first.settles, first.rules) == (
        "Does each of these try?",
        5,
        ("one", "two"),
    )
    assert [place.name for place in first.places] == ["B", "A"]
    assert (second.text, second.attribute) == ("What is A for?", "b")
    assert (third.text, third.settles) == ("Does C try, or not?", 1)


def test_one_wording_of_several_attributes_stays_apart() -> None:
    items = [question("Does A try?", "A", 1), question("Does A try?", "A", 1, attribute="b")]
    assert len(asked(items)) == 2

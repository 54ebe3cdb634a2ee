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


def test_a_name_that_is_part_of_a_word_of_the_question_is_found_where_it_stands() -> None:
    (one,) = asked([question("What is (a for?", "(a", 1), question("What is b for?", "b", 1)])
    (two,) = asked([question("What is a for?", "a", 1), question("What is \\1 for?", "\\1", 1)])
    assert one.text == two.text == "What is each of these for?"


def test_a_name_in_quotes_leaves_none_around_several() -> None:
    (one,) = asked([question("Who sees “a”?", "a", 1), question("Who sees “b”?", "b", 1)])
    assert one.text == "Who sees each of these?"


def test_one_wording_of_several_attributes_stays_apart() -> None:
    items = [question("Does A try?", "A", 1), question("Does A try?", "A", 1, attribute="b")]
    assert len(asked(items)) == 2

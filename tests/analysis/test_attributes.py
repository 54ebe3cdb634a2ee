"""The attributes that are asked for: each is a word of the model and has answers that differ."""

from dataclasses import fields

import pytest

from facetrail.analysis.attributes import ATTRIBUTES, Attribute

ROWS = [
    pytest.param(word, name, attribute, id=f"{word.__name__}.{name}")
    for word, attributes in ATTRIBUTES.items()
    for name, attribute in attributes.items()
]


@pytest.mark.parametrize(("word", "name", "attribute"), ROWS)
def test_an_attribute_is_open_unless_it_is_given(
    word: type, name: str, attribute: Attribute
) -> None:
    field = next(item for item in fields(word) if item.name == name)
    assert field.default is None
    assert "{name}" in attribute.question
    assert attribute.question.endswith("?")


@pytest.mark.parametrize(("word", "name", "attribute"), ROWS)
def test_answers_differ(word: type, name: str, attribute: Attribute) -> None:
    values = [*attribute.answers.values()]
    assert len(values) > 1
    assert None not in values
    assert len(set(values)) == len(values)

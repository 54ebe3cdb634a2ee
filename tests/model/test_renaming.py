"""Every name that stands in a word is known to stand there."""

from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

import pytest

from facetrail.model import words
from facetrail.model.renaming import Sort, fields_naming_others, renamed, sorts_of
from facetrail.model.words import (
    Boundary,
    Flow,
    Layer,
    LayerKind,
    Party,
    Retention,
    Role,
    Store,
    System,
)

WORDS = [item for item in vars(words).values() if isinstance(item, type) and is_dataclass(item)]

NO_NAMES = {
    "description", "known_from", "file", "date", "jurisdiction", "compellable_from", "access_from",
    "countries", "mode", "channel", "scheme", "restriction", "keep_duty", "confined_by",
    "transfer_ground", "meant_public", "local_impossible", "legal_duty", "indivisible",
    "single_check_ground", "error_standard",
}  # fmt: skip
"""Fields with text that names nothing in the model: codes, sources, and reasons in the author's
words."""


def has_text(hint: Any) -> bool:
    return hint is str or any(map(has_text, get_args(hint)))


def text_fields(word: type) -> set[str]:
    hints = get_type_hints(word, vars(words))
    return {item.name for item in fields(word) if has_text(hints[item.name])}


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.__name__)
def test_a_field_with_text_names_something_or_is_known_to_name_nothing(word: type) -> None:
    if word in (words.System, words.Composition, words.Place, words.Note):
        return  # these name nothing but themselves and files
    named = set(sorts_of(word))
    assert named <= {item.name for item in fields(word)}
    assert text_fields(word) <= named | NO_NAMES


def test_names_change_by_sort_wherever_they_stand() -> None:
    system = System(
        name="X",
        parties=(Party(name="X", role=Role.CONTROLLER, controls=frozenset({"Y"})),),
        boundaries=(Boundary(name="X", party="X"),),
        elements=(
            Store(
                name="X",
                boundary="X",
                at_rest=(Layer(LayerKind.ENCRYPTED, "X"),),
                retention_of=(("X", Retention(days=1)),),
            ),
        ),
        flows=(Flow(name="X", source="X", destination="Y", data=("X",)),),
    )
    names = {Sort.WHO: {"X": "who"}, Sort.WHERE: {"X": "where"}, Sort.AT: {"X": "at"}}
    names |= {Sort.WHAT: {"X": "what"}, Sort.FLOW: {"X": "flow"}}
    found = renamed(system, names)

    assert found == System(
        name="X",
        parties=(Party(name="who", role=Role.CONTROLLER, controls=frozenset({"Y"})),),
        boundaries=(Boundary(name="where", party="who"),),
        elements=(
            Store(
                name="at",
                boundary="where",
                at_rest=(Layer(LayerKind.ENCRYPTED, "what"),),
                retention_of=(("what", Retention(days=1)),),
            ),
        ),
        flows=(Flow(name="flow", source="at", destination="Y", data=("what",)),),
    )


def test_a_word_names_others_in_fields_of_its_own_and_in_words_that_it_holds() -> None:
    assert fields_naming_others(Store) == {"party", "boundary", "at_rest", "retention_of"}
    assert fields_naming_others(Party) == {"controls", "observers"}
    assert fields_naming_others(Retention) == set()

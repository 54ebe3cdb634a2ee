"""`facetrail rules`: the catalogue, and the page of one rule."""

import pytest

from facetrail.render.rule_pages import themes
from facetrail.rules.catalogue import RULES
from facetrail.rules.form import Rule
from tests.cli.conftest import Facetrail


def words(text: str) -> str:
    """A text without its line breaks."""
    return " ".join(text.split())


def test_the_catalogue_has_every_rule_under_its_theme(facetrail: Facetrail) -> None:
    ran = facetrail("rules")

    assert (ran.code, ran.err) == (0, "")
    assert max(map(len, ran.out.splitlines())) <= 80
    places = [ran.out.index(f"{theme.name}: ") for theme in themes()]
    assert places == sorted(places)
    for rule in RULES:
        assert f"{rule.id} · {rule.linddun[0]}" in words(ran.out)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.id))
def test_a_rule_says_all_there_is_about_it(facetrail: Facetrail, rule: Rule) -> None:
    ran = facetrail("rules", rule.id)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(rule.title[:40])
    assert max(map(len, ran.out.splitlines())) <= 80
    for heading, text in rule.sections:
        assert f"{heading} {text}" in words(ran.out)
    for item in (*rule.references, *rule.linddun, *rule.folds_under):
        assert item in words(ran.out)
    for mitigation in rule.mitigations:
        assert mitigation.name in words(ran.out)


@pytest.mark.parametrize("word", ["PROBE-OUTLIVES-DECISION", "probe-out"])
def test_case_and_the_end_of_an_id_do_not_matter(facetrail: Facetrail, word: str) -> None:
    assert facetrail("rules", word).out == facetrail("rules", "probe-outlives-decision").out


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("probe-outlive-decison", "did you mean “probe-outlives-decision”?"),
        ("biometric-", "is short for “biometric-access-unlogged”, “biometric-beside-identity”, “"),
        ("xyz", "there is “"),
    ],
)
def test_an_id_that_means_no_rule(facetrail: Facetrail, word: str, message: str) -> None:
    ran = facetrail("rules", word)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"facetrail: “{word}”: ")
    assert message in ran.err
    assert ran.err.count("\n") == 1

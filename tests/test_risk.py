"""The table of the score: every grade, the limits, and the page that shows it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Aim, Arrival, Subject, Use, Work
from facetrail.assemble import assemble
from facetrail.engine import outcomes
from facetrail.model.graph import Graph
from facetrail.model.kinds import Kind
from facetrail.model.words import Datum, Evidence, Party, Power, Purpose, Role
from facetrail.render.wording import signed
from facetrail.report import Points, Severity
from facetrail.risk import BANDS, HARM, PEOPLE_STEPS, UNDO, score, severity, total
from facetrail.rules.catalogue import RULES
from facetrail.rules.examples import (
    ENTRY,
    FULL_NAME,
    MATCHER,
    OPERATOR,
    PARTNER_STORE,
    PEOPLE,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo
from facetrail.sources import read
from tests.rules.mutants import examples
from tests.test_manual import files, part

RULE = next(rule for rule in RULES if rule.id == "template-reveals-face")
"""A rule whose harm is 3 and which no fix undoes."""

WEATHER = Datum(name="Weather", kind=Kind.OTHER, subjects="people", origin="Desk")
ILLNESS = replace(FULL_NAME, name="Illness", kind=Kind.HEALTH_FACT)
LAB = replace(MATCHER, name="Lab", purposes=frozenset({Purpose.MODEL_TRAINING}))


@dataclass(frozen=True)
class Standing:
    """A subject in a small system: the only one of its sort about a datum at a place."""

    graph: Graph
    place: str = "Gallery"
    datum: str = "Template"
    over: type[Subject] = Arrival

    def why(self) -> Mapping[str, Points]:
        """The points of the rule above, by factor."""
        facts = Facts(self.graph)
        (subject,) = (
            item
            for item in facts.subjects_of(self.over)
            if item.place == self.place and self.datum in item.data
        )
        points, _ = score(RULE, subject, facts, "")
        return {item.factor: item for item in points}


def resting(datum: Datum) -> Standing:
    return Standing(central(datum, flow("Desk", "Gallery", datum.name)), datum=datum.name)


def gained_by(role: Role) -> Standing:
    partner = Party(name="Partner", role=role)
    graph = central(PARTNER_STORE, partner, flow("Matcher", "Partner store", "Scan"))
    return Standing(graph, "Partner store", "Scan")


def among(people: int) -> Standing:
    return Standing(central(replace(PEOPLE, population=people)))


def under(power: Power) -> Standing:
    return Standing(central(replace(OPERATOR, power=power), replace(ENTRY, power=Power.NONE)))


USED = Standing(central(LAB, flow("Matcher", "Lab", "Scan")), "Lab", "Scan", Use)
COMPARED = Standing(central(), "Matcher", "Scan", Work)
DEMANDED = Standing(central(), "Entry", "Scan", Aim)
OWN = Standing(own_device(), "Phone", "Scan")

GRADES = (
    ("data", 0, "no personal data are concerned", resting(WEATHER)),
    ("data", 1, "the data identify or link a person", resting(FULL_NAME)),
    ("data", 2, "the data are of a sensitive kind", resting(ILLNESS)),
    ("data", 2, "the data show what a person can never change", Standing(central())),
    ("reach", 0, "the party that took the data keeps them", Standing(central())),
    ("reach", 0, "the party that took the data keeps them", COMPARED),
    ("reach", 0, "nobody new gains the data", DEMANDED),
    ("reach", 1, "another party gains them", gained_by(Role.VENDOR)),
    ("reach", 1, "a purpose beyond the one the data were taken for gains them", USED),
    ("reach", 2, "an authority gains them", gained_by(Role.AUTHORITY)),
    ("reach", 2, "the public gains them", gained_by(Role.PUBLIC)),
    ("people", 0, "fewer than 10,000 people exposed together", among(9_999)),
    ("people", 0, "fewer than 10,000 people exposed together", OWN),
    ("people", 1, "10,000 people or more exposed together", among(10_000)),
    ("people", 1, "10,000 people or more exposed together", among(999_999)),
    ("people", 2, "1,000,000 people or more exposed together", among(1_000_000)),
    ("power", 0, "the person can walk away", under(Power.NONE)),
    (
        "power",
        1,
        "the service is essential, or asked by an employer, school or sole provider",
        under(Power.ESSENTIAL),
    ),
    ("power", 2, "the other side can compel", under(Power.COERCIVE)),
)
"""Every grade of the factors that depend on the place, with a place for it."""


def general(point: Points) -> tuple[str, int, str]:
    """A grade without the names and numbers of the system."""
    because = point.because.partition("; milder")[0]
    if point.factor == "reach":
        because = re.sub(r"^.+ gains them: (.+)$", r"\1 gains them", because)
    if point.factor == "people":
        people = int(because.split()[0].replace(",", ""))
        reached = [step for step in PEOPLE_STEPS if people >= step]
        most = f"{reached[-1]:,} people or more" if reached else "fewer than 10,000 people"
        because = f"{most} exposed together"
    return point.factor, point.points, because


def test_a_number_that_is_not_reported_is_said_to_be_about_so_many() -> None:
    guessed = replace(PEOPLE, population=1_000_000, evidence=Evidence.INFERRED)
    because = Standing(central(guessed)).why()["people"].because
    assert because == "about 1,000,000 people exposed together"


@pytest.mark.parametrize(("factor", "points", "because", "standing"), GRADES)
def test_every_grade_has_its_points(
    factor: str, points: int, because: str, standing: Standing
) -> None:
    assert general(standing.why()[factor]) == (factor, points, because)


def test_harm_and_undo_are_those_of_the_rule() -> None:
    why = Standing(central()).why()
    assert why["harm"] == Points("harm", RULE.harm, HARM[RULE.harm])
    assert why["undo"] == Points("undo", 0, UNDO[Undo.CANNOT])
    assert [int(grade) for grade in UNDO] == [-2, -1, 0]


def test_what_can_be_changed_is_undone_for_the_future() -> None:
    assert resting(FULL_NAME).why()["undo"] == Points("undo", -1, UNDO[Undo.FUTURE])


def test_a_milder_threat_has_a_point_less_of_harm_but_never_less_than_none() -> None:
    facts = Facts(central())
    for harm, points in ((3, 2), (0, 0)):
        (first, *_), _ = score(replace(RULE, harm=harm), facts.copies[0], facts, "of a law")
        assert first.points == points
        assert first.because == f"{HARM[harm]}; milder, as of a law"


def test_a_sum_below_nothing_is_nothing() -> None:
    assert total((Points("harm", 0, ""), Points("undo", -2, ""))) == 0


@pytest.mark.parametrize(
    ("points", "band"),
    [
        (9, "critical"),
        (8, "high"),
        (7, "high"),
        (6, "medium"),
        (4, "medium"),
        (3, "low"),
        (0, "low"),
    ],
)
def test_bands(points: int, band: str) -> None:
    assert severity(points) is Severity(band)


# The page


WORKED = re.compile(
    r"^`([a-z-]+)` at \*([^*]+)\*:$(.+?)^(\d+) points?: \*\*(\w+)\*\*",
    flags=re.MULTILINE | re.DOTALL,
)
"""A worked example: its rule, its place, the points, their sum and the band."""


@pytest.fixture(scope="module")
def page(checkout: Path) -> str:
    return (checkout / "docs" / "scoring.md").read_text(encoding="utf-8")


def table(text: str) -> list[list[str]]:
    """The rows of the first table in a text, without its head."""
    rows = [row.strip("| ").split(" | ") for row in re.findall(r"^\|.*$", text, flags=re.MULTILINE)]
    return rows[2:]


def test_the_page_has_the_table(page: str) -> None:
    wanted = [
        *(("harm", points, meaning) for points, meaning in enumerate(HARM)),
        *dict.fromkeys((factor, points, because) for factor, points, because, _ in GRADES),
        *(("undo", int(grade), meaning) for grade, meaning in UNDO.items()),
    ]
    shown = [
        (factor, int(points.replace("−", "-")), because)
        for factor, points, because in table(part(page, "## The table"))
    ]
    assert shown == wanted


def test_the_page_has_the_bands(page: str) -> None:
    assert table(part(page, "## The bands")) == [
        ["9 and more", "critical"],
        ["7 or 8", "high"],
        ["4 to 6", "medium"],
        ["below 4", "low"],
    ]
    assert [floor for floor, _ in BANDS] == [9, 7, 4, 0]


def test_no_example_of_a_rule_has_a_reason_that_the_page_lacks() -> None:
    known = {(factor, points, because) for factor, points, because, _ in GRADES}
    for rule in RULES:
        for example in examples(rule):
            facts = Facts(example.graph())
            for subject, _ in outcomes(rule, facts):
                points, asks = score(rule, subject, facts, "")
                told = {general(item) for item in points[1:-1]} if not asks else set()
                assert told <= known, (rule.id, example.name)


@pytest.fixture(scope="module")
def models(page: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scoring")
    for name, text in files(page).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def test_the_worked_examples_are_those_of_the_reports(page: str, models: Path) -> None:
    text = part(page, "## Three worked examples")
    shown = WORKED.findall(text)
    assert len(shown) == len(files(page)) == 3
    for file, (rule, place, rows, points, band) in zip(files(page), shown, strict=True):
        found = assemble(Graph(read(models / file, seconds=30).system)).threats
        (threat,) = (item for item in found if (item.rule, item.at.name) == (rule, place))
        reasons = [[signed(item.points), item.factor, item.because] for item in threat.why]
        assert table(rows) == reasons
        assert (int(points), band) == (threat.score, threat.severity)

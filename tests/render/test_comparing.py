"""Variants beside each other: what one costs and brings against another, fears apart."""

from dataclasses import replace

from facetrail.model.words import Element, Evidence
from facetrail.render.comparing import compared
from facetrail.report import Report
from tests.render.sample import sample_report

FIRST = sample_report()


def sentences(first: Report, other: Report) -> str:
    return "\n".join(compared([first, other]).differences[0].sentences)


def without(report: Report, title: str) -> Report:
    return replace(report, threats=tuple(item for item in report.threats if item.title != title))


def feared(report: Report, title: str) -> Report:
    """The report with one kind of threat that is only feared."""
    return replace(
        report,
        threats=tuple(
            replace(item, evidence=Evidence.HYPOTHETICAL) if item.title == title else item
            for item in report.threats
        ),
    )


def test_a_threat_that_one_does_not_have_is_removed_one_way_and_brought_the_other() -> None:
    worst = FIRST.shown[0]
    milder = without(FIRST, worst.title)

    assert worst.title in sentences(FIRST, milder)
    assert sentences(FIRST, milder).startswith("It removes 1 kind of threat with")
    assert sentences(milder, FIRST).startswith("It brings 1 kind of threat with")


def test_a_threat_that_is_only_feared_is_not_said_to_be_brought() -> None:
    worst = FIRST.shown[0]
    said = sentences(without(FIRST, worst.title), feared(FIRST, worst.title))

    assert "It brings" not in said
    assert said.startswith("If what is feared of it existed, it would bring 1 kind of threat with")


def test_a_fear_that_comes_true_is_brought_and_a_threat_that_is_only_feared_yet_is_removed() -> (
    None
):
    worst = FIRST.shown[0]
    fear = feared(FIRST, worst.title)

    assert sentences(fear, FIRST).startswith("It brings 1 kind of threat with")
    assert sentences(FIRST, fear).startswith("It removes 1 kind of threat with")
    assert "If what is feared of it existed, it would bring 1 kind" in sentences(FIRST, fear)


def test_a_milder_threat_is_lowered() -> None:
    worst = FIRST.shown[0]
    milder = replace(
        FIRST,
        threats=tuple(
            replace(item, score=1) if item.title == worst.title else item for item in FIRST.threats
        ),
    )

    assert f"It lowers {worst.title} ({worst.score} to 1)." in sentences(FIRST, milder)
    assert f"It raises {worst.title} (1 to {worst.score})." in sentences(milder, FIRST)


def test_an_element_that_is_only_feared_is_not_said_to_be_added() -> None:
    system = FIRST.graph.system
    name = next(item.name for item in system.elements if item.evidence is not Evidence.HYPOTHETICAL)

    def fear(item: Element) -> Element:
        return replace(item, evidence=Evidence.HYPOTHETICAL) if item.name == name else item

    graph = type(FIRST.graph)(replace(system, elements=tuple(map(fear, system.elements))))
    said = sentences(FIRST, replace(FIRST, graph=graph))

    assert f"It does without {name}." in said
    assert f"What is feared adds {name}." in said

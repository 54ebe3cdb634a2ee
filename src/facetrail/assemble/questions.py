"""What is open and decides something, as questions, those that settle most first."""

from collections import defaultdict
from collections.abc import Iterable

from facetrail.analysis.condition import Ask
from facetrail.assemble.threats import Scored
from facetrail.engine import Evaluation
from facetrail.report import Question, Spot
from facetrail.risk import score, total
from facetrail.rules.form import Rule


def questions(evaluation: Evaluation, scored: Iterable[Scored]) -> tuple[Question, ...]:
    """One question for an attribute of a place, those that could settle the most first."""
    rules: dict[tuple[Spot, str], set[str]] = defaultdict(set)
    weights: dict[tuple[Spot, str], dict[tuple[str, Spot], int]] = defaultdict(dict)
    texts: dict[tuple[Spot, str], str] = {}

    def add(asks: Iterable[Ask], rule: Rule, spot: Spot, weight: int) -> None:
        for ask in asks:
            key = (ask.spot, ask.attribute)
            texts[key] = min(ask.text, texts.get(key, ask.text))
            rules[key].add(rule.id)
            known = weights[key].get((rule.id, spot), 0)
            weights[key][rule.id, spot] = max(known, weight)

    for item in evaluation.undecided:
        points, _ = score(item.rule, item.subject, item.facts, "")
        add(item.asks, item.rule, item.subject.spot, total(points))
    for known in scored:
        finding = known.finding
        add(known.asks, finding.rule, finding.subject.spot, UNKNOWN_FACTOR)
    found = [
        Question(
            id=f"{attribute}@{spot.name}",
            about=spot,
            attribute=attribute,
            text=texts[spot, attribute],
            rules=tuple(sorted(rules[spot, attribute])),
            settles=sum(weights[spot, attribute].values()),
        )
        for spot, attribute in texts
    ]
    return tuple(sorted(found, key=lambda item: (-item.settles, item.id)))


UNKNOWN_FACTOR = 2
"""The most points that an unknown factor of the score can add."""

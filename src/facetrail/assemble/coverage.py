"""How far the rules of each LINDDUN leaf could be decided."""

from collections.abc import Iterable, Mapping

from facetrail import linddun
from facetrail.analysis.subjects import (
    Aim,
    Arrival,
    Capture,
    Carried,
    Copy,
    Custody,
    Demand,
    Group,
    Holding,
    Keeper,
    Meeting,
    Pair,
    Task,
    Use,
    Work,
)
from facetrail.engine import Evaluation
from facetrail.report import Coverage, Question, Threat
from facetrail.rules.form import Rule


def coverage(
    evaluation: Evaluation, threats: Iterable[Threat], questions: Iterable[Question]
) -> tuple[Coverage, ...]:
    """Every leaf with how far its rules could be decided, and what they found or what is open."""
    shown = [threat for threat in threats if not threat.folded_under]
    return tuple(
        _covered(
            leaf,
            [rule for rule in evaluation.rules if leaf in rule.linddun],
            evaluation,
            sum(leaf in threat.linddun for threat in shown),
            questions,
        )
        for leaf in linddun.LEAVES
    )


def _covered(
    leaf: str,
    rules: Iterable[Rule],
    evaluation: Evaluation,
    found: int,
    questions: Iterable[Question],
) -> Coverage:
    """How far the rules of a leaf could be decided, with how many threats were found."""
    names = tuple(rule.id for rule in rules)
    widest = evaluation.levels[-1][1]
    undecided = {item.rule.id for item in evaluation.undecided}
    asked = [item.id for item in questions if undecided & {*names} & {*item.rules}]
    missing = sorted({_MISSING[rule.over] for rule in rules if not widest.subjects_of(rule.over)})
    if not names:
        because = f"no rule can tell from a model; ask people: {linddun.PEOPLE[leaf]}"
        return Coverage(leaf, "not-checkable", (), because)
    if not any(widest.subjects_of(rule.over) for rule in rules):
        return Coverage(
            leaf, "not-applicable", names, f"the model has no {' and no '.join(missing)}"
        )
    if asked:
        more = f" and {len(asked) - ASKED_SHOWN} more" if len(asked) > ASKED_SHOWN else ""
        because = f"open: {', '.join(asked[:ASKED_SHOWN])}{more}"
        return Coverage(leaf, "undecided", names, because)
    count = "no threat" if not found else f"{found} threat{'s' if found > 1 else ''}"
    return Coverage(leaf, "checked", names, count)


ASKED_SHOWN = 3
"""Questions that coverage names for a leaf: those that would settle most."""

_MISSING: Mapping[type, str] = {
    Aim: "goal of a person",
    Arrival: "datum at an element",
    Capture: "sensor that takes personal data",
    Carried: "flow of data",
    Copy: "store that data rest in",
    Custody: "party that answers for personal data",
    Demand: "goal of a person",
    Group: "population whose data others get",
    Holding: "store that personal data rest in",
    Keeper: "party that gets personal data",
    Meeting: "two data about one person at one party",
    Pair: "biometric copy beside a name",
    Task: "process that personal data reach",
    Use: "personal data in use",
    Work: "process that biometric data reach",
}
"""What is not there where a rule over such subjects has nothing to look at."""

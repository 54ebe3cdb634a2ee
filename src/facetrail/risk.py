"""The score of a threat: one table, six factors, every point with its reason.

Points (floor 0): harm of the rule 0 to 4, data 0 to 2, reach 0 to 2, people 0 to 2, power 0 to 2,
undo -2 to 0. Bands: 9 critical, 7 high, 4 medium, else low. The table is a proposal that nobody
has calibrated against incidents; reports say so.
"""

from collections.abc import Callable, Mapping

from facetrail.analysis.condition import Ask, Open
from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import (
    Aim,
    Arrival,
    Capture,
    Custody,
    Demand,
    Group,
    Keeper,
    Meeting,
    Subject,
    Use,
)
from facetrail.model.words import Party, Power, Role
from facetrail.report import PlaceKind, Points, Severity
from facetrail.rules.form import Rule, Undo

BANDS = ((9, Severity.CRITICAL), (7, Severity.HIGH), (4, Severity.MEDIUM), (0, Severity.LOW))

PEOPLE_STEPS = (10_000, 1_000_000)
"""From here on the people exposed together give one point, and one more."""

_POWER = {
    Power.NONE: (0, "the person can walk away"),
    Power.ESSENTIAL: (
        1,
        "the service is essential, or asked by an employer, school or sole provider",
    ),
    Power.COERCIVE: (2, "the other side can compel"),
}
HARM = (
    "a proof or paper is lacking",
    "the person cannot know or act",
    "more data, longer, wider or easier to link than needed",
    "the person can be identified, tracked, shut out or wronged, or one event exposes them",
    "the person is acted upon or coerced, or open to anyone",
)
"""What each point of harm means."""

UNDO = {
    Undo.ENDS: "a fix ends it for everybody",
    Undo.FUTURE: "a fix spares later people only",
    Undo.CANNOT: "what got out cannot be taken back or changed",
}
"""What each grade of undo means."""


def severity(score: int) -> Severity:
    """The band of a score."""
    return next(band for floor, band in BANDS if score >= floor)


def total(points: tuple[Points, ...]) -> int:
    """The score: the sum of its points, at least 0."""
    return max(0, sum(item.points for item in points))


def score(
    rule: Rule, subject: Subject, facts: Facts, milder: str
) -> tuple[tuple[Points, ...], frozenset[Ask]]:
    """The points of a rule at a subject, in the order of the table, and the asks that keep a
    factor unknown; an unknown factor gives no points yet."""
    asks: set[Ask] = set()

    def known(factor: str, judge: Callable[[Subject, Facts], tuple[int, str]]) -> Points:
        try:
            points, because = judge(subject, facts)
        except Open as question:
            asks.add(question.ask)
            return Points(factor, 0, "not known yet: see the questions")
        return Points(factor, points, because)

    harm = Points("harm", rule.harm, HARM[rule.harm])
    if milder:
        harm = Points("harm", max(0, rule.harm - 1), f"{HARM[rule.harm]}; milder, as {milder}")
    factors = (
        harm,
        known("data", _data),
        known("reach", lambda subject, facts: _reach(rule, subject, facts)),
        known("people", _people),
        known("power", _power),
        _undo(rule, subject, facts),
    )
    return factors, frozenset(asks)


def _data(subject: Subject, facts: Facts) -> tuple[int, str]:
    contents = [facts.contents[name] for name in subject.seen]
    if any(content.irrevocable for content in contents):
        return 2, "the data show what a person can never change"
    if any(content.is_special for content in contents):
        return 2, "the data are of a sensitive kind"
    if any(content.personal for content in contents):
        return 1, "the data identify or link a person"
    return 0, "no personal data are concerned"


def _reach(rule: Rule, subject: Subject, facts: Facts) -> tuple[int, str]:
    if rule.gained_by is not None:
        gaining = rule.gained_by(subject, facts)
        return max(_gain(party, subject, facts) for party in gaining)
    if isinstance(subject, Use):
        return 1, "a purpose beyond the one the data were taken for gains them"
    if isinstance(subject, Aim | Demand | Capture | Group):
        return 0, "nobody new gains the data"
    return _gain(_party(subject, facts), subject, facts)


def _gain(party: Party | None, subject: Subject, facts: Facts) -> tuple[int, str]:
    if party is None or any(party.name in facts.collectors(name) for name in subject.data):
        return 0, "the party that took the data keeps them"
    if party.role in (Role.AUTHORITY, Role.PUBLIC):
        return 2, f"{party.name} gains them: {_ROLES[party.role]}"
    return 1, f"{party.name} gains them: another party"


_ROLES: Mapping[Role, str] = {Role.AUTHORITY: "an authority", Role.PUBLIC: "the public"}


def _people(subject: Subject, facts: Facts) -> tuple[int, str]:
    is_own = isinstance(subject, Arrival) and subject.is_subjects_own
    exposed = facts.people(subject.seen, is_own=is_own)
    points = sum(exposed >= step for step in PEOPLE_STEPS)
    about = "" if is_own or not facts.is_estimate(subject.seen) else "about "
    return points, f"{about}{exposed:,} {'person' if exposed == 1 else 'people'} exposed together"


def _power(subject: Subject, facts: Facts) -> tuple[int, str]:
    party = _party(subject, facts)
    parties = {name for datum in subject.data for name in facts.collectors(datum)}
    return _POWER[facts.power(parties if party is None else {party.name, *parties})]


def _party(subject: Subject, facts: Facts) -> Party | None:
    if isinstance(subject, Meeting | Keeper | Custody):
        return subject.party
    return facts.graph.party_of(subject.place) if subject.kind is PlaceKind.ELEMENT else None


def _undo(rule: Rule, subject: Subject, facts: Facts) -> Points:
    undo = rule.undo
    revocable = not any(facts.contents[name].irrevocable for name in subject.seen)
    if undo is Undo.CANNOT and revocable:
        undo = Undo.FUTURE
    return Points("undo", int(undo), UNDO[undo])

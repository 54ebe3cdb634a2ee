"""What parties can join together, and what only the whole of several systems can do, in words."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from facetrail.model.words import Evidence
from facetrail.render.wording import listed, number, plural
from facetrail.report import Report, Threat

Pairs = Iterable[tuple[str, str]]

LEADING = 3
"""Coalitions named in a sentence before the rest is counted."""

SHOWN = 6
"""Names on one side of a join before the rest is counted."""


@dataclass(frozen=True, slots=True)
class Joined:
    """One line of a table: who can join what with what; `when` is empty for what is established."""

    who: str
    joins: tuple[str, ...]
    reads: str = ""
    when: str = ""


def to_a_body(report: Report) -> str:
    """The fewest parties that can go from an account, a number or an address to what shows the
    person, and by what."""
    found = report.to_a_body
    if not found:
        return who_leads_to_a_body(report)
    by = [f"{listed(item.parties)} by {joins(item.links)[0]}" for item in found[:LEADING]]
    if len(found) == 1:
        by = [f"by {joins(found[0].links)[0]}"]
    return f"{who_leads_to_a_body(report).rstrip('.')}: {'; '.join(by)}."


def who_leads_to_a_body(report: Report) -> str:
    """The fewest parties that can go from an account, a number or an address to what shows the
    person, in a sentence."""
    found = report.to_a_body
    if not found:
        return (
            "No few parties that exchange anything can go from an account, number or address of a"
            " person to what shows them."
        )
    size = len(found[0].parties)
    within = " and " if len(found) == 1 else " with "
    names = [within.join(item.parties) for item in found[:LEADING]]
    more = [f"{number(len(found) - LEADING)} more"] if len(found) > LEADING else []
    each = " each" if len(found) > 1 else ""
    how = "alone" if size == 1 else "but only together"
    return (
        f"{listed(names + more)} can{each} go from an account, number or address of a person to"
        f" what shows them, {how}."
    )


def coalitions(report: Report) -> tuple[Joined, ...]:
    """Any two parties that can join more together than apart."""
    return tuple(
        Joined(who=listed(item.parties), joins=joins(item.links)) for item in report.coalitions
    )


def gains(report: Report) -> tuple[Joined, ...]:
    """What each party has of the whole and of none of its parts."""
    return tuple(
        Joined(
            who=item.party,
            joins=joins(item.links),
            reads=_some(item.reads),
            when="if what is feared existed" if item.is_feared else "",
        )
        for item in (report.whole.gains if report.whole else ())
    )


def only_the_whole(report: Report) -> tuple[Threat, ...]:
    """The threats that no part of the whole has, worst first, those that are folded left out."""
    mine = {*(report.whole.threats if report.whole else ())}
    return tuple(item for item in (*report.shown, *report.feared) if item.id in mine)


def crossing(report: Report, threat: Threat) -> str:
    """The systems that the path of a threat goes through, and its hypothetical steps."""
    graph, part_of = report.graph, report.whole.part_of if report.whole else {}
    names = dict.fromkeys(name for flow in threat.path for name in part_of.get(flow, ()))
    feared = [
        f"{graph.number(flow)}"
        for flow in threat.path
        if graph.flows[flow].evidence is Evidence.HYPOTHETICAL
    ]
    through = f"through {' → '.join(names)}" if names else ""
    steps = f"hypothetical: {'step' if len(feared) == 1 else 'steps'} {', '.join(feared)}"
    return "; ".join(filter(None, (through, steps if feared else "")))


def joins(links: Pairs) -> tuple[str, ...]:
    """Pairs in few lines: "a and b with c", where a and b are joined with the same others."""
    others: dict[str, set[str]] = defaultdict(set)
    for one, other in links:
        others[one].add(other)
        others[other].add(one)
    found: list[str] = []
    while left := {name: theirs for name, theirs in others.items() if theirs}:
        first = max(sorted(left), key=lambda name: len(left[name]))
        theirs = frozenset(left[first])
        mine = sorted(name for name in left if theirs <= left[name] and name not in theirs)
        found.append(f"{_some(mine)} with {_some(sorted(theirs))}")
        for one in mine:
            for other in theirs:
                others[one].discard(other)
                others[other].discard(one)
    return tuple(found)


def _some(names: Iterable[str]) -> str:
    every = list(names)
    if len(every) <= SHOWN:
        return listed(every)
    more = plural(len(every) - SHOWN, "more datum").replace("datums", "data")
    return f"{', '.join(every[:SHOWN])} and {more}"

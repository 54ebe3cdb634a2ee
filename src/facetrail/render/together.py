"""What parties can join together, and what only the whole of several systems can do, in words."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from facetrail.model.graph import Graph
from facetrail.render.wording import (
    conditional,
    flow_words,
    listed,
    number,
    path_numbers,
    plural,
)
from facetrail.report import Crossing, Report

Pairs = Iterable[tuple[str, str]]

LEADING = 3
"""Coalitions named in a sentence before the rest is counted."""

SHOWN = 6
"""Names on one side of a join before the rest is counted."""


@dataclass(frozen=True, slots=True)
class Joined:
    """One line of a table: who can join what with what; `when` is empty for what hangs on nothing
    hypothetical."""

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
    """The parties that can join more together than fewer of them."""
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


def joined_anew(report: Report) -> tuple[Joined, ...]:
    """What two parties can join only together, and in no part of the whole."""
    found = report.whole.coalitions if report.whole else ()
    return tuple(Joined(who=listed(item.parties), joins=joins(item.links)) for item in found)


def only_the_whole(report: Report) -> tuple[Crossing, ...]:
    """The threats that no part of the whole has, each with no more in it than is new, worst first;
    those that are folded are left out."""
    mine = {item.id for item in (*report.shown, *report.feared)}
    found = report.whole.crossings if report.whole else ()
    return tuple(item for item in found if item.threat.id in mine)


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of a path in one system; `lead` says how it follows on the one before it."""

    system: str
    flows: tuple[str, ...]
    feared: tuple[str, ...]
    lead: str


def steps(report: Report, crossing: Crossing) -> tuple[Step, ...]:
    """A path through several systems, stretch by stretch, with the hypothetical flows in each."""
    flows = report.graph.flows
    found: list[Step] = []
    for leg in crossing.legs:
        feared = tuple(name for name in leg.flows if name in crossing.threat.hangs_on)
        end = flows[found[-1].flows[-1]].destination if found else None
        lead = "in" if end is None else "then in" if end == flows[leg.flows[0]].source else "and in"
        found.append(Step(leg.system, leg.flows, feared, lead))
    return tuple(found)


def ways(report: Report, crossing: Crossing) -> str:
    """The same in a line: "in Shop 3 → 4, then in Forum 9 (hypothetical: flow 9)"."""
    graph, words = report.graph, list[str]()
    for step in steps(report, crossing):
        numbers = path_numbers(graph, step.flows)
        said = (step.lead, step.system, numbers, if_feared(graph, step))
        words.append(" ".join(filter(None, said)))
    return ", ".join(words)


def if_feared(graph: Graph, step: Step) -> str:
    """The hypothetical flows of a stretch in brackets, if there are any."""
    numbers = [f"{graph.number(name)}" for name in step.feared]
    flows = "flow" if len(numbers) == 1 else "flows"
    return f"(hypothetical: {flows} {listed(numbers)})" if numbers else ""


def said(report: Report, crossing: Crossing) -> str:
    """What is new, under the condition that everything existed that it hangs on."""
    return conditional(report.graph, crossing.threat, crossing.threat.message)


def beside(report: Report, crossing: Crossing) -> str:
    """The hypothetical flows that are needed beside the path, in a sentence; empty for none."""
    graph, path = report.graph, frozenset(crossing.threat.path)
    flows = (graph.flows[name] for name in crossing.threat.hangs_on if name not in path)
    needed = listed(f"flow {graph.number(flow.name)}, {flow_words(flow)}" for flow in flows)
    return f"Needs, beside this path, what is hypothetical as well: {needed}." if needed else ""


def why_new(crossing: Crossing) -> str:
    """Why no part has a threat whose path does not show it; empty where the path does."""
    if len(crossing.systems) > 1:
        return ""
    if not crossing.systems:
        return "What makes it hold is in several systems."
    return f"Every step is in {crossing.systems[0]}; what makes it hold there is in another system."


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

"""What several systems together can do and none of them alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from facetrail.analysis.facts import Facts
from facetrail.assemble.sights import established
from facetrail.engine import Evaluation
from facetrail.model.words import Evidence, System
from facetrail.report import Gain, Report, Threat, Whole

Known = Mapping[str, tuple[frozenset[str], frozenset[tuple[str, str]]]]
"""By party the data that it reads, and the pairs of them that it can join to one person."""


def whole(evaluation: Evaluation, threats: Iterable[Threat], parts: Sequence[Report]) -> Whole:
    """What a graph that is composed of these parts has beyond them."""
    systems = evaluation.graph.system.parts
    return Whole(
        parts=tuple(system.name for system in systems),
        part_of=_part_of(systems),
        threats=tuple(item.id for item in threats if not _is_in_a_part(item, parts)),
        gains=tuple(_gains(evaluation, parts)),
    )


def _part_of(systems: Sequence[System]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for system in systems:
        for flow in system.flows:
            found[flow.name].append(system.name)
    return {name: tuple(names) for name, names in found.items()}


def _is_in_a_part(threat: Threat, parts: Iterable[Report]) -> bool:
    """Whether a part has the same threat at the same place, about as much."""
    return any(
        (item.rule, item.at, item.is_hypothetical)
        == (threat.rule, threat.at, threat.is_hypothetical)
        and {*threat.data} <= {*item.data}
        for part in parts
        for item in part.threats
    )


def _gains(evaluation: Evaluation, parts: Sequence[Report]) -> Iterator[Gain]:
    """Party by party what is established, then what would be so if hypothetical steps were."""
    widest = evaluation.levels[-1]
    seen = [_known(Facts(part.graph)) for part in parts]
    sure = _known(established(evaluation))
    yield from _beyond(sure, seen, is_feared=False)
    if widest[0] is Evidence.HYPOTHETICAL:
        yield from _beyond(_known(widest[1]), [*seen, sure], is_feared=True)


def _beyond(now: Known, before: Sequence[Known], *, is_feared: bool) -> Iterator[Gain]:
    nothing: tuple[frozenset[str], frozenset[tuple[str, str]]] = (frozenset(), frozenset())
    for party, (reads, links) in now.items():
        mine = [item.get(party, nothing) for item in before]
        new_reads = reads.difference(*(item for item, _ in mine))
        new_links = links.difference(*(item for _, item in mine))
        if new_reads or new_links:
            yield Gain(
                party=party,
                reads=tuple(sorted(new_reads)),
                links=tuple(sorted(new_links)),
                is_feared=is_feared,
            )


def _known(facts: Facts) -> Known:
    return {
        party: (frozenset((*holds, *passes)), frozenset(facts.links(party)))
        for party, (holds, passes) in facts.knowledge().items()
    }

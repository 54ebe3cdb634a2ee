"""What several systems together can do and none of them alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from facetrail.analysis.coalitions import Coalitions
from facetrail.analysis.facts import Facts
from facetrail.assemble.crossing import crossings
from facetrail.assemble.sights import established
from facetrail.assemble.threats import Scored
from facetrail.engine import Evaluation
from facetrail.model.words import Evidence
from facetrail.report import Coalition, Gain, Threat, Whole

Known = Mapping[str, tuple[frozenset[str], frozenset[tuple[str, str]]]]
"""By party the data that it reads, and the pairs of them that it can join to one person."""


def whole(
    evaluation: Evaluation,
    findings: Iterable[Scored],
    threats: Iterable[Threat],
    coalitions: Coalitions,
    parts: Sequence[Evaluation],
) -> Whole:
    """What a graph that is composed of these parts has beyond them."""
    return Whole(
        parts=tuple(part.graph.system.name for part in parts),
        crossings=crossings(evaluation, findings, threats, parts),
        gains=tuple(_gains(evaluation, parts)),
        coalitions=tuple(_joined_anew(coalitions, parts)),
    )


def _gains(evaluation: Evaluation, parts: Sequence[Evaluation]) -> Iterator[Gain]:
    """Party by party what is established, then what would be so if hypothetical steps were."""
    widest = evaluation.levels[-1]
    seen = [_known(part.levels[-1][1]) for part in parts]
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


def _joined_anew(coalitions: Coalitions, parts: Sequence[Evaluation]) -> Iterator[Coalition]:
    """What parties can join together and no fewer of them, and in no part."""
    before = {
        (item.parties, link)
        for part in parts
        for item in Coalitions(established(part)).found
        for link in item.links
    }
    for item in coalitions.found:
        links = tuple(link for link in item.links if (item.parties, link) not in before)
        if links:
            yield Coalition(parties=item.parties, links=links)

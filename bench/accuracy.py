"""How what is reported of the reference models compares with what a reviewer expects.

`python -m bench.accuracy FILE` writes the page docs/accuracy.md; `make docs` does.
"""

import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.one_hop import one_hop
from facetrail.assemble import assemble
from facetrail.model.graph import Graph
from facetrail.rules.catalogue import RULES
from facetrail.sources import read

HERE = Path(__file__).parent
MODELS = HERE.parent / "models" / "reference"
IDS = frozenset(rule.id for rule in RULES)

HEAD = """# How accurate it is

The models in [`models/reference/`](../models/reference/) draw published systems.
[`bench/accuracy.toml`](../bench/accuracy.toml) says which rules must be reported of each, which
must not, and which may. Most of that was written down from the descriptions of the systems before
any report was read; one entry was added and the systems were drawn with the rules in mind. This
page compares; `make docs` writes it.

- *Reported* counts a rule that holds anywhere in the model, also where it is folded under another.
- *Asked* is a rule that must be reported and waits for an answer that the sources do not give. It
  is no report, and so a miss; the question says what to find out.
- *Not there yet*, in the lists below, is a rule that this version lacks. It counts neither way.
- Precision is the share of the judged reports that must be there; recall the share of the expected
  rules that are. What is neither expected nor forbidden is listed and not judged.

The expectations are the project's own and open to argument. They say what a rule should see in a
drawing, not how harmful a system is, and nothing about systems that are not here.
"""

LINEAGE = """## What lineage brings

The same rules on the same models with lineage cut down to one hop: a datum begins anew at every
element that hands it on, and nothing is looked through but what an element makes itself. That is
as much as a tool can see that looks at one element and its flows at a time. It is not little,
for names, kinds and purposes that an author writes on every flow carry much of what a rule needs.
"""


@dataclass(frozen=True)
class Expected:
    """What a reviewer expects of a model; `why` explains a rule that is expected and missed."""

    name: str
    flag: frozenset[str]
    may: frozenset[str]
    forbidden: frozenset[str]
    why: Mapping[str, str]


@dataclass(frozen=True)
class Result:
    """What came out for a model."""

    expected: Expected
    title: str
    reported: frozenset[str]
    asked: frozenset[str]

    @property
    def wanted(self) -> frozenset[str]:
        """The expected rules that exist."""
        return self.expected.flag & IDS

    @property
    def hits(self) -> frozenset[str]:
        """The expected rules that are reported."""
        return self.wanted & self.reported

    @property
    def false(self) -> frozenset[str]:
        """The forbidden rules that are reported."""
        return self.expected.forbidden & self.reported

    @property
    def others(self) -> frozenset[str]:
        """What is reported and nobody judged."""
        known = self.expected.flag | self.expected.may | self.expected.forbidden
        return self.reported - known


def expectations() -> tuple[Expected, ...]:
    """All that is expected, model by model."""
    body = tomllib.loads((HERE / "accuracy.toml").read_text(encoding="utf-8"))
    return tuple(
        Expected(
            name=item["name"],
            flag=frozenset(item["flag"]),
            may=frozenset(item["may"]),
            forbidden=frozenset(item["not"]),
            why=item.get("why", {}),
        )
        for item in body["model"]
    )


def graph_of(expected: Expected) -> Graph:
    """The model that something is expected of."""
    return Graph(read(MODELS / f"{expected.name}.py").system)


def judged(expected: Expected, graph: Graph) -> Result:
    """What the rules say of a graph."""
    report = assemble(graph)
    return Result(
        expected,
        graph.system.name,
        frozenset(threat.rule for threat in report.threats),
        frozenset(rule for question in report.questions for rule in question.rules),
    )


def page() -> str:
    """The page, whole."""
    graphs = [(expected, graph_of(expected)) for expected in expectations()]
    whole = [judged(expected, graph) for expected, graph in graphs]
    cut = [judged(expected, one_hop(graph)) for expected, graph in graphs]
    lines = [HEAD, "## All together", "", *_table(whole), "", LINEAGE, *_table(cut), ""]
    lines += [line for result in whole for line in _system(result)]
    return "\n".join(lines).rstrip() + "\n"


def _table(results: list[Result]) -> Iterator[str]:
    yield "| Model | Expected | Reported of these | Forbidden and reported | Precision | Recall |"
    yield "| :-- | --: | --: | --: | --: | --: |"
    for result in results:
        yield _row(result.title, [result])
    yield _row("**All**", results)


def _row(title: str, results: list[Result]) -> str:
    wanted, hits, false = (
        sum(len(getattr(result, name)) for result in results)
        for name in ("wanted", "hits", "false")
    )
    shares = (_share(hits, hits + false), _share(hits, wanted))
    return f"| {title} | {wanted} | {hits} | {false} | {' | '.join(shares)} |"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "–"


def _system(result: Result) -> Iterator[str]:
    expected = result.expected
    yield f"## {result.title}"
    yield ""
    yield f"[`models/reference/{expected.name}.py`](../models/reference/{expected.name}.py)"
    yield ""
    for label, rules in (
        ("Expected and reported", result.hits),
        ("Forbidden and reported", result.false),
        ("Reported and not judged", result.others),
        ("Expected of rules that are not there yet", expected.flag - IDS),
    ):
        if rules:
            yield f"- {label}: {_listed(rules)}"
    missed = result.wanted - result.reported
    if not missed:
        yield ""
        return
    yield from ("", "| Expected and not reported | | Why |", "| :-- | :-- | :-- |")
    for rule in sorted(missed):
        state = "asked" if rule in result.asked else "missed"
        yield f"| {rule} | {state} | {expected.why.get(rule, '')} |"
    yield ""


def _listed(rules: Iterable[str]) -> str:
    return ", ".join(sorted(rules))


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")

"""How long facetrail and pytm take to judge one generated model, each in its own way.

Run with the share of attributes left open; prints two medians of seconds, facetrail's first. A
process of its own for each share, because pytm keeps its elements in one place for all models.
"""

import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

from bench.landscape import landscape
from facetrail.engine import Evaluation
from facetrail.rules.catalogue import RULES

ROUNDS = 5


def main(open_share: float) -> None:
    """Print the medians of a few rounds. facetrail has its rounds first: what pytm leaves scattered
    in memory would slow whatever comes after it in the same process."""
    model, graph = landscape(open_share)
    ours = [_seconds(lambda: Evaluation(graph, RULES)) for _ in range(ROUNDS)]
    theirs = []
    for _ in range(ROUNDS):
        theirs.append(_seconds(model.resolve))
        for item in (model, *model._elements):
            item.findings = []
    sys.stdout.write(f"{median(ours)} {median(theirs)}\n")


def _seconds(judge: Callable[[], object]) -> float:
    """How long it takes to find something; letting go of it is no part of that."""
    start = perf_counter()
    found = judge()
    seconds = perf_counter() - start
    del found
    return seconds


if __name__ == "__main__":
    main(float(sys.argv[1]))

"""How long facetrail and pytm take to judge one generated model, each in its own way.

Run with the share of attributes left open; prints two medians of seconds, facetrail's first. A
process of its own for each share, because pytm keeps its elements in one place for all models.
"""

import sys
from statistics import median
from time import perf_counter

from bench.landscape import landscape
from facetrail.engine import Evaluation
from facetrail.rules.catalogue import RULES

ROUNDS = 5


def main(open_share: float) -> None:
    """Print the medians of a few rounds, in which the two take turns."""
    model, graph = landscape(open_share)
    ours, theirs = [], []
    for _ in range(ROUNDS):
        start = perf_counter()
        evaluation = Evaluation(graph, RULES)
        ours.append(perf_counter() - start)
        del evaluation  # letting go of what was found is no part of finding it
        start = perf_counter()
        model.resolve()
        theirs.append(perf_counter() - start)
        for item in (model, *model._elements):
            item.findings = []
    sys.stdout.write(f"{median(ours)} {median(theirs)}\n")


if __name__ == "__main__":
    main(float(sys.argv[1]))

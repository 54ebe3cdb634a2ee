"""Measures of one run on this machine, as ratios; what they depend on cancels out.

The two sides of a ratio take turns, but for the large model (see `judging.py`), and the median of
each counts.
"""

import shutil
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

from rich.console import Console
from rich.table import Table

from facetrail.application.find import find
from facetrail.assemble import assemble
from facetrail.model.graph import Graph
from facetrail.model.words import Sensor
from facetrail.render.layout import embedded_engine
from facetrail.render.map import exposure_map
from facetrail.report import Report
from facetrail.sources import read

MODELS = ("sim_registration/kept", "sim_registration/on_device")
ROUNDS = 11

Work = Callable[[], object]


def main() -> None:
    """Print a table of all measures."""
    table = Table("Ours", "", "against", "", "Ratio", "Aim", box=None, pad_edge=False)
    rows = (_start(), *_pictures(), *_sizes(), _judging(0, aim=0.1), _judging(0.02, aim=1))
    for row in rows:
        table.add_row(*row)
    Console().print(table)


def _start() -> tuple[str, ...]:
    command = str(Path(sys.executable).with_name("facetrail"))
    return _compared(
        ("facetrail --help", lambda: _run(command, "--help")),
        ("import click", lambda: _run(sys.executable, "-c", "import click")),
        aim=2,
    )


def _pictures() -> Iterator[tuple[str, ...]]:
    graphs = [Graph(read(model.path).system) for model in find(MODELS)]
    reports = [assemble(graph) for graph in graphs]
    sources: list[str] = []

    def noting(source: str) -> bytes:
        sources.append(source)
        return embedded_engine()(source)

    for report in reports:
        exposure_map(report, engine=noting)
    dot = shutil.which("dot")
    if dot is None:
        yield ("pictures", "", "no system dot to compare with", "", "", "")
        return

    def theirs() -> None:
        for source in sources:
            _run(dot, "-Tsvg", text=source)

    against = (f"dot -Tsvg, {len(sources)} sources", theirs)
    yield _compared(
        (f"{len(graphs)} pictures from graph", lambda: [_drawn(assemble(item)) for item in graphs]),
        against,
        aim=1,
    )
    yield _compared(
        (f"{len(graphs)} pictures from report", lambda: [_drawn(item) for item in reports]),
        against,
        aim=1,
    )


def _sizes() -> Iterator[tuple[str, ...]]:
    """A network of as many cameras as planned before a nation, and the same of one camera before
    one inhabitant: numbers are only numbers."""
    (model,) = find(["camera_network/planned"])
    planned = read(model.path).system
    one = replace(
        planned,
        elements=tuple(
            replace(item, count=1) if isinstance(item, Sensor) else item
            for item in planned.elements
        ),
        subjects=tuple(replace(item, population=1) for item in planned.subjects),
    )
    many = sum(item.count or 0 for item in planned.elements if isinstance(item, Sensor))
    people = sum(item.population or 0 for item in planned.subjects)
    sides = [Graph(planned), Graph(one)]
    yield _compared(
        (f"{many:,} cameras, {people:,} people", lambda: assemble(sides[0])),
        ("two cameras, one inhabitant", lambda: assemble(sides[1])),
        aim=1.1,
    )
    took, other_took = map(_peak, sides)
    memory = f"{took / 1e6:.1f} MB", f"{other_took / 1e6:.1f} MB"
    ratio = f"{took / other_took:.2f}×"
    yield "its memory", memory[0], "of the other", memory[1], ratio, "≤ 1.1×"


def _peak(graph: Graph) -> int:
    tracemalloc.start()
    assemble(graph)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def _judging(open_share: float, aim: float) -> tuple[str, ...]:
    command = (sys.executable, "-m", "bench.judging", str(open_share))
    printed = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    took, other_took = map(float, printed.split())
    name = f"rules on 5,000 elements, {open_share:.0%} open"
    return _row(name, took, "pytm's resolve()", other_took, aim)


def _drawn(report: Report) -> bytes:
    return exposure_map(report).encode()


def _run(*command: str, text: str = "") -> None:
    subprocess.run(command, input=text, stdout=subprocess.PIPE, text=True, check=True)


def _compared(ours: tuple[str, Work], theirs: tuple[str, Work], *, aim: float) -> tuple[str, ...]:
    (name, work), (other, other_work) = ours, theirs
    times = [(_seconds(work), _seconds(other_work)) for _ in range(ROUNDS)]
    took, other_took = (median(column) for column in zip(*times, strict=True))
    return _row(name, took, other, other_took, aim)


def _row(name: str, took: float, other: str, other_took: float, aim: float) -> tuple[str, ...]:
    return name, _ms(took), other, _ms(other_took), f"{took / other_took:.2f}×", f"≤ {aim}×"


def _seconds(work: Work) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


if __name__ == "__main__":
    main()

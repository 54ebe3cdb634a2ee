"""From several model files to the report of the system that they make together."""

from collections.abc import Sequence
from dataclasses import dataclass

from facetrail.application.examine import Examined
from facetrail.application.find import Model
from facetrail.assemble import assemble
from facetrail.model.composing import compose, proposals
from facetrail.model.graph import Graph
from facetrail.sources import read


@dataclass(frozen=True, slots=True)
class Composed:
    """What is known about the whole, with pairs of names that may mean one thing and are not
    declared to."""

    examined: Examined
    proposals: tuple[tuple[str, str], ...]


def examine_together(
    models: Sequence[Model], same: Sequence[Sequence[str]], name: str | None, seconds: float
) -> Composed:
    """Read models and work out the report of the whole, which is called by their names unless it
    has one. Raises CannotRun with everything that is wrong with them or with the mapping."""
    readings = [read(model.path, seconds=seconds) for model in models]
    systems = [reading.system for reading in readings]
    called = name or " + ".join(system.name for system in systems)
    report = assemble(Graph(compose(called, systems, same)))
    printed = "".join(reading.printed for reading in readings)
    return Composed(Examined(report, printed), proposals(systems, same))

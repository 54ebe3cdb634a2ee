"""From a model file to its report."""

from dataclasses import dataclass, replace

from facetrail.application.find import Model
from facetrail.assemble import assemble
from facetrail.model.graph import Graph
from facetrail.report import Report
from facetrail.sources import read


@dataclass(frozen=True, slots=True)
class Examined:
    """What is known about a model, and what the model itself printed while it was read."""

    report: Report
    printed: str


def examine(model: Model, seconds: float, *, security: bool = False) -> Examined:
    """Read a model, which runs it for at most so many seconds, and work out its report, on request
    with the security threats that pytm finds.

    Raises CannotRun with everything that is wrong with it.
    """
    reading = read(model.path, seconds=seconds, security=security)
    report = replace(assemble(Graph(reading.system)), security=reading.security)
    return Examined(report, reading.printed)

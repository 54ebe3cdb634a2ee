"""How many threats a reader of a model has before them, beside what pytm reports for the same file.

A threat of facetrail is one that is shown as its own: not folded under another, not hypothetical. A
finding of pytm is one of its threats at one element or flow. Both are divided by the elements that
the model declares, which does not count flows. Fewer is not better by itself: the two look for
different things, privacy here and security there; a low number says that the list can be read.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from facetrail.application.examine import examine
from facetrail.application.find import known

SECONDS = 60
"""The time a model has."""


@dataclass(frozen=True, slots=True)
class Row:
    """One model: its elements, the threats that facetrail shows and the findings of pytm."""

    model: str
    elements: int
    threats: int
    findings: int

    @property
    def threats_per_element(self) -> float:
        """Threats for one element."""
        return self.threats / self.elements

    @property
    def findings_per_element(self) -> float:
        """Findings of pytm for one element."""
        return self.findings / self.elements


def rows() -> Iterator[Row]:
    """The models below models/, by name; a model in which pytm fails is not compared."""
    for model in known():
        report = examine(model, SECONDS, security=True).report
        if report.security is not None:
            findings = sum(len(item.targets) for item in report.security)
            yield Row(model.name, len(report.graph.elements), len(report.shown), findings)


def main() -> None:
    """Print the rows as a table. Run in the folder with models/, as `make noise` does."""
    table = Table(box=None, pad_edge=False)
    table.add_column("Model", no_wrap=True)
    for name in ("Elements", "Threats", "each", "pytm's", "each"):
        table.add_column(name, justify="right")
    for row in rows():
        ours, theirs = f"{row.threats_per_element:.2f}", f"{row.findings_per_element:.2f}"
        counts = (f"{row.elements}", f"{row.threats}", ours, f"{row.findings}", theirs)
        table.add_row(row.model, *counts)
    Console().print(table)


if __name__ == "__main__":
    main()

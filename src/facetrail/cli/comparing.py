"""What `facetrail compare` does."""

from collections.abc import Sequence
from pathlib import Path

from facetrail.application.find import find
from facetrail.application.write import write_together
from facetrail.cli import tables
from facetrail.cli.reading import report_of
from facetrail.cli.terminal import Terminal
from facetrail.errors import CannotRun, Problem, shown
from facetrail.render.arranging import arrange
from facetrail.render.comparing import LETTERS, compared, comparison_html
from facetrail.render.map import picture
from facetrail.render.wording import plural


def compare_models(
    terminal: Terminal, words: Sequence[str], output: str | None, seconds: float
) -> None:
    """Print what tells some models apart, and write a page where one is wanted."""
    models = find(words)
    if not 2 <= len(models) <= len(LETTERS):
        what = f"stands for {plural(len(models), 'model')}"
        raise CannotRun(Problem(shown(" ".join(words)), what, "name two models or more to compare"))
    reports = [report_of(terminal, model, seconds) for model in models]
    tables.print_comparison(compared(reports))
    if output is not None:
        page = Path(output if output.endswith(".html") else f"{output}.html")
        with terminal.working("drawing"):
            maps = [picture(arrange(report)) for report in reports]
        write_together(page.parent, {page.name: comparison_html(reports, maps).encode()})
        terminal.result(f"Wrote {page}")

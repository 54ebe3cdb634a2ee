"""From words on the command line to reports, with what a user sees meanwhile."""

from facetrail.application.examine import examine
from facetrail.application.find import Model, find
from facetrail.cli.terminal import Terminal
from facetrail.errors import CannotRun, Problem
from facetrail.report import Report


def report_of(
    terminal: Terminal,
    model: Model,
    seconds: float,
    *,
    security: bool = False,
    doing: str = "reading",
) -> Report:
    """The report of a model; its prints and the warnings about it go to the terminal."""
    try:
        with terminal.working(f"{doing} {model.name}"):
            examined = examine(model, seconds, security=security)
    except CannotRun as error:
        terminal.printed(model.path.name, error.printed)
        raise
    terminal.printed(model.path.name, examined.printed)
    for note in examined.report.notes:
        if note.level == "warning":
            terminal.note(": ".join(filter(None, (note.where, note.text))))
    return examined.report


def only_report(terminal: Terminal, word: str, seconds: float, *, security: bool = False) -> Report:
    """The report of the one model that a word means. Raises CannotRun where it means several."""
    models = find([word])
    if len(models) > 1:
        names = ", ".join(model.name for model in models)
        raise CannotRun(Problem(word, f"holds {len(models)} models", f"name one of {names}"))
    return report_of(terminal, models[0], seconds, security=security)

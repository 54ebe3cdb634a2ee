"""What `facetrail render` does."""

from collections.abc import Collection, Sequence
from pathlib import Path

from facetrail.application.find import find
from facetrail.application.output import GALLERY, render, render_gallery
from facetrail.cli.reading import report_of
from facetrail.cli.terminal import Terminal
from facetrail.render import wording
from facetrail.report import Report, Severity, Status

FINE, CAUGHT, COULD_NOT_RUN = range(3)


def render_models(
    terminal: Terminal,
    words: Sequence[str],
    folder: str,
    formats: Collection[str],
    seconds: float,
    fail_on: str | None,
    *,
    security: bool,
) -> int:
    """Write every model that the words mean, and the gallery; give the exit code.

    A model that fails does not keep the others from being written.
    """
    models, output = find(words), Path(folder)
    reports = []
    for number, model in enumerate(models, 1):
        try:
            count = f"{number} of {len(models)}:"
            report = report_of(
                terminal, model, seconds, security=security, doing=f"{count} reading"
            )
            with terminal.working(f"{count} drawing {model.name}"):
                render(report, output / model.name, formats)
        except Exception as error:  # also one of ours: the other models can still be written
            terminal.failure(error)
        else:
            reports.append(report)
            page = output / model.name / ("report.html" if "html" in formats else "")
            terminal.result(f"{model.name}: {wording.tally(report)}", str(page))
    if reports:
        _write_gallery(terminal, output)
    if len(reports) < len(models):
        return COULD_NOT_RUN
    return _gate(terminal, reports, fail_on)


def _write_gallery(terminal: Terminal, output: Path) -> None:
    page = render_gallery(output)
    if page is not None:
        terminal.result(f"All of them: {page}")
    elif (output / GALLERY).exists():
        terminal.note(f"{output / GALLERY} was not written by facetrail and stays as it is")


def _gate(terminal: Terminal, reports: Collection[Report], fail_on: str | None) -> int:
    """Whether threats that nobody has dealt with are as severe as that, as an exit code."""
    if fail_on is None:
        return FINE
    limit = Severity(fail_on).rank
    caught = [
        threat
        for report in reports
        for threat in report.shown
        if threat.status in (Status.OPEN, Status.EXPIRED) and threat.severity.rank <= limit
    ]
    if not caught:
        return FINE
    terminal.note(f"{wording.plural(len(caught), 'threat')} {fail_on} or worse")
    return CAUGHT

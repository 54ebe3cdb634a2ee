"""The threats alone, as a table for a spreadsheet or for a page on GitHub."""

import csv
import io
import unicodedata
from collections.abc import Iterable

from facetrail.render import wording
from facetrail.render.markdown import escaped
from facetrail.render.text import clean
from facetrail.report import Report, SecurityThreat, Threat

_COLUMNS = (
    "id", "rule", "title", "message", "severity", "score", "remaining score", "status", "evidence",
    "at", "data", "path", "linddun", "mitigations", "references",
)  # fmt: skip


def threats_csv(report: Report) -> str:
    """The threats for a spreadsheet, which must not take a name for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for threat in (*report.shown, *report.feared):
        writer.writerow(
            _harmless(cell) if isinstance(cell, str) else cell for cell in _cells(report, threat)
        )
    return text.getvalue()


def threats_markdown(report: Report) -> str:
    """The threats as a table for an issue or a pull request; hypothetical ones in their own, and
    pytm's where they were asked for."""
    parts = [f"**{escaped(report.graph.system.name)}**: {escaped(wording.tally(report))}\n"]
    if report.shown:
        parts.append(_table(report, report.shown))
    if report.feared:
        parts.append("Only if something existed that nobody has established:\n")
        parts.append(_table(report, report.feared))
    if report.security is not None:
        parts.append(f"**{escaped(wording.security_tally(report))}**\n")
    if report.security:
        parts.append(f"{escaped(wording.SECURITY)}\n")
        parts.append(_security(report.security))
    return "\n".join(parts)


def _security(threats: Iterable[SecurityThreat]) -> str:
    """pytm's own threats as a Markdown table."""
    rows = ["| Threat | Severity | pytm's id | At |", "| :-- | :-- | :-- | :-- |"]
    for threat in threats:
        cells = (threat.name, threat.severity.lower(), threat.id, ", ".join(threat.targets))
        rows.append(f"| {' | '.join(map(escaped, cells))} |")
    return "\n".join(rows) + "\n"


def _table(report: Report, threats: Iterable[Threat]) -> str:
    rows = ["| Score | Threat | Rule | At | Path |", "| :-- | :-- | :-- | :-- | :-- |"]
    for threat in threats:
        cells = (
            wording.severity(threat),
            threat.message,
            threat.rule,
            wording.spot(report.graph, threat.at),
            wording.path_numbers(report.graph, threat.path),
        )
        rows.append(f"| {' | '.join(map(escaped, cells))} |")
    return "\n".join(rows) + "\n"


def _cells(report: Report, threat: Threat) -> tuple[str | int, ...]:
    return (
        threat.id,
        threat.rule,
        threat.title,
        threat.message,
        threat.severity,
        threat.score,
        threat.remaining_score,
        threat.status,
        threat.evidence,
        wording.spot(report.graph, threat.at),
        "; ".join(threat.data),
        "; ".join(threat.path),
        "; ".join(threat.linddun),
        "; ".join(item.control for item in threat.mitigations),
        "; ".join(threat.references),
    )


def _harmless(cell: str) -> str:
    """Text that a spreadsheet shows as it is: the quote mark says that no formula follows."""
    line = clean(cell)
    start = unicodedata.normalize("NFKC", line[:1])
    return f"'{line}" if start in set("=+-@") else line

"""Reports and rules as tables for a terminal: in colour only on one, and readable at 80 columns."""

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from facetrail.render import rule_pages, sections, together, wording
from facetrail.render.asking import FIRST_SITTING, asked
from facetrail.render.comparing import Comparison
from facetrail.render.text import clean
from facetrail.report import Report, Severity, Threat
from facetrail.rules.form import Rule

LONGEST = 300
"""Characters of one text; only what names are made of can be longer."""

PROPOSED = 12
"""Pairs of names that are listed as perhaps the same, the most alike first."""

_STYLES = {
    Severity.CRITICAL: "bold red",
    Severity.HIGH: "red",
    Severity.MEDIUM: "yellow",
    Severity.LOW: "green",
}


def print_threats(report: Report) -> None:
    """The threats, worst first; apart from them those that rest on a hypothetical step, and pytm's
    where they were asked for."""
    console = Console()
    console.print(_heading(f"{report.graph.system.name}: {wording.tally(report)}"))
    if report.shown:
        console.print(_threats(report, report.shown))
    if report.feared:
        console.print(_heading("Only if something existed that nobody has established:"))
        console.print(_threats(report, report.feared))
    if report.security is not None:
        console.print(_heading(wording.security_tally(report)))
    if report.security:
        console.print(_text(wording.SECURITY, "dim"))
        table = _table("Severity", "Threat")
        for item in report.security:
            below = f"{item.id} · {', '.join(item.targets)}"
            table.add_row(_text(item.severity.lower()), _lines(item.name, below))
        console.print(table)


def print_questions(report: Report) -> None:
    """The open questions, most worth asking first."""
    console = Console()
    questions = asked(report.questions)
    count = wording.plural(len(questions), "open question")
    console.print(_heading(f"{report.graph.system.name}: {count}"))
    if questions:
        table = _table("Worth", "Question")
        for number, question in enumerate(questions):
            if number == FIRST_SITTING:
                table.add_row("", _text("Worth less; some of it may have settled by then:"))
            below = []
            if len(question.places) > 1:
                below.append(wording.spots(report.graph, question.places))
            if number < FIRST_SITTING:
                below.append(f"decides {', '.join(question.rules)}")
            table.add_row(_text(f"{question.settles}"), _lines(question.text, " · ".join(below)))
        console.print(table)
    if granted := len(sections.granted(report)):
        where = f"“{wording.NOTES}” in the report that facetrail render writes"
        console.print(_text(f"Taken for granted: {wording.plural(granted, 'thing')}, see {where}."))


def print_whole(report: Report, proposals: Sequence[tuple[str, str]]) -> None:
    """What only the whole of several systems can do: threats, and what each party can join; what
    parties can join together; and names that may mean one thing."""
    console = Console()
    crossings, gains = together.only_the_whole(report), together.gains(report)
    found = wording.plural(len(crossings), "threat") if crossings else "no threat"
    console.print(_heading(f"{report.graph.system.name}: {found} that no part alone has"))
    if crossings:
        table = _table("Score", "Threat")
        for crossing in crossings:
            threat = crossing.threat
            score = _text(wording.severity(threat), _STYLES[threat.severity])
            about = (
                threat.rule,
                together.ways(report, crossing),
                together.beside(report, crossing),
                together.why_new(crossing),
            )
            said = together.said(report, crossing)
            table.add_row(score, _lines(said, " · ".join(filter(None, about))))
        console.print(table)
    if gains:
        table = _table("Party", "Can join, of several systems")
        for gain in gains:
            also = f"reads besides {gain.reads}" if gain.reads else ""
            below = "; ".join(filter(None, (also, gain.when)))
            table.add_row(_text(gain.who), _lines(" / ".join(gain.joins) or "nothing more", below))
        console.print(table)
    console.print(_text(together.to_a_body(report)))
    for item in together.coalitions(report):
        console.print(_text(f"{item.who} together can join {' / '.join(item.joins)}."))
    if proposals:
        console.print()
        console.print(_heading("Perhaps the same; if so, say so:"))
        for pair in proposals[:PROPOSED]:
            console.print(_text(f'--same "{"=".join(dict.fromkeys(pair))}"'))


def print_comparison(found: Comparison) -> None:
    """What tells variants apart: counts, threats, what parties know, and each against the first."""
    console = Console()
    for letter, name in found.names:
        console.print(_heading(f"{letter}: {name}"))
    for first, lines in (("How many", found.counts), ("Threat", found.threats)):
        table = _table(first, *(letter for letter, _ in found.names))
        table.columns[0].no_wrap = False
        for line in lines:
            if line.tells_apart:
                table.add_row(
                    _text(line.about), *(Text("\n").join(map(_text, cell)) for cell in line.cells)
                )
        console.print(table)
    for item in found.differences:
        console.print(_heading(f"{item.name}, against {found.names[0][1]}:"))
        for sentence in item.sentences or ("No difference in threats or parts.",):
            console.print(_text(sentence))


def print_rules() -> None:
    """The catalogue by theme."""
    console = Console()
    for theme in rule_pages.themes():
        console.print(_heading(f"{theme.name}: {theme.about}"))
        table = _table("Harm", "Rule")
        for rule in theme.rules:
            below = f"{rule.id} · {', '.join(rule.linddun)}"
            table.add_row(_text(f"{rule.harm}"), _lines(rule.title, below))
        console.print(table)


def print_rule(rule: Rule) -> None:
    """The page of one rule."""
    console = Console()
    console.print(_heading(rule.title))
    console.print(_text(f"{rule.id} · {rule_pages.theme_of(rule).name.lower()}", "dim"))
    for part in rule_pages.parts(rule):
        console.print()
        console.print(_heading(part.heading))
        if part.text:
            console.print(Padding(Text(part.text), (0, 0, 0, 2)))
        for item in part.items:
            line = Table.grid(padding=(0, 1))
            line.add_row("  •", Text(item))
            console.print(line)


def _threats(report: Report, threats: Iterable[Threat]) -> Table:
    table = _table("Score", "Threat")
    for threat in threats:
        score = _text(wording.severity(threat), _STYLES[threat.severity])
        below = (
            threat.rule,
            wording.spot(report.graph, threat.at),
            f"path {wording.path_numbers(report.graph, threat.path)}" if threat.path else "",
            threat.evidence,
            wording.status(threat),
        )
        table.add_row(score, _lines(threat.message, " · ".join(filter(None, below))))
    return table


def _table(*columns: str) -> Table:
    table = Table(*columns, box=box.SIMPLE_HEAD, pad_edge=False)
    table.columns[0].no_wrap = True
    return table


def _lines(above: str, below: str) -> Text:
    return Text.assemble(_text(above), "\n", _text(below, "dim")) if below else _text(above)


def _heading(text: str) -> Text:
    return _text(text, "bold")


def _text(text: str, style: str = "") -> Text:
    """Text of a model: never read as markup, on one line, and not endless."""
    line = clean(text)
    return Text(line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…", style)

"""What sensors and processes state in numbers, as a table without empty columns."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from facetrail.model.words import Evidence, Frequency, Sensor
from facetrail.render.wording import listed, several
from facetrail.report import Numbers, Report, in_figures

INTRO = "What the model states of its sensors and processes, and what follows."
A_DAY = (
    "Searches, matches, false alerts and what people look at are those of a day; false alerts are "
    "the ones to expect at the stated rate, as ISO/IEC 19795-1 has it."
)

_OFTEN = {
    Frequency.ONCE: "each captures a person once",
    Frequency.EACH_USE: "each captures a person at each use",
    Frequency.PERIODIC: "each captures a person again and again",
    Frequency.CONTINUOUS: "each captures people all the time",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of the table, and smaller below it how it comes about."""

    text: str
    below: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What one sensor or process states; `cells` in the order of the columns."""

    at: str
    about: str
    cells: tuple[Cell, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Figures:
    """The table, with some words to start with. A column of figures `counts`."""

    intro: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def counts(self, column: str) -> bool:
        """Whether figures stand in a column, rather than words."""
        return column not in (_SENSORS, _MISSING)


def figures(report: Report) -> Figures:
    """The numbers of a report; no rows where nothing is stated."""
    every = [[column(item) for column in _COLUMNS.values()] for item in report.numbers]
    used = [index for index, _ in enumerate(_COLUMNS) if any(row[index].text for row in every)]
    columns = tuple([*_COLUMNS][index] for index in used)
    rates = A_DAY if {*columns} & {*_RATES} else ""
    return Figures(
        intro=" ".join(filter(None, (INTRO, rates, _together(report)))),
        columns=columns,
        rows=tuple(
            Row(
                item.at,
                report.graph.elements[item.at].description,
                tuple(cells[index] for index in used),
                item.evidence,
            )
            for item, cells in zip(report.numbers, every, strict=True)
        ),
    )


def _together(report: Report) -> str:
    """How many sensors there are together where several lines count some, in a sentence; what is
    only feared is left out."""
    counts = [
        item.sensors
        for item in report.numbers
        if isinstance(report.graph.elements[item.at], Sensor)
        and item.sensors is not None
        and item.evidence is not Evidence.HYPOTHETICAL
    ]
    together = f"Together {sum(counts):,} sensors, if no two lines count the same ones."
    return together if len(counts) > 1 else ""


def _sensors(numbers: Numbers) -> Cell:
    """How many sensors there are, or feed a process, as far as that is stated."""
    parts = [] if numbers.sensors is None else [f"{numbers.sensors:,}"]
    if numbers.uncounted:
        parts.append(f"those of {several(numbers.uncounted, 'sensors')} (number not stated)")
    return Cell(listed(parts), _OFTEN[numbers.frequency] if numbers.frequency else "")


def _figure(count: int | Fraction | None, below: str = "") -> Cell:
    return Cell("" if count is None else in_figures(Fraction(count)), below)


def _share_false(numbers: Numbers) -> str:
    """Which share of the matches is false, if as many are as are to be expected."""
    alerts, matches = numbers.false_alerts, numbers.matches_a_day
    if alerts is None or not matches:
        return ""
    return f"{float(min(Fraction(1), alerts / matches)):.0%} of them false, if as many as expected"


_SENSORS, _MISSING = "Sensors", "Not stated"
_RATES = ("Searches", "Matches", "False alerts", "People look at")
_COLUMNS: dict[str, Callable[[Numbers], Cell]] = {
    _SENSORS: _sensors,
    "Searches": lambda item: _figure(item.searches_a_day),
    "Matches": lambda item: _figure(item.matches_a_day, _share_false(item)),
    "False alerts": lambda item: _figure(item.false_alerts, item.formula),
    "People look at": lambda item: _figure(item.review_capacity),
    _MISSING: lambda item: Cell("; ".join(item.not_stated)),
}

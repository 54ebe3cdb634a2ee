"""Colours, type sizes and line styles of the pictures: one place, six digits each.

Forms of data are ordered by lightness as well as by hue, so that they stay apart in grey and to
colour-blind people, and a letter repeats them. Severities have a hue of their own, because a
threat and a form of data are different things that stand side by side.
"""

from dataclasses import dataclass
from enum import StrEnum

from facetrail.model.kinds import Form
from facetrail.model.words import Evidence
from facetrail.report import Severity

INK = "#16202E"
MUTED = "#4B5665"
FAINT = "#8A94A3"
RULE = "#D5DAE1"
PAPER = "#FFFFFF"

OWN_LINE = "#1F7A4D"
REGION_LINE = "#AEB7C4"
REGION_TINTS = ("#F4F6F9", "#FFFFFF")
OWN_TINTS = ("#EDF7F1", "#FFFFFF")
"""Fills of nested boundaries, by turns from the outermost; the second pair is the person's own."""

TITLE_SIZE = 21.0
HEADLINE_SIZE = 15.0
NAME_SIZE = 12.5
TEXT_SIZE = 10.5


class Standing(StrEnum):
    """How a place counts for the person: under their own control, exposed, or only feared."""

    OWN = "own"
    EXPOSED = "exposed"
    FEARED = "feared"


@dataclass(frozen=True, slots=True)
class Paint:
    """How a shape is coloured; `chip` and `letter` colour the badge that repeats the form."""

    fill: str
    line: str
    ink: str
    chip: str
    letter: str


STRONG = {
    Form.RAW: "#8E1B2E",
    Form.PROTECTED: "#B45F12",
    Form.RESULT: "#80610D",
    Form.IDENTITY: "#2C5F94",
    Form.NONE: "#667080",
}
"""Lines, numbers and letters of each form, dark enough for thin strokes on white."""

_FILLS = {
    Form.RAW: "#8E1B2E",
    Form.PROTECTED: "#E3934A",
    Form.RESULT: "#F2D88F",
    Form.IDENTITY: "#DCE9F7",
    Form.NONE: "#FFFFFF",
}
_LINES = {**STRONG, Form.RAW: "#5F0E1D"}
_PALE = {
    Form.RAW: "#F8ECEE",
    Form.PROTECTED: "#FCF1E6",
    Form.RESULT: "#FDF8E8",
    Form.IDENTITY: "#F2F7FC",
    Form.NONE: "#FFFFFF",
}

FLOW_WIDTHS = {
    Form.RAW: 3.4,
    Form.PROTECTED: 2.6,
    Form.RESULT: 1.9,
    Form.IDENTITY: 1.6,
    Form.NONE: 1.2,
}
"""Line widths of flows: the heavier, the worse what they carry."""

DASHES = {
    Evidence.REPORTED: None,
    Evidence.CLAIMED: "11 5",
    Evidence.INFERRED: "5 3.5",
    Evidence.HYPOTHETICAL: "0.1 5",
}
"""Dash patterns by how well something is known; the last is drawn with round caps, as dots."""

SEVERITY_FILLS = {
    Severity.CRITICAL: "#43127A",
    Severity.HIGH: "#7B45BF",
    Severity.MEDIUM: "#B79EDD",
    Severity.LOW: "#E7DDF5",
}
SEVERITY_INKS = {
    Severity.CRITICAL: "#FFFFFF",
    Severity.HIGH: "#FFFFFF",
    Severity.MEDIUM: "#1E0A38",
    Severity.LOW: "#1E0A38",
}
SEVERITY_LINE = "#43127A"


def paint(form: Form, standing: Standing) -> Paint:
    """Solid where the data are exposed, hollow where the person controls them, pale where it is
    only feared."""
    strong = STRONG[form]
    if standing is Standing.OWN:
        return Paint(PAPER, strong, INK, strong, PAPER)
    if standing is Standing.FEARED:
        return Paint(_PALE[form], strong, INK, strong, PAPER)
    if form is Form.RAW:
        return Paint(_FILLS[form], _LINES[form], PAPER, PAPER, strong)
    return Paint(_FILLS[form], _LINES[form], INK, strong, PAPER)

"""The page of controls, docs/controls.md: where each goes, what it removes and what it brings."""

from collections.abc import Iterable

from facetrail.model.words import Datum
from facetrail.render import wording
from facetrail.render.markdown import escaped
from facetrail.rules.catalogue import RULES
from facetrail.rules.controls import CONTROLS, Control, Where

PAGE = "controls.md"

_HEAD = (
    "Everything that the [rules](rules/README.md) name as what removes their threat, each control "
    "once, by the place in a system where it goes. “May bring” are the threats to look at once it "
    "is there. “Stated with” is the attribute by which a model says that it is there; the others "
    "show in how the model is drawn. `make docs` writes this page from the rules themselves."
)

PLACES: dict[Where, str] = {
    Where.SENSOR: "At the capture",
    Where.PROCESS: "Where data are worked on",
    Where.DATA: "To the data themselves",
    Where.STORE: "Where data rest",
    Where.KEY: "With the keys",
    Where.FLOW: "On the way to others",
    Where.GOAL: "On the ways to a goal",
    Where.PARTY: "At the organisation",
}
"""The heading of each place, in the order in which data meet them."""

_WORDS: dict[type, str] = {Datum: "PersonalData"}
"""What authors call a word that has another name here."""


def control_page() -> str:
    """The page, in Markdown."""
    lines = ["# Controls", "", _HEAD]
    for where, heading in PLACES.items():
        lines += ["", f"## {heading}", ""]
        lines += ["| Control | What it changes | Removes | May bring | Stated with |"]
        lines += ["| :-- | :-- | :-- | :-- | :-- |"]
        lines += [_row(control) for control in CONTROLS if control.where is where]
    return "\n".join(lines) + "\n"


def _row(control: Control) -> str:
    removes = (rule.id for rule in RULES if control in rule.mitigations)
    stated = (f"`{_WORDS.get(word, word.__name__)}.{name}`" for word, name in control.stated_in)
    cells = (
        f"**{escaped(wording.capital(control.name))}**",
        escaped(control.does),
        _links(removes),
        _links(control.adds),
        ", ".join(stated),
    )
    return f"| {' | '.join(cells)} |"


def _links(ids: Iterable[str]) -> str:
    """Rules as links to their pages; an id that is no rule of the catalogue as it is."""
    known = {rule.id for rule in RULES}
    return ", ".join(f"[{id}](rules/{id}.md)" if id in known else escaped(id) for id in ids)

"""The catalogue of rules for people: the same words for a terminal and for docs/rules/."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from facetrail import linddun
from facetrail.render import wording
from facetrail.render.markdown import escaped
from facetrail.risk import HARM, UNDO
from facetrail.rules.catalogue import THEMES
from facetrail.rules.controls import Control
from facetrail.rules.form import Rule

INDEX = "README.md"

_HEAD = (
    "The privacy threats that facetrail looks for. `facetrail rules` prints this list and "
    "`facetrail rules ID` the page of a rule; `make docs` writes both from the rules themselves."
)


_CONTROLS = (
    "[The controls](../controls.md) stand on a page of their own, by the place in a system where "
    "they go, each with the threats that it removes and those that it may bring."
)


@dataclass(frozen=True, slots=True)
class Theme:
    """A folder of rules: its name, what it is about, and its rules in reading order."""

    name: str
    about: str
    rules: tuple[Rule, ...]

    @property
    def anchor(self) -> str:
        """What links to it in the index."""
        return self.name.lower().replace(" ", "-")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a rule's page: a heading over a text or a list; what is empty is not there."""

    heading: str
    text: str = ""
    items: tuple[str, ...] = ()


@cache
def themes() -> tuple[Theme, ...]:
    """The catalogue by theme."""
    return tuple(map(_theme, THEMES))


def theme_of(rule: Rule) -> Theme:
    """The theme that a rule belongs to."""
    return next(theme for theme in themes() if rule in theme.rules)


def parts(rule: Rule) -> tuple[Part, ...]:
    """The page of a rule below its title."""
    found = (
        *(Part(heading, text) for heading, text in rule.sections),
        Part("What removes it", items=tuple(map(_mitigation, rule.mitigations))),
        Part("Where it stands in LINDDUN", items=tuple(map(_node, rule.linddun))),
        Part(
            "What it adds to the score",
            items=(
                f"harm {rule.harm}: {HARM[rule.harm]}",
                f"undo {wording.signed(rule.undo)}: {UNDO[rule.undo]}",
            ),
        ),
        Part("Not shown by itself where this holds", items=rule.folds_under),
        Part("Where to look", items=rule.references),
    )
    return tuple(part for part in found if part.text or part.items)


def rule_pages() -> Mapping[str, str]:
    """The files of docs/rules/ by name: a page for every rule, and their index."""
    rules = [rule for theme in themes() for rule in theme.rules]
    return {INDEX: _index(rules)} | {f"{rule.id}.md": _page(rule) for rule in rules}


def _theme(module: object) -> Theme:
    name, _, about = (module.__doc__ or "").partition(": ")
    return Theme(name, about, getattr(module, "RULES", ()))


def _mitigation(item: Control) -> str:
    return f"{item.name} (brings {wording.listed(item.adds)})" if item.adds else item.name


def _node(node: str) -> str:
    return f"{node} {linddun.label(node)} ({linddun.type_of(node)})"


def _page(rule: Rule) -> str:
    theme = theme_of(rule)
    lines = [
        f"# {escaped(rule.title)}",
        "",
        f"`{rule.id}` · [{theme.name}]({INDEX}#{theme.anchor})",
    ]
    for part in parts(rule):
        lines += ["", f"## {escaped(part.heading)}", ""]
        lines += [_linked(part.text, rule)] if part.text else []
        lines += [f"- {_linked(item, rule)}" for item in part.items]
    return "\n".join(lines) + "\n"


def _index(rules: Sequence[Rule]) -> str:
    lines = ["# Rules", "", _HEAD, "", "## By theme"]
    for theme in themes():
        lines += ["", f"### {theme.name}", "", escaped(wording.capital(theme.about)), ""]
        lines += ["| Rule | What it finds | Harm | LINDDUN |", "| :-- | :-- | --: | :-- |"]
        for rule in theme.rules:
            cells = (escaped(rule.title), f"{rule.harm}", ", ".join(rule.linddun))
            lines.append(f"| {_link(rule.id)} | {' | '.join(cells)} |")
    lines += ["", "## By LINDDUN leaf", "", linddun.CREDIT]
    of_node: dict[str, list[str]] = defaultdict(list)
    for rule in rules:
        for node in rule.linddun:
            of_node[node].append(rule.id)
    for prefix, name in linddun.TYPES.items():
        lines += ["", f"### {name}", "", "| Leaf | Name | Rules |", "| :-- | :-- | :-- |"]
        for node, label in linddun.NAMES.items():
            if node.partition(".")[0] == prefix and (node in linddun.LEAVES or node in of_node):
                links = ", ".join(map(_link, of_node[node])) or "none"
                lines.append(f"| {node} | {escaped(label)} | {links} |")
    lines += ["", "## By control", "", _CONTROLS]
    lines += ["", "## By reference", "", "| Where to look | Rules |", "| :-- | :-- |"]
    lines += _by_reference(rules)
    return "\n".join(lines) + "\n"


def _by_reference(rules: Iterable[Rule]) -> Iterator[str]:
    found: dict[str, list[str]] = defaultdict(list)
    for rule in rules:
        for name in dict.fromkeys(map(instrument, rule.references)):
            found[name].append(rule.id)
    return (f"| {escaped(name)} | {_links(found[name])} |" for name in sorted(found))


def instrument(reference: str) -> str:
    """What a reference looks into: the law, standard, guideline or paper, without the place."""
    head, *rest = reference.split(", ")
    if head in _COUNTRIES and rest:
        return f"{head}, {rest[0]}"
    return re.sub(r"(?<=[A-Za-z]) \d[\w().-]*$", "", head) if head.startswith(_LAWS) else head


_COUNTRIES = frozenset({"China"})
_LAWS = ("GDPR", "PIPL", "LED", "BIPA", "AI Act", "EU AI Act", "Cybersecurity Law", "CWE")


def _links(rules: Iterable[str]) -> str:
    return ", ".join(map(_link, rules))


def _linked(text: str, page: Rule | None = None) -> str:
    """Text in Markdown in which every rule that it names is a link, but on the page of that."""
    names = "|".join(rule.id for theme in themes() for rule in theme.rules if rule != page)
    return re.sub(rf"(?<![\w-])(?:{names})(?![\w-])", lambda name: _link(name[0]), escaped(text))


def _link(rule: str) -> str:
    return f"[{rule}]({rule}.md)"

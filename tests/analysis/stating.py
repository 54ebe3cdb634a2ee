"""Systems in which a control is stated: the same one with a weaker or a stronger answer."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from facetrail.analysis.attributes import ATTRIBUTES
from facetrail.model.words import System
from facetrail.rules.controls import CONTROLS

GROUPS = ("parties", "subjects", "elements", "data", "flows")

BROUGHT = {
    stated: frozenset(
        rule for control in CONTROLS if stated in control.stated_in for rule in control.adds
    )
    for stated in {stated for control in CONTROLS for stated in control.stated_in}
}
"""For each attribute that is a control, the rules whose threats a control stated with it may
bring: the exceptions to the law that adding a control adds no threat."""


@dataclass(frozen=True)
class Stating:
    """A place in a system where a control can be stated: a word and an attribute of it."""

    system: System
    group: str
    number: int
    attribute: str

    @property
    def word(self) -> object:
        """The party, population, element, datum or flow."""
        return getattr(self.system, self.group)[self.number]

    @property
    def stated(self) -> tuple[type, str]:
        """The attribute as controls name it."""
        return type(self.word), self.attribute

    @property
    def answers(self) -> tuple[str, ...]:
        """What can be answered, the weakest first."""
        return ATTRIBUTES[type(self.word)][self.attribute].by_strength

    def with_answer(self, answer: str) -> System:
        """The system with this answer written."""
        words = list(getattr(self.system, self.group))
        value = ATTRIBUTES[type(self.word)][self.attribute].answers[answer]
        words[self.number] = replace(words[self.number], **{self.attribute: value})
        changed: dict[str, Any] = {self.group: tuple(words)}
        return replace(self.system, **changed)


def statings(system: System) -> Iterator[Stating]:
    """Every place in a system where a control can be stated."""
    for group in GROUPS:
        for number, word in enumerate(getattr(system, group)):
            for name, attribute in ATTRIBUTES.get(type(word), {}).items():
                if attribute.by_strength:
                    yield Stating(system, group, number, name)

"""From what a file declared to the frozen values of a system, with what need not be written."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cache
from inspect import cleandoc
from typing import Any, TypeVar, get_type_hints

from facetrail.authoring import plain
from facetrail.authoring.data import PersonalData, Step
from facetrail.authoring.elements import External, Goal, Person, Process, Sensor, Store
from facetrail.authoring.flows import Flow
from facetrail.authoring.layers import Key, Layer
from facetrail.authoring.model import Composition, Model
from facetrail.authoring.parties import (
    Boundary,
    Element,
    Party,
    PersonalBoundary,
    Subjects,
    Told,
)
from facetrail.authoring.record import record
from facetrail.authoring.requirements import Requirement
from facetrail.authoring.strict import Word, place, said, title
from facetrail.errors import shown
from facetrail.model import words
from facetrail.model.words import Evidence, Role, System

W = TypeVar("W", bound=Word)

VALUES: Mapping[type[Word], type] = {
    Party: words.Party,
    Subjects: words.Subjects,
    Boundary: words.Boundary,
    Person: words.Person,
    Sensor: words.Sensor,
    Process: words.Process,
    Store: words.Store,
    External: words.External,
    Goal: words.Goal,
    PersonalData: words.Datum,
    Key: words.Key,
    Flow: words.Flow,
}


def declared(file: str, docstring: str) -> System | words.Composition | None:
    """What the file declared, one system or several together; None where it cannot be said.
    Problems go to the record."""
    together = _declared(Composition)
    return _composition(together, file, docstring) if together else system(file, docstring)


def _composition(
    together: tuple[Composition, ...], file: str, docstring: str
) -> words.Composition | None:
    first, *others = together
    for word in (*others, *(word for word in record.words if not isinstance(word, Composition))):
        what = f"{title(word)} stands beside {title(first)}"
        record.problem(place(word), what, "a composition names its parts and declares nothing else")
    if others or not record.whole:
        return None
    return words.Composition(
        name=first.name,
        description=first.description or cleandoc(docstring),
        file=file,
        parts=tuple(first.parts),
        same=tuple((item,) if isinstance(item, str) else tuple(item) for item in first.same),
        place=place(first),
    )


def system(file: str, docstring: str) -> System | None:
    """The one system that the file declared; None where it cannot be said. Problems go to the
    record."""
    model = _only_model(file)
    _refuse_plain_pytm()
    if model is None or not record.whole:
        return None
    written = _Written()
    return System(
        name=model.name,
        description=model.description or cleandoc(docstring),
        file=file,
        date=model.date,
        parties=written.parties(),
        subjects=written.plain(Subjects),
        boundaries=written.boundaries(),
        elements=written.elements(),
        data=written.data(),
        keys=written.plain(Key),
        flows=written.plain(Flow),
    )


def _declared(kind: type[W]) -> tuple[W, ...]:
    return tuple(word for word in record.words if isinstance(word, kind))


def _only_model(file: str) -> Model | None:
    models = _declared(Model)
    # A variant imports what it differs from: then the model of the file itself is meant.
    own = tuple(model for model in models if (at := place(model)) and at.file == file)
    if len(own) == 1:
        models = own
    if len(models) == 1:
        if not models[0].name.strip():
            record.problem(place(models[0]), "the model has no name", "say what it is a model of")
        return models[0]
    if not models and not plain.written:
        record.problem(words.Place(file, 1), "the file declares no model", 'add Model("its name")')
    for model in models:
        others = ", ".join(str(place(other)) for other in models if other is not model)
        record.problem(
            place(model),
            f"{title(model)} is not the only model of the file: {others}",
            "give each a file of its own",
        )
    return None


class _Written:
    """The words of the file as values, with what follows from there being one population."""

    def __init__(self) -> None:
        subjects = _declared(Subjects)
        self._only = subjects[0] if len(subjects) == 1 else None

    def plain(self, kind: type[Word]) -> tuple[Any, ...]:
        return tuple(_value(word) for word in _declared(kind))

    def parties(self) -> tuple[words.Party, ...]:
        """The parties written, and one for each population that none stands for."""
        parties: tuple[words.Party, ...] = self.plain(Party)
        named = {party.name for party in parties}
        own = (
            words.Party(name=item.name, role=Role.SUBJECT, place=place(item))
            for item in _declared(Subjects)
            if item.name not in named
        )
        return (*parties, *own)

    def boundaries(self) -> tuple[words.Boundary, ...]:
        return tuple(self._boundary(item) for item in _declared(Boundary))

    def _boundary(self, item: Boundary) -> words.Boundary:
        is_own = isinstance(item, PersonalBoundary)
        party = self._population(item, "whom it belongs to") if is_own else item.party
        value: words.Boundary = _value(item, party=party)
        return value

    def elements(self) -> tuple[words.Element, ...]:
        return tuple(
            _value(item, subjects=self._acts_for(item))
            if isinstance(item, Person)
            else _value(item)
            for item in _declared(Element)
        )

    def _acts_for(self, person: Person) -> Subjects | None:
        """The population a person is one of; staff and officers belong to a party instead."""
        own: Subjects | None = person.subjects
        if own is not None or person.party is not None:
            return own
        around = next((item for item in _around(person) if _has_party(item)), None)
        if around is None:
            return self._population(person, "who they are")
        return around.subjects or self._only if isinstance(around, PersonalBoundary) else None

    def data(self) -> tuple[words.Datum, ...]:
        """Data in the order written, so that what others are made of comes before them."""
        subjects: dict[PersonalData, Subjects | None] = {}
        evidence: dict[PersonalData, Evidence] = {}
        for datum in _declared(PersonalData):
            step: Step | None = said(datum).get("transform")
            sources = () if step is None else tuple(subjects[item] for item in step.inputs[:1])
            subjects[datum] = datum.subjects or next(iter(sources), self._only)
            known = [datum.evidence]
            if step is not None and "evidence" not in said(datum):
                known = [step.at.evidence, *(evidence[item] for item in step.inputs)]
            evidence[datum] = max(known, key=lambda item: item.rank)
        return tuple(
            _value(datum, subjects=subjects[datum], evidence=evidence[datum]) for datum in subjects
        )

    def _population(self, word: Person | PersonalBoundary, unsaid: str) -> Subjects | None:
        found: Subjects | None = word.subjects or self._only
        if found is None:
            record.problem(
                place(word),
                f"{title(word)} does not say {unsaid}",
                "declare Subjects, and give it subjects= if there are several",
            )
        return found


def _around(element: Element) -> Iterator[Boundary]:
    """The boundaries around an element, innermost first; a circle is walked once."""
    boundary, seen = element.boundary, set[Boundary]()
    while boundary is not None and boundary not in seen:
        seen.add(boundary)
        yield boundary
        boundary = boundary.parent


def _has_party(boundary: Boundary) -> bool:
    return isinstance(boundary, PersonalBoundary) or boundary.party is not None


def _value(word: Word, **derived: object) -> Any:
    """The frozen value of a word: what was said under the same names, and what is derived."""
    kind = next(value for own, value in VALUES.items() if isinstance(word, own))
    known = {**said(word), **derived}
    given = {
        name: _frozen(known[name], is_set=name in _sets(kind))
        for name in (item.name for item in fields(kind))
        if known.get(name) is not None
    }
    return kind(**given, place=place(word))


@cache
def _sets(kind: type) -> frozenset[str]:
    """The attributes that hold sets."""
    hints = get_type_hints(kind)
    return frozenset(name for name, hint in hints.items() if "frozenset" in str(hint))


def _frozen(value: object, *, is_set: bool = False) -> Any:
    """A value with names in place of objects."""
    match value:
        case Word():
            return value.name
        case tuple():
            members = map(_frozen, value)
            return frozenset(members) if is_set else tuple(members)
        case Mapping():
            pairs = ((_frozen(item), said) for item, said in value.items())
            return tuple(sorted(pairs, key=lambda pair: pair[0]))
        case Layer():
            key = None if value.key is None else value.key.name
            other = None if value.auxiliary is None else value.auxiliary.name
            return words.Layer(value.kind, key, value.scheme, value.irreversible, other)
        case Told():
            told = {name: getattr(value, name) for name in ("retention", "complete")}
            for name in ("purposes", "recipients", "countries", "kinds"):
                several = getattr(value, name)
                told[name] = None if several is None else _frozen(several, is_set=True)
            return words.Notice(**told)
        case Requirement():
            return words.Requirement(value.mode, _frozen(value.parts))
        case Step():
            return words.Transform(value.operation, _frozen(value.inputs), value.at.name)
        case _:
            return value


def _refuse_plain_pytm() -> None:
    """Name what is not written with our words."""
    for item, where in plain.written:
        record.problem(
            where,
            f"{shown(str(item.name))} is a {type(item).__name__} of pytm",
            "import the word for it from facetrail: the two do not mix",
        )

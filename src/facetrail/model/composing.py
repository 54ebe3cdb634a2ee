"""Several systems as one: what is declared to be the same in them is one word of the whole.

Nothing is taken to be the same because it is called the same. Names that two systems give to
different things are told apart by the system.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, fields, replace
from difflib import SequenceMatcher
from itertools import combinations
from typing import Any, TypeVar

from facetrail.errors import CannotRun, Problem, shown
from facetrail.model.renaming import Sort, renamed
from facetrail.model.words import (
    Boundary,
    Datum,
    Element,
    Evidence,
    Flow,
    Key,
    Note,
    Party,
    Subjects,
    System,
)

ALIKE = 0.8
"""Share of two names that must agree for them to be proposed as names of the same thing."""

Same = Sequence[Sequence[str]]
"""Groups of names that mean one thing, in whichever of the systems they stand; the first is its
name in the whole."""

W = TypeVar("W", Party, Subjects, Boundary, Element, Datum, Key, Flow)
F = TypeVar("F", Boundary, Element)


def compose(name: str, parts: Sequence[System], same: Same = (), file: str = "") -> System:
    """One system of several. Raises CannotRun with everything in which the mapping is wrong."""
    problems = [*_mistakes(parts, same, file)]
    if problems:
        raise CannotRun(problems)
    parts = _under_names_of_the_whole(parts, same)
    notes: list[Note] = []

    def all_of(group: str) -> tuple[Any, ...]:
        return tuple(_merged([item for part in parts for item in getattr(part, group)], notes))

    return System(
        name=name,
        description="; ".join(part.name for part in parts),
        file=file,
        date=next((part.date for part in parts if part.date is not None), None),
        parties=all_of("parties"),
        subjects=all_of("subjects"),
        boundaries=(
            *(Boundary(name=part.name, is_system=True) for part in parts),
            *_framed(all_of("boundaries"), "parent", _homes(parts, "boundaries")),
        ),
        elements=_framed(all_of("elements"), "boundary", _homes(parts, "elements")),
        data=all_of("data"),
        keys=all_of("keys"),
        flows=all_of("flows"),
        notes=(*(note for part in parts for note in part.notes), *notes),
        parts=tuple(parts),
    )


def proposals(parts: Sequence[System], same: Same = ()) -> tuple[tuple[str, str], ...]:
    """Names of different systems that nobody declared to be the same, and that are so alike that
    they may be; sorted, the most alike first."""
    declared = {name for group in same for name in group}
    found: dict[tuple[str, str], float] = {}
    for one, other in combinations(parts, 2):
        for sort, mine in _names(one).items():
            theirs = _names(other)[sort]
            if sort is not Sort.FLOW and sort is not Sort.WHERE:
                for pair in ((a, b) for a in mine - declared for b in theirs - declared):
                    found[pair] = max(found.get(pair, 0), _likeness(*pair))
    near = (pair for pair, likeness in found.items() if likeness >= ALIKE)
    return tuple(sorted(near, key=lambda pair: (-found[pair], pair)))


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()


def _words(system: System) -> Iterator[tuple[Sort, Any]]:
    groups = {
        Sort.WHO: (*system.parties, *system.subjects),
        Sort.WHERE: system.boundaries,
        Sort.AT: system.elements,
        Sort.WHAT: (*system.data, *system.keys),
        Sort.FLOW: system.flows,
    }
    for sort, words in groups.items():
        yield from ((sort, word) for word in words)


def _names(system: System) -> Mapping[Sort, frozenset[str]]:
    found: dict[Sort, set[str]] = {sort: set() for sort in Sort}
    for sort, word in _words(system):
        found[sort].add(word.name)
    return {sort: frozenset(names) for sort, names in found.items()}


# What is wrong with a mapping


def _mistakes(parts: Sequence[System], same: Same, file: str) -> Iterator[Problem]:
    names = [part.name for part in parts]
    for name, count in sorted(Counter(names).items()):
        if count > 1:
            what = f"{count} of the systems are called {shown(name)}"
            yield Problem(file, what, "give each its own name")
    if len(parts) < 2:
        yield Problem(file, "there is nothing to compose", "name two systems or more")
    every = [_names(part) for part in parts]
    for group in same:
        if not group:
            what = "something without a name is declared to be the same"
            yield Problem(file, what, "name what is the same")
        for name in group:
            if not any(name in known for found in every for known in found.values()):
                what = f"no system has {shown(name)}, which is declared to be the same as another"
                yield Problem(file, what, "correct the name")
        for part, found in zip(parts, every, strict=True):
            for known in found.values():
                mine = sorted(known & {*group})
                if len(mine) > 1:
                    what = f"{' and '.join(map(shown, mine))} are two things in {shown(part.name)}"
                    yield Problem(file, what, "they cannot be the same: name one of them")
    for name, count in sorted(Counter(name for group in same for name in group).items()):
        if count > 1:
            what = f"{shown(name)} is declared to be the same twice"
            yield Problem(file, what, "write one group with all its names")


# Names of the whole


def _under_names_of_the_whole(parts: Sequence[System], same: Same) -> list[System]:
    """The parts, in which one name means one thing: what is the same has one name, and what is
    called the same but is not is told apart by its system."""
    one = {name: group[0] for group in same for name in group}
    taken: dict[Sort, Counter[str]] = {sort: Counter() for sort in Sort}
    taken[Sort.WHERE].update(part.name for part in parts)
    for part in parts:
        for sort, names in _names(part).items():
            taken[sort].update({*names} | {one[name] for name in names if name in one})

    def name_of(part: System, sort: Sort, name: str) -> str:
        if name in one and sort is not Sort.FLOW:
            return one[name]
        return f"{name} ({part.name})" if taken[sort][name] > 1 else name

    return [
        renamed(
            part,
            {
                sort: {name: name_of(part, sort, name) for name in names}
                for sort, names in _names(part).items()
            },
        )
        for part in parts
    ]


# Words that are the same


def _merged(words: Iterable[W], notes: list[Note]) -> Iterator[W]:
    """The words, those of one name as one, in order of the first."""
    together: dict[str, list[W]] = defaultdict(list)
    for word in words:
        together[word.name].append(word)
    for alike in together.values():
        whole = alike[0]
        for other in alike[1:]:
            whole = _both(whole, other, notes)
        yield whole


def _both(one: W, other: W, notes: list[Note]) -> W:
    """What two systems say of one thing: what only one says holds, sets are added up, of numbers
    the larger counts, and where they differ else the first is believed and a note says so."""
    if type(one) is not type(other):
        raise CannotRun(
            Problem(
                str(other.place or ""),
                f"{shown(one.name)} is a {_sort(one)} here and a {_sort(other)} there",
                "declare it to be the same only where it is",
            )
        )
    if isinstance(other, Subjects):
        one, other = _of_the_larger(one, other), _of_the_larger(other, one)
    said: dict[str, Any] = {}
    for item in fields(one):
        mine, theirs = getattr(one, item.name), getattr(other, item.name)
        if mine == theirs or item.name in _OF_THE_FIRST:
            continue
        if isinstance(mine, Evidence):
            said[item.name] = min(mine, theirs, key=lambda level: level.rank)
        elif _is_unsaid(item, theirs):
            continue
        elif _is_unsaid(item, mine):
            said[item.name] = theirs
        elif isinstance(mine, frozenset) and isinstance(theirs, frozenset):
            said[item.name] = mine | theirs
        elif type(mine) is int and type(theirs) is int:
            said[item.name] = max(mine, theirs)
        elif item.name in ("known_from", "description"):
            said[item.name] = f"{mine}; {theirs}"
        else:
            what = f"{shown(one.name)} has two values of {item.name}; the first is used"
            notes.append(Note("warning", what, str(other.place or ""), "make the systems agree"))
    return replace(one, **said)


def _of_the_larger(one: Subjects, other: Subjects) -> Subjects:
    """A population with what is said of the number of the larger of two: how well it is known, and
    from where."""
    if (one.population or 0) >= (other.population or 0):
        return one
    return replace(one, evidence=other.evidence, known_from=other.known_from)


_OF_THE_FIRST = frozenset({"place", "boundary", "parent", "origin"})
"""Fields that say where something stands or begins: a system that tells less of the way may begin
it further along. That what begins elsewhere gets there is checked for the whole."""


def _is_unsaid(item: "Field[Any]", value: object) -> bool:
    """Whether a value says nothing that the word does not say without it."""
    return item.default is not MISSING and value == item.default


def _sort(word: object) -> str:
    return type(word).__name__.lower()


def with_one_party(system: System, parties: Sequence[str]) -> System:
    """The system as it would be if some parties were one, which has the name of the first; no
    longer as one that is composed of parts."""
    alone = replace(system, parts=())
    one = renamed(alone, {Sort.WHO: dict.fromkeys(parties, parties[0])})
    return replace(one, parties=tuple(_merged(one.parties, [])))


# What belongs to which


def _framed(words: Iterable[F], around: str, home: Mapping[str, str]) -> tuple[F, ...]:
    """Boundaries or elements, each that nothing is around in the frame of its system; `around` is
    the field that says so. What several systems share stands beside their frames."""

    def framed(word: F) -> F:
        frame: dict[str, Any] = {around: home.get(word.name)}
        return word if getattr(word, around) is not None else replace(word, **frame)

    return tuple(map(framed, words))


def _homes(parts: Sequence[System], group: str) -> Mapping[str, str]:
    """The system of each word of a group that only one has, by their names."""
    found: dict[str, list[str]] = defaultdict(list)
    for part in parts:
        for word in getattr(part, group):
            found[word.name].append(part.name)
    return {name: homes[0] for name, homes in found.items() if len(homes) == 1}

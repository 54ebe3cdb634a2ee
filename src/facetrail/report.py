"""The result of an analysis, as people and machines will read it; renderers need nothing else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from facetrail.model.graph import Graph
from facetrail.model.kinds import Form
from facetrail.model.words import Evidence, Frequency, Note, Subjects


def listed(items: Iterable[str]) -> str:
    """Names, or other pieces, as a list in a sentence: "a, b and c"; where a comma or an "and" is
    part of one, semicolons keep them apart: "a; b, c and d; and e". Nothing is the empty text."""
    *most, last = list(items) or [""]
    if most and any(", " in item or " and " in item for item in (*most, last)):
        return f"{'; '.join(most)}; and {last}"
    return f"{', '.join(most)} and {last}" if most else last


class Severity(StrEnum):
    """A band of scores, worst first."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """0 is the worst."""
        return list(Severity).index(self)


class PlaceKind(StrEnum):
    """What a threat or a question can be placed at."""

    ELEMENT = "element"
    FLOW = "flow"
    BOUNDARY = "boundary"
    PARTY = "party"
    DATA = "data"
    KEY = "key"
    SUBJECTS = "subjects"
    MODEL = "model"


class Status(StrEnum):
    """Where a threat stands."""

    OPEN = "open"
    MITIGATED = "mitigated"
    ACCEPTED = "accepted"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in the model: what it is and its name."""

    kind: PlaceKind
    name: str


@dataclass(frozen=True, slots=True)
class Points:
    """One factor of a score: points given and the reason, a clause without a full stop."""

    factor: str
    points: int
    because: str


@dataclass(frozen=True, slots=True)
class Mitigation:
    """A control that would remove a threat, in words, the ids of the rules whose threat it may
    bring, and a sentence on what it changes."""

    control: str
    adds: tuple[str, ...] = ()
    does: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposed:
    """The people whom data show together at one place, each group sorted by name.

    `about` are populations that the data are about, `beside` those who appear in them as well.
    `unnamed` says that some are about people whom nobody names. `takes_in` are sensors that take in
    others whom nobody names, `may_take_in` sensors of which nobody says whether they do. `is_own`:
    the place is the person's own, so that it shows one of each population at a time.
    """

    about: tuple[Subjects, ...] = ()
    beside: tuple[Subjects, ...] = ()
    unnamed: bool = False
    takes_in: tuple[str, ...] = ()
    may_take_in: tuple[str, ...] = ()
    is_own: bool = False

    @property
    def is_nobody(self) -> bool:
        """Nobody is shown."""
        return not (self.about or self.beside or self.unnamed or self.takes_in or self.may_take_in)

    @property
    def numbers(self) -> tuple[int | None, ...]:
        """How many people of each population are shown, None where nobody knows."""
        about = (item.population for item in self.about)
        here = (_one_of(number) for number in about) if self.is_own else about
        return (*here, *(None if self.is_own else item.population for item in self.beside))

    @property
    def at_least(self) -> int:
        """How many people are shown for sure: populations may overlap, so the largest of them."""
        return max((number for number in self.numbers if number is not None), default=0)

    @property
    def at_most(self) -> int | None:
        """How many people are shown at most: everybody of every population, were none in two of
        them. None where a number is not known."""
        known = [number for number in self.numbers if number is not None]
        is_open = self.unnamed or self.takes_in or self.may_take_in
        return None if is_open or len(known) < len(self.numbers) else sum(known)


def _one_of(population: int | None) -> int:
    return 1 if population is None else min(1, population)


NOBODY = Exposed()


def everybody(parts: Iterable[Exposed]) -> Exposed:
    """The people whom several show, each population once: as what one is about, if one is."""
    found = [item for item in parts if not item.is_nobody]
    if len(found) <= 1:
        return found[0] if found else NOBODY
    about = {who.name: who for item in found for who in item.about}
    beside = {who.name: who for item in found for who in item.beside}
    takes_in = {name for item in found for name in item.takes_in}
    may_take_in = {name for item in found for name in item.may_take_in}
    return Exposed(
        about=tuple(about[name] for name in sorted(about)),
        beside=tuple(beside[name] for name in sorted(beside.keys() - about.keys())),
        unnamed=any(item.unnamed for item in found),
        takes_in=tuple(sorted(takes_in)),
        may_take_in=tuple(sorted(may_take_in - takes_in)),
        is_own=all(item.is_own for item in found),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Threat:
    """A rule that holds at a place, with everything a review needs to judge it.

    `path` are names of flows in the order the data take them; `hangs_on` are the hypothetical flows
    without which it would not be, on the path or beside it, on the way of something else that its
    data are made from; `matters` and `acceptable` are from
    the page of the rule: why it matters and when to accept it; `folded_under` is the id of the
    threat that shows the same fact, or empty; `exposes` are the people whom its data show there.
    """

    id: str
    rule: str
    title: str
    message: str
    linddun: tuple[str, ...]
    severity: Severity
    score: int
    why: tuple[Points, ...]
    at: Spot
    data: tuple[str, ...]
    path: tuple[str, ...]
    evidence: Evidence
    status: Status
    remaining_score: int
    mitigations: tuple[Mitigation, ...]
    references: tuple[str, ...]
    matters: str = ""
    acceptable: str = ""
    folded_under: str = ""
    exposes: Exposed = NOBODY
    hangs_on: tuple[str, ...] = ()

    @property
    def is_hypothetical(self) -> bool:
        """Rests on a step that nobody has established; shown apart."""
        return self.evidence is Evidence.HYPOTHETICAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An attribute nobody filled in that decides rules; `settles` is the score it could add."""

    id: str
    about: Spot
    attribute: str
    text: str
    rules: tuple[str, ...]
    settles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """A datum at an element outside the control of the person it is about.

    `held` is "passing", a retention in words, or "unknown"; `recoverable` are kinds in words that
    the party can get from it there; `form` is the worst of them; `exposes` are the people whom it
    shows, whoever has the keys.
    """

    data: str
    at: str
    party: str
    protections: tuple[str, ...]
    held: str
    recoverable: tuple[str, ...]
    path: tuple[str, ...]
    form: Form
    evidence: Evidence
    exposes: Exposed = NOBODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """What a sensor or process states in numbers, and what follows from them.

    `sensors` is how many a sensor stands for, or how many feed a process, of which `uncounted`
    state no number. `false_alerts` are those expected a day, worked out as `formula` says;
    `not_stated` is what is missing to tell more, in words.
    """

    at: str
    evidence: Evidence
    sensors: int | None = None
    uncounted: tuple[str, ...] = ()
    frequency: Frequency | None = None
    searches_a_day: int | None = None
    matches_a_day: int | None = None
    false_alerts: Fraction | None = None
    formula: str = ""
    review_capacity: int | None = None
    not_stated: tuple[str, ...] = ()


def in_figures(value: Fraction) -> str:
    """A number as it is, or rounded: to a tenth, below one to two digits."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    return f"{float(value):,.1f}" if value > 1 else f"{float(value):.2g}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What a party can read at rest (`holds`) and only while it passes (`passes`), and which
    pairs of those data it can join to one person."""

    party: str
    holds: tuple[str, ...]
    passes: tuple[str, ...]
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coalition:
    """Parties, sorted, with pairs of data that they can join to one person only together."""

    parties: tuple[str, ...]
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """What a party has of several systems together and of none of them alone: data that it reads,
    and pairs that it can join to one person. `is_feared` says that it hangs on a hypothetical step.
    """

    party: str
    reads: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    is_feared: bool


@dataclass(frozen=True, slots=True)
class Leg:
    """Steps of a path that follow one another in one of several systems."""

    system: str
    flows: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """What a threat of several systems together is about that none of them has: the `threat` with
    no more in it than that, under the id of the one that it is part of, and its path leg by leg."""

    threat: Threat
    legs: tuple[Leg, ...]

    @property
    def systems(self) -> tuple[str, ...]:
        """The systems that the path goes through, in this order."""
        return tuple(dict.fromkeys(leg.system for leg in self.legs))


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What several systems together can do and none of them alone: threats, worst first, what each
    party has, and what parties can join together."""

    parts: tuple[str, ...]
    crossings: tuple[Crossing, ...]
    gains: tuple[Gain, ...]
    coalitions: tuple[Coalition, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far one LINDDUN leaf was checked; `state` is checked, not-applicable, undecided or
    not-checkable."""

    node: str
    state: str
    rules: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class SecurityThreat:
    """One threat of pytm's own, in pytm's words, with everything that it is about."""

    id: str
    name: str
    severity: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything known about one model.

    `forms` gives for each element, and `flow_forms` for each flow, the worst form of biometric
    data that its party (the destination's, for a flow) can recover there; where an element has data
    for certain, only what it has for certain counts, and a worse form that is only feared stands in
    `feared_forms`. `foreign_locks` names,
    for each flow under layers that its destination cannot open, the parties that hold the keys.
    `coalitions` are the parties that can join more together than fewer of them, `to_a_body` each of
    the fewest that can go from an account, number or address to what shows the person. `whole` is
    what the systems that the model composes can do together, None where it is one system.
    `numbers` are those of the sensors and processes that state any.
    `security` are pytm's own threats, which no score counts; None where nobody asked for them.
    """

    graph: Graph
    threats: tuple[Threat, ...]
    questions: tuple[Question, ...]
    exposures: tuple[Exposure, ...]
    knowledge: tuple[Knowledge, ...]
    coverage: tuple[Coverage, ...]
    notes: tuple[Note, ...]
    forms: Mapping[str, Form]
    flow_forms: Mapping[str, Form]
    foreign_locks: Mapping[str, tuple[str, ...]]
    feared_forms: Mapping[str, Form] = field(default_factory=dict)
    coalitions: tuple[Coalition, ...] = ()
    to_a_body: tuple[Coalition, ...] = ()
    whole: Whole | None = None
    numbers: tuple[Numbers, ...] = ()
    security: tuple[SecurityThreat, ...] | None = None

    @property
    def shown(self) -> tuple[Threat, ...]:
        """The threats that are shown as their own, worst first: not folded, not hypothetical."""
        return tuple(
            item for item in self.threats if not item.folded_under and not item.is_hypothetical
        )

    @property
    def feared(self) -> tuple[Threat, ...]:
        """The threats that rest on a hypothetical step, worst first."""
        return tuple(
            item for item in self.threats if not item.folded_under and item.is_hypothetical
        )

    def folded_into(self, threat: Threat) -> tuple[Threat, ...]:
        """The threats that this one shows."""
        return tuple(item for item in self.threats if item.folded_under == threat.id)

    def counts(self) -> Mapping[Severity, int]:
        """How many shown threats each severity has."""
        return {
            severity: sum(item.severity is severity for item in self.shown) for severity in Severity
        }

"""The words of a system model as frozen values; one word per idea.

Two conventions hold throughout. `None` means *nobody has said*: it becomes a question where it
decides something. An empty set, `Retention(unlimited=True)` or `False` means *stated to be none*.
Values refer to one another by name, which the graph checks once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something is declared: file as given, line from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class Evidence(StrEnum):
    """How well something is known, best first."""

    REPORTED = "reported"
    CLAIMED = "claimed"
    INFERRED = "inferred"
    HYPOTHETICAL = "hypothetical"

    @property
    def rank(self) -> int:
        """0 is the best established."""
        return list(Evidence).index(self)


class Role(StrEnum):
    """What a party is to the data."""

    SUBJECT = "subject"
    CONTROLLER = "controller"
    PROCESSOR = "processor"
    AUTHORITY = "authority"
    VENDOR = "vendor"
    PUBLIC = "public"


class Scope(StrEnum):
    """How far a value stays the same for one person."""

    EVERYWHERE = "the same everywhere"
    CONTEXT = "one for each sector or service"
    PAIRWISE = "one for each receiver"
    ONCE = "another one for each use"


class Power(StrEnum):
    """What a party or a goal can do to somebody who says no."""

    NONE = "none"  # the person can walk away
    ESSENTIAL = "essential"  # essential service, employer, school, sole provider
    COERCIVE = "coercive"  # can stop, detain, fine, compel


class Purpose(StrEnum):
    """What data are used for: a closed list, so that two models mean the same by one word."""

    IDENTITY_VERIFICATION = "identity verification"
    AUTHENTICATION = "authentication"
    SERVICE_DELIVERY = "service delivery"
    REAL_NAME_REGISTER = "real-name register"
    CIVIL_REGISTRATION = "civil registration"
    FRAUD_PREVENTION = "fraud prevention"
    SERVICE_SECURITY = "security of the same service"
    ERROR_CORRECTION = "correction of errors"
    LEGAL_ORDER = "a single legal order through a gate"
    LAW_ENFORCEMENT = "law enforcement"
    PUBLIC_SECURITY = "public security"
    BORDER_CONTROL = "border control"
    ACCESS_CONTROL = "access control"
    ATTENDANCE = "attendance"
    MODEL_TRAINING = "model training"
    RESEARCH = "research"
    ANALYTICS = "analytics"
    MARKETING = "marketing"
    CREDIT_SCORING = "credit scoring"
    HEALTH_CARE = "health care"
    INSURANCE = "insurance"
    EMPLOYMENT = "decisions on employment"
    SOCIAL_SCORING = "social scoring"


ALWAYS_COMPATIBLE = frozenset(
    {Purpose.SERVICE_SECURITY, Purpose.ERROR_CORRECTION, Purpose.LEGAL_ORDER}
)
"""Purposes that whatever was collected may also serve (compare GDPR 6(4))."""


class Event(StrEnum):
    """What can end a lifetime, trigger a flow or ask for a deletion."""

    DECISION = "the decision"
    SESSION_END = "the end of the session"
    REFUSAL = "a refusal"
    SERVICE_END = "the end of the service"
    ACCOUNT_END = "the end of the account"
    WITHDRAWAL = "withdrawal of consent"
    ERASURE_REQUEST = "an erasure request"
    PERIOD_END = "the end of the period"


ASKED_BY_THE_PERSON = frozenset({Event.ERASURE_REQUEST, Event.WITHDRAWAL, Event.ACCOUNT_END})
"""Events by which a person ends the keeping of their data."""


@dataclass(frozen=True, slots=True)
class Retention:
    """How long something may live: `days` after collection, or after the event `until`.

    `unlimited` states that there is no end. Without any of the three the value is invalid.
    """

    days: int | None = None
    until: Event | None = None
    unlimited: bool = False

    def __str__(self) -> str:
        if self.unlimited:
            return "no limit"
        length = "" if self.days is None else _length(self.days)
        if self.until is None:
            return length
        return f"until {self.until}" + (f" + {length}" if self.days else "")


def _length(days: int) -> str:
    for size, unit in ((365, "year"), (30, "month"), (1, "day")):
        if days >= size and days % size == 0:
            count = days // size
            return f"{count} {unit}{'s' if count != 1 else ''}"
    return "0 days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What a population is told about the use of their data.

    `purposes`, `recipients` (parties beside the one that collects), `countries` (of parties
    elsewhere) and `kinds` (of what is concluded about people) are those that it names, `retention`
    is the longest time. What is None, nobody has looked up. `complete` states that the notice was
    compared with the model and names everything that happens.
    """

    purposes: frozenset[Purpose] | None = None
    recipients: frozenset[str] | None = None
    countries: frozenset[str] | None = None
    kinds: frozenset[Kind] | None = None
    retention: Retention | None = None
    complete: bool = False


NO_NOTICE = Notice(
    purposes=frozenset(),
    recipients=frozenset(),
    countries=frozenset(),
    kinds=frozenset(),
    retention=Retention(days=0),
)
"""States that people are told nothing at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key or a token vault. `holders` are the parties that keep it (empty: nobody, as in sealed
    hardware); `split` says that several holders must act together, `per_person` that each person
    has a key of their own, which is destroyed when their data are deleted."""

    name: str
    holders: frozenset[str] | None = None
    split: bool | None = None
    per_person: bool = False
    place: Place | None = None


class LayerKind(StrEnum):
    """How a layer hides what it covers."""

    ENCRYPTED = "encrypted"
    TOKENISED = "tokenised"
    HASHED = "hashed"
    PROTECTED = "protected template"


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of protection around a datum; all layers must be opened to read it.

    `key` names the key or vault that opens it (a hash may have none). `irreversible` is stated of
    a template protection scheme whose evidence for it is published (ISO/IEC 24745); `auxiliary`
    names the other half of a scheme that is only safe while its two halves are apart.
    """

    kind: LayerKind
    key: str | None = None
    scheme: str = ""
    irreversible: bool | None = None
    auxiliary: str | None = None

    def __str__(self) -> str:
        if self.kind is LayerKind.PROTECTED:
            return f"{self.kind} ({self.scheme})" if self.scheme else str(self.kind)
        if self.kind is LayerKind.HASHED and self.key is None:
            return "hashed without a key"
        return f"{self.kind} ({self.key})"


class Basis(StrEnum):
    """What a party rests its processing on."""

    NONE = "none"
    ENDED = "one that has ended"
    CONSENT = "consent"
    CONTRACT = "a contract with the person"
    LAW = "a law that asks for it"
    INTEREST = "an interest of its own"


class Agreement(StrEnum):
    """What binds a party that acts for another."""

    NONE = "none"
    WITHOUT_LIMITS = "one that leaves its own use or passing on open"
    WITH_LIMITS = "one that limits its own use and passing on"
    JOINT = "joint control, with the duties split"


class DataTrade(StrEnum):
    """Whether data about people whom a party has no dealings with are its business."""

    NONE = "no"
    KEEPS_QUERIES = "yes, and it may keep what it is asked"
    KEEPS_NOTHING = "yes, and it is barred from keeping what it is asked"


class StaffAccess(StrEnum):
    """Whose records people in a role can read."""

    NONE = "nobody's: no person reads them"
    CASES = "those of cases assigned to them, with a reason and a log that is reviewed"
    TWO_PERSONS = "beyond a case of theirs only two together"
    AT_WILL = "anybody's: they can search, list or export"
    EMERGENCY = "anybody's by an emergency path that nobody reviews afterwards"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody who runs elements: a controller, a vendor, an authority, the subjects themselves.

    `jurisdiction` is an ISO 3166 code. `controls` names parties it employs or owns: what they can
    open, it can open. `observers` are parties that can see from the traffic that somebody uses its
    services (empty: nobody).

    `basis` is what it rests its processing on, `basis_for` what instead for single purposes. Of
    its consent: `separate_consent` says that it is asked for by itself, in so many words and for
    the purpose; `consent_record` that who agreed to what is kept; `withdrawal` that taking it back
    is as easy as giving it and ends nothing else; `refusable` that who says no loses nothing.

    `access_route` and `correction_route` say that people can get their data, and have them
    examined and corrected also at those who received them; `restriction` names a stated limit to
    both. `impact_assessment` (one older than the last change of purpose is none), `filed` (with
    the regulator), `rights_assessment` (with the registration) and `retention_published` are
    papers that it has.

    `closed_recipients`: it passes data about people on to nobody but those on a list that only a
    stated procedure changes. `agreement` is what binds it where it acts for another. `data_trade`
    says whether it deals in data about people. `exit_settled`: what becomes of the data when it is
    sold, merges, fails or loses the contract is bound (deleted, returned), or cannot happen.
    `protects_channels`: what comes to its elements comes encrypted and authenticated.
    `keeps_captures`: its capture devices keep what they take, or let those who handle them export
    or photograph it.
    `compellable_from` are the jurisdictions whose authorities may compel it to hand data over.
    `staff_access`, `access_log` (who read what is recorded) and `access_from` (the jurisdictions
    from which people or support systems read) are about all its stores. `serves_others`
    states that it works for customers that the drawing does not show, `customers_apart` says that
    it keeps apart what it has from each, under keys of their own.
    """

    name: str
    role: Role
    jurisdiction: str | None = None
    power: Power | None = None
    controls: frozenset[str] = frozenset()
    observers: frozenset[str] | None = None
    basis: Basis | None = None
    basis_for: tuple[tuple[Purpose, Basis], ...] = ()
    separate_consent: bool | None = None
    consent_record: bool | None = None
    withdrawal: bool | None = None
    refusable: bool | None = None
    access_route: bool | None = None
    correction_route: bool | None = None
    restriction: str = ""
    impact_assessment: bool | None = None
    filed: bool | None = None
    rights_assessment: bool | None = None
    retention_published: bool | None = None
    closed_recipients: bool | None = None
    agreement: Agreement | None = None
    data_trade: DataTrade = DataTrade.NONE
    exit_settled: bool | None = None
    protects_channels: bool | None = None
    keeps_captures: bool | None = None
    compellable_from: frozenset[str] | None = None
    staff_access: StaffAccess | None = None
    access_log: bool | None = None
    access_from: frozenset[str] | None = None
    serves_others: bool = False
    customers_apart: bool | None = None
    place: Place | None = None


class Means(StrEnum):
    """What somebody must have, or be able to do, to go a way."""

    OWN_DEVICE = "a device of their own"
    DOCUMENT = "the document asked for"
    FEATURE = "a face, finger or voice that can be captured"
    SIGHT = "sight"
    STEADY_HAND = "a steady hand"
    LITERACY = "reading and writing the language"
    ADDRESS = "a fixed address"


class Guardian(StrEnum):
    """Who agrees for a minor."""

    NONE = "nobody"
    AGREES = "a guardian"
    RENEWED = "a guardian, and the person anew when of age"
    NOT_ASKED = "nobody needs to: another basis is stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subjects:
    """A population of people that data are about; a party of the same name stands for them.

    `notice` is what they are told about the use of their data. `minors` says whether there are
    minors among them (not where an age gate that keeps no biometric data turns them away before
    the capture), `guardian` who agrees for these. `lacks` is what part of them does not have or
    cannot do (empty: stated to be nothing).
    `can_be_told` says whether each of them could be told of a leak, or a public announcement is
    stated to be the way and enough. `evidence` says how well the number is known, `known_from` from
    where, in words.
    """

    name: str
    population: int | None = None
    notice: Notice | None = None
    minors: bool | None = None
    guardian: Guardian | None = None
    lacks: frozenset[Means] | None = None
    can_be_told: bool | None = None
    evidence: Evidence = Evidence.REPORTED
    known_from: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """A trust boundary: what is inside is run by one party unless an element says otherwise.
    `is_system` says that it is none, but stands for one of several systems in a drawing."""

    name: str
    party: str | None = None
    parent: str | None = None
    is_system: bool = False
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """Something in the drawing. `party` overrides the boundary's. `known_from` is the source, in
    words."""

    name: str
    party: str | None = None
    boundary: str | None = None
    description: str = ""
    evidence: Evidence = Evidence.REPORTED
    known_from: str = ""
    place: Place | None = None


class Workplace(StrEnum):
    """Where somebody of the staff sees data."""

    CONTROLLED = "a controlled room or a managed device that lets nothing out"
    COUNTER = "with the person present, who shows the data themselves"
    OPEN = "anywhere, or on a device of their own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Element):
    """Somebody who acts; `subjects` is the population they stand for, `workplace` where somebody
    of the staff sees what comes to them."""

    subjects: str | None = None
    workplace: Workplace | None = None


class Scene(StrEnum):
    """Whom a sensor takes in."""

    ONE_PERSON = "one person"
    SEVERAL = "several people"
    PUBLIC = "a public place"


class Act(StrEnum):
    """What the person does when a sensor captures them."""

    ACTIVE = "they present themselves or hand something over"
    PASSIVE = "nothing: they are captured in passing"
    COVERT = "nothing: it is hidden, disguised, or they take it for something else"


class Frequency(StrEnum):
    """How often one person is captured or checked, least first."""

    ONCE = "once"
    EACH_USE = "at each use"
    PERIODIC = "again and again"
    CONTINUOUS = "all the time"

    @property
    def rank(self) -> int:
        """0 is the least often."""
        return list(Frequency).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensor(Element):
    """Where data about a person begin: a camera, a reader, a keyboard.

    `notice` says whether people are told before or at the capture, `attended` whether trained
    staff see who or what is captured. `only_enrolled` says that a lane, an opt-in or cropping on
    the sensor keeps everybody else out. `attack_detection` is that of presentation attacks;
    `iapar` its measured rate of accepted impostors, 0 to 1 (ISO/IEC 30107-3). `count` is how many
    sensors the element stands for, `act` what the person does, `frequency` how often one person
    is captured. `keeps_captures` is that of its device, where it differs from what its party states
    of all.
    """

    notice: bool | None = None
    scene: Scene | None = None
    attended: bool | None = None
    only_enrolled: bool = False
    attack_detection: bool | None = None
    iapar: float | None = None
    count: int | None = None
    act: Act | None = None
    frequency: Frequency | None = None
    keeps_captures: bool | None = None


class Comparison(StrEnum):
    """What a process does with a probe and references."""

    NONE = "none"
    VERIFICATION = "verification 1:1"
    IDENTIFICATION = "identification 1:N"


class Need(StrEnum):
    """The least a process could do its work with."""

    RAW = "the raw sample"
    TEMPLATE = "a template"
    PROTECTED_TEMPLATE = "a protected template"
    SCORE = "a score"
    DECISION = "a decision"
    ATTRIBUTE = "an attribute"


class Effect(StrEnum):
    """What the outcome of a process does to the person."""

    NONE = "none"
    SERVICE = "a service given or refused"
    LEGAL = "legal or similarly significant"
    COERCIVE = "coercion"


class StoreUse(StrEnum):
    """What a store is for those who run it."""

    RECORDS = "records"
    LOG = "a log"
    ANALYTICS = "analytics"
    QUEUE = "a message queue"
    AUDIT_TRAIL = "an audit trail of staff"
    WATCH_LIST = "a list of people who are looked for"


class ListRule(StrEnum):
    """What the rules of a watch list settle."""

    ENTRY = "who may be put on it"
    USE = "where and when it is used"
    END = "when an entry ends"
    CHALLENGE = "how an entry is challenged"


class SetBy(StrEnum):
    """Who set a rule that watches a person."""

    NOBODY = "nobody: there is no such rule about a person"
    THE_PERSON = "the person"
    GUARDIAN = "a guardian, for a small child"
    OTHERS = "somebody else"


class Attribution(StrEnum):
    """To whom acts done with a number, account, device or credential are attributed."""

    NOBODY = "to nobody"
    UNPROVEN = "to the registered person, shown as unproven"
    CHECKED = "to whoever a check at each act found present and willing"
    REGISTERED = "to the registered person, as a fact"


class Reachable(StrEnum):
    """From where a store can be reached."""

    OWN_NETWORK = "only from the network of its party"
    PARTNERS = "by others too, on a private way and authenticated"
    OPEN_NETWORK = "from an open network, authenticated"
    ANYBODY = "by others who need not authenticate"


class AboutOthers(StrEnum):
    """What is done about other people of whom data of somebody tell: relatives, contacts."""

    NOTHING = "nothing"
    REACHED = "they are called in an emergency, or as guardians"
    AGREED = "something that they agreed to"
    USED = "something that they did not agree to"


class StatusCheck(StrEnum):
    """How somebody can tell whether a credential still holds."""

    NONE = "not at all: it has no status, or runs out too soon to need one"
    HOLDER = "the person proves it when they show it"
    CHANGING = "by a handle that is another one each time it is shown"
    LASTING = "by a lasting handle, in a list or service that whoever was shown it can read"


@dataclass(frozen=True, slots=True)
class Requirement:
    """What must happen first: `all` or `any` of named elements and further requirements."""

    mode: str
    parts: "tuple[str | Requirement, ...]"

    def names(self) -> Iterator[str]:
        """Every element named, in order."""
        for part in self.parts:
            if isinstance(part, Requirement):
                yield from part.names()
            else:
                yield part


class Adaptation(StrEnum):
    """Whether a process learns from the probes that it accepts, and so changes its references."""

    NONE = "no"
    LIMITED = "within a stated limit"
    UNLIMITED = "without a limit"


class MediaCheck(StrEnum):
    """What shows that a sample was captured just then, and not injected or forged."""

    SENSOR = "that they come from a genuine sensor or device"
    FORGERY = "that nothing in them was injected or forged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Process(Element):
    """Something that works on data.

    `purposes` are what it is for, `needs` the least it could work with. `duplicate_check` says
    that a 1:N search looks for double enrolment and that its privacy risk was assessed.
    `local_impossible` is the reason why the person's device or the terminal could not compare.
    `attempt_limit` limits tries, `effect` is what its outcome does to the person, `human_review`
    whether somebody decides who may depart from the machine.

    `real_time` says whether it works with no lasting delay; `confined_by` names the law, court
    order or prior authorisation that confines it to stated cases, places and times. `zone_set_by`
    is who set a person a zone or a time that it checks, `absence_set_by` who set a rule that fires
    about a person because an expected datum is missing. `attribution` is to whom acts are
    attributed. `tells_enrolment`: a caller who has not shown that the account is theirs can tell
    from its answer whether somebody is enrolled. `visible_trace`: it leaves a trace naming the
    service or the result, not chosen by the person, that others near them can see.
    `needs_identity` says whether what it is for needs to know who somebody is, or that nobody
    counts twice; `needs_kinds` are the kinds of data that it needs, `enough` is how often a check
    of one person would do. `adaptation` says whether it learns from probes; `analyses_metadata`
    that it detects attacks by what the files of recordings say about themselves. `presupposes` is
    what the person must have or be able to do there; that a process on a device of their own, and
    one that reads biometric data, presuppose these need not be written.

    `groups_by_trait` says whether it groups, selects or scores people by a protected trait or by
    something that stands in for one, `about_others` what it does about other people of whom the
    data there tell.

    Rates of error are shares, 0 to 1, measured or held to: `fmr` and `fnmr` of false matches and
    non-matches of one comparison (for authentication those of the worst group), `fpir` of searches
    that find somebody who is not there, in a gallery of the size in use or, where that is stated,
    of `tested_on` people; `dfar` and `dfrr` of documents falsely accepted and rejected.
    `error_limits` says that it is held to such rates as the law or standard asks that applies,
    `error_standard` names another standard, with its limits, that it meets. `group_ratio` is how
    many times the rate of everybody that of the worst group is, `tested_by_group` says that this is
    measured and within a quarter. `checks_documents`: a machine checks well enough that documents
    are genuine. `tries_in_a_row` may fail before a pause of `pause_seconds`, `tries_in_all` before
    there are no more. `searches_a_day` come in, `matches_a_day` come out, and people can look at
    `review_capacity` of these; `review_keeps_up` says that they can look at all of it.
    `confirmed_by` so many people is a match before anybody acts on it, and `single_check_ground`
    names an exemption from two. `media_checks` is what it checks of the samples that come to it
    (empty: nothing).
    """

    purposes: frozenset[Purpose] | None = None
    comparison: Comparison | None = None
    needs: Need | None = None
    duplicate_check: bool = False
    local_impossible: str = ""
    attempt_limit: bool | None = None
    effect: Effect | None = None
    human_review: bool | None = None
    requires: Requirement | None = None
    real_time: bool | None = None
    confined_by: str = ""
    zone_set_by: SetBy | None = None
    absence_set_by: SetBy | None = None
    attribution: Attribution | None = None
    tells_enrolment: bool | None = None
    visible_trace: bool | None = None
    needs_identity: bool | None = None
    needs_kinds: frozenset[Kind] | None = None
    enough: Frequency | None = None
    adaptation: Adaptation = Adaptation.NONE
    analyses_metadata: bool = False
    presupposes: frozenset[Means] = frozenset()
    groups_by_trait: bool | None = None
    about_others: AboutOthers | None = None
    fmr: float | None = None
    fnmr: float | None = None
    fpir: float | None = None
    tested_on: int | None = None
    dfar: float | None = None
    dfrr: float | None = None
    error_limits: bool | None = None
    error_standard: str = ""
    group_ratio: float | None = None
    tested_by_group: bool | None = None
    checks_documents: bool | None = None
    tries_in_a_row: int | None = None
    pause_seconds: int | None = None
    tries_in_all: int | None = None
    searches_a_day: int | None = None
    matches_a_day: int | None = None
    review_capacity: int | None = None
    review_keeps_up: bool | None = None
    confirmed_by: int | None = None
    single_check_ground: str = ""
    media_checks: frozenset[MediaCheck] | None = None


class AfterRefusal(StrEnum):
    """What becomes of the data of people who were refused or gave up."""

    DELETED = "they are not kept, or deleted then"
    OWN_PERIOD = "they are kept for a stated period of their own, and not shared"
    AS_OTHERS = "they are kept as those of people who were accepted"
    SHARED = "they go on a list that others share"


@dataclass(frozen=True, slots=True, kw_only=True)
class Store(Element):
    """Where data rest.

    `at_rest` are the layers around every resting copy (empty: stated to be none). `deletes_on`
    are the events after which copies are removed (empty: stated to be none). `keep_duty` names a
    duty or standard that requires keeping, if there is one. `purposes` is why it keeps them.

    `list_rules` are the rules that a watch list has (empty: stated to have none). `track_points`
    is how many places with times are kept of one person, `keeps_non_matches` whether anything of
    people who did not match a search stays, `dispute_window` how long after an act it may still be
    disputed.

    `reachable` is from where it can be reached, `meant_public` the reason why everybody may read
    it, if there is one. `staff_access`, `access_log` and `access_from` are those of this store,
    where they differ from what its party states of all.

    `after_refusal` is what becomes of the data of people who were refused or gave up.
    `replays_deletions` says that what was deleted stays so when something is restored from it.
    """

    at_rest: tuple[Layer, ...] | None = None
    retention: Retention | None = None
    retention_of: tuple[tuple[str, Retention], ...] = ()
    deletes_on: frozenset[Event] | None = None
    keep_duty: str = ""
    purposes: frozenset[Purpose] | None = None
    use: StoreUse = StoreUse.RECORDS
    list_rules: frozenset[ListRule] | None = None
    track_points: int | None = None
    keeps_non_matches: bool | None = None
    dispute_window: Retention | None = None
    reachable: Reachable | None = None
    meant_public: str = ""
    staff_access: StaffAccess | None = None
    access_log: bool | None = None
    access_from: frozenset[str] | None = None
    after_refusal: AfterRefusal | None = None
    replays_deletions: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class External(Element):
    """A service outside the design that data are sent to or come from; `attribution` is to whom
    it attributes acts, `about_others` what it does about other people of whom the data there
    tell."""

    purposes: frozenset[Purpose] | None = None
    needs: Need | None = None
    attribution: Attribution | None = None
    needs_kinds: frozenset[Kind] | None = None
    about_others: AboutOthers | None = None


class Detriment(StrEnum):
    """What a way without biometrics costs more than the biometric one."""

    COST = "more money"
    DELAY = "more time or a longer way"
    LESS_SERVICE = "less service"
    MORE_DATA = "more personal data"


class Recourse(StrEnum):
    """What helps somebody in whose name another person passed a check."""

    NOTICE = "a message to an address held before"
    DISPUTE = "a way to dispute it without the account"
    REMOVAL = "removal of the other person's sample from the record"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Element):
    """What the person wants, and what it requires.

    `routes_complete` states that no other way exists than those written. `legal_duty` names a
    duty that prescribes the way. `detriment` is what a way without biometrics costs more, beyond
    what is unavoidable and bounded (empty: nothing). `redress` says that somebody whom a
    comparison rejects can still get there, `assisted` that somebody is helped who cannot go a way
    alone, `act_of_will` that the person must do or know something beside being captured.
    `recourse` is what helps somebody whom another person was taken for (empty: nothing).
    `needs_identity` says whether it can only be given to somebody whose name is known.
    """

    requires: Requirement | None = None
    routes_complete: bool | None = None
    power: Power | None = None
    legal_duty: str = ""
    detriment: frozenset[Detriment] | None = None
    redress: bool | None = None
    assisted: bool | None = None
    act_of_will: bool | None = None
    recourse: frozenset[Recourse] | None = None
    needs_identity: bool | None = None


@dataclass(frozen=True, slots=True)
class Transform:
    """How a datum comes from others: an operation on inputs, in order, at an element.

    A comparison's first input is the probe, the others are references.
    """

    operation: Operation
    inputs: tuple[str, ...]
    at: str


class Upkeep(StrEnum):
    """In what state something is that people are compared with."""

    KEPT_UP = "a rule on quality and age holds for it, or it is renewed"
    UNCHECKED = "no rule on its quality"
    OUTDATED = "older than the limit for its use"
    UNVOUCHED = "taken for something else, and nobody vouches for it"


class Unlearning(StrEnum):
    """What becomes of what a model learned from somebody who withdraws."""

    NEVER = "it stays"
    POSSIBLE = "it is taken out, or the model is trained anew"
    WITH_THE_SET = "the model goes when the data go that it was trained on"
    AGREED = "it stays, and everybody in the data agreed to that"


@dataclass(frozen=True, slots=True, kw_only=True)
class Datum:
    """One piece of data: it begins at the element `origin`, or a `transform` makes it.

    `layer` is what a wrapping transform (encrypt, hash, tokenise, protect) put around it.
    `collected_for` are the purposes it was taken for, `also_for` those that a later choice of the
    person or a legal basis adds; `lifetime` is what was promised. `untargeted` says that it was
    gathered from the web or from cameras without regard to whom it shows, `transferable` that
    whoever gets it can prove it to others.

    `metadata` says whether the file of a recording tells where, when or with what it was taken,
    `renewable` whether a new value can be issued that makes the old one useless. `also_about` are
    populations of other people who appear in it. `scope` is how far its value stays the same for
    one person.

    `indivisible` is the reason why the part that is needed cannot be shown alone.
    `claimed_anonymous` says whether it is treated as anonymous (asked of what is blurred or made
    coarser; of other data what nobody claims is not claimed). `group_size` is for how many people
    each of its figures or values stands at least, also once several releases are subtracted from
    one another. `status` is how somebody can tell whether a credential still holds.

    `upkeep` is the state of something that people are compared with. Of a trained model,
    `unlearning` is what becomes of what it learned from somebody who withdraws, `members_protected`
    says that a tested bound or private training keeps it from telling whom it was trained on.

    `metres` is how far a zone reaches from what it is drawn around.
    """

    name: str
    kind: Kind
    subjects: str | None = None
    origin: str | None = None
    transform: Transform | None = None
    layer: Layer | None = None
    collected_for: frozenset[Purpose] | None = None
    also_for: frozenset[Purpose] = frozenset()
    lifetime: Retention | None = None
    untargeted: bool | None = None
    transferable: bool | None = None
    metadata: bool | None = None
    renewable: bool | None = None
    also_about: frozenset[str] = frozenset()
    scope: Scope | None = None
    indivisible: str = ""
    claimed_anonymous: bool | None = None
    group_size: int | None = None
    status: StatusCheck | None = None
    upkeep: Upkeep | None = None
    unlearning: Unlearning | None = None
    members_protected: bool | None = None
    metres: int | None = None
    description: str = ""
    evidence: Evidence = Evidence.REPORTED
    place: Place | None = None


class FlowRole(StrEnum):
    """What a flow does with the data that it names."""

    DATA = "data"
    DELETION = "deletion"  # tells the destination to delete them; carries none


class Extent(StrEnum):
    """How much goes with a flow."""

    ONE_CASE = "one case at a time, when it is asked for or acted on"
    LISTED = "people on a stated list, each with a stated suspicion or order"
    STANDING = "everybody as they come: pushed, continuous or periodic"
    WHOLE_STORE = "a whole store"


class ChannelProtection(StrEnum):
    """What protects a channel, whatever the layers around what it carries."""

    FULL = "encrypted and authenticated"
    NONE = "not encrypted, or not authenticated"
    NOT_NEEDED = "none needed: a bus inside one device, or a handover in person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Data going from one element to another, under `layers` (empty: in clear).

    `channel` names the medium. A flow without data from a person is a capture or an act. `gated`
    says that each passage checks a stated order, scope and record; `transfer_ground` is the basis
    on which data leave a jurisdiction (an empty text: stated to be none). `extent` is how much
    goes with it. `channel_protection` is that of this channel, where it differs from what the
    receiving party states of all (`protects_channels`). `hides_asker` states that a relay, or a
    blinded query, keeps from the receiver who asks.
    `labels` are those of its data that stand in names, addresses, paths or headers, outside its
    layers.
    """

    name: str
    source: str
    destination: str
    data: tuple[str, ...] = ()
    layers: tuple[Layer, ...] = ()
    role: FlowRole = FlowRole.DATA
    purpose: Purpose | None = None
    trigger: Event | None = None
    channel: str = ""
    gated: bool | None = None
    transfer_ground: str | None = None
    extent: Extent | None = None
    channel_protection: ChannelProtection | None = None
    hides_asker: bool = False
    labels: tuple[str, ...] = ()
    evidence: Evidence = Evidence.REPORTED
    known_from: str = ""
    description: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something a reader should know that is not a threat; `level` is warning or info.

    `detail` is a clause of its own: what to do about a warning, or why something is taken for
    granted.
    """

    level: str
    message: str
    where: str = ""
    detail: str = ""

    @property
    def text(self) -> str:
        """All of it in one line."""
        return f"{self.message}: {self.detail}" if self.detail else self.message


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """A model as written: what its author declared, in any order, not yet checked.

    `date` is the day that it stands for, as 2025-06-01: rules that apply from a date look at it.
    `parts` are the systems that it is composed of, if it is, under the names that they have in it.
    """

    name: str
    description: str = ""
    file: str = ""
    date: str | None = None
    parties: tuple[Party, ...] = ()
    subjects: tuple[Subjects, ...] = ()
    boundaries: tuple[Boundary, ...] = ()
    elements: tuple[Element, ...] = ()
    data: tuple[Datum, ...] = ()
    keys: tuple[Key, ...] = ()
    flows: tuple[Flow, ...] = ()
    notes: tuple[Note, ...] = ()
    parts: "tuple[System, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """Several systems as one, as written: `parts` are the files of their models, relative to its
    own; `same` are groups of names that mean one thing, whichever of the systems they stand in."""

    name: str
    description: str = ""
    file: str = ""
    parts: tuple[str, ...] = ()
    same: tuple[tuple[str, ...], ...] = ()
    place: Place | None = None

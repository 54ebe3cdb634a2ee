"""The attributes that rules ask for one by one, each with its question and its answers.

The answers are representative: every other value decides each rule as one of them does, so that a
number has one on each side of every limit. Attributes that feed a fixpoint, or that are weighed
against others (purposes, keys, protection at rest), are asked where they are worked out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from facetrail.analysis.condition import Ask
from facetrail.model.kinds import Kind
from facetrail.model.words import (
    ASKED_BY_THE_PERSON,
    NO_NOTICE,
    AboutOthers,
    Act,
    AfterRefusal,
    Agreement,
    Attribution,
    Basis,
    Comparison,
    Datum,
    Detriment,
    Effect,
    Element,
    Event,
    Extent,
    External,
    Flow,
    Frequency,
    Goal,
    Guardian,
    Key,
    ListRule,
    Means,
    MediaCheck,
    Need,
    Notice,
    Party,
    Person,
    Process,
    Reachable,
    Recourse,
    Retention,
    Scene,
    Scope,
    Sensor,
    SetBy,
    StaffAccess,
    StatusCheck,
    Store,
    Subjects,
    System,
    Unlearning,
    Upkeep,
    Workplace,
)
from facetrail.report import PlaceKind, Spot

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Attribute:
    """A question, in which {name} stands for the place, and what each answer states.

    Where the attribute is a control, `by_strength` are answers from the weakest to the strongest:
    a stronger one in place of a weaker one adds no threat but those that the control may bring.
    Answers that are neither weaker nor stronger than another are not among them.
    """

    question: str
    answers: Mapping[str, Any]
    by_strength: tuple[str, ...] = ()


def yes_no(question: str, *, stronger: str = "") -> Attribute:
    """Something is so, or is stated not to be; `stronger` is the answer that states a control."""
    by_strength = {"": (), YES: (NO, YES), NO: (YES, NO)}[stronger]
    return Attribute(question, {YES: True, NO: False}, by_strength)


def one_of(values: type[Enum], question: str, *, by_strength: tuple[Enum, ...] = ()) -> Attribute:
    """One of a list of words; `by_strength` as in `Attribute`."""
    answers = {str(value): value for value in values}
    return Attribute(question, answers, tuple(map(str, by_strength)))


_NEEDS = Attribute(
    "What is the least that {name} could work with?",
    {
        "a template or less": Need.TEMPLATE,
        "the raw sample": Need.RAW,
        "one fact": Need.ATTRIBUTE,
        "only yes or no": Need.DECISION,
    },
)

_ATTRIBUTION = one_of(
    Attribution,
    "To whom does {name} attribute what is done with a number, account or device?",
    by_strength=(Attribution.REGISTERED, Attribution.UNPROVEN, Attribution.CHECKED),
)

_NEEDS_KINDS = Attribute(
    "Which of the kinds of data that reach {name} are needed there?",
    {"all of them": frozenset(Kind), "fewer": frozenset[Kind]()},
)

_ABOUT_OTHERS = one_of(
    AboutOthers, "What does {name} do about other people of whom data there tell?"
)

ELSEWHERE = "another jurisdiction"
"""Stands for a jurisdiction that is not the one where data are taken."""

_ALL_RECOURSE = (
    "a message to an address held before, a way to dispute it without the account, and "
    "removal of the other person's sample"
)

ATTRIBUTES: Mapping[type, Mapping[str, Attribute]] = {
    Party: {
        "observers": Attribute(
            "Who on the way can see from the traffic that somebody uses the services of {name}?",
            {"somebody on the way": frozenset({"somebody on the way"}), "nobody": frozenset()},
            by_strength=("somebody on the way", "nobody"),
        ),
        "basis": Attribute(
            "On what basis are personal data processed by {name}?",
            {
                "none, or one that has ended": Basis.NONE,
                "consent": Basis.CONSENT,
                "a law that asks for it": Basis.LAW,
                "another": Basis.CONTRACT,
            },
            by_strength=("none, or one that has ended", "another"),
        ),
        "separate_consent": yes_no(
            "Is consent to {name} asked for by itself, in so many words and for the purpose?",
            stronger=YES,
        ),
        "consent_record": yes_no("Is it kept by {name} who agreed to what?", stronger=YES),
        "withdrawal": yes_no(
            "Can consent be withdrawn from {name} as easily as given, and end nothing else?",
            stronger=YES,
        ),
        "refusable": yes_no("Can one say no to {name} and lose nothing by it?", stronger=YES),
        "access_route": yes_no(
            "Can people get the data about them that are kept by {name}?", stronger=YES
        ),
        "correction_route": yes_no(
            "Can people have their data at {name} examined and corrected, also at recipients?",
            stronger=YES,
        ),
        "impact_assessment": yes_no(
            "Has the impact been assessed since the purposes of {name} last changed?", stronger=YES
        ),
        "filed": yes_no("Is the use of faces by {name} filed with the regulator?", stronger=YES),
        "rights_assessment": yes_no(
            "Is the effect on fundamental rights assessed, and the use registered, by {name}?",
            stronger=YES,
        ),
        "retention_published": yes_no(
            "Is it published how long data are kept by {name}, and how they are deleted?",
            stronger=YES,
        ),
        "closed_recipients": yes_no(
            "Are data passed on by {name} only to recipients on a closed list, if to any?",
            stronger=YES,
        ),
        "agreement": one_of(
            Agreement,
            "What agreement binds {name} with regard to the data that it gets?",
            by_strength=(Agreement.NONE, Agreement.WITHOUT_LIMITS, Agreement.WITH_LIMITS),
        ),
        "exit_settled": yes_no(
            "Is it bound what becomes of the data when {name} is sold, fails or loses the"
            " contract?",
            stronger=YES,
        ),
        "protects_channels": yes_no(
            "Are the channels by which data come to {name}, or move within it, encrypted and"
            " authenticated?",
            stronger=YES,
        ),
        "keeps_captures": yes_no(
            "Do capture devices of {name} keep what they take, or let those who handle them export"
            " or photograph it?",
            stronger=NO,
        ),
        "compellable_from": Attribute(
            "The authorities of which jurisdictions may compel {name} to hand data over?",
            {
                "where the data are taken": frozenset(),
                "another one too": frozenset({ELSEWHERE}),
            },
            by_strength=("another one too", "where the data are taken"),
        ),
        "staff_access": one_of(
            StaffAccess,
            "Whose records can people at {name} read?",
            by_strength=(
                StaffAccess.EMERGENCY,
                StaffAccess.AT_WILL,
                StaffAccess.TWO_PERSONS,
                StaffAccess.CASES,
                StaffAccess.NONE,
            ),
        ),
        "access_log": yes_no("Is it recorded who read what in the stores of {name}?", stronger=YES),
        "customers_apart": yes_no(
            "Is what {name} has from each of several customers kept apart, under own keys?",
            stronger=YES,
        ),
        "access_from": Attribute(
            "From which jurisdictions can people or support systems read in the stores of {name}?",
            {
                "where the data are taken": frozenset(),
                "another one too": frozenset({ELSEWHERE}),
            },
            by_strength=("another one too", "where the data are taken"),
        ),
    },
    Person: {
        "workplace": one_of(
            Workplace,
            "Where does {name} see what comes to them?",
            by_strength=(Workplace.OPEN, Workplace.CONTROLLED),
        ),
    },
    Subjects: {
        # One on each side of 10,000, 100,000 and 1,000,000, and, for a ratio of two of them, one
        # on each side of whatever the other is.
        "population": Attribute(
            "How many people belong to {name}?",
            {str(number): number for number in (1, 5_000, 50_000, 500_000, 5_000_000, 10**10)},
        ),
        "notice": Attribute(
            "What are {name} told about the purposes, recipients, times and places of their data?",
            {"everything that happens": Notice(complete=True), "nothing": NO_NOTICE},
            by_strength=("nothing", "everything that happens"),
        ),
        "minors": yes_no("Are there minors among {name}?"),
        "guardian": one_of(
            Guardian,
            "Who agrees for the minors among {name}?",
            by_strength=(Guardian.NONE, Guardian.AGREES, Guardian.RENEWED),
        ),
        "lacks": Attribute(
            "What do some of {name} lack that a way asks for: a device, a document, an ability?",
            {"nothing": frozenset(), "something": frozenset(Means)},
        ),
        "can_be_told": yes_no(
            "Could {name} be told of a leak, each of them or by a public announcement?",
            stronger=YES,
        ),
    },
    Sensor: {
        "notice": yes_no("Are people told before they are captured by {name}?", stronger=YES),
        "attended": yes_no("Does trained staff watch the capture at {name}?"),
        "attack_detection": yes_no("Are presentation attacks detected at {name}?", stronger=YES),
        "scene": one_of(Scene, "Who comes before {name}?"),
        "count": Attribute(
            "How many sensors are meant by {name}?",
            {"one": 1, "more than 1,000": 1_001},
            by_strength=("more than 1,000", "one"),
        ),
        "act": one_of(
            Act,
            "What do people do when they are captured by {name}?",
            by_strength=(Act.COVERT, Act.PASSIVE),
        ),
        "frequency": one_of(
            Frequency,
            "How often is the same person captured by {name}?",
            by_strength=(
                Frequency.CONTINUOUS,
                Frequency.PERIODIC,
                Frequency.EACH_USE,
                Frequency.ONCE,
            ),
        ),
    },
    Process: {
        "comparison": one_of(
            Comparison,
            "Does {name} compare, with one claimed record or with many?",
            by_strength=(Comparison.IDENTIFICATION, Comparison.VERIFICATION),
        ),
        "needs": _NEEDS,
        "attempt_limit": yes_no("Is it limited how often one may try at {name}?", stronger=YES),
        "effect": one_of(Effect, "What does the outcome of {name} do to the person?"),
        "human_review": yes_no(
            "Does somebody who may depart from the machine decide at {name}?", stronger=YES
        ),
        "real_time": yes_no("Does {name} work in real time, with no lasting delay?", stronger=NO),
        "zone_set_by": one_of(
            SetBy,
            "Who set a person the zone or time that {name} checks, if anybody?",
            by_strength=(SetBy.OTHERS, SetBy.THE_PERSON),
        ),
        "absence_set_by": one_of(
            SetBy,
            "Who set a rule at {name} that fires about a person when something expected is missing,"
            " if anybody?",
            by_strength=(SetBy.OTHERS, SetBy.THE_PERSON),
        ),
        "attribution": _ATTRIBUTION,
        "tells_enrolment": yes_no(
            "Can a stranger tell from the answer of {name}, its size or its time who is enrolled?",
            stronger=NO,
        ),
        "visible_trace": yes_no(
            "Does {name} leave a trace of its use that people near the person can see?", stronger=NO
        ),
        "needs_identity": yes_no(
            "Does what {name} is for need to know who somebody is, or that nobody counts twice?"
        ),
        "needs_kinds": _NEEDS_KINDS,
        "groups_by_trait": yes_no(
            "Does {name} sort people by origin, faith, health or another protected trait, or by"
            " what stands in for one: a name, an area, a language, dress?"
        ),
        "about_others": _ABOUT_OTHERS,
        "enough": one_of(Frequency, "How often are data of the same person needed anew at {name}?"),
        "error_limits": yes_no(
            "Is {name} held to rates of error as low as the law or standard asks that applies?",
            stronger=YES,
        ),
        "tested_by_group": yes_no(
            "Are errors of {name} measured by sex, age and skin tone, none over a quarter worse?",
            stronger=YES,
        ),
        "checks_documents": yes_no(
            "Are documents checked by machine at {name}, with at most one in ten wrongly taken or"
            " refused?",
            stronger=YES,
        ),
        "review_keeps_up": yes_no(
            "Can those who look at what {name} finds look at all of it, false alerts included?"
        ),
        "confirmed_by": Attribute(
            "How many people confirm what {name} finds before anybody acts on it?",
            {"nobody": 0, "one": 1, "two or more": 2},
            by_strength=("nobody", "one", "two or more"),
        ),
        "media_checks": Attribute(
            "What is checked of the samples that come to {name}?",
            {
                "that they come from a genuine sensor, and are not forged": frozenset(MediaCheck),
                "that they are not forged": frozenset({MediaCheck.FORGERY}),
                "nothing": frozenset(),
            },
            by_strength=(
                "nothing",
                "that they are not forged",
                "that they come from a genuine sensor, and are not forged",
            ),
        ),
    },
    External: {
        "needs": _NEEDS,
        "needs_kinds": _NEEDS_KINDS,
        "attribution": _ATTRIBUTION,
        "about_others": _ABOUT_OTHERS,
    },
    Datum: {
        "metadata": yes_no(
            "Does the file of {name} tell where, when or with which device it was taken?",
            stronger=NO,
        ),
        "renewable": yes_no(
            "Can {name} be issued anew so that a stolen one is of no use?", stronger=YES
        ),
        "untargeted": yes_no(
            "Was {name} gathered from the web or from cameras without regard to whom it shows?"
        ),
        "claimed_anonymous": yes_no("Is {name} treated as anonymous?"),
        # One on each side of 20.
        "group_size": Attribute(
            "For how many people at least does each figure or value of {name} stand, also once"
            " several releases are subtracted from one another?",
            {"fewer than 20": 19, "20 or more": 20},
            by_strength=("fewer than 20", "20 or more"),
        ),
        "status": one_of(
            StatusCheck,
            "How can somebody tell whether {name} still holds?",
            by_strength=(StatusCheck.LASTING, StatusCheck.CHANGING, StatusCheck.HOLDER),
        ),
        "transferable": yes_no("Could whoever gets {name} prove it to others?", stronger=NO),
        "scope": one_of(
            Scope,
            "How far does {name} stay the same for one person?",
            by_strength=tuple(Scope),
        ),
        "upkeep": one_of(
            Upkeep,
            "People are compared with {name}: in what state for that?",
            by_strength=(Upkeep.UNCHECKED, Upkeep.KEPT_UP),
        ),
        "unlearning": one_of(
            Unlearning,
            "What becomes of what {name} learned from somebody who withdraws?",
            by_strength=(Unlearning.NEVER, Unlearning.POSSIBLE),
        ),
        "members_protected": yes_no(
            "Does a tested bound or private training keep {name} from telling whom it learned of?",
            stronger=YES,
        ),
    },
    Store: {
        "retention": Attribute(
            "How long is what rests in {name} kept?",
            {
                "until the decision": Retention(until=Event.DECISION),
                "a stated period": Retention(days=365),
                "no limit": Retention(unlimited=True),
            },
            by_strength=("no limit", "a stated period", "until the decision"),
        ),
        "deletes_on": Attribute(
            "Is what rests in {name} deleted when the person asks or leaves?",
            {
                "when the person asks": ASKED_BY_THE_PERSON,
                "not when the person asks": frozenset(),
            },
            by_strength=("not when the person asks", "when the person asks"),
        ),
        "list_rules": Attribute(
            "Which rules are there for entries in {name}: who is put there, when and where they are"
            " used, when they end, how they are challenged?",
            {"all four": frozenset(ListRule), "none": frozenset()},
            by_strength=("none", "all four"),
        ),
        "track_points": Attribute(
            "How many places with times are kept in {name} of one person?",
            {"one, the last": 1, "two or three": 3, "more than three": 4},
            by_strength=("more than three", "two or three", "one, the last"),
        ),
        "keeps_non_matches": yes_no(
            "Is anything kept in {name} of people who did not match?", stronger=NO
        ),
        "dispute_window": Attribute(
            "How long after an act that {name} records can it still be disputed?",
            {
                "shorter than it is kept": Retention(days=0),
                "as long as it is kept": Retention(unlimited=True),
            },
        ),
        "reachable": one_of(
            Reachable,
            "From where, and by whom, can {name} be reached?",
            by_strength=(
                Reachable.ANYBODY,
                Reachable.OPEN_NETWORK,
                Reachable.PARTNERS,
                Reachable.OWN_NETWORK,
            ),
        ),
        "after_refusal": one_of(
            AfterRefusal,
            "What becomes of data in {name} about people who are refused or give up?",
            by_strength=(
                AfterRefusal.SHARED,
                AfterRefusal.AS_OTHERS,
                AfterRefusal.OWN_PERIOD,
                AfterRefusal.DELETED,
            ),
        ),
        "replays_deletions": yes_no(
            "Does what was deleted stay so when something is restored from {name}?",
            stronger=YES,
        ),
    },
    Goal: {
        "routes_complete": yes_no("Are the ways to {name} that the model shows all there are?"),
        "detriment": Attribute(
            "What does a way to {name} without biometrics cost more than the biometric one?",
            {
                "nothing": frozenset(),
                "money, time, service or more data": frozenset({Detriment.COST}),
            },
            by_strength=("money, time, service or more data", "nothing"),
        ),
        "redress": yes_no(
            "Can somebody whom a comparison rejects still reach {name}?", stronger=YES
        ),
        "assisted": yes_no("Is somebody helped who cannot go a way to {name} alone?", stronger=YES),
        "needs_identity": yes_no("Must it be known who somebody is for {name} to work?"),
        "act_of_will": yes_no(
            "Must the person do or know something for {name} beside being captured?", stronger=YES
        ),
        "recourse": Attribute(
            "What helps somebody in whose name another person reached {name}?",
            {
                _ALL_RECOURSE: frozenset(Recourse),
                "not all of these": frozenset(),
            },
            by_strength=("not all of these", _ALL_RECOURSE),
        ),
    },
    Flow: {
        "gated": yes_no(
            "Does a gate check an order, its scope and a record at each “{name}”?", stronger=YES
        ),
        "transfer_ground": Attribute(
            "On what ground do data leave the jurisdiction with “{name}”?",
            {YES: "a stated ground", NO: ""},
            by_strength=(NO, YES),
        ),
        "extent": one_of(
            Extent,
            "How much goes with “{name}”: one case, or more?",
            by_strength=(Extent.WHOLE_STORE, Extent.STANDING, Extent.LISTED, Extent.ONE_CASE),
        ),
    },
    System: {
        # One on each side of the dates from which rules apply.
        "date": Attribute(
            "Which day does {name} stand for?",
            {
                "one before 1 June 2025": "2025-05-31",
                "one from 1 June 2025 to 1 December 2027": "2025-06-01",
                "2 December 2027 or later": "2027-12-02",
            },
        ),
    },
}
"""For each word the attributes that may be asked for, as far as one answer settles them."""

Word = Party | Subjects | Key | Element | Datum | Flow | System


def attribute_ask(word: Word, name: str) -> Ask:
    """The question for an attribute of a word that nobody filled in."""
    attribute = ATTRIBUTES[type(word)][name]
    text = attribute.question.format(name=word.name)
    return Ask(spot_of(word), name, tuple(attribute.answers), text)


def spot_of(word: Word) -> Spot:
    """The place that a word is."""
    kind = next(kind for words, kind in _KINDS if isinstance(word, words))
    return Spot(kind, word.name)


_KINDS: tuple[tuple[type, PlaceKind], ...] = (
    (Element, PlaceKind.ELEMENT),
    (Datum, PlaceKind.DATA),
    (Flow, PlaceKind.FLOW),
    (Party, PlaceKind.PARTY),
    (Subjects, PlaceKind.SUBJECTS),
    (Key, PlaceKind.KEY),
    (System, PlaceKind.MODEL),
)

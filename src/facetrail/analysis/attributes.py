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
    Sensor,
    SetBy,
    StaffAccess,
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
    """A question, in which {name} stands for the place, and what each answer states."""

    question: str
    answers: Mapping[str, Any]


def yes_no(question: str) -> Attribute:
    """Something is so, or is stated not to be."""
    return Attribute(question, {YES: True, NO: False})


def one_of(values: type[Enum], question: str) -> Attribute:
    """One of a list of words."""
    return Attribute(question, {str(value): value for value in values})


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
    Attribution, "To whom does {name} attribute what is done with a number, account or device?"
)

_NEEDS_KINDS = Attribute(
    "Which kinds of what reaches {name} does it need?",
    {"all of them": frozenset(Kind), "fewer": frozenset[Kind]()},
)

ELSEWHERE = "another jurisdiction"
"""Stands for a jurisdiction that is not the one where data are taken."""

ATTRIBUTES: Mapping[type, Mapping[str, Attribute]] = {
    Party: {
        "observers": Attribute(
            "Who on the way can see from the traffic that somebody uses the services of {name}?",
            {"somebody on the way": frozenset({"somebody on the way"}), "nobody": frozenset()},
        ),
        "basis": Attribute(
            "On what basis does {name} process personal data?",
            {
                "none, or one that has ended": Basis.NONE,
                "consent": Basis.CONSENT,
                "a law that asks for it": Basis.LAW,
                "another": Basis.CONTRACT,
            },
        ),
        "separate_consent": yes_no(
            "Does {name} ask for this consent by itself, in so many words and for the purpose?"
        ),
        "consent_record": yes_no("Does {name} keep who agreed to what?"),
        "withdrawal": yes_no(
            "Can consent be withdrawn from {name} as easily as given, and end nothing else?"
        ),
        "refusable": yes_no("Can one say no to {name} and lose nothing by it?"),
        "access_route": yes_no("Can people get from {name} the data that it keeps about them?"),
        "correction_route": yes_no(
            "Can people have {name} examine and correct what it keeps, also at its recipients?"
        ),
        "impact_assessment": yes_no(
            "Has {name} assessed the impact since it last changed its purposes?"
        ),
        "filed": yes_no("Has {name} filed its use of faces with the regulator?"),
        "rights_assessment": yes_no(
            "Has {name} assessed the effect on fundamental rights and registered the use?"
        ),
        "retention_published": yes_no(
            "Has {name} published how long it keeps data and how it deletes them?"
        ),
        "closed_recipients": yes_no(
            "Does {name} pass data about people on only to recipients on a closed list, if to any?"
        ),
        "agreement": one_of(
            Agreement, "What agreement binds {name} with regard to the data that it gets?"
        ),
        "exit_settled": yes_no(
            "Is it bound what becomes of the data when {name} is sold, fails or loses the contract?"
        ),
        "protects_channels": yes_no(
            "Are the channels by which data come to {name}, or move within it, encrypted and"
            " authenticated?"
        ),
        "keeps_captures": yes_no(
            "Do devices with which {name} captures data keep them, or let those who handle them"
            " export or photograph them?"
        ),
        "compellable_from": Attribute(
            "The authorities of which jurisdictions may compel {name} to hand data over?",
            {
                "where the data are taken": frozenset(),
                "another one too": frozenset({ELSEWHERE}),
            },
        ),
        "staff_access": one_of(StaffAccess, "Whose records can people at {name} read?"),
        "access_log": yes_no("Does {name} record who read what in its stores?"),
        "access_from": Attribute(
            "From which jurisdictions can people or support systems read in the stores of {name}?",
            {
                "where the data are taken": frozenset(),
                "another one too": frozenset({ELSEWHERE}),
            },
        ),
    },
    Person: {
        "workplace": one_of(Workplace, "Where does {name} see what comes to them?"),
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
        ),
        "minors": yes_no("Are there minors among {name}?"),
        "guardian": one_of(Guardian, "Who agrees for the minors among {name}?"),
        "lacks": Attribute(
            "What do some of {name} lack that a way asks for: a device, a document, an ability?",
            {"nothing": frozenset(), "something": frozenset(Means)},
        ),
        "can_be_told": yes_no(
            "Could {name} be told of a leak, each of them or by a public announcement?"
        ),
    },
    Sensor: {
        "notice": yes_no("Are people told before they are captured by {name}?"),
        "attended": yes_no("Does trained staff watch the capture at {name}?"),
        "attack_detection": yes_no("Does {name} detect presentation attacks?"),
        "scene": one_of(Scene, "Whom does {name} take in?"),
        "count": Attribute(
            "How many sensors does {name} stand for?", {"one": 1, "more than 1,000": 1_001}
        ),
        "act": one_of(Act, "What do people do when {name} captures them?"),
        "frequency": one_of(Frequency, "How often does {name} capture the same person?"),
    },
    Process: {
        "comparison": one_of(
            Comparison, "Does {name} compare, with one claimed record or with many?"
        ),
        "needs": _NEEDS,
        "attempt_limit": yes_no("Does {name} limit how often one may try?"),
        "effect": one_of(Effect, "What does the outcome of {name} do to the person?"),
        "human_review": yes_no("Does somebody who may depart from the machine decide at {name}?"),
        "real_time": yes_no("Does {name} work in real time, with no lasting delay?"),
        "zone_set_by": one_of(
            SetBy, "Who set a person the zone or time that {name} checks, if anybody?"
        ),
        "absence_set_by": one_of(
            SetBy,
            "Who set a rule at {name} that fires about a person when something expected is missing,"
            " if anybody?",
        ),
        "attribution": _ATTRIBUTION,
        "tells_enrolment": yes_no(
            "Can a stranger tell from the answer of {name}, its size or its time who is enrolled?"
        ),
        "visible_trace": yes_no(
            "Does {name} leave a trace of its use that people near the person can see?"
        ),
        "needs_identity": yes_no(
            "Does what {name} is for need to know who somebody is, or that nobody counts twice?"
        ),
        "needs_kinds": _NEEDS_KINDS,
        "enough": one_of(Frequency, "How often does {name} need data of the same person anew?"),
        "error_limits": yes_no(
            "Is {name} held to rates of error as low as the law or standard asks that applies?"
        ),
        "tested_by_group": yes_no(
            "Are errors of {name} measured by sex, age and skin tone, none over a quarter worse?"
        ),
        "checks_documents": yes_no(
            "Does {name} check documents by machine, with at most one in ten wrongly taken or"
            " refused?"
        ),
        "review_keeps_up": yes_no(
            "Can those who look at what {name} finds look at all of it, false alerts included?"
        ),
        "confirmed_by": Attribute(
            "How many people confirm what {name} finds before anybody acts on it?",
            {"nobody": 0, "one": 1, "two or more": 2},
        ),
        "media_checks": Attribute(
            "What does {name} check of the samples that come to it?",
            {
                "that they come from a genuine sensor, and are not forged": frozenset(MediaCheck),
                "that they are not forged": frozenset({MediaCheck.FORGERY}),
                "nothing": frozenset(),
            },
        ),
    },
    External: {
        "needs": _NEEDS,
        "needs_kinds": _NEEDS_KINDS,
        "attribution": _ATTRIBUTION,
    },
    Datum: {
        "metadata": yes_no(
            "Does the file of {name} tell where, when or with which device it was taken?"
        ),
        "renewable": yes_no("Can {name} be issued anew so that a stolen one is of no use?"),
        "untargeted": yes_no(
            "Was {name} gathered from the web or from cameras without regard to whom it shows?"
        ),
        "transferable": yes_no("Could whoever gets {name} prove it to others?"),
        "upkeep": one_of(Upkeep, "In what state is {name}, with which people are compared?"),
        "unlearning": one_of(
            Unlearning, "What becomes of what {name} learned from somebody who withdraws?"
        ),
        "members_protected": yes_no(
            "Does a tested bound or private training keep {name} from telling whom it learned from?"
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
        ),
        "deletes_on": Attribute(
            "Is what rests in {name} deleted when the person asks or leaves?",
            {
                "when the person asks": ASKED_BY_THE_PERSON,
                "not when the person asks": frozenset(),
            },
        ),
        "list_rules": Attribute(
            "Which rules does the watch list {name} have: for entry, use, end and challenge?",
            {"all four": frozenset(ListRule), "none": frozenset()},
        ),
        "track_points": Attribute(
            "How many places with times does {name} keep of one person?",
            {"one, the last": 1, "two or three": 3, "more than three": 4},
        ),
        "keeps_non_matches": yes_no("Does {name} keep anything of people who did not match?"),
        "dispute_window": Attribute(
            "How long after an act that {name} records can it still be disputed?",
            {
                "shorter than it is kept": Retention(days=0),
                "as long as it is kept": Retention(unlimited=True),
            },
        ),
        "reachable": one_of(Reachable, "From where, and by whom, can {name} be reached?"),
        "after_refusal": one_of(
            AfterRefusal, "What becomes of data in {name} about people who are refused or give up?"
        ),
        "replays_deletions": yes_no(
            "Does what was deleted stay so when something is restored from {name}?"
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
        ),
        "redress": yes_no("Can somebody whom a comparison rejects still reach {name}?"),
        "assisted": yes_no("Is somebody helped who cannot go a way to {name} alone?"),
        "act_of_will": yes_no(
            "Must the person do or know something for {name} beside being captured?"
        ),
        "recourse": Attribute(
            "What helps somebody in whose name another person reached {name}?",
            {
                "a message to an address held before, a way to dispute it without the account, and "
                "removal of the other person's sample": frozenset(Recourse),
                "not all of these": frozenset(),
            },
        ),
    },
    Flow: {
        "gated": yes_no("Does a gate check an order, its scope and a record at each “{name}”?"),
        "transfer_ground": Attribute(
            "On what ground do data leave the jurisdiction with “{name}”?",
            {YES: "a stated ground", NO: ""},
        ),
        "extent": one_of(Extent, "How much goes with “{name}”: one case, or more?"),
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

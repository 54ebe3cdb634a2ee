"""What follows from a graph: computed once, then only asked.

Rules ask `Facts` about subjects: an arrival, a flow with one of its data, a meeting, a use, a
goal. A fact that hangs on an attribute nobody filled in raises `Open`; asked again under an
answer (`assuming`), it is settled. Nothing here guesses.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from facetrail.analysis.condition import ALWAYS, NEVER, Ask, Condition, Open, either
from facetrail.analysis.content import contents, gives_back
from facetrail.analysis.lineage import (
    IN_CLEAR,
    NO,
    OTHER_KEY,
    OWN_KEY,
    YES,
    Forms,
    Lineage,
    Lock,
    at_rest_ask,
)
from facetrail.analysis.linking import Linking
from facetrail.analysis.routes import attainable, required
from facetrail.analysis.subjects import (
    Aim,
    Arrival,
    Carried,
    Copy,
    Meeting,
    Pair,
    Subject,
    Use,
    Work,
)
from facetrail.model.graph import Graph
from facetrail.model.operations import Operation
from facetrail.model.words import (
    ALWAYS_COMPATIBLE,
    ASKED_BY_THE_PERSON,
    Comparison,
    Datum,
    Element,
    Event,
    External,
    Flow,
    FlowRole,
    Goal,
    Layer,
    LayerKind,
    Need,
    Person,
    Power,
    Process,
    Purpose,
    Retention,
    Role,
    Store,
    Transform,
)
from facetrail.report import PlaceKind, Spot

T = TypeVar("T")

PEOPLE = ("5000", "50000", "500000", "5000000")
"""Populations to try: one on each side of 10,000, 100,000 and 1,000,000."""

LIFETIMES = {
    "until the decision": Retention(until=Event.DECISION),
    "a stated period": Retention(days=365),
    "no limit": Retention(unlimited=True),
}
"""Lifetimes to try: gone with the decision, limited, not limited."""

DELETIONS: Mapping[str, frozenset[Event]] = {
    "when the person asks": ASKED_BY_THE_PERSON,
    "not when the person asks": frozenset(),
}
NEEDS = {"a template or less": Need.TEMPLATE, "the raw sample": Need.RAW}
SAME, MORE, OTHER, ASIDE = (
    "what it was taken for",
    "that and something else",
    "something else",
    "only security, corrections or single orders",
)
"""What a datum is used for at an element, beside what it was taken for."""

COMPARISONS = {str(item): item for item in Comparison}
BLOCKED, PASSABLE = "every way passes a biometric check", "one way does without"

RETRY_DAYS = 1
"""A copy kept this long after the decision still serves a retry (an assumption, not a norm)."""


class Facts:
    """Everything that rules may ask of one graph."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.lineage = Lineage(graph)
        self.contents = contents(graph)
        self.linking = Linking(graph, self.lineage, self.contents)
        self._answers: Mapping[Ask, str] = {}

    def assuming(self, answers: Mapping[Ask, str]) -> "Facts":
        """The same facts under answers to open asks."""
        other = copy(self)
        other._answers = answers
        return other

    # Subjects: what rules are over, each in a fixed order

    @cached_property
    def arrivals(self) -> tuple[Arrival, ...]:
        """Every datum at every element that it begins at, flows to or is made at."""
        return tuple(self._arrival(*place) for place in self.lineage.arrivals())

    @cached_property
    def copies(self) -> tuple[Copy, ...]:
        """The arrivals that rest in a store."""
        return tuple(item for item in self.arrivals if isinstance(item, Copy))

    @cached_property
    def carried(self) -> tuple[Carried, ...]:
        """Every datum on every flow."""
        return tuple(
            Carried(flow, self.graph.data[name], self.contents[name])
            for flow in self.graph.data_flows
            for name in sorted(flow.data)
            if name in self.graph.data
        )

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Biometric copies outside the control of the person, each with every datum that names
        the same person and rests at the same party."""
        found: dict[tuple[Copy, Datum], list[Copy]] = defaultdict(list)
        for one in self.copies:
            for other in self.copies:
                if (
                    one.content.irrevocable
                    and other.content.names_directly
                    and not one.is_subjects_own
                    and one.party == other.party
                    and self.linking.same_person(one.datum.name, other.datum.name)
                ):
                    found[one, other.datum].append(other)
        return tuple(Pair(one, named, tuple(copies)) for (one, named), copies in found.items())

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """Pairs of personal data about one person that come to one party that is not theirs."""
        comes: dict[str, set[str]] = defaultdict(set)
        for item in self.arrivals:
            if item.party is not None and not item.is_subjects_own and item.content.personal:
                comes[item.party.name].add(item.datum.name)
        return tuple(
            Meeting(self.graph.parties[party], self.graph.data[one], self.graph.data[other])
            for party in sorted(comes)
            for one in sorted(comes[party])
            for other in sorted(comes[party])
            if one < other and self.linking.same_person(one, other)
        )

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """What was taken, at each element with a purpose that some form of it reaches."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for item in self.arrivals:
            if _has_purposes(item.at) and item.content.personal and not item.is_subjects_own:
                for taken in self._taken[item.datum.name]:
                    found[item.at.name, taken].add(item.datum.name)
        return tuple(
            Use(at, self.graph.data[taken], tuple(sorted(forms)))
            for (name, taken), forms in sorted(found.items())
            if isinstance(at := self.graph.elements[name], Process | External | Store)
        )

    @cached_property
    def works(self) -> tuple[Work, ...]:
        """Every process with the probes that reach it."""
        probes: dict[str, set[str]] = defaultdict(set)
        for item in self.arrivals:
            if item.content.irrevocable and (item.datum.name, item.at.name) in self._fresh:
                probes[item.at.name].add(item.datum.name)
        return tuple(
            Work(item, tuple(sorted(probes[item.name])))
            for item in self.graph.elements.values()
            if isinstance(item, Process)
        )

    @cached_property
    def aims(self) -> tuple[Aim, ...]:
        """Every goal with the biometric data read on the ways to it."""
        return tuple(
            Aim(item, self._biometrics_on(item))
            for item in self.graph.elements.values()
            if isinstance(item, Goal)
        )

    def subjects_of(self, over: type) -> tuple[Subject, ...]:
        """Everything in the graph that a rule over this type looks at."""
        return self._subjects[over]

    @cached_property
    def _subjects(self) -> Mapping[type, tuple[Subject, ...]]:
        return {
            Arrival: self.arrivals,
            Copy: self.copies,
            Carried: self.carried,
            Pair: self.pairs,
            Meeting: self.meetings,
            Use: self.uses,
            Work: self.works,
            Aim: self.aims,
        }

    # Reading

    def reads(self, arrival: Arrival) -> bool:
        """Whether the party that runs the element can read the datum there, if only for a use."""
        return self._true(self.lineage.reads(arrival.datum.name, arrival.at.name))

    def rests_readable(self, copy: Copy) -> bool:
        """Whether the keeper can read the resting copy."""
        return self._true(self._held(copy))

    def is_in_reach(self, arrival: Arrival) -> bool:
        """Whether the datum is within lasting reach of a party: it can read the resting copy, or
        gets the datum readable from somebody else. What only passes inside one party is not."""
        if isinstance(arrival, Copy) and self.rests_readable(arrival):
            return True
        return self.comes_from_another_party(arrival) and self.reads(arrival)

    def comes_from_another_party(self, arrival: Arrival) -> bool:
        """Whether some flow brings the datum from an element of another party."""
        return any(
            self.graph.party_of(flow.source) != arrival.party
            for flow in self._flows_to[arrival.at.name]
            if arrival.datum.name in flow.data
        )

    def rests_in_clear(self, copy: Copy) -> bool:
        """Whether no layer at all covers the resting copy."""
        if self._locks(copy):
            return False
        if copy.at.at_rest is None:
            return self._answer(at_rest_ask(copy.at.name)) == IN_CLEAR
        return not copy.at.at_rest

    def rests_sealed(self, copy: Copy) -> bool:
        """Whether a layer that a key or vault opens covers the resting copy."""
        sealing = (LayerKind.ENCRYPTED, LayerKind.TOKENISED)
        if any(item.layer.kind in sealing for item in self._locks(copy)):
            return True
        if copy.at.at_rest is None:
            return self._answer(at_rest_ask(copy.at.name)) in (OWN_KEY, OTHER_KEY)
        return any(layer.kind in sealing for layer in copy.at.at_rest)

    def one_event_opens(self, copy: Copy) -> bool:
        """Whether one breach of the store, or one key of somebody other than the subjects, makes
        the copy readable."""
        resting = self.lineage.resting(copy.datum.name, copy.at, keeper=False)
        others = (
            self.lineage.opens(copy.datum.name, resting, party.name)
            for party in self.graph.parties.values()
            if party.role is not Role.SUBJECT
        )
        return self._true(either(self._held(copy), *others))

    def receives_readable(self, carried: Carried) -> bool:
        """Whether the destination can read what the flow brings."""
        return self._true(self.lineage.reads(carried.datum.name, carried.flow.destination))

    def leaves_the_person(self, carried: Carried) -> bool:
        """Whether the flow goes from what the subject controls to what somebody else does."""
        flow = carried.flow
        return self.graph.is_subjects_own(flow.source) and not self.graph.is_subjects_own(
            flow.destination
        )

    def layers(self, datum: str, element: str) -> tuple[Layer, ...]:
        """The layers that surely cover the datum where it arrives, in its barest form."""
        forms = self.lineage.forms(datum, element)
        return tuple(sorted((item.layer for item in _barest(forms)), key=str))

    def protections(self, arrival: Arrival) -> tuple[str, ...]:
        """The layers around a datum at a place in words, those at rest included."""
        arriving = self.layers(arrival.datum.name, arrival.at.name)
        resting: tuple[Layer, ...] = ()
        unknown: tuple[str, ...] = ()
        if isinstance(arrival, Copy):
            resting = arrival.at.at_rest or ()
            unknown = ("not stated at rest",) if arrival.at.at_rest is None else ()
        return (*sorted({str(layer) for layer in (*arriving, *resting)}), *unknown)

    # What parties know

    def knowledge(self) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """For each party but the subjects the personal data that it surely holds readable at
        rest, and those that only pass it readable; sorted."""
        holds: dict[str, set[str]] = defaultdict(set)
        passes: dict[str, set[str]] = defaultdict(set)
        for item in self.arrivals:
            if item.party is None or item.is_subjects_own or not item.content.personal:
                continue
            if isinstance(item, Copy) and self._held(item) == ALWAYS:
                holds[item.party.name].add(item.datum.name)
            if self.lineage.reads(item.datum.name, item.at.name) == ALWAYS:
                passes[item.party.name].add(item.datum.name)
        return {
            party: (
                tuple(sorted(holds[party])),
                tuple(sorted(passes[party] - holds[party])),
            )
            for party in sorted(holds.keys() | passes.keys())
        }

    def links(self, party: str) -> tuple[tuple[str, str], ...]:
        """The pairs of personal data that a party can surely join as one person's, sorted."""
        held, passing = self.knowledge().get(party, ((), ()))
        known = sorted({*held, *passing})
        return tuple(
            (one, other)
            for number, one in enumerate(known)
            for other in known[number + 1 :]
            if self.linking.linked(party, one, other) == ALWAYS
        )

    # People

    def people(self, arrival: Arrival) -> int:
        """How many people are exposed together at the place: everybody the data are about, or
        one where the person keeps their own."""
        return 1 if arrival.is_subjects_own else self.population(arrival.datum)

    def population(self, datum: Datum) -> int:
        """How many people the datum is about."""
        if datum.subjects is None:
            text = f"Who is {datum.name} about, and how many people are they?"
            return int(
                self._answer(Ask(Spot(PlaceKind.DATA, datum.name), "subjects", PEOPLE, text))
            )
        subjects = self.graph.subjects[datum.subjects]
        if subjects.population is None:
            spot = Spot(PlaceKind.SUBJECTS, subjects.name)
            text = f"How many people are {subjects.name}?"
            return int(self._answer(Ask(spot, "population", PEOPLE, text)))
        return subjects.population

    def power(self, party: str | None) -> Power:
        """What can be done to somebody who says no: the strongest of what the goals and the party
        state. A goal that states none settles it for a party that says nothing."""
        goals = [aim.at for aim in self.aims]
        stated = [goal.power for goal in goals if goal.power is not None]
        keeper = self.graph.parties.get(party or "")
        if keeper is not None and keeper.power is not None:
            stated.append(keeper.power)
        ranks = list(Power)
        if stated:
            return max(stated, key=ranks.index)
        spot = Spot(PlaceKind.MODEL, self.graph.system.name)
        text = "What happens to somebody who says no?"
        if goals:
            spot = Spot(PlaceKind.ELEMENT, goals[0].name)
            text = f"What happens to somebody who does without {goals[0].name}?"
        return Power(self._answer(Ask(spot, "power", tuple(Power), text)))

    def collectors(self, datum: str) -> frozenset[str]:
        """The parties that took what the datum was made from."""
        return frozenset().union(*(self._collectors[name] for name in self._taken[datum]))

    def people_behind_one_key(self, copy: Copy, more_than: int) -> bool:
        """Whether more people than this rest in the store and in those that share its key."""
        groups = {}
        for other in self.copies:
            together = other.at == copy.at or self._share_a_key(other, copy)
            if together and (other.content.irrevocable or self.is_full_record(other)):
                groups[other.datum.subjects or other.datum.name] = other.datum
        total = 0
        for _, datum in sorted(groups.items()):
            total += self.population(datum)
            if total > more_than:
                return True
        return False

    def is_full_record(self, copy: Copy) -> bool:
        """Whether the copy is part of a full identity record: the store rests, about the same
        people, two or more different data that lead to a name."""
        kinds = {
            kind
            for other in self.copies
            if other.at == copy.at and self.linking.same_person(other.datum.name, copy.datum.name)
            for kind in other.content.kinds
            if kind.traits.names_directly
        }
        return copy.content.names_directly and len(kinds) > 1

    # Lifetimes and deletion

    def retention(self, copy: Copy) -> Retention:
        """How long the copy rests."""
        found = dict(copy.at.retention_of).get(copy.datum.name, copy.at.retention)
        if found is None:
            text = f"How long is {copy.datum.name} kept in {copy.at.name}?"
            spot = Spot(PlaceKind.ELEMENT, copy.at.name)
            return LIFETIMES[self._answer(Ask(spot, "retention", tuple(LIFETIMES), text))]
        return found

    def outlives_the_decision(self, copy: Copy) -> bool:
        """Whether the copy is kept longer than the decision and a short retry need."""
        kept = self.retention(copy)
        within = kept.days is None or kept.days <= RETRY_DAYS
        ends = kept.until in (Event.DECISION, Event.SESSION_END) or kept.until is None
        return kept.unlimited or not (within and ends and kept != Retention())

    def must_be_kept(self, copy: Copy) -> bool:
        """Whether a stated duty requires keeping the copy, for a stated period."""
        return bool(copy.at.keep_duty) and not self.retention(copy).unlimited

    def kept_for_another_purpose(self, copy: Copy) -> bool:
        """Whether the store states a purpose of its own, with a period, beside those that the
        datum was taken for."""
        return not self.retention(copy).unlimited and any(
            not self._taken_for(self.graph.data[taken], purpose)
            for purpose in sorted(copy.at.purposes or ())
            for taken in self._taken[copy.datum.name]
        )

    def erasure_reaches(self, copy: Copy) -> bool:
        """Whether a request of the person removes the copy: by the store's own rule, or by a
        flow that tells it to."""
        if any(
            flow.role is FlowRole.DELETION
            and flow.destination == copy.at.name
            and copy.datum.name in flow.data
            and (flow.trigger is None or flow.trigger in ASKED_BY_THE_PERSON)
            for flow in self.graph.system.flows
        ):
            return True
        events = copy.at.deletes_on
        if events is None:
            text = f"Is what rests in {copy.at.name} deleted when the person asks or leaves?"
            spot = Spot(PlaceKind.ELEMENT, copy.at.name)
            events = DELETIONS[self._answer(Ask(spot, "deletes_on", tuple(DELETIONS), text))]
        return bool(events & ASKED_BY_THE_PERSON)

    # Comparison

    def is_probe(self, datum: Datum) -> bool:
        """Whether the datum is a sample taken for one comparison, and never a reference: as the
        model writes it, or, where a process only states that it compares, what comes to it from
        somebody present rather than from a store."""
        if not self.contents[datum.name].irrevocable:
            return False
        compared = datum.name in self._back_of(probe for probe, _ in self._compared)
        return (
            compared or any(self._compares(work) for work in self._states_only(datum.name))
        ) and not self._is_reference(datum)

    def searches(self, work: Work) -> bool:
        """Whether a process looks for a person among many (1:N)."""
        made = self._operations_at[work.at.name]
        if Operation.SEARCH in made:
            return True
        if Operation.COMPARE in made or not work.probes:
            return False
        return self._comparison(work.at) is Comparison.IDENTIFICATION

    def claim_reaches(self, work: Work) -> bool:
        """Whether a claimed identity of the person at hand is known to a process, or to a step
        before it that the probe passed. What comes out of the gallery, or of the comparison
        itself, is no claim."""
        steps = {work.at.name}
        for datum in work.probes:
            for (element, _), path in self.lineage.paths(datum).items():
                if element == work.at.name:
                    steps.update(self.graph.flows[name].source for name in path)
        claims = (
            self.lineage.reads(item.datum.name, item.at.name)
            for item in self.arrivals
            if item.at.name in steps
            and item.content.names_directly
            and not self._is_result(item.datum)
            and (item.datum.name, item.at.name) in self._fresh
        )
        return self._true(either(*claims))

    # Purposes

    def needs_less_than_raw(self, datum: Datum) -> bool:
        """Whether every process that the datum reaches, and that works for what it was taken
        for, states that it could do with less than the raw sample."""
        for use in self.uses:
            concerns = use.taken.name in self._taken[datum.name]
            if concerns and self._serves(use) and self._need(use.at) is Need.RAW:
                return False
        return True

    def drifts(self, use: Use) -> bool:
        """Whether the element reads the datum for a purpose that it was not taken for."""
        if self._is_made_for(use) or not self._is_read(use):
            return False
        if use.at.purposes is None:
            return self._answer(_purpose_ask(use)) in (MORE, OTHER)
        return any(not self.allows(use.taken, purpose) for purpose in sorted(use.at.purposes))

    def may_serve(self, datum: str, purpose: Purpose) -> bool:
        """Whether a datum may serve a purpose: everything taken for it must allow that (law 1)."""
        return all(self.allows(self.graph.data[taken], purpose) for taken in self._taken[datum])

    def allows(self, taken: Datum, purpose: Purpose) -> bool:
        """Whether what was taken may serve a purpose: it was taken for it, a later choice or
        basis covers it, or every collection allows it."""
        if purpose in ALWAYS_COMPATIBLE or purpose in taken.also_for:
            return True
        return self._taken_for(taken, purpose)

    # Joining

    def can_join(self, meeting: Meeting) -> bool:
        """Whether the party can join the two data as one person's."""
        return self._true(
            self.linking.linked(meeting.party.name, meeting.one.name, meeting.other.name)
        )

    def rest_together(self, pair: Pair) -> bool:
        """Whether the two rest in one store, or in stores that their party can join, and one
        breach or key opens each."""
        one, party = pair.biometric, pair.biometric.party
        linked = (
            NEVER
            if party is None
            else self.linking.linked(party.name, one.datum.name, pair.named.name)
        )
        return self.one_event_opens(one) and any(
            (other.at == one.at or self._true(linked)) and self.one_event_opens(other)
            for other in pair.copies
        )

    def taken_apart(self, meeting: Meeting) -> bool:
        """Whether the two were collected in different contexts: by different parties, or for
        purposes that have nothing in common."""
        ones, others = self._taken[meeting.one.name], self._taken[meeting.other.name]
        return any(
            self._collectors[one].isdisjoint(self._collectors[other])
            or self._nothing_in_common(one, other)
            for one in ones
            for other in others
            if one != other
        )

    def joins_for_a_shared_purpose(self, meeting: Meeting) -> bool:
        """Whether the party has both at a place whose purposes each of them was taken for."""
        uses = [
            use
            for use in self.uses
            if use.taken.name in self._taken[meeting.one.name]
            and self.graph.party_of(use.at.name) == meeting.party
        ]
        return any(self._is_shared(use, meeting) for use in uses)

    # Goals

    def routes_are_complete(self, aim: Aim) -> bool:
        """Whether the author states that no other way to the goal exists."""
        if aim.at.routes_complete is None:
            text = f"Are the ways to {aim.at.name} that the model shows all there are?"
            spot = Spot(PlaceKind.ELEMENT, aim.at.name)
            return self._answer(Ask(spot, "routes_complete", (YES, NO), text)) == YES
        return aim.at.routes_complete

    def needs_biometrics(self, aim: Aim) -> bool:
        """Whether no way leads to the goal once the elements that read biometric data of the
        person are taken out, while one does with them."""
        if aim.at.requires is None:
            if not self._biometric_elements:
                return False
            text = f"Does every way to {aim.at.name} pass a biometric check?"
            spot = Spot(PlaceKind.ELEMENT, aim.at.name)
            return self._answer(Ask(spot, "requires", (BLOCKED, PASSABLE), text)) == BLOCKED
        elements = self.graph.elements
        with_all = attainable(aim.at.name, elements, without=frozenset().__contains__)
        return with_all and not attainable(aim.at.name, elements, without=self._reads_biometrics)

    # Inside

    def _answer(self, ask: Ask) -> str:
        try:
            return self._answers[ask]
        except KeyError:
            raise Open(ask) from None

    def _true(self, condition: Condition) -> bool:
        """The truth of a condition under the answers given; raises Open where they don't settle
        it."""
        unsettled = []
        for answers in sorted(condition, key=sorted):
            asked = [item for item in sorted(answers) if item.ask not in self._answers]
            agreed = all(
                self._answers[item.ask] in item.among
                for item in answers
                if item.ask in self._answers
            )
            if agreed and not asked:
                return True
            if agreed:
                unsettled.append(asked[0].ask)
        if unsettled:
            raise Open(unsettled[0])
        return False

    def _arrival(self, datum: str, element: str) -> Arrival:
        at = self.graph.elements[element]
        shared = (self.graph.party_of(element), self.contents[datum])
        own = self.graph.is_subjects_own(element)
        if isinstance(at, Store):
            return Copy(self.graph.data[datum], at, *shared, own)
        return Arrival(self.graph.data[datum], at, *shared, own)

    def _held(self, copy: Copy) -> Condition:
        return self.lineage.holds(copy.datum.name, copy.at)

    def _locks(self, copy: Copy) -> frozenset[Lock]:
        """The locks that the copy surely arrived under, in its barest form."""
        return _barest(self.lineage.forms(copy.datum.name, copy.at.name))

    def _share_a_key(self, one: Copy, other: Copy) -> bool:
        def keys(item: Copy) -> set[str]:
            layers = item.at.at_rest or ()
            return {layer.key for layer in layers if layer.key is not None}

        return not keys(one).isdisjoint(keys(other))

    @cached_property
    def _taken(self) -> Mapping[str, tuple[str, ...]]:
        """What was taken from a person to make each datum: itself if it begins somewhere, states
        its purposes or answers a question; else what its inputs come from (law 1)."""
        found: dict[str, tuple[str, ...]] = {}

        def visit(name: str) -> tuple[str, ...]:
            if name not in found:
                datum = self.graph.data[name]
                step = datum.transform
                own = step is None or datum.collected_for is not None or self._is_result(datum)
                if own or step is None:
                    found[name] = (name,)
                else:
                    inputs = (item for item in step.inputs if item in self.graph.data)
                    found[name] = tuple(sorted({root for item in inputs for root in visit(item)}))
            return found[name]

        for name in self.graph.data:
            visit(name)
        return found

    def _is_result(self, datum: Datum) -> bool:
        return datum.transform is not None and datum.transform.operation.effect.result

    def _is_read(self, use: Use) -> bool:
        return self._true(either(*(self.lineage.reads(form, use.at.name) for form in use.forms)))

    def _is_made_for(self, use: Use) -> bool:
        """Whether the datum is a result that the element itself works out for its purposes."""
        made_here = use.taken.transform is not None and use.taken.transform.at == use.at.name
        return made_here and use.taken.collected_for is None and self._is_result(use.taken)

    def _is_shared(self, use: Use, meeting: Meeting) -> bool:
        """Whether both data may serve everything that the element of the use is for."""
        if use.at.purposes is None:
            others = (
                replace(use, taken=self.graph.data[name])
                for datum in (meeting.one, meeting.other)
                for name in self._taken[datum.name]
            )
            return all(
                self._is_made_for(other) or self._answer(_purpose_ask(other)) in (SAME, ASIDE)
                for other in others
            )
        return all(
            self.may_serve(datum.name, purpose)
            for datum in (meeting.one, meeting.other)
            for purpose in sorted(use.at.purposes)
        )

    def _taken_for(self, taken: Datum, purpose: Purpose) -> bool:
        """Whether a purpose is among those that a datum was collected for, or, for a result,
        among those of the process that works it out."""
        if taken.collected_for is not None:
            return purpose in taken.collected_for
        step = taken.transform
        if step is not None and step.operation.effect.result:
            maker = self.graph.elements.get(step.at)
            stated = maker.purposes if isinstance(maker, Process | External) else frozenset()
            if stated is None:
                return self._answer(_purposes_ask(step.at, (YES, NO), purpose.value)) == YES
            return purpose in stated
        return self._answer(_collection_ask(taken, purpose.value)) == YES

    def _comparison(self, process: Process) -> Comparison:
        if process.comparison is None:
            text = f"Does {process.name} compare, with one claimed record or with many?"
            spot = Spot(PlaceKind.ELEMENT, process.name)
            ask = Ask(spot, "comparison", tuple(COMPARISONS), text)
            return COMPARISONS[self._answer(ask)]
        return process.comparison

    def _compares(self, work: Work) -> bool:
        return self._comparison(work.at) is not Comparison.NONE

    def _states_only(self, datum: str) -> Iterator[Work]:
        """Processes without a written comparison that the datum reaches from somebody present."""
        for work in self.works:
            written = self._operations_at[work.at.name] & {Operation.COMPARE, Operation.SEARCH}
            if datum in work.probes and not written:
                yield work

    def _is_reference(self, datum: Datum) -> bool:
        """Whether the datum, or something made from it, is what a sample is compared with."""
        written = (name for _, references in self._compared for name in references)
        if datum.name in self._back_of(written):
            return True
        return any(
            datum.name in self._back_of([*flow.data]) and self._compares(work)
            for work in self.works
            if not self._operations_at[work.at.name] & {Operation.COMPARE, Operation.SEARCH}
            for flow in self._flows_to[work.at.name]
            if isinstance(self.graph.elements[flow.source], Store)
        )

    def _back_of(self, names: Iterable[str]) -> frozenset[str]:
        return frozenset().union(*(self._back.get(name, ()) for name in names))

    def _serves(self, use: Use) -> bool:
        if self._is_made_for(use):
            return True
        if use.at.purposes is None:
            return self._answer(_purpose_ask(use)) in (SAME, MORE)
        return any(
            purpose not in ALWAYS_COMPATIBLE and self.allows(use.taken, purpose)
            for purpose in sorted(use.at.purposes)
        )

    def _need(self, element: Process | External | Store) -> Need | None:
        if isinstance(element, Store):
            return None
        if element.needs is None:
            text = f"What is the least that {element.name} could work with?"
            spot = Spot(PlaceKind.ELEMENT, element.name)
            return NEEDS[self._answer(Ask(spot, "needs", tuple(NEEDS), text))]
        return element.needs

    def _nothing_in_common(self, one: str, other: str) -> bool:
        """Whether no purpose is common to what two data were taken for."""
        first, second = self.graph.data[one], self.graph.data[other]
        stated = (first.collected_for or frozenset()) | (second.collected_for or frozenset())
        if first.collected_for is None and second.collected_for is None:
            return self._answer(_collection_ask(first, f"what {other} was taken for")) == NO
        return not any(
            self._taken_for(first, purpose) and self._taken_for(second, purpose)
            for purpose in sorted(stated)
        )

    @cached_property
    def _collectors(self) -> Mapping[str, frozenset[str]]:
        """The parties that took each datum: that of its origin, or, where it begins with the
        subject, those that get it from there."""
        found: dict[str, set[str]] = defaultdict(set)
        for item in self.arrivals:
            name, at = item.datum.name, item.at.name
            begins = at == item.datum.origin or (
                item.datum.transform is not None and at == item.datum.transform.at
            )
            given_by_subject = any(
                self.graph.is_subjects_own(flow.source)
                for flow in self._flows_to[at]
                if name in flow.data
            )
            if item.party is not None and not item.is_subjects_own and (begins or given_by_subject):
                found[name].add(item.party.name)
        return {name: frozenset(found[name]) for name in self.graph.data}

    @cached_property
    def _flows_to(self) -> Mapping[str, list[Flow]]:
        found: dict[str, list[Flow]] = defaultdict(list)
        for flow in self.graph.data_flows:
            found[flow.destination].append(flow)
        return found

    @cached_property
    def _compared(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Probe and references of every comparison that the model writes as a transform."""
        return tuple((step.inputs[0], step.inputs[1:]) for step in self._comparing)

    @cached_property
    def _comparing(self) -> tuple[Transform, ...]:
        steps = (datum.transform for datum in self.graph.data.values())
        return tuple(
            step
            for step in steps
            if step is not None and step.operation in (Operation.COMPARE, Operation.SEARCH)
        )

    @cached_property
    def _operations_at(self) -> Mapping[str, set[Operation]]:
        found: dict[str, set[Operation]] = defaultdict(set)
        for datum in self.graph.data.values():
            if datum.transform is not None:
                found[datum.transform.at].add(datum.transform.operation)
        return found

    @cached_property
    def _back(self) -> Mapping[str, frozenset[str]]:
        return gives_back(self.graph)

    @cached_property
    def _fresh(self) -> frozenset[tuple[str, str]]:
        """Data at elements that they reach without coming out of a store of somebody else."""
        found: set[tuple[str, str]] = set()
        ahead = [
            (datum.name, datum.origin)
            for datum in self.graph.data.values()
            if datum.origin is not None and datum.origin in self.graph.elements
        ]
        while ahead:
            name, element = place = ahead.pop()
            if place in found:
                continue
            if self._is_archive(element):
                continue
            found.add(place)
            ahead.extend(
                (name, flow.destination)
                for flow in self.graph.data_flows
                if flow.source == element and name in flow.data
            )
            ahead.extend(
                (made.name, element)
                for made in self.graph.data.values()
                if (step := made.transform) is not None
                and step.at == element
                and name in step.inputs
                and all((item, element) in found for item in step.inputs)
            )
        return frozenset(found)

    def _is_archive(self, element: str) -> bool:
        """A store outside the control of the person."""
        return isinstance(self.graph.elements[element], Store) and not self.graph.is_subjects_own(
            element
        )

    @cached_property
    def _biometric_elements(self) -> Mapping[str, Condition]:
        """Elements at which biometric data of the person can be read, with what that hangs on."""
        found: dict[str, list[Condition]] = defaultdict(list)
        for item in self.arrivals:
            if item.content.irrevocable and not isinstance(item.at, Person | Goal):
                found[item.at.name].append(self.lineage.reads(item.datum.name, item.at.name))
        return {name: either(*conditions) for name, conditions in found.items()}

    def _reads_biometrics(self, element: str) -> bool:
        return element in self._biometric_elements and self._true(self._biometric_elements[element])

    def _biometrics_on(self, goal: Goal) -> tuple[str, ...]:
        places = required(goal.name, self.graph.elements)
        read = (item for item in self.arrivals if item.content.irrevocable)
        return tuple(sorted({item.datum.name for item in read if item.at.name in places}))


def _has_purposes(at: Element) -> bool:
    return isinstance(at, Process | External) or (isinstance(at, Store) and at.purposes is not None)


def _purpose_ask(use: Use) -> Ask:
    return _purposes_ask(use.at.name, (SAME, MORE, OTHER, ASIDE), use.taken.name)


def _purposes_ask(element: str, options: tuple[str, ...], about: str) -> Ask:
    text = f"What does {element} use the data for?"
    return Ask(Spot(PlaceKind.ELEMENT, element), "purposes", options, text, about)


def _collection_ask(taken: Datum, about: str) -> Ask:
    spot = Spot(PlaceKind.DATA, taken.name)
    return Ask(spot, "collected_for", (YES, NO), f"What was {taken.name} collected for?", about)


def _barest(forms: Forms) -> frozenset[Lock]:
    """The locks of the form with the fewest that hangs on no answer."""
    sure = (frozenset(item for item in form if isinstance(item, Lock)) for form in forms)
    certain = [locks for locks in sure if locks in forms]
    return min(
        certain, key=lambda locks: (len(locks), sorted(map(str, locks))), default=frozenset()
    )

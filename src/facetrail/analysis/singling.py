"""Who has to be known, by what people are sorted, and whom data touch beside their own."""

from collections import defaultdict
from collections.abc import Mapping

from facetrail.analysis.capturing import Capturing
from facetrail.analysis.condition import Condition, either
from facetrail.analysis.controlling import Controlling
from facetrail.analysis.evidencing import Evidencing
from facetrail.analysis.recipients import Recipients
from facetrail.analysis.routes import attainable
from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Arrival, Carried, Copy, Custody, Demand
from facetrail.analysis.watching import CONCLUSIONS
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import (
    AboutOthers,
    Datum,
    Event,
    External,
    Goal,
    LayerKind,
    Need,
    Person,
    Process,
    Role,
    Sensor,
    StatusCheck,
    Store,
    Transform,
)

GROUP_LIMIT = 20
"""People for whom a figure or value stands: below this somebody may be told apart (a choice of this
catalogue, not of a norm)."""

_ENTERING = (Sensor, Person)

_ANSWERS = frozenset({Operation.COMPARE, Operation.SEARCH})

_REWORKS = frozenset(
    {
        Operation.EXTRACT,
        Operation.BLUR,
        Operation.CROP,
        Operation.STRIP,
        Operation.REENCODE,
        Operation.PROTECT,
        Operation.ENCRYPT,
        Operation.HASH,
        Operation.TOKENISE,
        Operation.SURROUND,
    }
)
"""Operations that cannot be done on less than the datum itself."""

_WEIGHS = frozenset({Operation.INFER, Operation.DECIDE, Operation.SEARCH})
"""Operations by which people are given a label, an answer or a place on a list."""

_LEAVES_THE_REST = frozenset(
    {
        Operation.BLUR,
        Operation.CROP,
        Operation.STRIP,
        Operation.REENCODE,
        Operation.SELECT,
        Operation.HASH,
        Operation.TOKENISE,
        Operation.EXTRACT,
    }
)
"""Operations that drop, coarsen or replace a part and leave the rest about the person."""

_RUNNING = frozenset({Event.SERVICE_END, Event.ACCOUNT_END, Event.DECISION, Event.SESSION_END})
"""Events at which a relation, or the one use, is over."""

_HIDES = frozenset({LayerKind.ENCRYPTED, LayerKind.TOKENISED})

_JUDGES = frozenset(kind for kind in Kind if kind.traits.judges)
_OF_MANY = frozenset(kind for kind in Kind if kind.traits.of_many)


class Singling(Controlling, Recipients, Capturing, Evidencing):
    """Facts about identity, groups and others."""

    # Who somebody is

    def comes_in(self, carried: Carried) -> bool:
        """Whether the flow brings the datum to somebody else than the person from outside: from
        another party, a sensor, or a person. What is published comes in nowhere."""
        return carried.flow.name in self._coming_in

    @shared
    def _coming_in(self) -> frozenset[str]:
        graph = self.graph
        return frozenset(
            flow.name
            for flow in graph.data_flows
            if isinstance(graph.elements[flow.source], _ENTERING) or graph.crosses_parties(flow)
            if (party := graph.party_of(flow.destination)) is not None
            and party.role not in (Role.SUBJECT, Role.PUBLIC)
        )

    def is_worked_on_as_a_sample(self, carried: Carried) -> bool:
        """Whether the destination compares or searches, and so gives the answer, or works on the
        datum itself: extracts features, blurs, cuts or seals it."""
        at = carried.flow.destination
        answers = not _ANSWERS.isdisjoint(self._operations_at.get(at, ()))
        return answers or (carried.datum.name, at) in self._reworked

    @shared
    def _reworked(self) -> frozenset[tuple[str, str]]:
        return frozenset(
            (name, step.at)
            for _, step in self._derived
            if step.operation in _REWORKS
            for name in step.inputs
        )

    def only_asks_with_it(self, carried: Carried) -> bool:
        """Whether the destination hands the datum on to those alone who answer it: as the claim
        that the question is about."""
        at, name = carried.flow.destination, carried.datum.name
        onward = [flow for flow in self._flows_from.get(at, ()) if name in flow.data]
        return bool(onward) and all((flow.destination, at) in self._answered for flow in onward)

    @shared
    def _answered(self) -> frozenset[tuple[str, str]]:
        """Pairs of elements of which the first gives the second an answer."""
        answers = [name for name, content in self.contents.items() if content.is_answer]
        return frozenset(
            (flow.source, flow.destination)
            for name in answers
            for flows in self.lineage.onward(name).values()
            for flow in flows
        )

    def an_answer_would_do(self, carried: Carried) -> bool:
        """Whether the destination states that it could work with yes or no, or with one fact where
        this is several or one of several."""
        at = carried.to
        if not isinstance(at, Process | External):
            return False
        need = self.told(at, "needs")
        if need is Need.ATTRIBUTE:
            several = len(self._values_between[carried.flow.source, at.name]) > 1
            return carried.content.is_more_than_one_fact or several
        return need in (Need.DECISION, Need.SCORE)

    def serves_a_duty(self, carried: Carried) -> bool:
        """Whether a stated duty asks to know who it is: of a goal on whose way the destination
        lies, or of a store to which the destination hands the datum on."""
        at = carried.flow.destination
        return at in self._on_ways_of_duty or any(
            carried.datum.name in flow.data and flow.destination in self._stores_of_duty
            for flow in self._flows_from.get(at, ())
        )

    @shared
    def _on_ways_of_duty(self) -> frozenset[str]:
        return frozenset[str]().union(
            *(self._ways[aim.at.name] for aim in self.aims if aim.at.legal_duty)
        )

    @shared
    def _stores_of_duty(self) -> frozenset[str]:
        return frozenset(item.name for item in self.graph.of_sort(Store) if item.keep_duty)

    @shared
    def demands(self) -> tuple[Demand, ...]:
        """Every goal on whose ways something is read that names the person."""
        found = []
        for aim in self.aims:
            names = {name for at in self._ways[aim.at.name] for name in self._naming_at.get(at, ())}
            if names:
                found.append(Demand(aim.at, tuple(sorted(names))))
        return tuple(found)

    @shared
    def _naming_at(self) -> Mapping[str, Mapping[str, Condition]]:
        """The data that name somebody at each element of others, with what reading them there
        hangs on."""
        found: dict[str, dict[str, Condition]] = defaultdict(dict)
        for item in self.arrivals:
            if not item.content.names_somebody or item.is_subjects_own:
                continue
            read = self.lineage.reads(item.datum.name, item.at.name)
            if read and not isinstance(item.at, Person | Goal):
                found[item.at.name][item.datum.name] = read
        return found

    def requires_a_name(self, demand: Demand) -> bool:
        """Whether no way leads to the goal once the elements are taken out that read who somebody
        is, while one does with them."""
        elements, goal = self.graph.elements, demand.at.name
        with_all = attainable(goal, elements, without=frozenset[str]().__contains__)
        return with_all and not attainable(goal, elements, without=self._reads_a_name)

    def _reads_a_name(self, element: str) -> bool:
        return self._true(either(*self._naming_at.get(element, {}).values()))

    def could_do_without_a_name(self, demand: Demand) -> bool:
        """Whether the goal is stated to be no less possible for somebody whom nobody knows."""
        return not self.told(demand.at, "needs_identity")

    # Groups

    def sorts_people_by(self, arrival: Arrival) -> bool:
        """Whether people get a label, an answer or a place on a list here by a protected trait in
        the datum, or a label by something that stands in for one and by which they are sorted."""
        may_label = self._may_stand_in(arrival) and bool(self._labelled_by)
        if not arrival.content.of_a_group and not may_label:
            return False
        place = (arrival.datum.name, arrival.at.name)
        if place not in self._weighed:
            return False
        if arrival.content.of_a_group and not self._is_given_by_its_subject(arrival.datum):
            return True
        if not may_label or place not in self._labelled_by:
            return False
        return bool(self.told(arrival.at, "groups_by_trait"))

    def _may_stand_in(self, arrival: Arrival) -> bool:
        """Whether something in the datum may stand in for a trait, and nobody says of the process
        that it does not."""
        at = arrival.at
        is_ruled_out = not isinstance(at, Process) or at.groups_by_trait is False
        return arrival.content.stands_in and not is_ruled_out

    def _is_given_by_its_subject(self, datum: Datum) -> bool:
        """Whether every protected trait in the datum was given for a service, care or a study in
        which the person takes part."""
        return all(
            self._is_given(self.graph.data[root])
            for name in sorted(self._back[datum.name])
            if self.graph.data[name].kind.traits.group
            for root in self._taken[name]
        )

    @shared
    def _weighed(self) -> frozenset[tuple[str, str]]:
        """Data with the processes at which people get a label, an answer or a place on a list by
        them; of a comparison nothing is weighed but who somebody is."""
        return self._behind(CONCLUSIONS)

    @shared
    def _labelled_by(self) -> frozenset[tuple[str, str]]:
        """Data with the processes at which people get a label by them."""
        return self._behind(_JUDGES)

    def _behind(self, outcomes: frozenset[Kind]) -> frozenset[tuple[str, str]]:
        """What outcomes of some kinds are made from where they are made, through whatever is made
        there."""
        found: set[tuple[str, str]] = set()
        ahead = [
            (name, made.at)
            for item, made in self._derived
            if made.operation in _WEIGHS and item.kind in outcomes
            for name in made.inputs
            if isinstance(self.graph.elements.get(made.at), Process)
        ]
        while ahead:
            place = name, at = ahead.pop()
            if place in found or name not in self.graph.data:
                continue
            found.add(place)
            step = self.graph.data[name].transform
            if step is not None and step.at == at:
                ahead += [(item, at) for item in step.inputs]
        return frozenset(found)

    # Others

    def tells_of_others(self, arrival: Arrival) -> bool:
        """Whether the datum tells of people beside those it is about, and comes to a process or a
        service of somebody else than the person."""
        others = self._with_others
        if not arrival.content.of_others and not (others and arrival.datum.name in others):
            return False
        return isinstance(arrival.at, Process | External) and not arrival.is_subjects_own

    @shared
    def _with_others(self) -> frozenset[str]:
        return frozenset(self._others_in)

    def is_used_about_others(self, arrival: Arrival) -> bool:
        """Whether the element does something about these others to which they did not agree."""
        return self.told(arrival.at, "about_others") is AboutOthers.USED

    # What counts as anonymous

    def still_says_something(self, arrival: Arrival) -> bool:
        """Whether only a part of something about a person was dropped, made coarser or replaced to
        make the datum, and the rest says something about somebody."""
        step = arrival.datum.transform
        return step is not None and step.operation in _LEAVES_THE_REST and arrival.content.personal

    def passes_for_anonymous(self, arrival: Arrival) -> bool:
        """Whether the datum is treated as anonymous. What is not blurred is not, unless somebody
        claims it."""
        datum, step = arrival.datum, arrival.datum.transform
        blurred = step is not None and step.operation is Operation.BLUR
        claims = datum.claimed_anonymous is not None or blurred
        return claims and bool(self.told(datum, "claimed_anonymous"))

    def is_near_its_original(self, arrival: Arrival) -> bool:
        """Whether the datum gets from another party, or rests with one that reads what it was made
        from, or can join it with something that names the person."""
        if self.comes_from_another_party(arrival):
            return True
        return (
            isinstance(arrival, Copy)
            and arrival.party is not None
            and (self._reads_its_source(arrival) or self._joins_with_a_name(arrival))
        )

    def _reads_its_source(self, copy: Arrival) -> bool:
        """Whether what the copy was made from, or something that gives it back, rests with the same
        party, readable."""
        step, party = copy.datum.transform, copy.party
        if step is None or party is None:
            return False
        return any(
            self.rests_readable(item)
            for name in step.inputs
            for item in self._kept_with.get((party.name, name), ())
            if copy.datum.name not in self._back[item.datum.name]
        )

    @shared
    def _kept_with(self) -> Mapping[tuple[str, str], list[Copy]]:
        """For each party and datum the copies with the party that give the datum back."""
        found: dict[tuple[str, str], list[Copy]] = defaultdict(list)
        for item in self.copies:
            if item.party is not None:
                for name in self._back[item.datum.name]:
                    found[item.party.name, name].append(item)
        return found

    def _joins_with_a_name(self, copy: Arrival) -> bool:
        """Whether the party keeps something that names people and can join it with the copy."""
        party, subjects = copy.party, copy.datum.subjects
        if party is None or subjects is None:
            return False
        return any(
            self._true(self.linking.linked(party.name, copy.datum.name, name))
            for name in self._named_at_rest.get((party.name, subjects), ())
        )

    @shared
    def _named_at_rest(self) -> Mapping[tuple[str, str], list[str]]:
        """The data that name somebody and rest with each party, by population."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for item in self.copies:
            subjects = item.datum.subjects
            if item.party is not None and subjects is not None and item.content.names_somebody:
                found[item.party.name, subjects].add(item.datum.name)
        return {place: sorted(names) for place, names in found.items()}

    def is_a_figure(self, arrival: Arrival) -> bool:
        """Whether the datum stands for several people at once: a figure about many, or a value that
        was made coarser and shows nobody's body."""
        return bool(self._figures) and arrival.datum.name in self._figures

    @shared
    def _figures(self) -> frozenset[str]:
        data = self.graph.data
        begun = (name for name in self._of_kinds(_OF_MANY) if data[name].transform is None)
        return frozenset(
            [name for name in begun if data[name].subjects is not None]
            + [datum.name for datum, step in self._derived if self._is_figure(datum, step)]
        )

    def _is_figure(self, datum: Datum, step: Transform) -> bool:
        if step.operation is Operation.BLUR:
            content = self.contents[datum.name]
            return content.personal and not content.irrevocable
        return step.operation is Operation.AGGREGATE and any(
            self.contents[name].personal for name in step.inputs if name in self.contents
        )

    def is_released_or_decides(self, arrival: Arrival) -> bool:
        """Whether somebody else than its maker and the person reads the datum here, or people get a
        label or an answer by it."""
        if arrival.is_subjects_own:
            return False
        if (arrival.datum.name, arrival.at.name) in self._weighed:
            return True
        return self.comes_from_another_party(arrival) and self.reads(arrival)

    def stands_for_few(self, arrival: Arrival) -> bool:
        """Whether a figure or value stands for fewer people than the limit."""
        return bool(self.told(arrival.datum, "group_size") < GROUP_LIMIT)

    # Credentials

    def is_shown_to(self, custody: Custody) -> bool:
        """Whether the datum is or holds a credential that somebody else gave out."""
        return custody.datum.kind in self._kinds_with_credentials and any(
            self._signer(self.graph.data[name]) is not custody.party
            for name in self._credentials_in.get(custody.datum.name, ())
        )

    @shared
    def _kinds_with_credentials(self) -> frozenset[Kind]:
        """The kinds of data that are or hold a credential."""
        return frozenset(self.graph.data[name].kind for name in self._credentials_in)

    @shared
    def _credentials_in(self) -> Mapping[str, tuple[str, ...]]:
        """The credentials that each datum is or holds, where it does."""
        found = {}
        for datum, signed in self._signed_in.items():
            names = (name for name in signed if self.graph.data[name].kind.traits.issued)
            if credentials := tuple(sorted(names)):
                found[datum] = credentials
        return found

    def is_kept_beyond_the_relation(self, custody: Custody) -> bool:
        """Whether a copy stays readable once the one use, or a relation that is stated to run, is
        over."""
        return any(
            self.rests_readable(copy) and self._outlives_the_relation(copy)
            for copy in custody.copies
        )

    def _outlives_the_relation(self, copy: Copy) -> bool:
        kept = self.retention(copy)
        return kept.until not in _RUNNING or bool(kept.days)

    def status_stays_readable(self, custody: Custody) -> bool:
        """Whether whoever was shown a credential in the datum can read its status ever after."""
        return any(
            self.told(self.graph.data[name], "status") is StatusCheck.LASTING
            for name in self._credentials_in[custody.datum.name]
            if self._signer(self.graph.data[name]) is not custody.party
        )

    # Labels

    def is_a_label(self, carried: Carried) -> bool:
        """Whether the datum stands in a name, address, path or header of the flow."""
        labels = carried.flow.labels
        return bool(labels) and carried.datum.name in labels

    def shows_the_value(self, carried: Carried) -> bool:
        """Whether the value, or a hash of it, arrives: nothing encrypts it, and no token stands in
        its place."""
        own = carried.datum.layer
        return (own is None or own.kind not in _HIDES) and self._true(
            self.lineage.arrives_without(carried.datum.name, carried.flow.destination, _HIDES)
        )

    def is_sealed_beside_it(self, carried: Carried) -> bool:
        """Whether the receiver cannot read something else that the flow brings about people."""
        flow = carried.flow
        return any(
            self.contents[name].personal
            and not self._true(self.lineage.reads(name, flow.destination))
            for name in flow.data
            if name in self.contents and name not in flow.labels
        )

    def is_seen_on_the_way(self, carried: Carried) -> bool:
        """Whether others see the traffic of the party to whose service the flow goes or, where it
        goes to the person, from whose it comes."""
        flow = carried.flow
        to_person = self.graph.is_subjects_own(flow.destination)
        party = self.graph.party_of(flow.source if to_person else flow.destination)
        return party is not None and bool(self.told(party, "observers") - {party.name})

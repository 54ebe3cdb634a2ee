"""What every topic of facts stands on: the fixpoints, the arrivals, and the answers assumed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import chain
from typing import Any, Self

from facetrail.analysis.attributes import ATTRIBUTES, Word, attribute_ask
from facetrail.analysis.condition import ALWAYS, Ask, Condition, Open, ways
from facetrail.analysis.content import contents, gives_back
from facetrail.analysis.lineage import Lineage
from facetrail.analysis.linking import Linking
from facetrail.analysis.outlines import Outlines
from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Arrival, Copy
from facetrail.model.graph import Graph
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Element, External, Flow, Process, Role, Store, Transform


class Ground:
    """The analysis of one graph, and answers to some of its asks; `plain` are the facts that it
    is a copy of under answers, if it is one."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.lineage = Lineage(graph)
        self._back = gives_back(graph)
        self.contents = contents(graph, self._back)
        self.linking = Linking(graph, self.lineage, self.contents)
        self.plain: Self | None = None
        self._answers: Mapping[Ask, str] = {}

    def assuming(self, answers: Mapping[Ask, str]) -> Self:
        """The same facts under answers to open asks; what is worked out already is shared."""
        if not answers:
            return self
        other = object.__new__(type(self))  # copy.copy asks much that is known here
        other.__dict__.update(self.__dict__)
        other.plain = self.plain or self
        other._answers = answers
        return other

    @shared
    def arrivals(self) -> tuple[Arrival, ...]:
        """Every datum at every element that it begins at, flows to or is made at."""
        return tuple(chain.from_iterable(self.arrivals_of.values()))

    @shared
    def arrivals_of(self) -> Mapping[str, Sequence[Arrival]]:
        """The arrivals of each datum."""
        graph, brought = self.graph, self._come_from_others
        places: Mapping[str, Any] = {
            name: (_sort(at), at, graph.party_of(name), graph.is_subjects_own(name))
            for name, at in graph.elements.items()
        }
        found: dict[str, list[Arrival]] = {}
        for name, elements in self.lineage.arrivals:
            datum, content = graph.data[name], self.contents[name]
            starts = (datum.origin, datum.transform and datum.transform.at)
            comes = brought.get(name, ())
            here = found[name] = []
            for element in elements:
                sort, at, party, own = places[element]
                is_brought = element in comes
                here.append(sort(datum, at, party, content, own, element in starts, is_brought))
        return found

    @shared
    def _come_from_others(self) -> Mapping[str, Set[str]]:
        """For each datum the elements to which some flow brings it from an element of another
        party."""
        found: dict[str, set[str]] = defaultdict(set)
        for flow in self._crossing:
            for name in flow.data:
                found[name].add(flow.destination)
        return found

    @shared
    def _crossing(self) -> tuple[Flow, ...]:
        """The flows from an element of one party to one of another."""
        return tuple(filter(self.graph.crosses_parties, self.graph.data_flows))

    @shared
    def arrivals_at(self) -> Mapping[str, Mapping[str, Arrival]]:
        """The arrivals at each element, by datum."""
        found: dict[str, dict[str, Arrival]] = defaultdict(dict)
        for name, arrivals in self.arrivals_of.items():
            for item in arrivals:
                found[item.at.name][name] = item
        return found

    @shared
    def _had_by(self) -> Mapping[str, Mapping[str, Sequence[Arrival]]]:
        """For each party but the subjects what personal data it has, each with its arrivals
        there."""
        found: dict[str, dict[str, list[Arrival]]] = {
            name: {} for name, party in self.graph.parties.items() if party.role is not Role.SUBJECT
        }
        for name, arrivals in self.arrivals_of.items():
            for item in arrivals if self.contents[name].personal else ():
                if item.party is not None and not item.is_subjects_own:
                    found[item.party.name].setdefault(name, []).append(item)
        return found

    @shared
    def copies(self) -> tuple[Copy, ...]:
        """The arrivals that rest in a store."""
        return tuple(item for item in self.arrivals if isinstance(item, Copy))

    @shared
    def copies_at(self) -> Mapping[str, list[Copy]]:
        """The copies in each store."""
        found: dict[str, list[Copy]] = defaultdict(list)
        for copy_ in self.copies:
            found[copy_.at.name].append(copy_)
        return found

    @shared
    def _copies_of(self) -> Mapping[str, list[Copy]]:
        """The copies of each datum outside the control of the person."""
        found: dict[str, list[Copy]] = defaultdict(list)
        for item in self.copies:
            if not item.is_subjects_own:
                found[item.datum.name].append(item)
        return found

    @shared
    def _outlines(self) -> Outlines:
        return Outlines(self.graph, self.contents)

    def collectors(self, datum: str) -> frozenset[str]:
        """The parties that took what the datum was made from."""
        return self._collected_by[datum]

    @shared
    def _collected_by(self) -> Mapping[str, frozenset[str]]:
        collectors = self._collectors
        return {
            name: collectors[name]
            if taken == (name,)
            else frozenset().union(*[collectors[item] for item in taken])
            for name, taken in self._taken.items()
        }

    def _answer(self, ask: Ask) -> str:
        try:
            return self._answers[ask]
        except KeyError:
            raise Open(ask) from None

    def told(self, word: Word, attribute: str) -> Any:
        """What the author states of a word, or what the answer says where nobody has."""
        value = getattr(word, attribute)
        if value is None:
            answer = self._answer(attribute_ask(word, attribute))
            return ATTRIBUTES[type(word)][attribute].answers[answer]
        return value

    def _true(self, condition: Condition) -> bool:
        """The truth of a condition under the answers given; raises Open where they don't settle
        it."""
        if condition is ALWAYS or condition == ALWAYS or not condition:
            return bool(condition)
        unsettled: Ask | None = None
        for answers in ways(condition):
            asked: Ask | None = None
            for item in answers:
                answer = self._answers.get(item.ask)
                if answer is None:
                    asked = asked or item.ask
                elif answer not in item.among:
                    break
            else:
                if asked is None:
                    return True
                unsettled = unsettled or asked
                if not self._answers:
                    break
        if unsettled is not None:
            raise Open(unsettled)
        return False

    @shared
    def _flows_to(self) -> Mapping[str, list[Flow]]:
        found: dict[str, list[Flow]] = defaultdict(list)
        for flow in self.graph.data_flows:
            found[flow.destination].append(flow)
        return found

    @shared
    def _flows_from(self) -> Mapping[str, list[Flow]]:
        found: dict[str, list[Flow]] = defaultdict(list)
        for flow in self.graph.data_flows:
            found[flow.source].append(flow)
        return found

    def _named_on(self, flow: Flow) -> set[str | None]:
        """The populations of which a flow brings something that names the people."""
        names = self._names
        return {names[name] for name in flow.data if name in names}

    @shared
    def _names(self) -> Mapping[str, str | None]:
        """The data that name people, with the population that these are of."""
        return {
            name: datum.subjects
            for name, datum in self.graph.data.items()
            if self.contents[name].names_directly
        }

    @shared
    def _made_at(self) -> Mapping[str, list[Datum]]:
        found: dict[str, list[Datum]] = defaultdict(list)
        for datum in self.graph.data.values():
            if datum.transform is not None:
                found[datum.transform.at].append(datum)
        return found

    @shared
    def _taken(self) -> Mapping[str, tuple[str, ...]]:
        """What was taken from a person to make each datum: itself if it begins somewhere, states
        its purposes or answers a question; else what its inputs come from (law 1)."""
        found: dict[str, tuple[str, ...]] = {}
        for datum in self.graph.data_in_order:
            step = datum.transform
            states_itself = datum.collected_for is not None or self._maker(datum) is not None
            if states_itself or step is None:
                found[datum.name] = (datum.name,)
            else:
                roots = {root for item in step.inputs for root in found.get(item, ())}
                found[datum.name] = tuple(sorted(roots))
        return found

    def _is_result(self, datum: Datum) -> bool:
        return datum.transform is not None and datum.transform.operation.effect.result

    def _maker(self, datum: Datum) -> Process | External | None:
        """What works a result out, and whose purposes the result therefore serves (law 1); none
        for other data, nor for a result of a card or sensor, which serves what its inputs were
        taken for."""
        step = datum.transform
        if step is None or not step.operation.effect.result:
            return None
        maker = self.graph.elements.get(step.at)
        return maker if isinstance(maker, Process | External) else None

    @shared
    def _collectors(self) -> Mapping[str, frozenset[str]]:
        """The parties that took each datum: that of its origin, or, where it begins with the
        subject, those that get it from there."""
        graph = self.graph
        begun = (
            (name, datum.origin if datum.transform is None else datum.transform.at)
            for name, datum in graph.data.items()
        )
        given = (
            (name, flow.destination)
            for flow in self._crossing
            if graph.is_subjects_own(flow.source)
            for name in flow.data
        )
        found: dict[str, set[str]] = defaultdict(set)
        for name, at in chain(begun, given):
            if at is None or graph.is_subjects_own(at) or not self.lineage.arrives(name, at):
                continue
            party = graph.party_of(at)
            if party is not None:
                found[name].add(party.name)
        return {name: frozenset(found.get(name, ())) for name in graph.data}

    def _back_of(self, names: Iterable[str]) -> frozenset[str]:
        return frozenset().union(*[self._back.get(name, ()) for name in names])

    @shared
    def _derived(self) -> Sequence[tuple[Datum, Transform]]:
        """The data that are made of others, each after these, with how they are made."""
        return [
            (datum, step)
            for datum in self.graph.data_in_order
            if (step := datum.transform) is not None
        ]

    @shared
    def _by_kind(self) -> Mapping[Kind, Sequence[str]]:
        found: dict[Kind, list[str]] = defaultdict(list)
        for name, datum in self.graph.data.items():
            found[datum.kind].append(name)
        return found

    def _has_kinds(self, kinds: Set[Kind]) -> bool:
        """Whether any datum is of one of these kinds."""
        return not kinds.isdisjoint(self._by_kind)

    def _of_kinds(self, kinds: Set[Kind]) -> list[str]:
        """The data of some kinds."""
        return [name for kind, names in self._by_kind.items() if kind in kinds for name in names]

    def _held_by_each(self, kinds: Set[Kind]) -> dict[str, frozenset[str]]:
        """For each datum those of some kinds that it gives back."""
        held, nothing = frozenset(self._of_kinds(kinds)), frozenset[str]()
        return {
            name: nothing if held.isdisjoint(back) else held & back
            for name, back in self._back.items()
        }

    @shared
    def _giving_back(self) -> Mapping[str, Sequence[str]]:
        """For each datum the others that give it back."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, back in self._back.items():
            for item in back if len(back) > 1 else ():
                if item != name:
                    found[item].append(name)
        return found

    @shared
    def _operations_at(self) -> Mapping[str, set[Operation]]:
        found: dict[str, set[Operation]] = defaultdict(set)
        for element, made in self._made_at.items():
            found[element] = {step.operation for item in made if (step := item.transform)}
        return found

    @shared
    def _fresh(self) -> Mapping[str, Set[str]]:
        """For data that show a person, and what these are made from, the elements that they reach
        without coming out of a store of somebody else."""
        return self._reached_fresh(
            name for name, content in self.contents.items() if content.irrevocable
        )

    @shared
    def _names_fresh(self) -> Mapping[str, Set[str]]:
        """The same for data that name a person."""
        return self._reached_fresh(
            name for name, content in self.contents.items() if content.names_directly
        )

    def _reached_fresh(self, names: Iterable[str]) -> Mapping[str, Set[str]]:
        wanted = self._with_sources(names)
        found: dict[str, Set[str]] = {}
        for datum in self.graph.data_in_order:
            step = datum.transform
            start = (datum.origin if step is None else step.at) or ""
            if datum.name not in wanted or start not in self.graph.elements:
                continue
            if step is None or all(start in found.get(item, ()) for item in step.inputs):
                found[datum.name] = self.lineage.spread(datum.name, [start], self._archives)
        return found

    def _with_sources(self, names: Iterable[str]) -> Set[str]:
        """Data with all that they were made from."""
        found = set(names)
        for datum, step in reversed(self._derived):
            if datum.name in found:
                found.update(step.inputs)
        return found

    def _comes_fresh(self, datum: str, element: str) -> bool:
        """Whether such a datum comes to the element so."""
        shown = self._fresh.get(datum)
        return element in (self._names_fresh.get(datum, ()) if shown is None else shown)

    @shared
    def _out_of_archives(self) -> Mapping[str, Set[str]]:
        """For what shows a person, with what is made of it, the elements that it reaches out of a
        store of somebody else than the person."""
        found: dict[str, Set[str]] = {}
        for datum in self.graph.data_in_order:
            name, step = datum.name, datum.transform
            starts: set[str] = set()
            if self.contents[name].irrevocable and name in self._copies_of:
                onward = self.lineage.onward(name)
                for item in self._copies_of[name]:
                    starts.update(flow.destination for flow in onward.get(item.at.name, ()))
            if step is not None and any(step.at in found.get(item, ()) for item in step.inputs):
                starts.add(step.at)
            if starts:
                found[datum.name] = self.lineage.spread(datum.name, starts)
        return found

    @shared
    def _archives(self) -> frozenset[str]:
        """The stores outside the control of the person."""
        names = (item.name for item in self.graph.of_sort(Store))
        return frozenset(name for name in names if not self.graph.is_subjects_own(name))


def _sort(at: Element) -> type[Arrival]:
    """What a datum at an element is: what gets to a store rests there."""
    return Copy if isinstance(at, Store) else Arrival

"""What can be got back from a datum once it can be read, locks aside."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from facetrail.model.graph import Graph
from facetrail.model.kinds import SAMPLE_OF, Form, Kind, Links, Modality, Names
from facetrail.model.operations import Inverse


@dataclass(frozen=True, eq=False)
class Content:
    """The kinds that a readable datum gives: its own, and those of what it was made from as far
    as the making can be undone; `is_special` says whether it is of a special category. Rules ask
    what these kinds do, never which they are. There is one of each: see contents()."""

    kinds: frozenset[Kind]
    is_special: bool

    @cached_property
    def irrevocable(self) -> bool:
        """Shows something of a person that they can never change."""
        return any(kind.traits.irrevocable for kind in self.kinds)

    @cached_property
    def modalities(self) -> frozenset[Modality]:
        """The biometric characteristics that it shows."""
        found = (kind.traits.modality for kind in self.kinds)
        return frozenset(item for item in found if item is not None)

    @cached_property
    def names_directly(self) -> bool:
        """Leads to a name by itself or through a registry."""
        return bool(self.naming_kinds)

    @cached_property
    def naming_kinds(self) -> frozenset[Kind]:
        """The kinds in it that lead to a name by themselves or through a registry."""
        return frozenset(kind for kind in self.kinds if kind.traits.names_directly)

    @cached_property
    def names_alone(self) -> bool:
        """Names the person by itself."""
        return any(kind.traits.names is Names.ALONE for kind in self.kinds)

    @cached_property
    def is_contact(self) -> bool:
        """A value by which the person is reached, and which many services ask for."""
        traits = [kind.traits for kind in self.kinds]
        return any(
            item.links is Links.SERVICES and item.names is Names.WITH_REGISTRY for item in traits
        )

    @cached_property
    def is_handle(self) -> bool:
        """Leads to a name only through a registry, and shows nothing: an account, a number, an
        address."""
        return self.names_directly and not self.names_alone and not self.irrevocable

    @cached_property
    def locates(self) -> bool:
        """Tells where the person was."""
        return any(kind.traits.locates for kind in self.kinds)

    @cached_property
    def has_template(self) -> bool:
        """Holds features extracted from a biometric sample."""
        return any(kind.traits.template for kind in self.kinds)

    @cached_property
    def singles_out(self) -> bool:
        """Recognises one person across records."""
        return bool(self.links_by)

    @cached_property
    def links_by(self) -> tuple[Kind | Modality, ...]:
        """The values in it by which one person is recognised across records, sorted."""
        singling = (kind for kind in self.kinds if kind.traits.singles_out)
        return tuple(sorted({kind.traits.modality or kind for kind in singling}))

    @cached_property
    def identifies(self) -> bool:
        """Shows a person, leads to a name, or is recognised beyond one application."""
        wide = (Links.EVERYTHING, Links.NATION, Links.SERVICES)
        linked = any(kind.traits.links in wide for kind in self.kinds)
        return self.irrevocable or self.names_directly or linked

    @cached_property
    def names_plainly(self) -> bool:
        """Leads to a name by something that is not given out."""
        return any(not kind.traits.issued for kind in self.naming_kinds)

    @cached_property
    def names_somebody(self) -> bool:
        """Leads to a name, by more than an account, a contact value or a result does."""
        return any(
            kind.traits.names_directly
            and not kind.traits.result
            and not kind.traits.issued
            and kind.traits.links not in (Links.APPLICATION, Links.SERVICES)
            for kind in self.kinds
        )

    @cached_property
    def tells_who(self) -> bool:
        """Names somebody in this sense, shows them, or tells where they live or when they were
        born."""
        return self.names_somebody or any(
            kind.traits.sample or (kind.traits.guessable and kind.traits.links is Links.PARTLY)
            for kind in self.kinds
        )

    @cached_property
    def is_mark(self) -> bool:
        """Holds something by which one is recognised again and that can be taken of a person
        without their stating it, or of what they show."""
        return any(
            kind.traits.singles_out and (kind.traits.measured or kind.traits.issued)
            for kind in self.kinds
        )

    @cached_property
    def is_alias(self) -> bool:
        """Stands in the place of who somebody is."""
        return any(kind.traits.alias for kind in self.kinds)

    @cached_property
    def narrows(self) -> bool:
        """Narrows down whom it is about."""
        return any(kind.traits.narrows for kind in self.kinds)

    @cached_property
    def of_others(self) -> bool:
        """Tells by nature of other people, too."""
        return any(kind.traits.of_others for kind in self.kinds)

    @cached_property
    def of_a_group(self) -> bool:
        """Holds a trait that makes people a group which laws protect."""
        return any(kind.traits.group for kind in self.kinds)

    @cached_property
    def stands_in(self) -> bool:
        """Holds what may stand in for such a trait."""
        return any(kind.traits.stands_in for kind in self.kinds)

    @cached_property
    def exposes(self) -> bool:
        """Identifies, or tells something sensitive of a person."""
        return self.identifies or (self.is_special and not self.is_answer)

    @cached_property
    def says_more_than_yes_or_no(self) -> bool:
        """Holds a value of a person, not just the answer to a question."""
        return self.exposes or any(kind.traits.guessable for kind in self.kinds)

    @cached_property
    def is_more_than_one_fact(self) -> bool:
        """Shows a person, or holds several facts: a record, a document, a list, a history."""
        several = len(self.kinds) > 1 or any(kind.traits.several for kind in self.kinds)
        return self.irrevocable or several

    @cached_property
    def personal(self) -> bool:
        """Says something about somebody."""
        return any(kind.traits.personal for kind in self.kinds)

    @cached_property
    def is_answer(self) -> bool:
        """Only answers a question: a score or a decision, which names nobody."""
        return all(kind.traits.result and not kind.traits.names_directly for kind in self.kinds)

    @cached_property
    def form(self) -> Form:
        """The worst form among the kinds."""
        return min((kind.traits.form for kind in self.kinds), key=lambda form: form.rank)

    @cached_property
    def recoverable(self) -> tuple[str, ...]:
        """The kinds in words, with the sample that each template gives back, sorted."""
        samples = {
            SAMPLE_OF[kind.traits.modality]
            for kind in self.kinds
            if kind.traits.template and kind.traits.modality is not None
        }
        return tuple(sorted(self.kinds | samples))


_content = cache(Content)  # few differ: each is worked out once


def gives_back(graph: Graph) -> Mapping[str, frozenset[str]]:
    """For every datum the data that can be got back from it: itself, and the inputs of every
    transform on the way that can be undone, exactly or closely enough."""
    found: dict[str, frozenset[str]] = {}
    for datum in graph.data_in_order:
        step = datum.transform
        undone = step is not None and step.operation.effect.inverse is not Inverse.NONE
        inputs = step.inputs if step is not None and undone else ()
        itself = frozenset((datum.name,))
        back = [found[item] for item in inputs if item in found]
        found[datum.name] = itself.union(*back) if back else itself
    return found


def of_special_category(graph: Graph) -> frozenset[str]:
    """The data that reveal what most laws protect specially: by their own kind, or because a
    transform passes that on from an input (law 3)."""
    found: set[str] = set()
    for datum in graph.data_in_order:
        step = datum.transform
        passes = step is not None and not step.operation.effect.drops_category
        inputs = step.inputs if step is not None and passes else ()
        if datum.kind.traits.sensitive or not found.isdisjoint(inputs):
            found.add(datum.name)
    return frozenset(found)


def contents(graph: Graph, back: Mapping[str, frozenset[str]]) -> Mapping[str, Content]:
    """What every datum gives to somebody who can read it, where `back` can be got back from it."""
    special = of_special_category(graph)
    return {
        name: _content(frozenset(graph.data[item].kind for item in back[name]), name in special)
        for name in graph.data
    }

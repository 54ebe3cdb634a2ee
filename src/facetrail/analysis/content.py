"""What can be got back from a datum once it can be read, locks aside."""

from collections.abc import Mapping
from dataclasses import dataclass

from facetrail.model.graph import Graph
from facetrail.model.kinds import SAMPLE_OF, Form, Kind
from facetrail.model.operations import Inverse


@dataclass(frozen=True, slots=True)
class Content:
    """The kinds that a readable datum gives: its own, and those of what it was made from as far
    as the making can be undone; `is_special` says whether it is of a special category. Rules ask
    what these kinds do, never which they are."""

    kinds: frozenset[Kind]
    is_special: bool

    @property
    def irrevocable(self) -> bool:
        """Shows something of a person that they can never change."""
        return any(kind.traits.irrevocable for kind in self.kinds)

    @property
    def names_directly(self) -> bool:
        """Leads to a name by itself or through a registry."""
        return any(kind.traits.names_directly for kind in self.kinds)

    @property
    def has_template(self) -> bool:
        """Holds features extracted from a biometric sample."""
        return any(kind.traits.template for kind in self.kinds)

    @property
    def singles_out(self) -> bool:
        """Recognises one person across records."""
        return any(kind.traits.singles_out for kind in self.kinds)

    @property
    def personal(self) -> bool:
        """Says something about somebody."""
        return any(kind.traits.personal for kind in self.kinds)

    @property
    def is_answer(self) -> bool:
        """Only answers a question: a score or a decision, which names nobody."""
        return all(kind.traits.result and not kind.traits.names_directly for kind in self.kinds)

    @property
    def form(self) -> Form:
        """The worst form among the kinds."""
        return min((kind.traits.form for kind in self.kinds), key=lambda form: form.rank)

    @property
    def recoverable(self) -> tuple[str, ...]:
        """The kinds in words, with the sample that each template gives back, sorted."""
        samples = {
            SAMPLE_OF[kind.traits.modality]
            for kind in self.kinds
            if kind.traits.template and kind.traits.modality is not None
        }
        return tuple(sorted(self.kinds | samples))


def gives_back(graph: Graph) -> Mapping[str, frozenset[str]]:
    """For every datum the data that can be got back from it: itself, and the inputs of every
    transform on the way that can be undone, exactly or closely enough."""
    found: dict[str, frozenset[str]] = {}

    def visit(name: str) -> frozenset[str]:
        if name not in found:
            step = graph.data[name].transform
            back = {name}
            if step is not None and step.operation.effect.inverse is not Inverse.NONE:
                back.update(*(visit(item) for item in step.inputs if item in graph.data))
            found[name] = frozenset(back)
        return found[name]

    for name in graph.data:
        visit(name)
    return found


def of_special_category(graph: Graph) -> frozenset[str]:
    """The data that reveal what most laws protect specially: by their own kind, or because a
    transform passes that on from an input (law 3)."""
    found: dict[str, bool] = {}

    def visit(name: str) -> bool:
        if name not in found:
            datum = graph.data[name]
            step = datum.transform
            passes = step is not None and not step.operation.effect.drops_category
            inputs = step.inputs if step is not None and passes else ()
            found[name] = datum.kind.traits.sensitive or any(
                visit(item) for item in inputs if item in graph.data
            )
        return found[name]

    return frozenset(name for name in graph.data if visit(name))


def contents(graph: Graph) -> Mapping[str, Content]:
    """What every datum gives to somebody who can read it."""
    back, special = gives_back(graph), of_special_category(graph)
    return {
        name: Content(frozenset(graph.data[item].kind for item in back[name]), name in special)
        for name in graph.data
    }

"""What stays when data should be gone: later copies, models, data of people who were refused."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from facetrail.analysis.erring import Erring
from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Carried, Copy, Use
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.retention import is_longer
from facetrail.model.words import (
    AfterRefusal,
    Comparison,
    Datum,
    Event,
    Process,
    Unlearning,
)

ENDINGS = frozenset(Event) - {Event.ERASURE_REQUEST, Event.WITHDRAWAL}
"""Events that come by themselves, without the person asking."""


class Forgetting(Erring):
    """Facts about deletion."""

    # Copies of copies

    def is_a_later_copy(self, copy: Copy) -> bool:
        """Whether the copy came, perhaps wrapped anew, out of another store of somebody else than
        the person."""
        is_copied = copy.datum.kind in self._kinds_copied
        return is_copied and (copy.datum.name, copy.at.name) in self._earlier

    @shared
    def _kinds_copied(self) -> frozenset[Kind]:
        return frozenset(self.graph.data[name].kind for name, _ in self._earlier)

    @shared
    def _earlier(self) -> Mapping[tuple[str, str], tuple[Copy, ...]]:
        """For each copy those from which it can have come: in other stores, of the same datum or
        of what it wraps."""
        same: dict[str, list[Copy]] = defaultdict(list)
        for name, copies in self._copies_of.items():
            if self.contents[name].personal:
                same[self._unwrapped.get(name, name)] += copies
        found: dict[tuple[str, str], list[Copy]] = defaultdict(list)
        for copies in same.values():
            for item in filter(self._goes_on, copies) if len(copies) > 1 else ():
                for name, reached in self._places_after(item):
                    for other in copies:
                        is_later = other.datum.name == name and other.at.name in reached
                        if is_later and other.at is not item.at:
                            found[name, other.at.name].append(item)
        return {place: tuple(copies) for place, copies in found.items()}

    @shared
    def _unwrapped(self) -> Mapping[str, str]:
        """For each datum that is wrapped in layers what these hold."""
        found: dict[str, str] = {}
        for datum, step in self._derived:
            if step.operation.effect.wraps:
                found[datum.name] = found.get(step.inputs[0], step.inputs[0])
        return found

    def _goes_on(self, copy: Copy) -> bool:
        """Whether the copy leaves its store, or something is put around it."""
        name = copy.datum.name
        return copy.at.name in self.lineage.onward(name) or name in self._wrapped_in

    def _places_after(self, copy: Copy) -> Iterator[tuple[str, Set[str]]]:
        """Where the copy, and itself under each further layer, gets to."""
        ahead = [(copy.datum.name, copy.at.name)]
        while ahead:
            name, start = ahead.pop()
            reached = self.lineage.spread(name, [start])
            yield name, reached
            ahead += [item for item in self._wrapped_in.get(name, ()) if item[1] in reached]

    @shared
    def _wrapped_in(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """What is made of each datum by putting a layer around it, and at which element."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for datum, step in self._derived:
            if step.operation.effect.wraps:
                for name in step.inputs:
                    found[name].append((datum.name, step.at))
        return found

    def escapes_deletion(self, copy: Copy) -> bool:
        """Whether the copy lives longer than one that it came from, stays when the person has that
        one deleted, or brings it back."""
        earlier = self._earlier[copy.datum.name, copy.at.name]
        return (
            self._brings_back(copy)
            or any(bool(is_longer(self.retention(copy), self.retention(one))) for one in earlier)
            or self._stays_alone(copy)
        )

    def _brings_back(self, copy: Copy) -> bool:
        """Whether the copy gets back into a store that it came from, deleted data too."""
        restored = any(
            copy in self._earlier.get((one.datum.name, one.at.name), ())
            for one in self._earlier[copy.datum.name, copy.at.name]
        )
        return restored and not self.told(copy.at, "replays_deletions")

    def _stays_alone(self, copy: Copy) -> bool:
        """Whether a request reaches a copy that this one came from, and not this one, which nothing
        rotates out within the time promised either."""
        if self.erasure_reaches(copy) or self._rotates(copy):
            return False
        return any(
            self.erasure_reaches(one) for one in self._earlier[copy.datum.name, copy.at.name]
        )

    def _rotates(self, copy: Copy) -> bool:
        limit, kept = self._promised[copy.datum.name], self.retention(copy)
        return (
            limit is not None
            and kept.days is not None
            and is_longer(kept, limit) is False
            and bool(copy.at.replays_deletions)
        )

    def has_a_key_for_each_person(self, copy: Copy) -> bool:
        """Whether a key that is destroyed with the data of each person covers the copy."""
        if not self._some_key_is_per_person:
            return False
        layers = (*self.layers(copy.datum.name, copy.at.name), *(copy.at.at_rest or ()))
        return any(
            layer.key is not None and self.graph.keys[layer.key].per_person for layer in layers
        )

    @shared
    def _some_key_is_per_person(self) -> bool:
        return any(key.per_person for key in self.graph.keys.values())

    # Periods

    def has_no_ending(self, copy: Copy) -> bool:
        """Whether neither a period nor an event that comes by itself ends the keeping."""
        return self.retention(copy).unlimited and ENDINGS.isdisjoint(
            self.told(copy.at, "deletes_on")
        )

    # People who were refused

    def may_be_of_applicants(self, copy: Copy) -> bool:
        """Whether the datum, or something that it gives back, comes to a process which compares, or
        gets the outcome of a comparison, in order to enrol people."""
        names = {
            name for one in self._back[copy.datum.name] for name in self._checks_before.get(one, ())
        }
        places = [
            item for name in sorted(names) if isinstance(item := self.graph.elements[name], Process)
        ]
        return any(
            self._comparison_at(item) is not Comparison.NONE and self._enrols(item)
            for item in places
            if item.name not in self._with_outcome
        ) or any(self._enrols(item) for item in places if item.name in self._with_outcome)

    @shared
    def _with_outcome(self) -> frozenset[str]:
        """Elements at which the outcome of a comparison is made or arrives."""
        return frozenset(
            item.at.name for item in self.arrivals if item.datum.name in self._outcomes
        )

    @shared
    def _checks_before(self) -> Mapping[str, Set[str]]:
        """For data the processes of others which compare, or get an outcome, and to which it
        comes from somebody present."""
        comparing = {work.at.name for work in self.works} | self._with_outcome
        checking = {name for name in comparing if not self.graph.is_subjects_own(name)}
        processes = {name for name in checking if isinstance(self.graph.elements[name], Process)}
        fresh = {**self._names_fresh, **self._fresh}
        return {name: places & processes for name, places in fresh.items()}

    def deletes_the_refused(self, copy: Copy) -> bool:
        """Whether it is stated that a refusal deletes the copy."""
        at = copy.at
        return at.after_refusal is AfterRefusal.DELETED or Event.REFUSAL in (at.deletes_on or ())

    def keeps_the_refused(self, copy: Copy) -> bool:
        """Whether data of people who were refused are kept as those of others, or shared."""
        return self.told(copy.at, "after_refusal") in (AfterRefusal.AS_OTHERS, AfterRefusal.SHARED)

    # Models

    def cannot_unlearn(self, use: Use) -> bool:
        """Whether a model trained on the datum at the element keeps what it learned from somebody
        who withdraws."""
        return any(
            self.told(model, "unlearning") is Unlearning.NEVER
            for model in self._models_of.get((use.taken.name, use.at.name), ())
        )

    def is_trained_on(self, use: Use) -> bool:
        """Whether the element reads the datum and trains a model on it."""
        models = self._models_of
        return bool(models) and (use.taken.name, use.at.name) in models and self._is_read(use)

    @shared
    def _models_of(self) -> Mapping[tuple[str, str], list[Datum]]:
        """The models that are trained on what was taken, by element."""
        found: dict[tuple[str, str], list[Datum]] = defaultdict(list)
        for model in self._models:
            step = model.transform
            if step is not None:
                for taken in {root for name in step.inputs for root in self._taken[name]}:
                    found[taken, step.at].append(model)
        return found

    @shared
    def _models(self) -> tuple[Datum, ...]:
        """Everything that is trained on data about people."""
        return tuple(
            item
            for item, step in self._derived
            if step.operation is Operation.TRAIN
            and any(self._is_about_somebody(name) for name in step.inputs)
        )

    def _is_about_somebody(self, name: str) -> bool:
        """Whether a datum says something about people, or comes of one that does."""
        return name in self._about_somebody

    @shared
    def _about_somebody(self) -> frozenset[str]:
        found: set[str] = set()
        for datum in self.graph.data_in_order:
            inputs = () if datum.transform is None else datum.transform.inputs
            if self.contents[datum.name].personal or not found.isdisjoint(inputs):
                found.add(datum.name)
        return frozenset(found)

    def gives_a_model_away(self, carried: Carried) -> bool:
        """Whether the flow carries a model that was trained on people, or what it puts out: all of
        it, or decisions of which somebody may have any number."""
        if not self._models_behind or carried.datum.name not in self._models_behind:
            return False
        step = carried.datum.transform
        decides = step is not None and step.operation is Operation.DECIDE
        return not decides or not self.limits_attempts(carried)

    def protects_members(self, carried: Carried) -> bool:
        """Whether all models behind the datum are kept from telling whom they learned from."""
        return all(
            self.told(model, "members_protected")
            for model in self._models_behind[carried.datum.name]
        )

    @shared
    def _models_behind(self) -> Mapping[str, tuple[Datum, ...]]:
        """The models trained on people that each datum is, or was put out by."""
        models = {item.name for item in self._models}
        found: dict[str, tuple[Datum, ...]] = {}
        if not models:
            return found
        for datum in self.graph.data_in_order:
            step = datum.transform
            behind = {
                model for name in (step.inputs if step else ()) for model in found.get(name, ())
            }
            if datum.name in models:
                behind = {datum}
            elif step is not None and step.operation is Operation.AGGREGATE:
                behind = set()
            if behind:
                found[datum.name] = tuple(sorted(behind, key=lambda item: item.name))
        return found

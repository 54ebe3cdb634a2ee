"""Data about people, and what is made of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytm  # type: ignore[import-untyped]

from facetrail.authoring.checks import Some
from facetrail.authoring.layers import (
    Encrypted,
    Hashed,
    Key,
    Layer,
    ProtectedTemplate,
    Tokenised,
)
from facetrail.authoring.parties import Element, Subjects
from facetrail.authoring.places import written_at
from facetrail.authoring.record import record
from facetrail.authoring.strict import Word, declares, strict, title
from facetrail.model.kinds import TEMPLATE_OF, Kind
from facetrail.model.operations import Operation
from facetrail.model.words import (
    Evidence,
    Purpose,
    Retention,
    Scope,
    StatusCheck,
    Unlearning,
    Upkeep,
)


@dataclass(frozen=True)
class Step:
    """How a datum comes from others, which are in order: a probe stands before its references."""

    operation: Operation
    inputs: "tuple[PersonalData, ...]"
    at: Element


class PersonalData(Word, pytm.Data):  # type: ignore[misc]
    """One piece of data about people. It begins at `origin`, or a method of other data makes it.

    `collected_for` are the purposes it was taken for, `also_for` those that a later choice of the
    person or a legal basis adds, `lifetime` is what was promised. In a model about one population
    the data are about them; derived data are about whom their source is about. `untargeted` says
    that they were gathered from the web or from cameras without regard to whom they show,
    `transferable` that whoever gets them can prove them to others, `metadata` whether the file of
    a recording tells where, when or with what it was taken, `renewable` whether a new value can be
    issued that makes the old one useless; `also_about` are other people in them. `scope` is how far
    the value stays the same for one person.

    `indivisible` is the reason why the part that is needed cannot be shown alone,
    `claimed_anonymous` says whether they are treated as anonymous, `group_size` for how many people
    each figure or value stands at least, `status` how somebody can tell whether a credential still
    holds.

    `upkeep` is the state of something that people are compared with. Of a trained model,
    `unlearning` is what becomes of what it learned from somebody who withdraws, `members_protected`
    whether it is kept from telling whom it was trained on. `metres` is how far a zone reaches from
    what it is drawn around.
    """

    @declares
    def __init__(
        self,
        name: str,
        *,
        kind: Kind,
        origin: Element | None = None,
        subjects: Subjects | None = None,
        collected_for: Some[Purpose] | None = None,
        also_for: Some[Purpose] = (),
        lifetime: Retention | None = None,
        untargeted: bool | None = None,
        transferable: bool | None = None,
        metadata: bool | None = None,
        renewable: bool | None = None,
        also_about: Some[Subjects] = (),
        scope: Scope | None = None,
        indivisible: str = "",
        claimed_anonymous: bool | None = None,
        group_size: int | None = None,
        status: StatusCheck | None = None,
        upkeep: Upkeep | None = None,
        unlearning: Unlearning | None = None,
        members_protected: bool | None = None,
        metres: int | None = None,
        description: str = "",
        evidence: Evidence = Evidence.REPORTED,
    ) -> None: ...

    @strict
    def extract(self, name: str, *, at: Element) -> "PersonalData":
        """The features of a biometric sample: its template."""
        modality = self.kind.traits.modality
        if modality not in TEMPLATE_OF:
            record.problem(
                written_at(),
                f"{title(self)} is no biometric sample: nothing can be extracted from it",
                "select fields or infer instead",
            )
        return self._make(name, Operation.EXTRACT, at, kind=TEMPLATE_OF.get(modality))

    @strict
    def protect(
        self,
        name: str,
        *,
        at: Element,
        scheme: str,
        irreversible: bool | None = None,
        auxiliary: Key | None = None,
    ) -> "PersonalData":
        """A protected template, by a named scheme (ISO/IEC 24745)."""
        layer = ProtectedTemplate(scheme, irreversible=irreversible, auxiliary=auxiliary)
        return self._make(name, Operation.PROTECT, at, layer=layer)

    @strict
    def encrypt(self, name: str, *, at: Element, key: Key) -> "PersonalData":
        """The same, readable only with the key."""
        return self._make(name, Operation.ENCRYPT, at, layer=Encrypted(key))

    @strict
    def hash(self, name: str, *, at: Element, key: Key | None = None) -> "PersonalData":
        """A hash of it, with a key or without."""
        return self._make(name, Operation.HASH, at, layer=Hashed(key))

    @strict
    def tokenise(self, name: str, *, at: Element, vault: Key) -> "PersonalData":
        """A token for it; the vault gives it back."""
        return self._make(name, Operation.TOKENISE, at, layer=Tokenised(vault))

    @strict
    def crop(self, name: str, *, at: Element) -> "PersonalData":
        """A part of it: the background and other people are gone."""
        return self._make(name, Operation.CROP, at)

    @strict
    def strip_metadata(self, name: str, *, at: Element) -> "PersonalData":
        """The same without what its file says about it."""
        return self._make(name, Operation.STRIP, at)

    @strict
    def reencode(self, name: str, *, at: Element) -> "PersonalData":
        """The same in another encoding."""
        return self._make(name, Operation.REENCODE, at)

    @strict
    def blur(self, name: str, *, at: Element) -> "PersonalData":
        """The same, blurred or made coarser."""
        return self._make(name, Operation.BLUR, at)

    @strict
    def surround(
        self, name: str, *others: "PersonalData", at: Element, metres: int | None = None
    ) -> "PersonalData":
        """A zone around this place, and others: a limit to where somebody may be."""
        made = self._make(name, Operation.SURROUND, at, *others)
        made._said |= {"metres": metres}
        return made

    @strict
    def compare(
        self, name: str, references: "Some[PersonalData]", *, at: Element
    ) -> "PersonalData":
        """The score of a comparison of this probe with references of the claimed person."""
        return self._make(name, Operation.COMPARE, at, *references)

    @strict
    def search(self, name: str, gallery: "Some[PersonalData]", *, at: Element) -> "PersonalData":
        """The candidates that a search for this probe finds among many people."""
        return self._make(name, Operation.SEARCH, at, *gallery)

    @strict
    def decide(self, name: str, *, at: Element) -> "PersonalData":
        """The decision that it leads to."""
        return self._make(name, Operation.DECIDE, at)

    @strict
    def join(self, name: str, *others: "PersonalData", at: Element, kind: Kind) -> "PersonalData":
        """One record of this and others."""
        return self._make(name, Operation.JOIN, at, *others, kind=kind)

    @strict
    def select(self, name: str, *, at: Element, kind: Kind) -> "PersonalData":
        """Some of its fields, or what is read from an image of it."""
        return self._make(name, Operation.SELECT, at, kind=kind)

    @strict
    def infer(self, name: str, *others: "PersonalData", at: Element, kind: Kind) -> "PersonalData":
        """Something concluded from it, alone or with others."""
        return self._make(name, Operation.INFER, at, *others, kind=kind)

    @strict
    def aggregate(self, name: str, *, at: Element) -> "PersonalData":
        """Figures about many people."""
        return self._make(name, Operation.AGGREGATE, at)

    @strict
    def train(self, name: str, *, at: Element) -> "PersonalData":
        """The weights of a model trained on it."""
        return self._make(name, Operation.TRAIN, at)

    @strict
    def sign(self, name: str, *, at: Element) -> "PersonalData":
        """The same with a signature, which proves for ever where it came from."""
        return self._make(name, Operation.SIGN, at)

    def _make(
        self,
        name: str,
        operation: Operation,
        at: Element,
        *others: "PersonalData",
        kind: Kind | None = None,
        layer: Layer | None = None,
    ) -> "PersonalData":
        made = PersonalData(name, kind=operation.effect.kind or kind or self.kind)
        made._said |= {"transform": Step(operation, (self, *others), at), "layer": layer}
        return made

    def _to_pytm(self, given: Mapping[str, Any]) -> dict[str, Any]:
        fields = super()._to_pytm(given)
        if "kind" in given:
            fields["isPII"] = given["kind"].traits.personal
        return fields

"""What one transform of data does to what can be recovered and what it may be used for."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from facetrail.model.kinds import Kind


class Inverse(StrEnum):
    """How far the input can be got back from the output alone."""

    EXACT = "exact"  # the output holds the input: a copy, a record, a wrapping layer
    CLOSE = "close"  # good enough to stand for the input: features of a face, a cropped image
    NONE = "none"


class Operation(StrEnum):
    """A transform. The value is the verb that a drawing or a report shows."""

    EXTRACT = "extract features"
    PROTECT = "protect the template"
    ENCRYPT = "encrypt"
    HASH = "hash"
    TOKENISE = "tokenise"
    CROP = "crop"
    STRIP = "strip metadata"
    REENCODE = "re-encode"
    BLUR = "blur or generalise"
    SURROUND = "draw a zone around"
    COMPARE = "compare 1:1"
    SEARCH = "search 1:N"
    DECIDE = "decide"
    JOIN = "join"
    SELECT = "select fields"
    INFER = "infer"
    AGGREGATE = "aggregate"
    TRAIN = "train"
    SIGN = "sign"

    effect: "Effect"
    """What the transform changes."""


@dataclass(frozen=True)
class Effect:
    """What a transform does.

    `kind` is the kind of the output (None: the kind of the first input, or the one given).
    `wraps` transforms put one more layer around the same content. A `result` answers a question
    about the inputs: it can be computed on protected forms and comes out readable, and it may be
    used for whatever the process that computes it is for (law 1). The special category of its
    inputs passes to the output unless the transform `drops_category` (law 3): then only the
    output's own kind counts.
    """

    inverse: Inverse = Inverse.NONE
    kind: Kind | None = None
    needs_kind: bool = False
    wraps: bool = False
    result: bool = False
    drops_category: bool = False

    @cached_property
    def holds_input(self) -> bool:
        """Whether the output carries its inputs along: who has it has them, under its layer."""
        return self.inverse is Inverse.EXACT


_EFFECTS = {
    # Mai et al. 2018: images rebuilt from templates are accepted as the person.
    Operation.EXTRACT: Effect(Inverse.CLOSE),
    Operation.PROTECT: Effect(Inverse.EXACT, wraps=True),
    Operation.ENCRYPT: Effect(Inverse.EXACT, wraps=True),
    Operation.HASH: Effect(Inverse.EXACT, wraps=True),
    Operation.TOKENISE: Effect(Inverse.EXACT, wraps=True),
    Operation.CROP: Effect(Inverse.CLOSE),
    Operation.STRIP: Effect(Inverse.CLOSE),
    Operation.REENCODE: Effect(Inverse.CLOSE),
    Operation.BLUR: Effect(),
    # A circle has a middle. Hassan et al. 2018: even from where the visible part of a run begins,
    # the place that a zone hides is found of 95 % of those who run often.
    Operation.SURROUND: Effect(Inverse.CLOSE, kind=Kind.ZONE),
    Operation.COMPARE: Effect(kind=Kind.COMPARISON_SCORE, result=True),
    Operation.SEARCH: Effect(kind=Kind.CANDIDATE_LIST, result=True, drops_category=True),
    Operation.DECIDE: Effect(kind=Kind.DECISION, result=True, drops_category=True),
    Operation.JOIN: Effect(Inverse.EXACT, needs_kind=True),
    Operation.SELECT: Effect(needs_kind=True, drops_category=True),
    Operation.INFER: Effect(needs_kind=True, drops_category=True),
    Operation.AGGREGATE: Effect(kind=Kind.AGGREGATE, drops_category=True),
    Operation.TRAIN: Effect(kind=Kind.MODEL_WEIGHTS),
    Operation.SIGN: Effect(Inverse.EXACT),
}

for _operation, _effect in _EFFECTS.items():
    _operation.effect = _effect

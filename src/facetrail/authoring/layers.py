"""Keys, and the layers of protection that they open."""

from dataclasses import dataclass

import pytm  # type: ignore[import-untyped]

from facetrail.authoring.checks import Some
from facetrail.authoring.parties import Party, Subjects
from facetrail.authoring.strict import Word, declares, strict
from facetrail.model.words import LayerKind


class Key(Word, pytm.Data):  # type: ignore[misc]
    """A key or a token vault. `holders` keep it (an empty list: nobody, as in sealed hardware);
    `split` says that several holders must act together, `per_person` that each person has a key of
    their own, which is destroyed when their data are deleted."""

    @declares
    def __init__(
        self,
        name: str,
        *,
        holders: Some[Party | Subjects] | None = None,
        split: bool | None = None,
        per_person: bool = False,
    ) -> None: ...


@dataclass(frozen=True)
class Layer:
    """A layer of protection; write it as Encrypted, Tokenised, Hashed or ProtectedTemplate."""

    kind: LayerKind
    key: Key | None = None
    scheme: str = ""
    irreversible: bool | None = None
    auxiliary: Key | None = None


@strict
def Encrypted(key: Key) -> Layer:
    """Readable for whoever has the key."""
    return Layer(LayerKind.ENCRYPTED, key)


@strict
def Tokenised(vault: Key) -> Layer:
    """Replaced by a token; whoever reaches the vault gets the value back."""
    return Layer(LayerKind.TOKENISED, vault)


@strict
def Hashed(key: Key | None = None) -> Layer:
    """Hashed, with a key or without; without one, every value that can be guessed is open."""
    return Layer(LayerKind.HASHED, key)


@strict
def ProtectedTemplate(
    scheme: str, *, irreversible: bool | None = None, auxiliary: Key | None = None
) -> Layer:
    """A template under a named protection scheme (ISO/IEC 24745); `irreversible` is stated where
    the evidence for it is published. `auxiliary` is the other half of a scheme that is only safe
    while its two halves are apart."""
    return Layer(LayerKind.PROTECTED, None, scheme, irreversible, auxiliary)

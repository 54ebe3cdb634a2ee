"""The model: what the file is about, one system or several together."""

from collections.abc import Collection

import pytm  # type: ignore[import-untyped]

from facetrail.authoring import plain
from facetrail.authoring.checks import Some
from facetrail.authoring.record import record
from facetrail.authoring.strict import Word, declares


class Model(Word, pytm.TM):  # type: ignore[misc]
    """One system. Its description is the docstring of the file unless another is given; `date` is
    the day that it stands for, as 2025-06-01."""

    @declares
    def __init__(self, name: str, *, description: str = "", date: str | None = None) -> None: ...

    @classmethod
    def reset(cls) -> None:
        """Forget every declaration, so that another model can be written in this process."""
        pytm.TM.reset()  # on a subclass it would leave the elements where they are
        record.clear()
        plain.written.clear()


class Composition(Word):
    """Several systems as one. `parts` are the files of their models, relative to this one; `same`
    says what is one thing in several of them: a name that all of them give it, or a list of the
    different names that it has, the first of which it keeps. Whatever is not named there is taken
    to be something else, even under the same name."""

    @declares
    def __init__(
        self,
        name: str,
        *,
        parts: Collection[str],
        same: Collection[Some[str]] = (),
        description: str = "",
    ) -> None: ...

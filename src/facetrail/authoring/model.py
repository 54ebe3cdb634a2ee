"""The model: what the file is about."""

import pytm  # type: ignore[import-untyped]

from facetrail.authoring import plain
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

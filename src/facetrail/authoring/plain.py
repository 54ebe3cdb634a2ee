"""pytm's own classes in a model file: noticed where they are used, and kept from ending it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import pytm  # type: ignore[import-untyped]

from facetrail.authoring.places import written_at
from facetrail.authoring.strict import Word
from facetrail.model.words import Place

written: list[tuple[Any, Place | None]] = []
"""Objects of pytm that are no words of ours, with their places."""


def tame() -> None:
    """Prepare pytm for a model file: note what it makes, and leave the command line alone."""
    for kind in (pytm.TM, pytm.Element, pytm.Data):
        kind.__init__ = _noted(kind.__init__)
    pytm.TM.process = lambda _: None  # it reads the command line and ends the program


def _noted(constructor: Callable[..., None]) -> Callable[..., None]:
    @wraps(constructor)
    def construct(item: Any, *arguments: Any, **attributes: Any) -> None:
        constructor(item, *arguments, **attributes)
        if not isinstance(item, Word):
            written.append((item, written_at()))

    return construct

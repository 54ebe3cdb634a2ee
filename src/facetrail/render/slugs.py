"""Names for files and anchors: short, of small letters, digits and hyphens, and no two alike."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

_LONGEST = 48  # characters


def slugs(names: Iterable[str], otherwise: str) -> Mapping[str, str]:
    """A slug for each name, in their order; those without a letter are called `otherwise`."""
    found: dict[str, str] = {}
    for name in names:
        slug = plain = slug_of(name) or otherwise
        count = 1
        while slug in found.values():
            count += 1
            slug = f"{plain}-{count}"
        found[name] = slug
    return found


def slug_of(name: str) -> str:
    """What a name gives by itself, which may be nothing."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST].strip("-")

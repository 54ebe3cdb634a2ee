"""Which of some names a word on the command line means."""

from collections.abc import Iterable
from difflib import get_close_matches

from facetrail.errors import CannotRun, Problem, shown

MOST_LISTED = 10
"""Names that a message lists."""


def meant(word: str, names: Iterable[str], what: str) -> str:
    """The name that is the word, or is it but for case, or alone begins with it.

    `what` says what is named, as in "rule". Raises CannotRun with the nearest name, or with those
    that the word could mean.
    """
    known = sorted(names)
    if word in known:
        return word
    wanted = word.casefold()
    same = [name for name in known if name.casefold() == wanted]
    found = same or [name for name in known if name.casefold().startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        raise CannotRun(Problem(shown(word), f"is short for {_listed(found)}", "write it in full"))
    folded = {name.casefold(): name for name in known}
    near = get_close_matches(wanted, folded, n=1)
    do = f"did you mean {shown(folded[near[0]])}?" if near else f"there is {_listed(known)}"
    raise CannotRun(Problem(shown(word), f"there is no such {what}", do))


def _listed(names: list[str]) -> str:
    listed = ", ".join(map(shown, names[:MOST_LISTED])) or "none"
    more = len(names) - MOST_LISTED
    return f"{listed} and {more:,} more" if more > 0 else listed

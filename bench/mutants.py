"""How much of what could be wrong with a rule its own examples notice.

Every rule is changed in one thing at a time, and its examples are run again; a change under which
all of them still come out as said survives. Survivors are listed with the place of the change; one
that no example can notice is explained in EXPLAINED.
"""

import sys
from collections.abc import Mapping
from os.path import relpath

from rich.console import Console
from rich.progress import track
from rich.table import Table

from facetrail.rules.catalogue import RULES
from tests.rules.mutants import Mutant, examples, mutants, survivors

AIM = 0.95
"""The share of changes that the examples of the catalogue are to notice."""

EXPLAINED: Mapping[tuple[str, str], str] = {}
"""Why no example can notice a change, by the rule's id and the change as it is listed."""


def main() -> int:
    """Print a row for every rule, the share noticed and every survivor; 1 where the aim is missed
    or an explanation is not needed."""
    notes, out = (Console(stderr=side, markup=False, emoji=False) for side in (True, False))
    table = Table("Rule", "Noticed", "of", box=None, pad_edge=False)
    left: list[Mutant] = []
    total = 0
    for rule in track(RULES, "Changing rules", console=notes, disable=not notes.is_terminal):
        every = [*mutants(rule)]
        unnoticed = survivors(every, examples(rule))
        table.add_row(rule.id, f"{len(every) - len(unnoticed)}", f"{len(every)}")
        left += unnoticed
        total += len(every)
    share = 1 - len(left) / total
    out.print(table)
    out.print(f"\n{total - len(left):,} of {total:,} changes noticed: {share:.1%}")
    for mutant in left:
        out.print(f"\n{_place(mutant)}: {mutant.change}", soft_wrap=True)
        out.print(f"  {_reason(mutant) or 'not explained'}")
    spare = sorted(EXPLAINED.keys() - {(item.rule.id, item.change) for item in left})
    for name, change in spare:
        notes.print(f"No longer needed in EXPLAINED: {name}, {change}")
    return int(share < AIM or bool(spare))


def _reason(mutant: Mutant) -> str:
    return EXPLAINED.get((mutant.rule.id, mutant.change), "")


def _place(mutant: Mutant) -> str:
    return f"{relpath(mutant.rule.holds.__code__.co_filename)}:{mutant.line}"


if __name__ == "__main__":
    sys.exit(main())

"""The rule watchlist-without-limits."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Holding
from facetrail.model.kinds import Kind
from facetrail.model.words import Datum, ListRule, StoreUse
from facetrail.rules import controls
from facetrail.rules.examples import flow
from facetrail.rules.form import Because, Undo, Verdict, rule
from facetrail.rules.surveillance._square import CASES, LIST, square

NO_END = replace(LIST, list_rules=frozenset(ListRule) - {ListRule.END})
PLAIN = replace(CASES, list_rules=frozenset())
WANTED = Datum(name="Wanted", kind=Kind.WATCHLIST_ENTRY, subjects="sought", origin="Search")


@rule(
    over=Holding,
    linddun=("NC.1.2", "U.2.3"),
    harm=3,
    undo=Undo.FUTURE,
    message="{at} lists people who are looked for without rules for it",
    mitigations=(controls.LIST_RULES,),
    references=("EDPB Guidelines 05/2022", "LED 4, 6, 8, 16"),
    bad=(
        lambda: square(NO_END),
        lambda: square(replace(LIST, list_rules=frozenset())),
        lambda: square(PLAIN, WANTED, flow("Search", "Cases", "Wanted")),
    ),
    good=(
        lambda: square(),
        lambda: square(replace(NO_END, use=StoreUse.RECORDS)),
        lambda: square(replace(NO_END, party="sought")),
        lambda: square(PLAIN, flow("Search", "Cases", "Features")),
    ),
)
def watchlist_without_limits(holding: Holding, facts: Facts) -> Verdict:
    """Watch list without rules for entry, place, end or challenge.

    ## Why it matters
    A list grows by whoever may write on it and lasts for as long as nobody deletes. People on it
    are stopped and cannot find out why; people who should no longer be on it stay.

    ## What to do
    Write down four things: who may be entered and on what ground, where and when the list is
    used, when an entry ends, and how the person challenges it. Have somebody else than the users
    of the list see to them.

    ## When to accept it
    With all four stated it is not reported, whatever they say: whether the rules are good ones a
    model cannot tell. Rules that are listed are taken to be all that there are.
    """
    return (
        not holding.is_subjects_own
        and facts.is_watch_list(holding)
        and bool(facts.missing_list_rules(holding))
        and Because(f"nothing says {', nor '.join(facts.missing_list_rules(holding))}")
    )

"""The rule penalised-alternative."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Aim
from facetrail.model.words import Detriment, Requirement
from facetrail.rules import controls
from facetrail.rules.examples import ENTRY, central
from facetrail.rules.form import Undo, rule

SLOWER = replace(ENTRY, detriment=frozenset({Detriment.DELAY}))


@rule(
    over=Aim,
    linddun=("NC.1.1.3.1", "U.2.1"),
    harm=1,
    undo=Undo.ENDS,
    message="a way to {at} without biometrics exists, but costs the person more",
    mitigations=(controls.EQUALISE,),
    references=(
        "EDPB Guidelines 3/2019, 5.1",
        "GDPR 7(4)",
        "China, face recognition measures 2025, art. 10",
    ),
    weighs_all=True,
    bad=(
        lambda: central(SLOWER),
        lambda: central(replace(SLOWER, detriment=frozenset({Detriment.MORE_DATA}))),
    ),
    good=(
        lambda: central(),
        lambda: central(replace(SLOWER, requires=Requirement("all", ("Matcher", "Desk")))),
        lambda: central(replace(SLOWER, requires=Requirement("any", ("Desk",)))),
    ),
)
def penalised_alternative(aim: Aim, facts: Facts) -> bool:
    """An alternative exists but is penalised.

    ## Why it matters
    A second way that costs a fee, a journey, a week or more data is taken by nobody who can help
    it. The choice is then one on paper, and a consent given beside it is worth as little.

    ## What to do
    Offer both ways side by side, at the same price and hours and for the same service, and ask for
    no more data on the one than on the other.

    ## When to accept it
    Where a difference cannot be avoided and is bounded, such as the minutes that a person at a
    counter needs. Leave that difference out of the detriment and the rule is silent.
    """
    return (
        bool(aim.biometrics)
        and facts.has_way_without_biometrics(aim)
        and facts.other_way_costs_more(aim)
    )

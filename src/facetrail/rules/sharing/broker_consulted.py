"""The rule broker-consulted."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Carried
from facetrail.model.kinds import Kind
from facetrail.model.words import DataTrade, Datum, External
from facetrail.rules import controls
from facetrail.rules.examples import (
    DESK,
    ID_NUMBER,
    PARTNER,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule

TRADER = replace(PARTNER, data_trade=DataTrade.KEEPS_QUERIES)
MUTE = replace(PARTNER, data_trade=DataTrade.KEEPS_NOTHING)
FILES = External(name="Files", party="Partner")
FACTS = Datum(name="Habits", kind=Kind.BEHAVIOUR, subjects="people", origin="Files")
YES = replace(FACTS, name="Yes", kind=Kind.DECISION)
FIGURES = Datum(name="Figures", kind=Kind.AGGREGATE, origin="Desk")
ASKED = (FILES, ID_NUMBER, flow("Desk", "Files", "Id number"))
BOUGHT = (FILES, FACTS, flow("Files", "Desk", "Habits"))


@rule(
    over=Carried,
    linddun=("L.2.1.1", "DD.4.1.1"),
    harm=3,
    undo=Undo.CANNOT,
    message="{at} gets {data} in dealings with somebody whose business is data about people",
    mitigations=(
        controls.ASK_THE_SOURCE,
        controls.DO_NOT_KEEP_QUESTIONS,
        controls.ANSWER_YES_OR_NO,
    ),
    references=("GDPR 14, 6(4)", "PIPL 23"),
    folds_under=("identity-data-scored",),
    bad=(
        lambda: central(TRADER, *ASKED),
        lambda: central(TRADER, *BOUGHT),
        lambda: central(MUTE, *BOUGHT),
        lambda: central(TRADER, FILES, replace(YES, origin="Desk"), flow("Desk", "Files", "Yes")),
    ),
    good=(
        lambda: central(*ASKED),
        lambda: central(*BOUGHT),
        lambda: central(MUTE, *ASKED),
        lambda: central(TRADER, FILES, YES, flow("Files", "Desk", "Yes")),
        lambda: central(TRADER, FILES, FIGURES, flow("Desk", "Files", "Figures")),
        lambda: central(TRADER, *ASKED, replace(DESK, party="Partner")),
        lambda: central(TRADER, *BOUGHT, replace(DESK, party="Partner")),
        lambda: central(
            TRADER, *ASKED, SUBJECTS_KEY, flow("Desk", "Files", "Id number", layers=SEALED)
        ),
    ),
)
def broker_consulted(carried: Carried, facts: Facts) -> bool:
    """Identity check feeds or draws on a data broker.

    ## Why it matters
    A broker lives on knowing people who never dealt with it. Each question tells it something
    fresh: this person, this number, opening an account here, today. Each answer brings facts that
    the person did not give and often cannot correct.

    ## What to do
    Ask the authority that keeps the record, or the person. If it must be a broker, send it the
    least, bar it from keeping the question, and take yes or no.

    ## When to accept it
    A broker that is barred from keeping the question and answers yes or no is not reported. One
    that is barred but sells facts is: that goes beyond the source of this rule, which would let the
    bar clear both. Who deals in data is taken from the model and never asked: it is what a party
    is.
    """
    return (
        carried.content.personal
        and (facts.tells_a_data_trader(carried) or facts.comes_from_a_data_trader(carried))
        and facts.crosses_parties(carried)
        and facts.receives_readable(carried)
    )

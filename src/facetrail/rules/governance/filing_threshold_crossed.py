"""The rule filing-threshold-crossed."""

from dataclasses import replace

from facetrail.analysis.basing import FACE_MEASURES, FILING_PEOPLE
from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Custody
from facetrail.model.words import Event, Retention, Role
from facetrail.rules import controls
from facetrail.rules.examples import (
    GALLERY,
    OPERATOR,
    PARTNER,
    PEOPLE,
    central,
    own_device,
)
from facetrail.rules.form import Undo, rule

UNFILED = replace(OPERATOR, jurisdiction="CN", filed=False)
FEWER = replace(PEOPLE, population=FILING_PEOPLE - 1)


@rule(
    over=Custody,
    linddun=("NC.1.2",),
    harm=0,
    undo=Undo.ENDS,
    message="{at} stores the faces of 100,000 people or more and has not filed that: {data}",
    mitigations=(controls.FILE, controls.COMPARE_ON_DEVICE),
    references=(f"China, face recognition measures 2025, art. 15 (from {FACE_MEASURES})",),
    bad=(
        lambda: central(UNFILED),
        lambda: central(UNFILED, replace(PEOPLE, population=FILING_PEOPLE), date=FACE_MEASURES),
    ),
    good=(
        lambda: central(replace(UNFILED, filed=True)),
        lambda: central(replace(UNFILED, jurisdiction="FR")),
        lambda: central(UNFILED, FEWER),
        lambda: central(UNFILED, date="2025-05-31"),
        lambda: central(UNFILED, replace(GALLERY, retention=Retention(until=Event.DECISION))),
        lambda: central(replace(UNFILED, role=Role.PROCESSOR)),
        lambda: central(UNFILED, replace(GALLERY, party="Partner"), PARTNER),
        lambda: own_device(UNFILED),
    ),
)
def filing_threshold_crossed(custody: Custody, facts: Facts) -> bool:
    """The filing threshold is crossed.

    ## Why it matters
    A store of so many faces is what attackers and authorities look for. Filing is how a regulator
    learns that it exists.

    ## What to do
    File, or keep fewer people's faces, best none: a comparison on the person's own device stores
    nothing centrally.

    ## When to accept it
    The text applies in China from 1 June 2025: for an earlier day the rule is silent. Counted are
    the people whose faces one party stores longer than a decision takes, over all its uses and each
    population once. How stores of entrusted processors count is unclear; they are left out.
    """
    return (
        facts.stores_faces_in_china(custody)
        and facts.stands_after(FACE_MEASURES)
        and facts.stores_many_faces(custody)
        and not facts.has_filed(custody)
    )

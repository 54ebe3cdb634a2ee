"""The rule rights-assessment-missing."""

from dataclasses import replace

from facetrail.analysis.basing import HIGH_RISK_DUTIES
from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Custody
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Act, Comparison, Datum, Transform
from facetrail.rules import controls
from facetrail.rules.examples import CAMERA, MATCHER, OPERATOR, central
from facetrail.rules.form import Undo, rule

UNASSESSED = replace(OPERATOR, jurisdiction="FR", rights_assessment=False)
IN_PASSING = replace(CAMERA, act=Act.PASSIVE)
SEARCH = replace(MATCHER, comparison=Comparison.IDENTIFICATION)
MOOD = Datum(
    name="Mood",
    kind=Kind.EMOTION,
    subjects="people",
    transform=Transform(Operation.INFER, ("Scan",), "Matcher"),
)


@rule(
    over=Custody,
    linddun=("NC.1.2",),
    harm=0,
    undo=Undo.FUTURE,
    message="{at} identifies or sorts people by {data}, with no assessment of their rights",
    mitigations=(controls.ASSESS_RIGHTS,),
    references=(f"AI Act 26, 27, 49, Annex III 1 (from {HIGH_RISK_DUTIES})",),
    bad=(
        lambda: central(UNASSESSED, IN_PASSING, SEARCH),
        lambda: central(UNASSESSED, IN_PASSING, SEARCH, date=HIGH_RISK_DUTIES),
        lambda: central(UNASSESSED, MOOD),
    ),
    good=(
        lambda: central(IN_PASSING, SEARCH, MOOD, replace(UNASSESSED, rights_assessment=True)),
        lambda: central(IN_PASSING, SEARCH, MOOD, replace(UNASSESSED, jurisdiction="CN")),
        lambda: central(UNASSESSED, IN_PASSING, SEARCH, MOOD, date="2027-12-01"),
        lambda: central(UNASSESSED, IN_PASSING),
        lambda: central(UNASSESSED, SEARCH),
    ),
)
def rights_assessment_missing(custody: Custody, facts: Facts) -> bool:
    """The assessment or registration of a remote identification is missing.

    ## Why it matters
    Who is searched for in passing, or sorted by a face, does not know of it. An assessment and a
    public register are the only places where somebody speaks for them.

    ## What to do
    Describe the use, who is affected, what can go wrong and who oversees it; register it; repeat
    that when the use changes.

    ## When to accept it
    The duties are those of the AI Act, for parties in the Union, on the day that the model stands
    for; before 2 December 2027 the rule is silent. A comparison that confirms a claim, and a search
    for which people present themselves, is left out.
    """
    return (
        facts.is_in_the_union(custody)
        and (facts.is_categorised(custody) or facts.is_searched_from_afar(custody))
        and facts.stands_after(HIGH_RISK_DUTIES)
        and not facts.has_assessed_rights(custody)
    )

"""The rule no-impact-assessment."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Custody
from facetrail.model.words import Comparison, Role
from facetrail.rules import controls
from facetrail.rules.examples import FULL_RECORD, MATCHER, NO_FACES, OPERATOR, PEOPLE, central
from facetrail.rules.form import Undo, rule

RASH = replace(OPERATOR, impact_assessment=False)
SCALE = replace(PEOPLE, population=10_000)
FEW = replace(PEOPLE, population=9_999)
KEEPS_ONLY = replace(MATCHER, comparison=Comparison.NONE)


@rule(
    over=Custody,
    linddun=("NC.1.2", "NC.4"),
    harm=0,
    undo=Undo.FUTURE,
    message="{at} has {data} and has not assessed what that means for people",
    mitigations=(controls.ASSESS_IMPACT,),
    references=(
        "GDPR 35(3)",
        "LED 27",
        "PIPL 55, 56 (from 1 November 2021)",
        "China, face recognition measures 2025, art. 9 (from 1 June 2025)",
        "NIST SP 800-63A-4, 3.3.1",
    ),
    bad=(
        lambda: central(RASH, SCALE, KEEPS_ONLY),
        lambda: central(RASH, FEW),
    ),
    good=(
        lambda: central(),
        lambda: central(RASH, FEW, KEEPS_ONLY),
        lambda: central(replace(RASH, role=Role.PROCESSOR)),
        lambda: central(
            RASH,
            *FULL_RECORD,
            drop=NO_FACES,
        ),
    ),
)
def no_impact_assessment(custody: Custody, facts: Facts) -> bool:
    """No impact assessment.

    ## Why it matters
    An assessment is where somebody asks whether the thing is needed, what can go wrong for people
    and what would be milder. Without one these questions are answered by the first incident.

    ## What to do
    Assess before the start, with people of those concerned if possible, and anew when a purpose,
    a recipient or the technique changes. This report may be a part of it.

    ## When to accept it
    Below the scale of 10,000 people, and where nobody is compared, the rule is silent; the number
    is a choice of this catalogue. An assessment older than the last change of purpose counts as
    none.
    """
    return (
        facts.is_sensitive_record(custody)
        and (facts.is_at_scale(custody) or facts.tells_people_apart(custody))
        and not facts.has_assessed_the_impact(custody)
    )

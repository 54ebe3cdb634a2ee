"""The rule match-score-exposed."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Carried
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Transform
from facetrail.rules import controls
from facetrail.rules.examples import DESK, MATCHER, SEALED, SUBJECTS_KEY, central, flow
from facetrail.rules.form import Undo, rule

UNLIMITED = replace(MATCHER, attempt_limit=False)
PARTNER_DESK = replace(DESK, name="Partner desk", party="Partner")
SCORE = Datum(
    name="Score",
    kind=Kind.COMPARISON_SCORE,
    subjects="people",
    transform=Transform(Operation.COMPARE, ("Scan", "Template"), "Matcher"),
)
SCORED = (UNLIMITED, PARTNER_DESK, SCORE, flow("Matcher", "Partner desk", "Score"))


@rule(
    over=Carried,
    linddun=("DD.3.3",),
    harm=2,
    undo=Undo.ENDS,
    message="{at} learns {data}, and nothing limits how often one may try",
    mitigations=(controls.PASS_DECISION_ONLY, controls.ROUND_SCORE, controls.LIMIT_TRIES),
    references=("ISO/IEC 24745", "ISO/IEC 19792", "NIST SP 800-63B-4, 3.2.2, 3.2.3"),
    bad=(lambda: central(*SCORED),),
    good=(
        lambda: central(*SCORED, replace(UNLIMITED, attempt_limit=True)),
        lambda: central(*SCORED, replace(PARTNER_DESK, party="Operator")),
        lambda: central(
            *SCORED, SUBJECTS_KEY, flow("Matcher", "Partner desk", "Score", layers=SEALED)
        ),
        lambda: central(
            *SCORED,
            replace(
                SCORE,
                kind=Kind.DECISION,
                transform=Transform(Operation.DECIDE, ("Template",), "Matcher"),
            ),
        ),
    ),
)
def match_score_exposed(carried: Carried, facts: Facts) -> bool:
    """Comparison score exposed.

    ## Why it matters
    Who sees how close a try came can change the picture step by step until it is accepted,
    and ends up with an image that passes for the person.

    ## What to do
    Let only the decision leave the party that compares. Where a number is needed, coarse
    bands and a limit on tries take the steps away.

    ## When to accept it
    When the score goes to an audit copy whose readers cannot submit a picture. Whether tries
    are limited, if nobody says so, is a question. The rule stands at the receiver, so it speaks
    of disclosure alone: that an answer shows who is on file (LINDDUN's detecting) can only be
    found where the answer comes from.
    """
    return (
        facts.is_score(carried)
        and facts.crosses_parties(carried)
        and facts.receives_readable(carried)
        and not facts.limits_attempts(carried)
    )

"""The rule identity-data-scored."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Use
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Process, Purpose, Transform
from facetrail.rules import controls
from facetrail.rules.examples import ID_NUMBER, SEALED, SUBJECTS_KEY, central, flow
from facetrail.rules.form import Undo, rule

SELLING = frozenset({Purpose.MARKETING})
ADVERTS = Process(name="Adverts", party="Operator", purposes=SELLING)
SOLD = (ADVERTS, ID_NUMBER, flow("Desk", "Adverts", "Id number"))
ANSWER = Datum(
    name="Answer",
    kind=Kind.DECISION,
    subjects="people",
    transform=Transform(Operation.COMPARE, ("Scan", "Template"), "Matcher"),
)
COUNT = Datum(
    name="Failed checks",
    kind=Kind.BEHAVIOUR,
    subjects="people",
    transform=Transform(Operation.INFER, ("Answer",), "Matcher"),
)
TALK = Datum(
    name="Talk",
    kind=Kind.BEHAVIOUR,
    subjects="people",
    origin="Desk",
    collected_for=ID_NUMBER.collected_for,
)
BUNDLE = frozenset({Purpose.ACCESS_CONTROL, Purpose.MARKETING})


@rule(
    over=Use,
    linddun=("DD.3.1", "L.2.2.1"),
    harm=3,
    undo=Undo.FUTURE,
    message="{at} sells to people or sorts them by {data}, given to show who they are",
    mitigations=(controls.PURPOSE_GATE, controls.SEPARATE_CONSENT),
    references=(
        "GDPR 5(1)(b), 22",
        "AI Act 5(1)(c) (from 2 February 2025)",
        "BIPA 15(c)",
        "PIPL 6, 24 (from 1 November 2021)",
    ),
    bad=(
        lambda: central(*SOLD),
        lambda: central(*SOLD, replace(ID_NUMBER, collected_for=BUNDLE)),
        lambda: central(ADVERTS, flow("Matcher", "Adverts", "Template")),
        lambda: central(ADVERTS, ANSWER, flow("Matcher", "Adverts", "Answer")),
        lambda: central(ADVERTS, ANSWER, COUNT, flow("Matcher", "Adverts", "Failed checks")),
        lambda: central(*SOLD, replace(ADVERTS, purposes=frozenset({Purpose.SOCIAL_SCORING}))),
    ),
    good=(
        lambda: central(*SOLD, replace(ID_NUMBER, also_for=SELLING)),
        lambda: central(*SOLD, replace(ID_NUMBER, collected_for=SELLING)),
        lambda: central(*SOLD, replace(ADVERTS, purposes=frozenset({Purpose.FRAUD_PREVENTION}))),
        lambda: central(*SOLD, SUBJECTS_KEY, flow("Desk", "Adverts", "Id number", layers=SEALED)),
        lambda: central(ADVERTS, TALK, flow("Desk", "Adverts", "Talk")),
    ),
)
def identity_data_scored(use: Use, facts: Facts) -> bool:
    """Commercial or scoring reuse of identity data.

    ## Why it matters
    Nobody can well refuse to show who they are. What they show, and how often and how well the
    check went, then decides what they are offered, what they pay, whether they are hired.

    ## What to do
    Keep the data of checks, and their outcomes and counts, away from marketing, credit,
    insurance, employment and social scoring.

    ## When to accept it
    When the person chose it apart from the check: write it as a further purpose. A purpose that is
    only bundled with the check at the collection is still reported. A score that fights fraud in
    the same service is none of these purposes.
    """
    return facts.is_of_identity(use.taken) and facts.is_scored(use)

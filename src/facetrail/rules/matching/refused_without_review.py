"""The rule refused-without-review."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Comparison, Datum, Effect, Purpose, Store, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    CASE_NUMBER,
    DESK,
    ID_NUMBER,
    MATCHER,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule

DOUBLES = replace(
    MATCHER,
    comparison=Comparison.IDENTIFICATION,
    purposes=frozenset({Purpose.IDENTITY_VERIFICATION}),
    human_review=False,
)
AT_A_DOOR = replace(DOUBLES, purposes=frozenset({Purpose.ACCESS_CONTROL}))
OFFICE = replace(DESK, name="Office", effect=Effect.SERVICE, human_review=False)
FOUND = Datum(
    name="Found",
    kind=Kind.CANDIDATE_LIST,
    subjects="people",
    transform=Transform(Operation.SEARCH, ("Scan", "Template"), "Matcher"),
)
LABEL = Datum(
    name="Fraud label",
    kind=Kind.RISK_SCORE,
    subjects="people",
    transform=Transform(Operation.INFER, ("Found",), "Matcher"),
)
FOR_OFFICE = (DOUBLES, OFFICE, FOUND, flow("Matcher", "Office", "Found"))
ACCOUNT = replace(CASE_NUMBER, name="Account", origin="Office")


@rule(
    over=Arrival,
    linddun=("NC.1.1.1", "NC.4"),
    harm=3,
    undo=Undo.FUTURE,
    message="{at} may turn somebody away on {data}, found by a search among many, unreviewed",
    mitigations=(controls.HUMAN_REVIEW,),
    references=("NIST SP 800-63A-4, 3.11(11)", "GDPR 22"),
    bad=(
        lambda: central(*FOR_OFFICE),
        lambda: central(*FOR_OFFICE, LABEL, flow("Matcher", "Office", "Fraud label")),
        lambda: central(replace(DOUBLES, effect=Effect.SERVICE)),
        lambda: central(*FOR_OFFICE, replace(AT_A_DOOR, duplicate_check=True)),
        lambda: central(*FOR_OFFICE, AT_A_DOOR, ACCOUNT),
        lambda: central(
            *FOR_OFFICE,
            AT_A_DOOR,
            replace(OFFICE, purposes=frozenset({Purpose.REAL_NAME_REGISTER})),
        ),
    ),
    good=(
        lambda: central(*FOR_OFFICE, replace(OFFICE, effect=Effect.NONE)),
        lambda: central(*FOR_OFFICE, replace(OFFICE, human_review=True)),
        lambda: central(*FOR_OFFICE, replace(DOUBLES, human_review=True)),
        lambda: central(*FOR_OFFICE, AT_A_DOOR),
        lambda: central(
            *FOR_OFFICE, SUBJECTS_KEY, flow("Matcher", "Office", "Found", layers=SEALED)
        ),
        lambda: central(
            *FOR_OFFICE,
            replace(FOUND, transform=Transform(Operation.COMPARE, ("Scan", "Template"), "Matcher")),
        ),
        lambda: central(OFFICE, ID_NUMBER, flow("Desk", "Office", "Id number")),
        lambda: central(*FOR_OFFICE, replace(OFFICE, party="people")),
        lambda: central(
            *FOR_OFFICE,
            Store(name="Office", party="Operator"),
        ),
    ),
)
def refused_without_review(arrival: Arrival, facts: Facts) -> bool:
    """Enrolment refused on the result of a search, with no review.

    ## Why it matters
    A search among many finds somebody who looks alike the more surely the more there are. Who is
    turned away for it is taken for a cheat, mostly without learning why, and cannot enrol at all.

    ## What to do
    Let a trained person who sees the case stand on every way from the search to the refusal, and
    let a hit be a reason to look, never to refuse.

    ## When to accept it
    Hardly: a refusal that a person may take back at once is still one. Enrolling is told by a
    purpose of proving or registering identity, a check for doubles, or an account, credential or
    number that begins where the result arrives; a door that opens for those on file enrols nobody.
    Whether it was a hit or none that led there makes no difference.
    """
    return (
        facts.tells_of_a_search(arrival)
        and facts.decides_on_an_enrolment(arrival)
        and facts.may_refuse_somebody(arrival)
        and facts.reads(arrival)
        and not facts.is_reviewed_after_the_search(arrival)
    )

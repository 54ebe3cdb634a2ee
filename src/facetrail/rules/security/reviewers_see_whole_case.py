"""The rule reviewers-see-whole-case."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.words import Datum, Person, Workplace
from facetrail.rules import controls
from facetrail.rules.examples import (
    FULL_NAME,
    PEOPLE,
    PERSON,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule

REVIEWER = Person(name="Reviewer", party="Operator", workplace=Workplace.OPEN)
FACE = flow("Matcher", "Reviewer", "Scan")
NAMED = flow("Desk", "Reviewer", "Name")
CASE = (REVIEWER, FULL_NAME, FACE, NAMED)
PASSPORT = Datum(name="Passport", kind=Kind.DOCUMENT_IMAGE, subjects="people", origin="Desk")


@rule(
    over=Arrival,
    linddun=("DD.4.2", "DD.3.2"),
    harm=2,
    undo=Undo.CANNOT,
    message="outside a controlled place {at} sees a person shown and named in {data}",
    mitigations=(controls.PARTIAL_REVIEW, controls.REVIEW_ROOM, controls.REVIEW_IN_HOUSE),
    references=("GDPR 25, 28, 32", "NIST SP 800-63A-4, 3.12"),
    bad=(
        lambda: central(*CASE),
        lambda: central(REVIEWER, PASSPORT, flow("Desk", "Reviewer", "Passport")),
    ),
    good=(
        lambda: central(*CASE, replace(REVIEWER, workplace=Workplace.CONTROLLED)),
        lambda: central(*CASE, replace(REVIEWER, workplace=Workplace.COUNTER)),
        lambda: central(REVIEWER, FACE),
        lambda: central(REVIEWER, FULL_NAME, NAMED),
        lambda: central(
            *CASE, replace(PEOPLE, name="guests"), replace(FULL_NAME, subjects="guests")
        ),
        lambda: central(*CASE, SUBJECTS_KEY, replace(NAMED, layers=SEALED)),
        lambda: central(
            *CASE,
            replace(PERSON, workplace=Workplace.OPEN),
            flow("Matcher", "Person", "Scan"),
            flow("Desk", "Person", "Name"),
            drop=("Reviewer", "Matcher to Reviewer", "Desk to Reviewer"),
        ),
        lambda: central(FULL_NAME, flow("Desk", "Matcher", "Name")),
    ),
)
def reviewers_see_whole_case(arrival: Arrival, facts: Facts) -> bool:
    """Manual reviewers see more of a person than the question needs.

    ## Why it matters
    Whether two pictures show one person can be said without knowing who that is. A reviewer who
    sees face, name and address at home on a screen of their own can keep, film or sell them, and
    meets the person's whole case for one small question.

    ## What to do
    Show the pictures alone, or the field alone. Where both are needed, let reviewers work in a
    controlled room or on a device that lets nothing out.

    ## When to accept it
    With the person present, who shows the document anyway: state the counter as the place of work.
    Only people drawn as persons are looked at. That a review is done elsewhere than people were
    told is a matter of the notice, and how much of a session a question needs is not judged here.
    """
    return (
        facts.is_seen_by_staff(arrival)
        and facts.shows_a_named_person(arrival)
        and facts.works_anywhere(arrival)
    )

"""The rule data-goes-with-sale."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.words import Event, Retention, Role
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    CASE_NUMBER,
    GALLERY,
    ID_NUMBER,
    OPERATOR,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule

FOR_SALE = replace(OPERATOR, exit_settled=False)
NO_GALLERY = ("Matcher to Gallery", "Gallery to Matcher")


@rule(
    over=Copy,
    linddun=("DD.4.1.2", "NC.2"),
    harm=2,
    undo=Undo.FUTURE,
    message="nothing settles what becomes of {data} at {at} when {party} is sold, fails or ends",
    mitigations=(controls.SETTLE_EXIT,),
    references=("PIPL 22", "GDPR 5(1)(b), 28(3)(g)"),
    bad=(
        lambda: central(FOR_SALE),
        lambda: central(
            FOR_SALE, ID_NUMBER, ARCHIVE, flow("Desk", "Archive", "Id number"), drop=NO_GALLERY
        ),
    ),
    good=(
        lambda: central(),
        lambda: central(
            FOR_SALE, CASE_NUMBER, ARCHIVE, flow("Desk", "Archive", "Case"), drop=NO_GALLERY
        ),
        lambda: central(replace(FOR_SALE, role=Role.AUTHORITY)),
        lambda: central(replace(FOR_SALE, role=Role.SUBJECT)),
        lambda: central(FOR_SALE, replace(GALLERY, retention=Retention(until=Event.DECISION))),
        lambda: central(FOR_SALE, SUBJECTS_KEY, replace(GALLERY, at_rest=SEALED)),
    ),
)
def data_goes_with_sale(copy: Copy, facts: Facts) -> bool:
    """Identity data change hands with the business.

    ## Why it matters
    A gallery of faces is an asset. When the company is bought or wound up, it goes to whoever pays,
    for purposes that nobody told the people about; when a contract ends, it may just stay.

    ## What to do
    Bind the keeper, by contract or charter, to delete the data or to hand them back when it is
    sold, merges, fails or loses the contract.

    ## When to accept it
    When the keeper cannot be sold or fail, as a public school cannot: state that the question is
    settled. Authorities are not asked. Copies that go with the decision, and those that the keeper
    cannot read, are not concerned.
    """
    return (
        (copy.content.irrevocable or copy.content.names_directly)
        and facts.is_kept_in_business(copy)
        and facts.outlives_the_decision(copy)
        and facts.rests_readable(copy)
        and not facts.exit_is_settled(copy)
    )

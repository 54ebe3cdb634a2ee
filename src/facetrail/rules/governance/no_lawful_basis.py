"""The rule no-lawful-basis."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Custody
from facetrail.model.words import Basis, Purpose, Role
from facetrail.rules import controls
from facetrail.rules.examples import (
    GALLERY,
    MATCHER,
    OPERATOR,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

GROUNDLESS = replace(OPERATOR, basis=Basis.NONE)
TO_SELL = ((Purpose.MARKETING, Basis.NONE),)
SELLER = replace(MATCHER, purposes=frozenset({Purpose.MARKETING}))


@rule(
    over=Custody,
    linddun=("NC.1.1.3.2",),
    harm=2,
    undo=Undo.ENDS,
    message="{at} has {data} on no basis, or on one that has ended",
    mitigations=(controls.STATE_BASIS, controls.DELETE_GROUNDLESS),
    references=("GDPR 6, 9(2)", "PIPL 13, 28", "LED 8, 10"),
    bad=(
        lambda: central(GROUNDLESS),
        lambda: central(replace(GROUNDLESS, basis=Basis.ENDED)),
        lambda: central(SELLER, replace(OPERATOR, basis_for=TO_SELL)),
        lambda: own_device(GROUNDLESS, flow("Phone", "Server", "Scan")),
        lambda: own_device(
            GROUNDLESS,
            SUBJECTS_KEY,
            GALLERY,
            flow("Phone", "Gallery", "Scan", layers=SEALED),
        ),
    ),
    good=(
        lambda: central(),
        lambda: central(replace(OPERATOR, basis_for=TO_SELL)),
        lambda: central(replace(GROUNDLESS, role=Role.PROCESSOR)),
        lambda: own_device(GROUNDLESS),
        lambda: own_device(
            GROUNDLESS, SUBJECTS_KEY, flow("Phone", "Server", "Scan", layers=SEALED)
        ),
    ),
)
def no_lawful_basis(custody: Custody, facts: Facts) -> bool:
    """No basis is stated for personal data.

    ## Why it matters
    Without a basis there is nothing that says why a party may have the data at all, and nothing to
    measure need, time or recipients by. When a basis ends, what was taken on it does not go by
    itself.

    ## What to do
    State for each purpose what it rests on. Where nothing does, stop, and delete what is there,
    also at those who received it.

    ## When to accept it
    Never for long: look for the basis, or delete. Nothing stated is a question and no threat. What
    only passes sealed, and what only answers a question, is left out; who works for another party
    rests on that party's basis.
    """
    return (
        facts.is_record(custody) and facts.is_held_or_read(custody) and facts.has_no_basis(custody)
    )

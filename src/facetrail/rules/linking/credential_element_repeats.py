"""The rule credential-element-repeats."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.words import Purpose, Scope
from facetrail.rules import controls
from facetrail.rules.examples import SEALED, SUBJECTS_KEY, flow
from facetrail.rules.form import Undo, rule
from facetrail.rules.linking._wallet import OTHER_SHOP, SHOP, SHOWN, wallet

FIXED = replace(SHOWN, scope=Scope.EVERYWHERE)
TWO_SHOPS = (flow("Phone", "Other shop", "Shown"),)
SIGN_IN = frozenset({Purpose.AUTHENTICATION})
SIGNING_IN = (replace(SHOP, purposes=SIGN_IN), replace(OTHER_SHOP, purposes=SIGN_IN))


@rule(
    over=Arrival,
    linddun=("L.1.1", "L.2.1.1"),
    harm=2,
    undo=Undo.FUTURE,
    message="{at} is shown {data} with a value in it by which the person is recognised again",
    mitigations=(controls.USE_ONCE, controls.ISSUE_STOCK, controls.PROVE_FACT_ONLY),
    references=(
        "EUDI Architecture and Reference Framework",
        "eIDAS 2, Article 5a(16)",
        "ISO/IEC 18013-5",
    ),
    bad=(
        lambda: wallet(FIXED),
        lambda: wallet(replace(SHOWN, scope=Scope.CONTEXT)),
        lambda: wallet(replace(SHOWN, scope=Scope.PAIRWISE)),
        lambda: wallet(FIXED, *TWO_SHOPS, *SIGNING_IN),
        lambda: wallet(replace(SHOWN, scope=Scope.CONTEXT), *TWO_SHOPS, *SIGNING_IN),
    ),
    good=(
        lambda: wallet(),
        lambda: wallet(*TWO_SHOPS),
        lambda: wallet(FIXED, *SIGNING_IN),
        lambda: wallet(replace(SHOWN, scope=Scope.PAIRWISE), *TWO_SHOPS, *SIGNING_IN),
        lambda: wallet(FIXED, SUBJECTS_KEY, flow("Phone", "Shop", "Shown", layers=SEALED)),
        lambda: wallet(replace(FIXED, kind=Kind.DECISION)),
        lambda: wallet(FIXED, replace(SHOP, party="Bureau")),
        lambda: wallet(FIXED, drop=("Phone to Shop",)),
    ),
)
def credential_element_repeats(arrival: Arrival, facts: Facts) -> bool:
    """Same credential element shown to several relying parties.

    ## Why it matters
    A card that says no more than “over 18” still says it under the same signature, key or index
    each time. By that value two shops that compare lists find the same customer, and one shop
    knows who was there before, though nobody gave a name.

    ## What to do
    Issue credentials in stocks and use each once, or show proofs in which nothing stays the same.
    See to it that a stock that runs out is filled, not reused.

    ## When to accept it
    When the person means to be recognised: a receiver whose purpose is to authenticate is not
    reported, unless another party gets the same value. Of a receiver that is alone in the drawing
    one has to say how far the value stays the same, for it stands for many.
    """
    return facts.is_shown(arrival) and facts.reads(arrival) and facts.is_recognised_anew(arrival)

"""The rule guessable-hash."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Carried
from facetrail.model.kinds import Kind
from facetrail.model.words import Layer, LayerKind
from facetrail.rules import controls
from facetrail.rules.examples import DESK, ID_NUMBER, OWN_KEY, central, flow
from facetrail.rules.form import Undo, rule

PARTNER_DESK = replace(DESK, name="Partner desk", party="Partner")
PLAIN = (Layer(LayerKind.HASHED),)
KEYED = (Layer(LayerKind.HASHED, "Gallery key"),)
HASHED = (ID_NUMBER, PARTNER_DESK, flow("Desk", "Partner desk", "Id number", layers=PLAIN))


@rule(
    over=Carried,
    linddun=("I.2.1.1",),
    harm=3,
    undo=Undo.FUTURE,
    message="{at} gets {data} hashed without a key, and can try every value",
    mitigations=(controls.KEYED_HASH, controls.TOKEN_FROM_VAULT),
    references=(
        "GDPR 4(5), recital 26",
        "EDPB Guidelines 01/2025 on pseudonymisation",
        "AEPD and EDPS 2019, hash functions as pseudonymisation",
    ),
    bad=(lambda: central(*HASHED),),
    good=(
        lambda: central(ID_NUMBER, PARTNER_DESK, flow("Desk", "Partner desk", "Id number")),
        lambda: central(*HASHED, replace(PARTNER_DESK, party="Operator")),
        lambda: central(*HASHED, OWN_KEY, flow("Desk", "Partner desk", "Id number", layers=KEYED)),
        lambda: central(*HASHED, replace(ID_NUMBER, kind=Kind.CREDENTIAL)),
    ),
)
def guessable_hash(carried: Carried, facts: Facts) -> bool:
    """Hash of a guessable identifier treated as anonymous.

    ## Why it matters
    An id or phone number has so few possible values that all of them can be hashed in
    minutes. Whoever gets the hash gets the number; a salt kept beside it only makes that a
    little slower.

    ## What to do
    Use a secret key that the receiver cannot reach, one for each receiver, or a token from a
    vault.

    ## When to accept it
    Not as anonymisation. A hash inside one party that only speeds up a look-up is not
    reported.
    """
    return (
        facts.crosses_parties(carried)
        and facts.is_hashed_without_a_key(carried)
        and facts.receives_readable(carried)
    )

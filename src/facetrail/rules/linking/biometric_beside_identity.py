"""The rule biometric-beside-identity."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Pair
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    CASE_NUMBER,
    GALLERY,
    ID_NUMBER,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule


@rule(
    over=Pair,
    linddun=("L.1.1", "I.1.1"),
    harm=2,
    undo=Undo.ENDS,
    message="{party} keeps the biometric and the naming data of one person within reach of one key"
    " at {at} or beside it: {data}",
    mitigations=(controls.SEPARATE_STORES, controls.JOIN_PER_USE),
    references=(
        "ISO/IEC 24745, separation of biometric and identity reference",
        "GDPR 25, 32",
        "EDPB Guidelines 3/2019, 5.2",
        "GB/T 40660-2021",
    ),
    bad=(
        lambda: central(ID_NUMBER, flow("Desk", "Gallery", "Id number")),
        lambda: central(
            ID_NUMBER,
            CASE_NUMBER,
            ARCHIVE,
            flow("Desk", "Archive", "Id number", "Case"),
            flow("Desk", "Gallery", "Case"),
        ),
    ),
    good=(
        lambda: central(ID_NUMBER, ARCHIVE, flow("Desk", "Archive", "Id number")),
        lambda: central(CASE_NUMBER, flow("Desk", "Gallery", "Case")),
        lambda: central(
            ID_NUMBER,
            flow("Desk", "Gallery", "Id number"),
            drop=("Matcher to Gallery", "Gallery to Matcher"),
        ),
        lambda: central(
            replace(GALLERY, at_rest=SEALED),
            SUBJECTS_KEY,
            ID_NUMBER,
            flow("Desk", "Gallery", "Id number"),
        ),
    ),
)
def biometric_beside_identity(pair: Pair, facts: Facts) -> bool:
    """Biometric and identity record share store and key.

    ## Why it matters
    A face without a name has to be searched for; a name without a face does not show the person.
    Side by side under one key they identify each other, and a single leak gives both.

    ## What to do
    Keep the two in separate stores with separate keys and roles, joined only for the one use by a
    pseudonym that neither store can resolve alone.

    ## When to accept it
    When the record is the person's own (on their device or card): that is not reported. Otherwise
    only with the date by which the two are separated.
    """
    return facts.rest_together(pair)

"""The rule operator-holds-the-key."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.words import Key
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    FULL_RECORD,
    GALLERY,
    OWN_KEY,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule


@rule(
    over=Copy,
    linddun=("DD.4.2", "NC.3"),
    harm=2,
    undo=Undo.ENDS,
    message="{party} keeps {data} at {at} encrypted, and can open the encryption itself",
    mitigations=(controls.KEY_WITH_PERSON, controls.SPLIT_KEY, controls.TWO_PERSON_KEY),
    references=("ISO/IEC 24745", "GDPR 25, 32", "EDPB Opinion 11/2024"),
    weighs_all=True,
    bad=(
        lambda: central(replace(GALLERY, at_rest=SEALED), OWN_KEY),
        lambda: central(*FULL_RECORD, replace(ARCHIVE, at_rest=SEALED), OWN_KEY),
    ),
    folds_under=("store-openly-reachable",),
    good=(
        lambda: central(),
        lambda: own_device(
            replace(GALLERY, at_rest=SEALED), OWN_KEY, flow("Server", "Gallery", "Answer")
        ),
        lambda: central(replace(GALLERY, at_rest=SEALED), SUBJECTS_KEY),
        lambda: central(
            replace(GALLERY, at_rest=SEALED),
            Key(name="Gallery key", holders=frozenset({"Operator", "Partner"}), split=True),
        ),
        lambda: own_device(
            replace(GALLERY, party="people", at_rest=SEALED),
            SUBJECTS_KEY,
            flow("Phone", "Gallery", "Template"),
        ),
    ),
)
def operator_holds_the_key(copy: Copy, facts: Facts) -> bool:
    """Encrypted, but the keeper has the key.

    ## Why it matters
    Encryption at rest protects against a stolen disk. It changes nothing for whoever runs the
    store as long as they reach the key: staff, an intruder with their rights, and an order
    addressed to them all read the data as if they were in clear.

    ## What to do
    Let the person hold the key, or split it so that no single party opens. Where operations need
    access, put the key into a module that opens only for two people acting together.

    ## When to accept it
    When the keeper needs the data for the person's own service and access is logged case by case;
    then say who can use the key and how that is reviewed. An enclave whose operator has no read
    path is written as a key that nobody holds.
    """
    return (
        (copy.content.irrevocable or copy.content.names_directly)
        and not copy.is_subjects_own
        and facts.rests_sealed(copy)
        and facts.rests_readable(copy)
    )

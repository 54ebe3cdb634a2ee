"""The rule stored-in-clear."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.rules import controls
from facetrail.rules.examples import (
    FULL_RECORD,
    GALLERY,
    OWN_KEY,
    SEALED,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule


@rule(
    over=Copy,
    linddun=("NC.3", "DD.4.2"),
    harm=2,
    undo=Undo.ENDS,
    message="{at} keeps {data} with no layer of protection",
    mitigations=(controls.ENCRYPT_AT_REST, controls.DO_NOT_STORE),
    references=("GDPR 32", "China, face recognition measures 2025, art. 14", "CWE-312"),
    bad=(
        lambda: central(),
        lambda: central(*FULL_RECORD, replace(GALLERY, at_rest=SEALED), OWN_KEY),
    ),
    folds_under=("store-openly-reachable",),
    good=(
        lambda: central(replace(GALLERY, at_rest=SEALED), OWN_KEY),
        lambda: own_device(replace(GALLERY, party="people"), flow("Phone", "Gallery", "Template")),
        lambda: own_device(GALLERY, flow("Server", "Gallery", "Answer")),
    ),
)
def stored_in_clear(copy: Copy, facts: Facts) -> bool:
    """Identity data rest unencrypted.

    ## Why it matters
    A copy without any layer is readable for everybody who gets at the medium: a thief, a service
    technician, whoever buys the disk. For a face or a national id number that cannot be undone by
    a new password.

    ## What to do
    Ask first whether the copy is needed at all. If it is, encrypt it, and look at who holds the
    key: a key at the keeper protects against theft only.

    ## When to accept it
    Hardly ever for biometric data. For a name or number in a store that holds nothing else, when
    the medium itself is sealed; then say how.
    """
    return (
        (copy.content.irrevocable or copy.content.names_directly)
        and not copy.is_subjects_own
        and facts.rests_in_clear(copy)
    )

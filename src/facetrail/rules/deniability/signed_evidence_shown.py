"""The rule signed-evidence-shown."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    DESK,
    ID_NUMBER,
    PARTNER_STORE,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule

SIGNED = Datum(
    name="Statement",
    kind=Kind.IDENTITY_RECORD,
    subjects="people",
    transform=Transform(Operation.SIGN, ("Id number",), "Desk"),
    transferable=True,
)
SHOP = replace(DESK, name="Shop", party="Partner")
SHOWN = (ID_NUMBER, SIGNED, SHOP, flow("Desk", "Shop", "Statement"))
CARD = replace(SIGNED, name="Licence", kind=Kind.CREDENTIAL, transform=None, origin="Desk")
RECORD = Datum(
    name="Record",
    kind=Kind.IDENTITY_RECORD,
    subjects="people",
    transform=Transform(Operation.JOIN, ("Licence", "Id number"), "Desk"),
)
OF_AGE = replace(ID_NUMBER, name="Of age", kind=Kind.PERSONAL_TRAIT)


@rule(
    over=Arrival,
    linddun=("NR.1.2",),
    harm=2,
    undo=Undo.CANNOT,
    message="{at} gets {data} signed, and could prove to others who did or was what",
    mitigations=(controls.DENIABLE_PROOF, controls.PROVE_FACT_ONLY, controls.KEEP_SIGNATURE),
    references=("eIDAS 2, art. 5a", "ISO/IEC 18013-5"),
    bad=(
        lambda: central(*SHOWN),
        lambda: central(*SHOWN, PARTNER_STORE, flow("Shop", "Partner store", "Statement")),
        lambda: central(CARD, SHOP, flow("Desk", "Shop", "Licence")),
        lambda: central(CARD, ID_NUMBER, RECORD, SHOP, flow("Desk", "Shop", "Record")),
        lambda: central(
            replace(
                SIGNED,
                kind=Kind.FACE_IMAGE,
                transform=Transform(Operation.SIGN, ("Scan",), "Matcher"),
            ),
            SHOP,
            flow("Matcher", "Shop", "Statement"),
        ),
    ),
    good=(
        lambda: central(*SHOWN, replace(SIGNED, transferable=False)),
        lambda: central(*SHOWN, replace(SHOP, party="Operator")),
        lambda: central(*SHOWN, replace(SHOP, party="people")),
        lambda: central(*SHOWN, SUBJECTS_KEY, flow("Desk", "Shop", "Statement", layers=SEALED)),
        lambda: central(ID_NUMBER, SHOP, flow("Desk", "Shop", "Id number")),
        lambda: central(
            OF_AGE,
            replace(
                SIGNED,
                kind=Kind.PERSONAL_TRAIT,
                transform=Transform(Operation.SIGN, ("Of age",), "Desk"),
            ),
            SHOP,
            flow("Desk", "Shop", "Statement"),
        ),
    ),
)
def signed_evidence_shown(arrival: Arrival, facts: Facts) -> bool:
    """Signed identity evidence shown to third parties.

    ## Why it matters
    What is signed convinces anybody to whom it is shown on. A verifier that keeps it can prove,
    years later and to whoever asks, that this person was there, was sick, was of that faith.

    ## What to do
    Let the verifier be convinced and nobody else: a proof made for its eyes, or the bare fact that
    it needs without the person's identity.

    ## When to accept it
    When the proof is of use only to the verifier named in it, or shows a fact without an identity.
    Whether a verifier can prove to others what it gets is asked of each signed datum; a credential
    is signed by its nature, and what a signature is joined into still holds it.
    """
    return (
        (arrival.content.names_directly or arrival.content.irrevocable)
        and not arrival.is_subjects_own
        and facts.proves_to_others(arrival)
        and facts.reads(arrival)
    )

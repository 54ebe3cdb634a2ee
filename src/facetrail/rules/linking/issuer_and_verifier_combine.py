"""The rule issuer-and-verifier-combine."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Event, Retention, Scope, Transform
from facetrail.rules import controls
from facetrail.rules.examples import SEALED, SUBJECTS_KEY, flow
from facetrail.rules.form import Undo, rule
from facetrail.rules.linking._wallet import BADGE, HOLDER, ROLL, SHOWN, wallet

KEEPING = replace(ROLL, retention=Retention(days=3650))
KEPT = (KEEPING, flow("Office", "Roll", "Badge", "Holder"))
WHOLE = flow("Phone", "Shop", "Badge")
SIGNED = replace(
    BADGE, origin=None, transform=Transform(Operation.SIGN, ("Holder key", "Holder"), "Office")
)
HOLDER_KEY = replace(HOLDER, name="Holder key", kind=Kind.PSEUDONYM)


@rule(
    over=Copy,
    linddun=("L.1.1", "I.2.1.1"),
    harm=3,
    undo=Undo.FUTURE,
    message="{at} keeps {data} beside the name, and who is shown the credential gets the same",
    mitigations=(controls.PROVE_FACT_ONLY, controls.DISCARD_AT_ISSUE),
    references=("EUDI Architecture and Reference Framework", "eIDAS 2, Article 5a(16)"),
    bad=(
        lambda: wallet(*KEPT, WHOLE),
        lambda: wallet(*KEPT, replace(SHOWN, scope=Scope.PAIRWISE)),
        lambda: wallet(
            *KEPT, HOLDER_KEY, SIGNED, WHOLE, flow("Office", "Roll", "Holder key", "Holder")
        ),
    ),
    good=(
        lambda: wallet(*KEPT),
        lambda: wallet(*KEPT, WHOLE, flow("Office", "Roll", "Badge")),
        lambda: wallet(*KEPT, WHOLE, flow("Office", "Roll", "Holder")),
        lambda: wallet(*KEPT, WHOLE, replace(ROLL, retention=Retention(until=Event.DECISION))),
        lambda: wallet(*KEPT, SUBJECTS_KEY, flow("Phone", "Shop", "Badge", layers=SEALED)),
        lambda: wallet(*KEPT, replace(SHOWN, kind=Kind.DECISION)),
        lambda: wallet(
            WHOLE,
            replace(KEEPING, party="Operator"),
            replace(HOLDER, name="Customer", origin="Shop"),
            flow("Shop", "Roll", "Badge", "Customer"),
        ),
        lambda: wallet(
            WHOLE, replace(KEEPING, party="people"), flow("Office", "Roll", "Badge", "Holder")
        ),
    ),
)
def issuer_and_verifier_combine(copy: Copy, facts: Facts) -> bool:
    """Issuer and relying party can combine.

    ## Why it matters
    The shop does not know who came, the office does not know who went shopping. If a value that the
    office wrote down when it issued the card comes up at the till, the two need only compare notes,
    and every purchase has a name.

    ## What to do
    Use proofs in which nothing comes up that the issuer has seen. Else drop at the issuer, once a
    credential is issued, what is in it or to whom it went.

    ## When to accept it
    When the receiver gets the name in any case: then say so, for it is reported all the same. What
    is made of a credential on the way, and is new at each use, gives nothing of it away; an issuer
    that keeps nothing beyond the issuing is not reported.
    """
    return (
        facts.is_seen_by_a_receiver(copy)
        and facts.rests_with_a_name(copy)
        and facts.outlives_the_decision(copy)
    )

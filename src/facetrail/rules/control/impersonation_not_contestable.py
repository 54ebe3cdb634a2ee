"""The rule impersonation-not-contestable."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Aim
from facetrail.model.kinds import Kind
from facetrail.model.words import Comparison, Datum, Recourse
from facetrail.rules import controls
from facetrail.rules.examples import ENTRY, FULL_RECORD, MATCHER, central, flow
from facetrail.rules.form import Undo, rule

HELPLESS = replace(ENTRY, recourse=frozenset())
TOLD = replace(ENTRY, recourse=frozenset({Recourse.NOTICE, Recourse.DISPUTE}))
ACCOUNT = Datum(name="Account", kind=Kind.ACCOUNT_ID, subjects="people", origin="Desk")
OPENED = (*FULL_RECORD, ACCOUNT, flow("Desk", "Archive", "Id number", "Name", "Account"))
NO_SAMPLE = ("Gallery", "Matcher to Gallery", "Gallery to Matcher")


@rule(
    over=Aim,
    linddun=("U.2.3", "NR.2"),
    harm=3,
    undo=Undo.FUTURE,
    message="who is impersonated on the way to {at} cannot notice it, or cannot contest it",
    mitigations=(
        controls.TELL_KNOWN_ADDRESS,
        controls.DISPUTE_WITHOUT_ACCOUNT,
        controls.REMOVE_IMPOSTOR,
    ),
    references=(
        "NIST SP 800-63A-4, 3.10 (notice, repudiation, redress)",
        "GDPR 5(1)(d), 16",
    ),
    bad=(
        lambda: central(*OPENED, HELPLESS),
        lambda: central(*OPENED, TOLD),
        lambda: central(*OPENED, replace(TOLD, recourse=frozenset({Recourse.REMOVAL}))),
    ),
    good=(
        lambda: central(*OPENED),
        lambda: central(*OPENED, TOLD, drop=NO_SAMPLE),
        lambda: central(*OPENED, HELPLESS, replace(MATCHER, comparison=Comparison.NONE)),
        lambda: central(
            *OPENED,
            HELPLESS,
            replace(ACCOUNT, origin="Camera"),
            flow("Camera", "Archive", "Account"),
            flow("Desk", "Archive", "Id number", "Name"),
        ),
        lambda: central(*FULL_RECORD, HELPLESS),
    ),
)
def impersonation_not_contestable(aim: Aim, facts: Facts) -> bool:
    """A person impersonated cannot notice or contest it.

    ## Why it matters
    A passed check is taken as proof. An account, a number or a debt that somebody else opened by it
    stands in the victim's name, and the victim, who has no account, is the last to hear of it.

    ## What to do
    Write to an address that was held before the check. Let people dispute what is not theirs
    without logging in to it. Take the impostor's face out of the record, or it will keep the victim
    out.

    ## When to accept it
    Where what is opened can do no harm in anybody's name. Asked is only where an account, number or
    credential begins behind a comparison and rests beside a name; where no sample stays, there is
    none to take out.
    """
    return (
        facts.opens_something_in_a_name(aim)
        and facts.comes_to_a_comparison(aim)
        and facts.lacks_recourse(aim)
    )

"""The rule no-withdrawal-route."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Custody
from facetrail.model.words import Basis
from facetrail.rules import controls
from facetrail.rules.examples import OPERATOR, central, own_device
from facetrail.rules.form import Undo, rule

FOR_GOOD = replace(OPERATOR, basis=Basis.CONSENT, withdrawal=False)


@rule(
    over=Custody,
    linddun=("U.2.1", "NC.1.1.3.1"),
    harm=1,
    undo=Undo.ENDS,
    message="consent for {data} cannot be withdrawn from {at} as easily as it is given",
    mitigations=(controls.WITHDRAWAL,),
    references=(
        "GDPR 7(3)",
        "PIPL 15, 16",
        "China, face recognition measures 2025, art. 6",
    ),
    folds_under=("consent-not-free",),
    bad=(lambda: central(FOR_GOOD),),
    good=(
        lambda: central(),
        lambda: central(replace(FOR_GOOD, withdrawal=True)),
        lambda: central(replace(FOR_GOOD, basis=Basis.LAW)),
        lambda: own_device(FOR_GOOD),
    ),
)
def no_withdrawal_route(custody: Custody, facts: Facts) -> bool:
    """Consent cannot be withdrawn as easily as given.

    ## Why it matters
    Consent is a standing choice. If it is taken with one tap and given back only by letter, or at
    the price of a service that has nothing to do with it, the choice was made once and for all.

    ## What to do
    Put the withdrawal where the consent was given, let it cost nothing and end nothing else, and
    let it reach every copy.

    ## When to accept it
    Where processing does not rest on consent the rule is silent; how a deletion is asked for is the
    matter of another rule.
    """
    return (
        facts.is_record(custody)
        and facts.rests_on_consent(custody)
        and not facts.takes_consent_back(custody)
    )

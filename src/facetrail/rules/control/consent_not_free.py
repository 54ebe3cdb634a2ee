"""The rule consent-not-free."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Custody
from facetrail.model.words import Basis, Detriment, Power, Requirement, Role
from facetrail.rules import controls
from facetrail.rules.examples import ENTRY, OPERATOR, central, own_device
from facetrail.rules.form import Undo, rule

ASKING = replace(OPERATOR, basis=Basis.CONSENT)
WEAK = replace(ASKING, power=Power.NONE)
ONLY_BY_FACE = replace(ENTRY, requires=Requirement("all", ("Matcher",)))


@rule(
    over=Custody,
    linddun=("NC.1.1.3.1",),
    harm=2,
    undo=Undo.ENDS,
    message="{at} has {data} on a consent that people can hardly refuse",
    mitigations=(controls.OTHER_BASIS, controls.EQUAL_WAY),
    references=(
        "GDPR 7(4), recitals 42 and 43",
        "PIPL 16",
        "China, face recognition measures 2025, art. 12",
    ),
    folds_under=("no-non-biometric-route",),
    weighs_all=True,
    bad=(
        lambda: central(ASKING, ONLY_BY_FACE),
        lambda: central(WEAK, ONLY_BY_FACE),
        lambda: central(ASKING, replace(ENTRY, detriment=frozenset({Detriment.COST}))),
        lambda: central(replace(ASKING, refusable=False), drop=("Entry",)),
        lambda: central(
            replace(WEAK, role=Role.AUTHORITY, power=None, refusable=False), drop=("Entry",)
        ),
    ),
    good=(
        lambda: central(ASKING),
        lambda: central(OPERATOR, ONLY_BY_FACE),
        lambda: central(WEAK, replace(ONLY_BY_FACE, power=Power.NONE)),
        lambda: central(ASKING, replace(ONLY_BY_FACE, routes_complete=False)),
        lambda: central(replace(ASKING, refusable=True), drop=("Entry",)),
        lambda: own_device(replace(ASKING, refusable=False)),
    ),
)
def consent_not_free(custody: Custody, facts: Facts) -> bool:
    """Consent is not free.

    ## Why it matters
    Who needs the job, the school place, the number or the permit says yes to whatever is asked.
    Such a yes tells nothing about their will: data taken on it are as good as taken by order.

    ## What to do
    Offer an equal way without the data before asking for them, or look for a basis that does not
    pretend to a choice, and justify the need.

    ## When to accept it
    An equal way that is drawn, or a stated promise that who refuses loses nothing, silences the
    rule. Where the data serve a drawn goal the ways to it decide; else the party is asked.
    """
    return (
        facts.is_record(custody)
        and facts.rests_on_consent(custody)
        and facts.is_under_pressure(custody)
        and not facts.may_refuse(custody)
    )

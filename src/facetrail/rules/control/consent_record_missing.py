"""The rule consent-record-missing."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Custody
from facetrail.model.kinds import Kind
from facetrail.model.words import Basis, Datum
from facetrail.rules import controls
from facetrail.rules.examples import ARCHIVE, OPERATOR, central, flow, own_device
from facetrail.rules.form import Undo, rule

FORGETFUL = replace(OPERATOR, basis=Basis.CONSENT, consent_record=False)
AGREEMENT = Datum(name="Agreement", kind=Kind.CONSENT_RECORD, subjects="people", origin="Desk")


@rule(
    over=Custody,
    linddun=("NC.1.1.3.1",),
    harm=0,
    undo=Undo.FUTURE,
    message="{at} has {data} on consent and keeps no record of who agreed to what",
    mitigations=(controls.CONSENT_RECORD,),
    references=("GDPR 7(1)", "NIST SP 800-63A-4, 3.11(3)"),
    weighs_all=True,
    bad=(lambda: central(FORGETFUL),),
    good=(
        lambda: central(),
        lambda: central(replace(FORGETFUL, consent_record=True)),
        lambda: central(replace(FORGETFUL, basis=Basis.LAW)),
        lambda: central(FORGETFUL, ARCHIVE, AGREEMENT, flow("Desk", "Archive", "Agreement")),
        lambda: own_device(FORGETFUL),
    ),
)
def consent_record_missing(custody: Custody, facts: Facts) -> bool:
    """No record of consent is kept.

    ## Why it matters
    Without a record nobody can tell who agreed, to which text, and who never did. Neither a
    withdrawal nor a change of purpose can then be carried out for the right people.

    ## What to do
    Keep for each person the version of the notice, the time and the choice, tied to the account and
    to nothing else, and delete it when it proves nothing any more.

    ## When to accept it
    Where processing rests on another basis than consent: the rule is silent there. A consent record
    that is drawn at rest with the party settles it as well.
    """
    return (
        facts.is_record(custody)
        and facts.rests_on_consent(custody)
        and not facts.records_consent(custody)
    )

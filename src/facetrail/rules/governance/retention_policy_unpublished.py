"""The rule retention-policy-unpublished."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Custody
from facetrail.model.words import Event, Retention, Role
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    CASE_NUMBER,
    GALLERY,
    OPERATOR,
    PARTNER,
    PARTNER_STORE,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

SILENT = replace(OPERATOR, retention_published=False)


@rule(
    over=Custody,
    linddun=("NC.4", "U.1.1"),
    harm=0,
    undo=Undo.ENDS,
    message="{at} collects {data} without publishing a time of keeping",
    mitigations=(controls.PUBLISH_PERIODS,),
    references=("NIST SP 800-63A-4, 3.11(1), (4)", "BIPA 15(a)"),
    folds_under=("biometric-without-time-limit",),
    bad=(lambda: central(SILENT),),
    good=(
        lambda: central(),
        lambda: central(
            replace(PARTNER, retention_published=False),
            PARTNER_STORE,
            flow("Matcher", "Partner store", "Template"),
        ),
        lambda: central(replace(SILENT, role=Role.PROCESSOR)),
        lambda: central(SILENT, replace(GALLERY, retention=Retention(until=Event.DECISION))),
        lambda: own_device(
            SILENT,
            replace(CASE_NUMBER, origin="Server"),
            ARCHIVE,
            flow("Server", "Archive", "Case"),
        ),
    ),
)
def retention_policy_unpublished(custody: Custody, facts: Facts) -> bool:
    """The policy on retention and deletion is not public.

    ## Why it matters
    Who gives a face or a document should be able to read beforehand how long it stays. A period
    that nobody outside knows binds nobody inside.

    ## What to do
    Publish for each kind of data how long it is kept, what ends that, and how it is deleted.

    ## When to accept it
    Where the data are taken from nobody by the party itself: the rule stands at those who collect.
    What goes with the decision is left out. Not stated is a question.
    """
    return (
        facts.is_of_a_person(custody)
        and facts.is_taken_by(custody)
        and facts.is_kept(custody)
        and not facts.has_published_retention(custody)
    )

"""The rule reachable-by-foreign-order."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.words import Key, Role
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    CASE_NUMBER,
    GALLERY,
    OPERATOR,
    PARTNER,
    PARTNER_STORE,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule

AT_HOME = replace(OPERATOR, jurisdiction="DE")
BOUND = replace(AT_HOME, compellable_from=frozenset({"DE", "US"}))
HOST = replace(PARTNER, compellable_from=frozenset({"US"}))
HOSTED = (AT_HOME, HOST, PARTNER_STORE, flow("Matcher", "Partner store", "Scan"))


@rule(
    over=Copy,
    linddun=("DD.4.1.1", "NC.1.2"),
    harm=3,
    undo=Undo.FUTURE,
    message="another jurisdiction can order {party} to hand over {data} from {at}",
    mitigations=(controls.KEY_WITH_PERSON, controls.SPLIT_KEY, controls.OUT_OF_REACH),
    references=("GDPR 44-48", "PIPL 41"),
    folds_under=("leaves-jurisdiction",),
    bad=(
        lambda: central(BOUND),
        lambda: central(*HOSTED),
    ),
    good=(
        lambda: central(AT_HOME),
        lambda: central(replace(BOUND, jurisdiction=None)),
        lambda: central(replace(BOUND, compellable_from=frozenset({"DE"}))),
        lambda: central(replace(BOUND, role=Role.AUTHORITY)),
        lambda: central(BOUND, SUBJECTS_KEY, replace(GALLERY, at_rest=SEALED)),
        lambda: central(
            *HOSTED,
            Key(name="Gallery key", holders=frozenset({"Operator", "Partner"}), split=True),
            flow("Matcher", "Partner store", "Scan", layers=SEALED),
        ),
        lambda: central(
            BOUND,
            CASE_NUMBER,
            ARCHIVE,
            flow("Desk", "Archive", "Case"),
            drop=("Matcher to Gallery", "Gallery to Matcher"),
        ),
        lambda: central(BOUND, replace(GALLERY, party="people")),
    ),
)
def reachable_by_foreign_order(copy: Copy, facts: Facts) -> bool:
    """The holder can be compelled by another jurisdiction.

    ## Why it matters
    An order reaches where the holder has its seat, its parent or its machines. It may come with a
    duty to keep silent, and neither the controller nor the people hear of it.

    ## What to do
    Hold the data under keys that the holder does not reach, at the person or split with somebody
    whom the order does not reach; or choose another holder.

    ## When to accept it
    When the data are few and those whom they are about were told. Who may compel whom is stated
    or asked, never taken from the name of a country, and asked only of a model that names more than
    one. Authorities are not asked, for one state does not compel another. A gate helps only if it
    keeps the holder from reading, and then there is nothing to report.
    """
    return (
        copy.content.identifies
        and facts.rests_readable(copy)
        and facts.can_be_ordered_from_abroad(copy)
    )

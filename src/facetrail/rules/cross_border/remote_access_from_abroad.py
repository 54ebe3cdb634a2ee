"""The rule remote-access-from-abroad."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.words import Person
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
from facetrail.rules.form import Milder, Undo, Verdict, rule

AT_HOME = replace(OPERATOR, jurisdiction="DE")
ABROAD = replace(AT_HOME, access_from=frozenset({"DE", "US"}))
SUPPORT = Person(name="Support", party="Partner")
SCREEN = flow("Matcher", "Support", "Scan")
SUPPORTED = (AT_HOME, replace(PARTNER, jurisdiction="US"), SUPPORT, SCREEN)


@rule(
    over=Arrival,
    linddun=("NC.1.2", "DD.4.2"),
    harm=2,
    undo=Undo.FUTURE,
    message="people or systems in another jurisdiction can read {data} at {at}",
    mitigations=(controls.READ_ON_THE_SPOT,),
    references=("GDPR 44", "PIPL 38-40"),
    folds_under=("leaves-jurisdiction",),
    bad=(
        lambda: central(ABROAD),
        lambda: central(AT_HOME, replace(GALLERY, access_from=frozenset({"US"}))),
        lambda: central(*SUPPORTED),
    ),
    milder=(lambda: central(*SUPPORTED, replace(SCREEN, gated=True)),),
    good=(
        lambda: central(AT_HOME),
        lambda: central(replace(ABROAD, access_from=frozenset({"DE"}))),
        lambda: central(replace(ABROAD, jurisdiction=None)),
        lambda: central(ABROAD, replace(GALLERY, access_from=frozenset())),
        lambda: central(
            AT_HOME,
            replace(PARTNER, jurisdiction="US", access_from=frozenset({"US"})),
            PARTNER_STORE,
            flow("Matcher", "Partner store", "Scan"),
        ),
        lambda: central(ABROAD, SUBJECTS_KEY, replace(GALLERY, at_rest=SEALED)),
        lambda: central(
            ABROAD,
            CASE_NUMBER,
            ARCHIVE,
            flow("Desk", "Archive", "Case"),
            drop=("Matcher to Gallery", "Gallery to Matcher"),
        ),
        lambda: central(AT_HOME, replace(GALLERY, party="people", access_from=frozenset({"US"}))),
        lambda: central(*SUPPORTED, replace(PARTNER, jurisdiction="DE")),
        lambda: central(
            *SUPPORTED, replace(PARTNER, jurisdiction="DE"), replace(SCREEN, gated=True)
        ),
        lambda: central(*SUPPORTED, SUBJECTS_KEY, replace(SCREEN, layers=SEALED)),
    ),
)
def remote_access_from_abroad(arrival: Arrival, facts: Facts) -> Verdict:
    """Staff or systems abroad can read the data.

    ## Why it matters
    A store that stays in the country while its administrators sit elsewhere has left the country
    whenever they look. Their employer, and whoever may order about it, looks with them.

    ## What to do
    Keep reading to people and systems on the spot. Give support abroad what needs no clear data:
    states, counts, masked views.

    ## When to accept it
    A view that a gate opens for one case at a time makes it milder. Nothing is concluded from where
    a company is: the jurisdictions from which it reads are stated or asked, and a model that names
    one jurisdiction alone, or none, is not about borders. A keeper elsewhere that reads from its
    own place is a matter of how it got the data. A ground for sending data abroad does not settle
    who looks in from there.
    """
    read = arrival.content.identifies and facts.is_read_from_abroad(arrival)
    if read and facts.is_shown_through_a_gate(arrival):
        return Milder("a gate opens each view")
    return read

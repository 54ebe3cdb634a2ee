"""The rule quasi-identifiers-complete."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Process, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    CASE_NUMBER,
    DESK,
    FULL_NAME,
    ID_NUMBER,
    PARTNER_STORE,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

BORN = replace(ID_NUMBER, name="Born", kind=Kind.DATE_OF_BIRTH)
STREET = replace(ID_NUMBER, name="Street", kind=Kind.ADDRESS)
SPOT = replace(ID_NUMBER, name="Spot", kind=Kind.LOCATION)
SEX = replace(ID_NUMBER, name="Sex", kind=Kind.PERSONAL_TRAIT)
TRAITS = tuple(replace(SEX, name=f"Trait {number}") for number in range(2))
STUDY = Process(name="Study", party="Partner", purposes=DESK.purposes)
SET = (FULL_NAME, STUDY, BORN, STREET, flow("Desk", "Study", "Born", "Street"))
TRACE = (FULL_NAME, PARTNER_STORE, SPOT, flow("Desk", "Partner store", "Spot"))
SAMPLE = replace(SPOT, name="Sample", kind=Kind.BIOLOGICAL_SAMPLE)
PATH = replace(
    SPOT,
    name="Path",
    kind=Kind.TRAJECTORY,
    origin=None,
    transform=Transform(Operation.JOIN, ("Spot",), "Study"),
)
WALKS = (FULL_NAME, STUDY, SPOT, PATH, flow("Desk", "Study", "Spot"))
COARSE = replace(
    STREET,
    name="Area",
    origin=None,
    transform=Transform(Operation.BLUR, ("Street",), "Desk"),
)


@rule(
    over=Arrival,
    linddun=("I.2.1.2", "L.2.1.1"),
    harm=2,
    undo=Undo.FUTURE,
    message="{party} has no names, but {data} can tell it who somebody is, with what it has beside",
    mitigations=(controls.COARSEN, controls.LARGER_GROUPS),
    references=("GDPR recital 26", "ISO/IEC 20889"),
    weighs_all=True,
    bad=(
        lambda: central(*SET),
        lambda: central(
            *SET,
            CASE_NUMBER,
            replace(STUDY, name="Second study"),
            flow("Desk", "Study", "Born", "Case"),
            flow("Desk", "Second study", "Street", "Case"),
        ),
        lambda: central(*TRACE, replace(PARTNER_STORE, track_points=4)),
        lambda: central(FULL_NAME, STUDY, SAMPLE, flow("Desk", "Study", "Sample")),
        lambda: central(*WALKS),
        lambda: central(
            FULL_NAME, STUDY, BORN, *TRAITS, flow("Desk", "Study", "Born", "Trait 0", "Trait 1")
        ),
    ),
    good=(
        lambda: central(*SET, flow("Desk", "Study", "Born", "Street", "Name")),
        lambda: central(*SET, flow("Desk", "Study", "Born")),
        lambda: central(*SET, SEX, flow("Desk", "Study", "Born", "Sex")),
        lambda: central(*SET, COARSE, flow("Desk", "Study", "Born", "Area")),
        lambda: central(
            *SET,
            replace(STUDY, name="Second study"),
            flow("Desk", "Study", "Born"),
            flow("Desk", "Second study", "Street"),
        ),
        lambda: central(*SET, SUBJECTS_KEY, flow("Desk", "Study", "Born", "Street", layers=SEALED)),
        lambda: central(*TRACE, replace(PARTNER_STORE, track_points=3)),
        lambda: central(
            *TRACE,
            SUBJECTS_KEY,
            replace(PARTNER_STORE, track_points=4, at_rest=SEALED),
        ),
        lambda: own_device(replace(BORN, origin="Phone"), replace(STREET, origin="Phone")),
    ),
)
def quasi_identifiers_complete(arrival: Arrival, facts: Facts) -> bool:
    """Set that singles a person out is complete at one party.

    ## Why it matters
    Birth date, sex and district are nobody's name, and together they are: most people in a country
    share them with no one. Whoever gets such a set and any public list beside it knows whose record
    it is, and nothing shows that they looked.

    ## What to do
    Make the values coarser until each record has enough company, and count the company again when
    something is added. Leave out rare values.

    ## When to accept it
    When the party holds the name in any case, it is not reported. Each kind counts with a rough
    number of bits of our own; twenty single out one in a million. Birth date and address make a
    set, as do a place and a rare trait, a history of places, and part of a genome; more than three
    places of one person do, too. Beside something that singles out alone, such as a history of
    places, what only adds to it is not named. What was made coarser counts for nothing here:
    whether it is coarse enough is another question.
    """
    return facts.completes_a_set(arrival) and not facts.knows_who_it_is(arrival)

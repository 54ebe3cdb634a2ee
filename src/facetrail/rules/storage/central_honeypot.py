"""The rule central-honeypot."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.operations import Operation
from facetrail.model.words import Key, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    CASE_NUMBER,
    FULL_RECORD,
    GALLERY,
    ID_NUMBER,
    OWN_KEY,
    PEOPLE,
    PROTECTED,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

LIMIT = 100_000
"""People in one store or under one key. China's face recognition measures of 2025 (art. 15) ask
controllers to file from this number on; it serves as the default line here."""

SEALED_TEMPLATE = replace(
    PROTECTED,
    name="Sealed template",
    transform=Transform(Operation.ENCRYPT, ("Template",), "Matcher"),
    layer=SEALED[0],
)


@rule(
    over=Copy,
    linddun=("DD.4.2", "NC.3"),
    harm=3,
    undo=Undo.CANNOT,
    message="one breach of {at}, or one key, exposes a whole population: {data}",
    mitigations=(controls.KEEP_ON_DEVICE, controls.KEY_WITH_PERSON),
    references=(
        "GDPR 25, 32",
        "EDPB Opinion 11/2024",
        "China, face recognition measures 2025, art. 15 (100,000 as filing line)",
    ),
    bad=(
        lambda: central(CASE_NUMBER, flow("Desk", "Gallery", "Case")),
        lambda: central(),
        lambda: central(replace(PEOPLE, population=LIMIT + 1)),
        lambda: central(replace(GALLERY, at_rest=SEALED), OWN_KEY),
        lambda: central(*FULL_RECORD, drop=("Matcher to Gallery", "Gallery to Matcher")),
        lambda: central(
            replace(GALLERY, at_rest=SEALED),
            Key(name="Gallery key", holders=frozenset({"Partner"})),
        ),
    ),
    good=(
        lambda: central(replace(PEOPLE, population=LIMIT)),
        lambda: central(
            SUBJECTS_KEY,
            SEALED_TEMPLATE,
            CASE_NUMBER,
            flow("Matcher", "Gallery", "Sealed template"),
            flow("Desk", "Gallery", "Case"),
            drop=("Gallery to Matcher",),
        ),
        lambda: central(replace(GALLERY, at_rest=SEALED), SUBJECTS_KEY),
        lambda: own_device(replace(GALLERY, party="people"), flow("Phone", "Gallery", "Template")),
        lambda: central(
            ARCHIVE,
            ID_NUMBER,
            flow("Desk", "Archive", "Id number"),
            drop=("Matcher to Gallery", "Gallery to Matcher"),
        ),
    ),
)
def central_honeypot(copy: Copy, facts: Facts) -> bool:
    """One breach or one key exposes a whole population.

    ## Why it matters
    A store with the faces or full identity records of a population is worth any effort to break
    in, and one success is enough. What gets out stays valid for life.

    ## What to do
    Leave references with the people: on their phone, their card, or under a key each of them
    holds. Otherwise split the store, its keys and its administrators, so that no single event
    opens all.

    ## When to accept it
    When a central register is the very task, as for a civil registry. Then accept it with the
    date by which keys are split, and the plan for changing them.
    """
    return (
        (copy.content.irrevocable or facts.is_full_record(copy))
        and not copy.is_subjects_own
        and facts.people_behind_one_key(copy, more_than=LIMIT)
        and facts.one_event_opens(copy)
    )

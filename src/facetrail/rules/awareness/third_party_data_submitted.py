"""The rule third-party-data-submitted."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import NO_NOTICE, Datum, Notice, Party, Role, Subjects, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    PHONE,
    SCAN,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

FAMILY = (
    Subjects(name="family", population=5_000_000, notice=NO_NOTICE),
    Party(name="family", role=Role.SUBJECT),
)
INFORMED = replace(FAMILY[0], notice=Notice(complete=True))
HOME = replace(SCAN, name="Home photo", origin="Phone", also_about=frozenset({"family"}))
SENT = (*FAMILY, HOME, flow("Phone", "Server", "Home photo"))
REFERENCE = (
    *FAMILY,
    replace(HOME, name="Reference", kind=Kind.NAME, subjects="family", also_about=frozenset()),
    flow("Phone", "Server", "Reference"),
)
CONTACTS = (
    *FAMILY,
    replace(HOME, name="Contacts", kind=Kind.CONTACT_LIST),
    flow("Phone", "Server", "Contacts"),
)
FILMED = (*FAMILY, replace(SCAN, also_about=frozenset({"family"})))
CUT = Datum(
    name="Cut scan",
    kind=Kind.FACE_IMAGE,
    subjects="people",
    transform=Transform(Operation.CROP, ("Scan",), "Camera"),
)
REWRITTEN = replace(CUT, transform=Transform(Operation.REENCODE, ("Scan",), "Camera"))
AT_THE_MATCHER = Transform(Operation.EXTRACT, ("Cut scan",), "Matcher")
PASSED_ON = flow("Camera", "Matcher", "Cut scan")
REMADE = Datum(
    name="Template", kind=Kind.FACE_TEMPLATE, subjects="people", transform=AT_THE_MATCHER
)


@rule(
    over=Arrival,
    linddun=("U.1.2", "U.1.1"),
    harm=2,
    undo=Undo.FUTURE,
    message="{at} takes {data} about other people, who are told nothing",
    mitigations=(controls.EXCLUDE_OTHERS, controls.ASK_OTHERS),
    references=("GDPR 14",),
    folds_under=("relatives-pulled-in",),
    bad=(
        lambda: own_device(*SENT),
        lambda: own_device(*REFERENCE),
        lambda: own_device(*CONTACTS),
        lambda: central(*FILMED),
        lambda: central(*FILMED, REWRITTEN, REMADE, PASSED_ON),
    ),
    good=(
        lambda: own_device(*SENT, INFORMED),
        lambda: own_device(*REFERENCE, INFORMED),
        lambda: own_device(*SENT, drop=("Phone to Server",)),
        lambda: own_device(*SENT, replace(HOME, also_about=frozenset())),
        lambda: central(*FILMED, CUT, REMADE, PASSED_ON),
        lambda: own_device(
            *FAMILY,
            HOME,
            SUBJECTS_KEY,
            flow("Phone", "Server", "Home photo", layers=SEALED),
        ),
        lambda: own_device(
            *FAMILY,
            HOME,
            replace(PHONE, name="Tablet"),
            flow("Phone", "Tablet", "Home photo"),
        ),
    ),
)
def third_party_data_submitted(arrival: Arrival, facts: Facts) -> bool:
    """Other people's data submitted by the user.

    ## Why it matters
    Who uploads an address book, a family's document or a picture with somebody else in it decides
    for people who do not know and were not asked. They are in a record now, and nobody will tell
    them.

    ## What to do
    Ask for less: one contact and not all, a part of the picture and not the room. Where others are
    meant, tell them, in time and in words of their own.

    ## When to accept it
    When these people are told, or when their part is cut off before anything flows on. Further
    people in a datum are those that the model names; contact lists tell of others by nature, so
    whether these are told is asked.
    """
    return (
        facts.is_about_others(arrival)
        and facts.is_where_it_is_taken(arrival)
        and facts.reads(arrival)
        and not facts.others_are_told(arrival)
    )

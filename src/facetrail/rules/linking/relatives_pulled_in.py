"""The rule relatives-pulled-in."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.words import (
    AboutOthers,
    Datum,
    External,
    Notice,
    Process,
    Purpose,
    Subjects,
)
from facetrail.rules import controls
from facetrail.rules.examples import SEALED, SUBJECTS_KEY, central, flow
from facetrail.rules.form import Undo, rule

QUESTIONING = Process(
    name="Questioning",
    party="Bureau",
    purposes=frozenset({Purpose.PUBLIC_SECURITY}),
    about_others=AboutOthers.USED,
)
FAMILY = Datum(
    name="Family",
    kind=Kind.CONTACT_LIST,
    subjects="people",
    origin="Desk",
    collected_for=frozenset({Purpose.PUBLIC_SECURITY}),
)
PULLED_IN = (QUESTIONING, FAMILY, flow("Desk", "Questioning", "Family"))
COUSINS = Subjects(name="cousins", population=5_000, notice=Notice(complete=True))
PHOTO = replace(FAMILY, kind=Kind.FACE_IMAGE, also_about=frozenset({"cousins"}))


@rule(
    over=Arrival,
    linddun=("L.2.1.2", "U.1.2"),
    harm=3,
    undo=Undo.FUTURE,
    message="{at} acts on other people, such as relatives or contacts, by {data}",
    mitigations=(controls.EXCLUDE_OTHERS, controls.ASK_OTHERS),
    references=("GDPR 4(13), 14", "PIPL 28"),
    bad=(
        lambda: central(*PULLED_IN),
        lambda: central(*PULLED_IN, replace(FAMILY, kind=Kind.GENOME)),
        lambda: central(*PULLED_IN, COUSINS, PHOTO),
        lambda: central(
            FAMILY,
            External(name="Lab", party="Partner", about_others=AboutOthers.USED),
            flow("Desk", "Lab", "Family"),
        ),
    ),
    good=(
        lambda: central(*PULLED_IN, replace(QUESTIONING, about_others=AboutOthers.NOTHING)),
        lambda: central(*PULLED_IN, replace(QUESTIONING, about_others=AboutOthers.AGREED)),
        lambda: central(*PULLED_IN, replace(QUESTIONING, about_others=AboutOthers.REACHED)),
        lambda: central(*PULLED_IN, replace(FAMILY, kind=Kind.FACE_IMAGE)),
        lambda: central(*PULLED_IN, replace(QUESTIONING, party="people")),
        lambda: central(
            *PULLED_IN, SUBJECTS_KEY, flow("Desk", "Questioning", "Family", layers=SEALED)
        ),
    ),
)
def relatives_pulled_in(arrival: Arrival, facts: Facts) -> bool:
    """Data about relatives or contacts pulled in.

    ## Why it matters
    A list of contacts, a household, a family picture or a genome tells of people who gave nothing
    and were not asked. Used about them, it finds, suspects or sells to somebody because of whom
    they know or descend from, and no choice of theirs could have kept them out.

    ## What to do
    Take no relations, or one person to call in need. If others are meant, ask each of them first.

    ## When to accept it
    When these others agreed, or are only called in an emergency or as guardians. Genomes and
    samples tell of relatives by nature, contact lists of contacts; for other data the model names
    who else appears in them. What a process or service does about such people is asked where the
    data reach it; keeping them in a store is no use.
    """
    return (
        facts.tells_of_others(arrival)
        and facts.reads(arrival)
        and facts.is_used_about_others(arrival)
    )

"""The rule face-stream-meets-gallery."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Custody
from facetrail.model.kinds import Kind
from facetrail.model.words import Act, Event, Retention, Role, Scene, StoreUse, Subjects
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    CAMERA,
    GALLERY,
    ID_NUMBER,
    PARTNER,
    SCAN,
    SEALED,
    SUBJECTS_KEY,
    Part,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule

PASSING = replace(CAMERA, name="Hall camera", act=Act.PASSIVE)
PASSER_BY = replace(SCAN, name="Passer-by", origin="Hall camera", subjects="people")
MET: tuple[Part, ...] = (
    PASSING,
    PASSER_BY,
    ID_NUMBER,
    flow("Hall camera", "Desk", "Passer-by"),
    flow("Desk", "Gallery", "Id number"),
)
NAMED = (flow("Desk", "Gallery", "Id number"),)
WORKER = replace(PARTNER, role=Role.PROCESSOR)
OTHERS = Subjects(name="others", population=5_000_000, notice=None)
PAPERS = replace(ID_NUMBER, name="Papers", kind=Kind.DOCUMENT_IMAGE)
SOUGHT = replace(GALLERY, use=StoreUse.WATCH_LIST)


@rule(
    over=Custody,
    linddun=("I.2.1.1", "L.2.2.1"),
    harm=4,
    undo=Undo.FUTURE,
    message="{at} takes {data} of people who did not present themselves, and keeps references of"
    " people whom it knows by name",
    mitigations=(controls.SHORTEN_LIST, controls.DROP_AT_SENSOR),
    references=("ISO/IEC 24745", "PIPL 26 (from 1 November 2021)", "GDPR 9"),
    bad=(
        lambda: central(*MET),
        lambda: central(*MET, replace(PASSING, act=Act.ACTIVE, scene=Scene.PUBLIC)),
        lambda: central(
            *MET,
            OTHERS,
            replace(PASSER_BY, subjects="others"),
            replace(PASSING, scene=Scene.PUBLIC),
        ),
        lambda: central(*MET, PAPERS, flow("Desk", "Gallery", "Papers"), drop=("Id number",)),
        lambda: central(*MET, SOUGHT, ARCHIVE, flow("Desk", "Archive", "Passer-by")),
        lambda: central(*MET, replace(PASSING, party="Partner")),
        lambda: central(*MET, WORKER, replace(GALLERY, party="Partner")),
    ),
    good=(
        lambda: central(*MET, replace(PASSING, act=Act.ACTIVE)),
        lambda: central(*MET, OTHERS, replace(PASSER_BY, subjects="others")),
        lambda: central(*MET, flow("Desk", "Gallery"), drop=("Id number",)),
        lambda: central(*MET, replace(PASSER_BY, kind=Kind.VOICE_RECORDING)),
        lambda: central(*MET, SOUGHT),
        lambda: central(
            *MET,
            SOUGHT,
            replace(ARCHIVE, retention=Retention(until=Event.DECISION)),
            flow("Desk", "Archive", "Passer-by"),
        ),
        lambda: central(*MET, SUBJECTS_KEY, replace(GALLERY, at_rest=SEALED)),
        lambda: central(
            *MET,
            SUBJECTS_KEY,
            replace(PASSING, party="Partner"),
            flow("Hall camera", "Desk", "Passer-by", layers=SEALED),
        ),
        lambda: central(*MET, replace(PASSING, party="people")),
        lambda: central(replace(CAMERA, act=Act.PASSIVE), ID_NUMBER, *NAMED),
        lambda: central(
            *MET,
            replace(PASSING, party="Partner"),
            flow("Hall camera", "Desk", "Passer-by", "Id number 2"),
            replace(ID_NUMBER, name="Id number 2", origin="Hall camera"),
        ),
    ),
)
def face_stream_meets_gallery(custody: Custody, facts: Facts) -> bool:
    """Unlabelled captures meet an identified gallery.

    ## Why it matters
    A recording of people who walk by names nobody. In the hands of a party that also keeps faces,
    voices or samples under a name, it names everybody who is in both, and does so for every
    recording kept, back to the first.

    ## What to do
    Keep the two with different parties, or one of them in a form that cannot be compared. Where
    people are looked for, keep only these as references, and drop at once what does not match.

    ## When to accept it
    When the references are a list of people who are looked for and captures end with the decision,
    it is not reported; what is wrong with such a list has rules of its own. A capture counts as
    unlabelled where its sensor takes in a public place, or people do nothing to be captured, and
    nobody names them along with it.
    References of other populations count only against captures in public, for there anybody may
    come by.
    """
    return (
        facts.meets_known_people(custody)
        and facts.comes_without_a_name(custody)
        and facts.is_taken_in_passing(custody)
        and facts.is_read_by(custody)
    )

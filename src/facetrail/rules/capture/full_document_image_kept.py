"""The rule full-document-image-kept."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.kinds import Kind
from facetrail.model.words import Datum, Need, Purpose
from facetrail.rules import controls
from facetrail.rules.examples import ARCHIVE, DESK, ID_NUMBER, central, flow
from facetrail.rules.form import Milder, Undo, Verdict, rule

CARD_COPY = Datum(
    name="Card copy",
    kind=Kind.DOCUMENT_IMAGE,
    subjects="people",
    origin="Desk",
    collected_for=frozenset({Purpose.ACCESS_CONTROL}),
)
COPIED = (
    ARCHIVE,
    replace(DESK, needs=Need.ATTRIBUTE),
    CARD_COPY,
    flow("Desk", "Archive", "Card copy"),
)


@rule(
    over=Copy,
    linddun=("DD.1.3", "NC.1.1.2"),
    harm=2,
    undo=Undo.ENDS,
    message="{at} keeps {data} whole, although fields or a result would do",
    mitigations=(controls.READ_FIELDS, controls.READ_CHIP, controls.SHOW_FIELDS_ONLY),
    references=("GDPR 5(1)(c)", "GB/T 35273-2020", "ISO/IEC 29100, data minimisation"),
    weighs_all=True,
    bad=(lambda: central(*COPIED),),
    milder=(lambda: central(*COPIED, replace(ARCHIVE, keep_duty="a law")),),
    good=(
        lambda: central(
            replace(ARCHIVE, keep_duty="a law"), ID_NUMBER, flow("Desk", "Archive", "Id number")
        ),
        lambda: central(*COPIED, replace(ARCHIVE, party="people")),
        lambda: central(*COPIED, replace(DESK, needs=Need.RAW)),
        lambda: central(),
    ),
)
def full_document_image_kept(copy: Copy, facts: Facts) -> Verdict:
    """Full document image kept where attributes suffice.

    ## Why it matters
    A picture of an identity document shows portrait, number, address and signature at once:
    enough to act in the person's name elsewhere. Most checks need one or two of its fields.

    ## What to do
    Read what is needed, keep that, and throw the picture away; best read the chip and take
    the fields only.

    ## When to accept it
    A stated duty to keep the document for a period makes the threat milder and is named.
    """
    whole = (
        facts.is_whole_document(copy)
        and not copy.is_subjects_own
        and facts.needs_less_than_raw(copy.datum)
    )
    if whole and facts.must_be_kept(copy):
        return Milder(f"a duty to keep it is stated ({copy.at.keep_duty})")
    return whole

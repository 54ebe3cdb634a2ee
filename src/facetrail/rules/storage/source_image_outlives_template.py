"""The rule source-image-outlives-template."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.words import Need
from facetrail.rules import controls
from facetrail.rules.examples import ARCHIVE, GALLERY, MATCHER, central, flow
from facetrail.rules.form import Undo, rule

BOTH_KEPT = (ARCHIVE, flow("Matcher", "Archive", "Scan"))


@rule(
    over=Copy,
    linddun=("DD.3.4", "NC.1.1.2"),
    harm=2,
    undo=Undo.ENDS,
    message="{at} keeps {data} although a reference made from them rests with {party} as well",
    mitigations=(controls.DELETE_SAMPLE,),
    references=("EDPB Guidelines 3/2019, 5.2", "ISO/IEC 24745"),
    weighs_all=True,
    bad=(lambda: central(*BOTH_KEPT),),
    good=(
        lambda: central(*BOTH_KEPT, replace(MATCHER, needs=Need.RAW)),
        lambda: central(*BOTH_KEPT, replace(ARCHIVE, party="Partner")),
        lambda: central(
            *BOTH_KEPT, replace(ARCHIVE, party="people"), replace(GALLERY, party="people")
        ),
        lambda: central(),
    ),
)
def source_image_outlives_template(copy: Copy, facts: Facts) -> bool:
    """Raw sample kept after the reference exists.

    ## Why it matters
    Once the reference exists the picture it was made from has done its work. Kept beside it,
    it adds everything a template tries to leave out: surroundings, expression, age.

    ## What to do
    Delete the sample when the reference is made, and enrol again if the extractor changes.

    ## When to accept it
    When a process states that it needs the sample again, to make references anew; then say
    for how long.
    """
    return (
        not copy.is_subjects_own
        and facts.reference_rests_with(copy)
        and not facts.needs_the_raw_sample(copy)
    )

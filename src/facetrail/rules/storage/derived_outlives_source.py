"""The rule derived-outlives-source."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.kinds import Kind
from facetrail.model.words import Retention
from facetrail.rules import controls
from facetrail.rules.examples import GALLERY, SCAN, TEMPLATE, central
from facetrail.rules.form import Undo, rule


@rule(
    over=Copy,
    linddun=("DD.3.4", "U.2.3"),
    harm=2,
    undo=Undo.ENDS,
    message="{at} keeps {data} longer than was promised for what they are made from",
    mitigations=(controls.CASCADE_DELETION,),
    references=("GDPR 5(1)(e), 17, 19",),
    bad=(lambda: central(replace(SCAN, lifetime=Retention(days=30))),),
    good=(
        lambda: central(replace(SCAN, lifetime=Retention(days=365))),
        lambda: central(),
        lambda: central(
            replace(SCAN, lifetime=Retention(days=30)), replace(GALLERY, party="people")
        ),
        lambda: central(
            replace(SCAN, lifetime=Retention(days=30)), replace(TEMPLATE, kind=Kind.FACE_IMAGE)
        ),
    ),
)
def derived_outlives_source(copy: Copy, facts: Facts) -> bool:
    """Derived data outlive their source.

    ## Why it matters
    Who was told that the picture goes after a month believes that all of it goes. A template
    or profile made from it says the same about them and stays.

    ## What to do
    Give derived data the lifetime of their source, and let one deletion reach both.

    ## When to accept it
    For an aggregate or a bare decision, which are not reported; a copy of the same kind is
    another rule's matter.
    """
    return not copy.is_subjects_own and facts.outlives_its_source(copy)

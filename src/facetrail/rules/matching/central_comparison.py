"""The rule central-comparison."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Work
from facetrail.model.kinds import Kind
from facetrail.model.words import Boundary, Comparison, Datum, Purpose
from facetrail.rules import controls
from facetrail.rules.examples import ARCHIVE, CAMERA, MATCHER, PHONE, central, flow, own_device
from facetrail.rules.form import Milder, Undo, Verdict, rule

BUREAU_PHOTO = Datum(
    name="Photo",
    kind=Kind.FACE_IMAGE,
    subjects="people",
    origin="Archive",
    collected_for=frozenset({Purpose.ACCESS_CONTROL}),
)


@rule(
    over=Work,
    linddun=("DD.3.2", "DD.4.2"),
    harm=2,
    undo=Undo.ENDS,
    message="{at} compares centrally, away from the person and from where the sample is taken",
    mitigations=(controls.COMPARE_ON_DEVICE, controls.COMPARE_WITH_CHIP),
    references=("NIST SP 800-63B-4, 3.2.3", "ISO/IEC 24745", "GDPR 25"),
    folds_under=("raw-sample-leaves-device",),
    bad=(lambda: central(),),
    milder=(
        lambda: central(
            replace(ARCHIVE, party="Bureau"),
            BUREAU_PHOTO,
            flow("Archive", "Matcher", "Photo"),
            drop=("Gallery to Matcher",),
        ),
    ),
    good=(
        lambda: central(replace(MATCHER, party="people")),
        lambda: central(
            replace(MATCHER, local_impossible="the lock has no computer"),
            replace(ARCHIVE, party="Bureau"),
            BUREAU_PHOTO,
            flow("Archive", "Matcher", "Photo"),
            drop=("Gallery to Matcher",),
        ),
        lambda: own_device(),
        lambda: central(replace(MATCHER, local_impossible="the lock has no computer")),
        lambda: central(replace(MATCHER, comparison=Comparison.IDENTIFICATION)),
        lambda: own_device(replace(PHONE, comparison=Comparison.VERIFICATION)),
        lambda: central(
            Boundary(name="Door", party="Operator"),
            replace(CAMERA, boundary="Door"),
            replace(MATCHER, boundary="Door"),
        ),
    ),
)
def central_comparison(work: Work, facts: Facts) -> Verdict:
    """Central comparison where a local one would do.

    ## Why it matters
    A comparison in the middle needs the samples and references of everybody to come there.
    One place then sees every use, and one break-in takes all. The device that took the sample
    could mostly do the same work.

    ## What to do
    Compare on the person's device or card, or at the terminal with the portrait on the chip,
    and send the answer.

    ## When to accept it
    When a reason is stated why neither the person's device nor the terminal can compare. A
    reference that rests only with an authority makes the threat milder and is named.
    """
    away = (
        facts.verifies(work)
        and not work.is_subjects_own
        and not work.at.local_impossible
        and not facts.is_where_the_sample_is_taken(work)
    )
    if away and facts.only_an_authority_has_the_reference(work):
        return Milder("only an authority has the reference")
    return away

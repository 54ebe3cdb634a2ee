"""The rule uncontrolled-reference-photo."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Comparison, Datum, Transform, Upkeep
from facetrail.rules import controls
from facetrail.rules.examples import ARCHIVE, FULL_NAME, KEPT_PROBE, MATCHER, SCAN, central, flow
from facetrail.rules.form import Undo, rule

PHOTO = replace(SCAN, name="Photo", origin="Archive", upkeep=Upkeep.OUTDATED)
OLD_PHOTO = (ARCHIVE, PHOTO, flow("Archive", "Matcher", "Photo"))

NAMES_COMPARED = (
    ARCHIVE,
    FULL_NAME,
    replace(FULL_NAME, name="Name on file", origin="Archive", upkeep=Upkeep.UNCHECKED),
    Datum(
        name="Alike",
        kind=Kind.COMPARISON_SCORE,
        subjects="people",
        transform=Transform(Operation.COMPARE, ("Name", "Name on file"), "Desk"),
    ),
    flow("Archive", "Desk", "Name on file"),
)


@rule(
    over=Arrival,
    linddun=("NC.2", "NC.4"),
    harm=2,
    undo=Undo.ENDS,
    message="{at} compares people with {data}, whose quality, age or source nobody controls",
    mitigations=(controls.CHECK_QUALITY, controls.REFRESH_REFERENCE),
    references=(
        "GDPR 5(1)(d)",
        "PIPL 8",
        "NIST SP 800-63A-4, 4.3 (enrolling anew is optional there)",
    ),
    bad=(
        lambda: central(*OLD_PHOTO),
        lambda: central(*OLD_PHOTO, replace(PHOTO, upkeep=Upkeep.UNCHECKED)),
        lambda: central(
            *KEPT_PROBE,
            replace(PHOTO, name="Reference", origin="Gallery", upkeep=Upkeep.UNVOUCHED),
        ),
        lambda: central(replace(SCAN, upkeep=Upkeep.UNCHECKED)),
    ),
    good=(
        lambda: central(),
        lambda: central(*OLD_PHOTO, replace(PHOTO, upkeep=Upkeep.KEPT_UP)),
        lambda: central(*OLD_PHOTO, replace(PHOTO, kind=Kind.CHIP_PORTRAIT)),
        lambda: central(*OLD_PHOTO, replace(PHOTO, kind=Kind.DOCUMENT_IMAGE)),
        lambda: central(*OLD_PHOTO, replace(MATCHER, comparison=Comparison.NONE)),
        lambda: central(*OLD_PHOTO, replace(MATCHER, party="people")),
        lambda: central(*NAMES_COMPARED),
    ),
)
def uncontrolled_reference_photo(arrival: Arrival, facts: Facts) -> bool:
    """Reference sample too old or of unknown quality.

    ## Why it matters
    A blurred, old or foreign picture fails the person it shows and fits others. The person pays for
    an error that was in the file before they came.

    ## What to do
    Let a rule on quality decide what becomes a reference, renew it after a time that fits its use,
    and take over pictures from elsewhere only from a source that vouches for them.

    ## When to accept it
    Where a failed comparison costs the person nothing. What an issuer put on a chip or printed on a
    document is taken to be in order while the document is valid; a reference on the person's own
    device is their own matter. The state of other references is asked where nobody states it.
    """
    return (
        not arrival.is_subjects_own
        and arrival.content.irrevocable
        and facts.is_compared_with(arrival)
        and facts.is_in_a_bad_state(arrival.datum)
    )

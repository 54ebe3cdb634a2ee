"""The rule reference-not-renewable."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.kinds import Kind
from facetrail.model.words import Datum, Layer, LayerKind
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    CASE_NUMBER,
    GALLERY,
    ID_NUMBER,
    OWN_KEY,
    PROTECTED,
    SCAN,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

STIFF = replace(PROTECTED, renewable=False)
KEPT = (flow("Matcher", "Gallery", "Protected template"),)
BADGE = replace(CASE_NUMBER, name="Badge", kind=Kind.CREDENTIAL, renewable=False)
BADGES = (ARCHIVE, BADGE, flow("Desk", "Archive", "Badge"))
PORTRAIT = Datum(name="Portrait", kind=Kind.FACE_IMAGE, subjects="people", origin="Gallery")
NO_TEMPLATE = ("Template", "Matcher to Gallery", "Gallery to Matcher")
SCHEME = (Layer(LayerKind.PROTECTED, scheme="fuzzy vault", irreversible=True),)


@rule(
    over=Copy,
    linddun=("NC.4", "L.1.1"),
    harm=2,
    undo=Undo.CANNOT,
    message="{at} keeps {data}, which nobody can replace once it is stolen",
    mitigations=(controls.RENEW_TEMPLATE, controls.BIND_TOKEN),
    references=("ISO/IEC 24745, renewability",),
    bad=(
        lambda: central(),
        lambda: central(replace(GALLERY, at_rest=SEALED), OWN_KEY),
        lambda: central(PORTRAIT, flow("Gallery", "Matcher", "Portrait"), drop=NO_TEMPLATE[:2]),
        lambda: central(STIFF, *KEPT, drop=NO_TEMPLATE[2:]),
        lambda: central(
            replace(PROTECTED, renewable=True), *KEPT, flow("Matcher", "Gallery", "Template")
        ),
        lambda: central(*BADGES, drop=NO_TEMPLATE),
    ),
    good=(
        lambda: central(replace(STIFF, renewable=True), *KEPT, drop=NO_TEMPLATE[2:]),
        lambda: central(replace(GALLERY, at_rest=SEALED), SUBJECTS_KEY),
        lambda: central(*BADGES, replace(BADGE, renewable=True), drop=NO_TEMPLATE),
        lambda: central(ARCHIVE, ID_NUMBER, flow("Desk", "Archive", "Id number"), drop=NO_TEMPLATE),
        lambda: central(ARCHIVE, SCAN, flow("Matcher", "Archive", "Scan"), drop=NO_TEMPLATE),
        lambda: central(PORTRAIT, drop=NO_TEMPLATE),
        lambda: own_device(replace(GALLERY, party="people"), flow("Phone", "Gallery", "Template")),
    ),
)
def reference_not_renewable(copy: Copy, facts: Facts) -> bool:
    """Reference cannot be revoked or renewed after theft.

    ## Why it matters
    A stolen password is changed. A stolen face, or features of it, opens and links for as long as
    the person lives, since the next enrolment measures the same body. A pseudonym or credential
    that can never be changed is no better.

    ## What to do
    Keep references under a protection scheme that lets another be issued from the same person and
    makes the old one useless. Bind credentials to a key that can be replaced.

    ## When to accept it
    When a scheme or token has a stated way to issue anew. Locking or suspending is none: it stops
    the person, not the thief. A reference without a protection scheme counts as one that cannot be
    renewed, whatever is written: encryption at rest does not change what gets out. A copy that
    only the person can open is of no use to a thief and left alone.
    """
    return (
        not copy.is_subjects_own
        and facts.stands_for_the_person(copy)
        and facts.is_of_use_to_a_thief(copy)
        and facts.cannot_be_renewed(copy)
    )

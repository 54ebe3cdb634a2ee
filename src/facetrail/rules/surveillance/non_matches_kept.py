"""The rule non-matches-kept."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Comparison, Datum, Event, Purpose, Retention, Transform
from facetrail.rules import controls
from facetrail.rules.examples import ARCHIVE, PHONE, SERVER, flow, own_device
from facetrail.rules.form import Undo, rule
from facetrail.rules.surveillance._square import CASES, FACE, SEARCH, square

PLAIN = replace(CASES, purposes=frozenset({Purpose.RESEARCH}))
KEPT = flow("Search", "Cases", "Features")
LISTED = flow("Search", "Cases", "Hits")
FILMED = flow("Search", "Cases", "Face")
CUT = Datum(
    name="Cut",
    kind=Kind.FACE_IMAGE,
    subjects="crowd",
    transform=Transform(Operation.CROP, ("Face",), "Search"),
)


@rule(
    over=Copy,
    linddun=("DD.3.4", "DD.2.3"),
    harm=3,
    undo=Undo.ENDS,
    message="{at} keeps {data} of people who were searched for and did not match",
    mitigations=(controls.DELETE_AT_ONCE, controls.PLAIN_RECORDING_ONLY),
    references=(
        "EDPB Guidelines 05/2022",
        "GDPR 5(1)(e)",
        "China, face recognition measures 2025, art. 8",
    ),
    weighs_all=True,
    bad=(
        lambda: square(KEPT),
        lambda: square(LISTED),
        lambda: square(FILMED),
        lambda: square(CUT, flow("Search", "Cases", "Cut")),
        lambda: square(FILMED, drop=("Hits", "Features")),
        lambda: square(PLAIN, flow("Search", "Cases", "Face", "Features")),
        lambda: square(PLAIN, flow("Search", "Cases", "Face", "Hits")),
        lambda: square(PLAIN, KEPT),
        lambda: square(replace(PLAIN, retention=Retention(unlimited=True)), FILMED),
    ),
    good=(
        lambda: square(KEPT, replace(CASES, keeps_non_matches=False)),
        lambda: square(KEPT, replace(CASES, retention=Retention(until=Event.DECISION))),
        lambda: square(PLAIN, FILMED),
        lambda: square(KEPT, replace(CASES, party="crowd")),
        lambda: square(),
        lambda: own_device(
            replace(PHONE, comparison=Comparison.IDENTIFICATION),
            replace(SERVER, comparison=Comparison.NONE),
            ARCHIVE,
            flow("Phone", "Server", "Scan"),
            flow("Server", "Archive", "Scan"),
            replace(ARCHIVE, keeps_non_matches=True),
        ),
        lambda: square(
            replace(SEARCH, comparison=Comparison.VERIFICATION),
            FILMED,
            drop=("Hits", "Features"),
        ),
        lambda: square(replace(FACE, kind=Kind.BEHAVIOUR), FILMED, drop=("Hits", "Features")),
    ),
)
def non_matches_kept(copy: Copy, facts: Facts) -> bool:
    """Non-matches kept.

    ## Why it matters
    The people whom a search did not find are those whom nobody looked for. What is kept of them
    makes a gallery of everybody who passed, ready for the next list.

    ## What to do
    Delete probe, features, crops and search records in the moment in which they match nobody.

    ## When to accept it
    A plain recording with a stated purpose and period of its own is not reported as long as
    nothing extracted or found rests beside it. Only searches among many are meant: what stays
    after a check of one claim is reported by another rule, and so is, folded under this one, that
    a probe outlives its decision.
    """
    return (
        not copy.is_subjects_own
        and facts.is_left_of_a_search(copy)
        and facts.outlives_the_decision(copy)
        and not facts.is_plain_recording(copy)
        and facts.keeps_non_matches(copy)
    )

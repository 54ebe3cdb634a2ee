"""The rule template-halves-together."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.words import Key, Layer, LayerKind
from facetrail.rules import controls
from facetrail.rules.examples import ARCHIVE, GALLERY, PROTECTED, central, flow, own_device
from facetrail.rules.form import Undo, rule

HALF = Key(name="Helper data", holders=frozenset({"Operator"}))
THEIRS = replace(HALF, holders=frozenset({"people"}))
SCHEME = Layer(
    LayerKind.PROTECTED, scheme="fuzzy commitment", irreversible=True, auxiliary="Helper data"
)
SPLIT = replace(PROTECTED, layer=SCHEME)
KEPT = (SPLIT, HALF, flow("Matcher", "Gallery", "Protected template"))
AT_REST = (replace(GALLERY, at_rest=(SCHEME,)), HALF)


@rule(
    over=Copy,
    linddun=("NC.3", "I.2.1.1"),
    harm=1,
    undo=Undo.ENDS,
    message="{party} keeps {data} at {at} and reaches the other half that protects it",
    mitigations=(controls.SEPARATE_HALVES,),
    references=("ISO/IEC 24745, pseudonymous identifier and auxiliary data",),
    bad=(
        lambda: central(*KEPT),
        lambda: central(*AT_REST),
        lambda: central(
            *KEPT,
            replace(THEIRS, name="Helper data"),
            ARCHIVE,
            flow("Person", "Archive", "Helper data"),
        ),
    ),
    good=(
        lambda: central(*KEPT, THEIRS),
        lambda: central(*KEPT, THEIRS, flow("Person", "Matcher", "Helper data")),
        lambda: central(*KEPT, replace(SPLIT, layer=replace(SCHEME, auxiliary=None))),
        lambda: central(),
        lambda: own_device(
            replace(GALLERY, party="people", at_rest=(SCHEME,)),
            THEIRS,
            flow("Phone", "Gallery", "Template"),
        ),
    ),
)
def template_halves_together(copy: Copy, facts: Facts) -> bool:
    """Both halves of a protected reference reachable by one party.

    ## Why it matters
    Some schemes protect a template by splitting it: an identifier here, helper data there. Who has
    both can try faces against them, or link records, as if there were no scheme.

    ## What to do
    Give one half to the person, or to a party whose staff and systems cannot reach the other. Let
    the halves meet only during a comparison.

    ## When to accept it
    A scheme that is safe with both parts in the open has no half to keep apart: name none. Halves
    that meet for one comparison are not reported.
    """
    return not copy.is_subjects_own and facts.other_half_is_in_reach(copy)

"""The rule template-reveals-face."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.rules import controls
from facetrail.rules.examples import (
    GALLERY,
    OWN_KEY,
    PROTECTED,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule


@rule(
    over=Arrival,
    linddun=("I.2.1.1", "DD.4.2"),
    harm=3,
    undo=Undo.CANNOT,
    message="{party} can turn {data} at {at} back into a picture or recording of the person",
    mitigations=(controls.PROTECT_TEMPLATE, controls.KEEP_ON_DEVICE, controls.COMPARE_ON_DEVICE),
    references=(
        "ISO/IEC 24745, irreversibility",
        "Mai et al. 2018, reconstruction of faces from templates",
        "arXiv 2411.03960, a linear map carries embeddings between models",
    ),
    bad=(
        lambda: central(),
        lambda: central(replace(GALLERY, at_rest=SEALED), OWN_KEY),
        lambda: own_device(flow("Phone", "Server", "Template")),
    ),
    good=(
        lambda: central(replace(GALLERY, at_rest=SEALED), SUBJECTS_KEY),
        lambda: central(
            PROTECTED,
            flow("Matcher", "Gallery", "Protected template"),
            drop=("Gallery to Matcher",),
        ),
        lambda: own_device(),
        lambda: own_device(replace(GALLERY, party="people"), flow("Phone", "Gallery", "Template")),
    ),
)
def template_reveals_face(arrival: Arrival, facts: Facts) -> bool:
    """A template is as good as the sample it came from.

    ## Why it matters
    Features extracted from a face, voice, iris or fingerprint can be turned back into a sample
    that passes as the person: in a published test images rebuilt from face templates were
    accepted in 95 of 100 tries at a false acceptance rate of 0.1 %. Who can read the template has
    the face, and the person cannot get a new one.

    ## What to do
    Keep the template on the person's device or card and compare there. Where it must be stored
    elsewhere, use a template protection scheme with published evidence that it cannot be
    reversed, or a key that only the person holds. Extracting features is no protection.

    ## When to accept it
    When the template lives only inside one comparison, in memory: that is not reported. A copy
    within lasting reach of a party is reported even where it only runs the comparison for
    somebody else.
    """
    return (
        arrival.content.has_template and not arrival.is_subjects_own and facts.is_in_reach(arrival)
    )

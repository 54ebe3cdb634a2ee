"""The rule template-exported."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Carried
from facetrail.model.words import Party, Role
from facetrail.rules import controls
from facetrail.rules.examples import MATCHER, PARTNER_STORE, PROTECTED, central, flow, own_device
from facetrail.rules.form import Undo, rule

PROCESSOR = Party(name="Processor", role=Role.PROCESSOR)
COMPARING_PROCESSOR = replace(MATCHER, name="Comparing service", party="Processor")


@rule(
    over=Carried,
    linddun=("DD.3.2", "L.1.1"),
    harm=3,
    undo=Undo.CANNOT,
    message="{party} gets {data} from another party at {at}, fit to be compared or inverted",
    mitigations=(controls.PASS_DECISION_ONLY,),
    references=("ISO/IEC 24745", "NIST SP 800-63A-4, 3.11", "PIPL 23"),
    bad=(lambda: central(PARTNER_STORE, flow("Matcher", "Partner store", "Template")),),
    good=(
        lambda: central(),
        lambda: central(
            PARTNER_STORE, PROTECTED, flow("Matcher", "Partner store", "Protected template")
        ),
        lambda: central(
            replace(PARTNER_STORE, party="people"), flow("Matcher", "Partner store", "Template")
        ),
        lambda: own_device(flow("Phone", "Server", "Template")),
        lambda: central(PARTNER_STORE, flow("Matcher", "Partner store", "Scan")),
        lambda: central(
            COMPARING_PROCESSOR, PROCESSOR, flow("Gallery", "Comparing service", "Template")
        ),
    ),
    folds_under=(
        "standing-feed-to-authority",
        "vendor-receives-raw-biometrics",
    ),
)
def template_exported(carried: Carried, facts: Facts) -> bool:
    """Reference exported to another party.

    ## Why it matters
    A reference in the hands of a second party is a second gallery: it can be searched,
    matched with other collections and turned back into a picture, and the first party can no
    longer take it back.

    ## What to do
    Let the party that holds the reference compare, and pass on the decision. Where another
    must compare, give it a protected reference made for its own application.

    ## When to accept it
    When the receiver is the processor that runs the comparison, or the person's own device:
    neither is reported here. What leaves the person's own device is a rule of its own.
    """
    return (
        carried.content.has_template
        and facts.crosses_parties(carried)
        and not facts.comes_from_the_person(carried)
        and facts.receives_readable(carried)
        and not facts.goes_to_its_comparison(carried)
    )

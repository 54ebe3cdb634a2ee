"""The rule no-correction-route."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Custody
from facetrail.model.words import Effect
from facetrail.rules import controls
from facetrail.rules.examples import FULL_RECORD, MATCHER, OPERATOR, central, flow
from facetrail.rules.form import Milder, Undo, Verdict, rule

FIRM = replace(OPERATOR, correction_route=False)
DECIDES = replace(MATCHER, effect=Effect.SERVICE)


@rule(
    over=Custody,
    linddun=("U.2.3", "NC.1.1.1"),
    harm=3,
    undo=Undo.ENDS,
    message="{at} acts on people by {data}, and nobody can have a mistake in it corrected",
    mitigations=(controls.CORRECTION_ROUTE, controls.TELL_RECIPIENTS),
    references=("GDPR 16, 18, 19", "PIPL 46", "LED 16"),
    bad=(
        lambda: central(FIRM, DECIDES),
        lambda: central(
            FIRM,
            *FULL_RECORD,
            flow("Archive", "Matcher", "Name"),
            DECIDES,
            drop=("Gallery", "Matcher to Gallery", "Gallery to Matcher"),
        ),
    ),
    milder=(lambda: central(replace(FIRM, restriction="an act on investigations"), DECIDES),),
    good=(
        lambda: central(DECIDES),
        lambda: central(replace(FIRM, restriction="an act on investigations")),
        lambda: central(FIRM, DECIDES, drop=("Gallery to Matcher",)),
    ),
)
def no_correction_route(custody: Custody, facts: Facts) -> Verdict:
    """A wrong link or entry cannot be corrected.

    ## Why it matters
    A wrong reference, label or link works as well as a right one: it refuses, flags and blames the
    wrong person each time it is looked up, and every recipient carries it on.

    ## What to do
    Let people have an entry examined by somebody who can change it, and pass the correction on to
    everybody who received it.

    ## When to accept it
    A stated restriction makes the threat milder and is named. What is kept but decides nothing
    about anybody is left out, as is what the person holds.
    """
    stuck = (
        facts.is_used_from_a_store(custody)
        and facts.decides_something(custody)
        and not facts.corrects(custody)
    )
    if stuck and custody.party.restriction:
        return Milder(f"correction is restricted ({custody.party.restriction})")
    return stuck

"""The rule sensitive-trait-inferred."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Purpose, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    FULL_NAME,
    SCAN,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

MOOD = Datum(
    name="Mood",
    kind=Kind.EMOTION,
    subjects="people",
    transform=Transform(Operation.INFER, ("Scan",), "Matcher"),
)
FAITH = replace(
    MOOD,
    name="Faith",
    kind=Kind.ORIGIN_OR_BELIEF,
    transform=Transform(Operation.INFER, ("Name",), "Desk"),
)
WEATHER = Datum(name="Weather", kind=Kind.OTHER, origin="Matcher")


@rule(
    over=Arrival,
    linddun=("L.2.2.1", "DD.3.1"),
    harm=3,
    undo=Undo.CANNOT,
    message="{at} concludes {data} from data that were not given for it",
    mitigations=(controls.LEAVE_OUT_STEP, controls.AGGREGATE),
    references=(
        "GDPR 9",
        "PIPL 28",
        "AI Act 5(1)(f), (g)",
        "GB/T 41819-2022",
    ),
    bad=(
        lambda: central(MOOD),
        lambda: central(FAITH, FULL_NAME),
        lambda: central(MOOD, replace(SCAN, collected_for=frozenset({Purpose.ANALYTICS}))),
        lambda: central(
            MOOD,
            replace(
                SCAN, collected_for=frozenset({Purpose.AUTHENTICATION, Purpose.SERVICE_DELIVERY})
            ),
        ),
    ),
    good=(
        lambda: central(replace(MOOD, kind=Kind.PERSONAL_TRAIT)),
        lambda: central(MOOD, replace(SCAN, collected_for=frozenset({Purpose.HEALTH_CARE}))),
        lambda: central(MOOD, replace(SCAN, collected_for=frozenset({Purpose.RESEARCH}))),
        lambda: central(replace(MOOD, transform=Transform(Operation.SELECT, ("Scan",), "Matcher"))),
        lambda: central(
            WEATHER, replace(MOOD, transform=Transform(Operation.INFER, ("Weather",), "Matcher"))
        ),
        lambda: central(
            MOOD,
            SUBJECTS_KEY,
            replace(flow("Camera", "Matcher", "Scan"), layers=SEALED),
        ),
        lambda: own_device(replace(MOOD, transform=Transform(Operation.INFER, ("Scan",), "Phone"))),
        lambda: central(
            replace(MOOD, origin="Desk", transform=None), ARCHIVE, flow("Desk", "Archive", "Mood")
        ),
    ),
)
def sensitive_trait_inferred(arrival: Arrival, facts: Facts) -> bool:
    """Sensitive trait inferred from identity data.

    ## Why it matters
    From a face, a voice, a name, a walk or a place somebody concludes origin, belief, health, mood,
    orientation, family or guilt. The person did not say it, cannot see it and cannot correct it;
    often it is wrong, and it decides all the same.

    ## What to do
    Take the inference out. If figures about many are wanted, count without keeping a verdict about
    anybody.

    ## When to accept it
    For a service, care or study in which the person takes part to learn just this: data that were
    taken for nothing else are left alone, and so are traits that volunteers state themselves. Here
    the rule goes further than data collected to identify: a mood that is read off shoppers who
    were filmed to be counted was not asked for either.
    """
    return (
        facts.infers_an_inner_trait(arrival)
        and not arrival.is_subjects_own
        and facts.reads(arrival)
        and facts.comes_of_what_was_not_given_for_it(arrival)
    )

"""The rule no-assisted-route."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Aim
from facetrail.model.words import Means, Power, Requirement
from facetrail.rules import controls
from facetrail.rules.examples import DESK, ENTRY, PEOPLE, PHONE, central
from facetrail.rules.form import Milder, Undo, Verdict, rule

NEEDY = replace(DESK, presupposes=frozenset({Means.DOCUMENT, Means.LITERACY}))
LACKING = replace(PEOPLE, lacks=frozenset({Means.DOCUMENT, Means.FEATURE}))
ALONE = replace(ENTRY, assisted=False)
BY_PHONE = replace(ALONE, requires=Requirement("all", ("Phone",)))
WITHOUT_PHONE = replace(PEOPLE, lacks=frozenset({Means.OWN_DEVICE}))


@rule(
    over=Aim,
    linddun=("U.2.1", "NC.4"),
    harm=3,
    undo=Undo.ENDS,
    message="every way to {at} asks for something that part of the people lack, and nobody helps",
    mitigations=(controls.ASSISTANCE, controls.IN_PERSON, controls.OTHER_EVIDENCE),
    references=(
        "NIST SP 800-63A-4, 3.15",
        "China, face recognition measures 2025, art. 5 (people who need help)",
        "GDPR 25",
    ),
    folds_under=("no-non-biometric-route",),
    bad=(
        lambda: central(NEEDY, LACKING, ALONE),
        lambda: central(PHONE, WITHOUT_PHONE, BY_PHONE),
    ),
    milder=(lambda: central(NEEDY, LACKING, replace(ALONE, power=Power.NONE)),),
    good=(
        lambda: central(NEEDY, LACKING),
        lambda: central(LACKING, ALONE),
        lambda: central(NEEDY, ALONE),
        lambda: central(NEEDY, replace(LACKING, lacks=frozenset({Means.DOCUMENT})), ALONE),
        lambda: central(NEEDY, replace(LACKING, lacks=frozenset({Means.FEATURE})), ALONE),
        lambda: central(NEEDY, LACKING, replace(ALONE, routes_complete=False)),
        lambda: central(PHONE, replace(BY_PHONE, power=Power.NONE)),
    ),
)
def no_assisted_route(aim: Aim, facts: Facts) -> Verdict:
    """People without the device, document or ability are shut out.

    ## Why it matters
    Old, poor, disabled and foreign people most often lack the phone, the chip or the steady hand.
    Where nobody helps they do without the service, or hand their face and papers to a stranger who
    does it for them.

    ## What to do
    Offer a counter, a visit or a call with somebody trained, and accept other evidence; and ask for
    no more data there than on the other ways.

    ## When to accept it
    Where one can well do without the goal the threat is milder. Several things that part of the
    people lack count together, since some lack them all: model these people as populations of their
    own if that never happens.
    """
    shut_out = (
        facts.shuts_somebody_out(aim)
        and facts.routes_are_complete(aim)
        and not facts.is_assisted(aim)
    )
    if shut_out and aim.at.power is Power.NONE:
        return Milder("one can do without it")
    return shut_out

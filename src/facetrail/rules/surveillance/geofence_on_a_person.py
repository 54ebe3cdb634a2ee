"""The rule geofence-on-a-person."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Task
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Power, Process, Purpose, SetBy, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    DESK,
    ID_NUMBER,
    OPERATOR,
    PARTNER,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
)
from facetrail.rules.form import Because, Milder, Undo, Verdict, rule
from facetrail.rules.surveillance._square import SEARCH, square

FENCE = Process(
    name="Fence",
    party="Operator",
    purposes=frozenset({Purpose.ATTENDANCE}),
    zone_set_by=SetBy.OTHERS,
)
SPOT = Datum(name="Spot", kind=Kind.LOCATION, subjects="people", origin="Desk")
ALERT = Datum(
    name="Alert",
    kind=Kind.BEHAVIOUR,
    subjects="people",
    transform=Transform(Operation.INFER, ("Spot",), "Fence"),
)
FENCED = (FENCE, SPOT, ALERT, ID_NUMBER, flow("Desk", "Fence", "Spot", "Id number"))
OFFICE = replace(DESK, name="Office", party="Bureau")
BY_A_FRIEND = replace(FENCE, party="Partner")
BY_ORDER = "the order of a court, 3 March"


@rule(
    over=Task,
    linddun=("L.2.2.1", "NC.1.1.3.2"),
    harm=4,
    undo=Undo.FUTURE,
    message="{at} compares a person's place with a zone or time that somebody set for them",
    mitigations=(controls.LEAVE_OUT_STEP, controls.CONFINE_BY_ORDER, controls.SUBJECT_SETS_ZONE),
    references=("LED 11", "GDPR 9, 22", "PIPL 28 (whereabouts, from 1 November 2021)"),
    bad=(
        lambda: central(*FENCED),
        lambda: central(*FENCED, BY_A_FRIEND, OFFICE, flow("Fence", "Office", "Alert")),
        lambda: central(
            *FENCED,
            replace(BY_A_FRIEND, zone_set_by=SetBy.GUARDIAN),
            OFFICE,
            flow("Fence", "Office", "Alert"),
        ),
        lambda: central(*FENCED, BY_A_FRIEND, replace(OPERATOR, controls=frozenset({"Partner"}))),
        lambda: square(replace(SEARCH, zone_set_by=SetBy.OTHERS)),
    ),
    milder=(lambda: central(*FENCED, replace(FENCE, confined_by=BY_ORDER)),),
    good=(
        lambda: central(*FENCED, replace(FENCE, zone_set_by=SetBy.NOBODY)),
        lambda: central(*FENCED, replace(FENCE, zone_set_by=SetBy.NOBODY, confined_by=BY_ORDER)),
        lambda: central(*FENCED, replace(FENCE, zone_set_by=SetBy.THE_PERSON)),
        lambda: central(*FENCED, replace(FENCE, zone_set_by=SetBy.GUARDIAN)),
        lambda: central(*FENCED, BY_A_FRIEND, replace(PARTNER, power=Power.NONE)),
        lambda: central(FENCE, ID_NUMBER, flow("Desk", "Fence", "Id number")),
        lambda: central(FENCE, SPOT, flow("Desk", "Fence", "Spot")),
        lambda: central(
            *FENCED, SUBJECTS_KEY, flow("Desk", "Fence", "Spot", "Id number", layers=SEALED)
        ),
    ),
)
def geofence_on_a_person(task: Task, facts: Facts) -> Verdict:
    """Geofence alert on a person.

    ## Why it matters
    A line on a map becomes a fence that only one person meets. Who is reported for crossing it
    lives under an order that nobody had to justify, and the watching goes on when they do nothing.

    ## What to do
    Take the alert out. Where a court bound a person to a place, let it run for that order alone
    and end with it.

    ## When to accept it
    A zone that the person set, or a guardian for a small child, is not reported unless another
    party with power over the person is told. A court's condition, or another stated order or law
    that confines the alert, makes the threat milder and is named. Power means what a party states:
    an employer, a school or a sole provider counts as much as the police.
    """
    stands = (
        facts.may_check_a_zone(task)
        and facts.places_an_identified_person(task)
        and facts.zone_serves_power(task)
    )
    if stands and facts.confined_by(task):
        return Milder(f"it is confined by {facts.confined_by(task)}", facts.zones_checked(task))
    return Because(facts.zones_checked(task)) if stands else False

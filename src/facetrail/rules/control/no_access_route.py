"""The rule no-access-route."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Custody
from facetrail.model.words import Event, Retention, Role
from facetrail.rules import controls
from facetrail.rules.examples import ARCHIVE, GALLERY, OPERATOR, central, flow, own_device
from facetrail.rules.form import Milder, Undo, Verdict, rule

SILENT = replace(OPERATOR, access_route=False)


@rule(
    over=Custody,
    linddun=("U.2.2", "NC.1.1.1"),
    harm=1,
    undo=Undo.ENDS,
    message="people cannot get from {at} what it keeps about them: {data}",
    mitigations=(controls.ACCESS_ROUTE,),
    references=("GDPR 15", "PIPL 45", "LED 14"),
    bad=(lambda: central(SILENT),),
    milder=(lambda: central(replace(SILENT, restriction="an act on investigations")),),
    good=(
        lambda: central(replace(OPERATOR, restriction="an act on investigations")),
        lambda: central(replace(SILENT, role=Role.PROCESSOR)),
        lambda: central(SILENT, replace(GALLERY, party="people")),
        lambda: central(SILENT, replace(GALLERY, retention=Retention(until=Event.DECISION))),
        lambda: own_device(SILENT, ARCHIVE, flow("Server", "Archive", "Answer")),
    ),
)
def no_access_route(custody: Custody, facts: Facts) -> Verdict:
    """People cannot see what is kept about them.

    ## Why it matters
    Who cannot look cannot know that something is kept, that it is wrong, or that it is used. Every
    other right begins with this one.

    ## What to do
    Give people a way to their own data that checks who they are with no more than is kept of them,
    and answer in a time that is stated.

    ## When to accept it
    A stated restriction, as in an investigation, makes the threat milder and is named. What goes
    with the decision is left out. Who only works for another party leaves the answer to that one.
    """
    missing = (
        facts.is_record(custody) and facts.is_kept(custody) and not facts.gives_access(custody)
    )
    if missing and custody.party.restriction:
        return Milder(f"access is restricted ({custody.party.restriction})")
    return missing

"""The rule identity-where-yes-no-suffices."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Carried
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Need, Requirement, Role, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    CAMERA,
    DESK,
    ENTRY,
    FULL_NAME,
    ID_NUMBER,
    MATCHER,
    PARTNER,
    PHONE,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
)
from facetrail.rules.form import Milder, Undo, Verdict, rule

BAR = replace(DESK, name="Bar", party="Partner", needs=Need.DECISION)
TOLD = (ID_NUMBER, BAR, flow("Desk", "Bar", "Id number"))
CARD = replace(ID_NUMBER, indivisible="the card has no field of its own for it")
SCORED = (
    replace(ID_NUMBER, name="Other number"),
    Datum(
        name="Likeness",
        kind=Kind.COMPARISON_SCORE,
        subjects="people",
        transform=Transform(Operation.COMPARE, ("Id number", "Other number"), "Bar"),
    ),
    flow("Desk", "Bar", "Id number", "Other number"),
)
SOURCE = replace(BAR, name="Source", party="Bureau", needs=Need.RAW)
YES = replace(ID_NUMBER, name="Yes", kind=Kind.DECISION, origin="Source")
ASKED = (*TOLD, SOURCE, YES, flow("Bar", "Source", "Id number"))
READER = replace(CAMERA, name="Reader")
BY_DUTY = replace(ENTRY, requires=Requirement("any", ("Bar", "Desk")), legal_duty="a register law")


@rule(
    over=Carried,
    linddun=("I.1.1", "DD.1.2"),
    harm=2,
    undo=Undo.FUTURE,
    message="{at} gets {data}, although an answer about the person would do",
    mitigations=(controls.PROVE_FACT_ONLY, controls.ANSWER_YES_OR_NO),
    references=("NIST SP 800-63C-4", "eIDAS 2, art. 5, 5a", "GDPR 5(1)(c)"),
    folds_under=("source-answers-too-much",),
    weighs_all=True,
    bad=(
        lambda: central(*TOLD),
        lambda: central(*TOLD, replace(ID_NUMBER, kind=Kind.DATE_OF_BIRTH)),
        lambda: central(*TOLD, replace(ID_NUMBER, kind=Kind.CHIP_PORTRAIT)),
        lambda: central(*TOLD, replace(BAR, needs=Need.SCORE)),
        lambda: central(
            *TOLD,
            FULL_NAME,
            replace(BAR, needs=Need.ATTRIBUTE),
            flow("Desk", "Bar", "Id number", "Name"),
        ),
        lambda: central(
            replace(BAR, party="Operator"),
            READER,
            replace(ID_NUMBER, origin="Reader"),
            flow("Reader", "Bar", "Id number"),
        ),
        lambda: central(
            *TOLD, replace(ARCHIVE, party="Partner"), flow("Bar", "Archive", "Id number")
        ),
        lambda: central(*ASKED),
        lambda: central(
            *ASKED,
            flow("Source", "Bar", "Yes"),
            replace(ARCHIVE, party="Partner"),
            flow("Bar", "Archive", "Id number"),
        ),
    ),
    milder=(
        lambda: central(*TOLD, CARD),
        lambda: central(*TOLD, BY_DUTY),
        lambda: central(
            *TOLD,
            replace(ARCHIVE, party="Partner", keep_duty="a register law"),
            flow("Bar", "Archive", "Id number"),
        ),
    ),
    good=(
        lambda: central(*TOLD, replace(BAR, needs=Need.RAW)),
        lambda: central(*TOLD, replace(BAR, needs=Need.RAW, needs_kinds=frozenset())),
        lambda: central(
            ID_NUMBER, replace(ARCHIVE, party="Partner"), flow("Desk", "Archive", "Id number")
        ),
        lambda: central(*TOLD, CARD, replace(BAR, needs=Need.RAW)),
        lambda: central(*TOLD, BY_DUTY, replace(BAR, needs=Need.RAW)),
        lambda: central(
            *TOLD,
            replace(ID_NUMBER, kind=Kind.DATE_OF_BIRTH),
            replace(BAR, needs=Need.ATTRIBUTE),
        ),
        lambda: central(*TOLD, replace(BAR, party="Operator")),
        lambda: central(
            ID_NUMBER, replace(PHONE, needs=Need.DECISION), flow("Desk", "Phone", "Id number")
        ),
        lambda: central(*ASKED, flow("Source", "Bar", "Yes")),
        lambda: central(replace(MATCHER, needs=Need.DECISION)),
        lambda: central(*TOLD, replace(PARTNER, role=Role.PUBLIC)),
        lambda: central(*TOLD, *SCORED),
        lambda: central(*TOLD, replace(ID_NUMBER, kind=Kind.PHONE_NUMBER)),
        lambda: central(*TOLD, replace(ID_NUMBER, kind=Kind.DECISION)),
        lambda: central(*TOLD, replace(ID_NUMBER, kind=Kind.PERSONAL_TRAIT)),
        lambda: central(*TOLD, SUBJECTS_KEY, flow("Desk", "Bar", "Id number", layers=SEALED)),
    ),
)
def identity_where_yes_no_suffices(carried: Carried, facts: Facts) -> Verdict:
    """Identity processed where a yes or no would do.

    ## Why it matters
    Whether somebody is of age, lives in the town or has not been served yet can be known without
    knowing who they are. Who is shown the whole card instead has a name, a birth date and a face
    that were never needed, and everybody who came.

    ## What to do
    Have the person prove the one fact, or ask a source that answers yes or no. Where that is not
    possible, look at the card and take nothing down.

    ## When to accept it
    A stated duty to know who somebody is, of the goal or of what is kept, makes the threat milder
    and is named; so does a stated reason why the fact cannot be shown alone. It is reported where
    identity comes in from outside, not at every step within a party, and not where a comparison is
    made or the datum itself is worked on: other rules look at samples. Nor is a claim that is
    handed on to nobody but those who answer it. A phone number or an account by itself is no
    identity here; neither is a credential of which the model does not say what stands in it.
    """
    holds = (
        carried.content.tells_who
        and facts.comes_in(carried)
        and not facts.is_worked_on_as_a_sample(carried)
        and not facts.only_asks_with_it(carried)
        and facts.receives_readable(carried)
        and facts.an_answer_would_do(carried)
    )
    if holds and carried.datum.indivisible:
        return Milder(f"it cannot be shown alone ({carried.datum.indivisible})")
    if holds and facts.serves_a_duty(carried):
        return Milder("a stated duty asks to know who somebody is")
    return holds

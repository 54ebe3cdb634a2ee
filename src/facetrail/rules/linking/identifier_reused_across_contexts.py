"""The rule identifier-reused-across-contexts."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Agreement, Datum, Process, Purpose, Role, Scope, Store, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    BUREAU,
    CASE_NUMBER,
    DESK,
    FULL_NAME,
    ID_NUMBER,
    OPERATOR,
    PARTNER,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

OFFICE = Process(name="Office", party="Bureau", purposes=frozenset({Purpose.LAW_ENFORCEMENT}))
PASSED = (ID_NUMBER, OFFICE, flow("Desk", "Office", "Id number"))
BADGE = replace(CASE_NUMBER, name="Badge number", origin="Phone", scope=Scope.EVERYWHERE)
SHOWN_TWICE = (
    BUREAU,
    OFFICE,
    BADGE,
    flow("Phone", "Server", "Badge number"),
    flow("Phone", "Office", "Badge number"),
)
BRANCH = replace(OFFICE, name="Branch", party="Partner")
TO_BRANCH = (ID_NUMBER, BRANCH, flow("Desk", "Branch", "Id number"))
UNBOUND = replace(PARTNER, agreement=Agreement.NONE)
GIVEN = (
    replace(CASE_NUMBER, scope=Scope.EVERYWHERE),
    OFFICE,
    flow("Desk", "Office", "Case"),
)
REGISTER = Store(name="Register", party="Bureau")
ENTRY = replace(
    ID_NUMBER,
    name="Entry number",
    origin="Register",
    collected_for=frozenset({Purpose.CIVIL_REGISTRATION}),
)
PLATE = Datum(name="Plate", kind=Kind.LICENCE_PLATE, subjects="people", origin="Office")


@rule(
    over=Arrival,
    linddun=("L.1.1",),
    harm=2,
    undo=Undo.FUTURE,
    message="{at} gets what somebody is known by in another context, too: {data}",
    mitigations=(controls.PAIRWISE_PSEUDONYM, controls.ANSWER_YES_OR_NO),
    references=("ISO/IEC 29100", "ISO/IEC 24745, unlinkability", "GDPR 25"),
    folds_under=(
        "phone-number-as-identity-key",
        "credential-element-repeats",
        "vendor-links-customers",
    ),
    bad=(
        lambda: central(*PASSED),
        lambda: own_device(*SHOWN_TWICE),
        lambda: central(*TO_BRANCH, UNBOUND),
        lambda: central(REGISTER, ENTRY, flow("Register", "Desk", "Entry number")),
        lambda: central(OFFICE, flow("Matcher", "Office", "Template")),
        lambda: central(
            *PASSED,
            replace(ID_NUMBER, name="Own number", kind=Kind.PHONE_NUMBER),
            replace(PLATE, name="Their number", kind=Kind.PHONE_NUMBER),
            flow("Person", "Office"),
            drop=("Id number", "Desk to Office"),
        ),
    ),
    good=(
        lambda: central(*PASSED, replace(ID_NUMBER, scope=Scope.PAIRWISE)),
        lambda: central(*PASSED, SUBJECTS_KEY, flow("Desk", "Office", "Id number", layers=SEALED)),
        lambda: central(*PASSED, replace(OFFICE, party="Operator")),
        lambda: central(*PASSED, replace(OFFICE, purposes=DESK.purposes)),
        lambda: central(*PASSED, Store(name="Office", party="Bureau")),
        lambda: central(*PASSED, replace(OPERATOR, controls=frozenset({"Bureau"}))),
        lambda: central(*PASSED, FULL_NAME, flow("Desk", "Office", "Name")),
        lambda: central(*TO_BRANCH),
        lambda: central(*TO_BRANCH, replace(PARTNER, role=Role.PROCESSOR)),
        lambda: central(*TO_BRANCH, replace(PARTNER, agreement=Agreement.JOINT)),
        lambda: own_device(*SHOWN_TWICE, replace(BADGE, scope=Scope.ONCE)),
        lambda: central(*GIVEN),
        lambda: central(
            ARCHIVE,
            replace(ID_NUMBER, origin="Archive"),
            OFFICE,
            replace(ID_NUMBER, name="Stated number", origin="Office"),
        ),
        lambda: central(*PASSED, PLATE, drop=("Id number", "Desk to Office")),
        lambda: central(
            ID_NUMBER,
            flow("Person", "Desk"),
            OFFICE,
            replace(ID_NUMBER, name="Number read out", origin="Office"),
        ),
        lambda: central(
            *PASSED,
            Datum(
                name="Answer",
                kind=Kind.DECISION,
                subjects="people",
                transform=Transform(Operation.DECIDE, ("Id number",), "Desk"),
            ),
            flow("Desk", "Office", "Answer"),
        ),
        lambda: own_device(
            OFFICE, BUREAU, replace(ID_NUMBER, origin="Phone"), flow("Phone", "Office", "Id number")
        ),
    ),
)
def identifier_reused_across_contexts(arrival: Arrival, facts: Facts) -> bool:
    """One stable identifier reused across contexts.

    ## Why it matters
    A number that means the same person to the bank, the clinic and the police makes three files
    into one for whoever gets two of them: by agreement, by order, or after a leak. The person had
    no part in it and cannot take it back, for the number stays.

    ## What to do
    Give each context a value of its own, derived so that only one side can lead it back. Where the
    value only serves to ask something, let the one who knows answer instead.

    ## When to accept it
    When the contexts are one service to the people concerned. A context is a party that decides for
    itself, with those that it controls: a processor is none, nor is a vendor whose agreement binds
    it, nor is somebody to whom the value is passed on for what it was taken for. Who gives a value
    out does not count as getting it. What states who somebody is counts as
    one identity in whatever form; numbers of one sort count as one where a person has one of them.
    """
    return (
        facts.brings_a_lasting_value(arrival)
        and facts.is_in_another_context(arrival)
        and facts.reads(arrival)
        and facts.is_the_same_everywhere(arrival)
        and not facts.is_passed_on_for_its_purpose(arrival)
    )

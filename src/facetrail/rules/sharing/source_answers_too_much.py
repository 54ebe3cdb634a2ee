"""The rule source-answers-too-much."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Carried
from facetrail.model.kinds import Kind
from facetrail.model.words import Datum, External, Flow, Need, Role, Store
from facetrail.rules import controls
from facetrail.rules.examples import (
    BUREAU,
    CASE_NUMBER,
    DESK,
    PARTNER,
    PHONE,
    SEALED,
    SERVER,
    SUBJECTS_KEY,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

REGISTRY = External(name="Registry", party="Bureau")
LISTING = replace(REGISTRY, party="Partner")
ASKER = replace(DESK, needs=Need.DECISION)
RECORD = Datum(name="Record", kind=Kind.IDENTITY_RECORD, subjects="people", origin="Registry")
BIRTH = replace(RECORD, name="Birth", kind=Kind.DATE_OF_BIRTH)
STREET = replace(RECORD, name="Street", kind=Kind.ADDRESS)
PORTRAIT = replace(RECORD, name="Portrait", kind=Kind.FACE_IMAGE)
YES = replace(RECORD, name="Yes", kind=Kind.DECISION)
WATCHERS = replace(PARTNER, role=Role.PUBLIC)
QUESTION = Flow(name="asks", source="Desk", destination="Registry")
ANSWERED = (REGISTRY, ASKER, RECORD, flow("Registry", "Desk", "Record"))
WALLET = (
    replace(SERVER, needs=Need.DECISION),
    replace(BIRTH, origin="Phone"),
    flow("Phone", "Server", "Birth"),
)


@rule(
    over=Carried,
    linddun=("DD.3.2", "DD.1.1"),
    harm=2,
    undo=Undo.FUTURE,
    message="{at} asks and gets {data}, more than it needs to know",
    mitigations=(controls.ANSWER_YES_OR_NO,),
    references=("NIST SP 800-63A-4, 3.3.2 (minimum necessary)", "GDPR 5(1)(c)"),
    bad=(
        lambda: central(*ANSWERED),
        lambda: central(*ANSWERED, BIRTH, flow("Registry", "Desk", "Birth")),
        lambda: central(*ANSWERED, replace(ASKER, needs=Need.ATTRIBUTE)),
        lambda: central(
            *ANSWERED,
            PORTRAIT,
            replace(ASKER, needs=Need.ATTRIBUTE),
            flow("Registry", "Desk", "Portrait"),
        ),
        lambda: central(
            *ANSWERED,
            BIRTH,
            STREET,
            replace(ASKER, needs=Need.ATTRIBUTE),
            flow("Registry", "Desk", "Birth", "Street"),
        ),
        lambda: central(*ANSWERED, replace(ASKER, needs=Need.RAW, needs_kinds=frozenset())),
        lambda: central(*ANSWERED, LISTING, QUESTION),
        lambda: own_device(*WALLET, flow("Server", "Phone")),
    ),
    good=(
        lambda: central(*ANSWERED, replace(ASKER, needs=Need.RAW)),
        lambda: central(
            *ANSWERED,
            BIRTH,
            replace(ASKER, needs=Need.ATTRIBUTE),
            flow("Registry", "Desk", "Birth"),
            drop=("Registry to Desk",),
        ),
        lambda: central(
            REGISTRY,
            BIRTH,
            replace(ASKER, needs=Need.ATTRIBUTE),
            flow("Registry", "Desk", "Birth"),
        ),
        lambda: central(*ANSWERED, YES, flow("Registry", "Desk", "Yes")),
        lambda: central(
            *ANSWERED,
            replace(CASE_NUMBER, origin="Registry"),
            flow("Registry", "Desk", "Case"),
        ),
        lambda: central(*ANSWERED, LISTING),
        lambda: central(*ANSWERED, replace(ASKER, party="Partner"), WATCHERS),
        lambda: central(*ANSWERED, replace(REGISTRY, party="Operator"), QUESTION),
        lambda: central(*ANSWERED, SUBJECTS_KEY, flow("Registry", "Desk", "Record", layers=SEALED)),
        lambda: central(
            *ANSWERED,
            Store(name="Desk", party="Operator"),
            drop=("Entry",),
        ),
        lambda: own_device(*WALLET),
        lambda: own_device(
            *WALLET,
            replace(BIRTH, origin="Person"),
            flow("Server", "Person"),
            flow("Person", "Server", "Birth"),
            drop=("Phone to Server",),
        ),
        lambda: own_device(
            BUREAU,
            REGISTRY,
            RECORD,
            replace(PHONE, needs=Need.DECISION),
            flow("Registry", "Phone", "Record"),
        ),
    ),
)
def source_answers_too_much(carried: Carried, facts: Facts) -> bool:
    """Authoritative source answers more than asked.

    ## Why it matters
    Whoever asks a registry whether somebody is of age, and gets name, portrait and address, has
    a copy of the registry one person at a time. The same holds for a wallet that shows the whole
    card where one line would do.

    ## What to do
    Let the source answer the question: yes or no, or the one fact. Split calls by what their
    callers need, so that none gets the union of all.

    ## When to accept it
    When the receiver states that it needs what comes; then say for what. An answer is what an
    authority sends, what a service or store of somebody else sends that is asked, and what a wallet
    sends on a request drawn without data; what a person says or types is none. How much history an
    answer holds is seen only where its kind is one.
    """
    return (
        facts.answers_a_question(carried)
        and facts.receives_readable(carried)
        and facts.is_more_than_needed(carried)
    )

"""The rule verifier-phones-home."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.words import Frequency, Role
from facetrail.rules import controls
from facetrail.rules.examples import (
    ARCHIVE,
    BUREAU,
    CAMERA,
    CASE_NUMBER,
    DESK,
    FULL_NAME,
    ID_NUMBER,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
)
from facetrail.rules.form import Milder, Undo, Verdict, rule
from facetrail.rules.linking._wallet import SHOWN, wallet

OFFICE = replace(DESK, name="Office", party="Bureau")
VALID = replace(CASE_NUMBER, name="Valid", kind=Kind.DECISION, origin="Office")
QUESTION = flow("Desk", "Office", "Id number")
ASKED = (OFFICE, ID_NUMBER, VALID, QUESTION, flow("Office", "Desk", "Valid"))
AT_THE_READER = replace(ID_NUMBER, origin="Reader")
READER = replace(CAMERA, name="Reader")
READ = (*ASKED, READER, AT_THE_READER, flow("Reader", "Desk", "Id number"))
READ_ONCE = (*READ, replace(READER, frequency=Frequency.ONCE))
STATUS = flow("Shop", "Office", "Shown")


@rule(
    over=Arrival,
    linddun=("L.2.2.1", "D.1"),
    harm=3,
    undo=Undo.FUTURE,
    message="an issuer or an authority learns from {at} of each use: {data}",
    mitigations=(controls.FETCH_WHOLE_LISTS, controls.VERIFY_ON_THE_SPOT, controls.ASK_BLINDLY),
    references=("EUDI Architecture and Reference Framework", "eIDAS 2, Article 5a(16)"),
    gained_by=lambda arrival, facts: facts.told_at_home(arrival),
    bad=(lambda: central(*ASKED), lambda: central(*READ), lambda: wallet(STATUS)),
    milder=(lambda: central(*READ_ONCE),),
    good=(
        lambda: central(*ASKED, replace(QUESTION, hides_asker=True)),
        lambda: central(*READ_ONCE, replace(QUESTION, hides_asker=True)),
        lambda: central(*ASKED, replace(BUREAU, role=Role.CONTROLLER)),
        lambda: central(*ASKED, drop=("Office to Desk",)),
        lambda: central(*ASKED, SUBJECTS_KEY, flow("Desk", "Office", "Id number", layers=SEALED)),
        lambda: central(
            *ASKED,
            ARCHIVE,
            flow("Desk", "Archive", "Id number"),
            flow("Archive", "Office", "Id number"),
            drop=("Desk to Office",),
        ),
        lambda: central(*ASKED, replace(ID_NUMBER, kind=Kind.BEHAVIOUR)),
        lambda: central(*ASKED, FULL_NAME, replace(OFFICE, party="Operator")),
        lambda: wallet(replace(STATUS, hides_asker=True)),
        lambda: wallet(STATUS, replace(SHOWN, kind=Kind.DECISION)),
    ),
)
def verifier_phones_home(arrival: Arrival, facts: Facts) -> Verdict:
    """Each use is reported to the issuer or authority.

    ## Why it matters
    A card that is checked by asking who issued it tells them where it was shown, each time. Over
    the years that is a diary of where somebody rents, banks, sees a doctor and buys, kept by the
    one party that knows everybody's name.

    ## What to do
    Let receivers check by themselves, against keys and lists that they fetch for all people at
    once. If they must ask, let them ask without saying who it is about, or through somebody who
    hides who asks.

    ## When to accept it
    When the receiver would have to tell the authority in any case. Reported is what the receiver
    hands on of somebody who is present to the issuer of their credential, or to an authority that
    answers it; what comes out of its own files later is no use. Whether a query is blinded, or a
    relay hides who asks, has to be stated. What is taken of each person a single time makes no
    diary: it is milder, and named.
    """
    reports = facts.reports_home(arrival)
    if reports and facts.is_taken_once(arrival):
        return Milder("it is taken of each person a single time")
    return reports

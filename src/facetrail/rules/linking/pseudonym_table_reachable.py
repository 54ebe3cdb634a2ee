"""The rule pseudonym-table-reachable."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival
from facetrail.model.kinds import Kind
from facetrail.model.words import Key, Layer, LayerKind, Process
from facetrail.rules import controls
from facetrail.rules.examples import (
    CASE_NUMBER,
    DESK,
    FULL_NAME,
    ID_NUMBER,
    PARTNER,
    PARTNER_STORE,
    central,
    flow,
)
from facetrail.rules.form import Undo, rule

STUDY = Process(name="Study", party="Partner", purposes=DESK.purposes, needs_identity=False)
VAULT = Key(name="Vault", holders=frozenset({"Partner"}))
THEIRS = replace(VAULT, holders=frozenset({"Operator"}))
BOTH = replace(VAULT, holders=frozenset({"Operator", "Partner"}), split=True)
TOKEN = (Layer(LayerKind.TOKENISED, "Vault"),)
TOKENS = (STUDY, VAULT, ID_NUMBER, flow("Desk", "Study", "Id number", layers=TOKEN))
HASHED = (Layer(LayerKind.HASHED, "Vault"),)
SECRET = (Layer(LayerKind.ENCRYPTED, "Vault"),)
INSIDE = replace(STUDY, party="Operator")
CASES = (STUDY, CASE_NUMBER, flow("Desk", "Study", "Case"))
TABLE = (PARTNER_STORE, FULL_NAME, flow("Desk", "Partner store", "Case", "Name"))
SISTER = replace(PARTNER, name="Sister")


@rule(
    over=Arrival,
    linddun=("I.2.1.1",),
    harm=3,
    undo=Undo.FUTURE,
    message="{at} gets {data} under a pseudonym that {party} can undo",
    mitigations=(controls.SPLIT_TABLE, controls.DESTROY_WAY_BACK),
    references=("GDPR 4(5)", "EDPB Guidelines 01/2025 on pseudonymisation"),
    bad=(
        lambda: central(*TOKENS),
        lambda: central(*TOKENS, flow("Desk", "Study", "Id number", layers=HASHED)),
        lambda: central(*TOKENS, replace(INSIDE), THEIRS),
        lambda: central(*CASES, *TABLE),
        lambda: central(
            *CASES,
            *TABLE,
            SISTER,
            replace(PARTNER_STORE, party="Sister"),
            replace(PARTNER, controls=frozenset({"Sister"})),
        ),
        lambda: central(*CASES, FULL_NAME, INSIDE, flow("Desk", "Gallery", "Case", "Name")),
    ),
    good=(
        lambda: central(*TOKENS, THEIRS),
        lambda: central(*TOKENS, BOTH),
        lambda: central(*TOKENS, flow("Desk", "Study", "Id number", layers=SECRET)),
        lambda: central(*TOKENS, replace(INSIDE, needs_identity=True), THEIRS),
        lambda: central(*CASES),
        lambda: central(*CASES, *TABLE, flow("Desk", "Partner store", "Name")),
        lambda: central(
            *CASES,
            *TABLE,
            FULL_NAME,
            flow("Desk", "Study", "Case", "Name"),
            drop=("Partner store", "Desk to Partner store"),
        ),
        lambda: central(*CASES, *TABLE, replace(CASE_NUMBER, kind=Kind.BEHAVIOUR)),
        lambda: central(
            *CASES,
            PARTNER_STORE,
            replace(FULL_NAME, origin="Study"),
            flow("Study", "Partner store", "Case", "Name"),
        ),
        lambda: central(
            *CASES,
            *TABLE,
            SISTER,
            replace(PARTNER_STORE, party="Sister"),
        ),
    ),
)
def pseudonym_table_reachable(arrival: Arrival, facts: Facts) -> bool:
    """Pseudonym table reachable by the pseudonymous data holder.

    ## Why it matters
    A pseudonym protects against those who cannot lead it back. If the table lies with the same
    party, or with a daughter that does as it is told, the names are a query away, and whoever was
    promised not to be recognised depends on nobody asking.

    ## What to do
    Leave the table with another party, under a rule by which two must act to open it, or do without
    it: a value that nobody can lead back is a better one.

    ## When to accept it
    When those who hold the data are meant to know who it is. A party that took the data from the
    person, or gave the pseudonym out, is taken to be, except at a process that states to need no
    identity. A name that somebody asked the person for, or that comes beside the pseudonym, is no
    table.
    """
    return (
        facts.is_pseudonymous(arrival)
        and facts.undoes_it(arrival)
        and not facts.is_meant_to_identify(arrival)
    )

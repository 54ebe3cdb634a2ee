"""The rule probe-outlives-decision."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Copy
from facetrail.model.words import Event, Purpose, Retention
from facetrail.rules import controls
from facetrail.rules.examples import ARCHIVE, KEPT_PROBE, central
from facetrail.rules.form import Undo, rule


@rule(
    over=Copy,
    linddun=("DD.3.4", "NC.1.1.4"),
    harm=2,
    undo=Undo.ENDS,
    message="{at} keeps {data} after the decision that made use of it",
    mitigations=(controls.DELETE_AT_ONCE,),
    references=("EDPB Guidelines 3/2019, 5.2", "GB/T 41819-2022", "GDPR 5(1)(e)"),
    folds_under=(
        "non-matches-kept",
        "rejected-applicant-kept",
    ),
    weighs_all=True,
    bad=(
        lambda: central(*KEPT_PROBE),
        lambda: central(*KEPT_PROBE, replace(ARCHIVE, retention=Retention(unlimited=True))),
        lambda: central(
            *KEPT_PROBE,
            replace(ARCHIVE, retention=Retention(unlimited=True), keep_duty="a law"),
        ),
        lambda: central(
            *KEPT_PROBE,
            replace(
                ARCHIVE,
                retention=Retention(unlimited=True),
                purposes=frozenset({Purpose.RESEARCH}),
            ),
        ),
    ),
    good=(
        lambda: central(*KEPT_PROBE, replace(ARCHIVE, retention=Retention(until=Event.DECISION))),
        lambda: central(*KEPT_PROBE, replace(ARCHIVE, retention=Retention(days=1))),
        lambda: central(*KEPT_PROBE, replace(ARCHIVE, keep_duty="a law")),
        lambda: central(*KEPT_PROBE, replace(ARCHIVE, purposes=frozenset({Purpose.RESEARCH}))),
        lambda: central(*KEPT_PROBE, replace(ARCHIVE, party="people")),
        lambda: central(),
    ),
)
def probe_outlives_decision(copy: Copy, facts: Facts) -> bool:
    """Probe kept after the decision.

    ## Why it matters
    A live image is taken to answer one question. Once answered it has no use for the person, but
    it can be searched, leaked, ordered out or used to train.

    ## What to do
    Delete it with the decision, or after the short time in which a failed try may be repeated. If
    proof is needed, keep the decision and its time, not the face.

    ## When to accept it
    A stated duty to keep it, with a period, silences the rule and shows in the report; so does a
    second stated purpose with a period of its own, whose fitness purpose-drift then judges. A
    retry window of up to one day is taken as short (a choice of this catalogue, not of a norm).
    """
    return (
        facts.is_probe(copy)
        and not copy.is_subjects_own
        and facts.outlives_the_decision(copy)
        and not facts.must_be_kept(copy)
        and not facts.kept_for_another_purpose(copy)
    )

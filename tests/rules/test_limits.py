"""On which side of its limit each rule lies that decides by a number or a day.

A limit whose text says “at most” or “or better” is kept at the number itself; one whose text says
“below” is not. Filing, watching and the score have tests of their own.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from facetrail.analysis import basing, erring, keeping, recognising, sensing, singling, watching
from facetrail.assemble import assemble
from facetrail.model.graph import Graph
from facetrail.model.words import Comparison, Guardian, Process, Purpose, Retention
from facetrail.rules.catalogue import RULES
from facetrail.rules.examples import (
    ARCHIVE,
    GALLERY,
    KEPT_PROBE,
    MATCHER,
    OWN_KEY,
    PARTNER_STORE,
    PEOPLE,
    PHONE,
    SEALED,
    central,
    own_device,
)
from facetrail.rules.governance.no_impact_assessment import KEEPS_ONLY, RASH
from facetrail.rules.governance.rights_assessment_missing import IN_PASSING, SEARCH, UNASSESSED
from facetrail.rules.identifying.small_anonymity_set import COUNTS, GIVEN
from facetrail.rules.linking.quasi_identifiers_complete import TRACE
from facetrail.rules.matching.false_alerts_exceed_review import BUSY
from facetrail.rules.matching.weak_accuracy_target import ENROLLING
from facetrail.rules.security.document_check_too_weak import SENT, TRUSTING
from facetrail.rules.security.failed_attempts_unlimited import BLIND, PATIENT
from facetrail.rules.security.no_presentation_attack_detection import UNWATCHED
from facetrail.rules.sharing.face_sent_off_device import CHINESE, FAR
from facetrail.rules.storage.central_honeypot import LIMIT
from facetrail.rules.surveillance._square import SEARCH as CROWD_SEARCH
from facetrail.rules.surveillance._square import SOUGHT, square

BY_ID = {rule.id: rule for rule in RULES}


@dataclass(frozen=True)
class Limit:
    """A limit of one rule: where its text is, a system for each value, and on which values the
    rule is silent (`kept`) and on which it reports (`missed`)."""

    rule: str
    text: str
    system: Callable[[Any], Graph]
    kept: tuple[object, ...]
    missed: tuple[object, ...]

    def cases(self) -> Iterator[Any]:
        for values, reported in ((self.kept, False), (self.missed, True)):
            for value in values:
                name = f"{self.rule}: {self.text}: {value}"
                yield pytest.param(self, value, reported, id=name)


# Where a number is stated, the words beside it say the opposite: the number must decide.

PROOFING = replace(ENROLLING, fmr=0.0001, fnmr=0.01, error_limits=False)
LOGIN = replace(PROOFING, purposes=frozenset({Purpose.AUTHENTICATION}))
ENROLS_TOO = replace(
    LOGIN, purposes=frozenset({Purpose.AUTHENTICATION, Purpose.IDENTITY_VERIFICATION})
)
CROWD = replace(CROWD_SEARCH, fpir=0.001, error_limits=False)
GROUPS = replace(MATCHER, tested_by_group=False)
DOCUMENTS = replace(TRUSTING, dfar=0.1, dfrr=0.1, checks_documents=False)
LOOKED_AT = replace(BUSY, review_keeps_up=False)

DETECTING = replace(BLIND, iapar=0.0699)
BARELY_BLIND = replace(BLIND, attack_detection=True, iapar=0.07)
OWN = replace(
    PHONE,
    comparison=Comparison.VERIFICATION,
    tries_in_a_row=5,
    pause_seconds=30,
    tries_in_all=50,
    attempt_limit=False,
)

ERRORS = (
    Limit(
        "weak-accuracy-target",
        "NIST SP 800-63A-4, false matches of 1:10,000 or better",
        lambda rate: central(replace(PROOFING, fmr=rate)),
        kept=(0.0, 0.0001, 1 / 10_000),
        missed=(0.000101, 1.0),
    ),
    Limit(
        "weak-accuracy-target",
        "NIST SP 800-63A-4, false rejections of 1:100 or better in proofing",
        lambda rate: central(replace(PROOFING, fnmr=rate)),
        kept=(0.0099, 0.01, 1 / 100),
        missed=(0.0101, 0.05),
    ),
    Limit(
        "weak-accuracy-target",
        "NIST SP 800-63B-4, false matches of 1:10,000 or better for every group",
        lambda rate: central(replace(LOGIN, fmr=rate)),
        kept=(0.000099, 0.0001),
        missed=(0.000101,),
    ),
    Limit(
        "weak-accuracy-target",
        "NIST SP 800-63B-4, false rejections below 5 % at a login",
        lambda rate: central(replace(LOGIN, fnmr=rate)),
        kept=(0.0101, 0.0499),
        missed=(0.05, 5 / 100, 0.0501),
    ),
    Limit(
        "weak-accuracy-target",
        "the stricter limit where people are enrolled as well",
        lambda rate: central(replace(ENROLS_TOO, fnmr=rate)),
        kept=(0.01,),
        missed=(0.0101, 0.0499),
    ),
    Limit(
        "weak-accuracy-target",
        "NIST SP 800-63A-4, searches that find a stranger, 1:1,000 or better",
        lambda rate: square(replace(CROWD, fpir=rate)),
        kept=(0.00099, 0.001, 1 / 1_000),
        missed=(0.00101,),
    ),
    Limit(
        "weak-accuracy-target",
        "NIST SP 800-63A-4, tested with a gallery of at least 90 % of 1,001",
        lambda people: square(replace(SOUGHT, population=1_001), replace(CROWD, tested_on=people)),
        kept=(901, 1_001),
        missed=(900, 0),
    ),
    Limit(
        "weak-accuracy-target",
        "NIST SP 800-63A-4, tested with a gallery of at least 90 % of 1,000",
        lambda people: square(replace(SOUGHT, population=1_000), replace(CROWD, tested_on=people)),
        kept=(900,),
        missed=(899,),
    ),
    Limit(
        "demographic-gap-untested",
        "NIST SP 800-63A-4, no group more than 25 % worse",
        lambda ratio: central(replace(GROUPS, group_ratio=ratio)),
        kept=(1.0, 1.25, 0.0075 / 0.006, 0.000125 / 0.0001),
        missed=(1.2501, 2.0),
    ),
    Limit(
        "document-check-too-weak",
        "NIST SP 800-63A-4, forged documents accepted, at most 10 %",
        lambda rate: own_device(*SENT, replace(DOCUMENTS, dfar=rate)),
        kept=(0.0, 0.1),
        missed=(0.1001,),
    ),
    Limit(
        "document-check-too-weak",
        "NIST SP 800-63A-4, genuine documents rejected, at most 10 %",
        lambda rate: own_device(*SENT, replace(DOCUMENTS, dfrr=rate)),
        kept=(0.0, 0.1),
        missed=(0.1001,),
    ),
    Limit(
        "false-alerts-exceed-review",
        "no more alerts than people can look at: 0.07 of 100 searches are 7",
        lambda number: square(
            replace(LOOKED_AT, fpir=0.07, searches_a_day=100, review_capacity=number)
        ),
        kept=(7, 8),
        missed=(6,),
    ),
    Limit(
        "false-alerts-exceed-review",
        "one alert for each search at most: 100 searches of many are 100",
        lambda number: square(
            replace(LOOKED_AT, fpir=None, fmr=0.1, searches_a_day=100, review_capacity=number)
        ),
        kept=(100,),
        missed=(99,),
    ),
)

ATTACKS = (
    Limit(
        "no-presentation-attack-detection",
        "NIST SP 800-63A-4, accepted attacks below 0.07",
        lambda rate: central(replace(UNWATCHED, iapar=rate), *KEPT_PROBE),
        kept=(0.0, 0.0699),
        missed=(0.07, 7 / 100, 0.0701),
    ),
    Limit(
        "no-presentation-attack-detection",
        "a measured rate goes before the word that attacks are detected",
        lambda rate: central(replace(UNWATCHED, attack_detection=True, iapar=rate), *KEPT_PROBE),
        kept=(0.0699,),
        missed=(0.07,),
    ),
    Limit(
        "failed-attempts-unlimited",
        "NIST SP 800-63B-4, no more than 5 failed tries in a row",
        lambda tries: central(BLIND, replace(PATIENT, tries_in_a_row=tries)),
        kept=(1, 5),
        missed=(6,),
    ),
    Limit(
        "failed-attempts-unlimited",
        "NIST SP 800-63B-4, 10 in a row where attacks are detected",
        lambda tries: central(DETECTING, replace(PATIENT, tries_in_a_row=tries)),
        kept=(6, 10),
        missed=(11,),
    ),
    Limit(
        "failed-attempts-unlimited",
        "NIST SP 800-63B-4, no 10 in a row where detection lets 0.07 through",
        lambda tries: central(BARELY_BLIND, replace(PATIENT, tries_in_a_row=tries)),
        kept=(5,),
        missed=(6, 10),
    ),
    Limit(
        "failed-attempts-unlimited",
        "NIST SP 800-63B-4, a pause of at least 30 seconds",
        lambda seconds: central(BLIND, replace(PATIENT, pause_seconds=seconds)),
        kept=(30, 31),
        missed=(0, 29),
    ),
    Limit(
        "failed-attempts-unlimited",
        "NIST SP 800-63B-4, as long a pause where attacks are detected",
        lambda seconds: central(DETECTING, replace(PATIENT, pause_seconds=seconds)),
        kept=(30,),
        missed=(29,),
    ),
    Limit(
        "failed-attempts-unlimited",
        "NIST SP 800-63B-4, no more than 50 failed tries in all",
        lambda tries: central(BLIND, replace(PATIENT, tries_in_all=tries)),
        kept=(49, 50),
        missed=(51,),
    ),
    Limit(
        "failed-attempts-unlimited",
        "NIST SP 800-63B-4, 100 in all where attacks are detected",
        lambda tries: central(DETECTING, replace(PATIENT, tries_in_all=tries)),
        kept=(51, 100),
        missed=(101,),
    ),
    Limit(
        "failed-attempts-unlimited",
        "NIST SP 800-63B-4, at a device of the person's own nothing is doubled",
        lambda tries: own_device(replace(OWN, tries_in_a_row=tries)),
        kept=(5,),
        missed=(6,),
    ),
)

DAYS = (
    Limit(
        "face-sent-off-device",
        "China's measures on face recognition, in force 1 June 2025",
        lambda day: central(CHINESE, *FAR, date=day),
        kept=("2021-11-01", "2025-05-31"),
        missed=("2025-06-01", "2025-06-02", "2026-01-01"),
    ),
    Limit(
        "rights-assessment-missing",
        "AI Act, high-risk duties from 2 December 2027",
        lambda day: central(UNASSESSED, IN_PASSING, SEARCH, date=day),
        kept=("2026-08-02", "2027-12-01"),
        missed=("2027-12-02", "2028-01-01"),
    ),
)

PEOPLE_AND_TIMES = (
    Limit(
        "central-honeypot",
        "this catalogue, more than 100,000 people in one store (filing line of China's measures)",
        lambda people: central(replace(PEOPLE, population=people)),
        kept=(99_999, 100_000),
        missed=(100_001,),
    ),
    Limit(
        "central-honeypot",
        "this catalogue, more than 100,000 people under one key",
        lambda people: central(
            replace(PEOPLE, population=people), replace(GALLERY, at_rest=SEALED), OWN_KEY
        ),
        kept=(100_000,),
        missed=(100_001,),
    ),
    Limit(
        "no-impact-assessment",
        "this catalogue, at scale from 10,000 people on",
        lambda people: central(RASH, KEEPS_ONLY, replace(PEOPLE, population=people)),
        kept=(9_999,),
        missed=(10_000, 10_001),
    ),
    Limit(
        "small-anonymity-set",
        "this catalogue, groups of at least 20",
        lambda people: central(*GIVEN, replace(COUNTS, group_size=people)),
        kept=(20, 21),
        missed=(1, 19),
    ),
    Limit(
        "quasi-identifiers-complete",
        "de Montjoye et al. 2013, more than three places single a person out",
        lambda places: central(*TRACE, replace(PARTNER_STORE, track_points=places)),
        kept=(0, 3),
        missed=(4,),
    ),
    Limit(
        "probe-outlives-decision",
        "this catalogue, one day for a retry",
        lambda days: central(*KEPT_PROBE, replace(ARCHIVE, retention=Retention(days=days))),
        kept=(0, 1),
        missed=(2,),
    ),
    Limit(
        "probe-outlives-decision",
        "NIST SP 800-63A-4, where a sample must be kept, a period keeps the limit",
        lambda kept: central(*KEPT_PROBE, replace(ARCHIVE, keep_duty="level 3", retention=kept)),
        kept=(Retention(days=3_650),),
        missed=(Retention(unlimited=True),),
    ),
    Limit(
        "minors-without-guardian",
        "this catalogue, five years until many a minor is of age",
        lambda days: central(
            replace(PEOPLE, minors=True, guardian=Guardian.AGREES),
            replace(GALLERY, retention=Retention(days=days)),
        ),
        kept=(5 * 365 - 1,),
        missed=(5 * 365, 5 * 365 + 1),
    ),
)

LIMITS = (*ERRORS, *ATTACKS, *DAYS, *PEOPLE_AND_TIMES)
CASES = [case for limit in LIMITS for case in limit.cases()]


@pytest.mark.parametrize(("limit", "value", "reported"), CASES)
def test_a_rule_lies_on_the_right_side_of_its_limit(
    limit: Limit, value: object, reported: bool
) -> None:
    found = assemble(limit.system(value), [BY_ID[limit.rule]])
    assert bool(found.threats) is reported
    assert reported or not found.questions  # silent, and not for want of an answer


@pytest.mark.parametrize(
    ("process", "milder"),
    [
        pytest.param(replace(LOGIN, fnmr=0.05), True, id="only what is advised at a login"),
        pytest.param(replace(LOGIN, fnmr=0.05, fmr=0.000101), False, id="false matches as well"),
        pytest.param(replace(PROOFING, fnmr=0.05), False, id="what is asked for in proofing"),
        pytest.param(replace(ENROLS_TOO, fnmr=0.05), False, id="a login that enrols as well"),
    ],
)
def test_missing_what_is_only_advised_is_milder(process: Process, milder: bool) -> None:
    (threat,) = assemble(central(process), [BY_ID["weak-accuracy-target"]]).threats
    assert ("; milder" in threat.why[0].because) is milder


# The page

STATED = (
    ("weak-accuracy-target", erring.FALSE_MATCHES),
    ("weak-accuracy-target", erring.FALSE_NON_MATCHES),
    ("weak-accuracy-target", erring.FALSE_NON_MATCHES_AT_LOGIN),
    ("weak-accuracy-target", erring.FALSE_FINDS),
    ("weak-accuracy-target", erring.TESTED_SHARE),
    ("demographic-gap-untested", erring.GROUP_RATIO),
    ("no-presentation-attack-detection", sensing.IAPAR_LIMIT),
    ("document-check-too-weak", erring.DOCUMENT_ERRORS),
    ("document-check-too-weak", erring.DOCUMENT_ERRORS),
    ("failed-attempts-unlimited", erring.TRIES_IN_A_ROW),
    ("failed-attempts-unlimited", erring.PAUSE_SECONDS),
    ("failed-attempts-unlimited", erring.TRIES_IN_ALL),
    ("filing-threshold-crossed", basing.FILING_PEOPLE),
    ("face-sent-off-device", basing.FACE_MEASURES),
    ("rights-assessment-missing", basing.HIGH_RISK_DUTIES),
    ("central-honeypot", LIMIT),
    ("no-impact-assessment", basing.AT_SCALE),
    ("indiscriminate-scale", watching.RATIO_LIMIT),
    ("indiscriminate-scale", watching.STREAM_LIMIT),
    ("movement-history-kept", watching.POINT_LIMIT),
    ("quasi-identifiers-complete", recognising.TRACE_POINTS),
    ("small-anonymity-set", singling.GROUP_LIMIT),
    ("false-alerts-exceed-review", 1),
    ("probe-outlives-decision", keeping.RETRY_DAYS),
    ("minors-without-guardian", basing.LONG_DAYS),
)
"""The rows of the page: the first rule and the number or day that the rule looks at."""


def as_shown(limit: str | float | Fraction) -> str:
    if isinstance(limit, str):
        return limit
    return f"{limit:,}" if isinstance(limit, int) else f"{float(limit):g}"


def test_the_page_on_limits_has_them_all(checkout: Path) -> None:
    text = (checkout / "docs" / "limits.md").read_text(encoding="utf-8")
    rows = [row.strip("| ").split(" | ") for row in re.findall(r"^\|.*$", text, flags=re.MULTILINE)]
    shown = [(row[-1].strip("`").split("`")[0], row[1]) for row in rows if "`" in row[-1]]
    assert shown == [(rule, as_shown(limit)) for rule, limit in STATED]
    assert {limit.rule for limit in LIMITS} <= {rule for rule, _ in STATED}

"""Matching: whom a comparison compares, with how many, and what follows."""

from facetrail.rules.matching.automated_adverse_decision import automated_adverse_decision
from facetrail.rules.matching.central_comparison import central_comparison
from facetrail.rules.matching.demographic_gap_untested import demographic_gap_untested
from facetrail.rules.matching.false_alerts_exceed_review import false_alerts_exceed_review
from facetrail.rules.matching.match_score_exposed import match_score_exposed
from facetrail.rules.matching.refused_without_review import refused_without_review
from facetrail.rules.matching.search_instead_of_verify import search_instead_of_verify
from facetrail.rules.matching.single_person_identification import single_person_identification
from facetrail.rules.matching.uncontrolled_reference_photo import uncontrolled_reference_photo
from facetrail.rules.matching.weak_accuracy_target import weak_accuracy_target

RULES = (
    central_comparison,
    search_instead_of_verify,
    match_score_exposed,
    automated_adverse_decision,
    uncontrolled_reference_photo,
    weak_accuracy_target,
    demographic_gap_untested,
    refused_without_review,
    false_alerts_exceed_review,
    single_person_identification,
)

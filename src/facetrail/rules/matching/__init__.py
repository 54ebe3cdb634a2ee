"""Matching: whom a comparison compares, with how many, and what follows."""

from facetrail.rules.matching.automated_adverse_decision import automated_adverse_decision
from facetrail.rules.matching.central_comparison import central_comparison
from facetrail.rules.matching.match_score_exposed import match_score_exposed
from facetrail.rules.matching.search_instead_of_verify import search_instead_of_verify

RULES = (
    central_comparison,
    search_instead_of_verify,
    match_score_exposed,
    automated_adverse_decision,
)

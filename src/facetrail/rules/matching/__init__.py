"""Matching: whom a comparison compares, and with how many."""

from facetrail.rules.matching.search_instead_of_verify import search_instead_of_verify

RULES = (search_instead_of_verify,)

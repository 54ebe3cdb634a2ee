"""Identifying: what leads back to a name."""

from facetrail.rules.identifying.guessable_hash import guessable_hash

RULES = (guessable_hash,)

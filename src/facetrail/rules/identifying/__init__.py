"""Identifying: what leads back to a name."""

from facetrail.rules.identifying.compulsory_identification import compulsory_identification
from facetrail.rules.identifying.guessable_hash import guessable_hash
from facetrail.rules.identifying.identity_in_metadata import identity_in_metadata
from facetrail.rules.identifying.identity_where_yes_no_suffices import (
    identity_where_yes_no_suffices,
)
from facetrail.rules.identifying.small_anonymity_set import small_anonymity_set
from facetrail.rules.identifying.weak_face_anonymisation import weak_face_anonymisation

RULES = (
    identity_where_yes_no_suffices,
    compulsory_identification,
    guessable_hash,
    weak_face_anonymisation,
    small_anonymity_set,
    identity_in_metadata,
)

"""Linking: what can be joined to one person."""

from facetrail.rules.linking.biometric_beside_identity import biometric_beside_identity
from facetrail.rules.linking.flows_join_into_record import flows_join_into_record

RULES = (biometric_beside_identity, flows_join_into_record)

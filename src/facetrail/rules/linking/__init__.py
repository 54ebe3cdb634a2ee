"""Linking: what can be joined to one person."""

from facetrail.rules.linking.biometric_beside_identity import biometric_beside_identity
from facetrail.rules.linking.flows_join_into_record import flows_join_into_record
from facetrail.rules.linking.galleries_cross_match import galleries_cross_match
from facetrail.rules.linking.group_profile_on_protected_trait import (
    group_profile_on_protected_trait,
)
from facetrail.rules.linking.phone_number_as_identity_key import phone_number_as_identity_key
from facetrail.rules.linking.relatives_pulled_in import relatives_pulled_in
from facetrail.rules.linking.status_watched_after_use import status_watched_after_use

RULES = (
    biometric_beside_identity,
    galleries_cross_match,
    phone_number_as_identity_key,
    flows_join_into_record,
    relatives_pulled_in,
    group_profile_on_protected_trait,
    status_watched_after_use,
)

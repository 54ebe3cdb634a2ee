"""Linking: what can be joined to one person."""

from facetrail.rules.linking.biometric_beside_identity import biometric_beside_identity
from facetrail.rules.linking.credential_element_repeats import credential_element_repeats
from facetrail.rules.linking.face_stream_meets_gallery import face_stream_meets_gallery
from facetrail.rules.linking.flows_join_into_record import flows_join_into_record
from facetrail.rules.linking.galleries_cross_match import galleries_cross_match
from facetrail.rules.linking.group_profile_on_protected_trait import (
    group_profile_on_protected_trait,
)
from facetrail.rules.linking.identifier_reused_across_contexts import (
    identifier_reused_across_contexts,
)
from facetrail.rules.linking.issuer_and_verifier_combine import issuer_and_verifier_combine
from facetrail.rules.linking.phone_number_as_identity_key import phone_number_as_identity_key
from facetrail.rules.linking.pseudonym_table_reachable import pseudonym_table_reachable
from facetrail.rules.linking.quasi_identifiers_complete import quasi_identifiers_complete
from facetrail.rules.linking.relatives_pulled_in import relatives_pulled_in
from facetrail.rules.linking.status_watched_after_use import status_watched_after_use
from facetrail.rules.linking.tracked_across_cameras import tracked_across_cameras
from facetrail.rules.linking.vendor_links_customers import vendor_links_customers
from facetrail.rules.linking.verifier_phones_home import verifier_phones_home

RULES = (
    biometric_beside_identity,
    galleries_cross_match,
    phone_number_as_identity_key,
    identifier_reused_across_contexts,
    credential_element_repeats,
    issuer_and_verifier_combine,
    verifier_phones_home,
    vendor_links_customers,
    flows_join_into_record,
    pseudonym_table_reachable,
    quasi_identifiers_complete,
    face_stream_meets_gallery,
    tracked_across_cameras,
    relatives_pulled_in,
    group_profile_on_protected_trait,
    status_watched_after_use,
)

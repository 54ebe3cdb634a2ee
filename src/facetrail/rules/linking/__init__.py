"""Linking: what can be joined to one person."""

from facetrail.rules.linking.biometric_beside_identity import biometric_beside_identity
from facetrail.rules.linking.face_stream_meets_gallery import face_stream_meets_gallery
from facetrail.rules.linking.flows_join_into_record import flows_join_into_record
from facetrail.rules.linking.galleries_cross_match import galleries_cross_match
from facetrail.rules.linking.phone_number_as_identity_key import phone_number_as_identity_key
from facetrail.rules.linking.quasi_identifiers_complete import quasi_identifiers_complete
from facetrail.rules.linking.tracked_across_cameras import tracked_across_cameras

RULES = (
    biometric_beside_identity,
    galleries_cross_match,
    phone_number_as_identity_key,
    flows_join_into_record,
    quasi_identifiers_complete,
    face_stream_meets_gallery,
    tracked_across_cameras,
)

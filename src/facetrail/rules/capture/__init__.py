"""Capture: what is taken from a person, and whether it had to be."""

from facetrail.rules.capture.biometric_without_identity_need import (
    biometric_without_identity_need,
)
from facetrail.rules.capture.bystanders_processed import bystanders_processed
from facetrail.rules.capture.device_ids_harvested_at_gate import device_ids_harvested_at_gate
from facetrail.rules.capture.full_document_image_kept import full_document_image_kept
from facetrail.rules.capture.image_metadata_travels import image_metadata_travels
from facetrail.rules.capture.liveness_video_reused import liveness_video_reused
from facetrail.rules.capture.raw_sample_leaves_device import raw_sample_leaves_device
from facetrail.rules.capture.sensitive_trait_inferred import sensitive_trait_inferred
from facetrail.rules.capture.surplus_modalities_captured import surplus_modalities_captured
from facetrail.rules.capture.verification_too_frequent import verification_too_frequent

RULES = (
    biometric_without_identity_need,
    raw_sample_leaves_device,
    surplus_modalities_captured,
    device_ids_harvested_at_gate,
    full_document_image_kept,
    image_metadata_travels,
    liveness_video_reused,
    sensitive_trait_inferred,
    verification_too_frequent,
    bystanders_processed,
)

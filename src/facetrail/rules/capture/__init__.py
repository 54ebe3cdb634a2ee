"""Capture: what is taken from a person, and whether it had to be."""

from facetrail.rules.capture.bystanders_processed import bystanders_processed
from facetrail.rules.capture.full_document_image_kept import full_document_image_kept
from facetrail.rules.capture.raw_sample_leaves_device import raw_sample_leaves_device

RULES = (raw_sample_leaves_device, full_document_image_kept, bystanders_processed)

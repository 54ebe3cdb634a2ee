"""Capture: what is taken from a person, and whether it had to leave them."""

from facetrail.rules.capture.raw_sample_leaves_device import raw_sample_leaves_device

RULES = (raw_sample_leaves_device,)

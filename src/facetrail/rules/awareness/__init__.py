"""Awareness: what people are told."""

from facetrail.rules.awareness.capture_without_notice import capture_without_notice

RULES = (capture_without_notice,)

"""Awareness: what people are told."""

from facetrail.rules.awareness.capture_without_notice import capture_without_notice
from facetrail.rules.awareness.covert_capture import covert_capture
from facetrail.rules.awareness.notice_contradicts_flows import notice_contradicts_flows
from facetrail.rules.awareness.readers_beyond_notice import readers_beyond_notice
from facetrail.rules.awareness.third_party_data_submitted import third_party_data_submitted

RULES = (
    capture_without_notice,
    covert_capture,
    notice_contradicts_flows,
    readers_beyond_notice,
    third_party_data_submitted,
)

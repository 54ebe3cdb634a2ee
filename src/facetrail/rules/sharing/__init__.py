"""Sharing: who else gets the data, and on what terms."""

from facetrail.rules.sharing.face_sent_off_device import face_sent_off_device
from facetrail.rules.sharing.leaves_jurisdiction import leaves_jurisdiction
from facetrail.rules.sharing.template_exported import template_exported
from facetrail.rules.sharing.ungated_authority_access import ungated_authority_access

RULES = (template_exported, face_sent_off_device, ungated_authority_access, leaves_jurisdiction)

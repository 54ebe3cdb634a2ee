"""Sharing: who else gets the data, and on what terms."""

from facetrail.rules.sharing.broker_consulted import broker_consulted
from facetrail.rules.sharing.data_goes_with_sale import data_goes_with_sale
from facetrail.rules.sharing.face_sent_off_device import face_sent_off_device
from facetrail.rules.sharing.open_ended_recipients import open_ended_recipients
from facetrail.rules.sharing.source_answers_too_much import source_answers_too_much
from facetrail.rules.sharing.standing_feed_to_authority import standing_feed_to_authority
from facetrail.rules.sharing.template_exported import template_exported
from facetrail.rules.sharing.ungated_authority_access import ungated_authority_access
from facetrail.rules.sharing.vendor_receives_raw_biometrics import vendor_receives_raw_biometrics

RULES = (
    template_exported,
    vendor_receives_raw_biometrics,
    face_sent_off_device,
    ungated_authority_access,
    standing_feed_to_authority,
    source_answers_too_much,
    broker_consulted,
    open_ended_recipients,
    data_goes_with_sale,
)

"""Storage: what stays, how long, and how much one breach opens."""

from facetrail.rules.storage.biometric_without_time_limit import biometric_without_time_limit
from facetrail.rules.storage.central_honeypot import central_honeypot
from facetrail.rules.storage.copies_escape_deletion import copies_escape_deletion
from facetrail.rules.storage.derived_outlives_source import derived_outlives_source
from facetrail.rules.storage.identity_in_logs import identity_in_logs
from facetrail.rules.storage.model_cannot_forget import model_cannot_forget
from facetrail.rules.storage.probe_outlives_decision import probe_outlives_decision
from facetrail.rules.storage.rejected_applicant_kept import rejected_applicant_kept
from facetrail.rules.storage.retention_without_end_event import retention_without_end_event
from facetrail.rules.storage.source_image_outlives_template import source_image_outlives_template

RULES = (
    central_honeypot,
    probe_outlives_decision,
    source_image_outlives_template,
    derived_outlives_source,
    biometric_without_time_limit,
    identity_in_logs,
    copies_escape_deletion,
    retention_without_end_event,
    rejected_applicant_kept,
    model_cannot_forget,
)

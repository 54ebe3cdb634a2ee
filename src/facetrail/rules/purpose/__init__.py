"""Purpose: what data are used for beside what they were taken for."""

from facetrail.rules.purpose.derived_wider_than_source import derived_wider_than_source
from facetrail.rules.purpose.enrolment_becomes_gallery import enrolment_becomes_gallery
from facetrail.rules.purpose.identity_data_scored import identity_data_scored
from facetrail.rules.purpose.model_leaks_members import model_leaks_members
from facetrail.rules.purpose.public_security_capture_reused import (
    public_security_capture_reused,
)
from facetrail.rules.purpose.purpose_drift import purpose_drift
from facetrail.rules.purpose.scans_train_a_model import scans_train_a_model

RULES = (
    scans_train_a_model,
    enrolment_becomes_gallery,
    identity_data_scored,
    public_security_capture_reused,
    purpose_drift,
    derived_wider_than_source,
    model_leaks_members,
)

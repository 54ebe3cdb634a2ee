"""Purpose: what data are used for beside what they were taken for."""

from facetrail.rules.purpose.enrolment_becomes_gallery import enrolment_becomes_gallery
from facetrail.rules.purpose.purpose_drift import purpose_drift
from facetrail.rules.purpose.scans_train_a_model import scans_train_a_model

RULES = (scans_train_a_model, enrolment_becomes_gallery, purpose_drift)

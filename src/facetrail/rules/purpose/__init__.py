"""Purpose: what data are used for beside what they were taken for."""

from facetrail.rules.purpose.purpose_drift import purpose_drift

RULES = (purpose_drift,)

"""Governance: agreements, assessments and duties around the data."""

from facetrail.rules.governance.affected_cannot_be_told import affected_cannot_be_told
from facetrail.rules.governance.processor_without_agreement import processor_without_agreement

RULES = (processor_without_agreement, affected_cannot_be_told)

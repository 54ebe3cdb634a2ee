"""Governance: what a party that has data must be able to show."""

from facetrail.rules.governance.affected_cannot_be_told import affected_cannot_be_told
from facetrail.rules.governance.filing_threshold_crossed import filing_threshold_crossed
from facetrail.rules.governance.no_impact_assessment import no_impact_assessment
from facetrail.rules.governance.no_lawful_basis import no_lawful_basis
from facetrail.rules.governance.processor_without_agreement import processor_without_agreement
from facetrail.rules.governance.retention_policy_unpublished import retention_policy_unpublished
from facetrail.rules.governance.rights_assessment_missing import rights_assessment_missing

RULES = (
    no_lawful_basis,
    no_impact_assessment,
    rights_assessment_missing,
    processor_without_agreement,
    filing_threshold_crossed,
    affected_cannot_be_told,
    retention_policy_unpublished,
)

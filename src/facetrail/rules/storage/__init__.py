"""Storage: what stays, how long, and how much one breach opens."""

from facetrail.rules.storage.biometric_without_time_limit import biometric_without_time_limit
from facetrail.rules.storage.central_honeypot import central_honeypot
from facetrail.rules.storage.probe_outlives_decision import probe_outlives_decision

RULES = (central_honeypot, probe_outlives_decision, biometric_without_time_limit)

"""Detectability: who can notice that somebody takes part, without reading anything."""

from facetrail.rules.detectability.response_reveals_enrolment import response_reveals_enrolment
from facetrail.rules.detectability.side_effect_reveals_participation import (
    side_effect_reveals_participation,
)
from facetrail.rules.detectability.traffic_reveals_use import traffic_reveals_use

RULES = (response_reveals_enrolment, traffic_reveals_use, side_effect_reveals_participation)

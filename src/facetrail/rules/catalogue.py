"""All rules, in reading order."""

from facetrail.rules import (
    awareness,
    capture,
    control,
    identifying,
    linking,
    matching,
    purpose,
    security,
    sharing,
    storage,
    template,
)

THEMES = (
    capture,
    awareness,
    template,
    matching,
    storage,
    identifying,
    linking,
    purpose,
    sharing,
    control,
    security,
)

RULES = tuple(rule for theme in THEMES for rule in theme.RULES)

"""All rules, in reading order."""

from facetrail.rules import (
    awareness,
    capture,
    control,
    cross_border,
    deniability,
    detectability,
    governance,
    identifying,
    linking,
    matching,
    purpose,
    security,
    sharing,
    storage,
    surveillance,
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
    cross_border,
    surveillance,
    deniability,
    detectability,
    control,
    governance,
    security,
)

RULES = tuple(rule for theme in THEMES for rule in theme.RULES)

"""All rules, in reading order."""

from facetrail.rules import (
    capture,
    control,
    linking,
    matching,
    purpose,
    security,
    storage,
    template,
)

THEMES = (capture, template, matching, storage, linking, purpose, control, security)

RULES = tuple(rule for theme in THEMES for rule in theme.RULES)

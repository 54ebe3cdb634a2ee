"""Templates: what features give away, and who can open them."""

from facetrail.rules.template.operator_holds_the_key import operator_holds_the_key
from facetrail.rules.template.template_reveals_face import template_reveals_face

RULES = (template_reveals_face, operator_holds_the_key)

"""Templates: what features give away, and who can open them."""

from facetrail.rules.template.adaptation_keeps_probes import adaptation_keeps_probes
from facetrail.rules.template.operator_holds_the_key import operator_holds_the_key
from facetrail.rules.template.reference_not_renewable import reference_not_renewable
from facetrail.rules.template.template_halves_together import template_halves_together
from facetrail.rules.template.template_reveals_face import template_reveals_face

RULES = (
    template_reveals_face,
    operator_holds_the_key,
    template_halves_together,
    reference_not_renewable,
    adaptation_keeps_probes,
)

"""Cross-border: what reaches, or can be reached from, another jurisdiction."""

from facetrail.rules.cross_border.leaves_jurisdiction import leaves_jurisdiction
from facetrail.rules.cross_border.reachable_by_foreign_order import reachable_by_foreign_order
from facetrail.rules.cross_border.remote_access_from_abroad import remote_access_from_abroad

RULES = (leaves_jurisdiction, remote_access_from_abroad, reachable_by_foreign_order)

"""Surveillance: people watched in public, in numbers, in what they do and where they go."""

from facetrail.rules.surveillance.absence_as_signal import absence_as_signal
from facetrail.rules.surveillance.geofence_on_a_person import geofence_on_a_person
from facetrail.rules.surveillance.indiscriminate_scale import indiscriminate_scale
from facetrail.rules.surveillance.lawful_conduct_scored import lawful_conduct_scored
from facetrail.rules.surveillance.live_identification_in_public import (
    live_identification_in_public,
)
from facetrail.rules.surveillance.movement_history_kept import movement_history_kept
from facetrail.rules.surveillance.non_matches_kept import non_matches_kept
from facetrail.rules.surveillance.recordings_searched_at_will import (
    recordings_searched_at_will,
)
from facetrail.rules.surveillance.scraped_gallery import scraped_gallery
from facetrail.rules.surveillance.watchlist_without_limits import watchlist_without_limits
from facetrail.rules.surveillance.zone_tells_place import zone_tells_place

RULES = (
    live_identification_in_public,
    recordings_searched_at_will,
    indiscriminate_scale,
    non_matches_kept,
    watchlist_without_limits,
    scraped_gallery,
    movement_history_kept,
    geofence_on_a_person,
    zone_tells_place,
    lawful_conduct_scored,
    absence_as_signal,
)

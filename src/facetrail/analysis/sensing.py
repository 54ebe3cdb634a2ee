"""How data are captured: of whom, with whose knowledge, and watched by whom."""

from facetrail.analysis.comparing import Comparing
from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Arrival
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Scene, Sensor

IAPAR_LIMIT = 0.07
"""Share of presentation attacks accepted from which on detection counts as absent: NIST SP
800-63A-4 asks for less than 0.07."""

_READS_PEOPLE = frozenset({Operation.EXTRACT, Operation.COMPARE, Operation.SEARCH, Operation.INFER})


class Sensing(Comparing):
    """Facts about captures."""

    def is_captured(self, arrival: Arrival) -> bool:
        """Whether the datum begins here, at a sensor."""
        starts = isinstance(arrival.at, Sensor) and arrival.starts_here
        return starts and arrival.datum.origin == arrival.at.name

    def gives_notice(self, arrival: Arrival) -> bool:
        """Whether people are told before or at the capture."""
        return bool(self.told(arrival.at, "notice"))

    def is_attended(self, arrival: Arrival) -> bool:
        """Whether trained staff see who or what is captured."""
        return bool(self.told(arrival.at, "attended"))

    def detects_attacks(self, arrival: Arrival) -> bool:
        """Whether presentation attacks are detected well enough at the sensor."""
        return isinstance(arrival.at, Sensor) and self._sensor_detects_attacks(arrival.at)

    def _sensor_detects_attacks(self, sensor: Sensor) -> bool:
        if sensor.iapar is not None:
            return sensor.iapar < IAPAR_LIMIT
        return bool(self.told(sensor, "attack_detection"))

    def is_taken_in_a_public_place(self, arrival: Arrival) -> bool:
        """Whether the sensor takes in a public place, where nobody presents themselves to it."""
        return self.told(arrival.at, "scene") is Scene.PUBLIC

    def takes_in_others(self, arrival: Arrival) -> bool:
        """Whether people who are not meant come into the field of the sensor, and nothing keeps
        them out before anybody reads the data."""
        sensor = arrival.at
        if not isinstance(sensor, Sensor) or sensor.only_enrolled:
            return False
        return self.told(sensor, "scene") is not Scene.ONE_PERSON

    def is_read_for_people(self, datum: Datum) -> bool:
        """Whether features are extracted, compared or inferred from the datum anywhere, as the
        model writes it or as a process states that it compares."""
        return datum.name in self._read_for_people or any(
            map(self._compares, self._states_only(datum.name))
        )

    @shared
    def _read_for_people(self) -> frozenset[str]:
        return self._back_of(
            name
            for _, step in self._derived
            if step.operation in _READS_PEOPLE
            for name in step.inputs
        )

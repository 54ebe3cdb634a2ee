"""Whom data show: the people that they are about, and those who appear in them beside these."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from facetrail.analysis.capturing import Capturing
from facetrail.analysis.people import People
from facetrail.analysis.shared import shared
from facetrail.analysis.subjects import Arrival
from facetrail.model.operations import Inverse, Operation
from facetrail.model.words import Datum, Evidence, Scene, Sensor, Subjects
from facetrail.report import NOBODY, Exposed, everybody

_CROWDED = frozenset({Scene.SEVERAL, Scene.PUBLIC})


class Exposing(Capturing, People):
    """Facts about whom an arrival exposes, in numbers.

    A datum shows the people that it is about and those that everything shows which it gives back.
    Beside these stand others where it is a recording: those it states (`also_about`), and whoever
    comes before a sensor that takes in several people or a public place. Features are measured of
    everybody; what is cut out or concluded is of the one who is meant. A score, a decision, a
    trained model or an aggregate shows nobody. Locks do not count: who breaks one has everybody.
    """

    def exposed_by(self, arrival: Arrival) -> Exposed:
        """The people whom the datum shows at the element."""
        return self.exposed(arrival.data, is_own=arrival.is_subjects_own)

    def exposed(self, data: Iterable[str], *, is_own: bool = False) -> Exposed:
        """The people whom several data show together, at a place that may be the person's own."""
        found = everybody(self._people_in[name] for name in data)
        return replace(found, is_own=True) if is_own else found

    def people(self, data: Sequence[str], *, is_own: bool = False) -> int:
        """How many people at least data expose together: the largest population that they are
        about, or of others whose number is stated; one where the person keeps their own."""
        if is_own:
            return 1
        about = (self.population(self.graph.data[name]) for name in data)
        return max(*about, self.exposed(data).at_least, 0)

    def is_estimate(self, data: Sequence[str]) -> bool:
        """Whether the number of people that data expose together is anything but reported."""
        shown = self.exposed(data)
        about = (self.graph.data[name].subjects for name in data)
        groups = (*shown.about, *shown.beside, *self._populations(about))
        return any(item.evidence is not Evidence.REPORTED for item in groups if item.population)

    @shared
    def _people_in(self) -> Mapping[str, Exposed]:
        """The people whom each datum shows, with those in what it gives back."""
        found: dict[str, Exposed] = {}
        for datum in self.graph.data_in_order:
            step = datum.transform
            undone = step is not None and step.operation.effect.inverse is not Inverse.NONE
            inputs = step.inputs if step is not None and undone else ()
            parts = [found[name] for name in inputs if name in found]
            if step is not None and step.operation is Operation.CROP:
                parts = [Exposed(about=item.about, unnamed=item.unnamed) for item in parts]
            found[datum.name] = everybody([self._shown_itself(datum), *parts])
        return found

    def _shown_itself(self, datum: Datum) -> Exposed:
        """The people whom a datum shows beside those in what it is made from."""
        content = self.contents[datum.name]
        if not content.personal or content.is_answer:
            return NOBODY
        beside: set[str | None] = set(datum.also_about)
        scene: Scene | None = Scene.ONE_PERSON
        sensor = self.graph.elements.get(datum.origin or "")
        if isinstance(sensor, Sensor) and datum.kind.traits.recording:
            scene = sensor.scene
            if scene in _CROWDED:
                beside |= self.graph.comers(sensor.name)
            if datum.untargeted or sensor.only_enrolled or not beside <= {datum.subjects}:
                scene = Scene.ONE_PERSON  # everybody who may be in it is named, or kept out
        return Exposed(
            about=self._populations({datum.subjects}),
            beside=self._populations(beside - {datum.subjects}),
            unnamed=datum.subjects is None,
            takes_in=(datum.origin or "",) if scene in _CROWDED else (),
            may_take_in=(datum.origin or "",) if scene is None else (),
        )

    def _populations(self, names: Iterable[str | None]) -> tuple[Subjects, ...]:
        return tuple(self.graph.subjects[name] for name in sorted(filter(None, names)))

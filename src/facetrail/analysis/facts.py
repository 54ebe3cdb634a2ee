"""What follows from a graph: computed once, then only asked.

Rules ask `Facts` about subjects: an arrival, a copy, a use, a goal. A fact that hangs on an
attribute nobody filled in raises `Open`; asked again under an answer (`assuming`), it is settled.
Nothing here guesses.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from facetrail.analysis.access import Access
from facetrail.analysis.capturing import Capturing
from facetrail.analysis.controlling import Controlling
from facetrail.analysis.counting import Counting
from facetrail.analysis.evidencing import Evidencing
from facetrail.analysis.exposing import Exposing
from facetrail.analysis.forgetting import Forgetting
from facetrail.analysis.identifiers import Identifiers
from facetrail.analysis.keeping import Keeping
from facetrail.analysis.people import People
from facetrail.analysis.places import Places
from facetrail.analysis.recipients import Recipients
from facetrail.analysis.recognising import Recognising
from facetrail.analysis.repurposing import Repurposing
from facetrail.analysis.sensing import Sensing
from facetrail.analysis.shared import shared
from facetrail.analysis.sharing import Sharing
from facetrail.analysis.singling import Singling
from facetrail.analysis.subjects import (
    Aim,
    Arrival,
    Capture,
    Carried,
    Copy,
    Custody,
    Demand,
    Group,
    Holding,
    Keeper,
    Meeting,
    Pair,
    Subject,
    Task,
    Use,
    Work,
)


class Facts(
    Forgetting,
    Counting,
    Access,
    Identifiers,
    Recognising,
    Singling,
    Controlling,
    Recipients,
    Exposing,
    Capturing,
    Evidencing,
    Repurposing,
    Keeping,
    Sensing,
    Sharing,
    People,
    Places,
):
    """Everything that rules may ask of one graph, topic by topic."""

    def subjects_of(self, over: type[Subject]) -> tuple[Subject, ...]:
        """Everything in the graph that a rule over this type looks at."""
        found: tuple[Subject, ...] = getattr(self, _SUBJECTS[over])
        return found

    def outlined(self, over: type[Subject]) -> Sequence[tuple[Subject, Iterable[Subject]]]:
        """The same subjects in groups of those with one outline, each with that."""
        if over is Copy:  # these are in groups already
            arrivals = self.outlined(Arrival)
            return [group for group in arrivals if isinstance(group[0], Copy)]
        if over is Carried:
            return self.carried_alike
        if over is Use:
            return self.uses_alike
        if over not in self._outlined:
            subjects, outlines = self.subjects_of(over), self._outlines
            groups: dict[Hashable, list[Subject]] = defaultdict(list)
            features = over.features(subjects, outlines.group)
            for subject, those in zip(subjects, features, strict=True):
                groups[those].append(subject)
            self._outlined[over] = [
                (alike[0].outline(outlines), alike) for alike in groups.values()
            ]
        return self._outlined[over]

    @shared
    def _outlined(self) -> dict[type, Sequence[tuple[Subject, Iterable[Subject]]]]:
        return {}


_SUBJECTS: Mapping[type, str] = {
    Arrival: "arrivals",
    Copy: "copies",
    Carried: "carried",
    Pair: "pairs",
    Meeting: "meetings",
    Use: "uses",
    Work: "works",
    Aim: "aims",
    Demand: "demands",
    Capture: "captures",
    Task: "tasks",
    Holding: "holdings",
    Keeper: "keepers",
    Custody: "custodies",
    Group: "groups",
}
"""The facts that list the subjects of each sort."""

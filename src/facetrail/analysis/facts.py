"""What follows from a graph: computed once, then only asked.

Rules ask `Facts` about subjects: an arrival, a copy, a use, a goal. A fact that hangs on an
attribute nobody filled in raises `Open`; asked again under an answer (`assuming`), it is settled.
Nothing here guesses.
"""

from collections.abc import Mapping

from facetrail.analysis.keeping import Keeping
from facetrail.analysis.people import People
from facetrail.analysis.sensing import Sensing
from facetrail.analysis.shared import shared
from facetrail.analysis.sharing import Sharing
from facetrail.analysis.subjects import (
    Aim,
    Arrival,
    Carried,
    Copy,
    Meeting,
    Pair,
    Subject,
    Use,
    Work,
)


class Facts(Keeping, Sensing, Sharing, People):
    """Everything that rules may ask of one graph, topic by topic."""

    def subjects_of(self, over: type) -> tuple[Subject, ...]:
        """Everything in the graph that a rule over this type looks at."""
        return self._subjects[over]

    @shared
    def _subjects(self) -> Mapping[type, tuple[Subject, ...]]:
        return {
            Arrival: self.arrivals,
            Copy: self.copies,
            Carried: self.carried,
            Pair: self.pairs,
            Meeting: self.meetings,
            Use: self.uses,
            Work: self.works,
            Aim: self.aims,
        }

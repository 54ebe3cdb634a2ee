"""What follows from a graph: computed once, then only asked.

Rules ask `Facts` about subjects: an arrival, a copy, a use, a goal. A fact that hangs on an
attribute nobody filled in raises `Open`; asked again under an answer (`assuming`), it is settled.
Nothing here guesses.
"""

from collections.abc import Hashable, Mapping, Sequence
from types import SimpleNamespace

from facetrail.analysis.access import Access
from facetrail.analysis.capturing import Capturing
from facetrail.analysis.content import Content
from facetrail.analysis.controlling import Controlling
from facetrail.analysis.evidencing import Evidencing
from facetrail.analysis.keeping import Keeping
from facetrail.analysis.people import People
from facetrail.analysis.places import Places
from facetrail.analysis.recipients import Recipients
from facetrail.analysis.repurposing import Repurposing
from facetrail.analysis.sensing import Sensing
from facetrail.analysis.shared import shared
from facetrail.analysis.sharing import Sharing
from facetrail.analysis.subjects import (
    Aim,
    Arrival,
    Capture,
    Carried,
    Copy,
    Custody,
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
from facetrail.model.kinds import Kind


class Facts(
    Access,
    Controlling,
    Recipients,
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

    def subjects_of(self, over: type) -> tuple[Subject, ...]:
        """Everything in the graph that a rule over this type looks at."""
        found: tuple[Subject, ...] = getattr(self, _SUBJECTS[over])
        return found

    @shared
    def _outlined(self) -> dict[type, Sequence[tuple[SimpleNamespace, Sequence[Subject]]]]:
        return {}

    def outlined(self, over: type) -> Sequence[tuple[SimpleNamespace, Sequence[Subject]]]:
        """The same subjects in groups that have an outline in common: a stand-in that shows of the
        datum only its kind, its content and whether it is the person's own."""
        if over not in self._outlined:
            groups: dict[Hashable, tuple[SimpleNamespace, list[Subject]]] = {}
            for subject in self.subjects_of(over):
                content, kind, own = subject.features
                alike = (id(content), kind, own)  # equal contents are one: the id is as good
                if alike not in groups:
                    groups[alike] = (_outline(content, kind, own), [])
                groups[alike][1].append(subject)
            self._outlined[over] = tuple(groups.values())
        return self._outlined[over]


def _outline(content: Content | None, kind: Kind | None, own: bool | None) -> SimpleNamespace:
    shown = SimpleNamespace()
    if content is not None:
        shown.content, shown.datum = content, SimpleNamespace(kind=kind)
    if own is not None:
        shown.is_subjects_own = own
    return shown


_SUBJECTS: Mapping[type, str] = {
    Arrival: "arrivals",
    Copy: "copies",
    Carried: "carried",
    Pair: "pairs",
    Meeting: "meetings",
    Use: "uses",
    Work: "works",
    Aim: "aims",
    Capture: "captures",
    Task: "tasks",
    Holding: "holdings",
    Keeper: "keepers",
    Custody: "custodies",
    Group: "groups",
}
"""The facts that list the subjects of each sort."""

"""Data on their way from one element to another."""

from itertools import chain, count
from typing import Any

import pytm  # type: ignore[import-untyped]

from facetrail.authoring.checks import Some
from facetrail.authoring.data import PersonalData
from facetrail.authoring.layers import Key, Layer
from facetrail.authoring.parties import Element
from facetrail.authoring.record import record
from facetrail.authoring.strict import Word, declares
from facetrail.model.words import ChannelProtection, Event, Evidence, Extent, FlowRole, Purpose


class Flow(Word, pytm.Dataflow):  # type: ignore[misc]
    """Data going from `source` to `destination`, in clear unless `layers` are named.

    A flow from a person without data is a capture or an act. With the role of a deletion it
    tells the destination to delete the data named. `channel` names the medium. `gated` says that
    each passage checks a stated order, scope and record; `transfer_ground` is the basis on which
    data leave a jurisdiction (an empty text: stated to be none). `extent` is how much goes with
    it; `channel_protection` goes before what the receiving party states of its channels.
    `hides_asker` states that a relay, or a blinded query, keeps from the receiver who asks.
    `labels` are those of its data that stand in names, addresses, paths or headers, outside its
    layers.
    """

    @declares
    def __init__(
        self,
        source: Element,
        destination: Element,
        name: str | None = None,
        *,
        data: Some[PersonalData | Key] = (),
        layers: Some[Layer] = (),
        purpose: Purpose | None = None,
        trigger: Event | None = None,
        role: FlowRole = FlowRole.DATA,
        channel: str = "",
        gated: bool | None = None,
        transfer_ground: str | None = None,
        extent: Extent | None = None,
        channel_protection: ChannelProtection | None = None,
        hides_asker: bool = False,
        labels: Some[PersonalData] = (),
        evidence: Evidence = Evidence.REPORTED,
        known_from: str = "",
        description: str = "",
    ) -> None: ...

    def _complete(self, given: dict[str, Any]) -> None:
        for end in ("source", "destination"):
            # pytm makes no flow without two ends, and a wrong end must not stop the file.
            given[end] = given[end] or pytm.Element.model_construct(name="?")
        if given.get("name") is None:
            given["name"] = _unused(f"{given['source'].name} → {given['destination'].name}")
        record.flow_names.add(given["name"])


def _unused(name: str) -> str:
    """The name, or the name and a number if another flow has it."""
    numbered = (f"{name} ({number})" for number in count(2))
    return next(item for item in chain([name], numbered) if item not in record.flow_names)

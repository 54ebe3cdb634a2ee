"""A slow, plain second opinion on lineage: one world at a time, every step tried until none helps.

A world is a graph with every open attribute answered. Nothing here is shared with the package but
the words and the asks, and nothing is minimised: every form found is kept.
"""

from collections.abc import Mapping
from itertools import product

from facetrail.analysis.attributes import NO, YES
from facetrail.analysis.condition import Ask
from facetrail.analysis.lineage import IN_CLEAR, OWN_KEY, at_rest_ask
from facetrail.model.graph import Graph
from facetrail.model.words import Layer, LayerKind, Store

Cover = frozenset[tuple[Layer, str]]
"""Layers around a datum, each with the name of what put it there."""


class World:
    """What can be read where, under one set of answers; `answer` gives the option of an ask."""

    def __init__(self, graph: Graph, answers: Mapping[tuple[str, str, str], str]) -> None:
        self.graph = graph
        self.answers = answers
        self.covers: set[tuple[str, str, Cover]] = set()
        self.party_keys: set[tuple[str, str]] = set()
        self.place_keys: set[tuple[str, str]] = set()
        while self._grow():
            pass

    def reads(self, name: str, element: str) -> bool:
        return any(
            self._opens_all(cover, name, element)
            for datum, place, cover in self.covers
            if (datum, place) == (name, element)
        )

    def holds(self, name: str, store: Store) -> bool:
        if store.at_rest is None:
            told = self.answers[key_of(at_rest_ask(store.name))]
            return told in (IN_CLEAR, OWN_KEY) and self.reads(name, store.name)
        resting = frozenset((layer, store.name) for layer in store.at_rest)
        return any(
            self._opens_all(cover | resting, name, store.name)
            for datum, place, cover in self.covers
            if (datum, place) == (name, store.name)
        )

    def _grow(self) -> bool:
        before = len(self.covers), len(self.party_keys), len(self.place_keys)
        for datum in self.graph.data.values():
            own = frozenset() if datum.layer is None else frozenset({(datum.layer, datum.name)})
            if datum.origin is not None:
                self.covers.add((datum.name, datum.origin, own))
            if datum.transform is None:
                continue
            step = datum.transform
            options = [
                [
                    self._handed_on(cover, name, step.at, step.operation.effect.result)
                    for other, place, cover in self.covers
                    if (other, place) == (name, step.at)
                ]
                for name in step.inputs
            ]
            for chosen in product(*options):
                self.covers.add((datum.name, step.at, own.union(*chosen)))
            if step.operation.effect.holds_input:
                for name, place, cover in list(self.covers):
                    if name == datum.name:
                        for held in step.inputs:
                            self.covers.add((held, place, cover))
        for key in self.graph.keys.values():
            for element in self.graph.elements:
                if self._declared(key.name, self._party(element)):
                    self.place_keys.add((key.name, element))
        for flow in self.graph.system.flows:
            for name in flow.data:
                layers = () if name in flow.labels else flow.layers
                added = frozenset((layer, flow.name) for layer in layers)
                sent = [
                    self._handed_on(cover, name, flow.source, False)
                    for other, place, cover in self.covers
                    if (other, place) == (name, flow.source)
                ]
                if name in self.graph.keys and self._declared(name, self._party(flow.source)):
                    sent.append(frozenset())
                for cover in sent:
                    self.covers.add((name, flow.destination, cover | added))
        for name in self.graph.keys:
            for at in self.graph.elements.values():
                if self.reads(name, at.name):
                    self.place_keys.add((name, at.name))
                if isinstance(at, Store) and self.holds(name, at):
                    self.party_keys.add((name, self._party(at.name)))
        return before != (len(self.covers), len(self.party_keys), len(self.place_keys))

    def _handed_on(self, cover: Cover, name: str, element: str, result: bool) -> Cover:
        return frozenset(
            item
            for item in cover
            if not self._opens(item, name, element)
            and not (result and item[0].kind is not LayerKind.ENCRYPTED)
        )

    def _opens_all(self, cover: Cover, name: str, element: str) -> bool:
        return all(self._opens(item, name, element) for item in cover)

    def _opens(self, item: tuple[Layer, str], name: str, element: str) -> bool:
        layer, owner = item
        guessable = name in self.graph.data and self.graph.data[name].kind.traits.guessable
        if layer.kind is LayerKind.PROTECTED:
            told = layer.irreversible
            if told is None:
                told = self.answers[owner, "irreversible", ""] == YES
            return not told
        if layer.kind is LayerKind.HASHED and not guessable:
            return False
        if layer.key is None:
            return True
        party = self._party(element)
        return (
            self._declared(layer.key, party)
            or (layer.key, party) in self.party_keys
            or (layer.key, element) in self.place_keys
        )

    def _declared(self, key: str, party: str) -> bool:
        found = self.graph.keys[key]
        if not party:
            return False
        if found.holders is None:
            return self.answers[key, "holders", party] == YES
        mine = {party, *self.graph.parties[party].controls}
        if not mine & found.holders:
            return False
        if found.holders <= mine:
            return True
        split = found.split
        if split is None:
            split = self.answers[key, "split", ""] != NO
        return not split

    def _party(self, element: str) -> str:
        party = self.graph.party_of(element)
        return "" if party is None else party.name


def key_of(ask: Ask) -> tuple[str, str, str]:
    """How an ask is named in the answers of a world."""
    return (ask.spot.name, ask.attribute, ask.about)

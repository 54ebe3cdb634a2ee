"""What the pictures of a large system fold away, in words."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from facetrail.model.kinds import Form
from facetrail.model.words import Flow, FlowRole
from facetrail.render import badges, boxes, cards, flows, folding
from facetrail.render.badges import Badge
from facetrail.render.boxes import Box
from facetrail.render.folding import Cut
from facetrail.render.legend import sample_noun
from facetrail.render.palette import Standing
from facetrail.render.wording import number, plural, short, tally
from facetrail.report import PlaceKind, Report, Spot


@dataclass(frozen=True, slots=True)
class Hidden:
    """A box and what it hides: elements and the flows between them; `anchor` is where a report
    shows its inside, `worst` says what can be recovered there."""

    name: str
    anchor: str
    run_by: str
    worst: str
    elements: tuple[str, ...]
    inner: tuple[str, ...]
    threats: str


@dataclass(frozen=True, slots=True)
class Shared:
    """Flows that share a line: where they go, their names, and all they carry."""

    source: str
    destination: str
    flows: tuple[str, ...]
    carries: tuple[str, ...]
    deletes: bool
    known: str


@dataclass(frozen=True, slots=True)
class Folding:
    """A picture of a large system in words: what it says (nothing of its own for the overview,
    whose `slug` is empty), and what is folded away in it."""

    slug: str
    file: str
    title: str
    said: str
    folded_away: str
    hidden: tuple[Hidden, ...]
    shared: tuple[Shared, ...]

    @property
    def anchor(self) -> str:
        """Where a report shows it."""
        return f"inside-{self.slug}" if self.slug else "map"


def foldings(report: Report) -> tuple[Folding, ...]:
    """The overview of a system that is too large for one picture, then the insides of its boxes;
    nothing for a smaller one."""
    whole = folding.overview(report.graph)
    slugs = folding.names(whole)
    if not whole.boxes:
        return ()
    return tuple(_folding(report, cut, slugs) for cut in (whole, *folding.insides(whole)))


def folded_away(cut: Cut) -> str:
    """How much a picture folds away, in a sentence or two; nothing where it folds nothing."""
    sentences = []
    hidden = sum(len(cut.members(box)) for box in cut.boxes)
    if hidden:
        whole = sum(not cut.is_around(home) for home in cut.homes.values())
        inner = sum(map(len, cut.inner.values()))
        boxes = "a box" if len(cut.boxes) == 1 else f"{number(len(cut.boxes))} boxes"
        sentences.append(
            f"Folded away: {hidden:,} of {plural(whole, 'element')} and "
            f"{plural(inner, 'flow')} between them, in {boxes}."
        )
    bundled = [len(bundle) for bundle in cut.bundles if len(bundle) > 1]
    if bundled:
        sentences.append(
            f"{sum(bundled):,} flows share {number(len(bundled))} "
            f"{'line' if len(bundled) == 1 else 'lines'}."
        )
    return " ".join(sentences)


def inside_said(report: Report, cut: Cut) -> str:
    """What can be recovered inside a boundary, in a sentence."""
    inner = [name for name, home in cut.homes.items() if not cut.is_around(home)]
    if all(map(report.graph.is_subjects_own, inner)):
        return "The person controls all of it."
    raw = Counter(
        cards.standing(report, report.graph.elements[name])
        for name in inner
        if report.forms[name] is Form.RAW
    )
    known, feared = raw[Standing.EXPOSED], raw[Standing.FEARED]
    where = f"{number(known) if known else 'none'} of its {number(len(inner))} elements"
    more = f", and could be at {number(feared)} more if what is feared were so" if feared else ""
    return f"The {sample_noun(report)} can be recovered at {where}{more}."


def of_the_inside(report: Report, cut: Cut) -> Report:
    """What a report says of the inside of a boundary and of the flows that reach into it."""
    inner = {name for name, home in cut.homes.items() if not cut.is_around(home)}

    def concerns(spot: Spot) -> bool:
        if spot.kind is PlaceKind.ELEMENT:
            return spot.name in inner
        if spot.kind is PlaceKind.BOUNDARY:
            return cut.within in cut.tree.paths[spot.name]
        return spot.kind is PlaceKind.FLOW and spot.name in cut.flows

    return replace(
        report,
        exposures=tuple(item for item in report.exposures if item.at in inner),
        threats=tuple(item for item in report.threats if concerns(badges.place(report, item.at))),
        questions=tuple(item for item in report.questions if concerns(item.about)),
    )


def _folding(report: Report, cut: Cut, slugs: Mapping[str, str]) -> Folding:
    slug = slugs[cut.within] if cut.within is not None else ""
    threats = badges.badges_by_place(report, cut.home)
    return Folding(
        slug=slug,
        file=folding.file(slug),
        title="Exposure map" if cut.within is None else f"Inside {short(cut.within)}",
        said="" if cut.within is None else _said(of_the_inside(report, cut), cut),
        folded_away=folded_away(cut),
        hidden=tuple(
            _hidden(boxes.box(report, cut, spot, ""), cut, threats.get(spot, ()), slugs)
            for spot in map(_boundary, cut.boxes)
        ),
        shared=tuple(_shared(report, cut, bundle) for bundle in cut.bundles if len(bundle) > 1),
    )


def _said(report: Report, cut: Cut) -> str:
    return f"{inside_said(report, cut)} Threats: {tally(report)}."


def _boundary(name: str) -> Spot:
    return Spot(PlaceKind.BOUNDARY, name)


def _hidden(box: Box, cut: Cut, threats: tuple[Badge, ...], slugs: Mapping[str, str]) -> Hidden:
    return Hidden(
        name=box.spot.name,
        anchor=f"inside-{slugs[box.spot.name]}",
        run_by=" · ".join(box.run_by),
        worst=box.worst,
        elements=box.members,
        inner=_names(cut.inner[box.spot.name]),
        threats="; ".join(badge.tally for badge in threats),
    )


def _shared(report: Report, cut: Cut, bundle: tuple[Flow, ...]) -> Shared:
    source, destination = cut.ends(bundle[0])
    return Shared(
        source=source.name,
        destination=destination.name,
        flows=_names(bundle),
        carries=flows.payload(report, bundle),
        deletes=bundle[0].role is FlowRole.DELETION,
        known=flows.degrees(bundle),
    )


def _names(bundle: tuple[Flow, ...]) -> tuple[str, ...]:
    return tuple(flow.name for flow in bundle)

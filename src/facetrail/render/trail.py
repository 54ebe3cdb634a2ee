"""Trails: the exposure map once for each sensitive datum, with all else receding."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from facetrail.errors import CannotRun, Problem, shown
from facetrail.model.graph import Graph
from facetrail.model.kinds import Form
from facetrail.model.words import Flow
from facetrail.render import badges, cards
from facetrail.render.arranging import Arranged, arrange, arrange_scene
from facetrail.render.cards import Card
from facetrail.render.flows import form_of
from facetrail.render.folding import folded
from facetrail.render.layout import Engine
from facetrail.render.map import picture
from facetrail.render.presence import places
from facetrail.render.scene import Focus, Scene
from facetrail.render.scene import scene as measured
from facetrail.render.slugs import slug_of, slugs
from facetrail.report import PlaceKind, Report, Spot


def trails(arranged: Arranged) -> Mapping[str, str]:
    """The trail of every datum that a person cannot change and that is outside their control, by
    name of datum, in order of declaration; all on the same layout. Raises CannotRun."""
    slugs = followed(arranged.scene.report)
    return {data: _trail(arranged, data, slug) for data, slug in slugs.items()}


def trail_map(report: Report, data: str, *, engine: Engine | None = None) -> str:
    """The exposure map with everything pale that a datum, what it is made from and what is made
    from it do not touch. Raises CannotRun, also for a datum that the model lacks."""
    if data not in report.graph.data:
        raise CannotRun(Problem("", f"the model has no data {shown(data)}", "name one it has"))
    slug = followed(report).get(data, slug_of(data) or "data")
    return _trail(arrange(report, engine), data, slug)


def followed(report: Report) -> Mapping[str, str]:
    """The data that have a trail, in order of declaration, each with a name for files."""
    outside = {item.data for item in report.exposures}
    return slugs(
        (
            datum.name
            for datum in report.graph.system.data
            if datum.name in outside and datum.kind.traits.irrevocable
        ),
        "data",
    )


def _trail(arranged: Arranged, data: str, slug: str) -> str:
    """The map as it is laid out, saying of each place what it says of the datum alone; where that
    is folded, a map of nothing but what the datum touches."""
    focus = _focus(arranged.scene.report.graph, data, slug)
    if arranged.scene.boxes:
        return picture(arrange_scene(_of_its_own(arranged.scene, focus)))
    return picture(replace(arranged, scene=_recoloured(arranged.scene, focus)))


def _of_its_own(scene: Scene, focus: Focus) -> Scene:
    report = _narrowed(scene.report, focus)
    cut = folded(scene.cut.tree, focus.elements, focus.flows)
    return measured(report, cut, scene.slugs, focus)


def _recoloured(scene: Scene, focus: Focus) -> Scene:
    report = _narrowed(scene.report, focus)
    threats = badges.badges_by_place(report)

    def at(kind: PlaceKind, name: str) -> tuple[badges.Badge, ...]:
        return threats.get(Spot(kind, name), ())

    lines = {
        id: replace(
            item,
            form=report.flow_forms.get(item.flow.name, item.form),
            threats=at(PlaceKind.FLOW, item.flow.name),
        )
        for id, item in scene.lines.items()
    }
    frames = {
        id: replace(frame, badges=at(PlaceKind.BOUNDARY, frame.boundary.name))
        for id, frame in scene.frames.items()
    }
    elements = {id: _card(card, report) for id, card in scene.cards.items()}
    return replace(
        scene,
        report=report,
        cards=elements,
        frames=frames,
        lines=lines,
        threats=threats,
        focus=focus,
    )


def _focus(graph: Graph, data: str, slug: str) -> Focus:
    family = frozenset({data, *_sources(graph, data), *_made_from(graph, data)})
    begun = {graph.data[name].origin for name in family}
    carrying = [
        flow
        for flow in graph.system.flows
        if family & {*flow.data} or (not flow.data and flow.destination in begun)
    ]
    elements = {end for flow in carrying for end in (flow.source, flow.destination)}
    elements |= {place for name in family for place in places(graph, name)}
    return Focus(
        datum=data,
        slug=slug,
        data=family,
        elements=frozenset(elements),
        boundaries=frozenset(name for item in elements for name in graph.boundary_path(item)),
        flows=frozenset(flow.name for flow in carrying),
    )


def _sources(graph: Graph, data: str) -> frozenset[str]:
    """What a datum is made from, directly or in steps."""
    found: set[str] = set()
    ahead = [data]
    while ahead:
        step = graph.data[ahead.pop()].transform
        new = {*step.inputs} - found if step is not None else set()
        found |= new
        ahead += new
    return frozenset(found)


def _made_from(graph: Graph, data: str) -> Iterator[str]:
    """What is made from a datum, directly or in steps."""
    return (name for name in graph.data if data in _sources(graph, name))


def _narrowed(report: Report, focus: Focus) -> Report:
    """What the report says of the data of a focus; outside it everything stays as it is."""
    graph = report.graph
    exposures = tuple(item for item in report.exposures if item.data in focus.data)
    found: dict[str, list[Form]] = {name: [Form.NONE] for name in focus.elements}
    for item in exposures:
        found[item.at].append(item.form)
    for name in sorted(focus.data):
        for place in places(graph, name):
            if graph.is_subjects_own(place):
                worst = max(graph.data[name].kind.traits.form, report.forms[place], key=_rank)
                found[place].append(worst)
    return replace(
        report,
        exposures=exposures,
        threats=tuple(item for item in report.threats if focus.data & {*item.data}),
        questions=(),
        forms={**report.forms, **{name: min(forms, key=_rank) for name, forms in found.items()}},
        flow_forms={
            name: _carried_form(report, graph.flows[name], focus) for name in sorted(focus.flows)
        },
    )


def _carried_form(report: Report, flow: Flow, focus: Focus) -> Form:
    """What a flow carries of the focus, which may be less than all."""
    whole = form_of(report, flow)
    kinds = (report.graph.data[name].kind for name in flow.data if name in focus.data)
    return max(
        min((kind.traits.form for kind in kinds), key=_rank, default=whole), whole, key=_rank
    )


def _rank(form: Form) -> int:
    return form.rank


def _card(card: Card, report: Report) -> Card:
    element = card.element
    form = report.forms.get(element.name, Form.NONE)
    return replace(card, form=form, standing=cards.standing(report, element))

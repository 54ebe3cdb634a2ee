"""Who can see what: every place outside the control of the person, what each party knows, and the
worst form of biometric data at each element and flow."""

from facetrail.analysis.condition import ALWAYS
from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Arrival, Copy
from facetrail.assemble.paths import trail
from facetrail.engine import Evaluation
from facetrail.model.kinds import Form
from facetrail.model.words import Evidence, Flow, FlowRole
from facetrail.report import Exposure, Knowledge, Numbers


def exposures(evaluation: Evaluation) -> tuple[Exposure, ...]:
    """Every personal datum at every element outside the control of the person, as well known as
    the best evidence that it gets there; the barest form first."""
    found: dict[tuple[str, str], Exposure] = {}
    for evidence, facts in evaluation.levels:
        for arrival in facts.arrivals:
            place = (arrival.at.name, arrival.datum.name)
            hidden = arrival.is_subjects_own or arrival.party is None
            if place not in found and not hidden and arrival.content.personal:
                found[place] = _exposure(arrival, facts, evidence)
    return tuple(
        sorted(found.values(), key=lambda item: (item.form.rank, item.party, item.at, item.data))
    )


def _exposure(arrival: Arrival, facts: Facts, evidence: Evidence) -> Exposure:
    read = facts.lineage.reads(arrival.datum.name, arrival.at.name)
    return Exposure(
        data=arrival.datum.name,
        at=arrival.at.name,
        party=arrival.party.name if arrival.party else "",
        protections=facts.protections(arrival),
        held=_held(arrival),
        recoverable=arrival.content.recoverable if read == ALWAYS else (),
        path=trail(facts, arrival.datum.name, arrival.at.name),
        form=_form(arrival, facts),
        evidence=evidence,
        exposes=facts.exposed_by(arrival),
    )


def _held(arrival: Arrival) -> str:
    if not isinstance(arrival, Copy):
        return "passing"
    limit = dict(arrival.at.retention_of).get(arrival.datum.name, arrival.at.retention)
    return "unknown" if limit is None else str(limit)


def _form(arrival: Arrival, facts: Facts) -> Form:
    """The form of a datum for the party at the element: what is sealed there shows nothing, but a
    sealed biometric datum is drawn as such."""
    form = arrival.content.form
    if facts.lineage.reads(arrival.datum.name, arrival.at.name) == ALWAYS:
        return form
    return Form.PROTECTED if form is Form.RAW else Form.NONE


def worst_forms(sure: Facts, widest: Facts) -> tuple[dict[str, Form], dict[str, Form]]:
    """The worst form of biometric data that who runs each element can recover there by what is
    established, or, where that is nothing, by what is feared; and those that are worse than this
    and only feared."""
    at_worst = {name: _worst_form(widest, name) for name in widest.graph.elements}
    known = {name: _worst_form(sure, name) for name in sure.graph.elements}
    forms = at_worst | {name: form for name, form in known.items() if form is not Form.NONE}
    return forms, {name: form for name, form in at_worst.items() if form.rank < forms[name].rank}


def _worst_form(facts: Facts, element: str) -> Form:
    forms = (_form(item, facts) for item in facts.arrivals_at[element].values())
    return min(forms, key=lambda form: form.rank, default=Form.NONE)


def carried_form(facts: Facts, flow: Flow) -> Form:
    """The worst form of biometric data that the destination can recover from a flow."""
    if flow.role is FlowRole.DELETION:
        return Form.NONE
    arrivals = facts.arrivals_at[flow.destination]
    forms = (_form(arrivals[name], facts) for name in flow.data if name in arrivals)
    return min(forms, key=lambda form: form.rank, default=Form.NONE)


def foreign_holders(facts: Facts, flow: Flow) -> tuple[str, ...]:
    """The parties that hold a key of a layer that the flow's destination cannot open."""
    graph = facts.graph
    holders: set[str] = set()
    for name in flow.data:
        if name in graph.data and facts.lineage.reads(name, flow.destination) != ALWAYS:
            layers = [*flow.layers, *facts.layers(name, flow.destination)]
            for layer in layers:
                if layer.key is not None:
                    holders |= graph.keys[layer.key].holders or set()
    party = graph.party_of(flow.destination)
    return tuple(sorted(holders - {party.name if party else ""}))


def knowledge(evaluation: Evaluation) -> tuple[Knowledge, ...]:
    """What each party but the subjects knows."""
    facts = established(evaluation)
    return tuple(
        Knowledge(party=party, holds=holds, passes=passes, links=facts.links(party))
        for party, (holds, passes) in facts.knowledge().items()
    )


def numbers(evaluation: Evaluation) -> tuple[Numbers, ...]:
    """What is stated in numbers; that of what is only feared comes last."""
    sure = established(evaluation).numbers
    known = {item.at for item in sure}
    feared = (item for item in evaluation.levels[-1][1].numbers if item.at not in known)
    return (*sure, *feared)


def established(evaluation: Evaluation) -> Facts:
    """The facts of everything that is established; where nothing is, of what is feared."""
    sure = [facts for level, facts in evaluation.levels if level is not Evidence.HYPOTHETICAL]
    return (sure or [evaluation.levels[-1][1]])[-1]

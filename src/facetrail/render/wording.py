"""The words that several outputs share, so that nothing is worded twice.

Everything here is text without markup: each output escapes it for its own format.
"""

from collections.abc import Iterable, Sequence

from facetrail.model.graph import Graph
from facetrail.model.kinds import Form, Kind, Modality
from facetrail.model.words import (
    Datum,
    Element,
    Evidence,
    External,
    Flow,
    FlowRole,
    Goal,
    Layer,
    Party,
    Person,
    Process,
    Role,
    Sensor,
    Store,
    Subjects,
)
from facetrail.render.asking import asked
from facetrail.render.text import ELLIPSIS, clean
from facetrail.report import (
    Exposed,
    Exposure,
    PlaceKind,
    Report,
    Severity,
    Spot,
    Status,
    Threat,
)
from facetrail.report import listed as listed

SHORT_LENGTH = 60
"""Characters of a name in a running sentence."""

UNCALIBRATED = (
    "Scores are points from a fixed table. They are uncalibrated: "
    "use them to order the work, not as a measure of risk."
)
SCOPE = (
    "facetrail describes who is exposed to whom in the system as it was modelled. "
    "It says nothing about whether the law allows it: "
    "laws and standards are named as places to look."
)

NOTES = "How the model was read"
"""The title of what was taken for granted, and of what is to be corrected."""

CHANGES_TITLE = "What would change it"
"""The title of the controls that would remove threats."""

CHANGES = (
    "Each control counts the points of every threat that names it as a remedy, so the sums overlap "
    "and are not to be added up. What it may bring has to be looked at once it is in the model."
)

QUESTIONS = (
    "The model leaves these open. The first would settle most. Answers can bring further questions."
)

SECURITY = (
    "pytm finds these by its own conditions, on what pytm was told: a control that nobody wrote "
    "counts as missing. They are in no score and no count of this report."
)
"""What pytm's own threats are, and what they are not."""

FORM_WORDS = {
    Form.RAW: "raw or recoverable",
    Form.PROTECTED: "protected template",
    Form.RESULT: "score or decision",
    Form.IDENTITY: "identity data only",
    Form.NONE: "none",
}
"""What each form of data means to a reader."""

FORM_LETTERS = {
    Form.RAW: "F",
    Form.PROTECTED: "P",
    Form.RESULT: "S",
    Form.IDENTITY: "I",
    Form.NONE: "",
}
"""The letter that stands for each form where colour cannot."""

EVIDENCE_WORDS = {
    Evidence.REPORTED: "published, or stated by the people who run it",
    Evidence.CLAIMED: "said by one weak or interested source, and not checked",
    Evidence.INFERRED: "concluded from something else that is known",
    Evidence.HYPOTHETICAL: "feared and not established",
}
"""What each degree of evidence means to a reader."""

_GROUPS_NAMED = 4
_SEVERAL = 3

_WORDS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)

_MANY = {
    Modality.FACE: "faces",
    Modality.VOICE: "voices",
    Modality.GAIT: "gaits",
    Modality.FINGERPRINT: "fingerprints",
    Modality.IRIS: "irises",
    Modality.GENOME: "genomes",
}

_ELEMENTS: tuple[tuple[type[Element], str], ...] = (
    (Person, "person"),
    (Sensor, "sensor"),
    (Process, "process"),
    (Store, "store"),
    (External, "external service"),
    (Goal, "goal"),
)

_KINDS = {kind.value: kind for kind in Kind}


def short(name: str) -> str:
    """A name for a running sentence: on one line, and cut where it is very long."""
    line = clean(name)
    return line if len(line) <= SHORT_LENGTH else line[: SHORT_LENGTH - 1] + ELLIPSIS


def capital(text: str) -> str:
    """The text with its first letter in upper case and the rest as it was."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends with a mark of its own."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def number(count: int) -> str:
    """A number in a sentence: a word up to twelve, then figures with separators."""
    return _WORDS[count] if 0 <= count < len(_WORDS) else f"{count:,}"


def plural(count: int, noun: str) -> str:
    """A count with its noun: "1 question", "6 questions"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def signed(points: int) -> str:
    """Points with their sign, the true minus where they are taken off."""
    return f"+{points}" if points > 0 else f"{points}".replace("-", "\N{MINUS SIGN}")


def rules(ids: Iterable[str]) -> str:
    """Rules by their ids as words, in a list: "operator holds the key and central honeypot"."""
    return listed(rule.replace("-", " ") for rule in ids)


def population(subjects: Subjects) -> str:
    """How many people a population is: "100,000,000 new customers", or "about" so many where the
    number is not established, with where it is from."""
    if subjects.population is None:
        return f"{subjects.name} (number not stated)"
    source = f" ({clean(subjects.known_from)})" if subjects.known_from else ""
    return f"{head_count(subjects)} {subjects.name}{source}"


def head_count(subjects: Subjects) -> str:
    """The number of people of a population that has one, with "about" where it is not
    established."""
    about = "" if subjects.evidence is Evidence.REPORTED else "about "
    return f"{about}{subjects.population:,}"


def people(graph: Graph) -> str:
    """Every population of the model, the largest first, or an empty text."""
    return listed(population(item) for item in _by_size(graph.subjects.values()))


def exposed(who: Exposed) -> str:
    """The people whom data show, group by group, each with its number or that there is none; with
    several numbers, what they come to together, for the groups may overlap. Empty for nobody."""
    about, beside = ("one at a time of ", "some of ") if who.is_own else ("", "")
    groups = [f"{about}{population(item)}" for item in _by_size(who.about)]
    groups += [f"{beside}{population(item)}" for item in _by_size(who.beside)]
    parts = groups[:_GROUPS_NAMED]
    if groups[_GROUPS_NAMED:]:
        parts.append(plural(len(groups) - _GROUPS_NAMED, "more population"))
    if who.unnamed:
        parts.append("people whom nobody names (number not stated)")
    if who.takes_in:
        parts.append(
            f"whoever else comes before {several(who.takes_in, 'sensors')} (number not stated)"
        )
    if who.may_take_in:
        parts.append(f"others, if any come before {several(who.may_take_in, 'sensors')}")
    if not who.is_own and sum(number is not None for number in who.numbers) > 1:
        most = "" if who.at_most is None else f" and at most {who.at_most:,}"
        parts.append(f"together at least {who.at_least:,}{most}")
    return "; ".join(parts)


def exposes(is_feared: bool) -> str:
    """The heading over whom a threat exposes, or would."""
    return "Would expose" if is_feared else "Exposes"


def several(names: Sequence[str], what: str) -> str:
    """A few names in words, more by their number."""
    return listed(names) if len(names) <= _SEVERAL else f"{len(names)} {what}"


def severity(threat: Threat) -> str:
    """The band and score of a threat: "critical 11"."""
    return f"{threat.severity} {threat.score}"


def status(threat: Threat) -> str:
    """Where a threat stands, empty while it is open: "mitigated, 3 of 6 remain"."""
    if threat.status is Status.OPEN:
        return ""
    if threat.status is Status.MITIGATED:
        return f"{threat.status}, {threat.remaining_score} of {threat.score} remain"
    return str(threat.status)


def tally(report: Report) -> str:
    """What was found, in one line: "5 critical, 6 high and 1 low; 6 questions"."""
    counts = report.counts()
    found = listed(f"{counts[band]:,} {band}" for band in Severity if counts[band])
    parts = [found or "no threats"]
    if report.questions:
        parts.append(plural(len(asked(report.questions)), "question"))
    if report.feared:
        parts.append(f"{len(report.feared):,} hypothetical")
    return "; ".join(parts)


def security_tally(report: Report) -> str:
    """How many threats pytm itself finds, in words."""
    return f"pytm's security threats: {len(report.security or ()) or 'none'}"


def element_kind(element: Element) -> str:
    """What an element is, in a word or two."""
    return next(word for kind, word in _ELEMENTS if isinstance(element, kind))


def role_words(party: Party) -> str:
    """What a party is to the data and where: "controller · CN"."""
    return " · ".join(filter(None, (str(party.role), party.jurisdiction)))


def party_words(party: Party) -> str:
    """A party with its role and jurisdiction: "Carrier · controller · CN"."""
    return f"{party.name} · {role_words(party)}"


def purposes(element: Element) -> str:
    """What an element uses data for; empty for those of which nobody would ask."""
    if isinstance(element, Process | Store | External):
        return stated(element.purposes)
    return ""


def payload(flow: Flow) -> str:
    """What a flow carries, or what it asks to delete."""
    if flow.role is FlowRole.DELETION:
        return f"asks to delete {listed(flow.data)}"
    return ", ".join(flow.data) or "no data"


def layers(around: Iterable[Layer]) -> str:
    """The layers around something, in the order in which they are opened."""
    return ", then ".join(map(str, around)) or "in clear"


def protection(flow: Flow) -> str:
    """Under which layers a flow carries its data; empty where it carries none. That none is drawn
    says nothing of the channel."""
    if not flow.data or flow.role is not FlowRole.DATA:
        return ""
    return layers(flow.layers) if flow.layers else "no layer drawn"


def flow_words(flow: Flow) -> str:
    """Where a flow goes: "Counter camera → Face comparison"."""
    return f"{flow.source} → {flow.destination}"


def spot(graph: Graph, place: Spot) -> str:
    """A place in the model in words: an element by its name, a flow by its number."""
    if place.kind is PlaceKind.MODEL:
        return "the whole model"
    if place.kind is PlaceKind.FLOW:
        return f"flow {graph.number(place.name)}, {flow_words(graph.flows[place.name])}"
    if place.kind is PlaceKind.ELEMENT:
        return place.name
    return f"{place.kind} {place.name}"


def spots(graph: Graph, places: Iterable[Spot]) -> str:
    """Places of a question, whose text says what they are, in words."""
    named = (PlaceKind.MODEL, PlaceKind.FLOW)
    return "; ".join(spot(graph, at) if at.kind in named else at.name for at in places)


def path_numbers(graph: Graph, path: Iterable[str]) -> str:
    """A path by the numbers of its flows: "1 → 3 → 11"."""
    return " → ".join(f"{graph.number(name)}" for name in path)


def path_words(graph: Graph, path: Iterable[str]) -> str:
    """A path by its elements; where it starts anew at another element, after a semicolon."""
    words, here = "", None
    for name in path:
        flow = graph.flows[name]
        if flow.source == here:
            words += f" → {flow.destination}"
        else:
            words += f"{'; ' if words else ''}{flow_words(flow)}"
        here = flow.destination
    return words


def stated(values: Iterable[object] | None) -> str:
    """What an author gave: the values in order of their words, "none", or "not stated"."""
    return "not stated" if values is None else listed(sorted(map(str, values))) or "none"


def origin(datum: Datum) -> str:
    """Where a datum comes from: an element, or a transform of other data at one."""
    if datum.transform is None:
        return f"begins at {datum.origin}"
    step = datum.transform
    return f"{step.operation}: {listed(step.inputs)}, at {step.at}"


def condition(graph: Graph, path: Iterable[str], names: Iterable[str] = ()) -> str:
    """What would have to exist for a hypothetical finding to hold: "if flow 14 existed".

    `names` are the elements and data it concerns, which count where no flow of the path is
    hypothetical itself.
    """
    numbers = [f"{number}" for number in sorted(map(graph.number, {*graph.feared(path)}))]
    if numbers:
        return f"if {'flow' if len(numbers) == 1 else 'flows'} {listed(numbers)} existed"
    feared = [
        short(name)
        for name in dict.fromkeys(names)
        if (item := graph.elements.get(name) or graph.data.get(name)) is not None
        and item.evidence is Evidence.HYPOTHETICAL
    ]
    return f"if {listed(feared)} existed" if feared else "if what is feared here were so"


def conditional(graph: Graph, threat: Threat, text: str) -> str:
    """A sentence or title about a threat, under its condition where it is hypothetical."""
    if not threat.is_hypothetical or text.startswith("If "):
        return text
    when = condition(graph, threat.hangs_on, (threat.at.name, *threat.data))
    return f"{capital(when)}: {text}"


def modalities(exposure: Exposure) -> tuple[Modality, ...]:
    """The biometric characteristics that can be recovered from an exposed datum."""
    found = {_KINDS[word].traits.modality for word in exposure.recoverable if word in _KINDS}
    return tuple(item for item in Modality if item in found)


def headline(report: Report) -> str:
    """What a manager should know before any number, in one to four sentences."""
    return " ".join(headline_sentences(report))


def headline_sentences(report: Report) -> tuple[str, ...]:
    """The sentences of the headline, the one that matters most first.

    What rests on claims or inference is called so; what rests on a hypothetical step comes last
    and in the conditional.
    """
    raw = [item for item in report.exposures if item.form is Form.RAW and modalities(item)]
    facts = [item for item in raw if item.evidence is not Evidence.HYPOTHETICAL]
    feared = [item for item in raw if item.evidence is Evidence.HYPOTHETICAL]
    places = {item.at for item in facts}
    further = [item for item in feared if item.at not in places]
    sentences = (
        _recovered(report, facts),
        _uncertain(facts),
        _linked(report, facts),
        _would_be_recovered(report.graph, further, more=bool(places)),
    )
    return tuple(filter(None, sentences))


def sight_title(report: Report) -> str:
    """The heading over who can see what: the face, unless other characteristics are there too."""
    found = {item for exposure in report.exposures for item in modalities(exposure)}
    return "Who can see the face" if found <= {Modality.FACE} else "Who can recover biometric data"


def links_of(report: Report, party: str, data: Iterable[str]) -> tuple[str, ...]:
    """Kinds of identity data that a party can join to any of these data, most telling first."""
    wanted = set(data)
    known = next((item for item in report.knowledge if item.party == party), None)
    pairs = known.links if known is not None else ()
    partners = {other for one, two in pairs for a, other in ((one, two), (two, one)) if a in wanted}
    kinds = {report.graph.data[name].kind for name in partners if name in report.graph.data}
    return tuple(kind.value for kind in Kind if kind in kinds and kind.traits.form is Form.IDENTITY)


def _by_size(subjects: Iterable[Subjects]) -> list[Subjects]:
    return sorted(subjects, key=lambda item: (-(item.population or 0), item.name))


def _recovered(report: Report, exposures: Sequence[Exposure]) -> str:
    if not exposures:
        return (
            "As far as this model says, nobody but the people themselves can recover "
            "a face or any other biometric characteristic."
        )
    graph = report.graph
    places = {item.at: item.party for item in exposures}
    parties = {name: graph.parties.get(name) for name in places.values()}
    authorities = {
        name for name, item in parties.items() if item is not None and item.role is Role.AUTHORITY
    }
    theirs = sum(party in authorities for party in places.values())
    run = ""
    if theirs:
        share = "all" if theirs == len(places) else number(theirs)
        of_them = f"{share} of them " if len(places) > 1 else ""
        run = f", {of_them}run by {'an authority' if len(authorities) == 1 else 'authorities'},"
    where = f"{number(len(places))} {'place' if len(places) == 1 else 'places'}"
    return (
        f"The {_characteristics(exposures)} of {_whose(graph, exposures)} can be recovered "
        f"at {where} outside their control{run} and {_kept(exposures)}."
    )


def _kept(exposures: Sequence[Exposure]) -> str:
    """At how many of the places the data rest rather than only pass."""
    places = {item.at for item in exposures}
    kept = {item.at for item in exposures if item.held != "passing"}
    if not kept:
        return "are kept at none of them" if len(places) > 1 else "are not kept there"
    if kept == places:
        return "are kept at all of them" if len(places) > 1 else "are kept there"
    return f"are kept at {number(len(kept))} of them"


def _uncertain(exposures: Sequence[Exposure]) -> str:
    """How many of the places are known only by a claim or by inference."""
    best: dict[str, Evidence] = {}
    for item in exposures:
        best[item.at] = min(best.get(item.at, item.evidence), item.evidence, key=lambda e: e.rank)
    doubtful = [evidence for evidence in best.values() if evidence is not Evidence.REPORTED]
    if not doubtful:
        return ""
    how = " or ".join(evidence for evidence in Evidence if evidence in doubtful)
    if len(best) == 1:
        return f"This is {how}."
    share = "all" if len(doubtful) == len(best) else number(len(doubtful))
    return f"{capital(share)} of these {'is' if len(doubtful) == 1 else 'are'} {how}."


def _characteristics(exposures: Sequence[Exposure]) -> str:
    found = {item for exposure in exposures for item in modalities(exposure)}
    return listed(_MANY[item] for item in Modality if item in found)


def _whose(graph: Graph, exposures: Sequence[Exposure]) -> str:
    names = {graph.data[item.data].subjects for item in exposures}
    groups = _by_size(graph.subjects[name] for name in names if name is not None)
    words = [
        short(f"{head_count(item)} {item.name}" if item.population is not None else item.name)
        for item in groups
    ]
    return listed([*words[:3], "others"] if len(words) > 3 else words) or "people"


def _linked(report: Report, exposures: Sequence[Exposure]) -> str:
    """The party that can join the most identity data to a biometric characteristic."""
    linked = {
        party: links_of(report, party, (item.data for item in exposures if item.party == party))
        for party in sorted({item.party for item in exposures})
    }
    most = max(linked.values(), key=len, default=())
    if not most:
        return ""
    parties = [party for party, kinds in linked.items() if kinds == most]
    theirs = [item for item in exposures if item.party in parties]
    who = capital(listed(map(short, parties)))
    can = "by itself can" if len(parties) == 1 else "can each"
    others = listed([*most[:4], "more"] if len(most) > 5 else most)
    return f"{who} {can} link {_characteristics(theirs)} with {others}."


def _would_be_recovered(graph: Graph, exposures: Sequence[Exposure], more: bool) -> str:
    if not exposures:
        return ""
    count = len({item.at for item in exposures})
    path = [name for item in exposures for name in item.path]
    names = [name for item in exposures for name in (item.at, item.data)]
    when = capital(condition(graph, path, names))
    where = f"{number(count)}{' more' if more else ''} {'place' if count == 1 else 'places'}"
    return f"{when}, {_characteristics(exposures)} could be recovered at {where}."

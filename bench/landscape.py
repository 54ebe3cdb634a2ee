"""A generated landscape of services: a model in facetrail's words, and so one of pytm as well."""

from random import Random
from typing import TypeVar

from facetrail import (
    AboutOthers,
    Act,
    AfterRefusal,
    Attribution,
    Basis,
    Boundary,
    Comparison,
    Effect,
    Encrypted,
    Event,
    Flow,
    Frequency,
    Key,
    Kind,
    MediaCheck,
    Model,
    Need,
    Notice,
    Party,
    Person,
    PersonalBoundary,
    PersonalData,
    Power,
    Process,
    Purpose,
    Reachable,
    Role,
    Scene,
    Scope,
    Sensor,
    SetBy,
    StaffAccess,
    StatusCheck,
    Store,
    Subjects,
    Upkeep,
    years,
)
from facetrail.authoring import freeze
from facetrail.model.graph import Graph

T = TypeVar("T")

SERVICES = 500
"""Each has ten elements and twenty flows of two data: 5,000 elements, 10,000 flows."""

SERVICES_A_PARTY = 5
"""So many services share a party, its customers and its key."""

PURPOSES = {Purpose.ACCESS_CONTROL, Purpose.IDENTITY_VERIFICATION}


class _Some:
    """Attributes, of which a share is left open, by chance but the same each time."""

    def __init__(self, open_share: float) -> None:
        self._random = Random(1)
        self._open_share = open_share

    def __call__(self, value: T) -> T | None:
        return None if self._random.random() < self._open_share else value


def landscape(open_share: float = 0, services: int = SERVICES) -> tuple[Model, Graph]:
    """The model, to be judged by pytm, and its graph, to be judged by facetrail; so large a share
    of the attributes that the rules need is left open."""
    some = _Some(open_share)
    model = Model("Landscape")
    previous: Process | None = None
    for number in range(services):
        if number % SERVICES_A_PARTY == 0:
            firm = Party(
                f"Firm {number}",
                role=Role.CONTROLLER,
                jurisdiction="NL",
                power=Power.ESSENTIAL,
                observers=some([]),
                basis=some(Basis.CONTRACT),
                access_route=some(True),
                correction_route=some(True),
                impact_assessment=some(True),
                retention_published=some(True),
                closed_recipients=some(True),
                exit_settled=some(True),
                protects_channels=some(True),
                keeps_captures=some(False),
                staff_access=some(StaffAccess.CASES),
                access_log=some(True),
                customers_apart=some(True),
            )
            people = Subjects(
                f"customers {number}",
                population=some(50_000),
                notice=some(Notice(complete=True)),
                minors=some(False),
                can_be_told=some(True),
            )
            key = Key(f"key {number}", holders=some([firm]))
        previous = _service(number, firm, people, key, some, previous)
    system = freeze.system("landscape", "")
    assert system is not None
    return model, Graph(system)


def _service(
    number: int,
    firm: Party,
    people: Subjects,
    key: Key,
    some: _Some,
    previous: Process | None,
) -> Process:
    """A door that opens for faces, with an app to register: ten elements, twenty flows."""
    office = Boundary(f"Office {number}", party=firm)
    own = PersonalBoundary(f"Customer's own {number}", subjects=people)

    def process(name: str, comparison: Comparison | None, boundary: Boundary) -> Process:
        return Process(
            f"{name} {number}",
            boundary=boundary,
            purposes=some(PURPOSES),
            comparison=comparison,
            needs=some(Need.TEMPLATE),
            effect=some(Effect.SERVICE),
            human_review=some(True),
            attempt_limit=some(True),
            real_time=some(False),
            zone_set_by=some(SetBy.NOBODY),
            absence_set_by=some(SetBy.NOBODY),
            attribution=some(Attribution.NOBODY),
            tells_enrolment=some(False),
            visible_trace=some(False),
            needs_identity=some(True),
            needs_kinds=some(list(Kind)),
            enough=some(Frequency.EACH_USE),
            groups_by_trait=some(False),
            about_others=some(AboutOthers.NOTHING),
            error_limits=some(True),
            tested_by_group=some(True),
            checks_documents=some(True),
            review_keeps_up=some(True),
            confirmed_by=some(2),
            media_checks=some(list(MediaCheck)),
        )

    def store(name: str) -> Store:
        return Store(
            f"{name} {number}",
            boundary=office,
            at_rest=some(Encrypted(key)),
            retention=some(years(2)),
            deletes_on=some({Event.ACCOUNT_END, Event.ERASURE_REQUEST}),
            reachable=some(Reachable.OWN_NETWORK),
            track_points=some(0),
            keeps_non_matches=some(False),
            dispute_window=some(years(2)),
            after_refusal=some(AfterRefusal.DELETED),
            replays_deletions=some(True),
        )

    Person(f"Customer {number}", subjects=people)
    camera = Sensor(
        f"Camera {number}",
        boundary=office,
        notice=some(True),
        scene=some(Scene.ONE_PERSON),
        attended=some(True),
        attack_detection=some(True),
        count=some(1),
        act=some(Act.ACTIVE),
        frequency=some(Frequency.EACH_USE),
    )
    app = process("App", some(Comparison.NONE), own)
    matcher = process("Matcher", None, office)
    desk, backend, gate = (
        process(name, some(Comparison.NONE), office) for name in ("Desk", "Backend", "Gate")
    )
    gallery, records, archive = map(store, ("Gallery", "Records", "Archive"))

    def datum(name: str, kind: Kind, origin: Process | Sensor | Store) -> PersonalData:
        return PersonalData(
            f"{name} {number}",
            kind=kind,
            origin=origin,
            subjects=people,
            collected_for=some(PURPOSES),
            metadata=some(False),
            renewable=some(True),
            untargeted=some(False),
            transferable=some(False),
            scope=some(Scope.PAIRWISE) if kind.traits.issued else None,
            claimed_anonymous=some(False),
            group_size=some(1_000),
            status=some(StatusCheck.HOLDER),
            upkeep=some(Upkeep.KEPT_UP),
        )

    scan = datum("Scan", Kind.FACE_IMAGE, camera)
    device = datum("Device", Kind.DEVICE_ID, app)
    claim = datum("Claim", Kind.NATIONAL_ID, app)
    name = datum("Name", Kind.NAME, desk)
    phone = datum("Phone number", Kind.PHONE_NUMBER, desk)
    case = datum("Case", Kind.PSEUDONYM, backend)
    badge = datum("Badge", Kind.CREDENTIAL, desk)
    reference = datum("Reference", Kind.FACE_TEMPLATE, gallery)
    probe = scan.extract(f"Probe {number}", at=matcher)
    score = probe.compare(f"Score {number}", reference, at=matcher)
    decision = score.decide(f"Decision {number}", at=matcher)
    steps = (
        (app, gate, device, claim),
        (gate, backend, device, claim),
        (backend, matcher, claim, case),
        (backend, records, claim, device),
        (desk, camera, badge, name),
        (camera, matcher, scan, badge),
        (camera, desk, scan, badge),
        (gallery, matcher, reference, claim),
        (matcher, backend, score, decision),
        (backend, desk, decision, case),
        (desk, backend, name, phone),
        (backend, records, name, phone),
        (records, backend, name, claim),
        (backend, archive, decision, case),
        (archive, backend, decision, case),
        (desk, archive, name, phone),
        (backend, gate, decision, case),
        (gate, app, decision, case),
        (matcher, gallery, probe, claim),
        (backend, previous or gate, case, phone),
    )
    for step, (source, destination, *data) in enumerate(steps, 1):
        Flow(
            source,
            destination,
            f"flow {number}.{step}",
            data=data,
            gated=some(True),
            transfer_ground=some("a contract"),
        )
    return backend

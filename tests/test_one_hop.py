"""Lineage cut to one hop keeps what a flow brings, and forgets what came before it."""

from bench.one_hop import one_hop
from facetrail.model.graph import Graph
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import (
    Datum,
    Event,
    Flow,
    FlowRole,
    Key,
    Layer,
    LayerKind,
    Party,
    Process,
    Retention,
    Role,
    Sensor,
    Store,
    System,
    Transform,
)

FACE = Datum(name="face", kind=Kind.FACE_IMAGE, origin="camera")
FEATURES = Datum(
    name="features",
    kind=Kind.FACE_TEMPLATE,
    transform=Transform(Operation.EXTRACT, ("face",), "reader"),
)


def graph(*flows: Flow, data: tuple[Datum, ...] = (FACE,), archive: Store | None = None) -> Graph:
    """A camera, a relay, a reader and an archive."""
    return Graph(
        System(
            name="chain",
            parties=(Party(name="lab", role=Role.CONTROLLER),),
            elements=(
                Sensor(name="camera", party="lab"),
                Process(name="relay", party="lab"),
                Process(name="reader", party="lab"),
                archive or Store(name="archive", party="lab"),
            ),
            data=data,
            keys=(Key(name="key"),),
            flows=flows,
        )
    )


def flow(source: str, destination: str, *data: str) -> Flow:
    return Flow(
        name=f"{source} to {destination}", source=source, destination=destination, data=data
    )


TO_RELAY, TO_READER = flow("camera", "relay", "face"), flow("relay", "reader", "face")
TO_ARCHIVE = flow("reader", "archive", "features")


def test_what_is_one_hop_long_stays_as_it_is() -> None:
    short = graph(TO_RELAY)
    assert one_hop(short).system == short.system


def test_what_is_handed_on_begins_anew_with_its_kind() -> None:
    cut = one_hop(graph(TO_RELAY, TO_READER))
    assert cut.flows["relay to reader"].data == ("face at relay",)
    begun = cut.data["face at relay"]
    assert (begun.origin, begun.kind, begun.transform) == ("relay", Kind.FACE_IMAGE, None)


def test_a_store_sees_what_its_source_made_and_no_further() -> None:
    cut = one_hop(graph(TO_RELAY, TO_READER, TO_ARCHIVE, data=(FACE, FEATURES)))
    assert cut.flows["reader to archive"].data == ("features",)
    assert cut.data["features"].transform == Transform(
        Operation.EXTRACT, ("face at relay",), "reader"
    )


def test_who_works_on_something_does_not_see_how_it_was_made() -> None:
    direct = flow("camera", "reader", "face")
    back = flow("reader", "relay", "features")
    trait = Datum(
        name="age",
        kind=Kind.PERSONAL_TRAIT,
        transform=Transform(Operation.INFER, ("features",), "relay"),
    )
    cut = one_hop(graph(direct, back, data=(FACE, FEATURES, trait)))
    step = cut.data["age"].transform
    assert step is not None
    assert step.inputs == ("features at reader",)
    assert cut.data["features at reader"].transform is None


def test_what_comes_sealed_is_what_it_is_sealed_in() -> None:
    sealed = Datum(
        name="sealed",
        kind=Kind.FACE_IMAGE,
        transform=Transform(Operation.ENCRYPT, ("face",), "camera"),
        layer=Layer(LayerKind.ENCRYPTED, "key"),
    )
    brings = (flow("camera", "relay", "sealed"), flow("relay", "reader", "sealed"))
    cut = one_hop(graph(*brings, data=(FACE, FEATURES, sealed)))
    step = cut.data["features"].transform
    assert step is not None
    assert step.inputs == ("sealed at relay",)
    assert cut.data["sealed at relay"].layer == sealed.layer


def test_limits_and_deletions_follow_the_new_names() -> None:
    limit = Retention(days=7)
    archive = Store(name="archive", party="lab", retention_of=(("face", limit),))
    delete = Flow(
        name="delete",
        source="reader",
        destination="archive",
        data=("face",),
        role=FlowRole.DELETION,
        trigger=Event.ERASURE_REQUEST,
    )
    keeps = flow("relay", "archive", "face")
    cut = one_hop(graph(TO_RELAY, keeps, delete, archive=archive))
    assert cut.flows["delete"].data == ("face at relay",)
    store = cut.elements["archive"]
    assert isinstance(store, Store)
    assert dict(store.retention_of) == {"face": limit, "face at relay": limit}

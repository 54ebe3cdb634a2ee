"""The rule identity-in-metadata."""

from dataclasses import replace

from facetrail.analysis.facts import Facts
from facetrail.analysis.subjects import Carried
from facetrail.model.kinds import Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Flow, Key, Layer, LayerKind, Transform
from facetrail.rules import controls
from facetrail.rules.examples import (
    ID_NUMBER,
    OPERATOR,
    PARTNER,
    PARTNER_STORE,
    SEALED,
    SUBJECTS_KEY,
    central,
    flow,
    own_device,
)
from facetrail.rules.form import Undo, rule

RECORD = replace(ID_NUMBER, name="Record", kind=Kind.BEHAVIOUR)
OPAQUE = Layer(LayerKind.TOKENISED, "Object keys")
VAULT = Key(name="Object keys", holders=frozenset({"Operator"}))
HOST = (
    ID_NUMBER,
    RECORD,
    PARTNER_STORE,
    replace(PARTNER, observers=frozenset()),
    VAULT,
    SUBJECTS_KEY,
)
WATCHED = replace(PARTNER, observers=frozenset({"Bureau"}))
INSIDE = flow("Desk", "Partner store", "Id number", "Record", layers=SEALED)
PATH = replace(INSIDE, labels=("Id number",))
OPEN_PATH = replace(PATH, layers=())


def made_by(operation: Operation, layer: Layer) -> tuple[Datum, Flow]:
    """Something made of the number that stands in the path in its place, and the flow."""
    mark = Datum(
        name="Mark",
        kind=Kind.NATIONAL_ID,
        subjects="people",
        transform=Transform(operation, ("Id number",), "Desk"),
        layer=layer,
    )
    return mark, replace(PATH, data=("Mark", "Record"), labels=("Mark",))


@rule(
    over=Carried,
    linddun=("I.1.2", "NR.1.3"),
    harm=2,
    undo=Undo.FUTURE,
    message="what comes to {at} has {data} in its name, path or header, which more can see than the"
    " content",
    mitigations=(controls.OPAQUE_IDS, controls.INTO_CONTENT),
    references=("CWE-598", "CWE-1230"),
    weighs_all=True,
    bad=(
        lambda: central(*HOST, PATH),
        lambda: central(*HOST, OPEN_PATH, WATCHED),
        lambda: central(*HOST, *made_by(Operation.HASH, Layer(LayerKind.HASHED))),
        lambda: central(*HOST, replace(ID_NUMBER, kind=Kind.EMAIL_ADDRESS), PATH),
        lambda: own_device(
            replace(ID_NUMBER, origin="Server"),
            replace(OPERATOR, observers=frozenset({"Partner"})),
            replace(flow("Server", "Phone", "Id number"), labels=("Id number",)),
        ),
    ),
    good=(
        lambda: central(*HOST, INSIDE),
        lambda: central(*HOST, OPEN_PATH),
        lambda: central(*HOST, PATH, replace(SUBJECTS_KEY, holders=frozenset({"Partner"}))),
        lambda: central(*HOST, WATCHED, replace(INSIDE, layers=())),
        lambda: central(*HOST, *made_by(Operation.TOKENISE, OPAQUE)),
        lambda: central(*HOST, replace(ID_NUMBER, kind=Kind.PSEUDONYM), PATH),
        lambda: central(*HOST, replace(RECORD, kind=Kind.OTHER), PATH),
        lambda: central(*HOST, OPEN_PATH, replace(PARTNER, observers=frozenset({"Partner"}))),
    ),
)
def identity_in_metadata(carried: Carried, facts: Facts) -> bool:
    """Identity in metadata.

    ## Why it matters
    Paths, addresses, topics and headers are read by hosts, relays, caches and logs that never see
    what they carry. An id number in a file name tells all of them who, when and with whom, however
    well the content is sealed; its hash does as well.

    ## What to do
    Put a value without meaning in its place, made for this object alone, or move the identifier
    into the content.

    ## When to accept it
    When only those see it who also read the content: a receiver that can open all of it, over a way
    on which nobody watches. Who can see the traffic of a party is asked where a flow has such a
    label. What the model does not write as a label is content.
    """
    return (
        carried.content.names_directly
        and facts.is_a_label(carried)
        and facts.shows_the_value(carried)
        and (facts.is_sealed_beside_it(carried) or facts.is_seen_on_the_way(carried))
    )

"""What a readable datum gives back, and whether it stays of a special category (law 3)."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from facetrail.analysis.content import Content, contents, gives_back
from facetrail.model.graph import Graph
from facetrail.model.kinds import Form, Kind
from facetrail.model.operations import Operation
from facetrail.model.words import Datum, Layer, LayerKind, Transform
from facetrail.rules.examples import central


def of(graph: Graph) -> Mapping[str, Content]:
    return contents(graph, gives_back(graph))


def made(operation: Operation, kind: Kind) -> Datum:
    layer = Layer(LayerKind.PROTECTED) if operation.effect.wraps else None
    step = Transform(operation, ("Scan",), "Matcher")
    kind = operation.effect.kind or kind
    return Datum(name="Made", kind=kind, subjects="people", transform=step, layer=layer)


@pytest.mark.parametrize(
    ("operation", "kind", "special", "irrevocable"),
    [
        (Operation.EXTRACT, Kind.FACE_TEMPLATE, True, True),
        (Operation.PROTECT, Kind.FACE_TEMPLATE, True, True),
        (Operation.ENCRYPT, Kind.FACE_IMAGE, True, True),
        (Operation.CROP, Kind.FACE_IMAGE, True, True),
        (Operation.JOIN, Kind.IDENTITY_RECORD, True, True),
        (Operation.SIGN, Kind.OTHER, True, True),
        (Operation.COMPARE, Kind.OTHER, True, False),
        (Operation.TRAIN, Kind.OTHER, True, False),
        (Operation.SELECT, Kind.NATIONAL_ID, False, False),
        (Operation.INFER, Kind.HEALTH_FACT, True, False),
        (Operation.INFER, Kind.PERSONAL_TRAIT, False, False),
        (Operation.DECIDE, Kind.OTHER, False, False),
        (Operation.AGGREGATE, Kind.OTHER, False, False),
    ],
)
def test_what_passes_through_a_transform(
    operation: Operation, kind: Kind, special: bool, irrevocable: bool
) -> None:
    content = of(central(made(operation, kind)))["Made"]
    assert content.is_special is special
    assert content.irrevocable is irrevocable


def test_a_search_answers_with_an_identity() -> None:
    content = of(central(made(Operation.SEARCH, Kind.OTHER)))["Made"]
    assert content.names_directly
    assert content.form is Form.RESULT


def test_a_zone_gives_back_what_it_is_drawn_around_unless_that_was_made_coarser() -> None:
    home = Datum(name="Home", kind=Kind.ADDRESS, subjects="people", origin="Desk")
    area = replace(
        home, name="Area", origin=None, transform=Transform(Operation.BLUR, ("Home",), "Desk")
    )
    zone = Datum(
        name="Zone",
        kind=Kind.ZONE,
        subjects="people",
        transform=Transform(Operation.SURROUND, ("Home",), "Desk"),
    )
    wide = replace(zone, name="Wide", transform=Transform(Operation.SURROUND, ("Area",), "Desk"))

    back = gives_back(central(home, area, zone, wide))

    assert back["Zone"] == {"Zone", "Home"}
    assert back["Wide"] == {"Wide", "Area"}


def test_a_template_gives_the_sample_back() -> None:
    content = of(central())["Template"]
    assert content.recoverable == ("face image", "face template")
    assert content.form is Form.RAW

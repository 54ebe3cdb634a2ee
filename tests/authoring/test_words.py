"""What an author writes arrives in the system, under the same names."""

import inspect
from dataclasses import MISSING, fields
from typing import Any

import pytest

import facetrail
from facetrail import Event, Evidence, Kind, Need, Operation, Power, Purpose, Role
from facetrail.authoring import freeze
from facetrail.authoring.strict import Word
from facetrail.model import words
from facetrail.model.words import (
    FlowRole,
    Layer,
    LayerKind,
    Place,
    Requirement,
    Retention,
    System,
    Transform,
)
from tests.authoring.conftest import Declare


def find(system: System, name: str) -> Any:
    """The value of that name; a population before the party that stands for it."""
    groups: tuple[tuple[Any, ...], ...] = (
        *(system.subjects, system.parties, system.boundaries, system.elements),
        *(system.data, system.keys, system.flows),
    )
    return next(item for group in groups for item in group if item.name == name)


FACE = Kind.FACE_IMAGE
NEW_DATA = 'PersonalData("New", kind=Kind.FACE_IMAGE, origin=camera'

WORDS: list[tuple[str, str, str, str, object]] = [
    # reason, text, name of the value, attribute, value
    ("an element without party has none of its own", "", "Matcher", "party", None),
    ("a boundary by its name", "", "Matcher", "boundary", "Office"),
    (
        "a party of its own",
        'Sensor("New", boundary=office, party=vendor)',
        "New",
        "party",
        "Vendor",
    ),
    ("a role", "", "Firm", "role", Role.CONTROLLER),
    ("a country", "", "Firm", "jurisdiction", "DE"),
    ("a power", "firm.power = Power.COERCIVE", "Firm", "power", Power.COERCIVE),
    ("parties controlled", "firm.controls = [vendor]", "Firm", "controls", {"Vendor"}),
    ("one party without a list", "firm.controls = vendor", "Firm", "controls", {"Vendor"}),
    ("a population", "", "People", "population", 5_000),
    ("nobody counted", "people.population = None", "People", "population", None),
    ("a nested boundary", 'Boundary("New", parent=office)', "New", "parent", "Office"),
    ("what is the subjects' own", 'PersonalBoundary("New")', "New", "party", "People"),
    ("a person is one of the only people", "", "Person", "subjects", "People"),
    ("a clerk is not", 'Person("New", party=firm)', "New", "subjects", None),
    ("an officer in an office is not", 'Person("New", boundary=office)', "New", "subjects", None),
    (
        "in the home of others a person is one of those",
        'New = Person("New", boundary=PersonalBoundary("Home", subjects=Subjects("Others")))\n'
        "person.subjects = people",
        "New",
        "subjects",
        "Others",
    ),
    (
        "at home a person is one of them",
        'Person("New", boundary=PersonalBoundary("Home"))',
        "New",
        "subjects",
        "People",
    ),
    ("a description", 'Sensor("New", description="x\\ny")', "New", "description", "x\ny"),
    ("evidence", "camera.evidence = Evidence.CLAIMED", "Camera", "evidence", Evidence.CLAIMED),
    ("evidence unless said", "", "Camera", "evidence", Evidence.REPORTED),
    ("a source", 'camera.known_from = "a talk"', "Camera", "known_from", "a talk"),
    (
        "purposes as a set",
        "matcher.purposes = {Purpose.RESEARCH, Purpose.MARKETING}",
        "Matcher",
        "purposes",
        {Purpose.RESEARCH, Purpose.MARKETING},
    ),
    (
        "one purpose",
        "matcher.purposes = Purpose.RESEARCH",
        "Matcher",
        "purposes",
        {Purpose.RESEARCH},
    ),
    ("no purpose, as stated", "matcher.purposes = []", "Matcher", "purposes", frozenset()),
    ("no purpose said", "", "Matcher", "purposes", None),
    ("None says nothing", "matcher.purposes = None", "Matcher", "purposes", None),
    ("a need", "matcher.needs = Need.TEMPLATE", "Matcher", "needs", Need.TEMPLATE),
    (
        "a comparison",
        "matcher.comparison = Comparison.IDENTIFICATION",
        "Matcher",
        "comparison",
        words.Comparison.IDENTIFICATION,
    ),
    ("a search for doubles", "matcher.duplicate_check = True", "Matcher", "duplicate_check", True),
    (
        "requirements within requirements",
        "matcher.requires = AllOf(camera, AnyOf(store, matcher))",
        "Matcher",
        "requires",
        Requirement("all", ("Camera", Requirement("any", ("Store", "Matcher")))),
    ),
    ("a goal's power", 'Goal("New", power=Power.ESSENTIAL)', "New", "power", Power.ESSENTIAL),
    ("complete routes", 'Goal("New", routes_complete=True)', "New", "routes_complete", True),
    ("a duty", 'Goal("New", legal_duty="Act 1")', "New", "legal_duty", "Act 1"),
    ("an outside need", 'External("New", needs=Need.RAW)', "New", "needs", Need.RAW),
    (
        "one layer at rest",
        "store.at_rest = Encrypted(key)",
        "Store",
        "at_rest",
        (Layer(LayerKind.ENCRYPTED, "Key"),),
    ),
    ("no layer at rest, as stated", "store.at_rest = []", "Store", "at_rest", ()),
    ("nobody said what lies at rest", "", "Store", "at_rest", None),
    ("days", "store.retention = days(3)", "Store", "retention", Retention(days=3)),
    ("years", "store.retention = years(2)", "Store", "retention", Retention(days=730)),
    (
        "an event",
        "store.retention = until(Event.REFUSAL)",
        "Store",
        "retention",
        Retention(until=Event.REFUSAL),
    ),
    (
        "time after an event",
        "store.retention = until(Event.SERVICE_END, plus=years(2))",
        "Store",
        "retention",
        Retention(days=730, until=Event.SERVICE_END),
    ),
    ("no end", "store.retention = NO_LIMIT", "Store", "retention", Retention(unlimited=True)),
    (
        "a limit of one datum",
        "store.retention_of = {scan: days(1)}",
        "Store",
        "retention_of",
        (("Scan", Retention(days=1)),),
    ),
    (
        "deletions",
        "store.deletes_on = {Event.ERASURE_REQUEST}",
        "Store",
        "deletes_on",
        {Event.ERASURE_REQUEST},
    ),
    ("no deletion, as stated", "store.deletes_on = set()", "Store", "deletes_on", frozenset()),
    ("a duty to keep", 'store.keep_duty = "Act 2"', "Store", "keep_duty", "Act 2"),
    ("holders of a key", "", "Key", "holders", {"Firm"}),
    ("a key of nobody", "key.holders = ()", "Key", "holders", frozenset()),
    ("a split key", "key.split = True", "Key", "split", True),
    ("a kind", "", "Scan", "kind", FACE),
    ("an origin", "", "Scan", "origin", "Camera"),
    ("data are about the only people", "", "Scan", "subjects", "People"),
    (
        "data about others",
        f'person.subjects = people; {NEW_DATA}, subjects=Subjects("Passers-by"))',
        "New",
        "subjects",
        "Passers-by",
    ),
    (
        "with two populations nobody is assumed",
        'Subjects("Others"); person.subjects = people',
        "Scan",
        "subjects",
        None,
    ),
    (
        "what data were taken for",
        "scan.collected_for = Purpose.AUTHENTICATION",
        "Scan",
        "collected_for",
        {Purpose.AUTHENTICATION},
    ),
    (
        "what they may also serve",
        "scan.also_for = [Purpose.RESEARCH]",
        "Scan",
        "also_for",
        {Purpose.RESEARCH},
    ),
    ("a promise", "scan.lifetime = days(1)", "Scan", "lifetime", Retention(days=1)),
    ("a flow's ends", 'Flow(person, camera, "New")', "New", "destination", "Camera"),
    ("one datum", 'Flow(camera, matcher, "New", data=scan)', "New", "data", ("Scan",)),
    (
        "data in the order written",
        'Flow(camera, matcher, "New", data=[scan, key])',
        "New",
        "data",
        ("Scan", "Key"),
    ),
    (
        "a set has no order of its own",
        'Flow(camera, matcher, "New", data={scan, key})',
        "New",
        "data",
        ("Key", "Scan"),
    ),
    (
        "layers around each other",
        'Flow(camera, matcher, "New", layers=[Hashed(), Tokenised(key)])',
        "New",
        "layers",
        (Layer(LayerKind.HASHED), Layer(LayerKind.TOKENISED, "Key")),
    ),
    (
        "a keyed hash",
        'Flow(camera, matcher, "New", layers=Hashed(key))',
        "New",
        "layers",
        (Layer(LayerKind.HASHED, "Key"),),
    ),
    (
        "a protected template",
        'Flow(camera, matcher, "New", layers=ProtectedTemplate("fuzzy", irreversible=False))',
        "New",
        "layers",
        (Layer(LayerKind.PROTECTED, None, "fuzzy", False),),
    ),
    (
        "a deletion",
        'Flow(matcher, store, "New", data=scan, role=FlowRole.DELETION, trigger=Event.DECISION)',
        "New",
        "role",
        FlowRole.DELETION,
    ),
    (
        "a purpose of a flow",
        'Flow(matcher, store, "New", purpose=Purpose.RESEARCH)',
        "New",
        "purpose",
        Purpose.RESEARCH,
    ),
    ("a medium", 'Flow(matcher, store, "New", channel="mail")', "New", "channel", "mail"),
    ("a flow names itself", "Flow(person, camera)", "Person → Camera", "source", "Person"),
    (
        "the second has a number",
        "Flow(person, camera); Flow(person, camera)",
        "Person → Camera (2)",
        "source",
        "Person",
    ),
]


@pytest.mark.parametrize(
    ("text", "name", "attribute", "value"),
    [row[1:] for row in WORDS],
    ids=[row[0] for row in WORDS],
)
def test_what_is_written_arrives(
    declare: Declare, text: str, name: str, attribute: str, value: object
) -> None:
    system, problems = declare(text)
    assert problems == []
    assert system is not None
    assert getattr(find(system, name), attribute) == value


DERIVED = [
    # reason, method call, kind, operation, inputs, layer
    ("features", "scan.extract('New', at=matcher)", Kind.FACE_TEMPLATE, Operation.EXTRACT, None),
    (
        "features of a voice",
        "PersonalData('V', kind=Kind.VOICE_RECORDING, origin=camera).extract('New', at=matcher)",
        Kind.VOICE_TEMPLATE,
        Operation.EXTRACT,
        None,
    ),
    (
        "a protected template",
        "scan.protect('New', at=matcher, scheme='fuzzy', irreversible=True)",
        FACE,
        Operation.PROTECT,
        Layer(LayerKind.PROTECTED, None, "fuzzy", True),
    ),
    (
        "a cipher text",
        "scan.encrypt('New', at=matcher, key=key)",
        FACE,
        Operation.ENCRYPT,
        Layer(LayerKind.ENCRYPTED, "Key"),
    ),
    (
        "a plain hash",
        "scan.hash('New', at=matcher)",
        FACE,
        Operation.HASH,
        Layer(LayerKind.HASHED),
    ),
    (
        "a keyed hash",
        "scan.hash('New', at=matcher, key=key)",
        FACE,
        Operation.HASH,
        Layer(LayerKind.HASHED, "Key"),
    ),
    (
        "a token",
        "scan.tokenise('New', at=matcher, vault=key)",
        FACE,
        Operation.TOKENISE,
        Layer(LayerKind.TOKENISED, "Key"),
    ),
    ("a part", "scan.crop('New', at=matcher)", FACE, Operation.CROP, None),
    ("no metadata", "scan.strip_metadata('New', at=matcher)", FACE, Operation.STRIP, None),
    ("encoded anew", "scan.reencode('New', at=matcher)", FACE, Operation.REENCODE, None),
    ("blurred", "scan.blur('New', at=matcher)", FACE, Operation.BLUR, None),
    (
        "a zone",
        "scan.surround('New', at=matcher, metres=300)",
        Kind.ZONE,
        Operation.SURROUND,
        None,
    ),
    ("a decision", "scan.decide('New', at=matcher)", Kind.DECISION, Operation.DECIDE, None),
    (
        "a field",
        "scan.select('New', at=matcher, kind=Kind.NAME)",
        Kind.NAME,
        Operation.SELECT,
        None,
    ),
    (
        "a guess",
        "scan.infer('New', at=matcher, kind=Kind.PERSONAL_TRAIT)",
        Kind.PERSONAL_TRAIT,
        Operation.INFER,
        None,
    ),
    ("figures", "scan.aggregate('New', at=matcher)", Kind.AGGREGATE, Operation.AGGREGATE, None),
    ("weights", "scan.train('New', at=matcher)", Kind.MODEL_WEIGHTS, Operation.TRAIN, None),
    ("signed", "scan.sign('New', at=matcher)", FACE, Operation.SIGN, None),
]


@pytest.mark.parametrize(
    ("text", "kind", "operation", "layer"),
    [row[1:] for row in DERIVED],
    ids=[row[0] for row in DERIVED],
)
def test_data_make_data(
    declare: Declare, text: str, kind: Kind, operation: Operation, layer: Layer | None
) -> None:
    system, problems = declare(f"scan.collected_for = Purpose.RESEARCH\nscan_of = {text}")
    assert problems == []
    assert system is not None
    made = find(system, "New")
    source = "V" if kind is Kind.VOICE_TEMPLATE else "Scan"
    assert made.transform == Transform(operation, (source,), "Matcher")
    assert (made.kind, made.layer, made.origin) == (kind, layer, None)
    assert made.subjects == "People"
    assert made.collected_for is None  # what derived data may serve is worked out, not copied


@pytest.mark.parametrize(
    ("text", "kind", "inputs"),
    [
        ("scan.compare('New', other, at=matcher)", Kind.COMPARISON_SCORE, ("Scan", "Other")),
        ("scan.compare('New', [other, scan], at=matcher)", None, ("Scan", "Other", "Scan")),
        ("other.search('New', {scan}, at=matcher)", Kind.CANDIDATE_LIST, ("Other", "Scan")),
        (
            "scan.join('New', other, scan, at=matcher, kind=Kind.IDENTITY_RECORD)",
            Kind.IDENTITY_RECORD,
            ("Scan", "Other", "Scan"),
        ),
    ],
    ids=["one reference", "references in order", "a gallery", "a record of several"],
)
def test_several_data_make_one(
    declare: Declare, text: str, kind: Kind | None, inputs: tuple[str, ...]
) -> None:
    system, problems = declare(f"other = {NEW_DATA.replace('New', 'Other')})\n{text}")
    assert problems == []
    assert system is not None
    made = find(system, "New")
    assert made.transform.inputs == inputs
    assert made.kind is (kind or Kind.COMPARISON_SCORE)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("", Evidence.REPORTED),
        ("matcher.evidence = Evidence.INFERRED", Evidence.INFERRED),
        ("scan.evidence = Evidence.HYPOTHETICAL", Evidence.HYPOTHETICAL),
        ("scan.evidence = Evidence.INFERRED; made.evidence = Evidence.CLAIMED", Evidence.CLAIMED),
    ],
    ids=["all reported", "where it is made", "what it is made of", "given"],
)
def test_derived_data_are_known_no_better_than_what_they_come_from(
    declare: Declare, text: str, evidence: Evidence
) -> None:
    system, _ = declare(f"made = scan.extract('Made', at=matcher)\n{text}")
    assert system is not None
    assert find(system, "Made").evidence is evidence


def test_words_say_where_they_stand(declare: Declare) -> None:
    system, _ = declare(
        """
        wide = Store(
            "Wide",
            boundary=office,
        )
        made = [scan.crop(name, at=matcher) for name in ("A", "B")]
        """
    )
    assert system is not None
    assert find(system, "Wide").place == Place("model.py", 2)
    assert find(system, "B").place == Place("model.py", 6)
    assert find(system, "Camera").place == Place("before.py", 10)


def test_data_of_one_name_stay_two(declare: Declare) -> None:
    """pytm takes data of one name for one; here a set keeps both, and the graph refuses them."""
    system, _ = declare(
        f"twin = {NEW_DATA.replace('New', 'Scan')})\n"
        "Flow(camera, matcher, 'New', data={scan, twin})\n"
        "store.retention_of = {scan: days(2), twin: days(1)}"
    )
    assert system is not None
    assert len(find(system, "Store").retention_of) == 2
    assert find(system, "New").data == ("Scan", "Scan")
    assert len(system.data) == 2


def test_every_public_name_is_offered_and_no_other() -> None:
    from facetrail import authoring

    offered = {
        name
        for name, value in vars(authoring).items()
        if not name.startswith("_") and not inspect.ismodule(value)
    }
    assert offered == set(facetrail.__all__) == set(dir(facetrail))
    assert all(getattr(facetrail, name) is not None for name in facetrail.__all__)


def test_an_unknown_public_name_is_missing() -> None:
    with pytest.raises(AttributeError, match="'Partie'"):
        facetrail.Partie  # noqa: B018


@pytest.mark.parametrize("word", freeze.VALUES, ids=lambda word: word.__name__)
def test_signatures_and_values_agree(word: type[Word]) -> None:
    """An attribute of a constructor is one of the value, with the same default."""
    values = {item.name: item for item in fields(freeze.VALUES[word])}
    for name, parameter in inspect.signature(word).parameters.items():
        item = values[name]
        has_default = item.default is not MISSING
        assert not has_default or parameter.default in (item.default, None, ())
        assert parameter.default is not inspect.Parameter.empty or not has_default or name == "name"
    left_out = set(values) - set(inspect.signature(word).parameters)
    assert left_out <= {"place", "transform", "layer", "is_system"}


def test_all_needs_are_words() -> None:
    """The enumerations of a model file are those of the values."""
    assert facetrail.Need is Need is words.Need
    assert facetrail.Power is Power is words.Power

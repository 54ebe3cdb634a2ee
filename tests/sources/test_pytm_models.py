"""Models in pytm's own words are read as they are, and every guess comes with a note."""

import subprocess
import sys
from pathlib import Path

import pytest

from facetrail.model.graph import Graph
from facetrail.model.kinds import Kind
from facetrail.model.words import (
    Comparison,
    Evidence,
    External,
    LayerKind,
    Person,
    Process,
    Role,
    Store,
    StoreUse,
    System,
)
from facetrail.sources import read
from tests.sources.conftest import Write, refusal

MODELS = Path(__file__).parent / "pytm_models"

SMALL = """
from pytm import *
tm = TM("small", description="A small model.")
office = Boundary("Office")
user = Actor("User")
server = Server("Server", inBoundary=office)
store = Datastore("Store", inBoundary=office)
selfie = Data("Selfie")
Dataflow(user, server, "sends", data=selfie)
Dataflow(server, store, "keeps", data=selfie)
tm.process()
""".lstrip()


def system_of(path: Path) -> System:
    """A model that the analysis can work on."""
    system = read(path).system
    Graph(system)
    return system


def notes(system: System, level: str = "info") -> str:
    """The notes of a level, one a line, with their lines in the file."""
    chosen = (item for item in system.notes if item.level == level)
    return "\n".join(f"{item.where.rpartition(':')[2]}: {item.text}" for item in chosen)


def origins(system: System) -> dict[str, str | None]:
    return {item.name: item.origin for item in system.data}


@pytest.mark.parametrize("path", sorted(MODELS.glob("*.py")), ids=lambda path: path.stem)
def test_a_model_that_pytm_runs_is_read(path: Path) -> None:
    subprocess.run([sys.executable, path, "--seq"], check=True, capture_output=True)
    system = system_of(path)
    assert all(item.place is not None for item in system.elements)
    assert read(path).system == system


def test_what_pytm_says_is_kept(write: Write) -> None:
    system = system_of(write(SMALL))
    assert (system.name, system.description) == ("small", "A small model.")
    assert [type(item) for item in system.elements] == [Person, Process, Store]
    assert [(item.name, item.role) for item in system.parties] == [
        ("Office", Role.CONTROLLER),
        ("User", Role.SUBJECT),
    ]
    assert [(item.name, item.population) for item in system.subjects] == [("User", None)]
    assert [(item.source, item.destination, item.data) for item in system.flows] == [
        ("User", "Server", ("Selfie",)),
        ("Server", "Store", ("Selfie",)),
    ]
    assert str(system.flows[1].place) == "models/model.py:9"
    (datum,) = system.data
    assert (datum.kind, datum.origin, datum.subjects) == (Kind.FACE_IMAGE, "User", "User")
    assert datum.evidence is Evidence.INFERRED


def test_what_pytm_cannot_say_stays_open(write: Write) -> None:
    _, server, store = system_of(write(SMALL)).elements
    assert isinstance(server, Process)
    assert isinstance(store, Store)
    assert (server.purposes, server.comparison, server.needs) == (None, None, None)
    assert (store.at_rest, store.retention, store.deletes_on) == (None, None, None)


def test_every_guess_has_a_note(write: Write) -> None:
    assert notes(system_of(write(SMALL))) == (
        "7: “Selfie” is taken to be a face image that begins at “User”: "
        "its name says “selfie”; the first to send it"
    )


@pytest.mark.parametrize(
    "ending",
    [
        "",
        "if __name__ == '__main__':\n    tm.process()\n",
        "assert tm.check()\ntm.resolve()\nprint(tm.seq())\ntm.process()\n",
        "tm.process()\nraise SystemExit(0)\n",
    ],
)
def test_however_it_ends(write: Write, ending: str) -> None:
    path = write(SMALL.replace("tm.process()\n", ending))
    assert len(system_of(path).flows) == 2


def test_a_model_made_by_functions_of_a_neighbour(write: Write) -> None:
    lines = [f"    {line}" for line in SMALL.splitlines() if not line.startswith(("from", "tm."))]
    text = "\n".join(["from pytm import *", "def build():", *lines, "    return tm", ""])
    Path("models/b.py").write_text(text)
    system = system_of(write('"""Words."""\nimport b\nb.build().process()\n'))
    assert system.name == "small"
    assert str(system.elements[0].place) == "models/b.py:5"


def test_an_own_library_of_threats_beside_it(write: Write) -> None:
    write("[]", name="threats.json")
    system = system_of(
        write(SMALL.replace("tm.process", 'tm.threatsFile="threats.json"\ntm.process'))
    )
    assert len(system.elements) == 3


def test_what_is_forgotten_is_not_read(write: Write) -> None:
    path = write('from pytm import *\nTM("old")\nServer("lost")\nTM.reset()\n', SMALL)
    assert [item.name for item in system_of(path).elements] == ["User", "Server", "Store"]


def test_models_that_share_their_elements_are_one(write: Write) -> None:
    system = system_of(write(SMALL, "TM('other').process()\n"))
    assert system.name == "small"
    assert notes(system, "warning") == (
        "2: the file makes 2 models of pytm, which share their elements: they are read as one"
    )


def test_equal_names_are_told_apart(write: Write) -> None:
    more = "Dataflow(Server('Server', inBoundary=office), server, 'sends', data=Data('Selfie'))\n"
    system = system_of(write(SMALL, more))
    assert [item.name for item in system.elements][-1] == "Server (2)"
    assert [item.name for item in system.flows][-1] == "sends (2)"
    assert origins(system) == {"Selfie": "User", "Selfie (2)": "Server (2)"}
    assert "11: a second flow is called “sends”: here “sends (2)”" in notes(system)


def test_nothing_lacks_a_name(write: Write) -> None:
    system = system_of(write(SMALL, "Dataflow(Server(''), server, '', data='a password')\n"))
    assert system.elements[-1].name == "Server without a name"
    assert system.flows[-1].name == "Server without a name → Server"
    assert (system.data[-1].name, system.data[-1].kind) == ("a password", Kind.CREDENTIAL)


def test_several_beginnings_make_several_data(write: Write) -> None:
    system = system_of(write(SMALL, "Dataflow(Actor('Guest'), server, 'too', data=selfie)\n"))
    assert origins(system) == {"Selfie from User": "User", "Selfie from Guest": "Guest"}
    assert [item.subjects for item in system.data] == ["User", "Guest"]
    assert [item.data for item in system.flows] == [
        ("Selfie from User",),
        ("Selfie from User", "Selfie from Guest"),
        ("Selfie from Guest",),
    ]
    assert "begins at “User”, “Guest”, a datum of its own at each: " in notes(system)


def test_data_without_a_flow(write: Write) -> None:
    system = system_of(write(SMALL, "Data('Idle')\nData('Log', processedBy=[store])\n"))
    assert origins(system) == {"Selfie": "User", "Log": "Store"}
    assert "11: “Idle” is on no flow and at no element: it is left out" in notes(system)
    assert "begins at “Store”: its name says “log”; declared there" in notes(system)


@pytest.mark.parametrize(
    ("line", "at_rest"),
    [
        ("store.controls.isEncryptedAtRest = True", True),
        ("store.controls = Controls(isEncryptedAtRest=True)", True),
        ("store.isEncryptedAtRest = True", True),
        ("store.controls.isEncryptedAtRest = False", False),
        ("selfie.isDestEncryptedAtRest = True", True),
        ("selfie.isSourceEncryptedAtRest = True", None),
        ("store.controls.isEncrypted = True", None),
    ],
)
def test_encryption_at_rest(write: Write, line: str, at_rest: bool | None) -> None:
    system = system_of(write(SMALL, f"{line}\n"))
    store = system.elements[2]
    assert isinstance(store, Store)
    assert (None if store.at_rest is None else bool(store.at_rest)) == at_rest
    for layer in store.at_rest or ():
        assert (layer.kind, layer.key) == (LayerKind.ENCRYPTED, "key of Store")
    assert [(key.name, key.holders) for key in system.keys] == [("key of Store", None)] * bool(
        at_rest
    )


def test_an_encrypted_channel_is_no_layer(write: Write) -> None:
    more = "f = Dataflow(server, store, 'again', data=selfie, protocol='HTTPS')\n"
    system = system_of(write(SMALL, more, "f.controls.isEncrypted = True\n"))
    assert (system.flows[-1].layers, system.flows[-1].channel) == ((), "HTTPS")


def test_who_runs_what(write: Write) -> None:
    more = """
    inner = Boundary("Inner", inBoundary=office)
    Server("Inside", inBoundary=inner)
    Server("Online", inBoundary=Boundary("Internet"))
    ExternalEntity("Bureau")
    Actor("Clerk", inBoundary=inner)
    Actor("Boss", isAdmin=True)
    Server("App", inBoundary=Boundary("User's phone"))
    """
    system = system_of(write(SMALL, more))
    graph = Graph(system)
    parties = {name: graph.party_of(name) for name in graph.elements}
    assert {name: party and party.name for name, party in parties.items()} == {
        "User": "User",
        "Server": "Office",
        "Store": "Office",
        "Inside": "Office",
        "Online": "Operator",
        "Bureau": "Bureau",
        "Clerk": "Office",
        "Boss": "Operator",
        "App": "User",
    }
    said = notes(system)
    assert "a party of its own is taken to run each of “Bureau”, “Office”" in said
    assert "“Operator” is taken to run “Online”, “Boss”: no name says who does" in said
    assert "“Clerk” is taken as staff: its name says “clerk”" in said
    assert "“User's phone” is taken to belong to User: its name says “user's phone”" in said


def test_zones_of_a_network_are_one_partys(write: Write) -> None:
    more = """
    Server("Front", inBoundary=Boundary("DMZ"))
    Server("Back", inBoundary=Boundary("AWS VPC"))
    Server("Check", inBoundary=Boundary("KYC provider network"))
    """
    graph = Graph(system_of(write(SMALL, more)))
    parties = {name: graph.party_of(name) for name in ("Front", "Back", "Check", "Server")}
    assert {name: party and party.name for name, party in parties.items()} == {
        "Front": "Operator",
        "Back": "Operator",
        "Check": "KYC provider network",
        "Server": "Office",
    }
    assert "“Operator” is taken to run “DMZ”, “AWS VPC”: " in notes(graph.system)


@pytest.mark.parametrize(
    ("user", "more", "subjects"),
    [
        ("User", "Actor('Helper', inBoundary=office)", ["User"]),
        ("User", "Actor('Visitor', inBoundary=office)", ["User", "Visitor"]),
        ("User", "Actor('Helper', inBoundary=Boundary('Internet'))", ["User", "Helper"]),
        ("User", "Actor('Helper', inBoundary=Boundary('User phone'))", ["User", "Helper"]),
        ("Someone", "user.inBoundary = office", ["Someone"]),
        ("Employee", "", ["Employee"]),
        ("Employee", "Actor('Admin')", ["Employee"]),
        ("Employee", "Actor('Customer')", ["Customer"]),
        ("Admin", "", []),
    ],
)
def test_whom_the_data_are_about(write: Write, user: str, more: str, subjects: list[str]) -> None:
    system = system_of(write(SMALL.replace('"User"', f'"{user}"'), f"{more}\n"))
    assert [item.name for item in system.subjects] == subjects


def test_a_place_among_staff_is_said_to_be_the_reason(write: Write) -> None:
    said = notes(system_of(write(SMALL, "Actor('Helper', inBoundary=office)\n")))
    assert "“Helper” is taken as staff: acts within “Office”" in said


TWO_POPULATIONS = """
guest = Actor("Guest")
desk = Server("Desk", inBoundary=office)
Dataflow(guest, desk, "gives", data=Data("Guest name"))
"""


@pytest.mark.parametrize(
    ("flow", "subjects", "reason"),
    [
        ("Dataflow(server, store, 'x', data=Data('Guest iris'))", "Guest", "its name says so"),
        ("Dataflow(server, store, 'x', data=Data('Iris'))", "User", "no others' data reach “Serv"),
        ("Dataflow(desk, store, 'x', data=Data('Iris'))", "Guest", "no others' data reach “Desk”"),
        ("Dataflow(store, desk, 'x', data=Data('Iris'))", "User", "no others' data reach “Store”"),
        ("Dataflow(Server('New'), desk, 'x', data=Data('Iris'))", None, ""),
    ],
)
def test_whom_data_are_about_that_begin_elsewhere(
    write: Write, flow: str, subjects: str | None, reason: str
) -> None:
    system = system_of(write(SMALL, TWO_POPULATIONS, f"{flow}\n"))
    assert system.data[-1].subjects == subjects
    about = [line for line in notes(system).splitlines() if "taken to be about" in line]
    assert len(about) == bool(subjects)
    assert all(reason in line for line in about)


@pytest.mark.parametrize(
    ("name", "comparison"), [("Face matching", Comparison.NONE), ("Portal", None)]
)
def test_where_one_compares_by_name_no_other_does(
    write: Write, name: str, comparison: Comparison | None
) -> None:
    system = system_of(write(SMALL, f"Server('{name}')\n"))
    processes = [item for item in system.elements if isinstance(item, Process)]
    assert [item.comparison for item in processes] == [comparison, None]
    said = "nothing but “Face matching” is taken to compare people: its name says “face matching”"
    assert (said in notes(system)) == (comparison is not None)


def test_stores_that_keep_no_records(write: Write) -> None:
    system = system_of(write(SMALL, "Datastore('Access logs')\nDatastore('Logistics')\n"))
    uses = {item.name: item.use for item in system.elements if isinstance(item, Store)}
    assert uses == {
        "Store": StoreUse.RECORDS,
        "Access logs": StoreUse.LOG,
        "Logistics": StoreUse.RECORDS,
    }
    assert "11: “Access logs” is taken to be a log: its name says “access logs”" in notes(system)


def test_what_is_no_data_about_a_person_is_said(write: Write) -> None:
    system = system_of(write(SMALL, "Dataflow(server, user, 'shows', data=Data('Page'))\n"))
    assert "2: taken to be no data about a person: “Page”: " in notes(system)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "no flow of the model carries data, so there is nothing to follow: say what"),
        (", data=Data('Page')", "no data of the model are taken to be about a person: name"),
    ],
)
def test_a_model_that_says_nothing_is_told_so(write: Write, data: str, said: str) -> None:
    system = system_of(write(SMALL.replace(", data=selfie", data)))
    assert said in notes(system, "warning")


def test_a_flow_that_seems_to_be_missing(write: Write) -> None:
    more = "lab = Server('Lab')\nDataflow(lab, store, 'too', data=selfie)\n"
    assert notes(system_of(write(SMALL, more)), "warning") == (
        "7: “Selfie” is taken to be a face image that begins at “User”, “Lab”, a datum of its own "
        "at each: its name says “selfie”; the first to send it; put it on a flow to “Lab” if it "
        "comes from elsewhere"
    )


def test_boundaries_may_come_before_the_model(write: Write) -> None:
    before = "from pytm import *\ncity = Boundary('City')\n"
    more = "office.inBoundary = city\nActor('Clerk', inBoundary=office)\n"
    graph = Graph(system_of(write(before, SMALL, more)))
    assert {graph.party_of(name) for name in ("Server", "Clerk")} == {graph.parties["City"]}


def test_every_class_of_element_is_read(write: Write) -> None:
    kinds = "Process SetOfProcesses Lambda Agent LLM ExternalEntity"
    more = "".join(f"{kind}('{kind}')\n" for kind in kinds.split())
    elements = system_of(write(SMALL, more)).elements[3:]
    assert [type(item) for item in elements] == [Process] * 5 + [External]


def test_out_of_scope_is_kept(write: Write) -> None:
    system = system_of(write(SMALL, "server.inScope = False\n"))
    assert "5: “Server” is kept, though it is out of scope: data reach it" in notes(system)


MISPLACED = [
    (
        "server.isEncrypted = True",
        "Server “Server” has no “isEncrypted” in pytm: "
        "write controls.isEncrypted, which it was taken to mean",
    ),
    (
        "selfie.classificaion = Classification.SECRET",
        "Data “Selfie” has no “classificaion” in pytm: "
        "write classification, which it was taken to mean",
    ),
    (
        "Server('S', boundary=office)",
        "Server “S” has no “boundary” in pytm: write inBoundary, which it was taken to mean",
    ),
    (
        "server.controls.isHardend = True",
        "Server “Server” has no “isHardend” in pytm: "
        "write controls.isHardened, which it was taken to mean",
    ),
    (
        "selfie.ispii = 'certainly'",
        "Data “Selfie” has no “ispii” in pytm: write isPII; it has no effect here",
    ),
]


@pytest.mark.parametrize(("line", "said"), MISPLACED)
def test_misplaced_attributes_are_named(write: Write, line: str, said: str) -> None:
    system = system_of(write(SMALL, f"\n{line}\n"))
    assert notes(system, "warning") == f"12: {said}"


def test_what_an_attribute_was_taken_to_mean_counts(write: Write) -> None:
    system = system_of(write(SMALL, "Server('S', boundary=office)\n"))
    assert system.elements[-1].boundary == "Office"


@pytest.mark.parametrize(
    "line", ["Data('Iris', traverses=[f])", "f.Data = Data('Iris')", "f.datas = {Data('Iris')}"]
)
def test_data_by_another_word_are_on_the_flow(write: Write, line: str) -> None:
    more = "f = Dataflow(user, server, 'more')\n"
    assert system_of(write(SMALL, more, f"{line}\n")).flows[-1].data == ("Iris",)


def test_an_attribute_like_no_other_is_left_alone(write: Write) -> None:
    system = system_of(write(SMALL, "server.owner = 'Ann'\n"))
    assert notes(system, "warning") == ""
    assert "11: Server “Server” has no “owner” in pytm: it has no effect here" in notes(system)


def test_a_contradicted_flag_is_a_warning(write: Write) -> None:
    said = notes(system_of(write(SMALL, "selfie.isPII = False\n")), "warning")
    assert said == (
        "7: “Selfie” is taken to be a face image that begins at “User”, though isPII=False: "
        "its name says “selfie”; the first to send it"
    )


REFUSED = [
    # reason, model, place, what
    ("no model", "from pytm import *\nServer('S')\n", ":1", "the file declares no model"),
    (
        "a library of threats that is not there",
        SMALL.replace("tm.process", "tm.threatsFile = 'no.json'\ntm.process"),
        ":10",
        "UIError: [Errno 2] No such file or directory: 'no.json'",
    ),
    (
        "what pydantic refuses",
        SMALL + "Dataflow(user, 'nobody', 'lost')\n",
        ":11",
        "ValidationError: sink of Dataflow: Input should be a valid dictionary",
    ),
    (
        "what pytm refuses in the end",
        SMALL.replace(", data=selfie", "").replace("tm.process()", "")
        + "tm.onDuplicates = Action.RESTRICT\n"
        + "Dataflow(user, server, 'again')\ntm.process()\n",
        ":13",
        "pytm refuses the model: Duplicate Dataflow found between Actor(User) and Server(Server)",
    ),
    (
        "boundaries in a circle",
        SMALL + "office.inBoundary = Boundary('B', inBoundary=office)\n",
        ":3",
        "“Office” lies inside itself",
    ),
]


@pytest.mark.parametrize(
    ("text", "place", "what"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_what_pytm_cannot_run(write: Write, text: str, place: str, what: str) -> None:
    first = refusal(write(text)).splitlines()[0]
    assert first.startswith(f"models/model.py{place}: {what}"), first


JSON = """
{"name": "From JSON", "description": "A model.",
 "boundaries": [{"name": "Office"}],
 "data": [{"name": "Selfie", "classification": "SECRET"}],
 "elements": [{"__class__": "Actor", "name": "User"},
              {"__class__": "Server", "name": "Server", "inBoundary": "Office"}],
 "flows": [{"name": "sends", "source": "User", "sink": "Server", "data": ["Selfie"]}]}
""".lstrip()


def test_a_json_model(write: Write) -> None:
    system = system_of(write(JSON, name="model.json"))
    assert (system.name, system.flows[0].data) == ("From JSON", ("Selfie",))
    assert origins(system) == {"Selfie": "User"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            '"Office"}],',
            '"Office"}]',
            "models/model.json:3: is not JSON: Expecting ',' delimiter: correct the line",
        ),
        (
            '["Selfie"]',
            '["Other"]',
            "models/model.json: ValueError: dataflow sends references invalid data Other: ",
        ),
    ],
)
def test_a_json_model_that_pytm_cannot_load(write: Write, old: str, new: str, said: str) -> None:
    assert refusal(write(JSON.replace(old, new), name="model.json")).startswith(said)

"""A model file is read in a process of its own, and nothing that it does harms the reader."""

import os
import select
from collections.abc import Callable
from pathlib import Path

import pytest

from facetrail.errors import CannotRun
from facetrail.model.graph import Graph
from facetrail.sources import Reading, read
from facetrail.sources.reading import received
from tests.sources.conftest import Write, refusal

SMALL = '''
"""A small model.

    With a second line.
"""
from facetrail import *

Model("small")
people = Subjects("People", population=1_000)
firm = Party("Firm", role=Role.CONTROLLER)
office = Boundary("Office", party=firm)
person = Person("Person")
camera = Sensor("Camera", boundary=office)
store = Store("Store", boundary=office)
scan = PersonalData("Scan", kind=Kind.FACE_IMAGE, origin=camera)
Flow(person, camera)
Flow(camera, store, data=scan)
'''.lstrip()


def test_a_small_model(write: Write) -> None:
    reading = read(write(SMALL))
    system = reading.system
    assert reading == Reading(system, "")
    assert (system.name, system.file) == ("small", "models/model.py")
    assert system.description == "A small model.\n\nWith a second line."
    assert [flow.name for flow in system.flows] == ["Person → Camera", "Camera → Store"]
    assert str(system.flows[0].place) == "models/model.py:15"
    assert Graph(system).party_of("Camera") == system.parties[0]


def test_reading_twice_gives_the_same(write: Write) -> None:
    path = write(SMALL, "Flow(camera, store, data={scan, scan.crop('A', at=camera)})\n")
    assert read(path) == read(path)


@pytest.mark.parametrize("form", [Path, Path.absolute], ids=["relative", "absolute"])
def test_places_are_written_as_the_path_was_given(
    write: Write, form: Callable[[Path], Path]
) -> None:
    path = form(write(SMALL))
    system = read(path).system
    assert system.file == str(path)
    assert system.elements[0].place is not None
    assert system.elements[0].place.file == str(path)


def test_a_path_without_folder(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(SMALL).parent)
    assert read(Path("model.py")).system.file == "model.py"


def test_a_model_imports_what_lies_beside_it(write: Write) -> None:
    write("from facetrail import *\nvault = Key('Vault')\nShared = 1\n", name="shared.py")
    write("raise SystemExit('a trap')", name="html.py")
    system = read(write(SMALL, "import shared\n")).system
    assert str(system.keys[0].place) == "models/shared.py:2"
    assert not list(Path("models").glob("__pycache__"))


def test_a_model_finds_itself(write: Write) -> None:
    path = write(
        SMALL,
        """
        import sys
        from pathlib import Path
        assert sys.argv == [__file__]
        assert Path(__file__).name == "model.py" and Path("model.py").exists()
        assert __name__ == "__main__" and sys.modules["__main__"].office is office
        """,
    )
    assert read(path).system.name == "small"


def test_what_a_model_prints_is_kept_apart(write: Write, capfd: pytest.CaptureFixture[str]) -> None:
    path = write(SMALL, "import os, sys; print('out'); print('err', file=sys.stderr)\n")
    assert sorted(read(path).printed.split()) == ["err", "out"]
    path = write(SMALL, "os = __import__('os'); os.system('echo from a child')\n")
    assert read(path).printed == "from a child\n"
    assert capfd.readouterr() == ("", "")


def test_a_model_that_prints_without_end_fills_nothing(write: Write) -> None:
    reading = read(write(SMALL, "print('x' * 30_000_000)\n"))
    assert reading.printed.endswith("… (cut)\n")
    assert len(reading.printed) < 200_000
    forever = write(SMALL, "while True: print('x' * 100_000)\n")
    assert "still running after 1 seconds" in refusal(forever, seconds=1)


@pytest.mark.parametrize(
    "ending",
    [
        "model.process()",
        "import random, pytm; pytm.TM.process(model); random.seed(1)",
        "import sys; sys.stdout.close(); sys.stderr.close()",
        "import os; os.close(1); os.close(2)",
        "import sys, io; sys.stdout = sys.stderr = io.StringIO(); print('lost')",
        "import os; os.fork()",
        "import os\nif os.fork() == 0:\n    while True: pass",
        "import os\nif os.fork() == 0: raise ValueError",
        "import subprocess; subprocess.Popen(['sleep', '60'])",
        "import subprocess; subprocess.Popen(['sleep', '3'], start_new_session=True)",
        "import threading, time; threading.Thread(target=time.sleep, args=(60,)).start()",
        "import atexit, time; atexit.register(time.sleep, 60)",
        "import os; os.chdir('/')",
        "import sys; sys.path.clear(); sys.modules.clear()",
        "input = sys = os = json = None",
        "model.check(); model.resolve()",
    ],
)
def test_what_a_model_leaves_behind_does_no_harm(write: Write, ending: str) -> None:
    path = write(SMALL.replace('Model("small")', 'model = Model("small")'), ending, "\n")
    assert len(read(path, seconds=20).system.flows) == 2


def test_nothing_outlives_the_reading(write: Write) -> None:
    """A pipe that a child of the model holds open for a minute ends at once."""
    os.mkfifo("models/pipe")
    pipe = os.open("models/pipe", os.O_RDONLY | os.O_NONBLOCK)
    read(
        write(
            SMALL,
            """
            import os, time
            pipe = os.open("pipe", os.O_WRONLY)
            if os.fork() == 0:
                time.sleep(60)
            """,
        )
    )
    assert select.select([pipe], [], [], 30)[0]
    assert os.read(pipe, 1) == b""
    os.close(pipe)


HOSTILE = [
    *('a"];evil[label="b', "<b>&amp;</b>", "back\\slash\\", "new\nline", "\x1b[31mred\x00\x07"),
    *("电信 运营商", "\u202eright to left", "e\u0301", "🧑‍💻", "' or 1=1 --", "{0} %s $x", " "),
]


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_hostile_names_arrive_as_they_are(write: Write, name: str) -> None:
    path = write(SMALL, f"Sensor({name!r} + 'x', boundary=office, description={name!r})\n")
    element = read(path).system.elements[-1]
    assert (element.name, element.description) == (name + "x", name)


REFUSED = [
    # reason, model, place, what
    ("nothing in it", " \n", "", "the file is empty"),
    ("no Python", "x = (\n", ":1", "is not Python: '(' was never closed"),
    ("no model", "x = 1\n", ":1", "the file declares no model"),
    (
        "an import that fails",
        "x = 1\nimport no_such_thing\n",
        ":2",
        "ModuleNotFoundError: No module",
    ),
    (
        "a word that does not exist",
        "from facetrail import Partie\n",
        ":1",
        "ImportError: cannot import name 'Partie' from 'facetrail'",
    ),
    ("an exception", "def f():\n    1 / 0\n\nf()\n", ":2", "ZeroDivisionError: division by zero"),
    ("an exception with lines", "raise ValueError('a\\nb')\n", ":1", "ValueError: a b"),
    (
        "an exception with colours",
        "raise ValueError('\\x1b[31ma')\n",
        ":1",
        "ValueError: \\x1b[31ma",
    ),
    ("an exception without words", "raise KeyError\n", ":1", "KeyError"),
    ("an interruption", "raise KeyboardInterrupt\n", ":1", "KeyboardInterrupt"),
    ("a question to the user", "input('name?')\n", ":1", "EOFError"),
    ("endless recursion", "def f(): f()\nf()\n", ":1", "RecursionError"),
    ("an exit", "import sys\nsys.exit(0)\n", ":2", "the model ends the program"),
    ("a bare exit", "raise SystemExit\n", ":1", "the model ends the program"),
    (
        "a hard exit",
        "import os\nprint('bye', flush=True)\nos._exit(0)\n",
        "",
        "its process ended with exit code 0 before the model was read",
    ),
    (
        "a killed process",
        "import os\nos.kill(os.getpid(), 9)\n",
        "",
        "its process was killed by SIGKILL before the model was read",
    ),
    (
        "an endless loop",
        "while True: pass\n",
        "",
        "still running after 1.5 seconds: look for an endless loop, "
        "or give it more time with --time-limit",
    ),
    (
        "an endless loop that holds on",
        "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "while True:\n    try: time.sleep(9)\n    except BaseException: pass\n",
        "",
        "still running after 1.5 seconds",
    ),
    (
        "an endless child",
        "import os\nos.fork()\nwhile True: pass\n",
        "",
        "still running after 1.5 seconds",
    ),
]


@pytest.mark.parametrize(
    ("model", "place", "what"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_what_cannot_be_read_says_why(write: Write, model: str, place: str, what: str) -> None:
    said = refusal(write(model), seconds=1.5 if "still running" in what else 20)
    assert said.startswith(f"models/model.py{place}: {what}")
    assert len(said.splitlines()) == 1
    assert said.count(": ") >= 2  # and what to do


def test_a_mistake_in_a_file_beside_the_model(write: Write) -> None:
    write("x = 1\ny = x.z\n", name="beside.py")
    assert refusal(write(SMALL, "import beside\n")).startswith(
        "models/beside.py:2: AttributeError: 'int' object has no attribute 'z'"
    )
    write("x = = 1\n", name="beside.py")
    assert refusal(write(SMALL, "import beside\n")).startswith(
        "models/beside.py:1: is not Python: invalid syntax"
    )


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("from facetrail import Partie", "write Party"),
        ("Stroe('S')", "write Store"),
        ("Retained", "correct the name, or define or import it above"),
        ("Kind.FACE_IMGE", "write FACE_IMAGE"),
        ("Kind.face_image", "write FACE_IMAGE"),
        ("Kind.FULL_NAME", "write NAME"),
        ("Kind.TRANSACTION", "write one of what list(Kind) shows"),
        (
            "Role.OPERATOR",
            "write SUBJECT, CONTROLLER, PROCESSOR, AUTHORITY, VENDOR or PUBLIC",
        ),
        ("from enum import Enum\nclass E(Enum): pass\nE.X", "correct the line"),
        ("from enum import Enum\nEnum('E', {'a\\x1b[2J\\nb': 1}).a", "correct the line"),
        ("store.retenton", "write retention"),
        ("import pytmm", "correct the name, or install what it imports"),
        ("1 / 0", "correct the line"),
    ],
)
def test_an_exception_comes_with_advice(write: Write, line: str, advice: str) -> None:
    assert refusal(write(SMALL, line, "\n")).endswith(f": {advice}")


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("models", "is a folder"),
        ("missing.py", "there is no such file"),
        ("missing/model.py", "there is no such file"),
        ("x" * 300 + ".py", "cannot be read"),
        ("/dev/null", "is not a file"),
        ("binary.py", "is not text"),
        ("latin.py", "is not text"),
    ],
)
def test_a_path_that_leads_to_no_model(write: Write, path: str, what: str) -> None:
    Path("binary.py").write_bytes(b"\x7fELF\0\1\2")
    Path("latin.py").write_bytes("x = 'é'".encode("latin-1"))
    assert refusal(Path(path)).startswith(f"{path}: {what}")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(write: Write) -> None:
    path = write(SMALL)
    path.chmod(0)
    assert "cannot be read (Permission denied)" in refusal(path)


def test_other_encodings_than_utf_8_can_be_declared(write: Write) -> None:
    text = "# coding: latin-1\n" + SMALL.replace("small", "schön")
    path = write()
    path.write_bytes(text.encode("latin-1"))
    assert read(path).system.name == "schön"


def test_problems_of_words_and_of_the_graph_come_together(write: Write) -> None:
    wrong = """
        Store("S", boundary=office, retenton=days(1))
        PersonalData("D", kind=Kind.NAME)
        store.retention = days(-1)
        """
    assert [line.split(": ")[:2] for line in refusal(write(SMALL, wrong)).splitlines()] == [
        ["models/model.py:13", "a lifetime of “Store” says nothing or contradicts itself"],
        ["models/model.py:18", "Store “S” has no “retenton”"],
        ["models/model.py:19", "the datum “D” comes from nowhere"],
    ]


def test_problems_of_words_come_with_the_exception_that_ended_the_file(write: Write) -> None:
    said = refusal(write(SMALL, "store.retenton = 1\n1 / 0\n"))
    assert [line.split(": ")[:2] for line in said.splitlines()] == [
        ["models/model.py:17", "Store “Store” has no “retenton”"],
        ["models/model.py:18", "ZeroDivisionError"],
    ]


def test_an_exception_names_no_folder_of_this_machine(write: Write) -> None:
    said = refusal(write(SMALL, "open(__file__ + '.missing')\n"))
    assert "'model.py.missing'" in said
    assert refusal(write("from facetrail import Partie\n")).startswith(
        "models/model.py:1: ImportError: cannot import name 'Partie' from 'facetrail': "
    )


def test_what_follows_from_a_dropped_word_is_not_said(write: Write) -> None:
    said = refusal(write(SMALL, 'Store("S", boundry=office)\n'))
    assert said == "models/model.py:17: Store “S” has no “boundry”: write boundary"


def test_boundaries_in_a_circle_are_refused(write: Write) -> None:
    said = refusal(
        write(SMALL, 'office.parent = Boundary("B", parent=office)\nperson.boundary = office\n')
    )
    assert "models/model.py:10: “Office” lies inside itself" in said


def test_plain_pytm_in_a_model_is_named(write: Write) -> None:
    said = refusal(write(SMALL, "import pytm\npytm.Server('S')\npytm.Data('D')\n"))
    assert said.splitlines() == [
        "models/model.py:18: “S” is a Server of pytm: "
        "import the word for it from facetrail: the two do not mix",
        "models/model.py:19: “D” is a Data of pytm: "
        "import the word for it from facetrail: the two do not mix",
    ]


def test_pytms_own_model_with_our_words_is_named(write: Write) -> None:
    path = write("import pytm\n", SMALL.replace("Model(", "pytm.TM("))
    assert "models/model.py:8: “small” is a TM of pytm" in refusal(path)


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "null", "{}", '{"system": null, "problems": []}'),
        '{"system": {"is": "System", "name": 1}, "problems": []}',
        '{"system": {"is": "Nonsense"}, "problems": []}',
        '{"system": null, "problems": [["a"]]}',
    ],
)
def test_a_damaged_result_is_refused(text: str) -> None:
    with pytest.raises(CannotRun, match=r"^model.py: what its process handed over is damaged: "):
        received(Path("model.py"), text)


def test_a_process_that_does_not_start(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path("models").absolute()))
    write("raise ValueError('broken')\n", name="pytm.py")
    with pytest.raises(CannotRun, match="ended with exit code 1 before the model") as caught:
        read(write(SMALL))
    assert "ValueError: broken" in caught.value.printed


@pytest.mark.parametrize("name", ["kept", "on_device"])
def test_the_models_of_the_checkout(checkout: Path, name: str) -> None:
    reading = read(checkout / f"models/sim_registration/{name}.py")
    assert reading.printed == ""
    assert all(flow.known_from for flow in reading.system.flows)
    assert all(item.known_from for item in reading.system.elements)
    assert {flow.evidence.value for flow in reading.system.flows} == {"reported", "inferred"}

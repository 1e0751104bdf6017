"""The independent judge of scenes: what a careful eye would complain about, by HarfBuzz."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

import uharfbuzz as hb

from valuegraph.render.baselines import placed_lines
from valuegraph.render.colour import contrast
from valuegraph.render.fit import SIZE_FLOOR
from valuegraph.render.geometry import Outline, contains, contains_box, outline
from valuegraph.render.scene import Connector, Group, Node, Point, Runs, Scene, Shape, Text
from valuegraph.render.theme import TEXT_CONTRAST

WIDTH_TOLERANCE = 0.1
EDGE_TOLERANCE = 0.5
TOUCH_TOLERANCE = 1.0
LEADING_TOLERANCE = 2.5  # the boxes of lines hold their leading, which may meet
OPAQUE = 0.3

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class _Line:
    """One drawn line: the box of its letters on the page, and the order in which it is drawn."""

    text: Text
    runs: Runs
    words: str
    box: Box
    corners: Outline
    container: Shape | None
    order: int


def lint(scene: Scene) -> list[str]:
    """Return every defect of the scene in words; an empty list says that it is good."""
    nodes = list(_with_container(scene.children, []))
    lines = [
        line
        for order, (node, container) in enumerate(nodes)
        if isinstance(node, Text)
        for line in _lines(node, container, order, scene)
    ]
    return [
        *_text_defects(scene),
        *_place_defects(lines, scene),
        *_overlaps(lines),
        *_covered(lines, [node for node, _ in nodes]),
        *_crossed(lines, scene),
        *_pale(lines, [node for node, _ in nodes], scene),
        *_off_the_page(scene),
    ]


def shaped_width(runs: Runs, size: float, tracking: float, scene: Scene) -> float:
    """Return the width in du of a line as HarfBuzz shapes it, kerned and with ligatures."""
    total = 0.0
    for run in runs:
        advance, _ = _shape(scene.font.file(bold=run.bold, italic=run.italic), run.text, tracking)
        total += advance * size * run.scale + tracking * len(run.text)
    return total


def _text_defects(scene: Scene) -> Iterator[str]:
    for text in scene.texts():
        name = _quoted(text)
        if not any(run.text.strip() for runs in text.lines for run in runs):
            yield f"empty text at {text.x:.0f}, {text.y:.0f}"
            continue
        smallest = min(text.size * run.scale for runs in text.lines for run in runs)
        if smallest < SIZE_FLOOR - 1e-6 and not text.fine_print:
            yield f"too small: {name} is {smallest:.2f} du"
        if text.text_height > text.h + WIDTH_TOLERANCE:
            yield f"too high: {name} takes {text.text_height:.1f} of {text.h:.1f} du"
        for runs in text.lines:
            width = shaped_width(runs, text.size, text.tracking, scene)
            if width > text.w + WIDTH_TOLERANCE:
                yield f"too wide: a line of {name} takes {width:.1f} of {text.w:.1f} du"
            for run in runs:
                path = scene.font.file(bold=run.bold, italic=run.italic)
                if not _shape(path, run.text, text.tracking)[1]:
                    yield f"no glyph for a character of {name}"


def _place_defects(lines: list[_Line], scene: Scene) -> Iterator[str]:
    page = ((0.0, 0.0), (scene.width, 0.0), (scene.width, scene.height), (0.0, scene.height))
    for line in lines:
        if not all(contains(page, corner, margin=EDGE_TOLERANCE) for corner in line.corners):
            yield f"off the page: {line.words!r}"
        elif line.container is not None and not _inside(line, outline(line.container)):
            yield f"outside its {line.container.kind}: {line.words!r} at {_rounded(line.box)}"


def _inside(line: _Line, container: Outline) -> bool:
    if line.text.rotate % 90 == 0:
        return contains_box(container, line.box, EDGE_TOLERANCE)
    return all(contains(container, corner, margin=EDGE_TOLERANCE) for corner in line.corners)


def _overlaps(lines: list[_Line]) -> Iterator[str]:
    for one, other in combinations(lines, 2):
        if one.text is not other.text and _meet(one.box, other.box, 1.0, LEADING_TOLERANCE):
            yield f"overlap: {one.words!r} and {other.words!r}"


def _covered(lines: list[_Line], nodes: list[Node]) -> Iterator[str]:
    for order, node in enumerate(nodes):
        if not isinstance(node, Shape):
            continue
        mark = node.decorative and (node.role == "icon" or node.kind == "ellipse")
        box = (node.x, node.y, node.x + node.w, node.y + node.h)
        hides = node.paint.fill and node.paint.opacity > OPAQUE and outline(node)
        for line in lines:
            if mark and _meet(box, line.box, TOUCH_TOLERANCE, LEADING_TOLERANCE):
                yield f"a mark touches {line.words!r}"
            elif (
                hides
                and order > line.order
                and _meet(box, line.box, 0, 0)
                and _touches(outline(node), line.box)
            ):
                yield f"a {node.kind} is drawn over {line.words!r}"


def _crossed(lines: list[_Line], scene: Scene) -> Iterator[str]:
    for node in scene.walk():
        if isinstance(node, Connector):
            points = list(_along(node))
            for line in lines:
                left, top, right, bottom = line.box
                if any(left < x < right and top + 2 < y < bottom - 2 for x, y in points):
                    yield f"a connector crosses {line.words!r}"


def _along(connector: Connector) -> Iterator[Point]:
    points = connector.points
    if connector.route != "curve":
        for (x1, y1), (x2, y2) in pairwise(points):
            steps = max(2, int(math.dist((x1, y1), (x2, y2)) / 3))
            yield from (
                (x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps)
                for step in range(steps + 1)
            )
        return
    for place in range(0, len(points) - 1, 3):
        curve = points[place : place + 4]
        for step in range(61):
            t = step / 60
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            yield (
                sum(w * x for w, (x, _) in zip(weights, curve, strict=True)),
                sum(w * y for w, (_, y) in zip(weights, curve, strict=True)),
            )


def _pale(lines: list[_Line], nodes: list[Node], scene: Scene) -> Iterator[str]:
    for line in lines:
        middle = ((line.box[0] + line.box[2]) / 2, (line.box[1] + line.box[3]) / 2)
        ground = scene.background or "#FFFFFF"
        for node in nodes[: line.order]:
            if isinstance(node, Shape) and node.paint.fill and node.paint.opacity == 1:
                box = (node.x, node.y, node.x + node.w, node.y + node.h)
                if _meet(box, line.box, 0, 0) and contains(outline(node), middle):
                    ground = node.paint.fill
        for run in line.runs:
            ratio = contrast(run.colour, ground)
            if ratio < TEXT_CONTRAST:
                yield f"too pale: {run.text!r} has a contrast of {ratio:.2f}"


def _off_the_page(scene: Scene) -> Iterator[str]:
    for node in scene.walk():
        points: Outline = ()
        if isinstance(node, Connector):
            points = node.points
        elif isinstance(node, Shape):
            points = ((node.x, node.y), (node.x + node.w, node.y + node.h), *node.points)
        if any(not (-0.5 <= x <= scene.width + 0.5) for x, _ in points) or any(
            not (-0.5 <= y <= scene.height + 0.5) for _, y in points
        ):
            yield f"off the page: a {getattr(node, 'kind', 'connector')}"


def _with_container(
    nodes: tuple[Node, ...], containers: list[Shape]
) -> Iterator[tuple[Node, Shape | None]]:
    """Yield every node in drawing order with the shape that a text there must stay in."""
    own = list(containers)
    for node in nodes:
        if isinstance(node, Shape) and not node.decorative and outline(node):
            own.append(node)
        yield node, own[-1] if own else None
        if isinstance(node, Group):
            yield from _with_container(node.children, own)


def _lines(text: Text, container: Shape | None, order: int, scene: Scene) -> Iterator[_Line]:
    for line in placed_lines(text, scene.font):
        width = shaped_width(line.runs, text.size, text.tracking, scene)
        left = line.x - width * {"left": 0.0, "center": 0.5, "right": 1.0}[text.align]
        centre = (text.x + text.w / 2, text.y + text.h / 2)
        corners = tuple(
            _turned(corner, centre, text.rotate)
            for corner in (
                (left, line.top),
                (left + width, line.top),
                (left + width, line.top + line.height),
                (left, line.top + line.height),
            )
        )
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        words = "".join(run.text for run in line.runs)
        box = (min(xs), min(ys), max(xs), max(ys))
        yield _Line(text, line.runs, words, box, corners, container, order)


def _turned(point: Point, centre: Point, degrees: float) -> Point:
    turn = math.radians(degrees)
    dx, dy = point[0] - centre[0], point[1] - centre[1]
    return (
        centre[0] + dx * math.cos(turn) - dy * math.sin(turn),
        centre[1] + dx * math.sin(turn) + dy * math.cos(turn),
    )


def _meet(one: Box, other: Box, across: float, down: float) -> bool:
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > across
        and min(one[3], other[3]) - max(one[1], other[1]) > down
    )


def _touches(polygon: Outline, box: Box) -> bool:
    left, top, right, bottom = box
    return any(
        contains(polygon, (left + (right - left) * i / 8, top + (bottom - top) * j / 4))
        for i in range(1, 8)
        for j in range(1, 4)
    )


@cache
def _font(path: Path) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))


@cache
def _shape(path: Path, text: str, tracking: float) -> tuple[float, bool]:
    """Return the width in ems, and whether every character has a glyph."""
    font = _font(path)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    # Renderers join no letters that are tracked apart.
    hb.shape(font, buffer, {"liga": not tracking, "clig": not tracking})
    positions, infos = buffer.glyph_positions or (), buffer.glyph_infos or ()
    width = sum(position.x_advance for position in positions) / font.face.upem
    return width, all(info.codepoint for info in infos)


def _quoted(text: Text) -> str:
    words = text.plain
    return repr(words if len(words) <= 60 else words[:60] + "…")


def _rounded(box: Box) -> list[int]:
    return [round(side) for side in box]

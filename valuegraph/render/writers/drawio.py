"""Scenes to draw.io: one file, a page a sheet, of native shapes that can be edited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from valuegraph.render.page import MM_PER_INCH
from valuegraph.render.scene import Connector, Group, Node, Scene, Shape, Text
from valuegraph.render.writers.drawio_boxes import Box, box_of
from valuegraph.render.writers.drawio_cells import LAYER, Cells
from valuegraph.render.writers.drawio_label import as_html, label
from valuegraph.render.writers.drawio_style import (
    NATIVE,
    Style,
    edge_style,
    free_text_style,
    label_style,
    shape_style,
)
from valuegraph.render.writers.svg import to_bytes
from valuegraph.render.writers.svg_text import readable

PIXELS_PER_INCH = 100
"""draw.io counts paper in hundredths of an inch."""

_SLACK = 2.0  # a line that just fits must not be broken by a browser that rounds
_NOT_IN_NAME = re.compile(r"[^a-z0-9-]+")

Place = tuple[str, Box]


def drawio(scenes: Sequence[Scene], names: Sequence[str]) -> bytes:
    """Return the scenes as a draw.io file, uncompressed, one page each.

    Each part of the chain is one cell: a native shape with its text in it, or a group. Its
    ``UserObject`` has the id of our group, the part's id as ``ref``, and the tooltip.

    Args:
        scenes: the sheets.
        names: the name of each page.
    """
    file = Element("mxfile", {"host": "valuegraph"})
    for number, (scene, name) in enumerate(zip(scenes, names, strict=True), 1):
        page = SubElement(file, "diagram", {"name": readable(name), "id": f"page-{number}"})
        page.append(_Page(scene).model())
    return to_bytes(file)


class _Page:
    """Makes the cells of one sheet."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.cells = Cells(scene.ids)
        self.joined = {
            end
            for node in scene.walk()
            if isinstance(node, Connector)
            for end in (node.start, node.end)
        }
        self.ends = self._ends()

    def model(self) -> Element:
        scene = self.scene
        paper = [
            round(side / MM_PER_INCH * PIXELS_PER_INCH)
            for side in (scene.page.width_mm, scene.page.height_mm)
        ]
        attributes = {
            "grid": "0",
            "tooltips": "1",
            "connect": "1",
            "page": "1",
            "pageScale": f"{scene.page.width / paper[0]:.4f}",
            "pageWidth": str(paper[0]),
            "pageHeight": str(paper[1]),
            "math": "0",
            "background": scene.background or "none",
        }
        sheet = (LAYER, Box(0, 0, scene.width, scene.height))
        for node in scene.children:
            self._node(node, sheet)
        model = Element("mxGraphModel", attributes)
        model.append(self.cells.root)
        return model

    def _ends(self) -> dict[str, Place]:
        """Return the cell and the box of everything that a connector may be glued to."""
        ends: dict[str, Place] = {}
        for node in self.scene.walk():
            host = _host(node) if isinstance(node, Group) else node
            box = box_of(host or node)
            if isinstance(node, Text | Connector) or box is None or not node.id:
                continue
            place = ends.setdefault(node.id, (self.cells.id_of(node.id), box))
            if isinstance(host, Shape) and host.id:
                ends[host.id] = place
        return ends

    def _node(self, node: Node, parent: Place) -> None:
        match node:
            case Group():
                self._group(node, parent)
            case Shape() if node.kind == "line":
                self._line(node, parent)
            case Shape():
                told = {"tooltip": as_html(node.title)} if node.title else {}
                name, box = self._id(node.id), Box(node.x, node.y, node.w, node.h)
                joins = not node.decorative
                self.cells.vertex(name, shape_style(node), box, parent, told=told, joins=joins)
            case Text():
                self._text(node, parent)
            case Connector():
                self._connector(node, parent)

    def _group(self, group: Group, parent: Place) -> None:
        """Make one cell of a group: its first shape with the rest in it, or a plain group.

        A group that stands for nothing and has no such shape is not a thing one would want to
        move: its children stand where it would.
        """
        host = _host(group)
        box = box_of(host or group)
        if box is None:
            return
        if host is None and not (group.ref or group.id in self.joined):
            for child in group.children:
                self._node(child, parent)
            return
        style: Style = {"group": ""}
        rest, told, said = group.children, _told(group), ""
        if host is not None:
            rest, style = group.children[1:], shape_style(host)
            text = _own_text(host, rest)
            if text is not None:
                rest = tuple(child for child in rest if child is not text)
                style, said = {**style, **label_style(text, host, self.scene.font)}, label(text)
                if text.full:
                    told.setdefault("tooltip", as_html(text.full))
        if _holds_parts(rest):
            # Then a click takes hold of the part that is clicked, and not of all of them.
            style = {**style, "container": "1", "collapsible": "0"}
        joins = host is not None or group.id in self.joined
        place = self.cells.vertex(
            self._id(group.id), style, box, parent, label=said, told=told, joins=joins
        )
        for child in rest:
            self._node(child, place)

    def _text(self, text: Text, parent: Place) -> None:
        slack = {"left": 0.0, "center": _SLACK / 2, "right": _SLACK}[text.align]
        box = Box(text.x - slack, text.y, text.w + _SLACK, text.h)
        told = {"tooltip": as_html(text.full)} if text.full else {}
        style = free_text_style(text, self.scene.font)
        name = self.cells.id_of("")
        self.cells.vertex(name, style, box, parent, label=label(text), told=told, joins=False)

    def _line(self, shape: Shape, parent: Place) -> None:
        """Make an open line an edge that joins nothing: that is how draw.io has lines."""
        line = Connector("", "", shape.points, shape.paint, head=False, radius=shape.radius)
        self.cells.edge(self._id(shape.id), edge_style(line), shape.points, parent)

    def _connector(self, connector: Connector, parent: Place) -> None:
        points = connector.points
        style = edge_style(connector)
        ends: dict[str, str] = {}
        for end, name, point, touches in (
            (connector.start, "source", points[0], "exit"),
            (connector.end, "target", points[-1], "entry"),
        ):
            if end in self.ends:
                ends[name], box = self.ends[end]
                across, down = box.fraction(point)
                style |= {f"{touches}X": f"{across:.4f}", f"{touches}Y": f"{down:.4f}"}
                style |= {f"{touches}Dx": "0", f"{touches}Dy": "0", f"{touches}Perimeter": "0"}
        if connector.route == "curve":
            # draw.io curves between the middles of its way points: the handles are these, and
            # the places where two curves meet follow from them.
            handles = [point for place, point in enumerate(points) if place % 3]
            points = (points[0], *handles, points[-1])
        told = {"ref": connector.ref, "role": connector.role, "tooltip": as_html(connector.title)}
        told = {name: readable(value) for name, value in told.items() if value}
        self.cells.edge(self._id(connector.id), style, points, parent, ends=ends, told=told)

    def _id(self, name: str) -> str:
        return self.ends[name][0] if name in self.ends else self.cells.id_of(name)


def _host(group: Group) -> Shape | None:
    """Return the shape that is the group's own cell: its first child, if it is a native one."""
    first = group.children[0] if group.children else None
    native = isinstance(first, Shape) and first.kind in NATIVE and not first.decorative
    return first if isinstance(first, Shape) and native else None


def _own_text(host: Shape, others: Sequence[Node]) -> Text | None:
    """Return the text that can stand in the shape itself: its only one, with nothing before it."""
    texts = [node for node in others if isinstance(node, Text)]
    if len(texts) != 1 or texts[0].rotate not in (0, -90):
        return None
    text = texts[0]
    box = box_of(text)
    if box is None or not Box(host.x, host.y, host.w, host.h).holds(box):
        return None
    below = (box_of(node) for node in others[: others.index(text)])
    return None if any(each is not None and each.meets(box) for each in below) else text


def _holds_parts(nodes: Sequence[Node]) -> bool:
    return any(
        isinstance(node, Group) and (bool(node.ref) or _holds_parts(node.children))
        for node in nodes
    )


def _told(group: Group) -> dict[str, str]:
    """Return what draw.io keeps of a group beside its looks: “Edit data” shows it."""
    told = {"ref": group.ref, "role": group.role, "tooltip": as_html(group.title)}
    for name, value in group.data:
        told["data-" + _NOT_IN_NAME.sub("-", name.lower())] = value
    return {name: readable(value) for name, value in told.items() if value}

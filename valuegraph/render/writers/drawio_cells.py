"""The cells of one page of draw.io: vertices, edges and their ids, as XML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement

from valuegraph.render.geometry import decimal
from valuegraph.render.scene import Point
from valuegraph.render.writers.drawio_boxes import Box
from valuegraph.render.writers.drawio_style import Style, written
from valuegraph.render.writers.svg_text import readable

ROOT, LAYER = "0", "1"
"""The ids every page begins with: what holds the layers, and its one layer."""


class Cells:
    """Adds cells to one page; a cell keeps the id it has in the scene.

    Args:
        names: the ids of the scene, kept for their own things.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.root = Element("root")
        self.root.text = "\n"
        self._element("mxCell", {"id": ROOT})
        self._element("mxCell", {"id": LAYER, "parent": ROOT})
        self.kept = {ROOT, LAYER, *names}
        self.count = 0

    def id_of(self, wanted: str) -> str:
        """Return the id of the cell of a thing of the scene, or a new one for what has none."""
        name = readable(wanted)
        if name and name not in (ROOT, LAYER):
            return name
        self.count += 1
        while f"cell-{self.count}" in self.kept:
            self.count += 1
        return f"cell-{self.count}"

    def vertex(
        self,
        name: str,
        style: Style,
        box: Box,
        parent: tuple[str, Box],
        *,
        label: str = "",
        told: Mapping[str, str] | None = None,
        joins: bool = True,
    ) -> tuple[str, Box]:
        """Add a shape, text or group; return its id and box: what its children need.

        Args:
            name: its id.
            style: its style.
            box: its place on the page.
            parent: the cell it stands in, and that one's box.
            label: its text as HTML.
            told: what it tells beside: ``tooltip``, ``ref``...
            joins: whether edges may be joined to it by hand.
        """
        where = {"style": written(style), "vertex": "1", "parent": parent[0]}
        if not joins:
            where["connectable"] = "0"
        geometry = self._cell(name, where, label, told or {})
        geometry.attrib |= {
            "x": decimal(box.x - parent[1].x),
            "y": decimal(box.y - parent[1].y),
            "width": decimal(max(box.w, 1)),
            "height": decimal(max(box.h, 1)),
        }
        return name, box

    def edge(
        self,
        name: str,
        style: Style,
        points: Sequence[Point],
        parent: tuple[str, Box],
        *,
        ends: Mapping[str, str] | None = None,
        told: Mapping[str, str] | None = None,
    ) -> None:
        """Add an edge.

        Args:
            name: its id.
            style: its style.
            points: where it starts, its way points, where it ends.
            parent: the cell it stands in, and that one's box.
            ends: the ids of its ``source`` and ``target``, where it is glued to them.
            told: what it tells beside.
        """
        where = {"style": written(style), "edge": "1", "parent": parent[0], **(ends or {})}
        geometry = self._cell(name, where, "", told or {})
        geometry.set("relative", "1")
        places = [{"x": decimal(x - parent[1].x), "y": decimal(y - parent[1].y)} for x, y in points]
        SubElement(geometry, "mxPoint", {**places[0], "as": "sourcePoint"})
        SubElement(geometry, "mxPoint", {**places[-1], "as": "targetPoint"})
        if places[1:-1]:
            way = SubElement(geometry, "Array", {"as": "points"})
            for place in places[1:-1]:
                SubElement(way, "mxPoint", place)

    def _cell(
        self, name: str, where: Mapping[str, str], label: str, told: Mapping[str, str]
    ) -> Element:
        """Add a cell, in a ``UserObject`` where it tells something; return its geometry."""
        if told:
            outer = self._element("UserObject", {"label": label, **told, "id": name})
            cell = SubElement(outer, "mxCell", dict(where))
        else:
            cell = self._element("mxCell", {"id": name, "value": label, **where})
        return SubElement(cell, "mxGeometry", {"as": "geometry"})

    def _element(self, tag: str, attributes: dict[str, str]) -> Element:
        element = SubElement(self.root, tag, attributes)
        element.tail = "\n"
        return element

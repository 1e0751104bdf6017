"""One scene as the shapes of one slide: groups, native shapes with their text, glued connectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element, SubElement

from valuegraph.render.geometry import connector_path
from valuegraph.render.scene import Connector, Group, Node, Paint, Scene, Shape, Text
from valuegraph.render.writers.pptx_connectors import NativeWay, facing_sites
from valuegraph.render.writers.pptx_geometry import (
    Ground,
    drawn_shape,
    free_form,
    lined,
    placed,
    preset,
    site_of,
)
from valuegraph.render.writers.pptx_leading import Leading
from valuegraph.render.writers.pptx_text import (
    Block,
    blocks,
    box_of,
    box_with_slack,
    insets_in,
    written,
)
from valuegraph.render.writers.pptx_told import alternative, name_of, shown_whole
from valuegraph.render.writers.svg_text import readable

_NAMESPACES = {
    "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECORATIVE_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_LONGEST_NAME = 60
_SLIGHT = 0.6
"""By how many design units a text may stick out of the text area of the shape it is put into."""


def slide_content(scene: Scene, ground: Ground) -> Element:
    """Return ``p:cSld``: the name of the slide, its ground and all its shapes."""
    return _Slide(scene, ground).content()


class _Slide:
    def __init__(self, scene: Scene, ground: Ground) -> None:
        self.scene, self.ground = scene, ground
        self.count = 1
        self.titled = False
        self.glued: dict[str, tuple[int, Shape | None]] = {}
        self.leading = Leading(scene)
        self.connectors: list[tuple[Element, Connector, NativeWay]] = []

    def content(self) -> Element:
        title = readable(self.scene.title)
        root = Element("p:cSld", {**_NAMESPACES, "name": title})
        if self.scene.background:
            background = SubElement(SubElement(root, "p:bg"), "p:bgPr")
            colour = {"val": self.scene.background.lstrip("#").upper()}
            SubElement(SubElement(background, "a:solidFill"), "a:srgbClr", colour)
            SubElement(background, "a:effectLst")
        tree = SubElement(root, "p:spTree")
        _group_start(tree, 1, "", "")
        self._nodes(tree, self.scene.children)
        if not self.titled:
            tree.insert(2, self._unseen_title())
        for glue, connector, way in self.connectors:
            self._glue(glue, connector, way)
        return root

    def _nodes(self, parent: Element, nodes: Sequence[Node], group: Group | None = None) -> None:
        """Add the nodes of a group in drawing order, each text in its shape where it has one."""
        found = blocks([node for node in nodes if isinstance(node, Text) and node.lines])
        hosts = _hosts([node for node in nodes if isinstance(node, Shape)], found)
        hosted = {id(block[0]) for block in hosts.values()}
        first = {id(block[0]): block for block in found}
        # What makes up a group by itself is called like the group, and has its alternative text.
        alone = group if group is not None and _is_one(nodes, hosts, found) else None
        for node in nodes:
            if isinstance(node, Group):
                self._group(parent, node)
            elif isinstance(node, Shape):
                self._shape(parent, node, hosts.get(id(node)), alone)
            elif isinstance(node, Connector):
                self._connector(parent, node)
            elif id(node) in first and id(node) not in hosted:
                self._text(parent, first[id(node)], alone)

    def _group(self, parent: Element, group: Group) -> None:
        start = len(parent)
        if any(isinstance(node, Text) and node.role == "title" for node in group.children):
            # A title makes itself known as one only where it is in no group.
            self._nodes(parent, group.children)
            return
        found = blocks([node for node in group.children if isinstance(node, Text) and node.lines])
        hosts = _hosts([node for node in group.children if isinstance(node, Shape)], found)
        if _is_one(group.children, hosts, found):
            self._nodes(parent, group.children, group)
        elif any(not isinstance(node, Text) or node.lines for node in group.children):
            element = SubElement(parent, "p:grpSp")
            _group_start(element, self._next(), name_of(group), alternative(group))
            self._nodes(element, group.children, None)
            _enclosed(element)
        if len(parent) > start:
            inside = (self.glued[node.id] for node in group.children
                      if isinstance(node, Shape) and not node.decorative
                      and node.id in self.glued)  # fmt: skip
            place = next(inside, None) or self._first_shape(parent[start], group)
            if place and group.id:
                self.glued.setdefault(group.id, place)

    def _first_shape(self, element: Element, group: Group) -> tuple[int, Shape | None] | None:
        shapes = [node for node in group.children if isinstance(node, Shape)]
        shape = next((one for one in shapes if not one.decorative), None)
        # The mark of a decorative shape is all that is ever held inside.
        numbers = (about.get("id", "") for properties in element.iter("p:nvSpPr")
                   for about in properties.iter("p:cNvPr") if not len(about))  # fmt: skip
        number = next(numbers, "")
        return (int(number), shape) if number else None

    def _shape(
        self, parent: Element, shape: Shape, block: Block | None, group: Group | None
    ) -> None:
        element = SubElement(parent, "p:sp")
        number = self._next()
        name = name_of(group) if group else readable(shape.title or shape.role or shape.kind)
        told = alternative(group) if group else shown_whole(shape.title, block)
        empty = block is None and not told
        _start(element, "p:nvSpPr", "p:cNvSpPr", number, name, told,
               decorative=shape.decorative or empty)  # fmt: skip
        properties = SubElement(element, "p:spPr")
        drawn_shape(properties, shape, self.ground)
        if block is not None:
            self._body(element, block, shape)
        if shape.id:
            self.glued[shape.id] = (number, shape)
        if group is not None and group.id and not shape.decorative:
            self.glued[group.id] = (number, shape)

    def _text(self, parent: Element, block: Block, group: Group | None) -> None:
        element = SubElement(parent, "p:sp")
        first = block[0]
        is_title = first.role == "title" and not self.titled
        name = name_of(group) if group else readable(first.plain)[:_LONGEST_NAME]
        told = alternative(group) if group else shown_whole("", block)
        _start(element, "p:nvSpPr", "p:cNvSpPr", self._next(), name, told, title=is_title,
               text=True)  # fmt: skip
        self.titled |= is_title
        properties = SubElement(element, "p:spPr")
        turned = first.rotate if abs(first.rotate) != 90 else 0
        box = box_of(block) if turned else box_with_slack(block, self.scene.font)
        placed(properties, box, self.ground, turned=turned)
        preset(properties, "rect")
        SubElement(properties, "a:noFill")
        lined(properties, Paint(), self.ground)
        self._body(element, block, None)

    def _body(self, element: Element, block: Block, host: Shape | None) -> None:
        scene = self.scene
        written(element, block, self.ground, scene.language, scene.font, host)

    def _connector(self, parent: Element, connector: Connector) -> None:
        """Add a connector that PowerPoint leads itself, or its line as drawn where it could not.

        Of several between the same two shapes only the first is led: the others would lie on it.
        """
        way = self.leading.way(connector)
        element = SubElement(parent, "p:cxnSp" if way else "p:sp")
        name = readable(connector.title or connector.role or connector.id or "connector")
        tags = ("p:nvCxnSpPr", "p:cNvCxnSpPr") if way else ("p:nvSpPr", "p:cNvSpPr")
        number, told = self._next(), readable(connector.title)
        glue = _start(element, *tags, number, name, told, decorative=not way and not told)
        properties = SubElement(element, "p:spPr")
        if way:
            placed(properties, way.box, self.ground, turned=way.turned, flipped=way.flipped)
            preset(properties, way.form)
            self.connectors.append((glue, connector, way))
        else:
            xs, ys = zip(*connector.points, strict=True)
            box = (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
            placed(properties, box, self.ground)
            # An arrow head of PowerPoint's own has its tip at the end of the line.
            path = connector_path(replace(connector, head=False))
            free_form(properties, path, box, self.ground, fill=False)
        SubElement(properties, "a:noFill")
        lined(properties, connector.paint, self.ground, head=connector.head)

    def _glue(self, glue: Element, connector: Connector, way: NativeWay) -> None:
        """Tie the two ends of a connector to their shapes, once all shapes have numbers."""
        leaves, arrives = facing_sites(connector, way)
        ends = (
            ("a:stCxn", connector.start, leaves, connector.points[0]),
            ("a:endCxn", connector.end, arrives, connector.points[-1]),
        )
        for tag, end, site, point in ends:
            if end in self.glued:
                number, shape = self.glued[end]
                place = {"id": str(number), "idx": str(site_of(shape, site, point))}
                SubElement(glue, tag, place)

    def _unseen_title(self) -> Element:
        """Return a title above the slide: nobody sees it, and every screen reader tells it."""
        element = Element("p:sp")
        _start(element, "p:nvSpPr", "p:cNvSpPr", self._next(), "title", "", title=True, text=True)
        height = 40.0
        box = (0.0, -height - 20, self.scene.width, height)
        placed(SubElement(element, "p:spPr"), box, self.ground)
        text = Text(*box, lines=(), paragraphs=(), size=20, line_height=1.2)
        body = SubElement(element, "p:txBody")
        SubElement(body, "a:bodyPr")
        run = SubElement(SubElement(body, "a:p"), "a:r")
        size = str(round(text.size * self.ground.points * 100))
        SubElement(run, "a:rPr", {"sz": size})
        SubElement(run, "a:t").text = readable(self.scene.title)
        return element

    def _next(self) -> int:
        self.count += 1
        return self.count


def _hosts(shapes: Sequence[Shape], found: Sequence[Block]) -> dict[int, Block]:
    """Return the text that goes into a shape of the same group, by the shape's identity.

    Only a text that is alone goes in, and only where the shape's text area holds it.
    """
    bodies = [shape for shape in shapes if not shape.decorative and shape.kind != "path"]
    if len(found) != 1 or len(bodies) != 1 or found[0][0].role == "title":
        return {}
    (block,), (shape,) = found, bodies
    if block[0].rotate and abs(block[0].rotate) != 90:
        return {}
    return {id(shape): block} if min(insets_in(shape, block)) > -_SLIGHT else {}


def _is_one(nodes: Sequence[Node], hosts: dict[int, Block], found: Sequence[Block]) -> bool:
    """Tell whether a group comes down to one shape, so that it needs no group around it."""
    others = [node for node in nodes if not isinstance(node, Text)]
    if len(others) == 1 and isinstance(others[0], Shape):
        return not found or bool(hosts)
    return not others and len(found) == 1


def _group_start(element: Element, number: int, name: str, told: str) -> None:
    _start(element, "p:nvGrpSpPr", "p:cNvGrpSpPr", number, name, told)
    SubElement(element, "p:grpSpPr")


def _enclosed(group: Element) -> None:
    """Say where a group lies: around all it holds, which keeps its own places and sizes."""
    corners = []
    for child in group[2:]:
        place = next(child.iter("a:xfrm"))
        x, y = (int(place[0].get(name, "0")) for name in ("x", "y"))
        w, h = (int(place[1].get(name, "0")) for name in ("cx", "cy"))
        if 45 <= int(place.get("rot", "0")) / 60_000 % 180 < 135:  # rather upright than level
            x, y, w, h = x + (w - h) // 2, y + (h - w) // 2, h, w
        corners.append((x, y, x + w, y + h))
    lefts, tops, rights, bottoms = zip(*corners, strict=True)
    left, top = min(lefts), min(tops)
    place = SubElement(group[1], "a:xfrm")
    size = {"cx": str(max(rights) - left), "cy": str(max(bottoms) - top)}
    for offset, extent in (("a:off", "a:ext"), ("a:chOff", "a:chExt")):
        SubElement(place, offset, {"x": str(left), "y": str(top)})
        SubElement(place, extent, size)


def _start(
    element: Element, tag: str, inner: str, number: int, name: str, told: str, *,
    decorative: bool = False, title: bool = False, text: bool = False,
) -> Element:  # fmt: skip
    """Add what is not drawn of a shape (number, name, alternative text); return its own part."""
    properties = SubElement(element, tag)
    about = SubElement(properties, "p:cNvPr", {"id": str(number), "name": name})
    if told and not decorative:
        about.set("descr", told)
    if decorative:
        extensions = SubElement(SubElement(about, "a:extLst"), "a:ext", {"uri": _DECORATIVE_URI})
        mark = {"xmlns:adec": _DECORATIVE, "val": "1"}
        SubElement(extensions, "adec:decorative", mark)
    kind = SubElement(properties, inner)
    if text and not title:
        kind.set("txBox", "1")
    more = SubElement(properties, "p:nvPr")
    if title:
        SubElement(more, "p:ph", {"type": "title"})
    return kind

"""Scene to SVG: one file that stands alone, with its fonts inside or its letters as outlines."""

from __future__ import annotations

import re
from typing import Literal
from xml.etree.ElementTree import Element, SubElement, tostring

from valuegraph.render.geometry import (
    arrow_head,
    connector_path,
    decimal,
    outline,
    rounded_path,
)
from valuegraph.render.page import printed_size
from valuegraph.render.scene import Connector, Group, Node, Paint, Scene, Shape, Text
from valuegraph.render.writers.fontsubset import subset_base64
from valuegraph.render.writers.svg_text import LiveText, PathText, readable

TextMode = Literal["live", "paths"]

_NOT_IN_ID = re.compile(r"[^A-Za-z0-9_.-]+")
_NOT_IN_NAME = re.compile(r"[^a-z0-9-]+")


def svg(
    scene: Scene, *, text: TextMode = "live", prefix: str = "", physical: bool = False
) -> bytes:
    """Return the scene as an SVG file in UTF-8.

    Args:
        scene: what to draw.
        text: ``"live"`` keeps the text as text and embeds the font's characters that are used;
            ``"paths"`` draws letters as outlines, for programs that ignore embedded fonts.
        prefix: put before every id, so that several pictures can stand in one page.
        physical: give the sheet's size in millimetres instead of design units.
    """
    return to_bytes(_Writer(scene, text, prefix).document(physical=physical))


def live_without_fonts(scene: Scene) -> bytes:
    """Return the scene as an SVG without its fonts, for renderers that are given them apart."""
    return to_bytes(_Writer(scene, "live", "").document(embed=False))


def drawing(scene: Scene) -> tuple[Element, dict[tuple[bool, bool], set[str]]]:
    """Return the scene as elements, and the characters that each face (bold, italic) has to draw.

    For a document that holds several drawings and brings the fonts itself.
    """
    writer = _Writer(scene, "live", "")
    root = writer.document(embed=False)
    return root, writer.text.characters if isinstance(writer.text, LiveText) else {}


def to_bytes(root: Element) -> bytes:
    """Return the document as bytes, the same on every platform."""
    return tostring(root, encoding="unicode").encode("utf-8") + b"\n"


class _Writer:
    def __init__(self, scene: Scene, mode: TextMode, prefix: str) -> None:
        self.scene = scene
        self.prefix = _NOT_IN_ID.sub("-", prefix)
        self.taken: set[str] = set()
        self.ids: dict[str, str] = {}
        self.title_id, self.description_id = self._new_id("vg-title"), self._new_id("vg-desc")
        for node in scene.walk():
            if not isinstance(node, Text) and node.id:
                self.ids[node.id] = self._new_id(node.id)
        self.text: LiveText | PathText
        if mode == "live":
            self.text = LiveText(scene.font)
        elif mode == "paths":
            self.text = PathText(scene.font, self._new_id("vg-glyph"))
        else:
            raise ValueError(f"text is 'live' or 'paths', not {mode!r}")

    def document(self, *, physical: bool = False, embed: bool = True) -> Element:
        scene = self.scene
        width, height = decimal(scene.width), decimal(scene.height)
        wide, high = printed_size(scene.page, scene.width, scene.height)
        root = Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {width} {height}",
                "width": f"{decimal(wide)}mm" if physical else width,
                "height": f"{decimal(high)}mm" if physical else height,
                "role": "img",
                "aria-labelledby": self.title_id,
                "aria-describedby": self.description_id,
                "lang": readable(scene.language),
                "font-family": f"'{readable(scene.font.family)}', Calibri, 'Segoe UI', sans-serif",
                "stroke-linecap": "round",
                "stroke-linejoin": "round",
            },
        )
        _labelled(root, "title", scene.title, id=self.title_id)
        _labelled(root, "desc", scene.description, id=self.description_id)
        definitions = SubElement(root, "defs")
        definitions.tail = "\n"
        if scene.background:
            ground = {"width": width, "height": height, "fill": scene.background}
            SubElement(root, "rect", ground).tail = "\n"
        for node in scene.children:
            self._node(root, node)
        if isinstance(self.text, PathText):
            definitions.extend(self.text.definitions())
        elif embed and self.text.characters:
            SubElement(definitions, "style").text = self._font_faces(self.text)
        if not len(definitions):
            root.remove(definitions)
        return root

    def _node(self, parent: Element, node: Node) -> None:
        match node:
            case Group():
                self._group(parent, node)
            case Shape():
                self._shape(parent, node)
            case Connector():
                self._connector(parent, node)
            case Text() if node.full:
                whole = _child(parent, "g", {})
                _labelled(whole, "title", node.full)
                self.text.write(whole, node)
            case Text():
                self.text.write(parent, node)

    def _group(self, parent: Element, group: Group) -> None:
        attributes = self._identity(group.id, group.role)
        if group.ref:
            attributes["data-ref"] = readable(group.ref)
        for name, value in group.data:
            attributes["data-" + _NOT_IN_NAME.sub("-", name.lower())] = readable(value)
        element = _child(parent, "g", attributes)
        element.text = "\n"
        if group.title:
            _labelled(element, "title", group.title)
        if group.description:
            _labelled(element, "desc", group.description)
        for child in group.children:
            self._node(element, child)

    def _shape(self, parent: Element, shape: Shape) -> None:
        attributes = self._identity(shape.id, shape.role)
        x, y, w, h = shape.x, shape.y, shape.w, shape.h
        stretch = w / shape.grid if shape.kind == "path" and shape.grid else 1.0
        match shape.kind:
            case "rect":
                tag = "rect"
                attributes |= {"x": decimal(x), "y": decimal(y)}
                attributes |= {"width": decimal(w), "height": decimal(h)}
                if shape.radius:
                    attributes["rx"] = decimal(min(shape.radius, w / 2, h / 2))
            case "ellipse":
                tag = "ellipse"
                attributes |= {"cx": decimal(x + w / 2), "cy": decimal(y + h / 2)}
                attributes |= {"rx": decimal(w / 2), "ry": decimal(h / 2)}
            case "path":
                tag = "path"
                attributes["d"] = readable(shape.d)
                if shape.grid:
                    scale = f"{stretch:.4f}".rstrip("0").rstrip(".")
                    attributes["transform"] = f"translate({decimal(x)} {decimal(y)}) scale({scale})"
            case "line":
                tag = "path"
                attributes["d"] = rounded_path(shape.points, shape.radius, closed=False)
            case _:
                tag = "path"
                attributes["d"] = rounded_path(outline(shape), shape.radius)
        element = _child(parent, tag, attributes | _painted(shape.paint, stretch))
        if shape.title:
            _labelled(element, "title", shape.title)

    def _connector(self, parent: Element, connector: Connector) -> None:
        attributes = self._identity(connector.id, connector.role)
        if connector.ref:
            attributes["data-ref"] = readable(connector.ref)
        attributes["data-start"] = self.ids[connector.start]
        attributes["data-end"] = self.ids[connector.end]
        element = _child(parent, "g", attributes)
        if connector.title:
            _labelled(element, "title", connector.title)
        line = {"d": connector_path(connector), **_painted(connector.paint)}
        line["fill"] = "none"
        _child(element, "path", line)
        if connector.head:
            head = {"d": rounded_path(arrow_head(connector), 0), "fill": connector.paint.stroke}
            _child(element, "path", head)

    def _font_faces(self, text: LiveText) -> str:
        faces = []
        for (bold, italic), characters in sorted(text.characters.items()):
            path = self.scene.font.file(bold=bold, italic=italic)
            data = subset_base64(path, "".join(sorted(characters)))
            faces.append(
                f"@font-face{{font-family:'{self.scene.font.family}';"
                f"font-weight:{700 if bold else 400};font-style:{'italic' if italic else 'normal'};"
                f"src:url(data:font/ttf;base64,{data}) format('truetype')}}"
            )
        return "\n".join(faces)

    def _identity(self, id_: str, role: str) -> dict[str, str]:
        attributes = {"id": self.ids[id_]} if id_ else {}
        if role:
            attributes["class"] = "vg-" + _NOT_IN_NAME.sub("-", role.lower().replace("_", "-"))
        return attributes

    def _new_id(self, wanted: str) -> str:
        safe = _NOT_IN_ID.sub("-", wanted)
        # An id may not begin with a digit in style sheets.
        safe = self.prefix + (safe if safe[:1].isalpha() or self.prefix else "n" + safe)
        free, number = safe, 2
        while free in self.taken:
            free, number = f"{safe}-{number}", number + 1
        self.taken.add(free)
        return free


def _painted(paint: Paint, stretch: float = 1.0) -> dict[str, str]:
    attributes = {"fill": paint.fill or "none"}
    if paint.stroke:
        attributes["stroke"] = paint.stroke
        attributes["stroke-width"] = decimal(paint.width / stretch)
        if paint.dash:
            attributes["stroke-dasharray"] = " ".join(decimal(part) for part in paint.dash)
    if paint.opacity != 1:
        attributes["opacity"] = decimal(paint.opacity)
    return attributes


def _child(parent: Element, tag: str, attributes: dict[str, str]) -> Element:
    element = SubElement(parent, tag, attributes)
    element.tail = "\n"
    return element


def _labelled(parent: Element, tag: str, text: str, **attributes: str) -> None:
    _child(parent, tag, attributes).text = readable(text)

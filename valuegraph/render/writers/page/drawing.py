"""A scene as SVG inside a page: short, its styles and icons shared with the page's other ones."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, tostring

from valuegraph.render.scene import Scene
from valuegraph.render.writers.svg import drawing

_NUMBER = re.compile(r"-?\d+\.\d\d+")
_ROUNDED = ("x", "y", "width", "height", "cx", "cy", "rx", "ry", "d")
_STYLE = {
    "fill": "",
    "stroke": "",
    "stroke-width": "",
    "stroke-dasharray": "",
    "font-size": "px",
    "font-weight": "",
    "font-style": "",
    "text-anchor": "",
    "letter-spacing": "px",
}
_DIGITS = "abcdefghijklmnopqrstuvwxyz"
_WORTH_SHARING = 40


class Drawings:
    """Draws the scenes of one page and keeps what they share.

    Attributes:
        characters: face (bold, italic) -> the characters that the drawings show in it.
    """

    def __init__(self) -> None:
        self.characters: dict[tuple[bool, bool], set[str]] = {}
        self._styles: dict[str, str] = {}
        self._paths: dict[str, str] = {}

    def draw(self, scene: Scene, id: str) -> str:
        """Return the scene as an ``<svg>`` element; ``id`` is that of its description."""
        root, characters = drawing(scene)
        for style, used in characters.items():
            self.characters.setdefault(style, set()).update(used)
        for name in ("xmlns", "width", "height", "font-family", "aria-labelledby"):
            root.attrib.pop(name, None)
        root.set("aria-label", scene.title)
        root.set("aria-describedby", id)
        for child in list(root):
            if child.tag == "title":
                root.remove(child)
            elif child.tag == "desc":
                child.attrib = {"id": id}
        self._shorten(root, is_root=True)
        return tostring(root, encoding="unicode").replace(" />", "/>")

    def style_sheet(self) -> str:
        """Return the rules of the classes that the drawings use."""
        return "".join(f"svg .{name}{{{rule}}}" for rule, name in self._styles.items())

    def definitions(self) -> str:
        """Return the outlines that the drawings use more than once, as an element of its own."""
        paths = "".join(f'<path id="{name}" d="{d}"/>' for d, name in self._paths.items())
        return f'<svg class="vg-defs" aria-hidden="true"><defs>{paths}</defs></svg>'

    def _shorten(self, parent: Element, *, is_root: bool = False) -> None:
        children: list[Element] = []
        for child in parent:
            told = child.tag in ("title", "desc")
            if told and not is_root and not _is_shortened_text(parent):
                continue  # the page says it in its own panel
            if child.tag == "g":
                children += self._group(child)
                continue
            self._leaf(child)
            children.append(child)
        for old in list(parent):
            parent.remove(old)
        parent.extend(children)
        parent.text = parent.text if parent.tag in ("text", "tspan", "title", "desc") else None

    def _group(self, group: Element) -> list[Element]:
        """Return the group, or what it holds where the group itself says nothing."""
        ref = group.get("data-ref")
        whole = _is_shortened_text(group)
        self._shorten(group)
        opacity = group.get("opacity")
        group.attrib = {"data-ref": ref} if ref else {}
        if opacity:
            group.set("opacity", opacity)
        group.tail = None
        if not group.attrib and not whole:
            return list(group)
        return _side_by_side(group) if ref else [group]

    def _leaf(self, leaf: Element) -> None:
        for name in ("id", "class"):
            leaf.attrib.pop(name, None)
        if leaf.tag in ("tspan", "text"):
            for child in leaf:
                self._leaf(child)
        else:
            leaf.text = None
        for child in list(leaf):
            if child.tag in ("title", "desc"):
                leaf.remove(child)
        icon = leaf.get("d", "")
        for name in _ROUNDED:
            if name in leaf.attrib and "transform" not in leaf.attrib:
                leaf.set(name, _NUMBER.sub(_one_decimal, leaf.get(name, "")))
        if "transform" in leaf.attrib and len(icon) > _WORTH_SHARING:
            del leaf.attrib["d"]
            leaf.tag = "use"
            leaf.set("href", "#" + self._paths.setdefault(icon, f"i{len(self._paths)}"))
        rule = ";".join(
            f"{name}:{leaf.attrib.pop(name)}{unit}"
            for name, unit in _STYLE.items()
            if name in leaf.attrib
        )
        if rule:
            leaf.set("class", self._styles.setdefault(rule, _name(len(self._styles))))
        # White space, or readers run the words of two texts together.
        leaf.tail = "\n" if leaf.tag == "text" else leaf.tail if leaf.tag == "tspan" else None


def _is_shortened_text(element: Element) -> bool:
    """Tell whether a group is there to say the whole of a text that is shown shortened."""
    return (
        element.tag == "g"
        and [child.tag for child in element] == ["title", "text"]
        and not (element.attrib)
    )


def _side_by_side(group: Element) -> list[Element]:
    """Return a part's group and, beside it, those of other parts that were inside it.

    A button may not hold another button, and what is drawn later must stay on top.
    """
    if group.find(".//*[@data-ref]") is None:
        return [group]
    found: list[Element] = []
    own: Element | None = None
    for child in list(group):
        if child.get("data-ref") or child.find(".//*[@data-ref]") is not None:
            found.append(child)
            own = None
            continue
        if own is None:
            again = any(one.get("data-ref") == group.get("data-ref") for one in found)
            attributes = dict(group.attrib)
            if again:  # lit with its part, but no second button
                attributes["data-part"] = attributes.pop("data-ref")
            own = Element("g", attributes)
            found.append(own)
        own.append(child)
    return found


def _one_decimal(number: re.Match[str]) -> str:
    return f"{float(number[0]):.1f}".removesuffix(".0")


def _name(number: int) -> str:
    """Return a short name: a, b ... z, aa, ab ..."""
    letters = _DIGITS[number % 26]
    while number >= 26:
        number = number // 26 - 1
        letters = _DIGITS[number % 26] + letters
    return "_" + letters

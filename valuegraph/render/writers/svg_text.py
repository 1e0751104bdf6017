"""Texts in SVG: as text that can be selected, or as outlines that look the same everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement

from valuegraph.render.baselines import PlacedLine, placed_lines
from valuegraph.render.fontface import Font, face
from valuegraph.render.geometry import decimal
from valuegraph.render.scene import Run, Runs, Text
from valuegraph.render.writers.fontsubset import glyph_path

_INVALID_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ANCHORS = {"left": "start", "center": "middle", "right": "end"}


def readable(text: str) -> str:
    """Return ``text`` without the characters that XML forbids (half characters become U+FFFD)."""
    return _INVALID_IN_XML.sub("", _SURROGATE.sub("\ufffd", text))


class LiveText:
    """Writes ``<text>`` elements and notes the characters that each face has to draw."""

    def __init__(self, font: Font) -> None:
        self.font = font
        self.characters: dict[tuple[bool, bool], set[str]] = {}

    def write(self, parent: Element, text: Text) -> None:
        """Add one text: one element, or one for each line where lines are not anchored left."""
        if not text.lines:
            return
        first = text.lines[0][0]
        common = {"font-size": decimal(text.size * first.scale), **_look(first)}
        if text.align != "left":
            common["text-anchor"] = _ANCHORS[text.align]
        if text.tracking:
            common["letter-spacing"] = decimal(text.tracking)
        common |= _turned(text)
        lines = placed_lines(text, self.font)
        for runs in text.lines:
            self._note(runs)
        if text.align == "left" and len(lines) > 1:
            self._in_one(parent, text, lines, common)
            return
        # A space at the end would shift a line that is not anchored left: one element a line.
        for line in lines:
            place = {"x": decimal(line.x), "y": decimal(line.y)}
            element = SubElement(parent, "text", place | common)
            element.tail = "\n"  # white space, or readers run the words of two texts together
            _fill(element, line.runs, first, text.size)

    def _in_one(
        self, parent: Element, text: Text, lines: tuple[PlacedLine, ...], common: dict[str, str]
    ) -> None:
        element = SubElement(parent, "text", common)
        element.tail = "\n"
        for index, line in enumerate(lines):
            place = {"x": decimal(line.x), "y": decimal(line.y)}
            span = SubElement(element, "tspan", place)
            broken = "".join(run.text for run in line.runs).endswith("-")
            ending = "" if broken or index == len(lines) - 1 else " "
            _fill(span, line.runs, text.lines[0][0], text.size, ending)

    def _note(self, runs: Runs) -> None:
        for run in runs:
            self.characters.setdefault((run.bold, run.italic and not run.bold), set()).update(
                run.text + " "
            )


class PathText:
    """Writes texts as outlines; each glyph is defined once and used many times."""

    def __init__(self, font: Font, prefix: str) -> None:
        self.font = font
        self.prefix = prefix
        self.glyphs: dict[tuple[bool, bool, str], str] = {}

    def write(self, parent: Element, text: Text) -> None:
        """Add one text as a group that says what it reads."""
        if not text.lines:
            return
        label = readable(text.full or text.plain)
        group = SubElement(parent, "g", {"role": "img", "aria-label": label, **_turned(text)})
        group.tail = "\n"
        for line in placed_lines(text, self.font):
            widths = [self._width(run, text) for run in line.runs]
            share = {"left": 0.0, "center": 0.5, "right": 1.0}[text.align]
            x = line.x - share * sum(widths)
            for run, width in zip(line.runs, widths, strict=True):
                self._run(group, run, text, x, line.y)
                x += width

    def definitions(self) -> Iterator[Element]:
        """Yield the outlines that were used, in the order of their first use."""
        for (bold, italic, character), name in self.glyphs.items():
            path = glyph_path(self.font.file(bold=bold, italic=italic), character)
            element = Element("path", {"id": name, "d": path})
            element.tail = "\n"
            yield element

    def _run(self, group: Element, run: Run, text: Text, x: float, y: float) -> None:
        metrics = face(self.font, bold=run.bold, italic=run.italic)
        size = text.size * run.scale
        scale = f"{size / metrics.units:.5f}"
        placed = f"translate({decimal(x)} {decimal(y)}) scale({scale} -{scale})"
        element = SubElement(group, "g", {"transform": placed, "fill": run.colour})
        for character, at in zip(run.text, self._places(run, text), strict=False):
            if character.isspace():
                continue
            use = SubElement(element, "use", {"href": "#" + self._glyph(run, character)})
            if at:
                use.set("x", f"{at * metrics.units / size:.0f}")

    def _glyph(self, run: Run, character: str) -> str:
        key = (run.bold, run.italic and not run.bold, character)
        if key not in self.glyphs:
            style = "b" if run.bold else "i" if run.italic else "r"
            self.glyphs[key] = f"{self.prefix}-{style}{ord(character):x}"
        return self.glyphs[key]

    def _places(self, run: Run, text: Text) -> list[float]:
        """Return where each character begins, and where the run ends, in du, kerned."""
        metrics = face(self.font, bold=run.bold, italic=run.italic)
        size = text.size * run.scale
        places = [0.0]
        for character, following in pairwise(run.text + " "):
            step = metrics.advances[character] + metrics.kerning(character, following)
            places.append(places[-1] + step * size + text.tracking)
        return places

    def _width(self, run: Run, text: Text) -> float:
        return self._places(run, text)[-1]


def _fill(element: Element, runs: Runs, base: Run, size: float, ending: str = "") -> None:
    """Put the runs into ``element``, whose style is that of ``base``."""
    if len(runs) == 1 and _same_look(runs[0], base):
        element.text = runs[0].text + ending
        return
    for run in runs:
        look = {"font-weight": "400", "font-style": "normal", **_look(run)}
        part = SubElement(element, "tspan", {"font-size": decimal(size * run.scale), **look})
        part.text = run.text + (ending if run is runs[-1] else "")


def _same_look(run: Run, base: Run) -> bool:
    return _look(run) == _look(base) and run.scale == base.scale


def _look(run: Run) -> dict[str, str]:
    look = {"fill": run.colour}
    if run.bold:
        look["font-weight"] = "700"
    elif run.italic:
        look["font-style"] = "italic"
    return look


def _turned(text: Text) -> dict[str, str]:
    if not text.rotate:
        return {}
    centre = f"{decimal(text.x + text.w / 2)} {decimal(text.y + text.h / 2)}"
    return {"transform": f"rotate({decimal(text.rotate)} {centre})"}

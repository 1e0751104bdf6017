"""Texts of a slide: whole paragraphs that can be edited, set so that they lie as in the scene."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement

from valuegraph.render.fontface import Font
from valuegraph.render.scene import Run, Runs, Shape, Text
from valuegraph.render.wrap import line_width
from valuegraph.render.writers.pptx_geometry import Box, Ground, text_area
from valuegraph.render.writers.svg_text import readable

Block = tuple[Text, ...]
"""Texts that stand one below the other and make one text to edit."""

_SAME_WIDTHS = {"Carlito": "Calibri"}
"""The font every PowerPoint has whose letters are as wide as those of ours."""
_FONT_LINE = 1.2207
"""The height of a line of Calibri, to which its spacing is relative, in ems."""
_SLACK = 0.004
"""The share of a width by which rounding might push out a word that just fits. More would let the
first word of the next line jump up, so only texts that have no next line get more."""
_SLACK_OF_ONE_LINE = 0.04
_ROUNDED = 0.03
"""The share by which sizes of letters may be rounded up."""
_LEAST_SIZE = 8.0
"""Letters are not made smaller than that, in design units, for the sake of a long word."""
_ALIGNED = {"left": "l", "center": "ctr", "right": "r"}
_ANCHORED = {"top": "t", "middle": "ctr", "bottom": "b"}
_LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_BREAKS = re.compile(r"[\n\r\v\f]+")


def blocks(texts: Sequence[Text]) -> list[Block]:
    """Return the texts of a group, those that go on below one another brought together.

    A name and what is said below it, in another style, are one text: in two boxes they would
    overlap or part as soon as somebody edits the upper one. Items of a list stay apart, each
    beside its bullet.
    """
    found: list[Block] = []
    for text in texts:
        if found and _goes_on(found[-1][-1], text):
            found[-1] = (*found[-1], text)
        else:
            found.append((text,))
    return found


def box_of(block: Block) -> Box:
    """Return the box of a block, before it is turned."""
    first, last = block[0], block[-1]
    return first.x, first.y, first.w, last.y + last.h - first.y


def turned_box(block: Block) -> Box:
    """Return the box that a block takes up on the sheet; upright texts swap width and height."""
    x, y, w, h = box_of(block)
    if abs(block[0].rotate) != 90:
        return x, y, w, h
    return x + (w - h) / 2, y + (h - w) / 2, h, w


def written(
    shape: Element, block: Block, ground: Ground, language: str, font: Font, host: Shape | None
) -> None:
    """Add ``p:txBody`` with a block, inset in its host so that it lies where it was."""
    body = SubElement(shape, "p:txBody")
    insets = (0.0, 0.0, 0.0, 0.0) if host is None else insets_in(host, block)
    slack = _slack(block, font)
    left, top, right, bottom = insets
    if host is not None and block[0].align == "left":
        right = max(0.0, right - slack)
    elif host is not None:
        left, right = max(0.0, left - slack / 2), max(0.0, right - slack / 2)
    attributes = {"wrap": "square"}
    for name, inset in zip(("lIns", "tIns", "rIns", "bIns"), (left, top, right, bottom),
                           strict=True):  # fmt: skip
        attributes[name] = str(ground.length(inset))
    if abs(block[0].rotate) == 90:
        attributes["vert"] = "vert270" if block[0].rotate < 0 else "vert"
    attributes |= {"anchor": _ANCHORED[block[0].valign], "rtlCol": "0"}
    SubElement(SubElement(body, "a:bodyPr", attributes), "a:noAutofit")
    SubElement(body, "a:lstStyle")
    tongue = _LANGUAGES.get(language) or (language if _LANGUAGE.fullmatch(language) else "")
    before = 0.0
    for text, following in (*pairwise(block), (block[-1], None)):
        shrunk = _shrunk(text, font)
        for runs in text.paragraphs or ((Run(""),),):
            paragraph = SubElement(body, "a:p")
            _spacing(paragraph, text, before, ground)
            for run in runs:
                _run(
                    paragraph, replace(run, scale=run.scale * shrunk), text, ground, tongue,
                    _SAME_WIDTHS.get(font.family, font.family),
                )  # fmt: skip
            before = 0.0
        before = following.y - text.y - text.text_height if following else 0.0


def insets_in(host: Shape, block: Block) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom insets of a block in a shape; below 0 where it sticks out.

    A text in the middle of its shape gets none above and below, so that it stays there when
    somebody changes it.
    """
    x, y, w, h = turned_box(block)
    left, top, wide, high = text_area(host)
    insets = (x - left, y - top, left + wide - x - w, top + high - y - h)
    if abs(block[0].rotate) == 90:
        return 0.0, 0.0, 0.0, 0.0
    if block[0].valign == "middle" and abs(insets[1] - insets[3]) < 0.5:
        return insets[0], 0.0, insets[2], 0.0
    return insets


def box_with_slack(block: Block, font: Font) -> Box:
    """Return the box of a block that has no host, a little wider on the side it may grow to."""
    x, y, w, h = turned_box(block)
    slack = _slack(block, font)
    if abs(block[0].rotate) == 90:
        return x, y - slack / 2, w, h + slack
    share = {"left": 0.0, "center": 0.5, "right": 1.0}[block[0].align]
    return x - slack * share, y, w + slack, h


def _shrunk(text: Text, font: Font) -> float:
    """Return by what to multiply the letters so that no word is longer than its line.

    Neither PowerPoint nor LibreOffice sets the hyphens that our lines may have: they would cut
    such a word wherever the line ends.
    """
    words = ((word, run) for runs in text.paragraphs for run in runs for word in run.text.split())
    longest = max(
        (_width((replace(run, text=word),), text, font) for word, run in words), default=0
    )
    if longest <= text.w:
        return 1.0
    least = min(1.0, _LEAST_SIZE / text.size)
    return max(least, text.w * (1 - _ROUNDED) / longest)


def _slack(block: Block, font: Font) -> float:
    """Return by how much the box of a block is widened."""
    w = block[0].w
    if any(len(text.lines) > len(text.paragraphs) for text in block):
        return w * _SLACK
    widest = max(_width(runs, text, font) for text in block for runs in text.lines)
    return max(w * _SLACK, widest * (1 + _SLACK_OF_ONE_LINE) - w)


def _width(line: Runs, text: Text, font: Font) -> float:
    return sum(
        line_width(run.text, text.size * run.scale, font=font, bold=run.bold, italic=run.italic,
                   tracking=text.tracking)
        for run in line
    )  # fmt: skip


def _goes_on(upper: Text, lower: Text) -> bool:
    same = (upper.w, upper.align, upper.rotate) == (lower.w, lower.align, lower.rotate)
    gap = lower.y - upper.y - upper.h
    return (
        same
        and abs(upper.x - lower.x) < 0.01
        and not upper.rotate
        and (upper.valign, lower.valign) == ("top", "top")
        and upper.size != lower.size
        and "title" not in (upper.role, lower.role)
        and 0 <= gap < upper.size
    )


def _spacing(paragraph: Element, text: Text, before: float, ground: Ground) -> None:
    attributes = {"marL": "0", "indent": "0", "algn": _ALIGNED[text.align]}
    properties = SubElement(paragraph, "a:pPr", attributes)
    line = str(round(text.line_height / _FONT_LINE * 100_000))
    SubElement(SubElement(properties, "a:lnSpc"), "a:spcPct", {"val": line})
    points = str(max(0, round(before * ground.points * 100)))
    SubElement(SubElement(properties, "a:spcBef"), "a:spcPts", {"val": points})
    SubElement(properties, "a:buNone")


def _run(
    paragraph: Element, run: Run, text: Text, ground: Ground, language: str, font: str
) -> None:
    element = SubElement(paragraph, "a:r")
    size = max(100, round(text.size * run.scale * ground.points * 100))
    attributes = {"lang": language} if language else {}
    attributes |= {"sz": str(size), "b": str(int(run.bold))}
    attributes["i"] = str(int(run.italic and not run.bold))
    if text.caps:
        attributes["cap"] = "all"
    if text.tracking:
        attributes["spc"] = str(round(text.tracking * ground.points * 100))
    look = SubElement(element, "a:rPr", attributes | {"dirty": "0"})
    colour = {"val": run.colour.lstrip("#").upper()}
    SubElement(SubElement(look, "a:solidFill"), "a:srgbClr", colour)
    for face in ("a:latin", "a:cs"):
        SubElement(look, face, {"typeface": font})
    SubElement(element, "a:t").text = _BREAKS.sub(" ", readable(run.text))

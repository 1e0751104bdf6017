"""The part of a font that a picture needs: a subset to embed, or the outlines of its glyphs."""

from __future__ import annotations

from base64 import b64decode, b64encode
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from valuegraph.render.fontface import open_font

_FEATURES = ["kern", "liga", "calt", "ccmp", "locl"]
_NAMES = [0, 1, 2, 13, 14]  # copyright, family, style, licence, its address


@lru_cache(maxsize=64)
def subset_base64(path: Path, characters: str, *, ligatures: bool = True) -> str:
    """Return a TrueType font of just these characters, in base64, kerned.

    Nothing in it is compressed or dated, so that it is the same on every platform.
    """
    from fontTools import subset

    options = subset.Options()
    options.hinting = False
    options.layout_features = _FEATURES if ligatures else ["kern"]
    options.name_IDs = _NAMES
    options.glyph_names = False
    options.harfbuzz_repacker = False  # or the bytes would change where uharfbuzz is installed
    font = open_font(path)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes={ord(character) for character in characters})
    subsetter.subset(font)
    buffer = BytesIO()
    font.save(buffer, reorderTables=True)
    return b64encode(buffer.getvalue()).decode("ascii")


@lru_cache(maxsize=64)
def woff_base64(path: Path, characters: str) -> str:
    """Return the same font as WOFF without ligatures, in base64: half the size.

    It is the same for one version of zlib.
    """
    from fontTools.ttLib import TTFont

    plain = BytesIO(b64decode(subset_base64(path, characters, ligatures=False)))
    font = TTFont(plain, recalcTimestamp=False, recalcBBoxes=False)
    font.flavor = "woff"
    buffer = BytesIO()
    font.save(buffer, reorderTables=True)
    return b64encode(buffer.getvalue()).decode("ascii")


@lru_cache(maxsize=4096)
def glyph_path(path: Path, character: str) -> str:
    """Return the SVG path data of a character's glyph, in font units, y upwards; "" for a space."""
    from fontTools.pens.svgPathPen import SVGPathPen

    glyphs, names = _glyph_set(path)
    pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.0f}")
    glyphs[names[ord(character)]].draw(pen)
    return str(pen.getCommands())


@lru_cache(maxsize=16)
def _glyph_set(path: Path) -> tuple[Any, dict[int, str]]:
    font = open_font(path)
    return font.getGlyphSet(), font.getBestCmap()

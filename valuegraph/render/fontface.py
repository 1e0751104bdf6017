"""Font metrics: which characters a face has and how wide they are, read once by fontTools."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

FONT_FOLDER = Path(__file__).parent / "fonts"


@dataclass(frozen=True, slots=True)
class Font:
    """A font family and the files of its three faces (bold italic is drawn as bold)."""

    family: str
    regular: Path
    bold: Path
    italic: Path

    def file(self, *, bold: bool = False, italic: bool = False) -> Path:
        """Return the file of the face that draws this style."""
        return self.bold if bold else self.italic if italic else self.regular


CARLITO = Font(
    "Carlito",
    FONT_FOLDER / "Carlito-Regular.ttf",
    FONT_FOLDER / "Carlito-Bold.ttf",
    FONT_FOLDER / "Carlito-Italic.ttf",
)


@dataclass(frozen=True, eq=False)
class Face:
    """The metrics of one font file, all in ems (multiply by the text's size)."""

    path: Path
    units: int
    advances: dict[str, float]
    cap_height: float
    x_height: float
    ascent: float
    descent: float
    _glyphs: dict[str, str]
    _kerning: tuple[_PairTable, ...]

    def covers(self, character: str) -> bool:
        """Tell whether the font can draw this character."""
        return character in self.advances

    def kerning(self, left: str, right: str) -> float:
        """Return by how much the font moves ``right`` when it follows ``left`` (mostly below 0)."""
        first, second = self._glyphs.get(left, ""), self._glyphs.get(right, "")
        for table in self._kerning:
            if first in table.covered:
                return table.value(first, second) / self.units
        return 0.0

    def width(self, drawn: str) -> float:
        """Return an upper bound of the width of ``drawn``, which the font must cover.

        It is the sum of the advances and of the kernings that push apart: at least what a renderer
        that kerns and joins letters shows, and what one that does neither shows.
        """
        advances = self.advances
        return sum(advances[character] for character in drawn) + sum(
            push for pair in pairwise(drawn) if (push := _kerning(self, *pair)) > 0
        )


@dataclass(frozen=True, slots=True)
class _PairTable:
    """One class-based kerning table: rows of first glyphs, columns of second ones."""

    covered: frozenset[str]
    first: dict[str, int]
    second: dict[str, int]
    rows: Any

    def value(self, first: str, second: str) -> int:
        # fontTools decodes a row when it is first asked for: most are never needed.
        column = self.second.get(second, 0)
        record = self.rows[self.first.get(first, 0)].Class2Record[column].Value1
        return record.XAdvance if record else 0


@lru_cache(maxsize=16384)
def _kerning(face: Face, left: str, right: str) -> float:
    return face.kerning(left, right)


def face(font: Font = CARLITO, *, bold: bool = False, italic: bool = False) -> Face:
    """Return the metrics of the face that draws this style of the font."""
    return _read(font.file(bold=bold, italic=italic))


@lru_cache(maxsize=16)
def _read(path: Path) -> Face:
    font = open_font(path)
    units = font["head"].unitsPerEm
    metrics, glyphs = font["hmtx"], font.getBestCmap()
    os2, hhea = font["OS/2"], font["hhea"]
    return Face(
        path,
        units,
        {chr(code): metrics[glyph][0] / units for code, glyph in glyphs.items()},
        cap_height=os2.sCapHeight / units,
        x_height=os2.sxHeight / units,
        ascent=hhea.ascent / units,
        descent=-hhea.descent / units,
        _glyphs={chr(code): glyph for code, glyph in glyphs.items()},
        _kerning=tuple(_pair_tables(font)),
    )


def open_font(path: Path) -> Any:
    """Open a font file by fontTools, without its remark on Carlito's date."""
    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools.ttLib.tables._h_e_a_d").setLevel(logging.ERROR)
    # From memory: no file stays open, and yet only the tables that are asked for are decoded.
    return TTFont(BytesIO(path.read_bytes()), lazy=True)


def _pair_tables(font: Any) -> list[_PairTable]:
    if "GPOS" not in font:
        return []
    gpos = font["GPOS"].table
    used = {
        index
        for record in gpos.FeatureList.FeatureRecord
        if record.FeatureTag == "kern"
        for index in record.Feature.LookupListIndex
    }
    tables = []
    for index in sorted(used):
        for entry in gpos.LookupList.Lookup[index].SubTable:
            table = getattr(entry, "ExtSubTable", entry)
            if table.LookupType == 2 and table.Format == 2:
                tables.append(
                    _PairTable(
                        frozenset(table.Coverage.glyphs),
                        table.ClassDef1.classDefs,
                        table.ClassDef2.classDefs,
                        table.Class1Record,
                    )
                )
    return tables

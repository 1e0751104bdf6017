"""Font metrics: which characters a face has and how wide they are, read once by fontTools."""

from __future__ import annotations

import logging
from collections.abc import Iterator
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
    _kerning: tuple[_PairTable | _PairList, ...]
    _wider_ligatures: dict[tuple[str, str], float]

    def covers(self, character: str) -> bool:
        """Tell whether the font can draw this character."""
        return character in self.advances

    def kerning(self, left: str, right: str) -> float:
        """Return by how much the font moves ``right`` when it follows ``left`` (mostly below 0)."""
        first, second = self._glyphs.get(left, ""), self._glyphs.get(right, "")
        for table in self._kerning:
            found = table.value(first, second)
            if found is not None:
                return found / self.units
        return 0.0

    def width(self, drawn: str) -> float:
        """Return an upper bound of the width of ``drawn``, which the font must cover.

        It is the sum of the advances and of what pushes apart (kerning, a wider ligature): at least
        what a renderer that kerns and joins letters shows, and what one that does neither shows.
        """
        advances = self.advances
        return sum(advances[character] for character in drawn) + sum(
            _push(self, left, right) for left, right in pairwise(drawn)
        )


@dataclass(frozen=True, slots=True)
class _PairTable:
    """One class-based kerning table: rows of first glyphs, columns of second ones."""

    covered: frozenset[str]
    first: dict[str, int]
    second: dict[str, int]
    rows: Any

    def value(self, first: str, second: str) -> int | None:
        """Return what the table says of a pair, if it is the one to ask."""
        if first not in self.covered:
            return None
        # fontTools decodes a row when it is first asked for: most are never needed.
        column = self.second.get(second, 0)
        record = self.rows[self.first.get(first, 0)].Class2Record[column].Value1
        return record.XAdvance if record else 0


@dataclass(frozen=True, slots=True)
class _PairList:
    """One kerning table that lists its pairs; what it does not list is asked of the next."""

    pairs: dict[tuple[str, str], int]

    def value(self, first: str, second: str) -> int | None:
        return self.pairs.get((first, second))


@lru_cache(maxsize=16384)
def _push(face: Face, left: str, right: str) -> float:
    """Return by how much two neighbours may be wider together than apart, in ems."""
    ligature = (face._glyphs.get(left, ""), face._glyphs.get(right, ""))
    return max(0.0, face.kerning(left, right)) + face._wider_ligatures.get(ligature, 0.0)


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
        _wider_ligatures=dict(_wider_ligatures(font, units)),
    )


def open_font(source: Path | BytesIO) -> Any:
    """Open a font file, or its bytes, by fontTools, without its remark on Carlito's date."""
    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools.ttLib.tables._h_e_a_d").setLevel(logging.ERROR)
    # From memory: no file stays open, and yet only the tables that are asked for are decoded.
    # A subset that is saved must not carry the time of the day.
    data = BytesIO(source.read_bytes()) if isinstance(source, Path) else source
    return TTFont(data, lazy=True, recalcTimestamp=False, recalcBBoxes=False)


def _pair_tables(font: Any) -> Iterator[_PairTable | _PairList]:
    tables = list(_subtables(font, "GPOS", "kern"))
    if not tables and "kern" in font:
        # As renderers do: the old table counts where there is no newer one.
        for old in font["kern"].kernTables:
            yield _PairList(getattr(old, "kernTable", {}))
    for table in tables:
        if table.LookupType == 2 and table.Format == 1:
            yield _PairList(
                {
                    (first, record.SecondGlyph): record.Value1.XAdvance
                    for first, pairs in zip(table.Coverage.glyphs, table.PairSet, strict=True)
                    for record in pairs.PairValueRecord
                    if record.Value1 and hasattr(record.Value1, "XAdvance")
                }
            )
        if table.LookupType == 2 and table.Format == 2:
            yield _PairTable(
                frozenset(table.Coverage.glyphs),
                table.ClassDef1.classDefs,
                table.ClassDef2.classDefs,
                table.Class1Record,
            )


def _wider_ligatures(font: Any, units: int) -> Iterator[tuple[tuple[str, str], float]]:
    metrics = font["hmtx"]
    for table in _subtables(font, "GSUB", "liga"):
        for first, ligatures in table.ligatures.items():
            for ligature in ligatures:
                if len(ligature.Component) == 1:
                    second = ligature.Component[0]
                    apart = metrics[first][0] + metrics[second][0]
                    if metrics[ligature.LigGlyph][0] > apart:
                        yield (first, second), (metrics[ligature.LigGlyph][0] - apart) / units


def _subtables(font: Any, table: str, feature: str) -> Iterator[Any]:
    """Yield the tables by which the font does ``feature``, in the order they are tried."""
    if table not in font:
        return
    layout = font[table].table
    used = {
        index
        for record in layout.FeatureList.FeatureRecord
        if record.FeatureTag == feature
        for index in record.Feature.LookupListIndex
    }
    for index in sorted(used):
        for entry in layout.LookupList.Lookup[index].SubTable:
            yield getattr(entry, "ExtSubTable", entry)

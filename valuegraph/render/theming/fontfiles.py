"""A font of a house: its files bounded, checked, and kept aside as every writer will find them."""

from __future__ import annotations

import hashlib
import os
import re
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from valuegraph.errors import FileAccessError, FileFormatError
from valuegraph.problems import Bilingual, Problem
from valuegraph.render.fontface import Font, face, open_font
from valuegraph.saving import reason_of

MAX_FONT_BYTES = 10_000_000
"""The largest font file that is read; a face of Latin, Greek and Cyrillic takes a tenth of it."""

_NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2")
_LETTERS = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,;:!?'’\"«»()-–—…+/%&"
    "ÀÂÇÉÈÊËÎÏÔÙÛŒàâçéèêëîïôùûœ"
)
_FAMILY = re.compile(r"[\w][\w .&+-]{0,59}")
# What renderers take for a style where it ends the name of a family: the rest is the family.
_STYLES = frozenset(
    (
        "regular", "normal", "italic", "oblique", "thin", "hairline", "light", "medium", "bold",
        "black", "heavy", "narrow", "condensed", "compressed", "expanded", "extra", "semi", "demi",
        "ultra",
    )
)  # fmt: skip
_RESTRICTED, _WEIGHTS = 0x2, {"regular": 400, "bold": 700, "italic": 400}
_NOT_FONTS = {b"ttcf": Bilingual("c’est une collection (TTC)", "it is a collection (TTC)"),
              b"wOFF": Bilingual("c’est une police pour le web (WOFF)", "it is a web font (WOFF)"),
              b"wOF2": Bilingual("c’est une police pour le web (WOFF2)",
                                 "it is a web font (WOFF2)")}  # fmt: skip
_TAKE_FILES = Bilingual("Donnez un fichier TTF ou OTF par style.",
                        "Give one TTF or OTF file a style.")  # fmt: skip


def read_font(
    regular: str | os.PathLike[str],
    bold: str | os.PathLike[str] | None = None,
    italic: str | os.PathLike[str] | None = None,
) -> Font:
    """Read a font for a theme from its files, TTF or OTF.

    The files are read once: what is drawn later does not depend on them any more.

    Args:
        regular: the file of the usual face.
        bold, italic: those of the others; the usual face stands in for what is missing.

    Raises:
        FileFormatError: a file is no font that every writer could use; all of it is told at once.
        FileAccessError: a file does not exist or cannot be opened.
    """
    font, problems = checked_font({"regular": regular, "bold": bold, "italic": italic})
    errors = [problem for problem in problems if problem.severity == "error"]
    if font is None or errors:
        missing = {problem.code for problem in errors} <= {"VG101", "VG102", "VG103"}
        raise FileAccessError(errors) if missing else FileFormatError(problems)
    return font


def checked_font(
    files: dict[str, str | os.PathLike[str] | None], names: dict[str, str] | None = None
) -> tuple[Font | None, list[Problem]]:
    """Return a font of files by style, and what is wrong or doubtful about them.

    Args:
        files: ``regular``, ``bold``, ``italic`` -> the file.
        names: the same -> how problems call the file; its name by default.
    """
    contents: dict[str, bytes] = {}
    problems: list[Problem] = []
    for style, path in files.items():
        if path is None:
            continue
        name = (names or {}).get(style) or Path(path).name
        content, wrong = _content(Path(path), name)
        problems += [problem.at(id=style) for problem in wrong]
        if content is not None:
            contents[style] = content
    if "regular" not in contents or any(problem.severity == "error" for problem in problems):
        return None, problems
    return _kept(contents), problems


def _content(path: Path, name: str) -> tuple[bytes | None, list[Problem]]:
    """Return the bytes of a font file that has passed every check."""
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_FONT_BYTES + 1)
    except FileNotFoundError:
        near = Bilingual("Vérifiez le nom et le dossier.", "Check the name and the folder.")
        return None, [Problem("VG101", values={"name": name, "near": near})]
    except IsADirectoryError:
        return None, [Problem("VG102", values={"name": name})]
    except (OSError, ValueError) as error:
        return None, [Problem("VG103", values={"name": name, "reason": reason_of(error)})]
    if len(content) > MAX_FONT_BYTES:
        most = MAX_FONT_BYTES // 10**6
        return None, [_refused(name, Bilingual(f"elle pèse plus de {most} Mo",
                                               f"it is larger than {most} MB"))]  # fmt: skip
    if content[:4] in _NOT_FONTS:
        return None, [_refused(name, _NOT_FONTS[content[:4]])]
    if content[:4] not in (b"\0\1\0\0", b"OTTO", b"true"):
        return None, [_refused(name, Bilingual("ce n’est pas une police TTF ou OTF",
                                               "it is no TTF or OTF font"))]  # fmt: skip
    try:
        return content, _judged(content, name)
    except Exception as error:
        del error
        return None, [_refused(name, Bilingual("elle est abîmée", "it is damaged"))]


def _judged(content: bytes, name: str) -> list[Problem]:
    font = open_font(BytesIO(content))
    missing = [table for table in _NEEDED if table not in font]
    if missing or not ("glyf" in font or "CFF " in font):
        return [_refused(name, Bilingual("elle est incomplète", "it is not complete"))]
    if "fvar" in font:
        return [_refused(name, Bilingual("c’est une police variable", "it is a variable font"))]
    covered = font.getBestCmap() or {}
    lacking = "".join(letter for letter in _LETTERS if ord(letter) not in covered)
    if lacking:
        shown = " ".join(lacking[:12]) + (" …" if len(lacking) > 12 else "")
        return [_refused(name, Bilingual(f"il lui manque {shown}", f"it lacks {shown}"),
                         Bilingual("Prenez une police du français.",
                                   "Take a font for French."))]  # fmt: skip
    if not _FAMILY.fullmatch(_family(font)):
        return [_refused(name, Bilingual("sa famille n’a pas de nom simple",
                                         "its family has no simple name"))]  # fmt: skip
    _try_glyphs(font, covered)
    if font["OS/2"].fsType & _RESTRICTED:
        return [Problem("VG484", values={"name": name})]
    return []


def _try_glyphs(font: Any, covered: dict[int, str]) -> None:
    """Draw each letter we need, so that a damaged glyph is found now and not in a drawing."""
    from fontTools.pens.boundsPen import BoundsPen

    glyphs = font.getGlyphSet()
    for letter in _LETTERS:
        glyphs[covered[ord(letter)]].draw(BoundsPen(glyphs))
    if not 16 <= font["head"].unitsPerEm <= 16384:
        raise ValueError("units per em")


def _family(font: Any) -> str:
    """Return the name of the family, without what renderers take for a style."""
    told = font["name"].getBestFamilyName() or ""
    words = told.split()
    while len(words) > 1 and words[-1].casefold() in _STYLES:
        words.pop()
    return " ".join(words)


def _kept(contents: dict[str, bytes]) -> Font:
    """Return the font, its files kept in a folder of ours until the program ends.

    Each face is given the family's name and its weight: a renderer that looks for bold finds the
    file that was given for it, whatever that file called itself.
    """
    family = _family(open_font(BytesIO(contents["regular"])))
    faces = {style: contents.get(style, contents["regular"]) for style in _WEIGHTS}
    key = hashlib.sha256()
    for style, content in faces.items():
        key.update(style.encode() + len(content).to_bytes(8, "big") + content)
    folder = Path(_folder().name) / key.hexdigest()[:32]
    paths = {style: folder / f"{style}.ttf" for style in faces}
    if not folder.exists():
        made = {style: _as(style, family, content) for style, content in faces.items()}
        folder.mkdir()
        for style, content in made.items():
            paths[style].write_bytes(content)
    font = Font(family, **paths)
    for bold, italic in ((False, False), (True, False), (False, True)):
        face(font, bold=bold, italic=italic)
    return font


@cache
def _folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="valuegraph-")


def _as(style: str, family: str, content: bytes) -> bytes:
    """Return a font file that says it is this face of the family, and nothing else."""
    font = open_font(BytesIO(content))
    names, os2, head = font["name"], font["OS/2"], font["head"]
    told = style.capitalize()
    for number in (16, 17, 21, 22, 25):
        names.removeNames(nameID=number)
    for number, text in ((1, family), (2, told), (4, f"{family} {told}"),
                         (6, re.sub(r"[^A-Za-z0-9]", "", family)[:50] + f"-{told}")):  # fmt: skip
        names.removeNames(nameID=number)
        names.setName(text, number, 3, 1, 0x409)
    os2.usWeightClass, os2.usWidthClass = _WEIGHTS[style], 5
    bits = {"regular": 0x40, "bold": 0x20, "italic": 0x1}[style]
    os2.fsSelection = (os2.fsSelection & ~0x261) | bits
    head.macStyle = {"regular": 0, "bold": 1, "italic": 2}[style]
    _with_heights(font)
    if "DSIG" in font:
        del font["DSIG"]
    buffer = BytesIO()
    font.save(buffer, reorderTables=True)
    return buffer.getvalue()


def _with_heights(font: Any) -> None:
    """Give an old font the heights of its capitals and small letters, measured."""
    from fontTools.pens.boundsPen import BoundsPen

    os2, glyphs, covered = font["OS/2"], font.getGlyphSet(), font.getBestCmap()
    if os2.version >= 2 and os2.sCapHeight > 0 and os2.sxHeight > 0:
        return
    heights = []
    for letter in "Hx":
        pen = BoundsPen(glyphs)
        glyphs[covered[ord(letter)]].draw(pen)
        heights.append(round(pen.bounds[3]))
    if os2.version < 2:
        os2.version = max(os2.version, 2)
        for name in ("ulCodePageRange1", "ulCodePageRange2", "usDefaultChar", "usMaxContext"):
            setattr(os2, name, getattr(os2, name, 0))
        os2.usBreakChar = 32
    os2.sCapHeight, os2.sxHeight = heights


def _refused(name: str, reason: Bilingual, advice: Bilingual = _TAKE_FILES) -> Problem:
    return Problem("VG483", values={"name": name, "reason": reason, "advice": advice})

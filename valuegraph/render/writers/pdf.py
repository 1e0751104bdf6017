"""Scenes to PDF, by typst: one page a sheet, tagged, with the fonts of the package only."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from valuegraph.extras import required
from valuegraph.problems import Bilingual
from valuegraph.render.fontface import Font
from valuegraph.render.page import printed_size
from valuegraph.render.scene import Scene
from valuegraph.render.writers.alternatives import alternative
from valuegraph.render.writers.svg import live_without_fonts
from valuegraph.render.writers.svg_text import readable

STANDARD = "ua-1"
"""PDF/UA-1, the standard of accessible PDF. PDF/A would demand a date, and the same chain would
no longer give the same bytes."""

ATTACHED = "chain.json"
"""How the file that is attached is called, for whoever looks for it."""

_NAMELESS = "missing codepoints"
"""What typst says of glyphs that stand for no letter, which PDF/UA does not allow."""

_USE = Bilingual("Pour écrire un PDF", "To write a PDF")
_ATTACHED = Bilingual(
    "La chaîne de valeur de ce document, à relire", "The value chain of this document, to read back"
)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2})(?![A-Za-z]))?")

# The whole document, whatever it shows: texts come in as data and never as markup. A heading shows
# nothing, since the sheet has its own; it makes the bookmark of its page.
_DOCUMENT = b"""\
#let job = json(bytes(sys.inputs.job))
#set document(title: job.title, date: none)
#set text(font: job.font, lang: job.lang, region: job.region)
#show heading: none
#if "chain" in job {
  pdf.attach(
    job.name, bytes(job.chain),
    relationship: "source", mime-type: "application/json", description: job.told,
  )
}
#for sheet in job.sheets {
  set page(width: sheet.width * 1mm, height: sheet.height * 1mm, margin: 0mm)
  place(heading(sheet.title))
  image(
    bytes(sheet.svg),
    format: "svg", width: 100%, height: 100%, fit: "contain", alt: sheet.alt,
  )
}
"""


def pdf(scenes: Sequence[Scene], *, chain: str = "") -> bytes:
    """Return the scenes as one PDF document, a page each, with a bookmark each.

    It is tagged (PDF/UA-1): title, language, and each sheet a figure with its alternative text.
    Where the font takes a letter apart into glyphs that have no letter of their own (some of
    Cyrillic and combining marks), the document is tagged all the same but claims no standard.

    Args:
        scenes: what to draw, at least one sheet; the first gives the title and the language.
        chain: the text of the chain as JSON, to be attached; nothing is attached without it.

    Raises:
        MissingExtraError: typst is not installed.
    """
    fonts = tuple(dict.fromkeys(scene.font for scene in scenes))
    return typeset_document(_DOCUMENT, json.dumps(_job(scenes, chain)), fonts, scenes[0].language)


def typeset_document(markup: bytes, job: str, fonts: Sequence[Font], language: str) -> bytes:
    """Return what typst makes of a document of ours and its data: PDF/UA-1 where it can be.

    Args:
        markup: the document, which reads its data from ``sys.inputs.job``.
        job: the data as JSON.
        fonts: the only fonts there are.
        language: the language of a complaint.

    Raises:
        MissingExtraError: typst is not installed.
    """
    typst = required("typst", extra="pdf", use=_USE, language=language)
    known = _fonts(_folders(fonts))
    try:
        return _compiled(typst, markup, job, known, [STANDARD])
    except typst.TypstError as refused:
        if _NAMELESS not in str(refused):
            raise
    return _compiled(typst, markup, job, known, [])


def language_of(language: str) -> tuple[str, str | None]:
    """Return a language and its region as PDF names them; ``und`` for what is no language."""
    told = _LANGUAGE.match(language)
    return (told.group(1).lower(), told.group(2)) if told else ("und", None)


def _compiled(typst: Any, markup: bytes, job: str, fonts: Any, standards: list[str]) -> bytes:
    # Nothing is read or written but the fonts; an empty folder is all that typst sees.
    with TemporaryDirectory() as nowhere:
        made: bytes = typst.compile(
            markup,
            root=nowhere,
            font_paths=fonts,
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=standards,
            sys_inputs={"job": job},
            package_path=nowhere,
            package_cache_path=nowhere,
        )
    return made


def _job(scenes: Sequence[Scene], chain: str) -> dict[str, Any]:
    first = scenes[0]
    lang, region = language_of(first.language)
    attached = {"name": ATTACHED, "chain": chain, "told": _ATTACHED.text(first.language)}
    return {
        "title": readable(first.title),
        "lang": lang,
        "region": region,
        "font": first.font.family,
        "sheets": [_sheet(scene) for scene in scenes],
        **(attached if chain else {}),
    }


def _sheet(scene: Scene) -> dict[str, Any]:
    width, height = printed_size(scene.page, scene.width, scene.height)
    return {
        "width": width,
        "height": height,
        "title": readable(scene.title),
        "alt": alternative(scene),
        "svg": live_without_fonts(scene).decode("utf-8"),
    }


def _folders(fonts: Sequence[Font]) -> tuple[Path, ...]:
    files = (file for font in fonts for file in (font.regular, font.bold, font.italic))
    return tuple(dict.fromkeys(file.parent for file in files))


@lru_cache(maxsize=4)
def _fonts(folders: tuple[Path, ...]) -> Any:
    import typst

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in folders],
    )

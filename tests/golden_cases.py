"""The pictures that are kept: every view of every example in both languages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import valuegraph as vg
from valuegraph.examples import EXAMPLES
from valuegraph.render.draw import VIEWS

FOLDER = Path(__file__).parent / "goldens"
LANGUAGES = ("fr", "en")


def names() -> Iterator[tuple[str, str, str]]:
    """Yield example, view and language of every kept picture."""
    for example in EXAMPLES:
        for view in VIEWS:
            for language in LANGUAGES:
                yield example, view, language


def scene_json(example: str, view: str, language: str) -> str:
    """Return every sheet of a picture as JSON, the text of its golden file."""
    picture = vg.draw(vg.example(example), view=view, language=language)
    sheets = [scene.to_dict() for scene in picture.scenes]
    return json.dumps(sheets, ensure_ascii=False, indent=1) + "\n"


def svg_example(view: str) -> str:
    """Return the example whose SVG is kept for a view."""
    return "porter" if view == "porter" else "conserverie"


def without_fonts(svg: str) -> str:
    """Return an SVG without the bytes of its fonts, which change with fontTools' versions."""
    return re.sub(r"base64,[A-Za-z0-9+/=]+", "base64,", svg)


def drawn_svg(view: str) -> str:
    """Return the SVG that is kept for a view, fonts and all."""
    return vg.draw(vg.example(svg_example(view)), view=view, language="fr").svg


def golden_files() -> Iterator[tuple[Path, bytes]]:
    """Yield every golden file with what it must hold."""
    for example, view, language in names():
        text = scene_json(example, view, language)
        yield FOLDER / "scenes" / f"{example}-{view}-{language}.json", text.encode()
    for view in VIEWS:
        yield FOLDER / "svg" / f"{view}.svg", without_fonts(drawn_svg(view)).encode()


def everything() -> bytes:
    """Return all that is kept, and the pictures whole: what no hash seed may change."""
    kept = b"".join(content for _, content in golden_files())
    return kept + "".join(drawn_svg(view) for view in VIEWS).encode()

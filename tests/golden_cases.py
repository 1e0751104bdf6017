"""The pictures that are kept: every view of the first examples in both languages, and more."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import valuegraph as vg
from valuegraph.examples import EXAMPLES
from valuegraph.render.draw import PLACED_ELSEWHERE, VIEWS
from valuegraph.render.formats import FORMATS

FOLDER = Path(__file__).parent / "goldens"
LANGUAGES = ("fr", "en")
DIAGRAMS = ("mmd", "dot")
KEPT = (".json", ".svg", ".drawio", *(f".{name}" for name in DIAGRAMS))
"""The endings of the kept files."""
KEPT_VIEWS = tuple(view for view in VIEWS if view not in PLACED_ELSEWHERE)
"""The views whose drawing is the same everywhere; tests of structure look after the others."""


EVALUATED = ("conserverie_evaluee", "centre_social_amisc", "tzcld_paris13")
"""The examples with an evaluation: what they add to the others is kept, and not every view."""
EVALUATED_VIEWS = ("extended", "matrix", "flow", "cycle")


def names() -> Iterator[tuple[str, str, str]]:
    """Yield example, view and language of every kept picture."""
    for example in EXAMPLES:
        for view in KEPT_VIEWS:
            for language in LANGUAGES:
                if example not in EVALUATED or _adds(example, view, language):
                    yield example, view, language


def _adds(example: str, view: str, language: str) -> bool:
    """Tell whether a picture of an evaluated example shows what no other kept one does.

    The evaluated cannery is drawn as the cannery is, but for its framework.
    """
    drawn_elsewhere = example == "conserverie_evaluee" or language != "fr"
    return view == "framework" or (not drawn_elsewhere and view in EVALUATED_VIEWS)


FOCUSES: Mapping[str, Mapping[str, Any]] = {
    "route": {"highlight": "route:alimentaires>transition"},
    "loss": {"highlight": "without:humaines"},
    "upstream": {"only": "upstream:transition", "highlight": "circuit:gift"},
    "overview": {"detail": "overview"},
}
"""What is kept of highlights and smaller chains: the cannery in French, in the first views."""
FOCUSED_EXAMPLE = "conserverie"
FOCUSED_VIEWS = ("extended", "porter", "matrix")


def focused_names() -> Iterator[tuple[str, str]]:
    """Yield view and focus of every kept picture that has one."""
    for view in FOCUSED_VIEWS:
        for focus in FOCUSES:
            yield view, focus


def focused_file(view: str, focus: str) -> Path:
    """Return where a picture with a focus is kept."""
    return FOLDER / "scenes" / f"{FOCUSED_EXAMPLE}-{view}-fr-{focus}.json"


def scene_json(example: str, view: str, language: str, focus: str = "") -> str:
    """Return every sheet of a picture as JSON, the text of its golden file."""
    asked = FOCUSES[focus] if focus else {}
    picture = vg.draw(vg.example(example), view=view, language=language, **asked)
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


def drawn_as(format_: str, example: str, language: str = "fr", view: str | None = None) -> bytes:
    """Return the one file of a picture in a text format."""
    [file] = vg.draw(vg.example(example), view=view, language=language).to_bytes(format_)
    return file


def text_files() -> Iterator[tuple[Path, str, str, str, str | None]]:
    """Yield file, format, example, language and view of each picture kept as the text it is."""
    for view in KEPT_VIEWS:
        yield FOLDER / "drawio" / f"{view}.drawio", "drawio", svg_example(view), "fr", view
    for example in EXAMPLES:
        for language in LANGUAGES:
            for name in DIAGRAMS:
                file = FOLDER / name / f"{example}-{language}.{name}"
                yield file, name, example, language, None


def golden_names() -> Iterator[Path]:
    """Yield every golden file, none of them drawn."""
    for example, view, language in names():
        yield FOLDER / "scenes" / f"{example}-{view}-{language}.json"
    for view, focus in focused_names():
        yield focused_file(view, focus)
    for view in KEPT_VIEWS:
        yield FOLDER / "svg" / f"{view}.svg"
    for path, *_ in text_files():
        yield path


def golden_files() -> Iterator[tuple[Path, bytes]]:
    """Yield every golden file with what it must hold."""
    for example, view, language in names():
        text = scene_json(example, view, language)
        yield FOLDER / "scenes" / f"{example}-{view}-{language}.json", text.encode()
    for view, focus in focused_names():
        text = scene_json(FOCUSED_EXAMPLE, view, "fr", focus)
        yield focused_file(view, focus), text.encode()
    for view in KEPT_VIEWS:
        yield FOLDER / "svg" / f"{view}.svg", without_fonts(drawn_svg(view)).encode()
    for path, format_, example, language, view in text_files():
        yield path, drawn_as(format_, example, language, view)


def kept_digests() -> dict[str, str]:
    """Return what each golden file would hold if it were rewritten now, shortened to a digest."""
    return {path.name: _digest(content) for path, content in golden_files()}


def format_digests() -> dict[str, str]:
    """Return a digest of every format's files: boxes, ribbons, a graph and a system.

    What else the views place is the same wherever the kept scenes are.
    """
    views = ("extended", "flow", *PLACED_ELSEWHERE)
    whole = vg.draw(vg.example("conserverie"), view=views, language="fr")
    unlike = [name for name in EXAMPLES if name not in EVALUATED]
    several = vg.draw([vg.example(name) for name in unlike], view="system", language="en")
    found = {name: _digest(*whole.to_bytes(name, dpi=50)) for name in FORMATS}
    for name, format_ in FORMATS.items():
        if not format_.from_chain:
            found[f"system-{name}"] = _digest(*several.to_bytes(name, dpi=50))
    return found


def _digest(*contents: bytes) -> str:
    return hashlib.sha256(b"".join(contents)).hexdigest()

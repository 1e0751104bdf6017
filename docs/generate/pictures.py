"""Draw the pictures of the documentation from the very blocks of its pages."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from icon_sheet import icon_sheet
from pages import ROOT, blocks
from regions import finish

import valuegraph as vg
from valuegraph.render.writers.svg import svg

IMAGES = ROOT / "docs" / "images"
PNG_DPI = 110


def _example(name: str) -> Callable[[], vg.ValueChain]:
    return lambda: vg.example(name)


def _system() -> list[vg.ValueChain]:
    return [vg.example("conserverie"), vg.example("conserverie_territoire")]


def _block(page: str, number: int) -> Callable[[], vg.ValueChain]:
    """Return a reader of the ``number``-th whole chain of a page, counted from 1."""

    def chain() -> vg.ValueChain:
        text = (ROOT / "docs" / page).read_text(encoding="utf-8")
        chains = [block for block in blocks(text) if block.is_chain and block.info != "refused"]
        return vg.read(chains[number - 1].text)

    return chain


_FRENCH, _ENGLISH = "tutoriels/ma-premiere-chaine.md", "tutorials/my-first-chain.md"

PICTURES: dict[str, tuple[Callable[[], vg.ValueChain | list[vg.ValueChain]], str, str | None]] = {
    "conserverie": (_example("conserverie"), "extended", "fr"),
    "conserverie-en": (_example("conserverie"), "extended", "en"),
    "atelier-velo-1": (_block(_FRENCH, 1), "extended", None),
    "atelier-velo-2": (_block(_FRENCH, 3), "extended", None),
    "atelier-velo-3": (_block(_FRENCH, 4), "extended", None),
    "atelier-velo-4": (_block(_FRENCH, 4), "matrix", None),
    "bike-workshop-1": (_block(_ENGLISH, 1), "extended", None),
    "bike-workshop-2": (_block(_ENGLISH, 3), "extended", None),
    "bike-workshop-3": (_block(_ENGLISH, 4), "extended", None),
    "bike-workshop-4": (_block(_ENGLISH, 4), "matrix", None),
    "conserverie-chemin": (_example("conserverie"), "extended", "fr"),
    "conserverie-sans": (_example("conserverie"), "extended", "fr"),
    "conserverie-route": (_example("conserverie"), "extended", "en"),
    "conserverie-without": (_example("conserverie"), "extended", "en"),
    "conserverie-maison": (_example("conserverie"), "extended", "fr"),
    "conserverie-house": (_example("conserverie"), "extended", "en"),
    "conserverie-contraste": (_example("conserverie"), "matrix", "fr"),
    "conserverie-contrast": (_example("conserverie"), "matrix", "en"),
    "conserverie-gris": (_example("conserverie"), "extended", "fr"),
    "conserverie-grey": (_example("conserverie"), "extended", "en"),
    "conserverie-flux": (_example("conserverie"), "flow", "fr"),
    "conserverie-cycle": (_example("conserverie"), "cycle", "fr"),
    "conserverie-acteurs": (_example("conserverie"), "actors", "fr"),
    "conserverie-systeme": (_system, "system", "fr"),
    "jardin-referentiel": (_block("guides/quelle-vue.md", 1), "framework", None),
    "cannery-flow": (_example("conserverie"), "flow", "en"),
    "cannery-cycle": (_example("conserverie"), "cycle", "en"),
    "cannery-actors": (_example("conserverie"), "actors", "en"),
    "cannery-system": (_system, "system", "en"),
    "garden-framework": (_block("how-to/which-view.md", 1), "framework", None),
}
"""Name -> the chain, the view and the language (the chain's own where none is given)."""

_OPTIONS: dict[str, dict[str, Any]] = {
    "conserverie-chemin": {"highlight": "route:alimentaires>transition"},
    "conserverie-sans": {"highlight": "sans:alimentaires"},
    "conserverie-route": {"highlight": "route:alimentaires>transition"},
    "conserverie-without": {"highlight": "without:alimentaires"},
    "conserverie-maison": {"theme": "blue-orange"},
    "conserverie-house": {"theme": "blue-orange"},
    "conserverie-contraste": {"theme": "high-contrast"},
    "conserverie-contrast": {"theme": "high-contrast"},
    "conserverie-gris": {"theme": "blue-orange", "grey": True},
    "conserverie-grey": {"theme": "blue-orange", "grey": True},
}
"""What stands out in some of them, and in whose look they are drawn."""

_SHEETS = {"icones": "fr", "icons": "en"}
"""The sheet of icons in each language."""

_ALSO_PNG = {"conserverie", "conserverie-en"}


def drawn() -> dict[Path, bytes]:
    """Return every picture: SVG for all, and PNG for those that head a page."""
    files: dict[Path, bytes] = {}
    for name, (chain, view, language) in PICTURES.items():
        picture = vg.draw(chain(), view=view, language=language, **_OPTIONS.get(name, {}))
        files[IMAGES / f"{name}.svg"] = picture.to_bytes("svg")[0]
        if name in _ALSO_PNG:
            files[IMAGES / f"{name}.png"] = picture.to_bytes("png", dpi=PNG_DPI)[0]
    for name, language in _SHEETS.items():
        files[IMAGES / f"{name}.svg"] = svg(icon_sheet(language), physical=True)
    return files


def main() -> None:
    """Write the pictures, or check that they are fresh."""
    files = drawn()
    if "--check" in sys.argv[1:]:
        files = {path: content for path, content in files.items()
                 if not _is_fresh(path, content)}  # fmt: skip
    finish(files)


def _is_fresh(path: Path, content: bytes) -> bool:
    """Tell whether a picture is the kept one, as far as other machines can draw the same.

    Processors may round a pixel differently: a PNG is as fresh as the SVG made with it. The
    bytes of an embedded font change with the version of fontTools.
    """
    if not path.exists():
        return False
    return path.suffix == ".png" or _without_fonts(path.read_bytes()) == _without_fonts(content)


def _without_fonts(svg: bytes) -> bytes:
    return re.sub(rb"base64,[A-Za-z0-9+/=]+", b"", svg)


if __name__ == "__main__":
    main()

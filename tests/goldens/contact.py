"""The contact sheet: every example, view and language, as each format's own program shows it.

A program that is absent is told and left out; draw.io has no viewer here: its files are judged
by the tests of its writer.
"""

from __future__ import annotations

import html
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from browser import started
from conftest import NODE_MODULES
from golden_cases import LANGUAGES
from seen_pictures import pages_of

import valuegraph as vg
from valuegraph.examples import EXAMPLES
from valuegraph.render.draw import VIEWS

Album = Mapping[str, vg.Picture]
"""The pictures of all views by the name they are seen under: example and language."""

_WIDE = {"width": 1400, "height": 1000}


def write_contact_sheet(folder: Path) -> Path:
    """Show every picture in every format below ``folder``; return the page to look at."""
    album = {
        f"{example}-{language}": vg.draw(vg.example(example), view=list(VIEWS), language=language)
        for example in EXAMPLES
        for language in LANGUAGES
    }
    shown: dict[str, dict[str, list[str]]] = {}
    for format_, show in _SHOWN.items():
        out = folder / "contact" / format_
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir(parents=True)
        try:
            for name, sheet, picture in show(album):
                file = out / f"{name}-{sheet}.png"
                file.write_bytes(picture)
                place = file.relative_to(folder).as_posix()
                shown.setdefault(f"{name}-{sheet}", {}).setdefault(format_, []).append(place)
        except FileNotFoundError as absent:
            print(f"{format_}: {absent} is not installed")
    page = folder / "contact-sheet.html"
    page.write_text(_page(shown), encoding="utf-8")
    return page


def _page(shown: Mapping[str, Mapping[str, list[str]]]) -> str:
    rows = [
        f"<h2>{html.escape(name)}</h2>"
        + "".join(
            f'<figure><img loading=lazy src="{html.escape(file)}">'
            f"<figcaption>{format_}</figcaption></figure>"
            for format_, files in formats.items()
            for file in files
        )
        for name, formats in sorted(shown.items())
    ]
    style = (
        "<style>figure{display:inline-block;margin:4px}img{width:620px;border:1px solid}</style>"
    )
    return f"<!doctype html><meta charset=utf-8>{style}" + "\n".join(rows)


def _program(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        raise FileNotFoundError(name)
    return path


def _numbered(picture: vg.Picture) -> list[str]:
    """Return a name for each sheet: its view, numbered."""
    return [f"{view}-{number}" for number, view in enumerate(picture.views, 1)]


def _png(album: Album) -> Iterator[tuple[str, str, bytes]]:
    for name, picture in album.items():
        for sheet, file in zip(_numbered(picture), picture.to_bytes("png", dpi=110), strict=True):
            yield name, sheet, file


def _svg(album: Album) -> Iterator[tuple[str, str, bytes]]:
    with tempfile.TemporaryDirectory() as folder, started(_program("chromium")) as browser:
        page = browser.new_page(viewport=_WIDE)
        for name, picture in album.items():
            for sheet, drawn in zip(_numbered(picture), picture.to_bytes("svg"), strict=True):
                file = Path(folder, "one.svg")
                file.write_bytes(drawn)
                page.goto(file.as_uri())
                yield name, sheet, page.screenshot()


def _pdf(album: Album) -> Iterator[tuple[str, str, bytes]]:
    with tempfile.TemporaryDirectory() as folder:
        for name, picture in album.items():
            file = Path(folder, f"{name}.pdf")
            [document] = picture.to_bytes("pdf")
            file.write_bytes(document)
            pages = pages_of(_program("pdftoppm"), file, dpi=110)
            yield from ((name, *one) for one in zip(_numbered(picture), pages, strict=True))


def _pptx(album: Album) -> Iterator[tuple[str, str, bytes]]:
    with tempfile.TemporaryDirectory() as folder:
        files = {name: Path(folder, f"{name}.pptx") for name in album}
        for name, file in files.items():
            [document] = album[name].to_bytes("pptx")
            file.write_bytes(document)
        command = [_program("soffice"), f"-env:UserInstallation={Path(folder, 'user').as_uri()}",
                   "--headless", "--convert-to", "pdf", "--outdir", folder]  # fmt: skip
        subprocess.run([*command, *map(str, files.values())], check=True, capture_output=True)
        for name, file in files.items():
            slides = pages_of(_program("pdftoppm"), file.with_suffix(".pdf"), dpi=110)
            yield from ((name, *one) for one in zip(_numbered(album[name]), slides, strict=True))


def _html(album: Album) -> Iterator[tuple[str, str, bytes]]:
    with tempfile.TemporaryDirectory() as folder, started(_program("chromium")) as browser:
        page = browser.new_page(viewport=_WIDE)
        for name, picture in album.items():
            file = Path(folder, f"{name}.html")
            [document] = picture.to_bytes("html")
            file.write_bytes(document)
            page.goto(file.as_uri())
            for number, tab in enumerate(page.query_selector_all("[role=tab]"), 1):
                tab.click()
                yield name, f"tab-{number}", page.screenshot(full_page=True)


def _mmd(album: Album) -> Iterator[tuple[str, str, bytes]]:
    script = NODE_MODULES / "mermaid" / "dist" / "mermaid.min.js"
    if not script.is_file():
        raise FileNotFoundError("mermaid")
    with started(_program("chromium")) as browser:
        page = browser.new_page(viewport=_WIDE)
        for name, picture in album.items():
            [text] = picture.to_bytes("mmd")
            page.set_content("<pre id=one></pre>")
            page.add_script_tag(path=script)
            page.evaluate("text => { document.getElementById('one').textContent = text; }",
                          text.decode())  # fmt: skip
            page.evaluate("mermaid.run({ querySelector: '#one' })")
            yield name, "chain", page.screenshot(full_page=True)


def _dot(album: Album) -> Iterator[tuple[str, str, bytes]]:
    for name, picture in album.items():
        [text] = picture.to_bytes("dot")
        command = [_program("dot"), "-Tpng", "-Gdpi=80"]
        done = subprocess.run(command, input=text, capture_output=True, check=True)
        yield name, "chain", done.stdout


_SHOWN: Mapping[str, Callable[[Album], Iterator[tuple[str, str, bytes]]]] = {
    "png": _png,
    "svg": _svg,
    "pdf": _pdf,
    "pptx": _pptx,
    "html": _html,
    "mmd": _mmd,
    "dot": _dot,
}

"""A whole page, or a fragment for a host's page: markup, style, script and data in one text."""

from __future__ import annotations

import re
import zlib
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from valuegraph.render.fontface import CARLITO, Font
from valuegraph.render.writers.fontsubset import woff_base64
from valuegraph.render.writers.page.content import Content, Telling
from valuegraph.render.writers.page.drawing import Drawings
from valuegraph.render.writers.page.escaping import data, integrity, text
from valuegraph.render.writers.page.listing import listing

CHAIN_CLASS = "valuegraph-chain"
"""The class of the script that carries the chain's own text."""

_MARKUP = re.compile("<[^>]*>")
_FOLDER = Path(__file__).parent
_DECORATION = re.compile(r"^\s*(?://.*|/\*.*\*/\s*)?\n|^\s+", re.MULTILINE)


def page(content: Content) -> bytes:
    """Return one file that stands alone: no request goes anywhere, no other script can run."""
    first = content.tellings[0]
    body, style, faces = _parts(content, level=1)
    style, script = faces + style, _script()
    policy = (
        f"default-src 'none'; script-src {integrity(script)}; style-src {integrity(style)}; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{text(first.code)}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{text(first.title)}</title><style>{style}</style></head>"
        f'<body class="vg-page"><div class="valuegraph">{body}</div>'
        f"{_carried(content)}<script>{script}</script></body></html>\n"
    ).encode()


def fragment(content: Content) -> str:
    """Return a piece of HTML to put anywhere in a page, as often as one likes.

    All it shows lies in a shadow tree: neither ids nor styles can meet those of the host, in
    either direction. Only the font is declared outside, where browsers look for it, by a name
    made of its own bytes.
    """
    body, style, faces = _parts(content, level=2)
    return (
        '<div class="valuegraph"><template shadowrootmode="open">'
        f"<style>{style}</style>{body}</template><style>{faces}</style>"
        f"{_carried(content)}<script>{_script()}</script></div>\n"
    )


def _parts(content: Content, *, level: int) -> tuple[str, str, str]:
    """Return the markup, its style sheet, and the declaration of its fonts."""
    drawings = Drawings()
    shown = [_views(telling, drawings, level) for telling in content.tellings]
    first = content.tellings[0]
    font = next((scene.font for view in first.views for scene in view.scenes), CARLITO)
    written = {*_MARKUP.sub("", "".join(shown)), *_MARKUP.sub("", _tools(first, content, level))}
    family, faces = font_faces(font, drawings, written)
    style = _file("page.css").replace("FONT", family) + drawings.style_sheet()
    others = "".join(
        f'<script type="application/octet-stream" data-lang="{text(telling.code)}">'
        f"{_packed(telling, views)}</script>"
        for telling, views in zip(content.tellings[1:], shown[1:], strict=True)
    )
    # Several fragments of one chain in a page would be landmarks of the same name.
    group = f' role="group" aria-label="{text(first.title)}"' if level > 1 else ""
    main = "div" if level > 1 else "main"
    body = (
        f'<div class="vg" lang="{text(first.code)}"{group}>'
        f"{_tools(first, content, level)}{drawings.definitions()}"
        f'<{main} class="vg-views">{shown[0]}</{main}></div>'
        f'<script type="application/json" class="vg-trace">{data(content.trace)}</script>'
        f'<script type="application/json" class="vg-words">{data(_said(first))}</script>{others}'
    )
    return body, style, faces


def _tools(first: Telling, content: Content, level: int) -> str:
    """Return what stands above the views; only the title shows where no script runs."""
    words = first.words
    labels = [*(view.label for view in first.views), words["list"]]
    tabs = "".join(
        f'<button type="button" role="tab" id="t{number}" aria-controls="p{number}">'
        f"{text(label)}</button>"
        for number, label in enumerate(labels)
    )
    languages = "".join(
        f'<button type="button" data-lang="{text(telling.code)}" lang="{text(telling.code)}" '
        f'aria-pressed="{str(telling is first).lower()}">'
        f"{text(telling.words['language name'])}</button>"
        for telling in content.tellings
    )
    header, search = ("div", "") if level > 1 else ("header", ' role="search"')
    return (
        f'<{header} class="vg-head"><h{level} class="vg-title">{text(first.title)}</h{level}>'
        '<div class="vg-tools" hidden>'
        f'<div role="tablist" aria-label="{text(words["views"])}">{tabs}</div>'
        f'<div class="vg-find"{search}><label for="q" data-w="search">{text(words["search"])}'
        '</label><input type="search" id="q" autocomplete="off" spellcheck="false">'
        '<ul class="vg-hits" hidden></ul></div>'
        f'<div class="vg-set" role="group" data-a="zoom" aria-label="{text(words["zoom"])}">'
        '<button type="button" data-zoom="-1" data-a="smaller" '
        f'aria-label="{text(words["smaller"])}">−</button>'
        '<button type="button" data-zoom="1" data-a="larger" '
        f'aria-label="{text(words["larger"])}">+</button></div>'
        f'<div class="vg-set" role="group" data-a="languages" '
        f'aria-label="{text(words["languages"])}">{languages}</div></div>'
        f'<p class="vg-info" hidden>{text(words["hint"])}</p>'
        f'<p class="vg-live" role="status" aria-live="polite"></p></{header}>'
    )


def _views(telling: Telling, drawings: Drawings, level: int) -> str:
    """Return every view, its sheets below each other, and the list."""
    number, sections = 0, []
    for place, view in enumerate(telling.views):
        sheets = []
        for scene in view.scenes:
            drawn = drawings.draw(scene, f"d{number}")
            sheets.append(f'<div class="vg-sheet">{drawn}</div>')
            number += 1
        sections.append(
            f'<section class="vg-view" id="p{place}" aria-label="{text(view.label)}">'
            f"{''.join(sheets)}</section>"
        )
    label = text(telling.words["list"])
    sections.append(
        f'<section class="vg-view vg-list" id="p{len(telling.views)}" aria-label="{label}">'
        f"{listing(telling, level + 1)}</section>"
    )
    return "".join(sections)


def _said(telling: Telling) -> dict[str, object]:
    """Return what the script says in one language."""
    return {
        "lang": telling.code,
        "title": telling.title,
        "tabs": [*(view.label for view in telling.views), telling.words["list"]],
        "words": dict(telling.words),
        "kinds": dict(telling.kinds),
        "verbs": dict(telling.verbs),
        "names": dict(telling.names),
        "notes": dict(telling.notes),
    }


def _packed(telling: Telling, views: str) -> str:
    """Return a further language compressed: the browser unpacks it when it is chosen."""
    plain = data({"html": views, **_said(telling)}).encode("utf-8")
    return b64encode(zlib.compress(plain, 9)).decode("ascii")


def _carried(content: Content) -> str:
    if content.chain is None:
        return ""
    return f'<script type="application/json" class="{CHAIN_CLASS}">{data(content.chain)}</script>'


def font_faces(font: Font, drawings: Drawings, written: set[str]) -> tuple[str, str]:
    """Return the font's name in this page, and the declaration of the faces it uses."""
    faces = []
    used = {style: set(characters) for style, characters in drawings.characters.items()}
    for style in ((False, False), (True, False)):
        used.setdefault(style, set()).update(written)
    for (bold, italic), characters in sorted(used.items()):
        path = font.file(bold=bold, italic=italic)
        encoded = woff_base64(path, "".join(sorted(characters)))
        faces.append(
            f"font-weight:{700 if bold else 400};font-style:{'italic' if italic else 'normal'};"
            f"src:url(data:font/woff;base64,{encoded}) format('woff')}}"
        )
    family = "vg-" + sha256("".join(faces).encode("ascii")).hexdigest()[:10]
    return family, "".join(f"@font-face{{font-family:{family};{face}" for face in faces)


def _script() -> str:
    """Return what runs in the page: one function, run once."""
    return f'(()=>{{"use strict";\n{_file("trace.js")}{_file("page.js")}}})();'


@cache
def _file(name: str) -> str:
    """Return a file of this folder without its comments and indents."""
    return _DECORATION.sub("", (_FOLDER / name).read_text(encoding="utf-8"))

"""The page as a text: small, closed, always the same, and readable in every colour it uses."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from base64 import b64decode, b64encode
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from strategies import chains

import valuegraph as vg
from valuegraph.render.colour import contrast
from valuegraph.render.theme import MARK_CONTRAST, TEXT_CONTRAST
from valuegraph.render.webpage.trace import trace_of
from valuegraph.render.writers.page.document import page as written_page

PAGE = Path(written_page.__code__.co_filename).parent
MOST_BYTES = 150_000


class Tags(HTMLParser):
    """Notes every tag, its attributes, and the text of scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self.inside.append("")

    def handle_data(self, data: str) -> None:
        """Note what stands in a script or style."""
        if self.cdata_elem:
            self.inside[-1] += data


def test_the_page_of_the_cannery_is_small() -> None:
    """Its views in two languages, the list, the fonts and the chain take less than 150 kB."""
    assert len(vg.html(vg.example("conserverie")).encode()) < MOST_BYTES


@pytest.mark.parametrize("name", vg.example_names())
def test_nothing_in_a_page_points_elsewhere(name: str) -> None:
    """No address but those of parts of the page; no handler, no style in an attribute."""
    tags = Tags(vg.html(vg.example(name)))
    for tag, attributes in tags.tags:
        assert tag not in ("link", "img", "iframe", "object", "base", "form", "a")
        assert not [each for each in attributes if each.startswith("on") or each == "style"]
        assert "src" not in attributes
        assert (attributes.get("href") or "#").startswith("#")
    ids = [attributes["id"] for _, attributes in tags.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert "eval(" not in "".join(tags.inside)


def test_only_our_script_and_style_may_run() -> None:
    """The policy allows nothing but what has the digest of the one script and the one style."""
    tags = Tags(vg.html(vg.example("porter")))
    metas = [attributes for tag, attributes in tags.tags if tag == "meta"]
    policy = next(each["content"] for each in metas if "http-equiv" in each)
    assert policy is not None
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    digests = [
        b64encode(hashlib.sha256(content.encode()).digest()).decode() for content in tags.inside
    ]
    allowed = re.findall(r"'sha256-([^']+)'", policy)
    assert len(allowed) == 2
    assert set(allowed) <= set(digests)


def test_the_same_chain_gives_the_same_bytes(tmp_path: Path) -> None:
    """Whatever the seed of hashing: page, fragment and notebook."""
    code = (
        "import hashlib, valuegraph as vg; c = vg.example('conserverie'); p = vg.draw(c); "
        "m = p._repr_mimebundle_(); "
        "t = vg.html(c) + vg.html(c, fragment=True) + m['text/html'] + m['image/svg+xml']; "
        "print(hashlib.sha256(t.encode()).hexdigest())"
    )
    home = Path(vg.__file__).parents[1]
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(home)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "4242")
    }
    assert len(told) == 1


def test_different_drawings_in_a_notebook_share_no_id() -> None:
    """And the same drawing has the same ids: each finds in the other what it looks for."""
    shown = [
        vg.draw(vg.example(name))._repr_mimebundle_()["image/svg+xml"]
        for name in ("conserverie", "porter", "conserverie")
    ]
    ids = [set(re.findall(r' id="([^"]+)"', svg)) for svg in shown]
    assert ids[0]
    assert ids[0].isdisjoint(ids[1])
    assert shown[0] == shown[2]


@given(chains())
@settings(max_examples=25)
def test_the_page_traces_only_what_there_is(chain: vg.ValueChain) -> None:
    """Every arc joins parts, by cells and a link of the chain; nothing refuted is passed."""
    trace = trace_of(chain)
    assert json.loads(json.dumps(trace)) == trace
    refuted = {part.id for part in chain.parts(status="refuted")}
    for link, start, end, leaves, enters, _, strength in trace["arcs"]:
        assert {start, end} <= set(trace["parts"])
        assert not refuted & {link, start, end, leaves, enters}
        assert link in trace["links"] or not link
        assert all(cell in trace["cells"] for cell in (leaves, enters) if cell)
        assert strength is None or 0 < strength <= 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_of_the_page_can_be_read(scheme: str) -> None:
    """Texts on their grounds have 4.5, lines and marks that mean something 3."""
    style = (PAGE / "page.css").read_text(encoding="utf-8")
    rules = re.findall(r"^\.vg\{(--ground[^}]*)\}", style, re.MULTILINE)
    colours = dict(re.findall(r"--([\w-]+):(#\w{6})", rules[0 if scheme == "light" else 1]))
    for colour, ground in (
        ("ink", "ground"),
        ("ink", "card"),
        ("muted", "card"),
        ("on-accent", "accent"),
        ("accent", "card"),
    ):
        assert contrast(colours[colour], colours[ground]) >= TEXT_CONTRAST, (colour, ground)
    for colour, ground in (("line", "card"), ("line", "ground"), ("mark", "card"),
                           ("mark", "ground")):  # fmt: skip
        assert contrast(colours[colour], colours[ground]) >= MARK_CONTRAST, (colour, ground)
    outline = re.findall(r"stroke:(#\w{6})", style)
    assert outline
    for colour in outline:
        assert contrast(colour, "#FFFFFF") >= MARK_CONTRAST


def test_a_further_language_is_packed_whole() -> None:
    """What is unpacked is the page of a picture drawn in that language."""
    import zlib

    page = vg.html(vg.example("conserverie"))
    packed = re.search(r'<script type="application/octet-stream" data-lang="en">([^<]+)<', page)
    assert packed
    words = json.loads(zlib.decompress(b64decode(packed[1])))
    assert words["lang"] == "en"
    assert words["title"] == "The Mobile Solidarity Cannery"
    english = vg.draw(vg.example("conserverie"), language="en", view=["extended", "matrix"])
    for scene in english.scenes:
        assert f'aria-label="{scene.title}"' in words["html"]


def test_a_picture_of_sheets_alone_has_a_page_too() -> None:
    """Without a chain there is nothing to trace, and the list says so."""
    picture = vg.Picture(vg.draw(vg.example("porter")).scenes, language="en")
    assert "Nothing is described yet." in picture.html
    assert "valuegraph-chain" not in picture.html


def test_the_package_holds_script_and_style() -> None:
    """They lie beside the writer, where the wheel takes them from; nothing else is loaded."""
    assert {path.name for path in PAGE.iterdir() if path.suffix in (".js", ".css")} == {
        "page.css",
        "page.js",
        "trace.js",
    }

"""Pieces of a page inside a host's page, and pages inside a notebook, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import opened, violations

import valuegraph as vg

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HOST = """<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Hôte</title><style>
* {{ color: rgb(150, 0, 0) !important; }}
svg, table, section {{ display: none !important; }}
.vg, #p0, #q {{ outline: 9px solid red; }}
</style></head><body><main><h1>Hôte</h1><p id="p0" class="vg-title on">Le texte de l'hôte</p>
{}</main></body></html>"""


def host(file: Path, *pieces: str) -> Path:
    """Write a page of a host whose own styles and ids are hostile."""
    file.write_text(HOST.format("\n".join(pieces)), encoding="utf-8")
    return file


def test_several_fragments_stand_in_one_page_of_a_host(
    browser: Browser, tmp_path: Path, node_package: Callable[[str], Path]
) -> None:
    """Twice the same and another: each is whole, alone, and untouched by the host's styles."""
    same = vg.html(vg.example("conserverie"), fragment=True)
    other = vg.html(vg.example("porter"), fragment=True, language="en")
    file = host(tmp_path / "host.html", same, same, other)
    with opened(browser, file) as page:
        assert page.locator(".valuegraph").count() == 3
        second = page.locator(".valuegraph").nth(1)
        second.locator("svg [data-ref=humaines]").first.click()
        tracing = page.evaluate(
            "[...document.querySelectorAll('.valuegraph')].map(each => "
            "each.shadowRoot.querySelector('.vg').classList.contains('tracing'))"
        )
        assert tracing == [False, True, False]
        assert page.url == file.as_uri()
        colour = "getComputedStyle({}).color"
        inside = "document.querySelector('.valuegraph').shadowRoot.querySelector('.vg-title')"
        assert page.evaluate(colour.format(inside)) == "rgb(27, 39, 51)"
        assert page.evaluate("getComputedStyle(document.querySelector('#p0')).fontSize") == "16px"
        assert page.locator("body > main > #p0").inner_text() == "Le texte de l'hôte"
        assert violations(page, node_package("axe-core")) == []


def test_the_host_is_told_what_is_chosen_and_can_choose(browser: Browser, tmp_path: Path) -> None:
    """The event says id, kind, name, and what lies before and after; clearing is told too."""
    piece = vg.html(vg.example("conserverie"), fragment=True)
    with opened(browser, host(tmp_path / "host.html", piece)) as page:
        page.evaluate(
            "window.told = []; document.addEventListener('valuegraph:select', "
            "event => told.push(event.detail))"
        )
        page.locator("svg [data-ref=humaines]").first.click()
        page.keyboard.press("Escape")
        page.evaluate(
            "document.querySelector('.valuegraph').dispatchEvent("
            "new CustomEvent('valuegraph:choose', {detail: {id: 'cohesion'}}))"
        )
        page.evaluate(
            "document.querySelector('.valuegraph').dispatchEvent("
            "new CustomEvent('valuegraph:choose', {detail: {id: 'nobody'}}))"
        )
        first, cleared, chosen, unknown = page.evaluate("window.told")
    assert first["id"] == "humaines"
    assert (first["kind"], first["name"]) == ("resource", "Ressources humaines")
    assert first["before"] == ["humaines"]
    assert "cohesion" in first["after"]
    assert cleared["id"] is None
    assert chosen["id"] == "cohesion"
    assert chosen["before"]
    assert unknown["id"] is None


@pytest.mark.parametrize(
    ("page", "chosen", "told"),
    [
        ("how-to/plug-into-your-tool.md", "bonds", "impact: Bonds between neighbours"),
        ("guides/brancher-votre-outil.md", "liens", "impact : Des liens entre voisins"),
    ],
)
def test_the_script_of_the_documentation_works(
    browser: Browser, tmp_path: Path, page: str, chosen: str, told: str
) -> None:
    """What the pages show a host to write is run as it stands there."""
    shown = (Path(__file__).parents[3] / "docs" / page).read_text(encoding="utf-8")
    script = shown[shown.index("<script>\n") : shown.index("</script>") + len("</script>")]
    name = told.partition(": ")[2]
    chain = vg.ValueChain("Jardin", language="en" if "how-to" in page else "fr")
    chain.add_impact(name, id=chosen)
    file = host(tmp_path / "host.html", vg.html(chain, fragment=True, view="matrix"), script)
    with opened(browser, file) as opened_page:
        assert opened_page.title() == told
        opened_page.evaluate("piece.dispatchEvent(new CustomEvent('valuegraph:choose'))")
        assert opened_page.title() in ("nothing is chosen", "rien n’est choisi")


def test_a_host_may_insert_a_fragment_by_script(browser: Browser, tmp_path: Path) -> None:
    """`createContextualFragment` runs it; the shadow tree is made where the parser made none."""
    piece = vg.html(vg.example("conserverie"), fragment=True)
    file = host(tmp_path / "host.html", '<div id="here"></div>')
    # Chromium remarks that it leaves the making of the shadow tree to the script.
    with opened(browser, file, expected="declarative Shadow DOM is not being parsed") as page:
        page.evaluate(
            "html => document.querySelector('#here').append("
            "document.createRange().createContextualFragment(html))",
            piece,
        )
        page.locator("svg [data-ref=humaines]").first.click()
        assert page.locator(".vg.tracing").count() == 1
        page.locator("button[data-lang=en]").click()
        page.wait_for_selector(".vg[lang=en]")
        assert page.locator(".valuegraph .vg-title").inner_text() == "The Mobile Solidarity Cannery"


def test_a_picture_shows_itself_in_a_notebook(browser: Browser, tmp_path: Path) -> None:
    """Twice the same picture: the page in a frame without an origin, the drawing beside it."""
    picture = vg.draw(vg.example("conserverie"), view=["extended", "matrix"])
    shown = picture._repr_mimebundle_()
    assert set(shown) == {"text/plain", "text/html", "image/svg+xml"}
    assert 'sandbox="allow-scripts"' in shown["text/html"]
    cells = [shown["text/html"], shown["image/svg+xml"]] * 2
    file = tmp_path / "notebook.html"
    file.write_text(f"<!DOCTYPE html><title>n</title>{''.join(cells)}", encoding="utf-8")
    with opened(browser, file) as page:
        frames = [frame for frame in page.frames if frame != page.main_frame]
        assert len(frames) == 2
        frames[0].locator("svg [data-ref=humaines]").first.click()
        assert frames[0].locator(".tracing").count() == 1
        assert frames[1].locator(".tracing").count() == 0
        assert "Mène à 3" in frames[0].locator(".vg-live").inner_text()
        assert frames[0].evaluate("window.origin") == "null"


HOSTILE = (
    "</svg><script>window.ran=1</script>",
    "]]><img src=x onerror=window.ran=1>",
    '" onload="window.ran=1" x="',
    "</script><script>window.ran=1</script>",
    "</template></style><script>window.ran=1</script><!--",
    "javascript:window.ran=1",
    "${window.ran=1}{{7*7}}",
    "\u202eevil\u202c \u0007\u0000bell $& $1 \\u003c",
)


def hostile_chain() -> vg.ValueChain:
    """Return a chain whose every text is meant to break out of its place."""
    said = iter(HOSTILE * 9)
    chain = vg.ValueChain(next(said), description=next(said))
    food = chain.add_resource(next(said), description=next(said))
    work = chain.add_activity(next(said), uses=[food])
    chain.add_modality(work, circuit="gift", name=next(said), way="receives")
    chain.add_circuit(next(said), id="own")
    chain.add_modality(work, circuit="own", name=next(said), way="gives")
    bonds = chain.add_impact(next(said))
    chain.link(work, "contributes", bonds, why=next(said), label=next(said))
    chain.add_support(next(said), actions=[next(said)])
    chain.add_actor(next(said))
    for part in chain.parts():
        chain.change(part.id, translations={"en": {"name": next(said)}})
    return chain


@pytest.mark.parametrize("form", ["page", "fragment", "notebook"])
def test_hostile_labels_are_text(browser: Browser, tmp_path: Path, form: str) -> None:
    """They are shown as they are typed, and no script runs, whatever is clicked."""
    chain = hostile_chain()
    file = tmp_path / "a.html"
    if form == "fragment":
        host(file, vg.html(chain, fragment=True))
    elif form == "notebook":
        cell = vg.draw(chain)._repr_mimebundle_()
        file.write_text("<!DOCTYPE html>" + cell["text/html"] + cell["image/svg+xml"], "utf-8")
    else:
        vg.draw(chain, file)
    with opened(browser, file) as page:
        inner = page.frames[-1]
        for tab in inner.locator("[role=tab]").all():
            tab.click()
        listed = inner.locator(".vg-list").inner_text()
        for label in HOSTILE[:6]:
            assert label in listed
        inner.locator(".vg-list [data-ref]").first.click()
        inner.locator("#q").fill("window")
        assert inner.locator(".vg-hits button").count() >= 3
        inner.locator(".vg-hits button").first.click()
        inner.locator("button[data-lang=en]").click()
        inner.wait_for_selector(".vg[lang=en]")
        assert page.locator("img").count() == 0
        assert inner.locator("img").count() == 0
    if form != "notebook":
        assert vg.read(file) == chain


def test_a_page_in_an_attribute_is_escaped() -> None:
    """The frame's ``srcdoc`` holds the page, and nothing ends it early."""
    shown = vg.draw(hostile_chain())._repr_mimebundle_()["text/html"]
    assert shown.count('"') == 8
    assert escape("<!DOCTYPE html>") in shown

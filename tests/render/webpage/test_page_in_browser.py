"""The page of a chain in a real browser: by mouse, by keyboard, by ear, printed, without script."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import opened, violations

import valuegraph as vg

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TABS = 5  # extended, matrix, flow, cycle, the list


def focused(page: Page) -> str:
    """Return the id of the part that has the focus."""
    return str(page.evaluate("document.activeElement.dataset.ref || ''"))


def lit(page: Page, view: str = "#p0") -> set[str]:
    """Return the parts that are not dimmed in a view."""
    of_each = "one => one.dataset.ref || one.querySelector('[data-ref]').dataset.ref"
    return set(page.evaluate(f"[...document.querySelectorAll('{view} .on')].map({of_each})"))


def speak_english(page: Page) -> None:
    """Choose English and wait until the page is in it."""
    page.click("button[data-lang=en]")
    page.wait_for_selector("html[lang=en]", state="attached")


@pytest.mark.parametrize(("language", "scheme"), [("fr", "light"), ("en", "dark")])
def test_axe_finds_nothing_in_any_tab(
    browser: Browser,
    cannery: Path,
    node_package: Callable[[str], Path],
    language: str,
    scheme: str,
) -> None:
    """Every tab, light in one language and dark in the other, with something chosen or not."""
    axe = node_package("axe-core")
    with opened(browser, cannery, color_scheme=scheme) as page:
        if language == "en":
            speak_english(page)
        for tab in range(TABS):
            page.click(f"#t{tab}")
            assert violations(page, axe) == []
        if scheme == "dark":
            page.click("#p4 [data-ref=alimentaires]")
            page.fill("#q", "re")
            assert violations(page, axe) == []


def test_pointing_at_a_part_dims_what_is_not_on_its_way(browser: Browser, cannery: Path) -> None:
    """Before and after it stay; another resource and cells it does not pass are dimmed."""
    with opened(browser, cannery) as page:
        page.hover("#p0 svg [data-ref=humaines] >> nth=-1")
        shown = lit(page)
        assert {"humaines", "transformation", "distribution", "cohesion"} <= shown
        assert not {"alimentaires", "logistiques", "collecte", "collecte.receives.gift"} & shown
        assert "Ressources humaines" in page.inner_text(".vg-info")
        page.mouse.move(5, 5)
        assert lit(page) == set()


def test_nothing_moves_when_something_is_told(browser: Browser, cannery: Path) -> None:
    """The drawing stays where it is while the panel above it says more or less."""
    with opened(browser, cannery) as page:
        before = page.locator("#p0 svg").bounding_box()
        page.hover("#p0 svg [data-ref=transformation] >> nth=0")
        assert page.locator("#p0 svg").bounding_box() == before


def test_a_circuit_makes_no_false_path(browser: Browser, cannery: Path) -> None:
    """What enters one activity by a gift does not light the gifts of another one before it."""
    with opened(browser, cannery) as page:
        page.click("#p0 svg [data-ref='transformation.receives.gift']")
        shown = lit(page)
        assert "humaines" in shown
        assert not {"collecte.receives.gift", "transformation.receives.market"} & shown
        assert not {"alimentaires", "collecte"} & shown


def test_what_lies_before_and_after_is_what_the_analysis_says(
    browser: Browser, tmp_path: Path
) -> None:
    """For every part of every example the page traces what `reach` reaches."""
    walked = ("resource", "activity", "output", "impact", "margin")
    for name in vg.example_names():
        chain, file = vg.example(name), tmp_path / f"{name}.html"
        vg.draw(chain, file, view="matrix")
        asked = [
            part.id for kind in walked for part in chain.parts(kind) if part.status != "refuted"
        ]
        with opened(browser, file) as page:
            traced = page.evaluate(
                """ids => { const seen = [], host = document.querySelector('.valuegraph');
                host.addEventListener('valuegraph:select', e => seen.push(e.detail));
                for (const id of ids) host.dispatchEvent(new CustomEvent('valuegraph:choose',
                  {detail: {id}}));
                return seen; }""",
                asked,
            )
        for part, detail in zip(asked, traced, strict=True):
            for side, ends in (("after", {"start": part}), ("before", {"end": part})):
                reached = set(vg.reach(chain, **ends).to_frame()["part"])
                assert set(detail[side]) - {part} == reached - {part}, (name, part, side)


def test_from_a_resource_to_an_impact_by_the_keyboard(browser: Browser, cannery: Path) -> None:
    """One stop of the Tab key, then arrows; Enter chooses and is announced, Esc goes back."""
    with opened(browser, cannery) as page:
        page.focus("#t0")
        page.keyboard.press("End")
        assert page.get_attribute("#t4", "aria-selected") == "true"
        page.keyboard.press("Home")
        for _ in range(12):
            page.keyboard.press("Tab")
            if focused(page):
                break
        first = focused(page)
        assert first
        page.keyboard.press("End")
        last = focused(page)
        page.keyboard.press("Home")
        assert focused(page) == first != last
        seen = []
        while "alimentaires" not in seen[-1:]:
            page.keyboard.press("ArrowRight")
            seen.append(focused(page))
            assert len(seen) < 100
        page.keyboard.press("Enter")
        assert page.url.endswith("#alimentaires")
        told = page.inner_text(".vg-live")
        assert re.search(r"Mène à 3 impacts\s: Vitalité", told)
        assert "Route la plus" in told
        while "cohesion" not in seen[-1:]:
            page.keyboard.press("ArrowDown")
            seen.append(focused(page))
            assert len(seen) < 100
        page.keyboard.press(" ")
        assert page.url.endswith("#cohesion")
        assert "Vient de 3 ressources" in page.inner_text(".vg-live")
        page.keyboard.press("Escape")
        assert "#" not in page.url
        assert page.inner_text(".vg-live") == "Sélection effacée."
        page.keyboard.press("Tab")
        assert focused(page) == ""


def test_the_strongest_route_is_told_where_strengths_are_known(
    browser: Browser, tmp_path: Path
) -> None:
    """The product of the strengths decides, against the shorter way."""
    chain = vg.ValueChain("Forces", language="fr")
    time = chain.add_resource("Temps")
    sew, sell = chain.add_activity("Couture"), chain.add_activity("Vente")
    bonds = chain.add_impact("Lien")
    for start, kind, end, strength in (
        (time, "feeds", sew, 0.9),
        (sew, "precedes", sell, 0.9),
        (sell, "contributes", bonds, 0.9),
        (sew, "contributes", bonds, 0.5),
    ):
        chain.link(start, kind, end, strength=strength)
    vg.draw(chain, tmp_path / "a.html", view="matrix")
    with opened(browser, tmp_path / "a.html", hash="#temps") as page:
        told = page.inner_text(".vg-info")
        assert "Route la plus forte : Temps → Couture → Vente → Lien" in told.replace("\u00a0", " ")


def test_what_was_chosen_is_found_again_by_the_address(browser: Browser, cannery: Path) -> None:
    """The address holds the choice; an address that means nothing is left alone."""
    with opened(browser, cannery, hash="#transformation.receives.gift") as page:
        assert page.get_attribute(
            "#p0 [data-ref='transformation.receives.gift']", "aria-pressed"
        ) == "true"  # fmt: skip
        assert "humaines" in lit(page)
        for strange in ("#%E0%A4%A", "#constructor", "#__proto__", "#nothing"):
            page.goto(cannery.as_uri())
            page.goto(cannery.as_uri() + strange)
            page.reload()
            assert lit(page) == set()


def test_search_does_not_mind_accents_and_capitals(browser: Browser, cannery: Path) -> None:
    """What is found is counted aloud, and chosen by Enter or a click."""
    with opened(browser, cannery) as page:
        page.fill("#q", "ECOLOGIQUE")
        assert page.locator(".vg-hits button").count() == 1
        assert page.inner_text(".vg-live") == "1 élément trouvé"
        page.keyboard.press("Enter")
        assert page.url.endswith("#transition")
        assert focused(page) == "transition"
        page.fill("#q", "zzz")
        assert page.inner_text(".vg-live") == "Aucun élément trouvé"
        page.keyboard.press("Escape")
        assert page.locator(".vg-hits").is_hidden()


def test_the_page_changes_its_language_and_keeps_what_was_chosen(
    browser: Browser, cannery: Path
) -> None:
    """Drawings, list, tabs, labels and announcements are in the other language; and back."""
    with opened(browser, cannery, hash="#humaines") as page:
        speak_english(page)
        assert page.title() == "The Mobile Solidarity Cannery"
        assert page.inner_text("#t0") == "Value chain"
        assert "Leads to 3 impacts" in page.inner_text(".vg-live")
        assert "humaines" in lit(page)
        assert page.locator("#p0 svg[lang=en]").count() == 1
        page.click("button[data-lang=fr]")
        page.wait_for_selector("html[lang=fr]", state="attached")
        assert page.inner_text("#t0") == "Chaîne de valeur"
        assert page.locator("#p0 svg[lang=fr]").count() == 1


def test_a_language_of_the_chains_own_is_offered(browser: Browser, tmp_path: Path) -> None:
    """Besides French and English, a language the chain is translated into."""
    chain = vg.ValueChain("Jardin", translations={"es": {"name": "Huerto"}})
    chain.add_resource("Compost", translations={"es": {"name": "Abono"}})
    vg.draw(chain, tmp_path / "a.html")
    with opened(browser, tmp_path / "a.html") as page:
        names = page.locator("button[data-lang]").all_inner_texts()
        assert names == ["Français", "English", "Español"]
        page.click("button[data-lang=es]")
        page.wait_for_selector("html[lang=es]", state="attached")
        assert "Abono" in page.inner_text("#p0")


def test_on_paper_all_views_are_there(browser: Browser, cannery: Path) -> None:
    """Each view stands on a page of its own, then the list; nothing to click is printed."""
    from pypdf import PdfReader

    with opened(browser, cannery) as page:
        page.emulate_media(media="print")
        for tab in range(TABS):
            assert page.locator(f"#p{tab}").is_visible()
        assert page.locator(".vg-tools").is_hidden()
        printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    texts = [sheet.extract_text() for sheet in printed.pages]
    assert "Parties prenantes" in texts[0] or "PARTIES PRENANTES" in texts[0]
    assert "ACTIVITÉS PRINCIPALES" in texts[1]
    assert "Avant" in texts[4]


def test_without_script_everything_is_shown(browser: Browser, cannery: Path) -> None:
    """All views stand below each other and nothing that would not work is offered."""
    with opened(browser, cannery, java_script_enabled=False) as page:
        for tab in range(TABS):
            assert page.locator(f"#p{tab}").is_visible()
        assert page.locator(".vg-tools").is_hidden()
        assert page.locator(".vg-info").is_hidden()
        assert page.locator("[role=button]").count() == 0


@pytest.mark.parametrize("width", [390, 768])
def test_on_a_small_screen_the_page_itself_does_not_scroll_sideways(
    browser: Browser, cannery: Path, width: int
) -> None:
    """The drawing scrolls in its sheet and can be made smaller; the list fits."""
    with opened(browser, cannery, viewport={"width": width, "height": 844}) as page:
        for tab in range(TABS):
            page.click(f"#t{tab}")
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.click("#t0")
        before = page.locator("#p0 svg").bounding_box()
        for _ in range(6):
            page.click("[data-zoom='-1']")
        after = page.locator("#p0 svg").bounding_box()
        assert before is not None
        assert after is not None
        assert after["width"] < before["width"]


def test_motion_is_left_out_where_it_is_not_wanted(browser: Browser, cannery: Path) -> None:
    """No transition runs for those who asked for none."""
    with opened(browser, cannery, reduced_motion="reduce") as page:
        of_group = "getComputedStyle(document.querySelector('#p0 [data-ref]')).transitionDuration"
        assert page.evaluate(of_group) == "0s"
    with opened(browser, cannery) as page:
        assert page.evaluate(of_group) != "0s"

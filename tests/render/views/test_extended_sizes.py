"""The poster at every size: nothing overflows, nothing is lost, nothing is too small to read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scene_lint import lint
from sized_chains import LABELS, SIZES, Sizes, sized_chain
from strategies import chains

from valuegraph.model.chain import ValueChain
from valuegraph.render.page import PAGES
from valuegraph.render.scene import Text
from valuegraph.render.sheets import Sheets, ViewOptions
from valuegraph.render.theme import DEFAULT_THEME
from valuegraph.render.views.extended import extended

COLUMNS = ("activities", "circuits")
FULL = Sizes(12, 8, 12, 10, 12, 40)
USUAL = Sizes(3, 3, 3, 3, 3, 6)
DRAWN = ("actor", "resource", "activity", "support", "modality", "output", "impact", "margin")


def drawn(
    chain: ValueChain, page: str = "A4", columns: str = "activities", language: str = "fr"
) -> Sheets:
    """Return the poster of a chain."""
    return extended(chain, ViewOptions(PAGES[page], language, DEFAULT_THEME, columns))


def defects(sheets: Sheets) -> list[str]:
    """Return what the independent judge says of every sheet."""
    return [f"sheet {n}: {told}" for n, s in enumerate(sheets.scenes, 1) for told in lint(s)]


def shown(sheets: Sheets) -> set[str]:
    """Return the ids of the parts that stand on some sheet, alone or in a list."""
    groups = [group for scene in sheets.scenes for group in scene.groups()]
    lists = (value for group in groups for key, value in group.data if key == "parts")
    return {group.ref for group in groups} | {part for each in lists for part in each.split()}


def lost(chain: ValueChain, sheets: Sheets) -> set[str]:
    """Return the ids of the parts that stand on no sheet."""
    wanted = {part.id for part in chain.parts() if part.kind in DRAWN}
    return wanted - shown(sheets)


def untold(sheets: Sheets) -> list[str]:
    """Return the shortened texts that no sheet gives whole."""
    whole = {" ".join(text.plain.split()) for s in sheets.scenes for text in s.texts()}
    texts = [text for scene in sheets.scenes for text in scene.shortened()]
    return [text.full for text in texts if not _is_told(text, whole)]


def _is_told(text: Text, whole: set[str]) -> bool:
    folded = " ".join(text.full.split()).replace("'", "’")
    return any(_spaceless(folded) == _spaceless(each) for each in whole)


def _spaceless(text: str) -> str:
    return "".join(text.replace("'", "’").split())


@pytest.mark.parametrize("columns", COLUMNS)
@pytest.mark.parametrize("page", ["A4", "A4-portrait", "slide"])
@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_every_size_is_a_good_sheet(sizes: Sizes, page: str, columns: str) -> None:
    """From nothing at all to a full chain, every part is on a sheet without a defect."""
    chain = sized_chain(sizes)
    sheets = drawn(chain, page, columns)
    assert defects(sheets) == []
    assert lost(chain, sheets) == set()
    assert untold(sheets) == []


@pytest.mark.parametrize("columns", COLUMNS)
@pytest.mark.parametrize("kind", [kind for kind in LABELS if kind != "short"])
@pytest.mark.parametrize("sizes", [Sizes(1, 1, 1, 1, 1, 1), USUAL], ids=str)
def test_every_kind_of_label_is_a_good_sheet(sizes: Sizes, kind: str, columns: str) -> None:
    """Labels of 400 characters and of any script overflow nothing, and are told whole."""
    chain = sized_chain(sizes, kind)
    for page in ("A4", "slide"):
        sheets = drawn(chain, page, columns)
        assert defects(sheets) == []
        assert lost(chain, sheets) == set()
        assert untold(sheets) == []


@pytest.mark.parametrize("kind", ["phrase", "French of 400"])
def test_a_full_chain_of_long_labels_is_a_good_set_of_sheets(kind: str) -> None:
    """The most parts with long labels still give sheets without a defect, and an annex."""
    chain = sized_chain(FULL, kind)
    sheets = drawn(chain)
    assert defects(sheets) == []
    assert lost(chain, sheets) == set()
    assert untold(sheets) == []


@given(
    chains(evaluation=False),
    st.sampled_from(sorted(PAGES)),
    st.sampled_from(COLUMNS),
    st.sampled_from(["fr", "en", "de"]),
)
@settings(max_examples=40)
def test_any_chain_is_drawn_without_a_defect(
    chain: ValueChain, page: str, columns: str, language: str
) -> None:
    """Whatever can be built is drawn, without an exception and without a defect."""
    sheets = drawn(chain, page, columns, language)
    assert defects(sheets) == []
    assert lost(chain, sheets) == set()


def test_the_sizes_of_paper_share_one_drawing() -> None:
    """A4, A3 and A0 are one drawing at three scales."""
    chain = sized_chain(USUAL)
    a4, a3, a0 = (drawn(chain, page).scenes[0].children for page in ("A4", "A3", "A0"))
    assert a4 == a3 == a0


def test_drawing_twice_gives_the_same_scene() -> None:
    """The same chain gives the same sheets and the same problems."""
    chain = sized_chain(Sizes(6, 4, 6, 6, 6, 14))
    assert drawn(chain) == drawn(chain)

"""What every view must hold, at every size: nothing overflows, is lost, or is too small to read."""

from __future__ import annotations

import pytest
from asked_of_views import USUAL, VIEWS, Asked
from drawn_sheets import defects, words
from hypothesis import given, settings
from hypothesis import strategies as st
from sized_chains import LABELS, SIZES, Sizes

from valuegraph.model.chain import ValueChain
from valuegraph.render.draw import VIEWS as NAMED
from valuegraph.render.page import PAGES

every_view = pytest.mark.parametrize("asked", VIEWS.values(), ids=VIEWS)
USED_PAGES = ("A4", "A4-portrait", "slide")
STATUSES = ("planned", "hypothesis", "disputed", "refuted")
ON_ONE = ("flow", "network", "system")
"""Views that draw their largest chain on one sheet."""


def test_no_view_is_forgotten() -> None:
    """Each view that has a name is asked all that follows."""
    assert {asked.view.__name__ for asked in VIEWS.values()} == {*NAMED}


@every_view
@pytest.mark.parametrize("page", USED_PAGES)
@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_every_size_is_a_good_sheet(asked: Asked, sizes: Sizes, page: str) -> None:
    """From nothing at all to a full chain, every part is on a sheet without a defect."""
    for chain in asked.made(sizes, "short"):
        assert asked.faults(chain, asked.drawn(chain, page)) == []


@every_view
@pytest.mark.parametrize("page", USED_PAGES)
@pytest.mark.parametrize("kind", [kind for kind in LABELS if kind != "short"])
def test_every_kind_of_label_is_a_good_sheet(asked: Asked, kind: str, page: str) -> None:
    """Labels of 400 characters and of any script overflow nothing, and are told whole."""
    for chain in asked.made(USUAL, kind):
        assert asked.faults(chain, asked.drawn(chain, page)) == []


@pytest.mark.parametrize("name", ["extended", "extended by circuits", "porter", "matrix"])
@pytest.mark.parametrize("kind", LABELS)
def test_few_parts_of_every_kind_of_label_are_a_good_sheet(name: str, kind: str) -> None:
    """The same labels where they have much room, in the charts whose zones may be empty."""
    asked = VIEWS[name]
    for sizes in (Sizes(1, 1, 1, 1, 1, 1), Sizes(5, 0, 0, 4, 0, 0)):
        for chain in asked.made(sizes, kind):
            assert asked.faults(chain, asked.drawn(chain)) == []


@every_view
@pytest.mark.parametrize("status", STATUSES)
def test_signs_of_status_keep_clear_of_the_words(asked: Asked, status: str) -> None:
    """Whatever the status of all parts, its signs touch no word; each label meets each page."""
    turn = STATUSES.index(status)
    for place, label in enumerate(("Collecte", "z" * 100, "Mise à disposition " * 5)):
        page = USED_PAGES[(turn + place) % len(USED_PAGES)]
        assert defects(asked.drawn(asked.one_status(status, label), page)) == []


@every_view
def test_a_full_chain_of_long_labels_is_a_good_set_of_sheets(asked: Asked) -> None:
    """The most parts with the longest labels still give sheets without a defect, and an annex."""
    for kind in ("phrase", "French of 400"):
        for chain in asked.made(asked.full, kind):
            sheets = asked.drawn(chain)
            assert asked.faults(chain, sheets) == []
    codes = {problem.code for problem in sheets.problems}
    assert codes >= ({"VG401"} if asked.view.__name__ in ON_ONE else {"VG401", "VG402"})


@every_view
@given(st.data(), st.sampled_from(sorted(PAGES)), st.sampled_from(["fr", "en", "de"]))
@settings(max_examples=25)
def test_any_chain_is_drawn_without_a_defect(
    asked: Asked, data: st.DataObject, page: str, language: str
) -> None:
    """Whatever can be built is drawn, without an exception and without a defect."""
    chain = data.draw(asked.any)
    sheets = asked.drawn(chain, page, language, basis=data.draw(st.sampled_from(asked.bases)))
    found = asked.faults(chain, sheets)
    assert [told for told in found if not (asked.crosses and "connector crosses" in told)] == []


@every_view
def test_the_sizes_of_paper_share_one_drawing(asked: Asked) -> None:
    """A4, A3 and A0 are one drawing at three scales, and the same chain is drawn the same."""
    chain = next(asked.made(USUAL, "phrase"))
    a4, a3, a0, again = (asked.drawn(chain, page) for page in ("A4", "A3", "A0", "A4"))
    assert a4.scenes[0].children == a3.scenes[0].children == a0.scenes[0].children
    assert a4 == again


DRAFTS = {
    ("extended", "fr"): ["Activités à décrire", "Impacts à décrire"],
    ("extended", "en"): ["Activities to be described", "Impacts to be described"],
    ("matrix", "fr"): ["Activités à décrire", "Par quels circuits ?", "Impacts à décrire"],
    ("matrix", "en"): ["Activities to be", "By which circuits?", "Impacts to be described"],
    ("flow", "fr"): ["Ressources à décrire", "Activités à décrire", "Impacts à décrire"],
    ("flow", "en"): ["Resources to be described", "Activities to be", "Impacts to be"],
    ("actors", "fr"): ["Parties prenantes à décrire"],
    ("actors", "en"): ["Stakeholders to be described"],
    ("framework", "fr"): ["Pas encore de question évaluative"],
    ("framework", "en"): ["No evaluation question yet"],
    ("network", "fr"): ["Rien à relier pour l’instant"],
    ("network", "en"): ["Nothing to link yet"],
}


@pytest.mark.parametrize(("name", "language"), DRAFTS)
def test_a_draft_asks_for_what_is_missing(name: str, language: str) -> None:
    """An empty chain is a designed sheet that asks, in either language, for what is to come."""
    sheets = VIEWS[name].drawn(ValueChain(), language=language)
    told = " ".join(words(sheets).split())
    assert [each for each in DRAFTS[name, language] if each not in told] == []

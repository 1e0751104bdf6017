"""The table of the modalities: every cell told, at every size, without a defect."""

from __future__ import annotations

import pytest
from drawn_sheets import (
    defects,
    group_of,
    of_one_status,
    options,
    shapes_of,
    shown,
    texts_of,
    untold,
    words,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from sized_chains import LABELS, SIZES, Sizes, sized_chain
from strategies import chains

from valuegraph.model.chain import ValueChain
from valuegraph.render.page import PAGES
from valuegraph.render.sheets import Sheets
from valuegraph.render.views.matrix import matrix

FULL = Sizes(12, 8, 12, 10, 12, 40)
USUAL = Sizes(3, 3, 3, 3, 3, 6)


def drawn(chain: ValueChain, page: str = "A4", language: str = "fr") -> Sheets:
    """Return the matrix of a chain."""
    return matrix(chain, options(page, language))


def lost(chain: ValueChain, sheets: Sheets) -> set[str]:
    """Return the ids of the parts of the table that stand on no sheet."""
    invested = {
        link.start for link in chain.links if link.kind == "feeds" and link.status != "refuted"
    }
    parts = (*chain.activities, *chain.modalities, *chain.impacts, *chain.margin, *chain.circuits)
    wanted = {part.id for part in parts} | invested
    if not chain.activities:
        wanted -= invested
    return wanted - shown(sheets)


def bakery() -> ValueChain:
    """Return a chain of one activity that receives and gives."""
    chain = ValueChain("Fournil partagé")
    chain.add_resource("Farine", id="flour", type="food")
    chain.add_activity(
        "Cuisson",
        id="bake",
        uses=["flour"],
        receives={"gift": "Coups de main", "market": "none"},
        gives={"gift": "Pains suspendus ?"},
    )
    chain.add_activity("Vente", id="sell", after="bake", gives={"market": "Vente en euros"})
    chain.add_impact("Lien social", id="bond", of=["bake"])
    return chain


@pytest.mark.parametrize("page", ["A4", "A4-portrait", "slide"])
@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_every_size_is_a_good_sheet(sizes: Sizes, page: str) -> None:
    """From nothing at all to a full chain, every part is on a sheet without a defect."""
    chain = sized_chain(sizes)
    sheets = drawn(chain, page)
    assert defects(sheets) == []
    assert lost(chain, sheets) == set()
    assert untold(sheets) == []


@pytest.mark.parametrize("kind", [kind for kind in LABELS if kind != "short"])
@pytest.mark.parametrize("page", ["A4", "slide"])
def test_every_kind_of_label_is_a_good_sheet(kind: str, page: str) -> None:
    """Labels of 400 characters and of any script overflow nothing, and are told whole."""
    chain = sized_chain(USUAL, kind)
    sheets = drawn(chain, page)
    assert defects(sheets) == []
    assert lost(chain, sheets) == set()
    assert untold(sheets) == []


@pytest.mark.parametrize("status", ["planned", "hypothesis", "disputed", "refuted"])
@pytest.mark.parametrize("label", ["Collecte", "z" * 100, "Mise à disposition " * 5])
@pytest.mark.parametrize("page", ["A4", "A4-portrait", "slide"])
def test_signs_of_status_keep_clear_of_the_words(status: str, label: str, page: str) -> None:
    """Whatever the status of all parts, its signs touch no word."""
    assert defects(drawn(of_one_status(status, label), page)) == []


def test_a_full_chain_of_long_labels_is_a_good_set_of_sheets() -> None:
    """The most parts with the longest labels still give sheets without a defect, and an annex."""
    chain = sized_chain(FULL, "French of 400")
    sheets = drawn(chain)
    assert defects(sheets) == []
    assert lost(chain, sheets) == set()
    assert untold(sheets) == []
    assert {"VG401", "VG402"} <= {problem.code for problem in sheets.problems}


@given(
    chains(evaluation=False, activities=(0, 6), circuits=(0, 4), impacts=(0, 6)),
    st.sampled_from(sorted(PAGES)),
    st.sampled_from(["fr", "en", "de"]),
)
@settings(max_examples=40)
def test_any_chain_is_drawn_without_a_defect(chain: ValueChain, page: str, language: str) -> None:
    """Whatever can be built is drawn, without an exception and without a defect."""
    sheets = drawn(chain, page, language)
    assert defects(sheets) == []
    assert lost(chain, sheets) == set()
    assert untold(sheets) == []


def test_a_hypothesis_is_dashed() -> None:
    """A modality to be confirmed is white and dashed, an observed one is neither."""
    sheets = drawn(bakery())
    doubtful = shapes_of(group_of(sheets, "bake.gives.gift"))[0]
    known = shapes_of(group_of(sheets, "bake.receives.gift"))[0]
    assert doubtful.paint.dash
    assert doubtful.paint.fill == "#FFFFFF"
    assert not known.paint.dash
    assert "À confirmer" in words(sheets)


def test_marks_are_explained_only_if_they_occur() -> None:
    """The legend has no word for a status that no part has."""
    chain = bakery()
    chain.change("bake.gives.gift", status="observed")
    assert "À confirmer" not in words(drawn(chain))


def test_a_cell_without_modality_is_not_a_cell_nobody_discussed() -> None:
    """A discussed absence is told in words; a cell that was not discussed is dotted and empty."""
    sheets = drawn(bakery())
    groups = {group.id: group for group in sheets.scenes[0].groups()}
    absent, blank = groups["bake..market..0"], groups["sell..gift"]
    assert [text.plain for text in texts_of(absent)] == ["Reçoit\u00a0: rien"]
    assert texts_of(blank) == []
    assert shapes_of(blank)[0].paint.dash


def test_ways_are_told_where_an_activity_has_both() -> None:
    """An activity that receives and gives says which in each cell; another does not."""
    sheets = drawn(bakery())
    assert texts_of(group_of(sheets, "bake.receives.gift"))[0].plain.startswith("Reçoit")
    assert texts_of(group_of(sheets, "bake.gives.gift"))[0].plain.startswith("Donne")
    assert texts_of(group_of(sheets, "sell.gives.market"))[0].plain == "Vente en euros"


def test_modalities_of_one_cell_are_stacked() -> None:
    """Several modalities of an activity and a circuit stand one below the other."""
    chain = bakery()
    chain.add_modality("sell", circuit="market", name="Abonnements", way="gives")
    sheets = drawn(chain)
    first, second = (
        shapes_of(group_of(sheets, ref))[0] for ref in ("sell.gives.market", "sell.gives.market-2")
    )
    assert first.x == second.x
    assert first.y + first.h < second.y


def test_what_passes_and_what_comes_back_are_told() -> None:
    """The amount of a modality and what it gives in return stand below its name."""
    chain = bakery()
    chain.change(
        "sell.gives.market",
        amount={"amount": 120, "unit": "kg"},
        in_return={"what": "un sourire"},
    )
    text = texts_of(group_of(drawn(chain), "sell.gives.market"))[0]
    assert text.plain.splitlines() == [
        "Vente en euros",
        "120\u00a0kg · en retour\u00a0: un sourire",
    ]
    assert text.paragraphs[1][0].scale < 1


def test_a_modality_without_words_is_told_by_what_is_known() -> None:
    """An unnamed modality shows its amount or its other party instead of an id."""
    chain = bakery()
    chain.add_actor("Les voisins", id="neighbours")
    cell = chain.add_modality("sell", circuit="gift", way="gives", with_="neighbours")
    assert texts_of(group_of(drawn(chain), cell.id))[0].plain == "avec Les voisins"


def test_many_activities_go_on_a_second_sheet() -> None:
    """Twelve activities take two numbered sheets; the second one begins with a notched header."""
    sheets = drawn(sized_chain(Sizes(activities=12, circuits=2)))
    assert [problem.code for problem in sheets.problems] == ["VG402"]
    assert "feuille 2/2" in words(sheets)
    assert shapes_of(group_of(sheets, "act0"))[0].kind == "home_plate"
    assert shapes_of(group_of(sheets, "act6"))[0].kind == "chevron"


def test_modalities_without_room_are_named_in_the_annex() -> None:
    """A cell with more modalities than it can hold says how many the annex names."""
    chain = bakery()
    for number in range(60):
        chain.add_modality("sell", circuit="gift", name=f"Don {number}", way="gives")
    sheets = drawn(chain, "slide")
    assert "VG404" in {problem.code for problem in sheets.problems}
    assert defects(sheets) == []
    assert lost(chain, sheets) == set()


def test_groups_of_activities_have_a_heading() -> None:
    """Neighbouring activities of one group stand under its name."""
    chain = bakery()
    chain.add_activity("Livraison", id="deliver", group="Aval")
    chain.change("sell", group="Aval")
    sheets = drawn(chain)
    heading = next(group for group in sheets.scenes[0].groups() if group.role == "group")
    first, last = (shapes_of(group_of(sheets, ref))[0] for ref in ("sell", "deliver"))
    rule = shapes_of(heading)[0]
    assert texts_of(heading)[0].plain == "Aval"
    assert rule.x == first.x
    assert last.x < rule.x + rule.w <= last.x + last.w
    assert defects(sheets) == []


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", ["Activités à décrire", "Par quels circuits ?", "Impacts à décrire"]),
        ("en", ["Activities to be described", "By which circuits?", "Impacts to be described"]),
    ],
)
def test_a_draft_says_what_is_still_to_come(language: str, told: list[str]) -> None:
    """An empty chain is a designed sheet that asks for what is missing."""
    drawn_words = words(drawn(ValueChain(), language=language))
    assert all(each in drawn_words for each in told)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", ["Circuit du don : reçoit, Coups de main", "Pains suspendus ? (à confirmer)"]),
        ("en", ["Gift circuit: receives, Coups de main", "Pains suspendus ? (to be confirmed)"]),
    ],
)
def test_the_alternative_text_tells_every_cell(language: str, told: list[str]) -> None:
    """The scene's description gives the whole table in words, in the language asked for."""
    description = drawn(bakery(), language=language).scenes[0].description
    assert all(each in description for each in told)
    assert "Lien social" in description
    assert "Farine" in description


def test_the_sizes_of_paper_share_one_drawing() -> None:
    """A4, A3 and A0 are one drawing at three scales."""
    chain = sized_chain(USUAL)
    a4, a3, a0 = (drawn(chain, page).scenes[0].children for page in ("A4", "A3", "A0"))
    assert a4 == a3 == a0

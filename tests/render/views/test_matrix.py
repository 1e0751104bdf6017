"""The table of the modalities: what its cells, rows and columns tell."""

from __future__ import annotations

import pytest
from asked_of_views import VIEWS
from drawn_sheets import defects, group_of, shapes_of, texts_of, words
from sized_chains import Sizes, sized_chain

from valuegraph.model.chain import ValueChain

drawn = VIEWS["matrix"].drawn
lost = VIEWS["matrix"].lost


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

"""Porter's chart: the classic geometry."""

from __future__ import annotations

import pytest
from asked_of_views import VIEWS
from drawn_sheets import group_of, shapes_of, texts_of, words
from sized_chains import Sizes, sized_chain

from valuegraph.model.chain import ValueChain

drawn = VIEWS["porter"].drawn


def firm() -> ValueChain:
    """Return a small chart of three activities with a margin."""
    chain = ValueChain("Une entreprise")
    for name in ("Achats", "Production", "Ventes"):
        chain.add_activity(name, id=name.lower())
    chain.add_support("Infrastructure", id="infra", type="infrastructure")
    chain.add_support("Formation", id="training", supports=["achats", "production", "ventes"])
    chain.add_support("Études", id="studies", supports={"ventes": "Étude de marché"})
    chain.add_margin("Marge", id="profit", translations={"en": {"name": "Margin"}})
    return chain


def test_what_serves_the_whole_chain_has_no_borders() -> None:
    """Infrastructure takes the full width; the other rows carry the columns' dotted borders."""
    sheets = drawn(firm())
    assert shapes_of(group_of(sheets, "infra"), "line") == []
    lines = shapes_of(group_of(sheets, "training"), "line")
    assert all(line.paint.dash for line in lines)
    assert len({line.x for line in lines}) == 2


def test_dotted_borders_continue_those_of_the_columns() -> None:
    """Each dotted line stands in the gap between two primary columns."""
    sheets = drawn(firm())
    lefts = [shapes_of(group_of(sheets, each.id))[0].x for each in firm().activities]
    lines = sorted({line.x for line in shapes_of(group_of(sheets, "training"), "line")})
    assert all(0 < left - line <= 6 for left, line in zip(lefts[1:], lines, strict=True))


def test_the_text_of_a_link_stands_in_its_column() -> None:
    """A support activity's text for one activity is in that activity's column, on a ground."""
    sheets = drawn(firm())
    row = group_of(sheets, "studies")
    text = next(text for text in texts_of(row) if text.plain == "Étude de marché")
    column = shapes_of(group_of(sheets, "ventes"))[0]
    assert column.x < text.x < column.x + column.w
    grounds = [shape for shape in shapes_of(row, "polygon") if shape.decorative]
    assert [ground.x >= column.x for ground in grounds] == [True]


def test_a_refuted_link_fills_no_cell() -> None:
    """What a support activity was wrongly said to do is not in the chart."""
    chain = firm()
    chain.change("studies-supports-ventes", status="refuted")
    sheets = drawn(chain)
    assert "Étude de marché" not in words(sheets)
    assert shapes_of(group_of(sheets, "studies"), "line") == []


@pytest.mark.parametrize(("language", "told"), [("fr", "MARGE"), ("en", "MARGIN")])
def test_a_margin_is_written_along_both_slants(language: str, told: str) -> None:
    """The word stands along the arrow's sides, read downwards above and upwards below."""
    texts = texts_of(group_of(drawn(firm(), language=language), "profit"))
    assert [text.lines[0][0].text for text in texts] == [told, told]
    above, below = texts
    assert above.rotate == -below.rotate
    assert 45 < above.rotate < 90
    assert above.y < below.y


def test_rows_and_columns_meet_at_the_point_of_the_arrow() -> None:
    """In the classic chart the support rows take the upper half, the columns the lower one."""
    sheets = drawn(firm())
    point = max(shapes_of(group_of(sheets, "profit"))[0].points)[1]
    row = shapes_of(group_of(sheets, "studies"))[0]
    column = shapes_of(group_of(sheets, "achats"))[0]
    assert row.y + row.h < point < column.y


def test_impacts_are_slices_of_the_arrow() -> None:
    """A chain with impacts has one slice for each, its margin being one of them."""
    chain = firm()
    chain.add_impact("Emplois locaux", id="jobs", of=["production"])
    sheets = drawn(chain)
    jobs, margin = (shapes_of(group_of(sheets, ref))[0] for ref in ("jobs", "profit"))
    assert jobs.y + jobs.h < margin.y
    assert "IMPACTS ET MARGE" in words(sheets)


def test_columns_without_circuits_hold_names_and_descriptions() -> None:
    """Without circuits a column is one plate with the activity's name and its description."""
    chain = firm()
    chain.change("production", description="Cuire et mettre en bocaux")
    told = [text.plain for text in texts_of(group_of(drawn(chain), "production"))]
    assert told == ["Production", "Cuire et mettre en bocaux"]


def test_columns_with_circuits_hold_their_cells() -> None:
    """A hypothesis in a cell is dashed here as in the other views."""
    chain = firm()
    chain.add_modality("ventes", circuit="market", name="Vente en ligne ?", way="gives")
    sheets = drawn(chain)
    assert shapes_of(group_of(sheets, "ventes.gives.market"))[0].paint.dash
    assert "À confirmer" in words(sheets)


def test_many_activities_go_on_a_second_sheet() -> None:
    """Twelve activities take two sheets, each with the support rows above its own columns."""
    sheets = drawn(sized_chain(Sizes(activities=12, support=2)))
    assert [problem.code for problem in sheets.problems] == ["VG402"]
    assert "12 activités, 6 par feuille" in sheets.problems[0].message("fr")
    for scene in sheets.scenes:
        assert {"sup0", "sup1"} <= {group.ref for group in scene.groups()}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", ["ACTIVITÉS DE SOUTIEN", "ACTIVITÉS PRINCIPALES"]),
        ("en", ["SUPPORT ACTIVITIES", "PRIMARY ACTIVITIES"]),
    ],
)
def test_the_zones_have_their_titles(language: str, told: list[str]) -> None:
    """The two vertical titles are in the language asked for."""
    drawn_words = words(drawn(firm(), language=language))
    assert all(each in drawn_words for each in told)


def test_the_alternative_text_tells_the_whole_chart() -> None:
    """The scene's description names every row, every column and the margin."""
    lines = drawn(firm()).scenes[0].description.splitlines()
    assert "Activités de soutien — Études : Ventes : Étude de marché" in lines
    assert "Activités principales — Production" in lines
    assert lines[-1] == "Marge : Marge"

"""The evaluation framework: every question, criterion, indicator and part, at every size."""

from __future__ import annotations

import pytest
from drawn_sheets import defects, group_of, options, shapes_of, shown, texts_of, untold, words
from hypothesis import given, settings
from hypothesis import strategies as st
from sized_chains import LABELS, SIZES, Sizes, sized_chain
from strategies import chains

from valuegraph.model.chain import ValueChain
from valuegraph.render.page import PAGES
from valuegraph.render.scene import Connector
from valuegraph.render.sheets import Sheets
from valuegraph.render.views.framework import framework

USUAL = Sizes(3, 3, 3, 3, 3, 6)
FULL = Sizes(12, 8, 12, 10, 12, 40)
COUNTED = ("impact", "margin", "output", "activity", "support", "resource")


def drawn(chain: ValueChain, page: str = "A4", language: str = "fr") -> Sheets:
    """Return the framework of a chain."""
    return framework(chain, options(page, language))


def lost(chain: ValueChain, sheets: Sheets) -> set[str]:
    """Return the ids of what the view shows that stand on no sheet."""
    framed = {part.id for part in (*chain.questions, *chain.criteria, *chain.indicators)}
    parts = {part.id for part in chain.parts() if part.kind in COUNTED and part.status != "refuted"}
    return (framed | parts) - shown(sheets)


def framed(sizes: Sizes, kind: str = "short", count: int = 3) -> ValueChain:
    """Return a chain of a size, with a framework of ``count`` questions whose labels are alike."""
    chain, label = sized_chain(sizes, kind), LABELS[kind]
    parts = [part.id for part in (*chain.impacts, *chain.activities)]
    for number in range(count):
        about = parts[number::count]
        chain.add_question(label(200 + number), id=f"q{number}", about=about)
        for half in range(2):
            criterion = f"c{number}-{half}"
            chain.add_criterion(label(300 + number), id=criterion, question=f"q{number}", by="nous")
            chain.add_indicator(
                label(400 + number),
                id=f"i{number}-{half}",
                criterion=criterion,
                indicator_kind="count",
                unit="kg",
                baseline={"2017": 0},
                target={"2020": 30},
                measures=parts[: 1 + number] if half else [],
            )
        chain.add_observation(f"i{number}-0", date="2018", value=number)
    return chain


def bakery() -> ValueChain:
    """Return a chain with one question, two indicators and one observation."""
    chain = ValueChain("Fournil partagé")
    chain.add_activity("Cuisson", id="bake")
    chain.add_impact("Lien social", id="bond", of=["bake"])
    chain.add_impact("Santé", id="health", of=["bake"])
    chain.add_question("Se parle-t-on davantage ?", id="talk", about=["bond"])
    chain.add_criterion("Rencontres", id="meet", question="talk")
    chain.add_indicator("Personnes venues", id="came", criterion="meet", indicator_kind="count",
                        unit="personnes", baseline={"2020": 4}, target={"2022": 40})  # fmt: skip
    chain.add_indicator("Fournées", id="baked", criterion="meet", measures=["bake"])
    chain.add_observation("came", date="2021", value=12)
    return chain


@pytest.mark.parametrize("page", ["A4", "A4-portrait", "slide"])
@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_every_size_is_a_good_sheet(sizes: Sizes, page: str) -> None:
    """From nothing at all to a full chain, every part is on a sheet without a defect."""
    for chain in (sized_chain(sizes), framed(sizes, count=2 + sizes.activities)):
        sheets = drawn(chain, page)
        assert defects(sheets) == []
        assert lost(chain, sheets) == set()
        assert untold(sheets) == []


@pytest.mark.parametrize("kind", [kind for kind in LABELS if kind != "short"])
@pytest.mark.parametrize("page", ["A4", "slide", "A4-portrait"])
def test_every_kind_of_label_is_a_good_sheet(kind: str, page: str) -> None:
    """Labels of 400 characters and of any script overflow nothing, and are told whole."""
    chain = framed(USUAL, kind)
    sheets = drawn(chain, page)
    assert defects(sheets) == []
    assert lost(chain, sheets) == set()
    assert untold(sheets) == []


def test_a_full_chain_of_long_labels_is_a_good_set_of_sheets() -> None:
    """The most parts with the longest labels still give sheets without a defect, and an annex."""
    chain = framed(FULL, "French of 400", count=12)
    sheets = drawn(chain)
    assert defects(sheets) == []
    assert lost(chain, sheets) == set()
    assert untold(sheets) == []
    assert {"VG401", "VG402"} <= {problem.code for problem in sheets.problems}


@given(
    chains(activities=(0, 6), circuits=(0, 4), impacts=(0, 6)),
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


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", "Pas encore de question évaluative"),
        ("en", "No evaluation question yet"),
        ("de", "No evaluation question yet"),
    ],
)
def test_a_draft_asks_for_a_framework(language: str, told: str) -> None:
    """A chain without a framework is a designed sheet that asks for one, and for no part less."""
    chain = sized_chain(USUAL)
    sheets = drawn(chain, language=language)
    assert told in words(sheets).replace("\n", " ")
    assert lost(chain, sheets) == set()


def test_an_indicator_says_what_it_is_and_what_is_known() -> None:
    """Kind, unit, baseline, target and the number of observations stand below its name."""
    text = texts_of(group_of(drawn(bakery()), "came"))[0].plain
    assert text.splitlines() == [
        "Personnes venues",
        "dénombrement · personnes · 1 observation",
        "référence 2020\u00a0: 4 · cible 2022\u00a0: 40",
    ]


def test_an_indicator_without_data_is_dotted_and_says_so() -> None:
    """No data yet is a dotted outline, a word, and an entry of the legend."""
    sheets = drawn(bakery())
    assert shapes_of(group_of(sheets, "baked"))[0].paint.dash
    assert not shapes_of(group_of(sheets, "came"))[0].paint.dash
    assert "pas encore de donnée" in texts_of(group_of(sheets, "baked"))[0].plain
    assert "Pas encore de donnée" in words(sheets)


def test_lines_lead_to_what_is_measured() -> None:
    """An indicator that names nothing measures what its question is about, by a dashed line."""
    sheets = drawn(bakery())
    lines = [node for node in sheets.scenes[0].walk() if isinstance(node, Connector)]
    ends = {(line.start, line.end): bool(line.paint.dash) for line in lines}
    assert ends == {
        ("came..shape", "bond..shape"): True,
        ("baked..shape", "bake..shape"): False,
    }


def test_what_nothing_measures_stands_apart() -> None:
    """An impact without an indicator stands in the frame of what is not measured yet."""
    frame = next(g for g in drawn(bakery()).scenes[0].groups() if g.role == "unmeasured")
    assert [child.ref for child in frame.children if getattr(child, "ref", "")] == ["health"]


def test_the_alternative_text_tells_the_tree() -> None:
    """The description gives question, criterion, indicator and what is measured in words."""
    told = drawn(bakery()).scenes[0].description
    assert "Se parle-t-on davantage ? > Rencontres : Personnes venues" in told
    assert "Lien social" in told
    assert "Rien ne le mesure encore : Santé" in told


def test_the_sizes_of_paper_share_one_drawing() -> None:
    """A4, A3 and A0 are one drawing at three scales."""
    a4, a3, a0 = (drawn(bakery(), page).scenes[0].children for page in ("A4", "A3", "A0"))
    assert a4 == a3 == a0


@pytest.mark.parametrize(("language", "told"), [
    ("fr", ["référence 2020 : un peu", "cible 2022 : beaucoup", "référence 2020 : non",
            "chemin : Cuisson → Lien social"]),
    ("en", ["baseline 2020: a little", "target 2022: a lot", "baseline 2020: no",
            "route: Cuisson → Lien social"]),
])  # fmt: skip
def test_scales_truths_and_routes_are_told_in_the_language(language: str, told: list[str]) -> None:
    """A word of a scale, a yes or no and the route of a question are read in either language."""
    chain = bakery()
    chain.add_question("Vient-on pour le pain ?", id="way", routes=[["bake", "bond"]])
    chain.add_criterion("Parler", id="speak", question="way")
    chain.add_indicator("Se connaître", id="know", criterion="speak", indicator_kind="ordinal",
                        scale=["un peu", "beaucoup"], baseline={"2020": "un peu"},
                        target={"2022": "beaucoup"},
                        translations={"en": {"scale": ["a little", "a lot"]}})  # fmt: skip
    chain.add_indicator("Four ouvert à tous", id="open", criterion="speak",
                        indicator_kind="yes_no", baseline={"2020": "non"})  # fmt: skip
    sheets = drawn(chain, language=language)
    said = " ".join(words(sheets).split())
    assert [line for line in told if line not in said] == []
    assert defects(sheets) == []

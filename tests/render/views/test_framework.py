"""The evaluation framework: what is asked, what measures it, and what nothing measures."""

from __future__ import annotations

import pytest
from asked_of_views import USUAL, VIEWS
from drawn_sheets import defects, group_of, shapes_of, texts_of, words
from sized_chains import sized_chain

from valuegraph.model.chain import ValueChain
from valuegraph.render.scene import Connector

drawn = VIEWS["framework"].drawn
lost = VIEWS["framework"].lost


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

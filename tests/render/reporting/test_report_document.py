"""The report as data: nothing lost, nothing supposed, every figure with its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import chains

import valuegraph as vg
from valuegraph.render.reporting.document import (
    Bullets,
    Document,
    Figure,
    Paragraph,
    Quotation,
    Table,
    Told,
)
from valuegraph.render.typography import typeset

EVALUATED = ("conserverie_evaluee", "centre_social_amisc", "tzcld_paris13")


def garden() -> vg.ValueChain:
    """Return a garden with one question, one indicator by age, and two opinions."""
    return vg.read(
        """
valuegraph: 1
name: Jardin
language: fr
resources: {temps: Temps}
activities: {jardiner: {name: Jardiner, uses: [temps]}}
impacts: {liens: {name: Liens, of: [jardiner]}}
evaluation:
  questions:
    q:
      ask: Se parle-t-on ?
      about: [liens]
      criteria:
        c:
          name: Rencontres
          by: nous
          indicators:
            venus:
              name: Venus
              kind: count
              unit: personnes
              direction: up
              target: {2021: 30}
              breakdowns: {age: [jeunes, autres]}
              source: Cahier
              measures: [liens]
            aise: {name: Aise, kind: ordinal, scale: [peu, assez, tout à fait], direction: up, target: {2021: assez}}
            part: {name: Part, kind: ratio, direction: up, target: {2021: 0.5}}
  observations:
    - {indicator: venus, date: 2020, value: 4, breakdown: {age: jeunes}, source: Liste}
    - {indicator: venus, date: 2020, value: 9, breakdown: {age: autres}}
    - {indicator: aise, date: 2020-03, value: peu}
    - {indicator: aise, date: 2021-02-05, value: tout à fait}
    - {indicator: part, date: 2020, numerator: 1, denominator: 3}
  ratings:
    - {of: liens, date: 2020, value: 4/5, viewpoint: habitante}
    - {of: liens, date: 2021, value: 2/5, viewpoint: élu, why: Trop tôt}
    - {of: jardiner, date: 2020, value: 5/5}
"""  # noqa: E501  # a file as people write it
    )


def tolds(document: Document) -> Iterator[Told]:
    """Yield every text that may name its sources."""
    for section in document.sections:
        for block in section.blocks:
            match block:
                case Paragraph(told) | Quotation(told):
                    yield told
                case Bullets(items):
                    yield from items
                case Table(rows=rows):
                    yield from (cell for row in rows for cell in row)


def words(document: Document) -> str:
    """Return all words of a report."""
    titles = [section.title for section in document.sections]
    said = [told.text for told in tolds(document)]
    by = [block.by for section in document.sections for block in section.blocks
          if isinstance(block, Quotation)]  # fmt: skip
    return "\n".join([*titles, *said, *by])


def progress(document: Document) -> dict[str, tuple[str, ...]]:
    """Return the rows of the table of progress by the name of the indicator."""
    [section] = [section for section in document.sections if section.id == "progress"]
    [table] = [block for block in section.blocks if isinstance(block, Table)]
    return {row[0].text: tuple(cell.text for cell in row[1:]) for row in table.rows}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", EVALUATED)
def test_nothing_of_the_evaluation_is_left_out(name: str, language: str) -> None:
    """Questions, criteria, indicators, quotes and reasons are all told, in the language."""
    chain = vg.example(name)
    said = words(vg.report(chain, language=language).document)
    wanted = [question.text("ask", language) for question in chain.questions]
    wanted += [part.label(language) for part in (*chain.criteria, *chain.indicators)]
    wanted += [seen.quote for seen in chain.observations]
    wanted += [rating.why for rating in chain.ratings]
    assert [text for text in wanted if typeset(text, language) not in said] == []


@pytest.mark.parametrize("name", EVALUATED)
def test_every_observation_leads_to_its_source(name: str) -> None:
    """The sources are numbered as they are first named; each number leads to one that is listed."""
    chain = vg.example(name)
    document = vg.report(chain).document
    numbers = {number for told in tolds(document) for number in told.sources}
    assert numbers == set(range(1, len(document.sources) + 1))
    named = {typeset(" ".join(seen.source.split()), "fr") for seen in chain.observations}
    assert named <= set(document.sources)
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table) and block.caption.startswith("Observations"):
                values = block.head.index("Valeur")
                assert all(row[values].sources for row in block.rows)


def test_parts_of_one_whole_are_put_together_and_nothing_else() -> None:
    """Young and others make 13; without the others the value stays several, and is unknown."""
    rows = progress(vg.report(garden()).document)
    assert rows["Venus"][1:] == ("13\u00a0personnes (2020)", "30\u00a0personnes (2021)",
                                 "cible pas encore atteinte")  # fmt: skip
    assert rows["Aise"][1:] == ("tout à fait (2021-02-05)", "assez (2021)", "cible atteinte")
    assert rows["Part"][1:3] == ("33,3\u00a0% (2020)", "50\u00a0% (2021)")
    chain = garden()
    chain.add_observation("venus", date="2021", value=5, breakdown={"age": "jeunes"})
    chain.add_observation("venus", date="2021", value=5, breakdown={"age": "jeunes"}, source="x")
    lone = progress(vg.report(chain).document)["Venus"]
    assert lone[1:] == ("2 valeurs (2021)", "30\u00a0personnes (2021)", "à discuter ensemble")


def test_what_is_not_known_is_never_zero() -> None:
    """An indicator without data is unknown and has no bar."""
    chain = garden()
    chain.add_indicator("Muet", id="muet", indicator_kind="stock", unit="kg", target={"2021": 9})
    document = vg.report(chain).document
    assert progress(document)["Muet"][1] == "inconnu"
    drawn = next(figure for figure in document.figures() if "cibles" in figure.scene.title)
    assert "Muet" not in drawn.scene.description


def test_a_date_leaves_out_what_came_after_it() -> None:
    """A year is over at its end: in the spring of 2021 only what was known then is told."""
    document = vg.report(garden(), on="2021-01").document
    assert progress(document)["Aise"][1:] == ("peu (2020-03)", "assez (2021)",
                                              "cible pas encore atteinte")  # fmt: skip
    assert "Trop tôt" not in words(document)
    assert "inconnu" in progress(vg.report(garden(), on="2020-02").document)["Venus"]
    with pytest.raises(vg.OptionError):
        vg.report(garden(), on="hier")


def test_few_people_are_hidden_and_cannot_be_computed() -> None:
    """Behind 4 men of 23 people hired there are too few: the women are hidden, the total too."""
    chain = vg.example("tzcld_paris13")
    document = vg.report(chain, masked_below=5).document
    amounts = set(re.findall(r"\b(\d+)\u00a0personnes", words(document)))
    assert {"14", "12"} <= amounts
    assert not {"4", "19", "23"} & amounts
    assert progress(document)["Personnes embauchées en CDI dans l’année"][1] == "masqué (2019)"
    hidden = [row for row in progress(document).values() if row[1].startswith("masqué")]
    assert len(hidden) > 3
    assert not [row for row in hidden if "atteinte" in row[3]]
    assert {"4", "19", "23"} <= set(re.findall(r"\b(\d+)\u00a0p", words(vg.report(chain).document)))
    with pytest.raises(vg.OptionError):
        vg.report(chain, masked_below=0)


def test_opinions_stay_apart_and_none_is_lost() -> None:
    """Two that differ are told as such, and what no question is about is judged too."""
    said = words(vg.report(garden()).document)
    assert "Les avis diffèrent\u00a0: 2/5 et 4/5. Aucune moyenne" in said
    assert "5/5" in said


def test_who_changed_their_mind_counts_once_and_all_stays_in_the_table() -> None:
    """What differs is what is thought now; numbers are told as the language writes them."""
    chain = garden()
    for date, value, by in (("2019", "1,5", "Ana"), ("2021", 2, "Ana"), ("2020", "2,5", "Bo")):
        chain.add_rating("jardiner", date=date, value=value, by=by)
    said = words(vg.report(chain).document)
    assert "Les avis diffèrent\u00a0: 2, 2,5 et 5/5" in said
    assert "qui ont changé d’avis, non comptées\u00a0: 1." in said
    assert "1,5" in said
    early = words(vg.report(chain, on="2020-12").document)
    assert "Les avis diffèrent\u00a0: 1,5, 2,5 et 5/5" in early
    assert "changé d’avis" not in early


def test_each_route_is_known_as_its_least_certain_step() -> None:
    """The answer of the analysis, impact by impact."""
    sections = {section.id: section for section in vg.report(garden()).document.sections}
    [told, _] = sections["known-how"].blocks
    assert isinstance(told, Bullets)
    assert [item.text for item in told.items][1:] == ["«\u00a0Liens\u00a0»\u00a0: 1 supposé."]


def test_what_is_not_measured_is_told_part_by_part() -> None:
    """The parts that no indicator measures, and nothing of what one does."""
    sections = vg.report(garden()).document.sections
    [section] = [section for section in sections if section.id == "not-measured"]
    [bullets] = [block for block in section.blocks if isinstance(block, Bullets)]
    assert [told.text for told in bullets.items] == [
        "Liens\u00a0: 0\u00a0% de ses chemins passent par quelque chose de mesuré (0 sur 1).",
        "Aucun indicateur ne mesure\u00a0: Jardiner, Temps.",
    ]
    [figure] = [block for block in section.blocks if isinstance(block, Figure)]
    assert figure.scene.description.splitlines() == [
        "Ressources — rien ne les mesure : 1",
        "Activités — rien ne les mesure : 1",
        "Impacts — avec des données : 1",
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", ["conserverie", "porter"])
def test_a_chain_without_evaluation_has_a_report_that_says_so(name: str, language: str) -> None:
    """It tells the rest, and no progress."""
    document = vg.report(vg.example(name), language=language).document
    ids = [section.id for section in document.sections]
    assert "progress" not in ids
    assert {"in-short", "in-pictures", "thread", "solid", "glossary"} <= set(ids)
    nothing = {"fr": "Elle n’a pas encore d’évaluation", "en": "It has no evaluation yet"}
    assert nothing[language] in words(document)


def test_a_chain_with_nothing_in_it_has_a_report() -> None:
    """A draft is always told."""
    assert words(vg.report(vg.ValueChain("")).document)


@settings(max_examples=12)
@given(chains(), st.sampled_from(["fr", "en"]))
def test_any_chain_has_a_report(chain: vg.ValueChain, language: str) -> None:
    """Whatever can be built is told, and each source that is listed is named."""
    told = vg.report(chain, language=language, masked_below=3).document
    assert told.sections
    numbers = {number for each in tolds(told) for number in each.sources}
    assert numbers == set(range(1, len(told.sources) + 1))

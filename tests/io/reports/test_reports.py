"""What funders ask for: valid where a schema says so, empty where the chain says nothing."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from official_files import shared
from strategies import chains

import valuegraph as vg
from valuegraph.model.chain import ValueChain

FACTS = {"identifier": "FR-RCS-1-A", "organisation": "L’atelier & Cie", "organisation_type": "22",
         "organisation_ref": "FR-RCS-1", "start": "2017-01-31"}  # fmt: skip


def evaluated() -> ValueChain:
    """Return a chain with something of everything that is reported."""
    return vg.read("""
name: La conserverie
language: fr
actors: {habitants: Habitants, agglo: Agglo}
resources:
  temps: {name: Temps, by: [{part: habitants, amount: 40 h}]}
  aide: {name: Subvention, by: [{part: agglo, amount: 1500 EUR}]}
activities: {cuisine: {name: Cuisine, uses: [{part: temps, amount: 30 h}, aide], produces: pots}}
outputs: {pots: {name: Pots, amount: 500 pots}}
impacts:
  lien:
    name: Lien social
    of: [{part: pots, assumptions: [Le local reste ouvert]}]
    benefits: [habitants]
    extra: {deadweight: 10 %, proxy: Une adhésion, duration: 2}
  vie: {name: Vie locale, of: [lien], status: hypothesis}
links: [{start: cuisine, end: lien, kind: contributes, assumptions: [Chacun se parle]}]
evaluation:
  questions:
    q:
      ask: Le lien grandit-il ?
      about: [lien, vie]
      criteria:
        c:
          name: Participation
          indicators:
            benevoles:
              name: Bénévoles
              kind: count
              unit: personnes
              direction: up
              every: year
              measures: [lien]
              baseline: {2017: 0, 2017-12-31: 2}
              target: {2020: 30}
              breakdowns: {âge: [jeunes, autres]}
            paroles: {name: Paroles, kind: qualitative}
            part: {name: Part, kind: ratio, unit: "%", every: quarter}
  observations:
    - {indicator: benevoles, date: 2018-12-31, value: 20, source: Registre, people: 20}
    - {indicator: benevoles, date: 2018-06-30, value: 5, breakdown: {âge: jeunes}}
    - {indicator: paroles, date: 2018-05, value: On se parle <enfin>}
    - {indicator: part, date: 2018-05-12, value: 12.5 %}
""")


@pytest.fixture(scope="module")
def schema() -> Any:
    """Return the official schema of IATI 2.03, or skip where it is not."""
    from lxml import etree

    return etree.XMLSchema(etree.parse(str(shared("iati/iati-activities-schema.xsd"))))


def tree_of(chain: ValueChain, schema: Any) -> Any:
    """Return the IATI file of a chain, judged by the official schema."""
    from lxml import etree

    tree = etree.fromstring(str(vg.iati(chain, **FACTS)).encode())
    assert schema.validate(tree), schema.error_log
    return tree


@pytest.mark.parametrize("name", vg.example_names())
def test_iati_is_valid_for_every_example(name: str, schema: Any) -> None:
    """The official schema has nothing against it."""
    tree_of(vg.example(name), schema)


@settings(max_examples=40)
@given(chain=chains())
def test_iati_is_valid_for_any_chain(chain: ValueChain, schema: Any) -> None:
    """Nor against any chain that can be built, whatever its texts and values."""
    tree_of(chain, schema)


def test_iati_tells_results_periods_and_groups(schema: Any) -> None:
    """Impacts are results by their level, observations fall in the period they are taken for."""
    tree = tree_of(evaluated(), schema)
    assert [result.get("type") for result in tree.iter("result")] == ["2", "3"]
    first = next(tree.iter("indicator"))
    assert (first.get("measure"), first.get("ascending")) == ("1", "true")
    assert "".join(first.find("title").itertext()) == "Bénévoles (personnes)"
    before = [dict(one.attrib) for one in first.iter("baseline")]
    assert before == [{"year": "2017", "value": "0"},
                      {"year": "2017", "iso-date": "2017-12-31", "value": "2"}]  # fmt: skip
    periods = [(one.find("period-start").get("iso-date"), one.find("period-end").get("iso-date"))
               for one in first.iter("period")]  # fmt: skip
    assert periods == [("2018-01-01", "2018-12-31"), ("2020-01-01", "2020-12-31")]
    actual = list(first.iter("actual"))
    assert [one.get("value") for one in actual] == ["5", "20"]
    assert actual[0].find("dimension").attrib == {"name": "âge", "value": "jeunes"}
    words, part = list(tree.iter("result"))[1].findall("indicator")
    assert words.get("measure") == "5"
    assert next(words.iter("actual")).get("value") is None
    assert "<enfin>" in "".join(next(words.iter("actual")).itertext())
    assert part.get("measure") == "2"
    assert next(part.iter("period-end")).get("iso-date") == "2018-06-30"


def test_iati_says_what_it_has_no_place_for(tmp_path: Path) -> None:
    """Resources, activities and links are told; measured impacts are not."""
    path = tmp_path / "results.xml"
    told = vg.iati(evaluated(), path, **FACTS, report=True)
    ids = {problem.where.id: problem.code for problem in told}
    assert ids["temps"] == ids["cuisine"] == "VG600"
    assert ids["vie"] == "VG601"
    assert "lien" not in ids
    assert path.read_text("utf-8") == vg.iati(evaluated(), **FACTS)


def test_what_iati_demands_is_judged() -> None:
    """A day that there is not, and a status outside the list, are both told."""
    with pytest.raises(vg.OptionError) as caught:
        vg.iati(evaluated(), **{**FACTS, "start": "2017", "status": "9"})
    assert len(caught.value.problems) == 2


def test_the_logical_framework_has_a_row_for_each_indicator() -> None:
    """Objectives with how they are known, activities with their means; nothing is filled in."""
    table = vg.logical_framework(evaluated())
    rows = [(row["level"], row["id"], row["indicator"]) for row in table.rows]
    assert rows == [
        ("Objectif général", "vie", "Paroles"),
        ("Objectif général", "vie", "Part"),
        ("Objectif spécifique", "lien", "Bénévoles"),
        ("réalisation", "pots", ""),
        ("activité principale", "cuisine", ""),
    ]
    bonds = table.rows[2]
    assert bonds["value"] == "2018-12-31\u00a0: 20\u00a0personnes"
    assert bonds["source"] == "Registre"
    assert bonds["means"] == ""
    assert table.rows[3]["assumptions"] == "Le local reste ouvert"
    assert table.rows[4]["assumptions"] == "Chacun se parle"
    assert table.rows[4]["means"] == "Temps (30\u00a0h)\nSubvention"
    english = vg.logical_framework(evaluated(), language="en")
    assert english.rows[0]["level"] == "Overall objective"
    assert list(english.to_frame().columns) == list(table.columns)


def test_the_value_map_holds_no_money_that_the_chain_does_not_say() -> None:
    """Hours stay hours, euros are euros, and what only people can judge comes from ``extra``."""
    rows = vg.value_map(evaluated()).rows
    residents, funder, others = rows[0], rows[1], rows[2:]
    assert residents["stakeholder"] == "Habitants"
    assert (residents["input_amount"], residents["input_value"]) == ("40\u00a0h", "")
    assert (residents["outcome"], residents["quantity"]) == ("Lien social", "20\u00a0personnes")
    assert residents["outputs"] == "Pots"
    assert (residents["deadweight"], residents["proxy"], residents["duration"]) == (
        "10 %", "Une adhésion", "2"
    )  # fmt: skip
    assert residents["proxy_value"] == residents["attribution"] == ""
    assert (funder["stakeholder"], funder["input_value"]) == ("Agglo", "1\u202f500\u00a0EUR")
    assert {row["outcome"] for row in others} == {"Vie locale"}
    assert {row["stakeholder"] for row in others} == {""}


def test_the_value_map_has_the_columns_of_social_value_in_their_order() -> None:
    """Those that are ours stand among them; the start of a change is said in ``extra``."""
    table = vg.value_map(evaluated(), language="en")
    ours = {"input_amount", "sign", "weighting"}
    assert [code for code in table.columns if code not in ours] == [
        "stakeholder", "people", "inputs", "input_value", "outputs", "outcome", "indicator",
        "source", "quantity", "duration", "start", "proxy", "proxy_value", "proxy_source",
        "deadweight", "displacement", "attribution", "drop_off",
    ]  # fmt: skip
    chain = vg.ValueChain("Jardin", language="fr")
    chain.add_impact("Lien social", extra={"start": "après l’activité"})
    (row,) = vg.value_map(chain).rows
    assert row["start"] == "après l’activité"


@settings(max_examples=40)
@given(chains())
def test_tables_are_made_of_any_chain_and_their_texts_are_inert(chain: ValueChain) -> None:
    """Each cell is read back as it was, and none is a formula."""
    for table in (vg.logical_framework(chain), vg.value_map(chain)):
        delimiter = ";" if table.language == "fr" else ","
        text = table.to_csv().decode("utf-8-sig")
        read = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        assert len(read) == len(table.rows) + 1
        for row, cells in zip(table.rows, read[1:], strict=True):
            for wanted, cell in zip(row.values(), cells, strict=True):
                assert cell == wanted or json.loads(cell) == wanted
                assert not cell.startswith(("=", "+", "@"))
        assert len(table.to_frame()) == len(table.rows)


def test_a_workbook_holds_texts_only(tmp_path: Path) -> None:
    """Another reader finds every text; what looks like a formula is none; no byte is dated."""
    openpyxl = pytest.importorskip("openpyxl")
    chain = vg.ValueChain("Essai", language="fr")
    chain.add_impact('=HYPERLINK("x")\x01')
    table = vg.logical_framework(chain)
    path = tmp_path / "cadre.xlsx"
    table.save(path)
    sheet = openpyxl.load_workbook(path).active
    cells = [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
    assert cells[0] == [*table.columns.values()]
    assert cells[1][2] == '=HYPERLINK("x")\ufffd'
    assert sheet.cell(2, 3).data_type == "s"
    assert table.to_xlsx() == path.read_bytes()
    chain.add_impact("a" * 40_000)
    with pytest.raises(vg.FileFormatError, match="40000"):
        vg.logical_framework(chain).to_xlsx()
    with pytest.raises(vg.OptionError, match="xlsx"):
        table.save(tmp_path / "cadre.docx")


def test_a_table_is_saved(tmp_path: Path) -> None:
    """The file begins with the mark by which Excel knows UTF-8."""
    path = tmp_path / "cadre.csv"
    vg.logical_framework(evaluated()).save(path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfNiveau;")

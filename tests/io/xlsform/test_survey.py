"""A questionnaire is one that XLSForm tools take, for any chain, with columns called by ids."""

from __future__ import annotations

import csv
import io
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from strategies import chains

import valuegraph as vg
from valuegraph.io.xlsform.questions import form_of
from valuegraph.io.xlsform.workbook import workbook_bytes

TEXT = """
valuegraph: 1
name: Jardin partagé
language: fr
impacts: {lien: Lien social}
evaluation:
  questions:
    q:
      ask: Le jardin crée-t-il du lien ?
      about: [lien]
      criteria:
        c:
          name: Participation
          indicators:
            benevoles: {name: Bénévoles actifs, kind: count, unit: personnes, source: Registre}
            heures: {name: Heures données, kind: count, unit: h}
            part_actifs:
              {name: Actifs, kind: ratio, numerator: actifs, denominator: inscrits}
            confiance: {name: Confiance, kind: ordinal, scale: [pas du tout, un peu, beaucoup]}
            ouvert: {name: Ouvert à tous, kind: yes_no}
            recits:
              name: "=HYPERLINK(evil) ${benevoles}"
              kind: qualitative
              breakdowns: {âge: [moins de 30 ans, 30 ans et plus]}
            date: {name: Date de création, kind: qualitative}
"""


def accepted(content: bytes) -> Any:
    """Return what pyxform, the reference converter, makes of a form; it raises where it refuses."""
    from pyxform.xls2xform import convert

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of pyxform's own parts, none of ours
        return convert(xlsform=io.BytesIO(content), file_type=".xlsx", validate=False)


def form(chain: vg.ValueChain) -> bytes:
    """Return the bytes of the form of a chain."""
    return workbook_bytes(form_of(chain, "fr"), "fr")


def rows(content: bytes, sheet: str) -> list[dict[str, str]]:
    """Return the rows of a sheet, by heading."""
    table = list(openpyxl.load_workbook(io.BytesIO(content))[sheet].values)
    return [
        {str(key): str(value) for key, value in zip(table[0], row, strict=True) if value}
        for row in table[1:]
    ]


def test_each_kind_is_asked_in_its_way() -> None:
    """Types, names and constraints follow the kind; pyxform takes the whole."""
    content = form(vg.read(TEXT))
    asked = {row["name"]: row["type"] for row in rows(content, "survey")}
    assert asked == {
        "date": "date", "source": "text", "viewpoint": "text",
        "breakdown_age": "select_one breakdown_age",
        "benevoles": "integer", "heures": "decimal",
        "part_actifs__numerator": "decimal", "part_actifs__denominator": "decimal",
        "confiance": "select_one scale_confiance", "ouvert": "select_one yes_no",
        "recits": "text", "date_2": "text",
    }  # fmt: skip
    ratio = next(r for r in rows(content, "survey") if r["name"] == "part_actifs__denominator")
    assert ratio["constraint"] == ". > 0"
    assert "inscrits" in ratio["label::Français (fr)"]
    made = accepted(content)
    assert 'benevoles" type="int"' in made.xform


def test_choices_are_named_by_slugs_in_the_order_of_the_scale() -> None:
    """A scale keeps its order, each word with a name that forms take."""
    listed = [row["name"] for row in rows(form(vg.read(TEXT)), "choices")]
    assert listed == ["moins_de_30_ans", "30_ans_et_plus", "pas_du_tout", "un_peu", "beaucoup",
                      "yes", "no"]  # fmt: skip


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    """No cell is a formula, and no label refers to another answer."""
    content = form(vg.read(TEXT))
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    label = next(cell for cell in cells if str(cell.value).startswith("=HYPERLINK"))
    assert label.quotePrefix
    assert "${" not in str(label.value)


def test_what_could_not_be_called_by_its_id_is_told(tmp_path: Path) -> None:
    """An indicator whose id is a column of every form gets another column, and a warning."""
    found = vg.survey(vg.read(TEXT), tmp_path / "enquete.xlsx")
    assert found.codes() == ("VG661",)
    assert "date_2" in found[0].message("fr")
    assert vg.survey(vg.ValueChain("Vide"), tmp_path / "vide.xlsx").codes() == ("VG660",)
    accepted((tmp_path / "vide.xlsx").read_bytes())


def test_the_same_chain_gives_the_same_bytes() -> None:
    """Neither dates nor chance get into the workbook."""
    assert form(vg.read(TEXT)) == form(vg.read(TEXT))


@pytest.mark.parametrize(("language", "opens"), [("fr", "Français (fr)"), ("en", "English (en)")])
def test_it_opens_in_the_language_asked_for(tmp_path: Path, language: str, opens: str) -> None:
    """The settings say the language; labels are there in both."""
    vg.survey(vg.read(TEXT), tmp_path / "a.xlsx", language=language)
    content = (tmp_path / "a.xlsx").read_bytes()
    assert rows(content, "settings")[0]["default_language"] == opens
    for row in rows(content, "survey"):
        assert {"label::Français (fr)", "label::English (en)"} <= set(row)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(chains())
def test_any_chain_makes_a_form_that_is_accepted(chain: vg.ValueChain) -> None:
    """Whatever its words, a chain's form is one that pyxform takes, one column a question."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "f.xlsx"
        vg.survey(chain, path)
        content = path.read_bytes()
    accepted(content)
    names = [row["name"].casefold() for row in rows(content, "survey")]
    assert len(set(names)) == len(names)
    header = io.StringIO()
    csv.writer(header).writerow(names)
    assert '"' not in header.getvalue()  # plain names: no export has to quote them

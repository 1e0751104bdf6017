"""Workbooks as people make them: what Excel does to them, and what is said about it."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import valuegraph as vg

Rows = list[list[Any]]


def book(**sheets: Rows) -> Any:
    """Return a workbook with these sheets, a row a list."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, rows in sheets.items():
        sheet = made.create_sheet(title.replace("_", " "))
        for row in rows:
            sheet.append(row)
    return made


def content(made: Any) -> bytes:
    """Return a workbook as bytes."""
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def told(made: Any, language: str = "fr") -> list[vg.Problem]:
    """Return all that is said of a workbook, read or refused."""
    try:
        return list(vg.read_with_notes(content(made), language=language, name="fiches.xlsx")[1])
    except vg.FileFormatError as error:
        return list(error.problems)


CHAIN: Rows = [["Clé", "Valeur"], ["nom", "Jardin"], ["langue", "fr"]]
RESOURCES: Rows = [["identifiant", "nom"], ["compost", "Compost, terreau"], ["eau", "Eau"]]
ACTIVITIES: Rows = [["nom", "utilise"], ["Potager", "Compost, terreau"]]


def test_names_do_where_ids_are_not_typed() -> None:
    """A part may be typed by its name alone, and referred to by it, commas and all."""
    chain = vg.read(content(book(Chaîne=CHAIN, Ressources=RESOURCES, Activités=ACTIVITIES)))
    assert chain.name == "Jardin"
    assert [(link.start, link.end) for link in chain.links] == [("compost", "potager")]


@pytest.mark.parametrize("typed", ["compost; eau", "compost\neau", "compost, eau", " eau ;compost;",
                                   "“compost”; «\u00a0eau\u00a0»"])  # fmt: skip
def test_several_references_stand_in_one_cell(typed: str) -> None:
    """Semicolons, line ends and commas part them; spaces and smart quotes do no harm."""
    rows = [["nom", "utilise"], ["Potager", typed]]
    chain = vg.read(content(book(Ressources=RESOURCES, Activités=rows)))
    assert {link.start for link in chain.links} == {"compost", "eau"}


def test_empty_rows_and_columns_and_a_title_above_do_no_harm() -> None:
    """The fullest of the first rows is that of the headings; nothing else is guessed."""
    rows: Rows = [["Nos ressources"], [], [None, "nom", None, "identifiant"], [],
                  [None, "Eau\u00a0 ", None, "eau"], [None, None, None, None]]  # fmt: skip
    chain = vg.read(content(book(Ressources=rows)))
    assert [part.name for part in chain.resources] == ["Eau"]


def test_headings_in_any_order_and_language_are_read() -> None:
    """French and English, upper case and without accents, in any order."""
    rows: Rows = [["STATUT", "name", "Id"], ["hypothese", "Water", "eau"]]
    (water,) = vg.read(content(book(Resources=rows))).resources
    assert (water.id, water.name, water.status) == ("eau", "Water", "hypothesis")


def test_a_mistyped_heading_is_told_once_with_its_cell_and_what_was_meant() -> None:
    """One complaint a heading, not one a row."""
    rows: Rows = [["nom", "satut"], ["Eau", "observé"], ["Terre", "observé"]]
    (problem,) = told(book(Ressources=rows))
    assert problem.code == "VG614"
    assert (problem.where.sheet, problem.where.line, problem.where.column) == ("Ressources", 1, 2)
    assert "statut" in problem.hint("fr")
    assert "colonne B" in problem.to_text("fr")
    assert "row 1, column B" in problem.to_text("en")


def test_complaints_name_sheet_row_and_column_and_come_all_at_once() -> None:
    """Each fault has the cell in which it stands."""
    resources: Rows = [["nom", "statut"], ["Eau", "sûr"]]
    activities: Rows = [["nom", "utilise"], ["Potager", "Eau"], ["Verger", "Soleil"]]
    found = told(book(Ressources=resources, Activités=activities))
    places = {(one.where.sheet, one.where.line, one.where.column) for one in found}
    assert ("Ressources", 2, 2) in places
    assert ("Activités", 3, 2) in places


def test_what_excel_made_a_date_is_told_and_not_guessed() -> None:
    """``1-2`` typed as a name has become a date: the person is asked to type it again."""
    rows: Rows = [["nom"], [datetime.datetime(2026, 2, 1)]]
    (problem,) = told(book(Ressources=rows))
    assert problem.code == "VG616"
    assert "2026-02-01" in problem.message("en")


def test_dates_numbers_and_percentages_are_read_where_they_belong() -> None:
    """An observation has its date as a date, its value as a number; 40 % keeps its unit."""
    made = book(
        Indicateurs=[["identifiant", "nom"], ["b", "Bénévoles"]],
        Observations=[
            ["indicateur", "date", "valeur"],
            ["b", datetime.datetime(2018, 12, 31), 20.0],
            ["b", 2019, 0.4],
        ],
    )
    made["Observations"]["C3"].number_format = "0%"
    first, second = vg.read(content(made)).observations
    assert (first.date, str(first.value)) == ("2018-12-31", "20")
    assert second.date == "2019"
    assert "40" in str(second.value)
    assert "%" in str(second.value)


def test_a_cell_merged_over_rows_counts_in_each() -> None:
    """As people read it: the activity on the left is that of all rows beside it."""
    made = book(
        Activités=[["nom"], ["Potager"]],
        Modalités=[["activité", "sens", "circuit", "nom"], ["Potager", "reçoit", "don", "Graines"],
                   [None, "reçoit", "marchand", "Outils"]],
    )  # fmt: skip
    made["Modalités"].merge_cells("A2:A3")
    assert [cell.name for cell in vg.read(content(made)).modalities] == ["Graines", "Outils"]


def test_a_hidden_sheet_is_read_and_told_and_a_strange_one_is_told() -> None:
    """Nothing is read in secret, nothing is left out in secret."""
    made = book(Ressources=RESOURCES, Activitées=[["nom"], ["Potager"]])
    made["Ressources"].sheet_state = "hidden"
    codes = {problem.code: problem for problem in told(made)}
    assert codes.keys() == {"VG612", "VG617"}
    assert "Activités" in codes["VG617"].hint("fr")


def test_a_row_marked_as_an_example_is_not_read() -> None:
    """What begins with # is for people."""
    rows = [["identifiant", "nom"], ["# exemple", "Eau"], ["terre", "Terre"]]
    assert [part.id for part in vg.read(content(book(Ressources=rows))).resources] == ["terre"]


def test_the_value_of_a_formula_is_read_and_the_formula_never_worked_out() -> None:
    """A formula that was never worked out has no value: that is told."""
    made = book(Ressources=[["nom"], ["=1+1"]])
    (problem,) = told(made)
    assert (problem.code, problem.where.line) == ("VG615", 2)


def test_an_empty_cell_of_the_table_can_be_said_to_be_empty() -> None:
    """The word for none makes a cell that was discussed and holds nothing."""
    made = book(Activités=[["nom"], ["Potager"]],
                Modalités=[["activité", "sens", "circuit", "nom"],
                           ["potager", "reçoit", "don", "aucun"]])  # fmt: skip
    (plot,) = vg.read(content(made)).activities
    assert plot.no_modality == ("receives.gift",)


@pytest.mark.parametrize(
    ("sheets", "code"),
    [
        (lambda: book(Feuil1=[["x"], ["y"]]), "VG610"),
        (lambda: book(Ressources=[["x"], ["y"]]), "VG611"),
        (lambda: book(Modalités=[["activité", "sens"], ["Potager", "reçoit"]]), "VG619"),
    ],
)
def test_what_cannot_be_understood_is_told(sheets: Callable[[], Any], code: str) -> None:
    """A workbook without our sheets, a sheet without headings, a modality without its activity."""
    problems = told(sheets())
    assert code in {problem.code for problem in problems}
    for problem in problems:
        assert problem.to_text("fr") != problem.to_text("en")


def test_a_folder_is_read_by_its_descriptor_whatever_the_separator(tmp_path: Path) -> None:
    """A spreadsheet that saves CSV with semicolons gives the same chain."""
    chain = vg.example("conserverie")
    vg.write(chain, f"{tmp_path}/")
    import csv

    for file in tmp_path.glob("*.csv"):
        with file.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.reader(stream))
        with file.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream, delimiter=";").writerows(rows)
    assert vg.read(tmp_path) == chain
    assert vg.read(tmp_path / "datapackage.json") == chain


def test_a_table_that_is_missing_is_named(tmp_path: Path) -> None:
    """The descriptor names it, the folder has it not; paths never leave the folder."""
    vg.write(vg.example("conserverie"), f"{tmp_path}/")
    (tmp_path / "links.csv").unlink()
    with pytest.raises(vg.FileFormatError, match=r"links\.csv"):
        vg.read(tmp_path)
    descriptor = tmp_path / "datapackage.json"
    descriptor.write_text('{"resources": [{"name": "parts", "path": "../../etc/passwd"}]}')
    with pytest.raises(vg.FileFormatError, match="VG626"):
        vg.read(tmp_path)
    descriptor.write_text('{"resources": 3}')
    with pytest.raises(vg.FileFormatError, match="VG627"):
        vg.read(tmp_path)

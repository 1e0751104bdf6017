"""The empty workbook: used at once, read back in both languages, its lists filled as one types."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from cli_runner import run

import valuegraph as vg
from valuegraph.io.sheets.layout import SHEETS, columns_of_sheet
from valuegraph.io.sheets.template_words import COLUMNS, EXAMPLES


def filled(language: str) -> Any:
    """Return the workbook with a resource, an activity and an impact typed by their names."""
    content = vg.template(language=language)
    assert content is not None
    book = openpyxl.load_workbook(io.BytesIO(content))
    typed = {"resources": {"name": "Temps"}, "activities": {"name": "Atelier", "uses": "Temps"},
             "impacts": {"name": "Lien", "of": "Atelier", "renews": "Temps"}}  # fmt: skip
    for sheet, row in typed.items():
        page = book[SHEETS[sheet].text(language)]
        for column, text in row.items():
            page.cell(row=3, column=COLUMNS[sheet].index(column) + 1).value = text
    return book


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_filled_template_is_read_and_its_examples_are_not(language: str) -> None:
    """What was typed is there, with links by name, and nothing else; no complaint."""
    written = io.BytesIO()
    filled(language).save(written)
    chain, found = vg.read_with_notes(written.getvalue())
    assert chain.language == language
    assert [part.id for part in chain.parts() if part.kind != "circuit"] == [
        "temps", "atelier", "lien"]  # fmt: skip
    assert {link.kind for link in chain.links} == {"feeds", "contributes", "regenerates"}
    assert {problem.code for problem in found} <= {"VG612"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_its_pages_are_ready_for_screen_and_printer(language: str) -> None:
    """Frozen headings, landscape, headings on each page, lists that help and never forbid."""
    content = vg.template(language=language)
    assert content == vg.template(language=language)
    assert content is not None
    book = openpyxl.load_workbook(io.BytesIO(content))
    for sheet in COLUMNS:
        page = book[SHEETS[sheet].text(language)]
        assert page.freeze_panes == "B2"
        assert page.print_title_rows == "$1:$1"
        assert page.page_setup.orientation == "landscape"
        assert page["A2"].value.startswith("#")
        for allowed in page.data_validations.dataValidation:
            assert not allowed.showErrorMessage
    lists = {SHEETS[one].text(language) for one in ("links", "modalities", "activities")}
    assert all(book[title].data_validations.dataValidation for title in lists)


def test_columns_and_examples_are_those_of_the_sheets() -> None:
    """No column and no example is for a sheet that does not read it."""
    for sheet, columns in COLUMNS.items():
        assert set(columns) <= set(columns_of_sheet(sheet))
        assert set(EXAMPLES[sheet]) <= set(columns)


def test_the_lists_follow_what_is_typed(program: Callable[[str], str], tmp_path: Path) -> None:
    """Worked out by LibreOffice, the list of names holds those typed, one after the other."""
    filled("fr").save(tmp_path / "a.xlsx")
    command = [program("soffice"), "--headless", f"-env:UserInstallation=file://{tmp_path}/lo",
               "--convert-to", "xlsx", "--outdir", str(tmp_path / "out"),
               str(tmp_path / "a.xlsx")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    page = openpyxl.load_workbook(tmp_path / "out" / "a.xlsx", data_only=True)["Listes"]
    assert page["A1"].value == 3
    assert [page.cell(row=row, column=1).value for row in (2, 3, 4)] == ["Temps", "Atelier", "Lien"]
    assert not page["A5"].value
    assert len(vg.read(tmp_path / "out" / "a.xlsx").links) == 3


def test_the_command_makes_it_and_keeps_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name follows the language; an existing file is kept unless forced."""
    monkeypatch.chdir(tmp_path)
    assert run("template", "--language", "en").exit_code == 0
    assert (tmp_path / "cards.xlsx").exists()
    assert run("template", "-o", "cards.xlsx").exit_code == 2
    assert run("template", "-o", "cards.xlsx", "--force").exit_code == 0


def test_other_endings_and_languages_are_refused() -> None:
    """The template is a workbook of Excel, in French or English."""
    with pytest.raises(vg.OptionError, match="xlsx"):
        vg.template("cards.docx")
    with pytest.raises(vg.OptionError, match="fr, en"):
        vg.template(language="de")

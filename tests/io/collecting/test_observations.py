"""Tables, survey exports and files of observations are read whole, or every fault is told."""

from __future__ import annotations

import csv
import datetime
import io
import json
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import valuegraph as vg
from valuegraph.io.xlsform.questions import form_of

TEXT = """
valuegraph: 1
name: Jardin partagé
language: fr
impacts: {lien: Lien social}
evaluation:
  indicators:
    benevoles: {name: Bénévoles actifs, kind: count, unit: personnes}
    recolte: {name: Récolte, kind: count, unit: kg, breakdowns: {quartier: [Est, Ouest]}}
    part_actifs: {name: Part des actifs, kind: ratio, numerator: actifs, denominator: inscrits}
    satisfaits: {name: Satisfaits, kind: stock, unit: "%"}
    confiance: {name: Confiance, kind: ordinal, scale: [pas du tout, un peu, beaucoup],
                breakdowns: {âge: [moins de 30 ans, 30 ans et plus]}}
    ouvert: {name: Ouvert à tous, kind: yes_no}
    recits: {name: Récits, kind: qualitative, breakdowns: {âge: [moins de 30 ans, 30 ans et plus]}}
"""


@pytest.fixture
def chain() -> vg.ValueChain:
    """Return a chain with an indicator of each kind."""
    return vg.read(TEXT)


def read(chain: vg.ValueChain, text: Any, **options: Any) -> vg.Collected:
    """Return what is collected from a table."""
    return vg.observations_from(text, chain=chain, **options)


def refused(chain: vg.ValueChain, text: Any, **options: Any) -> list[tuple[str, int, int]]:
    """Return code, row and column of what is wrong with a table; it must be refused."""
    with pytest.raises(vg.FileFormatError) as error:
        read(chain, text, **options)
    return [(one.code, one.where.line, one.where.column) for one in error.value.problems.errors]


def value(chain: vg.ValueChain, indicator: str, typed: str, **mapping: Any) -> Any:
    """Return the value that is read from one cell of CSV."""
    table = f'indicateur;date;valeur\n{indicator};2024;"{typed}"\n'
    return read(chain, table, mapping=mapping).observations[0].value


def amount(number: str, unit: str = "") -> vg.Quantity:
    """Return an amount."""
    return vg.Quantity(amount=Decimal(number), unit=unit)


# ---- the long form


def test_one_observation_a_row_with_french_headings(chain: vg.ValueChain) -> None:
    """Indicators by id or name, dates of three lengths, what stands beside a value."""
    found = read(
        chain,
        "indicateur;date;valeur;unité;source;point de vue;citation;effectif;ventilation;remarque\n"
        "benevoles;2024;12;;Registre;;;;;relu\n"
        "Récolte;2024-03;1 234,5;kg;Pesée;jardinière;« Beau ! »;7;quartier: Est;\n",
    )
    first, second = chain.add_observations(found)
    assert (first.indicator, first.date, first.value) == ("benevoles", "2024", amount("12"))
    assert first.extra == {"note": "relu"}
    assert second.value == amount("1234.5", "kg")
    assert (second.viewpoint, second.quote, second.people) == ("jardinière", "« Beau ! »", 7)
    assert second.breakdown == {"quartier": "Est"}
    assert len(chain.observations) == 2
    assert not found.problems


def test_the_table_of_a_chain_comes_back(chain: vg.ValueChain, tmp_path: Path) -> None:
    """The sheet of observations that a chain is written to is read back as it was."""
    chain.add_observation("recolte", date="2024", value="3 kg", breakdown={"quartier": "Est"},
                          extra={"a": [1, {"b": "x"}]})  # fmt: skip
    chain.add_observation("part_actifs", date="2024-05", numerator=3, denominator=4, source="=1+1")
    bare = vg.read(TEXT)
    vg.write(chain, tmp_path / "jardin.xlsx", keys="fr")
    vg.write(chain, f"{tmp_path}/tables/")
    for path in (tmp_path / "jardin.xlsx", tmp_path / "tables/observations.csv"):
        assert read(bare, path).observations == chain.observations
    vg.write(chain, tmp_path / "jardin.ods")
    assert read(bare, tmp_path / "jardin.ods").observations == chain.observations


def test_a_data_frame_is_a_table(chain: vg.ValueChain) -> None:
    """A data frame is read as a sheet, and what is collected is one again."""
    import pandas as pd

    frame = pd.DataFrame({"indicator": ["benevoles"], "date": ["2024"], "value": [1.234]})
    found = read(chain, frame)
    assert found.observations[0].value == amount("1.234")
    assert found.to_frame().loc[0, "value"] == 1.234


# ---- numbers


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12", "12"), ("12,5", "12.5"), ("1 234,5", "1234.5"), ("1\u00a0234", "1234"),
        ("1\u202f234,567", "1234.567"), ("1,234.5", "1234.5"), ("1.234,5", "1234.5"),
        ("1.234.567", "1234567"), ("0,125", "0.125"), ("-3", "-3"), ("\u22123", "-3"),
        ("1'234", "1234"), ("1234.567", "1234.567"), (".5", "0.5"), ("12 personnes", "12"),
    ],
)  # fmt: skip
def test_french_and_english_numbers(chain: vg.ValueChain, typed: str, number: str) -> None:
    """A number is read as it is written in France or in England, spaces of all kinds included."""
    assert value(chain, "benevoles", typed).amount == Decimal(number)


@pytest.mark.parametrize("typed", ["1,234", "1.234", "12.345", "-999,000"])
def test_a_number_that_may_be_two_is_asked_about(chain: vg.ValueChain, typed: str) -> None:
    """Neither reading is chosen; the mapping chooses, for all cells or for one column."""
    assert refused(chain, f'indicator;date;value\nbenevoles;2024;"{typed}"\n') == [("VG699", 2, 3)]
    sign = "," if "," in typed else "."
    other = "." if sign == "," else ","
    assert value(chain, "benevoles", typed, decimal=sign).amount == Decimal(typed.replace(",", "."))
    whole = value(chain, "benevoles", typed, decimal=other).amount
    assert whole == Decimal(typed.replace(sign, ""))


@pytest.mark.parametrize(
    "typed", ["beaucoup", "12 34", "1,23,4", "12-15", "06 12 34 56 78", "5 m3"]
)
def test_what_is_no_number_is_told(chain: vg.ValueChain, typed: str) -> None:
    """A count takes one number and nothing else."""
    assert refused(chain, f'indicator;date;value\nbenevoles;2024;"{typed}"\n') == [("VG700", 2, 3)]


@given(st.decimals(-(10**6), 10**6, places=2, allow_nan=False))
def test_a_number_is_read_as_it_was_written(number: Decimal) -> None:
    """However thousands and decimals are set apart, the number is the same or is asked about."""
    from valuegraph.io.collecting.numbers import typed_number

    english, plain = f"{number:,f}", f"{number:f}"
    french = english.replace(",", "\u202f").replace(".", ",")
    swiss = english.replace(",", "’")
    for text in (english, plain, french, swiss):
        typed = typed_number(f"{text} kg")
        assert typed is not None
        assert (Decimal(typed.number), typed.unit, typed.other) == (number, "kg", "")


# ---- percentages


@pytest.mark.parametrize("typed", ["45", "0,45", "0.45", "1,8"])
def test_a_bare_percentage_is_asked_about(chain: vg.ValueChain, typed: str) -> None:
    """45 and 0.45 may both be 45 %: nothing is guessed, whatever the number."""
    for indicator in ("satisfaits", "part_actifs"):
        table = f'indicator;date;value\n{indicator};2024;"{typed}"\n'
        assert refused(chain, table) == [("VG701", 2, 3)]


def test_a_percentage_that_says_so_is_read(chain: vg.ValueChain) -> None:
    """The sign %, or the mapping, says what is meant; a ratio is kept as a share of 1."""
    assert value(chain, "satisfaits", "45 %") == amount("45", "%")
    assert value(chain, "part_actifs", "45\u202f%") == amount("0.45")
    assert value(chain, "satisfaits", "45", percent="0-100") == amount("45", "%")
    assert value(chain, "satisfaits", "0,45", percent="0-1") == amount("45", "%")
    assert value(chain, "part_actifs", "45", percent="0-100") == amount("0.45")


def test_a_percentage_outside_of_what_is_told(chain: vg.ValueChain) -> None:
    """What the mapping says is checked against every cell."""
    table = "indicator;date;value\nsatisfaits;2024;45\nsatisfaits;2024-02;0.4\n"
    assert refused(chain, table, mapping={"percent": "0-1"}) == [("VG702", 2, 3)]


# ---- workbooks


def workbook(rows: list[list[Any]], title: str = "Feuil1") -> bytes:
    """Return the bytes of a workbook of one sheet."""
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_a_workbook_as_excel_keeps_it(chain: vg.ValueChain) -> None:
    """Titles above the table, numbers, dates and percentages of Excel are what they are."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "Suivi 2024 du jardin"
    sheet.append([])
    for row in (["Date", "Bénévoles actifs", "Satisfaits", "Ouvert à tous"],
                [datetime.datetime(2024, 3, 5, 14, 30), 1.234, 0.45, True],
                [datetime.date(2024, 4, 5), 20, None, False]):  # fmt: skip
        sheet.append(row)
    sheet["C4"].number_format = "0%"
    written = io.BytesIO()
    book.save(written)
    found = read(chain, written.getvalue())
    told = [(seen.indicator, seen.date, seen.value) for seen in found]
    assert told == [
        ("benevoles", "2024-03-05", amount("1.234")),
        ("satisfaits", "2024-03-05", amount("45", "%")),
        ("ouvert", "2024-03-05", "oui"),
        ("benevoles", "2024-04-05", amount("20")),
        ("ouvert", "2024-04-05", "non"),
    ]


def test_a_formula_is_never_worked_out(chain: vg.ValueChain) -> None:
    """A formula without a value is told with its cell."""
    book = workbook([["date", "benevoles"], ["2024", "=1+1"]])
    with pytest.raises(vg.FileFormatError) as error:
        read(chain, book)
    problem = error.value.problems[0]
    assert problem.code == "VG615"
    assert "colonne B" in problem.to_text("fr")


def test_two_sheets_are_asked_about(chain: vg.ValueChain) -> None:
    """Of two sheets that fit the mapping names one; of none there is told what is missing."""
    book = openpyxl.load_workbook(io.BytesIO(workbook([["date", "benevoles"], ["2024", 1]])))
    other = book.create_sheet("2023")
    other.append(["date", "benevoles"])
    other.append(["2023", 2])
    written = io.BytesIO()
    book.save(written)
    assert [code for code, *_ in refused(chain, written.getvalue())] == ["VG715"]
    assert (
        read(chain, written.getvalue(), mapping={"feuille": "2023"}).observations[0].date == "2023"
    )
    assert [code for code, *_ in refused(chain, written.getvalue(), mapping={"sheet": "2022"})] == [
        "VG719"
    ]


# ---- dates


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2024", "2024"), ("2024-03", "2024-03"), ("03/2024", "2024-03"),
        ("2024-03-05T14:22:10.000+02:00", "2024-03-05"), ("2024-03-05 14:22:10", "2024-03-05"),
        ("25/03/2024", "2024-03-25"), ("05.05.2024", "2024-05-05"), ("mars 2024", "2024-03"),
        ("1er août 2024", "2024-08-01"), ("5 March 2024", "2024-03-05"),
        ("March 5, 2024", "2024-03-05"), ("20240305", "2024-03-05"), ("2024/3/5", "2024-03-05"),
    ],
)  # fmt: skip
def test_dates_that_are_clear(chain: vg.ValueChain, typed: str, date: str) -> None:
    """Dates that can be meant in one way only are read, whoever wrote them."""
    found = read(chain, f'indicator;date;value\nbenevoles;"{typed}";1\n')
    assert found.observations[0].date == date


@pytest.mark.parametrize(
    ("typed", "code"),
    [("05/03/2024", "VG703"), ("45356", "VG704"), ("2024-02-30", "VG705"), ("31/06/2024", "VG705"),
     ("hier", "VG705"), ("5/3/24", "VG705"), ("2024-13", "VG705")],
)  # fmt: skip
def test_dates_that_are_asked_about(chain: vg.ValueChain, typed: str, code: str) -> None:
    """Two possible days, day numbers of Excel and days that never were are told."""
    assert refused(chain, f"indicator;date;value\nbenevoles;{typed};1\n") == [(code, 2, 2)]


def test_the_mapping_says_how_dates_are_written(chain: vg.ValueChain) -> None:
    """Day first, month first or day numbers: said once, in either language."""
    table = "indicator;date;value\nbenevoles;{};1\n"

    def date(typed: str, how: str) -> str:
        return read(chain, table.format(typed), mapping={"dates": how}).observations[0].date

    assert date("05/03/2024", "jour/mois/année") == "2024-03-05"
    assert date("05/03/2024", "month/day/year") == "2024-05-03"
    assert date("45356", "excel") == "2024-03-05"
    assert refused(chain, table.format("25/03/2024"), mapping={"dates": "month/day/year"})


# ---- words, units, groups, what is not there


def test_every_fault_is_told_at_once_with_its_cell(chain: vg.ValueChain) -> None:
    """Unknown indicators, units, scales, groups, empty halves and zeros: all of them, in place."""
    table = (
        "indicator,date,value,numerator,denominator,breakdown_quartier\n"
        "benevole,2024-02-30,3,,,\n"
        "recolte,2024,3 g,,,\n"
        "recolte,2024,3,,,Nord\n"
        "confiance,2024,bof,,,\n"
        "confiance,2024,3,,,\n"
        "part_actifs,2024,,3,0,\n"
        "part_actifs,2024,,3,,\n"
        "ouvert,2024,peut-être,,,\n"
        ",2024,4,,,\n"
        "benevoles,2024,,,,\n"
        "benevoles,,4,,,\n"
    )
    assert sorted(refused(chain, table), key=lambda one: one[1:]) == [
        ("VG213", 2, 1), ("VG705", 2, 2), ("VG233", 3, 3), ("VG235", 4, 6), ("VG234", 5, 3),
        ("VG234", 6, 3), ("VG716", 7, 5), ("VG712", 8, 4), ("VG710", 9, 3), ("VG709", 10, 2),
        ("VG709", 11, 1), ("VG709", 12, 1),
    ]  # fmt: skip


def test_no_answer_is_not_zero(chain: vg.ValueChain) -> None:
    """Empty cells and words for no answer make no observation; they are kept aside and told."""
    found = read(chain, "date,benevoles,recolte\n2024,n/a,\n2025,?,NSP\n2026,vide,3\n",
                 mapping={"empty": ["vide"]})  # fmt: skip
    assert [(seen.indicator, seen.date) for seen in found] == [("recolte", "2026")]
    assert [(cell.line, cell.text) for cell in found.aside] == [
        (2, "n/a"), (3, "?"), (3, "NSP"), (4, "vide"),
    ]  # fmt: skip
    assert found.problems.codes() == ("VG711",)


def test_nothing_is_lost(chain: vg.ValueChain) -> None:
    """Columns nobody knows are told with what was probably meant, and their cells are kept."""
    found = read(chain, "date,benevoles,recolt\n2024,1,5\n2025,2,,beyond\n")
    assert found.problems.codes() == ("VG696", "VG714")
    assert "recolte" in found.problems[0].hint("en")
    assert [cell.text for cell in found.aside] == ["5", "beyond"]
    assert "recolt" in found.to_text("fr")
    assert json.loads(json.dumps(found.to_dict()))["aside"][0]["line"] == 2


def test_a_table_without_dates_is_told_once(chain: vg.ValueChain) -> None:
    """Where no column holds dates, that is one fault of the headings; the mapping may say one."""
    table = "benevoles,recolte\n1,2\n3,4\n"
    assert refused(chain, table) == [("VG709", 1, 0)]
    found = read(chain, table, mapping={"toujours": {"date": "2024"}})
    assert {seen.date for seen in found} == {"2024"}


def test_a_question_about_a_column_is_asked_once(chain: vg.ValueChain) -> None:
    """A thousand days that may be two are one question, which says how many they are."""
    table = "date;benevoles\n" + "".join(f"0{n % 9 + 1}/05/2024;{n}\n" for n in range(1000))
    with pytest.raises(vg.FileFormatError) as error:
        read(chain, table)
    assert error.value.problems.codes() == ("VG703",)
    assert "889" not in error.value.problems[0].message("fr")
    assert "888 autres cellules" in error.value.problems[0].message("fr")


def test_a_table_is_of_one_form(chain: vg.ValueChain) -> None:
    """What belongs to the other form of a table is told and kept aside, as is a row of words."""
    long = read(chain, "indicator,date,value,recolte\nbenevoles,2024,1,7\n")
    assert [cell.text for cell in long.aside] == ["7"]
    assert long.problems.codes() == ("VG696",)
    wide = read(chain, "date,benevoles,valeur,citation\n2024,1,7,\n2025,,,« Rien »\n")
    assert [cell.text for cell in wide.aside] == ["7", "« Rien »"]


def test_a_hidden_sheet_is_told(chain: vg.ValueChain) -> None:
    """A sheet nobody sees is read, and a note says so."""
    book = openpyxl.load_workbook(io.BytesIO(workbook([["date", "benevoles"], ["2024", 1]])))
    book.active.sheet_state = "hidden"
    book.create_sheet("Accueil").append(["Bonjour"])
    written = io.BytesIO()
    book.active = 1
    book.save(written)
    assert read(chain, written.getvalue()).problems.codes() == ("VG612",)


# ---- repeats


def test_repeated_rows_are_asked_about(chain: vg.ValueChain) -> None:
    """A row that stands twice counts once, twice or not at all only when somebody says so."""
    table = "indicator,date,value\nbenevoles,2024,3\nrecolte,2024,1\nbenevoles,2024,3\n"
    assert refused(chain, table) == [("VG706", 4, 0)]
    assert len(read(chain, table, mapping={"duplicates": "keep"})) == 3
    dropped = read(chain, table, mapping={"doublons": "écarter"})
    assert len(dropped) == 2
    plain = [{"indicator": "benevoles", "date": "2024", "value": 3}] * 2
    assert refused(chain, plain) == [("VG706", 0, 0)]
    assert dropped.problems.codes() == ("VG717",)


def test_what_the_chain_holds_already_is_asked_about(chain: vg.ValueChain) -> None:
    """The same file a second time adds nothing unless somebody says so."""
    table = "indicator,date,value\nbenevoles,2024,3\n"
    chain.add_observations(read(chain, table))
    assert refused(chain, table) == [("VG707", 2, 0)]
    assert len(read(chain, table, mapping={"duplicates": "keep"})) == 1
    again = read(chain, table, mapping={"duplicates": "drop"})
    assert (len(again), again.problems.codes()) == (0, ("VG713",))


# ---- survey exports


def kobo_export(chain: vg.ValueChain, answers: list[dict[str, str]], group: str = "") -> str:
    """Return what Kobo exports of filled forms: all columns of the form, and its own."""
    asked = [row["name"] for row in form_of(chain, "fr").survey]
    own = ["_id", "_uuid", "_submission_time", "_validation_status"]
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerow(["start", "end", *(f"{group}{name}" for name in asked), *own])
    for number, row in enumerate(answers, 1):
        filled = [row.get(name, "") for name in asked]
        moment = "2024-03-05T10:00:00.000+01:00"
        writer.writerow([moment, moment, *filled, str(number), f"uuid-{number}", moment, ""])
    return written.getvalue()


ANSWERS = [
    {"date": "2024-03-01", "source": "Registre", "viewpoint": "salariée", "benevoles": "12",
     "recolte": "20.5", "breakdown_quartier": "est", "part_actifs__numerator": "3",
     "part_actifs__denominator": "4", "satisfaits": "", "ouvert": "yes"},
    {"date": "2024-03-01", "breakdown_age": "moins_de_30_ans", "confiance": "un_peu",
     "recits": "On s’y retrouve ; c’est « chez nous »."},
]  # fmt: skip


@pytest.mark.parametrize("group", ["", "jardin/suivi/"])
def test_a_filled_form_comes_back_as_observations(chain: vg.ValueChain, group: str) -> None:
    """What the questionnaire of a chain asks is what is read from a filled one."""
    found = read(chain, "\ufeff" + kobo_export(chain, ANSWERS, group))
    told = {(seen.indicator, seen.date, seen.source, seen.viewpoint) for seen in found}
    about = ("2024-03-01", "Registre", "salariée")
    assert told == {
        ("benevoles", *about), ("recolte", *about), ("part_actifs", *about), ("ouvert", *about),
        ("confiance", "2024-03-01", "", ""), ("recits", "2024-03-01", "", ""),
    }  # fmt: skip
    seen = {one.indicator: one for one in chain.add_observations(found)}
    assert seen["recolte"].breakdown == {"quartier": "Est"}
    assert seen["benevoles"].extra == {"quartier": "Est", "submission": "uuid-1"}
    assert seen["part_actifs"].told == amount("0.75")
    assert (seen["confiance"].value, seen["ouvert"].value) == ("un peu", "oui")
    assert seen["confiance"].breakdown == {"âge": "moins de 30 ans"}
    assert found.problems.codes() == ("VG697",)
    assert not found.aside


def test_the_next_export_adds_only_what_is_new(chain: vg.ValueChain) -> None:
    """An export holds all answers again: those of before are known by their submission."""
    chain.add_observations(read(chain, kobo_export(chain, ANSWERS)))
    more = [*ANSWERS, {"date": "2024-04-01", "benevoles": "15"}]
    found = read(chain, kobo_export(chain, more))
    assert [(seen.indicator, seen.date) for seen in found] == [("benevoles", "2024-04-01")]
    assert "VG713" in found.problems.codes()
    changed = [{**ANSWERS[0], "benevoles": "13"}, ANSWERS[1]]
    assert [code for code, *_ in refused(chain, kobo_export(chain, changed))] == ["VG708"]


def test_an_export_with_labels_is_understood(chain: vg.ValueChain) -> None:
    """Kobo can export the labels instead of the names, of the questions and of the answers."""
    table = ("Date de l’observation,Bénévoles actifs,Confiance,Ouvert à tous,Âge\n"
             "2024-03-01,12,Beaucoup,Non,30 ans et plus\n")  # fmt: skip
    mapping = {"columns": {"Date de l’observation": "date"}}
    seen = {one.indicator: one for one in read(chain, table, mapping=mapping)}
    assert seen["confiance"].value == "beaucoup"
    assert seen["confiance"].breakdown == {"âge": "30 ans et plus"}
    assert seen["ouvert"].value == "non"


def test_an_export_of_odk(chain: vg.ValueChain) -> None:
    """ODK joins groups by a dash and has columns of its own; the day of sending is not taken."""
    table = ("SubmissionDate,suivi-date,suivi-benevoles,suivi-part_actifs__numerator,"
             "suivi-part_actifs__denominator,meta-instanceID,KEY,ReviewState\n"
             "2024-05-01T10:00:00.000Z,2024-03-01,4,1,2,uuid:1,uuid:1,\n")  # fmt: skip
    found = read(chain, table)
    assert {seen.date for seen in found} == {"2024-03-01"}
    assert {seen.extra["submission"] for seen in found} == {"uuid:1"}


def test_an_export_of_limesurvey(chain: vg.ValueChain) -> None:
    """Codes without signs, codes of answers and subquestions: the mapping says what they are."""
    table = (
        '"id","submitdate","lastpage","startlanguage","benevoles","partactifs[SQ001]",'
        '"partactifs[SQ002]","conf. Avez-vous confiance ?","ouvert","ipaddr"\n'
        '"1","2024-03-01 10:11:12","3","fr","4","1","2","A3","Y","192.0.2.1"\n'
    )
    mapping = {
        "colonnes": {
            "partactifs[SQ001]": "part_actifs__numerator",
            "partactifs[SQ002]": "part_actifs__denominator",
            "conf. Avez-vous confiance ?": {
                "est": "confiance", "mots": {"A1": "pas du tout", "A2": "un peu", "A3": "beaucoup"},
            },
        }
    }  # fmt: skip
    found = read(chain, table, mapping=mapping)
    seen = {one.indicator: one for one in found}
    assert (seen["confiance"].value, seen["ouvert"].value) == ("beaucoup", "oui")
    assert seen["part_actifs"].told == amount("0.5")
    assert {one.date for one in found} == {"2024-03-01"}
    assert found.problems.codes() == ("VG720", "VG697")
    assert "192.0.2.1" not in str(found.to_dict())


# ---- mappings


def test_a_mapping_of_its_own_file(chain: vg.ValueChain, tmp_path: Path) -> None:
    """A small file in French or English says which column is what, once for every export."""
    (tmp_path / "suivi.yaml").write_text(
        """
colonnes:
  Combien de monde ?: benevoles
  Quand ?: {est: date, dates: jour/mois/année}
  Kilos: {est: recolte, unité: kg, décimale: ","}
  Où ?: {est: breakdown_quartier, mots: {E: Est}}
  Commentaire: extra_avis
  Nom: ignorer
toujours: {source: Cahier de suivi, point de vue: animatrice}
""",
        encoding="utf-8",
    )
    table = "Combien de monde ?;Quand ?;Kilos;Où ?;Commentaire;Nom\n3;05/03/2024;1,234;E;bien;Z\n"
    found = read(chain, table, mapping=tmp_path / "suivi.yaml")
    first, second = found
    assert (first.date, first.source, first.viewpoint) == (
        "2024-03-05", "Cahier de suivi", "animatrice",
    )  # fmt: skip
    assert second.value == amount("1.234", "kg")
    assert second.breakdown == {"quartier": "Est"}
    assert second.extra == {"avis": "bien"}
    assert not found.problems


def test_a_mapping_is_judged_like_every_file(chain: vg.ValueChain, tmp_path: Path) -> None:
    """Unknown keys and words, columns that are not there: told with their place."""
    path = tmp_path / "m.yaml"
    path.write_text("colums: {A: date}\npercent: 45\n", encoding="utf-8")
    assert refused(chain, "date,benevoles\n2024,1\n", mapping=path) == [
        ("VG201", 1, 1), ("VG250", 2, 10),
    ]  # fmt: skip
    wrong = {"columns": {"benevoles": "beneveles", "Dat": "date"}}
    assert [code for code, *_ in refused(chain, "date,benevoles\n2024,1\n", mapping=wrong)] == [
        "VG721", "VG722",
    ]  # fmt: skip


def test_two_columns_for_one_thing(chain: vg.ValueChain) -> None:
    """Of two columns that say the same the mapping says which counts."""
    table = "date,benevoles,Bénévoles actifs\n2024,1,2\n"
    assert refused(chain, table) == [("VG698", 1, 3)]
    chosen = read(chain, table, mapping={"columns": {"benevoles": "ignore"}})
    assert chosen.observations[0].value == amount("2")


# ---- files, letters, bounds


def test_a_file_of_observations_only(chain: vg.ValueChain, tmp_path: Path) -> None:
    """The observations of the text form in a file of their own, in YAML or JSON, keys in French."""
    path = tmp_path / "observations.yaml"
    path.write_text(
        "observations:\n  - {indicateur: benevoles, date: 2024, valeur: 3}\n", encoding="utf-8"
    )
    expected = read(chain, path).observations
    assert expected[0].value == amount("3")
    plain = [{"indicator": "benevoles", "date": "2024", "value": 3}]
    (tmp_path / "o.json").write_text(json.dumps({"observations": plain}), encoding="utf-8")
    for source in (tmp_path / "o.json", {"observations": plain}, plain):
        assert read(chain, source).observations == expected
    path.write_text("observations:\n  - {indicateur: benevole, date: 2024-31, valeur: 3}\nx: 1\n",
                    encoding="utf-8")  # fmt: skip
    assert (
        refused(chain, path) == [("VG201", 3, 1), ("VG213", 2, 18)]
        or len(refused(chain, path)) == 2
    )


def test_letters_of_another_encoding_are_asked_about(chain: vg.ValueChain, tmp_path: Path) -> None:
    """A CSV of an old Excel is told to be one, and read where the mapping says so."""
    path = tmp_path / "vieux.csv"
    path.write_bytes("sep=;\r\ndate;Récolte\r\n2024;3\r\n".encode("cp1252"))
    assert [code for code, *_ in refused(chain, path)] == ["VG106"]
    assert len(read(chain, path, mapping={"encodage": "windows-1252"})) == 1
    path.write_bytes("date\tRécolte\r\n2024\t3\r\n".encode("utf-16"))
    assert len(read(chain, path, mapping={"encoding": "utf-16"})) == 1


@pytest.mark.parametrize("content", [b"", b"\n\n", b"a,b\n1,2\n", b'date,"benevoles\n2024,1'])
def test_what_is_no_table_is_refused(chain: vg.ValueChain, content: bytes) -> None:
    """Nothing, a stranger's table and a damaged one are told in words."""
    assert refused(chain, content)[0][0] in ("VG695", "VG718")


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Whatever stands in a table, it is read or refused in words."""
    chain = vg.read(TEXT)
    found: tuple[vg.Observation, ...] = ()
    with suppress(vg.FileFormatError):
        content = ("date,benevoles,recits\n" + text).encode("utf-8", "surrogatepass")
        found = read(chain, content).observations
    assert chain.add_observations(found) == found


def test_a_large_table_is_read_in_good_time(chain: vg.ValueChain) -> None:
    """Five thousand rows are joined without growing slower row by row."""
    rows = "".join(f"benevoles,{1000 + n % 9000},{n}\n" for n in range(5000))
    found = read(chain, "indicator,date,value\n" + rows)
    chain.add_observations(found)
    assert len(chain.observations) == 5000

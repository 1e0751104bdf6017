"""The commands on evaluations: what they say, as text and as tables, and refuse."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from chain_builders import golden
from cli_runner import run, told
from evaluated_chains import followed

import valuegraph as vg


@pytest.fixture
def chain_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Go to an empty folder with a chain that is followed, and return its name."""
    monkeypatch.chdir(tmp_path)
    vg.write(followed(), "chaine.yaml")
    return "chaine.yaml"


def test_coverage_says_what_is_measured_and_what_is_not(chain_file: str) -> None:
    """In both languages."""
    french = told("coverage", chain_file)
    assert french.startswith("Ce qui est mesuré\n")
    assert "« cohesion » : 12 de ses 14 chemins (85,7 %) passent par" in french
    assert "Questions sans indicateur : « Et le climat ? »." in french
    english = told("coverage", chain_file, "--language", "en")
    assert "12 of its 14 routes (85.7%) pass by something measured." in english


def test_progress_says_how_far_things_are_on_a_day(chain_file: str) -> None:
    """The day changes what is late and what came later."""
    assert "66,7 % du chemin vers la cible" in told("progress", chain_file)
    late = told("progress", chain_file, "--on", "2021", "--language", "en")
    assert "value older than its rhythm" in late
    early = told("progress", chain_file, "--on", "2018-06-30")
    assert "5 personnes (2017-12-31)" in early
    assert "plus récentes que la date demandée" in early


def test_evidence_and_judgements_say_how_well_and_who(chain_file: str) -> None:
    """In both languages; of a named person the last judgement counts."""
    assert "« cohesion » : " in told("evidence", chain_file)
    assert "routes" in told("evidence", chain_file, "--language", "en")
    chain = followed()
    for date, value in (("2019", "2,5"), ("2020", 4)):
        chain.add_rating("cohesion", date=date, value=value, by="Ana")
    chain.add_rating("cohesion", date="2019", value="2,5", by="Bo")
    vg.write(chain, "avis.yaml")
    french = told("judgements", "avis.yaml")
    assert "« cohesion » : 2 appréciations, qui diffèrent ; 2,5 et 4." in french
    assert "- Appréciations plus anciennes" in french
    assert "2.5 and 4." in told("judgements", "avis.yaml", "--language", "en")


def test_roll_up_tells_groups_of_several_files_and_hides_small_numbers(chain_file: str) -> None:
    """A total is told apart from those that say no group."""
    other = followed()
    other.add_observation("benevoles", date="2018-12-31", value=3, viewpoint="équipe")
    vg.write(other, "autre.yaml")
    typed = ("roll-up", chain_file, "autre.yaml", "--of", "benevoles", "--by", "chain, viewpoint")
    french = told(*typed)
    assert "Ce que font les observations ensemble" in french
    assert "« Bénévoles » : 53 personnes." in french
    hidden = told(*typed, "--every", "année", "--masked-below", "4", "--language", "en")
    assert "équipe): masked." in hidden
    rows = list(csv.DictReader(io.StringIO(told(*typed, "--table", "csv"))))
    cells = [(row["chain"] == "*", row["viewpoint"], row["value"]) for row in rows]
    assert cells == [
        (True, "*", "53.0"),
        *((False, "*", "25.0"), (False, "", "25.0")),
        *((False, "*", "28.0"), (False, "", "25.0"), (False, "équipe", "3.0")),
    ]


@pytest.mark.parametrize("command", ["coverage", "progress", "evidence", "judgements", "roll-up"])
def test_tables_are_those_of_the_answers(command: str, chain_file: str) -> None:
    """JSON is the answer itself, CSV and Markdown hold its rows."""
    answer = getattr(vg, command.replace("-", "_"))(followed())
    sent = json.loads(told(command, chain_file, "--table", "json"))
    assert sent["rows"] == answer.to_dict()["rows"]
    rows = list(csv.DictReader(io.StringIO(told(command, chain_file, "--table", "csv"))))
    assert len(rows) == len(answer.to_dict()["rows"])
    assert told(command, chain_file, "--table", "md").count("\n| ") == len(rows) + 1


def test_a_chain_without_evaluation_and_a_wrong_day_are_told(chain_file: str) -> None:
    """An empty answer is fine; a day that is none is not."""
    vg.write(golden(), "vide.yaml")
    assert "Rien n’est mesuré" in told("coverage", "vide.yaml")
    assert "Aucun indicateur" in told("progress", "vide.yaml")
    refused = run("progress", chain_file, "--on", "hier", locale="en_GB")
    assert refused.exit_code == 2
    assert "--on" in refused.output
    refused = run("roll-up", chain_file, "--of", "rien", "--language", "en")
    assert refused.exit_code == 2
    assert "--of" in refused.output

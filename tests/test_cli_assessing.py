"""The commands coverage and progress: what they say, as text and as tables, and refuse."""

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


@pytest.mark.parametrize("command", ["coverage", "progress"])
def test_tables_are_those_of_the_answers(command: str, chain_file: str) -> None:
    """JSON is the answer itself, CSV and Markdown hold its rows."""
    answer = {"coverage": vg.coverage, "progress": vg.progress}[command](followed())
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

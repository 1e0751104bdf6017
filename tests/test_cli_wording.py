"""The command line speaks French or English, and only that, whatever is typed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cli_runner import run

import valuegraph as vg
from valuegraph.cli import words
from valuegraph.cli.language import spoken_language
from valuegraph.cli.words import WORDS

COMMANDS = ("draw", "check", "trace", "explain-impact", "coverage", "progress", "evidence",
            "judgements", "roll-up", "example", "survey", "convert", "template",
            "formats")  # fmt: skip
LANGUAGES = ("fr", "en")
CLICK_WORDS = ("Usage", "Error", "Try ", "No such", "Missing", "Invalid", "unexpected", "requires",
               "does not take", "Did you mean", "Show this message", "Aborted")  # fmt: skip
WRONG_USES = (
    [],
    ["darw"],
    ["draw"],
    ["convert", "a.yaml"],
    ["draw", "a.yaml", "b.yaml"],
    ["draw", "a.yaml", "--vieuw", "porter"],
    ["draw", "a.yaml", "-z"],
    ["draw", "a.yaml", "--dpi"],
    ["draw", "a.yaml", "--dpi", "beaucoup"],
    ["draw", "a.yaml", "--dpi", "0"],
    ["draw", "-"],
    ["check", "a.yaml", "--format", "xml"],
    ["trace"],
    ["trace", "a.yaml", "--top", "0"],
    ["trace", "a.yaml", "--table", "xls"],
    ["trace", "a.yaml", "--basis", "money"],
    ["explain-impact", "a.yaml"],
    ["convert", "a.yaml", "b.json", "--keys", "de"],
    ["convert", "a.yaml", "b.json", "--force=yes"],
    ["example", "-o", "b.yaml"],
    ["example", "konserverie"],
    ["check", "nulle-part.yaml"],
    ["check", "."],
    ["--vision"],
)


@pytest.fixture
def a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Go to an empty folder."""
    monkeypatch.chdir(tmp_path)


# ---- which language


@pytest.mark.parametrize(
    ("typed", "environment", "spoken"),
    [
        ([], {}, "fr"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "fr_CA.UTF-8"}, "fr"),
        ([], {"LANG": "de_DE.UTF-8"}, "en"),
        ([], {"LANG": "C.UTF-8"}, "fr"),
        ([], {"LC_ALL": "", "LANG": "en_GB"}, "en"),
        ([], {"LC_ALL": "fr_FR", "LC_MESSAGES": "en_GB", "LANG": "en_GB"}, "fr"),
        ([], {"LC_MESSAGES": "en_GB", "LANG": "fr_FR"}, "en"),
        (["--language", "en"], {"LANG": "fr_FR"}, "en"),
        (["draw", "a.yaml", "--language=EN"], {}, "en"),
        (["draw", "--language", "en", "--language", "fr"], {}, "fr"),
        (["draw", "--language"], {"LANG": "en_GB"}, "en"),
        (["draw", "--", "--language", "en"], {}, "fr"),
    ],
)
def test_the_option_decides_then_the_locale_then_french(
    typed: list[str], environment: dict[str, str], spoken: str
) -> None:
    """The option is found wherever it stands; a locale that names no language is French."""
    assert spoken_language(typed, environment) == spoken


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_help_page_is_in_one_language(command: str, language: str) -> None:
    """No sentence of the other language stands in it, nor a word of click's own."""
    result = run(*command.split(), "--help", "--language", language)
    page = f" {' '.join(result.output.split())} "
    foreign = [
        " ".join((said.en if language == "fr" else said.fr).split())
        for said in WORDS.values()
        if said.fr != said.en and (" " in said.fr.strip() or said.fr.isupper())
    ]
    assert result.exit_code == 0
    assert [text for text in foreign if f" {text} " in page] == []
    if language == "fr":
        assert [word for word in CLICK_WORDS if word in page] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_names_every_command_with_what_it_does(language: str) -> None:
    """A newcomer sees what there is, in the order in which it is used."""
    page = run("--help", "--language", language).output
    told = [WORDS[name].text(language).replace(" :", "\u00a0:") for name in COMMANDS]
    positions = [page.index(text) for text in told]
    assert positions == sorted(positions)


@pytest.mark.parametrize("typed", WRONG_USES, ids=" ".join)
def test_a_wrong_use_is_told_in_french(typed: list[str], a_folder: None) -> None:
    """The exit code is 2, there is no traceback, and click's English never shows."""
    result = run(*typed)
    assert result.exit_code == 2
    assert [word for word in CLICK_WORDS if word in result.output] == []
    assert "Traceback" not in result.output


@pytest.mark.parametrize("typed", WRONG_USES, ids=" ".join)
def test_a_wrong_use_is_told_in_english(typed: list[str], a_folder: None) -> None:
    """The exit code is 2, and the French words never show."""
    result = run(*typed, locale="en_GB.UTF-8")
    assert result.exit_code == 2
    assert [word for word in ("Erreur", "Utilisation", "«", " est ") if word in result.output] == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["darw"], "draw"),
        (["draw", "a", "--vieuw", "x"], "--view"),
        (["example", "--forse"], "--force"),
    ],
)
def test_a_typing_error_is_answered_with_what_was_meant(typed: list[str], meant: str) -> None:
    """Commands and options near to what was typed are offered."""
    assert f"Vouliez-vous dire {meant}\u00a0?" in run(*typed).output


def test_no_word_is_in_two_tables() -> None:
    """Else one text would silently stand in the place of another."""
    names = Path(words.__file__).parent.glob("words*.py")
    told = [re.findall(r'^ +"([^"]+)": Bilin', name.read_text("utf-8"), re.M) for name in names]
    every = [key for keys in told for key in keys]
    assert {"draw", "roll-up", "sources of evidence"} <= set(every)
    assert len(every) == len(set(every))


def test_the_version_is_told() -> None:
    """It is that of the package."""
    assert run("--version").output == f"valuegraph {vg.__version__}\n"

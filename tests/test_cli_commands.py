"""The commands: what they write, say and answer, and with which exit code."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from cli_runner import run

import valuegraph as vg
from valuegraph.examples import EXAMPLES, example_text

LANGUAGES = ("fr", "en")


@pytest.fixture
def chain_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Go to an empty folder with one chain, ``chaine.yaml``, and return its name."""
    monkeypatch.chdir(tmp_path)
    Path("chaine.yaml").write_text(example_text("conserverie"), encoding="utf-8")
    return "chaine.yaml"


# ---- draw


def test_draw_writes_beside_the_file_and_says_so(chain_file: str) -> None:
    """Without -o, the drawing has the file's name, and the view's if it is not the poster."""
    assert run("draw", chain_file).output == "Écrit\u00a0: chaine.svg\n"
    assert run("draw", chain_file, "--view", "matrix").output == "Écrit\u00a0: chaine-matrix.svg\n"
    assert Path("chaine.svg").read_text(encoding="utf-8").startswith(("<svg", "<?xml"))
    assert Path("chaine.svg").read_bytes() != Path("chaine-matrix.svg").read_bytes()


def test_draw_goes_where_it_is_told(chain_file: str) -> None:
    """-o names a file, whose ending says the format, or a folder."""
    Path("dossier").mkdir()
    assert run("draw", chain_file, "-o", "a.png", "--dpi", "40", locale="en").output == (
        "Wrote a.png\n"
    )
    assert Path("a.png").read_bytes().startswith(b"\x89PNG")
    assert run("draw", chain_file, "-o", "dossier", "--format", "png").exit_code == 0
    assert Path("dossier/chaine.png").read_bytes().startswith(b"\x89PNG")


def test_draw_shows_one_thing_or_only_a_part(chain_file: str) -> None:
    """--highlight and --only may be repeated; the caption tells of all that was asked."""
    asked = ("--highlight", "collecte", "--highlight", "routes:humaines>cohesion")
    assert run("draw", chain_file, *asked).exit_code == 0
    drawn = Path("chaine.svg").read_text(encoding="utf-8")
    assert "Collecte de produits" in drawn
    assert "2 chemins mis en évidence" in drawn
    small = ("--only", "amont:transition", "--only", "circuit:gift", "--detail", "overview")
    assert run("draw", chain_file, *small).exit_code == 0
    drawn = Path("chaine.svg").read_text(encoding="utf-8")
    assert "Montré" in drawn
    assert "Vue d’ensemble" in drawn


def test_draw_and_kit_take_the_look_of_a_house(chain_file: str) -> None:
    """--theme takes a file or the name of a packaged theme, for drawings and for the kit."""
    Path("maison.yaml").write_text('couleurs: {structure: "#234E3C"}\npage: A3\n', "utf-8")
    assert run("draw", chain_file, "--theme", "maison.yaml").output == "Écrit\u00a0: chaine.svg\n"
    drawn = Path("chaine.svg").read_text(encoding="utf-8")
    assert "#234E3C" in drawn
    assert 'width="420mm"' in drawn
    assert run("draw", chain_file, "--theme", "blue-orange", "--grey").exit_code == 0
    grey = Path("chaine.svg").read_text(encoding="utf-8")
    assert "La Fabrique" in grey
    assert "#14294B" not in grey
    done = run("kit", chain_file, "-o", "kit", "--format", "svg", "--theme", "blue-orange")
    assert done.exit_code == 0
    sheets = [path.read_text(encoding="utf-8") for path in Path("kit").glob("*canevas*.svg")]
    assert sheets
    assert all("#F08A24" in sheet for sheet in sheets)


def test_a_theme_with_faults_is_told_and_nothing_is_drawn(chain_file: str) -> None:
    """Faults of a theme are told with their place; a theme that is not there is wrong use."""
    Path("pale.yaml").write_text('colours: {structure: "#9FB4D8", papr: "#FFF"}\n', "utf-8")
    done = run("draw", chain_file, "--theme", "pale.yaml", locale="en")
    assert done.exit_code == 1
    assert "pale.yaml, line 1, column 33: error VG201" in done.output
    assert run("draw", chain_file, "--theme", "absent.yaml").exit_code == 2
    assert not Path("chaine.svg").exists()


@pytest.mark.parametrize("locale", LANGUAGES)
def test_draw_says_what_cannot_be_highlighted(chain_file: str, locale: str) -> None:
    """What is unknown is told with what is near, and nothing is written."""
    result = run("draw", chain_file, "--highlight", "transfomation", locale=locale)
    assert result.exit_code == 2
    assert "transformation" in result.stderr
    assert not Path("chaine.svg").exists()


def test_draw_tells_what_the_view_does_not_show(chain_file: str) -> None:
    """The note is printed, and the drawing is made."""
    result = run("draw", chain_file, "--view", "porter", "--highlight", "alimentaires")
    assert result.exit_code == 0
    assert "VG405" in result.stderr


def test_draw_replaces_its_own_drawing(chain_file: str) -> None:
    """Drawing again after a change needs no option."""
    Path("chaine.svg").write_text("old", encoding="utf-8")
    assert run("draw", chain_file).exit_code == 0
    assert Path("chaine.svg").read_text(encoding="utf-8") != "old"


def test_draw_never_replaces_the_chain_itself(chain_file: str) -> None:
    """Nor through another name of the same file."""
    result = run("draw", chain_file, "-o", "./chaine.yaml", "--format", "svg")
    assert result.exit_code == 2
    assert Path(chain_file).read_text(encoding="utf-8") == example_text("conserverie")


def test_draw_speaks_the_language_of_the_chain_unless_told(chain_file: str) -> None:
    """The locale decides the messages, not the drawing; --language decides both."""
    run("draw", chain_file, "-o", "a.svg", locale="en_GB")
    run("draw", chain_file, "-o", "b.svg", "--language", "en")
    run("--language", "en", "draw", chain_file, "-o", "c.svg")
    a, b, c = (Path(name).read_text(encoding="utf-8") for name in ("a.svg", "b.svg", "c.svg"))
    assert "Habitants" in a
    assert "Residents" in b
    assert b == c


def test_draw_reads_standard_input(chain_file: str) -> None:
    """FILE may be -, as long as -o says where the drawing goes."""
    result = run("draw", "-", "-o", "a.svg", stdin=example_text("porter"))
    assert (result.exit_code, result.output) == (0, "Écrit\u00a0: a.svg\n")


@pytest.mark.parametrize(
    "option",
    [("--view", "sankey"), ("--page", "A9"), ("--columns", "x"), ("--text", "x"),
     ("--format", "doc"), ("--dpi", "1e9")],
)  # fmt: skip
def test_an_option_that_does_not_exist_is_wrong_use(
    option: tuple[str, str], chain_file: str
) -> None:
    """The values there are are told, and nothing is written."""
    result = run("draw", chain_file, "-o", "a.svg", *option)
    assert result.exit_code == 2
    assert not Path("a.svg").exists()


def test_the_help_page_of_draw_names_every_view_page_and_format() -> None:
    """A new view, page or format must be added to the page that tells of them."""
    from valuegraph.render.draw import COLUMNS, DETAILS, VIEWS
    from valuegraph.render.formats import FORMATS
    from valuegraph.render.page import PAGES
    from valuegraph.render.picture import TEXTS

    for language in LANGUAGES:
        page = run("draw", "--help", "--language", language).output
        names = (*VIEWS, *PAGES, *FORMATS, *TEXTS, *COLUMNS, *DETAILS)
        assert [name for name in names if name not in page] == []


def test_draw_says_what_did_not_fit(chain_file: str) -> None:
    """Every problem of the picture is told; a drawing with problems is still a drawing."""
    long = "Un impact dont le nom ne finit pas, " * 40
    Path(chain_file).write_text(f"nom: Essai\nimpacts:\n  a: {long}fin\n", encoding="utf-8")
    result = run("draw", chain_file)
    assert result.exit_code == 0
    assert "VG4" in result.output


@pytest.mark.parametrize("typed", [("draw",), ("convert", "a.json"), ("check",)])
def test_what_the_file_loses_is_told(typed: tuple[str, ...], chain_file: str) -> None:
    """YAML drops what follows " #": whoever draws or converts must know."""
    Path(chain_file).write_text("nom: La conserverie #1\n", encoding="utf-8")
    command, *out = typed
    result = run(command, chain_file, *out)
    assert result.exit_code == 0
    assert "#1" in result.output


def test_draw_refuses_a_file_with_errors_and_tells_them_all(chain_file: str) -> None:
    """The exit code is 1 and nothing is drawn."""
    Path(chain_file).write_text("nom: Essai\nimpact: {}\nactivites: {a: {utilise: b}}\n",
                                encoding="utf-8")  # fmt: skip
    result = run("draw", chain_file)
    assert result.exit_code == 1
    assert result.output.count("erreur VG") == 2
    assert "chaine.yaml, ligne 2" in result.output
    assert not Path("chaine.svg").exists()


def test_draw_sets_several_chains_side_by_side(chain_file: str) -> None:
    """Several files make a system, without being asked; another view says what is possible."""
    Path("b.yaml").write_text(example_text("conserverie_territoire"), encoding="utf-8")
    result = run("draw", chain_file, "b.yaml")
    assert (result.exit_code, result.stdout.split()[-1]) == (0, "chaine-system.svg")
    drawn = Path("chaine-system.svg").read_text(encoding="utf-8")
    for name in ("conserverie", "conserverie_territoire"):
        assert vg.example(name).name.split()[-1] in drawn
    refused = run("draw", chain_file, "b.yaml", "--view", "matrix")
    assert refused.exit_code == 2
    assert "system" in refused.output
    assert run("draw").exit_code == 2


def test_draw_tells_the_faults_of_all_files_and_replaces_none(chain_file: str) -> None:
    """Each broken file is named; no input is drawn over."""
    for name in ("b.yaml", "c.yaml"):
        Path(name).write_text("impacts: [", encoding="utf-8")
    result = run("draw", chain_file, "b.yaml", "c.yaml", "-o", "d.svg")
    assert result.exit_code == 1
    assert "b.yaml" in result.output
    assert "c.yaml" in result.output
    assert run("draw", chain_file, "b.svg", "-o", "b.svg").exit_code == 2


# ---- check


def test_check_tells_notes_and_counts_them(chain_file: str) -> None:
    """Notes to discuss are no errors."""
    result = run("check", chain_file)
    assert result.exit_code == 0
    assert "collecte.receives.local_exchange" in result.output
    assert result.output.splitlines()[-1].startswith("0 erreur, 0 avertissement, ")


def test_check_finds_the_errors_of_a_file(chain_file: str) -> None:
    """The exit code is 1, and each error has its line."""
    Path(chain_file).write_text("name: A\nactivities: {a: {uses: nothing}}\n", encoding="utf-8")
    result = run("check", chain_file, locale="en_GB")
    assert result.exit_code == 1
    assert "chaine.yaml, line 2" in result.output
    assert result.output.splitlines()[-1].startswith("1 error, 0 warnings, ")


def test_check_gives_json_in_both_languages(chain_file: str) -> None:
    """Another program reads every problem, whatever the locale."""
    result = run("check", chain_file, "--format", "JSON")
    found = json.loads(result.output)
    assert result.exit_code == 0
    assert {"fr", "en"} == set(found[0]["message"])
    assert [problem["code"] for problem in found] == list(
        vg.check(vg.example("conserverie")).codes()
    )


def test_check_reads_standard_input() -> None:
    """FILE may be -; bytes that are no text are an error of the file."""
    assert run("check", "-", stdin=example_text("conserverie")).exit_code == 0
    assert run("check", "-", stdin=b"\xff\xfe\x00nonsense\x00").exit_code == 1
    assert run("check", "-", stdin="").exit_code == 1


# ---- example


def test_example_lists_the_examples() -> None:
    """Each with the name of its chain, in the person's language."""
    french, english = run("example").output, run("example", locale="en").output
    assert [line.split()[0] for line in french.splitlines()] == list(EXAMPLES)
    assert "La Conserverie mobile et solidaire" in french
    assert "The Mobile Solidarity Cannery" in english


@pytest.mark.parametrize("name", EXAMPLES)
def test_example_prints_the_file_as_it_is(name: str) -> None:
    """Comments included, in UTF-8."""
    assert run("example", name).output == example_text(name)


def test_example_does_not_replace_a_file_unless_forced(chain_file: str) -> None:
    """What a person has written is never lost by mistake."""
    Path(chain_file).write_text("le mien", encoding="utf-8")
    refused = run("example", "porter", "-o", chain_file)
    assert (refused.exit_code, Path(chain_file).read_text(encoding="utf-8")) == (2, "le mien")
    assert "--force" in refused.output
    forced = run("example", "porter", "-o", chain_file, "--force")
    assert (forced.exit_code, forced.output) == (0, "Écrit\u00a0: chaine.yaml\n")
    assert Path(chain_file).read_text(encoding="utf-8") == example_text("porter")


# ---- observe

OBSERVED = """
valuegraph: 1
name: Jardin
# ce commentaire est dit perdu
evaluation: {indicators: {benevoles: {name: Bénévoles, kind: count}}}
"""


def test_observe_joins_a_table_to_a_chain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without -o nothing is written; with it the chain holds what the table says."""
    monkeypatch.chdir(tmp_path)
    Path("jardin.yaml").write_text(OBSERVED, encoding="utf-8")
    Path("suivi.csv").write_text("date;nb\n05/03/2024;1,234\n", encoding="utf-8")
    Path("m.yaml").write_text(
        "colonnes: {nb: benevoles}\ndates: jour/mois/année\ndécimale: virgule\n", encoding="utf-8"
    )
    asked = run("observe", "jardin.yaml", "suivi.csv", "--mapping", "m.yaml")
    assert "benevoles: 1" in asked.output
    assert "Rien n’est écrit" in asked.output
    done = run("observe", "jardin.yaml", "suivi.csv", "--mapping", "m.yaml", "-o", "neuf.yaml")
    assert done.exit_code == 0
    assert "commentaires" in done.stderr
    assert str(vg.read("neuf.yaml").observations[0].value) == "1.234"
    assert run("observe", "jardin.yaml", "suivi.csv", "-o", "neuf.yaml").exit_code == 2


def test_observe_tells_every_fault_in_both_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table that cannot be accepted leaves everything as it was."""
    monkeypatch.chdir(tmp_path)
    Path("jardin.yaml").write_text(OBSERVED, encoding="utf-8")
    Path("suivi.csv").write_text("date;benevoles\n05/03/2024;1,234\n", encoding="utf-8")
    for locale, words in (("fr", "peut être"), ("en", "may be")):
        told = run("observe", "jardin.yaml", "suivi.csv", "-o", "neuf.yaml", locale=locale)
        assert told.exit_code == 1
        assert told.stderr.count(words) == 2
        assert not Path("neuf.yaml").exists()


# ---- convert


def test_convert_goes_to_json_and_back(chain_file: str) -> None:
    """The chain that comes back is equal."""
    there = run("convert", chain_file, "a.json")
    assert there.stdout == "Écrit\u00a0: a.json\n"
    assert "commentaires" in there.stderr
    back = run("convert", "a.json", "b.yaml", "--keys", "fr")
    assert (back.exit_code, back.stderr) == (0, "")
    assert json.loads(Path("a.json").read_text(encoding="utf-8"))["name"]
    assert "\nnom: " in Path("b.yaml").read_text(encoding="utf-8")
    assert vg.read(Path("b.yaml")) == vg.example("conserverie")


def test_convert_does_not_replace_a_file_unless_forced(chain_file: str) -> None:
    """Not even the file it reads; forced, it may change the keywords of a file in place."""
    refused = run("convert", chain_file, chain_file, "--keys", "fr")
    assert refused.exit_code == 2
    assert Path(chain_file).read_text(encoding="utf-8") == example_text("conserverie")
    assert run("convert", chain_file, chain_file, "--keys", "fr", "--force").exit_code == 0
    assert vg.read(Path(chain_file)) == vg.example("conserverie")


def test_convert_to_an_unknown_format_is_wrong_use(chain_file: str) -> None:
    """The endings there are are told, and nothing is written."""
    result = run("convert", chain_file, "a.docx")
    assert result.exit_code == 2
    assert ".json" in result.output
    assert not Path("a.docx").exists()


# ---- what can go wrong around us


@pytest.mark.parametrize(
    "typed",
    [
        ("draw", "chaine.yaml", "-o", "nulle/part.svg"),
        ("convert", "chaine.yaml", "nulle/part.json"),
        ("example", "porter", "-o", "nulle/part.yaml"),
    ],
)
def test_a_folder_that_does_not_exist_is_told(typed: tuple[str, ...], chain_file: str) -> None:
    """It is named as it was typed; we make no folder that nobody asked for."""
    result = run(*typed)
    assert result.exit_code == 2
    assert "le dossier « nulle » n’existe pas" in result.output
    assert not Path("nulle").exists()


def test_a_name_that_is_too_long_is_told(chain_file: str) -> None:
    """Whatever the system says of it."""
    result = run("draw", chain_file, "-o", f"{'a' * 5000}.svg")
    assert result.exit_code == 2
    assert "ce nom est trop long" in result.output


def test_a_folder_is_not_a_file_to_write(chain_file: str) -> None:
    """Even forced, nothing takes the place of a folder."""
    Path("dossier").mkdir()
    result = run("example", "porter", "-o", "dossier", "--force")
    assert result.exit_code == 2
    assert "« dossier » est un dossier" in result.output


class Interrupting(io.RawIOBase):
    """A standard input at which somebody types control-C."""

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Interrupt, unless nothing is asked for."""
        if size:
            raise KeyboardInterrupt
        return b""


def test_control_c_stops_without_a_traceback() -> None:
    """The exit code is the shells' own for it."""
    result = run("check", "-", stdin=Interrupting())
    assert (result.exit_code, result.output) == (130, "Interrompu.\n")


# ---- schema


def test_schema_gives_the_schema_or_writes_it(chain_file: str) -> None:
    """What is printed and what is written is the schema, in the language of keys asked for."""
    printed = run("schema", "--keys", "fr")
    assert printed.exit_code == 0
    assert json.loads(printed.stdout) == vg.json_schema(keys="fr")
    assert run("schema", "-o", "schema.json").exit_code == 0
    assert json.loads(Path("schema.json").read_text("utf-8")) == vg.json_schema()
    assert run("schema", "-o", "schema.json").exit_code == 2
    assert run("schema", "--keys", "de").exit_code == 2

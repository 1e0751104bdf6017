"""The commands that question a chain: what they say, as text and as tables, and refuse."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from chain_builders import golden
from cli_runner import run, told
from hypothesis import given, settings
from random_chains import tangled_chains

import valuegraph as vg

LANGUAGES = ("fr", "en")


@pytest.fixture
def chain_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Go to an empty folder with the golden example, ``chaine.yaml``, and return its name."""
    monkeypatch.chdir(tmp_path)
    vg.write(golden(), "chaine.yaml")
    return "chaine.yaml"


def rows(text: str) -> list[dict[str, str]]:
    """Return the rows of a CSV text."""
    return list(csv.DictReader(io.StringIO(text)))


def markdown_rows(text: str) -> list[dict[str, str]]:
    """Return the rows of a Markdown table."""
    lines = [line[2:-2].split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[2:]]


# ---- trace in words


def test_trace_tells_the_shares_with_their_caption(chain_file: str) -> None:
    """The shares of the golden example, each impact a line, and what they are not."""
    text = told("trace", chain_file)
    assert "« cohesion », on arrive à : « alim » 37,5 %, « hum » 37,5 % et « log » 25 %." in text
    assert "« transition », on arrive à : « alim » 62,5 %, « log » 25 % et « hum » 12,5 %." in text
    assert "« plateforme » accompagne 50 % de « cohesion »" in text
    assert "Lecture du schéma (à parts égales), ce n’est pas une mesure de l’impact." in text


def test_trace_speaks_english(chain_file: str) -> None:
    """Every line is in the language asked for; the names stay those of the chain."""
    text = told("trace", chain_file, "--language", "en")
    assert "“cohesion”, we come to: “alim” 37.5%, “hum” 37.5% and “log” 25%." in text
    assert "A reading of the diagram (in equal parts), not a measurement of the impact." in text
    assert "Routes: 9; shown: 9, in the order of the diagram" in text
    assert "«" not in text


def test_trace_folds_routes_and_says_how_many_there_are(chain_file: str) -> None:
    """Nine routes folded, twenty-six told apart; --top shows fewer and does not hide the rest."""
    text = told("trace", chain_file, "--top", "2")
    assert "Chemins : 9 ; montrés : 2" in text
    assert "chaque lien parallèle : 26." in text
    assert "2. « alim » alimente" in text
    assert "3. " not in text
    assert "À savoir" in text


def test_trace_goes_from_one_part_to_another(chain_file: str) -> None:
    """--from and --to choose the routes, and how much of the impact passes by the start."""
    text = told("trace", chain_file, "--from", "tran", "--to", "transition")
    assert "Chemins : 1 ; montrés : 1" in text
    assert "« tran » précède « dist », qui contribue à « transition » (2 variantes)." in text
    assert "Par « tran » passent : 25 % de « transition »." in text
    assert "« cohesion »" not in text


def test_trace_puts_the_strongest_route_first(chain_file: str) -> None:
    """Where every strength is known, routes are ranked by it; strength is a basis then."""
    chain = vg.ValueChain("Jardin", language="fr")
    weak, strong = chain.add_resource(id="weak"), chain.add_resource(id="strong")
    garden = chain.add_activity(id="garden")
    bonds = chain.add_impact(id="bonds")
    chain.link(weak, "feeds", garden, strength=0.2)
    chain.link(strong, "feeds", garden, strength=0.8)
    chain.link(garden, "contributes", bonds, strength=0.5)
    vg.write(chain, "jardin.yaml")
    text = told("trace", "jardin.yaml", "--basis", "strength")
    assert "les plus forts d’abord" in text
    assert text.index("1. « strong »") < text.index("2. « weak »")
    assert "(force 0,4)" in text
    assert "« strong » 80 % et « weak » 20 %" in text
    assert "(selon les forces données aux liens)" in text


@pytest.mark.parametrize(
    ("without", "expected"),
    [
        ("alim", "« cohesion » : 37,5 % y passait ; 14 chemins avant, 8 après ; "
                 "ce qui reste : « hum » 75 % et « log » 25 %."),
        ("circuit:don", "ce qui reste : « alim » 37,5 %, « hum » 37,5 % et « log » 25 %."),
        ("actor:clirse", "100 % en était accompagné"),
    ],
)  # fmt: skip
def test_trace_tells_what_depends_on_what_is_taken_away(
    without: str, expected: str, chain_file: str
) -> None:
    """A part, a circuit or an actor is taken away, and what is left is shared out again."""
    text = told("trace", chain_file, "--without", without)
    assert "\n\nSans " in text
    assert expected in text


def test_trace_says_what_rests_on_hypotheses(chain_file: str) -> None:
    """The limits of the answers come last, in words and each once."""
    chain = golden()
    chain.change("coll", status="hypothesis")
    vg.write(chain, chain_file)
    text = told("trace", chain_file, "--without", "log")
    limits = text.split("\nÀ savoir\n")[1]
    assert "Ce qui passe par au moins une hypothèse : « cohesion » 37,5 %" in limits
    assert text.count("au moins une hypothèse") == 1


def test_trace_of_an_impact_that_nothing_leads_to(chain_file: str) -> None:
    """A draft has a stated answer, not an error."""
    chain = golden()
    chain.add_impact("Seul", id="seul")
    vg.write(chain, chain_file)
    text = told("trace", chain_file, "--to", "seul")
    assert "Il n’y a aucun chemin." in text
    assert "Rien ne mène à « Seul »" in text


def test_trace_of_an_empty_chain(chain_file: str) -> None:
    """Nothing is named yet: it is said, in both languages."""
    Path(chain_file).write_text("valuegraph: 1\nname: Vide\n", encoding="utf-8")
    assert "aucun impact n’est nommé" in told("trace", chain_file).lower()
    assert "no impact is named" in told("trace", chain_file, locale="en_GB").lower()


# ---- trace in tables


@pytest.mark.parametrize(("table", "read"), [("csv", rows), ("md", markdown_rows)])
def test_a_table_of_shares_reads_back(table: str, read: object, chain_file: str) -> None:
    """The rows are those of the answer, as another program finds them."""
    assert callable(read)
    found = read(told("trace", chain_file, "--table", table))
    expected = vg.shares(golden())
    assert {
        impact: {row["origin"]: float(row["share"]) for row in found if row["impact"] == impact}
        for impact in expected
    } == {impact: pytest.approx(dict(expected[impact])) for impact in expected}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_table_of_shares_goes_without_its_caption(language: str, chain_file: str) -> None:
    """CSV repeats it in each row, Markdown says it below, JSON in both languages."""
    caption = vg.shares(golden()).caption
    typed = ("trace", chain_file, "--language", language, "--table")
    assert {row["caption"] for row in rows(told(*typed, "csv"))} == {caption.text(language)}
    assert told(*typed, "md").endswith(f"\n\n*{caption.text(language)}*\n")
    assert json.loads(told(*typed, "json"))["caption"] == {"fr": caption.fr, "en": caption.en}


def test_a_table_without_something_is_that_of_the_loss(chain_file: str) -> None:
    """One row a fact: the end, the fact, the part, the value."""
    found = rows(told("trace", chain_file, "--without", "alim", "--table", "csv"))
    facts = {(row["end"], row["fact"], row["part"]): row["value"] for row in found}
    assert float(facts["cohesion", "through", ""]) == pytest.approx(3 / 8)
    assert float(facts["transition", "after", "log"]) == pytest.approx(1 / 2)
    assert facts["cohesion", "unreachable", ""] == "false"
    assert facts["transition", "routes_after", ""] == "6"


def test_a_table_from_a_part_is_that_of_its_routes(chain_file: str) -> None:
    """At most --top routes, folded; what is not shown is told beside the table."""
    result = run("trace", chain_file, "--from", "alim", "--table", "csv", "--top", "3")
    found = rows(result.stdout)
    assert [row["parts"].split(" > ")[0] for row in found] == ["alim"] * 3
    assert found[2]["merged"] == "2"
    assert "VG520" in result.stderr


def test_a_json_table_is_the_answer_itself(chain_file: str) -> None:
    """Basis, limits and digest are in it, as from Python."""
    text = told("trace", chain_file, "--without", "circuit:gift", "--table", "json")
    assert json.loads(text) == vg.loss(vg.read(Path(chain_file)), without="circuit:gift").to_dict()


def test_a_cell_of_a_markdown_table_stays_one_cell(chain_file: str) -> None:
    """A list of links or modalities neither opens a cell nor breaks a line."""
    text = told("trace", chain_file, "--from", "alim", "--table", "md")
    widths = {line.count(" | ") for line in text.splitlines() if line.startswith("| ")}
    assert len(widths) == 1


# ---- explain-impact


def test_explain_impact_tells_all_that_the_golden_example_says(chain_file: str) -> None:
    """Origins, those who provide, supports, circuits, departures, the cycle, solidity."""
    text = told("explain-impact", chain_file, "cohesion")
    for sentence in (
        "on arrive à : « alim » 37,5 %, « hum » 37,5 % et « log » 25 %.",
        "ceux qui fournissent : « Habitants » 50 %, « Maraichers » 37,5 % et « Agglo » 12,5 %.",
        "ce n’est pas une mesure de l’impact.",
        "« rd » soutient toute la chaîne et accompagne 100 % de « cohesion ».",
        "« plateforme » soutient « dist » et accompagne 50 % de « cohesion ».",
        "entre par : Circuit du don 37,5 %, Circuit marchand 37,5 % et aucun circuit 25 %.",
        "cela sort par : Circuit du don 25 %, Circuit local d’échange 25 % et aucun circuit 50 %.",
        "Aucun départ d’un seul acteur ne couperait « cohesion »",
        "Sans « Habitants » : 50 % passe par ce qui partirait",
        "Sans « Agglo » : 12,5 % passe par ce qui partirait ; d’autres fournissent encore « log ».",
        "« cohesion » renouvelle « hum ».",
        "Le cycle se referme : « hum » alimente « tran »",
        "il suffit de perdre 2 liens",
        "le lien le plus fragile : ",
    ):
        assert sentence in text, sentence


def test_explain_impact_speaks_english(chain_file: str) -> None:
    """The same in English, an impact being found by its name as well."""
    text = told("explain-impact", chain_file, "transition", locale="en_GB")
    assert "“Maraichers” 62.5%, “Habitants” 25% and “Agglo” 12.5%." in text
    assert "“rd” supports the whole chain and accompanies 100% of “transition”." in text
    assert "No single actor’s departure would cut “transition”" in text
    assert "«" not in text


def test_explain_impact_says_whose_departure_cuts_it(chain_file: str) -> None:
    """Somebody who alone provides all there is cuts the impact by leaving."""
    chain = vg.ValueChain("Jardin", language="fr")
    one = chain.add_actor("Ana", id="ana")
    garden = chain.add_activity(id="garden", uses=[chain.add_resource(id="soil", by=[one])])
    chain.add_impact(id="bonds", of=[garden])
    vg.write(chain, chain_file)
    text = told("explain-impact", chain_file, "bonds")
    assert "Sans « Ana », plus rien ne mènerait à « bonds »." in text
    assert "Aucun départ" not in text
    assert "Rien ne dit ce que « bonds » renouvelle ou épuise." in text


def test_explain_impact_says_what_stops_without_a_support(chain_file: str) -> None:
    """Only a link that is called essential says that something stops."""
    chain = golden()
    chain.link("rd", "supports", "coll", essential=True)
    vg.write(chain, chain_file)
    text = told("explain-impact", chain_file, "cohesion")
    assert "Sans ce soutien s’arrêterait : « coll »." in text
    assert text.count("Aucun lien ne le dit essentiel") == 1


def test_explain_impact_of_an_impact_that_nothing_leads_to(chain_file: str) -> None:
    """A draft is answered with the question to ask."""
    chain = golden()
    chain.add_impact("Seul", id="seul", renews=["log"])
    vg.write(chain, chain_file)
    text = told("explain-impact", chain_file, "Seul")
    assert "rien ne mène encore à « Seul »" in text
    assert "« Seul » renouvelle « log »." in text


def test_explain_impact_tells_what_hinders_it(chain_file: str) -> None:
    """An impact that only hindering links lead to is not one that nothing is said of."""
    chain = golden()
    chain.add_impact("Calme", id="calme")
    chain.link("coll", "contributes", "calme", sign="-")
    vg.write(chain, chain_file)
    text = told("explain-impact", chain_file, "calme")
    assert "rien ne mène encore à « Calme »" in text
    assert "« coll » contribue à « Calme »" in text.split("À savoir")[1]


@pytest.mark.parametrize("example", ["conserverie", "conserverie_territoire", "structure_ess",
                                     "porter"])  # fmt: skip
def test_every_impact_of_every_example_is_explained(example: str, chain_file: str) -> None:
    """Each in both languages, with its caption."""
    chain = vg.example(example)
    vg.write(chain, chain_file)
    impacts = [part.id for part in chain.parts() if part.kind in ("impact", "margin")]
    assert impacts
    for impact in impacts[:2]:
        assert "pas une mesure de l’impact" in told("explain-impact", chain_file, impact)
        english = told("explain-impact", chain_file, impact, locale="en_GB")
        assert "not a measurement of the impact" in english


@settings(max_examples=25, deadline=None)
@given(tangled_chains(signs=True, statuses=True))
def test_any_impact_can_be_explained_and_traced(chain: vg.ValueChain) -> None:
    """Loops, hindering links and refuted parts have stated answers, never a traceback."""
    text = str(vg.write(chain, format="json"))
    impacts = [part.id for part in chain.parts() if part.kind in ("impact", "margin")]
    for typed in [("trace", "-"), *(("explain-impact", "-", impact) for impact in impacts)]:
        result = run(*typed, stdin=text)
        assert result.exit_code == 0, result.output


# ---- what is refused


@pytest.mark.parametrize(
    "typed",
    [
        ("trace", "chaine.yaml", "--from", "alimm"),
        ("trace", "chaine.yaml", "--to", "cohesin"),
        ("trace", "chaine.yaml", "--without", "tram"),
        ("explain-impact", "chaine.yaml", "cohesin"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_part_is_answered_with_what_was_meant(
    typed: tuple[str, ...], language: str, chain_file: str
) -> None:
    """Nothing is printed but the complaint, with the nearest names there are."""
    result = run(*typed, locale=language)
    assert (result.exit_code, result.stdout) == (2, "")
    assert ("Vouliez-vous dire" if language == "fr" else "Did you mean") in result.stderr


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--basis", "strength"), "VG552"),
        (("--basis", "amount"), "VG553"),
        (("--from", "alim", "--to", "alim", "--table", "csv"), "VG556"),
        (("--from", "alim", "--to", "alim"), "VG556"),
        (("--to", "hum"), "VG551"),
        (("--to", "hum"), "pour --to"),
        (("--without", "circuit:nulle_part"), "VG219"),
    ],
)
def test_a_question_that_has_no_answer_is_refused(
    options: tuple[str, ...], code: str, chain_file: str
) -> None:
    """The file has no error, so the exit code is that of a wrong use; nothing is half printed."""
    result = run("trace", chain_file, *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert code in result.stderr


@pytest.mark.parametrize("reference", ["coll", "hum", "alim-feeds-coll"])
def test_what_is_no_impact_is_not_explained(reference: str, chain_file: str) -> None:
    """The impacts there are are told."""
    result = run("explain-impact", chain_file, reference)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "cohesion, transition" in result.stderr


@pytest.mark.parametrize("typed", [("trace", "a.yaml"), ("explain-impact", "a.yaml", "x")])
def test_a_file_with_errors_is_not_questioned(typed: tuple[str, ...], chain_file: str) -> None:
    """The exit code is 1 and every error is told, as by the other commands."""
    Path("a.yaml").write_text("name: A\nimpact: {}\nactivities: {a: {uses: b}}\n",
                              encoding="utf-8")  # fmt: skip
    result = run(*typed)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("erreur VG") == 2


def test_trace_reads_standard_input(chain_file: str) -> None:
    """FILE may be -, as for the other commands."""
    text = Path(chain_file).read_text(encoding="utf-8")
    assert run("trace", "-", stdin=text).stdout == run("trace", chain_file).stdout

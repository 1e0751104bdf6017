"""What others wrote is understood where it says what it is, and kept where it does not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cids_judges import evaluated
from cli_runner import run
from official_files import shared

import valuegraph as vg
from valuegraph.io.cids.kept import KEPT, OF_OTHERS
from valuegraph.io.cids.names import full
from valuegraph.io.cids.official_terms import UNKNOWN, official_context
from valuegraph.io.cids.reading import statements_of, understood
from valuegraph.io.cids.statements import Statement

SAMPLE = "cids/samples/CIDSBasicTest20250630-original.json"
CONTEXT = "https://ontology.commonapproach.org/contexts/cidsContext.jsonld"

FOREIGN: list[dict[str, Any]] = [
    {"@id": "https://e.org/o", "@type": "cids:Organization", "hasLegalName": "Le Potager"},
    {"@id": "https://e.org/s", "@type": "cids:BeneficialStakeholder", "hasName": "Voisins",
     "forOrganization": "https://e.org/o"},
    {"@id": "https://e.org/m", "@type": "cids:ImpactPathway", "hasName": "Le modèle",
     "forOrganization": "https://e.org/o", "hasDescription": "Comment on y arrive"},
    {"@id": "https://e.org/i", "@type": "cids:FinancialInput", "hasName": "Subvention",
     "cids:inputFor": {"@id": "https://e.org/a"},
     "cids:hasActualAmount": {"@type": "i72:Measure", "hasNumericalValue": "1500"}},
    {"@id": "https://e.org/a", "@type": "cids:Activity", "hasName": "Jardiner",
     "canProduce": "https://e.org/x", "hasOutput": "https://e.org/p",
     "hasBeneficialStakeholder": "https://e.org/s"},
    {"@id": "https://e.org/p", "@type": "cids:Output", "hasName": "Paniers"},
    {"@id": "https://e.org/x", "@type": "cids:Outcome", "hasName": "Mieux manger",
     "hasDescription": "Des légumes", "forOrganization": "https://e.org/o",
     "forTheme": ["https://e.org/t"], "hasIndicator": ["https://e.org/k"],
     "https://other.org/colour": "vert"},
    {"@id": "https://e.org/t", "@type": "cids:Theme", "hasName": "Alimentation",
     "hasCode": "https://metadata.un.org/sdg/2"},
    {"@id": "https://e.org/k", "@type": "cids:Indicator", "hasName": "Paniers par mois",
     "unitDescription": "paniers", "forOrganization": "https://e.org/o",
     "forTheme": "https://e.org/t", "hasTarget": "https://e.org/g"},
    {"@id": "https://e.org/g", "@type": "cids:Target", "hasName": "Cible",
     "value": {"@type": "i72:Measure", "hasNumericalValue": "40"},
     "startedAtTime": "2025-01-01T00:00:00Z", "endedAtTime": "2025-12-31T00:00:00Z"},
    {"@id": "https://e.org/r", "@type": "cids:IndicatorReport", "hasName": "Bilan",
     "forIndicator": "https://e.org/k", "forOrganization": "https://e.org/o",
     "value": {"@type": "i72:Measure", "hasNumericalValue": "31.50"}, "hasComment": "Une année",
     "startedAtTime": "2024-06-01T00:00:00", "endedAtTime": "2024-06-30T23:59:59"},
    {"@id": "https://e.org/z", "@type": "cids:StakeholderOutcome", "intendedImpact": "positive",
     "forOutcome": "https://e.org/x", "forStakeholder": "https://e.org/s"},
    {"@id": "https://e.org/d", "@type": "cids:Person", "givenName": "Ada", "servesEDG": "x"},
]  # fmt: skip


def flat(nodes: list[dict[str, Any]]) -> str:
    """Return nodes as the add-ins write them: each cites the official context."""
    return json.dumps([{"@context": [CONTEXT], **node} for node in nodes], ensure_ascii=False)


def statements(text: str | bytes, *, is_turtle: bool = False) -> list[Statement]:
    """Return the statements of a text, which has no fault."""
    content = text.encode() if isinstance(text, str) else text
    found, problems = statements_of(content, "en", is_turtle=is_turtle)
    assert found is not None, problems
    return found


def test_foreign_things_become_parts_links_and_values() -> None:
    """Every class that says what it is becomes that, with the links between them."""
    chain = vg.read(flat(FOREIGN))
    assert chain.name == "Le modèle"
    assert [actor.name for actor in chain.actors] == ["Le Potager", "Voisins"]
    assert chain.resources[0].type == "financial"
    assert str(chain.resources[0].amount) == "1500"
    assert {link.ends for link in chain.links} == {
        ("subvention", "feeds", "jardiner"),
        ("jardiner", "contributes", "mieux_manger"),
        ("jardiner", "produces", "paniers"),
        ("jardiner", "benefits", "voisins"),
        ("mieux_manger", "benefits", "voisins"),
        ("le_potager", "carries", "chain"),
    }
    indicator, seen = chain.indicators[0], chain.observations[0]
    assert indicator.measures == ("mieux_manger",)
    assert indicator.criterion == chain.criteria[0].id
    assert chain.criteria[0].codes == ("https://metadata.un.org/sdg/2",)
    assert {date: str(value) for date, value in indicator.target.items()} == {"2025": "40"}
    assert (seen.date, str(seen.value), seen.quote) == ("2024-06", "31.50", "Une année")


def test_what_is_not_understood_is_told_and_kept() -> None:
    """A property of another vocabulary stands in ``extra``, a thing of another class too."""
    chain, notes = vg.read_with_notes(flat(FOREIGN))
    assert chain.impacts[0].extra[KEPT]["https://other.org/colour"] == ({"@value": "vert"},)
    assert "https://e.org/d" in chain.about.extra[OF_OTHERS]
    assert {"VG670", "VG671", "VG672"} == set(notes.codes())
    told = notes.to_text("en")
    assert "https://other.org/colour" in told
    assert "cids:Person" in told
    assert "mis de côté" in notes.to_text("fr")


@pytest.mark.parametrize("format", ["cids", "cids-array"])
def test_all_that_was_read_is_written_again(format: str) -> None:
    """Each statement of the file stands in what is written, and a second reading is the same."""
    first = statements(flat(FOREIGN))
    chain = vg.read(flat(FOREIGN))
    text = str(vg.write(chain, format=format))
    assert lost(first, statements(text)) == []
    again = vg.read(text)
    assert again == chain
    assert vg.write(again, format=format) == text


def test_a_changed_value_is_the_one_that_is_written() -> None:
    """What was understood is not kept beside: no old date, name or value comes back."""
    chain = vg.read(flat(FOREIGN))
    chain.change("mieux_manger", name="Bien manger")
    text = str(vg.write(chain, format="cids"))
    assert "Mieux manger" not in text
    assert "Bien manger" in text


def test_the_official_sample_is_read_and_nothing_is_lost() -> None:
    """Its 489 statements and the names no context explains: understood or kept, all of them."""
    content = shared(SAMPLE).read_bytes()
    told = statements(content)
    explained = [one for one in told if not one.predicate.startswith(UNKNOWN)]
    assert len(explained) == 489
    found = understood(told)
    assert found.understood + found.aside == len(told)
    assert (found.understood, found.aside) == (115, 389)
    chain, notes = vg.read_with_notes(content, name="sample.json")
    assert len(chain.indicators) == 6
    assert len(chain.impacts) == 4
    assert len(chain.observations) == 12
    assert notes.codes()[0] == "VG670"
    assert lost(told, statements(str(vg.write(chain, format="cids")))) == []


def test_our_own_terms_are_understood_to_the_last() -> None:
    """Of what we write ourselves nothing is set aside."""
    for format in ("cids", "cids-array"):
        told = statements(str(vg.write(evaluated(), format=format)))
        found = understood(told)
        assert (found.understood, found.aside) == (len(told), 0)


def test_turtle_of_another_program_is_read() -> None:
    """The same statements, written as Turtle by a program nobody here wrote, are the same chain."""
    rdflib = pytest.importorskip("rdflib")
    chain = evaluated()
    graph = rdflib.Graph().parse(data=str(vg.write(chain, format="cids")), format="json-ld")
    turtle = graph.serialize(format="turtle")
    again, notes = vg.read_with_notes(turtle, format="turtle")
    assert again == chain
    assert len(notes) == 0


def test_things_without_a_name_get_the_same_one_each_time() -> None:
    """Two readings of one Turtle text give the same bytes."""
    turtle = """
    @prefix cids: <https://ontology.commonapproach.org/cids#> .
    @prefix org: <http://ontology.eil.utoronto.ca/tove/organization#> .
    [] a cids:Outcome ; org:hasName "Liens" ; <https://other.org/by> [ org:hasName "Elle" ] .
    """
    texts = {str(vg.write(vg.read(turtle, format="turtle"), format="cids")) for _ in range(3)}
    assert len(texts) == 1
    assert '"_:' not in texts.pop()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("ending", [".jsonld", ".json"])
def test_other_encodings_are_read(encoding: str, ending: str, tmp_path: Path) -> None:
    """A file that Windows wrote is read; letters without a mark are told to be uncertain."""
    file = tmp_path / f"é{ending}"
    file.write_bytes(flat(FOREIGN).encode(encoding))
    chain, notes = vg.read_with_notes(file)
    assert chain == vg.read(flat(FOREIGN))
    assert ("VG668" in notes.codes()) is (encoding == "cp1252")


def test_our_table_of_names_is_that_of_the_official_contexts() -> None:
    """Each prefix and each term means what the official files say, and none is left out."""
    for file, name in (("cidsContext.jsonld", "cids"), ("sffContext.jsonld", "sff")):
        said = json.loads(shared(f"cids/contexts/{file}").read_text("utf-8"))["@context"]
        assert official_context(name) == said


def test_an_unknown_context_is_not_fetched_and_is_told() -> None:
    """What it would explain keeps its own name."""
    node = {"@context": "https://nowhere.invalid/c.jsonld", "@id": "https://e.org/x",
            "@type": "cids:Outcome", "hasName": "Liens", "mood": "bon"}  # fmt: skip
    chain, notes = vg.read_with_notes(json.dumps(node))
    assert chain.impacts[0].name == "Liens"
    assert notes.codes()[0] == "VG665"
    assert UNKNOWN + "mood" in chain.impacts[0].extra[KEPT]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"@context": {', "VG663"),
        ('{"@context": {"a": {"@id": 5}}, "@id": "https://e.org"}', "VG664"),
        ('{"@context": {}, "@id": "https://e.org/x"}', "VG667"),
        ('{"@context": {}, "@graph": ' + "[" * 200 + "]" * 200 + "}", "VG111"),
        ('{"@context": {}, "@graph": [' + '{"@id": "a:b"},' * 160_000 + "{}]}", "VG112"),
    ],
)
def test_bad_json_ld_is_refused_with_words(text: str, code: str) -> None:
    """Each fault has its code and its words, in both languages."""
    with pytest.raises(vg.FileFormatError) as caught:
        vg.read(text)
    assert caught.value.problems.codes() == (code,)
    assert caught.value.problems.to_text("fr") != caught.value.problems.to_text("en")


@pytest.mark.parametrize("text", ["<a> <b>", "[" * 5000, "@prefix a: <b> . a:c a:d '"])
def test_bad_turtle_is_refused_with_words(text: str) -> None:
    """Neither a cut file nor a thousand brackets crash the reader."""
    with pytest.raises(vg.FileFormatError) as caught:
        vg.read(text.encode(), format="turtle")
    assert caught.value.problems.errors


def test_bad_utf_16_is_refused() -> None:
    """A mark that is not kept is told."""
    with pytest.raises(vg.FileFormatError, match="VG669"):
        vg.read(b'\xff\xfe{"@id": 1', format="cids")


def test_a_key_said_twice_says_both() -> None:
    """JSON's last-one-wins loses nothing here."""
    text = ('{"@id": "https://e.org/x", "@type": "cids:Outcome", "hasName": "Liens",'
            ' "forTheme": "https://e.org/1", "forTheme": "https://e.org/2"}')  # fmt: skip
    kept = vg.read(text).impacts[0].extra[KEPT]
    assert len(kept[full("cids:forTheme")]) == 2


def test_what_another_program_adds_to_our_file_is_understood() -> None:
    """A new outcome with a link from an activity of ours joins the chain, and a name changes."""
    data = json.loads(str(vg.write(vg.example("conserverie"), format="cids")))
    nodes = {node["@id"]: node for node in data["@graph"]}
    collect = next(iri for iri in nodes if iri.endswith(":collecte"))
    nodes[collect]["org:hasName"] = "Collecte de surplus"
    nodes[collect]["cids:canProduce"] = [{"@id": "https://e.org/new"}]
    data["@graph"].append(
        {"@id": "https://e.org/new", "@type": "cids:Outcome", "org:hasName": "Moins de pertes"}
    )
    chain = vg.read(json.dumps(data))
    assert chain.find("collecte").label("fr") == "Collecte de surplus"  # type: ignore[union-attr]
    assert "collecte-contributes-moins_de_pertes" in chain


def lost(before: list[Statement], after: list[Statement]) -> list[Statement]:
    """Return what is not said any more; a number may be spelt otherwise."""
    said = {(one.subject, one.predicate, _spelt(one)) for one in after}
    return [one for one in before if (one.subject, one.predicate, _spelt(one)) not in said]


def _spelt(one: Statement) -> Any:
    text = getattr(one.value, "text", "")
    if one.predicate.endswith("hasNumericalValue") and "." in text:
        return text.rstrip("0").rstrip(".")
    return text if text and one.predicate.endswith("hasNumericalValue") else one.value


def test_our_own_json_is_not_taken_for_linked_data(tmp_path: Path) -> None:
    """A chain that keeps statements of others has their keywords inside, and stays a chain."""
    chain = vg.read(flat(FOREIGN))
    for format, ending in (("json", ".json"), ("node-link", ".nodelink.json")):
        file = tmp_path / f"chain{ending}"
        vg.write(chain, file, format=format)
        assert vg.read(file) == chain


def test_converting_tells_what_was_set_aside(tmp_path: Path) -> None:
    """The command says it, and the text form keeps it until the way back."""
    source, middle, target = (tmp_path / name for name in ("a.jsonld", "b.yaml", "c.jsonld"))
    source.write_text(flat(FOREIGN), "utf-8")
    told = run("convert", str(source), str(middle), "--language", "en")
    assert told.exit_code == 0
    assert "VG670" in told.output
    run("convert", str(middle), str(target))
    first = statements(source.read_bytes())
    assert lost(first, statements(target.read_bytes())) == []

"""The shapes the caller brings judge files and chains, and their known faults can be mended."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from cids_judges import evaluated, graph_of
from judges import found_by_rdf_validate_shacl
from official_files import shared

import valuegraph as vg

CHAINS = {**{name: vg.example(name) for name in vg.example_names()}, "evaluated": evaluated()}


def judged(source: object, tier: str = "basic", *, repair: bool = False) -> vg.CidsValidation:
    """Return what the official shapes of a tier say of a source."""
    return vg.validate_cids(
        source,  # type: ignore[arg-type]
        shapes=shared(f"cids/shacl/cids.{tier}tier.shacl.ttl"),
        ontology=shared("cids/cids.ttl"),
        repair=repair,
        language="en",
    )


def test_what_we_write_conforms(tmp_path: Path) -> None:
    """A chain, its file in either dialect and its file as Turtle: not one finding."""
    chain = CHAINS["evaluated"]
    for format, ending in (("cids", ".jsonld"), ("cids-array", ".json")):
        vg.write(chain, tmp_path / f"a{ending}", format=format)
        assert judged(tmp_path / f"a{ending}").conforms
    turtle = tmp_path / "a.ttl"
    turtle.write_text(graph_of(str(vg.write(chain, format="cids"))).serialize(format="turtle"))
    told = [judged(chain), judged(turtle)]
    assert [one.findings for one in told] == [(), ()]
    assert told[0].statements == told[1].statements
    assert "no finding" in told[0].to_text("en")
    assert "rien à redire" in str(told[0])


def test_the_official_sample_has_the_results_that_are_known() -> None:
    """55 results in 489 statements, as the sheet that came with the files says."""
    told = judged(shared("cids/samples/CIDSBasicTest20250630-original.json"))
    assert not told.conforms
    assert told.statements == 489
    assert Counter(one.constraint for one in told.findings) == {
        "MinCount": 30, "Datatype": 24, "Class": 1,
    }  # fmt: skip


def test_findings_are_told_in_both_languages_and_as_data() -> None:
    """Each finding says where, which property, and what is wanted."""
    data = json.loads(str(vg.write(evaluated(), format="cids")))
    indicator = next(node for node in data["@graph"] if "cids:unitDescription" in node)
    del indicator["cids:unitDescription"]
    indicator["org:hasName"] = {"@value": "Name", "@language": "en"}
    told = judged(json.dumps(data))
    assert {(one.node, one.path, one.constraint) for one in told.findings} == {
        (indicator["@id"], "cids:unitDescription", "MinCount"),
        (indicator["@id"], "org:hasName", "Datatype"),
    }
    assert "at least 1 needed" in told.to_text("en")
    assert "il en faut au moins 1" in told.to_text("fr")
    assert "“Name” is not of the type xsd:string" in told.to_text("en")
    assert json.loads(json.dumps(told.to_dict()))["findings"][0]["severity"] == "violation"
    assert next(iter(told.to_frame("fr")["message"])).startswith("il en faut")
    assert len(told.to_frame("en")) == 2


def test_the_known_faults_of_the_shapes_are_mended_only_when_asked() -> None:
    """Of the Essential tier 55 counts of none and 3 types without a name; the file stays."""
    strict, mended = (judged(evaluated(), "essential", repair=repair) for repair in (False, True))
    assert strict.repairs == {}
    assert {name: count for name, count in mended.repairs.items() if count} == {
        "most_is_none": 55, "nameless_type": 3,
    }  # fmt: skip
    assert any(one.constraint == "MaxCount" for one in strict.findings)
    assert {one.constraint for one in mended.findings} == {"MinCount"}  # what no chain says
    assert "mended in memory (58×)" in mended.to_text("en")
    assert "réparées en mémoire" in mended.to_text("fr")


def test_shapes_that_cannot_be_used_are_refused(tmp_path: Path) -> None:
    """A shape with two paths is told, and mended when asked; so are two counts."""
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(
        """@prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix e: <https://e.org/> .
        e:N a sh:NodeShape ; sh:targetClass e:C ; sh:property e:P, e:Q .
        e:P a sh:PropertyShape ; sh:path e:a, e:b ; sh:minCount 1 .
        e:Q a sh:PropertyShape ; sh:path e:q ; sh:minCount 1, 2 .
        """
    )
    source = '<https://e.org/x> a <https://e.org/C> ; <https://e.org/q> "1" .\n'
    with pytest.raises(vg.FileFormatError, match="VG673"):
        vg.validate_cids(source, shapes=shapes)
    told = vg.validate_cids(source, shapes=[shapes], repair=True)
    assert told.conforms
    assert told.repairs["two_paths"] == told.repairs["two_counts"] == 1


def test_a_file_that_is_not_there_or_no_data_is_refused(tmp_path: Path) -> None:
    """Neither the source nor the shapes may be missing or broken."""
    broken = tmp_path / "broken.ttl"
    broken.write_text("<a> <b>")
    with pytest.raises(vg.FileAccessError):
        vg.validate_cids(tmp_path / "none.jsonld", shapes=broken)
    with pytest.raises(vg.FileAccessError):
        vg.validate_cids(evaluated(), shapes=tmp_path / "none.ttl")
    with pytest.raises(vg.FileFormatError, match="VG666"):
        vg.validate_cids(evaluated(), shapes=broken)
    with pytest.raises(vg.FileFormatError, match="VG663"):
        vg.validate_cids('{"@context": ', shapes=broken)


@pytest.mark.parametrize("name", CHAINS)
def test_a_second_engine_agrees(
    name: str, program: Callable[[str], str], node_package: Callable[[str], Path]
) -> None:
    """rdf-validate-shacl reads as many statements as rdflib, and has no result either."""
    node_package("rdf-validate-shacl")
    node_package("jsonld")
    shapes = shared("cids/shacl/cids.basictier.shacl.ttl").read_text("utf-8")
    ontology = shared("cids/cids.ttl").read_text("utf-8")
    node, text = program("node"), str(vg.write(CHAINS[name], format="cids"))
    told = found_by_rdf_validate_shacl(node, text, shapes, ontology)
    assert told == {"triples": len(graph_of(text)), "results": []}
    if name == "evaluated":
        spoilt = text.replace('"i72:hasNumericalValue"', '"vg:lost"')
        assert found_by_rdf_validate_shacl(node, spoilt, shapes, ontology)["results"]

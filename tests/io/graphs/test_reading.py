"""Graphs of other people: what is said is read, the rest is asked, hostile files are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

import valuegraph as vg

GEPHI = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key attr.name="label" attr.type="string" for="node" id="label"/>
<key attr.name="Rôle" attr.type="string" for="node" id="role"/>
<key attr.name="Modularity Class" attr.type="int" for="node" id="class"><default>0</default></key>
<key attr.name="Edge Label" attr.type="string" for="edge" id="edgelabel"/>
<graph edgedefault="directed">
<node id="1"><data key="label">Légumes invendus</data><data key="role">Ingrédient</data></node>
<node id="2"><data key="label">Collecte</data><data key="role">Étape</data>
  <data key="class">3</data></node>
<node id="all"><data key="label">Lien social</data><data key="role">Impact</data></node>
<edge id="1" source="1" target="2"><data key="edgelabel">alimente</data></edge>
<edge id="e2" source="2" target="all"><data key="edgelabel">mène à</data></edge>
</graph></graphml>"""
COLUMNS = {"Rôle": "kind", "Edge Label": "kind"}
KINDS = {"Ingrédient": "resource", "Étape": "activity", "mène à": "contributes"}


def refused(source: object, **options: object) -> vg.Problems:
    """Return the problems for which a graph is refused."""
    with pytest.raises(vg.FileFormatError) as caught:
        vg.read_graph(source, **options)  # type: ignore[arg-type]
    return caught.value.problems


def test_a_graph_of_gephi_is_read_by_what_is_said_of_it() -> None:
    """Columns and words mean what the mapping says; what is no key of ours is kept."""
    chain = vg.read_graph(GEPHI, columns=COLUMNS, kinds=KINDS)
    assert [part.name for part in chain.resources] == ["Légumes invendus"]
    assert chain.activities[0].extra == {"Modularity Class": "3"}
    assert chain.resources[0].extra == {"Modularity Class": "0"}
    assert chain.impacts[0].name == "Lien social"
    assert chain.impacts[0].id != "all"
    assert {link.ends[:2] for link in chain.links} == {("1", "feeds"), ("2", "contributes")}
    assert "e2" in chain


def test_what_is_not_said_is_asked_and_never_guessed() -> None:
    """Without a column of kinds the columns there are are named; with one, the unknown words."""
    problems = refused(GEPHI)
    assert set(problems.codes()) == {"VG653"}
    assert "Rôle" in problems.to_text("fr")
    asked = refused(GEPHI, columns=COLUMNS)
    assert list(asked.codes()).count("VG654") == 3
    told = asked.to_text("en")
    assert "“Ingrédient”" in told
    assert 'kinds={"mène à": "feeds"}' in told
    assert [problem.where.line for problem in asked] == [13, 8, 9]


def test_a_table_of_links_says_what_its_ends_are_where_only_one_kind_is_possible() -> None:
    """`feeds` starts at a resource and ends at an activity; what contributes has to be said."""
    table = "from;to;relation\nSurplus des maraîchers;coll;feeds\ncoll;bonds;contributes\n"
    problems = refused(table)
    assert [problem.values["id"] for problem in problems if problem.code == "VG655"] == ["bonds"]
    chain = vg.read_graph(table, parts={"bonds": "impact"})
    assert chain.resources[0].name == "Surplus des maraîchers"
    assert chain.activities[0].id == "coll"


def test_a_table_of_parts_stands_beside_that_of_links(tmp_path: Path) -> None:
    """Names, kinds in French and other keys come from there; complaints tell the line."""
    parts = tmp_path / "parts.csv"
    parts.write_text("id,nature,label,territoire,type\na,ressource,Légumes,Drôme,food\n"
                     "b,activité principale,Collecte,,\n", "utf-8")  # fmt: skip
    links = tmp_path / "links.csv"
    links.write_text("Source,Target,Kind,strength\na,b,alimente,0.5\n", "utf-8")
    chain = vg.read_graph(links, parts_table=parts)
    assert chain.resources[0].type == "food"
    assert chain.resources[0].extra == {"territoire": "Drôme"}
    assert chain.links[0].strength == 0.5
    links.write_text('Source,Target,Kind,strength\n"a",b,alimente,5\n', "utf-8")
    (problem,) = refused(links, parts_table=parts)
    assert (problem.code, problem.where.line, problem.where.column) == ("VG222", 2, 4)
    assert problem.where.file == str(links)


def test_a_map_of_kumu_is_read_though_it_joins_by_labels() -> None:
    """Its types are the kinds; a link without direction is told."""
    text = """{"elements": [{"label": "Food", "type": "Resource", "tags": ["one"]},
      {"label": "Collecting", "type": "Step"}],
      "connections": [{"from": "Food", "to": "Collecting", "type": "feeds",
                       "direction": "mutual"}]}"""
    chain = vg.read_graph(text, kinds={"Step": "activity"})
    assert chain.links[0].ends == ("Food", "feeds", "Collecting")
    assert chain.resources[0].extra == {"tags": ("one",)}


def test_a_graph_of_networkx_is_read() -> None:
    """Whole numbers are ids, and edges may be called links."""
    text = """{"directed": true, "multigraph": false, "graph": {"name": "Test"},
      "nodes": [{"id": 1, "kind": "resource", "label": 12}, {"id": 2, "kind": "activity"}],
      "links": [{"source": 1, "target": 2, "kind": "feeds", "weight": 2.5}]}"""
    chain = vg.read_graph(text)
    assert chain.name == "Test"
    assert chain.resources[0].name == "12"
    assert chain.links[0].extra == {"weight": 2.5}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('<!DOCTYPE graphml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><graphml>&b;</graphml>',
         "VG651"),
        ('<!DOCTYPE graphml SYSTEM "file:///etc/passwd"><graphml/>', "VG651"),
        ("<graphml><graph>", "VG650"),
        ("<svg/>", "VG652"),
        ("<graphml/>", "VG652"),
        ("<a>" * 100 + "</a>" * 100, "VG111"),
        ("<graphml>" + "<key/>" * 300_001 + "</graphml>", "VG112"),
        ('{"nodes": []}', "VG652"),
        ('{"nodes": {"id": "a"}, "edges": [1]}', "VG652"),
        ('{"elements": "a", "connections": []}', "VG652"),
        ("\n", "VG652"),
        ('a,b\n"', "VG650"),
        ("source,target,kind\na,,feeds\n", "VG656"),
    ],
)  # fmt: skip
def test_a_hostile_or_broken_file_is_refused(text: str, code: str) -> None:
    """No entity is read, no file fetched, nothing too deep or too long; the reason is told."""
    assert code in refused(text).codes()


def test_an_entity_is_never_replaced() -> None:
    """The text of a declared entity stands nowhere in what is told."""
    text = '<!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/hostname">]><graphml>&x;</graphml>'
    assert Path("/etc/hostname").read_text().strip() not in refused(text).to_text("en")


def test_a_kind_that_there_is_not_is_refused_in_a_mapping() -> None:
    """The mistake is the caller's: the error names the option and what is possible."""
    with pytest.raises(vg.OptionError, match="kinds"):
        vg.read_graph(GEPHI, kinds={"Étape": "step"})
    with pytest.raises(vg.OptionError, match="parts"):
        vg.read_graph(GEPHI, parts={"1": "feeds"})
    with pytest.raises(vg.OptionError, match="graphml"):
        vg.read_graph(GEPHI, format="gml")


def test_a_column_can_be_left_out() -> None:
    """A column whose words are not ours, though its name is, does not stand in the way."""
    table = "source,target,kind,status\na,b,feeds,active\n"
    assert "VG221" in refused(table).codes()
    assert len(vg.read_graph(table, columns={"status": ""}).links) == 1
    kept = vg.read_graph(table, columns={"status": "status in Gephi"})
    assert kept.links[0].extra == {"status in Gephi": "active"}


def test_a_label_changed_elsewhere_is_the_new_name() -> None:
    """In yEd or Gephi people change labels: reading the file again finds the change."""
    chain = vg.example("conserverie")
    text = str(vg.write(chain, format="graphml"))
    name = chain.activities[0].name
    assert text.count(f">{name}<") == 1
    again = vg.read(text.replace(f">{name}<", ">Ramassage<"), format="graphml")
    assert again.activities[0].name == "Ramassage"

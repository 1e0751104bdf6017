"""The draw.io writer: maxGraph reads our files, and finds native shapes, texts and glued edges."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hostile_labels import HOSTILE, hostile_chain, plain
from hypothesis import given, settings
from judges import found_by_maxgraph
from strategies import chains
from text_strategies import any_text

import valuegraph as vg
from valuegraph.examples import EXAMPLES
from valuegraph.render.draw import VIEWS
from valuegraph.render.fit import joined, text_block
from valuegraph.render.scene import Connector, Group, Paint, Scene, Shape, Text
from valuegraph.render.writers.drawio import drawio

Finder = Callable[[str], str]
Packages = Callable[[str], Path]
BLACK = Paint("#FFFFFF", "#000000", 1.5)
GREEN = Paint("", "#1B806A", 4, (6, 5), 0.5)
ROUND = ((150, 160), (150, 300), (450, 300), (450, 160))
BACK = ((450, 100), (450, 20), (150, 20), (150, 100))


def tree_of(document: bytes | str) -> ElementTree.Element:
    """Return a document as a tree."""
    return ElementTree.fromstring(document)  # noqa: S314 - we wrote it ourselves


def joined_scene() -> Scene:
    """Return two parts joined by connectors of each route, a dashed line and a faint ribbon."""

    def part(name: str, x: float) -> Group:
        shape = Shape("home_plate", x, 100, 100, 60, BLACK, depth=18)
        text = text_block(f"Partie {name}", x + 10, 110, 70, 16, h=40)
        return Group(name, (shape, text), ref=name, title=f"La partie {name}")

    ways = (
        Connector("a", "b", ((200, 130), (400, 130)), BLACK, id="direct", ref="a-feeds-b"),
        Connector("a", "b", ROUND, BLACK, "elbow", "bottom", "bottom", id="around"),
        Connector("b", "a", BACK, GREEN, "curve", id="back"),
    )
    ribbon = Shape(
        "path",
        0,
        400,
        200,
        50,
        Paint("#1558A6", opacity=0.4),
        d="M0 400C100 400 100 450 200 450L200 430Z",
    )
    line = Shape.line(((0, 500), (300, 500)), Paint("", "#000000", 1, (1.6, 5)))
    return Scene("Essai", "", (*ways, part("a", 100), part("b", 400), ribbon, line))


def cells_of(page: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the cells of a page by their id."""
    return {cell["id"]: cell for cell in page["cells"]}


def test_maxgraph_reads_every_view_of_every_example(
    program: Finder, node_package: Packages
) -> None:
    """A page a sheet, and on it each text of the scene, once, as it was written."""
    node_package("@maxgraph/core")
    scenes: list[Scene] = []
    files = ElementTree.Element("files")
    for name in EXAMPLES:
        # The evaluated cannery is the cannery, but for its framework.
        views = ["framework"] if name == "conserverie_evaluee" else list(VIEWS)
        picture = vg.draw(vg.example(name), view=views)
        scenes += picture.scenes
        files.append(tree_of(picture.to_bytes("drawio")[0]))
    pages = found_by_maxgraph(program("node"), ElementTree.tostring(files))
    for scene, page in zip(scenes, pages, strict=True):
        cells = cells_of(page)
        assert all(cell["parent"] in cells for cell in page["cells"] if cell["id"] != "0")
        written = sorted(plain(text.plain) for text in scene.texts() if text.lines)
        labels = (cell["label"]["text"] for cell in page["cells"])
        assert sorted(plain(text) for text in labels if text) == written
        refs = {node.ref for node in scene.walk() if isinstance(node, Group | Connector)} - {""}
        assert refs == {cell["ref"] for cell in page["cells"]} - {""}


def test_parts_are_native_shapes_that_hold_their_text(
    program: Finder, node_package: Packages
) -> None:
    """An activity is an arrow of draw.io, with its name in it, its id, and its tooltip."""
    node_package("@maxgraph/core")
    [page] = found_by_maxgraph(
        program("node"), vg.draw(vg.example("conserverie")).to_bytes("drawio")[0]
    )
    cells = cells_of(page)
    part = cells["transformation"]
    assert part["style"]["shape"] == "mxgraph.arrows2.arrow"
    assert part["style"]["notch"] > 0
    assert part["label"]["text"] == "Transformation des produits"
    assert part["tooltip"]["text"] == "Transformation des produits"
    icons = [
        cell for cell in page["cells"] if str(cell["style"].get("shape", "")).startswith("stencil(")
    ]
    assert len(icons) > 10
    dashed = [cell for cell in page["cells"] if cell["style"].get("dashed")]
    assert "6 5" in {str(cell["style"]["dashPattern"]) for cell in dashed}


def test_edges_are_glued_where_they_touch(program: Finder, node_package: Packages) -> None:
    """Moving a part takes its edges along; they leave and enter where they are drawn."""
    node_package("@maxgraph/core")
    [page] = found_by_maxgraph(program("node"), drawio([joined_scene()], ["Essai"]))
    cells = cells_of(page)
    assert {name for name, cell in cells.items() if cell["edge"]} == {
        "direct",
        "around",
        "back",
        "cell-2",
    }
    assert cells["direct"]["ref"] == "a-feeds-b"
    for name, ends in (("direct", "ab"), ("around", "ab"), ("back", "ba")):
        assert (cells[name]["source"], cells[name]["target"]) == tuple(ends)
        assert cells[ends[0]]["style"]["shape"] == "mxgraph.arrows2.arrow"
    leaves = cells["direct"]["style"]
    assert (leaves["exitX"], leaves["exitY"], leaves["entryX"], leaves["entryY"]) == (
        1,
        0.5,
        0,
        0.5,
    )
    assert cells["around"]["points"] == [[150, 300], [450, 300]]
    assert cells["back"]["style"]["curved"]
    assert (cells["back"]["style"]["opacity"], cells["back"]["style"]["dashPattern"]) == (50, "6 5")
    assert (cells["cell-2"]["source"], cells["cell-2"]["style"]["dashPattern"]) == ("", "1.6 5")
    assert [
        cell["style"]["opacity"]
        for cell in page["cells"]
        if cell["vertex"] and "opacity" in cell["style"]
    ] == [40]


def test_a_text_keeps_its_runs_and_flows(program: Finder, node_package: Packages) -> None:
    """Bold, colour and size stand in the label; lines are not cut by hand."""
    node_package("@maxgraph/core")
    text = joined(
        text_block("Un titre assez long pour deux lignes", 0, 0, 150, 20, bold=True),
        text_block("une note", 0, 0, 150, 12, colour="#8A2F66"),
    )
    [page] = found_by_maxgraph(program("node"), drawio([Scene("T", "", (text,))], ["T"]))
    [cell] = [cell for cell in page["cells"] if cell["label"]["text"]]
    assert cell["label"]["text"] == "Un titre assez long pour deux lignes\nune note"
    assert cell["style"]["fontStyle"] == 1
    file = drawio([Scene("T", "", (text,))], ["T"]).decode()
    assert "color:#8A2F66" in file
    assert "font-weight:normal" in file


def test_a_word_that_had_to_be_cut_may_be_cut_there() -> None:
    """Where we cut a word wider than its box, a soft hyphen lets draw.io do the same."""
    text = text_block("Sensibilisation", 0, 0, 60, 16)
    assert len(text.lines) > 1
    file = drawio([Scene("T", "", (text,))], ["T"]).decode()
    assert "\u00ad" in file
    assert "Sensibilisation" in file.replace("\u00ad", "")


def test_a_shortened_text_is_whole_in_its_tooltip() -> None:
    """What the shape cannot hold is told when one points at it."""
    text = Text(0, 0, 90, 20, (), (), 16, 1.2, full="Tout le texte, en entier")
    tree = tree_of(drawio([Scene("T", "", (text,))], ["T"]))
    assert [each.get("tooltip") for each in tree.iter("UserObject")] == ["Tout le texte, en entier"]


def test_hostile_labels_are_text(program: Finder, node_package: Packages) -> None:
    """Escaped as HTML and again as XML: no label or tooltip has an element that is not ours."""
    node_package("@maxgraph/core")
    picture = vg.draw(hostile_chain())
    pages = found_by_maxgraph(program("node"), picture.to_bytes("drawio")[0])
    cells = [cell for page in pages for cell in page["cells"]]
    assert {tag for cell in cells for tag in cell["label"]["tags"]} <= {
        "div",
        "span",
        "b",
        "i",
        "br",
    }
    assert {name for cell in cells for name in cell["label"]["attributes"]} <= {"style"}
    assert {tag for cell in cells for tag in cell["tooltip"]["tags"]} == set()
    told = " ".join(plain(cell["label"]["text"] + " " + cell["tooltip"]["text"]) for cell in cells)
    assert [label for label in HOSTILE if plain(label) not in told] == []


def test_ids_that_draw_io_keeps_for_itself_are_given_to_nobody() -> None:
    """A part called 0 or 1 does not take the place of the layers."""
    shapes = tuple(Shape("rect", 10 * n, 0, 9, 9, BLACK, id=str(n)) for n in range(3))
    tree = tree_of(drawio([Scene("T", "", shapes)], ["T"]))
    ids = [each.get("id") for each in tree.iter("mxCell")]
    assert len(ids) == len(set(ids)) == 5
    assert "2" in ids


def test_several_pages_have_names_of_their_own() -> None:
    """Each sheet is a page that says its view, in the language of the picture."""
    picture = vg.draw(
        vg.example("conserverie"), view=["extended", "matrix", "matrix"], language="en"
    )
    tree = tree_of(picture.to_bytes("drawio")[0])
    names = [page.get("name") for page in tree.iter("diagram")]
    assert names == [
        "Extended value chain",
        "Table of the modes of valorisation",
        "Table of the modes of valorisation (2)",
    ]


@pytest.mark.parametrize("page", ["A4", "A3", "A0-portrait", "slide"])
def test_the_page_is_the_paper_s(page: str) -> None:
    """draw.io prints the drawing on the sheet it was made for, and not over several."""
    picture = vg.draw(vg.example("conserverie"), page=page)
    scene = picture.scenes[0]
    [model] = tree_of(picture.to_bytes("drawio")[0]).iter("mxGraphModel")
    scale = float(model.attrib["pageScale"])
    assert float(model.attrib["pageWidth"]) * scale == pytest.approx(scene.width, rel=0.002)
    assert float(model.attrib["pageHeight"]) * scale == pytest.approx(scene.height, rel=0.002)


@settings(max_examples=15)
@given(chains())
def test_any_chain_gives_a_sound_file(chain: vg.ValueChain) -> None:
    """Ids are unique on a page, parents are there before their children, ends exist."""
    for page in tree_of(vg.draw(chain).to_bytes("drawio")[0]).iter("diagram"):
        known: set[str] = set()
        [root] = page.iter("root")
        for element in root:
            cell = element if element.tag == "mxCell" else element[0]
            name = element.attrib["id"]
            assert name not in known
            assert cell.get("parent") in known or name == "0"
            known.add(name)


@settings(max_examples=60)
@given(any_text)
def test_any_label_comes_back(text: str) -> None:
    """What is written in a label is what was said, but for what XML cannot hold."""
    block = text_block(text, 0, 0, 200, 16)
    tree = tree_of(drawio([Scene("T", "", (block,))], ["T"]))
    values = [cell.get("value", "") for cell in tree.iter("mxCell") if cell.get("vertex")]
    if values and values[0]:
        inside = tree_of(values[0].replace("<br>", "<br/>"))
        assert plain(" ".join(inside.itertext())) == plain(block.plain)
        assert json.dumps([each.tag for each in inside.iter()]).count("script") == 0

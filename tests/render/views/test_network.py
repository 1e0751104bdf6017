"""The network: every part and every link drawn in layers, none on another, at every size.

Places come from Graphviz, so that nothing here depends on where exactly something stands.
"""

from __future__ import annotations

import json
from itertools import combinations

import pytest
from drawn_sheets import defects, group_of, options, shapes_of, shown, untold, words
from hypothesis import given, settings
from hypothesis import strategies as st
from sized_chains import LABELS, SIZES, Sizes, sized_chain
from strategies import chains

from valuegraph.errors import MissingExtraError
from valuegraph.model.chain import ValueChain
from valuegraph.render.page import PAGES
from valuegraph.render.scene import Connector
from valuegraph.render.sheets import Sheets
from valuegraph.render.views.network import network
from valuegraph.render.views.network_zones import layout
from valuegraph.render.views.network_zones.graph import graph_of
from valuegraph.render.views.network_zones.layout import Spacing

USUAL = Sizes(3, 3, 3, 3, 3, 6)
KINDS = ("actor", "resource", "support", "activity", "output", "impact", "margin")


def drawn(chain: ValueChain, page: str = "A4", language: str = "fr") -> Sheets:
    """Return the network of a chain."""
    return network(chain, options(page, language))


def lines(sheets: Sheets) -> dict[str, Connector]:
    """Return the lines of the first sheet by the id of their link."""
    nodes = sheets.scenes[0].walk()
    return {node.ref: node for node in nodes if isinstance(node, Connector)}


def lost(chain: ValueChain, sheets: Sheets) -> set[str]:
    """Return the ids of parts and links that are not drawn (large chains leave actors out)."""
    parts = [part for part in chain.parts() if part.kind in KINDS]
    actors = {part.id for part in parts if part.kind == "actor"} if len(parts) > 60 else set()
    links = {link.id for link in chain.links if not {link.start, link.end} & actors}
    cells = {cell.id for cell in chain.modalities if cell.with_ and cell.with_ not in actors}
    return ({part.id for part in parts} - shown(sheets)) | ((links | cells) - set(lines(sheets)))


def crowded(sheets: Sheets) -> list[tuple[str, str]]:
    """Return the pairs of nodes that lie on each other."""
    groups = [g for g in sheets.scenes[0].groups() if g.role in (*KINDS, "chain")]
    boxes = [(g.id, shapes_of(g)[0]) for g in groups]
    return [
        (one, other)
        for (one, a), (other, b) in combinations(boxes, 2)
        if min(a.x + a.w, b.x + b.w) - max(a.x, b.x) > 0.1
        and min(a.y + a.h, b.y + b.h) - max(a.y, b.y) > 0.1
    ]


def garden() -> ValueChain:
    """Return a cycle with a hypothesis, a harm, a support, an actor and a circuit."""
    chain = ValueChain("Jardin")
    chain.add_actor("Voisins", id="people")
    chain.add_resource("Compost", id="compost", by=["people"])
    chain.add_activity("Semis", id="sow", uses=["compost"], receives={"gift": "Graines"})
    chain.add_activity("Récolte", id="reap", after="sow")
    chain.add_support("Conseil", id="advice")
    chain.add_impact("Santé", id="health", of=["reap"], renews=["compost"])
    chain.link("health", "depletes", "compost")
    chain.link("sow", "contributes", "health", status="hypothesis")
    return chain


def large(count: int) -> ValueChain:
    """Return a chain of ``count`` parts, each activity after another one."""
    chain, label, quarter = ValueChain("Grande chaîne"), LABELS["short"], count // 4
    for number in range(quarter):
        chain.add_resource(label(number), id=f"r{number}")
    for number in range(2 * quarter):
        after = f"a{number - 7}" if number >= 7 else None
        uses = [f"r{number % quarter}"]
        chain.add_activity(label(300 + number), id=f"a{number}", uses=uses, after=after)
    for number in range(quarter):
        of = [f"a{2 * number}", f"a{2 * number + 1}"]
        chain.add_impact(label(600 + number), id=f"i{number}", of=of, renews=[f"r{number}"])
    return chain


@pytest.mark.parametrize("page", ["A4", "A4-portrait", "slide"])
@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_every_size_is_a_good_sheet(sizes: Sizes, page: str) -> None:
    """From nothing at all to a full chain, every part and link is drawn, none on another."""
    chain = sized_chain(sizes)
    sheets = drawn(chain, page)
    assert defects(sheets) == []
    assert crowded(sheets) == []
    assert lost(chain, sheets) == set()
    assert untold(sheets) == []


@pytest.mark.parametrize("kind", [kind for kind in LABELS if kind != "short"])
@pytest.mark.parametrize("page", ["A4", "slide"])
def test_every_kind_of_label_is_a_good_sheet(kind: str, page: str) -> None:
    """Labels of 400 characters and of any script overflow nothing, and are told whole."""
    chain = sized_chain(USUAL, kind)
    sheets = drawn(chain, page)
    assert defects(sheets) == []
    assert crowded(sheets) == []
    assert untold(sheets) == []


@given(
    chains(evaluation=False, activities=(0, 6), circuits=(0, 4), impacts=(0, 6)),
    st.sampled_from(sorted(PAGES)),
    st.sampled_from(["fr", "en", "de"]),
)
@settings(max_examples=25, deadline=None)
def test_any_chain_is_drawn_without_a_defect(chain: ValueChain, page: str, language: str) -> None:
    """Whatever can be built is drawn, loops and parallel links too, without a defect."""
    sheets = drawn(chain, page, language)
    assert [told for told in defects(sheets) if "connector crosses" not in told] == []
    assert crowded(sheets) == []
    assert lost(chain, sheets) == set()
    assert untold(sheets) == []


def test_two_hundred_parts_fit_one_sheet_and_an_annex() -> None:
    """A large chain is drawn smaller on one sheet; what is shortened is whole in the annex."""
    chain = large(200)
    sheets = drawn(chain)
    assert lost(chain, sheets) == set()
    assert crowded(sheets) == []
    assert untold(sheets) == []
    assert [told for told in defects(sheets) if "connector crosses" not in told] == []


def test_what_is_too_small_for_words_is_named_in_the_annex() -> None:
    """More parts in one layer than lines on a sheet: bare nodes, all named in the annex."""
    chain = ValueChain("Foule")
    for number in range(130):
        chain.add_resource(f"Ressource {number}", id=f"r{number}")
    sheets = drawn(chain)
    assert {"VG404"} == {problem.code for problem in sheets.problems}
    assert "Ressource 129" in words(sheets)
    assert defects(sheets) == []


def test_what_leads_to_something_stands_in_an_earlier_layer() -> None:
    """Layers follow the forward links; the return does not stretch them."""
    graph = graph_of(garden(), "fr")
    layer = {
        node if isinstance(node, str) else node.id: graph.layers[number]
        for number, node in enumerate(graph.nodes)
    }
    assert layer["people"] < layer["compost"] < layer["sow"] < layer["reap"] < layer["health"]
    sheets = drawn(garden())
    boxes = [shapes_of(group_of(sheets, ref))[0] for ref in ("compost", "sow", "reap", "health")]
    across, along = [box.x for box in boxes], [box.y for box in boxes]
    assert across == sorted(set(across)) or along == sorted(set(along))


def test_a_return_runs_back() -> None:
    """A link that renews leaves the impact's near side and arrives at the resource's far side."""
    found = lines(drawn(garden()))
    back, forth = found["health-regenerates-compost"], found["compost-feeds-sow"]
    assert (back.start_site, back.end_site) == (forth.end_site, forth.start_site)
    axis = 0 if back.start_site == "left" else 1
    assert back.points[0][axis] > back.points[-1][axis]
    assert forth.points[0][axis] < forth.points[-1][axis]


def test_doubt_and_harm_have_their_own_dash_and_sign() -> None:
    """A hypothesis is dashed; what depletes has another dash and a minus on its line."""
    sheets = drawn(garden())
    found = lines(sheets)
    doubtful, harm = found["sow-contributes-health"], found["health-depletes-compost"]
    assert doubtful.paint.dash
    assert harm.paint.dash
    assert doubtful.paint.dash != harm.paint.dash
    assert not found["sow-precedes-reap"].paint.dash
    assert len(shapes_of(group_of(sheets, "health-depletes-compost"), "ellipse")) == 1
    assert "Freine ou épuise" in words(sheets)


def test_circuits_are_badges_on_links() -> None:
    """A link that passes by a modality carries the badge of its circuit."""
    badges = group_of(drawn(garden()), "compost-feeds-sow")
    assert len(shapes_of(badges, "ellipse")) == 1
    assert badges.title == "Circuit du don"


def test_an_actor_with_a_cell_is_joined_to_its_activity() -> None:
    """What passes between an actor and an activity by a modality is a line of its own."""
    chain = garden()
    chain.add_modality("reap", circuit="market", way="gives", name="Paniers", with_="people")
    line = lines(drawn(chain))["reap.gives.market"]
    assert (line.start, line.end) == ("reap..shape", "people..shape")
    assert line.title == "Paniers"


def test_no_word_of_the_chain_reaches_graphviz() -> None:
    """Hostile labels and ids are never code: the graph holds numbers and sizes only."""
    chain = ValueChain('"];evil')
    chain.add_resource('"]; evil [label="x', id="evil")
    chain.add_activity("<b>evil</b>:n:evil", uses=["evil"], receives={"gift": "evil"})
    graph = graph_of(chain, "fr")
    sizes = [(100.0, 40.0)] * len(graph.nodes)
    source = layout._source(graph, sizes, [1], Spacing(10, 40), down=False).source
    assert "evil" not in source
    assert defects(drawn(chain)) == []


def test_the_command_and_the_package_agree() -> None:
    """Two builds of Graphviz give the same order of layers, and the same words and lines."""
    import graphviz

    graph = graph_of(garden(), "fr")
    sizes = [(120.0, 40.0)] * len(graph.nodes)
    badges = [0] * len(graph.edges)
    source = layout._source(graph, sizes, badges, Spacing(10, 40), down=False)
    try:
        by_command = layout._read(json.loads(source.pipe(format="json")), graph)
    except graphviz.ExecutableNotFound:
        pytest.skip("the command dot is not here")
    here = layout._read(json.loads(layout._run(source, "fr")), graph)
    for one, other in zip(here.centres, by_command.centres, strict=True):
        assert one[0] == pytest.approx(other[0], abs=4)


def test_without_graphviz_the_command_to_type_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With neither the package nor the command, the error names what to install."""
    monkeypatch.setattr(layout, "find_spec", lambda name: None)
    monkeypatch.setitem(__import__("sys").modules, "pygraphviz", None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingExtraError) as told:
        drawn(garden(), language="en")
    assert 'pip install "valuegraph[graphviz]"' in str(told.value)


@pytest.mark.parametrize(
    ("language", "told"), [("fr", "Rien à relier pour l’instant"), ("en", "Nothing to link yet")]
)
def test_a_draft_asks_for_parts(language: str, told: str) -> None:
    """An empty chain is a designed sheet that asks for what is missing."""
    assert told in words(drawn(ValueChain(), language=language)).replace("\n", " ")


def test_the_alternative_text_tells_every_link() -> None:
    """The description gives each link as a sentence."""
    told = drawn(garden(), language="en").scenes[0].description
    assert "Compost feeds Semis" in told
    assert "Semis contributes to Santé (to be confirmed)" in told


def test_the_same_chain_gives_the_same_drawing() -> None:
    """On one Graphviz a chain is drawn the same twice."""
    assert drawn(garden()).scenes == drawn(garden()).scenes

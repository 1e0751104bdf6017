"""The network: every part and every link drawn in layers, none on another.

Places come from Graphviz, so that nothing here depends on where exactly something stands.
"""

from __future__ import annotations

import json

import pytest
from asked_of_views import VIEWS, crowded
from drawn_sheets import defects, group_of, shapes_of, untold, words
from sized_chains import LABELS

from valuegraph.errors import MissingExtraError
from valuegraph.model.chain import ValueChain
from valuegraph.render.scene import Connector
from valuegraph.render.sheets import Sheets
from valuegraph.render.views.network_zones import layout
from valuegraph.render.views.network_zones.graph import graph_of
from valuegraph.render.views.network_zones.layout import Spacing

drawn = VIEWS["network"].drawn
lost = VIEWS["network"].lost


def lines(sheets: Sheets) -> dict[str, Connector]:
    """Return the lines of the first sheet by the id of their link."""
    nodes = sheets.scenes[0].walk()
    return {node.ref: node for node in nodes if isinstance(node, Connector)}


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


def test_the_alternative_text_tells_every_link() -> None:
    """The description gives each link as a sentence."""
    told = drawn(garden(), language="en").scenes[0].description
    assert "Compost feeds Semis" in told
    assert "Semis contributes to Santé (to be confirmed)" in told

"""To and from networkx: nothing is lost, and a foreign graph is met with clear errors."""

import networkx as nx
import pytest
from chain_builders import golden

from valuegraph.errors import ChainError
from valuegraph.model.chain import ValueChain
from valuegraph.model.graph import from_networkx, to_networkx


def _full() -> ValueChain:
    chain = golden()
    chain.change("chain", territory="Romans", rates=[{"unit": "Tic-Tac", "equals": "1 EUR"}])
    chain.add_circuit("Troc", id="troc", translations={"en": {"name": "Barter"}})
    chain.add_activity("Vente ?", gives={"market": "aucun", "troc": {"name": "b", "amount": "3 h",
                       "in_return": {"what": "c", "amount": "2 h", "circuit": "don"}}})  # fmt: skip
    chain.link("cohesion", "regenerates", "hum", strength={"low": 0.1, "likely": 0.2, "high": 1},
               evidence=[{"source": "Registre"}], extra={"a": [1, {"b": None}]})  # fmt: skip
    question = chain.add_question("Qui ?", about=["cohesion-regenerates-hum-2"])
    indicator = chain.add_indicator(
        "N", criterion=chain.add_criterion("C", question=question), baseline={"2017": 0}
    )
    chain.add_observation(indicator, date="2018", value="vingt")
    return chain


def test_there_and_back_gives_an_equal_chain() -> None:
    """A graph holds all of a chain: parts, links, cells, evaluation, what it says of itself."""
    chain = _full()
    assert from_networkx(to_networkx(chain)) == chain
    assert ValueChain.from_networkx(chain.to_networkx()) == chain


def test_the_stored_form_has_one_edge_a_link() -> None:
    """Edge keys are the ids of the links; nodes tell their kind."""
    chain = golden()
    graph = chain.to_networkx()
    assert {key for _, _, key in graph.edges(keys=True)} == {link.id for link in chain.links}
    assert graph.nodes["alim"]["kind"] == "resource"
    assert graph["alim"]["coll"]["alim-feeds-coll"]["flow"] == "forward"


def test_a_plain_graph_becomes_a_chain() -> None:
    """A graph made elsewhere needs no more than kinds on its nodes and edges."""
    graph = nx.DiGraph()
    graph.add_node("r", kind="resource", name="Surplus")
    graph.add_node("a", kind="activity")
    graph.add_edge("r", "a", kind="feeds", strength=0.5)
    chain = from_networkx(graph)
    assert chain.resources[0].name == "Surplus"
    assert chain.links[0].strength == 0.5


def test_a_graph_that_is_not_a_chain_is_refused_whole() -> None:
    """Every node and edge at fault is told."""
    graph = nx.DiGraph()
    graph.add_node("r", kind="resource")
    graph.add_node("b", kind="machin")
    graph.add_node("a", kind="activity", couleur="bleu")
    graph.add_edge("r", "r", kind="feeds")
    with pytest.raises(ChainError) as caught:
        from_networkx(graph)
    assert set(caught.value.problems.codes()) == {"VG221", "VG223", "VG216"}


def test_a_cell_or_an_observation_of_nothing_is_refused() -> None:
    """What stands beside the nodes refers to what is there, or is told."""
    graph = golden().to_networkx()
    for cell in graph.graph["parts"]:
        if cell["id"] == "coll.receives.gift":
            cell |= {"activity": "nulle_part", "circuit": "troc"}
    graph.graph["observations"] = [{"indicator": "rien", "date": "2018", "value": 1}]
    with pytest.raises(ChainError) as caught:
        from_networkx(graph)
    assert sorted(caught.value.problems.codes()) == ["VG213", "VG213", "VG219"]

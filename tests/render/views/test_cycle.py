"""The value cycle: what comes back, what leaves, and the loops."""

from __future__ import annotations

import pytest
from asked_of_views import VIEWS
from drawn_sheets import defects, group_of, shown, texts_of, words

import valuegraph as vg
from valuegraph.model.chain import ValueChain
from valuegraph.render.scene import Connector
from valuegraph.render.sheets import Sheets

drawn = VIEWS["cycle"].drawn
lost = VIEWS["cycle"].lost


def arrows(sheets: Sheets) -> dict[str, Connector]:
    """Return the arrows that come back, by the id of their link."""
    return {
        node.ref: node
        for scene in sheets.scenes
        for node in scene.walk()
        if isinstance(node, Connector) and node.role == "return"
    }


def meadow() -> ValueChain:
    """Return a chain in which all four states of a resource occur, and one impact leaves."""
    chain = ValueChain("Pré")
    for name in ("soil", "water", "bees", "tools"):
        chain.add_resource(name.capitalize(), id=name)
    chain.add_activity("Semis", id="sow", uses=["soil", "water", "bees", "tools"])
    chain.add_activity("Fauche", id="mow", after=["sow"])
    chain.add_impact("Fleurs", id="flowers", of=["mow"], renews=["soil", "bees"], depletes=["soil"],
                     reinforces=["sow"])  # fmt: skip
    chain.add_impact("Foin", id="hay", of=["mow"])
    chain.link("sow", "depletes", "water")
    return chain


def test_every_resource_says_whether_it_is_renewed() -> None:
    """The state of each resource, as the analysis finds it, is a word on its card."""
    chain = meadow()
    told = {"renewed": "renouvelée", "depleted": "épuisée", "both": "renouvelée et épuisée",
            "neither": "ni renouvelée ni épuisée"}  # fmt: skip
    sheets = drawn(chain)
    states = vg.cycles(chain).states
    assert set(states.values()) == set(told)
    for resource, state in states.items():
        texts = [text.plain for text in texts_of(group_of(sheets, resource, "resource"))]
        assert told[state] in texts


def test_what_comes_back_is_a_named_arrow_glued_to_its_resource() -> None:
    """Each return ends at its resource and is told in words; what wears out has a minus."""
    sheets = drawn(meadow())
    found = arrows(sheets)
    assert found["flowers-regenerates-bees"].end == "bees..box"
    assert found["flowers-depletes-soil"].paint.dash
    assert "− Fleurs épuise Soil" in words(sheets)
    assert "Fleurs renouvelle Bees" in words(sheets)


def test_the_shortest_loops_are_those_of_the_analysis() -> None:
    """The number of loops and the shortest one of each resource are those the analysis finds."""
    chain = meadow()
    found = vg.cycles(chain).regeneration
    sheets = drawn(chain)
    told = words(sheets)
    assert f"\n{len(found)}\n" in told
    assert "Bees → Semis → Fauche → Fleurs → Bees" in told
    assert "− Water → Semis → Water" in told


def test_an_impact_of_which_nothing_returns_leaves_the_ring() -> None:
    """Such an impact says that it leaves, and an arrow leads out; others do not."""
    sheets = drawn(meadow())
    leaving = [node.start for node in sheets.scenes[0].walk()
               if isinstance(node, Connector) and node.role == "leaving"]  # fmt: skip
    assert leaving == ["hay..box"]
    assert "sort de la boucle" in [text.plain for text in texts_of(group_of(sheets, "hay"))]


@pytest.mark.parametrize(
    ("language", "told"),
    [("fr", "Le cycle est encore ouvert"), ("en", "The cycle is still open")],
)
def test_a_draft_without_return_says_that_the_ring_is_open(language: str, told: str) -> None:
    """Without any returning link the picture asks what the impacts renew."""
    chain = ValueChain("Ébauche")
    chain.add_activity("Semis", id="sow", uses=[chain.add_resource("Terre")])
    chain.add_impact("Fleurs", of=["sow"])
    sheets = drawn(chain, language=language)
    assert told in words(sheets)
    assert told in sheets.scenes[0].description
    assert defects(sheets) == []


def test_many_parts_take_several_rings_with_every_return() -> None:
    """Forty resources go round on several numbered sheets, and each return stands on one."""
    chain = ValueChain("Trop")
    for number in range(40):
        chain.add_resource(f"Ressource {number}", id=f"r{number}")
        chain.add_activity(f"Activité {number}", id=f"a{number}", uses=[f"r{number}"])
        chain.add_impact(f"Impact {number}", id=f"i{number}", of=[f"a{number}"],
                         renews=[f"r{number}"])  # fmt: skip
    sheets = drawn(chain)
    assert "VG402" in {problem.code for problem in sheets.problems}
    assert defects(sheets) == []
    assert lost(chain, sheets) == set()


def test_outputs_are_named_in_the_annex() -> None:
    """Outputs have no station on the ring: the annex names them."""
    chain = meadow()
    chain.add_output("Bottes de foin", id="bales", of=["mow"])
    assert "bales" in shown(drawn(chain))

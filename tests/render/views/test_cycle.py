"""The value cycle: every part and every return drawn, at every size, without a defect."""

from __future__ import annotations

import pytest
from drawn_sheets import defects, group_of, of_one_status, shown, texts_of, untold, words
from hypothesis import given, settings
from hypothesis import strategies as st
from sized_chains import LABELS, SIZES, Sizes, sized_chain
from strategies import chains

import valuegraph as vg
from valuegraph.model.chain import ValueChain
from valuegraph.model.link import Flow
from valuegraph.model.part import Status
from valuegraph.render.page import PAGES
from valuegraph.render.scene import Connector
from valuegraph.render.sheets import Sheets, ViewOptions
from valuegraph.render.theme import DEFAULT_THEME
from valuegraph.render.views.cycle import cycle

USUAL = Sizes(3, 3, 3, 3, 3, 6)


def drawn(chain: ValueChain, page: str = "A4", language: str = "fr") -> Sheets:
    """Return the value cycle of a chain."""
    return cycle(chain, ViewOptions(PAGES[page], language, DEFAULT_THEME))


def arrows(sheets: Sheets) -> dict[str, Connector]:
    """Return the arrows that come back, by the id of their link."""
    return {
        node.ref: node
        for scene in sheets.scenes
        for node in scene.walk()
        if isinstance(node, Connector) and node.role == "return"
    }


def lost(chain: ValueChain, sheets: Sheets) -> set[str]:
    """Return the ids of parts and returning links that stand on no sheet."""
    parts = {
        part.id
        for part in (*chain.resources, *chain.support, *chain.activities, *chain.impacts,
                     *chain.margin)
        if part.status is not Status.REFUTED
    }  # fmt: skip
    links = {
        link.id
        for link in chain.links
        if link.flow is Flow.RETURN
        and link.status is not Status.REFUTED
        and {link.start, link.end} <= parts
    }
    return (parts | links) - shown(sheets) - set(arrows(sheets))


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


@pytest.mark.parametrize("page", ["A4", "A4-portrait", "slide"])
@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_every_size_is_a_good_sheet(sizes: Sizes, page: str) -> None:
    """From nothing at all to a full chain, every part is on a sheet without a defect."""
    chain = sized_chain(sizes)
    sheets = drawn(chain, page)
    assert defects(sheets) == []
    assert lost(chain, sheets) == set()
    assert untold(sheets) == []


@pytest.mark.parametrize("kind", list(LABELS))
@pytest.mark.parametrize("page", ["A4", "A4-portrait", "slide"])
def test_every_kind_of_label_is_a_good_sheet(kind: str, page: str) -> None:
    """With any labels and returns of every kind, nothing overflows and all is told whole."""
    chain = sized_chain(USUAL, kind)
    chain.add_impact(LABELS[kind](99), id="back", of=["act0", "act2"], renews=["res0", "res1"],
                     depletes=["res2"], reinforces=["act1", "sup0"])  # fmt: skip
    chain.link("act2", "regenerates", "res2")
    sheets = drawn(chain, page)
    assert defects(sheets) == []
    assert lost(chain, sheets) == set()
    assert untold(sheets) == []


@pytest.mark.parametrize("status", ["planned", "hypothesis", "disputed", "refuted"])
@pytest.mark.parametrize("label", ["Collecte", "z" * 100, "Mise à disposition " * 5])
def test_signs_of_status_keep_clear_of_the_words(status: str, label: str) -> None:
    """Whatever the status of all parts, its signs touch no word."""
    assert defects(drawn(of_one_status(status, label))) == []


@given(
    chains(evaluation=False, resources=(0, 5), activities=(0, 6), impacts=(0, 6), links=(0, 12)),
    st.sampled_from(sorted(PAGES)),
    st.sampled_from(["fr", "en", "de"]),
)
@settings(max_examples=25)
def test_any_chain_is_drawn_without_a_defect(chain: ValueChain, page: str, language: str) -> None:
    """Whatever can be built is drawn with every return, without an exception and a defect."""
    sheets = drawn(chain, page, language)
    assert defects(sheets) == []
    assert lost(chain, sheets) == set()
    assert untold(sheets) == []


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


def test_the_sizes_of_paper_share_one_drawing() -> None:
    """A4, A3 and A0 are one drawing at three scales."""
    a4, a3, a0 = (drawn(meadow(), page).scenes[0].children for page in ("A4", "A3", "A0"))
    assert a4 == a3 == a0

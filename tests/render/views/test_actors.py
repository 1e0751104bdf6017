"""Who gives what to whom: every actor once a sheet, every role told, at every size."""

from __future__ import annotations

import pytest
from drawn_sheets import (
    defects,
    group_of,
    of_one_status,
    options,
    shapes_of,
    shown,
    texts_of,
    untold,
    words,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from sized_chains import LABELS, SIZES, Sizes, sized_chain
from strategies import chains

from valuegraph.model.chain import ValueChain
from valuegraph.render.page import PAGES
from valuegraph.render.scene import Connector
from valuegraph.render.sheets import Sheets
from valuegraph.render.views.actors import actors

USUAL = Sizes(3, 3, 3, 3, 3, 6)
FULL = Sizes(12, 8, 12, 10, 12, 40)
TOLD = ("provides", "carries", "funds", "governs", "takes_part", "benefits", "costs")


def drawn(chain: ValueChain, page: str = "A4", language: str = "fr") -> Sheets:
    """Return who gives what to whom in a chain."""
    return actors(chain, options(page, language))


def lost(chain: ValueChain, sheets: Sheets) -> set[str]:
    """Return the ids of actors, activities, cells with an actor and links that no sheet shows."""
    wanted = {part.id for part in (*chain.actors, *chain.activities)}
    wanted |= {cell.id for cell in chain.modalities if cell.with_}
    wanted |= {link.id for link in chain.links if link.kind in TOLD and link.status != "refuted"}
    return wanted - shown(sheets)


def busy(sizes: Sizes, kind: str = "short") -> ValueChain:
    """Return a chain of a size whose actors provide, carry, fund, exchange and benefit."""
    chain = sized_chain(sizes, kind)
    for number, cell in enumerate(chain.modalities):
        if sizes.actors and number % 2:
            chain.change(cell.id, with_=f"actor{number % sizes.actors}", amount=f"{number} kg")
    for number in range(sizes.actors):
        actor = f"actor{number}"
        if sizes.resources:
            chain.link(actor, "provides", f"res{number % sizes.resources}", amount="40 h")
        if sizes.activities:
            chain.link(actor, "takes_part", f"act{number % sizes.activities}")
        if sizes.impacts and number % 3:
            chain.link(f"imp{number % sizes.impacts}", "benefits", actor)
        if number % 4 == 0:
            chain.link(actor, "funds", "chain", amount="100 EUR", circuit="market")
    return chain


def bakery() -> ValueChain:
    """Return a chain of three actors: one gives, one receives, one does both."""
    chain = ValueChain("Fournil partagé")
    chain.add_actor("La minoterie", id="mill")
    chain.add_actor("Les voisins", id="neighbours")
    chain.add_actor("Le café", id="cafe")
    chain.add_resource("Farine", id="flour", type="food", by=["mill"])
    chain.add_activity("Cuisson", id="bake", uses=["flour"])
    chain.add_modality("bake", circuit="gift", way="receives", name="Sacs invendus", with_="mill",
                       amount="50 kg",
                       in_return={"what": "du pain", "circuit": "local_exchange"})  # fmt: skip
    chain.add_modality("bake", circuit="market", way="gives", name="Pain vendu", with_="cafe")
    chain.add_impact("Lien social", id="bond", of=["bake"], benefits=["neighbours"])
    chain.link("neighbours", "takes_part", "bake")
    return chain


def lines(sheets: Sheets) -> dict[str, Connector]:
    """Return the lines of the first sheet by their ids."""
    nodes = sheets.scenes[0].walk()
    return {node.id: node for node in nodes if isinstance(node, Connector)}


@pytest.mark.parametrize("page", ["A4", "A4-portrait", "slide"])
@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_every_size_is_a_good_sheet(sizes: Sizes, page: str) -> None:
    """From nothing at all to a full chain, every role is on a sheet without a defect."""
    for chain in (sized_chain(sizes), busy(sizes)):
        sheets = drawn(chain, page)
        assert defects(sheets) == []
        assert lost(chain, sheets) == set()
        assert untold(sheets) == []


@pytest.mark.parametrize("kind", [kind for kind in LABELS if kind != "short"])
@pytest.mark.parametrize("page", ["A4", "slide", "A4-portrait"])
def test_every_kind_of_label_is_a_good_sheet(kind: str, page: str) -> None:
    """Labels of 400 characters and of any script overflow nothing, and are told whole."""
    chain = busy(USUAL, kind)
    sheets = drawn(chain, page)
    assert defects(sheets) == []
    assert lost(chain, sheets) == set()
    assert untold(sheets) == []


@pytest.mark.parametrize("status", ["planned", "hypothesis", "disputed", "refuted"])
@pytest.mark.parametrize("label", ["Collecte", "z" * 100, "Mise à disposition " * 5])
def test_signs_of_status_keep_clear_of_the_words(status: str, label: str) -> None:
    """Whatever the status of all parts, its signs touch no word."""
    chain = of_one_status(status, label)
    chain.add_actor(label, id="someone", status=status)
    for cell in chain.modalities:
        chain.change(cell.id, with_="someone", in_return={"what": label})
    assert defects(drawn(chain)) == []


def test_a_full_chain_of_long_labels_is_a_good_set_of_sheets() -> None:
    """The most parts with the longest labels still give sheets without a defect, and an annex."""
    chain = busy(Sizes(6, 4, 6, 6, 6, 14), "French of 400")
    sheets = drawn(chain)
    assert defects(sheets) == []
    assert lost(chain, sheets) == set()
    assert untold(sheets) == []
    assert "VG402" in {problem.code for problem in sheets.problems}


@given(
    chains(evaluation=False, activities=(0, 6), circuits=(0, 4), impacts=(0, 6)),
    st.sampled_from(sorted(PAGES)),
    st.sampled_from(["fr", "en", "de"]),
)
@settings(max_examples=40)
def test_any_chain_is_drawn_without_a_defect(chain: ValueChain, page: str, language: str) -> None:
    """Whatever can be built is drawn, without an exception and without a defect."""
    sheets = drawn(chain, page, language)
    assert defects(sheets) == []
    assert lost(chain, sheets) == set()
    assert untold(sheets) == []


def test_an_actor_is_drawn_once() -> None:
    """Each actor has one block, whatever it gives and receives."""
    roles = [group.ref for group in drawn(bakery()).scenes[0].groups() if group.role == "actor"]
    blocks = set(roles)
    assert sorted(blocks) == ["cafe", "mill", "neighbours"]
    groups = [g for g in drawn(bakery()).scenes[0].groups() if g.id in blocks]
    assert len(groups) == 3


def test_givers_stand_left_and_receivers_right() -> None:
    """Who brings stands left of the activities, who only receives stands right of them."""
    sheets = drawn(bakery())
    mill, bake, cafe = (shapes_of(group_of(sheets, ref))[0].x for ref in ("mill", "bake", "cafe"))
    assert mill < bake < cafe


def test_a_row_says_what_how_much_and_what_comes_back() -> None:
    """Amount and counterpart stand below what passes, and the resource is told by its cell."""
    row = group_of(drawn(bakery()), "bake.receives.gift")
    assert texts_of(row)[0].plain.splitlines() == [
        "Sacs invendus",
        "50\u00a0kg · en retour\u00a0: du pain",
    ]
    assert dict(row.data)["parts"].split() == ["mill-provides-flour", "flour"]


def test_lines_point_to_who_receives_and_what_returns_is_dashed() -> None:
    """A gift points to the activity, its counterpart back to the giver, in its own circuit."""
    found = lines(drawn(bakery()))
    gift = found["bake.receives.gift..to..bake"]
    back = found["bake.receives.gift..to..bake..back"]
    sold = found["bake.gives.market..to..bake"]
    assert (gift.start, gift.end) == ("bake.receives.gift..shape", "bake..shape")
    assert (back.start, back.end) == ("bake..shape", "bake.receives.gift..shape")
    assert (sold.start, sold.end) == ("bake..shape", "bake.gives.market..shape")
    assert back.paint.dash
    assert not gift.paint.dash
    assert gift.paint.stroke != back.paint.stroke


def test_totals_are_those_of_balance() -> None:
    """Below an actor's name stands what it gives in all, a flow counted once."""
    chain = bakery()
    chain.add_modality("bake", circuit="gift", way="receives", name="Levain", with_="mill",
                       amount="2 kg")  # fmt: skip
    head = next(g for g in drawn(chain).scenes[0].groups() if g.id == "mill..head")
    assert "apporte 52\u00a0kg" in texts_of(head)[0].plain


def test_an_actor_that_gives_and_receives_says_which() -> None:
    """Each row of such an actor begins with the way."""
    told = words(drawn(bakery()))
    assert "reçoit\u00a0: Lien social" in told.replace("  ", "\u00a0 ") or "reçoit : Lien" in told
    assert "apporte : Participe" in told


def test_actors_without_a_role_stand_below() -> None:
    """An actor nobody has given a role yet is a pill that says so."""
    chain = bakery()
    chain.add_actor("La mairie", id="town")
    sheets = drawn(chain)
    assert "RÔLE À PRÉCISER" in words(sheets)
    assert group_of(sheets, "town").role == "stakeholder"
    assert defects(sheets) == []


@pytest.mark.parametrize(
    ("language", "told"),
    [("fr", "Parties prenantes à décrire"), ("en", "Stakeholders to be described")],
)
def test_a_draft_asks_for_stakeholders(language: str, told: str) -> None:
    """A chain without actors is a designed sheet that asks for them."""
    assert told in words(drawn(ValueChain(), language=language)).replace("\n", " ")


def test_the_alternative_text_tells_every_row() -> None:
    """The description says who gives what to what, by which circuit, and what comes back."""
    told = drawn(bakery(), language="en").scenes[0].description
    assert "brings Sacs invendus (50\u00a0kg, Gift circuit, Cuisson, in return: du pain)" in told


def test_the_sizes_of_paper_share_one_drawing() -> None:
    """A4, A3 and A0 are one drawing at three scales."""
    a4, a3, a0 = (drawn(bakery(), page).scenes[0].children for page in ("A4", "A3", "A0"))
    assert a4 == a3 == a0

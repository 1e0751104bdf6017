"""Who gives what to whom: every actor once a sheet, every role told."""

from __future__ import annotations

from asked_of_views import VIEWS
from drawn_sheets import defects, group_of, shapes_of, texts_of, words

from valuegraph.model.chain import ValueChain
from valuegraph.render.scene import Connector
from valuegraph.render.sheets import Sheets

drawn = VIEWS["actors"].drawn


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


def test_the_alternative_text_tells_every_row() -> None:
    """The description says who gives what to what, by which circuit, and what comes back."""
    told = drawn(bakery(), language="en").scenes[0].description
    assert "brings Sacs invendus (50\u00a0kg, Gift circuit, Cuisson, in return: du pain)" in told

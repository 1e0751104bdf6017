"""What actors give and receive is counted once, unit by unit."""

from __future__ import annotations

import json
from collections import defaultdict
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracles_tree import balance_by_hand

from valuegraph.analysis.balance import balance
from valuegraph.errors import ChainError, UnknownPartError
from valuegraph.model.chain import ValueChain


def exchange() -> ValueChain:
    """Return a chain in which growers give food, and get local money back."""
    chain = ValueChain("Épicerie")
    growers = chain.add_actor("Maraîchers", id="growers")
    people = chain.add_actor("Habitants", id="people")
    food = chain.add_resource("Surplus", id="food")
    chain.link(growers, "provides", food, amount="500 kg")
    shop = chain.add_activity("Épicerie", id="shop", uses=[food])
    chain.add_modality(shop, circuit="gift", way="receives", with_=growers, amount="200 kg",
                       in_return={"what": "Merci", "amount": "15 Tic-Tac",
                                  "circuit": "local_exchange"})  # fmt: skip
    chain.add_modality(shop, circuit="market", way="gives", with_=people, amount="120 EUR")
    chain.link(people, "takes_part", shop, amount="40 h")
    return chain


def test_a_flow_counts_once_with_what_comes_back_beside_it() -> None:
    """The modality's amount replaces the link's, and the return stands in a line of its own."""
    found = balance(exchange())
    rows = [(line.actor, line.way, line.circuit, str(line.amount), line.unit, line.in_return)
            for line in found.lines]  # fmt: skip
    assert rows == [
        ("growers", "gives", "gift", "200", "kg", False),
        ("growers", "receives", "local_exchange", "15", "Tic-Tac", True),
        ("people", "gives", "", "40", "h", False),
        ("people", "receives", "market", "120", "EUR", False),
    ]
    assert found.limits.codes() == ("VG581",)


def test_the_balance_reads_aloud_in_both_languages() -> None:
    """Each actor has one sentence, with what comes back in brackets."""
    found = balance(exchange(), of="growers")
    assert found.to_text("fr").startswith(
        "« Maraîchers » donne 200\u00a0kg par « Circuit du don » "
        "(en retour : Merci, 15\u00a0Tic-Tac par « Circuit local d’échange »)."
    )
    assert "gives 200\u00a0kg by " in found.to_text("en")
    assert json.loads(json.dumps(found.to_dict()))["rows"][0]["amount"] == 200
    assert list(found.to_frame()["unit"]) == ["kg", "Tic-Tac"]


def test_a_link_goes_by_the_circuit_of_its_only_modality_with_that_actor() -> None:
    """A modality without amount says the circuit, and the link how much."""
    chain = ValueChain("Épicerie")
    growers, food = chain.add_actor(id="growers"), chain.add_resource(id="food")
    chain.link(growers, "provides", food, amount="3 kg")
    shop = chain.add_activity(id="shop", uses=[food])
    chain.add_modality(shop, circuit="gift", way="receives", with_=growers)
    (line,) = balance(chain).lines
    assert (line.circuit, line.amount) == ("gift", Decimal(3))
    assert balance(chain).limits.codes() == ()


def test_what_nobody_measured_is_said() -> None:
    """A flow without an amount is in the limits and in no line."""
    chain = ValueChain("Épicerie")
    chain.link(chain.add_actor(id="growers"), "provides", chain.add_resource(id="food"))
    found = balance(chain)
    assert (len(found), found.limits.codes()) == (0, ("VG580",))
    assert "Aucune quantité" in found.to_text("fr")


def test_only_actors_have_a_balance() -> None:
    """A resource is refused, and so is a name that nothing has."""
    with pytest.raises(ChainError, match="VG551"):
        balance(exchange(), of="food")
    with pytest.raises(UnknownPartError):
        balance(exchange(), of="grower")


def test_every_kind_of_link_goes_the_way_it_says() -> None:
    """Who funds or bears a cost gives, who benefits receives, and a modality counts them once."""
    chain = ValueChain("Épicerie")
    town = chain.add_actor(id="town")
    shop = chain.add_activity(id="shop")
    bonds = chain.add_impact(id="bonds", of=[shop])
    chain.link(town, "funds", shop, amount="100 EUR")
    chain.link(bonds, "costs", town, amount="7 EUR")
    chain.link(bonds, "benefits", town, amount="3 h")
    told = [(line.way, str(line.amount), line.unit) for line in balance(chain).lines]
    assert told == [("gives", "107", "EUR"), ("receives", "3", "h")]
    chain.add_modality(shop, circuit="redistribution", way="receives", with_=town, amount="90 EUR")
    told = [(line.way, str(line.amount), line.circuit) for line in balance(chain).lines]
    assert told == [("gives", "7", ""), ("gives", "90", "redistribution"), ("receives", "3", "")]


def test_what_is_refuted_is_in_no_balance() -> None:
    """A refuted modality leaves the amount of the link standing."""
    chain = ValueChain("Épicerie")
    growers, food = chain.add_actor(id="growers"), chain.add_resource(id="food")
    chain.link(growers, "provides", food, amount="3 kg")
    shop = chain.add_activity(id="shop", uses=[food])
    chain.add_modality(shop, circuit="gift", way="receives", with_=growers, amount="2 kg",
                       status="refuted")  # fmt: skip
    assert [(line.amount, line.circuit) for line in balance(chain).lines] == [(Decimal(3), "")]


@st.composite
def exchanges(draw: Any) -> ValueChain:
    """Draw a chain in which two actors provide and exchange, in two units."""
    chain = ValueChain("Essai")
    actors = [chain.add_actor(id=f"w{n}") for n in range(2)]
    resources = [chain.add_resource(id=f"r{n}") for n in range(2)]
    activities = [chain.add_activity(id=f"a{n}", uses=draw(st.lists(st.sampled_from(resources),
                  unique=True))) for n in range(2)]  # fmt: skip
    amounts = st.sampled_from([None, "1 kg", "2.5 kg", "3 h"])
    for _ in range(draw(st.integers(0, 4))):
        chain.link(draw(st.sampled_from(actors)), "provides", draw(st.sampled_from(resources)),
                   amount=draw(amounts))  # fmt: skip
    for _ in range(draw(st.integers(0, 4))):
        chain.add_modality(
            draw(st.sampled_from(activities)),
            circuit=draw(st.sampled_from(["gift", "market"])),
            way=draw(st.sampled_from(["receives", "gives"])),
            with_=draw(st.sampled_from(["", *actors])),
            amount=draw(amounts),
        )
    return chain


@settings(max_examples=60, deadline=None)
@given(exchanges())
def test_balances_agree_with_flows_read_one_by_one(chain: ValueChain) -> None:
    """Per actor, way and unit the lines add up to what modalities and links tell."""
    found: dict[tuple[str, str, str], Decimal] = defaultdict(Decimal)
    for line in balance(chain).lines:
        found[line.actor, line.way, line.unit] += line.amount or Decimal(0)
    assert found == balance_by_hand(chain)

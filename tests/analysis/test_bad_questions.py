"""What cannot be answered is refused in words, or has a stated answer: never a silent number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from chain_builders import golden

import valuegraph as vg
from valuegraph.model.chain import ValueChain

Question = Callable[[ValueChain], Any]

BY_PART: dict[str, Question] = {
    "shares": lambda chain: vg.shares(chain, of="cohesoin"),
    "spread": lambda chain: vg.spread(chain, of="alym"),
    "through": lambda chain: vg.through(chain, "trann"),
    "reach": lambda chain: vg.reach(chain, start="alym"),
    "routes": lambda chain: vg.routes(chain, start="alym"),
    "iter_routes": lambda chain: vg.iter_routes(chain, end="cohesoin"),
    "loss": lambda chain: vg.loss(chain, without="alym"),
    "solidity": lambda chain: vg.solidity(chain, end="cohesoin"),
    "decomposition": lambda chain: vg.decomposition(chain, of="cohesoin"),
    "threads": lambda chain: vg.threads(chain, end="cohesoin"),
    "mix": lambda chain: vg.mix(chain, of="cohesoin"),
    "balance": lambda chain: vg.balance(chain, of="habitant"),
}


@pytest.mark.parametrize("name", BY_PART)
def test_an_unknown_id_comes_with_what_was_meant(name: str) -> None:
    """In both languages, whatever the question."""
    with pytest.raises(vg.UnknownPartError) as refused:
        BY_PART[name](golden())
    problem = refused.value.problems[0]
    meant = {"alym": "alim", "trann": "tran", "cohesoin": "cohesion", "habitant": "habitants"}
    assert meant[str(problem.values["ref"])] in problem.hint("fr")
    assert "Vouliez-vous dire" in problem.hint("fr")
    assert "Did you mean" in problem.hint("en")


EMPTY: dict[str, Question] = {
    "shares": lambda chain: vg.shares(chain, of=[]),
    "spread": lambda chain: vg.spread(chain, of=[]),
    "through": lambda chain: vg.through(chain, []),
    "routes": lambda chain: vg.routes(chain, start=[]),
    "reach": lambda chain: vg.reach(chain, end=[]),
    "loss": lambda chain: vg.loss(chain, without=[]),
    "solidity": lambda chain: vg.solidity(chain, start=[]),
    "a circuit of its own": lambda chain: vg.through(chain, "group:aucun"),
}


@pytest.mark.parametrize("name", EMPTY)
def test_an_empty_set_is_refused(name: str) -> None:
    """A set of nothing is more likely a slip than a question."""
    with pytest.raises(vg.ChainError, match="VG550"):
        EMPTY[name](golden())


@pytest.mark.parametrize("ask", [vg.routes, vg.reach, vg.solidity, vg.threads])
def test_a_start_that_is_the_end_is_refused(ask: Callable[..., Any]) -> None:
    """From a part to itself there is no question."""
    with pytest.raises(vg.ChainError, match="VG556"):
        ask(golden(), start="tran", end="tran")


def test_an_impact_without_a_route_has_a_stated_answer() -> None:
    """It has no row, and each answer says so in its limits."""
    chain = golden()
    chain.add_impact(id="seul")
    for found, code in (
        (vg.shares(chain), "VG501"), (vg.through(chain), "VG501"), (vg.mix(chain), "VG501"),
        (vg.loss(chain), "VG501"), (vg.routes(chain), "VG521"),
        (vg.decomposition(chain, of="seul"), "VG501"),
    ):  # fmt: skip
        assert code in found.limits.codes(), found
        assert "« seul »" in found.to_text("fr")
    assert "seul" not in vg.shares(chain)
    assert vg.solidity(chain).limits.codes()


@pytest.mark.parametrize("ask", [vg.shares, vg.spread, vg.through, vg.mix, vg.loss])
def test_a_basis_of_strengths_names_the_links_that_lack_one(ask: Callable[..., Any]) -> None:
    """All of them at once; and on request they are cut equally, which the limits say."""
    with pytest.raises(vg.ChainError) as refused:
        ask(golden(), basis="strength")
    told = refused.value.problems[0].message("en")
    assert refused.value.problems[0].code == "VG552"
    assert "“alim” feeds “coll”" in told
    assert "VG507" in ask(golden(), basis="strength", unknown="equal").limits.codes()


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 0, -0.5, 1.5])
def test_a_strength_that_is_none_is_refused(value: float) -> None:
    """In a chain, in a change and in a table: not a number, nothing, below 0, above 1."""
    chain = golden()
    with pytest.raises(vg.ChainError):
        chain.change("alim-feeds-coll", strength=value)
    with pytest.raises(vg.ChainError):
        chain.link("alim", "feeds", "tran", strength=value)
    if value == value:  # noqa: PLR0124  # in a table a missing number is unknown, not wrong
        with pytest.raises(vg.ChainError):
            vg.network(
                parts={"id": ["r", "a"], "kind": ["resource", "activity"]},
                links={"start": ["r"], "end": ["a"], "kind": ["feeds"], "strength": [value]},
            )


@pytest.mark.parametrize("amount", ["nan kg", "inf kg", "NaN"])
def test_an_amount_that_is_no_number_is_refused(amount: str) -> None:
    """Nothing is shared out by what is no number."""
    with pytest.raises(vg.ChainError):
        golden().change("alim-feeds-coll", amount=amount)


def test_strengths_that_add_up_to_more_than_all_are_compared() -> None:
    """Shared out they add up to 1; multiplied as they are, the total says what it is."""
    chain = ValueChain("Jardin", language="en")
    chain.add_resource(id="soil")
    chain.add_resource(id="time")
    chain.add_activity(id="garden")
    chain.add_impact(id="bonds")
    for start, kind, end, strength in (
        ("soil", "feeds", "garden", 0.9), ("time", "feeds", "garden", 0.6),
        ("garden", "contributes", "bonds", 1.0),
    ):  # fmt: skip
        chain.link(start, kind, end, strength=strength)
    shared = vg.shares(chain, basis="strength")
    assert dict(shared["bonds"]) == pytest.approx({"soil": 0.6, "time": 0.4})
    assert "by the strengths of the links" in shared.caption.en
    raw = vg.decomposition(chain, of="bonds", basis="raw")
    assert raw.total == pytest.approx(1.5)
    assert "1.5" in raw.to_text("en")


def test_amounts_in_mixed_units_name_the_links_and_units() -> None:
    """Kilograms and hours never add up: the complaint says which link has which."""
    chain = golden()
    for link in chain.links:
        if link.flow == "forward":
            chain.change(link, amount="10 h" if link.start == "hum" else "30 kg")
    for ask in (vg.shares, vg.through, vg.mix, vg.loss):
        with pytest.raises(vg.UnitError) as refused:
            ask(chain, basis="amount")
        told = str(refused.value)
        assert "hum-feeds-tran" in told
        assert "h" in told
        assert "kg" in told

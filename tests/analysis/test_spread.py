"""Spread: the golden example, the definition in fractions, and what adds up to 1."""

from __future__ import annotations

import pytest
from chain_builders import golden
from hypothesis import given, settings
from hypothesis import strategies as st
from oracles import Oracle
from random_chains import tangled_chains

from valuegraph.analysis.spread import spread
from valuegraph.errors import ChainError
from valuegraph.model.chain import ValueChain

EXACT = 1e-12


def test_the_golden_spread() -> None:
    """The spread of the three resources over the two impacts is as worked by hand."""
    found = spread(golden())
    assert list(found) == ["alim", "hum", "log"]
    for origin, cohesion in (("alim", 3 / 8), ("hum", 3 / 4), ("log", 1 / 2)):
        expected = {"cohesion": cohesion, "transition": 1 - cohesion}
        assert found[origin] == pytest.approx(expected, abs=EXACT)


@settings(max_examples=150)
@given(tangled_chains(signs=True, statuses=True), st.sampled_from(["equal", "links"]))
def test_spread_solves_the_definition(chain: ValueChain, basis: str) -> None:
    """On any small chain, loops included, it is the solution of the mirrored definition."""
    oracle = Oracle(chain, basis)
    found = spread(chain, basis=basis)
    followed = {way.start for way in oracle.walked}
    assert set(found) == oracle.origins & followed
    for origin in found:
        exact = oracle.shares(origin, downstream=True)
        for end in {*found[origin], *exact}:
            share = found[origin].get(end, 0.0)
            assert share == pytest.approx(float(exact.get(end, 0)), abs=EXACT)


@settings(max_examples=60)
@given(tangled_chains(strengths="some"))
def test_strengths_spread_in_proportion(chain: ValueChain) -> None:
    """Where all strengths are known what follows gets its proportion; elsewhere equal parts."""
    oracle = Oracle(chain, "strength")
    found = spread(chain, basis="strength", unknown="equal")
    for origin in found:
        exact = oracle.shares(origin, downstream=True)
        for end in {*found[origin], *exact}:
            share = found[origin].get(end, 0.0)
            assert share == pytest.approx(float(exact.get(end, 0)), abs=EXACT)


def test_what_turns_without_end_is_circular() -> None:
    """A resource that only feeds a closed loop ends there, and the limits say so."""
    chain = ValueChain()
    chain.add_activity(id="a", uses=[chain.add_resource(id="r")])
    chain.add_activity(id="b", after=["a"])
    chain.link("b", "precedes", "a")
    found = spread(chain)
    assert dict(found["r"]) == {"circular": 1.0}
    assert found.circular == {"r": 1.0}
    assert found.limits.codes() == ("VG503",)


def test_an_unused_resource_has_no_row() -> None:
    """Nothing follows it: the limits say so."""
    chain = golden()
    chain.add_resource(id="eau")
    found = spread(chain)
    assert "eau" not in list(found)
    assert found.limits.codes() == ("VG518",)


def test_spread_of_one_part_cut_to_the_largest() -> None:
    """Any part but an actor can be asked about; `top` puts the others in one row."""
    assert dict(spread(golden(), of="tran", top=1)["tran"]) == {"cohesion": 0.75, "rest": 0.25}
    with pytest.raises(ChainError, match="VG551"):
        spread(golden(), of="actor:clirse")

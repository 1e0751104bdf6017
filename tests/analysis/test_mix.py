"""Mix: two partitions between circuits, and the amounts told for each."""

from __future__ import annotations

import pytest
from chain_builders import golden
from hypothesis import given, settings
from oracles import Oracle
from random_chains import tangled_chains

from valuegraph.analysis.mix import mix
from valuegraph.model.chain import ValueChain

EXACT = 1e-12


@pytest.mark.parametrize("impact", ["cohesion", "transition"])
def test_the_golden_mix(impact: str) -> None:
    """Both partitions of the golden example are as worked by hand."""
    found = mix(golden())
    entry = {"gift": 3 / 8, "market": 3 / 8, "none": 1 / 4}
    exit_ = {"gift": 1 / 4, "local_exchange": 1 / 4, "none": 1 / 2}
    assert found.entry[impact] == pytest.approx(entry, abs=EXACT)
    assert found.exit[impact] == pytest.approx(exit_, abs=EXACT)


@settings(max_examples=150)
@given(tangled_chains(signs=True, statuses=True))
def test_mix_solves_the_definition(chain: ValueChain) -> None:
    """On any small chain, loops included, walks that remember a circuit end in these shares."""
    oracle, found = Oracle(chain), mix(chain)
    for name, side in (("entry", found.entry), ("exit", found.exit)):
        for impact in side:
            exact = oracle.mix(impact, name)
            assert sum(side[impact].values()) == pytest.approx(1.0, abs=EXACT)
            for circuit in {*side[impact], *exact}:
                share = side[impact].get(circuit, 0.0)
                assert share == pytest.approx(float(exact.get(circuit, 0)), abs=EXACT)


def test_a_closed_loop_still_goes_out_by_its_circuit() -> None:
    """What turns in circles came in nowhere, yet the first giving modality is known."""
    chain = ValueChain()
    chain.add_activity(id="c", gives={"gift": "Dons"})
    chain.add_activity(id="d", after=["c"])
    chain.link("d", "precedes", "c")
    chain.add_impact(id="i", of=["c"])
    found = mix(chain)
    assert dict(found.entry["i"]) == {"circular": 1.0}
    assert dict(found.exit["i"]) == {"gift": 1.0}
    assert found.limits.codes() == ("VG503",)


def test_amounts_are_added_by_circuit_and_unit() -> None:
    """A modality's amount, and a link's that crosses one circuit, count once and never convert."""
    chain = golden()
    chain.change("tran.receives.gift", amount="40 h")
    chain.change("hum-feeds-tran", amount="100 h")
    chain.link("log", "feeds", "coll", circuit="market", amount="1200 €")
    chain.link("log", "feeds", "dist", circuit="market", amount="0.1 €")
    chain.change("dist.gives.gift", amount="12 kg")
    found = mix(chain)
    assert found.amounts == (
        ("gift", "receives", 40.0, "h"),
        ("gift", "gives", 12.0, "kg"),
        ("market", "receives", 1200.1, "EUR"),
    )
    assert found.limits.codes() == ()


def test_an_amount_of_several_circuits_is_told_apart() -> None:
    """What crosses two circuits with one amount is counted in neither, and the limits say so."""
    chain = golden()
    chain.change("alim-feeds-coll", amount="1800 kg")
    found = mix(chain)
    assert found.amounts == ()
    assert found.limits.codes() == ("VG513",)

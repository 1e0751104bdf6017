"""The network: a chain compiled once, whatever the order it was built in."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from chain_builders import golden
from hypothesis import given
from hypothesis import strategies as st
from oracles import Oracle
from random_chains import tangled_chains

from valuegraph.analysis.balance import balance
from valuegraph.analysis.cycles import cycles
from valuegraph.analysis.loss import loss
from valuegraph.analysis.mix import mix
from valuegraph.analysis.network import Network, network
from valuegraph.analysis.result import Result
from valuegraph.analysis.routes import routes
from valuegraph.analysis.shares import shares
from valuegraph.analysis.solidity import solidity
from valuegraph.analysis.spread import spread
from valuegraph.analysis.threads import threads
from valuegraph.analysis.through import through
from valuegraph.errors import OptionError
from valuegraph.model.chain import ValueChain


def _ways(compiled: Network) -> list[tuple[str, str, str, str, str]]:
    """Return the forward arcs as link, start, end, cell and circuit."""
    arcs = compiled.forward
    return sorted(
        (
            compiled.link_id(arcs.link[row]),
            compiled.id(arcs.start[row]),
            compiled.id(arcs.end[row]),
            compiled.id(arcs.cell[row]) if arcs.cell[row] >= 0 else "",
            compiled.circuits[arcs.circuit[row]] if arcs.circuit[row] >= 0 else "",
        )
        for row in range(len(arcs))
    )


@given(tangled_chains(signs=True, statuses=True))
def test_a_network_holds_the_ways_the_design_tells(chain: ValueChain) -> None:
    """Its forward arcs and origins are those of the definition, refuted ones left out."""
    compiled, oracle = network(chain), Oracle(chain)
    told = sorted(
        (way.link, way.start, way.end, "" if way.cell.startswith("own ") else way.cell, way.circuit)
        for way in oracle.ways
    )
    assert _ways(compiled) == told
    assert {compiled.id(part) for part in np.flatnonzero(compiled.origin)} == oracle.origins


def test_a_chain_is_compiled_once_for_each_revision() -> None:
    """The same chain gives the same network until it changes; a network is given back."""
    chain = golden()
    first = network(chain)
    assert network(chain) is first
    assert network(first) is first
    assert network(chain, status="observed") is network(chain, status=["constaté"])
    chain.change("log", status="refuted")
    second = network(chain)
    assert second is not first
    assert (len(first.forward), len(second.forward)) == (13, 12)


def test_a_network_outlives_its_chain_and_is_forgotten_with_it() -> None:
    """The snapshot does not change with the chain, and keeps no chain alive."""
    chain = golden()
    compiled = network(chain)
    chain.remove("rd", cascade=True)
    assert compiled.label(compiled.source.find("rd").code).en == "rd"
    gone = weakref.ref(chain)
    del chain
    gc.collect()
    assert gone() is None


@pytest.mark.parametrize(
    "ask", [shares, spread, routes, through, loss, mix, cycles, solidity, threads, balance]
)
def test_a_network_is_let_go_with_its_last_answer(ask: Callable[[Network], Result]) -> None:
    """No answer keeps its network in a ring: a million links do not wait for the collector."""
    chain = golden()
    gc.collect()
    gc.disable()
    try:
        compiled = network(chain.copy())
        answer = ask(compiled)
        answer.to_dict()
        gone = weakref.ref(compiled)
        del compiled, answer
        assert gone() is None
    finally:
        gc.enable()


def test_columns_are_never_written_to() -> None:
    """An array of a network refuses to be changed."""
    with pytest.raises(ValueError, match="read-only"):
        network(golden()).forward.start[0] = 3


def test_threads_get_the_same_answers() -> None:
    """Several threads may ask one network at once."""
    compiled = network(golden())
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: shares(compiled).to_dict(), range(16)))
    assert all(answer == answers[0] for answer in answers)


def test_the_digest_tells_contents_apart_and_nothing_else() -> None:
    """Equal chains have equal digests; another amount, name or observation changes it."""
    chain = golden()
    digest = network(chain).digest
    assert digest.startswith("sha256:")
    assert network(golden()).digest == digest
    assert network(golden(), status="observed").digest == digest
    chain.change("alim", amount="3 kg")
    assert network(chain).digest != digest


@given(tangled_chains(), st.data())
def test_what_is_left_keeps_its_origins(chain: ValueChain, data: st.DataObject) -> None:
    """After a removal no new origin appears, and every arc left comes from a surviving one."""
    compiled = network(chain)
    gone = compiled.flag(data.draw(st.sets(st.integers(0, compiled.count - 1), max_size=3)))
    left = compiled.without(parts=gone)
    assert not (left.origin & ~compiled.origin).any()
    starts = np.flatnonzero(left.origin | compiled.rootless)
    assert left.downstream(starts.astype(np.int32))[left.forward.start].all()
    assert not gone[left.forward.start].any()
    assert not gone[left.forward.end].any()


def test_a_loop_that_never_had_an_origin_stays() -> None:
    """Taking an origin away empties the loop it fed, and leaves the closed loop as it was."""
    chain = ValueChain()
    for name in "ab":
        chain.add_activity(id=f"{name}1")
        chain.add_activity(id=f"{name}2", after=f"{name}1")
        chain.link(f"{name}2", "precedes", f"{name}1")
        chain.add_impact(id=f"i{name}", of=[f"{name}1"])
    chain.attach("a1", uses=[chain.add_resource(id="r")])
    compiled = network(chain)
    left = compiled.without(parts=compiled.flag([compiled.source.find("r").code]))
    assert {compiled.id(part) for part in left.forward.start} == {"b1", "b2"}
    assert list(shares(left)) == ["ib"]


def test_statuses_are_asked_for_first() -> None:
    """A network from which parts were taken is not filtered any more: that is refused."""
    compiled = network(golden())
    cut = compiled.without(parts=compiled.flag([0]))
    with pytest.raises(OptionError, match="VG578"):
        shares(cut, status="observed")


def test_feedback_links_close_all_loops() -> None:
    """Without the links that go against the listing no forward loop is left."""
    chain = golden()
    chain.link("dist", "precedes", "coll")
    compiled = network(chain)
    assert compiled.order.is_looped
    told = {compiled.link_id(link) for link in compiled.forward.link[compiled.feedback]}
    assert told == {"dist-precedes-coll"}
    assert not compiled.without(arcs=compiled.feedback).order.is_looped

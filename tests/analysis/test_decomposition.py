"""The tree of what leads to one impact is complete down to its cut-off, and adds up."""

from __future__ import annotations

import json
from collections import Counter
from fractions import Fraction

import networkx as nx
import numpy as np
import pytest
from chain_builders import golden
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from oracles import Oracle
from oracles_tree import product_total, walks_back, without_closed_loops
from random_chains import tangled_chains

from valuegraph.analysis.decomposition import Decomposition, decomposition
from valuegraph.analysis.network import network
from valuegraph.errors import ChainError, OptionError, UnknownPartError
from valuegraph.model.chain import ValueChain

few = settings(max_examples=50, deadline=None)


def ended(found: Decomposition) -> dict[str, float]:
    """Return what is told to the end, by the part where it ends."""
    held: dict[str, float] = {}
    for branch in found:
        if branch.ends:
            held[branch.part] = held.get(branch.part, 0.0) + branch.share
    return held


def looped(back: float, sign: str | None = None) -> ValueChain:
    """Return a resource, two activities that follow each other round, and an impact."""
    chain = ValueChain("Boucle")
    soil = chain.add_resource("Terre", id="soil")
    first, second = chain.add_activity("Semer", id="sow"), chain.add_activity("Récolter", id="reap")
    bonds = chain.add_impact("Liens", id="bonds")
    chain.link(soil, "feeds", first, strength=0.5)
    chain.link(first, "precedes", second, strength=1.0)
    chain.link(second, "precedes", first, strength=back, sign=sign)
    chain.link(second, "contributes", bonds, strength=0.5)
    return chain


def test_the_golden_tree_adds_up_to_the_shares() -> None:
    """With no branch cut, what ends at each resource is its share."""
    found = decomposition(golden(), of="cohesion")
    assert ended(found) == pytest.approx({"alim": 3 / 8, "hum": 3 / 8, "log": 1 / 4})
    assert (found.total, found.coverage, found.remainder) == (1, 1, 0)
    assert len([branch for branch in found if branch.ends]) == 14
    assert not found.truncated


def test_what_is_cut_is_the_remainder() -> None:
    """Branches below the cut-off are summed up where they would grow."""
    found = decomposition(golden(), of="cohesion", cutoff=0.2)
    assert {branch.part for branch in found} == {"cohesion", "tran", "dist", "coll"}
    assert (found.coverage, found.remainder, found.truncated) == (0, 1, False)
    assert sum(branch.cut for branch in found) == 1


def test_a_limit_that_cuts_is_said() -> None:
    """The largest branches stay, and the result says that others were above the cut-off."""
    found = decomposition(golden(), of="cohesion", limit=3)
    assert (len(found), found.truncated) == (3, True)
    assert found.coverage + found.remainder == pytest.approx(1, abs=1e-12)
    assert "VG582" in found.limits.codes()


def test_the_tree_reads_aloud_and_is_ready_for_json() -> None:
    """Both languages tell what is covered, the largest ways and the caption."""
    found = decomposition(golden(), of="cohesion")
    assert "14 façons" in found.to_text("fr")
    assert "14 ways" in found.to_text("en")
    assert "n’est pas une mesure" in found.to_text("fr")
    told = json.loads(json.dumps(found.to_dict()))
    assert (told["coverage"], told["rows"][0]["part"], len(told["rows"])) == (1, "cohesion", 23)
    assert found.to_frame()["part"][0] == "cohesion"
    child = found.children(0)[0]
    assert found[child].parent == 0
    assert found.words(child).en.endswith("“cohesion”")


def test_raw_strengths_multiply_round_a_loop_that_fades() -> None:
    """A loop of gain one half doubles what passes, and its tail is the remainder."""
    found = decomposition(looped(0.5), of="bonds", basis="raw", cutoff=0.1)
    assert found.total == pytest.approx(0.5)
    assert found.coverage + found.remainder == pytest.approx(found.total, abs=1e-12)
    assert [b.share for b in found if b.ends] == pytest.approx([0.25, 0.125, 0.0625])
    assert "ni une part" in found.to_text("fr")


def test_raw_strengths_of_a_link_that_hinders_are_below_zero() -> None:
    """Each round changes the sign, and the sum is exact."""
    found = decomposition(looped(0.5, "-"), of="bonds", basis="raw", cutoff=0.1)
    assert found.total == pytest.approx(0.25 / 1.5)
    assert [b.share for b in found if b.ends][:2] == pytest.approx([0.25, -0.125])


@pytest.mark.parametrize("sign", [None, "-"])
def test_strengths_that_never_fade_are_refused_with_the_loop(sign: str | None) -> None:
    """A loop of gain 1 has no sum, and the refusal names its parts."""
    with pytest.raises(ChainError, match=r"Semer.*Récolter") as refused:
        decomposition(looped(1.0, sign), of="bonds", basis="raw")
    assert refused.value.problems.codes() == ("VG592",)


def test_what_cannot_be_asked_is_refused() -> None:
    """Several parts, a cut-off out of range, an unknown name, basis or strength."""
    with pytest.raises(ChainError, match="VG590"):
        decomposition(golden(), of="impacts")
    for cutoff in (0, 1.5, float("nan")):
        with pytest.raises(OptionError, match="VG591"):
            decomposition(golden(), of="cohesion", cutoff=cutoff)
    with pytest.raises(OptionError):
        decomposition(golden(), of="cohesion", limit=0)
    with pytest.raises(OptionError):
        decomposition(golden(), of="cohesion", basis="price")  # type: ignore[arg-type]
    with pytest.raises(UnknownPartError):
        decomposition(golden(), of="cohesio")
    with pytest.raises(ChainError, match="VG593"):
        decomposition(golden(), of="cohesion", basis="raw")


@pytest.mark.parametrize("basis", ["equal", "raw"])
def test_an_impact_nothing_leads_to_has_no_tree(basis: str) -> None:
    """There is no node, and the limits say why."""
    chain = ValueChain("Vide")
    chain.add_impact("Liens", id="bonds")
    found = decomposition(chain, of="bonds", basis=basis)  # type: ignore[arg-type]
    assert (len(found), found.total, found.limits.codes()) == (0, 0, ("VG501",))
    assert "Rien ne mène" in found.to_text("fr")


@few
@given(tangled_chains(), st.sampled_from([Fraction(1, 3), Fraction(1, 16), Fraction(1, 40)]))
def test_no_walk_above_the_cutoff_is_missing(chain: ValueChain, least: Fraction) -> None:
    """The nodes are the walks that enumeration finds, and coverage what they end with."""
    steps = without_closed_loops(Oracle(chain).steps())  # type: ignore[arg-type]
    for impact in chain.impacts:
        found = decomposition(chain, of=impact, cutoff=float(least))
        if not len(found):
            assert not Oracle(chain).steps().get(impact.id)
            continue
        walks, covered = walks_back(steps, impact.id, least)
        told = Counter((len(walk) - 1, walk[-1], round(float(share), 9)) for walk, share in walks)
        assert told == Counter((b.depth, b.part, round(b.share, 9)) for b in found)
        assert found.coverage == pytest.approx(float(covered), abs=1e-12)
        assert found.coverage + found.remainder == pytest.approx(1, abs=1e-12)


@few
@given(tangled_chains(), st.integers(1, 12))
def test_a_limit_keeps_the_largest_branches(chain: ValueChain, limit: int) -> None:
    """A tree with a limit holds the same shares as the first branches of the whole tree."""
    for impact in chain.impacts:
        whole = decomposition(chain, of=impact, cutoff=1 / 40)
        some = decomposition(chain, of=impact, cutoff=1 / 40, limit=limit)
        assert [b.share for b in some] == pytest.approx([b.share for b in whole][:limit])
        assert some.truncated == (len(whole) > limit)
        assert some.coverage + some.remainder == pytest.approx(whole.total, abs=1e-12)


@few
@given(tangled_chains(signs=True, strengths="all", margin=False))
def test_raw_sums_agree_with_walks_step_by_step(chain: ValueChain) -> None:
    """The total is that of all walks, and is refused exactly where a loop does not fade."""
    oracle = Oracle(chain, basis="strength")
    arcs = [
        (way.start, way.end, float(way.number or 0) * (-1 if way.negative else 1))
        for way in oracle.ways
    ]
    graph = nx.DiGraph([(start, end) for start, end, _ in arcs])
    graph.add_nodes_from(part.id for part in chain.parts())
    for impact in chain.impacts:
        led = set().union(*({o} | nx.descendants(graph, o) for o in oracle.origins))
        mine = sorted(led & ({impact.id} | nx.ancestors(graph, impact.id)))
        size = np.zeros((len(mine), len(mine)))
        for start, end, weight in arcs:
            if start in mine and end in mine:
                size[mine.index(end), mine.index(start)] += abs(weight)
        gain = max(abs(np.linalg.eigvals(size)), default=0.0) if mine else 0.0
        assume(not 0.9 < gain < 1 - 1e-9)
        if gain >= 1 - 1e-9:
            with pytest.raises(ChainError, match="VG592"):
                decomposition(chain, of=impact, basis="raw")
            continue
        found = decomposition(network(chain), of=impact, basis="raw", cutoff=0.05)
        assert found.coverage + found.remainder == pytest.approx(found.total, abs=1e-9)
        if len(found):
            assert found.total == pytest.approx(
                product_total(arcs, oracle.origins, impact.id), abs=1e-9
            )

"""Every single loss at once is what each loss asked about alone tells."""

from __future__ import annotations

import numpy as np
import pytest
from chain_builders import golden
from hypothesis import given, settings
from hypothesis import strategies as st
from random_chains import tangled_chains

from valuegraph.analysis.loss import loss
from valuegraph.analysis.network import network
from valuegraph.analysis.sharing.shared_walk import shared_out
from valuegraph.errors import OptionError
from valuegraph.model.chain import ValueChain

EXACT = 1e-12


def everything(chain: ValueChain) -> list[str]:
    """Return all that can be taken away by itself, as ``without=`` takes it."""
    parts = [part.id for part in chain.parts() if part.kind != "circuit"]
    used = {cell.circuit for cell in chain.modalities}
    used |= {link.circuit for link in chain.links if link.circuit}
    circuits = [f"circuit:{circuit}" for circuit in sorted(used)]
    return [*parts, *(link.id for link in chain.links), *circuits]


@settings(max_examples=30)
@given(
    tangled_chains(signs=True, statuses=True),
    st.sampled_from(["equal", "links"]),
    st.data(),
)
def test_every_loss_at_once_is_each_loss_alone(
    chain: ValueChain, basis: str, data: st.DataObject
) -> None:
    """On any small chain: loops, signs, cells, essential links, actors that alone carry."""
    for link in chain.links:
        if data.draw(st.integers(0, 4)) == 0:
            chain.change(link, essential=True)
    for activity in chain.activities:
        if chain.actors and data.draw(st.integers(0, 2)) == 0:
            chain.link(chain.actors[0], "carries", activity)
    found = loss(chain, basis=basis)
    told = {impact: dict(found[impact]) for impact in found}
    for without in everything(chain):
        alone = loss(chain, without=without, basis=basis)
        for one in alone.ends:
            if one.end not in told:
                continue  # only hindering links lead to it: no row
            at_once = told[one.end].get(without, (0.0, 0.0, False))
            assert at_once[0] == pytest.approx(one.through, abs=EXACT)
            assert at_once[1] == pytest.approx(one.accompanied, abs=EXACT)
            assert at_once[2] == one.unreachable
    assert {thing for rows in told.values() for thing in rows} <= set(everything(chain))


def test_the_golden_losses() -> None:
    """What passed by food, gifts and residents, and what the support accompanied."""
    found = loss(golden())
    assert found["cohesion"]["alim"] == pytest.approx((3 / 8, 0, False))
    assert found["transition"]["circuit:gift"] == pytest.approx((9 / 16, 0, False))
    assert found["cohesion"]["habitants"] == pytest.approx((1 / 2, 0, False))
    assert found["cohesion"]["rd"] == pytest.approx((0, 1, False))
    assert found.unreachable == {}
    alone = loss(golden(), top=2)
    assert list(alone["transition"]) == ["alim", "coll"]
    assert alone.to_dict()["top"] == 2


def test_what_all_routes_pass_comes_first() -> None:
    """One activity between one resource and one impact: each of the three links cuts it off."""
    chain = ValueChain("Jardin", language="en")
    chain.add_actor(id="ana")
    soil = chain.add_resource(id="soil", by=["ana"])
    garden = chain.add_activity(id="garden", uses=[soil])
    chain.add_impact(id="bonds", of=[garden])
    found = loss(chain)
    cuts = {"soil", "garden", "ana", "soil-feeds-garden", "garden-contributes-bonds"}
    assert set(found.unreachable) == cuts
    assert found.to_text("en").startswith("Without any one of these, nothing leads to “bonds”:")
    assert "rien ne mène" in found.to_text("fr")
    assert "A reading of the diagram" in found.to_text("en")
    frame = found.to_frame()
    assert set(frame["without"]) == cuts
    assert frame["unreachable"].all()
    assert found.to_dict()["rows"][0]["impact"] == "bonds"


def test_all_losses_take_no_more_work_than_three_passes() -> None:
    """One walk as wide as all impacts tells parts, links and actors; a circuit takes a column.

    Counted in columns of a pass: a walk has one for each impact, a masked walk has one.
    """
    for width in (8, 40):
        count = width * 4
        layer = np.repeat(np.arange(4), width)
        starts = np.repeat(np.arange(count - width), 2)
        ends = starts + width
        ends[1::2] += np.where((ends[1::2] + 1) % width, 1, 1 - width)
        kinds = np.array(["resource", "activity", "activity", "impact"])
        parts = {"id": np.arange(count), "kind": kinds[layer]}
        kind = np.array(["feeds", "precedes", "contributes"])[layer[starts]]
        circuit = np.where(np.arange(len(starts)) % 3 == 0, "gift", "market")
        compiled = network(
            parts=parts, links={"start": starts, "end": ends, "kind": kind, "circuit": circuit}
        )
        walk = shared_out(compiled, "equal").walk
        before = walk.columns
        found = loss(compiled)
        assert len(found) == width
        assert walk.columns - before <= 3 * width
        assert walk.columns - before == width + 2  # all impacts, and the two circuits


def test_what_cannot_be_asked_is_refused() -> None:
    """``top`` is a number above 0."""
    with pytest.raises(OptionError, match="VG450"):
        loss(golden(), top=0)

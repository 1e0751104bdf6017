"""Random small chains for the tests of contributions: loops, parallels, signs, cells, doubts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from valuegraph.model.chain import ValueChain

Draw = Callable[[st.SearchStrategy[Any]], Any]

_CIRCUITS = ("gift", "market", "local_exchange")


@st.composite
def tangled_chains(
    draw: Draw,
    *,
    cells: bool = True,
    signs: bool = False,
    statuses: bool = False,
    strengths: str = "none",
    margin: bool = True,
) -> ValueChain:
    """Draw a small chain whose links may go round, stand side by side, and hinder.

    Args:
        draw: given by hypothesis.
        cells: whether activities receive and give by modalities.
        signs: whether links may hinder.
        statuses: whether parts, cells and links may be refuted or hypotheses.
        strengths: ``all`` links have one, ``some`` have, or ``none``.
        margin: whether there may be a margin to which every activity contributes.
    """
    status = st.sampled_from([None, None, None, "refuted", "hypothesis"])

    def doubt() -> dict[str, Any]:
        return {"status": draw(status)} if statuses else {}

    chain = ValueChain("Essai", language="en")
    for number in range(draw(st.integers(0, 2))):
        chain.add_actor(id=f"who{number}", **doubt())
    resources = [chain.add_resource(id=f"r{n}", **doubt()) for n in range(draw(st.integers(1, 3)))]
    activities = [chain.add_activity(id=f"a{n}", **doubt()) for n in range(draw(st.integers(1, 4)))]
    impacts = [chain.add_impact(id=f"i{n}", **doubt()) for n in range(draw(st.integers(1, 3)))]
    supports = [chain.add_support(id=f"s{n}", supports="none", **doubt())
                for n in range(draw(st.integers(0, 2)))]  # fmt: skip
    outputs = [chain.add_output(id=f"o{n}") for n in range(draw(st.integers(0, 1)))]
    if margin and draw(st.booleans()):
        chain.add_margin("Marge", id="marge")
    pairs = [
        ("feeds", resources, activities),
        ("feeds", resources, activities),
        ("precedes", activities, activities),
        ("contributes", activities, impacts),
        ("contributes", activities, impacts),
        ("contributes", impacts, impacts),
        ("produces", activities, outputs),
        ("contributes", outputs, impacts),
        ("contributes", supports, impacts),
        ("supports", supports, activities),
        ("provides", chain.actors, resources),
        ("carries", chain.actors, supports),
    ]
    pairs = [pair for pair in pairs if pair[1] and pair[2]]
    for _ in range(draw(st.integers(2, 14))):
        kind, starts, ends = draw(st.sampled_from(pairs))
        fields: dict[str, Any] = doubt()
        if signs and draw(st.integers(0, 4)) == 0:
            fields["sign"] = draw(st.sampled_from(["-", "+", "mixed"]))
        if strengths == "all" or (strengths == "some" and draw(st.booleans())):
            fields["strength"] = draw(st.sampled_from([0.01, 0.2, 0.25, 0.5, 1.0]))
        if cells and kind in ("feeds", "contributes", "precedes") and draw(st.integers(0, 4)) == 0:
            fields["circuit"] = draw(st.sampled_from(_CIRCUITS))
        chain.link(draw(st.sampled_from(starts)), kind, draw(st.sampled_from(ends)), **fields)
    for _ in range(draw(st.integers(0, 5)) if cells else 0):
        add_a_cell(draw, chain, **doubt())
    return chain


def add_a_cell(draw: Draw, chain: ValueChain, **fields: Any) -> None:
    """Add a modality at random; it may name a part that a link joins to its activity already."""
    activity = draw(st.sampled_from(chain.activities))
    way = draw(st.sampled_from(["receives", "gives"]))
    if way == "receives":
        joined = [link.start for link in chain.incoming(activity, "feeds")]
        key = "resources"
    else:
        joined = [link.end for link in chain.outgoing(activity, "contributes")]
        key = "to"
    named = draw(st.lists(st.sampled_from(joined), max_size=2, unique=True)) if joined else []
    circuit = draw(st.sampled_from(_CIRCUITS))
    chain.add_modality(activity, circuit=circuit, way=way, **{key: named}, **fields)

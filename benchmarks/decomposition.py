"""The tree of what leads to one impact down to a cut-off, beside bw_graph_tools on the same tree.

Life-cycle assessment knows the question as structural path analysis: bw_graph_tools (of Brightway)
grows the same tree, here of a product system in which each part consumes its contributors by their
shares and each origin emits one unit. Its matrices are built, factorised and solved before the
clock starts; it makes a richer object for each node, which is part of the difference. Run by
``make benchmarks``.
"""

from __future__ import annotations

import warnings
from importlib.util import find_spec
from typing import Any

import numpy as np
from layered import Layered, layered
from turns import Goal, absent, contest, run

import valuegraph as vg

CUTOFFS = (1e-3, 1e-4)
MOST = 10_000_000


def main(small: bool) -> None:
    """Print the contests."""
    made = layered(200 if small else 10_000, impacts=8)
    network, impact = made.network(), int(made.impacts[0])
    lca = None
    if find_spec("bw_graph_tools") is None or find_spec("bw_processing") is None:
        absent("bw_graph_tools")
    else:
        lca = product_system(made, impact)
    for cutoff in CUTOFFS:
        contend(network, impact, cutoff, lca, rounds=1 if small else 5)


def contend(network: Any, impact: int, cutoff: float, lca: Any, rounds: int) -> None:
    """Hold the contest at one cut-off."""

    def ours() -> Any:
        return vg.decomposition(network, of=impact, cutoff=cutoff, limit=MOST)

    def theirs() -> Any:
        return traversed(lca, cutoff)

    def same(mine: Any, found: Any) -> None:
        nodes = [node for node in found.nodes.values() if node.unique_id != -1]
        parts = sorted((round(float(node.cumulative_score), 12), node.depth) for node in nodes)
        tree = mine.tree
        values, depths = np.round(tree.value, 12).tolist(), (tree.depth + 1).tolist()
        held = sorted(zip(values, depths, strict=True))
        assert len(parts) == len(held), (len(parts), len(held))
        np.testing.assert_allclose(np.array(held), np.array(parts), atol=2e-12)

    answer = ours()
    assert not answer.truncated
    assert abs(answer.coverage + answer.remainder - answer.total) < 1e-12
    contenders = {"valuegraph decomposition": ours}
    if lca is not None:
        contenders["bw_graph_tools"] = theirs
    contest(
        f"the tree of one impact down to {cutoff:g} of it: {len(answer):,} nodes",
        contenders,
        rounds=rounds,
        same=same,
        goals=(Goal("bw_graph_tools", 100),),
    )


def product_system(made: Layered, impact: int) -> Any:
    """Return Brightway's calculation of the same network, solved for one impact."""
    import bw_processing as bwp

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it names a faster solver that is not there
        import bw2calc

    pairs, shape = bwp.INDICES_DTYPE, made.count
    each = np.arange(shape)
    links = list(zip(made.start.tolist(), made.end.tolist(), strict=True))
    package = bwp.create_datapackage()
    package.add_persistent_vector(
        matrix="technosphere_matrix",
        indices_array=np.array([*zip(each.tolist(), each.tolist(), strict=True), *links], pairs),
        data_array=np.concatenate((np.ones(shape), made.share)),
        flip_array=np.repeat([False, True], (shape, len(links))),
    )
    flow = shape
    origins = made.origins.tolist()
    package.add_persistent_vector(
        matrix="biosphere_matrix",
        indices_array=np.array([(flow, origin) for origin in origins], pairs),
        data_array=np.ones(len(origins)),
    )
    package.add_persistent_vector(
        matrix="characterization_matrix",
        indices_array=np.array([(flow, flow)], pairs),
        data_array=np.ones(1),
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        lca = bw2calc.LCA({impact: 1}, data_objs=[package])
        lca.lci(factorize=True)
        lca.lcia()
    return lca


def traversed(lca: Any, cutoff: float) -> Any:
    """Return the peer's tree."""
    from bw_graph_tools import NewNodeEachVisitGraphTraversal
    from bw_graph_tools.graph_traversal.settings import GraphTraversalSettings

    settings = GraphTraversalSettings(cutoff=cutoff, max_calc=MOST, separate_biosphere_flows=False)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = NewNodeEachVisitGraphTraversal(lca, settings)
        found.traverse()
    return found


if __name__ == "__main__":
    run(main)

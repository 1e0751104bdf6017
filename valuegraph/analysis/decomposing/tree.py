"""The tree of all walks back from one part, grown generation by generation to a cut-off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from valuegraph.analysis.budget import TimeBudget
from valuegraph.analysis.networks.columns import Codes, Columns, Flags, Ints, Numbers
from valuegraph.analysis.networks.order import Rows, spans

_SLACK = 1e-12


class Steps(NamedTuple):
    """What walks are made of.

    Attributes:
        rows: for each part, the steps that begin there.
        head: for each step, the code of the part it leads to.
        weight: for each step, what the walk is multiplied by; below 0 where it hinders.
        worth: for each part, what all walks from it to their ends add up to.
        bound: for each part, the same with every weight above 0.
        ends: for each part, whether walks end there.
    """

    rows: Rows
    head: Codes
    weight: Numbers
    worth: Numbers
    bound: Numbers
    ends: Flags


@dataclass(frozen=True, eq=False)
class Tree(Columns):
    """A tree of walks: a row a node, each after its parent, the largest first.

    Attributes:
        part: the code of the part the walk has come to.
        parent: the row of the node before; -1 for the root.
        step: the step that leads here from there; -1 for the root.
        depth: how many steps the walk has.
        value: what all walks that begin like this add up to.
        cut: what of it goes on by steps that are not in the tree.
        ends: whether the walk ends here.
    """

    part: Ints
    parent: Ints
    step: Ints
    depth: Ints
    value: Numbers
    cut: Numbers
    ends: Flags


class Grown(NamedTuple):
    """A tree, and whether it is smaller than its cut-off allows."""

    tree: Tree
    truncated: bool


@dataclass
class _Nodes:
    """Nodes in the order in which they are found."""

    part: Ints
    parent: Ints
    step: Ints
    depth: Ints
    prefix: Numbers
    size: Numbers

    def __len__(self) -> int:
        return len(self.part)


def grown(steps: Steps, root: int, *, cutoff: float, limit: int, time: TimeBudget) -> Grown:
    """Return the tree of walks from one part.

    A branch is followed while it can hold ``cutoff`` of the whole, signs aside; of more than
    ``limit`` such nodes the largest are kept, the shorter walk of two that are equal.

    Args:
        steps: what walks are made of.
        root: the code of the part.
        cutoff: above 0 and at most 1.
        limit: the most nodes, at least 1.
        time: what is not grown when it runs out is cut.
    """
    least = cutoff * steps.bound[root] * (1 - _SLACK)
    first = np.array([root])
    none = np.array([-1])
    newest = _Nodes(first, none, none, np.array([0]), np.ones(1), steps.bound[first])
    found, sizes = [newest], newest.size
    lost: list[tuple[Ints, Numbers]] = []
    truncated = False
    while len(newest):
        offset = len(sizes) - len(newest)
        threshold = _threshold(sizes, limit)
        goes_on = ~steps.ends[newest.part] & (newest.size >= threshold)
        children = _children(steps, newest, np.flatnonzero(goes_on), offset)
        large = (children.size >= least) & (children.size > 0)
        kept = large & (children.size > threshold) & (not time.runs_out())
        truncated |= bool((large & ~kept).any())
        lost.append((children.parent[~kept], _values(steps, children)[~kept]))
        newest = _taken(children, kept)
        found.append(newest)
        sizes = np.concatenate((sizes, newest.size))
    names = ("part", "parent", "step", "depth", "prefix", "size")
    nodes = _Nodes(*(np.concatenate([getattr(some, name) for some in found]) for name in names))
    return Grown(_largest(steps, nodes, lost, limit), truncated or len(nodes) > limit)


def _threshold(sizes: Numbers, limit: int) -> float:
    """Return the size of the smallest node that still has room, 0 if there is room left."""
    if len(sizes) < limit:
        return 0.0
    return float(np.partition(sizes, len(sizes) - limit)[len(sizes) - limit])


def _children(steps: Steps, nodes: _Nodes, chosen: Ints, offset: int) -> _Nodes:
    parts = nodes.part[chosen]
    many = steps.rows.first[parts + 1] - steps.rows.first[parts]
    step = spans(steps.rows, parts).astype(np.intp)
    above = np.repeat(chosen, many)
    prefix = nodes.prefix[above] * steps.weight[step]
    head = steps.head[step]
    # rounding must not make a branch larger than what it grows from
    size = np.minimum(np.abs(prefix) * steps.bound[head], nodes.size[above])
    return _Nodes(head, above + offset, step, nodes.depth[above] + 1, prefix, size)


def _values(steps: Steps, nodes: _Nodes) -> Numbers:
    return np.asarray(nodes.prefix * steps.worth[nodes.part], dtype=np.float64)


def _taken(nodes: _Nodes, rows: Ints | Flags) -> _Nodes:
    return _Nodes(nodes.part[rows], nodes.parent[rows], nodes.step[rows], nodes.depth[rows],
                  nodes.prefix[rows], nodes.size[rows])  # fmt: skip


def _largest(steps: Steps, nodes: _Nodes, lost: list[tuple[Ints, Numbers]], limit: int) -> Tree:
    """Return the largest nodes as a tree; a parent is never smaller than its children."""
    order = np.argsort(-nodes.size, kind="stable")
    chosen = order[:limit]
    row = np.full(len(nodes) + 1, -1)
    row[chosen] = np.arange(len(chosen))
    value = _values(steps, nodes)
    dropped = order[limit:]
    parents = np.concatenate((*(parent for parent, _ in lost), nodes.parent[dropped]))
    values = np.concatenate((*(much for _, much in lost), value[dropped]))
    place = row[parents]
    cut = np.bincount(place[place >= 0], weights=values[place >= 0], minlength=len(chosen))
    tree = _taken(nodes, chosen)
    return Tree(
        tree.part, row[tree.parent], tree.step, tree.depth, value[chosen],
        np.asarray(cut, dtype=np.float64), steps.ends[tree.part],
    )  # fmt: skip
